"""Partner firms: three clean years to the day, what veto a code is, the pass line, periods one after another."""
from vectors import case

SEVERITIES = [
    {"id": "rebate", "kind": "violation", "major": True, "veto": True},
    {"id": "fined", "kind": "penalty", "major": True},
    {"id": "late_filing", "kind": "violation", "major": False},
]


def book(**partners):
    """A rulebook of nothing but partners."""
    return {
        "id": "vectors",
        "version": "1",
        "language": 1,
        "effective": {"from": "2000-01-01"},
        "currency": "CNY",
        "partners": {"severities": SEVERITIES, **partners},
    }


BY_DECISION = book(pass_line="60")
BY_ACT = book(clean_date="act")


def event(id, code="rebate", decided=None, act=None, known=None):
    told = {"act_on": act, "decided_on": decided, "known_on": known}
    return {"event_id": id, "code": code, **{k: v for k, v in told.items() if v}}


def admit(name, events, why, rulebook=BY_DECISION, as_of="2025-06-01", **more):
    partner = {"partner_id": "B-7", "licence": {"from": "2019-01-01"}, "compliant": True, "events": events, **more}
    partner = {k: v for k, v in partner.items() if v is not None}
    case("partner", f"admit_{name}", "partner_admit", {"rulebook": rulebook, "as_of": as_of, "partner": partner}, why)


admit("clean", [], "None known, a licence, compliant: admitted.")
# Three years, by the decision.
admit("decided_the_day_before_the_window", [event("V", decided="2022-05-31", act="2022-05-01")], "Three years before 1 June 2025 begin on 1 June 2022: decided the day before, it is past.")
admit("decided_on_the_first_day", [event("V", decided="2022-06-01", act="2022-05-31")], "Decided on the first day of the three years, although the act lies before: refused.")
admit("decided_the_day_after", [event("V", decided="2022-06-02", act="2022-06-02")], "Act and decision within: refused.")
admit("decided_yesterday", [event("V", "fined", decided="2025-05-31", act="2020-01-01")], "The act is five years old, the penalty was decided yesterday: refused.")
admit("decided_today", [event("V", decided="2025-06-01", act="2025-01-01")], "The day is read at its start: what is decided today is not decided yet.")
admit("decided_tomorrow", [event("V", decided="2025-06-02", act="2025-01-01")], "Nor what will be.")
# Three years, by the act.
admit("acted_the_day_before_the_window", [event("V", decided="2022-06-01", act="2022-05-31")], "By the date of the act it is past, although decided within.", BY_ACT)
admit("acted_on_the_first_day", [event("V", decided="2024-01-01", act="2022-06-01")], "Done on the first day of the three years: refused.", BY_ACT)
admit("acted_the_day_after", [event("V", act="2022-06-02")], "Done a day later; the decision is not needed.", BY_ACT)
admit("acted_unknown", [event("V", decided="2024-01-01")], "The date that counts is not told: to be looked at by a person.", BY_ACT)
# 29 February.
admit("leap_day_before", [event("V", decided="2021-02-27")], "Three years before 29 February 2024 begin on 28 February 2021; the 27th is past.", as_of="2024-02-29")
admit("leap_day_on", [event("V", decided="2021-02-28")], "Three years before 29 February 2024 begin on 28 February 2021, the first day.", as_of="2024-02-29")
admit("leap_day_after", [event("V", decided="2021-03-01")], "A day into them.", as_of="2024-02-29")
admit("decided_on_a_leap_day", [event("V", decided="2024-02-29")], "On 1 March 2027 three years begin on 1 March 2024, and 29 February is past.", as_of="2027-03-01")
admit("decided_on_a_leap_day_a_day_earlier", [event("V", decided="2024-02-29")], "On 28 February 2027 they begin on 28 February 2024.", as_of="2027-02-28")
admit("five_clean_years", [event("V", decided="2020-06-01"), event("W", decided="2020-05-31")], "Five years, if the rulebook says so: on the first day, and the day before.", book(clean_years=5))
# What else decides.
admit("minor", [event("V", "late_filing", decided="2025-01-01")], "A minor violation does not count.")
admit("unknown_code", [event("V", "speeding", decided="2010-01-01")], "A code that nobody listed is looked at by a person, whatever its date.")
admit("date_missing", [event("V", act="2024-01-01")], "Not decided as far as is told: a person looks.")
admit("all_reasons", [event("W", "fined", decided="2024-01-01"), event("V", decided="2024-01-01"), event("X", "speeding"), event("Y")],
    "Violation and penalty, an unknown code, a date that is missing, no licence any more and not compliant: every reason is told, those of the events in order of their ids.", licence={"from": "2019-01-01", "to": "2025-06-01"}, compliant=False)
