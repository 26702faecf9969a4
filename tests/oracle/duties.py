"""Duties of account managers: what is due, overdue, missing or done on a day, counted day by day."""
from datetime import date, timedelta

import calendars
import rulebooks
from dates import parse, plus_months
from reading import Problems
from service import Ranges, above, range_problems, repeated, unit_problems

ONE = timedelta(days=1)
COUNTS = "due overdue missing done done_late undetermined".split()
PERIOD_MONTHS = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}


class Uncountable(Exception):
    """A day that cannot be counted; `code` says why."""

    def __init__(self, code):
        super().__init__(code)
        self.code = code


def works(rule, day):
    calendar = calendars.builtin(rule["calendar"])
    if not calendar.first <= day <= calendar.last:
        raise Uncountable("outside_calendar")
    return calendar.kind(day) in ("working", "working_weekend")


def rolled(rule, day):
    roll = rule.get("roll", "none")
    while roll != "none" and not works(rule, day):
        day += ONE if roll == "next_business" else -ONE
    return day


def counted(rule, base):
    """`count` units after the base, the base itself not counted, then rolled; never before the base."""
    left, day = rule["count"], base
    if rule["unit"] == "month":
        return max(rolled(rule, plus_months(base, left)), base)
    if rule["unit"] == "week":
        left *= 7
    while left:
        day += ONE
        if rule["unit"] != "business_day" or works(rule, day):
            left -= 1
    return max(rolled(rule, day), base)


