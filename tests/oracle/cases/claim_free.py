"""Section 4: claim-free years."""
from vectors import bare, claim, measure, policy

LONG = policy("P1", "2015-07-01", "2025-07-01", "1000.00")
MOTOR = policy("P2", "2018-07-01", "2025-07-01", "1000.00", line="motor")
FREE = ["claim_free_years"]


def free(name, policies, claims, why, as_of="2024-07-01", expressions=FREE, **more):
    measure("claim_free", name, bare(policies, claims, **more), expressions, why, as_of)


free("never_a_claim", [LONG], [], "From the start of the unbroken cover: 9.", expressions=["claim_free_years", "covered_years", "tenure_years"])
free("anniversary_of_the_loss", [LONG], [claim("L1", "2021-07-01", "1.00")], "Three whole years on the very day.")
free("day_before_the_anniversary", [LONG], [claim("L1", "2021-07-02", "1.00")], "A day short of three years: 2.")
free("day_after_the_anniversary", [LONG], [claim("L1", "2021-06-30", "1.00")], "A day over three years: 3.")
free("loss_on_a_leap_day", [LONG], [claim("L1", "2020-02-29", "1.00")], "Years since 29 February are full on 28 February (clamped): 3.", as_of="2023-02-28")
free("loss_on_a_leap_day_a_day_short", [LONG], [claim("L1", "2020-02-29", "1.00")], "On 27 February they are not: 2.", as_of="2023-02-27")
free("loss_on_a_leap_day_four_years", [LONG], [claim("L1", "2020-02-29", "1.00")], "Four years since 29 February 2020 are full on 29 February 2024, not on the 28th: 3.", as_of="2024-02-28")
free("last_loss_counts", [LONG], [claim("L1", "2022-07-01", "1.00"), claim("L2", "2017-01-01", "1.00")], "The latest breaking loss, in whatever order the facts come: 2.")
free("what_does_not_break", [LONG], [
    claim("L1", "2024-01-01", "0.00"), claim("L2", "2024-01-01", "0.00", status="declined", reserve="9.00"), claim("L3", "2024-01-01", "9.00", recovered="9.00"),
    claim("L4", "2024-01-01", "9.00", status="withdrawn"), claim("L5", "2024-01-01", "9.00", catastrophe=True), claim("L6", "2024-01-01", "9.00", reported_on="2024-07-01"),
    claim("L7", "2024-01-01", "0.00", status="open", catastrophe=True)],
    "Settled at zero, declined, fully recovered, withdrawn, catastrophe-coded (open too), not yet known: claim-free is kept.")
free("declined_but_paid", [LONG], [claim("L1", "2024-01-01", "0.01", status="declined")], "Net paid > 0 breaks, whatever the status.")
free("open_and_paid", [LONG], [claim("L1", "2024-01-01", "5.00", status="open")], "Open with net paid > 0 is a breaking loss, known.")
free("pending", [LONG], [claim("L1", "2024-01-01", "0.00", status="open", reserve="5.00")], "Were it paid, 9 would become 0: unknown.",
     expressions=["claim_free_years", "claim_free_years >= 3", "is_known(claim_free_years)"])
free("pending_reopened", [LONG], [claim("L1", "2024-01-01", "5.00", status="reopened", recovered="5.00")], "Reopened with net paid 0 is pending: unknown.")
free("pending_over_recovered", [LONG], [claim("L1", "2024-01-01", "5.00", status="open", recovered="6.00")], "Open with net paid below 0 is pending: unknown.")
free("pending_that_changes_nothing", [LONG], [claim("L1", "2024-01-01", "0.00", status="open"), claim("L2", "2024-02-01", "1.00")], "0 whole years either way: known, 0.")
free("pending_in_the_same_year", [LONG], [claim("L1", "2022-07-01", "1.00"), claim("L2", "2022-12-01", "0.00", status="open")], "2 since the paid one, 1 were the other paid: unknown.")
free("pending_before_a_paid_one", [LONG], [claim("L1", "2022-07-01", "1.00"), claim("L2", "2020-12-01", "0.00", status="open")], "An older pending claim changes nothing: 2.")
free("pending_with_the_same_number", [LONG], [claim("L1", "2022-07-01", "1.00"), claim("L2", "2022-07-01", "0.00", status="open")], "On the same day: still 2, known.")
free("pending_in_a_paid_event", [LONG, MOTOR], [claim("L1", "2022-07-01", "1.00", event_id="E1"), claim("L2", "2024-01-01", "0.00", "P2", status="open", event_id="E1")],
     "The event is paid already, on its earliest loss date; were L2 paid too, nothing would change: 2.", expressions=["claim_free_years", "claim_free_years(line: motor)"])
free("event_breaks_on_its_earliest_date", [LONG], [claim("L1", "2021-07-01", "0.00", event_id="E1"), claim("L2", "2021-07-02", "1.00", event_id="E1")],
     "One claim on 2021-07-01, paid since one of them is: 3.")
free("pending_without_cover", [policy("P1", "2020-01-01", "2024-01-01", "1.00")], [claim("L1", "2023-01-01", "0.00", status="open")], "Without unbroken cover 0, and known.")
free("by_line", [LONG, MOTOR], [claim("L1", "2022-07-01", "1.00", "P2")],
     "A line uses its own cover and claims: property 9, motor 2, all lines 2; a line without cover 0.",
     expressions=["claim_free_years", "claim_free_years(line: property)", "claim_free_years(line: motor)", "claim_free_years(line: cargo)"])
free("pending_by_line", [LONG, MOTOR], [claim("L1", "2022-07-01", "0.00", "P2", status="open")], "Pending on one line: the other line is known.",
     expressions=["claim_free_years", "claim_free_years(line: property)", "claim_free_years(line: motor)"])
free("loss_before_the_unbroken_cover", [policy("P1", "2015-07-01", "2018-07-01", "1.00"), policy("P2", "2020-07-01", "2025-07-01", "1.00")], [claim("L1", "2016-01-01", "1.00")],
     "From the start of the unbroken cover, for it is later than the loss: 4.")
free("history_is_the_latest", [LONG], [claim("L1", "2017-01-01", "1.00")], "From history_from, the latest of the three: 4.", history_from="2020-07-01")
free("history_is_not_the_latest", [LONG], [claim("L1", "2022-01-01", "1.00")], "The loss is later than history_from: 2.", history_from="2020-07-01")
free("history_after_as_of", [LONG], [], "history_from after D is a warning; no year has passed since: 0.", history_from="2024-07-02")
free("pending_before_history", [LONG], [claim("L1", "2019-01-01", "0.00", status="open")], "A pending loss before history_from changes nothing: 4.", history_from="2020-07-01")
