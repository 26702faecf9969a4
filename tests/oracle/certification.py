"""The yearly certification of account managers: what is asked of it, and how they stand on a day."""
import rulebooks
from certification_fold import File, local_day, terms_of
from certification_table import ALWAYS, EVENTS, GRADES, LEVELS, OF_THE_EVENT, OPEN, OPENING, PROPOSERS, SAYS, TABLE
from complaint_table import ROLES
from dates import parse
from reading import Problems
from service import above, in_order, range_problems, repeated, unit_problems

# --- operations ---------------------------------------------------------------


def term_problems(json):
    told = [a["grade"] for a in terms_of(json)["approvers"]]
    return [{"code": "missing_grade", "path": "terms.approvers"}] if set(GRADES) - set(told) else []


def reporting_problems(rows):
    out = repeated(rows, "person_id", "reporting")
    chief, told = {r["person_id"]: r["reports_to"] for r in rows}, set()
    for i, r in enumerate(rows):
        path = f"reporting[{i}].reports_to"
        if r["reports_to"] == r["person_id"]:
            out.append({"code": "reports_to_self", "path": path})
            continue
        ring, person = [], r["person_id"]
        while person not in ring and person is not None:
            ring.append(person)
            person = chief.get(person)
        if person == r["person_id"] and not told & set(ring):
            told |= set(ring)
            out.append({"code": "reporting_cycle", "path": path})
    return out


def file_problems(json, path, units):
    out = range_problems(json["posts"], f"{path}.posts")
    return out + (unit_problems(units, json["posts"], f"{path}.posts") if units else [])


def replayed(json, path, terms, units=None, reporting=(), until=None):
    """The file of a log: what was accepted once is not asked again."""
    file = File(json, terms, units, reporting)
    for i, event in enumerate(json.get("events", [])):
        if until and local_day(event["recorded_at"]) > parse(until):
            break
        if file.broken(event, on_apply=False):
            raise Problems([{"code": "refused_event", "path": f"{path}.events[{i}]"}])
        file.take(event)
    return file


# --- what whoever acted was not entitled to -----------------------------------------

# What somebody else might have done: of these an answer says who.
OF_THE_ACTOR = set(
    "known_unit may_propose own_or_led own_proposal may_recommend may_decide in_line not_oneself not_subordinate"
    " concerned_in_line not_concerned not_under_concerned".split()
)


def findings(json, told, as_of=None):
    """Every event of an accepted log that would be refused by the terms and the units."""
    file, out = File(told, terms_of(json), json["units"], json.get("reporting", [])), []
    for event in told.get("events", []):
        if "known_on" in json and local_day(event["recorded_at"]) > parse(json["known_on"]):
            break
        codes = file.broken(event, on_apply=True)
        if codes and (as_of is None or local_day(event["occurred_at"]) <= as_of):
            c = file.certification(event["certification_id"])
            one = {"manager_id": file.id, "certification_id": event["certification_id"], "event_id": event["id"]}
            one.update(event=event["kind"], actor=event["actor"], codes=codes, why=why(file, c, event, codes))
            if set(codes) & OF_THE_ACTOR:
                grade = event["grade"] if event["kind"] == "proposed" else c.grade
                table = file.row(c, event["kind"])[3] if c else PROPOSERS
                one["entitled"] = entitled(file, event["kind"], table, grade, local_day(event["occurred_at"]))
            out.append(one)
        file.take(event)
    return out


def entitled(file, kind, table, grade, day):
    """Who may bring about an event by the table and the terms; of decisions also the level, and its nearest unit."""
    entry, terms = file.approvers(file.higher(grade)), file.terms
    level = {"least_level": entry["least_level"]}
    reaching = [u for u in above(file.units, file.last_post(day)) if file.level(u) >= LEVELS.index(entry["least_level"])]
    if reaching:
        level["unit_id"] = reaching[0]
    by_terms = {
        "proposed": terms["propose"],
        "withdrawn": terms["propose"],
        "recommended": terms["recommend"],
        "returned": terms["recommend"] + entry["roles"],
    }
    decides = kind in ("approved", "refused", "revoked")
    roles = by_terms.get(kind, entry["roles"] if decides else ROLES)
    return {"roles": [r for r in ROLES if r in roles and r in table], **(level if decides else {})}


def with_findings(answer, found):
    return {**answer, "findings": found} if found else answer


def grade_on(json):
    read(json)
    terms, day = terms_of(json), parse(json["on"])
    file = replayed(json["manager"], "manager", terms, until=json.get("known_on"))
    says = file.segment(day) or {"state": "not_in_service"}
    c = file.certification(says.get("certification_id"))
    if c:
        says = {**says, "valid_to": c.valid_to(terms).isoformat(), "grace_to": c.grace_to(terms).isoformat()}
    return rulebooks.told(json, {"grade": says})