def period_start(rule, d):
    months = PERIOD_MONTHS[rule["every"]]
    return date(d.year, (d.month - 1) // months * months + 1, 1)


def report_due(rule, period_end):
    """Day N of the first month after the period, at most its last day; rolled, but not into the period."""
    day = plus_months(period_end, 1) - ONE
    return max(rolled(rule, date(period_end.year, period_end.month, min(rule["due_day"], day.day))), period_end)


class Duties:
    def __init__(self, json):
        self.json = json
        self.d = parse(json["as_of"])
        self.first = parse(json["from"]) if "from" in json else plus_months(self.d, -12)
        self.posts = {m["manager_id"]: Ranges(m["posts"], "unit_id") for m in json["managers"]}
        log = [{**e, "done": parse(e["done_on"])} for e in json.get("log", [])]
        self.log = sorted((e for e in log if e["done"] < self.d), key=lambda e: e["done"])
        self.items = []

    def post(self, manager, day):
        return self.posts[manager].on(day) if manager in self.posts else None

    def add(self, item, rule, opens, due, done, missing, problem=None, left=None, inherited=False):
        """Says how an item stands; leaves out what is not asked for. `left`: whoever owed it left it undone then."""
        item = {**item, "duty": rule["id"], "kind": rule["kind"], "opens_on": opens.isoformat()}
        if opens > self.d and (done is None or rule["kind"] == "report"):
            return
        if due is None:
            item.update(state="undetermined", problem=problem)
        else:
            if due < self.first:
                return
            item["due_on"] = due.isoformat()
            if done is not None:
                late = (done - due).days
                item.update(state="done_late" if late > 0 else "done", done_on=done.isoformat())
            elif left is not None:
                late = (left - due).days
                item["state"] = "missing"
            elif self.d <= due:
                if "due_days" in rule and not inherited and self.d < due - timedelta(days=rule["due_days"]):
                    return
                late = 0
                item["state"] = "due"
            else:
                late = (self.d - due).days
                item["state"] = "missing" if missing is not None and self.d > missing else "overdue"
            if late > 0:
                item["days_late"] = late
        self.items.append({k: v for k, v in item.items() if v is not None})

    def missing(self, rule, due, otherwise):
        if "missing_after_days" in rule:
            return due + timedelta(days=rule["missing_after_days"])
        try:
            return otherwise()
        except Uncountable:
            return None

    def reports(self, rule):
        months = PERIOD_MONTHS[rule["every"]]
        for manager, posts in self.posts.items():
            if not posts.rows:
                continue
            start = period_start(rule, posts.rows[0][0])
            while plus_months(start, months) <= self.d:
                end = plus_months(start, months)
                self.report(rule, manager, start, end)
                start = end

    def report(self, rule, manager, start, end):
        item = {"manager_id": manager, "period": start.isoformat()}
        if not self.posts[manager].touches(start, end):
            return
        try:
            due = report_due(rule, end)
        except Uncountable as error:
            if unit := self.post(manager, end):
                self.add({**item, "unit_id": unit}, rule, end, None, None, None, error.code)
            return
        unit = self.post(manager, due)
        if unit is None:
            return
        done = [
            e["done"]
            for e in self.log
            if e["kind"] == "report"
            and (e["manager_id"], e["duty"], e["period"]) == (manager, rule["id"], start.isoformat())
        ]
        missing = self.missing(rule, due, lambda: report_due(rule, plus_months(end, PERIOD_MONTHS[rule["every"]])))
        self.add({**item, "unit_id": unit}, rule, end, due, done[0] if done else None, missing)

    def contacts(self, rule):
        for customer in self.json.get("customers", []):
            if "categories" in rule and customer.get("category") not in rule["categories"]:
                continue
            if "tiers" in rule and customer.get("tier") not in rule["tiers"]:
                continue
            assigned = Ranges(customer.get("assignments", []), "manager_id")
            if assigned.rows:
                self.chain(rule, customer["customer_id"], assigned)

    def chain(self, rule, customer, assigned):
        made = [
            e["done"]
            for e in self.log
            if e["kind"] == "contact" and e["customer_id"] == customer and e["contact"] in rule["contacts"]
        ]
        opens, first, inherited = assigned.rows[0][0], True, False
        while opens <= self.d:
            due, problem = self.due(rule, opens)
            left = self.left(assigned, due)
            done = next((d for d in made if d > opens or first and d == opens), None)
            if left and done and done >= left:
                done = None
            item = self.held(assigned, customer, due or opens)
            missing = self.missing(rule, due, lambda: counted(rule, due)) if due else None
            self.add(item, rule, opens, due, done, missing, problem, left, inherited)
            if done:
                opens, first, inherited = done, False, False
            elif left:
                opens, first, inherited = left, True, True
            else:
                return

    def due(self, rule, opens):
        try:
            return counted(rule, opens), None
        except Uncountable as error:
            return None, error.code

    def left(self, assigned, due):
        """The day up to today on which the customer went to somebody else than on the due day."""
        day = due
        while day is not None and day < self.d:
            day += ONE
            if assigned.on(day) != assigned.on(due):
                return day
        return None

    def held(self, assigned, customer, day):
        """The duty is of whoever is assigned on the day; of nobody's duties the unit of the last one keeps account."""
        manager, unit = assigned.on(day), None
        if manager:
            unit = self.post(manager, day)
        else:
            while day > assigned.rows[0][0] and not assigned.on(day):
                day -= ONE
            if last := assigned.on(day):
                unit = self.post(last, day)
        return {"manager_id": manager, "unit_id": unit, "customer_id": customer}

    def events(self, rule):
        customers = {c["customer_id"]: c for c in self.json.get("customers", [])}
        for event in self.json.get("events", []):
            if "events" in rule and event["kind"] not in rule["events"] or parse(event["occurred_on"]) >= self.d:
                continue
            assigned = Ranges(customers[event["customer_id"]].get("assignments", []), "manager_id")
            opens, inherited = parse(event.get("known_on", event["occurred_on"])), False
            reports = [e for e in self.log if e["kind"] == "event_report" and e["event_id"] == event["event_id"]]
            while opens:
                due, problem = self.due(rule, opens)
                left = self.left(assigned, due)
                mine = [e for e in reports if left is None or e["done"] < left]
                whole = [e["done"] for e in mine if e.get("counter_measures") or not rule.get("counter_measures")]
                item = {**self.held(assigned, event["customer_id"], due or opens), "event_id": event["event_id"]}
                if mine and not whole:
                    item["lacking"] = ["counter_measures"]
                done = whole[0] if whole else None
                missing = self.missing(rule, due, lambda: None) if due else None
                self.add(item, rule, opens, due, done, missing, problem, left, inherited)
                opens, inherited = None if done else left, True


def order(item):
    return [item.get(k, "") for k in ("manager_id", "opens_on", "duty", "customer_id", "event_id", "period")]


def tally(items):
    return {state: sum(i["state"] == state for i in items) for state in COUNTS}


def rules_of(json):
    """The rules of the input, else those of its rulebook."""
    return rulebooks.of(json)[0]["managers"]["duties"] if "rulebook" in json else json["rules"]


def problems(json):
    rules, managers, customers = rules_of(json), json["managers"], json.get("customers", [])
    events, log = json.get("events", []), json.get("log", [])
    out = []
    if json.get("from", "") > json["as_of"]:
        out.append({"code": "end_before_start", "path": "from"})
    for i, rule in enumerate(rules):
        needs = rule.get("unit") == "business_day" or rule.get("roll", "none") != "none"
        if needs and "calendar" not in rule:
            out.append({"code": "missing_calendar", "path": f"rules[{i}].calendar"})
        elif "calendar" in rule:
            try:
                calendars.builtin(rule["calendar"])
            except Problems:
                out.append({"code": "unknown_calendar", "path": f"rules[{i}].calendar"})
    out += repeated(rules, "id", "rules") + repeated(managers, "manager_id", "managers")
    for i, manager in enumerate(managers):
        out += range_problems(manager["posts"], f"managers[{i}].posts")
        out += unit_problems(json["units"], manager["posts"], f"managers[{i}].posts")
    known = {m["manager_id"] for m in managers}
    out += repeated(customers, "customer_id", "customers")
    for i, customer in enumerate(customers):
        path = f"customers[{i}].assignments"
        out += range_problems(customer.get("assignments", []), path)
        for j, a in enumerate(customer.get("assignments", [])):
            if a["manager_id"] not in known:
                out.append({"code": "unknown_manager", "path": f"{path}[{j}].manager_id"})
    out += repeated(events, "event_id", "events")
    ids = {c["customer_id"] for c in customers}
    for i, event in enumerate(events):
        if event["customer_id"] not in ids:
            out.append({"code": "unknown_customer", "path": f"events[{i}].customer_id"})
        if event.get("known_on", event["occurred_on"]) < event["occurred_on"]:
            out.append({"code": "known_before_occurred", "path": f"events[{i}].known_on"})
    out += repeated(log, "id", "log")
    by_id = {r["id"]: r for r in rules if r["kind"] == "report"}
    of_event = {e["event_id"]: e for e in events}
    for i, entry in enumerate(log):
        if entry["manager_id"] not in known:
            out.append({"code": "unknown_manager", "path": f"log[{i}].manager_id"})
        if "customer_id" in entry and entry["customer_id"] not in ids:
            out.append({"code": "unknown_customer", "path": f"log[{i}].customer_id"})
        begun = "0000"
        if entry["kind"] == "report":
            rule, begun = by_id.get(entry["duty"]), entry["period"]
            if rule is None:
                out.append({"code": "unknown_duty", "path": f"log[{i}].duty"})
            elif period_start(rule, parse(entry["period"])).isoformat() != entry["period"]:
                out.append({"code": "not_period_start", "path": f"log[{i}].period"})
        if entry["kind"] == "event_report":
            if entry["event_id"] not in of_event:
                out.append({"code": "unknown_major_event", "path": f"log[{i}].event_id"})
            else:
                begun = of_event[entry["event_id"]]["occurred_on"]
        if entry["done_on"] < begun:
            out.append({"code": "done_too_early", "path": f"log[{i}].done_on"})
    return out


def manager_duties(json):
    form = rulebooks.ways_problems(json, "rules")
    if not {"rules", "rulebook"} & set(json):
        form = [{"code": "conflicting_fields", "path": ""}]
    if found := form or problems(json):
        raise Problems(found)
    duties = Duties(json)
    for rule in rules_of(json):
        {"report": duties.reports, "contact": duties.contacts, "event": duties.events}[rule["kind"]](rule)
    items = sorted(duties.items, key=order)
    fields = "duty kind manager_id unit_id customer_id event_id period opens_on due_on state done_on days_late lacking problem"
    out = [{k: i[k] for k in fields.split() if k in i} for i in items]
    managers = [
        {"manager_id": m, **tally([i for i in items if i.get("manager_id") == m])} for m in sorted(duties.posts)
    ]
    units = [
        {"unit_id": u, **tally([i for i in items if "unit_id" in i and u in above(json["units"], i["unit_id"])])}
        for u in sorted(unit["id"] for unit in json["units"])
    ]
    return rulebooks.told(json, {"items": out, "managers": managers, "units": units})
