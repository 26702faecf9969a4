"""Where a manager serves and whose customers they look after: ranges [from, to), and the tree of units."""
import re
from datetime import date

from dates import parse


class Ranges:
    """Ranges of days, each with what it says; `to` absent is open."""

    def __init__(self, rows, key):
        self.rows = [(parse(r["from"]), parse(r["to"]) if "to" in r else date.max, r[key]) for r in rows]
        self.rows.sort(key=lambda row: row[0])

    def on(self, d):
        """What holds on the day d, or None."""
        return next((what for start, end, what in self.rows if start <= d < end), None)

    def touches(self, start, end):
        """Whether a day of [start, end) lies in one of them."""
        return any(s < end and start < e for s, e, _ in self.rows)


def range_problems(rows, path):
    """end_before_start and overlapping_ranges, each at the range that is wrong."""
    out, good = [], []
    for i, row in enumerate(rows):
        if "to" in row and row["to"] <= row["from"]:
            out.append({"code": "end_before_start", "path": f"{path}[{i}].to"})
        else:
            good.append((row["from"], i, row.get("to", "9999")))
    good.sort()
    latest = ""
    for start, i, end in good:
        if start < latest:
            out.append({"code": "overlapping_ranges", "path": f"{path}[{i}].from"})
        latest = max(latest, end)
    return out


def above(units, unit):
    """The unit and everything above it, nearest first."""
    parents = {u["id"]: u.get("parent") for u in units}
    out = []
    while unit is not None:
        out.append(unit)
        unit = parents.get(unit)
    return out


def unit_problems(units, posts, path):
    known = {u["id"] for u in units}
    return [
        {"code": "unknown_unit", "path": f"{path}[{i}].unit_id"} for i, p in enumerate(posts) if p["unit_id"] not in known
    ]


def repeated(rows, key, path):
    seen, out = set(), []
    for i, row in enumerate(rows):
        if row[key] in seen:
            out.append({"code": "duplicate_id", "path": f"{path}[{i}].{key}"})
        seen.add(row[key])
    return out


def in_order(problems, document):
    """Problems as they stand in the document, from its beginning to its end."""

    def place(problem):
        here, out = document, []
        for step in re.findall(r"[^.\[\]]+", problem["path"]):
            if isinstance(here, list):
                out.append(int(step))
                here = here[int(step)]
            elif isinstance(here, dict) and step in here:
                out.append(list(here).index(step))
                here = here[step]
            else:
                break
        return out

    return sorted(problems, key=place)
