"""Due instants, day by day and second by second: no formula, only counting."""
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import gaps
import procedures
from clock_count import DAY, instant, works, written
from clock_run import MEETS, Event, Simulation, first_fit
from reading import Problems

ALIKE = ("form", "report")
RECEIPT = ("firm_kind", "complainant_kind", "trigger", "channel", "line", "digital", "group_size")
ABOUT = {
    "paused": "reason",
    "notice_sent": "notice",
    "form_filed": "form",
    "recheck_decided": "result",
    "referral_ended": "result",
}


def chain(units, unit):
    """The units above one, from below."""
    parents = {u["id"]: u.get("parent") for u in units}
    out = []
    while parents.get(unit):
        unit = parents[unit]
        out.append(unit)
    return out


def noon(day, at):
    """Noon of a day, and the midnight after it, at the offset of whoever wrote the event."""
    zone = datetime.fromisoformat(at.replace("Z", "+00:00")).tzinfo
    day = date.fromisoformat(day)
    day = datetime(day.year, day.month, day.day, tzinfo=zone)
    return (day + timedelta(hours=12)).isoformat(), (day + DAY).isoformat()


def looked_at(json):
    """The events of a log, as clocks look at them."""
    units = json.get("units")
    owner = offered = asked = None
    for raw in json["complaint"]["events"]:
        kind, actor = raw["kind"], raw["actor"]
        data = {"person_id": actor["person_id"], "role": actor["role"]}
        if kind in ABOUT:
            data["subject"] = raw[ABOUT[kind]]
        if kind == "form_filed":
            data["fields"] = raw["fields"]
        if kind == "received":
            owner = actor["unit_id"]
            if "sent_on" in raw:
                data["sent_at"] = noon(raw["sent_on"], raw["occurred_at"])[0]
        elif kind == "absorbed":
            data["sent_at"] = raw["received_at"]
        elif kind == "classified":
            data["complexity"] = raw["complexity"]
        elif kind == "transfer_offered":
            offered = raw["to_unit"]
        elif kind == "transfer_accepted":
            owner = offered or owner
        elif kind == "extension_asked":
            asked = raw.get("clock")
            data["on"] = asked
        elif kind == "extension_approved":
            data["on"] = asked
            if "until" in raw:
                data["due_before"] = noon(raw["until"], raw["occurred_at"])[1]
            if units:
                data["superior"] = actor["unit_id"] in chain(units, owner)
                level = {u["id"]: u["level"] for u in units}.get(actor["unit_id"])
                data["head_office"] = level == "head_office"
            if actor["role"] == "head_office_senior":
                data["head_office"] = True
        elif kind == "due_set":
            data["due_before"] = raw["due_at"]
            if "duty" in raw:
                data["duty"] = raw["duty"]
        yield Event(kind, instant(raw["occurred_at"]), instant(raw["recorded_at"]), data)


def deadlines(json):
    as_of = instant(json["as_of"])
    events = [e for e in looked_at(json) if max(e.occurred, e.recorded) <= as_of]
    events.sort(key=lambda event: event.counts)
    received = json["complaint"]["events"][0]
    facts = {k: received[k] for k in RECEIPT if k in received}
    facts.update(json.get("facts", {}))
    out, seen, problems = [], set(), 0
    for name in json["procedures"]:
        found = [p for p in procedures.everything() if name in (p["id"], procedures.reference(p))]
        for procedure in found:
            if procedures.reference(procedure) in seen:
                continue
            seen.add(procedures.reference(procedure))
            if procedures.holds(procedure["complaints"]["applies_to"], facts) is not True:
                problems += 1
                continue
            for clock in procedure["complaints"].get("clocks", []):
                out += of_clock(procedure, clock, events, facts, as_of, "@" in name)
        problems += not found
    if problems:
        raise Problems([{"code": "procedure_does_not_apply", "path": "procedures"}] * problems)
    out += given(json, events, as_of)
    govern(out)
    for deadline in out:
        del deadline["order"], deadline["thing"]
    found = gaps.gaps(json, out)
    return {"as_of": json["as_of"], "deadlines": out, **({"findings": found} if found else {})}


def of_clock(procedure, clock, events, facts, as_of, by_version):
    header = procedure["complaints"]
    simulation = Simulation(clock, header)
    for event in events:
        # A form counts as filed when it says what it must.
        forms = [f for f in header.get("forms", []) if event.kind == "form_filed" and f["id"] == event.data["subject"]]
        if not any(gaps.lacking(form, event.data["fields"]) for form in forms):
            simulation.event(event)
    simulation.ask(as_of)
    classified = [(e.late, e.data["complexity"]) for e in events if e.kind == "classified"]

    def complexity(before):
        known = [c for at, c in classified if at < before]
        return known[-1] if known else facts.get("complexity")

    def truth(value):
        return procedures.holds(clock["when"], {**facts, "complexity": value})

    out = []
    first, end = (date.fromisoformat(procedure["effective"].get(k, "2200-01-01")) for k in ("from", "to"))
    receipts = [simulation.count.local(e.occurred).date() for e in events if e.kind == "received"]
    # Where complaints stay, so do their later clocks.
    stays = header.get("transition", {}).get("pending") == "stay" and receipts and first <= receipts[0] < end
    for number, run in enumerate(simulation.runs, 1):
        day = simulation.count.local(run.start).date()
        if not (by_version or stays or first <= day < end):
            continue
        state, assumed = run.state, False
        if "when" in clock:
            then, now = truth(complexity(min(run.due[0], run.ended or as_of))), truth(complexity(as_of))
            if then is not False or now is not False:
                assumed = (now if then is False else then) is None
            elif any(truth(c) is not False for c in [facts.get("complexity"), *(c for _, c in classified)]):
                state = "moot"
            else:
                continue
        out.append(answer(procedure, clock, simulation.count, run, number, state, assumed, as_of))
    return out


