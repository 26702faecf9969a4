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


def event(id, code="rebate", decided=None, act=None):
    told = {"act_on": act, "decided_on": decided}
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