admit("nothing_told", None, "What is not known is looked at: events, licence, compliance.", licence=None, compliant=None)
admit("licence_from_today", [], "A licence from today is valid today.", licence={"from": "2025-06-01", "to": "2025-06-02"})
admit("licence_from_tomorrow", [], "Not valid yet.", licence={"from": "2025-06-02"})
admit("licence_not_required", [], "Where none is required none is asked for.", book(licence_required=False), licence=None)
admit("decided_before_the_act", [event("V", decided="2024-01-01", act="2024-01-02")], "Nothing is decided before it is done.")
admit("same_event_twice", [event("V", decided="2024-01-01"), event("V", decided="2024-01-02")], "An event has one id.")


def track(name, periods, why, rulebook=BY_DECISION, as_of="2025-06-01", **more):
    rows = [dict(zip(("from", "to"), span), **says) for *span, says in periods]
    case("partner", f"track_{name}", "partner_track", {"rulebook": rulebook, "as_of": as_of, "partner_id": "B-7", **more, "periods": rows}, why)


def quarters(*points):
    starts = [f"{y}-{m:02}-01" for y in (2022, 2023, 2024, 2025) for m in (1, 4, 7, 10)]
    return [(starts[i], starts[i + 1], {"points": p} if isinstance(p, str) else p) for i, p in enumerate(points)]


ONE = book(pass_line="60", probation_periods=1)
TWO = book(pass_line="60", probation_periods=2)
track("at_the_line", quarters("60", "59.99"), "Sixty passes; a hundredth less is exit, where no probation is granted.")
track("probation", quarters("59.9", "60", "59.9"), "One period below is probation, a good one ends it, and the next below is probation again.", ONE)
track("second_in_a_row", quarters("59.9", "59.9", "80"), "The second in a row is exit; what comes after it does not count.", ONE)
track("unknown_between", quarters("59", {}, "59", "59"), "A period without points neither breaks the run nor lengthens it: the third below is exit with two of probation.", TWO)
track("veto", quarters("95", {"points": "95", "vetoes": ["V-2", "V-1", "V-2"]}, "95"), "A veto is exit whatever the points.", TWO)
track("not_over", [("2025-04-01", "2025-06-01", {"points": "10"}), ("2025-06-01", "2025-07-01", {"points": "10"})], "A period that ends today counts, one that goes on does not.", TWO)
track("own_line", [("2025-01-01", "2025-02-01", {"points": "50", "line": "50"}), ("2025-02-01", "2025-03-01", {"points": "50", "line": "50.01"})], "A period may have a line of its own.", ONE)
track("without_a_line", quarters("70", "10"), "Where no line is drawn a person looks at every period.", book())
track("printed_without_zeros", quarters("60.0", "59.990"), "Sixty passes, however it is written.", ONE)
track("not_over_after_exit", [("2025-01-01", "2025-02-01", {"points": "1"}), ("2025-02-01", "2025-03-01", {"points": "99"}), ("2025-05-01", "2025-07-01", {"points": "99"})], "After an exit nothing counts; what is not over is said to be so all the same.")
track("period_without_a_day", [("2025-02-01", "2025-02-01", {"points": "70"})], "A period has at least a day.")
track("nothing", [], "No period is no state.", ONE)
track("periods_that_overlap", [("2025-02-01", "2025-04-01", {"points": "70"}), ("2025-01-01", "2025-02-02", {"points": "70"})], "The later of the two is named.")


# --- a period in points ------------------------------------------------------------

