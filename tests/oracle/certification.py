"""The yearly certification of account managers: its table, its conditions, the grade on any day."""
from datetime import date, timedelta

from clock_count import instant
from complaint_table import ROLES
from dates import parse, plus_days, plus_months
from reading import Problems
from service import Ranges, above, in_order, range_problems, repeated, unit_problems

GRADES = "principal senior standard junior trainee".split()
LEVELS = "front_line county city province head_office".split()
EVENTS = "proposed recommended returned approved refused withdrawn took_effect lapsed revoked replaced".split()
OPEN = "proposed recommended returned approved".split()
ONE = timedelta(days=1)

BASE = "operator department compliance leader head_office_senior".split()
PROPOSERS = "operator account_manager department compliance leader head_office_senior".split()
SENIORS = "leader head_office_senior".split()
SECOND = "in_line not_oneself not_subordinate concerned_in_line not_concerned not_under_concerned"
# Where, what, whereto, by whom, on which conditions.
TABLE = [
    (["returned"], "proposed", "proposed", PROPOSERS, "in_service within_steps may_propose own_or_led own_proposal reason evidence"),
    (["proposed"], "recommended", "recommended", BASE, f"may_recommend {SECOND}"),
    (["proposed", "recommended"], "returned", "returned", BASE, f"reason {SECOND}"),
    (["proposed", "recommended"], "approved", "approved", SENIORS, f"may_decide recommended in_service within_steps {SECOND}"),
    (["proposed", "recommended"], "refused", "refused", SENIORS, f"may_decide reason {SECOND}"),
    (["proposed", "recommended", "returned"], "withdrawn", "withdrawn", PROPOSERS, "own_proposal"),
    (["approved"], "took_effect", "effective", ["operator", *SENIORS, "system"], "after_approval later_than_last in_service valid_within"),
    (["effective"], "lapsed", "lapsed", ["operator", "leader", "system"], "grace_over"),
    (["approved", "effective"], "revoked", "revoked", SENIORS, "may_decide in_line concerned_in_line not_concerned not_under_concerned reason"),
    (["effective", "lapsed"], "replaced", "replaced", ["system"], "by_successor"),
]
OPENING = "no_other_open in_service within_steps may_propose own_or_led reason evidence"
ALWAYS = "new_id in_order not_foretold in_sequence known_unit"
SAYS = {
    "proposal_first": "a certification begins with its proposal",
    "new_id": "the event is not in the log already",
    "in_order": "it is not written down before what came before it",
    "not_foretold": "it is not written down before it happens",
    "in_sequence": "it does not happen before what it follows",
    "known_unit": "the unit of whoever acts is part of the organisation",
    "no_other_open": "no other certification of the manager is open",
    "in_service": "the manager holds a post on that day, at a unit of the organisation",
    "within_steps": "the grade is not further from the last one than the terms allow, and the first one not too high",
    "may_propose": "the terms let this role propose",
    "own_or_led": "an account manager proposes only themself, anyone else only managers of their unit or below",
    "own_proposal": "it is the proposer who does this",
    "reason": "a reason is given",
    "evidence": "evidence is given",
    "may_recommend": "the terms let this role recommend",
    "may_decide": "role and level suffice to decide on the higher of the old and the new grade",
    "recommended": "it was recommended first",
    "in_line": "the unit is the proposer's or lies above it",
    "not_oneself": "nobody decides what they proposed or recommended themself",
    "not_subordinate": "nobody decides what someone above them proposed",
    "concerned_in_line": "the unit is that of the manager concerned, or lies above it",
    "not_concerned": "nobody recommends or decides their own grade",
    "not_under_concerned": "nobody recommends or decides the grade of someone above them",
    "after_approval": "the grade takes effect on the day of the approval or later, and not before the day planned",
    "later_than_last": "it takes effect after every grade before it",
    "valid_within": "the certificate ends after the grade takes effect, and not later than the terms allow",
    "grace_over": "validity and grace are over",
    "by_successor": "the next certification of the manager takes effect; this is not recorded by itself",
}
# What is asked of an event alone, and not of whoever wants to know what is allowed.
OF_THE_EVENT = "new_id in_order not_foretold in_sequence reason evidence valid_within".split()
# What is no longer asked of a log that was accepted once.
ON_APPLY = set(
    "known_unit in_service within_steps may_propose own_or_led evidence may_recommend in_line not_subordinate concerned_in_line"
    " not_under_concerned may_decide recommended grace_over".split()
)
EXAMPLE_TERMS = {
    "validity_months": 12,
    "grace_days": 60,
    "due_days": 60,
    "steps_up": 1,
    "steps_down": 1,
    "first_grade_at_best": "standard",
    "propose": ["account_manager", "leader"],
    "recommend": ["leader", "department"],
    "evidence": False,
    "approvers": [
        {"grade": grade, "roles": SENIORS, "least_level": "province" if grade in ("principal", "senior") else "city"}
        for grade in GRADES
    ],
}


