"""The analysis of complaints: a form of figures and a report, each figure by going through all complaints again."""
import calendar
from datetime import date, timedelta
from fractions import Fraction
from statistics import median

import dates
import money
from reading import Problems

ONE = timedelta(days=1)
DECISIONS = ("upheld", "partly_upheld", "settled", "not_upheld")
OUTCOMES = (*DECISIONS, "withdrawn", "declined", "merged")
WORDS = {"line": "line", "channel": "channel", "unit": "unit_id", "complainant_kind": "complainant_kind"}
# The functions of NAIC Model Regulation 884 with their usual reasons.
NAIC = {
    "underwriting": "cancellation credit_scoring delays endorsement_or_rider nonrenewal premium_and_rating refusal_to_insure unfair_discrimination",
    "marketing_and_sales": "agent_handling delays high_pressure_tactics misleading_advertising misrepresentation misstatement_on_application unauthorized_acts",
    "claims": "assignment_of_benefits coordination_of_benefits customer_service delays denial_of_claim liability_dispute post_claim_underwriting unfair_discrimination unsatisfactory_settlement usual_and_customary",
    "policyholder_service": "access_to_policy cash_value customer_service delays information_requested notice_requirements premium_notice premium_refund",
    "miscellaneous": "fraud outside_jurisdiction other privacy",
}


def day(text):
    return date.fromisoformat(text) if text else None


class Period:
    def __init__(self, start, end):
        self.start, self.end = start, end

    def __contains__(self, d):
        return d is not None and self.start <= d < self.end

    def json(self):
        return {"from": self.start.isoformat(), "to": self.end.isoformat()}


def read_period(json):
    if not isinstance(json, str):
        return Period(day(json["from"]), day(json["to"]))
    year = int(json[:4])
    if "Q" in json:
        first, count = 3 * int(json[6:]) - 2, 3
    elif "-" in json:
        first, count = int(json[5:]), 1
    else:
        first, count = 1, 12
    start = date(year, first, 1)
    end = start
    for _ in range(count):
        end += timedelta(days=calendar.monthrange(end.year, end.month)[1])
    return Period(start, end)


def period_before(period):
    if period.start.day == 1 == period.end.day:
        months = (period.end.year - period.start.year) * 12 + period.end.month - period.start.month
        return Period(dates.plus_months(period.start, -months), period.start)
    return Period(period.start - (period.end - period.start), period.start)


def rate(num, den, reason):
    """Unreduced, or why there is none. Numerator and denominator are whole."""
    if den is None or num is None:
        return {"state": "undefined", "reason": "not_given"}
    if den <= 0:
        return {"state": "undefined", "reason": reason}
    return {"state": "known", "num": str(num), "den": str(den), "shown": money.shown(num, den)}


def value(r):
    return Fraction(int(r["num"]), int(r["den"])) if r["state"] == "known" else None


def rate_trend(now, before):
    if "reason" in now or "reason" in before:
        difference = now if "reason" in now else before
    else:
        f = value(now) - value(before)
        difference = rate(f.numerator, f.denominator, "")
    return {"now": now, "before": before, "difference": difference}


def trend(now, before):
    return {"now": now, "before": before, "difference": now - before, "ratio": rate(now, before, "previous_zero")}


def whole(text):
    """A decimal as numerator and power of ten."""
    digits, _, decimals = str(text).partition(".")
    return int(digits + decimals), 10 ** len(decimals)


def per(count, units, exposure):
    if exposure is None:
        return rate(None, None, "")
    num, power = whole(exposure)
    return rate(count * units * power, num, "not_positive")


class Case:
    def __init__(self, json):
        self.json = json
        self.id = json["complaint_id"]
        self.received, self.closed = day(json["received_on"]), day(json.get("closed_on"))
        self.answered = day(json.get("decided_on")) or self.closed
        self.due = day(json.get("due_on"))
        self.outcome = json.get("outcome")

    def in_time(self):
        return self.due is not None and self.answered is not None and self.answered <= self.due

    def owes_nothing(self):
        return self.in_time() and self.outcome in ("withdrawn", "merged")

    def open_at(self, d):
        return self.received < d and (self.closed is None or self.closed >= d)


