"""Who looks after whom."""
from vectors import case

UNITS = [
    {"id": "HO", "name": "Head office", "level": "head_office"},
    {"id": "JX", "name": "Jiaxing", "level": "city", "parent": "HO"},
    {"id": "HZ", "name": "Hangzhou", "level": "city", "parent": "HO"},
    {"id": "JX-1", "name": "Jiaxing 1", "level": "front_line", "parent": "JX"},
    {"id": "JX-2", "name": "Jiaxing 2", "level": "front_line", "parent": "JX"},
    {"id": "HZ-1", "name": "Hangzhou 1", "level": "front_line", "parent": "HZ"},
]
D = "2026-07-01"


def manager(manager_id, grade, unit_id="JX-1", **more):
    return {"manager_id": manager_id, "grade": grade, "unit_id": unit_id, **more}


def customer(customer_id, **more):
    return {"customer_id": customer_id, **more}


def held(customer_id, manager_id, since="2026-01-01", **more):
    return {"customer_id": customer_id, "manager_id": manager_id, "from": since, **more}


def world(managers, customers=(), assignments=(), **more):
    base = {"units": UNITS, "managers": list(managers), "customers": list(customers), "assignments": list(assignments)}
    return {**base, **more}


def told(name, operation, why, json):
    case("assignment", name, operation, json, why)


def solved(name, why, mode, json):
    told(name, "assignment_solve", why, {"as_of": D, "mode": mode, **json})


ANN = manager("M-ann", "senior", lines=["marine", "property"], languages=["zh", "en"], place="Jiaxing")
BO = manager("M-bo", "standard", lines=["motor"], languages=["zh"], place="Jiaxing", reports_to="M-ann")
CAI = manager("M-cai", "junior", "JX-2", lines=["motor", "property"], languages=["zh"], place="Haining")
DU = manager("M-du", "trainee", "HZ-1", lines=["motor"], languages=["zh", "ko"], place="Hangzhou")
KM = [{"from": "Jiaxing", "to": "Haining", "km": 35}, {"from": "Hangzhou", "to": "Jiaxing", "km": 85}, {"from": "Haining", "to": "Hangzhou", "km": 60}, {"from": "Hangzhou", "to": "Urumqi", "km": 4000}]
BOOK = [
    customer("C-1", category="standard", tier="normal", line="motor", language="zh", place="Haining", unit_id="JX-1"),
    customer("C-2", category="key", tier="key_management", line="property", language="en", place="Jiaxing", unit_id="JX-1", effort=1),
    customer("C-3", category="prospect", line="motor", place="Jiaxing", unit_id="JX-2"),
    customer("C-4", category="preferred", tier="key_development", line="property", language="zh", place="Haining", unit_id="JX-2", effort=1),
]