def local_day(text):
    """The date of a moment where it was written down."""
    return parse(text[:10])


def better(a, b):
    """How many grades a is above b."""
    return GRADES.index(b) - GRADES.index(a)


class Certification:
    def __init__(self, id):
        self.id, self.state, self.events = id, None, []

    def last(self, kind):
        return next((e for e in reversed(self.events) if e["kind"] == kind), None)

    def day(self, kind):
        event = self.last(kind)
        return local_day(event["occurred_at"]) if event else None

    @property
    def grade(self):
        return self.last("proposed")["grade"]

    @property
    def effective_from(self):
        return self.day("took_effect")

    def valid_to(self, terms):
        told = self.last("took_effect").get("valid_to")
        return parse(told) if told else plus_months(self.effective_from, terms["validity_months"])

    def grace_to(self, terms):
        return plus_days(self.valid_to(terms), terms["grace_days"])


class File:
    """A manager's certifications, as they follow from the log."""

    def __init__(self, json, terms, units=None, reporting=()):
        self.id, self.terms, self.units = json["manager_id"], terms, units
        self.posts = Ranges(json["posts"], "unit_id")
        self.chief = {r["person_id"]: r["reports_to"] for r in reporting}
        self.log, self.certifications = [], []

    def certification(self, id):
        return next((c for c in self.certifications if c.id == id), None)

    def effective(self):
        """Those that took effect, by their day."""
        done = [c for c in self.certifications if c.effective_from]
        return sorted(done, key=lambda c: c.effective_from)

    # --- what happens -------------------------------------------------------

    def row(self, c, kind):
        rows = [r for r in TABLE if c.state in r[0] and r[1] == kind]
        return rows[0] if rows else None

    def take(self, event):
        c = self.certification(event["certification_id"])
        if c is None:
            c = Certification(event["certification_id"])
            self.certifications.append(c)
            c.state = "proposed"
        else:
            c.state = self.row(c, event["kind"])[2]
        c.events.append(event)
        self.log.append(event)
        replaced = []
        if event["kind"] == "took_effect":
            for other in self.certifications:
                if other is not c and other.state in ("effective", "lapsed"):
                    other.state = "replaced"
                    replaced.append(other.id)
        return c, replaced

    def broken(self, event, on_apply):
        """The conditions that do not hold, in their order; or why the event has no place at all."""
        c, kind = self.certification(event["certification_id"]), event["kind"]
        if c is None:
            if kind != "proposed":
                return ["proposal_first"]
            roles, guards = PROPOSERS, OPENING
        else:
            row = self.row(c, kind)
            if row is None:
                return ["not_in_state"]
            roles, guards = row[3], row[4]
        if event["actor"]["role"] not in roles:
            return ["not_by_role"]
        asked = [g for g in f"{ALWAYS} {guards}".split() if on_apply or g not in ON_APPLY]
        return [g for g in asked if not self.holds(g, c, event, on_apply)]

    # --- conditions ---------------------------------------------------------

    def old_grade(self):
        """Of the latest that took effect, whatever became of it."""
        done = self.effective()
        return done[-1].grade if done else None

    def higher(self, grade):
        old = self.old_grade()
        return grade if old is None or better(grade, old) >= 0 else old

    def approvers(self, grade):
        return next(a for a in self.terms["approvers"] if a["grade"] == grade)

    def level(self, unit):
        return next((LEVELS.index(u["level"]) for u in self.units if u["id"] == unit), -1)

    def at_or_above(self, unit, lower):
        return lower is not None and unit in above(self.units, lower)

    def subordinate(self, actor, person_id, unit, role):
        """Whether the actor stands below somebody, by unit, by role or by the reporting lines."""
        if unit is not None and actor["unit_id"] != unit and self.at_or_above(unit, actor["unit_id"]):
            return True
        rank = lambda r: SENIORS.index(r) + 1 if r in SENIORS else 0
        if actor["unit_id"] == unit and rank(actor["role"]) < rank(role):
            return True
        person = self.chief.get(actor["person_id"])
        while person is not None:
            if person == person_id:
                return True
            person = self.chief.get(person)
        return False

    def holds(self, guard, c, event, on_apply):
        actor, day, terms = event["actor"], local_day(event["occurred_at"]), self.terms
        post = self.last_post(day)
        proposal = c.last("proposed") if c else None
        proposer = proposal["actor"] if proposal else None
        grade = event["grade"] if event["kind"] == "proposed" else c.grade
        if guard == "new_id":
            return all(e["id"] != event["id"] for e in self.log)
        if guard == "in_order":
            return not self.log or instant(self.log[-1]["recorded_at"]) <= instant(event["recorded_at"])
        if guard == "not_foretold":
            return instant(event["occurred_at"]) <= instant(event["recorded_at"])
        if guard == "in_sequence":
            if not c:
                return True
            last = c.events[-1]["occurred_at"]
            return instant(last) <= instant(event["occurred_at"]) and local_day(last) <= day
        if guard == "known_unit":
            return any(u["id"] == actor["unit_id"] for u in self.units)
        if guard == "no_other_open":
            return all(x.state not in OPEN for x in self.certifications)
        if guard == "in_service":
            return self.posts.on(day) is not None
        if guard == "within_steps":
            old = self.old_grade()
            if old is None:
                return "first_grade_at_best" not in terms or better(grade, terms["first_grade_at_best"]) <= 0
            up = better(grade, old)
            return up <= terms.get("steps_up", 9) and -up <= terms.get("steps_down", 9)
        if guard == "may_propose":
            return actor["role"] in terms["propose"]
        if guard == "own_or_led":
            if actor["role"] == "account_manager":
                return actor["person_id"] == self.id
            return self.at_or_above(actor["unit_id"], post)
        if guard == "reason":
            return bool(event.get("reason", "").strip())
        if guard == "evidence":
            return not terms["evidence"] or bool(event.get("evidence"))
        if guard == "own_proposal":
            return c.events[0]["actor"]["person_id"] == actor["person_id"]
        if guard == "may_recommend":
            return actor["role"] in terms["recommend"]
        if guard == "in_line":
            return self.at_or_above(actor["unit_id"], proposer["unit_id"])
        if guard == "not_oneself":
            recommended = c.last("recommended")
            return actor["person_id"] not in (proposer["person_id"], recommended and recommended["actor"]["person_id"])
        if guard == "not_subordinate":
            return not self.subordinate(actor, proposer["person_id"], proposer["unit_id"], proposer["role"])
        if guard == "concerned_in_line":
            return self.at_or_above(actor["unit_id"], post)
        if guard == "not_concerned":
            return actor["person_id"] != self.id
        if guard == "not_under_concerned":
            return not self.subordinate(actor, self.id, post, "account_manager")
        if guard == "may_decide":
            entry = self.approvers(self.higher(grade))
            return actor["role"] in entry["roles"] and self.level(actor["unit_id"]) >= LEVELS.index(entry["least_level"])
        if guard == "recommended":
            return not terms["recommend"] or c.state == "recommended"
        if guard == "after_approval":
            approval = c.last("approved")
            planned = approval.get("planned_from") or proposal.get("planned_from")
            return day >= local_day(approval["occurred_at"]) and (not planned or day >= parse(planned))
        if guard == "later_than_last":
            return all(day > x.effective_from for x in self.effective() if x is not c)
        if guard == "valid_within":
            if "valid_to" not in event:
                return True
            to = parse(event["valid_to"])
            return to > day and (not on_apply or to <= plus_months(day, terms["validity_months"]))
        if guard == "grace_over":
            return day >= c.grace_to(terms)
        if guard == "by_successor":
            return False
        raise NotImplementedError(guard)

    def effects(self, c, kind, replaced):
        terms = self.terms
        decision = {"effect": "decision_due", "subject": self.approvers(self.higher(c.grade))["least_level"]}
        if kind == "proposed":
            return [{"effect": "recommendation_due"} if terms["recommend"] else decision]
        if kind == "recommended":
            return [decision]
        if kind == "took_effect":
            return [{"effect": "grade_set", "subject": c.grade}] + [{"effect": "replaced", "subject": r} for r in replaced]
        return [{"effect": {"returned": "correction_due", "approved": "effect_due"}.get(kind, "proposal_due")}]

    # --- the grade on a day ---------------------------------------------------

    def on(self, day):
        """How the manager stands on a day; from when the days are alike is found elsewhere."""
        if self.posts.on(day) is None:
            return {"state": "not_in_service"}
        begun = [c for c in self.effective() if c.effective_from <= day]
        if not begun:
            return {"state": "unrated", "reason": "never_certified"}
        c = begun[-1]
        revoked = c.day("revoked")
        if revoked and revoked <= day:
            return {"state": "unrated", "reason": "revoked", "last_grade": c.grade, "certification_id": c.id}
        if day < c.valid_to(self.terms):
            return {"state": "rated", "grade": c.grade, "certification_id": c.id}
        if day < c.grace_to(self.terms):
            return {"state": "in_grace", "grade": c.grade, "certification_id": c.id}
        return {"state": "lapsed", "last_grade": c.grade, "certification_id": c.id}

    def history(self):
        """The days of service in runs of days that are alike. A run can begin only where something begins or ends."""
        begins = {d for start, end, _ in self.posts.rows for d in (start, end)}
        for c in self.effective():
            begins |= {c.effective_from, c.valid_to(self.terms), c.grace_to(self.terms), c.day("revoked")}
        begins = sorted(begins - {None, date.max})
        out = []
        for start, end in zip(begins, [*begins[1:], None]):
            says = self.on(start)
            if says["state"] == "not_in_service":
                continue
            before = out[-1] if out else {}
            if before.get("to") == start and {k: v for k, v in before.items() if k not in ("from", "to")} == says:
                before["to"] = end
            else:
                out.append({"from": start, "to": end, **says})
        written = lambda k, v: v.isoformat() if k in ("from", "to") else v
        return [{k: written(k, v) for k, v in segment.items() if v is not None} for segment in out]

    def last_post(self, day):
        """The unit on a day, else of the last post before it, else of the first."""
        ended = [unit for start, _, unit in self.posts.rows if start <= day]
        return self.posts.on(day) or (ended[-1] if ended else self.posts.rows[0][2])

    def segment(self, day):
        text = day.isoformat()
        return next((s for s in self.history() if s["from"] <= text < s.get("to", "9999")), None)

    def standing(self, day):
        says = self.on(day)
        if says["state"] == "rated":
            valid_to = self.certification(says["certification_id"]).valid_to(self.terms)
            return "due" if day >= valid_to - timedelta(days=self.terms["due_days"]) else "certified"
        return {"in_grace": "overdue"}.get(says["state"], says["state"])


