"""The yearly appraisal of account managers: results of the days served, peers, score, proposed grade."""
import card_problems
import expressions
import money
import rulebooks
import values
from certification_table import GRADES
from dates import days, parse, whole_years_since
from reading import Problems
from scorecards import Card, score_json
from service import in_order, repeated

FLOWS = ("new_premium", "upheld_complaints")
RATIOS = {
    "retention": ("renewal_kept", "renewal_due"),
    "loss_ratio": ("incurred", "earned_premium"),
    "visit_rate": ("visits_done", "visits_due"),
    "report_rate": ("reports_on_time", "reports_due"),
    "satisfaction": ("satisfied", "asked"),
}
AMOUNTS = "new_premium premium_target renewal_due renewal_kept earned_premium incurred".split()


class Rules:
    def __init__(self, book):
        s = book["managers"]
        self.card = s["appraisal"]
        self.up, self.down = s.get("steps_up", 1), s.get("steps_down", 1)
        self.least = s.get("minimum_days", 90)
        self.first = s.get("first_grade_at_best", "standard")
        self.peers = s.get("peers", "all")
        self.inputs = {k: v for k, v in book.get("inputs", {}).items() if v["subject"] == "manager"}


class Manager:
    def __init__(self, json, rules, start, end):
        self.json, self.rules, self.start, self.end = json, rules, start, end
        self.results = json.get("results", {})
        self.period = days(start, end)
        joined = parse(json["joined_on"]) if "joined_on" in json else start
        if "served" in json:
            self.served = sum(days(parse(r["from"]), parse(r["to"])) for r in json["served"])
        else:
            self.served = days(max(joined, start), end)
        self.others = []

    def unrated(self):
        if all(name not in self.json for name in ("results", "inputs", "customers")):
            return "no_appraisal"
        return "too_short" if self.served < self.rules.least else None

    def amount(self, name):
        """A figure of the results, as it counts: minor units, or a number; None where it is not told."""
        if name not in self.results:
            return None
        told = self.results[name]
        exact = money.minor_units(told, "CNY") if name in AMOUNTS else told
        if name in FLOWS and self.served != self.period:
            return money.checked(exact * self.period // self.served)  # // is towards minus infinity
        return exact

    def ratio(self, over, under):
        num, den = self.amount(over), self.amount(under)
        return values.unknown("ratio") if num is None or den is None else values.ratio(num, den)

    def years(self, name):
        if name not in self.json:
            return values.unknown("count")
        return values.count(whole_years_since(parse(self.json[name]), self.end))

    def named(self, name, arguments):
        """A name of the rule language; None where it is none."""
        if name == "grade":
            return values.optional("enumeration", self.json.get("grade"))
        if name == "unit":
            return values.optional("text", self.json.get("unit_id"))
        if name == "years_of_service":
            return self.years("joined_on")
        if name == "years_in_grade":
            return self.years("grade_since")
        if name == "days_served":
            return values.count(self.served)
        if name in ("new_premium", "premium_target"):
            minor = self.amount(name)
            return values.unknown("money") if minor is None else values.amount(minor)
        if name == "upheld_complaints":
            return values.optional("count", self.amount(name))
        if name == "attainment":
            return self.ratio("new_premium", "premium_target")
        if name in RATIOS:
            return self.ratio(*RATIOS[name])
        if name == "customers":
            if "customers" not in self.json:
                return values.unknown("count")
            of = self.json["customers"]
            return values.count(of.get(arguments["category"], 0) if arguments else sum(of.values()))
        if name == "peer_percentile":
            return self.percentile(arguments["of"])
        if name in self.rules.inputs:
            return self.input(name, self.rules.inputs[name]["type"])
        return None

    def input(self, name, kind):
        told = self.json.get("inputs", {}).get(name)
        if told is None:
            return values.unknown(kind)
        if kind == "ratio":
            return expressions.literal(str(told))
        return values.Value(kind, values.KNOWN, told)

    def percentile(self, of):
        mine = self.named(of, {})
        if not mine.known:
            return values.Value("ratio", mine.state)
        field = {"grade": "grade", "unit": "unit_id", "all": None}[self.rules.peers]
        if field and field not in self.json:
            return values.unknown("ratio")
        peers = [m for m in self.others if not field or m.json.get(field) == self.json[field]]
        known = [values.exact(v) for v in (m.named(of, {}) for m in peers) if v.known]
        return values.ratio(sum(v < values.exact(mine) for v in known), len(known))


def proposed(rules, card, present):
    """(rating, proposed grade, change, what limited it)."""
    how, _, grade = card.judged()
    if how in ("review", "undecided"):
        return how, None, None, None
    if how == "veto":
        to, limit = card.worse(grade, present or grade), None
    elif present is None:
        to = card.worse(grade, rules.first)
        return "rated", to, "first", "first_grade" if to != grade else None
    else:
        here = GRADES.index(present)
        to = GRADES[min(max(GRADES.index(grade), here - rules.up), here + rules.down)]
        limit = None
        if to != grade:
            limit = "steps_up" if GRADES.index(grade) < here else "steps_down"
    if present is None:
        return "rated", to, "first", None
    step = GRADES.index(to) - GRADES.index(present)
    return "rated", to, "promote" if step < 0 else "demote" if step > 0 else "confirm", limit


def problems(json, rules):
    out, period = [], json["period"]
    start, end = period["from"], period["to"]
    problem = lambda code, path: out.append({"code": code, "path": path})
    if end <= start:
        problem("end_before_start", "period.to")
    out += repeated(json["managers"], "manager_id", "managers")
    for i, m in enumerate(json["managers"]):
        path, results, latest = f"managers[{i}]", m.get("results", {}), ""
        for j, r in sorted(enumerate(m.get("served", [])), key=lambda pair: pair[1]["from"]):
            if r["to"] <= r["from"]:
                problem("end_before_start", f"{path}.served[{j}].to")
                continue
            if r["from"] < latest:
                problem("overlapping_ranges", f"{path}.served[{j}].from")
            latest = max(latest, r["to"])
            if r["from"] < m.get("joined_on", "0"):
                problem("out_of_order", f"{path}.served[{j}].from")
            elif r["from"] < start:
                problem("outside_period", f"{path}.served[{j}].from")
            elif r["to"] > end:
                problem("outside_period", f"{path}.served[{j}].to")
        if m.get("joined_on", "0") >= end:
            problem("out_of_order", f"{path}.joined_on")
        if "grade_since" in m and not m.get("joined_on", "0") <= m["grade_since"] < end:
            problem("out_of_order", f"{path}.grade_since")
        for part, whole in (("satisfied", "asked"), ("reports_on_time", "reports_due")):
            if part in results and whole in results and results[part] > results[whole]:
                problem("above_total", f"{path}.results.{part}")
        for name in m.get("inputs", {}):
            if name not in rules.inputs:
                problem("unknown_field", f"{path}.inputs.{name}")
    known = {m["manager_id"] for m in json["managers"]}
    for i, id in enumerate(json.get("only", [])):
        if id not in known:
            problem("unknown_manager", f"only[{i}]")
    return in_order(out, json)


def appraise(json):
    book, reference = rulebooks.of(json)
    rules = Rules(book)
    if wrong := card_problems.problems(rules.card, GRADES, "rulebook.managers.appraisal"):
        raise Problems(in_order(wrong, json))
    if found := problems(json, rules):
        raise Problems(found)
    start, end = parse(json["period"]["from"]), parse(json["period"]["to"])
    managers = sorted((Manager(m, rules, start, end) for m in json["managers"]), key=lambda m: m.json["manager_id"])
    rated = [m for m in managers if m.unrated() is None]
    out = []
    for m in managers:
        m.others = [other for other in rated if other is not m]
        if m.json["manager_id"] in json.get("only", [m.json["manager_id"]]):
            out.append(answer(m, rules))
    return {"period": json["period"], **reference, "managers": out}


def answer(m, rules):
    out = {k: m.json[k] for k in ("manager_id", "unit_id", "grade") if k in m.json}
    out["days"] = {"period": m.period, "served": m.served}
    if m.unrated():
        return {**out, "rating": "unrated", "reason": m.unrated()}
    try:
        card = Card(rules.card, GRADES, m)
    except money.Overflow:
        return {**out, "rating": "undecided", "reason": "overflow"}
    rating, to, change, limit = proposed(rules, card, m.json.get("grade"))
    more = {"proposed": to, "change": change, "limited_by": limit}
    return {**out, "rating": rating, **{k: v for k, v in more.items() if v}, "score": score_json(card)}
