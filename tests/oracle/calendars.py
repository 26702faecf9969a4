"""Working-day calendars, from the committed tables or from a document, counted day by day."""
import hashlib
import json
from datetime import date, timedelta
from pathlib import Path

from reading import Problems

TABLES = Path(__file__).resolve().parents[2] / "crates" / "insurant" / "calendars"
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
ONE = timedelta(days=1)


class Calendar:
    """`closed` and `working` map days to names, or to None."""

    def __init__(self, about, first, last, weekend, closed, working):
        self.about, self.first, self.last, self.weekend = about, first, last, weekend
        inside = lambda days: {d: n for d, n in sorted(days.items()) if first <= d <= last}
        self.closed = inside(closed)
        self.working = {d: n for d, n in inside(working).items() if WEEKDAYS[d.weekday()] in weekend}

    def kind(self, d):
        if d in self.closed:
            return "holiday"
        if d in self.working:
            return "working_weekend"
        return "weekend" if WEEKDAYS[d.weekday()] in self.weekend else "working"

    def name(self, d):
        return self.closed.get(d) or self.working.get(d)

    def resolved(self):
        """The whole calendar as a document."""
        named = lambda days: [{"date": d.isoformat(), **({"name": n} if n else {})} for d, n in days.items()]
        return {
            **self.about,
            "coverage": {"first": self.first.isoformat(), "last": self.last.isoformat()},
            "weekend": [day for day in WEEKDAYS if day in self.weekend],
            "holidays": named(self.closed),
            "working_weekends": named(self.working),
        }

    def fingerprint(self):
        canonical = json.dumps(self.resolved(), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        return "sha256:" + hashlib.sha256(canonical.encode()).hexdigest()


def table(code):
    """Every calendar of a committed table, by id."""
    shared, names, out, block = {}, {}, {}, None
    for line in [*(TABLES / f"{code}.txt").read_text(encoding="utf-8").splitlines(), "calendar "]:
        word, _, rest = line.partition(" ")
        if word == "calendar":
            if block:
                out[block["id"]] = finish(block, shared, out)
            block = {"id": rest, "days": []}
        elif word in ("", "#"):
            continue
        elif word == "name":
            key, _, name = rest.partition(" ")
            names[key] = name
        elif word.isdigit():
            for token in rest.split():
                sign = token[0] if token[0] in "+-" else ""
                token = token[len(sign):]
                d = date(int(word), int(token[:2]), int(token[2:4]))
                block["days"].append((d, sign, names.get(token[4:])))
        elif block is None:
            shared[word] = rest
        else:
            block[word] = rest
    return out


def finish(block, shared, known):
    base = known.get(block.get("extends"))
    closed = dict(base.closed) if base else {}
    working = dict(base.working) if base else {}
    for d, sign, name in block["days"]:
        closed.pop(d, None)
        working.pop(d, None)
        if sign != "-":
            (working if sign else closed)[d] = name
    weekend = set(block["weekend"].split()) if "weekend" in block else base.weekend
    about = {"id": block["id"], "title": block["title"], **shared}
    day = date.fromisoformat
    return Calendar(about, day(block["first"]), day(block["last"]), weekend, closed, working)


def builtin(id):
    code = id.split("-")[0]
    if (TABLES / f"{code}.txt").is_file() and (found := table(code).get(id)):
        return found
    raise Problems([{"code": "unknown_calendar", "path": ""}])


def of_document(json):
    """A document without mistakes that extends a built-in calendar or none."""
    day = date.fromisoformat
    base = builtin(json["extends"]) if "extends" in json else None
    closed = dict(base.closed) if base else {}
    working = dict(base.working) if base else {}
    for text in json.get("removes", []):
        closed.pop(day(text), None)
        working.pop(day(text), None)
    for row in json.get("holidays", []):
        working.pop(day(row["date"]), None)
        closed[day(row["date"])] = row["name"]
    for row in json.get("working_weekends", []):
        closed.pop(day(row["date"]), None)
        working[day(row["date"])] = row.get("name")
    first, last = (base.first, base.last) if base else (None, None)
    if "coverage" in json:
        first, last = day(json["coverage"]["first"]), day(json["coverage"]["last"])
    weekend = set(json["weekend"]) if "weekend" in json else base.weekend
    about = {key: json[key] for key in ("id", "title", "version", "source", "dated") if key in json}
    return Calendar(about, first, last, weekend, closed, working)


class Together:
    """Open when all are open."""

    def __init__(self, parts):
        self.parts = parts
        self.first = max(part.first for part in parts)
        self.last = min(part.last for part in parts)

    def works(self, d, path):
        if not self.first <= d <= self.last:
            raise Problems([{"code": "outside_calendar", "path": path}])
        return all(part.kind(d) in ("working", "working_weekend") for part in self.parts)

    def row(self, d, path):
        """A day that is no ordinary working day; None for any other."""
        kinds = {part.kind(d) for part in self.parts}
        works = self.works(d, path)
        # A working weekend is one only where some calendar would otherwise be closed, and all are open.
        kind = next(k for k in ("holiday", "weekend", "working_weekend", "working") if k in kinds)
        if kind == "working":
            return None
        names = []
        for part in self.parts:
            if (part.kind(d) in ("working", "working_weekend")) == works and part.name(d) not in (None, *names):
                names.append(part.name(d))
        return {"date": d.isoformat(), "kind": kind, **({"name": "; ".join(names)} if names else {})}


def read(json):
    parts = []
    for i, one in enumerate(json["calendars"]):
        try:
            parts.append(builtin(one) if isinstance(one, str) else of_document(one))
        except Problems as error:
            raise Problems([{**p, "path": f"calendars[{i}]"} for p in error.problems])
    return parts


def working_days(json):
    parts = read(json)
    both = Together(parts)
    start = date.fromisoformat(json["from"])
    from_working = both.works(start, "from")
    if "to" in json:
        to = date.fromisoformat(json["to"])
        both.works(to, "to")
        low, high, count = min(start, to), max(start, to), 0
        d = low
        while d < high:
            d += ONE
            count += both.works(d, "to")
        count = count if start <= to else -count
    else:
        to, count, left = start, json["add"], abs(json["add"])
        while left:
            to += ONE if count > 0 else -ONE
            left -= both.works(to, "add")
    out = {
        "from": start.isoformat(),
        "to": to.isoformat(),
        "count": count,
        "from_working": from_working,
        "to_working": both.works(to, "to"),
        "calendars": [
            {"id": p.about["id"], "version": p.about["version"], "fingerprint": p.fingerprint()} for p in parts
        ],
    }
    if json.get("explain"):
        d, out["days"] = min(start, to), []
        while d < max(start, to):
            d += ONE
            out["days"] += [row] if (row := both.row(d, "to")) else []
    return out


def show(json):
    try:
        calendar = builtin(json["calendar"])
    except Problems:
        raise Problems([{"code": "unknown_calendar", "path": "calendar"}])
    year = json.get("year")
    first, last = calendar.first, calendar.last
    if year:
        first, last = max(first, date(year, 1, 1)), min(last, date(year, 12, 31))
        if last < first:
            raise Problems([{"code": "outside_calendar", "path": "year"}])
    whole = calendar.resolved()
    kept = lambda rows: [row for row in rows if first.isoformat() <= row["date"] <= last.isoformat()]
    works, d = 0, first
    while d <= last:
        works += calendar.kind(d) in ("working", "working_weekend")
        d += ONE
    return {
        **whole,
        "holidays": kept(whole["holidays"]),
        "working_weekends": kept(whole["working_weekends"]),
        "fingerprint": calendar.fingerprint(),
        "working_days": works,
        **({"year": year} if year else {}),
    }
