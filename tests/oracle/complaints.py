"""The life of a complaint: a second writing of its table, slow and plain."""
from datetime import timedelta

import clocks
import gaps
import procedures
from clocks import instant
from reading import Problems

STEPS = """received verified registered transfer_offered transferred coordinating coordinated handled fed_back closed
archived withdrawn declined merged reopened rechecking rechecked referred""".split()
EVENTS = """received verified registered acknowledged classified handler_assigned recused transfer_offered
transfer_accepted transfer_returned coordination_asked coordination_answered information_asked information_received
paused resumed new_facts handled fed_back accepted closed archived withdrawn declined merged_into absorbed reopened
recheck_requested recheck_decided referred referral_ended extension_asked extension_approved extension_refused
notice_sent form_filed due_set""".split()
ROLES = """complainant collector operator handler account_manager department claims compliance archivist administrator
auditor leader head_office_senior system""".split()
LEVELS = "front_line county city province head_office".split()
OVER = "closed archived withdrawn declined merged".split()

BEGIN = "received verified".split()
WORKING = "registered transferred coordinated reopened".split()
PENDING = WORKING + "transfer_offered coordinating rechecking".split()
UNDECIDED = BEGIN + PENDING
LIVE = UNDECIDED + "handled fed_back rechecked referred".split()
DESK = "collector operator handler account_manager leader".split()
BOTH = DESK + ["complainant"]
OFFICE = "operator handler leader".split()
DISPATCH = "operator leader".split()
SENIORS = "leader head_office_senior".split()
OUTSIDE = "operator leader compliance system".split()
RECORD = DESK + "department compliance archivist system".split()

# Where, what, by whom, on which conditions, whereto (None: it stays; "back": where it was before), with which effects.
TABLE = [
    (["received"], "verified", DESK, "impartial", "verified", ""),
    ([s for s in UNDECIDED if s != "received"], "verified", DESK, "not_verified impartial", None, ""),
    (BEGIN, "registered", DESK + ["system"], "verified_first impartial", "registered", "handler_needed"),
    (["withdrawn"], "registered", DESK + ["system"], "not_registered impartial", None, ""),
    (LIVE, "acknowledged", DESK + ["system"], "", None, ""),
    (UNDECIDED, "classified", OFFICE, "impartial", None, "due_moves"),
    (PENDING, "handler_assigned", DISPATCH, "impartial impartial_handler own_unit", None, ""),
    (LIVE, "recused", OFFICE + "collector department compliance head_office_senior".split(), "oneself_or_led", None, ""),
    (WORKING, "transfer_offered", OFFICE, "impartial own_unit other_unit", "transfer_offered", ""),
    (["transfer_offered"], "transfer_accepted", DISPATCH, "impartial at_offered_unit", "transferred", "handler_needed"),
    (["transfer_offered"], "transfer_returned", DISPATCH, "at_offered_unit", "back", "escalated"),
    (WORKING + ["coordinating"], "coordination_asked", OFFICE, "impartial own_unit", "coordinating", ""),
    (["coordinating"], "coordination_answered", "department claims compliance account_manager leader".split(), "department_asked impartial", "coordinated", ""),
    (UNDECIDED, "information_asked", DESK, "impartial", None, ""),
    (UNDECIDED, "information_received", BOTH + ["system"], "", None, ""),
    (PENDING, "paused", OFFICE, "impartial not_paused pause_granted", None, "clocks_pause notice_due"),
    (PENDING, "resumed", OFFICE + ["system"], "is_paused", None, "clocks_resume"),
    ([s for s in STEPS if s != "merged"], "new_facts", BOTH + ["system"], "", None, "clocks_restart"),
    (PENDING, "extension_asked", OFFICE, "impartial extension_granted no_extension_asked may_ask", None, "escalated"),
    (PENDING, "extension_approved", SENIORS, "impartial extension_asked not_asker may_grant grants_in_line grants_from_above", None, "due_moves notice_due"),
    (PENDING, "extension_refused", SENIORS, "impartial extension_asked not_asker may_grant grants_in_line grants_from_above", None, ""),
    (WORKING, "handled", "handler leader head_office_senior".split(), "impartial own_unit not_paused is_classified level_suffices", "handled", "feedback_due"),
    (["handled", "rechecked"], "fed_back", DESK, "impartial", "fed_back", "clocks_stop"),
    (["fed_back", "closed"], "accepted", BOTH, "", None, ""),
    (["fed_back"], "closed", OFFICE, "impartial own_unit", "closed", "archive_due"),
    ("closed withdrawn declined merged".split(), "archived", "archivist operator system".split(), "is_registered forms_filed", "archived", ""),
    (LIVE, "withdrawn", BOTH, "", "withdrawn", "clocks_stop archive_due"),
    (WORKING, "declined", SENIORS, "impartial own_unit is_classified level_suffices", "declined", "clocks_stop notice_due archive_due"),
    (WORKING, "merged_into", DISPATCH, "impartial own_unit another_complaint not_absorbed merge_granted", "merged", "clocks_stop notice_due archive_due"),
    (PENDING, "absorbed", DISPATCH, "impartial another_complaint not_absorbed merge_granted", None, "due_moves"),
    ("fed_back closed archived withdrawn declined".split(), "reopened", DISPATCH, "is_registered impartial own_unit", "reopened", "clocks_restart handler_needed"),
    ("fed_back closed archived".split(), "recheck_requested", BOTH + ["system"], "recheck_granted first_recheck has_superior", "rechecking", "escalated clocks_start"),
    (["rechecking"], "recheck_decided", SENIORS, "impartial above_decider not_decider outcome_given", "rechecked", "feedback_due"),
    ([s for s in STEPS if s not in ("withdrawn", "merged", "referred")], "referred", OUTSIDE, "is_registered", "referred", ""),
    (["referred"], "referral_ended", OUTSIDE, "", "back", ""),
    (STEPS, "notice_sent", RECORD, "", None, ""),
    (STEPS, "form_filed", RECORD, "known_form form_complete", None, ""),
    (LIVE, "due_set", OUTSIDE, "", None, "due_moves"),
]
ALWAYS = "new_id in_order not_foretold after_receipt known_unit assigned_handler".split()