class Figures:
    """What is counted of some complaints in a period."""

    def __init__(self, cases, period):
        pick = lambda test: [c for c in cases if test(c)]
        self.received = pick(lambda c: c.received in period)
        self.closed = pick(lambda c: c.closed in period)
        self.open_before = pick(lambda c: c.open_at(period.start))
        self.open = pick(lambda c: c.open_at(period.end))
        self.moot = pick(lambda c: c.due in period and c.owes_nothing())
        self.due = pick(lambda c: c.due in period and not c.owes_nothing())
        self.on_time = [c for c in self.due if c.in_time()]
        self.late = [c for c in self.due if not c.in_time()]
        self.decided = pick(lambda c: c.answered in period and c.outcome in DECISIONS)
        self.upheld = [c for c in self.decided if c.outcome in ("upheld", "partly_upheld")]
        self.reopened = pick(lambda c: c.json.get("reopened", 0) and (c in self.closed or c in self.open))

    def count(self, name):
        return len(getattr(self, name))

    def rows(self):
        names = ("closed", "due", "on_time", "decided", "upheld")
        return {**{name: self.count(name) for name in names}, "on_time_rate": self.on_time_rate(), "upheld_rate": self.upheld_rate()}

    def any(self):
        return any(vars(self).values())

    def on_time_rate(self):
        return rate(len(self.on_time), len(self.due), "nothing_due")

    def upheld_rate(self):
        return rate(len(self.upheld), len(self.decided), "nothing_decided")


def complainants(cases, period, months):
    since = dates.plus_months(period.start, -months)
    named = lambda first: [c.json.get("complainant_id") for c in cases if first <= c.received < period.end]
    now, window = named(period.start), named(since)
    people = set(now) - {None}
    return {"all": len(people), "repeat": sum(window.count(p) > 1 for p in people), "unnamed": now.count(None)}


def median_days(days):
    if not days:
        return rate(0, 0, "nothing_closed")
    middle = median([Fraction(d) for d in days])
    # Of an even number, halves are stated as halves.
    den = 1 if len(days) % 2 else 2
    return rate(int(middle * den), den, "")


def scheme_of(spec):
    causes = spec.get("causes") or {function: reasons.split() for function, reasons in NAIC.items()}
    return {function: sorted(set(reasons)) for function, reasons in sorted(causes.items())}


def classify(case, scheme):
    """(function, reason), as far as the scheme knows them; None when not even the function is."""
    cause = case.json.get("cause")
    if not cause or cause["function"] not in scheme:
        return None
    reason = cause.get("reason")
    return cause["function"], reason if reason in scheme[cause["function"]] else None


def known(case, scheme):
    cause = case.json.get("cause")
    return not cause or (classify(case, scheme) or (None, None)) == (cause["function"], cause.get("reason"))


def key_of(key):
    if key is None:
        return {}
    if isinstance(key, tuple):
        return {"function": key[0], **({"reason": key[1]} if key[1] else {})}
    return {"key": key}


def action_report(action, cases, scheme, as_of):
    done, due = day(action.get("done_on")), day(action["due_on"])
    if done and done >= as_of:
        done = None
    if done:
        state = "done" if done <= due else "done_late"
    else:
        state = "overdue" if due < as_of else "open"
    out = {k: v for k, v in action.items() if k != "check"}
    out.update(state=state, proven=bool(done and "evidence" in action))
    check = action.get("check")
    if check and not done:
        out["effect"] = {"effect": "too_early"}
    elif check:
        span = timedelta(days=check["days"])
        windows = Period(done - span, done), Period(done + ONE, done + ONE + span)
        function, reason = action["cause"]["function"], action["cause"].get("reason")
        about = lambda c: (k := classify(c, scheme)) and k[0] == function and reason in (None, k[1])
        sides = []
        for side, window in zip(("before", "after"), windows):
            n = sum(c.received in window for c in cases if about(c))
            exposure = check.get("exposure", {}).get(side, check["days"])
            sides.append({**window.json(), "received": n, "rate": per(n, 1, exposure)})
        was, now = (value(side["rate"]) for side in sides)
        helped = now < was if "at_most" not in check else now <= Fraction(str(check["at_most"])) * was
        if windows[1].end > as_of:
            effect = "too_early"
        else:
            effect = "confirmed" if was > 0 and helped else "not_confirmed"
        out["effect"] = {"effect": effect, "before": sides[0], "after": sides[1]}
    return out


