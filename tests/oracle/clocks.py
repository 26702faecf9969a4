"""Due instants, day by day and second by second: no formula, only counting."""
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from functools import cache
from zoneinfo import ZoneInfo

import calendars
import gaps
import procedures
from reading import Problems

DAY = timedelta(days=1)


@cache
def calendar(name):
    return calendars.table(name.partition("-")[0])[name]


def works(calendar, day):
    assert calendar.first <= day <= calendar.last, f"{day} lies outside {calendar.about['id']}"
    return calendar.kind(day) in ("working", "working_weekend")


def days_after(day):
    while True:
        day += DAY
        yield day


GRANTS = "paused new_facts reopened classified extension_approved extension_asked due_set absorbed".split()
MEETS = {
    "acknowledge": ["acknowledged"],
    "decide": ["handled", "declined", "closed"],
    "inform": ["fed_back", "closed"],
}
ALIKE = ("form", "report")


def instant(text):
    return datetime.fromisoformat(text.replace("Z", "+00:00")).astimezone(timezone.utc)


def written(moment, zone):
    local = moment.astimezone(zone)
    offset = local.utcoffset()
    text = local.strftime("%Y-%m-%dT%H:%M:%S")
    if not offset:
        return text + "Z"
    minutes = int(offset.total_seconds()) // 60
    sign = "-" if minutes < 0 else "+"
    return f"{text}{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def end_of(day, zone):
    """The first instant whose local day is later. Found by looking, not by asking for midnight."""
    low = datetime(day.year, day.month, day.day, tzinfo=timezone.utc) - 2 * DAY
    high = low + 5 * DAY
    while high - low > timedelta(seconds=1):
        middle = low + (high - low) // 2
        middle = middle.replace(microsecond=0)
        if middle.astimezone(zone).date() > day:
            high = middle
        else:
            low = middle
    return high


@dataclass
class Event:
    kind: str
    occurred: datetime
    recorded: datetime
    data: dict

    @property
    def late(self):
        """When it counts, if it gives the firm more time."""
        return max(self.occurred, self.recorded)

    @property
    def counts(self):
        return self.late if self.kind in GRANTS else self.occurred

    def fits(self, pattern):
        kind, _, subject = pattern.partition(":")
        if kind == "sent":
            kind = "received"
        return self.kind == kind and (not subject or self.data.get("subject") == subject)

    def at(self, pattern):
        sent = self.data.get("sent_at")
        return min(instant(sent), self.occurred) if pattern == "sent" and sent else self.occurred


def first_fit(patterns, event):
    return next((p for p in patterns if event.fits(p)), None)


