"""Counting working days by one calendar or several."""
from vectors import case


def counted(name, calendars, start, why, **to):
    calendars = calendars if isinstance(calendars, list) else [calendars]
    case("working_days", name, "working_days", {"calendars": calendars, "from": start, **to}, why)


def shown(name, calendar, why, **more):
    case("working_days", name, "calendar_show", {"calendar": calendar, **more}, why)


# China, 调休.
counted("spring_festival_2025", "cn", "2025-01-24", "Friday. Sunday 26 January is worked, then 28 January to 4 February are off, then Saturday 8 February is worked.", add=7, explain=True)
counted("spring_festival_2025_from_inside", "cn", "2025-01-31", "A holiday: the first working day after it is 5 February.", add=1)
counted("spring_festival_2020_extended", "cn", "2020-01-23", "Extended in the epidemic: off to 2 February, and Saturday 1 February, first to be worked, is off.", add=1, explain=True)
counted("national_day_2025_backwards", "cn", "2025-10-09", "Five working days before the first day after the holiday; Sunday 28 September is worked.", add=-5)
counted("national_day_2025", "cn", "2025-09-26", "29 and 30 September, 9 October, and the two weekend days that are worked: 28 September and 11 October.", to="2025-10-12", explain=True)
counted("holidays_on_a_weekend_count_once", "cn", "2025-01-27", "1 and 2 February 2025 are weekend and holiday at once.", to="2025-02-10")
counted("end_of_2018_in_the_notice_for_2019", "cn", "2018-12-28", "29 December is a worked Saturday, Monday 31 December is off.", add=2, explain=True)
counted("to_comes_first", "cn", "2025-02-10", "Turned around, the sign turns.", to="2025-01-27")
counted("nothing_to_add", "cn", "2025-02-01", "Nothing added: the day itself, though nobody works on it.", add=0)
counted("a_thousand_days", "cn", "2021-06-30", "A thousand working days cross four Spring Festivals.", add=1000)
# Coverage.
counted("last_day_covered", "cn", "2026-12-30", "31 December 2026 is the last day covered, and is worked.", add=1)
counted("beyond_the_coverage", "cn", "2026-12-30", "The second working day lies in 2027, of which nothing is known.", add=2)
counted("before_the_coverage", "cn", "2003-12-31", "The day from which to count lies before the first day covered.", add=1)
counted("to_beyond_the_coverage", "kr", "2026-12-01", "The last day to count lies behind the coverage.", to="2027-01-04")
counted("unknown_calendar", ["cn", "gb"], "2025-01-01", "There is no calendar of the whole United Kingdom.", add=1)
# United Kingdom.
counted("golden_jubilee", "gb-eng", "2002-05-31", "The spring bank holiday moved to Tuesday 4 June, after Monday 3 June.", add=1, explain=True)
counted("diamond_jubilee", "gb-sct", "2012-05-25", "28 May is worked; 4 and 5 June are off.", add=7)
counted("platinum_jubilee_and_funeral", "gb-nir", "2022-05-27", "2 and 3 June and 19 September are off, 30 May is not.", to="2022-09-20", explain=True)
counted("christmas_2021_in_lieu", "gb-eng", "2021-12-24", "Christmas and Boxing Day fall on a weekend: Monday and Tuesday are off instead.", add=1, explain=True)
counted("new_year_in_scotland", "gb-sct", "2022-12-30", "1 and 2 January and the day in lieu.", add=1)
counted("new_year_in_england", "gb-eng", "2022-12-30", "One day in lieu only.", add=1)
# Others.
counted("chuseok_2025", "kr", "2025-10-02", "From Thursday: 3 October to 9 October are off, with a substitute on the 8th.", add=1, explain=True)
counted("two_holidays_on_one_day", "kr", "2025-05-02", "Children's Day and Buddha's Birthday both on 5 May: a substitute on the 6th.", add=1)
counted("saturday_in_hong_kong", "hk", "2026-11-20", "Only Sunday is weekend: Saturday counts.", add=2, explain=True)
counted("all_saints_in_bavaria", "de-by", "2024-10-31", "1 November 2024 is a Friday, off in Bavaria.", add=1)
counted("all_saints_elsewhere", "de-hh", "2024-10-31", "In Hamburg it is worked; the day before was not.", add=1)
counted("leap_day", "us", "2024-02-28", "29 February 2024 is a Thursday.", add=2)
# Several, and one's own.
counted("company_and_regulator", ["cn", "gb-eng"], "2025-04-17", "Open only when both are: Good Friday and Easter Monday are British, 1 to 5 May Chinese, 5 May both; Sunday 27 April is worked in China alone.", add=10, explain=True)
counted("common_coverage", ["cn", "gb-eng"], "2003-06-02", "Covered by the one, not by the other.", add=1)
OWN = {"id": "acme", "version": "1", "source": "the board", "extends": "cn", "removes": ["2025-10-08"], "holidays": [{"date": "2025-10-09", "name": "Founding Day"}], "working_weekends": [{"date": "2025-10-12"}]}
counted("own_calendar", [OWN], "2025-09-30", "One day off taken back, one added, a Sunday worked without a reason.", to="2025-10-13", explain=True)
GULF = {"id": "gulf", "version": "1", "source": "made up", "coverage": {"first": "2026-01-01", "last": "2026-06-30"}, "weekend": ["friday", "saturday"], "holidays": []}
counted("another_weekend", [GULF], "2026-05-06", "Friday and Saturday are weekend, Sunday is not.", add=3, explain=True)
# Showing.
shown("show_china_2026", "cn", "33 days off and 6 working weekends in the notice for 2026.", year=2026)
shown("show_scotland_2012", "gb-sct", "A jubilee moves a day and adds one.", year=2012)
shown("show_region", "in-mh", "A state that replaces a day of the country's; one year is all that is covered.")
shown("show_year_outside", "cn", "Nothing is known of 2027.", year=2027)
shown("show_unknown", "gb", "There is no calendar of the whole United Kingdom.")
