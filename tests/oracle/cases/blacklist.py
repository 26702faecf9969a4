"""Section 6: the criteria of the blacklist, which only ever propose."""
from vectors import assess, claim, policy, told

P1 = policy("P1", "2023-07-01", "2024-07-01", "1000.00")
P2 = policy("P2", "2024-07-01", "2025-07-01", "1000.00")


def three(last="500.00", **more):
    return [claim("L1", "2023-07-01", "500.00"), claim("L2", "2024-01-01", "500.00"), claim("L3", "2024-06-30", last, **more)]


def blacklist(name, customer, why):
    assess("blacklist", name, customer, why)


blacklist("ratio_150_percent", told([P1, P2], three()), "Three paid claims and 1500.00 over 1000.00: exactly 150% is not above it. Watch, no proposal.")
blacklist("ratio_a_cent_above", told([P1, P2], three("500.01")), "A cent above 150%: criterion (a) proposes; the standing is watch, for a person decides.")
blacklist("two_claims", told([P1, P2], three("1500.00")[1:]), "Two paid claims at 200%: watch, not criterion (a).")
blacklist("third_claim_unpaid", told([P1, P2], three("0.00") + [claim("L4", "2024-02-01", "0.00", status="open", reserve="9999.00")]), "Zero-settled and open claims are not paid, and reserves are not in the paid basis: two claims, 100%.")
blacklist("third_claim_recovered", told([P1, P2], three("9000.00", recovered="9000.00")), "Fully recovered is not paid: two claims at 100%.")
blacklist("third_claim_a_day_too_old", told([policy("P1", "2022-07-01", "2024-07-01", "2000.00"), P2], [claim("L1", "2023-06-30", "9000.00")] + three("9000.00")[1:]), "Two claims in the twelve months, the third on the day before.")
blacklist("third_claim_on_as_of", told([P1, P2], three("9000.00")[:2] + [claim("L3", "2024-07-01", "9000.00", "P2", reported_on="2024-06-30")]), "A loss on D is not known: two claims.")
blacklist("third_claim_catastrophe", told([P1, P2], three("9000.00", catastrophe=True)), "Criterion (a) leaves catastrophes out of count and ratio; the alerts do not.")
blacklist("catastrophe_in_the_ratio", told([P1, P2], three() + [claim("L4", "2024-03-01", "9000.00", catastrophe=True)]), "Three others at exactly 150%: the catastrophe does not lift the ratio of criterion (a).")
blacklist("one_event", told([P1, P2], three("900.00", event_id="E1") + [claim("L4", "2024-06-30", "900.00", event_id="E1")]), "Two claims and one event of two rows: three.")
blacklist("fleet_of_two", told([policy("P1", "2023-07-01", "2024-07-01", "1000.00", insured_units=2), P2], three("900.00") + [claim(f"M{i}", "2024-03-01", "100.00") for i in (1, 2)]), "Five claims over two units: 2.5 a unit is below 3.")
blacklist("fleet_of_two_with_six", told([policy("P1", "2023-07-01", "2024-07-01", "1000.00", insured_units=2), P2], three("900.00") + [claim(f"M{i}", "2024-03-01", "100.00") for i in (1, 2, 3)]), "Six over two units: exactly 3.")
blacklist("thin_179_days", told([policy("P1", "2024-01-04", "2025-01-04", "2000.00")], [claim(f"L{i}", f"2024-0{i}-10", "2000.00") for i in (1, 2, 3)]), "179 covered days: thin, neither criterion (a) nor high_loss_ratio; multi_claim is not gated.")
blacklist("thin_180_days", told([policy("P1", "2024-01-03", "2025-01-03", "2000.00")], [claim(f"L{i}", f"2024-0{i}-10", "2000.00") for i in (1, 2, 3)]), "180 covered days: not thin.")
blacklist("thin_499_99", told([policy("P1", "2023-07-01", "2024-07-01", "499.99")], three()), "Earned 499.99: thin.")
blacklist("thin_500_00", told([policy("P1", "2023-07-01", "2024-07-01", "500.00")], three()), "Earned 500.00: not thin.")
blacklist("earned_nothing", told([policy("P1", "2023-07-01", "2024-07-01", "0.00")], three()), "The ratio is undefined, but the exposure is thin: unknown and false is false, no finding is unknown.")
blacklist("fraud_signs", told(fraud_signs=True), "Criterion (b) proposes; the standing stays clear.")
blacklist("hard_to_settle", told([P1, P2], hard_to_settle=True), "Criterion (c) proposes.")
blacklist("pre_catastrophe_purchase", told(inputs={"pre_catastrophe_purchase": True}), "Criterion (d) is the host's finding.")
blacklist("everything", told([P1, P2], three("9000.00") + [claim("L4", "2024-01-01", "1.00", None)], fraud_signs=True, hard_to_settle=True, inputs={"pre_catastrophe_purchase": True}), "All four, and a claim without a policy.")
blacklist("not_told", told([P1, P2], fraud_signs=None, hard_to_settle=None, inputs=None), "Facts not told: (b), (c) and (d) are unknown, not false.")
blacklist("partner", told(kind="partner", fraud_signs=True), "The criteria are about partners as well.")
