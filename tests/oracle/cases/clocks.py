"""Complaint clocks: every clock of every procedure, around the days on which counting goes wrong."""
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import procedures
from vectors import case

FACTS = {
    "firm_kind": "insurer",
    "complainant_kind": "individual",
    "trigger": "complaint",
    "channel": "phone",
    "class": "life",
    "line": "term_life",
    "digital": False,
    "group_size": 1,
}


# The units of the cases: whoever stands above the city that handles the complaint is superior.
UNITS = [
    {"id": "HO", "name": "Head office", "level": "head_office"},
    {"id": "P", "name": "Province", "level": "province", "parent": "HO"},
    {"id": "C", "name": "City", "level": "city", "parent": "P"},
]

# What an event must say beside what the case is about.
SAYS = {
    "transfer_offered": {"to_unit": "D"},
    "coordination_asked": {"departments": ["claims"]},
    "coordination_answered": {"department": "claims"},
    "new_facts": {"facts": "another letter"},
    "handled": {"outcome": "upheld"},
    "declined": {"reason": "it is about another insurer"},
    "referred": {"body": "ombudsman"},
    "referral_ended": {"result": "returned"},
    "extension_asked": {"reason": "an appraisal is missing"},
    "absorbed": {"complaint_id": "K-2"},
    "form_filed": {"fields": {}},
}

# The field in which an event says what it is about.
ABOUT = {"paused": "reason", "notice_sent": "notice", "form_filed": "form"}


def whole(form):
    """Everything that a form of the house must say."""
    house = next(p for p in procedures.everything() if p["id"] == "house-complaints")
    form = next(f for f in house["complaints"]["forms"] if f["id"] == form)
    return {f["name"]: "as it was" for f in form["fields"] if f.get("required", True)}


class Log:
    """Events at local times of one place, in the form in which a complaint keeps them."""

    def __init__(self, zone, unit="C"):
        self.zone, self.unit, self.events = ZoneInfo(zone), unit, []

    def text(self, local):
        moment = datetime.fromisoformat(local).replace(tzinfo=self.zone)
        offset = moment.utcoffset() // timedelta(minutes=1)
        if offset == 0:
            return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
        sign = "-" if offset < 0 else "+"
        return moment.strftime("%Y-%m-%dT%H:%M:%S") + f"{sign}{abs(offset) // 60:02}:{abs(offset) % 60:02}"

    def __call__(self, kind, local, about=None, by=("E1", "operator", None), recorded_at=None, **says):
        person, role, unit = by
        event = {
            "kind": kind,
            "id": f"e{len(self.events) + 1}",
            "occurred_at": self.text(local),
            "recorded_at": self.text(recorded_at or local),
            "actor": {"person_id": person, "role": role, "unit_id": unit or self.unit},
            **SAYS.get(kind, {}),
        }
        for key in ("due_at", "received_at"):
            if key in says:
                says[key] = self.text(says[key])
        if about:
            says[ABOUT.get(kind, "about")] = about
        self.events.append({**event, **says})
        return self

    def says(self, **more):
        """The last event says more."""
        self.events[-1].update(more)
        return self


# What a receipt says itself; the rest stands beside the log.
OF_RECEIPT = ("firm_kind", "complainant_kind", "trigger", "channel", "line", "digital", "group_size")


def asked(names, log, as_of, units=None, **facts):
    known = {k: v for k, v in {**FACTS, **facts}.items() if v is not None}
    received, *later = log.events
    received = {**received, **{k: v for k, v in known.items() if k in OF_RECEIPT}}
    beside = {k: v for k, v in known.items() if k not in OF_RECEIPT}
    out = {
        "as_of": as_of,
        "procedures": names.split(),
        "complaint": {"complaint_id": "K-1", "events": [received, *later]},
    }
    if beside:
        out["facts"] = beside
    if units:
        out["units"] = units
    return out


def deadlines(name, names, log, as_of, why, **more):
    case("clocks", name, "complaint_deadlines", asked(names, log, log.text(as_of), **more), why)


