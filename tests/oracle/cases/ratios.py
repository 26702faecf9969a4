"""Section 1: ratios, per unit, frequency, severity, credibility."""
from vectors import bare, claim, endorsement, measure, policy

P1 = policy("P1", "2023-07-01", "2024-07-01", "456.00")

measure("ratios", "bases", bare(
    [policy("P1", "2022-07-01", "2023-07-01", "365.00"), policy("P2", "2024-01-01", "2025-01-01", "732.00", movements=[endorsement("2024-06-30", "18.50")])],
    [claim("L1", "2024-02-01", "100.00", "P2", reserve="23.00", recovered="1.00"), claim("L2", "2023-06-30", "50.00")]),
    ["loss_ratio(12m)", "loss_ratio(12m, basis: incurred/earned)", "loss_ratio(12m, basis: paid/earned)", "loss_ratio(12m, basis: incurred/written)",
     "loss_ratio(12m, basis: paid/written)", "loss_ratio(lifetime)", "loss_ratio(12m, back: 12m)"],
    "Incurred 122.00 and paid 99.00 in the window; earned 364.00 + 0.10, written 750.50. Unreduced, both in minor units.")
measure("ratios", "shown", bare([P1], [claim("L1", "2024-01-01", "123.00")]), ["loss_ratio(12m)"], "123 / 456 is shown as 0.269737.")
measure("ratios", "shown_half_to_even", bare([policy("P1", "2023-07-01", "2024-07-01", "20000.00")], [claim("L1", "2024-01-01", "0.01"), claim("L2", "2023-07-01", "0.02")]),
        ["loss_ratio(12m)", "loss_ratio(6m)"],
        "0.03 / 20000.00 = 0.0000015: half to even, 0.000002. 0.01 over the earned half shows as 0.000001.")
measure("ratios", "shown_half_to_even_down", bare([policy("P1", "2023-07-01", "2024-07-01", "20000.00")], [claim("L1", "2024-01-01", "0.01")]),
        ["loss_ratio(12m)"], "0.01 / 20000.00 = 0.0000005: half to even, 0.000000.")
measure("ratios", "shown_never_minus_zero", bare([policy("P1", "2023-07-01", "2024-07-01", "20000.00")], [claim("L1", "2024-01-01", "0.00", recovered="0.01")]),
        ["loss_ratio(12m)"], "-0.0000005 is shown as 0.000000, never -0.")
measure("ratios", "earned_nothing", bare([policy("P1", "2024-07-01", "2025-07-01", "100.00")]),
        ["loss_ratio(12m)", "loss_ratio(12m, basis: paid/written)", "loss_ratio(lifetime)", "loss_ratio(12m, basis: matured)", "loss_ratio(12m) > 150%", "is_known(loss_ratio(12m))"],
        "Nothing earned: undefined, never 0; a comparison with it is unknown.")
measure("ratios", "earned_less_than_nothing", bare([policy("P1", "2024-01-01", "2025-01-01", "366.00", cancelled_on="2024-06-15", refunded="250.00")], [claim("L1", "2024-06-02", "10.00")]),
        ["earned_premium(1m)", "loss_ratio(1m)", "loss_ratio(1m, basis: incurred/written)"], "Earned (or written) below 0: undefined.")
measure("ratios", "written_nothing_but_earned", bare([policy("P1", "2022-10-01", "2024-10-01", "731.00")], [claim("L1", "2024-01-01", "10.00")]),
        ["loss_ratio(12m)", "loss_ratio(12m, basis: incurred/written)", "loss_ratio(12m, basis: paid/written)"],
        "A two-year policy earns in its second year, and was written in its first.")
measure("ratios", "matured", bare(
    [policy("P1", "2023-06-30", "2024-06-30", "366.00"), policy("P2", "2023-07-01", "2024-07-01", "366.00"), policy("P3", "2024-06-30", "2025-06-30", "365.00"),
     policy("P4", "2024-07-01", "2025-07-01", "365.00"), policy("P5", "2023-12-01", "2024-12-01", "366.00", cancelled_on="2023-12-01", refunded="366.00"),
     policy("P6", "2022-07-01", "2023-07-01", "365.00", line="motor")],
    [claim("L1", "2023-12-01", "1.00"), claim("L2", "2023-12-01", "10.00", "P2", reserve="5.00"), claim("L3", "2024-06-30", "100.00", "P3"), claim("L4", "2023-06-30", "1000.00", "P6"),
     claim("L5", "2023-12-01", "10000.00", "P2", reported_on="2024-07-01")]),
    ["loss_ratio(12m, basis: matured)", "loss_ratio(12m, basis: matured, back: 12m)", "loss_ratio(12m, basis: matured, line: motor)", "loss_ratio(24m, basis: matured, line: motor)"],
    "Policies starting in the window (P2, P3): their claims so far, 115.00, over their earned premium, 366.00 + 1.00. The cohort a year back "
    "(P1, P6) is followed up to D as well: 1001.00 over 731.00.")
