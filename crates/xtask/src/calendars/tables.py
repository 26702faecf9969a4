"""Writes the built-in calendars as text tables, one file a country: `tables.py FOLDER`.

What a calendar is called, what it holds and how far it may be trusted is stated here; the days come from the two
packages of requirements.txt. The form of a table is described in crates/insurant/src/calendar/table.rs.
"""
import sys
import warnings
from datetime import date
from importlib.metadata import version
from pathlib import Path

import holidays
from chinese_calendar import constants as china

# The day on which the version in use was published.
PUBLISHED = {"holidays 0.109": "2026-11-17", "chinesecalendar 1.11.0": "2025-11-04"}
FIRST = "2004-01-01"
# The days are law and known in advance: the year after the data's.
BY_LAW = "2027-12-31"
# The days, or some of them, are set year by year: no further than the last year that was set.
BY_YEAR = "2026-12-31"
WEEKENDS = {(5, 6): "saturday sunday", (6,): "sunday"}

DE = {
    "BW": "Baden-Württemberg", "BY": "Bavaria", "BE": "Berlin", "BB": "Brandenburg", "HB": "Bremen", "HH": "Hamburg",
    "HE": "Hesse", "MV": "Mecklenburg-Vorpommern", "NI": "Lower Saxony", "NW": "North Rhine-Westphalia",
    "RP": "Rhineland-Palatinate", "SL": "Saarland", "SN": "Saxony", "ST": "Saxony-Anhalt", "SH": "Schleswig-Holstein",
    "TH": "Thuringia",
}
FR = {
    "57": ("alsace-moselle", "Alsace and Moselle"), "971": ("gp", "Guadeloupe"), "972": ("mq", "Martinique"),
    "973": ("gf", "French Guiana"), "974": ("re", "Réunion"), "976": ("yt", "Mayotte"),
}
AU = {
    "ACT": "Australian Capital Territory", "NSW": "New South Wales", "NT": "Northern Territory", "QLD": "Queensland",
    "SA": "South Australia", "TAS": "Tasmania", "VIC": "Victoria", "WA": "Western Australia",
}
# Without Bihar and Jammu and Kashmir: a day of each in 2026 is only an estimate.
IN = {
    "AN": "Andaman and Nicobar Islands", "AP": "Andhra Pradesh", "AR": "Arunachal Pradesh", "AS": "Assam",
    "CG": "Chhattisgarh", "CH": "Chandigarh", "DH": "Dadra and Nagar Haveli and Daman and Diu", "DL": "Delhi",
    "GA": "Goa", "GJ": "Gujarat", "HP": "Himachal Pradesh", "HR": "Haryana", "JH": "Jharkhand",
    "KA": "Karnataka", "KL": "Kerala", "LA": "Ladakh", "LD": "Lakshadweep",
    "MH": "Maharashtra", "ML": "Meghalaya", "MN": "Manipur", "MP": "Madhya Pradesh", "MZ": "Mizoram", "NL": "Nagaland",
    "OD": "Odisha", "PB": "Punjab", "PY": "Puducherry", "RJ": "Rajasthan", "SK": "Sikkim", "TN": "Tamil Nadu",
    "TR": "Tripura", "TS": "Telangana", "UK": "Uttarakhand", "UP": "Uttar Pradesh", "WB": "West Bengal",
}


class Calendar:
    def __init__(self, id, title, first, last, weekend, closed, working=(), base=None):
        self.id, self.title, self.first, self.last, self.base = id, title, first, last, base
        self.weekend = weekend
        inside = lambda days: {d: n for d, n in dict(days).items() if first <= d.isoformat() <= last}
        self.closed, self.working = inside(closed), inside(working)
        guesses = sorted(d for d, name in self.closed.items() if "estimated" in name)
        if guesses:
            raise SystemExit(f"{id}: estimated days inside the coverage, the first on {guesses[0]}; end it earlier")


def public(country, subdivision=None, categories=None, years=range(2000, 2029)):
    options = {"categories": categories} if categories else {}
    found = holidays.country_holidays(country, subdiv=subdivision, years=years, language="en_US", **options)
    days = {d: "; ".join(sorted(set(name.split("; ")))) for d, name in found.items()}
    return days, tuple(sorted(found.weekend))


def whole(id, title, country, subdivision=None, categories=None, first=FIRST, last=BY_LAW):
    days, weekend = public(country, subdivision, categories)
    return Calendar(id, title, first, last, weekend, days)


def region(base, id, title, country, subdivision, categories=None, first=None, last=None):
    """A calendar written as what differs from its country's."""
    days, weekend = public(country, subdivision, categories)
    return Calendar(id, title, first or base.first, last or base.last, weekend, days, base=base)


def cn():
    both = {"New Year's Day": "元旦", "Spring Festival": "春节", "Tomb-sweeping Day": "清明节", "Labour Day": "劳动节",
            "Dragon Boat Festival": "端午节", "Mid-autumn Festival": "中秋节", "National Day": "国庆节",
            "Anti-Fascist 70th Day": "抗战胜利70周年纪念日"}
    named = lambda days: {d: f"{name} {both[name]}" for d, name in days.items()}
    return [Calendar("cn", "China: the yearly notices of the State Council", FIRST, BY_YEAR, (5, 6),
                     named(china.holidays), named(china.workdays))]