# Starts of a log for each procedure, in its own place: around its long holidays and working
# weekends, month ends, 29 February and the change of clocks.
STARTS = {
    "cn-2020-3": ["2025-01-20T10:00", "2024-01-31T23:59", "2024-02-29T00:00", "2026-02-12T16:00", "2025-09-28T09:00", "2023-08-31T12:00"],
    "cn-2013-8": ["2019-01-30T10:00", "2014-01-24T16:00", "2016-02-29T09:00", "2018-09-30T09:00", "2017-01-26T17:00", "2020-02-28T11:00"],
    "uk-disp": ["2025-03-28T17:30", "2025-10-24T09:00", "2024-02-29T23:59", "2025-12-23T12:00", "2025-08-31T00:30", "2026-06-01T00:00"],
    "uk-disp@2026.1": ["2026-06-01T00:00", "2026-08-28T17:30", "2026-10-23T23:59", "2026-12-24T12:00", "2026-07-31T09:00"],
    "fr-acpr": ["2025-03-29T09:00", "2024-02-29T09:00", "2025-12-31T18:00", "2025-04-30T10:00", "2024-12-20T10:00"],
    "ie-cpc-2025": ["2026-03-27T09:00", "2026-04-30T23:30", "2026-10-23T10:00", "2026-05-29T10:00", "2026-08-31T08:00"],
    "de-bafin": ["2025-03-28T09:00", "2024-02-29T10:00", "2025-10-25T23:59", "2025-12-31T12:00", "2024-01-31T12:00"],
    "sg-fachr": ["2025-01-27T10:00", "2024-02-29T17:00", "2025-08-08T10:00", "2025-10-31T23:00", "2026-02-13T09:00"],
    "in-2024": ["2025-01-31T10:00", "2024-08-14T23:59", "2025-10-20T09:00", "2025-02-28T09:00", "2024-12-31T12:00"],
    "au-rg271": ["2025-04-04T16:00", "2025-10-03T10:00", "2024-02-29T09:00", "2025-12-24T17:00", "2026-01-31T23:59"],
    "kr-practice": ["2025-01-24T10:00", "2024-02-29T10:00", "2025-10-02T18:00", "2025-12-31T23:59", "2024-09-13T09:00"],
    "jp-adr": ["2025-01-31T10:00", "2024-01-31T10:00", "2024-02-29T10:00", "2025-04-30T09:00", "2025-12-31T23:59"],
    "us-ca": ["2025-03-08T10:00", "2024-02-10T10:00", "2025-11-01T23:30", "2025-12-20T09:00", "2025-01-31T09:00"],
    "us-tx": ["2025-03-08T10:00", "2024-02-20T10:00", "2025-11-01T23:30", "2025-12-22T09:00", "2025-01-31T09:00"],
    "house-complaints": ["2025-01-24T16:59", "2025-01-24T17:00", "2024-02-08T09:00", "2025-09-30T11:00", "2026-02-13T18:00", "2024-02-29T08:59"],
}

# Facts with which every clock of a procedure applies in some case.
KINDS = {
    "cn-2020-3": [{"complexity": "simple"}, {"complexity": "complex"}, {"group_size": 25, "channel": "in_person"}],
    "cn-2013-8": [{"complexity": "simple"}, {"complexity": "complex"}],
    "uk-disp": [{}, {"line": "payment_services"}],
    "uk-disp@2026.1": [{}, {"line": "payment_services"}],
    "ie-cpc-2025": [{"digital": True}],
    "au-rg271": [{}, {"line": "superannuation"}, {"line": "death_benefit"}],
    "jp-adr": [{"class": "life"}, {"class": "non_life"}],
    "us-ca": [{"trigger": "regulator_inquiry"}, {"trigger": "complaint"}],
    "us-tx": [{"trigger": "regulator_inquiry"}],
}


def zone_of(name):
    return next(p for p in procedures.everything() if p["id"] == name.partition("@")[0])["complaints"]["time_zone"]


def after(start, days, hours=0):
    return (datetime.fromisoformat(start) + timedelta(days=days, hours=hours)).isoformat()


def life(log, start):
    """Everything that starts a clock, slowly enough that some are missed."""
    log("received", start)
    log("registered", after(start, 1))
    log("notice_sent", after(start, 1, 1), about="objection_period_ended")
    log("transfer_offered", after(start, 1, 2))
    log("coordination_asked", after(start, 2))
    log("transfer_accepted", after(start, 2, 1))
    log("handled", after(start, 12))
    log("fed_back", after(start, 13))
    log("closed", after(start, 14))
    log("recheck_requested", after(start, 20))
    log("referred", after(start, 21))
    log("referral_ended", after(start, 40))
    return log


for name, starts in STARTS.items():
    for number, start in enumerate(starts, 1):
        for variant, facts in enumerate(KINDS.get(name, [{}]), 1):
            short = f"{name.replace('@', '_')}_{number}_{variant}"
            zone = zone_of(name)
            deadlines(f"{short}_open", name, Log(zone)("received", start)("registered", after(start, 0, 2))("notice_sent", after(start, 0, 3), about="objection_period_ended"), after(start, 9), f"{name}: received {start}, asked on the ninth day.", **facts)
            deadlines(f"{short}_whole", name, life(Log(zone), start), after(start, 45), f"{name}: received {start}, every step taken, asked on day 45.", **facts)

CN = "Asia/Shanghai"

# Worked out by hand: 20 January 2025 + 15 days = 4 February, Spring Festival or not.
deadlines("spring_festival_calendar_days", "cn-2020-3", Log(CN)("received", "2025-01-20T10:00"), "2025-02-04T23:59:59", "Calendar days run through Spring Festival: due 2025-02-04, one second left.")
deadlines("day_closed_at_midnight", "cn-2020-3", Log(CN)("received", "2025-01-20T10:00"), "2025-02-05T00:00:00", "Midnight is the first instant that is too late.")
deadlines("met_in_the_last_second", "cn-2020-3", Log(CN)("received", "2025-01-20T10:00")("handled", "2025-02-04T23:59:59")("fed_back", "2025-02-05T00:00:00"), "2025-02-06T09:00", "Decided in the last second, told a second later: one met, one missed.")

