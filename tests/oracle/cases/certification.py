"""The certification of account managers: who decides, who may not, and the grade on any day."""
from vectors import case

UNITS = [
    {"id": "HO", "name": "Head office", "level": "head_office"},
    {"id": "P", "name": "Province", "level": "province", "parent": "HO"},
    {"id": "C", "name": "City", "level": "city", "parent": "P"},
    {"id": "D", "name": "Another city", "level": "city", "parent": "P"},
    {"id": "S", "name": "Sub-branch", "level": "front_line", "parent": "C"},
    {"id": "T", "name": "Sub-branch of the other city", "level": "front_line", "parent": "D"},
]
SELF = ("M1", "account_manager", "S")
CHIEF = ("L1", "leader", "S")
STAFF = ("K2", "department", "C")
CITY = ("L2", "leader", "C")
PROVINCE = ("L3", "leader", "P")
SYSTEM = ("clock", "system", "HO")
TERMS = {
    "validity_months": 12,
    "grace_days": 60,
    "due_days": 60,
    "steps_up": 1,
    "steps_down": 1,
    "first_grade_at_best": "standard",
    "propose": ["account_manager", "leader"],
    "recommend": ["leader", "department"],
    "evidence": False,
    "approvers": [
        {"grade": g, "roles": ["leader", "head_office_senior"], "least_level": level}
        for g, level in (("principal", "province"), ("senior", "province"), ("standard", "city"), ("junior", "city"), ("trainee", "city"))
    ],
}


class Log:
    """Events of one manager's file, numbered as they come."""

    def __init__(self, id="M1", posts=(("S", "2020-01-01"),)):
        keys = ("unit_id", "from", "to")
        self.id, self.posts, self.events = id, [dict(zip(keys, p)) for p in posts], []

    def then(self, event):
        """The log with an event more; this one stays as it is."""
        other = Log(self.id)
        other.posts, other.events = self.posts, [*self.events, event]
        return other

    def __call__(self, kind, day, of="2025", by=CHIEF, at="10:00:00", recorded=None, **says):
        person, role, unit = by
        needs = {"proposed": {"reason": "appraisal: 71 points"}, "returned": {"reason": "no evidence"}}
        needs.update({k: {"reason": "not convinced"} for k in ("refused", "revoked")})
        base = {
            "kind": kind,
            "id": f"{self.id}-{len(self.events) + 1}",
            "certification_id": of,
            "occurred_at": f"{day}T{at}+08:00",
            "recorded_at": recorded or f"{day}T{at}+08:00",
            "actor": {"person_id": person, "role": role, "unit_id": unit},
            **needs.get(kind, {}),
        }
        return self.then({**base, **says})

    def file(self, events=None):
        events = self.events if events is None else events
        return {"manager_id": self.id, "posts": self.posts, **({"events": events} if events else {})}


def certified(grade, day, of="2024", log=None, **took):
    """A certification run through to its effect on a day, approved by the province."""
    month = f"{int(day[:4]) - 1}-12"
    log = log or Log()
    log = log("proposed", f"{month}-01", of, grade=grade)("recommended", f"{month}-02", of, by=STAFF)
    return log("approved", f"{month}-03", of, by=PROVINCE)("took_effect", day, of, by=SYSTEM, **took)


def proposed(grade, log=None, by=CHIEF, **says):
    return (log or Log())("proposed", "2025-01-10", by=by, grade=grade, **says)


def recommended(grade, log=None, by=CHIEF):
    return proposed(grade, log, by)("recommended", "2025-01-15", by=STAFF)


# --- the grade on a day -------------------------------------------------------


def grade_on(name, log, on, why, terms=TERMS, **more):
    json = {"manager": log.file(), **({"terms": terms} if terms else {}), "on": on, **more}
    case("certification", f"grade_{name}", "grade_on", json, why)


