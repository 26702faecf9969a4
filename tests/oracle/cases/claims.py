"""Section 3: what a claim is worth, and which claims count."""
from vectors import assess, bare, claim, measure, policy, told

YEAR = policy("P1", "2023-07-01", "2024-07-01", "1000.00")
SUMS = ["incurred(12m)", "paid(12m)", "reserve(12m)", "recovered(12m)", "claim_count(12m)", "claim_count(12m, paid: yes)"]

measure("claims", "incurred", bare([YEAR], [claim("L1", "2024-01-01", "100.00", reserve="40.00", recovered="15.00")]), SUMS,
        "incurred = paid + reserve - recovered = 125.00; paid is net of recoveries, 85.00.")
measure("claims", "statuses", bare([YEAR], [
    claim("L1", "2024-01-01", "1.00", reserve="2.00", status="open"),
    claim("L2", "2024-01-01", "10.00", reserve="20.00", status="settled"),
    claim("L3", "2024-01-01", "100.00", reserve="200.00", status="declined"),
    claim("L4", "2024-01-01", "1000.00", reserve="2000.00", recovered="500.00", status="withdrawn"),
    claim("L5", "2024-01-01", "10000.00", reserve="20000.00", status="reopened"),
]), SUMS + ["loss_ratio(12m)", "loss_ratio(12m, basis: paid/earned)", "claim_severity(12m)"],
    "Reserve counts as supplied, also on declined and withdrawn claims; a withdrawn claim counts nowhere else.")
measure("claims", "withdrawn_reserve_outside_the_window", bare([policy("P1", "2022-07-01", "2024-07-01", "1000.00")], [
    claim("L1", "2023-06-30", "0.00", reserve="5.00", status="withdrawn"), claim("L2", "2023-07-01", "0.00", reserve="7.00", status="withdrawn")]),
    ["reserve(12m)", "incurred(12m)", "reserve(lifetime)", "claim_count(lifetime)"], "The reserve of a withdrawn claim lies on its own loss date.")
measure("claims", "what_paid_means", bare([YEAR], [
    claim("L1", "2024-01-01", "0.01"),
    claim("L2", "2024-01-01", "0.00"),
    claim("L3", "2024-01-01", "100.00", recovered="100.00"),
    claim("L4", "2024-01-01", "100.00", recovered="100.01"),
    claim("L5", "2024-01-01", "100.00", recovered="99.99"),
    claim("L6", "2024-01-01", "0.00", reserve="50.00", status="open"),
    claim("L7", "2024-01-01", "50.00", status="declined"),
]), SUMS, "Paid = net paid > 0, whatever the status: L1, L5, L7. Settled at zero, fully recovered, over-recovered and open are not.")
measure("claims", "recovered_more_than_paid", bare([YEAR], [claim("L1", "2024-01-01", "100.00", recovered="134.56")]),
        ["incurred(12m)", "paid(12m)", "loss_ratio(12m)", "claim_severity(12m)"],
        "Amounts may turn negative: -34.56, a ratio of -0.034560.")
measure("claims", "one_row_is_one_claim", bare([YEAR], [claim("L1", "2024-01-01", "10.00"), claim("L2", "2024-01-01", "10.00")]), SUMS,
        "Two rows of one day without an event are two claims.")
measure("claims", "claimant_is_someone_else", bare([YEAR], [claim("L1", "2024-01-01", "10.00", claimant_id="C9")]), SUMS,
        "The claim is the policyholder's; the claimant counts for nothing.")
measure("claims", "reported_around_as_of", bare([YEAR], [
    claim("L1", "2024-06-01", "1.00", reported_on="2024-06-30"),
    claim("L2", "2024-06-01", "10.00", reported_on="2024-07-01"),
    claim("L3", "2024-06-01", "100.00", reported_on="2024-07-02"),
    claim("L4", "2024-06-30", "1000.00"),
]), SUMS, "Known = reported (else occurred) before D: L2 and L3 are not known yet.")
measure("claims", "reported_before_the_loss", bare([YEAR], [claim("L1", "2024-06-10", "1.00", reported_on="2024-06-09")]), SUMS,
        "Reported before the loss is a warning, not an error: it counts.")
