"""The facts of one customer, as plain values."""
from dataclasses import dataclass, field
from datetime import date
from typing import Optional


@dataclass
class Movement:
    effective: date
    amount: int


@dataclass
class Policy:
    policy_id: str
    line: str
    business_source: str
    start: date
    end: date
    written_premium: int
    refunded: int = 0
    cancelled_on: Optional[date] = None
    issued_on: Optional[date] = None
    partner_id: Optional[str] = None
    tender_id: Optional[str] = None
    insured_units: int = 1
    currency: Optional[str] = None
    movements: list = field(default_factory=list)  # endorsements only


@dataclass
class Claim:
    claim_id: str
    loss_date: date
    status: str
    paid: int
    reserve: int
    policy_id: Optional[str] = None
    claimant_id: Optional[str] = None
    reported_on: Optional[date] = None
    recovered: int = 0
    catastrophe: bool = False
    event_id: Optional[str] = None

    @property
    def net_paid(self):
        return self.paid - self.recovered


@dataclass
class Entry:
    entry_id: str
    state: str
    effective: date
    reason: Optional[str] = None
    expiry: Optional[date] = None
    review: Optional[date] = None
    lines: list = field(default_factory=list)


@dataclass
class Customer:
    customer_id: str
    kind: str
    credit: Optional[str] = None
    intends_to_insure: Optional[bool] = None
    fraud_signs: Optional[bool] = None
    hard_to_settle: Optional[bool] = None
    history_from: Optional[date] = None
    valued_on: Optional[date] = None
    manager_id: Optional[str] = None  # "" = known to have none, None = not told
    next_review: Optional[date] = None
    inputs: dict = field(default_factory=dict)
    policies: list = field(default_factory=list)
    claims: list = field(default_factory=list)
    placed: list = field(default_factory=list)
    entries: list = field(default_factory=list)

    def policy(self, policy_id):
        for policy in self.policies:
            if policy.policy_id == policy_id:
                return policy
        return None
