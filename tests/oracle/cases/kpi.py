"""Persistency with every exclusion, activity and productivity, concentration."""
from vectors import case


def received(on, amount, month=13):
    return {"month": month, "on": on, "amount": amount}


def policy(id, effective="2023-03-10", premium="1000.00", paid="1000.00", on="2024-03-10", **more):
    """A policy whose thirteenth month was paid on its first day, unless said."""
    base = {"policy_id": id, "effective": effective, "premium": premium, "received": [received(on, paid)]}
    return {k: v for k, v in {**base, **more}.items() if v is not None}


def lapsed(id, by, on, paid=False, **more):
    """Nothing received of month 13, ended by something on a day."""
    more = {"received": [], **more} if not paid else more
    return policy(id, ceased={"by": by, "on": on}, **more)


def persistency(name, policies, why, **spec):
    base = {"as_of": "2025-03-02", "month": 13, "currency": "CNY"}
    if "cohort" not in spec:
        base["period"] = "2024"
    spec = {k: v for k, v in {**base, **spec}.items() if v is not None}
    case("persistency", name, "kpi_persistency", {"spec": spec, "policies": policies}, why)


# The cohort.
persistency("cohort_of_a_year", [
    policy("last_day_before", "2022-12-31", paid="1.00"),
    policy("first_day", "2023-01-01", on="2024-01-01", paid="10.00"),
    policy("last_day", "2023-12-31", on="2024-12-31", paid="100.00"),
    policy("first_day_after", "2024-01-01", on="2025-01-01", paid="1000.00"),
], "Of 2024 those are measured that took effect in 2023, the first day of it and the last: 110.00 of 2,000.00.")
persistency("month_25", [
    policy("a", "2022-06-30", received=[received("2024-06-30", "700.00", 25), received("2023-06-30", "9.00", 13)]),
    policy("b", "2023-01-01", received=[received("2025-01-01", "1.00", 25)]),
], "Month 25 begins two years after the effective day; the cohort is that of two years before: what came for month 13 is not looked at.", month=25)
persistency("cohort_from_a_leap_day", [
    policy("february_27", "2023-02-27"),
    policy("february_28", "2023-02-28", on="2024-02-28", paid="500.00"),
    policy("march_30", "2023-03-30", paid="250.00"),
    policy("march_31", "2023-03-31"),
], "29 February to 31 March 2024 is, a year earlier, 28 February to 31 March 2023: the end of the month stands for the day that is not there.",
    period={"from": "2024-02-29", "to": "2024-03-31"})
persistency("own_cohort", [policy("a", "2023-03-10"), policy("b", "2023-03-11")], "A cohort may be given instead of a period.", cohort={"from": "2023-03-10", "to": "2023-03-11"})
# The grace period.
persistency("grace_day_before", [policy("p", on="2024-05-08")], "Month 13 begins on 10 March 2024 and sixty days later is 9 May: paid the day before, it counts.")
persistency("grace_day_on", [policy("p", on="2024-05-09")], "The sixtieth day is the last that counts.")
persistency("grace_day_after", [policy("p", on="2024-05-10")], "A day later it does not: nothing of 1,000.00, and 1,000.00 came late.")
persistency("grace_of_a_leap_day", [
    policy("on_leap_day", "2024-02-29", on="2025-04-29"),
    policy("leap_day_late", "2024-02-29", on="2025-04-30"),
    policy("day_before", "2024-02-28", on="2025-04-29"),
], "A year after 29 February 2024 is 28 February 2025, and sixty days later 29 April, as for the policy of the 28th: two of three.", period="2025", as_of="2026-01-01")
persistency("without_grace", [policy("on_the_day"), policy("late", on="2024-03-11")], "Without days of grace the first day of the month is the last that counts.", grace_days=0)
persistency("paid_ahead", [policy("p", on="2023-03-10"), policy("q", received=[received("2024-03-10", "400.00", 12), received("2024-03-10", "300.00", 13), received("2024-03-20", "250.00", 13)])],
    "Paid a year ahead, month 13 is paid; what is for month 12 is not looked at; two parts add up: 1,550.00 of 2,000.00.")
