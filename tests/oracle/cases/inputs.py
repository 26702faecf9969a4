"""Facts that are wrong: each its code and place."""
from vectors import D, bare, case, claim, endorsement, measure, policy

YEAR = ("2024-01-01", "2025-01-01")


def wrong(name, customer, why, as_of=D):
    case("inputs", name, "assess", {"as_of": as_of, "customer": customer}, why)


def bad_policy(name, why, start="2024-01-01", end="2025-01-01", written_premium="100.00", **more):
    wrong(name, bare([policy("P1", start, end, written_premium, **more)]), why)


def bad_claim(name, why, loss_date="2024-03-01", paid="1.00", **more):
    wrong(name, bare([policy("P1", *YEAR, "100.00")], [claim("L1", loss_date, paid, **more)]), why)


bad_policy("end_before_start", "Ends before it starts.", end="2023-12-31")
bad_policy("zero_length_term", "A term of no day.", end="2024-01-01")
bad_policy("refund_without_cancellation", "A refund without a cancellation.", refunded="1.00")
bad_policy("refund_above_premium", "A refund above written + endorsements (90.00).", cancelled_on="2024-06-01", refunded="90.01", movements=[endorsement("2024-03-01", "-10.00")])
measure("inputs", "refund_of_the_whole_premium", bare([policy("P1", *YEAR, "100.00", cancelled_on="2024-06-01", refunded="90.00", movements=[endorsement("2024-03-01", "-10.00")])]),
        ["written_premium(lifetime)"], "A refund of all of written + endorsements is no mistake: 0.00.")
bad_policy("cancelled_on_end", "Cancelled on its end.", cancelled_on="2025-01-01")
bad_policy("cancelled_after_end", "Cancelled after its end.", cancelled_on="2025-01-02")
measure("inputs", "cancelled_the_day_before_its_end", bare([policy("P1", "2024-01-01", "2024-06-01", "152.00", cancelled_on="2024-05-31")]), ["covered_days(lifetime)"], "Cancelled the day before its end is no mistake: 151 days.")
bad_policy("movement_before_start", "An endorsement before the start.", movements=[endorsement("2023-12-31", "1.00")])
bad_policy("movement_on_end", "An endorsement lies in [start, end).", movements=[endorsement("2024-03-01", "1.00"), endorsement("2025-01-01", "1.00")])
measure("inputs", "movement_on_the_last_day", bare([policy("P1", "2024-01-01", "2024-06-01", "0.00", movements=[endorsement("2024-05-31", "1.00")])]), ["earned_premium(lifetime)"], "The last day of the term is in it, and earns all.")
bad_policy("movement_on_cancellation", "An endorsement on the day of the cancellation.", cancelled_on="2024-06-01", movements=[endorsement("2024-06-01", "1.00")])
bad_policy("movement_after_cancellation", "An endorsement after the cancellation.", cancelled_on="2024-06-01", movements=[endorsement("2024-05-31", "1.00"), endorsement("2024-06-02", "1.00")])
bad_policy("movement_after_a_later_cancellation", "The cancellation is after D, the mistake is one all the same.", cancelled_on="2024-08-01", movements=[endorsement("2024-08-01", "1.00")])
bad_policy("negative_net_premium", "Endorsements may be negative, the net premium may not.", movements=[endorsement("2024-03-01", "-100.01")])
measure("inputs", "net_premium_of_nothing", bare([policy("P1", *YEAR, "100.00", movements=[endorsement("2024-03-01", "-100.00")])]), ["annual_premium", "written_premium(lifetime)"], "A net premium of 0 is no mistake.")
bad_policy("negative_premium", "A written premium below 0.", written_premium="-0.01")
bad_policy("negative_refund", "A refund below 0.", cancelled_on="2024-06-01", refunded="-1.00")
bad_claim("negative_paid", "Paid below 0.", paid="-0.01")
bad_claim("negative_reserve", "A reserve below 0.", reserve="-0.01")
bad_claim("negative_recovered", "Recovered below 0.", recovered="-0.01")
bad_claim("unknown_policy", "A claim of a policy that is not there.", policy_id="P9")
bad_claim("unknown_status", "A status that is none (settled is near).", status="setled")
bad_policy("unknown_source", "A business source that is none.", business_source="broker")
wrong("unknown_kind", bare(kind="company"), "A kind that is none.")
wrong("unknown_as_a_member", bare(credit="unknown"), "Missing is absent: `unknown` is no value of an enumeration.")
wrong("duplicate_policy", bare([policy("P1", *YEAR, "1.00"), policy("P1", *YEAR, "1.00")]), "Two policies of one id.")
wrong("duplicate_claim", bare([policy("P1", *YEAR, "1.00")], [claim("L1", "2024-03-01", "1.00"), claim("L1", "2024-03-02", "1.00")]), "Two claims of one id.")
bad_policy("too_many_decimals", "CNY has two decimals.", written_premium="100.005")
bad_policy("number_too_large", "2^63 minor units do not fit 64 bits.", written_premium="92233720368547758.08")
bad_policy("bad_decimal", "Not a decimal.", written_premium="1,000.00")
bad_policy("no_such_date", "30 February.", start="2024-02-30")
bad_policy("no_such_leap_day", "2023 has no 29 February.", start="2023-02-29")
bad_policy("open_end", "An open end is left empty, never 9999-12-31.", end="9999-12-31")
bad_policy("year_1899", "Years are 1900 to 2199.", start="1899-12-31")
bad_policy("year_2200", "Years are 1900 to 2199.", end="2200-01-01")
measure("inputs", "first_and_last_year", bare([policy("P1", "1900-01-01", "2199-12-31", "109572.00")]), ["earned_premium(lifetime)", "tenure_years", "days_to_renewal"], "The first and the last day that there are; 109,572 days, 1 a day.")
wrong("as_of_out_of_range", bare(), "D too lies in 1900 to 2199.", as_of="2200-01-01")
wrong("missing_kind", {"customer_id": "C1"}, "A kind is needed.")
wrong("missing_end", bare([{k: v for k, v in policy("P1", *YEAR, "1.00").items() if k != "end"}]), "A policy needs an end.")
wrong("unknown_field", bare(credits="good"), "A field that there is not (credit is near).")
wrong("wrong_shape_flag", bare(fraud_signs="true"), "A boolean is true or false, not text.")
wrong("wrong_shape_amount", bare([policy("P1", *YEAR, 100)]), "An amount is text, not a number.")
wrong("wrong_shape_list", {**bare(), "claims": {}}, "Claims are a list.")
bad_policy("no_units", "insured_units >= 1.", insured_units=0)
case("inputs", "mixed_currency", "measure", {"as_of": D, "customer": bare([policy("P1", *YEAR, "1.00"), policy("P2", *YEAR, "1.00", currency="USD")]), "expressions": ["annual_premium"]},
     "A figure of another currency cannot be measured.")
wrong("all_at_once", bare([policy("P1", "2024-02-30", "2025-01-01", "-1.00"), policy("P2", *YEAR, "1.005", insured_units=0)], [claim("L1", "2024-03-01", "1.00", status="lost")], credit="best"),
      "Every mistake of the facts in one answer, in the order of the facts.")
measure("inputs", "warnings_are_no_mistakes", bare([policy("P1", *YEAR, "100.00")], [claim("L1", "2024-03-02", "1.00", reported_on="2024-03-01"), claim("L2", "2024-08-01", "1.00")], history_from="2024-09-01"),
        ["annual_premium", "claim_count(1m)"], "Reported before the loss, loss after D, history_from after D: warnings.")