# --- what is told of a log ------------------------------------------------------


def permitted(c):
    """Every event of a state with the roles of the table; of none, the proposal that begins it."""
    if c is None:
        return [{"event": "proposed", "roles": sorted(PROPOSERS, key=ROLES.index)}]
    rows = sorted((r for r in TABLE if c.state in r[0]), key=lambda r: EVENTS.index(r[1]))
    return [{"event": r[1], "roles": sorted(r[3], key=ROLES.index)} for r in rows]


def state_of(file):
    """What a log makes of a manager."""
    rows = []
    for c in file.certifications:
        opened = local_day(c.events[0]["occurred_at"])
        row = {"certification_id": c.id, "grade": c.grade, "state": c.state, "proposed_on": opened.isoformat()}
        days = {"approved_on": c.day("approved"), "effective_from": c.effective_from, "revoked_on": c.day("revoked")}
        if c.effective_from:
            days.update(valid_to=c.valid_to(file.terms), grace_to=c.grace_to(file.terms))
        rows.append({**row, **{k: d.isoformat() for k, d in days.items() if d}, "approval": approval_of(file, c)})
    out = {"manager_id": file.id, "events": len(file.log), "certifications": rows, "history": file.history()}
    if file.log:
        out["recorded_at"] = file.log[-1]["recorded_at"]
    return out


APPROVAL = "proposed recommended returned approved refused withdrawn revoked".split()


def approval_of(file, c):
    """The proposal as every approval is told."""
    history = []
    events = [e for e in c.events if e["kind"] in APPROVAL]
    for event in events:
        one = {"event": event["kind"], "actor": event["actor"], "at": event["recorded_at"]}
        says = {"reason": event.get("note", event.get("reason")), "evidence": event.get("evidence"), "effective": event.get("planned_from")}
        history.append({**one, **{k: v for k, v in says.items() if v}})
    subject = {"person_id": file.id, "role": "account_manager", "unit_id": file.last_post(local_day(events[-1]["occurred_at"]))}
    out = {"id": c.id, "kind": "manager_grade", "subject": subject, "state": history[-1]["event"], "history": history}
    approved, revoked = c.last("approved"), c.last("revoked")
    if approved:
        planned = approved.get("planned_from") or c.last("proposed").get("planned_from")
        out["in_effect_from"] = planned or approved["recorded_at"][:10]
    if revoked:
        out["in_effect_to"] = revoked["recorded_at"][:10]
    return out


def read(json):
    """The problems of an input, all at once; those of its form come alone."""
    if form := rulebooks.ways_problems(json, "terms"):
        raise Problems(form)
    out = term_problems(json) + reporting_problems(json.get("reporting", []))
    files = [("manager", json["manager"])] if "manager" in json else []
    files += [(f"managers[{i}]", file) for i, file in enumerate(json.get("managers", []))]
    for path, file in files:
        out += file_problems(file, path, json.get("units"))
    out += repeated(json.get("managers", []), "manager_id", "managers")
    if out:
        raise Problems(in_order(out, json))


def apply(json):
    read(json)
    terms, event = terms_of(json), json["event"]
    file = replayed(json["manager"], "manager", terms, json["units"], json.get("reporting", []))
    broken = file.broken(event, on_apply=True)
    before = file.certification(event["certification_id"])
    if broken:
        return rulebooks.told(json, {"refusal": refusal(file, before, event, broken)})
    start = before.state if before else None
    c, replaced = file.take(event)
    step = {"certification_id": c.id, **({"from": start} if start else {}), "to": c.state}
    step["effects"] = file.effects(c, event["kind"], replaced)
    return rulebooks.told(json, {"step": step, "manager": state_of(file)})


def refusal(file, c, event, codes):
    out = {
        "event_id": event["id"],
        "certification_id": event["certification_id"],
        "event": event["kind"],
        "role": event["actor"]["role"],
        "codes": codes,
        "why": why(file, c, event, codes),
        "allowed": permitted(c),
    }
    return {**out, **({"state": c.state} if c else {})}


def why(file, c, event, codes):
    kind = event["kind"]
    if codes == ["not_in_state"]:
        return f"`{kind}` has no place in the state `{c.state}`"
    if codes == ["not_by_role"]:
        roles = ", ".join(sorted(file.row(c, kind)[3] if c else PROPOSERS, key=ROLES.index))
        return f"`{kind}` is not for the role `{event['actor']['role']}`, but for {roles}"
    return f"`{kind}` requires that " + "; and that ".join(SAYS[code] for code in codes)


