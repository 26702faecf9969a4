//! The built-in tables against the data set `working_days`, which is not part of the project:
//! `INSURANT_DATA` says where it is.

use super::date;
use insurant::Date;
use insurant::calendar::{Calendar, Calendars, DayKind};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::Path;

/// The text of a file of the data set. Where everything must run, its absence is a failure.
fn file(test: &str, name: &str) -> Option<String> {
    let Some(data) = std::env::var_os("INSURANT_DATA") else {
        let reason = "INSURANT_DATA is not set";
        assert!(
            std::env::var("CI").as_deref() != Ok("true"),
            "{test}: {reason}"
        );
        // Past the capture of the runner, which prints nothing of a test that passes.
        let line = format!("skipped: {test}: {reason}\n");
        std::io::stdout().write_all(line.as_bytes()).unwrap();
        return None;
    };
    let path = Path::new(&data).join("working_days").join(name);
    let text = std::fs::read_to_string(&path);
    Some(text.unwrap_or_else(|error| panic!("{}: {error}", path.display())))
}

/// Date and kind are never quoted, and stand in front of the names, which may be.
fn rows(text: &str) -> impl Iterator<Item = Vec<&str>> {
    text.lines()
        .skip(1)
        .map(|line| line.splitn(4, ',').collect())
}

#[test]
fn china_day_by_day() {
    let test = "china_day_by_day";
    let Some(text) = file(test, "cn_official_days_2004_2026.csv") else {
        return;
    };
    let (mut off, mut worked) = (BTreeSet::new(), BTreeSet::new());
    for row in rows(&text) {
        // A day in lieu is always listed as a holiday too.
        match row[1] {
            "holiday" => off.insert(date(row[0])),
            "workday" => worked.insert(date(row[0])),
            "in_lieu_day" => true,
            other => panic!("{other}"),
        };
    }
    assert_eq!([off.len(), worked.len()], [621, 150]);
    let calendars = Calendars::builtin();
    let cn = calendars.get("cn").unwrap();
    let kind = |kind| cn.named_days().filter(move |day| day.kind == kind);
    assert!(kind(DayKind::Holiday).map(|day| day.date).eq(off));
    assert!(kind(DayKind::WorkingWeekend).map(|day| day.date).eq(worked));
}

#[test]
fn holidays_of_other_countries() {
    let test = "holidays_of_other_countries";
    let Some(text) = file(test, "public_holidays_2004_2030.csv") else {
        return;
    };
    let mut off: BTreeMap<&str, BTreeSet<Date>> = BTreeMap::new();
    for row in rows(&text).filter(|row| row[2] == "holiday") {
        off.entry(row[0]).or_default().insert(date(row[1]));
    }
    let calendars = Calendars::builtin();
    // Which of the days of a list are wrong: those of the list that are worked, and those without
    // work that the list does not have.
    let compare = |id: &str, list: &str| -> Vec<String> {
        let calendar = calendars.get(id).unwrap();
        let [first, last] = calendar.coverage();
        let since = first.max(date("2004-01-01"));
        let listed = &off[list];
        let off = |day: &Date| {
            let holiday = calendar.day(*day).unwrap().kind == DayKind::Holiday;
            holiday != listed.contains(day) && differs(calendar, *day, listed)
        };
        let days = (since.days()..=last.days()).map(|day| Date::from_days(day).unwrap());
        days.filter(off).map(|day| format!("{id} {day}")).collect()
    };
    let same = [
        ("kr", "KR"),
        ("jp", "JP"),
        ("sg", "SG"),
        ("us", "US"),
        ("gb-eng", "GB-ENG"),
        ("de", "DE"),
        ("hk", "HK"),
    ];
    let wrong: Vec<String> = same
        .iter()
        .flat_map(|(id, list)| compare(id, list))
        .collect();
    let none: [String; 0] = [];
    assert_eq!(wrong, none);
    // The two sources agree on every Chinese weekday.
    let cn = calendars.get("cn").unwrap();
    let [first, last] = cn.coverage();
    for day in first.days()..=last.days() {
        let day = Date::from_days(day).unwrap();
        if !cn.weekend().falls_on(day) {
            assert_eq!(
                cn.is_working(day).unwrap(),
                !off["CN"].contains(&day),
                "{day}"
            );
        }
    }
    // The days that all parts of the United Kingdom have in common.
    for part in ["gb-eng", "gb-sct", "gb-nir"] {
        let calendar = calendars.get(part).unwrap();
        for day in off["GB"].iter().filter(|day| calendar.covers(**day)) {
            assert!(!calendar.is_working(*day).unwrap(), "{part} {day}");
        }
    }
}

/// Whether it matters: a statutory holiday of Hong Kong that falls on a Sunday is no general
/// holiday, and some general holidays are not statutory.
fn differs(calendar: &Calendar, day: Date, listed: &BTreeSet<Date>) -> bool {
    calendar.id() != "hk" || (listed.contains(&day) && calendar.is_working(day).unwrap())
}
