"""Key figures of those who sell: persistency, activity and productivity, concentration."""
from datetime import timedelta
from fractions import Fraction

import money
from complaint_analysis import read_period
from dates import parse, plus_months
from reading import Problems

ALWAYS_OUT = "cooling_off claim waiver cancelled transferred_out".split()
REGULATORY_OUT = "suspended converted".split()
REASONS = ["not_individual", "not_long_term", "single_premium", "immature", *ALWAYS_OUT, *REGULATORY_OUT, "not_known"]


def ratio(num, den, reason):
    """Unreduced, or why there is none."""
    if den <= 0:
        return {"state": "undefined", "reason": reason}
    return {"state": "known", "num": str(num), "den": str(den), "shown": money.shown(num, den)}


def text_of(minor, currency):
    return money.print_money(minor, currency) if currency else str(minor)


def grouped(by, rows, figures, of):
    """One entry for each group name asked for; rows that are not told their group come last."""
    out = []
    for name in by:
        keys = sorted({of(r).get(name) for r in rows if name in of(r)})
        groups = [{"key": k, **figures([r for r in rows if of(r).get(name) == k], name, k)} for k in keys]
        rest = [r for r in rows if name not in of(r)]
        if rest:
            groups.append(figures(rest, name, None))
        out.append({"name": name, "groups": groups})
    return out


# --- persistency ----------------------------------------------------------


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


# --- activity and productivity ----------------------------------------------