persistency("refund", [policy("p", received=[received("2024-03-10", "1000.00"), received("2024-04-01", "-1000.00")]), policy("q")], "Paid and paid back is not kept: 1,000.00 of 2,000.00.")
persistency("late_as_far_as_known", [policy("p", received=[received("2024-05-10", "7.00"), received("2024-05-31", "30.00"), received("2024-06-01", "500.00")])], "Asked on 1 June: what came on 10 and on 31 May came late, what comes on 1 June is not known.", as_of="2024-06-01")
# Maturity.
MATURITY = [policy("p", on="2024-04-01", paid="900.00")]
persistency("immature_day_before", MATURITY, "On 8 May the grace period runs for two more days: left out on both sides, and nothing is measurable.", as_of="2024-05-08")
persistency("immature_on_the_last_day", MATURITY, "On the morning of 9 May it still runs.", as_of="2024-05-09")
persistency("mature_day_after", MATURITY, "On 10 May it is over, and the policy is measured: 900.00 of 1,000.00.", as_of="2024-05-10")
persistency("known_until", [
    policy("to_the_end_of_grace", known_until="2024-05-09"),
    policy("a_day_longer", known_until="2024-05-10", paid="800.00"),
], "Of the first nothing is known of the last day of grace; of the second it is.")
# Each exclusion.
for by in "cooling_off claim waiver cancelled transferred_out".split():
    for variant in ("regulatory", "management"):
        persistency(f"without_{by}_{variant}", [lapsed("gone", by, "2023-12-01"), policy("kept", paid="900.00")], "Left out on both sides in either variant: 900.00 of 1,000.00.", variant=variant)
for by in "suspended converted".split():
    persistency(f"without_{by}_regulatory", [lapsed("gone", by, "2023-12-01"), policy("kept", paid="900.00")], "Left out on both sides, as the regulator counts: 900.00 of 1,000.00.")
    persistency(f"with_{by}_management", [lapsed("gone", by, "2023-12-01"), policy("kept", paid="900.00")], "The management's variant keeps it in: 900.00 of 2,000.00.", variant="management")
for by in "surrendered lapsed matured".split():
    persistency(f"with_{by}", [lapsed("gone", by, "2023-12-01"), policy("kept", paid="900.00")], "It counts against persistency in every variant: 900.00 of 2,000.00.")
persistency("ceased_on_the_last_day_of_grace", [lapsed("p", "claim", "2024-05-09"), policy("q")], "On the last day of grace it is still looked at: left out.")
persistency("ceased_after_grace", [lapsed("p", "claim", "2024-05-10"), policy("q")], "A day later it is not: the policy was not paid in time, 1,000.00 of 2,000.00.")
persistency("short_single_group", [
    policy("short", long_term=False), policy("single", single=True, premium="50000.00"), policy("group", individual=False), policy("all_three", individual=False, long_term=False, single=True), policy("q"),
], "Business of a group, of short term and of a single premium are no part of it, each under its first reason.")
persistency("first_reason", [
    lapsed("immature", "claim", "2024-12-20", effective="2023-12-31"), policy("single", single=True, known_until="2023-06-01"), policy("not_known", received=None, ceased={"by": "claim", "on": "2024-01-01"}),
], "Immature comes before what ended it, a single premium before immaturity, what ended it before what is not known.", as_of="2025-03-01")
persistency("receipts_not_known", [policy("p", received=None), policy("q", paid="900.00")], "Where the receipts are not known nothing is guessed: left out; an empty list would be nothing received.")
# Riders.
RIDER = {"rider_id": "R1", "added_on": "2024-03-01", "received": [received("2024-05-09", "200.00")]}
persistency("riders_above_all", [policy("p", riders=[RIDER])], "A rider added in the first thirteen months counts above and not below the line: 1,200.00 of 1,000.00; capped it is 100%.")
persistency("rider_on_the_last_day", [policy("p", riders=[{**RIDER, "added_on": "2024-04-09"}]), policy("q", riders=[{**RIDER, "added_on": "2024-04-10"}])],
    "Thirteen months from 10 March 2023 end on 10 April 2024, which is too late: only the first rider counts.")
persistency("rider_late", [policy("p", on="2024-05-10", riders=[{**RIDER, "received": [received("2024-05-10", "200.00"), received("2024-05-01", "30.00", 12)]}])],
    "Rider and policy paid a day after grace: nothing counts, two receipts of 1,200.00 came late.")
