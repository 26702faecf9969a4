"""The appraisal of account managers: edges of bands, floors, vetoes, limits of steps, part years, peers, unrated."""
from vectors import case

RESULTS = [
    {"id": "attainment", "dimension": "results", "value": "attainment", "weight": "60%", "missing": "undecided",
     "bands": [{"below": "80%", "points": "0"}, {"from": "80%", "below": "100%", "points": "50"}, {"from": "100%", "points": "100"}]},
    {"id": "retention", "dimension": "results", "value": "retention", "weight": "40%", "missing": {"points": "25"},
     "bands": [{"below": "90%", "points": "0"}, {"from": "90%", "points": "100"}]},
]
ABILITY = [
    {"id": "exam", "dimension": "ability", "value": "exam_score", "weight": "75%", "missing": {"points": "20"},
     "bands": [{"below": "60", "points": "0"}, {"from": "60", "below": "80", "points": "60"}, {"from": "80", "points": "100"}]},
    {"id": "licensed", "dimension": "ability", "value": "licensed", "weight": "25%", "missing": {"points": "0"},
     "cases": [{"is": [True], "points": "100"}], "otherwise": "0"},
]
GRADES = [
    {"grade": "principal", "from": "90"},
    {"grade": "senior", "from": "75", "below": "90"},
    {"grade": "standard", "from": "60", "below": "75"},
    {"grade": "junior", "from": "40", "below": "60"},
    {"grade": "trainee", "below": "40"},
]
INPUTS = {name: {"type": kind, "subject": "manager"} for name, kind in (("exam_score", "count"), ("licensed", "boolean"), ("fraud", "boolean"))}


def dimension(id, weight, *floors):
    rows = [{"least": least, "best": best} for least, best in floors]
    return {"id": id, "weight": weight, **({"floors": rows} if rows else {})}


def book(dimensions, characteristics=RESULTS + ABILITY, grades=GRADES, vetoes=None, **managers):
    """A rulebook of nothing but managers."""
    card = {"dimensions": dimensions, "characteristics": characteristics, "grades": grades}
    if dimensions is None:
        del card["dimensions"]
    return {
        "id": "vectors",
        "version": "1",
        "language": 1,
        "effective": {"from": "2000-01-01"},
        "currency": "CNY",
        "inputs": INPUTS,
        "managers": {"appraisal": {**card, **({"vetoes": vetoes} if vetoes else {})}, **managers},
    }


def alone(value, bands, missing="undecided", **managers):
    """One characteristic is the whole score: 100 points are principal, 0 trainee."""
    one = {"id": "only", "value": value, "weight": "1", "missing": missing, "bands": bands}
    return book(None, [one], **managers)


def at(bound, below="0", above="100"):
    return [{"below": bound, "points": below}, {"from": bound, "points": above}]


PLAIN = [dimension("results", "60%"), dimension("ability", "40%")]
FREE = {"steps_up": 4, "steps_down": 4}
SCORES = book(PLAIN, **FREE)
YEAR = {"from": "2025-01-01", "to": "2026-01-01"}


def manager(id="M-1", grade="standard", target="1000.00", premium="1000.00", due="100.00", kept="90.00", exam=80, licensed=True, **more):
    """Everything at its best, unless said; None takes a fact away."""
    drop = lambda d: {k: v for k, v in d.items() if v is not None}
    results = drop({"new_premium": premium, "premium_target": target, "renewal_due": due, "renewal_kept": kept, **more.pop("results", {})})
    inputs = drop({"exam_score": exam, "licensed": licensed, **more.pop("inputs", {})})
    base = {"manager_id": id, "grade": grade, "unit_id": "S", **({"results": results} if results else {}), **({"inputs": inputs} if inputs else {})}
    return drop({**base, **more})


def served(*spans):
    return [{"from": a, "to": b} for a, b in spans]


def appraise(name, rulebook, managers, why, period=YEAR, **more):
    managers = managers if isinstance(managers, list) else [managers]
    case("appraisal", name, "manager_appraise", {"rulebook": rulebook, "period": period, "managers": managers, **more}, why)