class Count:
    """The counting of one clock."""

    def __init__(self, clock, header):
        self.clock = clock
        self.zone = ZoneInfo(clock.get("time_zone") or header["time_zone"])
        self.calendar = calendar(clock.get("calendar") or header["calendar"])

    def local(self, moment):
        return moment.astimezone(self.zone)

    def due(self, start, grants, pauses):
        """(the first instant too late, the last day in time)."""
        clock = self.clock
        number = clock["count"] + sum(n for kind, unit, n in grants if kind == "count" and unit == clock["unit"])
        due = self.counted(start, clock["unit"], number, pauses)
        for kind, unit, n in grants:
            if kind == "until":
                due = (n, self.local(n - timedelta(seconds=1)).date())
            elif unit != clock["unit"]:
                due = self.end(self.rolled(self.walk(due[1], unit, n, lambda day: False)))
        return due

    def end(self, day):
        return end_of(day, self.zone), day

    def counted(self, start, unit, number, pauses):
        if unit == "hour":
            at, left = start, timedelta(hours=number)
            for begin, stop in pauses:
                if max(begin, at) - at >= left:
                    break
                left -= max(begin, at) - at
                at = max(stop, at)
            at += left
            return at, self.local(at - timedelta(seconds=1)).date()
        if unit == "working_hour":
            return self.working(start, number * 3600, pauses)
        local = self.local(start)
        first = local.date()
        cut_off = self.clock.get("cut_off")
        if cut_off and local.strftime("%H:%M") >= cut_off:
            first += DAY
        if number == 0:
            return self.end(self.rolled(first))
        included = self.clock.get("first_day") == "included"
        base = first - DAY if included else first
        if unit == "month":
            number = (months_after(first, number) - first).days
            unit = "calendar_day"

        def paused(day):
            return any(self.local(b).date() <= day < self.local(e).date() for b, e in pauses)

        return self.end(self.rolled(self.walk(base, unit, number, paused)))

    def walk(self, base, unit, number, paused):
        if unit == "month":
            return months_after(base, number)
        if unit == "week":
            unit, number = "calendar_day", number * 7
        for day in days_after(base):
            if not paused(day) and (unit != "business_day" or works(self.calendar, day)):
                number -= 1
                if number == 0:
                    return day

    def rolled(self, day):
        roll = self.clock.get("roll", "none")
        while roll != "none" and not works(self.calendar, day):
            day += DAY if roll == "next_business" else -DAY
        return day

    def working(self, start, seconds, pauses):
        second = timedelta(seconds=1)
        day = self.local(start).date()
        while True:
            if works(self.calendar, day):
                for window in self.clock["windows"]:
                    hours, minutes = map(int, window["from"].split(":"))
                    at = datetime(day.year, day.month, day.day, hours, minutes, tzinfo=self.zone).astimezone(timezone.utc)
                    hours, minutes = map(int, window["to"].split(":"))
                    close = datetime(day.year, day.month, day.day, hours, minutes, tzinfo=self.zone).astimezone(timezone.utc)
                    while at < close:
                        if at >= start and not any(b <= at < e for b, e in pauses):
                            seconds -= 1
                            if seconds == 0:
                                return at + second, self.local(at).date()
                        at += second
            day += DAY

    def uses_calendar(self):
        clock = self.clock
        units = [clock["unit"], clock.get("extension", {}).get("unit", clock["unit"] if "extension" in clock else "")]
        return any(u in ("business_day", "working_hour") for u in units) or clock.get("roll", "none") != "none"


def months_after(day, number):
    total = day.year * 12 + day.month - 1 + number
    year, month = divmod(total, 12)
    for last in (31, 30, 29, 28):
        try:
            return date(year, month + 1, min(day.day, last))
        except ValueError:
            continue


@dataclass
class Run:
    start: datetime
    grants: list = field(default_factory=list)
    pauses: list = field(default_factory=list)
    moves: list = field(default_factory=list)
    refused: list = field(default_factory=list)
    paused: tuple = None
    asked: Event = None
    waiting: Event = None
    noticed: bool = False
    granted: int = 0
    state: str = None
    ended: datetime = None