# A pause across Spring Festival: 28 January to 5 February are eight days, whatever days they are.
PAUSED = [("received", "2025-01-20T10:00", {}), ("paused", "2025-01-28T15:00", {"about": "external_appraisal"}), ("resumed", "2025-02-05T09:00", {})]


def log_of(events, zone=CN, unit="C"):
    log = Log(zone, unit)
    for kind, at, more in events:
        log(kind, at, **more)
    return log


deadlines("pause_across_a_holiday", "cn-2020-3 house-complaints", log_of(PAUSED), "2025-02-08T12:00", "Eight days left out: 4 February becomes 12 February; the house's 10 days roll back from a day off first.")
deadlines("pause_still_open", "cn-2020-3 house-complaints", log_of(PAUSED[:2]), "2025-02-01T12:00", "Time stands still; the due day moves with the asking day.")
BACK = [("received", "2025-01-16T09:00", {}), ("paused", "2025-01-21T09:00", {"about": "external_appraisal"}), ("resumed", "2025-01-30T09:00", {})]
deadlines("rolled_back_into_a_pause_still_open", "house-complaints", log_of(BACK[:2]), "2025-01-31T09:00", "Ten days left out: 5 February. While it lasts no day off is rolled back to before it.")
deadlines("never_rolled_back_into_a_pause", "house-complaints", log_of(BACK), "2025-01-31T09:00", "Nine days left out: 4 February, a day off. 27 January is worked but lies within the pause: the next working day, the 5th, takes its place.")
deadlines("rolled_back_to_the_end_of_a_pause", "house-complaints", log_of([("received", "2025-01-16T09:00", {}), ("paused", "2025-01-21T09:00", {"about": "external_appraisal"}), ("resumed", "2025-01-27T09:00", {})]), "2025-01-31T09:00", "Six days left out: 1 February, a day off, back to 27 January, on which the pause was over.")
deadlines("pause_begins_and_ends_on_holidays", "house-complaints", log_of([("received", "2025-01-24T09:00", {}), ("paused", "2025-01-29T09:00", {"about": "waiting_for_complainant"}), ("resumed", "2025-02-02T09:00", {})]), "2025-02-10T12:00", "A pause within the holiday moves calendar days by its length, and nothing else.")
deadlines("pause_of_some_hours", "cn-2020-3", log_of([("received", "2025-03-03T09:00", {}), ("paused", "2025-03-05T09:00", {"about": "external_appraisal"}), ("resumed", "2025-03-05T18:00", {})]), "2025-03-10T12:00", "A pause within a day leaves out no day.")
deadlines("pauses_that_touch", "cn-2020-3", log_of([("received", "2025-03-03T09:00", {}), ("paused", "2025-03-05T09:00", {"about": "external_appraisal"}), ("resumed", "2025-03-07T12:00", {}), ("paused", "2025-03-07T12:00", {"about": "external_appraisal"}), ("resumed", "2025-03-10T18:00", {})]), "2025-03-12T12:00", "Two pauses that touch are worth as much as one: five days.")
deadlines("pause_for_no_allowed_reason", "cn-2020-3", log_of([("received", "2025-03-03T09:00", {}), ("paused", "2025-03-05T09:00", {"about": "handler_on_leave"}), ("resumed", "2025-03-12T09:00", {})]), "2025-03-15T12:00", "An internal pause never moves a legal clock.")
deadlines("internal_pause_moves_the_house_only", "cn-2020-3 house-complaints", log_of([("received", "2025-03-03T09:00", {}), ("paused", "2025-03-05T09:00", {"about": "waiting_for_complainant"}), ("resumed", "2025-03-17T09:00", {})]), "2025-03-17T12:00", "The house's clock moves beyond the law's, so that the law's governs.")
deadlines("pause_entered_when_time_was_over", "cn-2020-3", log_of([("received", "2025-03-03T09:00", {}), ("paused", "2025-03-10T09:00", {"about": "external_appraisal", "recorded_at": "2025-03-20T09:00"})]), "2025-03-21T12:00", "Entered after the 18th: the miss stands, and the refusal is listed.")

