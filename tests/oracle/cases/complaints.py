"""The life of a complaint: what is accepted with which effects, what is refused with which reasons."""
from cases.clocks import CN, Log, UNITS
from vectors import case

BOTH = ["cn-2020-3", "house-complaints"]
OTHER = UNITS + [{"id": "D", "name": "Another city", "level": "city", "parent": "P"}]
DESK, LEADER, HAND = ("E1", "operator", "C"), ("E9", "leader", "C"), ("E2", "handler", "C")
ABOVE, ARCHIVIST = ("P9", "leader", "P"), ("A1", "archivist", "C")


def begun(**says):
    facts = {"firm_kind": "insurer", "complainant_kind": "individual", "trigger": "complaint", "channel": "phone"}
    return Log(CN)("received", "2025-06-02T09:00", by=("E0", "collector", "C"), **{**facts, **says})


def registered(**says):
    return begun(**says)("registered", "2025-06-02T10:00", by=DESK)


def classified(class_="simple", **says):
    log = registered(**says)("classified", "2025-06-02T11:00", by=DESK, complexity=class_)
    return log("handler_assigned", "2025-06-02T12:00", by=LEADER, handler_id="E2")


def fed_back():
    return classified()("handled", "2025-06-05T09:00", by=HAND)("fed_back", "2025-06-05T10:00", by=HAND)


def of(log, name="K-1"):
    return {"complaint_id": name, "events": log.events}


def apply(name, log, why, procedures=BOTH, units=OTHER):
    *before, event = log.events
    so_far = {"complaint_id": "K-1", "events": before} if before else {"complaint_id": "K-1"}
    json = {"complaint": so_far, "event": event, "units": units}
    if procedures:
        json["procedures"] = procedures
    case("complaints", f"apply_{name}", "complaint_apply", json, why)


apply("receipt", begun(), "A receipt sets every clock that starts there, and asks for two forms.")
apply("receipt_without_procedures", begun(), "The plain way knows neither forms nor deadlines.", procedures=None)
apply("no_receipt", Log(CN)("registered", "2025-06-02T09:00", by=DESK), "A log begins with its receipt.", procedures=None)
apply("classified_complex", registered()("classified", "2025-06-03T09:00", by=DESK, complexity="complex"), "The clock of simple complaints is moot, and that of complex ones goes on.")
apply("decided_unclassified", registered()("handled", "2025-06-03T09:00", by=LEADER), "Authority depends on the class.")
apply("decided_too_low", classified("special")("handled", "2025-06-03T09:00", by=HAND), "Special complaints are for the province.")
apply("decided_above", classified("special")("handled", "2025-06-03T09:00", by=ABOVE), "The province decides: two clocks stop, others start.")
apply("decided_in_time", classified()("handled", "2025-06-05T09:00", by=HAND), "Decided by the handler.")
apply("decided_by_the_person_complained_about", classified(about=["E9"])("handled", "2025-06-05T09:00", by=LEADER), "Nobody works on a complaint about themself.")
apply("declined_too_low", classified()("declined", "2025-06-05T09:00", by=LEADER, reason="outside our business"), "The city has no `declined` among what it may, and the approval asks for the province.")
apply("declined_by_the_province", classified()("declined", "2025-06-05T09:00", by=ABOVE, reason="outside our business"), "A leader of the province may.")
apply("declined_by_another_role", classified()("declined", "2025-06-05T09:00", by=("S1", "head_office_senior", "HO"), reason="outside our business"), "High enough, and not among those whom the approval names.")
apply("declined_under_the_law_alone", classified()("declined", "2025-06-05T09:00", by=LEADER, reason="outside our business"), "The law gives it to no level.", procedures=["cn-2020-3"])
apply("pause_granted", classified()("paused", "2025-06-04T09:00", by=HAND, about="external_appraisal"), "Both let an appraisal be left out.")
apply("pause_of_the_house_alone", classified()("paused", "2025-06-04T09:00", by=HAND, about="waiting_for_complainant"), "The house's clock stands still, the law's does not.")
apply("pause_for_another_reason", classified()("paused", "2025-06-04T09:00", by=HAND, about="handler_on_leave"), "No procedure grants it.")
apply("new_facts", classified()("new_facts", "2025-06-06T09:00", by=DESK), "New facts start the decision anew, by both.")
apply("new_facts_about_the_handler", classified()("new_facts", "2025-06-06T09:00", by=DESK, **{"facts": "It was E2."}) , "The clocks restart.")
apply("form_with_missing_fields", registered()("form_filed", "2025-06-02T15:00", by=DESK, about="verification", fields={"verified_by": "E1", "verified_at": " "}), "All that it lacks is named at once.")
apply("form_complete", registered()("form_filed", "2025-06-02T15:00", by=DESK, about="verification", fields={n: "x" for n in "complaint_id verified_by verified_at facts_confirmed persons_concerned complexity".split()}), "The form is filed, and its clock stops.")
apply("form_misspelt", registered()("form_filed", "2025-06-02T15:00", by=DESK, about="verificaton"), "The form that was meant is named.")
apply("same_event_again", registered()("registered", "2025-06-02T15:00", by=DESK).says(id="e2"), "The register's event came twice: that is what is wrong, and not that it is registered.")
apply("form_unknown", registered()("form_filed", "2025-06-02T15:00", by=DESK, about="handover"), "No procedure has such a form.")
apply("recheck", fed_back()("recheck_requested", "2025-06-20T09:00", by=("K", "complainant", "C")), "Sixty days for the superior unit.")
apply("recheck_a_month_late", fed_back()("recheck_requested", "2025-07-20T09:00", by=("K", "complainant", "C")), "The right lapsed, and the request is still on record.")
apply("closed_unregistered", begun()("closed", "2025-06-03T09:00", by=DESK), "Nothing closes that was not handled.")
apply("withdrawn_unregistered", begun()("withdrawn", "2025-06-03T09:00", by=DESK), "What was withdrawn early is registered all the same.")
apply("archived_without_forms", fed_back()("closed", "2025-06-06T09:00", by=HAND)("archived", "2025-06-07T09:00", by=ARCHIVIST), "The forms are missing.")
apply("by_an_auditor", registered()("classified", "2025-06-03T09:00", by=("X", "auditor", "C"), complexity="simple"), "An auditor reads, and changes nothing.")
apply("by_another_unit", classified()("transfer_offered", "2025-06-03T09:00", by=("X", "leader", "D")), "The unit does not own it.")
apply("written_before_the_last", registered()("acknowledged", "2025-06-02T09:30", by=DESK), "A log is in the order in which it was written.")
apply("transferred", classified()("transfer_offered", "2025-06-03T09:00", by=LEADER)("transfer_accepted", "2025-06-03T11:00", by=("D9", "leader", "D")), "The other unit takes it over and needs a handler.")
apply("department_answers", classified()("coordination_asked", "2025-06-03T09:00", by=HAND)("coordination_answered", "2025-06-04T09:00", by=("L1", "claims", "C")), "The last answer that was awaited.")


