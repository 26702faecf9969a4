"""Figures worked out by hand, to prove the oracle itself."""
import sys
import unittest
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import activity
import appraisal
import calendars
import certification
import complaint_analysis
import concentration
import dates
import decide
import duties
import expressions
import money
import operations
import partner
import persistency
import random_portfolio
import values
from measures import View
from reading import read
from vectors import bare, claim, endorsement, policy, told


def figure(customer, expression, as_of="2024-07-01"):
    customer, d = read({"as_of": as_of, "customer": customer})
    return values.to_cell(expressions.evaluate(expression, View(customer, d)))


class Clocks(unittest.TestCase):
    """Due days found with a wall calendar and a finger."""

    def due(self, procedure, clock, zone, start, pauses=(), **facts):
        import clocks
        from cases.clocks import Log, asked

        log = Log(zone)("received", start)
        for begin, end in pauses:
            log("paused", begin, about="external_appraisal")("resumed", end)
        as_of = max(e["occurred_at"] for e in log.events)
        json = asked(procedure, log, as_of, **facts)
        found = [d for d in clocks.deadlines(json)["deadlines"] if d["clock"] == clock]
        return found[0]["due_before"]

    def test_spring_festival(self):
        # 20 January 2025 and 15 days: 4 February, the last day of the festival.
        self.assertEqual(self.due("cn-2020-3", "decide-simple", "Asia/Shanghai", "2025-01-20T10:00"), "2025-02-05T00:00:00+08:00")
        # One working day from Friday 24 January 2025 is Sunday 26 January, which is worked.
        self.assertEqual(self.due("house-complaints", "form-registration", "Asia/Shanghai", "2025-01-24T16:59"), "2025-01-27T00:00:00+08:00")
        # After 17:00 it is one of that Sunday, so that Monday is the first working day after.
        self.assertEqual(self.due("house-complaints", "form-registration", "Asia/Shanghai", "2025-01-24T17:00"), "2025-01-28T00:00:00+08:00")

    def test_weeks_over_the_change_of_clocks(self):
        # Friday 28 March 2025 and eight weeks: Friday 23 May, in summer time.
        self.assertEqual(self.due("uk-disp", "final-response", "Europe/London", "2025-03-28T17:30"), "2025-05-24T00:00:00+01:00")
        # Three business days from 23 December 2025: 24, 29, 30.
        self.assertEqual(self.due("uk-disp", "summary-resolution", "Europe/London", "2025-12-23T12:00"), "2025-12-31T00:00:00Z")

    def test_months_and_leap_days(self):
        self.assertEqual(self.due("jp-adr", "arbitration-opens", "Asia/Tokyo", "2024-01-31T10:00"), "2024-03-01T00:00:00+09:00")
        self.assertEqual(self.due("jp-adr", "arbitration-opens", "Asia/Tokyo", "2025-01-31T10:00"), "2025-03-01T00:00:00+09:00")
        self.assertEqual(self.due("fr-acpr", "answer", "Europe/Paris", "2025-12-31T18:00"), "2026-03-01T00:00:00+01:00")

    def test_hours_over_the_change_of_clocks(self):
        self.assertEqual(self.due("au-rg271", "acknowledge", "Australia/Sydney", "2025-04-05T14:00"), "2025-04-06T13:00:00+10:00")

    def test_a_pause_across_a_holiday(self):
        # 28 January to 4 February are left out: 4 February and eight days.
        pauses = [("2025-01-28T15:00", "2025-02-05T09:00")]
        self.assertEqual(self.due("cn-2020-3", "decide-simple", "Asia/Shanghai", "2025-01-20T10:00", pauses), "2025-02-13T00:00:00+08:00")


