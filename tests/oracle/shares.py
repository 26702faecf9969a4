"""What key figures share: ratios unreduced, amounts as text, figures by group."""
import money


def ratio(num, den, reason):
    """Unreduced, or why there is none."""
    if den <= 0:
        return {"state": "undefined", "reason": reason}
    return {"state": "known", "num": str(num), "den": str(den), "shown": money.shown(num, den)}


def text_of(minor, currency):
    return money.print_money(minor, currency) if currency else str(minor)


def grouped(by, rows, figures, of):
    """One entry for each group name asked for; rows that are not told their group come last."""
    out = []
    for name in by:
        keys = sorted({of(r).get(name) for r in rows if name in of(r)})
        groups = [{"key": k, **figures([r for r in rows if of(r).get(name) == k], name, k)} for k in keys]
        rest = [r for r in rows if name not in of(r)]
        if rest:
            groups.append(figures(rest, name, None))
        out.append({"name": name, "groups": groups})
    return out
