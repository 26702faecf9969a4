"""Persistency: premium or policies that are still there, each policy that is left out under its reason."""
from datetime import timedelta

import money
from complaint_analysis import read_period
from dates import parse, plus_months
from reading import Problems
from shares import grouped, ratio, text_of

ALWAYS_OUT = "cooling_off claim waiver cancelled transferred_out".split()
REGULATORY_OUT = "suspended converted".split()
REASONS = ["not_individual", "not_long_term", "single_premium", "immature", *ALWAYS_OUT, *REGULATORY_OUT, "not_known"]


class Policy:
    def __init__(self, json, spec):
        self.json, self.spec = json, spec
        self.effective = parse(json["effective"])
        self.premium = spec.minor(json.get("premium", "0"))
        month = plus_months(self.effective, spec.month - 1)
        self.grace_end = month + timedelta(days=spec.grace_days)
        self.told_until = spec.as_of
        if "known_until" in json:
            self.told_until = min(spec.as_of, parse(json["known_until"]))
        self.riders_until = plus_months(self.effective, spec.rider_months)

    def receipts(self, of):
        """(day, amount) of what was received for the month in question."""
        rows = of.get("received", [])
        return [(parse(r["on"]), self.spec.minor(r["amount"])) for r in rows if r["month"] == self.spec.month]

    def own(self):
        return self.receipts(self.json)

    def riders(self):
        """The receipts of each rider that counts."""
        if self.spec.basis == "count":
            return []
        riders = self.json.get("riders", [])
        return [self.receipts(r) for r in riders if parse(r["added_on"]) < self.riders_until]

    def in_time(self, receipts):
        return [amount for on, amount in receipts if on <= self.grace_end]

    def late(self):
        everything = self.own() + [r for rider in self.riders() for r in rider]
        return [amount for on, amount in everything if self.grace_end < on < self.told_until]

    def ceased_by(self):
        """By what the payment of premium had ended when the grace period was over."""
        ceased = self.json.get("ceased")
        return ceased["by"] if ceased and parse(ceased["on"]) <= self.grace_end else None

    def left_out(self):
        """The first reason for which it counts on neither side."""
        if not self.json.get("individual", True):
            return "not_individual"
        if not self.json.get("long_term", True):
            return "not_long_term"
        if self.json.get("single", False):
            return "single_premium"
        if self.grace_end >= self.told_until:
            return "immature"
        by = self.ceased_by()
        if by in ALWAYS_OUT or by in REGULATORY_OUT and self.spec.variant == "regulatory":
            return by
        if self.spec.basis == "premium" and "received" not in self.json:
            return "not_known"
        return None

    def persists(self):
        if "received" in self.json:
            return sum(self.in_time(self.own())) > 0
        return self.ceased_by() is None


class Persistency:
    def __init__(self, spec):
        self.as_of = parse(spec["as_of"])
        self.month = spec.get("month", 13)
        self.grace_days = spec.get("grace_days", 60)
        self.rider_months = spec.get("rider_months", self.month)
        self.variant = spec.get("variant", "regulatory")
        self.basis = spec.get("basis", "premium")
        self.currency = spec.get("currency")
        self.by = spec.get("by", [])
        if "cohort" in spec:
            self.start, self.end = parse(spec["cohort"]["from"]), parse(spec["cohort"]["to"])
        else:
            period = read_period(spec["period"])
            self.start, self.end = (plus_months(d, 1 - self.month) for d in (period.start, period.end))

    def minor(self, text):
        return money.minor_units(text, self.currency) if self.currency else 0

    def figures(self, policies, *_):
        measured = [p for p in policies if p.left_out() is None]
        left_out = []
        for reason in REASONS:
            gone = [p for p in policies if p.left_out() == reason]
            if gone:
                row = {"reason": reason, "policies": len(gone)}
                if self.currency:
                    row["amount"] = text_of(sum(p.premium for p in gone), self.currency)
                left_out.append(row)
        late = [amount for p in measured for amount in p.late()]
        told = {"receipts": len(late), **({"amount": text_of(sum(late), self.currency)} if self.currency else {})}
        out = {"policies": len(measured), "left_out": left_out, "late": told}
        if self.basis == "count":
            num, den = sum(p.persists() for p in measured), len(measured)
            out.update(numerator=num, denominator=den)
        else:
            riders = [[a for rider in p.riders() for a in p.in_time(rider)] for p in measured]
            num = sum(sum(p.in_time(p.own())) for p in measured) + sum(map(sum, riders))
            den = sum(p.premium for p in measured)
            out.update(numerator=text_of(num, self.currency), denominator=text_of(den, self.currency))
            with_riders = sum(bool(r) for r in riders)
            out["riders"] = {"policies": with_riders, "amount": text_of(sum(map(sum, riders)), self.currency)}
        out["value"] = ratio(num, den, "nothing_measurable")
        if num > den > 0:
            out["capped"] = ratio(den, den, "")
        return out


def persistency_problems(json):
    spec, out = json["spec"], []
    basis, currency = spec.get("basis", "premium"), spec.get("currency")
    problem = lambda code, path: out.append({"code": code, "path": path})
    if ("period" in spec) == ("cohort" in spec):
        problem("conflicting_fields", "spec.cohort")
    for name in ("period", "cohort"):
        if name in spec and not isinstance(spec[name], str) and spec[name]["from"] >= spec[name]["to"]:
            problem("end_before_start", f"spec.{name}")
    if basis == "premium" and not currency:
        problem("currency_missing", "spec")
    seen = set()
    for i, p in enumerate(json["policies"]):
        path = f"policies[{i}]"
        if p["policy_id"] in seen:
            problem("duplicate_id", f"{path}.policy_id")
        seen.add(p["policy_id"])
        if "premium" not in p:
            if basis == "premium":
                problem("missing_field", f"{path}.premium")
        elif not currency:
            problem("currency_missing", f"{path}.premium")
        elif money.minor_units(p["premium"], currency) < 0:
            problem("negative_amount", f"{path}.premium")
        riders = set()
        for j, r in enumerate(p.get("riders", [])):
            if r["rider_id"] in riders:
                problem("duplicate_id", f"{path}.riders[{j}].rider_id")
            riders.add(r["rider_id"])
            if r["added_on"] <= p["effective"]:
                problem("out_of_order", f"{path}.riders[{j}].added_on")
        if "ceased" in p and p["ceased"]["on"] < p["effective"]:
            problem("out_of_order", f"{path}.ceased.on")
        if "known_until" in p and p["known_until"] <= p["effective"]:
            problem("out_of_order", f"{path}.known_until")
    return out


def persistency(json):
    if found := persistency_problems(json):
        raise Problems(found)
    spec = Persistency(json["spec"])
    policies = [Policy(p, spec) for p in json["policies"]]
    cohort = [p for p in policies if spec.start <= p.effective < spec.end]
    out = {
        "id": f"persistency_{spec.month}",
        "as_of": spec.as_of.isoformat(),
        "basis": spec.basis,
        "variant": spec.variant,
        "unit": "policies" if spec.basis == "count" else spec.currency,
        "month": spec.month,
        "grace_days": spec.grace_days,
        "rider_months": spec.rider_months,
        "cohort": {"from": spec.start.isoformat(), "to": spec.end.isoformat()},
        **spec.figures(cohort),
    }
    if spec.by:
        out["by"] = grouped(spec.by, cohort, spec.figures, lambda p: p.json.get("groups", {}))
    return out
