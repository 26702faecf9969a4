"""The analysis of complaints: periods, due dates, rates, trends, causes, complainants, corrective actions."""
from vectors import case


def complaint(id, received_on, **more):
    return {"complaint_id": id, "received_on": received_on, **more}


def cause(text):
    function, _, reason = text.partition("/")
    return {"function": function, **({"reason": reason} if reason else {})}


def analysed(name, period, cases, why, actions=None, then=None, **spec):
    more = {key: rows for key, rows in (("actions", actions), ("cases_then", then)) if rows is not None}
    json = {"spec": {"period": period, **spec}, "cases": cases, **more}
    case("complaint_analysis", name, "complaint_analyse", json, why)


# Periods.
analysed("month_end", "2025-06", [
    complaint("last_of_may", "2025-05-31", closed_on="2025-06-01"),
    complaint("first_of_june", "2025-06-01", closed_on="2025-06-30"),
    complaint("last_of_june", "2025-06-30", closed_on="2025-07-01"),
    complaint("first_of_july", "2025-07-01"),
], "The first day belongs to the month, the first day after it does not: two received, two closed, one open at the end, one open before.")
analysed("leap_february", "2024-02", [
    complaint("leap_day", "2024-02-29", closed_on="2024-03-28", channel="phone"),
    complaint("march", "2024-03-01", channel="phone"),
    complaint("january", "2024-01-31", closed_on="2024-02-28", channel="letter"),
], "29 February is in the period; the one before is January; 31 January to 28 February is 28 days, the last of the first bucket.")
analysed("days_before_march_31", {"from": "2024-03-31", "to": "2024-04-30"}, [
    complaint("march_1", "2024-03-01"), complaint("leap_day", "2024-02-29"), complaint("april_29", "2024-04-29"), complaint("april_30", "2024-04-30"),
], "Not whole months, so that the period before has as many days, 30: it begins on 1 March.")
analysed("quarter_by_month", "2024-Q1", [
    complaint("a", "2023-12-31", due_on="2024-01-15", decided_on="2024-01-15", closed_on="2024-01-16", outcome="upheld"),
    complaint("b", "2024-01-31", due_on="2024-03-01", decided_on="2024-02-29", closed_on="2024-03-01", outcome="settled"),
    complaint("c", "2024-02-29", due_on="2024-03-15", decided_on="2024-03-16", closed_on="2024-03-31", outcome="not_upheld"),
], "Each figure lies in the month of its own date: b is received in January, decided in February, due and closed in March.")
analysed("given_previous", "2024-02", [complaint("a", "2023-02-28"), complaint("b", "2024-02-29"), complaint("c", "2024-01-31")],
    "Compared with February of the year before, not with January.", previous="2023-02")
# On time.
analysed("on_time", "2025-06", [
    complaint("in_time", "2025-06-01", due_on="2025-06-16", decided_on="2025-06-16", closed_on="2025-06-20", outcome="not_upheld"),
    complaint("day_late", "2025-06-01", due_on="2025-06-16", decided_on="2025-06-17", unit_id="hz"),
    complaint("open_past_due", "2025-06-15", due_on="2025-06-30", unit_id="jx"),
    complaint("open_not_due", "2025-06-16", due_on="2025-07-01"),
    complaint("closing_stands", "2025-06-02", due_on="2025-06-17", closed_on="2025-06-17"),
    complaint("no_due_date", "2025-06-02"),
], "Four due, two on time: answered on the last day is in time, a day later is not, open and past due is late, due in July is July's; where no decision is dated the closing stands for it.")
analysed("moot", "2025-06", [
    complaint("withdrawn_in_time", "2025-06-01", due_on="2025-06-16", closed_on="2025-06-16", outcome="withdrawn"),
    complaint("withdrawn_late", "2025-06-01", due_on="2025-06-16", closed_on="2025-06-17", outcome="withdrawn"),
    complaint("merged", "2025-06-01", due_on="2025-06-16", closed_on="2025-06-02", outcome="merged"),
    complaint("declined", "2025-06-01", due_on="2025-06-16", closed_on="2025-06-05", outcome="declined"),
], "Withdrawn or merged in time owes nothing and is not due; withdrawn after its day leaves the miss; declining is an answer, but no decision on the merits.")
analysed("late_list", "2025-06", [
    complaint("b", "2025-05-20", due_on="2025-06-05", decided_on="2025-06-10"),
    complaint("a", "2025-05-20", due_on="2025-06-05", decided_on="2025-06-10", unit_id="hz"),
    complaint("later", "2025-06-01", due_on="2025-06-20", decided_on="2025-07-20"),
    complaint("not_yet", "2025-06-01", due_on="2025-06-25", decided_on="2025-08-20"),
], "Asked on 1 August: the answer of 20 August is not known yet and 37 days have passed; three are listed of four, by days late and then by id.", as_of="2025-08-01", list=3)
# Rates.
analysed("undefined_rates", "2025-06", [], "Nothing at all: no rate is zero, each says why there is none.", exposure={"policies": 0}, previous_exposure={"persons": "12.5"})
analysed("rates", "2025-06", [complaint(f"n{i}", "2025-06-10") for i in range(7)] + [complaint(f"o{i}", "2025-05-10") for i in range(3)],
    "Seven against 350 million of premium is 2 per 100 million; policies are an average and may end in a half; persons were not given in May.",
    currency="CNY", exposure={"premium": "350000000.00", "policies": "12500.5", "persons": 40000}, previous_exposure={"premium": "-1.00", "policies": "12000"})
