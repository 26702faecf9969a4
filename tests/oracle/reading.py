"""From JSON to facts, with every mistake of the input as {code, path}."""
import re
from datetime import date

import money
from facts import Claim, Customer, Entry, Movement, Policy
from parameters import CURRENCY, INPUTS

# field: (how it is read, required)
MOVEMENT = {"effective": ("date", True), "amount": ("money", True)}
POLICY = {
    "policy_id": ("text", True),
    "line": ("text", True),
    "business_source": (("direct", "intermediary", "tender"), True),
    "start": ("date", True),
    "end": ("date", True),
    "written_premium": ("premium", True),
    "refunded": ("premium", False),
    "cancelled_on": ("date", False),
    "issued_on": ("date", False),
    "partner_id": ("text", False),
    "tender_id": ("text", False),
    "insured_units": ("units", False),
    "currency": ("text", False),
    "movements": ([Movement, MOVEMENT], False),
}
CLAIM = {
    "claim_id": ("text", True),
    "policy_id": ("text", False),
    "claimant_id": ("text", False),
    "loss_date": ("date", True),
    "reported_on": ("date", False),
    "status": (("open", "settled", "declined", "withdrawn", "reopened"), True),
    "paid": ("premium", True),
    "reserve": ("premium", True),
    "recovered": ("premium", False),
    "catastrophe": ("boolean", False),
    "event_id": ("text", False),
}
ENTRY = {
    "entry_id": ("text", True),
    "state": (("proposed", "active", "under_appeal", "suspended", "expired", "removed"), True),
    "reason": ("text", False),
    "effective": ("date", True),
    "expiry": ("date", False),
    "review": ("date", False),
    "lines": ("texts", False),
}
CUSTOMER = {
    "customer_id": ("text", True),
    "kind": (("individual", "organisation", "partner"), True),
    "credit": (("good", "fair", "poor"), False),
    "intends_to_insure": ("boolean", False),
    "fraud_signs": ("boolean", False),
    "hard_to_settle": ("boolean", False),
    "history_from": ("date", False),
    "valued_on": ("date", False),
    "manager_id": ("text", False),
    "next_review": ("date", False),
    "inputs": ("inputs", False),
    "policies": ([Policy, POLICY], False),
    "claims": ([Claim, CLAIM], False),
    "placed": ([Policy, POLICY], False),
    "entries": ([Entry, ENTRY], False),
}


class Problems(Exception):
    def __init__(self, problems):
        super().__init__(problems)
        self.problems = problems


class Reader:
    def __init__(self):
        self.problems = []

    def problem(self, code, path):
        self.problems.append({"code": code, "path": path})

    def date(self, text, path):
        m = re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", text)
        try:
            day = date(*map(int, m.groups())) if m else None
        except ValueError:
            day = None
        if day is None:
            self.problem("no_such_date", path)
        elif not 1900 <= day.year <= 2199:
            self.problem("year_out_of_range", path)
            return None
        return day

    def money(self, text, path):
        try:
            return money.minor_units(text, CURRENCY)
        except money.AmountError as error:
            self.problem(error.code, path)
            return None

    def field(self, how, json, path):
        if isinstance(how, list):
            if not isinstance(json, list):
                return self.problem("wrong_shape", path)
            return [self.object(how[0], how[1], item, f"{path}[{i}]") for i, item in enumerate(json)]
        if how == "inputs":
            for name in json:
                if name not in INPUTS:
                    self.problem("unknown_field", f"{path}.{name}")
            return json
        if how == "texts":
            return json
        wanted = {"boolean": bool, "units": int}.get(how, str)
        if not isinstance(json, wanted) or (wanted is int and isinstance(json, bool)):
            return self.problem("wrong_shape", path)
        if isinstance(how, tuple) and json not in how:
            return self.problem("unknown_member", path)
        if how == "date":
            return self.date(json, path)
        if how in ("money", "premium"):
            amount = self.money(json, path)
            if how == "premium" and amount is not None and amount < 0:
                self.problem("negative_amount", path)
            return amount
        if how == "units" and json < 1:
            self.problem("bad_units", path)
        return json

    def object(self, made, fields, json, path):
        """One object, or None where a mistake in it leaves nothing to build."""
        if not isinstance(json, dict):
            return self.problem("wrong_shape", path)
        before, read = len(self.problems), {}
        for name in json:
            if name not in fields:
                self.problem("unknown_field", f"{path}.{name}")
        for name, (how, required) in fields.items():
            if name in json:
                read[name] = self.field(how, json[name], f"{path}.{name}")
            elif required:
                self.problem("missing_field", f"{path}.{name}")
        if len(self.problems) > before:
            return None
        result = made(**read)
        if made is Policy:
            self.policy(result, path)
        return result

    def policy(self, p, path):
        if p.end == p.start:
            return self.problem("zero_length_term", f"{path}.end")
        if p.end < p.start:
            return self.problem("end_before_start", f"{path}.end")
        if p.cancelled_on is not None and p.cancelled_on >= p.end:
            return self.problem("cancelled_after_end", f"{path}.cancelled_on")
        for i, m in enumerate(p.movements):
            if not p.start <= m.effective < p.end:
                self.problem("movement_outside_term", f"{path}.movements[{i}].effective")
            elif p.cancelled_on is not None and m.effective >= p.cancelled_on:
                self.problem("movement_after_cancellation", f"{path}.movements[{i}].effective")
        gross = p.written_premium + sum(m.amount for m in p.movements)
        if gross < 0:
            self.problem("negative_net_premium", f"{path}.movements")
        elif p.refunded > 0 and p.cancelled_on is None:
            self.problem("refund_without_cancellation", f"{path}.refunded")
        elif p.refunded > gross:
            self.problem("refund_above_premium", f"{path}.refunded")

    def repeated(self, objects, name, path):
        seen = set()
        for i, o in enumerate(objects):
            if o is not None and getattr(o, name) in seen:
                self.problem("duplicate_id", f"{path}[{i}].{name}")
            elif o is not None:
                seen.add(getattr(o, name))

    def customer(self, json):
        customer = self.object(Customer, CUSTOMER, json, "customer")
        if customer is None:
            return None
        self.repeated(customer.policies, "policy_id", "customer.policies")
        self.repeated(customer.claims, "claim_id", "customer.claims")
        self.repeated(customer.entries, "entry_id", "customer.entries")
        for i, claim in enumerate(customer.claims):
            if claim.policy_id is not None and customer.policy(claim.policy_id) is None:
                self.problem("unknown_policy", f"customer.claims[{i}].policy_id")
        return customer


def read(json):
    """(customer, as_of) of the input of `measure` or `assess`."""
    reader = Reader()
    as_of = reader.date(json["as_of"], "as_of")
    customer = reader.customer(json["customer"])
    if reader.problems:
        raise Problems(reader.problems)
    return customer, as_of