def replay(json):
    read(json)
    if "reporting" in json and "units" not in json:
        raise Problems([{"code": "missing_field", "path": "units"}])
    answer = {"manager": state_of(replayed(json["manager"], "manager", terms_of(json)))}
    found = findings(json, json["manager"]) if "units" in json else []
    return rulebooks.told(json, with_findings(answer, found))


def allowed(json):
    """What a person may do on a day, and what it lacks as far as it can be told beforehand."""
    read(json)
    file = replayed(json["manager"], "manager", terms_of(json), json["units"], json.get("reporting", []))
    out = []
    for c in [*file.certifications, None]:
        rows = [r for r in TABLE if c and c.state in r[0] and r[1] != "replaced"]
        rows = rows if c else [(None, "proposed", None, PROPOSERS, OPENING)]
        for row in sorted(rows, key=lambda r: EVENTS.index(r[1])):
            if json["actor"]["role"] not in row[3]:
                continue
            event = {"kind": row[1], "actor": json["actor"], "occurred_at": json["as_of"]}
            if row[1] == "proposed":
                event["grade"] = None
            asked = [g for g in f"{ALWAYS} {row[4]}".split() if g not in OF_THE_EVENT]
            if row[1] == "proposed":
                asked.remove("within_steps")
            lacking = [g for g in asked if not file.holds(g, c, event, True)]
            one = {**({"certification_id": c.id} if c else {}), "event": row[1]}
            if lacking:
                one.update(lacking=lacking, why=[SAYS[g] for g in lacking])
            out.append(one)
    return rulebooks.told(json, {"allowed": out})


# --- standing on a day -------------------------------------------------------------


def until(file, day):
    """The file as it was on a day: of each certification its events up to the first that is later."""
    then, stopped = File.__new__(File), set()
    then.__dict__.update(file.__dict__)
    then.log, then.certifications = [], []
    for event in file.log:
        if local_day(event["occurred_at"]) > day:
            stopped.add(event["certification_id"])
        if event["certification_id"] not in stopped:
            then.take(event)
    return then


class Next:
    """Who may do what next, by what was proposed and in effect on the day."""

    def __init__(self, then, day):
        self.then, self.day = then, day

    def entry(self, c, kind, table_roles):
        whom = entitled(self.then, kind, table_roles, c.grade, self.day)
        return [{"certification_id": c.id, "event": kind, **whom}] if whom["roles"] else []

    def of(self, c, leave_out=()):
        out = []
        for row in sorted((r for r in TABLE if c.state in r[0]), key=lambda r: EVENTS.index(r[1])):
            if row[1] != "replaced" and row[1] not in leave_out:
                out += self.entry(c, row[1], row[3])
        return out


def standing_of(file, day):
    then = until(file, day)
    says = file.segment(day)
    out = {"manager_id": file.id, "standing": file.standing(day)}
    following, next_ = [], Next(then, day)
    opened = next((c for c in then.certifications if c.state in OPEN), None)
    if opened:
        out["open"] = {"certification_id": opened.id, "state": opened.state, "grade": opened.grade}
        early = opened.state == "proposed" and file.terms["recommend"]
        following += next_.of(opened, ["approved"] if early else [])
    if says:
        out.update(unit_id=file.posts.on(day), since=says["from"])
        out.update({k: says[k] for k in ("grade", "last_grade", "certification_id") if k in says})
        c = then.certification(says.get("certification_id"))
        if c:
            out.update(valid_to=c.valid_to(file.terms).isoformat(), grace_to=c.grace_to(file.terms).isoformat())
            following += next_.of(c, [] if day >= c.grace_to(file.terms) else ["lapsed"])
        if not opened:
            roles = [r for r in ROLES if r in file.terms["propose"] and r in PROPOSERS]
            following += [{"event": "proposed", "roles": roles}] if roles else []
    return {**out, "next": following}


def status(json):
    read(json)
    day, terms, managers = parse(json["as_of"]), terms_of(json), []
    for i, told in sorted(enumerate(json["managers"]), key=lambda pair: pair[1]["manager_id"]):
        file = replayed(told, f"managers[{i}]", terms, json["units"], json.get("reporting", []), json.get("known_on"))
        managers.append(standing_of(file, day))
    units = []
    for unit in sorted(u["id"] for u in json["units"]):
        here = [m["standing"] for m in managers if "unit_id" in m and unit in above(json["units"], m["unit_id"])]
        counts = {s: here.count(s) for s in "certified due overdue lapsed unrated".split()}
        units.append({"unit_id": unit, "managers": len(here), **counts})
    told = sorted(json["managers"], key=lambda told: told["manager_id"])
    found = [one for file in told for one in findings(json, file, day)]
    return rulebooks.told(json, with_findings({"managers": managers, "units": units}, found))