class Simulation:
    def __init__(self, clock, header):
        self.clock, self.count = clock, Count(clock, header)
        self.run, self.runs, self.done_before = None, [], None

    def due(self):
        return self.count.due(self.run.start, self.run.grants, self.run.pauses)

    def begin(self, start):
        self.run = Run(start)
        self.run.due = self.run.first = self.due()
        if self.done_before:
            at, self.done_before = max(self.done_before, start), None
            self.stop(at)

    def over(self, at):
        return not self.run.paused and at >= self.run.due[0]

    def recount(self, reason, at):
        before, self.run.due = self.run.due, self.due()
        if before[0] != self.run.due[0]:
            self.run.moves.append((reason, at, before[0], self.run.due[0]))

    def resume(self, at):
        if self.run.paused:
            begin = self.run.paused[0]
            if self.run.pauses:
                begin = max(begin, self.run.pauses[-1][1])
            self.run.paused = None
            if at > begin:
                self.run.pauses.append((begin, at))
            self.recount("pause", at)

    def close(self, at, state):
        self.resume(at)
        run, self.run = self.run, None
        run.state, run.ended = (state if at < run.due[0] else "missed"), at
        self.runs.append(run)

    def stop(self, at):
        self.close(at, "met")
        if self.clock.get("recurring"):
            self.begin(at)

    def refuse(self, reason, at, why):
        self.run.refused.append((reason, at, why))

    def event(self, event):
        clock, run = self.clock, self.run
        stop = first_fit(clock["stops"], event)
        if run is None:
            start = first_fit(clock["starts"], event)
            if start:
                self.begin(event.at(start))
            elif stop and ":" in stop:
                self.done_before = event.occurred
            return
        if stop and event.occurred >= run.start:
            return self.stop(event.occurred)
        if first_fit(clock.get("ends", []), event):
            return self.close(event.occurred, "moot")
        if first_fit(clock.get("restarts", []), event):
            if self.over(event.late):
                self.refuse("restart", event.late, "too_late")
            elif event.occurred > run.start:
                run.start, run.pauses, run.grants, run.granted = event.occurred, [], [], 0
                run.waiting, run.noticed = None, False
                if run.paused:
                    run.paused = (max(run.paused[0], event.occurred), run.paused[1])
                self.recount("restart", event.late)
            return
        on = event.data.get("on")
        on_this = on is None or on == (clock["duty"] if on in DUTIES else clock["id"])
        subject = event.data.get("subject")
        extension = clock.get("extension")
        if event.kind == "paused" and subject in clock.get("pauses", []) and not run.paused:
            if self.over(event.late):
                self.refuse("pause", event.late, "too_late")
            else:
                run.paused = (max(event.occurred, run.start), subject)
        elif event.kind == "resumed" and run.paused and subject in (None, run.paused[1]):
            self.resume(event.occurred)
        elif event.kind == "absorbed" and "sent_at" in event.data:
            other = instant(event.data["sent_at"])
            at_receipt = any(p in ("received", "sent") for p in clock["starts"])
            if at_receipt and other < run.start and not any(m[0] == "restart" for m in run.moves):
                run.start = other
                self.recount("merge", event.late)
        elif event.kind == "extension_asked" and on_this:
            run.asked = event
        elif event.kind == "extension_approved" and on_this and extension:
            self.extend(event, extension)
        elif event.kind == "notice_sent" and extension and subject and subject == extension.get("notice"):
            over = self.over(event.occurred)
            if run.waiting:
                granted, run.waiting = run.waiting, None
                if over:
                    self.refuse("extension", granted.late, "no_notice")
                else:
                    self.grant(granted, extension, event.occurred)
            elif not over:
                run.noticed = True

    def extend(self, event, extension):
        run, data = self.run, event.data
        at = timely = event.late
        if extension.get("timely") == "asked" and run.asked:
            timely = run.asked.late
        level = extension.get("level", "any")
        allowed = not extension.get("roles") or data.get("role") in (None, *extension["roles"])
        if level == "superior":
            allowed = allowed and (data.get("superior") is not False or data.get("head_office") is True)
        own = data.get("person_id") and run.asked and run.asked.data.get("person_id") == data["person_id"]
        if self.over(timely):
            self.refuse("extension", at, "too_late")
        elif run.granted >= extension["most"]:
            self.refuse("extension", at, "too_often")
        elif not allowed:
            self.refuse("extension", at, "not_authorised")
        elif own:
            self.refuse("extension", at, "own_request")
        elif "count" not in extension and "due_before" not in data:
            self.refuse("extension", at, "no_date")
        elif extension.get("notice") and not run.noticed:
            run.waiting = event
        else:
            self.grant(event, extension, at)

    def grant(self, event, extension, at):
        run = self.run
        run.granted, run.noticed = run.granted + 1, False
        if "count" in extension:
            run.grants.append(("count", extension.get("unit", self.clock["unit"]), extension["count"]))
        else:
            run.grants.append(("until", None, instant(event.data["due_before"])))
        self.recount("extension", at)

    def ask(self, as_of):
        run = self.run
        if run is None:
            return
        paused = bool(run.paused)
        self.resume(as_of)
        if run.waiting:
            self.refuse("extension", run.waiting.late, "no_notice")
        run.state = "paused" if paused else "missed" if as_of >= run.due[0] else "running"
        self.runs.append(run)


RECEIPT = ("firm_kind", "complainant_kind", "trigger", "channel", "line", "digital", "group_size")
ABOUT = {"paused": "reason", "notice_sent": "notice", "form_filed": "form"}
DUTIES = """acknowledge summary_resolution ask answer update decide inform recheck_request recheck_decide refer
referral_decide comply transfer coordinate form archive report respond_department""".split()


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
            elif due and not ended and event.kind in MEETS[duty]:
                ended, state = event.occurred, "met"
            elif due and not ended and event.kind in ("withdrawn", "merged_into"):
                ended, state = event.occurred, "moot"
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