def replay(name, log, why):
    case("complaints", f"replay_{name}", "complaint_replay", {"complaint": of(log)}, why)


replay("fed_back", fed_back(), "Received, registered, classified, assigned, handled, told.")
replay("sent_aside", registered()("transfer_offered", "2025-06-03T09:00", by=LEADER)("referred", "2025-06-04T09:00", by=LEADER), "Two steps lie aside.")
replay("handled_unregistered", begun()("handled", "2025-06-03T09:00", by=LEADER), "Never accepted: the second event is named.")


def allowed(name, log, actor, why):
    person, role, unit = actor
    actor = {"person_id": person, "role": role, "unit_id": unit}
    json = {"complaint": of(log), "actor": actor, "units": OTHER, "procedures": BOTH}
    case("complaints", f"allowed_{name}", "complaint_allowed", json, why)


allowed("handler", classified(), HAND, "A handler goes on.")
allowed("another_handler", classified(), ("X", "handler", "C"), "Who was not made responsible lacks just that.")
allowed("complainant", fed_back(), ("K", "complainant", "C"), "The complainant may accept, add facts, or ask for a recheck.")
allowed("leader_unclassified", registered(), LEADER, "The class is missing.")
allowed("archivist", fed_back()("closed", "2025-06-06T09:00", by=HAND), ARCHIVIST, "The forms are missing.")


def merge(name, ending, survivor, why, ids=("K-1", "K-2")):
    case("complaints", f"merge_{name}", "complaint_merge", {
        "ending": of(ending, ids[0]),
        "survivor": of(survivor, ids[1]),
        "merged_id": "m1",
        "absorbed_id": "m2",
        "occurred_at": "2025-06-20T09:00:00+08:00",
        "recorded_at": "2025-06-20T09:00:00+08:00",
        "actor": {"person_id": "E9", "role": "leader", "unit_id": "C"},
        "units": OTHER,
        "procedures": BOTH,
    }, why)


def later(day):
    facts = {"firm_kind": "insurer", "complainant_kind": "individual", "trigger": "complaint"}
    return Log(CN)("received", f"{day}T09:00", by=("E0", "collector", "C"), **facts)("registered", f"{day}T10:00", by=DESK)


merge("earliest_receipt", registered(), later("2025-06-12"), "The survivor takes the earlier receipt.")
merge("too_far_apart", later("2025-06-12"), later("2025-05-01"), "More than the thirty days of the house, the stricter of the two.")
merge("into_itself", registered(), registered(), "A complaint does not go on as part of itself.", ids=("K-1", "K-1"))
merge("of_one_that_is_merged", registered()("merged_into", "2025-06-10T09:00", by=LEADER, survivor_id="K-2"), later("2025-06-12"), "It ended already.")
merge("into_one_that_ended_in_it", later("2025-06-12"), registered()("merged_into", "2025-06-13T09:00", by=LEADER, survivor_id="K-1"), "Two complaints are never merged into each other.")