LEAP = certified("standard", "2024-02-29")
grade_on("day_before_effect", LEAP, "2024-02-28", "In service and never certified.")
grade_on("first_day", LEAP, "2024-02-29", "From the first day; twelve months from 29 February end on 28 February, which is the first day without.")
grade_on("last_day", LEAP, "2025-02-27", "The last day of validity.")
grade_on("first_day_of_grace", LEAP, "2025-02-28", "The certificate expired, the grade is kept.")
grade_on("last_day_of_grace", LEAP, "2025-04-28", "Sixty days from 28 February end before 29 April.")
grade_on("lapsed", LEAP, "2025-04-29", "The grace is over: the last grade is told, and is none.")
grade_on("shorter_validity", certified("standard", "2025-01-01", valid_to="2025-07-01"), "2025-08-29", "Valid to 1 July as it says itself; the last of sixty days of grace is 29 August.")
grade_on("own_terms", LEAP, "2025-08-29", "Eighteen months of validity and no days of grace: lapsed on the day.", terms={**TERMS, "validity_months": 18, "grace_days": 0})
grade_on("example_terms", LEAP, "2025-02-27", "Without terms those of the example: twelve months.", terms=None)
NEXT = certified("senior", "2025-02-01", "2025", certified("standard", "2024-02-29"))
grade_on("before_the_next", NEXT, "2025-01-31", "The old grade until the day before.")
grade_on("of_the_next", NEXT, "2025-02-01", "The next one took effect before the first had expired.")
LATE = certified("junior", "2025-06-01", "2025", certified("standard", "2024-02-29"))
grade_on("between_two", LATE, "2025-05-31", "The grace was over and the next has not begun.")
REVOKED = certified("standard", "2024-02-29")("revoked", "2024-09-15", "2024", by=PROVINCE)
grade_on("day_before_revocation", REVOKED, "2024-09-14", "Still in force; the segment ends with the revocation.")
grade_on("revoked", REVOKED, "2024-09-15", "Unrated from the day itself.")
LEFT = certified("standard", "2024-02-29", log=Log(posts=(("S", "2020-01-01", "2024-05-01"), ("T", "2024-08-01"))))
grade_on("while_away", LEFT, "2024-06-15", "Not in service between two posts.")
grade_on("back_again", LEFT, "2024-08-01", "Back in service the certificate still holds.")
grade_on("known_then", certified("standard", "2024-02-29"), "2024-02-29", "Asked with what was known a day before, nothing took effect.", known_on="2024-02-28")
grade_on("never", Log(), "2025-01-01", "No events at all.")
grade_on("posts_overlap", Log(posts=(("S", "2020-01-01"), ("T", "2024-01-01"))), "2025-01-01", "At one unit at a time.")


# --- applied --------------------------------------------------------------


def apply(name, log, why, terms=TERMS, reporting=None, units=UNITS):
    *before, event = log.events
    json = {"units": units, **({"reporting": reporting} if reporting else {}), **({"terms": terms} if terms else {})}
    case("certification", f"apply_{name}", "certification_apply", {**json, "manager": log.file(before), "event": event}, why)


