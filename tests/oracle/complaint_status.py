"""What there is to say of a complaint on a day: findings and duties."""
import clocks
import gaps
import procedures
from clock_count import instant
from complaint_fold import is_open
from complaint_table import ALWAYS, OVER, SAYS, TABLE
from complaints import asked, folded, terms
from reading import Problems


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
    out["findings"] += unentitled(json, log, found)
    strangers = {}
    for event in log if "units" in json else ():
        if event["actor"]["unit_id"] not in [u["id"] for u in json["units"]]:
            strangers.setdefault(event["actor"]["unit_id"], []).append(f"{event['id']} {event['kind']}")
    for unit, subjects in sorted(strangers.items()):
        near = gaps.nearest(unit, [u["id"] for u in json["units"]])
        out["findings"].append({
            "procedure": ", ".join(json["procedures"]), "kind": "unit", "id": unit, "check": "known", "result": "broken",
            "subjects": subjects + ([f"did you mean `{near}`?"] if near else []),
            "doc": "events are by people of a unit that is not among those given",
        })
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


AUTHORITY = "role_granted level_granted own_unit at_offered_unit is_classified level_suffices above_decider".split()


def unentitled(json, log, found):
    """The log is told once more, event by event; before each it is asked who may."""
    past = folded({**json, "complaint": {**json["complaint"], "events": log[:1]}})
    units = json.get("units", [])
    out = []
    for event in log[1:]:
        kind, actor = event["kind"], event["actor"]
        past.terms, past.units = found, units
        row = next((r for r in TABLE if past.step in r[0] and r[1] == kind and actor["role"] in r[2]), None)
        known = not units or past.unit(actor["unit_id"])
        guards = (ALWAYS + row[3].split()) if row and known else []
        broken = [g for g in guards if g in AUTHORITY and not past.holds(g, actor, event, kind)]
        level = past.needed(kind, actor, broken)
        past.terms, past.units = None, []
        subjects = [f"{kind} by {actor['person_id']}, {actor['role']} of {actor['unit_id']}"]
        subjects += [f"at least {level}"] if level else []
        for guard in broken:
            out.append({
                "procedure": ", ".join(json["procedures"]), "kind": "authority", "id": event["id"], "check": guard,
                "result": "broken", "subjects": subjects, "doc": SAYS[guard],
            })
        past.apply(event)
    return out


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
