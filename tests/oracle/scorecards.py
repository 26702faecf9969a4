"""Scorecards: points by band, weighted within dimensions and among them; floors, vetoes, and what is missing to the next grade.

A value is a Fraction, a word, a truth, or one of UNDEFINED and UNKNOWN.
"""
from fractions import Fraction

UNDEFINED, UNKNOWN = "(undefined)", "(unknown)"


def number(text):
    """A literal without unit: decimal, percentage, or a count of months and the like."""
    text = str(text).replace("_", "")
    return Fraction(text[:-1]) / 100 if text.endswith("%") else Fraction(text.split(" ")[0])


def inside(row, value):
    return ("from" not in row or number(row["from"]) <= value) and ("below" not in row or value < number(row["below"]))


def points_of(characteristic, value):
    """(points, place of the band or case); None where a missing value leaves it undecided."""
    if value in (UNDEFINED, UNKNOWN):
        missing = characteristic.get("missing", "undecided")
        return None if missing == "undecided" else (Fraction(str(missing["points"])), None)
    for i, row in enumerate(characteristic.get("bands", [])):
        if inside(row, value):
            return Fraction(str(row["points"])), i
    for i, row in enumerate(characteristic.get("cases", [])):
        if value in row["is"]:
            return Fraction(str(row["points"])), i
    return Fraction(str(characteristic["otherwise"])), None


def share(part):
    """The weight of a characteristic or a dimension."""
    return number(part["weight"])


def worse(grades, one, other):
    """The lower of two grades of a card that is listed from the best."""
    return max(one, other, key=grades.index)


class Card:
    def __init__(self, document, grades):
        self.document, self.grades = document, grades

    def points(self, values):
        """{characteristic: points}, without those that are undecided."""
        found = {c["id"]: points_of(c, values[c["id"]]) for c in self.document["characteristics"]}
        return {k: v[0] for k, v in found.items() if v is not None}

    def dimensions(self, points):
        """{dimension: points}, without those of which something is undecided."""
        out = {}
        for d in self.document.get("dimensions", []):
            parts = [c for c in self.document["characteristics"] if c["dimension"] == d["id"]]
            if all(c["id"] in points for c in parts):
                out[d["id"]] = sum(share(c) * points[c["id"]] for c in parts)
        return out

    def total(self, points):
        """The exact score, or None."""
        if len(points) < len(self.document["characteristics"]):
            return None
        if "dimensions" not in self.document:
            return sum(share(c) * points[c["id"]] for c in self.document["characteristics"])
        by = self.dimensions(points)
        return sum(share(d) * by[d["id"]] for d in self.document["dimensions"])

    def graded(self, total):
        return next(g["grade"] for g in self.document["grades"] if inside(g, total))

    def broken_floors(self, dimensions):
        """(dimension, floor) of every floor that is not reached."""
        return [
            (d["id"], floor)
            for d in self.document.get("dimensions", [])
            for floor in d.get("floors", [])
            if d["id"] in dimensions and dimensions[d["id"]] < number(floor["least"])
        ]

    def after_floors(self, grade, broken):
        for _, floor in broken:
            grade = worse(self.grades, grade, floor["best"])
        return grade
