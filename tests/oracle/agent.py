"""Individual agents: admission, grades, honours with their quality, the training plan, the support desk."""
from datetime import timedelta

import calendars
import expressions
import money
import rulebooks
import values
from dates import parse, plus_months, whole_years_since
from reading import Problems
from scorecards import Card, score_json
from service import in_order, repeated

EDUCATION = "none primary lower_secondary upper_secondary vocational bachelor master doctorate".split()
GRADES = "elite senior standard trainee".split()
ONE = timedelta(days=1)


def section(json):
    book, reference = rulebooks.of(json)
    return book["agents"], reference


def told(**fields):
    return {k: v for k, v in fields.items() if v is not None}


# --- admission ------------------------------------------------------------------


def within(value, least=None, most=None):
    if value is None:
        return "unknown"
    return "met" if (least is None or value >= least) and (most is None or value <= most) else "not_met"


def stages(asked, interviews, d):
    """The interviews that the rulebook asks for, each against the one before it."""
    held = {i["level"]: i for i in interviews if parse(i["on"]) < d}
    out, before = [], "0000"
    for level in asked:
        one = held.get(level)
        if one is None:
            out.append({"level": level, "state": "missing"})
        elif before is None or one["on"] < before:
            out.append({"level": level, "state": "out_of_order"})
        else:
            out.append({"level": level, "state": one["result"]})
        before = one["on"] if one and one["result"] == "passed" else None
    return out


def admit(json):
    rules, reference = section(json)
    agent, d = json["agent"], parse(json["as_of"])
    asked, interviews = [i["level"] for i in rules.get("interviews", [])], agent.get("interviews", [])
    problems = repeated(interviews, "level", "agent.interviews")
    for i, one in enumerate(interviews):
        if one["level"] not in asked:
            problems.append({"code": "unknown_id", "path": f"agent.interviews[{i}].level"})
    if problems:
        raise Problems(problems)
    checks = {"age": "off", "education": "off", "experience": "off", "interviews": "off"}
    years = None
    if "age" in rules:
        born = parse(agent["birth_date"]) if "birth_date" in agent else None
        years = whole_years_since(born, d) if born and born <= d else None
        checks["age"] = within(years, rules["age"].get("least"), rules["age"].get("most"))
    if "education" in rules:
        rank = EDUCATION.index(agent["education"]) if "education" in agent else None
        checks["education"] = within(rank, EDUCATION.index(rules["education"]["least"]))
    if rules.get("experience_months", 0):
        checks["experience"] = within(agent.get("experience_months"), rules["experience_months"])
    held = stages(asked, interviews, d)
    states = [s["state"] for s in held]
    if asked:
        bad = "failed" in states or "out_of_order" in states
        checks["interviews"] = "not_met" if bad else "pending" if "missing" in states else "met"
    by_state = (("not_met", "refused"), ("unknown", "review"), ("pending", "pending"))
    rows = [{"check": k, "state": v, **(told(years=years) if k == "age" else {})} for k, v in checks.items()]
    out = {
        "agent_id": agent["agent_id"],
        "as_of": json["as_of"],
        "outcome": next((o for s, o in by_state if s in checks.values()), "admitted"),
        "checks": rows,
        "interviews": held,
        **reference,
    }
    if checks["interviews"] == "pending":
        out["next"] = next(s["level"] for s in held if s["state"] == "missing")
    return out


# --- honours ----------------------------------------------------------------------

KINDS = {
    "premium": "money",
    "commission": "money",
    "income": "money",
    "policies": "count",
    "complaints": "count",
    "violations": "count",
    "persistency_13": "ratio",
    "persistency_25": "ratio",
    "training_passed": "boolean",
}


def fact(kind, text):
    """A figure as it is written."""
    if text == "undefined":
        return values.undefined(kind)
    if kind == "money":
        return values.amount(money.minor_units(text, "CNY"))
    if kind == "count":
        return values.count(int(text))
    if kind == "boolean":
        return values.boolean(text in ("yes", "true"))
    if "/" in text:
        num, den = map(int, text.split("/"))
        return values.ratio(num, den)
    # As it is written: no common factor is taken out.
    whole, _, places = text.rstrip("%").partition(".")
    return values.ratio(int(whole + places), 10 ** len(places) * (100 if text.endswith("%") else 1))


class Facts:
    """What the rule language asks of an agent."""

    def __init__(self, facts, kinds):
        self.facts, self.kinds = facts, kinds

    def named(self, name, arguments):
        if name not in self.kinds:
            return None
        kind = self.kinds[name]
        return fact(kind, self.facts[name]) if name in self.facts else values.unknown(kind)


def word(truth):
    return {True: "true", False: "false", None: "unknown"}[truth]


def honours(json):
    book, _ = rulebooks.of(json)
    rules, reference = section(json)
    kinds = {**KINDS, **{k: v["type"] for k, v in book.get("inputs", {}).items()}}
    facts = json["agent"].get("facts", {})
    wrong = [{"code": "unknown_field", "path": f"agent.facts.{name}"} for name in facts if name not in kinds]
    if wrong:
        raise Problems(wrong)
    view, rows, held = Facts(facts, kinds), [], {}
    for honour in rules.get("honours", []):
        truth = lambda text: expressions.truth(expressions.evaluate(text, view))
        volume = truth(honour["volume"]) if "volume" in honour else True
        quality = truth(honour["quality"])
        held[honour["id"]] = values.both(volume, quality)
        row = {"id": honour["id"], "title": honour["title"], "quality": word(quality), "held": word(held[honour["id"]])}
        rows.append({**row, **({"volume": word(volume)} if "volume" in honour else {})})
    out = {"agent_id": json["agent"]["agent_id"], "as_of": json["as_of"], "honours": rows, "undecided": False, **reference}
    for group in rules.get("allowances", []):
        truths = [held[h] for h in group["honours"]]
        if True in truths:
            amount = told(amount=group.get("amount"))
            out["allowance"] = {"group": group["id"], "every": group["every"], **amount}
            break
        if None in truths:
            out["undecided"] = True
    return out