class Activity:
    def __init__(self, json):
        spec = json["spec"]
        self.currency, self.least = spec.get("currency"), spec.get("least_policies", 1)
        self.period, self.by = read_period(spec["period"]), spec.get("by", [])
        self.services, self.sales = json["agents"], json.get("sales", [])

    def on(self, services, day):
        """How many agents are in service on a day, each once."""
        d = day.isoformat()
        return len({s["agent_id"] for s in services if s["from"] <= d < s.get("to", "9999")})

    def service(self, sale):
        """The service of the agent that holds the day of the sale."""
        for s in self.services:
            if s["agent_id"] == sale["agent_id"] and s["from"] <= sale["issued_on"] < s.get("to", "9999"):
                return s
        return None

    def reason(self, sale):
        if parse(sale["issued_on"]) not in self.period:
            return "outside_period"
        if all(s["agent_id"] != sale["agent_id"] for s in self.services):
            return "unknown_agent"
        return None if self.service(sale) else "outside_service"

    def amount(self, sales):
        return sum(money.minor_units(s.get("premium", "0"), self.currency) for s in sales) if self.currency else 0

    def told(self, reason, sales):
        amount = {"amount": text_of(self.amount(sales), self.currency)} if self.currency else {}
        return {"reason": reason, "policies": len(sales), **amount}

    def counted(self, services):
        return [s for s in self.sales if self.reason(s) is None and any(self.service(s) is r for r in services)]

    def left_out(self):
        out = []
        for reason in ("outside_period", "unknown_agent", "outside_service"):
            gone = [s for s in self.sales if self.reason(s) == reason]
            out += [self.told(reason, gone)] if gone else []
        missing = [s for s in self.counted(self.services) if "premium" not in s and self.currency]
        return out + ([self.told("premium_missing", missing)] if missing else [])

    def figures(self, services):
        counted = self.counted(services)
        begin, end = self.on(services, self.period.start), self.on(services, self.period.end)
        by_agent = [s["agent_id"] for s in counted]
        active = sum(by_agent.count(a) >= self.least for a in set(by_agent))
        premium = self.amount(counted)
        sales = {"policies": len(counted)}
        if self.currency:
            sales["premium"] = text_of(premium, self.currency)
            sales["without_premium"] = sum("premium" not in s for s in counted)
        heads = {"begin": begin, "end": end, "active": active}
        return {"heads": heads, "sales": sales, "kpis": self.kpis(begin + end, active, len(counted), premium)}

    def kpis(self, twice, active, policies, premium):
        average = str(twice // 2) + (".5" if twice % 2 else "")
        rows = [
            ("activity_rate", active, "agents", "average"),
            ("premium_per_head", premium, self.currency, "average"),
            ("policies_per_head", policies, "policies", "average"),
            ("premium_per_active_head", premium, self.currency, "active"),
            ("policies_per_active_head", policies, "policies", "active"),
        ]
        out = []
        for id, amount, unit, heads in rows:
            paid = id.startswith("premium")
            if paid and not self.currency:
                continue
            num, den, none = (amount * 2, twice, "no_heads") if heads == "average" else (amount, active, "nobody_active")
            value = ratio(num, den, none)
            if paid and value["state"] == "known":
                value["shown"] = money.shown(num, den * 10 ** money.DECIMALS[self.currency])
                value["currency"] = self.currency
            out.append({
                "id": id,
                "numerator": text_of(amount, self.currency) if paid else amount,
                "denominator": average if heads == "average" else str(active),
                "basis": f"{heads}_heads",
                "unit": unit,
                "value": value,
            })
        return out


def activity_problems(json):
    out, seen, currency = [], set(), json["spec"].get("currency")
    services = sorted(enumerate(json["agents"]), key=lambda pair: pair[1]["from"])
    for i, s in enumerate(json["agents"]):
        if "to" in s and s["to"] <= s["from"]:
            out.append({"code": "end_before_start", "path": f"agents[{i}].to"})
    latest = {}
    for i, s in services:
        if s["from"] < latest.get(s["agent_id"], ""):
            out.append({"code": "service_overlap", "path": f"agents[{i}].from"})
        latest[s["agent_id"]] = max(latest.get(s["agent_id"], ""), s.get("to", "9999"))
    for i, s in enumerate(json.get("sales", [])):
        if s["policy_id"] in seen:
            out.append({"code": "duplicate_id", "path": f"sales[{i}].policy_id"})
        seen.add(s["policy_id"])
        if "premium" in s and not currency:
            out.append({"code": "currency_missing", "path": f"sales[{i}].premium"})
    return out


def activity(json):
    if found := activity_problems(json):
        raise Problems(found)
    a = Activity(json)
    out = {
        "as_of": a.period.end.isoformat(),
        "period": a.period.json(),
        "least_policies": a.least,
        "left_out": a.left_out(),
        **a.figures(a.services),
    }
    if a.by:
        out["by"] = grouped(a.by, a.services, lambda rows, *_: a.figures(rows), lambda s: s.get("groups", {}))
    return out


# --- concentration ------------------------------------------------------------


def literal(text):
    if text.endswith("%"):
        return Fraction(text[:-1]) / 100
    return Fraction(text)


def concentration(json):
    currency = json.get("currency")
    minor = lambda text: money.minor_units(text, currency) if currency else int(text)
    problems, seen = [], set()
    for i, text in enumerate(json.get("shares", [])):
        if not 0 < literal(text) <= 1:
            problems.append({"code": "out_of_range", "path": f"shares[{i}]"})
    for i, row in enumerate(json["rows"]):
        if not currency and "." in row["amount"]:
            problems.append({"code": "currency_missing", "path": f"rows[{i}].amount"})
        if row["id"] in seen:
            problems.append({"code": "duplicate_id", "path": f"rows[{i}].id"})
        seen.add(row["id"])
    if problems:
        raise Problems(problems)
    amounts = [minor(r["amount"]) for r in json["rows"]]
    negative = [a for a in amounts if a < 0]
    rows = sorted((a for a in amounts if a >= 0), reverse=True)
    total = sum(rows)
    out = {
        "id": "concentration",
        "basis": "ties_together",
        "unit": currency or "units",
        "total": text_of(total, currency),
        "rows": len(rows),
        "left_out": [],
        "top": [top(n, rows, total, currency) for n in sorted(set(json.get("top", [])))],
        "shares": [share(s, rows, total, currency) for s in shares_of(json)],
    }
    if "as_of" in json:
        out["as_of"] = json["as_of"]
    if negative:
        out["left_out"].append({"reason": "negative", "rows": len(negative), "amount": text_of(sum(negative), currency)})
    return out


def shares_of(json):
    """By value; of two that are equal the first written stays."""
    out = {}
    for text in json.get("shares", []):
        out.setdefault(literal(text), text)
    return [out[key] for key in sorted(out)]


def with_ties(rows, n):
    """The first n rows, and every one equal to the n-th."""
    return [a for i, a in enumerate(rows) if i < n or a == rows[n - 1]]


def top(n, rows, total, currency):
    chosen = with_ties(rows, n)
    return {
        "n": n,
        "rows": len(chosen),
        "amount": text_of(sum(chosen), currency),
        "share": ratio(sum(chosen), total, "nothing_to_share"),
        "share_of_rows": ratio(len(chosen), len(rows), "nothing_to_share"),
    }


def share(text, rows, total, currency):
    if total <= 0:
        return {"share": text, "state": "undefined"}
    k = next(k for k in range(1, len(rows) + 1) if sum(rows[:k]) >= literal(text) * total)
    chosen = with_ties(rows, k)
    return {
        "share": text,
        "state": "known",
        "rows": len(chosen),
        "without_ties": k,
        "amount": text_of(sum(chosen), currency),
        "reached": ratio(sum(chosen), total, "nothing_to_share"),
        "share_of_rows": ratio(len(chosen), len(rows), "nothing_to_share"),
    }