persistency("rider_of_twelve_months", [policy("p", riders=[{**RIDER, "added_on": "2024-03-09"}]), policy("q", riders=[{**RIDER, "added_on": "2024-03-10"}])], "Riders of the first twelve months only, when so asked.", rider_months=12)
# By count.
persistency("by_count", [
    policy("paid", paid="0.01"), policy("nothing", received=[]), policy("refunded", received=[received("2024-03-10", "5.00"), received("2024-03-11", "-5.00")]),
    policy("rider_only", received=[], riders=[RIDER]), policy("not_told", received=None), policy("not_told_lapsed", received=None, ceased={"by": "lapsed", "on": "2024-05-09"}),
    policy("not_told_lapsed_after", received=None, ceased={"by": "lapsed", "on": "2024-05-10"}), lapsed("claim", "claim", "2024-01-01"),
], "Three of seven: paid at all, or nothing told and not ended in time. A rider keeps no policy; a claim is left out.", basis="count")
persistency("by_count_without_money", [
    {"policy_id": "a", "effective": "2023-03-10"}, {"policy_id": "b", "effective": "2023-04-10", "ceased": {"by": "suspended", "on": "2024-01-01"}}, {"policy_id": "c", "effective": "2023-04-10", "ceased": {"by": "surrendered", "on": "2024-01-01"}},
], "No currency, no amounts: one of two by the regulator's count, and the one that was suspended is left out.", basis="count", currency=None)
persistency("by_count_management", [
    {"policy_id": "a", "effective": "2023-03-10"}, {"policy_id": "b", "effective": "2023-04-10", "ceased": {"by": "suspended", "on": "2024-01-01"}},
], "The management's variant keeps the suspended policy in: one of two.", basis="count", currency=None, variant="management")
# Groups and currencies.
persistency("by_channel", [
    policy("a", groups={"channel": "bank", "branch": "hz"}), policy("b", groups={"channel": "agents"}, paid="0.00"), policy("c", paid="333.00"), lapsed("d", "claim", "2024-01-01", groups={"channel": "post"}),
], "Each channel by itself, in order of its name, those without one last; a channel of which nothing is measurable says so.", by=["channel", "branch"])
persistency("in_yen", [{"policy_id": "a", "effective": "2023-03-10", "premium": "3000", "received": [received("2024-03-10", "1000")]}], "A currency without decimals: a third.", currency="JPY")
persistency("nothing_at_all", [], "Nothing to measure is undefined, never zero.")
persistency("premium_of_nothing", [policy("a", premium="0.00", paid="5.00")], "Nothing to divide by, although something came in.")
# Mistakes.
persistency("period_and_cohort", [policy("a")], "One or the other.", period="2024", cohort={"from": "2023-01-01", "to": "2024-01-01"})
persistency("period_without_a_day", [policy("a")], "An evaluation has at least a day.", period={"from": "2024-01-01", "to": "2024-01-01"})
persistency("no_currency", [], "Premium has a currency.", currency=None)
persistency("no_premium", [policy("a", premium=None)], "Measured by premium every policy states its own.")
persistency("negative_premium", [policy("a", premium="-1.00")], "An original premium is never negative.")
persistency("same_policy_twice", [policy("a"), policy("a")], "A policy counts once.")
persistency("rider_of_the_first_day", [policy("a", riders=[{**RIDER, "added_on": "2023-03-10"}])], "A rider of the first day is in the original premium.")
persistency("ceased_before_it_began", [policy("a", ceased={"by": "claim", "on": "2023-03-09"})], "Nothing ends before it begins.")
persistency("known_until_the_first_day", [policy("a", known_until="2023-03-10")], "A row that says nothing of any day.")


# --- activity -------------------------------------------------------------


def agent(id, since="2020-01-01", to=None, **groups):
    return {"agent_id": id, "from": since, **({"to": to} if to else {}), **({"groups": groups} if groups else {})}


def sale(id, agent_id, issued_on="2024-05-03", premium="800.00"):
    return {"policy_id": id, "agent_id": agent_id, "issued_on": issued_on, **({"premium": premium} if premium else {})}


def activity(name, agents, sales, why, **spec):
    spec = {k: v for k, v in {"period": "2024-05", "currency": "CNY", **spec}.items() if v is not None}
    case("activity", name, "kpi_activity", {"spec": spec, "agents": agents, "sales": sales}, why)