# Edges of bands.
appraise("all_at_its_best", SCORES, manager(), "100 points in both dimensions: principal, and nothing above it.")
appraise("attainment_at_100", SCORES, manager(premium="1000.00"), "Exactly 100% belongs to the band that begins there.")
appraise("attainment_a_fen_below_100", SCORES, manager(premium="999.99"), "A fen below: 0.6 x (0.6 x 50 + 0.4 x 100) + 40 = 82, senior; eight points are missing to principal.")
appraise("attainment_at_80", SCORES, manager(premium="800.00"), "Exactly 80%: half of the points still.")
appraise("attainment_a_fen_below_80", SCORES, manager(premium="799.99"), "0.6 x 40 + 40 = 64: standard.")
appraise("retention_a_hair_below", SCORES, manager(due="9223372036854.00", kept="8301034833168.59"), "8301034833168.59 of 9223372036854.00 is just below 90%, which 8301034833168.60 would be; no rounding helps: 0.6 x 60 + 40 = 76.")
appraise("retention_exactly", SCORES, manager(due="9223372036854.00", kept="8301034833168.60"), "Exactly 90%.")
appraise("exam_at_60", SCORES, manager(exam=60), "0.75 x 60 + 25 = 70 points of ability, 88 in all.")
appraise("exam_at_59", SCORES, manager(exam=59), "25 of ability: 60 + 10 = 70.")
appraise("not_licensed", SCORES, manager(licensed=False), "Every other value of a yes or no: 75 of ability: exactly 90, which is principal.")
appraise("grade_within", SCORES, manager(premium="799.99", exam=79, licensed=False), "0.6 x 40 + 0.4 x 45 = 42: junior, from 40 to 60.")
appraise("grade_exactly_at_its_edge", SCORES, manager(premium="799.99", kept="89.99", exam=80), "Nothing of results: 40 points are exactly junior.")
appraise("below_every_edge", SCORES, manager(premium="799.99", kept="89.99", exam=79), "0.4 x 70 = 28: trainee, with twelve points to junior.")
FINE = alone("attainment", [{"below": "50%", "points": "59.999999"}, {"from": "50%", "points": "60"}], **FREE)
appraise("a_millionth_below", FINE, manager(premium="499.99"), "59.999999 is below 60: junior.")
appraise("points_at_the_cut", FINE, manager(premium="500.00"), "60 is standard.")
appraise("weights_are_exact", book(None, [
    {"id": "third", "value": "exam_score", "weight": "0.333333", "missing": "undecided", "bands": at("1", "0", "100")},
    {"id": "rest", "value": "exam_score", "weight": "0.066667", "missing": "undecided", "bands": at("1", "0", "400")}], **FREE),
    manager(), "33.3333 and 26.6668: 60.0001, with no rounding in between.")
# Missing values.
appraise("retention_missing", SCORES, manager(kept=None), "Not told: 25 points of its own, 0.6 x 70 + 40 = 82.")
appraise("retention_undefined", SCORES, manager(due="0.00", kept="0.00"), "Nothing was due: undefined is missing too.")
appraise("attainment_missing", SCORES, manager(target=None), "What the card cannot do without is undecided, not zero.")
appraise("target_of_zero", SCORES, manager(target="0.00"), "No target, no attainment: undecided.")
appraise("first_missing_is_named", book(PLAIN, [{**c, "missing": "undecided"} for c in [ABILITY[0], *RESULTS, ABILITY[1]]], **FREE),
    manager(target=None, licensed=None, exam=None), "Three are missing: the first of the document is named, in whatever dimension.")
# Floors.
FLOORS = book([dimension("results", "60%", ("60", "senior"), ("50", "junior")), dimension("ability", "40%", ("45", "standard"))], **FREE)
appraise("floors_kept", FLOORS, manager(kept="89.99", exam=79), "60 points of results are not fewer than 60; 70 of ability: 64.")
appraise("floor_broken_and_not_binding", book([dimension("results", "60%"), dimension("ability", "40%", ("45", "standard"))], **FREE), manager(exam=59),
    "Fewer than 45 of ability (25) would be at best standard: 70 points are standard anyway; the floor is broken and does not bind.")
