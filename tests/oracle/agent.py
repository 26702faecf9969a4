"""Individual agents: admission step by step, the training plan, the support desk."""
from datetime import timedelta

import calendars
import rulebooks
from dates import parse, plus_months, whole_years_since
from reading import Problems
from service import repeated

LEVELS = "front_line county city province head_office".split()
EDUCATION = "none primary lower_secondary upper_secondary vocational bachelor master doctorate".split()
ONE = timedelta(days=1)


def within(value, least=None, most=None):
    if value is None:
        return "unknown"
    return "met" if (least is None or value >= least) and (most is None or value <= most) else "not_met"


def given(**fields):
    return {k: v for k, v in fields.items() if v is not None}


class Stages:
    """The interviews that the rulebook asks for, each against the one before it."""

    def __init__(self, asked, told, d):
        self.asked = asked
        self.told = {i["level"]: i for i in told if parse(i["on"]) < d}
        self.later = {i["level"] for i in told} - set(self.told)

    def passed_on(self, level):
        one = self.told.get(level)
        return one["on"] if one and one["result"] == "passed" else None

    def stage(self, i):
        level = self.asked[i]
        one = self.told.get(level)
        if one is None:
            return {"level": level, "state": "not_yet" if level in self.later else "missing"}
        before = [self.passed_on(other) for other in self.asked[:i]]
        if any(on is None or on > one["on"] for on in before):
            return {"level": level, "state": "out_of_order", "on": one["on"]}
        return {"level": level, "state": one["result"], "on": one["on"]}

    def check(self):
        stages = [self.stage(i) for i in range(len(self.asked))]
        states = [s["state"] for s in stages]
        out = {"check": "interviews", "stages": stages}
        if not stages:
            return {**out, "state": "off"}
        if "failed" in states or "out_of_order" in states:
            return {**out, "state": "not_met"}
        if set(states) == {"passed"}:
            return {**out, "state": "met"}
        waiting = next(s["level"] for s in stages if s["state"] != "passed")
        return {**out, "state": "pending", "next": waiting}


def admit(json):
    book, reference = rulebooks.of(json)
    rules, agent, d = book["agents"], json["agent"], parse(json["as_of"])
    asked = [i["level"] for i in rules.get("interviews", [])]
    problems = repeated(agent.get("interviews", []), "level", "agent.interviews")
    for i, told in enumerate(agent.get("interviews", [])):
        if told["level"] not in asked:
            problems.append({"code": "unknown_id", "path": f"agent.interviews[{i}].level"})
    if problems:
        raise Problems(problems)
    age_rule, school = rules.get("age"), rules.get("education")
    born, learned = agent.get("birth_date"), agent.get("education")
    months, asked_months = agent.get("experience_months"), rules.get("experience_months", 0)
    checks = []
    if age_rule:
        age = whole_years_since(parse(born), d) if born else None
        least, most = age_rule.get("least"), age_rule.get("most")
        checks.append({"check": "age", "state": within(age, least, most), **given(age=age, least=least, most=most)})
    else:
        checks.append({"check": "age", "state": "off"})
    if school:
        rank = EDUCATION.index(learned) if learned else None
        state = within(rank, EDUCATION.index(school["least"]))
        checks.append({"check": "education", "state": state, **given(education=learned, least=school["least"])})
    else:
        checks.append({"check": "education", "state": "off"})
    if asked_months:
        checks.append({"check": "experience", "state": within(months, asked_months), **given(months=months, least=asked_months)})
    else:
        checks.append({"check": "experience", "state": "off"})
    checks.append(Stages(asked, agent.get("interviews", []), d).check())
    states = {c["state"] for c in checks}
    by_state = (("not_met", "refused"), ("unknown", "review"), ("pending", "pending"))
    outcome = next((o for s, o in by_state if s in states), "admitted")
    return {"agent_id": agent["agent_id"], "as_of": json["as_of"], "outcome": outcome, "checks": checks, **reference}


def training(json):
    book, _ = rulebooks.of(json)
    d, out = parse(json["as_of"]), []
    for agent in sorted(json["agents"], key=lambda a: a["agent_id"]):
        courses = []
        for course in book["agents"].get("training", []):
            if agent["level"] not in course["levels"]:
                continue
            taken = [t for t in agent.get("done", []) if t["course"] == course["id"] and parse(t["on"]) < d]
            passed = [t for t in taken if not course.get("test") or t.get("passed")]
            last = max((parse(t["on"]) for t in passed), default=None)
            due = plus_months(last or parse(agent["since"]), course["every_months"])
            soon = due - timedelta(days=30)
            state = "overdue" if d > due else "due" if d >= soon else "done" if last else "due"
            one = {"course": course["id"], "state": state, "due_on": due.isoformat()}
            if last:
                one["last_on"] = last.isoformat()
            if any(t not in passed for t in taken):
                one["taken_not_passed"] = True
            courses.append(one)
        out.append({"agent_id": agent["agent_id"], "courses": courses})
    return {"as_of": json["as_of"], "agents": out}


def after(day, rule):
    """The last of `count` days after one, or of working days."""
    left = rule["count"]
    while left:
        day += ONE
        if rule["unit"] == "day" or calendars.builtin(rule["calendar"]).kind(day) in ("working", "working_weekend"):
            left -= 1
    return day


STATES = "done done_late open due overdue".split()


def support(json):
    book, _ = rulebooks.of(json)
    importance = {r["id"]: r for r in book["agents"].get("importance", [])}
    contents = {r["id"]: r for r in book["agents"].get("contents", [])}
    problems = repeated(json["requests"], "request_id", "requests")
    for i, r in enumerate(json["requests"]):
        for name, known in (("importance", importance), ("content", contents)):
            if r[name] not in known:
                problems.append({"code": "unknown_id", "path": f"requests[{i}].{name}"})
    if problems:
        raise Problems(problems)
    d, out = parse(json["as_of"]), []
    for r in sorted(json["requests"], key=lambda r: r["request_id"]):
        due = after(parse(r["received_on"]), importance[r["importance"]])
        done = parse(r["done_on"]) if "done_on" in r and parse(r["done_on"]) < d else None
        if done:
            state = "done" if done <= due else "done_late"
        else:
            state = "open" if d < due else "due" if d == due else "overdue"
        out.append({
            "request_id": r["request_id"],
            "help": contents[r["content"]]["help"],
            "due_on": due.isoformat(),
            "state": state,
        })
    totals = {s: sum(r["state"] == s for r in out) for s in STATES}
    return {"as_of": json["as_of"], "requests": out, "totals": totals}