def terms_of(json):
    return json.get("terms", EXAMPLE_TERMS)


# --- operations ---------------------------------------------------------------


def term_problems(json):
    told = [a["grade"] for a in json.get("terms", EXAMPLE_TERMS)["approvers"]]
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


def grade_on(json):
    read(json)
    terms, day = terms_of(json), parse(json["on"])
    file = replayed(json["manager"], "manager", terms, until=json.get("known_on"))
    says = file.segment(day) or {"state": "not_in_service"}
    c = file.certification(says.get("certification_id"))
    if c:
        says = {**says, "valid_to": c.valid_to(terms).isoformat(), "grace_to": c.grace_to(terms).isoformat()}
    return {"grade": says}



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
    """The problems of an input, all at once."""
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
        return {"refusal": refusal(file, before, event, broken)}
    start = before.state if before else None
    c, replaced = file.take(event)
    step = {"certification_id": c.id, **({"from": start} if start else {}), "to": c.state}
    return {"step": {**step, "effects": file.effects(c, event["kind"], replaced)}, "manager": state_of(file)}


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
    return {"manager": state_of(replayed(json["manager"], "manager", terms_of(json)))}


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
    return {"allowed": out}


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
    """Who may do what next."""

    def __init__(self, file, day):
        self.file, self.terms, self.units = file, file.terms, file.units
        self.post = file.last_post(day)

    def deciding(self, c):
        """Least level, nearest unit and roles for the higher grade."""
        entry = self.file.approvers(self.file.higher(c.grade))
        least = LEVELS.index(entry["least_level"])
        unit = next((u for u in above(self.units, self.post) if self.file.level(u) >= least), None)
        return entry["roles"], {"least_level": entry["least_level"], **({"unit_id": unit} if unit else {})}

    def entry(self, c, kind, table_roles):
        deciders, level = self.deciding(c)
        terms = {
            "proposed": self.terms["propose"],
            "withdrawn": self.terms["propose"],
            "recommended": self.terms["recommend"],
            "returned": self.terms["recommend"] + deciders,
        }
        roles = terms.get(kind, deciders if kind in ("approved", "refused", "revoked") else table_roles)
        roles = [r for r in ROLES if r in roles and r in table_roles]
        more = level if kind in ("approved", "refused", "revoked") else {}
        return [{"certification_id": c.id, "event": kind, "roles": roles, **more}] if roles else []

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
    following, next_ = [], Next(file, day)
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
    return {"managers": managers, "units": units}