measure("claims", "loss_around_the_cover", bare(
    [policy("P1", "2024-01-01", "2024-06-01", "1000.00"), policy("P2", "2024-01-01", "2024-12-01", "1000.00", cancelled_on="2024-06-15", refunded="1.00")], [
        claim("L1", "2023-12-31", "1.00"),
        claim("L2", "2024-01-01", "10.00"),
        claim("L3", "2024-05-31", "100.00"),
        claim("L4", "2024-06-01", "1000.00"),
        claim("L5", "2024-06-14", "10000.00", "P2"),
        claim("L6", "2024-06-15", "100000.00", "P2"),
    ]), SUMS, "Cover is [start, end), and [start, c) once cancelled: L2, L3 and L5 count. Being covered by another policy does not help.")
measure("claims", "loss_before_a_cancellation_not_yet_known", bare(
    [policy("P1", "2024-01-01", "2024-12-01", "1000.00", cancelled_on="2024-07-01", refunded="1.00")], [claim("L1", "2024-06-30", "1.00")]),
    SUMS, "The day before the cancellation is covered.")
assess("claims", "findings", told(
    [policy("P1", "2024-01-01", "2024-06-01", "1000.00"), policy("P2", "2024-01-01", "2025-01-01", "10.00", cancelled_on="2023-12-31", refunded="10.00"),
     policy("P3", "2024-06-01", "2025-06-01", "1000.00")], [
        claim("L1", "2024-06-02", "100.00"),
        claim("L2", "2024-06-02", "100.00", "P2"),
        claim("L3", "2024-06-02", "100.00", None),
        claim("L4", "2024-06-02", "100.00", "P3", reported_on="2024-07-01"),
        claim("L5", "2024-07-01", "100.00", "P3", reported_on="2024-06-30"),
        claim("L6", "2024-06-02", "100.00", "P3"),
    ]), "Outside its own policy's cover, on a void policy, without a policy, reported on D, loss on D: counted nowhere, each a finding; "
    "only L6 counts, so multi_claim is silent.")
assess("claims", "finding_on_a_policy_to_come", told(
    [policy("P1", "2024-08-01", "2025-08-01", "1000.00", issued_on="2024-06-01"), policy("P2", "2024-08-01", "2025-08-01", "1000.00"),
     policy("P3", "2024-08-01", "2025-08-01", "1000.00", issued_on="2024-06-01", cancelled_on="2024-07-01"), policy("P4", "2024-08-01", "2025-08-01", "1000.00", cancelled_on="2024-07-02")],
    [claim(f"L{i}", "2024-06-02", "100.00", f"P{i}") for i in (1, 2, 3, 4)]),
    "A loss before the cover begins is outside it, bound or not; on a policy cancelled by D before its start it is on a void one.")
assess("claims", "finding_not_known_comes_first", told([policy("P1", "2024-01-01", "2024-06-01", "1000.00")], [
    claim("L1", "2024-07-02", "100.00"), claim("L2", "2024-05-02", "100.00", None, reported_on="2024-07-02")]),
    "What is not known on D says nothing else: one finding a claim.")
assess("claims", "finding_whatever_the_status", told([policy("P1", "2024-01-01", "2024-06-01", "1000.00")], [
    claim("L1", "2024-06-02", "0.00", status="withdrawn"), claim("L2", "2024-05-02", "0.00", None, status="declined"), claim("L3", "2024-05-02", "0.00", status="withdrawn")]),
    "Withdrawn and declined claims outside cover or without a policy are findings too; inside it they are none.")
measure("claims", "findings_count_nowhere", bare(
    [YEAR, policy("P2", "2023-07-01", "2024-07-01", "10.00", cancelled_on="2023-07-01", refunded="10.00")], [
        claim("L1", "2023-06-30", "100.00", reserve="1.00"), claim("L2", "2024-06-02", "100.00", "P2", reserve="1.00"), claim("L3", "2024-06-02", "100.00", None, reserve="1.00"),
        claim("L4", "2023-06-02", "100.00", status="withdrawn", reserve="1.00")]),
    SUMS + ["loss_ratio(lifetime)", "claim_free_years"], "No amount, no count, no reserve of such a claim; claim-free is not broken.")
measure("claims", "catastrophe", bare([YEAR], [claim("L1", "2024-01-01", "10.00", catastrophe=True), claim("L2", "2024-01-02", "100.00", catastrophe=False), claim("L3", "2024-01-03", "1000.00")]),
        ["claim_count(12m)", "claim_count(12m, catastrophe: no)", "paid(12m)", "paid(12m, catastrophe: no)", "loss_ratio(12m, basis: paid/earned, catastrophe: no)",
         "claim_severity(12m, catastrophe: no)", "claim_frequency(12m, catastrophe: no)", "claims_per_unit(12m, paid: yes, catastrophe: no)"],
        "`catastrophe: no` leaves out coded claims; without it they count.")
