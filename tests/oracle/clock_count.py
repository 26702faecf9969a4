"""When time is over: days, months and hours, counted one by one."""
from datetime import date, datetime, timedelta, timezone
from functools import cache
from zoneinfo import ZoneInfo

import calendars

DAY = timedelta(days=1)


@cache
def calendar(name):
    return calendars.table(name.partition("-")[0])[name]


def works(calendar, day):
    assert calendar.first <= day <= calendar.last, f"{day} lies outside {calendar.about['id']}"
    return calendar.kind(day) in ("working", "working_weekend")


def days_after(day):
    while True:
        day += DAY
        yield day


def instant(text):
    return datetime.fromisoformat(text.replace("Z", "+00:00")).astimezone(timezone.utc)


def written(moment, zone):
    local = moment.astimezone(zone)
    offset = local.utcoffset()
    text = local.strftime("%Y-%m-%dT%H:%M:%S")
    if not offset:
        return text + "Z"
    minutes = int(offset.total_seconds()) // 60
    sign = "-" if minutes < 0 else "+"
    return f"{text}{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def end_of(day, zone):
    """The first instant whose local day is later. Found by looking, not by asking for midnight."""
    low = datetime(day.year, day.month, day.day, tzinfo=timezone.utc) - 2 * DAY
    high = low + 5 * DAY
    while high - low > timedelta(seconds=1):
        middle = low + (high - low) // 2
        middle = middle.replace(microsecond=0)
        if middle.astimezone(zone).date() > day:
            high = middle
        else:
            low = middle
    return high


class Count:
    """The counting of one clock."""

    def __init__(self, clock, header):
        self.clock = clock
        self.zone = ZoneInfo(clock.get("time_zone") or header["time_zone"])
        self.calendar = calendar(clock.get("calendar") or header["calendar"])

    def local(self, moment):
        return moment.astimezone(self.zone)

    def due(self, start, grants, pauses):
        """(the first instant too late, the last day in time)."""
        clock = self.clock
        number = clock["count"] + sum(n for kind, unit, n in grants if kind == "count" and unit == clock["unit"])
        due = self.counted(start, clock["unit"], number, pauses)
        for kind, unit, n in grants:
            if kind == "until":
                due = (n, self.local(n - timedelta(seconds=1)).date())
            elif unit != clock["unit"]:
                due = self.end(self.rolled(self.walk(due[1], unit, n, lambda day: False), start, pauses))
        return due

    def end(self, day):
        return end_of(day, self.zone), day

    def counted(self, start, unit, number, pauses):
        if unit == "hour":
            at, left = start, timedelta(hours=number)
            for begin, stop in pauses:
                if max(begin, at) - at >= left:
                    break
                left -= max(begin, at) - at
                at = max(stop, at)
            at += left
            return at, self.local(at - timedelta(seconds=1)).date()
        if unit == "working_hour":
            return self.working(start, number * 3600, pauses)
        first = self.first(start)
        if number == 0:
            return self.end(self.rolled(first, start, pauses))
        included = self.clock.get("first_day") == "included"
        base = first - DAY if included else first
        if unit == "month":
            number = (months_after(first, number) - first).days
            unit = "calendar_day"

        def paused(day):
            return any(self.local(b).date() <= day < self.local(e).date() for b, e in pauses)

        return self.end(self.rolled(self.walk(base, unit, number, paused), start, pauses))

    def first(self, start):
        local = self.local(start)
        first = local.date()
        cut_off = self.clock.get("cut_off")
        late = cut_off and local.strftime("%H:%M") >= cut_off
        if cut_off and self.clock["unit"] == "business_day":
            # What comes after work, or on a day off, comes on the next day on which somebody works.
            while late or not works(self.calendar, first):
                first, late = first + DAY, False
        elif late:
            first += DAY
        return first

    def walk(self, base, unit, number, paused):
        if unit == "month":
            return months_after(base, number)
        if unit == "week":
            unit, number = "calendar_day", number * 7
        for day in days_after(base):
            if not paused(day) and (unit != "business_day" or works(self.calendar, day)):
                number -= 1
                if number == 0:
                    return day

    def rolled(self, day, start, pauses):
        """What takes the place of a day off. Backwards only as far as there was time: not before
        the start, nor before a pause was over."""
        roll = self.clock.get("roll", "none")
        if roll == "previous_business":
            usable = [self.first(start)] + [self.local(e).date() for _, e in pauses]
            back = day
            while not works(self.calendar, back) and not any(back == d for d in usable):
                back -= DAY
            if works(self.calendar, back):
                return back
        while roll != "none" and not works(self.calendar, day):
            day += DAY
        return day

    def working(self, start, seconds, pauses):
        second = timedelta(seconds=1)
        day = self.local(start).date()
        while True:
            if works(self.calendar, day):
                for window in self.clock["windows"]:
                    hours, minutes = map(int, window["from"].split(":"))
                    at = datetime(day.year, day.month, day.day, hours, minutes, tzinfo=self.zone).astimezone(timezone.utc)
                    hours, minutes = map(int, window["to"].split(":"))
                    close = datetime(day.year, day.month, day.day, hours, minutes, tzinfo=self.zone).astimezone(timezone.utc)
                    while at < close:
                        if at >= start and not any(b <= at < e for b, e in pauses):
                            seconds -= 1
                            if seconds == 0:
                                return at + second, self.local(at).date()
                        at += second
            day += DAY

    def uses_calendar(self):
        clock = self.clock
        units = [clock["unit"], clock.get("extension", {}).get("unit", clock["unit"] if "extension" in clock else "")]
        return any(u in ("business_day", "working_hour") for u in units) or clock.get("roll", "none") != "none"


def months_after(day, number):
    total = day.year * 12 + day.month - 1 + number
    year, month = divmod(total, 12)
    for last in (31, 30, 29, 28):
        try:
            return date(year, month + 1, min(day.day, last))
        except ValueError:
            continue
