"""What can be asked of a complaint: its state, what an event leads to, what is allowed."""
import clocks
from complaint_fold import Complaint, Refused, Terms, is_open
from reading import Problems


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
