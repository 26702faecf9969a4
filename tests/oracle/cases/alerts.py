"""Section 6: the alerts."""
from vectors import assess, claim, policy, told


def alert(name, customer, why, **more):
    assess("alerts", name, customer, why, **more)


P1 = policy("P1", "2023-07-01", "2024-07-01", "1000.00")
NEXT = policy("P2", "2024-07-01", "2025-07-01", "1000.00")


def ending(day, start="2024-01-01"):
    return policy("P1", start, day, "100.00")


alert("multi_claim_two", told([P1, NEXT], [claim("L1", "2023-07-01", "1.00"), claim("L2", "2024-06-30", "1.00")]), "Two paid claims in twelve months: multi_claim, watch.")
alert("multi_claim_one", told([P1, NEXT], [claim("L1", "2023-07-01", "1.00"), claim("L2", "2024-06-30", "0.00", reserve="1.00", status="open")]), "One paid claim: clear.")
alert("multi_claim_catastrophe", told([P1, NEXT], [claim("L1", "2023-07-01", "1.00", catastrophe=True), claim("L2", "2024-06-30", "1.00")]), "Without the filter catastrophes count: multi_claim.")
alert("multi_claim_fleet", told([policy("P1", "2023-07-01", "2024-07-01", "1000.00", insured_units=2), NEXT], [claim(f"L{i}", "2024-01-01", "1.00") for i in range(3)]), "Three claims over two units: 1.5 is below 2.")
alert("high_loss_ratio_100_percent", told([P1, NEXT], [claim("L1", "2024-01-01", "1000.00")]), "Exactly 100% is not high.")
alert("high_loss_ratio_a_cent_above", told([P1, NEXT], [claim("L1", "2024-01-01", "1000.01")]), "A cent above: high_loss_ratio, watch.")
alert("high_loss_ratio_is_paid", told([P1, NEXT], [claim("L1", "2024-01-01", "1000.00", reserve="5000.00")]), "The paid basis: reserves do not make it.")
alert("renewal_due_in_60_days", told([ending("2024-08-30")]), "The cover ends in 60 days.")
alert("renewal_due_in_61_days", told([ending("2024-08-31")]), "In 61 days: not yet due.")
alert("renewal_due_in_1_day", told([ending("2024-07-02")]), "Tomorrow.")
alert("renewal_due_in_0_days", told([ending("2024-07-01")]), "The cover ends on D: due in 0 days; ended 0 days ago is no lapse.")
alert("renewal_due_but_bound", told([ending("2024-07-15"), policy("P2", "2024-07-15", "2025-07-15", "100.00", issued_on="2024-06-30")]), "A bound renewal suppresses renewal_due.")
alert("renewal_due_issued_today", told([ending("2024-07-15"), policy("P2", "2024-07-15", "2025-07-15", "100.00", issued_on="2024-07-01")]), "A renewal issued on D is not bound yet: due.")
alert("renewal_due_bound_void", told([ending("2024-07-15"), policy("P2", "2024-07-15", "2025-07-15", "100.00", issued_on="2024-06-01", cancelled_on="2024-07-01", refunded="100.00")]), "A bound renewal cancelled on D follows no more: due.")
alert("renewal_due_bound_short", told([ending("2024-07-15"), policy("P2", "2024-07-15", "2024-08-15", "100.00", issued_on="2024-06-30")]), "The renewal itself ends within 60 days: due.")
alert("lapse_1_day", told([ending("2024-06-30")]), "Ended yesterday: lapse, still insured.")
alert("lapse_90_days", told([ending("2024-04-02")]), "Ended 90 days ago: lapse.")
alert("lapse_91_days", told([ending("2024-04-01")]), "Ended 91 days ago: no longer.")
alert("lapse_by_cancellation", told([policy("P1", "2024-01-01", "2025-01-01", "100.00", cancelled_on="2024-06-30", refunded="50.00")]), "A cancelled cover lapses as well.")
alert("lapse_but_followed", told([ending("2024-06-01"), policy("P2", "2024-06-20", "2025-06-20", "100.00")]), "Another cover follows: no lapse.")
alert("lapse_but_bound", told([ending("2024-06-01"), policy("P2", "2024-07-20", "2025-07-20", "100.00", issued_on="2024-06-20")]), "A bound cover follows: no lapse.")
alert("manager_missing", told(manager_id=""), "Known to have no manager; never makes a customer watch.")
alert("manager_not_told", told(manager_id=None), "Not told whether there is a manager: unknown.")
alert("review_due_on_as_of", told(next_review="2024-07-01"), "The next review is on D: due.")
alert("review_due_tomorrow", told(next_review="2024-07-02"), "Tomorrow: not due.")
alert("review_not_told", told(next_review=None), "No review date told: unknown.")
alert("unknown_by_history", told([P1, NEXT], history_from="2024-01-01"), "The twelve months are not known: multi_claim and high_loss_ratio unknown; standing clear, for neither is true.")
alert("earned_nothing", told([policy("P1", "2024-07-01", "2025-07-01", "100.00")]), "The ratio is undefined, the exposure thin: high_loss_ratio is false, not unknown.")
alert("every_alert", told([ending("2024-06-30", "2023-06-30")], [claim("L1", "2024-01-01", "100.00"), claim("L2", "2024-01-02", "600.00")], manager_id="", next_review="2024-06-01"),
      "100.00 earned is thin, so no high_loss_ratio: lapse, manager_missing, multi_claim, review_due, in order of id.")
alert("partner", told(kind="partner", manager_id=""), "Alerts are about partners as well.")