HIGH = book([dimension("results", "90%"), dimension("ability", "10%", ("45.01", "standard"), ("25", "junior"))], **FREE)
appraise("floor_missed_by_a_hundredth", HIGH, manager(exam=79, licensed=False), "45 points of ability where 45.01 are asked for: 94.5 in all would be principal, and standard is the best there is; 0.01 is missing.")
appraise("lower_floor_met_exactly", HIGH, manager(exam=59), "25 points: the floor of 25 is met, that of 45.01 binds.")
appraise("lowest_floor_binds", HIGH, manager(exam=59, licensed=False), "No point of ability: both floors are broken, and junior is the worse.")
TWO = book([dimension("results", "50%", ("41", "standard")), dimension("ability", "50%", ("80", "standard"), ("90", "senior"))], grades=[{"grade": "principal", "from": "20"}, {"grade": "trainee", "below": "20"}], **FREE)
appraise("first_of_equal_floors", TWO, manager(premium="799.99", exam=79), "Two floors hold at standard: that of the first dimension is named; between principal and trainee there is no grade of the card.")
appraise("floor_never_raises", FLOORS, manager(premium="799.99", kept="89.99", exam=59, licensed=False), "No points at all are trainee; a floor at junior makes nobody better.")
# Vetoes.
VETOES = [{"id": "fraud", "when": "fraud", "grade": "trainee"}, {"id": "complaints", "when": "upheld_complaints >= 3", "grade": "junior"}]
VETO = book(PLAIN, vetoes=VETOES, **FREE)
told = lambda complaints, fraud: {"results": {"upheld_complaints": complaints}, "inputs": {"fraud": fraud}}
appraise("no_veto", VETO, manager(**told(2, False)), "Neither holds: the score decides.")
appraise("veto_at_its_edge", VETO, manager(**told(3, False)), "The third complaint is a veto, whatever the score.")
appraise("first_veto_decides", VETO, manager(**told(3, True)), "Both hold: the first decides.")
appraise("veto_unknown", VETO, manager(**told(2, None)), "Nobody told whether there was fraud: a person looks.")
appraise("veto_before_an_unknown_one", VETO, manager(**told(3, None)), "The first is unknown and the second holds: what holds decides.")
appraise("veto_before_undecided", VETO, manager(target=None, **told(0, True)), "A veto decides although the score is undecided.")
appraise("review_before_undecided", VETO, manager(target=None, **told(None, False)), "Unknown complaints come before an undecided score.")
appraise("veto_is_not_softened", book(PLAIN, vetoes=VETOES), manager(grade="principal", **told(0, True)), "From principal to trainee in one year: the limit of one step does not help against a veto.")
appraise("veto_never_promotes", VETO, manager(grade="trainee", **told(3, False)), "A veto at junior leaves a trainee a trainee.")
appraise("veto_of_a_newcomer", VETO, manager(grade=None, **told(3, False)), "Without a present grade the veto's.")
# Limits of steps.
STEPS = book(PLAIN)
appraise("one_step_up", STEPS, manager(grade="senior"), "Principal by score, one step up: no limit.")
appraise("two_steps_up", STEPS, manager(grade="standard"), "Principal by score, from standard one step at most: senior.")
appraise("one_step_down", STEPS, manager(grade="senior", premium="799.99"), "64 points are standard: one step down.")
appraise("three_steps_down", STEPS, manager(grade="principal", premium="799.99", kept="89.99"), "40 points are junior, three steps down: at most one, senior.")
appraise("confirmed", STEPS, manager(grade="principal"), "Principal stays principal.")
appraise("no_step_up_at_all", book(PLAIN, steps_up=0, steps_down=2), manager(grade="senior"), "No step up in this rulebook.")
appraise("two_of_three_steps_down", book(PLAIN, steps_up=0, steps_down=2), manager(grade="principal", premium="799.99", kept="89.99"), "Two steps down of three.")
appraise("limit_just_reached", book(PLAIN, steps_down=2), manager(grade="principal", premium="799.99"), "Two steps down where two are allowed: no limit binds.")
appraise("first_grade", STEPS, manager(grade=None), "Nobody begins above standard.")
appraise("first_grade_below_the_best", STEPS, manager(grade=None, premium="799.99", kept="89.99"), "Junior by score, and so the first grade is junior.")
appraise("first_grade_of_the_rulebook", book(PLAIN, first_grade_at_best="senior"), manager(grade=None), "At best senior, if the rulebook says so.")
appraise("floor_then_step", book([dimension("results", "90%"), dimension("ability", "10%", ("45.01", "standard"))]), manager(grade="principal", exam=59), "Standard by the floor, senior by the limit of one step.")
# Part years.
PART = alone("attainment", at("100%"), **FREE)
HALF = served(("2025-01-01", "2025-07-02"))  # 182 days
appraise("half_a_year", PART, manager(premium="498.64", served=HALF), "498.64 x 365 / 182 = 1000.0198..: rounded down 1000.01, at the target of the whole year.")
appraise("half_a_year_a_fen_less", PART, manager(premium="498.62", served=HALF), "498.62 x 365 / 182 = 999.9796..: rounded down 999.97, below the target.")
appraise("rounded_down_to_the_target", PART, manager(premium="498.63", target="999.99", served=HALF), "498.63 x 365 / 182 = 999.9997..: 999.99, exactly the target.")
appraise("leap_year", PART, manager(premium="500.00", served=served(("2024-01-01", "2024-07-02"))), "183 of 366 days: twice the premium exactly.", period={"from": "2024-01-01", "to": "2025-01-01"})
appraise("leap_year_a_day_less", PART, manager(premium="497.26", served=served(("2024-01-01", "2024-07-01"))), "182 of 366 days: 497.26 x 366 / 182 = 999.9843..", period={"from": "2024-01-01", "to": "2025-01-01"})
appraise("joined_in_the_year", PART, manager(premium="498.64", joined_on="2025-07-03"), "Who joined on 3 July served 182 days.")
appraise("two_ranges", PART, manager(premium="498.64", served=served(("2025-09-01", "2025-12-01"), ("2025-01-01", "2025-04-02"))), "91 and 91 days, with leave between.")
COMPLAINTS = alone("upheld_complaints", at("3", "100", "0"), **FREE)
appraise("complaints_of_a_part_year", COMPLAINTS, manager(results={"upheld_complaints": 2}, served=served(("2025-01-01", "2025-09-01"))), "Two in 243 days are 3.004 a year, which is three.")
appraise("complaints_of_a_day_more", COMPLAINTS, manager(results={"upheld_complaints": 2}, served=served(("2025-01-01", "2025-09-02"))), "Two in 244 days are 2.99 a year, which is two.")
appraise("ratios_are_not_scaled", alone("retention", at("90%"), **FREE), manager(served=HALF), "90.00 of 100.00 is 90% however few days were served.")
appraise("minimum_days_exactly", PART, manager(premium="246.58", served=served(("2025-01-01", "2025-04-01"))), "Ninety days are enough: 246.58 x 365 / 90 = 1000.0188..")
appraise("a_day_too_short", PART, manager(served=served(("2025-01-01", "2025-03-31"))), "89 days are too few to judge anybody.")
appraise("minimum_of_the_rulebook", alone("attainment", at("100%"), minimum_days=182, **FREE), [manager(served=HALF), manager("M-2", served=served(("2025-01-01", "2025-07-01")))], "182 days are enough where 182 are asked for, 181 are not.")
appraise("nothing_served", PART, manager(served=[]), "Not a day of service in the whole period.")
appraise("no_appraisal", PART, [{"manager_id": "M-1", "grade": "senior", "unit_id": "S", "served": []}, {"manager_id": "M-2"}], "No facts at all: not appraised, which is said before too short.")
appraise("results_of_nothing", PART, {"manager_id": "M-1", "results": {}}, "Results that hold nothing are results: undecided, not unrated.")
# Time served and other facts.
appraise("years_of_service", alone("years_of_service", at("3"), **FREE), [manager("M-1", joined_on="2023-01-01"), manager("M-2", joined_on="2023-01-02"), manager("M-3")], "Three years on the day the period ends; a day later joined is two; not told is undecided.")
appraise("years_from_a_leap_day", alone("years_in_grade", at("1"), **FREE), [manager("M-1", grade_since="2024-02-29"), manager("M-2", grade_since="2024-03-01")], "A year from 29 February 2024 is 28 February 2025.", period={"from": "2024-02-28", "to": "2025-02-28"})
appraise("customers_by_category", alone("customers(category: key)", at("1"), **FREE), [manager("M-1", customers={"key": 1}), manager("M-2", customers={"standard": 5}), manager("M-3")], "A category that is not named is none; no customers told is unknown.")
appraise("loss_ratio_of_a_recovery", alone("loss_ratio", at("0%", "100", "0"), **FREE), manager(results={"earned_premium": "100.00", "incurred": "-0.01"}), "More recovered than paid: below nothing.")
# Peers.
PEERS = alone("peer_percentile(of: attainment)", at("50%"), **FREE)


