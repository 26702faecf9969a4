"""Civil dates: months with the day clamped to the month's end, whole years."""
import calendar
from datetime import date, timedelta

# The opening of `lifetime`; every date of a fact lies after it.
MINUS_INFINITY = date.min


def parse(text):
    return date.fromisoformat(text)


def days(a, b):
    """The number of days in [a, b)."""
    return (b - a).days


def plus_days(d, n):
    return d + timedelta(days=n)


def plus_months(d, n):
    """n months after d (before it when n < 0), the day clamped to the month's end."""
    month0 = d.year * 12 + (d.month - 1) + n
    year, month = month0 // 12, month0 % 12 + 1
    last = calendar.monthrange(year, month)[1]
    return date(year, month, min(d.day, last))


def whole_years_since(x, d):
    """The largest n with x + 12n months (clamped) on or before d; 0 when x is after d."""
    n = 0
    while plus_months(x, 12 * (n + 1)) <= d:
        n += 1
    return n


def latest_anniversary(start, d):
    """The latest anniversary of `start` on or before d (start itself is one); start <= d."""
    return plus_months(start, 12 * whole_years_since(start, d))


def whole_years_of_term(start, end):
    """k when start + 12k months (clamped) is exactly the end, else None."""
    k = whole_years_since(start, end)
    if k >= 1 and plus_months(start, 12 * k) == end:
        return k
    return None
