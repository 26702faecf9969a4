"""Duties of account managers: ends of months, late and missing reports, cadences, handovers, major events."""
from vectors import case

UNITS = [
    {"id": "HO", "name": "Head office", "level": "head_office"},
    {"id": "P", "name": "Province", "level": "province", "parent": "HO"},
    {"id": "C", "name": "City", "level": "city", "parent": "P"},
    {"id": "S1", "name": "First sub-branch", "level": "front_line", "parent": "C"},
    {"id": "S2", "name": "Second sub-branch", "level": "front_line", "parent": "C"},
]
MONTHLY = {"id": "monthly_report", "kind": "report", "every": "month", "due_day": 10}
VISIT = {"id": "visit", "kind": "contact", "contacts": ["visit"], "count": 1, "unit": "month"}
EVENT = {"id": "major", "kind": "event", "count": 5, "unit": "business_day", "calendar": "cn"}


def manager(id, *posts):
    posts = posts or (("S1", "2024-01-01"),)
    keys = ("unit_id", "from", "to")
    return {"manager_id": id, "posts": [dict(zip(keys, post)) for post in posts]}


def customer(id, *assigned, **more):
    assigned = assigned or (("M1", "2025-01-31"),)
    keys = ("manager_id", "from", "to")
    return {"customer_id": id, "assignments": [dict(zip(keys, a)) for a in assigned], **more}


def report(id, period, done_on, manager_id="M1", duty="monthly_report"):
    return {"kind": "report", "id": id, "manager_id": manager_id, "duty": duty, "period": period, "done_on": done_on}


def contact(id, done_on, customer_id="C1", kind="visit", manager_id="M1"):
    return {
        "kind": "contact",
        "id": id,
        "manager_id": manager_id,
        "customer_id": customer_id,
        "contact": kind,
        "done_on": done_on,
    }


def told(id, done_on, event_id="E1", manager_id="M1", **more):
    return {"kind": "event_report", "id": id, "manager_id": manager_id, "event_id": event_id, "done_on": done_on, **more}


def happened(id, occurred_on, customer_id="C1", kind="fire", **more):
    return {"event_id": id, "customer_id": customer_id, "kind": kind, "occurred_on": occurred_on, **more}


def duties(name, as_of, why, rules, managers=None, units=UNITS, **more):
    json = {"units": units, **({"rules": rules} if rules is not None else {}), "managers": managers or [manager("M1")], **more, "as_of": as_of}
    case("duties", name, "manager_duties", json, why)


