"""A made-up portfolio as records and as columns."""

import random
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

import pyarrow as pa
from insurant import BusinessSource, Claim, ClaimStatus, Customer, CustomerKind, Policy

AS_OF = date(2024, 7, 1)
MEASURES = ["loss_ratio(36m)", "claim_count(36m)", "annual_premium", "claim_free_years"]


@dataclass
class Portfolio:
    """The same customers twice."""

    records: list[Customer]
    customers: pa.Table
    policies: pa.Table
    claims: pa.Table


def portfolio(count: int = 300, seed: int = 7) -> Portfolio:
    """Customers with up to five policies each, a third of them with a claim; rows in no order."""
    dice = random.Random(seed)
    records: list[Customer] = []
    policies: list[dict[str, object]] = []
    claims: list[dict[str, object]] = []
    for number in range(count):
        own: list[Policy] = []
        claimed: list[Claim] = []
        for _ in range(dice.randrange(6)):
            start = date(2018, 1, 1) + timedelta(dice.randrange(2400))
            policy = Policy(
                policy_id=f"P-{len(policies)}",
                line=dice.choice(["property", "motor", "public liability"]),
                business_source=dice.choice([BusinessSource.DIRECT, BusinessSource.INTERMEDIARY]),
                start=start,
                end=start + timedelta(365),
                written_premium=Decimal(dice.randrange(10_000, 3_000_000)) / 100,
            )
            own.append(policy)
            policies.append(
                {
                    "policy_id": policy.policy_id,
                    "customer_id": f"C-{number}",
                    "line": policy.line,
                    "business_source": policy.business_source.word,
                    "start": policy.start,
                    "end": policy.end,
                    "written_premium": policy.written_premium,
                }
            )
            if dice.random() < 0.33:
                claim = Claim(
                    claim_id=f"K-{len(claims)}",
                    policy_id=policy.policy_id,
                    loss_date=start + timedelta(dice.randrange(365)),
                    status=ClaimStatus.SETTLED,
                    paid=Decimal(dice.randrange(100, 4_000_000)) / 100,
                )
                claimed.append(claim)
                claims.append(
                    {
                        "claim_id": claim.claim_id,
                        "policy_id": claim.policy_id,
                        "loss_date": claim.loss_date,
                        "status": claim.status.word,
                        "paid": claim.paid,
                        "reserve": Decimal("0.00"),
                    }
                )
        kind = dice.choice([CustomerKind.INDIVIDUAL, CustomerKind.ORGANISATION])
        records.append(
            Customer(customer_id=f"C-{number}", kind=kind, policies=own, claims=claimed)
        )
    dice.shuffle(policies)
    dice.shuffle(claims)
    people = [{"customer_id": r.customer_id, "kind": r.kind.word} for r in records]
    money = pa.decimal128(19, 2)
    day, text = pa.date32(), pa.string()
    coded = pa.dictionary(pa.int8(), text)
    return Portfolio(
        records=records,
        customers=pa.Table.from_pylist(
            people, schema=pa.schema({"customer_id": text, "kind": coded})
        ),
        policies=pa.Table.from_pylist(
            policies,
            schema=pa.schema(
                {
                    "policy_id": text,
                    "customer_id": text,
                    "line": text,
                    "business_source": coded,
                    "start": day,
                    "end": day,
                    "written_premium": money,
                }
            ),
        ),
        claims=pa.Table.from_pylist(
            claims,
            schema=pa.schema(
                {
                    "claim_id": text,
                    "policy_id": text,
                    "loss_date": day,
                    "status": text,
                    "paid": money,
                    "reserve": money,
                }
            ),
        ),
    )
