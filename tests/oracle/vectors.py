"""How a vector is put together, and how it lies on disk."""
import json

import operations

D = "2024-07-01"
CASES = []


def policy(policy_id, start, end, written_premium, **more):
    """A policy; direct property business unless said."""
    base = {"policy_id": policy_id, "line": "property", "business_source": "direct"}
    base.update(start=start, end=end, written_premium=written_premium)
    return {**base, **more}


def claim(claim_id, loss_date, paid, policy_id="P1", **more):
    """A settled claim without a reserve unless said. `policy_id=None`: without a policy."""
    base = {"claim_id": claim_id, "policy_id": policy_id, "loss_date": loss_date, "status": "settled"}
    base.update(paid=paid, reserve="0.00")
    base.update(more)
    return {k: v for k, v in base.items() if v is not None}


def endorsement(effective, amount):
    return {"effective": effective, "amount": amount}


def bare(policies=(), claims=(), **more):
    """A customer of whom nothing else is told."""
    base = {"customer_id": "C1", "kind": "individual", **more}
    if policies:
        base["policies"] = list(policies)
    if claims:
        base["claims"] = list(claims)
    return base


def told(policies=(), claims=(), **more):
    """A customer of whom every yes-or-no is told, so that nothing is unknown; credit is fair.
    None takes a fact away."""
    base = {
        "credit": "fair",
        "intends_to_insure": False,
        "fraud_signs": False,
        "hard_to_settle": False,
        "manager_id": "M1",
        "next_review": "2199-12-31",
        "inputs": {"pre_catastrophe_purchase": False},
    }
    out = bare(policies, claims, **{**base, **more})
    return {k: v for k, v in out.items() if v is not None}


def case(topic, name, operation, json_input, why):
    CASES.append((topic, name, operation, json_input, why))


def measure(topic, name, customer, expressions, why, as_of=D):
    case(topic, name, "measure", {"as_of": as_of, "customer": customer, "expressions": expressions}, why)


def assess(topic, name, customer, why, as_of=D):
    case(topic, name, "assess", {"as_of": as_of, "customer": customer}, why)


def files():
    """{path: text} of every vector."""
    out = {}
    for topic, name, operation, json_input, why in CASES:
        path = f"{topic}/{name}.json"
        if path in out:
            raise ValueError(f"two vectors are called {path}")
        vector = {
            "operation": operation,
            "input": json_input,
            "expect": operations.run(operation, json_input),
            "why": why,
        }
        out[path] = json.dumps(vector, indent=2, ensure_ascii=False) + "\n"
    return out
