"""The procedures as written, laid over what they extend, and their conditions."""
import re
import tomllib
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "crates/insurant/procedures"
LISTS = "clocks forms notices authority approvals recusals principles retention reports".split()
COMPLEXITIES = (None, "simple", "complex", "special")


@cache
def everything():
    """Every procedure, by id, then by the first day in force."""
    read = [tomllib.loads(p.read_text(encoding="utf-8")) for p in sorted(FOLDER.glob("*.toml"))]
    by_reference = {f"{p['id']}@{p['version']}": p for p in read}
    for procedure in read:
        if "extends" in procedure:
            base, own = by_reference[procedure["extends"]]["complaints"], procedure["complaints"]
            merged = {**base, **own}
            for name in LISTS:
                parts = {part["id"]: part for part in base.get(name, [])}
                for part in own.get(name, []):
                    # What it does not state it inherits, but not that it is an example.
                    inherited = {k: v for k, v in parts.get(part["id"], {}).items() if k != "example"}
                    parts[part["id"]] = {**inherited, **part}
                if parts:
                    merged[name] = list(parts.values())
            procedure["complaints"] = merged
    return sorted(read, key=lambda p: (p["id"], p["effective"]["from"]))


def reference(procedure):
    return f"{procedure['id']}@{procedure['version']}"


TOKEN = re.compile(r'\s*("[^"]*"|[a-z_][a-z0-9_]*|\d+|!=|>=|<=|=|<|>|\(|\)|,)')


def tokens(text):
    out, at = [], 0
    while at < len(text.rstrip()):
        match = TOKEN.match(text, at)
        out.append(match.group(1))
        at = match.end()
    return out


def holds(text, facts):
    """True, False, or None for unknown."""
    rest = tokens(text)

    def take(word=None):
        found = rest.pop(0)
        assert word in (None, found), (word, found, text)
        return found

    def either():
        parts = [both()]
        while rest and rest[0] == "or":
            take()
            parts.append(both())
        return True if True in parts else None if None in parts else False

    def both():
        parts = [one()]
        while rest and rest[0] == "and":
            take()
            parts.append(one())
        return False if False in parts else None if None in parts else True

    def word():
        found = take()
        return found.strip('"') if not found.isdigit() else int(found)

    def one():
        if rest[0] == "not":
            take()
            inner = one()
            return None if inner is None else not inner
        if rest[0] == "(":
            take()
            inner = either()
            take(")")
            return inner
        name = take()
        if name == "is_known":
            take("(")
            known = facts.get(take()) is not None
            take(")")
            return known
        value = facts.get(name)
        if not rest or rest[0] not in ("=", "!=", ">=", "<=", "<", ">", "in", "not"):
            return value
        operator = take()
        if operator in ("in", "not"):
            if operator == "not":
                take("in")
            take("(")
            members = [word()]
            while take() == ",":
                members.append(word())
            return None if value is None else (value in members) == (operator == "in")
        other = word()
        if value is None:
            return None
        return {
            "=": value == other,
            "!=": value != other,
            ">=": operator == ">=" and value >= other,
            "<=": operator == "<=" and value <= other,
            "<": operator == "<" and value < other,
            ">": operator == ">" and value > other,
        }[operator]

    result = either()
    assert not rest, (rest, text)
    return result