# Restart, classification, extension.
deadlines("restart_on_new_facts", "cn-2020-3", log_of([("received", "2025-03-03T09:00", {}), ("new_facts", "2025-03-13T09:00", {})]), "2025-03-20T12:00", "Fifteen days from the new material: 28 March; the old due instant stays visible.")
deadlines("new_facts_on_the_last_day", "cn-2020-3", log_of([("received", "2025-03-03T09:00", {}), ("new_facts", "2025-03-18T23:00", {})]), "2025-03-20T12:00", "The last day is in time.")
deadlines("new_facts_a_day_late", "cn-2020-3", log_of([("received", "2025-03-03T09:00", {}), ("new_facts", "2025-03-19T00:00", {})]), "2025-03-20T12:00", "Too late: the miss stands.")
deadlines("restart_drops_pauses", "cn-2020-3", log_of([("received", "2025-03-03T09:00", {}), ("paused", "2025-03-04T09:00", {"about": "external_appraisal"}), ("resumed", "2025-03-08T09:00", {}), ("new_facts", "2025-03-10T09:00", {})]), "2025-03-20T12:00", "What was left out before the new start is no longer needed.")
deadlines("classified_in_time", "cn-2020-3", log_of([("received", "2025-03-03T09:00", {}), ("classified", "2025-03-18T22:00", {"complexity": "complex"})]), "2025-03-20T12:00", "Complex on the fifteenth day: thirty days from receipt; the simple clock is moot.")
deadlines("classified_too_late", "cn-2020-3", log_of([("received", "2025-03-03T09:00", {}), ("classified", "2025-03-19T00:00", {"complexity": "complex"})]), "2025-03-20T12:00", "A day late: the miss of the simple clock stands beside the complex one.")
deadlines("classification_entered_too_late", "cn-2020-3", log_of([("received", "2025-03-03T09:00", {}), ("classified", "2025-03-10T00:00", {"complexity": "complex", "recorded_at": "2025-03-25T09:00"})]), "2025-03-26T12:00", "Dated in time, entered too late: the miss stands.")

EXTENDED = [("received", "2025-03-03T09:00", {}), ("classified", "2025-03-04T09:00", {"complexity": "special"})]
ASKED = ("extension_asked", "2025-04-02T09:00", {"by": ("P1", "operator", None)})


def approved(at, **more):
    return ("extension_approved", at, {"by": ("P2", "leader", "P"), **more})


def told(at):
    return ("notice_sent", at, {"about": "extension"})


def extension(name, events, why, as_of="2025-04-05T12:00", names="cn-2020-3", unit="C"):
    deadlines(f"extension_{name}", names, log_of(EXTENDED + events, unit=unit), as_of, why, units=UNITS)


extension("on_the_last_day", [ASKED, approved("2025-04-02T16:00"), told("2025-04-02T17:00")], "Asked, granted and told on 2 April, the thirtieth day: due 2 May.")
extension("told_first", [ASKED, told("2025-04-02T15:00"), approved("2025-04-02T16:00")], "The notice may come before the grant.")
extension("a_day_late", [ASKED, approved("2025-04-03T00:00"), told("2025-04-03T09:00")], "Granted when the thirtieth day was over: the miss stands.")
extension("notice_a_day_late", [ASKED, approved("2025-04-02T16:00"), told("2025-04-03T00:00")], "Granted in time, told too late: the miss stands.")
extension("without_notice", [ASKED, approved("2025-04-02T16:00")], "Granted in time, never told.")
extension("not_yet_told", [ASKED, approved("2025-04-02T16:00")], "Granted, the notice still due today.", "2025-04-02T18:00")
extension("by_the_asker", [ASKED, approved("2025-04-02T16:00", by=("P1", "leader", "P")), told("2025-04-02T17:00")], "Nobody grants their own request.")
extension("by_a_peer", [ASKED, approved("2025-04-02T16:00", by=("P2", "leader", "C")), told("2025-04-02T17:00")], "The law asks for a superior body.")
extension("by_head_office", [ASKED, approved("2025-04-02T16:00", by=("P2", "leader", "HO")), told("2025-04-02T17:00")], "Or a senior manager of the head office, which has nobody above it.", unit="HO")
extension("twice", [ASKED, approved("2025-04-02T16:00"), told("2025-04-02T17:00"), approved("2025-04-20T16:00"), told("2025-04-20T17:00")], "Thirty more days once, and no more: sixty at most.", "2025-04-25T12:00")
extension("entered_late", [ASKED, approved("2025-04-02T16:00", recorded_at="2025-04-03T08:00"), told("2025-04-02T17:00")], "Dated in time, entered too late.")
extension("seen_from_before", [ASKED, approved("2025-04-02T16:00"), told("2025-04-02T17:00")], "Asked for the day before, nothing of it is known.", "2025-04-01T12:00")

TX = Log("America/Chicago")("received", "2025-03-03T09:00")("extension_asked", "2025-03-13T17:00")("extension_approved", "2025-03-17T10:00", by=("E2", "leader", None), until="2025-03-24")
deadlines("extension_asked_in_time_granted_later", "us-tx", TX, "2025-03-18T12:00", "Texas: asked in writing before the tenth day ended; the answer may come later.", trigger="regulator_inquiry")
TX = Log("America/Chicago")("received", "2025-03-03T09:00")("extension_asked", "2025-03-14T00:00")("extension_approved", "2025-03-17T10:00", by=("E2", "leader", None), until="2025-03-24")
deadlines("extension_asked_a_day_late", "us-tx", TX, "2025-03-18T12:00", "Texas: asked when the tenth day was over.", trigger="regulator_inquiry")