# What the conditions say, as far as cases meet them.
SAYS = {
    "receipt_first": "a complaint begins with its receipt, and has one",
    "new_id": "the event is not in the log already",
    "in_order": "it is not written down before what came before it",
    "not_foretold": "it is not written down before it happens",
    "after_receipt": "it does not happen before the complaint was received",
    "known_unit": "the unit of whoever acts is part of the organisation",
    "assigned_handler": "a handler is the one who was made responsible",
    "impartial": "nobody works on a complaint about themself, or after stepping back",
    "impartial_handler": "the handler is not complained about, and has not stepped back",
    "own_unit": "the unit owns the complaint, or lies above the one that does",
    "not_paused": "it is not paused",
    "is_paused": "it is paused",
    "is_classified": "it was classified, because authority depends on it",
    "level_suffices": "the level of the unit may decide such a complaint",
    "is_registered": "it is in the register",
    "forms_filed": "every form that is due was filed",
    "form_complete": "the form has all required fields",
    "known_form": "the procedure has such a form",
    "pause_granted": "the procedure grants a pause for this reason",
    "another_complaint": "it is another complaint than this one",
    "not_absorbed": "that complaint does not go on as part of this one already",
    "merge_granted": "the procedure lets complaints be merged, this far apart",
    "recheck_granted": "the procedure has a recheck",
    "has_superior": "the unit that decided has a superior unit",
    "extension_granted": "the procedure grants more time",
    "no_extension_asked": "no other request for more time is open",
    "extension_asked": "more time was asked for",
    "department_asked": "the department was asked and has not answered",
}


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
            zone = clocks.ZoneInfo(procedure["complaints"]["time_zone"])
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
        self.decides = {}
        for p in self.procedures:
            deciding = [a for a in p.get("authority", []) if "handled" in a["may"]]
            for class_ in ("simple", "complex", "special") if deciding else ():
                known = {**facts, "complexity": class_}
                may = [a["level"] for a in deciding if procedures.holds(a.get("when", "trigger = trigger"), {**known, "trigger": known.get("trigger", "trigger")}) is True or "when" not in a]
                least = min(may, key=LEVELS.index, default="head_office")
                self.decides[class_] = max(least, self.decides.get(class_, least), key=LEVELS.index)


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
        return upper in clocks.chain(self.units, lower)

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
        self.require(event, [g for g in ALWAYS + guards.split() if not self.holds(g, actor, event)])
        start, had = self.step, self.handler
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
            self.awaited, self.paused, self.offered = set(), None, None
        out = []
        for effect in effects.split():
            if effect == "handler_needed" and self.handler:
                continue
            out.append({"effect": effect})
            if effect == "notice_due":
                self.notices.add(kind)
                out[-1]["subject"] = kind
            if effect == "escalated" and self.units:
                above = clocks.chain(self.units, self.owner)
                if above:
                    out[-1]["subject"] = above[0]
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

    def holds(self, guard, actor, event=None):
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
            return not self.units or bool(clocks.chain(self.units, decided_at))
        if terms is None:
            return True
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
                lacking = [g for g in ALWAYS + rows[-1][3].split() if not self.holds(g, actor)]
                one = {"event": event}
                if lacking:
                    one["lacking"], one["why"] = lacking, [SAYS[g] for g in lacking]
                out.append(one)
        return out