apply("first_proposal", proposed("standard"), "A first grade, at best standard, is proposed and has to be recommended.")
apply("first_grade_too_high", proposed("senior"), "Nobody begins as senior.")
apply("one_step_up", proposed("senior", certified("standard", "2024-01-15")), "From standard to senior is one step; the province will decide.")
apply("two_steps_up", proposed("principal", certified("standard", "2024-01-15")), "From standard to principal are two.")
apply("two_steps_down", proposed("trainee", certified("standard", "2024-01-15")), "From standard to trainee are two.")
apply("steps_without_limit", proposed("trainee", certified("principal", "2024-01-15")), "Terms that name no limit set none.", terms={k: v for k, v in TERMS.items() if not k.startswith("steps")})
apply("proposed_by_themself", proposed("standard", by=SELF), "A manager may propose themself.")
apply("proposed_for_another", proposed("standard", by=("M9", "account_manager", "S")), "And nobody else.")
apply("proposed_by_a_role_that_may_not", proposed("standard", by=STAFF), "The department recommends; it does not propose.")
apply("proposed_by_another_city", proposed("standard", by=("L9", "leader", "D")), "The manager's unit does not lie under it.")
apply("proposed_out_of_service", proposed("standard", Log(posts=(("S", "2020-01-01", "2025-01-10"),))), "On that day the post is over; their unit was the one they had last.")
GONE = Log(posts=(("S", "2020-01-01", "2025-01-16"),))
apply("approved_out_of_service", recommended("standard", GONE)("approved", "2025-01-20", by=CITY), "Left before the approval.")
apply("refused_out_of_service_by_another_city", recommended("standard", GONE)("refused", "2025-01-20", by=("L9", "leader", "D")), "A refusal needs no service, but somebody in the line of the last unit.")
apply("proposed_before_the_first_post", proposed("standard", Log(posts=(("S", "2025-01-11"),))), "The first post begins tomorrow.")
apply("proposed_for_a_blank_reason", proposed("standard", reason=" "), "A blank is no reason.")
apply("proposed_twice", proposed("standard")("proposed", "2025-01-11", "other", grade="standard"), "One at a time.")
apply("proposed_without_evidence", proposed("standard"), "Where evidence is asked for it has to be named.", terms={**TERMS, "evidence": True})
apply("nothing_was_proposed", Log()("approved", "2025-01-20", by=CITY), "It begins with a proposal.")
apply("recommended", recommended("standard"), "The city decides on standard.")
apply("recommended_to_senior", recommended("senior", certified("standard", "2024-01-15")), "The province decides on senior.")
apply("recommended_by_the_proposer", proposed("standard")("recommended", "2025-01-15"), "Nobody recommends what they proposed; and a leader is no one's subordinate here.")
apply("recommended_by_the_manager", proposed("standard")("recommended", "2025-01-15", by=("M1", "department", "C")), "In whatever role: not on themself.")
apply("approved_unrecommended", proposed("standard")("approved", "2025-01-20", by=CITY), "It has not been recommended.")
apply("approved_where_nobody_recommends", proposed("standard")("approved", "2025-01-20", by=CITY), "Terms without a recommendation let it be approved at once.", terms={**TERMS, "recommend": []})
apply("approved_by_the_city", recommended("standard")("approved", "2025-01-20", by=CITY), "Standard is for the city.")
apply("approved_by_the_city_above_its_level", recommended("senior", certified("standard", "2024-01-15"))("approved", "2025-01-20", by=CITY), "Senior is for the province.")
apply("demotion_is_decided_by_the_old_grade", recommended("standard", certified("senior", "2024-01-15"))("approved", "2025-01-20", by=CITY), "From senior to standard: the higher of both is senior, and the province decides.")
apply("demotion_by_the_province", recommended("standard", certified("senior", "2024-01-15"))("approved", "2025-01-20", by=PROVINCE), "The province may.")
apply("old_grade_of_one_that_lapsed", recommended("standard", certified("senior", "2023-01-15", "2023"))("approved", "2025-01-20", by=CITY), "The old grade lapsed in 2024 and is still the old grade.")
apply("approved_by_the_proposer", recommended("standard", by=CITY)("approved", "2025-01-20", by=CITY), "Nobody decides on what they proposed.")
apply("approved_by_the_recommender", proposed("standard")("recommended", "2025-01-15", by=CITY)("approved", "2025-01-20", by=CITY), "Nor on what they recommended.")
apply("approved_by_the_manager", recommended("standard")("approved", "2025-01-20", by=("M1", "leader", "C")), "Nobody certifies themself, whatever they lead.")
apply("approved_by_a_subordinate_of_the_proposer", recommended("standard", by=PROVINCE)("approved", "2025-01-20", by=CITY), "The city stands below the province that proposed.")
apply("approved_by_a_subordinate_of_the_manager", recommended("standard")("approved", "2025-01-20", by=CITY), "By the reporting lines the leader of the city works for the manager, at one remove.", reporting=[{"person_id": "L2", "reports_to": "X"}, {"person_id": "X", "reports_to": "M1"}])
apply("approved_by_another_city", recommended("standard")("approved", "2025-01-20", by=("L9", "leader", "D")), "In the line of neither the manager nor the proposer.")
apply("approved_by_staff", recommended("standard")("approved", "2025-01-20", by=STAFF), "The table has no approval by a department.")
apply("returned_and_corrected", recommended("standard")("returned", "2025-01-16", by=CITY)("proposed", "2025-01-17", grade="junior"), "Returned it is proposed anew by the same person, with another grade.")
apply("corrected_by_another", recommended("standard")("returned", "2025-01-16", by=CITY)("proposed", "2025-01-17", by=CITY, grade="junior"), "It is the proposal of the one who made it.")
APPROVED = lambda **says: recommended("standard")("approved", "2025-01-20", by=CITY, **says)
apply("took_effect", APPROVED()("took_effect", "2025-02-01", by=SYSTEM), "In effect for a year.")
apply("took_effect_and_replaced", recommended("senior", certified("standard", "2024-02-29"))("approved", "2025-01-20", by=PROVINCE)("took_effect", "2025-02-01", by=SYSTEM), "The one before is replaced.")
apply("took_effect_before_the_plan", APPROVED(planned_from="2025-03-01")("took_effect", "2025-02-28", by=SYSTEM), "Approved for 1 March.")
apply("took_effect_on_the_planned_day", APPROVED(planned_from="2025-03-01")("took_effect", "2025-03-01", by=SYSTEM), "On the day itself.")
apply("took_effect_for_too_long", APPROVED()("took_effect", "2025-02-01", by=SYSTEM, valid_to="2026-02-02"), "A day more than twelve months.")
SAME_DAY = certified("standard", "2025-01-05")("proposed", "2025-01-05", at="11:00:00", grade="senior")
SAME_DAY = SAME_DAY("recommended", "2025-01-05", by=STAFF, at="12:00:00")("approved", "2025-01-05", by=PROVINCE, at="13:00:00")
apply("took_effect_on_the_day_of_the_last", SAME_DAY("took_effect", "2025-01-05", by=SYSTEM, at="14:00:00"), "Two grades on one day would leave none.")
apply("lapsed_a_day_early", certified("standard", "2024-02-29")("lapsed", "2025-04-28", "2024", by=SYSTEM), "The last day of grace.")
apply("lapsed", certified("standard", "2024-02-29")("lapsed", "2025-04-29", "2024", by=SYSTEM), "The grace is over.")
apply("revoked_by_the_province", certified("senior", "2024-02-29", log=certified("standard", "2023-03-01", "2023"))("revoked", "2024-09-15", "2024", by=PROVINCE), "What the province decided it may take back.")
apply("approval_is_not_withdrawn", APPROVED()("withdrawn", "2025-01-21"), "What was approved is revoked, not withdrawn.")
apply("replaced_by_hand", certified("standard", "2024-02-29")("replaced", "2025-01-21", "2024", by=SYSTEM), "It only ever follows from a successor.")
apply("written_before_the_last", proposed("standard")("recommended", "2025-01-09", by=STAFF), "It is not written down before what came before it, nor does it happen before.")
apply("foretold", Log()("proposed", "2025-01-10", grade="standard", recorded="2025-01-09T10:00:00+08:00"), "It is not written down before it happens.")
apply("unknown_unit", proposed("standard", by=("L1", "leader", "X")), "No such unit.")
REPORTS = [{"person_id": "A", "reports_to": "B"}, {"person_id": "B", "reports_to": "C"}, {"person_id": "C", "reports_to": "A"}]
apply("reporting_in_a_circle", proposed("standard"), "Told once, at the first of them.", reporting=REPORTS)
apply("reports_to_self", proposed("standard"), "A manager who reports to themself.", reporting=[{"person_id": "M1", "reports_to": "M1"}])
apply("reports_to_two", proposed("standard"), "One superior each.", reporting=[REPORTS[0], {"person_id": "A", "reports_to": "C"}])
apply("terms_without_a_grade", proposed("standard"), "Every grade has somebody to decide on it.", terms={**TERMS, "approvers": TERMS["approvers"][:4]})


