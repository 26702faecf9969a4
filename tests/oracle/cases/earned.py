"""Earned premium: cumulative, rounded down, windows that add up."""
from vectors import bare, endorsement, measure, policy

measure(
    "earned", "rounded_down",
    bare([policy("P1", "2024-06-30", "2025-06-30", "100.00")]),
    ["earned_premium(12m)", "earned_premium(lifetime)"],
    "One day of 365 of 100.00 is 0.27397..: 0.27.",
)
measure(
    "earned", "starts_on_as_of",
    bare([policy("P1", "2024-07-01", "2025-07-01", "100.00")]),
    ["earned_premium(12m)", "written_premium(12m)", "policies_in_force", "earned_premium(lifetime)"],
    "On its first day a policy is in force and has earned nothing; its written premium is dated D, outside [.., D).",
)
measure(
    "earned", "ends_around_as_of",
    bare([
        policy("P1", "2023-06-30", "2024-06-30", "366.00", line="a"),
        policy("P2", "2023-07-01", "2024-07-01", "366.00", line="b"),
        policy("P3", "2023-07-02", "2024-07-02", "366.00", line="c"),
    ]),
    ["earned_premium(12m, line: a)", "earned_premium(12m, line: b)", "earned_premium(12m, line: c)", "earned_premium(lifetime)"],
    "366 days each, 1 a day: 365 days of the first lie in the window, all of the second, 365 of the third so far.",
)
measure(
    "earned", "leap_term",
    bare([policy("P1", "2024-02-29", "2025-02-28", "1000.00")]),
    ["earned_premium(12m)", "earned_premium(1m)"],
    "From 29 February 2024 to 28 February 2025 are 365 days; on 1 March 2024 one of them has gone: 2.73.",
    as_of="2024-03-01",
)
measure(
    "earned", "each_movement_rounded_by_itself",
    bare([policy("P1", "2024-06-01", "2024-07-31", "100.00", movements=[endorsement("2024-06-11", "100.00"), endorsement("2024-06-21", "100.00")])]),
    ["earned_premium(12m)"],
    "Days gone: 30 of 60, 20 of 50, 10 of 40: 50.00 + 40.00 + 25.00.",
)
measure(
    "earned", "two_roundings",
    bare([policy("P1", "2024-06-30", "2024-07-03", "0.05", movements=[endorsement("2024-06-30", "0.05")])]),
    ["earned_premium(12m)"],
    "A third of 0.05 is 0.0166: 0.01 for each movement, 0.02 together; rounding the sum (0.0333) would give 0.03.",
)
measure(
    "earned", "negative_endorsement_rounds_down",
    bare([policy("P1", "2024-06-30", "2024-07-03", "0.05", movements=[endorsement("2024-06-30", "-0.05")])]),
    ["earned_premium(12m)"],
    "0.0166 down is 0.01, -0.0166 down (towards minus infinity) is -0.02: together -0.01.",
)
measure(
    "earned", "two_endorsements_on_one_day",
    bare([policy("P1", "2024-01-01", "2025-01-01", "366.00", movements=[endorsement("2024-06-30", "185.00"), endorsement("2024-06-30", "185.00")])]),
    ["earned_premium(lifetime)", "written_premium(lifetime)"],
    "Two on one day are allowed. 182 days of 1.00, and one day of 185 twice: 184.00.",
)
measure(
    "earned", "endorsement_on_and_after_as_of",
    bare([policy("P1", "2024-01-01", "2025-01-01", "366.00", movements=[endorsement("2024-07-01", "184.00"), endorsement("2024-07-02", "183.00")])]),
    ["earned_premium(lifetime)", "written_premium(lifetime)", "annual_premium"],
    "An endorsement effective on D has earned nothing and is not yet written before D; the annual premium counts "
    "endorsements effective on or before D.",
)
measure(
    "earned", "endorsement_on_the_start",
    bare([policy("P1", "2024-01-01", "2025-01-01", "366.00", movements=[endorsement("2024-01-01", "-183.00")])]),
    ["earned_premium(lifetime)", "written_premium(lifetime)", "annual_premium"],
    "An endorsement may lie on the first day. 182 days of 1.00 less 182 of 0.50.",
)
measure(
    "earned", "windows_add_up",
    bare([policy("P1", "2021-10-05", "2024-02-29", "1000.01", movements=[endorsement("2022-02-28", "-333.33"), endorsement("2023-12-31", "77.77")])]),
    ["earned_premium(12m)", "earned_premium(12m, back: 12m)", "earned_premium(12m, back: 24m)", "earned_premium(36m)",
     "earned_premium(lifetime)", "earned_premium(7m, back: 5m)", "earned_premium(5m)"],
    "Earned in [a, b) is E(b) - E(a): the parts of any split add up exactly to the net premium, 744.45.",
)
measure(
    "earned", "cancelled_before_as_of",
    bare([policy("P1", "2024-01-01", "2025-01-01", "366.00", cancelled_on="2024-06-01", refunded="200.00")]),
    ["earned_premium(lifetime)", "earned_premium(1m)", "earned_premium(5m, back: 1m)", "written_premium(lifetime)", "annual_premium",
     "policies_in_force", "covered_days(lifetime)"],
    "At c = 1 June E becomes the final net, 166.00. The month from 1 June starts after it: nothing. The five months up to "
    "1 June hold all of it, for E(c) is already final.",
)
measure(
    "earned", "cancellation_inside_a_window",
    bare([policy("P1", "2024-01-01", "2025-01-01", "366.00", cancelled_on="2024-06-15", refunded="250.00")]),
    ["earned_premium(5m, back: 1m)", "earned_premium(1m)", "earned_premium(6m)", "covered_days(1m)"],
    "Before c nothing changes: 152.00 accrued by 1 June; at c E becomes 116.00, so June earned -36.00. The windows "
    "still add up to the net premium.",
)
measure(
    "earned", "cancelled_on_as_of",
    bare([policy("P1", "2024-01-01", "2025-01-01", "366.00", cancelled_on="2024-07-01", refunded="100.00")]),
    ["earned_premium(lifetime)", "written_premium(lifetime)", "in_force", "insured", "days_since_end", "annual_premium"],
    "A cancellation on D is in effect at the start of D: E(D) is the final net 266.00, the cover has ended. The refund is "
    "dated D, outside [.., D), so written is still 366.00.",
)
measure(
    "earned", "cancelled_the_day_after_as_of",
    bare([policy("P1", "2024-01-01", "2025-01-01", "366.00", cancelled_on="2024-07-02", refunded="100.00")]),
    ["earned_premium(lifetime)", "written_premium(lifetime)", "in_force", "days_to_renewal", "annual_premium"],
    "A cancellation dated after D is not yet known: 182.00 earned, original end and premium.",
)
measure(
    "earned", "cancelled_the_day_before_as_of",
    bare([policy("P1", "2024-01-01", "2025-01-01", "366.00", cancelled_on="2024-06-30", refunded="100.00")]),
    ["earned_premium(lifetime)", "written_premium(lifetime)", "in_force", "days_since_end"],
    "The refund dated the day before D lies in the window: written 266.00.",
)
measure(
    "earned", "cancelled_without_refund",
    bare([policy("P1", "2024-01-01", "2025-01-01", "366.00", cancelled_on="2024-06-01", movements=[endorsement("2024-03-01", "34.00")])]),
    ["earned_premium(lifetime)", "written_premium(lifetime)", "loss_ratio(lifetime)"],
    "No refund: the whole 400.00 is earned at the cancellation.",
)
measure(
    "earned", "cancelled_with_everything_refunded",
    bare([policy("P1", "2024-01-01", "2025-01-01", "366.00", cancelled_on="2024-06-01", refunded="366.00")]),
    ["earned_premium(lifetime)", "loss_ratio(lifetime)", "earned_premium(4m, back: 2m)", "tenure_years", "ever_insured"],
    "A refund may reach written + endorsements: the net is 0, the ratio undefined; the policy is not void, it had cover.",
)
measure(
    "earned", "void_on_its_start",
    bare([policy("P1", "2023-01-01", "2024-01-01", "365.00", cancelled_on="2023-01-01", refunded="365.00")]),
    ["earned_premium(lifetime)", "written_premium(lifetime)", "covered_days(lifetime)", "tenure_years", "ever_insured", "insured",
     "days_since_end", "claim_free_years"],
    "Cancelled on its start: void, no premium, no cover, no tenure.",
)
measure(
    "earned", "void_keeps_a_premium_out",
    bare([policy("P1", "2024-01-01", "2024-07-31", "365.00", cancelled_on="2023-12-01", refunded="65.00")]),
    ["earned_premium(lifetime)", "written_premium(lifetime)", "annual_premium"],
    "Cancelled before its start and not refunded in full: still void, 300.00 kept count nowhere.",
)
measure(
    "earned", "cancelled_the_day_after_its_start",
    bare([policy("P1", "2023-01-01", "2024-01-01", "365.00", cancelled_on="2023-01-02", refunded="364.00")]),
    ["earned_premium(lifetime)", "covered_days(lifetime)", "tenure_years", "ever_insured", "days_since_end"],
    "One day of cover is cover: not void.",
)
measure(
    "earned", "not_started",
    bare([policy("P1", "2024-07-02", "2025-07-02", "365.00", issued_on="2024-06-01"), policy("P2", "2024-07-02", "2025-07-02", "365.00")]),
    ["earned_premium(lifetime)", "written_premium(lifetime)", "annual_premium", "policies_in_force", "covered_days(lifetime)", "bound"],
    "A bound policy earns nothing and is in no annual premium; one not known to be issued counts nowhere.",
)
measure(
    "earned", "amounts_as_written",
    bare([policy("P1", "2023-07-01", "2024-07-01", "1000"), policy("P2", "2023-07-01", "2024-07-01", "0.5"), policy("P3", "2023-07-01", "2024-07-01", "0")]),
    ["earned_premium(12m)", "policies_in_force"],
    "Amounts may have fewer decimals than the currency; a premium of 0 is allowed.",
)
