"""Who looks after whom: the register day by day, and the best plan by trying every plan there is."""
import itertools
import tomllib
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from reading import Problems
from service import in_order

BOOK = Path(__file__).resolve().parents[2] / "crates/insurant/rulebooks/example-assignment.toml"
RULES = tomllib.loads(BOOK.read_text(encoding="utf-8"))
# Taken from the library: fingerprints of rulebooks are proved elsewhere.
FINGERPRINT = "sha256:9f24cb41cb9dfe710c789dbce64fb7b438fdd31197336ee55dc9c3b3fb97627e"
GRADES = ["principal", "senior", "standard", "junior", "trainee"]
LEVELS = ["head_office", "province", "city", "county", "front_line"]
RUNGS = {"key": 0, "preferred": 1, "standard": 2, "prospect": 3}
ONE = timedelta(days=1)
FOREVER = date(2200, 1, 1)


def day(text):
    return date.fromisoformat(text) if text else None


def end(a):
    ends = [day(a.get("to")), day(a.get("exception", {}).get("until"))]
    return min([e for e in ends if e], default=FOREVER)


def covers(a, d):
    return day(a["from"]) <= d < end(a)


class World:
    def __init__(self, json):
        self.units = {u["id"]: u for u in json["units"]}
        self.managers = {m["manager_id"]: m for m in json["managers"]}
        self.customers = {c["customer_id"]: c for c in json.get("customers", [])}
        self.assignments = json.get("assignments", [])
        self.contacts = json.get("contacts", [])
        self.km = {}
        for d in json.get("distances", []):
            self.km[d["from"], d["to"]] = self.km[d["to"], d["from"]] = d["km"]

    def chain(self, unit):
        while unit:
            yield unit
            unit = self.units[unit].get("parent")

    def branch(self, unit, level):
        for u in self.chain(unit):
            if LEVELS.index(self.units[u]["level"]) <= LEVELS.index(level):
                return u
        return None

    def there(self, manager, d):
        until = day(self.managers[manager].get("until"))
        return until is None or d < until

    def active(self, customer, d):
        found = [a for a in self.assignments if a["customer_id"] == customer and covers(a, d) and self.there(a["manager_id"], d)]
        return sorted(found, key=lambda a: ("exception" in a, a["from"], a["manager_id"]))

    def responsible(self, customer, d):
        return next(iter(self.active(customer, d)), None)


def faults(json, front_line):
    problems, world = [], World(json)

    def tell(code, path):
        problems.append({"code": code, "path": path})

    for i, m in enumerate(json["managers"]):
        if front_line and world.units[m["unit_id"]]["level"] not in ("county", "front_line"):
            tell("not_front_line", f"managers[{i}].unit_id")
        if m.get("capacity", 1) < 1:
            tell("no_capacity", f"managers[{i}].capacity")
        if m.get("reports_to") == m["manager_id"]:
            tell("reports_to_self", f"managers[{i}].reports_to")
        elif "reports_to" in m and m["reports_to"] not in world.managers:
            tell("unknown_manager", f"managers[{i}].reports_to")
    for i, a in enumerate(world.assignments):
        if a["customer_id"] not in world.customers:
            tell("unknown_customer", f"assignments[{i}].customer_id")
        if a["manager_id"] not in world.managers:
            tell("unknown_manager", f"assignments[{i}].manager_id")
        for path, until in (("to", day(a.get("to"))), ("exception.until", day(a.get("exception", {}).get("until")))):
            if until and until <= day(a["from"]):
                tell("end_before_start", f"assignments[{i}].{path}")
    for i, a in enumerate(world.assignments):
        for b in world.assignments[:i]:
            same = a["customer_id"] == b["customer_id"]
            common = max(day(a["from"]), day(b["from"])) < min(end(a), end(b))
            allowed = ("exception" in a or "exception" in b) and a["manager_id"] != b["manager_id"]
            if same and common and not allowed:
                tell("overlapping_assignments", f"assignments[{i}].from")
    if problems:
        raise Problems(in_order(problems, json))
    return world