# Monthly reports.
duties(
    "report_states",
    "2025-06-11",
    "Due on the 10th: of January done on the day, of February a day late; of March and April missing, since the due days of their successors, 10 May and 10 June, are over; of May overdue by a day.",
    [MONTHLY],
    log=[report("a", "2025-01-01", "2025-02-10"), report("b", "2025-02-01", "2025-03-11")],
    **{"from": "2025-02-01"},
)
duties(
    "report_due_today",
    "2025-06-10",
    "A duty is met until the end of its due day: on the morning of the 10th the report of May is due, and that of April, due on 10 May, overdue, because its successor's day is not over.",
    [MONTHLY],
    **{"from": "2025-05-01"},
)
duties(
    "report_done_today_is_not_read",
    "2025-06-11",
    "The day is read at its start: what is done on 11 June does not count yet; of 10 June does.",
    [MONTHLY, {**MONTHLY, "id": "other"}],
    log=[report("a", "2025-05-01", "2025-06-11"), report("b", "2025-05-01", "2025-06-10", duty="other")],
    **{"from": "2025-06-01"},
)
duties(
    "report_on_the_31st",
    "2024-07-31",
    "Day 31 is the last day of a shorter month: 29 February of a leap year, 31 March, 30 April, 31 May, 30 June, 31 July.",
    [{**MONTHLY, "due_day": 31}],
    log=[report("a", "2024-01-01", "2024-02-29"), report("b", "2024-02-01", "2024-04-01"), report("c", "2024-03-01", "2024-05-01")],
    **{"from": "2024-02-29"},
)
duties(
    "report_of_a_quarter",
    "2025-07-01",
    "The first quarter fell due on 28 April; the second ended yesterday and opens today; the half year too.",
    [{**MONTHLY, "id": "q", "every": "quarter", "due_day": 28}, {**MONTHLY, "id": "h", "every": "half_year", "due_day": 15}],
    log=[report("a", "2025-01-01", "2025-04-29", duty="q")],
    **{"from": "2025-04-01"},
)
duties(
    "report_rolls_over_spring_festival",
    "2025-02-06",
    "The 1st of February 2025 lies in the Spring Festival, which ends on 4 February: rolled on it is due on the 5th; rolled back it would be due on 27 January, before the month is over: not before 1 February.",
    [{**MONTHLY, "due_day": 1, "roll": "next_business", "calendar": "cn"}, {**MONTHLY, "id": "back", "due_day": 1, "roll": "previous_business", "calendar": "cn"}],
    **{"from": "2025-01-15"},
)
duties(
    "report_opens_with_the_day_after",
    "2025-05-31",
    "The month is not over: of May nothing is due. Done before the period has ended, the report of April counts.",
    [MONTHLY],
    log=[report("a", "2025-04-01", "2025-04-30"), report("b", "2025-05-01", "2025-05-30")],
    **{"from": "2025-05-01"},
)
duties(
    "report_due_days",
    "2025-06-04",
    "Listed five days before the due day and not six: the 5th of June is the first day.",
    [{**MONTHLY, "due_days": 5}, {**MONTHLY, "id": "six", "due_days": 6}],
    **{"from": "2025-06-01"},
)
duties(
    "report_missing_after_days",
    "2025-06-14",
    "Three days after 10 June are over on the 14th; four are not.",
    [{**MONTHLY, "id": "three", "missing_after_days": 3}, {**MONTHLY, "id": "four", "missing_after_days": 4}],
    **{"from": "2025-06-01"},
)
duties(
    "report_of_who_joined_and_left",
    "2025-06-15",
    "M1 joined on the last day of April and owes April; M2 left on the due day of May's report, when nobody is in the post: nothing. M3 changed units before the due day: the new one counts it.",
    [MONTHLY],
    managers=[
        manager("M3", ("S1", "2025-01-01", "2025-06-10"), ("S2", "2025-06-10")),
        manager("M1", ("S1", "2025-04-30")),
        manager("M2", ("S2", "2025-05-01", "2025-06-10")),
    ],
    **{"from": "2025-05-10"},
)
# Visits and calls.
duties(
    "contact_at_month_ends",
    "2025-05-01",
    "Assigned on 31 January: a visit until 28 February; made on the 28th, the next until 28 March; made on the 31st, three days late, then until 30 April: yesterday.",
    [VISIT],
    customers=[customer("C1")],
    log=[contact("a", "2025-02-28"), contact("b", "2025-03-31")],
)
duties(
    "contact_from_a_leap_day",
    "2024-03-30",
    "A month after 29 February is 29 March; a month after 31 January is 29 February.",
    [VISIT],
    customers=[customer("C1", ("M1", "2024-02-29")), customer("C2", ("M1", "2024-01-31"))],
)
duties(
    "contact_missing_after_a_second_term",
    "2025-04-01",
    "Seven days from 10 March are over, and seven more on the 24th: missing. Counted in weeks, two from 17 March are the 31st: overdue, and missing after 14 April only.",
    [{**VISIT, "id": "days", "count": 7, "unit": "calendar_day"}, {**VISIT, "id": "weeks", "count": 2, "unit": "week"}],
    customers=[customer("C1", ("M1", "2025-03-10")), customer("C2", ("M1", "2025-03-17"))],
)
duties(
    "contact_kinds_and_words",
    "2025-03-20",
    "A call is no visit; a customer whose category or tier is another, or not told, owes nothing to the rule.",
    [
        {**VISIT, "id": "key_visit", "categories": ["key"]},
        {**VISIT, "id": "any", "contacts": ["call", "visit"], "tiers": ["normal", "shelved"]},
    ],
    customers=[
        customer("C1", ("M1", "2025-03-01"), category="key", tier="normal"),
        customer("C2", ("M1", "2025-03-01"), category="preferred", tier="shelved"),
        customer("C3", ("M1", "2025-03-01"), tier="key_management"),
    ],
    log=[contact("a", "2025-03-05", kind="call"), contact("b", "2025-03-19", "C2", kind="call")],
)
duties(
    "contact_on_the_first_day",
    "2025-02-20",
    "A visit on the day of the assignment meets the first duty; the next is counted from it, and a second visit on that day is not the next one.",
    [VISIT],
    customers=[customer("C1")],
    log=[contact("a", "2025-01-31"), contact("b", "2025-01-31"), contact("c", "2025-01-30")],
)
duties(
    "contact_handed_over",
    "2025-05-02",
    "The duty is of whoever has the customer on the due day: M1 until 28 February, M2 on 28 March; on 30 April nobody, and the unit of M2 owes it. A visit by anybody counts.",
    [VISIT],
    managers=[manager("M1"), manager("M2", ("S2", "2025-01-01"))],
    customers=[customer("C1", ("M1", "2025-01-31", "2025-03-01"), ("M2", "2025-03-01", "2025-04-20"))],
    log=[contact("a", "2025-02-28", manager_id="M2"), contact("b", "2025-03-30", manager_id="M1")],
)
duties(
    "contact_taken_over_on_the_due_day",
    "2025-03-05",
    "Handed over on the due day itself: it is the new manager's.",
    [VISIT],
    managers=[manager("M1"), manager("M2", ("S2", "2025-01-01"))],
    customers=[customer("C1", ("M1", "2025-01-31", "2025-02-28"), ("M2", "2025-02-28"))],
)
BOTH = [manager("M1"), manager("M2", ("S2", "2025-01-01"))]
HANDED = [customer("C1", ("M1", "2025-01-31", "2025-03-11"), ("M2", "2025-03-11"))]
duties(
    "contact_handed_over_before_it_is_due",
    "2025-03-05",
    "Handed over on 10 February, due on the 28th: the new manager's alone, overdue by 5 days.",
    [VISIT],
    managers=BOTH,
    customers=[customer("C1", ("M1", "2025-01-31", "2025-02-10"), ("M2", "2025-02-10"))],
)
duties(
    "contact_handed_over_overdue",
    "2025-04-14",
    "Due on 28 February, handed over on 11 March: missing with M1, late by their 11 days; M2 owes it from 11 March, due on 11 April.",
    [VISIT],
    managers=BOTH,
    customers=HANDED,
)
duties(
    "contact_handed_over_today",
    "2025-03-11",
    "The day of the handover, read at its start, is the new manager's already; the visit is listed whatever the lead, since it was overdue.",
    [{**VISIT, "due_days": 3}],
    managers=BOTH,
    customers=HANDED,
)
duties(
    "contact_made_on_the_day_of_the_handover",
    "2025-04-12",
    "A visit on the day of the handover is of whoever took over, and the next counts from it: the overdue one stays missing with M1.",
    [VISIT],
    managers=BOTH,
    customers=HANDED,
    log=[contact("a", "2025-03-11", manager_id="M2")],
)
duties(
    "contact_made_late_before_the_handover",
    "2025-04-12",
    "Made late by M1 on the last day: the next, due on 10 April, is M2's.",
    [VISIT],
    managers=BOTH,
    customers=HANDED,
    log=[contact("a", "2025-03-10")],
)
duties(
    "contact_between_two_managers",
    "2025-06-10",
    "Overdue since 28 February when M1 leaves on 11 March; nobody until 1 May: M1's unit owes it, due on 11 April, late by 20 days when M2 comes, who owes it by 1 June.",
    [VISIT],
    managers=BOTH,
    customers=[customer("C1", ("M1", "2025-01-31", "2025-03-11"), ("M2", "2025-05-01"))],
)
duties(
    "contact_handed_over_twice",
    "2025-07-01",
    "Overdue at both handovers: missing with M1 by 11 days, with M2 by 9, and due with M1 again a month after 20 April.",
    [VISIT],
    managers=BOTH,
    customers=[customer("C1", ("M1", "2025-01-31", "2025-03-11"), ("M2", "2025-03-11", "2025-04-20"), ("M1", "2025-04-20"))],
)
duties(
    "contact_of_a_manager_assigned_again",
    "2025-04-14",
    "Two assignments of the same manager that meet are no handover.",
    [VISIT],
    customers=[customer("C1", ("M1", "2025-01-31", "2025-03-11"), ("M1", "2025-03-11"))],
)
duties(
    "event_report_handed_over_overdue",
    "2025-04-14",
    "Due on 17 March, handed over on the 20th with a report that lacks counter-measures: missing with M1, complete by M2 in time.",
    [{**EVENT, "counter_measures": True}],
    managers=BOTH,
    customers=[customer("C1", ("M1", "2025-01-31", "2025-03-20"), ("M2", "2025-03-20"))],
    events=[happened("E1", "2025-03-10")],
    log=[told("a", "2025-03-18"), told("b", "2025-03-24", manager_id="M2", counter_measures=["reserve a surveyor"])],
)
duties(
    "from_cuts_the_past",
    "2025-05-01",
    "Asked from 28 March: what fell due on 28 February is left out, whatever became of it.",
    [VISIT],
    customers=[customer("C1")],
    log=[contact("a", "2025-02-28"), contact("b", "2025-03-20")],
    **{"from": "2025-03-28"},
)
# Major events.
duties(
    "event_within_working_days",
    "2025-02-14",
    "Five working days from 24 January 2025: 26 and 27 January (a worked Sunday), 5, 6, 7 February. Told on the 7th it is done, on the 8th late, told today it is overdue; not yet known of it is counted from the day it is known: 10 to 14 February.",
    [EVENT],
    customers=[customer("C1", ("M1", "2024-06-01"))],
    events=[
        happened("E1", "2025-01-24"),
        happened("E2", "2025-01-24"),
        happened("E3", "2025-01-24"),
        happened("E4", "2025-01-24", known_on="2025-02-09"),
        happened("E5", "2025-02-14"),
    ],
    log=[told("a", "2025-02-07"), told("b", "2025-02-08", "E2"), told("c", "2025-02-14", "E3")],
)
duties(
    "event_without_counter_measures",
    "2025-03-20",
    "A report without counter-measures does not meet the duty and the item says what it lacks; a later one with them is late. Where the rule does not ask for them the first counts.",
    [{**EVENT, "counter_measures": True}, {**EVENT, "id": "plain"}],
    customers=[customer("C1", ("M1", "2024-06-01"))],
    events=[happened("E1", "2025-03-03"), happened("E2", "2025-03-03")],
    log=[
        told("a", "2025-03-05"),
        told("b", "2025-03-12", counter_measures=["reserve a surveyor"]),
        told("c", "2025-03-06", "E2"),
    ],
)
duties(
    "event_of_a_kind_on_the_same_day",
    "2025-03-05",
    "No days at all: to be told on the day itself. A theft is not among the kinds; of 4 March it is overdue by a day, of the 5th nothing is known this morning.",
    [{"id": "same_day", "kind": "event", "events": ["fire"], "count": 0, "unit": "calendar_day"}],
    customers=[customer("C1", ("M1", "2024-06-01"))],
    events=[happened("E1", "2025-03-04"), happened("E2", "2025-03-04", kind="theft"), happened("E3", "2025-03-05")],
)
duties(
    "outside_the_calendar",
    "2199-06-01",
    "Of days that the calendar does not know nothing is guessed: the item is undetermined, and says why.",
    [EVENT],
    customers=[customer("C1", ("M1", "2024-06-01"))],
    events=[happened("E1", "2199-05-20")],
)
duties(
    "rolled_up_by_unit",
    "2025-05-20",
    "Two sub-branches of a city: counts add up through city and province to the head office.",
    [MONTHLY, {**VISIT, "id": "quarterly", "count": 3}],
    managers=[manager("M1"), manager("M2", ("S2", "2024-01-01")), manager("M3", ("C", "2025-04-01"))],
    customers=[customer("C1"), customer("C2", ("M2", "2025-02-10")), customer("C3", ("M3", "2025-04-15"))],
    log=[report("a", "2025-04-01", "2025-05-02"), report("b", "2025-04-01", "2025-05-12", "M2"), contact("c", "2025-05-10", "C2", manager_id="M2")],
    **{"from": "2025-05-01"},
)
# Mistakes.
duties("posts_that_overlap", "2025-05-20", "A manager is at one unit at a time; a day in common is too many.", [MONTHLY],
    managers=[manager("M1", ("S2", "2025-03-01"), ("S1", "2025-01-01", "2025-03-02"))])
