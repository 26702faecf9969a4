"""Concentration: the share of the largest, and how many make a share; ties stay together."""
from fractions import Fraction

import money
from reading import Problems
from shares import ratio, text_of


def literal(text):
    if text.endswith("%"):
        return Fraction(text[:-1]) / 100
    return Fraction(text)


def concentration(json):
    currency = json.get("currency")
    minor = lambda text: money.minor_units(text, currency) if currency else int(text)
    problems, seen = [], set()
    for i, text in enumerate(json.get("shares", [])):
        if not 0 < literal(text) <= 1:
            problems.append({"code": "out_of_range", "path": f"shares[{i}]"})
    for i, row in enumerate(json["rows"]):
        if not currency and "." in row["amount"]:
            problems.append({"code": "currency_missing", "path": f"rows[{i}].amount"})
        if row["id"] in seen:
            problems.append({"code": "duplicate_id", "path": f"rows[{i}].id"})
        seen.add(row["id"])
    if problems:
        raise Problems(problems)
    amounts = [minor(r["amount"]) for r in json["rows"]]
    negative = [a for a in amounts if a < 0]
    rows = sorted((a for a in amounts if a >= 0), reverse=True)
    total = sum(rows)
    out = {
        "id": "concentration",
        "basis": "ties_together",
        "unit": currency or "units",
        "total": text_of(total, currency),
        "rows": len(rows),
        "left_out": [],
        "top": [top(n, rows, total, currency) for n in sorted(set(json.get("top", [])))],
        "shares": [share(s, rows, total, currency) for s in shares_of(json)],
    }
    if "as_of" in json:
        out["as_of"] = json["as_of"]
    if negative:
        out["left_out"].append({"reason": "negative", "rows": len(negative), "amount": text_of(sum(negative), currency)})
    return out


def shares_of(json):
    """By value; of two that are equal the first written stays."""
    out = {}
    for text in json.get("shares", []):
        out.setdefault(literal(text), text)
    return [out[key] for key in sorted(out)]


def with_ties(rows, n):
    """The first n rows, and every one equal to the n-th."""
    return [a for i, a in enumerate(rows) if i < n or a == rows[n - 1]]


def top(n, rows, total, currency):
    chosen = with_ties(rows, n)
    return {
        "n": n,
        "rows": len(chosen),
        "amount": text_of(sum(chosen), currency),
        "share": ratio(sum(chosen), total, "nothing_to_share"),
        "share_of_rows": ratio(len(chosen), len(rows), "nothing_to_share"),
    }


def share(text, rows, total, currency):
    if total <= 0:
        return {"share": text, "state": "undefined"}
    k = next(k for k in range(1, len(rows) + 1) if sum(rows[:k]) >= literal(text) * total)
    chosen = with_ties(rows, k)
    return {
        "share": text,
        "state": "known",
        "rows": len(chosen),
        "without_ties": k,
        "amount": text_of(sum(chosen), currency),
        "reached": ratio(sum(chosen), total, "nothing_to_share"),
        "share_of_rows": ratio(len(chosen), len(rows), "nothing_to_share"),
    }
