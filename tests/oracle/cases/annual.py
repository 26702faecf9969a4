"""Section 2: the annual premium."""
from vectors import bare, endorsement, measure, policy


def annual(name, policies, why, as_of="2024-07-01", **more):
    measure("annual", name, bare(policies, **more), ["annual_premium"], why, as_of)


annual("one_year", [policy("P1", "2024-01-01", "2025-01-01", "1000.00", movements=[endorsement("2024-06-01", "-100.00"), endorsement("2024-07-02", "500.00")])],
       "A whole year, k = 1: written and endorsements effective on or before D.")
annual("two_and_three_years", [policy("P1", "2023-01-01", "2025-01-01", "100.01"), policy("P2", "2023-01-01", "2026-01-01", "100.00")],
       "net / k, each rounded down, then summed: 50.00 + 33.33.")
annual("eighteen_months", [policy("P1", "2023-07-01", "2025-01-01", "1000.00")],
       "A term over a year: 1000 x 365 / 550 days = 663.63.")
annual("ten_months", [policy("P1", "2024-01-01", "2024-11-01", "1000.00")], "A term under a year is never annualised upwards: 1000.00.")
annual("short_terms_bounds", [
    policy("P1", "2023-07-01", "2023-08-01", "1.00"),
    policy("P2", "2023-07-02", "2023-08-01", "10.00"),
    policy("P3", "2024-07-01", "2024-08-01", "100.00"),
    policy("P4", "2024-07-02", "2024-08-01", "1000.00", issued_on="2024-06-01"),
], "Started in (D-12m, D], expired or not: the day of D-12m is out, the day after in, D in, the day after D (bound) out.")
annual("short_term_cancelled", [
    policy("P1", "2024-01-01", "2024-07-31", "100.00", cancelled_on="2024-03-01", refunded="60.00"),
    policy("P2", "2024-01-01", "2024-07-31", "100.00", cancelled_on="2024-07-02", refunded="60.00"),
], "A short term counts its net: 40.00 once the refund's cancellation is in effect, 100.00 while it is not known.")
annual("short_term_void", [policy("P1", "2024-01-01", "2024-07-31", "100.00", cancelled_on="2024-01-01", refunded="50.00")], "Void: nothing.")
annual("expired_year", [policy("P1", "2023-07-01", "2024-07-01", "1000.00"), policy("P2", "2023-07-02", "2024-07-02", "1.00")],
       "A whole year that ended on D is not in force; one that ends tomorrow is.")
annual("expired_long_term", [policy("P1", "2023-01-01", "2024-06-01", "1000.00")], "A term over a year counts only while in force.")
annual("leap_start_whole_year", [policy("P1", "2024-02-29", "2025-02-28", "1000.00")],
       "29 February + 12 months, clamped, is 28 February: a whole year.")
annual("leap_start_a_day_over", [policy("P1", "2024-02-29", "2025-03-01", "1000.00")],
       "One day over the clamped year: 1000 x 365 / 366 = 997.26.")
annual("leap_start_a_day_under", [policy("P1", "2024-02-29", "2025-02-27", "1000.00")], "One day under the year: a short term, counted whole.")
annual("leap_start_four_years", [policy("P1", "2024-02-29", "2028-02-29", "1000.00"), policy("P2", "2024-02-29", "2028-02-28", "1000.00")],
       "Four years end on 29 February: 250.00. A day earlier is no whole number of years: 1000 x 365 / 1460 = 250.00.")
annual("leap_year_of_366_days", [policy("P1", "2024-01-01", "2025-01-01", "366.00"), policy("P2", "2024-01-01", "2024-12-31", "365.00")],
       "366 days that are a calendar year are k = 1; 365 days that are not are a short term.")
annual("rounded_down_once_a_policy", [policy(f"P{i}", "2023-01-01", "2025-01-01", "0.03") for i in range(3)],
       "0.015 is 0.01 for each policy: 0.03, not 0.04.")
annual("cancelled_year", [policy("P1", "2024-01-01", "2025-01-01", "1000.00", cancelled_on="2024-06-30", refunded="600.00")],
       "A whole year that is cancelled is not in force: nothing.")
annual("history_does_not_touch_it", [policy("P1", "2024-01-01", "2025-01-01", "1000.00"), policy("P2", "2023-09-01", "2023-12-01", "10.00")],
       "history_from cuts windows; the annual premium is not touched.", history_from="2024-06-30")
annual("none", [], "No policies: 0.00.")
_CHANNELS = [
    policy("P1", "2024-01-01", "2025-01-01", "1000.00"),
    policy("P2", "2024-01-01", "2025-01-01", "200.00", business_source="intermediary"),
    policy("P3", "2024-01-01", "2026-01-01", "80.00", business_source="intermediary", line="motor"),
]
for _name, _filter, _why in [
    ("by_channel", "source: intermediary", "Policies of one channel only: 200.00 + 40.00."),
    ("by_line", "line: motor", "Policies of one line only: 80.00 / 2."),
    ("by_line_and_channel", "line: motor, source: direct", "No policy is both: 0.00."),
]:
    measure("annual", _name, bare(_CHANNELS), [f"annual_premium({_filter})", "annual_premium"], _why, "2024-07-01")