# --- grade ------------------------------------------------------------------------


def grade(json):
    """The scorecard of agents; a grade is told where it is graded, or where a veto sets it."""
    book, reference = rulebooks.of(json)
    kinds = {**KINDS, **{k: v["type"] for k, v in book.get("inputs", {}).items()}}
    facts = json["agent"].get("facts", {})
    if wrong := [{"code": "unknown_field", "path": f"agent.facts.{name}"} for name in facts if name not in kinds]:
        raise Problems(wrong)
    if "grade" not in book["agents"]:
        raise Problems([{"code": "unknown_id", "path": "rulebook"}])
    said = score_json(Card(book["agents"]["grade"], GRADES, Facts(facts, kinds)))
    return {"agent_id": json["agent"]["agent_id"], "as_of": json["as_of"], **told(grade=said.get("grade")), "score": said, **reference}


# --- training ------------------------------------------------------------------------


def course_of(course, agent, d):
    taken = [t for t in agent.get("done", []) if t["course"] == course["id"] and parse(t["on"]) < d]
    counts = lambda t: not course.get("test") or t.get("passed") is True
    last = max((t["on"] for t in taken if counts(t)), default=None)
    due = None
    if last is None:
        due = plus_months(parse(agent["since"]), course["within_months"])
    elif "every_months" in course:
        due = plus_months(parse(last), course["every_months"])
    if due and due <= d:
        state = "overdue" if due < d else "due"
    else:
        state = "current" if last else "open"
    not_passed = any(not counts(t) and (last is None or t["on"] > last) for t in taken)
    return {
        "course": course["id"],
        "format": course.get("format", "open"),
        "state": state,
        "not_passed": not_passed,
        **told(last=last, due_on=due and due.isoformat()),
    }


def training(json):
    rules, reference = section(json)
    courses, d = rules.get("training", []), parse(json["as_of"])
    problems = repeated(json["agents"], "agent_id", "agents")
    for i, agent in enumerate(json["agents"]):
        if all(agent["level"] not in c["levels"] for c in courses):
            problems.append({"code": "unknown_id", "path": f"agents[{i}].level"})
        for j, t in enumerate(agent.get("done", [])):
            if all(t["course"] != c["id"] for c in courses):
                problems.append({"code": "unknown_id", "path": f"agents[{i}].done[{j}].course"})
    if problems:
        raise Problems(problems)
    out = []
    for agent in sorted(json["agents"], key=lambda a: a["agent_id"]):
        rows = [course_of(c, agent, d) for c in courses if agent["level"] in c["levels"]]
        out.append({"agent_id": agent["agent_id"], "level": agent["level"], "courses": rows})
    return {"as_of": json["as_of"], "agents": out, **reference}


# --- the support desk -------------------------------------------------------------------

STATES = "done done_late open due overdue".split()


def after(day, rule, path):
    """The last of `count` days after one, or of working days."""
    left = rule["count"]
    calendar = calendars.builtin(rule["calendar"]) if rule["unit"] == "business_day" else None
    while left:
        day += ONE
        if calendar and not calendar.first <= day <= calendar.last:
            raise Problems([{"code": "outside_calendar", "path": path}])
        left -= calendar is None or calendar.kind(day) in ("working", "working_weekend")
    return day


def support(json):
    rules, reference = section(json)
    importance = {r["id"]: r for r in rules.get("importance", [])}
    contents = {r["id"]: r for r in rules.get("contents", [])}
    problems = repeated(json["requests"], "request_id", "requests")
    for i, r in enumerate(json["requests"]):
        for name, known in (("importance", importance), ("content", contents)):
            if r[name] not in known:
                problems.append({"code": "unknown_id", "path": f"requests[{i}].{name}"})
        if "done_on" in r and r["done_on"] < r["received_on"]:
            problems.append({"code": "out_of_order", "path": f"requests[{i}].done_on"})
    if problems:
        raise Problems(in_order(problems, json))
    d, out = parse(json["as_of"]), []
    for i, r in sorted(enumerate(json["requests"]), key=lambda pair: pair[1]["request_id"]):
        due = after(parse(r["received_on"]), importance[r["importance"]], f"requests[{i}].received_on")
        done = parse(r["done_on"]) if "done_on" in r and parse(r["done_on"]) < d else None
        if done:
            state = "done" if done <= due else "done_late"
        else:
            state = "open" if d < due else "due" if d == due else "overdue"
        row = {k: r[k] for k in ("request_id", "importance", "content", "received_on")}
        row.update(help=contents[r["content"]]["help"], due_on=due.isoformat(), state=state)
        out.append({**row, **told(done_on=r.get("done_on"))})
    totals = {s: sum(r["state"] == s for r in out) for s in STATES}
    return {"as_of": json["as_of"], "totals": totals, "requests": out, **reference}
