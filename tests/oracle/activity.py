"""Activity and productivity of those who sell: heads on two days, sales of a period."""
import money
from complaint_analysis import read_period
from dates import parse
from reading import Problems
from shares import grouped, ratio, text_of


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
