"""Section 6: the categories."""
from vectors import assess, bare, claim, endorsement, policy, told

YEAR = ("2024-01-01", "2025-01-01")


def category(name, customer, why, **more):
    assess("category", name, customer, why, **more)


def notable(position=True, brand=True, contribution=True):
    given = {"position_notable": position, "brand_notable": brand, "contribution_notable": contribution, "pre_catastrophe_purchase": False}
    return {k: v for k, v in given.items() if v is not None}


# key
category("key_annual_50000", told([policy("P1", *YEAR, "50000.00")]), "Annual premium of exactly 50,000 is key; standard holds too.")
category("key_annual_a_cent_below", told([policy("P1", *YEAR, "49999.99")]), "49,999.99 is not key.")
category("key_annual_over_several", told([policy("P1", *YEAR, "30000.00"), policy("P2", *YEAR, "20000.00", line="motor", partner_id="B1", business_source="intermediary")]),
         "The annual premium counts every channel and line: 50,000.00.")
category("key_annual_not_insured", told([policy("P1", "2023-10-01", "2024-05-01", "60000.00")]), "A short term of the last year makes 60,000 annual premium, but the customer is no longer insured: prospect.")
category("key_annual_in_the_gap", told([policy("P1", "2023-10-01", "2024-06-01", "60000.00")]), "The same, ended 30 days ago: insured, key.")
category("key_tender_50000", told([policy("P1", "2023-01-01", "2026-01-01", "30000.00", tender_id="T1", business_source="tender"), policy("P2", "2023-01-01", "2026-01-01", "20000.00", tender_id="T1", business_source="tender")]),
         "A tender total of exactly 50,000, not annualised (16,666.66 a year): key.")
category("key_tender_a_cent_below", told([policy("P1", "2023-01-01", "2026-01-01", "30000.00", tender_id="T1", business_source="tender"), policy("P2", "2023-01-01", "2026-01-01", "19999.99", tender_id="T1", business_source="tender")]),
         "49,999.99 is not key.")
category("key_tenders_do_not_add", told([policy("P1", "2023-01-01", "2026-01-01", "30000.00", tender_id="T1", business_source="tender"), policy("P2", "2023-01-01", "2026-01-01", "30000.00", tender_id="T2", business_source="tender")]),
         "Two tenders of 30,000 are not one of 60,000.")
category("key_notable", told([policy("P1", *YEAR, "100.00")], inputs=notable()), "Position, brand and contribution marked together: key.")
category("key_notable_two_of_three", told([policy("P1", *YEAR, "100.00")], inputs=notable(brand=False)), "Two of three are not enough.")
category("key_notable_one_missing", told([policy("P1", *YEAR, "100.00")], inputs=notable(contribution=None)), "All known and true: a missing one makes it false, not unknown.")
category("key_notable_not_insured", told([], inputs=notable()), "Notable but not insured: not key.")
category("key_before_preferred", told([policy("P1", "2020-01-01", "2025-01-01", "300000.00")], credit="good"), "Key, preferred and standard hold; the first is the outcome.")
category("key_in_spite_of_losses", told([policy("P1", "2023-07-01", "2025-07-01", "200000.00")], [claim(f"L{i}", "2024-01-01", "400000.00") for i in range(3)]),
         "A high loss ratio is shown beside key, it does not take it away: watch, criterion (a).")
# partners
PLACED = dict(customer_id="B1", kind="partner")


def placed(amount, start="2024-01-01", end="2025-01-01"):
    return [policy("Q1", start, end, amount, partner_id="B1", business_source="intermediary")]