def is_open(deadline):
    return deadline["state"] in ("running", "paused") or deadline["state"] == "missed" and "ended_at" not in deadline


def folded(json, field="complaint", terms=None):
    """The complaint of a log: what was accepted once is not asked again."""
    log = json[field]
    complaint = Complaint(log["complaint_id"])
    for number, event in enumerate(log.get("events", [])):
        try:
            complaint.apply(event)
        except Refused as error:
            # A duplicate is refused where it comes again.
            raise Problems([{"code": "refused_event", "path": f"{field}.events[{number}]"}]) from error
    complaint.units, complaint.terms = json.get("units"), terms
    return complaint


def terms(json, first):
    if "procedures" not in json:
        return None
    facts = {k: first[k] for k in clocks.RECEIPT if k in first}
    return Terms(json["procedures"], first["occurred_at"], {**facts, **json.get("facts", {})})


def plain(json, first):
    """Without procedures nothing beyond the plain way is granted."""
    found = terms(json, first)
    return found or Terms([], first["occurred_at"], {})


def asked(json, log, as_of):
    if not log["events"]:
        return []
    return clocks.deadlines({**json, "complaint": log, "as_of": as_of})["deadlines"]


def changes(before, after):
    for deadline in after:
        key = [deadline.get(k) for k in ("procedure", "clock", "run")]
        old = next((d for d in before if [d.get(k) for k in ("procedure", "clock", "run")] == key), None)
        now = is_open(deadline)
        if now and (old is None or not is_open(old)):
            effect = "deadline_set"
        elif old and is_open(old) and not now:
            effect = "deadline_stopped"
        elif old and old["due_before"] != deadline["due_before"]:
            effect = "deadline_moved"
        else:
            continue
        yield {"effect": effect, "subject": f"{deadline['procedure']}/{deadline['clock']}"}


def apply(json):
    log = {"complaint_id": json["complaint"]["complaint_id"], "events": json["complaint"].get("events", [])}
    event = json["event"]
    complaint = folded(json)
    complaint.terms = plain(json, (log["events"] + [event])[0])
    try:
        step = complaint.apply(event)
    except Refused as error:
        return {"refusal": error.refusal}
    out = {"step": step, "complaint": complaint.state()}
    deadlines = ()
    if "procedures" in json:
        at = event["recorded_at"]
        before = asked(json, log, at)
        deadlines = asked(json, {**log, "events": log["events"] + [event]}, at)
        step["effects"] += changes(before, deadlines)
        out["deadlines"] = deadlines
    out["forms"] = complaint.forms(deadlines)
    return out


def allowed(json):
    complaint = folded(json)
    complaint.terms = plain(json, complaint.log[0])
    return {"allowed": complaint.permitted(json["actor"])}


def replay(json):
    return {"complaint": folded(json).state()}