def status(name, log, as_of, why, actor=None, procedures=BOTH, units=OTHER):
    json = {"complaint": of(log), "procedures": procedures, "as_of": log.text(as_of)}
    if units:
        json["units"] = units
    if actor:
        person, role, unit = actor
        json["actor"] = {"person_id": person, "role": role, "unit_id": unit}
    case("complaints", f"status_{name}", "complaint_status", json, why)


ASKED = classified()("coordination_asked", "2025-06-03T09:00", by=HAND)
status("of_the_first_day", begun(), "2025-06-02T12:00", "Received and nothing else.", DESK)
status("before_receipt", begun(), "2025-06-01T12:00", "Nobody knew of it.")
status("of_an_earlier_day", fed_back(), "2025-06-02T11:30", "What came later is not known: no handler yet.", LEADER)
status("a_department_is_asked", ASKED, "2025-06-04T09:00", "An answer is open; two forms are overdue.", HAND)
LINES = [("payment_services", "as the law calls it"), ("payment services", "a blank for a bar: no clock of payment services, and said so"), ("Payment_Services", "capitals"), ("motor", "a line of the house, near none of the law's")]
for i, (line, why) in enumerate(LINES, 1):
    case("complaints", f"status_of_a_line_{i}", "complaint_status", {"complaint": of(begun()), "procedures": ["uk-disp"], "as_of": begun().text("2025-06-04T09:00"), "units": OTHER, "facts": {"line": line, "firm_kind": "payment_firm", "complainant_kind": "individual", "trigger": "complaint", "digital": False}}, f"`{line}`: {why}.")
status("told", fed_back(), "2025-06-06T09:00", "Decided unverified; forms overdue.", ("K", "complainant", "C"))
status("closed", fed_back()("closed", "2025-06-06T09:00", by=HAND), "2025-06-30T09:00", "The archive is late, and the records are kept.", ARCHIVIST)
status("about_the_decider", fed_back()("new_facts", "2025-06-06T09:00", by=DESK).says(about=["E2"]), "2025-06-07T09:00", "Who decided turns out to be complained about: three findings.")
status("paused", classified()("paused", "2025-06-04T09:00", by=HAND, about="external_appraisal"), "2025-06-10T09:00", "Two notices: the law's of the pause, the house's of how it stands.", HAND)
status("without_units", classified(), "2025-06-04T09:00", "What depends on units is taken to hold.", ABOVE, units=None)
status("incomplete_form", registered()("form_filed", "2025-06-02T15:00", by=DESK, about="verification", fields={"verified_by": "E1"}), "2025-06-03T09:00", "Filed without most of what it must say: open, with what it lacks, and its time limit runs.")
status("of_a_unit_unknown", classified(), "2025-06-04T09:00", "Who acted for D9 is of no unit that is known.", units=[u for u in OTHER if u["id"] != "C"] + [{"id": "C1", "name": "City", "level": "city", "parent": "P"}])
status("decided_unclassified", registered()("handled", "2025-06-03T09:00", by=LEADER), "2025-06-04T09:00", "A log that would be refused event by event: authority depends on the class.")
status("decided_too_low", classified("special")("handled", "2025-06-03T09:00", by=HAND), "2025-06-04T09:00", "The province decides special complaints; the city did.")
status("declined_too_low", classified()("declined", "2025-06-05T09:00", by=LEADER, reason="outside our business"), "2025-06-06T09:00", "Declining is the province's; the city did.")
status("decided_by_another_city", classified()("handled", "2025-06-03T09:00", by=("D9", "leader", "D")), "2025-06-04T09:00", "A city decides what another city owns.")
status("old_complaint", later("2019-06-12"), "2019-06-13T09:00", "The law was not in force, and the house was.")


def told(name, log, as_of, why, procedures=BOTH, units=OTHER):
    json = {"complaint": of(log), "procedures": procedures, "as_of": log.text(as_of), "units": units}
    case("complaints", f"timeline_{name}", "complaint_timeline", json, why)


told("of_the_first_day", begun(), "2025-06-02T12:00", "The receipt, and the clocks that it begins.")
told("before_receipt", begun(), "2025-06-01T12:00", "Nobody knew of it.")
told("of_an_earlier_day", fed_back(), "2025-06-02T11:30", "What was recorded later is not told.")
told("fed_back", fed_back(), "2025-06-06T09:00", "Clocks are met behind the event that met them.")
told("closed", fed_back()("closed", "2025-06-06T09:00", by=HAND), "2025-06-30T09:00", "To its end.")
told("nobody_did_anything", begun(), "2025-12-31T09:00", "Time runs out at the end, by itself.")
told("late", registered()("classified", "2025-07-30T09:00", by=LEADER, complexity="simple"), "2025-12-31T09:00", "Time ran out in front of the event that came after it.", procedures=["cn-2020-3"])
told("merged", registered()("merged_into", "2025-06-10T09:00", by=LEADER, survivor_id="K-2"), "2025-07-30T09:00", "Nothing is left to do.")
told("a_department_is_asked", ASKED, "2025-06-04T09:00", "A step aside.")
told("uk", begun(), "2025-09-30T09:00", "Under another law.", procedures=["uk-disp"])