solved("unassigned", "Four customers of one effort and nobody's: each where the sum of points is greatest.", "assign", world([ANN, BO, CAI, DU], BOOK, distances=KM))
solved("leaver", "Bo leaves with three customers; Ann keeps hers. A leaver takes nobody on, and whoever gets a customer of theirs is a move.", "leaver", {**world([ANN, BO, CAI, DU], BOOK, [held("C-1", "M-bo"), held("C-2", "M-ann"), held("C-3", "M-bo"), held("C-4", "M-bo")], distances=KM), "leaver": "M-bo"})
solved("leaver_supervises", "Ann leaves, who supervised Bo: nobody may look after the key customer any more, and each rule is named with those whom it forbids.", "leaver", {**world([ANN, BO, CAI, DU], BOOK, [held("C-2", "M-ann"), held("C-3", "M-ann")], distances=KM), "leaver": "M-ann"})
solved("supervised", "Without room at Ann's the key customer goes to Bo, whom Ann supervises.", "assign", world([{**ANN, "capacity": 1}, BO, CAI], BOOK[:3], [held("C-3", "M-ann")], distances=KM))
solved("forbidden_everybody", "A key customer of Hangzhou, where there is only a trainee: reported, with the rules.", "assign", world([ANN, BO, DU], [customer("C-9", category="key", unit_id="HZ-1")]))
solved("too_far", "Hangzhou is 4,000 km from Urumqi: beyond the 300 that the rules allow.", "assign", world([DU], [customer("C-9", place="Urumqi")], distances=KM))
solved("full", "One place for three customers alike: the first by id gets it, the others are named with who is full.", "assign", world([manager("M-bo", "standard", capacity=1)], [customer("C-a"), customer("C-b"), customer("C-c")]))
solved("ties_by_id", "Two managers and two customers alike: evenly spread, in order of id.", "assign", world([manager("M-1", "standard"), manager("M-2", "standard")], [customer("C-a"), customer("C-b")]))
solved("ties_stay", "Equal points: whoever has a manager keeps them, though the loads are less even.", "rebalance", world([manager("M-1", "standard"), manager("M-2", "standard")], [customer("C-a"), customer("C-b"), customer("C-c")], [held("C-a", "M-2"), held("C-b", "M-2")]))
solved("fit_before_moves", "A point more is worth two moves: the two are exchanged.", "rebalance", world([manager("M-1", "standard", lines=["motor"], capacity=1), manager("M-2", "standard", lines=["property"], capacity=1)], [customer("C-a", line="property"), customer("C-b", line="motor")], [held("C-a", "M-1"), held("C-b", "M-2")]))
solved("placed_before_fit", "Only Cai may take C-b, of another city than Bo's: C-a, who fits Cai better, goes to Bo, so that both are placed.", "assign", world([{**CAI, "capacity": 1}, manager("M-bo", "standard", "HZ-1")], [customer("C-a", line="property", place="Haining"), customer("C-b", unit_id="JX-1")]))
solved("branch", "Only the branch JX is rebalanced: the customer of Hangzhou stays with Du, and Du takes on nobody.", "rebalance", {**world([ANN, BO, DU], [*BOOK[:3], customer("C-7", line="motor", unit_id="HZ-1")], [held("C-7", "M-du"), held("C-1", "M-ann")], distances=KM), "unit": "JX"})
solved("unequal", "Efforts 5, 2 and 1 by the rules, with room for all of it where it fits best.", "assign", world([ANN, CAI], [customer("C-1", category="key", line="property"), customer("C-2", category="preferred", line="property"), customer("C-3", line="motor")]))
UNEVEN = [customer(f"C-{i}", effort=effort, line=line) for i, (effort, line) in enumerate([(5, "motor"), (3, "motor"), (3, "property"), (2, "motor"), (2, "property"), (1, "motor")])]
solved("unequal_scarce", "Efforts of 16, room for 11: the small come first, since more of them can be placed.", "assign", world([{**BO, "capacity": 6}, {**CAI, "capacity": 5}], UNEVEN))
solved("unequal_exact_room", "Efforts of 16, room for 16 in 9 and 7: where each fits best they do not go, but all do.", "assign", world([{**BO, "capacity": 9}, {**CAI, "capacity": 7}], UNEVEN))
solved("unequal_stay", "As many points either way: whoever has a manager keeps them, as far as there is room.", "rebalance", world([manager("M-1", "standard", capacity=8), manager("M-2", "standard", capacity=8)], UNEVEN, [held(f"C-{i}", "M-1") for i in range(5)]))
solved("unequal_one_large", "One customer of effort 7 beside three of 3 in a room of 9: three are more than two.", "assign", world([manager("M-1", "standard", capacity=9)], [customer("C-0", effort=7), *(customer(f"C-{i}", effort=3) for i in (1, 2, 3))]))
solved("no_managers", "Where there is no manager at all, that is the reason.", "assign", world([], [customer("C-1")]))
solved("unknown_distance", "No distance between Jiaxing and Ningbo is given, and C-2 has no place: the example's rules let both pass, and it is said.", "assign", world([BO], [customer("C-1", place="Ningbo"), customer("C-2"), customer("C-3", place="Jiaxing")], distances=KM))
solved("gone", "Bo left on the day itself: the customer is nobody's, and Bo takes on nobody.", "assign", world([ANN, {**BO, "until": D}], [BOOK[0]], [held("C-1", "M-bo")], distances=KM))
EVE = manager("M-eve", "principal")
KEY = customer("C-1", category="key")
LEARNS = held("C-1", "M-bo", supervised_by="M-ann")
solved("supervisor_leaves", "Ann leaves, who only supervised: the key customer stays with Bo, whom nobody supervises now, and the rule is named.", "leaver", {**world([ANN, BO, EVE], [KEY], [LEARNS]), "leaver": "M-ann"})
solved("supervisor_instead", "Ann leaves, who only supervised; Bo reports to Eve, who may supervise instead.", "leaver", {**world([ANN, {**BO, "reports_to": "M-eve"}, EVE], [KEY], [LEARNS]), "leaver": "M-ann"})
solved("left_broken", "Only C-2 is to be assigned: that Bo's book is too large and Du may not have a key customer stays as it is, and is said.", "assign", world([ANN, {**BO, "capacity": 2}, DU], [{**KEY, "effort": 1}, customer("C-2", effort=1), customer("C-3", effort=3)], [held("C-1", "M-du"), held("C-3", "M-bo")]))
solved("unknown_leaver", "Nobody of that name.", "leaver", {**world([ANN], BOOK[:1]), "leaver": "M-an"})


def check(name, why, json):
    told(name, "assignment_check", why, json)


SECOND = {"exception": {"reason": "large account, two cities", "until": "2026-06-01"}}
check("exception", "A second manager under an exception keeps the law, and shows as a conflict with its reason until it is over.", world([ANN, DU], [customer("C-1")], [held("C-1", "M-ann"), held("C-1", "M-du", "2026-03-01", **SECOND)]))
check("contacts", "Another unit called on a customer of Ann's; her own unit and the supervisor do not count.", world([ANN, BO, DU], [customer("C-1"), customer("C-2")], [held("C-1", "M-bo", supervised_by="M-ann")], contacts=[
    {"customer_id": "C-1", "unit_id": "JX-1", "manager_id": "M-ann", "on": "2026-02-01"}, {"customer_id": "C-1", "unit_id": "HZ-1", "manager_id": "M-du", "on": "2026-02-02"},
    {"customer_id": "C-2", "unit_id": "HZ-1", "on": "2026-02-03"}, {"customer_id": "C-2", "unit_id": "JX-2", "on": "2026-02-03"}, {"customer_id": "C-2", "unit_id": "JX-2", "on": "2026-02-04"}]))