class Dates(unittest.TestCase):
    def test_months_clamp_to_the_end_of_the_month(self):
        self.assertEqual(dates.plus_months(date(2023, 3, 31), -1), date(2023, 2, 28))
        self.assertEqual(dates.plus_months(date(2024, 3, 31), -1), date(2024, 2, 29))
        self.assertEqual(dates.plus_months(date(2024, 2, 29), 12), date(2025, 2, 28))
        self.assertEqual(dates.plus_months(date(2024, 2, 29), 48), date(2028, 2, 29))
        self.assertEqual(dates.plus_months(date(2024, 1, 15), -1), date(2023, 12, 15))

    def test_whole_years(self):
        self.assertEqual(dates.whole_years_since(date(2021, 7, 1), date(2024, 7, 1)), 3)
        self.assertEqual(dates.whole_years_since(date(2021, 7, 2), date(2024, 7, 1)), 2)
        self.assertEqual(dates.whole_years_since(date(2020, 2, 29), date(2021, 2, 28)), 1)
        self.assertEqual(dates.whole_years_since(date(2024, 7, 2), date(2024, 7, 1)), 0)
        self.assertEqual(dates.whole_years_of_term(date(2020, 2, 29), date(2022, 2, 28)), 2)
        self.assertIsNone(dates.whole_years_of_term(date(2020, 2, 29), date(2021, 3, 1)))
        self.assertIsNone(dates.whole_years_of_term(date(2024, 1, 1), date(2024, 12, 31)))


class Money(unittest.TestCase):
    def test_minor_units(self):
        self.assertEqual(money.minor_units("1234.5", "CNY"), 123450)
        self.assertEqual(money.minor_units("-0.01", "CNY"), -1)
        for text, code in (("1.001", "too_many_decimals"), ("1e3", "bad_decimal"), ("92233720368547758.08", "number_too_large")):
            with self.assertRaises(money.AmountError) as caught:
                money.minor_units(text, "CNY")
            self.assertEqual(caught.exception.code, code)

    def test_printing(self):
        self.assertEqual(money.print_money(-5, "CNY"), "-0.05")
        self.assertEqual(money.print_money(123450, "CNY"), "1234.50")
        self.assertEqual(money.shown(123, 456), "0.269737")  # a figure known from elsewhere
        self.assertEqual(money.shown(1, 2_000_000), "0.000000")  # 0.0000005, half to even
        self.assertEqual(money.shown(3, 2_000_000), "0.000002")  # 0.0000015, half to even
        self.assertEqual(money.shown(-1, 2_000_000), "0.000000")  # never -0


class Premium(unittest.TestCase):
    def test_earned(self):
        # 2024-04-01 .. 2024-07-01 are 30 + 31 + 30 = 91 days of 365: 1000.00 x 91 / 365 = 249.3150..
        one = bare([policy("P1", "2024-04-01", "2025-04-01", "1000.00")])
        self.assertEqual(figure(one, "earned_premium(12m)"), "249.31")
        # In June: E(1 July) - E(1 June) = 249.31 - floor(1000.00 x 61 / 365 = 167.1232..) = 82.19
        self.assertEqual(figure(one, "earned_premium(1m)"), "82.19")

    def test_negative_amounts_round_down(self):
        # -10.00 x 1 / 3 = -3.333.. -> -3.34; 20.00 / 3 = 6.666.. -> 6.66
        two = bare([policy("P1", "2024-06-30", "2024-07-03", "20.00", movements=[endorsement("2024-06-30", "-10.00")])])
        self.assertEqual(figure(two, "earned_premium(12m)"), "3.32")

    def test_cancellation(self):
        # 366 days, 1 a day. Up to 2024-06-01: 31+29+31+30+31 = 152. Cancelled on 15 June at a net of 166: June earned 14.
        gone = bare([policy("P1", "2024-01-01", "2025-01-01", "366.00", cancelled_on="2024-06-15", refunded="200.00")])
        self.assertEqual(figure(gone, "earned_premium(5m, back: 1m)"), "152.00")
        self.assertEqual(figure(gone, "earned_premium(1m)"), "14.00")

    def test_annual(self):
        # 100.00 over three years: 33.33; 1000.00 over 2023-07-01..2025-01-01, 184 + 366 = 550 days: 663.636..; 7.00 short
        all_three = bare([
            policy("P1", "2022-01-01", "2025-01-01", "100.00"), policy("P2", "2023-07-01", "2025-01-01", "1000.00"), policy("P3", "2024-05-01", "2024-06-01", "7.00")])
        self.assertEqual(figure(all_three, "annual_premium"), "703.96")


