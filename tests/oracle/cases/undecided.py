"""A customer that cannot be decided is said so."""
from vectors import assess, claim, policy, told

HUGE = "92233720368547758.07"
ACTIVE = [{"entry_id": "E1", "state": "active", "effective": "2024-01-01"}]
assess("undecided", "overflow", told([policy("P1", "2024-01-01", "2025-01-01", HUGE), policy("P2", "2024-01-01", "2025-01-01", HUGE)]),
       "Each premium fits 64 bits, their sum does not: undecided, never a guess.")
assess("undecided", "overflow_blacklisted", told([policy("P1", "2024-01-01", "2025-01-01", HUGE), policy("P2", "2024-01-01", "2025-01-01", HUGE)], entries=ACTIVE),
       "The register entry is known whatever the sums are.")
assess("undecided", "largest_amount", told([policy("P1", "2024-01-01", "2025-01-01", HUGE)]), "The largest amount that fits is decided: E needs more than 64 bits inside.")
assess("undecided", "mixed_currency", told([policy("P1", "2024-01-01", "2025-01-01", "100.00", currency="CNY"), policy("P2", "2024-01-01", "2025-01-01", "100.00", currency="USD")]),
       "A policy in another currency than the rulebook's.")
assess("undecided", "same_currency", told([policy("P1", "2024-01-01", "2025-01-01", "100.00", currency="CNY"), policy("P2", "2024-01-01", "2025-01-01", "100.00")]),
       "Blank currency is the rulebook's: decided.")
