"""What the answers about a complaint would pass over: procedures and decisions without a clock, forms that do not
count, authority that nobody checked."""
import re
from datetime import date
from zoneinfo import ZoneInfo

import clocks
import procedures
from clock_count import instant


def in_force(procedure, name, day):
    first, last = procedure["effective"]["from"], procedure["effective"].get("to", "2200-01-01")
    return "@" in name or date.fromisoformat(first) <= day < date.fromisoformat(last)


def written(effective):
    return f"{effective['from']} up to {effective['to']}" if "to" in effective else f"{effective['from']} on"


def local(at, procedure):
    return instant(at).astimezone(ZoneInfo(procedure["complaints"]["time_zone"])).date()


def undecided(log):
    state = True
    for event in log:
        kind = event["kind"]
        if kind in ("handled", "declined", "withdrawn", "merged_into", "closed", "archived"):
            state = False
        elif kind == "reopened" or kind == "recheck_decided" and event["result"] == "sent_back":
            state = True
        elif kind == "recheck_decided" or kind == "referral_ended" and event["result"] in ("decided", "settled"):
            state = False
    return state


def opened(deadline):
    return deadline["state"] in ("running", "paused") or deadline["state"] == "missed" and "ended_at" not in deadline


def lacking(form, fields):
    return [f["name"] for f in form["fields"] if f.get("required", True) and not fields.get(f["name"], "").strip()]


