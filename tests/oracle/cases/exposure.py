"""Section 1: covered days and thin exposure."""
from vectors import bare, claim, endorsement, measure, policy

measure("exposure", "covered_days", bare([
    policy("P1", "2023-06-01", "2023-09-01", "1.00"), policy("P2", "2023-08-01", "2023-10-01", "1.00", line="motor"), policy("P3", "2024-06-30", "2025-06-30", "1.00"),
    policy("P4", "2023-11-01", "2024-11-01", "1.00", cancelled_on="2023-11-03", refunded="0.00"), policy("P5", "2024-01-01", "2024-05-01", "1.00", cancelled_on="2024-01-01")]),
    ["covered_days(12m)", "covered_days(12m, line: motor)", "covered_days(12m, source: tender)", "covered_days(lifetime)", "covered_days(1m)"],
    "Each day once: [2023-07-01, 2023-10-01) is 92, two days of P4, one of P3; the void P5 none.")
measure("exposure", "covered_days_of_a_leap_year", bare([policy("P1", "2020-01-01", "2030-01-01", "1.00")]), ["covered_days(12m)", "covered_days(12m, back: 12m)"],
        "The twelve months before 1 July 2024 have 366 days, those before them 365.")
thin = ["covered_days(12m)", "earned_premium(12m)", "thin_exposure(12m)"]
measure("exposure", "thin_by_days_179", bare([policy("P1", "2024-01-04", "2025-01-04", "2000.00")]), thin, "179 covered days are thin.")
measure("exposure", "thin_by_days_180", bare([policy("P1", "2024-01-03", "2025-01-03", "2000.00")]), thin, "180 covered days are not (< 180 is).")
measure("exposure", "thin_by_premium_499_99", bare([policy("P1", "2023-07-01", "2024-07-01", "499.99")]), thin, "Earned 499.99 is thin.")
measure("exposure", "thin_by_premium_500_00", bare([policy("P1", "2023-07-01", "2024-07-01", "500.00")]), thin, "Earned 500.00 is not (< 500.00 is).")
measure("exposure", "thin_without_cover", bare(), thin, "Nothing at all is thin.")
measure("exposure", "thin_by_line", bare([policy("P1", "2023-07-01", "2024-07-01", "1000.00"), policy("P2", "2023-07-01", "2024-07-01", "100.00", line="motor")]),
        ["thin_exposure(12m)", "thin_exposure(12m, line: motor)", "thin_exposure(12m, line: property)", "thin_exposure(lifetime)", "thin_exposure(12m, back: 12m)", "not thin_exposure(12m)"],
        "Thin exposure takes a window and filters as every measure with a window does.")