# Procedures of different times, merges, given dates, paperwork in any order.
deadlines("version_at_the_start_old", "cn-2013-8 cn-2020-3", Log(CN)("received", "2020-02-28T10:00")("registered", "2020-02-29T23:59"), "2020-03-02T10:00", "Accepted on the last day of the old order, received before the new one: the old one, for its clocks.")
deadlines("version_at_the_start_new", "cn-2013-8 cn-2020-3", Log(CN)("received", "2020-03-01T00:00")("registered", "2020-03-01T08:00"), "2020-03-02T10:00", "Received on the first day of the new order.")
deadlines("pause_kept_when_the_version_changes", "uk-disp", Log("Europe/London")("received", "2026-05-20T10:00")("paused", "2026-05-25T10:00", about="external_appraisal")("resumed", "2026-06-20T10:00"), "2026-06-21T10:00", "DISP grants no pause, in the version of the start or any other.")
deadlines("merge_takes_the_earliest_receipt", "cn-2020-3", Log(CN)("received", "2025-03-10T09:00")("absorbed", "2025-03-12T09:00", received_at="2025-03-03T09:00"), "2025-03-15T09:00", "The survivor of a merge takes the earlier receipt: 18 March.")
deadlines("registered_late_started_at_receipt", "cn-2020-3", Log(CN)("received", "2025-03-03T09:00", recorded_at="2025-03-12T09:00"), "2025-03-15T09:00", "Entered nine days later; the clock started at receipt.")
deadlines("not_known_yet", "cn-2020-3", Log(CN)("received", "2025-03-03T09:00", recorded_at="2025-03-12T09:00"), "2025-03-11T09:00", "Before it was entered nobody could know of it.")
deadlines("form_filed_before_it_was_due", "house-complaints", Log(CN)("received", "2025-03-03T09:00")("form_filed", "2025-03-04T09:00", about="handling", fields=whole("handling"))("handled", "2025-03-05T09:00"), "2025-03-06T09:00", "Paperwork comes in any order.")
deadlines("withdrawn_in_time", "cn-2020-3", Log(CN)("received", "2025-03-03T09:00")("withdrawn", "2025-03-10T09:00"), "2025-03-20T09:00", "Withdrawn in time: moot.")
deadlines("withdrawn_too_late", "cn-2020-3", Log(CN)("received", "2025-03-03T09:00")("withdrawn", "2025-03-19T09:00"), "2025-03-20T09:00", "Withdrawn when time was over: the miss stands.")
deadlines("due_set", "house-complaints", Log(CN)("received", "2025-03-03T09:00")("due_set", "2025-03-03T10:00", due_at="2025-03-08T00:00"), "2025-03-06T09:00", "A date that someone set governs when it is the earliest.")
deadlines("due_set_again_in_time", "house-complaints", Log(CN)("received", "2025-03-03T09:00")("due_set", "2025-03-03T10:00", due_at="2025-03-08T00:00", duty="inform")("due_set", "2025-03-07T10:00", due_at="2025-03-12T00:00", duty="inform")("fed_back", "2025-03-10T09:00"), "2025-03-13T09:00", "Moved in time, and met.")
deadlines("due_set_again_too_late", "house-complaints", Log(CN)("received", "2025-03-03T09:00")("due_set", "2025-03-03T10:00", due_at="2025-03-08T00:00")("due_set", "2025-03-08T00:00", due_at="2025-03-12T00:00"), "2025-03-09T09:00", "Moved when it was over: the miss stands.")
deadlines("sent_counts_in_france", "fr-acpr", Log("Europe/Paris")("received", "2025-04-17T09:00", sent_on="2025-04-14"), "2025-04-20T09:00", "From sending: ten business days from 14 April, past Easter Monday and 1 May.")
deadlines("sent_unknown_counts_from_receipt", "fr-acpr", Log("Europe/Paris")("received", "2025-04-17T09:00"), "2025-04-20T09:00", "Nobody knows the day of sending.")
deadlines("updates_recur", "ie-cpc-2025", Log("Europe/Dublin")("received", "2026-04-01T09:00")("notice_sent", "2026-04-20T09:00", about="update")("notice_sent", "2026-05-22T09:00", about="update"), "2026-05-25T09:00", "Each update starts the next twenty business days.")
deadlines("hours_through_the_change_of_clocks", "au-rg271", Log("Australia/Sydney")("received", "2025-04-05T14:00"), "2025-04-06T12:00", "Twenty-four hours are twenty-four hours: 13:00 on the wall next day.")
deadlines("working_hours_over_lunch_and_night", "house-complaints", Log(CN)("received", "2025-03-07T09:00")("transfer_offered", "2025-03-07T11:00"), "2025-03-10T09:00", "One hour before lunch, four after, three on Monday: due Monday 12:00.")
deadlines("working_hours_from_a_holiday", "house-complaints", Log(CN)("received", "2025-01-29T09:00")("transfer_offered", "2025-01-29T11:00"), "2025-02-05T12:00", "Nothing runs before 5 February, 09:00.")
deadlines("working_weekend", "house-complaints", Log(CN)("received", "2025-01-24T16:00"), "2025-01-26T09:00", "Sunday 26 January 2025 is worked: one business day from Friday.")
deadlines("procedure_refused", "de-bafin", Log("Europe/Berlin")("received", "2025-01-24T16:00"), "2025-01-26T09:00", "A procedure for insurers refuses a broker.", firm_kind="intermediary")
deadlines("procedure_refused_for_want_of_facts", "sg-fachr cn-2020-3", Log(CN)("received", "2025-01-24T16:00"), "2025-01-26T09:00", "Unknown is refused too.", complainant_kind=None, firm_kind=None)
deadlines("condition_unknown_is_assumed", "au-rg271", Log("Australia/Sydney")("received", "2025-01-24T16:00"), "2025-01-26T09:00", "Without a line of business nobody can say that the thirty days are not meant.", line=None)
NAMED = [("received", "2025-03-03T09:00", {}), ("extension_asked", "2025-03-05T09:00", {"clock": "decide"}), ("notice_sent", "2025-03-06T08:00", {"about": "extension"}), ("extension_approved", "2025-03-06T09:00", {"by": ("P2", "leader", "P")})]
deadlines("extension_of_a_named_duty", "house-complaints cn-2020-3", log_of(NAMED), "2025-03-07T09:00", "More time for the decision: the house grants five days, the law's simple clock none.", units=UNITS)
NAMED[1] = ("extension_asked", "2025-03-05T09:00", {"clock": "decide-complex"})
deadlines("extension_of_another_clock", "house-complaints", log_of(NAMED), "2025-03-07T09:00", "More time for a clock that the house does not have moves none of its own.", units=UNITS)
deadlines("extension_after_a_transfer", "cn-2020-3", log_of([EXTENDED[0], ("transfer_offered", "2025-03-03T10:00", {"to_unit": "P"}), ("transfer_accepted", "2025-03-03T11:00", {}), EXTENDED[1], ASKED, approved("2025-04-02T16:00"), told("2025-04-02T17:00")]), "2025-04-05T12:00", "The province handles it by then, and is not above itself.", units=UNITS)
deadlines("extension_without_units", "cn-2020-3", log_of(EXTENDED + [ASKED, approved("2025-04-02T16:00", by=("P2", "leader", "C")), told("2025-04-02T17:00")]), "2025-04-05T12:00", "Without the units what was accepted then is taken at its word.")

