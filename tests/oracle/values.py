"""A measure's value: known, undefined or unknown; and Kleene's three truths.

A truth is True, False or None (unknown).
"""
import operator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Optional

import money
from parameters import CURRENCY

KNOWN, UNDEFINED, UNKNOWN = "known", "undefined", "unknown"


@dataclass(frozen=True)
class Value:
    kind: str
    state: str
    value: Any = None  # count: int, money: minor units, boolean, date, text
    num: Optional[int] = None  # ratio, money_ratio
    den: Optional[int] = None

    @property
    def known(self):
        return self.state == KNOWN


def unknown(kind):
    return Value(kind, UNKNOWN)


def undefined(kind):
    return Value(kind, UNDEFINED)


def count(n):
    return Value("count", KNOWN, n)


def amount(minor):
    return Value("money", KNOWN, money.checked(minor))


def boolean(b):
    return unknown("boolean") if b is None else Value("boolean", KNOWN, b)


def ratio(num, den, kind="ratio"):
    """num over den; undefined unless there is something to divide by."""
    money.checked(num)
    money.checked(den)
    if den <= 0:
        return undefined(kind)
    return Value(kind, KNOWN, num=num, den=den)


def optional(kind, value):
    """A fact that the host may not have told."""
    return unknown(kind) if value is None else Value(kind, KNOWN, value)


def exact(value):
    """What is compared: an exact number, or the value itself."""
    if value.num is not None:
        return Fraction(value.num, value.den)
    return value.value


def to_json(value):
    """The fields of a value in the output of `measure`."""
    out = {"kind": value.kind, "state": value.state}
    if not value.known:
        return out
    if value.kind == "money":
        out["value"] = money.print_money(value.value, CURRENCY)
        out["currency"] = CURRENCY
    elif value.kind in ("ratio", "money_ratio"):
        out["num"], out["den"] = str(value.num), str(value.den)
        out["shown"] = shown(value)
        if value.kind == "money_ratio":
            out["currency"] = CURRENCY
    elif value.kind == "date":
        out["value"] = value.value.isoformat()
    else:
        out["value"] = value.value
    return out


def shown(value):
    scale = 10 ** money.DECIMALS[CURRENCY] if value.kind == "money_ratio" else 1
    return money.shown(value.num, value.den * scale)


def to_cell(value):
    """The value as one cell of a table."""
    if not value.known:
        return value.state
    if value.kind == "money":
        return money.print_money(value.value, CURRENCY)
    if value.kind in ("ratio", "money_ratio"):
        return shown(value)
    if value.kind == "boolean":
        return "true" if value.value else "false"
    return str(value.value)


# --- three-valued logic -------------------------------------------------


def both(*truths):
    if any(t is False for t in truths):
        return False
    if any(t is None for t in truths):
        return None
    return True


def either(*truths):
    if any(t is True for t in truths):
        return True
    if any(t is None for t in truths):
        return None
    return False


def negate(truth):
    return None if truth is None else not truth


def truth_of(value):
    """A boolean value as a truth."""
    return value.value if value.known else None


OPERATORS = {
    "=": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def compare(left, symbol, right):
    """A comparison with an operand that is not known is unknown."""
    if not (left.known and right.known):
        return None
    return OPERATORS[symbol](exact(left), exact(right))