CARD = {
    "dimensions": [
        {"id": "volume", "weight": "40%"},
        {"id": "quality", "weight": "60%", "floors": [{"least": "50", "best": "standard"}]},
    ],
    "characteristics": [
        {"id": "premium", "dimension": "volume", "value": "premium", "weight": "100%", "missing": "undecided",
         "bands": [{"below": "1000 CNY", "points": "0"}, {"from": "1000 CNY", "points": "100"}]},
        {"id": "persistency", "dimension": "quality", "value": "persistency_13", "weight": "75%", "missing": "undecided",
         "bands": [{"below": "80%", "points": "0"}, {"from": "80%", "below": "90%", "points": "60"}, {"from": "90%", "points": "100"}]},
        {"id": "complaints", "dimension": "quality", "value": "complaints", "weight": "25%", "missing": {"points": "0"},
         "bands": [{"below": "1", "points": "100"}, {"from": "1", "points": "0"}]},
    ],
    "vetoes": [{"id": "losses", "when": "loss_ratio > 200%", "grade": "basic"}],
    "grades": [{"grade": "core", "from": "85"}, {"grade": "preferred", "from": "70", "below": "85"}, {"grade": "standard", "from": "50", "below": "70"}, {"grade": "basic", "below": "50"}],
}
RESOURCES = [
    {"id": "core", "grade": "core", "commission": "15%", "service": ["a desk of its own"]},
    {"id": "preferred", "grade": "preferred", "commission": "13%"},
    {"id": "standard", "grade": "standard"},
]
SCORED = book(pass_line="60", probation_periods=1, commission_cap="15%", resources=RESOURCES, annual=CARD, preference=CARD)
BEST = {"premium": "1000.00", "persistency_13": "90%", "complaints": "0", "loss_ratio": "60%"}
PERIOD = {"from": "2024-01-01", "to": "2025-01-01"}


def score(name, why, facts=None, events=(), rulebook=SCORED, card="annual", as_of="2025-01-01", period=PERIOD, **more):
    told = {k: v for k, v in {**BEST, **(facts or {})}.items() if v is not None}
    partner = {"partner_id": "B-7", "facts": told, **({"events": list(events)} if events is not None else {})}
    json = {"rulebook": rulebook, "as_of": as_of, "card": card, "period": period, "partner": partner, **more}
    case("partner", f"score_{name}", "partner_score", json, why)


