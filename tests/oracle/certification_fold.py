"""A manager's certifications as they follow from a log: what is refused and why, and the grade on any day."""
from datetime import date, timedelta

from certification_table import ALWAYS, EXAMPLE_TERMS, GRADES, LEVELS, ON_APPLY, OPEN, OPENING, PROPOSERS, SENIORS, TABLE
from clock_count import instant
from dates import parse, plus_days, plus_months
from service import Ranges, above


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
