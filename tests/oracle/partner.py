"""Partner firms: admission after clean years, the compliance veto, the pass line, and periods one after another."""
from fractions import Fraction

import rulebooks
from dates import parse, plus_months
from reading import Problems
from service import repeated



class Rules:
    """The section `partners` of a rulebook."""

    def __init__(self, book):
        s = book["partners"]
        self.clean_years = s.get("clean_years", 3)
        self.clean_date = s.get("clean_date", "decision")
        self.licence_required = s.get("licence_required", True)
        self.pass_line = s.get("pass_line")
        self.probation_periods = s.get("probation_periods", 0)
        self.severities = {row["id"]: row for row in s.get("severities", [])}
        self.resources = {row["grade"]: row for row in s.get("resources", [])}
        self.cap = s.get("commission_cap")

    def counting(self, event):
        """The date of an event that counts, or None."""
        text = event.get("decided_on" if self.clean_date == "decision" else "act_on")
        return parse(text) if text else None


def unknown_on(event, end):
    """Whether the insurer came to know of an event only after a day."""
    return "known_on" in event and parse(event["known_on"]) > end


def finding(rules, event, start, end):
    severity = rules.severities.get(event["code"])
    if unknown_on(event, end):
        return "not_known"
    if severity is None:
        return "unknown_code"
    if not severity["major"]:
        return "not_major"
    day = rules.counting(event)
    if day is None:
        return "date_missing"
    if day >= end:
        return "not_yet"
    return "in_window" if day >= start else "outside_window"


def event_problems(events, path):
    out = repeated(events, "event_id", path)
    for i, e in enumerate(events):
        if "act_on" in e and "decided_on" in e and e["decided_on"] < e["act_on"]:
            out.append({"code": "out_of_order", "path": f"{path}[{i}].decided_on"})
        if "act_on" in e and "known_on" in e and e["known_on"] < e["act_on"]:
            out.append({"code": "out_of_order", "path": f"{path}[{i}].known_on"})
    return out


def looked_at(rules, event, start, end):
    """An event as it was found: each of its two dates by itself."""
    severity = rules.severities.get(event["code"])
    out = {"event_id": event["event_id"], "code": event["code"]}
    if severity:
        out.update(kind=severity["kind"], major=severity["major"])
    for name, within in (("decided_on", "decided_in_window"), ("act_on", "acted_in_window")):
        if name in event:
            out[name] = event[name]
            if severity:
                out[within] = start <= parse(event[name]) < end
    if "known_on" in event:
        out["known_on"] = event["known_on"]
    out["finding"] = finding(rules, event, start, end)
    return out


def reasons_of(rules, partner, events, d):
    out = []
    if "events" not in partner:
        out.append({"reason": "events_unknown", "effect": "review"})
    for e in events:
        if e["finding"] == "in_window":
            out.append({"reason": f"major_{e['kind']}", "event_id": e["event_id"], "effect": "refused"})
        elif e["finding"] in ("unknown_code", "date_missing"):
            out.append({"reason": e["finding"], "event_id": e["event_id"], "effect": "review"})
    licence = partner.get("licence")
    if rules.licence_required and licence is None:
        out.append({"reason": "licence_unknown", "effect": "review"})
    elif licence and not (parse(licence["from"]) <= d and ("to" not in licence or d < parse(licence["to"]))):
        out.append({"reason": "licence_not_valid", "effect": "refused"})
    if "compliant" not in partner:
        out.append({"reason": "compliance_unknown", "effect": "review"})
    elif not partner["compliant"]:
        out.append({"reason": "not_compliant", "effect": "refused"})
    return out


def admit(json):
    book, reference = rulebooks.of(json)
    rules, partner, d = Rules(book), json["partner"], parse(json["as_of"])
    if found := event_problems(partner.get("events", []), "partner.events"):
        raise Problems(found)
    start = plus_months(d, -12 * rules.clean_years)
    events = [looked_at(rules, e, start, d) for e in sorted(partner.get("events", []), key=lambda e: e["event_id"])]
    reasons = reasons_of(rules, partner, events, d)
    effects = {r["effect"] for r in reasons}
    outcome = next((o for o in ("refused", "review") if o in effects), "admitted")
    return {
        "partner_id": partner["partner_id"],
        "as_of": json["as_of"],
        "outcome": outcome,
        "window": {"from": start.isoformat(), "to": json["as_of"]},
        "clean_date": rules.clean_date,
        "reasons": reasons,
        "events": events,
        **reference,
    }


def plain(text):
    """A decimal without zeros at its end."""
    return text.rstrip("0").rstrip(".") if "." in text else text


def track_problems(rows):
    out, latest = [], ""
    for i, p in enumerate(rows):
        if p["to"] <= p["from"]:
            out.append({"code": "end_before_start", "path": f"periods[{i}].to"})
    for i, p in sorted(enumerate(rows), key=lambda pair: pair[1]["from"]):
        if p["from"] < latest:
            out.append({"code": "period_overlap", "path": f"periods[{i}].from"})
        latest = max(latest, p["to"])
    return out


def track(json):
    """Periods one after another, oldest first; an exit is for good."""
    if found := track_problems(json["periods"]):
        raise Problems(found)
    book, reference = rulebooks.of(json)
    rules = Rules(book)
    out, run, state, exit = [], 0, "none", None
    for p in sorted(json["periods"], key=lambda p: p["from"]):
        line, vetoes = p.get("line", rules.pass_line), sorted(set(p.get("vetoes", [])))
        says = {"points": p.get("points"), "line": line}
        one = {"from": p["from"], "to": p["to"], **{k: plain(v) for k, v in says.items() if v}}
        if vetoes:
            one["vetoes"] = vetoes
        out.append(one)
        if p["to"] > json["as_of"]:
            one["state"] = "not_over"
            continue
        if exit:
            one["state"] = "after_exit"
            continue
        if vetoes:
            one["state"] = "exit"
            exit = {"from": p["from"], "to": p["to"], "why": "veto", "events": vetoes}
        elif "points" not in p or line is None:
            one["state"] = "review"
        elif Fraction(p["points"]) >= Fraction(line):
            one["state"], run = "good", 0
        else:
            run += 1
            one["state"] = "probation"
            if run > rules.probation_periods:
                one["state"], exit = "exit", {"from": p["from"], "to": p["to"], "why": "below_line"}
        state = one["state"]
    left = max(rules.probation_periods - run, 0)
    answer = {"partner_id": json["partner_id"], "as_of": json["as_of"], "state": state, "below_in_a_row": run, "left": left}
    return {**answer, **({"exit": exit} if exit else {}), "periods": out, **reference}
