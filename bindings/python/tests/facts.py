"""Facts that several tests use."""

import json
from datetime import date
from decimal import Decimal
from typing import Any

from insurant import (
    BusinessSource,
    Claim,
    ClaimStatus,
    Customer,
    CustomerKind,
    Policy,
)

AS_OF = date(2024, 7, 1)


def policy(number: int = 1, **changes: Any) -> Policy:
    """A policy of 2024."""
    made = Policy(
        policy_id=f"P-{number}",
        line="property",
        business_source=BusinessSource.DIRECT,
        start=date(2024, 1, 1),
        end=date(2025, 1, 1),
        written_premium=Decimal("50000.00"),
    )
    return made.replace(**changes)


def customer(number: int = 1, **changes: Any) -> Customer:
    """A customer with three policies and a claim."""
    claim = Claim(
        claim_id="K-1",
        policy_id="P-1",
        loss_date=date(2024, 3, 1),
        status=ClaimStatus.SETTLED,
        paid=Decimal("1200.50"),
    )
    made = Customer(
        customer_id=f"C-{number}",
        kind=CustomerKind.INDIVIDUAL,
        policies=[policy(1), policy(2), policy(3)],
        claims=[claim],
    )
    return made.replace(**changes)


def as_json(given: Customer, as_of: date = AS_OF) -> str:
    """The question of `call` about a customer made by `customer`."""

    def plain(row: Any, names: tuple[str, ...]) -> dict[str, Any]:
        found = {}
        for name in names:
            value = getattr(row, name)
            if value is None:
                continue
            found[name] = getattr(value, "word", None) or str(value)
        return found

    policies = ("policy_id", "line", "business_source", "start", "end", "written_premium")
    claims = ("claim_id", "policy_id", "loss_date", "status", "paid")
    return json.dumps(
        {
            "as_of": str(as_of),
            "customer": {
                "customer_id": given.customer_id,
                "kind": given.kind.word,
                "policies": [plain(row, policies) for row in given.policies],
                "claims": [plain(row, claims) | {"reserve": "0"} for row in given.claims],
            },
        }
    )
