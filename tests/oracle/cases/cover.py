"""Section 2: continuous cover, being insured, the last cover."""
from vectors import bare, measure, policy

RUN = ["covered_years", "claim_free_years", "tenure_years"]
STATE = ["in_force", "bound", "insured", "ever_insured", "policies_in_force", "days_to_renewal", "days_since_end"]


def cover(name, policies, why, expressions=RUN, as_of="2024-07-01", **more):
    measure("cover", name, bare(policies, **more), expressions, why, as_of)


cover("gap_of_30_days", [policy("P1", "2020-07-01", "2023-01-01", "1.00"), policy("P2", "2023-01-31", "2025-01-31", "1.00")], "From 1 to 31 January is a gap of 30 days: unbroken, 4.")
cover("gap_of_31_days", [policy("P1", "2020-07-01", "2023-01-01", "1.00"), policy("P2", "2023-02-01", "2025-02-01", "1.00")], "A gap of 31 days breaks: from 2023-02-01, 1; tenure is 4.")
cover("gap_after_an_inner_policy", [policy("P1", "2020-07-01", "2024-01-01", "1.00"), policy("P2", "2021-01-01", "2021-02-01", "1.00"), policy("P3", "2024-01-15", "2025-01-15", "1.00")],
      "A gap is the next start minus the latest end so far, not the end of the policy before: unbroken, 4.")
cover("gap_made_by_a_cancellation", [policy("P1", "2020-07-01", "2023-07-01", "1.00", cancelled_on="2023-05-31"), policy("P2", "2023-07-01", "2025-07-01", "1.00")],
      "A cancellation shortens cover: 31 days to the next start break it: 1.")
cover("gap_made_by_a_void_policy", [policy("P1", "2020-07-01", "2022-07-01", "1.00"), policy("P2", "2022-07-01", "2023-07-01", "1.00", cancelled_on="2022-07-01"), policy("P3", "2023-07-01", "2025-07-01", "1.00")],
      "A void policy bridges nothing.")
cover("ended_30_days_ago", [policy("P1", "2020-06-01", "2024-06-01", "1.00")], "Ended 30 days ago: the run still reaches D within the gap, and the gap counts: 4.", RUN + STATE)
cover("ended_31_days_ago", [policy("P1", "2020-05-31", "2024-05-31", "1.00")], "Ended 31 days ago: no unbroken cover: 0; tenure counts on: 4.", RUN + STATE)
cover("gap_counts_towards_the_year", [policy("P1", "2023-07-01", "2024-06-10", "1.00")], "A year since the start of the run, the last 21 days of it an allowed gap: 1.")
cover("cancelled_30_days_ago", [policy("P1", "2020-07-01", "2025-07-01", "1.00", cancelled_on="2024-06-01")], "Cancelled at most 30 days ago: insured.", RUN + STATE)
cover("cancelled_31_days_ago", [policy("P1", "2020-07-01", "2025-07-01", "1.00", cancelled_on="2024-05-31")], "Cancelled 31 days ago: not insured.", RUN + STATE)
cover("ends_on_as_of", [policy("P1", "2023-07-01", "2024-07-01", "1.00")], "The end is not covered: not in force, ended 0 days ago and ends in 0 days.", RUN + STATE)
cover("ends_the_day_after", [policy("P1", "2023-07-02", "2024-07-02", "1.00")], "In force on its last day; a day short of a year.", RUN + STATE)
cover("starts_on_as_of", [policy("P1", "2024-07-01", "2025-07-01", "1.00")], "In force on its first day.", RUN + STATE)
cover("starts_after_a_long_gap", [policy("P1", "2020-07-01", "2024-05-01", "1.00"), policy("P2", "2024-07-01", "2025-07-01", "1.00")], "The run that reaches D starts on D: 0 years; tenure 4.")
cover("bound_renewal", [policy("P1", "2023-07-15", "2024-07-15", "1.00"), policy("P2", "2024-07-15", "2025-07-15", "1.00", issued_on="2024-06-30")],
      "Issued the day before D, starting after it: bound; the last cover ends with the renewal.", RUN + STATE)
cover("issued_on_as_of", [policy("P1", "2024-07-15", "2025-07-15", "1.00", issued_on="2024-07-01")], "Issued on D is not yet bound: counts nowhere.", RUN + STATE)
cover("issue_date_blank", [policy("P1", "2024-07-15", "2025-07-15", "1.00")], "A blank issue date is the start: never bound.", RUN + STATE)
cover("bound_only", [policy("P1", "2024-07-02", "2025-07-02", "1.00", issued_on="2024-06-30")], "Bound alone: insured, no cover yet.", RUN + STATE)
cover("bound_and_started", [policy("P1", "2024-07-01", "2025-07-01", "1.00", issued_on="2024-06-01")], "Starting on D it is in force, no longer bound.", STATE)
cover("bound_and_voided", [policy("P1", "2024-07-15", "2025-07-15", "1.00", issued_on="2024-06-01", cancelled_on="2024-07-01")], "Cancelled on D, before its start: void, not bound.", STATE)
cover("bound_and_voided_tomorrow", [policy("P1", "2024-07-15", "2025-07-15", "1.00", issued_on="2024-06-01", cancelled_on="2024-07-02")],
      "Void is judged from cancellations dated on or before D: still bound.", STATE)
cover("leap_start", [policy("P1", "2020-02-29", "2025-02-28", "1.00")], "Years since 29 February are full on 28 February.", as_of="2023-02-28")
cover("leap_start_a_day_short", [policy("P1", "2020-02-29", "2025-02-28", "1.00")], "On 27 February 2023 they are 2.", as_of="2023-02-27")
cover("nothing_ever", [], "No policy: 0 years, nothing in force, no last cover.", RUN + STATE + ["lines_in_force"])
cover("lines", [policy("P1", "2024-01-01", "2025-01-01", "1.00"), policy("P2", "2024-01-01", "2025-01-01", "1.00"), policy("P3", "2024-01-01", "2025-01-01", "1.00", line="motor"),
                policy("P4", "2023-01-01", "2024-01-01", "1.00", line="cargo")], "Three policies of two lines are in force.", ["policies_in_force", "lines_in_force"])
cover("last_of_several", [policy("P1", "2023-08-01", "2024-08-01", "1.00"), policy("P2", "2024-01-01", "2024-12-01", "1.00", line="motor"), policy("P3", "2024-01-01", "2025-01-01", "1.00", cancelled_on="2024-06-01")],
      "The last cover is the latest end, shortened by a cancellation in effect: 2024-12-01.", ["days_to_renewal", "days_since_end"])
cover("history_does_not_touch_it", [policy("P1", "2020-07-01", "2025-07-01", "1.00", tender_id="T1")], "history_from cuts windows, and starts claim-free; in-force facts are not touched.",
      STATE + ["covered_years", "tenure_years", "claim_free_years", "tender_premium"], history_from="2023-07-01")