measure("ratios", "accident_year", bare(
    [policy("P1", "2022-12-31", "2024-12-31", "731.00")],
    [claim("L1", "2022-12-31", "1.00"), claim("L2", "2023-01-01", "10.00"), claim("L3", "2023-12-31", "100.00", reserve="5.00"), claim("L4", "2024-01-01", "1000.00")]),
    ["loss_ratio(12m, basis: accident_year)", "loss_ratio(lifetime, basis: accident_year)", "loss_ratio(basis: accident_year)"],
    "The calendar year before D, whatever the window (it may be left out): 115.00 over 365.00.")
measure("ratios", "accident_year_at_new_year", bare([policy("P1", "2022-12-31", "2024-12-31", "731.00")], [claim("L1", "2023-12-31", "10.00")]),
    ["loss_ratio(12m, basis: accident_year)"], "On 1 January the calendar year before is the one that ended yesterday.", as_of="2024-01-01")
measure("ratios", "accident_year_on_old_years_day", bare([policy("P1", "2021-12-31", "2024-12-31", "1096.00")], [claim("L1", "2022-12-31", "10.00"), claim("L2", "2023-12-30", "10.00")]),
    ["loss_ratio(12m, basis: accident_year)"], "On 31 December the running year is not over: the year before is meant.", as_of="2023-12-31")
measure("ratios", "calendar_year_needs_transactions", bare([P1], [claim("L1", "2024-01-01", "123.00")]), ["loss_ratio(12m, basis: calendar_year)"],
        "Without the optional facts `transactions` the calendar-year ratio is undefined.")
measure("ratios", "per_unit", bare(
    [policy("P1", "2023-07-01", "2024-07-01", "456.00", insured_units=3), policy("P2", "2022-07-01", "2023-07-01", "1.00", insured_units=50),
     policy("P3", "2022-07-02", "2023-07-02", "1.00", insured_units=7), policy("P4", "2024-07-01", "2025-07-01", "1.00", insured_units=90)],
    [claim("L1", "2024-01-01", "1.00"), claim("L2", "2024-01-01", "0.00"), claim("L3", "2023-07-01", "1.00", "P3")]),
    ["claims_per_unit(12m)", "claims_per_unit(12m, paid: yes)", "claims_per_unit(12m, back: 12m)", "claims_per_unit(lifetime)"],
    "Over the largest insured_units of a policy that covers any day of the window: P2 ended on its first day and P4 starts on D, both are "
    "out; P3 covers one day of it: 7.")
measure("ratios", "per_unit_of_a_cancelled_fleet", bare(
    [policy("P1", "2023-01-01", "2024-01-01", "456.00", insured_units=40, cancelled_on="2023-07-01", refunded="1.00"),
     policy("P2", "2023-01-01", "2024-01-01", "456.00", insured_units=60, cancelled_on="2023-01-01", refunded="1.00"), policy("P3", "2023-07-01", "2024-07-01", "456.00")],
    [claim("L1", "2024-01-01", "1.00", "P3"), claim("L2", "2024-01-02", "1.00", "P3")]),
    ["claims_per_unit(12m)", "claims_per_unit(18m)", "claims_per_unit(12m, line: motor)"],
    "Cover ended by cancellation on the first day of the window, or void: those units do not count. No policy at all: 1.")
measure("ratios", "frequency", bare([policy("P1", "2023-07-01", "2024-01-01", "456.00"), policy("P2", "2023-12-01", "2024-03-01", "1.00")],
        [claim("L1", "2023-08-01", "0.00"), claim("L2", "2023-08-02", "1.00"), claim("L3", "2023-08-03", "1.00", status="withdrawn")]),
        ["claim_frequency(12m)", "covered_days(12m)", "claim_frequency(12m, back: 12m)"],
        "2 claims over 244/365 covered years: 2 x 365 / 244 (overlapping days once). No covered day: undefined.")
measure("ratios", "severity", bare([P1], [claim("L1", "2024-01-01", "10.00"), claim("L2", "2024-01-02", "0.00", reserve="0.01"), claim("L3", "2024-01-02", "0.00")]),
        ["claim_severity(12m)", "claim_severity(12m, back: 12m)"], "10.01 over 3 claims: 3.336667 shown in major units. No claim: undefined.")
measure("ratios", "credibility", bare([P1], [claim(f"L{i}", "2024-01-01", "0.00") for i in range(3)]),
        ["credibility(12m, full: 1082)", "credibility(12m, full: 3)", "credibility(12m, full: 4)", "credibility(12m, full: 2)", "credibility(12m, full: 12)",
         "credibility(12m, full: 1)", "credibility(12m, back: 12m, full: 1082)", "credibility(12m, full: 7)"],
        "min(1, sqrt(n / n0)) to 6 places, down: sqrt(3/1082) = 0.0526557.. = 0.052655; 3/3 and 3/2 are 1; sqrt(3/4) = 0.866025; 3/12 is exactly one half; no claim: 0.")