def peers(*premiums, **more):
    return [manager(f"M-{i}", premium=p, **more) for i, p in enumerate(premiums, 1)]


appraise("peers", PEERS, peers("100.00", "200.00", "300.00", "400.00", "500.00"), "0, 1, 2, 3 and 4 of four: who has half or more below them has the points.")
appraise("peers_alike", PEERS, peers("300.00", "300.00", "300.00"), "Strictly lower: nobody stands below their like.")
appraise("nobody_to_compare_with", PEERS, manager(), "Alone there is no percentile: undefined.")
appraise("peers_unknown", PEERS, peers("100.00", None, "300.00"), "Who has no value is no peer, and gets none: 0 of 1, nothing, 1 of 1.")
appraise("peers_of_a_part_year", PEERS, [manager("M-1", premium="500.00"), manager("M-2", premium="300.00", served=HALF), manager("M-3", premium="9000.00", served=served(("2025-01-01", "2025-03-31")))], "300.00 in half a year are 601.64 in a whole one; who is unrated is nobody's peer.")
appraise("peers_only_one_asked_for", PEERS, peers("100.00", "200.00", "300.00"), "The others are peers and not answered for.", only=["M-2"])
GRADED = alone("peer_percentile(of: attainment)", at("50%"), peers="grade", **FREE)
appraise("peers_of_the_grade", GRADED, [*peers("100.00", "200.00"), manager("M-3", premium="900.00", grade="senior"), manager("M-4", premium="50.00", grade=None)], "Only those of the same present grade; without one it is not known whose peer somebody is.")
UNITS = alone("peer_percentile(of: customers)", at("50%"), peers="unit", **FREE)
appraise("peers_of_the_unit", UNITS, [manager("M-1", customers={"key": 2}), manager("M-2", customers={"standard": 1}), manager("M-3", unit_id="T", customers={}), manager("M-4", unit_id="T")], "Within a unit, by all customers together: 2 against 1; none in the other unit has nobody with a known value.")
# Mistakes.
appraise("manager_twice", PART, [manager(), manager()], "The later is named.")
appraise("period_without_a_day", PART, manager(), "A period has at least a day.", period={"from": "2025-01-01", "to": "2025-01-01"})
appraise("served_ranges_overlap", PART, manager(served=served(("2025-03-01", "2025-06-01"), ("2025-01-01", "2025-03-02"))), "The later by its day.")
appraise("served_outside_the_period", PART, [manager(served=served(("2024-12-31", "2025-06-01"))), manager("M-2", served=served(("2025-06-01", "2026-01-02")))], "A day too early, a day too late.")
appraise("served_without_a_day", PART, manager(served=served(("2025-03-01", "2025-03-01"))), "A range has at least a day.")
appraise("joined_when_it_was_over", PART, manager(joined_on="2026-01-01"), "Who joins on the day after the period was not there.")
appraise("graded_before_joining", PART, manager(joined_on="2020-01-02", grade_since="2020-01-01"), "A grade from before the first day.")
appraise("more_satisfied_than_asked", PART, manager(results={"asked": 4, "satisfied": 5, "reports_due": 1, "reports_on_time": 2}), "A part is never more than the whole.")
appraise("unknown_input", PART, manager(inputs={"shoe_size": 42}), "An input that the rulebook does not declare.")
appraise("asked_for_nobody", PART, manager(), "Nobody of that id.", only=["M-1", "M-9"])
# Mistakes of the scorecard itself.