analysed("rates_in_yen", "2025-06", [complaint("a", "2025-06-10", closed_on="2025-06-11", redress="5000")],
    "A currency without decimals: one against 250 million is 0.4; redress is counted when the complaint is answered.", currency="JPY", exposure={"premium": "250000000"})
# Trends and causes.
analysed("trend_from_zero", "2025-06", [
    complaint("a", "2025-06-01", cause=cause("claims/delays"), line="motor"),
    complaint("b", "2025-06-01", cause=cause("claims/delays"), line="motor"),
    complaint("c", "2025-05-01", cause=cause("claims/denial_of_claim"), line="home"),
    complaint("d", "2025-05-02", cause=cause("underwriting"), channel="app"),
], "Two where there was none: a difference of 2, and no multiple. A function without a reason is a cause of its own.")
analysed("ties_in_top_causes", "2025-06", [
    complaint(f"{i}{n}", "2025-06-05", cause=cause(text))
    for i, (text, times) in enumerate([("claims/delays", 3), ("claims/denial_of_claim", 2), ("underwriting/delays", 2), ("policyholder_service/delays", 2), ("miscellaneous/other", 1)])
    for n in range(times)
], "The two first are asked for; three tie in the second place, so that four are listed, with ranks 1, 2, 2, 2.", top=2)
analysed("unclassified", "2025-06", [
    complaint("known", "2025-06-01", cause=cause("claims/delays")),
    complaint("no_such_function", "2025-06-02", cause=cause("weather/rain")),
    complaint("no_such_reason", "2025-06-03", cause=cause("claims/rain")),
    complaint("again", "2025-06-04", cause=cause("weather/rain")),
    complaint("unstated", "2025-06-05"),
    complaint("earlier", "2025-05-05", cause=cause("weather/snow")),
], "Three are unclassified, one of them because it states no cause; of a known function and an unknown reason the function counts; unknown words of the period are listed. The unclassified are no top cause.")
analysed("own_causes", "2025-06", [
    complaint("a", "2025-06-01", cause=cause("理赔/时效")), complaint("b", "2025-06-01", cause=cause("理赔/态度")), complaint("c", "2025-06-01", cause=cause("claims/delays")),
], "The insurer's own scheme takes the place of the NAIC's.", causes={"理赔": ["时效", "态度"], "承保": []})
analysed("changes_with_ties", "2025-06", [
    complaint(f"{channel}{month}{n}", f"2025-{month}-10", channel=channel)
    for channel, before, now in [("app", 0, 2), ("desk", 3, 1), ("letter", 1, 1), ("phone", 1, 2), ("web", 0, 1)]
    for month, times in (("05", before), ("06", now)) for n in range(times)
], "The largest rise is asked for; the second largest is not listed. What neither rose nor fell is in no list.", top=1)
# Complainants, reopening, times.
REPEAT = [
    complaint("a1", "2025-06-01", complainant_id="A"), complaint("a2", "2025-06-30", complainant_id="A"),
    complaint("b1", "2024-06-01", complainant_id="B"), complaint("b2", "2025-06-02", complainant_id="B"),
    complaint("c1", "2024-05-31", complainant_id="C"), complaint("c2", "2025-06-03", complainant_id="C"),
    complaint("d1", "2025-06-04", complainant_id="D"), complaint("d2", "2025-07-01", complainant_id="D"),
    complaint("e1", "2025-06-05"),
]
analysed("repeat_within_the_period", "2025-06", REPEAT, "Four complainants, one of whom complained twice in June; one complaint is unnamed.")
analysed("repeat_within_a_year", "2025-06", REPEAT, "Looking back twelve months B counts, whose first complaint is of the first day that is looked at; C is a day too early.", repeat_months=12)
analysed("reopened", "2025-06", [
    complaint("closed_again", "2025-05-01", closed_on="2025-06-20", reopened=2, outcome="upheld", complainant_kind="individual"),
    complaint("open_again", "2025-05-02", decided_on="2025-05-20", reopened=1, complainant_kind="organisation"),
    complaint("closed_before", "2025-05-03", closed_on="2025-05-30", reopened=1, complainant_kind="individual"),
    complaint("never", "2025-06-04", complainant_kind="individual"),
], "Of those closed in June or open at its end two were reopened, one of them twice; the one closed in May is May's.")
analysed("buckets_and_median", "2025-06", [
    complaint(f"c{days}", received, closed_on="2025-06-30")
    for days, received in ((0, "2025-06-30"), (7, "2025-06-23"), (8, "2025-06-22"), (30, "2025-05-31"), (31, "2025-05-30"), (365, "2024-06-30"))
] + [complaint("may", "2025-05-01", closed_on="2025-05-31")],
    "The last day of a bucket belongs to it: 2, 2 and 2; the median of 8 and 30 days is 19; the mean is 441 / 6.", bucket_days=[7, 30])
