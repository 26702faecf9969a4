"""Section 1: windows, their bounds, lags and filters."""
from vectors import bare, claim, measure, policy

LONG = policy("P1", "2010-01-01", "2030-01-01", "7305.00")


def lost_on(*days):
    return [claim(f"L{i}", day, f"{10**i}.00") for i, day in enumerate(days)]


measure(
    "windows", "trailing_bounds",
    bare([LONG], lost_on("2023-06-30", "2023-07-01", "2024-06-30")),
    ["claim_count(12m)", "paid(12m)", "paid(1y)", "paid(lifetime)"],
    "[D-12m, D): the day before the bound is out, the bound is in, the day before D is in. Amounts 1, 10, 100 "
    "tell which claims were counted.",
)
measure(
    "windows", "loss_on_as_of_is_out",
    bare([LONG], lost_on("2024-06-30", "2024-07-01", "2024-07-02")),
    ["claim_count(12m)", "paid(lifetime)"],
    "Events count if dated before D: a loss on D is not in [.., D).",
)
measure(
    "windows", "clamped_to_february",
    bare([LONG], lost_on("2023-02-27", "2023-02-28", "2023-03-01", "2023-03-30")),
    ["paid(1m)"],
    "One month before 31 March 2023 is 28 February (clamped).",
    as_of="2023-03-31",
)
measure(
    "windows", "clamped_to_leap_february",
    bare([LONG], lost_on("2024-02-28", "2024-02-29", "2024-03-30")),
    ["paid(1m)"],
    "One month before 31 March 2024 is 29 February.",
    as_of="2024-03-31",
)
measure(
    "windows", "as_of_on_leap_day",
    bare([LONG], lost_on("2023-02-27", "2023-02-28", "2024-02-28", "2020-02-28", "2020-02-29")),
    ["paid(12m)", "paid(48m)", "paid(4y)"],
    "12 months before 29 February 2024 is 28 February 2023; 48 months before it is 29 February 2020, unclamped.",
    as_of="2024-02-29",
)
measure(
    "windows", "as_of_after_leap_day",
    bare([LONG], lost_on("2024-02-27", "2024-02-28", "2024-02-29")),
    ["paid(12m)"],
    "12 months before 28 February 2025 is 28 February 2024, not the 29th.",
    as_of="2025-02-28",
)
measure(
    "windows", "lag_is_not_chained",
    bare([LONG], lost_on("2024-02-28", "2024-02-29", "2024-03-30", "2024-03-31", "2024-04-29", "2024-04-30", "2024-05-30")),
    ["paid(1m)", "paid(1m, back: 1m)", "paid(1m, back: 2m)"],
    "Each bound from D = 31 May: [30 Apr, 31 May), [31 Mar, 30 Apr), [29 Feb, 31 Mar). Chained from 30 April the second "
    "would open on 30 March.",
    as_of="2024-05-31",
)
measure(
    "windows", "lag_of_a_year",
    bare([LONG], lost_on("2022-06-30", "2022-07-01", "2023-06-30", "2023-07-01", "2021-07-01", "2021-06-30")),
    ["paid(12m)", "paid(12m, back: 12m)", "paid(12m, back: 24m)", "paid(36m)", "paid(3y)", "paid(24m, back: 12m)"],
    "The lagged windows touch without overlap: [2022-07-01, 2023-07-01) and so on; 36m = 3y = the sum of three.",
)
measure(
    "windows", "policy_year",
    bare(
        [
            policy("P1", "2022-09-15", "2025-09-15", "1096.00"),
            policy("P2", "2024-03-01", "2025-03-01", "365.00", line="motor"),
            policy("P3", "2023-01-01", "2024-01-01", "365.00"),
        ],
        [
            claim("L0", "2023-09-14", "1.00"),
            claim("L1", "2023-09-15", "10.00"),
            claim("L2", "2024-03-01", "100.00", "P2"),
            claim("L3", "2023-12-31", "1000.00", "P3"),
            claim("L4", "2024-06-30", "10000.00"),
        ],
    ),
    ["paid(policy_year)", "claim_count(policy_year)", "earned_premium(policy_year)", "written_premium(policy_year)",
     "covered_days(policy_year)", "loss_ratio(policy_year)", "paid(policy_year, line: motor)"],
    "Per policy in force, from its latest anniversary: P1 from 2023-09-15 (290 days), P2 from 2024-03-01 (122 days); P3 is not "
    "in force. 1 a day: earned 412. Written: P2's premium only.",
)
measure(
    "windows", "policy_year_on_the_anniversary",
    bare([policy("P1", "2022-07-01", "2025-07-01", "1096.00")], [claim("L1", "2024-06-30", "10.00")]),
    ["earned_premium(policy_year)", "claim_count(policy_year)", "claims_per_unit(policy_year)", "covered_days(policy_year)",
     "loss_ratio(policy_year)"],
    "An anniversary on D opens the window at D: it is empty, and a ratio in it undefined.",
)
measure(
    "windows", "policy_year_day_before_the_anniversary",
    bare([policy("P1", "2022-07-02", "2025-07-02", "1096.00")], [claim("L1", "2023-07-02", "10.00"), claim("L2", "2023-07-01", "1.00")]),
    ["earned_premium(policy_year)", "paid(policy_year)"],
    "The day before an anniversary the policy year is 365 days long (2023-07-02 to 2024-07-01).",
)
measure(
    "windows", "policy_year_from_a_leap_day",
    bare([policy("P1", "2020-02-29", "2024-02-29", "1461.00")], [claim("L0", "2023-02-27", "1.00"), claim("L1", "2023-02-28", "10.00")]),
    ["earned_premium(policy_year)", "paid(policy_year)"],
    "The anniversary of 29 February is 28 February in a common year: [2023-02-28, 2023-03-01) is one day.",
    as_of="2023-03-01",
)
measure(
    "windows", "policy_year_without_a_policy_in_force",
    bare([policy("P1", "2023-01-01", "2024-01-01", "365.00")], [claim("L1", "2023-12-31", "10.00")]),
    ["earned_premium(policy_year)", "claim_count(policy_year)", "covered_days(policy_year)", "loss_ratio(policy_year)",
     "thin_exposure(policy_year)"],
    "No policy in force: sums are nothing, the ratio is undefined.",
)
measure(
    "windows", "filters",
    bare(
        [
            policy("P1", "2023-07-01", "2024-07-01", "366.00"),
            policy("P2", "2023-07-01", "2024-07-01", "732.00", line="motor", business_source="intermediary"),
            policy("P3", "2023-10-01", "2024-10-01", "3660.00", line="motor", business_source="tender", insured_units=4),
        ],
        [
            claim("L1", "2023-08-01", "10.00", "P1"),
            claim("L2", "2023-09-01", "100.00", "P2", catastrophe=True),
            claim("L3", "2023-11-01", "1000.00", "P3"),
        ],
    ),
    ["earned_premium(12m, line: motor)", "earned_premium(12m, source: tender)", "earned_premium(12m, line: motor, source: intermediary)",
     "written_premium(12m, line: property)", "incurred(12m, line: motor)", "incurred(12m, source: tender)", "incurred(12m, catastrophe: no)", "incurred(12m)",
     "claim_count(12m, line: motor, catastrophe: no)", "loss_ratio(12m, line: motor)", "covered_days(12m, source: tender)",
     "claims_per_unit(12m, line: property)", "claims_per_unit(12m)", "claim_count(12m, line: cargo)", "loss_ratio(12m, line: cargo)",
     "thin_exposure(12m, line: property)"],
    "Every measure with a window takes line:, source: and catastrophe: no; claims follow their policy. A line without "
    "policies: counts of 0, an undefined ratio.",
)