def analyse(json):
    spec = json["spec"]
    period = read_period(spec["period"])
    previous = read_period(spec["previous"]) if "previous" in spec else period_before(period)
    as_of = day(spec.get("as_of")) or period.end
    check(json, period, previous, as_of)
    scheme = scheme_of(spec)
    cases = [Case(c) for c in json["cases"]]
    # The period before is counted from the complaints as they stood at its end, where they are known.
    then = [Case(c) for c in json.get("cases_then", json["cases"])]
    sides = ((period, cases), (previous, then))
    now, before = (Figures(known, p) for p, known in sides)
    people = [complainants(known, p, spec.get("repeat_months", 0)) for p, known in sides]
    took = [[(c.closed - c.received).days for c in f.closed] for f in (now, before)]

    form = {"period": period.json(), "previous": previous.json(), "as_of": as_of.isoformat(), "before_as_it_stood": "cases_then" in json, "cases": len(cases)}
    form.update(open_before=now.count("open_before"), moot=now.count("moot"), unnamed=people[0]["unnamed"], complainants=people[0]["all"])
    if took[0]:
        form["longest_days"] = max(took[0])
    counts = {name: trend(now.count(name), before.count(name)) for name in ("received", "closed", "open", "due", "late", "decided", "upheld", "reopened")}
    counts["repeat_complainants"] = trend(people[0]["repeat"], people[1]["repeat"])
    business = [spec.get("exposure", {}), spec.get("previous_exposure", {})]
    received = [now.count("received"), before.count("received")]
    both = lambda of: rate_trend(of(0), of(1))
    figures = (now, before)

    def per_premium(i):
        if "premium" not in business[i]:
            return rate(None, None, "")
        unit = 10 ** money.DECIMALS[spec["currency"]]
        return rate(received[i] * 10**8 * unit, money.minor_units(business[i]["premium"], spec["currency"]), "not_positive")

    rates = {
        "on_time_rate": both(lambda i: figures[i].on_time_rate()),
        "upheld_rate": both(lambda i: figures[i].upheld_rate()),
        "repeat_rate": both(lambda i: rate(people[i]["repeat"], people[i]["all"], "nobody_named")),
        "median_days": both(lambda i: median_days(took[i])),
        "mean_days": both(lambda i: rate(sum(took[i]), len(took[i]), "nothing_closed")),
        "per_100_million_premium": both(per_premium),
        "per_10000_policies": both(lambda i: per(received[i], 10_000, business[i].get("policies"))),
        "per_10000_persons": both(lambda i: per(received[i], 10_000, business[i].get("persons"))),
    }
    form.update(counts)
    form.update(rates)
    ended = [c.outcome for c in cases if c.answered in period]
    form["outcomes"] = {o: ended.count(o) for o in OUTCOMES if o in ended}
    if "currency" in spec:
        redress = lambda p, known: sum(money.minor_units(c.json.get("redress", "0"), spec["currency"]) for c in known if c.answered in p)
        form["redress"] = {"currency": spec["currency"], **{k: money.print_money(redress(*side), spec["currency"]) for k, side in zip(("now", "before"), sides)}}
    ends = [*spec.get("bucket_days", [28, 56]), None]
    form["buckets"] = []
    for low, end in zip([0, *[e + 1 for e in ends[:-1]]], ends):
        inside = lambda days: sum(low <= d and (end is None or d <= end) for d in days)
        form["buckets"].append({"from_days": low, **({} if end is None else {"to_days": end}), "closed": trend(inside(took[0]), inside(took[1]))})
    unknown = [(c.json["cause"]["function"], c.json["cause"].get("reason") or "") for c in now.received if not known(c, scheme)]
    form["unclassified"] = [{**key_of(cause), "received": unknown.count(cause)} for cause in sorted(set(unknown))]

    groups = {}
    for by in ("cause", *WORDS):
        key = (lambda c: classify(c, scheme)) if by == "cause" else (lambda c, f=WORDS[by]: c.json.get(f))
        # Those that do not say come last; a function alone before its reasons.
        order = sorted({key(c) for c in cases + then}, key=lambda k: (k is None, (k[0], k[1] or "") if isinstance(k, tuple) else k or ""))
        groups[by] = []
        for k in order:
            a, b = (Figures([c for c in known if key(c) == k], p) for p, known in sides)
            if a.any() or b.any():
                groups[by].append((k, a, b))
        form["by_" + by] = [
            {
                **key_of(k),
                "received": trend(a.count("received"), b.count("received")),
                "share": rate(a.count("received"), received[0], "nothing_received"),
                **a.rows(),
                "open": a.count("open"),
                "reopened": a.count("reopened"),
            }
            for k, a, b in groups[by]
        ]
    form["by_month"] = []
    first = period.start.replace(day=1)
    while first < period.end:
        following = dates.plus_months(first, 1)
        f = Figures(cases, Period(max(first, period.start), min(following, period.end)))
        form["by_month"].append({"month": first.isoformat()[:7], "received": f.count("received"), **f.rows()})
        first = following
    form["actions"] = [action_report(a, cases, scheme, as_of) for a in json.get("actions", [])]

    return {"form": form, "report": report(json, form, counts, rates, groups, now, as_of)}


def top(rows, most, size):
    """The first so many, with those that tie with the last."""
    rows = sorted(rows, key=lambda row: -size(row))
    if not most:
        return []
    return [row for row in rows if len(rows) <= most or size(row) >= size(rows[most - 1])]


