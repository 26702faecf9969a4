"""Every measure of a customer, by its name. `View` is one customer on one day."""
import math
from dataclasses import dataclass, replace

import claims
import dates
import parameters
import policies
import values
from windows import Window

BASES = {
    "incurred/earned": ("incurred", "earned"),
    "paid/earned": ("net_paid", "earned"),
    "incurred/written": ("incurred", "written"),
    "paid/written": ("net_paid", "written"),
}


@dataclass
class Filters:
    line: str = None
    source: str = None
    catastrophe: bool = None  # False: leave out coded claims

    def policy(self, p):
        return self.line in (None, p.line) and self.source in (None, p.business_source)


class View:
    def __init__(self, customer, as_of):
        self.customer = customer
        self.d = as_of

    # --- the parts ------------------------------------------------------

    def policies(self, f):
        return [p for p in self.customer.policies if f.policy(p)]

    def claims(self, f):
        out = []
        for claim in claims.counted(self.customer, self.d):
            if not f.policy(self.customer.policy(claim.policy_id)):
                continue
            if f.catastrophe is False and claim.catastrophe:
                continue
            out.append(claim)
        return out

    def lost(self, w, some_policies):
        return w.opens_before_history(self.d, self.customer.history_from, some_policies)

    def tally(self, w, f):
        return claims.tally(self.customer, self.claims(f), w, self.d)

    def sum_over(self, w, some_policies, of):
        """The sum of `of(policy, a, b, D)` over the policies' windows."""
        total = 0
        for policy in some_policies:
            span = w.span(self.d, policy)
            if span is not None:
                total += of(policy, span[0], span[1], self.d)
        return total

    # --- premium --------------------------------------------------------

    def earned_premium(self, w, f):
        if self.lost(w, self.policies(f)):
            return values.unknown("money")
        return values.amount(self.sum_over(w, self.policies(f), policies.earned))

    def written_premium(self, w, f):
        if self.lost(w, self.policies(f)):
            return values.unknown("money")
        return values.amount(self.sum_over(w, self.policies(f), policies.written))

    def placed_premium(self, w, f):
        me = self.customer.customer_id
        carried = [p for p in self.customer.policies + self.customer.placed if p.partner_id == me and f.policy(p)]
        if self.lost(w, carried):
            return values.unknown("money")
        return values.amount(self.sum_over(w, carried, policies.written))

    def annual_premium(self, f=Filters()):
        return values.amount(sum(policies.annual(p, self.d) for p in self.policies(f)))

    def tender_premium(self):
        totals = {}
        for p in self.customer.policies:
            if p.tender_id is not None and policies.in_force(p, self.d):
                totals[p.tender_id] = totals.get(p.tender_id, 0) + policies.net(p, self.d)
        return values.amount(max(totals.values(), default=0))

    # --- claims ---------------------------------------------------------

    def _claim_amount(self, w, f, of):
        if self.lost(w, self.policies(f)):
            return values.unknown("money")
        return values.amount(of(self.tally(w, f)))

    def incurred(self, w, f):
        return self._claim_amount(w, f, lambda t: t.incurred)

    def paid(self, w, f):
        return self._claim_amount(w, f, lambda t: t.net_paid)

    def reserve(self, w, f):
        return self._claim_amount(w, f, lambda t: t.reserve)

    def recovered(self, w, f):
        return self._claim_amount(w, f, lambda t: t.recovered)

    def claim_count(self, w, f, paid=False):
        if self.lost(w, self.policies(f)):
            return values.unknown("count")
        t = self.tally(w, f)
        return values.count(t.paid_count if paid else t.count)

    def claims_per_unit(self, w, f, paid=False):
        n = self.claim_count(w, f, paid)
        if not n.known:
            return values.unknown("ratio")
        units = [p.insured_units for p in self.policies(f) if self._covered_span(w, p) is not None]
        return values.ratio(n.value, max(units, default=1))

    def claim_frequency(self, w, f):
        n = self.claim_count(w, f)
        if not n.known:
            return values.unknown("ratio")
        return values.ratio(n.value * 365, self.covered_days(w, f).value)

    def claim_severity(self, w, f):
        n = self.claim_count(w, f)
        if not n.known:
            return values.unknown("money_ratio")
        return values.ratio(self.incurred(w, f).value, n.value, "money_ratio")

    def credibility(self, w, f, full):
        n = self.claim_count(w, f)
        if not n.known:
            return values.unknown("ratio")
        # floor(10^6 sqrt(q)) = isqrt(floor(10^12 q))
        z = math.isqrt(10**12 * n.value // full)
        return values.ratio(min(10**6, z), 10**6)

    def loss_ratio(self, w, f, basis="incurred/earned"):
        if basis == "accident_year":
            w, basis = Window(named="accident_year"), "incurred/earned"
        if self.lost(w, self.policies(f)):
            return values.unknown("ratio")
        if basis == "calendar_year":
            return values.undefined("ratio")  # needs_transactions
        if basis == "matured":
            return self._matured(w, f)
        over, under = BASES[basis]
        den = self.earned_premium(w, f) if under == "earned" else self.written_premium(w, f)
        return values.ratio(getattr(self.tally(w, f), over), den.value)

    def _matured(self, w, f):
        """Policies starting in the window: their claims so far over their earned premium."""
        cohort = []
        for p in self.policies(f):
            span = w.span(self.d, p)
            if policies.started(p, self.d) and span is not None and span[0] <= p.start < span[1]:
                cohort.append(p)
        ids = {p.policy_id for p in cohort}
        theirs = [c for c in self.claims(f) if c.policy_id in ids]
        so_far = claims.tally(self.customer, theirs, Window(named="lifetime"), self.d).incurred
        return values.ratio(so_far, sum(policies.earned_up_to(p, self.d, self.d) for p in cohort))

    # --- time -----------------------------------------------------------

    def _covered_span(self, w, policy):
        """The part of the window that this policy covers, or None."""
        span = w.span(self.d, policy)
        if span is None or not policies.started(policy, self.d):
            return None
        a = max(span[0], policy.start)
        b = min(span[1], policies.cover_end(policy, self.d))
        return (a, b) if a < b else None

    def covered_days(self, w, f):
        if self.lost(w, self.policies(f)):
            return values.unknown("count")
        spans = [self._covered_span(w, p) for p in self.policies(f)]
        return values.count(len(policies.covered_day_set([s for s in spans if s is not None])))

    def thin_exposure(self, w, f):
        n, earned = self.covered_days(w, f), self.earned_premium(w, f)
        if not (n.known and earned.known):
            return values.unknown("boolean")
        return values.boolean(n.value < parameters.THIN_DAYS or earned.value < parameters.THIN_EARNED)

    def _run_start(self, f):
        return policies.unbroken_run_start(self.policies(f), self.d, parameters.CONTINUITY_GAP_DAYS)

    def claim_free_years(self, f=Filters()):
        run_start = self._run_start(f)
        if run_start is None:
            return values.count(0)
        not_coded = self.claims(replace(f, catastrophe=False))

        def years(also_paid=None):
            since = [run_start]
            if self.customer.history_from is not None:
                since.append(self.customer.history_from)
            for occurrence in claims.occurrences(not_coded):
                if occurrence.is_paid or any(c is also_paid for c in occurrence.claims):
                    since.append(occurrence.loss_date)
            return dates.whole_years_since(max(since), self.d)

        for claim in not_coded:
            pending = claim.status in ("open", "reopened") and claim.net_paid <= 0
            if pending and years(also_paid=claim) != years():
                return values.unknown("count")
        return values.count(years())

    def covered_years(self):
        run_start = self._run_start(Filters())
        return values.count(0 if run_start is None else dates.whole_years_since(run_start, self.d))

    def tenure_years(self):
        starts = [p.start for p in self.customer.policies if policies.started(p, self.d)]
        return values.count(dates.whole_years_since(min(starts), self.d) if starts else 0)

    def _in_force(self):
        return [p for p in self.customer.policies if policies.in_force(p, self.d)]

    def policies_in_force(self):
        return values.count(len(self._in_force()))

    def lines_in_force(self):
        return values.count(len({p.line for p in self._in_force()}))

    def in_force(self):
        return values.boolean(bool(self._in_force()))

    def bound(self):
        return values.boolean(any(policies.bound(p, self.d) for p in self.customer.policies))

    def insured(self):
        if self.in_force().value or self.bound().value:
            return values.boolean(True)
        ends = [policies.cover_end(p, self.d) for p in self.customer.policies if policies.started(p, self.d)]
        return values.boolean(any(0 <= dates.days(e, self.d) <= parameters.CONTINUITY_GAP_DAYS for e in ends))

    def ever_insured(self):
        return values.boolean(
            any(policies.started(p, self.d) or policies.bound(p, self.d) for p in self.customer.policies)
        )

    def days_to_renewal(self):
        end = policies.last_cover_end(self.customer.policies, self.d)
        if end is None or end < self.d:
            return values.undefined("count")
        return values.count(dates.days(self.d, end))

    def days_since_end(self):
        end = policies.last_cover_end(self.customer.policies, self.d)
        if end is None or end > self.d:
            return values.undefined("count")
        return values.count(dates.days(end, self.d))

    # --- facts ----------------------------------------------------------

    def fact(self, name):
        c = self.customer
        if name in ("kind", "credit"):
            return values.optional("enumeration", getattr(c, name))
        if name in ("intends_to_insure", "fraud_signs", "hard_to_settle"):
            return values.optional("boolean", getattr(c, name))
        if name == "manager_assigned":
            return values.optional("boolean", None if c.manager_id is None else c.manager_id != "")
        if name == "next_review":
            return values.optional("date", c.next_review)
        if name == "as_of":
            return values.optional("date", self.d)
        if name in parameters.INPUTS:
            return values.optional("boolean", c.inputs.get(name))
        return None


WITH_WINDOW = (
    "earned_premium written_premium placed_premium incurred paid reserve recovered loss_ratio claim_count "
    "claims_per_unit claim_frequency claim_severity credibility covered_days thin_exposure"
).split()
WITHOUT_WINDOW = (
    "annual_premium tender_premium claim_free_years covered_years tenure_years policies_in_force lines_in_force "
    "in_force bound insured ever_insured days_to_renewal days_since_end"
).split()