def check(json):
    world = faults(json, True)
    start, stop = day(json.get("from")) or date(1900, 1, 1), day(json.get("to")) or date(2199, 12, 31)
    unit = lambda m: world.managers[m]["unit_id"]
    conflicts = []
    for a, b in itertools.combinations(world.assignments, 2):
        first, last = max(day(a["from"]), day(b["from"]), start), min(end(a), end(b))
        if a["customer_id"] == b["customer_id"] and first < min(last, stop):
            managers = sorted({a["manager_id"], b["manager_id"]})
            reason = [x["exception"]["reason"] for x in (a, b) if "exception" in x][0]
            found = {"customer_id": a["customer_id"], "from": first.isoformat(), "seen": "assignments", "managers": managers, "units": sorted({unit(m) for m in managers}), "excused": reason}
            if last != FOREVER:
                found["to"] = last.isoformat()
            conflicts.append(found)
    for customer, on in sorted({(c["customer_id"], c["on"]) for c in world.contacts}):
        if not start <= day(on) < stop:
            continue
        held = [a for a in world.assignments if a["customer_id"] == customer and covers(a, day(on))]
        managers, supervisors = {a["manager_id"] for a in held}, {a.get("supervised_by") for a in held}
        units = {unit(m) for m in managers}
        before = (set(managers), set(units))
        for c in world.contacts:
            if (c["customer_id"], c["on"]) == (customer, on) and (c.get("manager_id") is None or c["manager_id"] not in supervisors):
                units.add(c["unit_id"])
                managers |= {c["manager_id"]} if c.get("manager_id") else set()
        if (managers, units) != before and (len(managers) > 1 or len(units) > 1):
            conflicts.append({"customer_id": customer, "from": on, "to": (day(on) + ONE).isoformat(), "seen": "contacts", "managers": sorted(managers), "units": sorted(units)})
    conflicts.sort(key=lambda c: (c["customer_id"], c["from"], c["seen"], c["managers"]))
    answer = {"customers": len(world.customers), "managers": len(world.managers), "conflicts": conflicts}
    if "as_of" in json:
        d, loads = day(json["as_of"]), {m: 0 for m in world.managers}
        for c in world.customers:
            held = world.responsible(c, d)
            if held:
                loads[held["manager_id"]] += effort_of(world.customers[c])
        answer["findings"] = over(world, loads) + broken(world, d, None, set())
    return answer


def over(world, loads):
    return [{"manager_id": m, "rule": "capacity"} for m in sorted(loads) if loads[m] > capacity_of(world.managers[m])]


def broken(world, d, leaver, planned):
    """The rules that assignments of the day break, those of planned customers left out."""
    findings = []
    there = lambda m: m != leaver and world.there(m, d)
    for a in world.assignments:
        c, m = world.customers[a["customer_id"]], world.managers[a["manager_id"]]
        if not covers(a, d) or a["customer_id"] in planned:
            continue
        named, told = a.get("supervised_by"), lambda rule, **more: findings.append({"customer_id": a["customer_id"], "manager_id": a["manager_id"], "rule": rule, **more})
        if not there(a["manager_id"]):
            told("leaver" if a["manager_id"] == leaver else "gone")
            continue
        for bar in judge(world, d, leaver, lambda unit: True, c, m)[0]:
            if not bar.startswith("least_grade"):
                told(bar)
        rule = first(RULES["assignment"]["least_grades"], lambda r: fits(r, c))
        rank = lambda who: GRADES.index(world.managers[who]["grade"])
        alone = rule is None or rank(a["manager_id"]) <= GRADES.index(rule["grade"])
        learns = rule is not None and "supervised" in rule and rank(a["manager_id"]) <= GRADES.index(rule["supervised"])
        under = lambda who: learns and who is not None and there(who) and rank(who) <= GRADES.index(rule["grade"])
        more = {"supervised_by": named} if named else {}
        if named and not alone and under(m.get("reports_to")) and m["reports_to"] != named:
            more["instead"] = m["reports_to"]
        if named and not there(named):
            told("supervisor", **more)
        if not alone and not under(named or m.get("reports_to")):
            told("least_grade:" + rule["id"], **more)
    return sorted(findings, key=lambda f: (f["customer_id"], f["manager_id"], BARS(f["rule"])))