score("best", "A hundred points: core, with all that it brings.")
score("a_fen_below_the_band", "A fen less premium, and the volume is nothing: 60 points, which is the line itself.", {"premium": "999.99"})
score("a_band_of_persistency", "At 80% sixty points: 40 + 0.6 x (45 + 25) = 82.", {"persistency_13": "80%"})
score("a_hair_below_a_band", "Just below 90%.", {"persistency_13": "899999/1000000"})
score("floor", "Quality of 25 points is below its floor of 50; with 40 + 15 points it is below the line as well, and on probation.", {"persistency_13": "79.9%"})
score("floor_does_not_bind", "Without a line: 40 + 15 points are standard by score, as the broken floor has it anyway.", {"persistency_13": "0%"}, rulebook=book(annual=CARD))
score("below_without_probation", "Without probation whoever is below the line is out.", {"premium": "0.00", "complaints": "1"}, rulebook=book(pass_line="60", annual=CARD))
score("below_on_probation", "One period of probation.", {"premium": "0.00", "complaints": "1"})
score("unknown_is_undecided", "Nobody told the persistency: no points, a person looks.", {"persistency_13": None})
score("missing_with_points", "Complaints that nobody counted are worth no points: 85 of 100, core to the point.", {"complaints": None})
score("veto_on_the_first_day", "Decided on the first day of the period.", events=[event("V", decided="2024-01-01")])
score("veto_on_the_last_day", "And on its last.", events=[event("V", decided="2024-12-31")])
score("veto_before", "The day before is of the period before.", events=[event("V", decided="2023-12-31")])
score("veto_after", "The day after is not of it.", events=[event("V", decided="2025-01-01")], as_of="2025-02-01")
score("no_veto_of_a_fine", "A code that is no veto.", events=[event("V", "fined", decided="2024-06-01")])
score("veto_without_its_date", "The act is told, the decision counts.", events=[event("V", act="2024-06-01")])
score("unknown_codes", "In the period, outside of it, and without a date: the one outside is not listed.", events=[event("C", "speeding"), event("B", "speeding", decided="2023-06-01"), event("A", "speeding", decided="2024-06-01")])
score("events_unknown", "Nobody told of violations.", events=None)
score("rule_holds", "Losses of twice the premium and a bit.", {"loss_ratio": "200.01%"})
score("rule_at_its_edge", "Exactly twice is not above.", {"loss_ratio": "200%"})
score("rule_unknown", "Nobody told the losses.", {"loss_ratio": None})
score("veto_and_review", "A veto decides beside what is not known.", {"loss_ratio": None}, events=[event("V", decided="2024-06-01")])
score("preference_has_no_line", "The scorecard of preference has no line.", {"premium": "0.00"}, card="preference")
score("no_such_card", "The rulebook has none.", card="periodic")
score("commission_above_both", "Above the filed cap, and above the level.", {"persistency_13": "80%"}, commission="15.5%")
score("commission_at_its_level", "As much as the grade brings.", commission="15%")
score("rewards_past_the_partner", "By id, those that went past the partner.", rewards=[{"reward_id": "R-3", "to": "agent"}, {"reward_id": "R-1", "to": "agent"}, {"reward_id": "R-2", "to": "partner"}])
score("period_not_over", "A day early.", as_of="2024-12-31")
score("all_that_is_wrong", "A commission above the whole, and a period without a day.", commission="101%", period={"from": "2024-01-01", "to": "2024-01-01"})
score("unknown_fact", "No such fact.", {"postage": "1"})
SCORED_BY_ACT = book(clean_date="act", pass_line="60", probation_periods=1, commission_cap="15%", resources=RESOURCES, annual=CARD)
score("later_on_the_first_day_after", "Decided on the first day after the period, asked on that day: the score stays, the event is named.", events=[event("V", act="2024-06-01", decided="2025-01-01")])
score("later_and_of_the_period", "One decided on the last day is a veto of the period, the other on the next day is named.", events=[event("B", decided="2025-01-01"), event("A", decided="2024-12-31")], as_of="2025-03-01")
score("later_on_the_day_asked", "Decided on the day of the question itself.", events=[event("V", decided="2025-03-01")], as_of="2025-03-01")
score("later_than_the_day_asked", "Decided the day after the question: nobody knows of it.", events=[event("V", decided="2025-03-02")], as_of="2025-03-01")
score("later_known_before_decided", "Known of since before its decision, which is to come: effective from then.", events=[event("V", act="2024-06-01", decided="2025-04-01", known="2024-12-15")], as_of="2025-03-01")
score("later_known_after_the_day", "Decided before the day of the question, known only after it.", events=[event("V", decided="2025-02-01", known="2025-03-02")], as_of="2025-03-01")
score("in_the_period_known_after_the_day", "Decided in the period, known only after the day: the score of then.", events=[event("V", decided="2024-06-01", known="2025-03-02")], as_of="2025-03-01")
score("in_the_period_known_after_it", "Decided in the period, known after it and by the day: a veto of the period.", events=[event("V", decided="2024-06-01", known="2025-02-01")], as_of="2025-03-01")
score("act_in_the_period_decided_after", "Where the act counts, it is a veto of the period, whenever it was decided.", events=[event("V", act="2024-06-01", decided="2025-02-01")], rulebook=SCORED_BY_ACT, as_of="2025-03-01")
score("later_act", "Where the act counts, and it was done after the period.", events=[event("V", act="2025-01-10", decided="2025-02-01")], rulebook=SCORED_BY_ACT, as_of="2025-03-01")
score("later_no_veto", "What is no veto is not named, nor an unknown code, nor a veto without the date that counts outside of what it makes a person look at.", events=[event("A", "fined", decided="2025-02-01"), event("B", "speeding", decided="2025-02-01"), event("C", act="2025-02-01")], as_of="2025-03-01")
score("known_before_done", "It cannot be known before it was done.", events=[event("V", act="2024-06-01", known="2024-05-31")])
admit("known_on_the_day", [event("V", act="2024-06-01", decided="2024-07-01", known="2025-06-01")], "Known on the day of the question: it bars.")
admit("known_the_day_after", [event("V", act="2024-06-01", decided="2024-07-01", known="2025-06-02")], "Known only after the day: it does not bar yet, and the answer says so.")