def gaps(json, deadlines):
    as_of = instant(json["as_of"])
    log = [e for e in json["complaint"]["events"] if max(instant(e["occurred_at"]), instant(e["recorded_at"])) <= as_of]
    receipt = next((e for e in log if e["kind"] == "received"), None)
    facts = {k: json["complaint"]["events"][0][k] for k in clocks.RECEIPT if k in json["complaint"]["events"][0]}
    facts.update(json.get("facts", {}))
    asked, families = {}, {}
    for name in json["procedures"]:
        asked[name] = [p for p in procedures.everything() if name in (p["id"], procedures.reference(p))]

    def root(name):
        before = [p["complaints"]["follows"] for p in asked[name] if "follows" in p["complaints"] and "@" not in name]
        return root(before[0]) if before and before[0] in asked else name

    # A procedure and the one that it replaced are looked at together.
    for name, versions in asked.items():
        families.setdefault(root(name), []).extend((name, p) for p in versions)
    families = [(", ".join(dict.fromkeys(name for name, _ in family)), [p for _, p in family]) for family in families.values()]

    def deciding(versions):
        """The clocks on the decision; where none is, those on the answer that tells it."""
        clocks_of = [(p, c) for p in versions for c in p["complaints"].get("clocks", [])]
        return next((found for duty in ("decide", "inform") if (found := [(p, c) for p, c in clocks_of if c["duty"] == duty])), [])

    out = []
    some_decide = any(deciding(versions) for _, versions in families)
    for name, versions in families:
        references = [procedures.reference(p) for p in versions]
        own = [d for d in deadlines if d.get("procedure") in references]
        if not own:
            finding = {"procedure": name, "kind": "procedure", "id": name}
            if receipt is None or any(in_force(p, name, local(receipt["occurred_at"], p)) for p in versions):
                finding.update(check="begun", result="open", doc="none of its clocks has begun")
            else:
                subjects = [f"{procedures.reference(p)} in force {written(p['effective'])}" for p in versions]
                subjects += [f"before it: {p['complaints']['follows']}" for p in versions if p["complaints"].get("follows", name) not in name.split(", ")]
                finding.update(check="in_force", result="unchecked", subjects=subjects)
                finding["doc"] = "no version was in force when the complaint was received, and none of its clocks has begun"
            out.append(finding)
        if not deciding(versions) and some_decide:
            continue
        decisions = [d for d in own if d["duty"] in {c["duty"] for _, c in deciding(versions)}]
        if any(opened(d) for d in decisions) if undecided(log) else decisions:
            continue
        finding = {"procedure": name, "kind": "clock", "id": "decide", "check": "decide_clock"}
        events = clocks.looked_at(json)
        events = sorted((e for e in events if max(e.occurred, e.recorded) <= as_of), key=lambda event: event.counts)
        every = [(p, c, d) for p, c in deciding(versions) for d in clocks.of_clock(p, c, events, facts, as_of, True)]
        lost = []
        for p, c, d in every:
            if d["run"] not in [o["run"] for o in clocks.of_clock(p, c, events, facts, as_of, "@" in name)]:
                lost.append(f"{procedures.reference(p)}/{c['id']}")
        said = [e["complexity"] for e in log if e["kind"] == "classified"]
        known = {**facts, "complexity": said[-1] if said else facts.get("complexity")}
        starts = [s for _, c in deciding(versions) if "when" not in c or procedures.holds(c["when"], known) is not False for s in c["starts"]]
        if decisions:
            finding.update(result="unchecked", doc="the complaint is undecided, and no clock on the decision runs")
        elif lost:
            finding.update(result="broken", subjects=list(dict.fromkeys(lost)))
            finding["doc"] = "a clock on the decision would have begun on a day on which its version was not in force"
        elif starts:
            finding.update(result="open", subjects=list(dict.fromkeys(starts)), doc="no clock on the decision has begun")
        else:
            finding.update(result="unchecked", doc="no time limit for the decision is stated for such a complaint")
        out.append(finding)

    for _, versions in families:
        for p in versions:
            names = lines_of(p)
            if "line" in facts and facts["line"] not in names and (near := nearest(facts["line"], names)):
                out.append({
                    "procedure": procedures.reference(p), "kind": "fact", "id": "line", "check": "known",
                    "result": "unchecked", "subjects": [near],
                    "doc": "no condition of the procedure names such a line, but one that is written much alike",
                })

    filed = {e["form"]: e["fields"] for e in log if e["kind"] == "form_filed"}
    if receipt and filed:
        bearing = [p for n, versions in families for p in versions if in_force(p, n, local(receipt["occurred_at"], p))]
        names = [f["id"] for p in bearing for f in p["complaints"].get("forms", [])]
        for p in bearing:
            for form in p["complaints"].get("forms", []):
                missing = lacking(form, filed[form["id"]]) if form["id"] in filed else []
                if missing:
                    out.append({
                        "procedure": procedures.reference(p), "kind": "form", "id": form["id"], "check": "complete",
                        "result": "open", "subjects": missing,
                        "doc": "the form lacks something that it must say, and counts when it is filed whole",
                    })
        for name in sorted(filed):
            if names and name not in names:
                finding = {
                    "procedure": procedures.reference(next(p for p in bearing if "forms" in p["complaints"])),
                    "kind": "form", "id": name, "check": "known", "result": "broken",
                    "doc": "no procedure in force has such a form",
                }
                if near := nearest(name, names):
                    finding["subjects"] = [near]
                out.append(finding)

    if "units" not in json:
        for event in log:
            if event["kind"] != "extension_approved" or event["actor"]["role"] == "head_office_senior":
                continue
            moved = {}
            for deadline in deadlines:
                procedure = next((p for p in procedures.everything() if procedures.reference(p) == deadline.get("procedure")), None)
                clock = procedure and next(c for c in procedure["complaints"]["clocks"] if c["id"] == deadline["clock"])
                by_extension = any(m["reason"] == "extension" for m in deadline.get("moves", []))
                if clock and by_extension and clock.get("extension", {}).get("level", "any") != "any":
                    moved.setdefault(deadline["procedure"], []).append(clock["id"])
            for reference, ids in moved.items():
                out.append({
                    "procedure": reference, "kind": "approval", "id": event["id"], "check": "level",
                    "result": "unchecked", "subjects": list(dict.fromkeys(ids)),
                    "doc": "the units are not given, so that whoever granted more time is taken to stand high enough",
                })
    return out


def lines_of(procedure):
    """What conditions hold the line of business against."""
    conditions = [c.get("when", "") for c in procedure["complaints"].get("clocks", [])]
    conditions.append(procedure["complaints"].get("applies_to", ""))
    compared = [re.findall(r'\bline (?:!?=|(?:not )?in) \(?("[^"]*"(?:, "[^"]*")*)', c) for c in conditions]
    return sorted({name for found in compared for texts in found for name in re.findall(r'"([^"]*)"', texts)})


def distance(a, b):
    """Letters changed, left out, put in or turned round."""
    table = {(i, 0): i for i in range(len(a) + 1)} | {(0, j): j for j in range(len(b) + 1)}
    for i in range(1, len(a) + 1):
        for j in range(1, len(b) + 1):
            table[i, j] = min(table[i - 1, j] + 1, table[i, j - 1] + 1, table[i - 1, j - 1] + (a[i - 1] != b[j - 1]))
            if i > 1 and j > 1 and a[i - 1] == b[j - 2] and a[i - 2] == b[j - 1]:
                table[i, j] = min(table[i, j], table[i - 2, j - 2] + 1)
    return table[len(a), len(b)]


def nearest(name, names):
    near = min(((distance(name, other), other) for other in names), default=(99, ""))
    return near[1] if near[0] <= max(len(name) // 3, 1) + 1 and near[0] < len(name) else None
