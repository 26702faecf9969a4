"""A complaint's log in order, with what its clocks did between its events."""
import gaps
from clock_count import instant
from complaints import asked, folded, terms
from complaint_fold import Complaint
from reading import Problems


def timeline(json):
    as_of = json["as_of"]
    whole = folded(json)
    log = [e for e in whole.log if instant(e["recorded_at"]) <= instant(as_of)]
    if not log:
        raise Problems([{"code": "not_known_yet", "path": "as_of"}])
    known = {**json, "complaint": {"complaint_id": whole.id, "events": log}}
    complaint = folded(known, terms=terms(json, log[0]))
    deadlines = asked(json, known["complaint"], as_of)
    entries = []
    for number, event in enumerate(log):
        # Where it stands is that of the log so far.
        so_far = Complaint(whole.id)
        for earlier in log[: number + 1]:
            so_far.apply(earlier)
        entries.append(((number, 1, 0), {"event": event, "step": so_far.state()["step"]}))
    order = 0
    for at, by_itself, entry in sorted(ticks(deadlines), key=lambda tick: tick[0]):
        order += 1
        causes = [] if by_itself else [
            i for i, e in enumerate(log) if at in (instant(e["occurred_at"]), instant(e["recorded_at"]))
        ]
        later = [i for i, e in enumerate(log) if instant(e["recorded_at"]) >= at]
        place = (causes[0], 2) if causes else (later[0], 0) if later else (len(log), 0)
        entries.append(((*place, order), entry))
    return {
        "as_of": as_of,
        "complaint": complaint.state(),
        "timeline": [entry for _, entry in sorted(entries, key=lambda e: e[0])],
        "findings": gaps.gaps(known, deadlines),
    }


def ticks(deadlines):
    for deadline in deadlines:
        base = {k: deadline[k] for k in ("clock", "procedure", "duty", "run") if k in deadline}
        due = deadline.get("due_before")

        def tick(did, at, due=due, **more):
            told = {"due_before": due, **more}
            entry = {**base, "did": did, "at": at, **{k: v for k, v in told.items() if v is not None}}
            return instant(at), did in ("missed", "lapsed"), entry

        yield tick("begins", deadline["started_at"], due=deadline.get("first_due_before", due))
        for move in deadline.get("moves", []):
            yield tick("moves", move["at"], due=move["to"], reason=move["reason"], **{"from": move["from"]})
        for refused in deadline.get("refused", []):
            yield tick("stays", refused["at"], due=None, reason=refused["reason"], why=refused["why"])
        state = deadline["state"]
        # What never mattered ended at no time.
        if state in ("met", "moot") and "ended_at" in deadline:
            yield tick(state, deadline["ended_at"])
        elif state == "lapsed":
            yield tick("lapsed", due)
        elif state == "missed":
            yield tick("missed", due)
            if "ended_at" in deadline:
                yield tick("never_done" if deadline.get("never_done") else "done_late", deadline["ended_at"])