class Claims(unittest.TestCase):
    def test_event_is_one_claim(self):
        customer = bare(
            [policy("P1", "2024-01-01", "2025-01-01", "366.00")],
            [claim("L1", "2024-03-01", "0.00", event_id="E", reserve="5.00"), claim("L2", "2024-02-01", "7.00", event_id="E"), claim("L3", "2024-03-01", "1.00")])
        self.assertEqual(figure(customer, "claim_count(12m)"), "2")
        self.assertEqual(figure(customer, "claim_count(4m)"), "1")  # E lies in February
        self.assertEqual(figure(customer, "incurred(12m)"), "13.00")
        self.assertEqual(figure(customer, "claim_severity(12m)"), "6.500000")
        self.assertEqual(figure(customer, "claim_frequency(12m)"), "4.010989")  # 730 / 182
        self.assertEqual(figure(customer, "loss_ratio(12m)"), "0.071429")  # 13 / 182

    def test_credibility(self):
        # 0.030400^2 = 0.00092416 <= 1/1082 = 0.00092421.. < 0.00092422.. = 0.030401^2
        customer = bare([policy("P1", "2024-01-01", "2025-01-01", "366.00")], [claim("L1", "2024-03-01", "0.00")])
        self.assertEqual(figure(customer, "credibility(12m, full: 1082)"), "0.030400")

    def test_claim_free(self):
        cover = [policy("P1", "2015-07-01", "2025-07-01", "1.00")]
        self.assertEqual(figure(bare(cover), "claim_free_years"), "9")
        self.assertEqual(figure(bare(cover, [claim("L1", "2020-01-01", "1.00")]), "claim_free_years"), "4")
        self.assertEqual(figure(bare(cover, [claim("L1", "2020-01-01", "0.00", status="open")]), "claim_free_years"), "unknown")


class Logic(unittest.TestCase):
    def test_kleene(self):
        truths = (False, None, True)
        self.assertEqual([[values.both(a, b) for b in truths] for a in truths], [[False] * 3, [False, None, None], [False, None, True]])
        self.assertEqual([[values.either(a, b) for b in truths] for a in truths], [[False, None, True], [None, None, True], [True] * 3])
        self.assertEqual([values.negate(a) for a in truths], [True, None, False])


class Decisions(unittest.TestCase):
    def test_parameters_are_those_of_the_text(self):
        self.assertEqual(decide.p.KEY_ANNUAL, money.minor_units("50000.00", "CNY"))
        self.assertEqual(decide.p.PARTNER_VOLUME, money.minor_units("500000.00", "CNY"))
        self.assertEqual(decide.p.THIN_EARNED, money.minor_units("500.00", "CNY"))

    def test_one_whole_decision(self):
        # A year of 1000.00 earned; 3 x 500.01 = 1500.03 paid: above 150%.
        customer = told([policy("P1", "2023-07-01", "2024-07-01", "1000.00")], [claim(f"L{i}", "2024-01-01", "500.01") for i in range(3)])
        self.assertEqual(operations.run("assess", {"as_of": "2024-07-01", "customer": customer}), {
            "as_of": "2024-07-01", "customer_id": "C1", "category": "standard", "standing": "watch", "status": "decided", "holds": ["standard"], "unknown": [],
            "alerts": ["high_loss_ratio", "multi_claim", "renewal_due"], "alerts_unknown": [], "findings": [{"id": "criterion_a"}], "findings_unknown": []})

    def test_mistakes_are_told(self):
        customer = bare([policy("P1", "2024-07-01", "2024-07-01", "1.00")])
        self.assertEqual(operations.run("assess", {"as_of": "2024-07-01", "customer": customer}), {"problems": [{"code": "zero_length_term", "path": "customer.policies[0].end"}]})


class WorkingDays(unittest.TestCase):
    def test_spring_festival_2025(self):
        # Worked: Sunday 26 and Monday 27 January, 5 to 8 February (a Saturday), Monday 10 February.
        cn = calendars.builtin("cn")
        worked = [d for d in range(25, 32) if cn.kind(date(2025, 1, d)) in ("working", "working_weekend")]
        self.assertEqual(worked, [26, 27])
        for days, to in ((2, "2025-01-27"), (3, "2025-02-05"), (6, "2025-02-08"), (7, "2025-02-10")):
            answer = calendars.working_days({"calendars": ["cn"], "from": "2025-01-24", "add": days})
            self.assertEqual((answer["to"], answer["count"]), (to, days))
            back = calendars.working_days({"calendars": ["cn"], "from": "2025-01-24", "to": to})
            self.assertEqual(back["count"], days)
        self.assertEqual((len(cn.closed), len(cn.working)), (621, 150))

    def test_regions_are_built_on_their_country(self):
        self.assertEqual(calendars.builtin("in-mh").kind(date(2026, 3, 4)), "working")
        self.assertEqual(calendars.builtin("in-mh").kind(date(2026, 1, 26)), "holiday")
        self.assertEqual(calendars.builtin("de-by").name(date(2024, 11, 1)), "All Saints' Day")