def de():
    base = whole("de", "Germany: days common to all Länder", "DE")
    out = [base] + [region(base, f"de-{s.lower()}", f"Germany, {name}", "DE", s) for s, name in DE.items()]
    catholic = ("public", "catholic")
    for s, which in (("BY", "municipalities with Assumption Day"), ("SN", "municipalities with Corpus Christi"),
                     ("TH", "municipalities with Corpus Christi")):
        out.append(region(base, f"de-{s.lower()}-catholic", f"Germany, {DE[s]}, {which}", "DE", s, catholic))
    return out + [region(base, "de-by-augsburg", "Germany, Bavaria, city of Augsburg", "DE", "Augsburg")]


def fr():
    base = whole("fr", "France", "FR")
    return [base] + [region(base, f"fr-{id}", f"France, {name}", "FR", s) for s, (id, name) in FR.items()]


def gb():
    bank = lambda part, name: whole(f"gb-{part.lower()}", f"{name}: bank holidays", "GB", part, first="2000-01-01")
    if public("GB", "ENG") != public("GB", "WLS"):
        raise SystemExit("England and Wales differ: they are two calendars now")
    return [bank("ENG", "England and Wales"), bank("SCT", "Scotland"), bank("NIR", "Northern Ireland")]


def au():
    # The last days of some are set for each year: Victoria's Friday before the grand final, the birthday in the west.
    last = {"VIC": BY_YEAR, "WA": BY_YEAR}
    return [whole(f"au-{s.lower()}", f"Australia, {name}", "AU", s, last=last.get(s, BY_LAW)) for s, name in AU.items()]


def in_():
    # Dates of the moon are confirmed up to 2026; the lists of the states were taken from the notifications of 2026.
    base = whole("in", "India: gazetted holidays", "IN", last=BY_YEAR)
    # Some states' own days are only in the package's other category.
    both = ("public", "government")
    return [base] + [
        region(base, f"in-{s.lower()}", f"India, {name}", "IN", s, both, "2026-01-01") for s, name in IN.items()
    ]


COUNTRIES = {
    "au": au,
    "cn": cn,
    "de": de,
    "fr": fr,
    "gb": gb,
    "hk": lambda: [whole("hk", "Hong Kong: general holidays", "HK", categories=("optional",), last=BY_YEAR)],
    "ie": lambda: [whole("ie", "Ireland: public holidays", "IE")],
    "in": in_,
    "jp": lambda: [whole("jp", "Japan: national holidays", "JP")],
    "kr": lambda: [whole("kr", "Korea: holidays of public offices", "KR", last=BY_YEAR)],
    "sg": lambda: [whole("sg", "Singapore: public holidays", "SG")],
    "us": lambda: [whole("us", "United States: federal holidays", "US")],
}


def letters(number):
    """a, b, ..., z, aa, ab, ..."""
    out = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        out = chr(ord("a") + rest) + out
    return out


def changes(calendar):
    """{(day, sign): name}: what a reader adds to the base, or to nothing."""
    out = {(d, "+"): name for d, name in calendar.working.items()}
    base = {}
    if calendar.base:
        base = {d: n for d, n in calendar.base.closed.items() if calendar.first <= d.isoformat() <= calendar.last}
    for d, name in calendar.closed.items():
        if base.get(d) != name:
            out[d, ""] = name
    out.update({(d, "-"): None for d in base if d not in calendar.closed})
    return out


def text(country, package):
    calendars = COUNTRIES[country]()
    names = sorted({n for c in calendars for n in changes(c).values() if n})
    key = {name: letters(i) for i, name in enumerate(names)}
    lines = ["# Made by `cargo xtask calendars`.", f"source Python package {package} (MIT)",
             f"version {package.split()[-1]}", f"dated {PUBLISHED[package]}"]
    lines += [f"name {key[name]} {name}" for name in names]
    for c in calendars:
        lines += ["", f"calendar {c.id}", f"title {c.title}"]
        lines += [f"extends {c.base.id}"] if c.base else []
        if not c.base or c.base.weekend != c.weekend:
            lines.append(f"weekend {WEEKENDS[c.weekend]}")
        lines += [f"first {c.first}", f"last {c.last}"]
        years = {}
        for (d, sign), name in sorted(changes(c).items()):
            years.setdefault(d.year, []).append(f"{sign}{d:%m%d}{key.get(name, '')}")
        lines += [f"{year} {' '.join(days)}" for year, days in years.items()]
    return "\n".join(lines) + "\n"


def main(folder):
    warnings.simplefilter("ignore")
    folder.mkdir(parents=True, exist_ok=True)
    for country in COUNTRIES:
        package = "chinesecalendar" if country == "cn" else "holidays"
        (folder / f"{country}.txt").write_text(text(country, f"{package} {version(package)}"), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
