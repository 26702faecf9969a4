"""Written and placed premium."""
from vectors import bare, endorsement, measure, policy

measure(
    "written", "by_effective_date",
    bare([
        policy("P1", "2023-06-30", "2024-06-30", "1.00", movements=[endorsement("2023-07-01", "10.00"), endorsement("2024-06-29", "-3.00")]),
        policy("P2", "2023-07-01", "2024-07-01", "100.00", movements=[endorsement("2024-06-30", "1000.00")]),
        policy("P3", "2024-07-01", "2025-07-01", "10000.00"),
    ]),
    ["written_premium(12m)", "written_premium(lifetime)"],
    "Movements effective in [2023-07-01, 2024-07-01): 10 - 3 + 100 + 1000.",
)
measure(
    "written", "refund_in_another_window",
    bare([policy("P1", "2023-01-01", "2024-01-01", "365.00", cancelled_on="2023-09-01", refunded="122.00")]),
    ["written_premium(12m)", "written_premium(12m, back: 12m)", "written_premium(lifetime)", "loss_ratio(12m, basis: incurred/written)"],
    "The premium lies in the year before, the refund in this one: -122.00 and 365.00. Nothing written: undefined.",
)
measure(
    "written", "refund_on_the_bounds",
    bare([
        policy("P1", "2023-01-01", "2024-01-01", "365.00", cancelled_on="2023-06-30", refunded="1.00"),
        policy("P2", "2023-01-01", "2024-01-01", "365.00", cancelled_on="2023-07-01", refunded="10.00"),
        policy("P3", "2024-01-01", "2025-01-01", "365.00", cancelled_on="2024-06-30", refunded="100.00"),
        policy("P4", "2024-01-01", "2025-01-01", "365.00", cancelled_on="2024-07-01", refunded="200.00"),
    ]),
    ["written_premium(12m)", "written_premium(lifetime)"],
    "A refund is dated by its cancellation: 1 the day before the window opens, 10 on its bound, 100 on its last day, 200 on D.",
)
BROKER = dict(customer_id="B1", kind="partner")
measure(
    "written", "placed_premium",
    bare(
        [policy("P1", "2024-01-01", "2025-01-01", "1.00", partner_id="B1"), policy("P2", "2024-01-01", "2025-01-01", "10.00")],
        placed=[
            policy("Q1", "2023-07-01", "2024-07-01", "100.00", partner_id="B1", movements=[endorsement("2023-08-01", "20.00")]),
            policy("Q2", "2023-06-30", "2024-06-30", "1000.00", partner_id="B1", movements=[endorsement("2023-08-01", "200.00")]),
            policy("Q3", "2024-01-01", "2025-01-01", "5000.00", partner_id="B1", line="motor", cancelled_on="2024-03-01", refunded="4000.00"),
            policy("Q4", "2024-01-01", "2025-01-01", "70000.00", partner_id="B1", cancelled_on="2024-01-01", refunded="70000.00"),
            policy("Q5", "2024-08-01", "2025-08-01", "900000.00", partner_id="B1", issued_on="2024-06-01"),
        ],
        **BROKER,
    ),
    ["placed_premium(12m)", "placed_premium(12m, line: motor)", "placed_premium(lifetime)", "written_premium(12m)", "annual_premium"],
    "Policies that carry this partner's id, its own included: 1 + 120 + 200 + (5000 - 4000); the void and the bound one count "
    "nothing. Its own premium is only that of its own policies.",
)
measure(
    "written", "placed_premium_of_a_customer",
    bare([policy("P1", "2024-01-01", "2025-01-01", "10.00", partner_id="B1")]),
    ["placed_premium(12m)", "annual_premium"],
    "Own policies through a partner are the customer's premium, and nothing that the customer placed.",
)
measure(
    "written", "tender_premium",
    bare([
        policy("P1", "2024-01-01", "2025-01-01", "300.00", business_source="tender", tender_id="T1", movements=[endorsement("2024-07-01", "-50.00")]),
        policy("P2", "2023-01-01", "2026-01-01", "300.00", business_source="tender", tender_id="T1", line="motor"),
        policy("P3", "2024-01-01", "2025-01-01", "500.00", business_source="tender", tender_id="T2"),
        policy("P4", "2023-01-01", "2024-01-01", "9000.00", business_source="tender", tender_id="T1"),
        policy("P5", "2024-01-01", "2025-01-01", "9000.00"),
        policy("P6", "2024-01-01", "2025-01-01", "9000.00", tender_id="T3", cancelled_on="2024-06-01", refunded="1.00"),
    ]),
    ["tender_premium"],
    "The largest over tender_id of the net premium in force, not annualised: T1 = 300 - 50 (an endorsement on D) + 300; T2 = 500; "
    "expired, cancelled and tenderless policies are out.",
)
measure(
    "written", "tender_premium_without_a_tender",
    bare([policy("P1", "2024-01-01", "2025-01-01", "300.00", business_source="tender")]),
    ["tender_premium", "written_premium(12m, source: tender)"],
    "Tender business without a tender_id adds to no tender: 0.00.",
)