# Corrective actions.


def action(id, about, due_on, **more):
    return {"action_id": id, "cause": cause(about), "owner": "M1", "due_on": due_on, **more}


MANY = [
    complaint(f"{day}{n}", day, cause=cause("claims/delays"))
    for day, times in (("2025-03-01", 1), ("2025-03-02", 4), ("2025-03-31", 9), ("2025-04-01", 5), ("2025-05-01", 2), ("2025-05-02", 9))
    for n in range(times)
] + [complaint("other", "2025-04-02", cause=cause("claims/denial_of_claim"))]
analysed("effect_of_an_action", "2025-05", MANY, "Thirty days before 1 April and thirty after it, the day itself in neither: of claims as a whole 13 and 3, of delays 13 and 2, which is at most half. Per policy 3 of 10 are more than 13 of 1,000; 3 are more than a hundredth of 13; what never came up cannot fall. Of what was done on 1 May thirty days are over when it is asked on 1 June, thirty-one are not.", actions=[
    action("whole", "claims", "2025-04-01", done_on="2025-04-01", evidence="minutes of the board", check={"days": 30}),
    action("reason", "claims/delays", "2025-03-31", done_on="2025-04-01", unit_id="hz", check={"days": 30, "at_most": "0.5"}),
    action("exposed", "claims", "2025-04-01", done_on="2025-04-01", check={"days": 30, "exposure": {"before": "1000", "after": "10"}}),
    action("target_missed", "claims", "2025-04-01", done_on="2025-04-01", check={"days": 30, "at_most": "0.01"}),
    action("never_before", "underwriting", "2025-04-01", done_on="2025-04-01", check={"days": 30}),
    action("watched_to_the_last_day", "claims", "2025-05-01", done_on="2025-05-01", check={"days": 30}),
    action("watched_a_day_too_long", "claims", "2025-05-01", done_on="2025-05-01", check={"days": 31}),
])
analysed("states_of_actions", "2025-05", [], "Asked on 1 June: due on 1 June is open, due on 31 May is overdue; what is done on 1 June is not done yet; without evidence nothing is proven.", actions=[
    action("open", "claims", "2025-06-01", what="call back within a day", check={"days": 30}),
    action("overdue", "claims", "2025-05-31"),
    action("done_tomorrow", "claims", "2025-05-30", done_on="2025-06-01", evidence="planned"),
    action("done", "claims", "2025-05-30", done_on="2025-05-30", evidence="training records"),
    action("done_late", "claims", "2025-05-30", done_on="2025-05-31"),
])
# Mistakes.
analysed("mistakes_all_at_once", "2025-06", [
    complaint("closed_too_early", "2025-06-02", closed_on="2025-06-01"),
    complaint("money_of_no_currency", "2025-06-02", redress="1.00"),
    complaint("fine", "2025-06-02"),
    complaint("decided_too_early", "2025-06-02", decided_on="2025-06-01"),
], "An action against a cause that is not in the scheme, dates before the receipt, redress without a currency: all told, each with its place.",
    actions=[action("a", "claims/rain", "2025-06-30")])
