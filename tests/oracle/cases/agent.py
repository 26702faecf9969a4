"""Individual agents: who is admitted, which titles are held, which training and which answer is due."""
from vectors import case


def book(inputs=None, **agents):
    """A rulebook of nothing but agents."""
    base = {"id": "vectors", "version": "1", "language": 1, "effective": {"from": "2000-01-01"}, "currency": "CNY"}
    return {**base, **({"inputs": inputs} if inputs else {}), "agents": agents}


LAW = {"jurisdiction": "example", "legal_basis": "example"}
STAGES = [{"id": "first", "level": "county"}, {"id": "second", "level": "city"}, {"id": "third", "level": "province"}]
STRICT = book(age={"least": 18, "most": 60, **LAW}, education={"least": "upper_secondary", **LAW}, experience_months=12, interviews=STAGES)


def interviews(*rows):
    return [dict(zip(("level", "on", "result"), row)) for row in rows]


ALL = interviews(("county", "2025-03-01", "passed"), ("city", "2025-03-02", "passed"), ("province", "2025-03-03", "passed"))


def admit(name, why, rulebook=STRICT, as_of="2025-06-01", **more):
    agent = {"agent_id": "A-1", "birth_date": "1990-01-01", "education": "bachelor", "experience_months": 24, "interviews": ALL, **more}
    agent = {k: v for k, v in agent.items() if v is not None}
    case("agent", f"admit_{name}", "agent_admit", {"rulebook": rulebook, "as_of": as_of, "agent": agent}, why)


admit("in_all", "Every check is met.")
admit("eighteen_tomorrow", "Seventeen still.", birth_date="2007-06-02")
admit("eighteen_today", "Eighteen today.", birth_date="2007-06-01")
admit("born_on_a_leap_day", "Born on 29 February 2004, eighteen years old on 28 February 2022.", birth_date="2004-02-29", as_of="2022-02-28", interviews=[])
admit("born_on_a_leap_day_a_day_before", "On the 27th still seventeen.", birth_date="2004-02-29", as_of="2022-02-27", interviews=[])
admit("sixty", "Sixty, to the last day before the next birthday.", birth_date="1964-06-02")
admit("sixty_one", "Sixty-one today.", birth_date="1964-06-01")
admit("least_education", "The least that is asked for is enough, and a month of experience too few.", education="upper_secondary", experience_months=11)
admit("too_little_education", "A step below.", education="lower_secondary")
admit("nothing_told", "What is not told is looked at by a person, although the interviews are open.", birth_date=None, education=None, experience_months=None, interviews=None)
admit("all_off", "What the rulebook does not ask for is off.", book(experience_months=0), birth_date=None, education=None, experience_months=None, interviews=None)
admit("second_interview_open", "Passed the first; the city is next.", interviews=ALL[:1])
admit("held_today", "What is held today has not been held this morning.", interviews=interviews(("county", "2025-05-31", "passed"), ("city", "2025-06-01", "passed")))
admit("same_day", "Two stages on one day are in order.", interviews=interviews(("city", "2025-03-01", "passed"), ("county", "2025-03-01", "passed")))
admit("wrong_order", "The city a day before the county.", interviews=interviews(("county", "2025-03-02", "passed"), ("city", "2025-03-01", "passed")))
admit("stage_skipped", "The province without the city.", interviews=[ALL[0], ALL[2]])
admit("failed_and_went_on", "Failed at the county, the city should not have been held.", interviews=interviews(("county", "2025-03-01", "failed"), ("city", "2025-03-02", "passed")))
admit("same_stage_twice", "A stage is held once.", interviews=ALL + [ALL[0]])
admit("stage_not_asked_for", "No interview at the head office.", interviews=interviews(("head_office", "2025-03-01", "passed")))

QUALITY = {"mystery_visits": {"type": "count", "subject": "agent"}}
TITLES = book(
    inputs=QUALITY,
    quality_inputs=["mystery_visits"],
    honours=[
        {"id": "gold", "title": "Gold", "volume": "premium >= 100000 CNY", "quality": "persistency_13 >= 90% and complaints = 0"},
        {"id": "silver", "title": "Silver", "volume": "premium >= 50000 CNY", "quality": "persistency_13 >= 85%"},
        {"id": "care", "title": "Care", "quality": "mystery_visits >= 3 and training_passed"},
    ],
    allowances=[
        {"id": "top", "honours": ["gold"], "amount": "1000.00", "every": "month"},
        {"id": "next", "honours": ["silver", "care"], "every": "quarter"},
    ],
)


