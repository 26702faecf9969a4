"""Section 5: what is known since when."""
from vectors import assess, bare, claim, measure, policy, told

P1 = policy("P1", "2021-07-01", "2024-12-01", "1000.00")
L1 = claim("L1", "2024-01-01", "10.00")
ALL = ["earned_premium(12m)", "written_premium(12m)", "placed_premium(12m)", "incurred(12m)", "paid(12m)", "reserve(12m)", "recovered(12m)", "loss_ratio(12m)",
       "claim_count(12m)", "claims_per_unit(12m)", "claim_frequency(12m)", "claim_severity(12m)", "credibility(12m, full: 10)", "covered_days(12m)", "thin_exposure(12m)",
       "earned_premium(lifetime)", "claim_count(13m)", "claim_count(6m)"]

measure("history", "opens_on_the_bound", bare([P1], [L1], history_from="2023-07-01"), ALL, "A window that opens on history_from is known; one that opens before it, and lifetime, are unknown.")
measure("history", "opens_a_day_before", bare([P1], [L1], history_from="2023-07-02"), ALL, "A window that opens the day before history_from is unknown, whatever measure.")
measure("history", "lag", bare([P1], [L1], history_from="2023-01-01"), ["claim_count(6m, back: 12m)", "claim_count(6m, back: 13m)", "claim_count(12m)"], "A lag moves the opening: [2023-01-01, ..) is known, [2022-12-01, ..) not.")
measure("history", "policy_year", bare([P1, policy("P2", "2023-11-01", "2024-11-01", "1.00", line="motor")], [L1], history_from="2023-07-02"),
        ["earned_premium(policy_year)", "claim_count(policy_year)"], "The latest anniversaries on or before D are D itself (P1) and 2023-11-01 (P2), none before history_from: known.")
measure("history", "policy_year_opens_before", bare([policy("P1", "2021-08-01", "2024-12-01", "1000.00")], [L1], history_from="2023-08-02"),
        ["earned_premium(policy_year)", "claim_count(policy_year)"], "The policy year opens on 2023-08-01, before history_from: unknown.")
measure("history", "unknown_before_undefined", bare(history_from="2024-01-01"), ["loss_ratio(12m)", "loss_ratio(lifetime)", "loss_ratio(6m)", "claim_severity(12m)", "loss_ratio(12m, basis: calendar_year)", "loss_ratio(12m, basis: matured)", "loss_ratio(12m, basis: accident_year)"],
        "A value that is both is unknown before undefined; the six months are known to be empty: undefined.")
measure("history", "accident_year", bare([P1], [claim("L1", "2023-05-01", "10.00")], history_from="2023-01-01"), ["loss_ratio(lifetime, basis: accident_year)", "loss_ratio(12m, basis: accident_year)"],
        "The accident year opens on 1 January of the year before, the window beside it is not read: known.")
measure("history", "before_everything", bare([P1], [L1], history_from="1990-01-01"), ["claim_count(lifetime)", "claim_count(36m)", "earned_premium(lifetime)"], "`lifetime` opens at minus infinity: unknown with any history_from.")
measure("history", "after_as_of", bare([P1], [L1], history_from="2024-08-01"), ["claim_count(1m)", "annual_premium", "in_force"], "history_from after D is a warning: every window is unknown.")
BIG = policy("P1", "2021-07-01", "2024-12-01", "10000.00")
assess("history", "decision", told([BIG], [claim(f"L{i}", f"2024-0{i}-01", "1800.00") for i in (1, 2, 3)], history_from="2023-07-02", credit="good"),
       "Three paid claims in a window that history cuts: alerts and criterion (a) unknown, not clear; preferred too, for its three covered years would do with a known ratio.")
assess("history", "decision_on_the_bound", told([BIG], [claim(f"L{i}", f"2024-0{i}-01", "1800.00") for i in (1, 2, 3)], history_from="2023-07-01", credit="good"),
       "The same with the whole window known, 5400.00 over 2930.46: both alerts and criterion (a). `lifetime` stays unknown, and preferred with it.")
