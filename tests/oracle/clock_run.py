"""What happens to a clock: begun, paused, moved, met and missed, event by event."""
from dataclasses import dataclass, field
from datetime import datetime

from clock_count import Count, instant

# From here on `resumed` has no place in the life of a complaint; and where it has one again.
LEAVES = "handled declined withdrawn merged_into fed_back closed archived referred".split()
RETURNS = "reopened recheck_requested".split()
OUTSIDE = ("decided", "settled")
GRANTS = "paused new_facts reopened classified extension_approved extension_asked due_set absorbed".split()
MEETS = {
    "acknowledge": ["acknowledged"],
    "decide": ["handled", "declined", "closed", "referral_ended:decided", "referral_ended:settled"],
    "inform": ["fed_back", "closed"],
}


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
    undone: bool = False


class Simulation:
    def __init__(self, clock, header):
        self.clock, self.count = clock, Count(clock, header)
        self.run, self.runs, self.done_before, self.done_last = None, [], None, None
        # Since when the complaint cannot be resumed; the same before it went outside; what came in meanwhile.
        self.left = self.left_before = self.material = None

    def due(self):
        return self.count.due(self.run.start, self.run.grants, self.run.pauses)

    def begin(self, start):
        self.run = Run(start)
        self.run.due = self.run.first = self.due()
        if self.done_before:
            at, self.done_before = max(self.done_before, start), None
            self.stop(at)

    def follow(self, event):
        """Where the complaint goes: a pause ends with whatever leaves nothing to resume."""
        kind, about = event.kind, event.data.get("subject")
        if kind == "referred":
            self.left_before = self.left
        back = kind in RETURNS or kind == "recheck_decided" and about == "sent_back"
        if back:
            self.left = None
        elif kind == "referral_ended" and about not in OUTSIDE:
            self.left = self.left_before
        elif kind in LEAVES or kind in ("recheck_decided", "referral_ended"):
            self.left = self.left or event.occurred
        if kind in ("handled", "declined", "referral_ended", "recheck_decided") and self.left and not back:
            self.material = None
        if self.left and self.run:
            self.resume(self.left)

    def anew(self, event, start):
        """Taken up again: a run of its own, from the receipt of what is new."""
        if self.run:
            self.close(event.occurred, "moot")
        done, self.done_before = self.done_last, None
        start, self.material = self.material or start, None
        self.begin(start)
        if done and done > event.occurred:
            self.stop(done)

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
        run.undone = state == "moot" and run.state == "missed"
        self.runs.append(run)

    def stop(self, at):
        self.close(at, "met")
        if self.clock.get("recurring"):
            self.begin(at)

    def refuse(self, reason, at, why):
        self.run.refused.append((reason, at, why))

    def event(self, event):
        self.follow(event)
        clock, run = self.clock, self.run
        stop = first_fit(clock["stops"], event)
        start = first_fit(clock["starts"], event)
        if self.left and first_fit(clock.get("restarts", []), event):
            self.material = event.occurred
        if start and event.kind in ("reopened", "recheck_decided") and (run is None or event.occurred >= run.start):
            return self.anew(event, event.occurred)
        if run is None:
            if start:
                self.begin(event.at(start))
            elif stop:
                self.done_last = max(self.done_last or event.occurred, event.occurred)
                if event.kind in ("form_filed", "notice_sent") and ":" in stop:
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
            elif not self.left or event.occurred < self.left:
                run.paused = (max(event.occurred, run.start), subject)
                if self.left:
                    self.resume(self.left)
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


DUTIES = """acknowledge summary_resolution ask answer update decide inform recheck_request recheck_decide refer
referral_decide comply transfer coordinate form archive report respond_department""".split()