# --- status ----------------------------------------------------------------


def status(name, logs, as_of, why, terms=TERMS, **more):
    json = {"units": UNITS, **({"terms": terms} if terms else {}), "managers": [log.file() for log in logs], "as_of": as_of, **more}
    case("certification", f"status_{name}", "certification_status", json, why)


ONE = [certified("standard", "2024-02-29")]
status("certified", ONE, "2024-12-29", "Due from sixty days before 28 February 2025, which is 30 December: a day early.")
status("due", ONE, "2024-12-30", "The first day on which it is due.")
status("last_day_valid", ONE, "2025-02-27", "The last day of validity.")
status("overdue", ONE, "2025-02-28", "Expired; in its days of grace.")
status("last_day_of_grace", ONE, "2025-04-28", "Still overdue.")
status("lapsed", ONE, "2025-04-29", "The grace is over, and it may be marked as lapsed.")
OTHERS = [
    certified("senior", "2024-06-01", log=Log("M5", (("P", "2020-01-01"),))("proposed", "2023-06-01", "x", grade="standard")("withdrawn", "2023-06-02", "x")),
    certified("standard", "2024-01-15", log=Log("M2", (("T", "2020-01-01"),))),
    Log("M3", (("T", "2020-01-01", "2025-01-01"),)),
    Log("M4"),
]
status("by_unit", OTHERS + ONE, "2025-01-20", "Each counts at their unit and all above it; who has left counts nowhere.")
status("open_proposal", [recommended("standard", Log())], "2025-01-15", "Recommended on the day: the city may approve.")
status("open_on_the_day_before", [recommended("standard", Log())], "2025-01-14", "On the day before it was only proposed, and the recommendation comes first.")
status("approved", [APPROVED()], "2025-01-25", "Approved, not in effect.")
status("known_then", [recommended("standard", Log())], "2025-01-20", "With what was known on the 12th it is proposed.", known_on="2025-01-12")
DOWN = certified("senior", "2024-01-15", log=certified("standard", "2023-01-15", "2023"))
DOWN = DOWN("proposed", "2024-11-02", "2025", grade="standard")("recommended", "2024-11-03", "2025", by=STAFF)
DOWN = DOWN("approved", "2024-11-04", "2025", by=PROVINCE)("took_effect", "2025-01-15", "2025", by=SYSTEM)
status("next_by_the_grade_of_the_day", [DOWN("proposed", "2025-01-20", "2026", grade="standard")], "2024-11-10", "On that day senior is in effect, so that the province would revoke what is approved, and not the city as from January on.")
status("grade_proposed_by_the_day", [recommended("senior", certified("standard", "2024-02-29"))("returned", "2025-01-16", by=PROVINCE)("proposed", "2025-01-20", grade="junior")], "2025-01-15", "On that day senior is proposed, for the province to decide; junior comes later.")
status("next_by_the_grade_that_is_not_yet", [recommended("senior", certified("standard", "2024-02-29"))("approved", "2025-01-20", by=PROVINCE)("took_effect", "2025-02-01", by=SYSTEM)], "2025-01-10", "Standard to senior is open, and the standard in effect is for the city to revoke: that senior took effect in February is not of this day.")
status("same_manager_twice", [Log(), Log()], "2025-01-20", "A manager has one file.")


