"""How a partner firm did in a period: the scorecard, the veto beside it, the pass line, and what follows from all three."""
from fractions import Fraction

import rulebooks
from agent import Facts
from dates import parse
from partner import Rules, event_problems, plain, unknown_on
from reading import Problems
from scorecards import Card, number, score_json
from service import in_order

GRADES = "core preferred standard basic".split()
KINDS = {
    "premium": "money",
    "premium_growth": "ratio",
    "loss_ratio": "ratio",
    "persistency_13": "ratio",
    "persistency_25": "ratio",
    "complaints": "count",
    "shared_philosophy": "boolean",
}


def reasons(rules, json, card):
    """What overrides the score, or may: events by id, then the vetoes of the card that hold, then those not known."""
    partner, start, end = json["partner"], parse(json["period"]["from"]), parse(json["period"]["to"])
    out = [] if "events" in partner else [{"why": "events_unknown"}]
    for event in sorted(partner.get("events", []), key=lambda e: e["event_id"]):
        if unknown_on(event, parse(json["as_of"])):
            continue
        severity, day = rules.severities.get(event["code"]), rules.counting(event)
        within = day is None or start <= day < end
        if severity is None:
            why = "unknown_code"
        elif severity.get("veto", False):
            why = "veto" if day else "date_missing"
        else:
            continue
        if within:
            one = {"why": why, "event_id": event["event_id"], "code": event["code"]}
            out.append({**one, **({"date": day.isoformat()} if day else {})})
    for wanted, why in ((True, "rule"), (None, "rule_unknown")):
        out += [{"why": why, "rule": veto["id"]} for veto, truth in card.vetoes if truth is wanted]
    return out


def later(rules, json):
    """Vetoes whose counting date comes after the period, of which the insurer knows on the day: the period's score stays."""
    out = []
    for event in sorted(json["partner"].get("events", []), key=lambda e: e["event_id"]):
        day = rules.counting(event)
        known = next((event[k] for k in ("known_on", "decided_on", "act_on") if k in event), None)
        if not rules.severities.get(event["code"], {}).get("veto", False) or day is None or known is None:
            continue
        if day >= parse(json["period"]["to"]) and known <= json["as_of"]:
            told = {k: event[k] for k in ("event_id", "code", "act_on", "decided_on") if k in event}
            out.append({**told, "known_since": known, "effective_from": day.isoformat()})
    return {"later": out} if out else {}


def problems(json, kinds):
    out = event_problems(json["partner"].get("events", []), "partner.events")
    if json["period"]["to"] <= json["period"]["from"]:
        out.append({"code": "end_before_start", "path": "period"})
    elif json["as_of"] < json["period"]["to"]:
        out.append({"code": "as_of_before_end", "path": "as_of"})
    if "commission" in json and not 0 <= number(json["commission"]) <= 1:
        out.append({"code": "out_of_range", "path": "commission"})
    if not out:
        names = json["partner"].get("facts", {})
        out = [{"code": "unknown_field", "path": f"partner.facts.{name}"} for name in names if name not in kinds]
    return out


def findings(rules, json, level):
    out, paid = [], json.get("commission")
    for word, limit in (("commission_above_cap", rules.cap), ("commission_above_level", level)):
        if paid and limit and number(paid) > number(limit):
            out.append({"finding": word, "found": paid, "allowed": limit})
    past = sorted(r["reward_id"] for r in json.get("rewards", []) if r["to"] != "partner")
    return out + [{"finding": "reward_not_through_partner", "reward_id": id} for id in past]


def score(json):
    book, reference = rulebooks.of(json)
    rules = Rules(book)
    kinds = {**KINDS, **{k: v["type"] for k, v in book.get("inputs", {}).items()}}
    if found := problems(json, kinds):
        raise Problems(in_order(found, json))
    if json["card"] not in book["partners"]:
        raise Problems([{"code": "unknown_id", "path": "card"}])
    card = Card(book["partners"][json["card"]], GRADES, Facts(json["partner"].get("facts", {}), kinds))
    why = reasons(rules, json, card)
    words = {r["why"] for r in why}
    veto = "vetoed" if words & {"veto", "rule"} else "review" if words else "clear"
    said = score_json(card)
    line = None if json["card"] == "preference" else rules.pass_line
    passed = "unknown" if "points" not in said else "no_line" if line is None else "passed" if Fraction(said["points"]) >= Fraction(line) else "below"
    below = "probation" if rules.probation_periods else "exit"
    outcome = "exit" if veto == "vetoed" else "review" if veto == "review" or passed == "unknown" else below if passed == "below" else "continue"
    out = {"partner_id": json["partner"]["partner_id"], "as_of": json["as_of"], "card": json["card"], "period": json["period"]}
    out.update(outcome=outcome, veto={"state": veto, "reasons": why, **later(rules, json)}, score=said)
    out["pass"] = {"state": passed, **({"line": plain(line)} if line else {}), **({"points": said["points"]} if "points" in said else {})}
    level = None
    if outcome == "continue" and said["status"] == "graded":
        out["grade"] = said["grade"]
        resource = rules.resources.get(said["grade"])
        if resource:
            level = resource.get("commission")
            out.update({"service": resource.get("service", []), **({"commission": level} if level else {})})
    return {**out, "findings": findings(rules, json, level), **reference}
