"""A complaint as the fold of its events, slow and plain."""
from datetime import timedelta
from zoneinfo import ZoneInfo

import gaps
import procedures
from clock_count import instant
from clocks import chain
from complaint_table import ALWAYS, EVENTS, LEVELS, OFFICE, OVER, PENDING, ROLES, SAYS, SENIORS, TABLE


class Refused(Exception):
    def __init__(self, refusal):
        super().__init__(refusal["why"])
        self.refusal = refusal


class Terms:
    """What the procedures in force at the receipt let happen."""

    def __init__(self, names, received, facts):
        self.procedures = []
        day = instant(received)
        for procedure in procedures.everything():
            effective = procedure["effective"]
            zone = ZoneInfo(procedure["complaints"]["time_zone"])
            local = day.astimezone(zone).date().isoformat()
            if procedure["id"] in names and effective["from"] <= local < effective.get("to", "2200-01-01"):
                self.procedures.append(procedure["complaints"])
        self.procedures.sort(key=lambda p: names.index(next(q["id"] for q in procedures.everything() if q["complaints"] is p)))
        every = [c for p in self.procedures for c in p.get("clocks", [])]
        self.pauses = {reason for c in every for reason in c.get("pauses", [])}
        self.recheck = any(c["duty"] in ("recheck_request", "recheck_decide") for c in every)
        self.extension = any("extension" in c for c in every)
        windows = [p["merge_within_days"] for p in self.procedures if "merge_within_days" in p]
        self.merge = min(windows, default=None)
        self.verify_first = any(p.get("verify_first") for p in self.procedures)
        self.forms = {}
        for p in self.procedures:
            by_id = {c["id"]: c for c in p.get("clocks", [])}
            for form in p.get("forms", []):
                clock = by_id[form["clock"]]
                self.forms[form["id"]] = {
                    "on": [s.partition(":")[0] for s in clock["starts"]],
                    "ends": [s.partition(":")[0] for s in clock.get("ends", [])],
                    "required": [f["name"] for f in form["fields"] if f.get("required", True)],
                    "clock": form["clock"],
                }
        self.rules, self.facts = self.procedures, facts
        self.decides = {}
        for p in self.procedures:
            deciding = [a for a in p.get("authority", []) if "handled" in a["may"]]
            for class_ in ("simple", "complex", "special") if deciding else ():
                known = {**facts, "complexity": class_}
                may = [a["level"] for a in deciding if procedures.holds(a.get("when", "trigger = trigger"), {**known, "trigger": known.get("trigger", "trigger")}) is True or "when" not in a]
                least = min(may, key=LEVELS.index, default="head_office")
                self.decides[class_] = max(least, self.decides.get(class_, least), key=LEVELS.index)


    def level(self, kind, class_):
        """The least level of which the people may bring about an event; any when no procedure says."""
        strictest = None
        for p in self.rules if kind not in ("received", "handled") else ():
            named = [a for a in p.get("authority", []) if kind in a["may"]]
            if not named:
                continue
            known = {**self.facts, "complexity": class_ or self.facts.get("complexity")}
            # Before the complaint is classified, whoever may for some class may.
            fine = [a for a in named if "when" not in a or procedures.holds(a["when"], known) in ((True,) if class_ else (True, None))]
            least = min((a["level"] for a in fine), key=LEVELS.index, default="head_office")
            strictest = max(least, strictest or least, key=LEVELS.index)
        return strictest

    def approvals(self, kind):
        """For each procedure the approvals that an event needs, any of them."""
        lists = []
        for p in self.rules:
            mine = [a for a in p.get("approvals", []) if APPROVED.get(a["kind"]) == kind]
            mine = [a for a in mine if "when" not in a or procedures.holds(a["when"], self.facts) is not False]
            if mine:
                lists.append(mine)
        return lists

    def least(self, kind, class_, role):
        """The least level that somebody of a role needs; that of the others when the role may not at all."""
        needed = [self.level(kind, class_)]
        for mine in self.approvals(kind):
            of_role = [a for a in mine if role in a["approvers"]] or mine
            needed.append(min((a.get("level", "front_line") for a in of_role), key=LEVELS.index))
        return max((n for n in needed if n), key=LEVELS.index, default=None)


APPROVED = {"complaint_declining": "declined"}