# From one law to the next: received in the last days of the old order, entered into the register under the new one.
LAST_DAYS = [("received", "2020-02-28T11:00", {}), ("registered", "2020-03-03T09:00", {})]
deadlines("old_order_keeps_what_it_received", "cn-2013-8", log_of(LAST_DAYS), "2020-03-10T09:00", "Accepted after the repeal, received before it: ten working days from 3 March are 17 March.", complexity="simple")
deadlines("old_order_keeps_it_to_the_end", "cn-2013-8 cn-2020-3", log_of([*LAST_DAYS, ("handled", "2020-03-16T09:00", {}), ("fed_back", "2020-03-20T09:00", {}), ("recheck_requested", "2020-04-01T09:00", {})]), "2020-04-10T09:00", "Told within five working days under the old order; a recheck asked for under both, of which the old 30 days are stricter than the new 60.", complexity="simple")
deadlines("new_order_alone_is_silent_about_the_old_days", "cn-2020-3", log_of(LAST_DAYS), "2020-03-10T09:00", "Received before its first day: nothing begins, and that is said.", complexity="simple")
deadlines("old_order_of_a_later_receipt", "cn-2013-8", log_of([("received", "2020-03-01T00:00", {}), ("registered", "2020-03-02T09:00", {})]), "2020-03-10T09:00", "Received on the day of the repeal: no complaint of the old order.", complexity="simple")
deadlines("old_order_before_acceptance", "cn-2013-8", log_of(LAST_DAYS[:1]), "2020-02-28T12:00", "It counts from acceptance, which is still to come.", complexity="simple")
deadlines("a_version_asked_for_is_never_silent", "cn-2013-8@2013.1", log_of([("received", "2025-03-03T09:00", {}), ("registered", "2025-03-03T10:00", {})]), "2025-03-05T09:00", "Asked for by its version it judges whenever.", complexity="simple")
deadlines("law_and_house_of_an_old_complaint", "cn-2020-3 house-complaints", log_of([("received", "2019-03-04T09:00", {})]), "2019-03-05T09:00", "The house has its clocks, and the law none: that is said though a decision is due.")
deadlines("withdrawn_before_acceptance", "cn-2013-8", log_of([("received", "2019-03-04T09:00", {}), ("withdrawn", "2019-03-05T09:00", {})]), "2019-03-06T09:00", "It ended before any clock had begun.", complexity="simple")