category("partner_500000", told(placed=placed("500000.00"), **PLACED), "Placed premium of exactly 500,000 is key; a partner holds its outcome only.")
category("partner_a_cent_below", told(placed=placed("499999.99"), **PLACED), "499,999.99: not_applicable.")
category("partner_window", told(placed=placed("900000.00", "2023-06-30", "2024-06-30"), **PLACED), "Written the day before the twelve months: not counted.")
category("partner_window_bound", told(placed=placed("900000.00", "2023-07-01", "2024-07-01"), **PLACED), "Written on the first day of the twelve months: key.")
category("partner_refund", told(placed=[policy("Q1", *YEAR, "500000.00", partner_id="B1", cancelled_on="2024-06-30", refunded="0.01")], **PLACED), "Placed premium is less the refunds: 499,999.99.")
category("partner_with_own_cover", told([policy("P1", *YEAR, "60000.00")], **{**PLACED, "credit": "good"}), "Annual premium does not make a partner key, nor is it ever preferred or standard.")
category("partner_with_own_placed_cover", told([policy("P1", *YEAR, "100.00", partner_id="B1")], placed=placed("499900.00"), **PLACED), "Its own policies that carry its id are included: 500,000.00.")
category("partner_notable", told([policy("P1", *YEAR, "100.00")], inputs=notable(), **PLACED), "The notable inputs are for others: not_applicable.")
category("partner_history_unknown", told(placed=placed("900000.00"), history_from="2023-07-02", **PLACED), "Placed premium unknown: key is listed as unknown, the outcome is not_applicable.")
category("partner_nothing_told", bare(**PLACED), "Only key and not_applicable are about partners: nothing else is listed as unknown.")
# preferred
LONG = policy("P1", "2015-07-01", "2025-07-01", "10000.00")
category("preferred_three_years", told([policy("P1", "2021-07-01", "2024-12-01", "1000.00")], credit="good"), "Exactly three claim-free years, good credit, insured.")
category("preferred_a_day_short", told([policy("P1", "2021-07-02", "2024-12-01", "1000.00")], [claim("L1", "2021-07-02", "900.00")], credit="good"), "A day short of three years; the ratio does not help: standard.")
category("preferred_organisation", told([LONG], kind="organisation", credit="good"), "Organisations may be preferred.")
category("preferred_credit_fair", told([LONG], credit="fair"), "Credit fair is not good: standard.")
category("preferred_credit_poor", told([LONG], credit="poor"), "Credit poor is not good: standard.")
category("preferred_credit_missing", told([LONG], credit=None), "Credit missing: preferred is unknown and listed, the outcome is standard.")
category("preferred_credit_missing_and_no_years", told([policy("P1", "2024-01-01", "2024-12-01", "1000.00")], credit=None), "Unknown and false is false: preferred is not unknown.")
category("preferred_not_insured", told([policy("P1", "2015-07-01", "2024-05-01", "1000.00")], credit="good"), "Insurance ended 61 days ago: no claim-free years count, not insured: prospect.")
category("preferred_in_the_gap", told([policy("P1", "2015-06-01", "2024-06-01", "1000.00")], credit="good"), "Ended 30 days ago: still insured, nine claim-free years.")
FOUR = [policy(f"P{i}", f"202{i}-07-01", f"202{i + 1}-07-01", "250.00") for i in range(5)]
category("preferred_ratio_30_percent", told(FOUR, [claim("L1", "2024-01-01", "300.00", "P3")], credit="good"), "0 claim-free years, 300.00 over 1000.00 earned is exactly 30%, 4 covered years: preferred.")
category("preferred_ratio_a_cent_above", told(FOUR, [claim("L1", "2024-01-01", "300.01", "P3")], credit="good"), "300.01 is above 30%: standard.")
category("preferred_ratio_a_cent_below", told(FOUR, [claim("L1", "2024-01-01", "299.99", "P3")], credit="good"), "299.99 is below 30%: preferred.")
category("preferred_ratio_counts_reserve", told(FOUR, [claim("L1", "2024-01-01", "200.00", "P3", reserve="100.01")], credit="good"), "The cumulative ratio is incurred over earned: the reserve counts, standard.")
category("preferred_ratio_counts_catastrophe", told(FOUR, [claim("L1", "2024-01-01", "10.00", "P3"), claim("L2", "2024-01-01", "300.00", "P3", catastrophe=True)], credit="good"),
         "Without the filter catastrophe claims count in the ratio: standard.")
category("preferred_ratio_three_years", told([policy("P1", "2021-07-01", "2025-07-01", "1461.00")], [claim("L1", "2024-01-01", "1.00")], credit="good"), "Exactly three covered years.")
category("preferred_ratio_a_day_short", told([policy("P1", "2021-07-02", "2025-07-02", "1461.00")], [claim("L1", "2024-01-01", "1.00")], credit="good"), "A day short of three covered years: standard.")
category("preferred_pending", told([LONG], [claim("L1", "2024-01-01", "0.00", status="open", reserve="9000.00")], credit="good"), "Claim-free years unknown, ratio above 30%: preferred unknown, the outcome is standard.")
category("preferred_pending_but_ratio", told([LONG], [claim("L1", "2024-01-01", "0.00", status="open", reserve="1.00")], credit="good"), "Unknown or true is true: the ratio makes it preferred.")
category("preferred_ratio_undefined", told([policy("P1", "2020-01-01", "2025-01-01", "0.00")], [claim("L1", "2024-01-01", "1.00")], credit="good"), "Nothing earned: the ratio is undefined, its comparison unknown, with four covered years preferred is unknown.")
category("preferred_ratio_undefined_and_no_years", told([policy("P1", "2024-07-01", "2025-07-01", "100.00")], credit="good"), "Undefined ratio, 0 covered years: unknown and false is false, not unknown.")
# standard, prospect, unattached
category("standard_bound", told([policy("P1", "2024-08-01", "2025-08-01", "100.00", issued_on="2024-06-30")]), "Bound: insured for the category.")
category("standard_bound_on_as_of", told([policy("P1", "2024-08-01", "2025-08-01", "100.00", issued_on="2024-07-01")]), "Issued on D: not yet bound, never insured: unattached.")
category("standard_gap_30", told([policy("P1", "2024-03-01", "2024-06-01", "100.00")]), "Ended 30 days ago: standard.")
category("standard_gap_31", told([policy("P1", "2024-03-01", "2024-05-31", "100.00")]), "Ended 31 days ago: prospect, insured here and left.")
category("standard_cancelled_31", told([policy("P1", "2024-03-01", "2025-03-01", "100.00", cancelled_on="2024-05-31", refunded="50.00")]), "Cancelled 31 days ago: prospect.")
category("prospect_intends", told(intends_to_insure=True), "Intends to insure.")
category("prospect_left_long_ago", told([policy("P1", "2001-01-01", "2002-01-01", "100.00")]), "Was insured here and left, however long ago; unattached holds as well.")
category("prospect_void_only", told([policy("P1", "2024-01-01", "2025-01-01", "100.00", cancelled_on="2024-01-01", refunded="100.00")]), "A void policy was never insurance: unattached.")
category("prospect_intention_missing", told(intends_to_insure=None), "Intention not told, never insured: prospect is unknown, the outcome unattached.")
category("prospect_intention_missing_but_left", told([policy("P1", "2001-01-01", "2002-01-01", "100.00")], intends_to_insure=None), "Unknown or true is true: prospect.")
category("standard_intends", told([policy("P1", *YEAR, "100.00")], intends_to_insure=True), "Insured and intending to: prospect does not hold.")
category("unattached", told(), "Never insured and no intention.")
category("nothing_told", bare(), "An id and a kind: prospect unknown, the criteria and the alerts about optional facts unknown.")
category("nothing_told_but_cover", bare([policy("P1", *YEAR, "60000.00")]), "Missing facts do not hinder what does not need them: key; preferred is false without claim-free years.")
