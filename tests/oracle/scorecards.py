"""Scorecards: points by band, weighted within dimensions and among them; vetoes, floors, and what is missing to the next grade."""
from fractions import Fraction

import expressions
import money
import values


def number(text):
    """A decimal or a percentage as it stands in a rulebook."""
    text = str(text).replace("_", "")
    return Fraction(text[:-1]) / 100 if text.endswith("%") else Fraction(text)


def bound(text):
    return values.exact(expressions.literal(str(text)))


def inside(row, exact, read):
    return ("from" not in row or read(row["from"]) <= exact) and ("below" not in row or exact < read(row["below"]))


def row_of(characteristic, value):
    """The band or case of a known value, by its place; None where it is every other value."""
    for i, row in enumerate(characteristic.get("bands", [])):
        if inside(row, values.exact(value), bound):
            return i
    for i, row in enumerate(characteristic.get("cases", [])):
        if value.value in row["is"]:
            return i
    return None


def points_of(characteristic, value):
    """The points of a value; None where one that is missing leaves it undecided."""
    if not value.known:
        missing = characteristic["missing"]
        return None if missing == "undecided" else number(missing["points"])
    i = row_of(characteristic, value)
    if i is None:
        return number(characteristic["otherwise"])
    return number((characteristic.get("bands") or characteristic["cases"])[i]["points"])


class Card:
    """A scorecard against the values of one subject. Grades are listed from the best."""

    def __init__(self, document, grades, view):
        self.document, self.order = document, grades
        self.characteristics = document["characteristics"]
        self.values = {c["id"]: expressions.evaluate(c["value"], view) for c in self.characteristics}
        self.points = {c["id"]: points_of(c, self.values[c["id"]]) for c in self.characteristics}
        vetoes = document.get("vetoes", [])
        self.vetoes = [(v, expressions.truth(expressions.evaluate(v["when"], view))) for v in vetoes]

    # --- points -------------------------------------------------------------

    def of_dimension(self, d):
        """Points of a dimension; None where something in it is undecided."""
        parts = [c for c in self.characteristics if c["dimension"] == d["id"]]
        if any(self.points[c["id"]] is None for c in parts):
            return None
        return sum(number(c["weight"]) * self.points[c["id"]] for c in parts)

    def total(self):
        if None in self.points.values():
            return None
        if "dimensions" in self.document:
            return sum(number(d["weight"]) * self.of_dimension(d) for d in self.document["dimensions"])
        return sum(number(c["weight"]) * self.points[c["id"]] for c in self.characteristics)

    def worse(self, *grades):
        return max(grades, key=self.order.index)

    def by_score(self):
        """The grade of the total alone."""
        total = self.total()
        return None if total is None else next(g["grade"] for g in self.document["grades"] if inside(g, total, number))

    # --- floors ---------------------------------------------------------------

    def broken(self):
        """(dimension, floor, points missing) of each floor that is not reached."""
        out = []
        for d in self.document.get("dimensions", []):
            points = self.of_dimension(d)
            for floor in d.get("floors", []):
                if points is not None and points < number(floor["least"]):
                    out.append((d["id"], floor, number(floor["least"]) - points))
        return out

    def binding(self):
        """The floor that lowers the grade; None where none does."""
        if self.by_score() is None or not self.broken():
            return None
        worst = self.worse(*(floor["best"] for _, floor, _ in self.broken()))
        if self.worse(worst, self.by_score()) == self.by_score():
            return None
        return next(b for b in self.broken() if b[1]["best"] == worst)

    # --- judgement --------------------------------------------------------------

    def judged(self):
        """(veto | review | undecided | graded, about what, grade)."""
        for wanted, word in ((True, "veto"), (None, "review")):
            found = next((v for v, truth in self.vetoes if truth is wanted), None)
            if found:
                return word, found["id"], found["grade"] if wanted else None
        missing = next((c["id"] for c in self.characteristics if self.points[c["id"]] is None), None)
        if missing:
            return "undecided", missing, None
        binding = self.binding()
        return "graded", None, binding[1]["best"] if binding else self.by_score()

    def to_next(self):
        """(grade, points missing, floors to meet); None for the best grade there is, or without one by score."""
        how, _, grade = self.judged()
        if how != "graded":
            return None
        listed = [g for g in self.order if any(row["grade"] == g for row in self.document["grades"])]
        better = [g for g in listed if self.order.index(g) < self.order.index(grade)]
        if not better:
            return None
        following = better[-1]
        good = [g for g in self.order if self.order.index(g) <= self.order.index(following)]
        missing = Fraction(0)
        if self.by_score() not in good:
            starts = [number(row["from"]) for row in self.document["grades"] if row["grade"] in good and "from" in row]
            missing = min(s for s in starts if s > self.total()) - self.total()
        floors = [b for b in self.broken() if self.worse(b[1]["best"], following) != following]
        return following, missing, floors


def decimal(exact):
    """An exact number as a decimal without zeros at its end; every denominator is a power of ten."""
    places = 0
    while (exact * 10**places).denominator != 1:
        places += 1
    return money.print_places(int(exact * 10**places), places)


def told(**fields):
    return {k: v for k, v in fields.items() if v is not None}


def floor_json(broken):
    dimension, floor, missing = broken
    return {"dimension": dimension, "least": decimal(number(floor["least"])), "best": floor["best"], "missing": decimal(missing)}


def earned_json(card, c):
    """What a characteristic earned, and by what."""
    value, points = card.values[c["id"]], card.points[c["id"]]
    band = row_of(c, value) if value.known else None
    weighted = None if points is None else number(c["weight"]) * points
    by = "band" if band is not None else "otherwise" if value.known else "missing"
    return {
        "id": c["id"],
        "value": c["value"],
        "shown": values.to_json(value),
        "earned": "undecided" if points is None else by,
        "weight": decimal(number(c["weight"]) * 100) + "%" if "dimension" in c else decimal(number(c["weight"])),
        **told(
            dimension=c.get("dimension"),
            band=band,
            points=None if points is None else decimal(points),
            weighted=None if points is None else decimal(weighted),
        ),
    }


def dimension_json(card, d):
    points = card.of_dimension(d)
    broken = [floor_json(b) for b in card.broken() if b[0] == d["id"]]
    weight = decimal(number(d["weight"]) * 100) + "%"
    return {"id": d["id"], "weight": weight, "floors_broken": broken, **told(points=None if points is None else decimal(points))}


def score_json(card):
    how, about, grade = card.judged()
    total, missing = card.total(), [c["id"] for c in card.characteristics if card.points[c["id"]] is None]
    out = {
        "status": "vetoed" if how == "veto" else how,
        "vetoes": {
            "holds": [v["id"] for v, truth in card.vetoes if truth],
            "unknown": [v["id"] for v, truth in card.vetoes if truth is None],
        },
        "characteristics": [earned_json(card, c) for c in card.characteristics],
        **told(grade=grade, grade_by_score=card.by_score(), points=None if total is None else decimal(total)),
    }
    if how in ("veto", "review"):
        out["veto"] = about
    if missing:
        out["missing"] = missing
    if "dimensions" in card.document:
        out["dimensions"] = [dimension_json(card, d) for d in card.document["dimensions"]]
    if how == "graded" and card.binding():
        out["floor"] = floor_json(card.binding())
    if card.to_next():
        following, lacking, floors = card.to_next()
        out["to_next"] = {"grade": following, "points_missing": decimal(lacking), "floors_to_meet": [floor_json(b) for b in floors]}
    return out
