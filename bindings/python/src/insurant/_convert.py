"""Python's own types as what crosses to the library, and back.

What is no value of the type is refused here with a TypeError that says what to pass; what the type
allows and the library does not, such as a NaN, is sent on and refused there, with its field's path.
"""

from __future__ import annotations

import datetime
import decimal

# The library reads plain digits. A number with a larger exponent than this is sent as it is written,
# which the library refuses, rather than as that many zeros.
_MOST_DIGITS = 1000
# The ordinal of 1970-01-01.
_EPOCH = 719_163


def amount(value: decimal.Decimal | int) -> str:
    """A decimal as plain digits."""
    if isinstance(value, decimal.Decimal):
        if value.is_finite() and abs(value.adjusted()) <= _MOST_DIGITS:
            exponent = value.as_tuple().exponent
            if isinstance(exponent, int) and abs(exponent) <= _MOST_DIGITS:
                return format(value, "f")
        return str(value)
    if isinstance(value, int) and not isinstance(value, bool):
        # Python itself refuses to write integers of many thousand digits.
        return str(value) if value.bit_length() < 4000 else f"1E+{_MOST_DIGITS}"
    raise TypeError(
        f"an amount is a decimal.Decimal, not {type(value).__name__}; write Decimal('12.50')"
    )


def days(value: datetime.date) -> int:
    """A date as days since 1970-01-01."""
    if isinstance(value, datetime.datetime):
        raise TypeError("a day is a datetime.date, not datetime; say which day with .date()")
    if not isinstance(value, datetime.date):
        raise TypeError(
            f"a day is a datetime.date, not {type(value).__name__}; write date(2024, 7, 1)"
        )
    return value.toordinal() - _EPOCH


def date(value: int) -> datetime.date:
    """Days since 1970-01-01 as a date."""
    return datetime.date.fromordinal(value + _EPOCH)


def moment_text(value: datetime.datetime) -> str:
    """An aware datetime with its offset."""
    if not isinstance(value, datetime.datetime):
        raise TypeError(
            f"an instant is a datetime.datetime with its offset, not {type(value).__name__}; write "
            "datetime(2024, 7, 1, 10, tzinfo=timezone(timedelta(hours=8)))"
        )
    if value.utcoffset() is None:
        raise TypeError("an instant needs its offset; give the datetime a tzinfo")
    text = value.isoformat()
    return f"{text[:-6]}Z" if text.endswith("+00:00") else text


def moment(value: str) -> datetime.datetime:
    """An instant as a datetime with its offset."""
    # Python 3.10 does not read `Z`.
    return datetime.datetime.fromisoformat(f"{value[:-1]}+00:00" if value.endswith("Z") else value)