check("overlap", "Two managers on one day, neither under an exception.", world([ANN, BO], [customer("C-1")], [held("C-1", "M-ann", to="2026-03-02"), held("C-1", "M-bo", "2026-03-01")]))
check("no_overlap_on_the_day", "The day on which one ends is the first of the next.", world([ANN, BO], [customer("C-1")], [held("C-1", "M-ann", to="2026-03-01"), held("C-1", "M-bo", "2026-03-01")]))
check("all_at_once", "Everything wrong is told at once, with its path.", world(
    [{**ANN, "reports_to": "M-ann"}, {**BO, "capacity": 0}, manager("M-e", "junior", "HO"), manager("M-f", "junior", reports_to="M-q")], [customer("C-1")],
    [held("C-1", "M-x"), held("C-1", "M-bo", to="2026-01-01"), held("C-2", "M-bo")]))
check("present_rules", "What stands on the day is judged: a book too large, a trainee with a key customer of another city, a post that has ended, a supervisor who has left, a grade that must be supervised.", {"as_of": D, **world(
    [ANN, {**BO, "capacity": 9}, DU, manager("M-fay", "standard", until=D), manager("M-gil", "principal", until="2026-06-30"), manager("M-hal", "standard")],
    [customer("C-1", category="key", unit_id="JX-1"), customer("C-2", effort=10), customer("C-3"), customer("C-4", category="key"), customer("C-5", category="key"), customer("C-6", category="key")],
    [held("C-1", "M-du"), held("C-2", "M-bo"), held("C-3", "M-fay"), held("C-4", "M-bo", supervised_by="M-gil"), held("C-5", "M-hal"), held("C-6", "M-ann", supervised_by="M-gil")])})
check("present_rules_kept", "Bo learns on a key customer under Ann, whom they report to, and Hal under Ann as named: nothing is broken.", {"as_of": D, "rulebook": "example-assignment", **world(
    [ANN, BO, manager("M-hal", "standard")], [KEY, customer("C-2", category="key")], [held("C-1", "M-bo"), held("C-2", "M-hal", supervised_by="M-ann")])})
told("at", "assignment_at", "The exception is over on the day, Bo answers since Ann's last day, and C-2 is nobody's.", {"as_of": D, "manager_id": "M-bo", "customer_id": "C-1", **world(
    [ANN, BO, DU], [customer("C-1"), customer("C-2")], [held("C-1", "M-ann", to="2026-04-01"), held("C-1", "M-bo", "2026-04-01"), held("C-1", "M-du", "2026-03-01", **SECOND)])})


def task(task_id, kind="call", **more):
    return {"task_id": task_id, "kind": kind, **more}


def dispatched(name, why, people, tasks, **more):
    told(name, "dispatch_solve", why, {"as_of": D, **world(people, **more), "tasks": tasks})


ONE = manager("P-1", "standard", capacity=1, skills=["survey"], place="Jiaxing")
TWO = manager("P-2", "standard", "JX", capacity=2, skills=["survey", "complaints"], place="Haining")
dispatched("dispatch_deadline_first", "Room for one: the legal deadline goes before severity, and severity before the vulnerable.", [ONE], [
    task("T-severe", severity=9), task("T-due", due_on="2026-07-03"), task("T-vulnerable", vulnerable=True)])
dispatched("dispatch_instant", "An instant and a day are compared as instants: 20:00 in Shanghai is before the end of the same day.", [ONE], [
    task("T-day", due_on="2026-07-03"), task("T-hour", due_before="2026-07-03T20:00:00+08:00")])
dispatched("dispatch_category_breaks_ties", "A key customer goes first only where all else is equal.", [ONE], [
    task("T-1", "survey", category="standard", severity=3, skills=["survey"]), task("T-2", "survey", category="key", severity=3, skills=["survey"]), task("T-3", "survey", category="key", severity=2, skills=["survey"])])
dispatched("dispatch_skills_level_unit", "Skills, level and unit say who may; T-4 takes what nobody can.", [ONE, TWO], [
    task("T-1", "complaint_step", skills=["complaints"], level="city"), task("T-2", "survey", skills=["survey"], unit_id="JX-1", place="Jiaxing"), task("T-3", held_by="P-2"), task("T-4", skills=["diving"])])
dispatched("dispatch_own_customer", "A call goes to the customer's own manager.", [ONE, TWO], [task("T-1", customer_id="C-1")], customers=[customer("C-1")], assignments=[held("C-1", "P-2")])
dispatched("dispatch_priority_before_fit", "The more urgent is placed though the less urgent would fit better: both cannot be.", [{**ONE, "capacity": 1}], [
    task("T-fit", "visit", place="Jiaxing", unit_id="JX-1"), task("T-urgent", due_on="2026-07-02")])