def honours(name, why, rulebook=TITLES, **facts):
    json = {"rulebook": rulebook, "as_of": "2025-06-01", "agent": {"agent_id": "A-1", "facts": facts}}
    case("agent", f"honours_{name}", "agent_honours", json, why)


honours("volume_and_quality", "At both lines exactly: gold, and with it silver.", premium="100000.00", persistency_13="9/10", complaints="0")
honours("volume_alone", "The volume of gold with a persistency of 89.9999% is silver's: no title by premium alone.", premium="100000.00", persistency_13="89.9999%", complaints="0")
honours("one_fen_short", "A fen below the line of silver; and care without volume.", premium="49999.99", persistency_13="1", complaints="0", mystery_visits="3", training_passed="yes")
honours("quality_unknown", "Gold is unknown while complaints are not told; silver is held, and the better allowance stays undecided.", premium="100000.00", persistency_13="0.95")
honours("false_whatever_is_unknown", "Too little premium: whatever the quality is, not held.", premium="0.00", mystery_visits="2")
honours("persistency_undefined", "A persistency that does not exist compares to nothing.", premium="100000.00", persistency_13="undefined", complaints="0", mystery_visits="9", training_passed="no")
honours("fraction_over_nothing", "Nothing over nothing is undefined too.", premium="100000.00", persistency_13="0/0", complaints="0")
honours("nothing_told", "All is unknown.")
honours("unknown_name", "A fact that nobody asks for.", shoe_size="42")

COURSES = book(training=[
    {"id": "law", "levels": ["one", "two"], "within_months": 1, "every_months": 12, "test": True},
    {"id": "products", "levels": ["one"], "format": "closed", "within_months": 6},
    {"id": "leading", "levels": ["two"], "within_months": 0, "every_months": 24},
])


def done(course, on, passed=None):
    return {"course": course, "on": on, **({} if passed is None else {"passed": passed})}


def training(name, as_of, why, *agents):
    case("agent", f"training_{name}", "agent_training", {"rulebook": COURSES, "as_of": as_of, "agents": list(agents)}, why)


def trainee(id, *taken, level="one", since="2024-01-31"):
    return {"agent_id": id, "level": level, "since": since, "done": list(taken)}


training("within_a_month", "2024-02-29", "A month from 31 January is 29 February: due today.", trainee("A"))
training("overdue_a_day_later", "2024-03-01", "Overdue the day after; taken that day it does not count yet.", trainee("A", done("law", "2024-03-01", True)))
training("again_after_a_year", "2025-02-28", "Passed on 29 February 2024, a year on 28 February; the other course once and for all.", trainee("A", done("law", "2024-02-29", True), done("products", "2024-05-01")))
training("without_the_test", "2024-06-01", "Taken without passing does not count; passed once and failed later stands, and says so; not told is not passed.",
    trainee("B", done("law", "2024-02-10", False)), trainee("A", done("law", "2024-02-10", True), done("law", "2024-04-10", False)), trainee("C", done("law", "2024-02-10")), trainee("D", done("law", "2024-02-10", False), done("law", "2024-03-10", True)))
training("at_once", "2024-01-31", "Due on the first day.", trainee("A", level="two"))
training("unknown_level", "2024-06-01", "No course is for it.", trainee("A", level="three"))
training("unknown_course", "2024-06-01", "No such course.", trainee("A", done("dancing", "2024-02-10")))

DESK = book(
    importance=[{"id": "urgent", "count": 2, "unit": "business_day", "calendar": "cn"}, {"id": "normal", "count": 10, "unit": "day"}, {"id": "now", "count": 0, "unit": "day"}],
    contents=[{"id": "quotation", "help": "full"}, {"id": "dispute", "help": "shared"}],
)


def request(id, importance, received_on, done_on=None, content="quotation"):
    return {"request_id": id, "importance": importance, "content": content, "received_on": received_on, **({"done_on": done_on} if done_on else {})}


def support(name, as_of, why, *requests):
    case("agent", f"support_{name}", "agent_support", {"rulebook": DESK, "as_of": as_of, "requests": list(requests)}, why)


support("over_spring_festival", "2025-02-06", "Two working days from Friday 24 January 2025 are Sunday 26 and Monday 27 January; from the 27th they are 5 and 6 February: due today.",
    request("a", "urgent", "2025-01-24"), request("b", "urgent", "2025-01-27"), request("c", "urgent", "2025-02-05"))
