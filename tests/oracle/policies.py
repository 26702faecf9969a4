"""What a policy is on day D, what it earned, and what it is worth a year."""
import dates


def cancelled(policy, d):
    """A cancellation dated after D is not yet known."""
    return policy.cancelled_on is not None and policy.cancelled_on <= d


def void(policy, d):
    """Cancelled on or before its start: no premium, no cover, no tenure."""
    return cancelled(policy, d) and policy.cancelled_on <= policy.start


def cover_end(policy, d):
    return policy.cancelled_on if cancelled(policy, d) else policy.end


def started(policy, d):
    """Non-void and begun: the policies that premium and cover are made of."""
    return policy.start <= d and not void(policy, d)


def in_force(policy, d):
    return started(policy, d) and d < cover_end(policy, d)


def bound(policy, d):
    """Issued before D, starting after D. No issue date: issued at the start, never bound."""
    issued_on = policy.issued_on or policy.start
    return issued_on < d < policy.start and not void(policy, d)


# --- premium ------------------------------------------------------------


def all_movements(policy):
    """(start, written premium), then the endorsements."""
    return [(policy.start, policy.written_premium)] + [(m.effective, m.amount) for m in policy.movements]


def final_net(policy):
    return sum(amount for _, amount in all_movements(policy)) - policy.refunded


def earned_up_to(policy, t, d):
    """E(t) as it is known on D: from a cancellation on, the final net; before it, the
    movements accrue over the original term, each rounded down by itself."""
    if cancelled(policy, d) and t >= policy.cancelled_on:
        return final_net(policy)
    total = 0
    for effective, amount in all_movements(policy):
        if t <= effective:
            continue
        gone = dates.days(effective, min(t, policy.end))
        whole = dates.days(effective, policy.end)
        total += amount * gone // whole  # // rounds towards minus infinity
    return total


def earned(policy, a, b, d):
    if not started(policy, d):
        return 0
    return earned_up_to(policy, b, d) - earned_up_to(policy, a, d)


def written(policy, a, b, d):
    if not started(policy, d):
        return 0
    total = sum(amount for effective, amount in all_movements(policy) if a <= effective < b)
    if cancelled(policy, d) and a <= policy.cancelled_on < b:
        total -= policy.refunded
    return total


def net(policy, d):
    total = sum(amount for effective, amount in all_movements(policy) if effective <= d)
    if cancelled(policy, d):
        total -= policy.refunded
    return total


def annual(policy, d):
    if not started(policy, d):
        return 0
    k = dates.whole_years_of_term(policy.start, policy.end)
    if k is not None:
        return net(policy, d) // k if in_force(policy, d) else 0
    if policy.end > dates.plus_months(policy.start, 12):
        if not in_force(policy, d):
            return 0
        return net(policy, d) * 365 // dates.days(policy.start, policy.end)
    if dates.plus_months(d, -12) < policy.start <= d:
        return net(policy, d)
    return 0


# --- cover --------------------------------------------------------------


def covered_day_set(spans):
    """Every day of a list of [a, b)."""
    return {day for a, b in spans for day in range(a.toordinal(), b.toordinal())}


def unbroken_run_start(policies, d, gap_days):
    """The start of the unbroken run of cover that reaches D, or None."""
    covers = sorted((p.start, cover_end(p, d)) for p in policies if started(p, d))
    run_start, latest_end = None, None
    for start, end in covers:
        if run_start is None or dates.days(latest_end, start) > gap_days:
            run_start, latest_end = start, end
        else:
            latest_end = max(latest_end, end)
    if run_start is None or dates.days(latest_end, d) > gap_days:
        return None
    return run_start


def last_cover_end(policies, d):
    """The latest end among covers in force, ended or bound; None without one."""
    ends = [cover_end(p, d) for p in policies if started(p, d) or bound(p, d)]
    return max(ends) if ends else None