def wrong(name, why, dimensions=PLAIN, characteristics=RESULTS + ABILITY, grades=GRADES):
    appraise(f"card_{name}", book(dimensions, characteristics, grades), manager(), why)


def but(rows, i, **more):
    """The rows with one of them changed; None takes a field away."""
    changed = {k: v for k, v in {**rows[i], **more}.items() if v is not None}
    return [*rows[:i], changed, *rows[i + 1:]]


EVERY = RESULTS + ABILITY
wrong("dimensions_do_not_add_up", "60% and 39.9999%.", but(PLAIN, 1, weight="39.9999%"))
wrong("dimensions_add_up_to_more", "60% and 40.0001%.", but(PLAIN, 1, weight="40.0001%"))
wrong("characteristics_do_not_add_up", "59% and 40% of the results; ability is fine.", characteristics=but(EVERY, 0, weight="59%"))
wrong("both_do_not_add_up", "The dimensions, and the parts of both of them: three at once.", but(PLAIN, 0, weight="61%"), but(but(EVERY, 0, weight="61%"), 2, weight="74%"))
wrong("dimension_of_nothing", "A dimension without characteristics adds up to nothing.", [*but(PLAIN, 0, weight="50%"), dimension("experience", "10%")])
wrong("without_a_dimension", "One that names no dimension is in none; the others no longer add up.", characteristics=but(EVERY, 1, dimension=None))
wrong("unknown_dimension", "There is none of that name.", characteristics=but(EVERY, 1, dimension="luck"))
wrong("dimension_where_there_are_none", "A card without dimensions.", None, [{**RESULTS[0], "weight": "1"}])
wrong("negative_weight", "160% less 60% are 100% and no weights.", [dimension("results", "160%"), dimension("ability", "-60%")])
wrong("bands_overlap", "79% to 80% would be in two.", characteristics=but(EVERY, 0, bands=[{"below": "80%", "points": "0"}, {"from": "79%", "points": "50"}]))
wrong("bands_leave_a_gap", "80% to 81% would be in none.", characteristics=but(EVERY, 0, bands=[{"below": "80%", "points": "0"}, {"from": "81%", "points": "50"}]))
wrong("band_of_nothing", "No value is at least 80% and below it.", characteristics=but(EVERY, 0, bands=[{"below": "80%", "points": "0"}, {"from": "80%", "below": "80%", "points": "10"}, {"from": "80%", "points": "50"}]))
wrong("grades_overlap", "59 to 60 points would be two grades.", grades=[{"grade": "trainee", "below": "60"}, {"grade": "standard", "from": "59"}])
wrong("grades_leave_a_gap", "60 to 61 points would be no grade.", grades=[{"grade": "trainee", "below": "60"}, {"grade": "standard", "from": "61"}])
wrong("same_characteristic_twice", "Two of one id.", None, [{"id": "twice", "value": "attainment", "weight": "1", "missing": "undecided", "bands": at("100%")}] * 2)
wrong("floor_at_the_best_grade", "A floor at the best grade of all stops nobody.", [dimension("results", "60%", ("50", "principal")), PLAIN[1]])
wrong("floor_behind_another", "Whoever breaks the second breaks the first, which is as bad.", [dimension("results", "60%", ("50", "standard"), ("40", "standard")), PLAIN[1]])
wrong("floor_twice", "Of two alike the second is told.", [dimension("results", "60%", ("50", "standard"), ("50", "standard")), PLAIN[1]])
wrong("floor_of_no_grade", "No such grade.", [dimension("results", "60%", ("50", "master")), PLAIN[1]])