# --- replay, and who may do what -----------------------------------------------


def replay(name, log, why, terms=TERMS, **more):
    ways = {"terms": terms} if terms else {}
    case("certification", f"replay_{name}", "certification_replay", {"manager": log.file(), **ways, **more}, why)


replay("three_years", certified("junior", "2025-06-01", "2025", certified("standard", "2024-03-31", "2024", certified("standard", "2023-03-31", "2023"))),
    "Three years one after another: replaced, replaced after a lapse, in effect; the history has no gap.")
replay("revoked_and_new", certified("junior", "2025-06-01", "2025", REVOKED), "Unrated from the revocation to the next effect.")
replay("left_and_returned", LEFT, "The history covers the days of service only.")
replay("self_approval", recommended("standard")("approved", "2025-01-20", by=("M1", "leader", "C")), "A log that holds an approval by the manager themself was never accepted.")
replay("out_of_order", proposed("standard")("recommended", "2025-01-09", by=STAFF), "Written down before the last: refused where it stands.")


SENIOR = recommended("senior", certified("standard", "2024-02-29"))
UNDER = [{"person_id": "L2", "reports_to": "X"}, {"person_id": "X", "reports_to": "M1"}]
replay("senior_by_the_province", SENIOR("approved", "2025-01-20", by=PROVINCE), "Everybody was entitled: nothing is found.", units=UNITS)
replay("senior_by_the_city", SENIOR("approved", "2025-01-20", by=CITY), "The log stands, and it is found that senior is for the province.", units=UNITS)
replay("senior_by_the_city_without_units", SENIOR("approved", "2025-01-20", by=CITY), "Without units nobody can tell at which level the decision was.")
replay("approved_by_a_subordinate", recommended("standard")("approved", "2025-01-20", by=CITY), "By the reporting lines the leader of the city works for the manager, at one remove.", units=UNITS, reporting=UNDER)
replay("reporting_without_units", recommended("standard"), "Lines alone are not judged by.", reporting=UNDER)
replay("two_steps", recommended("principal", certified("standard", "2024-02-29"))("approved", "2025-01-20", by=PROVINCE), "Proposal and approval are two steps up: nobody was entitled to that, so nobody is named.", units=UNITS)
replay("unit_is_unknown", recommended("standard")("approved", "2025-01-20", by=("L9", "leader", "X")), "The unit is not part of the organisation: no level and no line; the city would have been.", units=UNITS)
replay("approved_unrecommended", proposed("standard")("approved", "2025-01-20", by=CITY), "Entitled, but too early: nobody else is named.", units=UNITS)
replay("proposed_by_another_city", proposed("standard", by=("L9", "leader", "D")), "The manager does not serve under it.", units=UNITS)
replay("demotion_by_the_city", recommended("standard", certified("senior", "2024-02-29", log=certified("standard", "2023-02-28", "2023")))("approved", "2025-01-20", by=CITY), "The higher of the old and the new grade is senior.", units=UNITS)
replay("self_approval_with_units", recommended("standard")("approved", "2025-01-20", by=("M1", "leader", "C")), "The log alone tells it: refused, not found.", units=UNITS)
replay("lapsed_too_early", certified("standard", "2024-02-29")("lapsed", "2025-04-28", "2024", by=SYSTEM), "Grace was not over.", units=UNITS)
status("findings_by_the_day", [SENIOR("approved", "2025-01-20", by=CITY), proposed("standard", Log("M0"), by=("L9", "leader", "D"))], "2025-01-20", "Two findings, by manager.")
status("findings_of_a_later_day", [SENIOR("approved", "2025-01-20", by=CITY)], "2025-01-19", "The approval comes the day after.")
status("findings_known_then", [SENIOR("approved", "2025-01-18", by=CITY, recorded="2025-01-21T10:00:00+08:00")], "2025-01-20", "It happened, and was not known.", known_on="2025-01-20")