# Forms as they are filed.
FORM = [("received", "2025-03-03T09:00", {}), ("handled", "2025-03-05T09:00", {})]
INCOMPLETE = ("form_filed", "2025-03-06T09:00", {"about": "handling", "fields": {"complaint_id": "K-1"}})
deadlines("incomplete_form_meets_no_clock", "house-complaints", log_of([*FORM, INCOMPLETE]), "2025-03-07T09:00", "Filed without most of what it must say: its clock runs on, and what it lacks is named.")
deadlines("form_completed", "house-complaints", log_of([*FORM, INCOMPLETE, ("form_filed", "2025-03-07T09:00", {"about": "handling", "fields": whole("handling")})]), "2025-03-10T09:00", "Filed whole a day later, which meets its clock.")
deadlines("form_misspelt", "house-complaints", log_of([*FORM, ("form_filed", "2025-03-06T09:00", {"about": "handeling", "fields": whole("handling")})]), "2025-03-07T09:00", "No procedure has such a form; the nearest is named, and the clock runs on.")
deadlines("form_of_another_house", "cn-2020-3", log_of([*FORM, ("form_filed", "2025-03-06T09:00", {"about": "handover"})]), "2025-03-07T09:00", "The law asks for no forms, and has nothing against any.")

# More time, when nobody says where the units stand.
deadlines("extension_without_units_by_a_senior", "cn-2020-3", log_of([*EXTENDED, ASKED, approved("2025-04-02T16:00", by=("P2", "head_office_senior", "HO")), told("2025-04-02T17:00")]), "2025-04-05T12:00", "The role says enough.")
deadlines("possibility_that_lapsed", "cn-2020-3", log_of([("received", "2025-03-03T09:00", {}), ("handled", "2025-03-05T09:00", {}), ("fed_back", "2025-03-05T10:00", {}), ("recheck_requested", "2025-05-05T10:00", {})]), "2025-05-06T12:00", "Thirty days to ask for a recheck are over: lapsed, though it was asked for later.", complexity="simple")

# A pause ends with whatever leaves nothing to resume.
BASE = [("received", "2025-01-16T09:00", {}), ("registered", "2025-01-16T09:00", {})]
STILL = ("paused", "2025-01-17T09:00", {"about": "external_appraisal"})
DECLINED = ("declined", "2025-01-18T09:00", {"by": ("E9", "leader", None)})
OUTSIDE = [("referred", "2025-01-18T09:00", {}), ("referral_ended", "2025-01-25T09:00", {"result": "decided", "outcome": "upheld"})]
deadlines("pause_ended_by_declining", "cn-2020-3 house-complaints", log_of([*BASE, STILL, DECLINED]), "2025-12-01T12:00", "Declined in a pause: one day is left out, nobody was told by 16 February, and that is missed.", complexity="complex")
deadlines("pause_ended_by_declining_told_late", "cn-2020-3", log_of([*BASE, STILL, DECLINED, ("notice_sent", "2025-04-30T09:00", {"about": "declined"})]), "2025-05-01T12:00", "Told on 30 April what was due on 16 February: missed, and done late.", complexity="complex")
deadlines("pause_ended_by_going_outside", "cn-2020-3", log_of([*BASE, STILL, OUTSIDE[0]]), "2025-03-01T12:00", "With the body outside nobody can resume it: the clocks run on from the eighteenth.", complexity="complex")
deadlines("pause_ended_by_a_decision_outside", "cn-2020-3 house-complaints", log_of([*BASE, STILL, *OUTSIDE, ("fed_back", "2025-09-25T09:00", {})]), "2025-10-01T12:00", "Decided outside in January, told in September: the decision is met, telling it missed.", complexity="complex")
deadlines("pause_entered_after_the_end", "cn-2020-3", log_of([*BASE, ("paused", "2025-01-17T09:00", {"about": "external_appraisal", "recorded_at": "2025-01-20T09:00"}), ("declined", "2025-01-18T09:00", {"recorded_at": "2025-01-21T09:00"})]), "2025-03-01T12:00", "The pause was entered after the day on which it ended; it still leaves out its one day, and no more.", complexity="complex")
deadlines("pause_after_a_return_from_outside", "cn-2020-3", log_of([*BASE, OUTSIDE[0], ("referral_ended", "2025-01-20T09:00", {"result": "returned"}), ("paused", "2025-01-21T09:00", {"about": "external_appraisal"})]), "2025-01-25T12:00", "Back from outside it is worked on again, and may be paused.", complexity="complex")

# Decided outside.
deadlines("decided_outside_in_time", "cn-2020-3 house-complaints", log_of([*BASE, *OUTSIDE, ("fed_back", "2025-01-26T09:00", {}), ("closed", "2025-01-27T09:00", {})]), "2025-06-01T12:00", "Decided on 25 January, due on the 31st: met, under the law and the house.", complexity="simple")
deadlines("settled_outside_under_the_old_order", "cn-2013-8", log_of([("received", "2019-03-04T09:00", {}), ("registered", "2019-03-04T09:00", {}), ("referred", "2019-03-05T09:00", {}), ("referral_ended", "2019-03-06T09:00", {"result": "settled", "outcome": "upheld"})]), "2019-03-20T09:00", "Settled outside: decided, and to be told within five working days, which nobody did.", complexity="simple")
deadlines("due_set_decided_outside", "house-complaints", log_of([*BASE, ("due_set", "2025-01-16T10:00", {"due_at": "2025-01-27T00:00"}), *OUTSIDE]), "2025-06-01T12:00", "A date that someone set for the decision is met by one outside.")