class ComplaintAnalysis(unittest.TestCase):
    def test_june(self):
        # Due in June: a on its last day, b a day late, c never answered; d was withdrawn in time. 1 / 3 on time.
        rows = (("a", "2025-06-16", None), ("b", "2025-06-17", "upheld"), ("c", None, None), ("d", "2025-06-02", "withdrawn"))
        cases = [{"complaint_id": i, "received_on": "2025-06-01", "due_on": "2025-06-16", **({"closed_on": c} if c else {}), **({"outcome": o} if o else {})} for i, c, o in rows]
        spec = {"period": "2025-06", "exposure": {"policies": "2000"}}
        answer = complaint_analysis.analyse({"spec": spec, "cases": cases})
        form = answer["form"]
        self.assertEqual((form["due"]["now"], form["on_time_rate"]["now"]["shown"], form["moot"], form["open"]["now"]), (3, "0.333333", 1, 1))
        # 4 received against 2,000 policies; closed after 15, 16 and 1 days.
        self.assertEqual((form["per_10000_policies"]["now"]["shown"], form["median_days"]["now"]["shown"]), ("20.000000", "15.000000"))
        self.assertEqual([row["days_late"] for row in answer["report"]["late"]], [15, 1])

    def test_the_period_before_is_as_long(self):
        before = lambda period: complaint_analysis.period_before(complaint_analysis.read_period(period)).json()
        self.assertEqual(before("2024-03"), {"from": "2024-02-01", "to": "2024-03-01"})
        self.assertEqual(before("2025-Q1"), {"from": "2024-10-01", "to": "2025-01-01"})
        self.assertEqual(before({"from": "2024-03-31", "to": "2024-04-30"}), {"from": "2024-03-01", "to": "2024-03-31"})


class Certification(unittest.TestCase):
    """Days found with a calendar on the wall."""

    def standing(self, day):
        from cases.certification import LEAP, TERMS

        return certification.replayed(LEAP.file(), "manager", TERMS).standing(date.fromisoformat(day))

    def test_boundaries_of_a_certificate_from_a_leap_day(self):
        # 29 February 2024 to 28 February 2025; sixty days before are 2 + 31 + 27 days: 30 December; sixty after 1 + 31 + 28: 29 April.
        for day, standing in (
            ("2024-02-28", "unrated"), ("2024-02-29", "certified"), ("2024-12-29", "certified"), ("2024-12-30", "due"),
            ("2025-02-27", "due"), ("2025-02-28", "overdue"), ("2025-04-28", "overdue"), ("2025-04-29", "lapsed"),
        ):
            self.assertEqual(self.standing(day), standing, day)

    def test_the_higher_grade_says_who_decides(self):
        from cases.certification import CITY, PROVINCE, TERMS, UNITS, certified, recommended

        for by, broken in ((CITY, ["may_decide"]), (PROVINCE, [])):
            *before, event = recommended("standard", certified("senior", "2024-01-15"))("approved", "2025-01-20", by=by).events
            file = {"manager_id": "M1", "posts": [{"unit_id": "S", "from": "2020-01-01"}], "events": before}
            self.assertEqual(certification.replayed(file, "manager", TERMS, UNITS).broken(event, True), broken)


class Duties(unittest.TestCase):
    def test_visits_from_the_31st(self):
        # Until 28 February; made that day, until 28 March; made on 31 March, three days late, until 30 April.
        from cases.duties import MONTHLY, UNITS, VISIT, contact, customer, manager

        json = {"units": UNITS, "rules": [VISIT], "managers": [manager("M1")], "customers": [customer("C1")], "as_of": "2025-05-01"}
        answer = duties.manager_duties({**json, "log": [contact("a", "2025-02-28"), contact("b", "2025-03-31")]})
        items = [(i["due_on"], i["state"], i.get("days_late")) for i in answer["items"]]
        self.assertEqual(items, [("2025-02-28", "done", None), ("2025-03-28", "done_late", 3), ("2025-04-30", "overdue", 1)])
        city = next(u for u in answer["units"] if u["unit_id"] == "C")
        self.assertEqual((city["done"], city["done_late"], city["overdue"], city["missing"]), (1, 1, 1, 0))
        # Of January due on 10 February; on 11 March that of February is a day late and that of January missing.
        reports = {"units": UNITS, "rules": [MONTHLY], "managers": [manager("M1")], "as_of": "2025-03-11", "from": "2025-02-01"}
        self.assertEqual([i["state"] for i in duties.manager_duties(reports)["items"]], ["missing", "overdue"])