def merge(json):
    ending, survivor = folded(json, "ending"), folded(json, "survivor")
    ending.terms = survivor.terms = plain(json, survivor.log[0])
    common = {k: json[k] for k in ("occurred_at", "recorded_at", "actor")}
    merged = {"kind": "merged_into", "id": json["merged_id"], **common, "survivor_id": survivor.id}
    absorbed = {"kind": "absorbed", "id": json["absorbed_id"], **common, "complaint_id": ending.id, "received_at": ending.received}
    try:
        codes = folded(json, "ending", ending.terms)
        codes.apply(merged)
        went_on = survivor.apply(absorbed)
        ended = ending.apply(merged)
    except Refused as error:
        return {"refusal": error.refusal}
    return {
        "ending": {"event": merged, "step": ended, "complaint": ending.state()},
        "survivor": {"event": absorbed, "step": went_on, "complaint": survivor.state()},
    }


def status(json):
    as_of = json["as_of"]
    whole = folded(json)
    log = [e for e in whole.log if instant(e["recorded_at"]) <= instant(as_of)]
    if not log:
        raise Problems([{"code": "not_known_yet", "path": "as_of"}])
    found = terms(json, log[0])
    complaint = folded({**json, "complaint": {**json["complaint"], "events": log}}, terms=found)
    deadlines = asked(json, {"complaint_id": complaint.id, "events": log}, as_of)
    forms = complaint.forms(deadlines)
    out = {
        "as_of": as_of,
        "complaint": complaint.state(),
        "forms": forms,
        "deadlines": deadlines,
        "findings": [],
        "duties": duties(complaint, deadlines),
    }
    if "actor" in json:
        out["allowed"] = complaint.permitted(json["actor"])
    for name in json["procedures"]:
        for procedure in procedures.everything():
            if procedure["id"] != name or procedure["complaints"] not in found.procedures:
                continue
            section, reference = procedure["complaints"], procedures.reference(procedure)
            for principle in section.get("principles", []):
                broken, opened = principles(principle["check"], complaint, deadlines, forms)
                finding = {"procedure": reference, "kind": "principle", "id": principle["id"], "check": principle["check"]}
                out["findings"].append(concluded(finding, broken, opened, principle))
            for recusal in section.get("recusals", []):
                finding = {"procedure": reference, "kind": "recusal", "id": recusal["id"], "check": recusal["relation"]}
                broken = recused(recusal, complaint)
                if broken is None:
                    finding["result"] = "unchecked"
                    if "doc" in recusal:
                        finding["doc"] = recusal["doc"]
                    out["findings"].append(finding)
                else:
                    out["findings"].append(concluded(finding, broken, [], recusal))
    known = {**json, "complaint": {"complaint_id": complaint.id, "events": log}}
    out["findings"] += gaps.gaps(known, deadlines)
    return out


def concluded(finding, broken, opened, record):
    finding["result"] = "broken" if broken else "kept" if opened == [] else "open"
    subjects = broken or [s for s in opened if s]
    if subjects:
        finding["subjects"] = subjects
    if "doc" in record:
        finding["doc"] = record["doc"]
    return finding


def by(event):
    return f"{event['id']} by {event['actor']['person_id']}"


def principles(check, complaint, deadlines, forms):
    """What is broken, and what is open; an open thing without a name is empty."""
    log = complaint.log
    undecided = [""] if complaint.outcome is None and complaint.step not in OVER else []
    decisions = [e for e in log if e["kind"] == "handled"]
    if check in ("clocks_met", "updated_in_time"):
        meant = [d for d in deadlines if d["party"] == "firm" and d["missing"] == "breach"]
        if check == "updated_in_time":
            meant = [d for d in meant if d["duty"] in ("acknowledge", "update")]
        broken = [f"{d['procedure']}/{d['clock']}" for d in meant if d["state"] == "missed"]
        return broken, ["" for d in meant if d["state"] in ("running", "paused")][:1]
    if check == "handler_not_concerned":
        work = "verified classified handled declined recheck_decided".split()
        return [by(e) for e in log if e["kind"] in work and e["actor"]["person_id"] in complaint.about], undecided
    if check == "decider_is_not_handler":
        return after_handling(log, ["recheck_decided"]), [""] if complaint.step == "rechecking" else []
    if check == "verified_before_decision":
        verified = [i for i, e in enumerate(log) if e["kind"] == "verified" or e.get("form") == "verification"]
        broken = [by(e) for e in decisions if not any(i < log.index(e) for i in verified)]
        return broken, undecided if not verified else []
    if check == "forms_complete":
        asked_for, broken = [], []
        for event in log:
            if event["kind"] == "coordination_asked":
                asked_for += event["departments"]
            elif event["kind"] == "coordination_answered":
                asked_for.remove(event["department"])
        filed = {e["form"]: e["fields"] for e in log if e["kind"] == "form_filed"}
        for name, fields in sorted(filed.items()):
            required = complaint.terms.forms.get(name, {"required": []})["required"]
            broken += [f"{name}.{f}" for f in required if not fields.get(f, "").strip()]
        broken += [f["form"] for f in forms if f.get("overdue")]
        return broken, sorted(asked_for) + [f["form"] for f in forms if "due_since" in f and not f.get("overdue")]
    raise NotImplementedError(check)