support("days", "2025-06-11", "Ten days from 1 June are the 11th: done on the day, a day late would be the 12th; done today is not done this morning.",
    request("d", "normal", "2025-06-01", "2025-06-11"), request("c", "normal", "2025-05-31", "2025-06-10"), request("b", "normal", "2025-05-30", "2025-06-10"), request("a", "normal", "2025-05-31"))
support("on_the_day", "2025-06-02", "No days at all: due on the day, overdue after it; half of the help with a dispute is the agent's own.", request("a", "now", "2025-06-02", content="dispute"), request("b", "now", "2025-06-01", content="dispute"))
support("done_before_it_came", "2025-06-02", "Nothing is done before it is asked for.", request("a", "now", "2025-06-01", "2025-05-31"))
support("unknown_words", "2025-06-02", "Neither such an importance nor such a content.", request("a", "whenever", "2025-06-01", content="gossip"))


# --- grade ----------------------------------------------------------------------------

CARD = {
    "dimensions": [
        {"id": "volume", "weight": "50%"},
        {"id": "quality", "weight": "50%", "floors": [{"least": "60", "best": "standard"}]},
    ],
    "characteristics": [
        {"id": "premium", "dimension": "volume", "value": "premium", "weight": "100%", "missing": "undecided",
         "bands": [{"below": "500 CNY", "points": "20"}, {"from": "500 CNY", "below": "2000 CNY", "points": "60"}, {"from": "2000 CNY", "points": "100"}]},
        {"id": "persistency", "dimension": "quality", "value": "persistency_13", "weight": "60%", "missing": {"points": "0"},
         "bands": [{"below": "80%", "points": "0"}, {"from": "80%", "below": "90%", "points": "60"}, {"from": "90%", "points": "100"}]},
        {"id": "complaints", "dimension": "quality", "value": "complaints", "weight": "40%", "missing": {"points": "0"},
         "bands": [{"below": "1", "points": "100"}, {"from": "1", "below": "3", "points": "50"}, {"from": "3", "points": "0"}]},
    ],
    "vetoes": [{"id": "violation", "when": "violations >= 1", "grade": "trainee"}],
    "grades": [{"grade": "elite", "from": "85"}, {"grade": "senior", "from": "70", "below": "85"}, {"grade": "standard", "from": "50", "below": "70"}, {"grade": "trainee", "below": "50"}],
}
GRADED = book(grade=CARD)
BEST = {"premium": "2000.00", "persistency_13": "90%", "complaints": "0", "violations": "0"}


def grade(name, why, rulebook=GRADED, **facts):
    told = {k: v for k, v in {**BEST, **facts}.items() if v is not None}
    json = {"rulebook": rulebook, "as_of": "2025-01-01", "agent": {"agent_id": "A-1", "facts": told}}
    case("agent", f"grade_{name}", "agent_grade", json, why)


grade("best", "A hundred points; there is nothing above.")
grade("a_fen_below_a_band", "A fen less: 30 + 50 points, senior, and five are missing.", premium="1999.99")
grade("two_bands_lower", "10 + 50 points: standard.", premium="499.99")
grade("persistency_at_its_edge", "Exactly 80%: quality of 36 + 40 = 76, 88 in all.", persistency_13="80%")
grade("floor_binds", "Quality of 40 is below its floor: 70 points are senior by score, and standard is the best that counts.", persistency_13="79.99%")
grade("floor_met_exactly", "Quality of 60 meets the floor: 80 points, senior.", complaints="3", persistency_13="90%")
grade("complaints_in_the_middle", "One complaint: 50 + 0.5 x (60 + 20) = 90.", complaints="1")
grade("veto", "A violation outweighs every point.", violations="1")
grade("veto_unknown", "Nobody told of violations: a person looks, and no grade is said.", violations=None)
grade("undecided", "No premium is told: no points.", premium=None)
grade("missing_is_worth_nothing", "Quality that nobody told earns nothing: 50 points, and the floor allows no more than standard.", persistency_13=None, complaints=None)
grade("ratio_of_nothing", "A persistency of no policies is not known to be anything.", persistency_13="undefined")
grade("no_card", "The rulebook has no scorecard of agents.", rulebook=book(experience_months=0))
grade("unknown_fact", "No such fact.", postage="1")