class KeyFigures(unittest.TestCase):
    def test_persistency(self):
        # Effective on 10 March 2023: month 13 begins on 10 March 2024; 21 days of March, 30 of April and 9 of May are sixty.
        from cases.kpi import RIDER, policy

        def value(policies, as_of="2025-03-02", **spec):
            json = {"spec": {"as_of": as_of, "period": "2024", "currency": "CNY", **spec}, "policies": policies}
            return persistency.persistency(json)["value"].get("shown")

        self.assertEqual([value([policy("p", on=f"2024-05-{d:02}")]) for d in (8, 9, 10)], ["1.000000", "1.000000", "0.000000"])
        self.assertEqual([value([policy("p")], as_of=f"2024-05-{d:02}") for d in (8, 9, 10)], [None, None, "1.000000"])
        # (1000 + 200) / 1000
        self.assertEqual(value([policy("p", riders=[RIDER])]), "1.200000")
        # One of three paid, one of which is left out by a claim.
        gone = lambda by: policy("g", received=[], ceased={"by": by, "on": "2023-12-01"})
        self.assertEqual([value([policy("p"), gone(by)]) for by in ("claim", "suspended", "lapsed")], ["1.000000", "1.000000", "0.500000"])
        self.assertEqual(value([policy("p"), gone("suspended")], variant="management"), "0.500000")

    def test_heads(self):
        # Two at the beginning, one at the end: 1.5 on average; one sold: 1 / 1.5.
        from cases.kpi import agent, sale

        json = {"spec": {"period": "2024-05", "currency": "CNY"}, "agents": [agent("A"), agent("B", to="2024-06-01")], "sales": [sale("1", "A")]}
        rows = {k["id"]: (k["denominator"], k["value"]["shown"]) for k in activity.activity(json)["kpis"]}
        self.assertEqual(rows["activity_rate"], ("1.5", "0.666667"))
        self.assertEqual(rows["premium_per_head"], ("1.5", "533.333333"))

    def test_concentration(self):
        # 30 + three times 20 of 100: the tie is not torn.
        rows = [{"id": str(i), "amount": a} for i, a in enumerate(("10", "20", "30", "20", "20"))]
        answer = concentration.concentration({"rows": rows, "top": [2], "shares": ["50%"]})
        self.assertEqual((answer["top"][0]["rows"], answer["top"][0]["amount"]), (4, "90"))
        self.assertEqual((answer["shares"][0]["rows"], answer["shares"][0]["without_ties"]), (4, 2))


