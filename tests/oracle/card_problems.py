"""What is wrong with a scorecard itself, each mistake as code and path."""
from fractions import Fraction

from scorecards import bound, number
from service import repeated


def weights(parts, path):
    """Weights that are negative, and weights that are not exactly all."""
    out = [{"code": "out_of_range", "path": f"{path}[{i}].id"} for i, p in parts if number(p["weight"]) < 0]
    return out, sum((number(p["weight"]) for _, p in parts), Fraction(0)) == 1


def ranges(rows, read, path):
    """Bands or grades that overlap, leave a gap, or hold nothing; told at the row that is wrong."""
    out, reached, ends = [], None, (Fraction(-(10**30)), Fraction(10**30))
    spans = [(read(r["from"]) if "from" in r else ends[0], read(r["below"]) if "below" in r else ends[1], i) for i, r in enumerate(rows)]
    for start, end, i in sorted(spans):
        if end <= start:
            out.append({"code": "empty_range", "path": f"{path}[{i}]"})
        elif reached is not None and start != reached:
            out.append({"code": "bands_gap" if start > reached else "bands_overlap", "path": f"{path}[{i}]"})
        reached = end
    return out


def floors(dimension, grades, path):
    """Floors that can never lower a grade: at the best of all, or because another one asks for as much and allows no better."""
    out, rows = [], dimension.get("floors", [])
    for j, floor in enumerate(rows):
        here = f"{path}.floors[{j}]"
        if floor["best"] not in grades:
            out.append({"code": "unknown_member", "path": f"{here}.best"})
            continue
        idle = floor["best"] == grades[0]
        for k, other in enumerate(rows):
            if k == j or other["best"] not in grades or number(other["least"]) < number(floor["least"]):
                continue
            no_better = grades.index(other["best"]) >= grades.index(floor["best"])
            alike = (number(other["least"]), other["best"]) == (number(floor["least"]), floor["best"])
            idle = idle or no_better and (not alike or k < j)
        if idle:
            out.append({"code": "floor_without_effect", "path": here})
    return out


def problems(card, grades, path):
    """All of them."""
    characteristics, dimensions = card["characteristics"], card.get("dimensions")
    out = repeated(characteristics, "id", f"{path}.characteristics") + ranges(card["grades"], number, f"{path}.grades")
    for i, c in enumerate(characteristics):
        here = f"{path}.characteristics[{i}]"
        out += ranges(c.get("bands", []), bound, f"{here}.bands")
        if dimensions is None:
            out += [{"code": "unknown_id", "path": f"{here}.dimension"}] if "dimension" in c else []
        elif "dimension" not in c:
            out.append({"code": "missing_field", "path": f"{here}.id"})
        elif all(d["id"] != c["dimension"] for d in dimensions):
            out.append({"code": "unknown_id", "path": f"{here}.dimension"})
    if dimensions is None:
        return out
    wrong, whole = weights(list(enumerate(dimensions)), f"{path}.dimensions")
    out += wrong + ([] if whole else [{"code": "weights_do_not_add_up", "path": path}])
    for i, d in enumerate(dimensions):
        parts = [(j, c) for j, c in enumerate(characteristics) if c.get("dimension") == d["id"]]
        wrong, whole = weights(parts, f"{path}.characteristics")
        out += wrong + ([] if whole else [{"code": "weights_do_not_add_up", "path": f"{path}.dimensions[{i}].id"}])
        out += floors(d, grades, f"{path}.dimensions[{i}]")
    return out