# Taken up again.
CLOSED = [("received", "2025-01-06T09:00", {}), ("registered", "2025-01-06T09:00", {}), ("handled", "2025-01-08T09:00", {}), ("fed_back", "2025-01-09T09:00", {}), ("closed", "2025-01-10T09:00", {})]
AGAIN = ("reopened", "2025-03-01T09:00", {"facts": "a photo"})
deadlines("reopened_starts_anew", "cn-2020-3 house-complaints", log_of([*CLOSED, AGAIN]), "2025-03-10T12:00", "New facts on 1 March: fifteen days from there; the first runs stay met.", complexity="simple")
deadlines("reopened_and_forgotten", "cn-2020-3", log_of([*CLOSED, AGAIN]), "2026-03-01T12:00", "A year later both are missed since 17 March 2025.", complexity="simple")
deadlines("reopened_for_facts_that_came_before", "cn-2020-3", log_of([*CLOSED, ("new_facts", "2025-02-20T09:00", {}), AGAIN]), "2025-03-10T12:00", "The material came on 20 February, and the period runs from its receipt.", complexity="simple")
deadlines("new_facts_after_reopening", "cn-2020-3", log_of([*CLOSED, AGAIN, ("new_facts", "2025-03-05T09:00", {})]), "2025-03-10T12:00", "More new facts move the new run to 20 March.", complexity="simple")
deadlines("sent_back_starts_anew", "cn-2020-3 house-complaints", log_of([*CLOSED, ("recheck_requested", "2025-01-20T09:00", {}), ("recheck_decided", "2025-02-10T09:00", {"result": "sent_back"})]), "2025-02-12T12:00", "Sent back by the superior unit: to be decided and told anew, fifteen days from there.", complexity="simple")
deadlines("confirmed_starts_nothing", "cn-2020-3", log_of([*CLOSED, ("recheck_requested", "2025-01-20T09:00", {}), ("recheck_decided", "2025-02-10T09:00", {"result": "confirmed"})]), "2025-02-12T12:00", "Confirmed by the superior unit: nothing is decided anew.", complexity="simple")
deadlines("withdrawn_and_reopened", "cn-2020-3", log_of([*CLOSED[:2], ("withdrawn", "2025-01-08T09:00", {}), AGAIN]), "2025-03-10T12:00", "The first runs are moot, the second run from the reopening.", complexity="simple")
deadlines("declined_untold_and_reopened", "cn-2020-3", log_of([*CLOSED[:2], ("declined", "2025-01-08T09:00", {}), AGAIN]), "2025-03-10T12:00", "Nobody told the declination by 21 January: that stays missed and never done; the second runs are open.", complexity="simple")
deadlines("a_notice_before_reopening_answers_nothing", "cn-2020-3", log_of([*CLOSED[:2], ("declined", "2025-01-08T09:00", {}), ("notice_sent", "2025-01-09T09:00", {"about": "declined"}), ("notice_sent", "2025-01-10T09:00", {"about": "declined"}), AGAIN]), "2025-03-10T12:00", "The notice sent twice is about the first decision.", complexity="simple")
deadlines("reopening_entered_after_its_decision", "cn-2020-3", log_of([*CLOSED, ("reopened", "2025-03-01T09:00", {"facts": "a photo", "recorded_at": "2025-03-08T09:00"}), ("handled", "2025-03-05T09:00", {"recorded_at": "2025-03-08T10:00"})]), "2025-03-10T12:00", "Entered late, and decided on the fifth: met; telling it is open.", complexity="simple")
deadlines("reopened_under_the_old_order", "cn-2013-8", log_of([("received", "2019-03-04T09:00", {}), ("registered", "2019-03-04T09:00", {}), ("handled", "2019-03-06T09:00", {}), ("fed_back", "2019-03-07T09:00", {}), ("closed", "2019-03-08T09:00", {}), ("reopened", "2019-04-01T09:00", {"facts": "a photo"})]), "2019-04-02T09:00", "The old order says nothing of new facts: the decision is open again, and no clock is on it.", complexity="simple")

# Never done, and the cut-off before a day off.
deadlines("never_acknowledged", "house-complaints", log_of([*BASE, DECLINED]), "2025-02-01T12:00", "Due within a day, and never done: declining left nothing to acknowledge.")
deadlines("cut_off_before_a_weekend", "house-complaints", log_of([("received", "2025-03-07T17:30", {})]), "2025-03-08T12:00", "Friday after 17:00 is Monday: one working day from there is Tuesday 11 March.")
deadlines("cut_off_on_a_weekend", "house-complaints", log_of([("received", "2025-03-08T10:00", {})]), "2025-03-08T12:00", "Saturday is Monday too, and not due before a start of Friday evening.")
deadlines("cut_off_before_a_working_weekend", "house-complaints", log_of([("received", "2025-01-25T17:30", {})]), "2025-01-26T09:00", "Saturday evening before a worked Sunday is that Sunday: due on Monday 27 January.")