analysed("period_not_over", "2025-06", [], "The question comes before the end, and the periods overlap.", as_of="2025-06-30", previous={"from": "2025-05-01", "to": "2025-06-02"})
analysed("period_without_a_day", {"from": "2025-06-01", "to": "2025-06-01"}, [], "The end is the first day that is no longer in it.")

# Merges, and procedures that gave no clock.
analysed("merged_in_a_ring", "2025-06", [
    complaint("c", "2025-06-03", merged_into="a", outcome="merged", closed_on="2025-06-05"),
    complaint("a", "2025-06-03", merged_into="b", outcome="merged", closed_on="2025-06-05"),
    complaint("b", "2025-06-03", merged_into="c", outcome="merged", closed_on="2025-06-05"),
    complaint("d", "2025-06-03", merged_into="a", outcome="merged", closed_on="2025-06-05"),
], "Three go on in each other, and nobody looks after any; the fourth leads there and is no member.")
analysed("survivors_elsewhere", "2025-06", [
    complaint("b", "2025-06-03", merged_into="y", outcome="merged", closed_on="2025-06-05"),
    complaint("a", "2025-06-03", merged_into="z", outcome="merged", closed_on="2025-06-05"),
    complaint("c", "2025-06-03", merged_into="d", outcome="merged", closed_on="2025-06-05"),
    complaint("d", "2025-06-03"),
], "Two go on in complaints that are not looked at, one of them listed, by id; the third's is here.", list=1)
analysed("gone_on_without_a_day", "2025-06", [
    complaint("a", "2025-06-03", merged_into="c"),
    complaint("b", "2025-06-03", outcome="merged", decided_on="2025-06-05"),
    complaint("c", "2025-06-03"),
    complaint("d", "2025-06-03", outcome="withdrawn"),
    complaint("e", "2025-06-03", outcome="declined", decided_on="2025-06-05"),
], "Two go on in another and one was taken back, nobody says since when: counted as open they would be counted wrongly.")
analysed("no_clock", "2025-06", [
    complaint("k", "2025-06-03", no_clock="cn-2013-8"),
    complaint("l", "2025-06-03", due_on="2025-06-18", no_clock="cn-2013-8, de-bafin"),
    complaint("m", "2025-06-03", due_on="2025-06-18"),
], "Two that a procedure gave no clock: one has no due date at all, the other has that of another procedure.")

# The period before, from what was known at its end.
AGAIN = complaint("again", "2025-01-10", decided_on="2025-01-20", outcome="not_upheld", reopened=1, due_on="2025-03-25", line="motor", complainant_id="P-1")
CLOSED = complaint("again", "2025-01-10", decided_on="2025-01-20", closed_on="2025-01-22", outcome="not_upheld", due_on="2025-01-25", line="home", complainant_id="P-1")
LATER = complaint("late_receipt", "2025-02-27", line="motor", complainant_id="P-1")
analysed("before_as_it_stood", "2025-03", [AGAIN, LATER], "Closed in January and taken up again in March: at the end of February it was closed. What came to be known later is not counted before.", then=[CLOSED])
analysed("before_as_it_stands_now", "2025-03", [AGAIN, LATER], "The same from what stands now: open in February, though it was not.")
analysed("before_with_redress_and_times", "2025-02", [complaint("a", "2025-01-02", closed_on="2025-02-03", decided_on="2025-02-03", outcome="upheld", redress="10.00"), complaint("b", "2025-01-05", closed_on="2025-01-30", decided_on="2025-01-30", outcome="settled", redress="2.50")],
         "What was got and how long it took in January is that of the complaints as they stood.", then=[complaint("a", "2025-01-02", closed_on="2025-01-03", decided_on="2025-01-03", outcome="upheld", redress="1.00"), complaint("b", "2025-01-05")], currency="CNY")
analysed("before_twice", "2025-03", [AGAIN], "One record each, then as now.", then=[CLOSED, CLOSED])
