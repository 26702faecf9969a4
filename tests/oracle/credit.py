"""Results follow the days of assignment: whose an amount is on its day, and who looked after somebody when, day by day."""
import money
from dates import parse, plus_days
from reading import Problems
from service import in_order, repeated

KINDS = "new_premium renewal_due renewal_kept earned_premium incurred".split()


def end(a):
    """The first day on which an assignment is over: its own end, or that of its exception."""
    return min(a.get("to", "9999"), a.get("exception", {}).get("until", "9999"))


def problems(json):
    out = []
    if json["period"]["to"] <= json["period"]["from"]:
        out.append({"code": "end_before_start", "path": "period.to"})
    known = json["currency"] in money.DECIMALS
    if not known:
        out.append({"code": "unknown_currency", "path": "currency"})
    good = []
    for i, a in enumerate(json["assignments"]):
        exception = a.get("exception", {})
        if "to" in a and a["to"] <= a["from"]:
            out.append({"code": "end_before_start", "path": f"assignments[{i}].to"})
        if a.get("supervised_by") == a["manager_id"]:
            out.append({"code": "supervised_by_self", "path": f"assignments[{i}].supervised_by"})
        if exception and not exception["reason"].strip():
            out.append({"code": "missing_field", "path": f"assignments[{i}].exception.reason"})
        if exception and exception["until"] <= a["from"]:
            out.append({"code": "end_before_start", "path": f"assignments[{i}].exception.until"})
        if a["from"] < end(a):
            good.append((a["from"], i, a))
    good.sort(key=lambda row: row[:2])
    for at, (start, i, a) in enumerate(good):
        before = [b for _, _, b in good[:at] if (b["customer_id"], b["manager_id"]) == (a["customer_id"], a["manager_id"])]
        if any(start < end(b) for b in before):
            out.append({"code": "overlapping_ranges", "path": f"assignments[{i}].from"})
    for i, a in enumerate(json["amounts"] if known else []):
        try:
            money.minor_units(a["amount"], json["currency"])
        except money.AmountError as error:
            out.append({"code": error.code, "path": f"amounts[{i}].amount"})
    return out + repeated(json["amounts"], "amount_id", "amounts")


def covers(a, text):
    return a["from"] <= text < end(a)


def two_managers(json):
    """Pairs of managers who both had a customer on some day of the period, neither under an exception."""
    out, rows, period = [], json["assignments"], json["period"]
    for i, a in enumerate(rows):
        for b in rows[:i]:
            if a["customer_id"] != b["customer_id"] or "exception" in a or "exception" in b:
                continue
            start, stop = max(a["from"], b["from"], period["from"]), min(end(a), end(b), period["to"])
            if start < stop:
                pair = sorted((a["manager_id"], b["manager_id"]))
                out.append({"finding": "two_managers", "customer_id": a["customer_id"], "managers": pair, "from": start, "to": stop})
    return sorted(out, key=lambda f: (f["customer_id"], f["from"], f["to"], f["managers"]))


def whose(json, amount):
    out = {"amount_id": amount["amount_id"]}
    if not covers(json["period"], amount["effective"]):
        return {**out, "whose": "outside_period"}
    of = [a for a in json["assignments"] if a["customer_id"] == amount["customer_id"] and covers(a, amount["effective"])]
    if not of:
        return {**out, "whose": "nobody"}
    if len(of) > 1:
        return {**out, "whose": "shared", "managers": sorted(a["manager_id"] for a in of)}
    out["manager_id"] = of[0]["manager_id"]
    by = of[0].get("supervised_by")
    return {**out, "whose": "supervised", "supervised_by": by} if by else {**out, "whose": "own"}


def days_of(json, assignments):
    """Every day of the period on which one of them holds, one by one."""
    day, after, out = parse(json["period"]["from"]), parse(json["period"]["to"]), []
    while day < after:
        if any(covers(a, day.isoformat()) for a in assignments):
            out.append(day)
        day = plus_days(day, 1)
    return out


def ranges(days):
    rows = []
    for day in days:
        if rows and rows[-1][1] == day:
            rows[-1][1] = plus_days(day, 1)
        else:
            rows.append([day, plus_days(day, 1)])
    return {"days": len(days), "ranges": [{"from": a.isoformat(), "to": b.isoformat()} for a, b in rows]}


def credit(json):
    if found := problems(json):
        raise Problems(in_order(found, json))
    amounts = sorted(json["amounts"], key=lambda a: a["amount_id"])
    answers = [(a, whose(json, a)) for a in amounts]
    minor = lambda a: money.minor_units(a["amount"], json["currency"])
    kinds = [k for k in KINDS if any(a["kind"] == k for a in amounts)]
    printed = lambda total: money.print_money(total, json["currency"])

    def results(fits):
        return {k: printed(sum(minor(a) for a, w in answers if a["kind"] == k and fits(w))) for k in kinds}

    managers = []
    for id in sorted({a["manager_id"] for a in json["assignments"]}):
        mine = [a for a in json["assignments"] if a["manager_id"] == id]
        own_days = days_of(json, [a for a in mine if "supervised_by" not in a])
        learnt = [a for a in mine if "supervised_by" in a]
        learnt_days = days_of(json, learnt)
        one = {"manager_id": id}
        if own_days:
            one["own"] = {**ranges(own_days), "results": results(lambda w: w["whose"] == "own" and w["manager_id"] == id)}
        if learnt_days:
            by = sorted({a["supervised_by"] for a in learnt if days_of(json, [a])})
            under = lambda s: lambda w: w["whose"] == "supervised" and (w["manager_id"], w["supervised_by"]) == (id, s)
            rows = [{"manager_id": s, "results": results(under(s))} for s in by]
            one["supervised"] = {**ranges([d for d in learnt_days if d not in own_days]), "by": rows}
        managers.append(one)
    words = "own supervised shared nobody outside_period".split()
    totals = []
    for k in kinds:
        sums = {w: sum(minor(a) for a, said in answers if a["kind"] == k and said["whose"] == w) for w in words}
        totals.append({"kind": k, "given": printed(sum(sums.values())), **{w: printed(s) for w, s in sums.items()}})
    head = {"period": json["period"], "currency": json["currency"]}
    found = two_managers(json)
    answer = {**head, "managers": managers, "amounts": [w for _, w in answers], "totals": totals}
    return {**answer, **({"findings": found} if found else {})}
