"""Section 3: several claims of one event are one claim."""
from vectors import assess, bare, claim, measure, policy, told

P1 = policy("P1", "2022-07-01", "2025-07-01", "3000.00")
P2 = policy("P2", "2022-07-01", "2025-07-01", "3000.00", line="motor")
SUMS = ["claim_count(12m)", "claim_count(12m, paid: yes)", "incurred(12m)", "paid(12m)", "claim_severity(12m)"]

measure("events", "over_several_policies", bare([P1, P2], [
    claim("L1", "2024-01-05", "100.00", event_id="E1"), claim("L2", "2024-01-03", "50.00", "P2", event_id="E1", reserve="7.00"), claim("L3", "2024-01-05", "1.00")]),
    SUMS, "Claims with one event_id are one; their amounts add.")
measure("events", "earliest_loss_date_before_the_window", bare([P1], [
    claim("L1", "2023-06-30", "100.00", event_id="E1"), claim("L2", "2023-07-02", "50.00", event_id="E1")]),
    SUMS + ["incurred(12m, back: 12m)", "claim_count(12m, back: 12m)", "claim_count(lifetime)"],
    "One claim on the earliest loss date, with all of its amounts: outside the window as a whole.")
measure("events", "paid_if_any_is", bare([P1], [
    claim("L1", "2024-01-03", "100.00", event_id="E1"), claim("L2", "2024-01-03", "0.00", event_id="E1", recovered="150.00")]),
    SUMS, "The sum is negative, one of them is paid: the event is paid.")
measure("events", "withdrawn_member", bare([P1], [
    claim("L1", "2023-06-30", "0.00", event_id="E1", status="withdrawn", reserve="9.00"), claim("L2", "2024-01-03", "50.00", event_id="E1")]),
    SUMS + ["reserve(12m)", "reserve(lifetime)", "claim_count(lifetime)"],
    "A withdrawn claim is in no event: it does not move the loss date, and its reserve lies on its own.")
measure("events", "member_outside_cover", bare([P1], [
    claim("L1", "2022-06-30", "100.00", event_id="E1"), claim("L2", "2024-01-03", "50.00", event_id="E1")]),
    SUMS, "A claim that counts nowhere does not move the event's loss date.")
measure("events", "member_not_known_yet", bare([P1], [
    claim("L1", "2023-06-30", "100.00", event_id="E1", reported_on="2024-07-01"), claim("L2", "2024-01-03", "50.00", event_id="E1")]),
    SUMS, "A member reported on D is not known: the event is what is known of it.")
measure("events", "filters_come_first", bare([P1, P2], [
    claim("L1", "2023-06-30", "100.00", event_id="E1"), claim("L2", "2024-01-03", "50.00", "P2", event_id="E1"),
    claim("L3", "2024-02-01", "10.00", event_id="E2", catastrophe=True), claim("L4", "2024-02-02", "1.00", event_id="E2")]),
    ["claim_count(12m)", "claim_count(12m, line: motor)", "paid(12m, line: motor)", "claim_count(12m, catastrophe: no)", "paid(12m, catastrophe: no)", "paid(12m)"],
    "Line and catastrophe filters take claims out before they are put together: motor sees only L2, on its own loss date.")
assess("events", "event_is_not_multi_claim", told([P1, P2], [
    claim("L1", "2024-01-03", "10.00", event_id="E1"), claim("L2", "2024-01-03", "10.00", "P2", event_id="E1"), claim("L3", "2024-01-04", "10.00", event_id="E1")]),
    "One event on several policies is one claim: no multi_claim.")
assess("events", "two_events_are_multi_claim", told([P1, P2], [
    claim("L1", "2024-01-03", "10.00", event_id="E1"), claim("L2", "2024-01-03", "10.00", "P2", event_id="E2")]),
    "Two events are two claims: multi_claim.")