duties("post_that_ends_before_it_begins", "2025-05-20", "A range has at least a day.", [MONTHLY],
    managers=[manager("M1", ("S1", "2025-01-01", "2025-01-01"))])
duties("assignments_that_overlap", "2025-05-20", "A duty of two managers would be nobody's.", [VISIT],
    managers=[manager("M1"), manager("M2")], customers=[customer("C1", ("M1", "2025-01-01"), ("M2", "2025-02-01"))])
duties("unknown_unit", "2025-05-20", "A post at a unit that is not in the tree.", [MONTHLY], managers=[manager("M1", ("S9", "2025-01-01"))])
duties("calendar_missing", "2025-05-20", "Working days without a calendar cannot be counted, nor can a day be rolled.", [{"id": "x", "kind": "event", "count": 5, "unit": "business_day"}])
duties("calendar_unknown", "2025-05-20", "No such calendar is built in.", [{**EVENT, "calendar": "xx"}])
duties("not_the_start_of_a_period", "2025-05-20", "A report names its period by its first day.", [MONTHLY], log=[report("a", "2025-04-02", "2025-05-02")])
duties("unknown_duty", "2025-05-20", "A report for a rule that is none of reports.", [MONTHLY, VISIT], log=[report("a", "2025-04-01", "2025-05-02", duty="visit")])
duties("done_before_the_period", "2025-05-20", "A report of April cannot be written in March.", [MONTHLY], log=[report("a", "2025-04-01", "2025-03-31")])
duties("unknown_event", "2025-05-20", "A report on an event that nobody told.", [EVENT], customers=[customer("C1")], log=[told("a", "2025-05-02")])
duties("known_before_it_happened", "2025-05-20", "Nobody knows of a fire before it breaks out.", [EVENT], customers=[customer("C1")], events=[happened("E1", "2025-05-02", known_on="2025-05-01")])
duties("asked_from_a_later_day", "2025-05-20", "What is asked for ends before it begins.", [MONTHLY], **{"from": "2025-05-21"})
duties("same_rule_twice", "2025-05-20", "Two rules of one id.", [MONTHLY, MONTHLY])
# By a rulebook.
HOUSE = {
    "id": "house",
    "version": "2",
    "language": 1,
    "currency": "CNY",
    "effective": {"from": "2020-01-01"},
    "managers": {"duties": [{**MONTHLY, "due_day": 5}, {**VISIT, "count": 2, "unit": "week", "tiers": ["gold"]}]},
}
duties(
    "by_a_rulebook",
    "2025-05-20",
    "The rulebook wants reports by the 5th, and a visit to a customer of tier gold every two weeks: the report of April, made on the 6th, is a day late; two weeks after 2 May end on the 16th. The answer names the rulebook.",
    None,
    customers=[customer("C1", ("M1", "2025-05-02"), tier="gold"), customer("C2", ("M1", "2025-05-02"), tier="silver")],
    log=[report("a", "2025-04-01", "2025-05-06")],
    **{"from": "2025-05-01"},
    rulebook=HOUSE,
)
duties("by_rules_and_a_rulebook", "2025-05-20", "What is owed is said in one way; the second is one too many.", [MONTHLY], rulebook=HOUSE)
duties("by_nothing", "2025-05-20", "What is owed has to be said: by rules, or by a rulebook.", None)