def answer(procedure, clock, count, run, number, state, assumed, as_of):
    if state == "missed" and clock.get("missed") == "lapse":
        state = "lapsed"

    def write(moment):
        return written(moment, count.zone)

    out = {
        "clock": clock["id"],
        "procedure": procedures.reference(procedure),
        "duty": clock["duty"],
        "party": clock.get("party", "firm"),
        "missing": clock.get("missed", "breach"),
        "status": clock["status"],
        "source": clock["source"],
        "run": number,
        "started_at": write(run.start),
        "due_before": write(run.due[0]),
        "due_on": run.due[1].isoformat(),
        "state": state,
    }
    if clock.get("example"):
        out["example"] = True
    if count.uses_calendar():
        out["calendar"] = {key: count.calendar.about[key] for key in ("id", "version")}
    if run.moves and run.first[0] != run.due[0]:
        out["first_due_before"] = write(run.first[0])
    if run.moves:
        out["moves"] = [{"reason": r, "at": write(a), "from": write(f), "to": write(t)} for r, a, f, t in run.moves]
    if run.refused:
        out["refused"] = [{"reason": r, "at": write(a), "why": w} for r, a, w in run.refused]
    if run.ended:
        out["ended_at"] = write(run.ended)
    if run.undone and state == "missed":
        out["never_done"] = True
    if assumed:
        out["assumed"] = True
    opened = state in ("running", "paused") or state == "missed" and not run.ended
    if opened:
        days_left(out, clock, count, run, state, as_of)
    out["thing"] = (clock["duty"], clock["stops"][0] if clock["duty"] in ALIKE else "")
    out["order"] = (run.due[0], opened, state)
    return out


def days_left(out, clock, count, run, state, as_of):
    today = count.local(as_of).date()
    due, day = run.due
    exact = clock["unit"] in ("hour", "working_hour")
    left = (due - as_of) // DAY if exact else (day - today).days
    out["days_left"] = left
    before = clock.get("warn_before")
    if before is None or state != "running":
        return
    if exact:
        near = due - as_of <= timedelta(hours=before)
    elif clock["unit"] == "business_day":
        days = [today + n * DAY for n in range(1, left + 1)]
        near = sum(works(count.calendar, d) for d in days) <= before
    else:
        near = left <= before
    if near:
        out["warning"] = True


def given(json, events, as_of):
    """Dates that someone set."""
    sets = [e for e in events if e.kind == "due_set"]
    names = {e.data.get("duty", "decide") for e in sets}
    if not sets:
        return []
    first = next(p for p in procedures.everything() if json["procedures"][0] in (p["id"], procedures.reference(p)))
    zone = ZoneInfo(first["complaints"]["time_zone"])
    out = []
    for duty in [d for d in ("acknowledge", "decide", "inform") if d in names]:
        due = ended = state = original = start = None
        received, moves, refused = None, [], []
        for event in events:
            if event.kind == "received" and received is None:
                received = event.occurred
            if event.kind == "due_set" and event.data.get("duty", "decide") == duty and not ended:
                new = instant(event.data["due_before"])
                if due is None:
                    due, start = new, received or event.occurred
                elif new > due and event.late >= due:
                    refused.append(("due_set", event.late, "too_late"))
                elif new != due:
                    moves.append(("due_set", event.late, due, new))
                    original, due = original or due, new
            elif due and not ended and first_fit(MEETS[duty], event):
                ended, state = event.occurred, "met"
            elif due and not ended and event.kind in ("withdrawn", "merged_into"):
                ended, state = event.occurred, "moot"
        undone = state == "moot" and ended >= due
        state = "missed" if (ended or as_of) >= due else state or "running"
        day = (due - timedelta(seconds=1)).astimezone(zone).date()
        one = {
            "clock": "due_set",
            "duty": duty,
            "run": 1,
            "started_at": written(start, zone),
            "due_before": written(due, zone),
            "due_on": day.isoformat(),
            "state": state,
        }
        if original:
            one["first_due_before"] = written(original, zone)
        if moves:
            one["moves"] = [
                {"reason": r, "at": written(a, zone), "from": written(f, zone), "to": written(t, zone)} for r, a, f, t in moves
            ]
        if refused:
            one["refused"] = [{"reason": r, "at": written(a, zone), "why": w} for r, a, w in refused]
        if ended:
            one["ended_at"] = written(ended, zone)
        if undone:
            one["never_done"] = True
        opened = not ended
        if opened:
            one["days_left"] = (day - as_of.astimezone(zone).date()).days
        one["thing"], one["order"] = (duty, ""), (due, opened, state)
        out.append(one)
    return out


def govern(out):
    for thing in {deadline["thing"] for deadline in out}:
        of_thing = [d for d in out if d["thing"] == thing and d["state"] != "moot"]
        opened = [d for d in of_thing if d["order"][1]]
        candidates = opened or of_thing
        if candidates:
            min(candidates, key=lambda d: d["order"][0])["governing"] = True
