"""Amounts in minor units, and how figures are printed."""
import re
from fractions import Fraction

DECIMALS = {"CNY": 2, "JPY": 0, "USD": 2, "BHD": 3}
BIGGEST = 2**63 - 1
SMALLEST = -(2**63)


class AmountError(ValueError):
    """An amount that cannot be read; `code` says why."""

    def __init__(self, code):
        super().__init__(code)
        self.code = code


class Overflow(ArithmeticError):
    """A figure does not fit 64 bits."""


def minor_units(text, currency):
    if not re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", text):
        raise AmountError("bad_decimal")
    whole, _, fraction = text.partition(".")
    if len(fraction) > DECIMALS[currency]:
        raise AmountError("too_many_decimals")
    amount = int(whole + fraction.ljust(DECIMALS[currency], "0"))
    if not SMALLEST <= amount <= BIGGEST:
        raise AmountError("number_too_large")
    return amount


def checked(amount):
    if not SMALLEST <= amount <= BIGGEST:
        raise Overflow(amount)
    return amount


def print_places(amount, places):
    """An integer count of 10^-places as a decimal, never `-0`."""
    sign = "-" if amount < 0 else ""
    digits = str(abs(amount)).rjust(places + 1, "0")
    if places == 0:
        return sign + digits
    return f"{sign}{digits[:-places]}.{digits[-places:]}"


def print_money(amount, currency):
    return print_places(amount, DECIMALS[currency])


def shown(num, den):
    """num/den to six places; round() of a Fraction is half-even."""
    return print_places(round(Fraction(num, den) * 10**6), 6)
