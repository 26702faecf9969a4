"""Which claims count, and as what."""
from dataclasses import dataclass
from datetime import date

import policies


def finding(customer, claim, d):
    """Why a claim is counted nowhere, or None. What is not known yet says nothing else."""
    reported = claim.reported_on or claim.loss_date
    if reported >= d or claim.loss_date >= d:
        return "not_known"
    if claim.policy_id is None:
        return "no_policy"
    policy = customer.policy(claim.policy_id)
    if policies.void(policy, d):
        return "void_policy"
    if not policy.start <= claim.loss_date < policies.cover_end(policy, d):
        return "outside_cover"
    return None


def counted(customer, d):
    return [c for c in customer.claims if finding(customer, c, d) is None]


@dataclass
class Occurrence:
    """One claim for every count: a claim, or all claims of one event."""

    claims: list

    @property
    def loss_date(self) -> date:
        return min(c.loss_date for c in self.claims)

    @property
    def is_paid(self):
        return any(c.net_paid > 0 for c in self.claims)


def occurrences(some_claims):
    """Withdrawn claims left out, claims of one event put together."""
    alone, events = [], {}
    for claim in some_claims:
        if claim.status == "withdrawn":
            continue
        if claim.event_id is None:
            alone.append(Occurrence([claim]))
        else:
            events.setdefault(claim.event_id, Occurrence([])).claims.append(claim)
    return alone + list(events.values())


@dataclass
class Tally:
    count: int = 0
    paid_count: int = 0
    paid: int = 0
    reserve: int = 0
    recovered: int = 0

    @property
    def net_paid(self):
        return self.paid - self.recovered

    @property
    def incurred(self):
        return self.paid + self.reserve - self.recovered


def tally(customer, some_claims, window, d):
    """Counts and sums of the (already filtered) claims with their loss in the window."""

    def inside(loss_date, claim):
        span = window.span(d, customer.policy(claim.policy_id))
        return span is not None and span[0] <= loss_date < span[1]

    if window.named == "policy_year":
        # Every policy has a window of its own: each claim is held against its own policy's.
        some_claims = [c for c in some_claims if inside(c.loss_date, c)]
        happened = occurrences(some_claims)
    else:
        happened = [o for o in occurrences(some_claims) if inside(o.loss_date, o.claims[0])]

    total = Tally()
    for occurrence in happened:
        total.count += 1
        total.paid_count += occurrence.is_paid
        for claim in occurrence.claims:
            total.paid += claim.paid
            total.reserve += claim.reserve
            total.recovered += claim.recovered
    for claim in some_claims:  # of a withdrawn claim only the reserve counts
        if claim.status == "withdrawn" and inside(claim.loss_date, claim):
            total.reserve += claim.reserve
    return total