def at(json):
    world, d = faults(json, True), day(json["as_of"])
    assigned = []
    for customer in sorted(world.customers):
        for a in world.active(customer, d):
            shown = {"customer_id": customer, "manager_id": a["manager_id"], "since": a["from"]}
            if end(a) != FOREVER:
                shown["until"] = end(a).isoformat()
            if "supervised_by" in a:
                shown["supervised_by"] = a["supervised_by"]
            if "exception" in a:
                shown["exception"] = a["exception"]["reason"]
            assigned.append(shown)
    who = {c: (world.responsible(c, d) or {}).get("manager_id") for c in sorted(world.customers)}
    answer = {"assigned": assigned, "unassigned": [c for c, m in who.items() if m is None]}
    if "manager_id" in json:
        answer["book"] = [c for c, m in who.items() if m == json["manager_id"]]
    if "customer_id" in json:
        # Every day of fifteen years, one after the other.
        before, history, d = None, [], date(2015, 1, 1)
        while d < date(2030, 1, 1):
            now = (world.responsible(json["customer_id"], d) or {}).get("manager_id")
            if now != before:
                history.append({"on": d.isoformat(), **({"from": before} if before else {}), **({"to": now} if now else {})})
            before, d = now, d + ONE
        answer["history"] = history
    return answer


def first(rules, applies):
    return next((r for r in rules if applies(r)), None)


def effort_of(c):
    rule = first(RULES["assignment"]["efforts"], lambda r: fits(r, c))
    return c.get("effort", rule["effort"] if rule else 1)


def fits(rule, c):
    pairs = (("categories", "category"), ("tiers", "tier"), ("lines", "line"), ("languages", "language"))
    return all(c.get(fact) in rule[key] for key, fact in pairs if key in rule)


def capacity_of(m):
    rule = first(RULES["assignment"]["capacities"], lambda r: r["grade"] == m["grade"])
    return m.get("capacity", rule["effort"])


def judge(world, d, leaver, inside, c, m):
    """(bars, points, allowed_by, supervisor)"""
    rules, bars, points, allowed, supervisor = RULES["assignment"], [], [], None, None
    if m["manager_id"] == leaver:
        bars.append("leaver")
    elif not world.there(m["manager_id"], d):
        bars.append("gone")
    elif not inside(m["unit_id"]):
        bars.append("outside_branch")
    enough = lambda grade, least: GRADES.index(grade) <= GRADES.index(least)
    rule = first(rules["least_grades"], lambda r: fits(r, c))
    if rule:
        above = m.get("reports_to")
        if enough(m["grade"], rule["grade"]):
            allowed = rule["id"]
        elif "supervised" in rule and enough(m["grade"], rule["supervised"]) and above and enough(world.managers[above]["grade"], rule["grade"]) and world.there(above, d) and above != leaver:
            allowed, supervisor = rule["id"], above
        else:
            bars.append("least_grade:" + rule["id"])
    rule = first(rules["grade_points"], lambda r: m["grade"] in r["grades"] and fits(r, c))
    if rule:
        points.append(("grade", rule))
    for component, fact, known in (("line", "line", "lines"), ("language", "language", "languages")):
        rule = first(rules[component + "_points"], lambda r: fits(r, c)) if fact in c else None
        if rule and c[fact] in m.get(known, []):
            points.append((component, rule))
    if "unit_id" in c and world.branch(c["unit_id"], rules["within"]) != world.branch(m["unit_id"], rules["within"]):
        bars.append("within:" + rules["within"])
    a, b = c.get("place"), m.get("place")
    km = 0 if a == b else world.km.get((a, b))
    km_unknown = not (a and b) or km is None
    if km_unknown and rules.get("unknown_distance", "forbidden") == "forbidden":
        bars.append("unknown_distance")
    if not km_unknown:
        if km > rules["most_km"]:
            bars.append("most_km")
        rule = first(rules["distance_points"], lambda r: km <= r.get("up_to_km", km))
        if rule:
            points.append(("distance", rule))
    return bars, points, allowed, supervisor, km_unknown