def findings(json, most):
    """Survivors that are not among the complaints, and complaints that a procedure gave no clock."""
    ids = [c["complaint_id"] for c in json["cases"]]
    found = {
        "absent_survivor": [(c["complaint_id"], c["merged_into"]) for c in json["cases"] if c.get("merged_into", ids[0]) not in ids],
        "no_clock": [(c["complaint_id"], c["no_clock"]) for c in json["cases"] if "no_clock" in c],
    }
    return [
        {"finding": kind, "count": len(rows), "complaints": [{"complaint_id": i, "named": n} for i, n in sorted(rows)[:most]]}
        for kind, rows in found.items()
        if rows
    ]


def in_rings(cases):
    """Walk from every complaint; whoever comes back to itself is in a ring, told at its least id."""
    into = {c["complaint_id"]: c["merged_into"] for c in cases if "merged_into" in c}
    rings = set()
    for start in into:
        walked, at = [start], into[start]
        while at in into and at not in walked:
            walked.append(at)
            at = into[at]
        if at == start:
            rings.add(min(walked))
    return rings


def report(json, form, counts, rates, groups, now, as_of):
    spec = json["spec"]
    most = spec.get("top", 5)
    out = {}
    for name, sign in (("up", 1), ("down", -1)):
        changed = [{"figure": k, "count": t} for k, t in counts.items() if t["difference"] * sign > 0]
        changed += [{"figure": k, "rate": t} for k, t in rates.items() if (v := value(t["difference"])) is not None and v * sign > 0]
        out["figures_" + name] = changed
        rows = [
            {"by": by, **key_of(k), "received": t}
            for by in groups
            for k, a, b in groups[by]
            if (t := trend(a.count("received"), b.count("received")))["difference"] * sign > 0
        ]
        out["groups_" + name] = top(rows, most, lambda row: abs(row["received"]["difference"]))
    causes = [row for row in form["by_cause"] if "function" in row and row["received"]["now"]]
    sizes = [row["received"]["now"] for row in causes]
    out["top_causes"] = [
        {"rank": 1 + sum(s > row["received"]["now"] for s in sizes), **{k: row[k] for k in ("function", "reason", "received", "share") if k in row}}
        for row in top(causes, most, lambda row: row["received"]["now"])
    ]
    rows = []
    for c in now.late:
        answered = c.answered if c.answered and c.answered < as_of else None
        row = {"complaint_id": c.id, "due_on": c.due.isoformat(), "days_late": ((answered or as_of) - c.due).days}
        row.update({"answered_on": answered.isoformat()} if answered else {})
        row.update({"unit_id": c.json["unit_id"]} if "unit_id" in c.json else {})
        rows.append(row)
    rows.sort(key=lambda row: (-row["days_late"], row["complaint_id"]))
    out["late_count"] = len(rows)
    out["late"] = rows[: spec.get("list", 50)]
    waiting = [a for a in form["actions"] if a["state"] in ("open", "overdue")]
    out["findings"] = findings(json, spec.get("list", 50))
    out["actions_due"] = sorted(waiting, key=lambda a: (a["due_on"], a["action_id"]))
    return out


def check(json, period, previous, as_of):
    """The mistakes that the cases make, in the order of the text: question, complaints, actions."""
    found = []
    say = lambda code, path: found.append({"code": code, "path": path})
    if period.start >= period.end:
        raise Problems([{"code": "end_before_start", "path": "spec.period"}])
    if as_of < period.end:
        say("as_of_before_end", "spec.as_of")
    if previous.end > period.start:
        say("previous_not_before", "spec.previous")
    for key in ("cases", "cases_then"):
        rows = json.get(key, [])
        for i, c in enumerate(rows):
            if c.get("closed_on", c["received_on"]) < c["received_on"]:
                say("out_of_order", f"{key}[{i}].closed_on")
            if c.get("decided_on", c["received_on"]) < c["received_on"]:
                say("out_of_order", f"{key}[{i}].decided_on")
            # Whatever goes on elsewhere, or was taken back, is over since some day.
            if "closed_on" not in c and ("merged_into" in c or c.get("outcome") in ("merged", "withdrawn")):
                say("missing_field", f"{key}[{i}].closed_on")
            if "redress" in c and "currency" not in json["spec"]:
                say("currency_missing", f"{key}[{i}].redress")
            if key == "cases_then" and c["complaint_id"] in [r["complaint_id"] for r in rows[:i]]:
                say("duplicate_id", f"{key}[{i}].complaint_id")
    ids = [c["complaint_id"] for c in json["cases"]]
    for least in in_rings(json["cases"]):
        say("merge_ring", f"cases[{ids.index(least)}].merged_into")
    scheme = scheme_of(json["spec"])
    for i, action in enumerate(json.get("actions", [])):
        cause = action["cause"]
        if cause.get("reason") not in (None, *scheme.get(cause["function"], ())) or cause["function"] not in scheme:
            say("unknown_cause", f"actions[{i}].cause")
    if found:
        raise Problems(found)