class Complaint:
    def __init__(self, complaint_id, units=None, terms=None):
        self.id, self.units, self.terms = complaint_id, units, terms
        self.log, self.step, self.aside = [], None, []
        self.owner = self.handler = self.offered = self.complexity = self.outcome = None
        self.paused = self.merged_into = self.decider = None
        self.about, self.recused, self.awaited, self.absorbed, self.notices = set(), set(), set(), set(), set()
        self.told, self.filed = False, {}

    def unit(self, unit):
        return next((u for u in self.units if u["id"] == unit), None)

    def above(self, upper, lower):
        return upper in chain(self.units, lower)

    def count(self, kind):
        return sum(e["kind"] == kind for e in self.log)

    def allowed(self):
        rows = [r for r in TABLE if self.step in r[0]]
        out = []
        for event in EVENTS:
            roles = {role for r in rows if r[1] == event for role in r[2]}
            if roles:
                out.append({"event": event, "roles": sorted(roles, key=ROLES.index)})
        return out

    def refuse(self, event, codes, why, missing=(), near=None):
        refusal = {
            "event_id": event["id"],
            "event": event["kind"],
            "state": self.step or "received",
            "role": event["actor"]["role"],
            "codes": codes,
            "why": why,
            "allowed": self.allowed() if self.step else [],
        }
        if missing:
            refusal["missing"] = list(missing)
        if near:
            refusal["nearest"] = near
        level = self.needed(event["kind"], event["actor"], codes)
        if level:
            refusal["level"] = level
        raise Refused(refusal)

    def require(self, event, codes):
        if codes:
            missing, near = [], None
            if "known_form" in codes:
                near = gaps.nearest(event["form"], self.terms.forms)
            if "form_complete" in codes:
                fields = event["fields"]
                missing = [n for n in self.terms.forms[event["form"]]["required"] if not fields.get(n, "").strip()]
            why = f"`{event['kind']}` requires that " + "; and that ".join(SAYS[c] for c in codes)
            self.refuse(event, codes, why, missing, near)

    def needed(self, kind, actor, codes):
        """The level that whoever stands too low would need."""
        found = []
        if "level_granted" in codes:
            found.append(self.terms.least(kind, self.complexity, actor["role"]))
        if "level_suffices" in codes:
            found.append(self.terms.decides[self.complexity])
        return max(found, key=LEVELS.index, default=None)

    def apply(self, event):
        """The step that the event leads to. The same event once more is refused for that at least."""
        try:
            return self.applied(event)
        except Refused as error:
            if "new_id" not in error.refusal["codes"] and any(e["id"] == event["id"] for e in self.log):
                self.require(event, ["new_id"])
            raise

    def applied(self, event):
        kind, actor = event["kind"], event["actor"]
        if self.step is None:
            broken = [] if kind == "received" else ["receipt_first"]
            if not broken:
                if instant(event["recorded_at"]) < instant(event["occurred_at"]):
                    broken.append("not_foretold")
                if self.units and not self.unit(actor["unit_id"]):
                    broken.append("known_unit")
            self.require(event, broken)
            self.step, self.owner, self.received = "received", actor["unit_id"], event["occurred_at"]
            self.about = set(event.get("about", []))
            effects = [{"effect": "clocks_start"}, {"effect": "registration_due"}]
            return self.settled("received", event, effects)
        here = [r for r in TABLE if self.step in r[0] and r[1] == kind]
        if not here:
            self.refuse(event, ["not_in_state"], f"`{kind}` has no place in the state `{self.step}`")
        row = next((r for r in here if actor["role"] in r[2]), None)
        if row is None:
            roles = {role for r in here for role in r[2]}
            names = ", ".join(sorted(roles, key=ROLES.index))
            self.refuse(event, ["not_by_role"], f"`{kind}` is not for the role `{actor['role']}`, but for {names}")
        _, _, _, guards, to, effects = row
        self.require(event, [g for g in ALWAYS + guards.split() if not self.holds(g, actor, event, kind)])
        start, had, paused = self.step, self.handler, self.paused
        if kind == "coordination_answered" and self.awaited != {event["department"]}:
            to = None
        if to == "back":
            self.step = self.aside.pop()
        elif kind in ("transfer_offered", "referred"):
            self.aside.append(self.step)
            self.step = to
        elif to:
            self.aside, self.step = [], to
        self.take(kind, actor, event)
        if self.step in OVER:
            self.awaited, self.offered = set(), None
        if self.step not in PENDING:
            self.paused = None
        out = []
        for effect in effects.split():
            if effect == "handler_needed" and self.handler:
                continue
            out.append({"effect": effect})
            if effect == "notice_due":
                self.notices.add(kind)
                out[-1]["subject"] = kind
            if effect == "escalated" and self.units:
                above = chain(self.units, self.owner)
                if above:
                    out[-1]["subject"] = above[0]
        if paused and not self.paused and kind != "resumed":
            out.append({"effect": "clocks_resume"})
        if had and not self.handler and self.step not in OVER and {"effect": "handler_needed"} not in out:
            out.append({"effect": "handler_needed"})
        if self.step in OVER and not self.count("registered") and kind != "registered":
            out.append({"effect": "registration_due"})
        return self.settled(start, event, out)

    def settled(self, start, event, effects):
        for form, of in self.terms.forms.items() if self.terms else ():
            if event["kind"] in of["on"]:
                effects.append({"effect": "form_due", "subject": form})
        self.log.append(event)
        return {"from": start, "to": self.step, "effects": effects}

    def holds(self, guard, actor, event, kind):
        """Whether a condition holds; without an event, what only it can tell does."""
        person, unit, terms = actor["person_id"], actor["unit_id"], self.terms
        partial = self.about | self.recused
        known = event is not None
        if guard == "new_id":
            return not known or all(e["id"] != event["id"] for e in self.log)
        if guard == "in_order":
            return not known or instant(self.log[-1]["recorded_at"]) <= instant(event["recorded_at"])
        if guard == "not_foretold":
            return not known or instant(event["occurred_at"]) <= instant(event["recorded_at"])
        if guard == "after_receipt":
            return not known or instant(self.received) <= instant(event["occurred_at"])
        if guard == "known_unit":
            return not self.units or self.unit(unit) is not None
        if guard == "assigned_handler":
            return actor["role"] != "handler" or self.handler == person
        if guard == "impartial":
            return person not in partial
        if guard == "impartial_handler":
            return not known or event["handler_id"] not in partial
        if guard == "own_unit":
            return actor["role"] == "handler" or not self.units or unit == self.owner or self.above(unit, self.owner)
        if guard == "other_unit":
            return not known or event["to_unit"] != self.owner and (not self.units or self.unit(event["to_unit"]) is not None)
        if guard == "at_offered_unit":
            return not self.units or unit == self.offered or self.above(unit, self.offered)
        if guard == "department_asked":
            return not known or event["department"] in self.awaited
        if guard == "not_paused":
            return self.paused is None
        if guard == "is_paused":
            return self.paused is not None
        if guard == "is_registered":
            return self.count("registered") > 0
        if guard == "not_registered":
            return self.count("registered") == 0
        if guard == "not_verified":
            return self.count("verified") == 0
        if guard == "another_complaint":
            return not known or self.other(event) != self.id
        if guard == "not_absorbed":
            return not known or self.other(event) not in self.absorbed
        if guard == "oneself_or_led":
            return not known or event["person_id"] == person or actor["role"] in SENIORS + ["compliance"]
        if guard == "no_extension_asked":
            return True
        if guard == "extension_asked":
            return False
        if guard in ("not_asker", "may_grant", "grants_in_line", "grants_from_above"):
            return True  # As long as nothing was asked for, nobody is the wrong one to answer.
        if guard == "first_recheck":
            return self.count("recheck_decided") == 0
        if guard == "has_superior":
            decided_at = self.decider["unit_id"] if self.decider else self.owner
            return not self.units or bool(chain(self.units, decided_at))
        if guard == "recheck_granted" and self.outcome is None:
            return False
        if terms is None:
            return True
        if guard == "role_granted":
            return actor["role"] == "complainant" or all(any(actor["role"] in a["approvers"] for a in mine) for mine in terms.approvals(kind))
        if guard == "level_granted":
            least = terms.least(kind, self.complexity, actor["role"])
            free = not least or not self.units or actor["role"] == "complainant"
            return free or self.unit(unit) is not None and LEVELS.index(self.unit(unit)["level"]) >= LEVELS.index(least)
        if guard == "verified_first":
            return not terms.verify_first or self.count("verified") > 0
        if guard == "pause_granted":
            return event["reason"] in terms.pauses if known else bool(terms.pauses)
        if guard == "is_classified":
            return not terms.decides or self.complexity is not None
        if guard == "level_suffices":
            least = terms.decides.get(self.complexity)
            return not least or not self.units or LEVELS.index(self.unit(unit)["level"]) >= LEVELS.index(least)
        if guard == "forms_filed":
            return not any("due_since" in self.form(form) for form in terms.forms)
        if guard == "known_form":
            return not known or event["form"] in terms.forms
        if guard == "form_complete":
            required = terms.forms.get(event["form"], {}).get("required", []) if known else []
            return all(event["fields"].get(name, "").strip() for name in required)
        if guard == "merge_granted":
            if terms.merge is None or not known or "received_at" not in event:
                return terms.merge is not None
            return abs(instant(event["received_at"]) - instant(self.received)) <= timedelta(days=terms.merge)
        if guard == "recheck_granted":
            return terms.recheck
        if guard == "extension_granted":
            return terms.extension
        if guard == "may_ask":
            return actor["role"] in OFFICE
        raise NotImplementedError(guard)

    @staticmethod
    def other(event):
        return event.get("survivor_id") or event.get("complaint_id")

    def take(self, kind, actor, event):
        self.about |= set(event.get("about", []))
        if kind == "classified":
            self.complexity = event["complexity"]
        elif kind == "handler_assigned":
            self.handler = event["handler_id"]
        elif kind == "recused":
            self.recused.add(event["person_id"])
        elif kind == "transfer_offered":
            self.offered = event["to_unit"]
        elif kind == "transfer_accepted":
            self.owner, self.offered, self.handler = self.offered, None, None
        elif kind == "transfer_returned":
            self.offered = None
        elif kind == "coordination_asked":
            self.awaited |= set(event["departments"])
        elif kind == "coordination_answered":
            self.awaited.discard(event["department"])
        elif kind == "paused":
            self.paused = event["reason"]
        elif kind == "resumed":
            self.paused = None
        elif kind == "handled":
            self.outcome, self.decider, self.told, self.paused = event["outcome"], actor, False, None
        elif kind == "fed_back":
            self.told = True
        elif kind == "merged_into":
            self.merged_into = event["survivor_id"]
        elif kind == "absorbed":
            self.absorbed.add(event["complaint_id"])
            self.received = min(self.received, event["received_at"], key=instant)
        elif kind == "reopened":
            self.outcome, self.decider, self.told, self.paused = None, None, False, None
        elif kind == "notice_sent":
            self.notices.discard(event["notice"])
        elif kind == "form_filed":
            self.filed[event["form"]] = self.filed.get(event["form"], 0) + 1
        if self.handler in self.about | self.recused:
            self.handler = None

    def form(self, name):
        of, due, filed, early, opened, lacks = self.terms.forms[name], 0, 0, 0, [], []
        for event in self.log:
            if event["kind"] == "form_filed" and event["form"] == name:
                lacks = [f for f in of["required"] if not event["fields"].get(f, "").strip()]
            if event["kind"] == "form_filed" and event["form"] == name and not lacks:
                filed += 1
                if opened:
                    opened.pop(0)
                else:
                    early += 1
            if event["kind"] in of["on"]:
                due += 1
                if early:
                    early -= 1
                else:
                    opened.append(event["occurred_at"])
            if event["kind"] in of["ends"]:
                opened = []
        out = {"form": name, "due": due, "filed": filed}
        if opened:
            out["due_since"] = opened[0]
            if lacks:
                out["incomplete"] = lacks
        return out

    def forms(self, deadlines=()):
        out = []
        for name, of in self.terms.forms.items() if self.terms else ():
            if not any(self.count(kind) for kind in of["on"]):
                continue
            form = self.form(name)
            for deadline in deadlines:
                if "due_since" in form and deadline["clock"] == of["clock"] and is_open(deadline):
                    form["due_before"] = deadline["due_before"]
                    if deadline["state"] == "missed":
                        form["overdue"] = True
            out.append(form)
        return out

    def state(self):
        out = {
            "complaint_id": self.id,
            "step": self.step,
            "received_at": self.received,
            "recorded_at": self.log[-1]["recorded_at"],
            "events": len(self.log),
            "owner": self.owner,
            "registered": self.count("registered") > 0,
            "told": self.told,
            "offered_to": self.offered,
            "handler": self.handler,
            "complexity": self.complexity,
            "outcome": self.outcome,
            "paused": self.paused,
            "awaited": sorted(self.awaited),
            "about": sorted(self.about),
            "recused": sorted(self.recused),
            "absorbed": sorted(self.absorbed),
            "merged_into": self.merged_into,
            "notices_due": sorted(self.notices),
            "aside": self.aside,
            "filed": self.filed,
        }
        return {k: v for k, v in out.items() if v is not None and v != [] and v != {}}

    def permitted(self, actor):
        out = []
        for event in EVENTS:
            rows = [r for r in TABLE if self.step in r[0] and r[1] == event and actor["role"] in r[2]]
            if rows:
                lacking = [g for g in ALWAYS + rows[-1][3].split() if not self.holds(g, actor, None, event)]
                one = {"event": event}
                if lacking:
                    one["lacking"], one["why"] = lacking, [SAYS[g] for g in lacking]
                    level = self.needed(event, actor, lacking)
                    if level:
                        one["level"] = level
                out.append(one)
        return out


def is_open(deadline):
    return deadline["state"] in ("running", "paused") or deadline["state"] == "missed" and "ended_at" not in deadline