activity("average_heads", [agent("A"), agent("B", to="2024-05-20"), agent("C", "2024-05-01"), agent("D", "2024-06-01"), agent("E", to="2024-06-01"), agent("F", to="2024-05-01")],
    [sale("1", "A"), sale("2", "A"), sale("3", "B", "2024-05-19"), sale("4", "C", "2024-05-31")],
    "At the beginning A, B, C and E, at the end A, C and D: 3.5 on average, of whom three sold: 6 / 7. Premium 3,200.00: 914.29 a head, 1,066.67 an active one.")
activity("days_of_service", [agent("A", "2024-05-03", "2024-05-10")],
    [sale("first", "A"), sale("last", "A", "2024-05-09"), sale("after", "A", "2024-05-10"), sale("before", "A", "2024-05-02"), sale("june", "A", "2024-06-01"), sale("april", "A", "2024-04-30"), sale("who", "Z"), sale("who_in_june", "Z", "2024-06-01")],
    "Came and went within the month: nobody at its beginning or end, so that there is no average, but two policies and an active agent. What is not counted is told under its first reason.")
activity("above_all", [agent("A", "2024-05-02", "2024-05-30"), agent("B")], [sale("1", "A"), sale("2", "B")], "Two were active and one was there on average: 200%.")
activity("reversals", [agent("A"), agent("B")], [sale("1", "A", premium="100.00"), sale("2", "A", premium="-250.00"), sale("3", "B", premium=None)], "A reversal takes away; a sale without premium counts as a policy and is told.")
activity("at_least_two", [agent("A"), agent("B")], [sale("1", "A"), sale("2", "A"), sale("3", "B")], "Active only with two policies: one of two.", least_policies=2)
activity("nobody", [], [], "No heads, nobody active: nothing is zero.")
activity("without_money", [agent("A")], [sale("1", "A", premium=None)], "Without a currency only heads and policies.", currency=None)
activity("served_twice", [agent("A", "2020-01-01", "2024-05-10", unit="hz"), agent("A", "2024-05-10", unit="jx"), agent("B", unit="hz"), agent("C")],
    [sale("1", "A", "2024-05-09"), sale("2", "A", "2024-05-10"), sale("3", "C", premium=None), sale("4", "Z")],
    "A changes units in the month and is one head at each end; each sale counts where it was made; C has no unit.", by=["unit"], period={"from": "2024-05-01", "to": "2024-06-01"})
activity("services_that_overlap", [agent("A", "2024-01-01"), agent("A", "2020-01-01", "2024-01-02")], [], "The later of the two is named.")
activity("service_without_a_day", [agent("A", "2024-01-01", "2024-01-01")], [], "A service has at least a day.")
activity("money_without_a_currency", [agent("A")], [sale("1", "A")], "An amount in no currency.", currency=None)


# --- concentration ----------------------------------------------------------


def concentration(name, amounts, why, currency="USD", **more):
    rows = [{"id": f"P{i}", "amount": a} for i, a in enumerate(amounts)]
    json = {**({"currency": currency} if currency else {}), **more, "rows": rows}
    case("concentration", name, "kpi_concentration", json, why)


concentration("ties_stay_together", ["10.00", "30.00", "20.00", "20.00", "20.00"], "The two largest are the one of 30.00 and one of three of 20.00: all three are in it, 90 of 100; half of all is reached with the second, and so with four.", top=[2, 1], shares=["50%"])
concentration("exactly_at_the_share", ["50.00", "30.00", "20.00"], "80% is reached exactly with two; a thousandth more needs the third.", top=[], shares=["80.1%", "0.8", "30%", "80%"])
concentration("more_than_there_are", ["1.00"], "Of one row the first twenty are that one.", top=[20], shares=["100%"])
concentration("negative_and_zero", ["-5.00", "0.00", "15.00", "-0.01"], "What is negative is left out and told; a row of nothing is still a row.", top=[1, 2], shares=["100%"], as_of="2024-12-31")
concentration("nothing", ["0.00", "0.00"], "There is nothing to share.", top=[1], shares=["80%"])
concentration("whole_units", ["3", "1", "1"], "Without a currency amounts are whole.", currency=None, top=[1], shares=["60%"])
concentration("decimals_without_a_currency", ["1", "2.50"], "An amount that is not whole has a currency.", currency=None, top=[1], shares=[])
concentration("share_above_all", ["1.00"], "Neither nothing nor more than all can be asked for.", top=[], shares=["0%", "100%", "100.1%"])