class Appraisal(unittest.TestCase):
    def one(self, name, which=0):
        import cases.appraisal  # the cases by name
        import vectors

        assert cases.appraisal
        json = next(j for t, n, _, j, _ in vectors.CASES if (t, n) == ("appraisal", name))
        return appraisal.appraise(json)["managers"][which]

    def test_points_and_grades(self):
        # 0.6 x (0.6 x 50 + 0.4 x 100) + 0.4 x 100 = 82; 0.6 x 40 + 40 = 64; 0.4 x 70 = 28.
        for name, points, grade in (("attainment_a_fen_below_100", "82", "senior"), ("attainment_a_fen_below_80", "64", "standard"), ("below_every_edge", "28", "trainee")):
            score = self.one(name)["score"]
            self.assertEqual((score["points"], score["grade"]), (points, grade))
        self.assertEqual(self.one("attainment_a_fen_below_100")["score"]["to_next"], {"grade": "principal", "points_missing": "8", "floors_to_meet": []})

    def test_floors(self):
        # 0.9 x 100 + 0.1 x 45 = 94.5, with 45 of ability where 45.01 are asked for.
        score = self.one("floor_missed_by_a_hundredth")["score"]
        self.assertEqual((score["points"], score["grade_by_score"], score["grade"], score["floor"]["missing"]), ("94.5", "principal", "standard", "0.01"))
        self.assertNotIn("floor", self.one("floor_broken_and_not_binding")["score"])

    def test_steps_and_vetoes(self):
        found = {n: (m["proposed"], m["change"], m.get("limited_by")) for n in ("two_steps_up", "three_steps_down", "first_grade", "veto_is_not_softened", "veto_never_promotes") for m in [self.one(n)]}
        self.assertEqual(found, {
            "two_steps_up": ("senior", "promote", "steps_up"),
            "three_steps_down": ("senior", "demote", "steps_down"),
            "first_grade": ("standard", "first", "first_grade"),
            "veto_is_not_softened": ("trainee", "demote", None),
            "veto_never_promotes": ("trainee", "confirm", None)})

    def test_part_years(self):
        # January to 1 July are 31 + 28 + 31 + 30 + 31 + 30 + 1 = 182 days; 498.63 x 365 / 182 = 999.9997.., rounded down.
        shown = self.one("rounded_down_to_the_target")["score"]["characteristics"][0]["shown"]
        self.assertEqual((shown["num"], shown["den"]), ("99999", "99999"))
        self.assertEqual(self.one("a_day_too_short")["reason"], "too_short")

    def test_peers(self):
        shares = [self.one("peers", i)["score"]["characteristics"][0]["shown"] for i in range(5)]
        self.assertEqual([s["num"] + "/" + s["den"] for s in shares], ["0/4", "1/4", "2/4", "3/4", "4/4"])


class Partners(unittest.TestCase):
    def outcome(self, as_of, rulebook=None, **dates):
        from cases.partner import BY_DECISION, event

        told = {"partner_id": "B", "licence": {"from": "2000-01-01"}, "compliant": True, "events": [event("V", **dates)]}
        return partner.admit({"rulebook": rulebook or BY_DECISION, "as_of": as_of, "partner": told})["outcome"]

    def test_three_years(self):
        from cases.partner import BY_ACT

        for day, outcome in (("2022-05-31", "admitted"), ("2022-06-01", "refused"), ("2025-05-31", "refused"), ("2025-06-01", "admitted")):
            self.assertEqual(self.outcome("2025-06-01", decided=day), outcome, day)
            self.assertEqual(self.outcome("2025-06-01", BY_ACT, act=day), outcome, day)
        # Three years before 29 February 2024 there was none: 28 February 2021.
        self.assertEqual([self.outcome("2024-02-29", decided=f"2021-02-{d}") for d in (27, 28)], ["admitted", "refused"])

    def test_periods_in_a_row(self):
        from cases.partner import TWO, quarters

        def states(*points):
            rows = [{"from": a, "to": b, **({"points": p["points"]} if "points" in p else {})} for a, b, p in quarters(*points)]
            return [p["state"] for p in partner.track({"rulebook": TWO, "as_of": "2025-06-01", "partner_id": "B", "periods": rows})["periods"]]

        self.assertEqual(states("59", "59", "59"), ["probation", "probation", "exit"])
        self.assertEqual(states("59", {}, "60", "59"), ["probation", "review", "good", "probation"])


class RandomPortfolio(unittest.TestCase):
    def test_it_is_valid_and_its_laws_hold(self):
        d = date(2024, 7, 1)
        made = random_portfolio.Maker(3, d).portfolio(150)
        for customer in made:
            json = random_portfolio.as_json(customer, [])
            json.pop("history_from", None)
            read({"as_of": d.isoformat(), "customer": json})  # no mistake in it
            cent = lambda expression: money.minor_units(figure(json, expression), "CNY")
            parts = sum(cent(f"earned_premium(12m, back: {m}m)") for m in range(0, 240, 12))
            self.assertEqual(parts, cent("earned_premium(lifetime)"))
            turned = {**json, "policies": json["policies"][::-1], "claims": json["claims"][::-1]}
            one, other = (operations.run("assess", {"as_of": d.isoformat(), "customer": c}) for c in (json, turned))
            self.assertEqual(one, other)  # the order of facts never matters

    def test_the_same_seed_makes_the_same_portfolio(self):
        d = date(2024, 2, 29)
        self.assertEqual(random_portfolio.Maker(5, d).portfolio(40), random_portfolio.Maker(5, d).portfolio(40))


if __name__ == "__main__":
    unittest.main()