def allowed(name, log, actor, why, as_of="2025-01-20", terms=TERMS, **more):
    person, role, unit = actor
    actor = {"person_id": person, "role": role, "unit_id": unit}
    json = {"units": UNITS, **more, "terms": terms, "manager": log.file(), "actor": actor, "as_of": as_of}
    case("certification", f"allowed_{name}", "certification_allowed", json, why)


allowed("leader_of_the_city", recommended("standard"), CITY, "May return, approve or refuse; another proposal has to wait.")
allowed("leader_of_the_city_on_senior", recommended("senior", certified("standard", "2024-02-29")), CITY, "May return, but neither approve nor refuse: senior is for the province; the standard of last year the city may revoke.")
allowed("proposer", recommended("standard"), CHIEF, "May withdraw; cannot decide on it.")
allowed("the_manager", recommended("standard"), SELF, "May propose themself once nothing is open.")
allowed("system", certified("standard", "2024-02-29"), SYSTEM, "May mark the lapse when the grace is over.", as_of="2025-04-29")


# --- by a rulebook ---------------------------------------------------------------

HOUSE = {
    "id": "house",
    "version": "2",
    "language": 1,
    "currency": "CNY",
    "effective": {"from": "2020-01-01"},
    "managers": {
        "validity_months": 24,
        "grace_days": 10,
        "due_days": 90,
        "first_grade_at_best": "senior",
        "propose": ["leader"],
        "approvers": [
            {"id": g, "roles": ["leader"], "least_level": level}
            for g, level in (("trainee", "city"), ("junior", "city"), ("standard", "province"), ("senior", "province"), ("principal", "head_office"))
        ],
    },
}
grade_on("by_a_rulebook", LEAP, "2026-03-09", "Twenty-four months from 29 February 2024 end on 28 February 2026; the last of ten days of grace is 9 March. The answer names the rulebook.", terms=None, rulebook=HOUSE)
status("by_a_rulebook", [*ONE, proposed("standard", Log("M2"))], "2025-11-30", "Due from ninety days before 28 February 2026, the first of which is 30 November 2025; of the open proposal the province decides at once, since the rulebook asks for no recommendation.", terms=None, rulebook=HOUSE)
status("by_terms_and_a_rulebook", ONE, "2025-11-30", "Rules come in one way; the second is one too many.", rulebook=HOUSE)