def after_handling(log, kinds):
    handled, out = set(), []
    for event in log:
        if event["kind"] in kinds and event["actor"]["person_id"] in handled:
            out.append(by(event))
        if event["kind"] == "handler_assigned":
            handled.add(event["handler_id"])
        elif event["kind"] == "handled":
            handled.add(event["actor"]["person_id"])
    return out


def recused(recusal, complaint):
    if recusal["relation"] == "complained_about":
        return [by(e) for e in complaint.log if e["kind"] in recusal["from"] and e["actor"]["person_id"] in complaint.about]
    if recusal["relation"] == "handled_before":
        return after_handling(complaint.log, recusal["from"])
    return None


def duties(complaint, deadlines):
    def timed(duty, deadline):
        if deadline:
            duty["due_before"] = deadline["due_before"]
            if deadline["state"] == "missed":
                duty["overdue"] = True
        return duty

    def governing(duty):
        return next((d for d in deadlines if d["duty"] == duty and d.get("governing") and is_open(d)), None)

    out, over, entered = [], complaint.step in OVER, complaint.count("registered") > 0
    if not entered:
        out.append({"duty": "register"})
    if entered and complaint.outcome is None and not over and not complaint.handler:
        out.append({"duty": "assign_handler"})
    if complaint.outcome and not complaint.told and not over:
        out.append(timed({"duty": "feed_back"}, governing("inform")))
    facts = {**{k: complaint.log[0][k] for k in clocks.RECEIPT if k in complaint.log[0]}, "complexity": complaint.complexity}
    everything = [p for s in complaint.terms.procedures for p in procedures.everything() if p["complaints"] is s]
    spoken = set()
    for procedure in everything:
        for notice in procedure["complaints"].get("notices", []):
            if "when" in notice and procedures.holds(notice["when"], facts) is not True:
                continue
            spoken |= {on.partition(":")[0] for on in notice["on"]}
            duty = {"duty": "send_notice", "subject": notice["id"], "procedure": procedures.reference(procedure)}
            if "clock" in notice:
                mine = [d for d in deadlines if d.get("procedure") == duty["procedure"] and d["clock"] == notice["clock"] and is_open(d)]
                if mine:
                    out.append(timed(duty, mine[0]))
                continue
            pending = False
            for event in complaint.log:
                if event["kind"] in notice["on"]:
                    pending = True
                if event.get("notice") == notice["id"]:
                    pending = False
            if pending:
                out.append(duty)
    out += [{"duty": "send_notice", "subject": kind} for kind in sorted(complaint.notices) if kind not in spoken]
    if over and complaint.step != "archived":
        out.append(timed({"duty": "archive"}, governing("archive")))
    for procedure in everything if over else ():
        for rule in procedure["complaints"].get("retention", []):
            duty = {"duty": "retain", "subject": rule["id"], "procedure": procedures.reference(procedure), "source": rule["source"]}
            from_day = {"received": complaint.received, "closed": complaint.log[-1]["occurred_at"]}.get(rule["from"])
            if from_day:
                duty["until"] = f"{int(from_day[:4]) + rule['years']}{from_day[4:10]}"
            out.append(duty)
    return out