def judge_task(world, d, task, m):
    bars, points = [], []
    if not world.there(m["manager_id"], d):
        bars.append("gone")
    if not set(task.get("skills", [])) <= set(m.get("skills", [])):
        bars.append("skills")
    if "level" in task and LEVELS.index(world.units[m["unit_id"]]["level"]) > LEVELS.index(task["level"]):
        bars.append("level")
    if "unit_id" in task and task["unit_id"] not in world.chain(m["unit_id"]):
        bars.append("unit")
    owner = world.responsible(task["customer_id"], d) if "customer_id" in task else None
    holds = {
        "own_customer": owner is not None and owner["manager_id"] == m["manager_id"],
        "own_unit": task.get("unit_id") == m["unit_id"],
        "same_place": "place" in task and task["place"] == m.get("place"),
    }
    for rule in RULES["assignment"]["task_points"]:
        if task["kind"] in rule.get("kinds", [task["kind"]]) and holds[rule["when"]]:
            points.append(("task", rule))
    return bars, points, None, None, False


def total(judged):
    return sum(rule["points"] for _, rule in judged[1])


def plan(json, ids, efforts, present, priority, judged, kept, before):
    """The best of all plans: every item with everybody who may, or with nobody."""
    managers = sorted(m["manager_id"] for m in json["managers"])
    caps = {m["manager_id"]: capacity_of(m) for m in json["managers"]}
    levels = sorted(set(priority.values()))
    best = None
    choices = [[m for m in managers if not judged[i, m][0]] + [None] for i in ids]
    for places in itertools.product(*choices):
        load = {m: kept[m][0] for m in managers}
        for i, m in zip(ids, places):
            if m:
                load[m] += efforts[i]
        grown = [m for m in managers if load[m] > kept[m][0]]
        if any(load[m] > caps[m] for m in grown):
            continue
        placed = [-sum(1 for i, m in zip(ids, places) if m and priority[i] == p) for p in levels]
        fit = sum(total(judged[i, m]) for i, m in zip(ids, places) if m)
        moves = sum(1 for i, m in zip(ids, places) if present[i] and present[i] != m)
        balance = sum(load[m] ** 2 * (1_000_000 // caps[m]) for m in managers)
        order = [managers.index(m) if m else len(managers) for m in places]
        key = (placed, -fit, moves, balance, order)
        if best is None or key < best[0]:
            best = (key, places, load)
    (_, fit, moves, balance, _), places, load = best
    placements, unplaced, counts = [], [], {m: kept[m][1] for m in managers}
    for i, m in zip(ids, places):
        start = {"id": i, "effort": efforts[i], **({"from": present[i]} if present[i] else {})}
        if m is None:
            barred = {}
            for other in managers:
                for bar in judged[i, other][0]:
                    barred.setdefault(bar, []).append(other)
            full = [other for other in managers if not judged[i, other][0]]
            barred = [{"rule": bar, "managers": barred[bar]} for bar in sorted(barred, key=BARS)]
            unplaced.append({**start, "cause": "full" if full else "forbidden" if barred else "no_managers", "barred": barred, "full": full})
            continue
        counts[m] += 1
        _, points, allowed, supervisor, unknown = judged[i, m]
        own = total(judged[i, m])
        out = {**start, "manager_id": m, "fit": own, "change": "kept" if present[i] == m else "moved" if present[i] else "new"}
        out["points"] = [{"component": c, "rule": r["id"], "points": r["points"]} for c, r in points]
        if unknown:
            out["unknown_distance"] = True
        if allowed:
            out["allowed_by"] = allowed
        if supervisor:
            out["supervised_by"] = supervisor
        others = [o for o in managers if o != m]
        rank = lambda o: (-total(judged[i, o]), present[i] != o, o)
        may = sorted((o for o in others if not judged[i, o][0]), key=rank)
        if may:
            theirs = total(judged[i, may[0]])
            why = "lower_fit" if theirs < own else "same_fit" if theirs == own and present[i] != may[0] else "full"
            out["next_best"] = {"manager_id": may[0], "fit": theirs, "difference": own - theirs, "why_not": why}
        may_not = sorted((o for o in others if judged[i, o][0] and total(judged[i, o]) > own), key=lambda o: (-total(judged[i, o]), o))
        if may_not:
            theirs = total(judged[i, may_not[0]])
            out["better_forbidden"] = {"manager_id": may_not[0], "fit": theirs, "difference": own - theirs, "rules": judged[i, may_not[0]][0]}
        placements.append(out)
    fit, placed = -fit, len(placements)
    quality = {"placed": placed, "placed_bound": placed, "unplaced": len(unplaced), "fit": fit, "fit_bound": fit, "moves": moves, "balance": str(balance), "optimal": True}
    if fit > 0:
        quality["fit_gap"] = "0.000000"
    loads = [{"manager_id": m, "capacity": caps[m], "before": before[m], "after": load[m], "count": counts[m]} for m in managers]
    return {"rulebook": "example-assignment@1.0.0", "fingerprint": FINGERPRINT, "as_of": json["as_of"], "placements": placements, "unplaced": unplaced, "loads": loads, "quality": quality}


def BARS(bar):
    order = "gone leaver least_grade line language within most_km unknown_distance no_capacity skills supervisor capacity level unit outside_branch".split()
    return order.index(bar.split(":")[0]), bar


def solve(json):
    world, d = faults(json, True), day(json["as_of"])
    mode, leaver, unit = json["mode"], json.get("leaver") if json["mode"] == "leaver" else None, json.get("unit")
    if leaver and leaver not in world.managers:
        raise Problems([{"code": "unknown_manager", "path": "leaver"}])
    inside = lambda u: unit is None or unit in world.chain(u)
    ids, present = [], {}
    kept, before = {m: [0, 0] for m in world.managers}, {m: 0 for m in world.managers}
    for c in sorted(world.customers):
        held = world.responsible(c, d)
        holder = held["manager_id"] if held else None
        own = "unit_id" not in world.customers[c] or inside(world.customers[c]["unit_id"])
        free = {"assign": holder is None and own, "leaver": holder == leaver and holder is not None, "rebalance": inside(world.managers[holder]["unit_id"]) if holder else own}[mode]
        effort = effort_of(world.customers[c])
        if holder:
            before[holder] += effort
            if not free:
                kept[holder][0] += effort
                kept[holder][1] += 1
        if free:
            ids.append(c)
            present[c] = holder
    judged = {(c, m): judge(world, d, leaver, inside, world.customers[c], world.managers[m]) for c in ids for m in world.managers}
    efforts = {c: effort_of(world.customers[c]) for c in ids}
    answer = plan(json, ids, efforts, present, {c: 0 for c in ids}, judged, kept, before)
    findings = over(world, {load["manager_id"]: load["after"] for load in answer["loads"]}) + broken(world, d, leaver, set(ids))
    if findings:
        answer["findings"] = findings
    return answer


def priority(task):
    ends = []
    if "due_before" in task:
        ends.append(datetime.fromisoformat(task["due_before"]).timestamp())
    if "due_on" in task:
        midnight = datetime.combine(day(task["due_on"]) + ONE, datetime.min.time(), timezone.utc)
        ends.append(midnight.timestamp())
    return (min(ends, default=float("inf")), -task.get("severity", 0), not task.get("vulnerable", False), RUNGS.get(task.get("category"), 4))


def dispatch(json):
    world, d = faults(json, False), day(json["as_of"])
    tasks = {t["task_id"]: t for t in json["tasks"]}
    ids = sorted(tasks)
    judged = {(t, m): judge_task(world, d, tasks[t], world.managers[m]) for t in ids for m in world.managers}
    efforts = {t: tasks[t].get("effort", 1) for t in ids}
    before = {m: sum(efforts[t] for t in ids if tasks[t].get("held_by") == m) for m in world.managers}
    present = {t: tasks[t].get("held_by") for t in ids}
    return plan(json, ids, efforts, present, {t: priority(tasks[t]) for t in ids}, judged, {m: [0, 0] for m in world.managers}, before)
