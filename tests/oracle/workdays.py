"""Working days, from the committed calendar tables."""
from datetime import date, timedelta
from functools import cache
from pathlib import Path

TABLES = Path(__file__).resolve().parents[2] / "crates/insurant/calendars"
DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()


class Outside(Exception):
    """A day that a calendar does not cover."""


class Calendar:
    def __init__(self, name, version):
        self.id, self.version = name, version
        self.off, self.on = set(), set()

    def works(self, day):
        if not self.first <= day <= self.last:
            raise Outside(self.id, day)
        if day in self.on:
            return True
        return day not in self.off and DAYS[day.weekday()] not in self.weekend


@cache
def tables():
    found = {}
    for path in sorted(TABLES.glob("*.txt")):
        version = None
        calendar = None
        for line in path.read_text(encoding="utf-8").splitlines():
            word, _, rest = line.partition(" ")
            if word == "version":
                version = rest
            elif word == "calendar":
                calendar = found[rest] = Calendar(rest, version)
            elif calendar is None or not word:
                continue
            elif word == "extends":
                base = found[rest]
                calendar.off, calendar.on = set(base.off), set(base.on)
                calendar.first, calendar.last, calendar.weekend = base.first, base.last, base.weekend
            elif word == "weekend":
                calendar.weekend = set(rest.split())
            elif word in ("first", "last"):
                setattr(calendar, word, date.fromisoformat(rest))
            elif word.isdigit():
                for text in rest.split():
                    sign = text[0] if text[0] in "+-" else ""
                    text = text.lstrip("+-")
                    day = date(int(word), int(text[:2]), int(text[2:4]))
                    calendar.off.discard(day)
                    calendar.on.discard(day)
                    if sign != "-":
                        (calendar.on if sign else calendar.off).add(day)
    return found


def calendar(name):
    return tables()[name]


def days_after(day):
    while True:
        day += timedelta(days=1)
        yield day
