//! What the built-in calendars say of days that are known from elsewhere.

use super::{builtin, closed, date, open};
use insurant::calendar::{Calendars, DayKind, Weekday};

#[test]
fn spring_festival_2025_with_its_working_weekends() {
    // State Council, 国办发明电〔2024〕12号: off 28 January to 4 February; Sunday 26 January and
    // Saturday 8 February are worked.
    closed(
        "cn",
        &["2025-01-25", "2025-01-28", "2025-02-04", "2025-02-09"],
    );
    open(
        "cn",
        &["2025-01-26", "2025-01-27", "2025-02-05", "2025-02-08"],
    );
    let cn = builtin("cn");
    let day = cn.day(date("2025-01-26")).unwrap();
    assert_eq!(day.kind, DayKind::WorkingWeekend);
    assert_eq!(day.name, Some("Spring Festival 春节"));
    let add = |from, n| cn.add_working_days(date(from), n).unwrap().to_string();
    // 24 January is a Friday: Sunday the 26th and Monday the 27th come first.
    assert_eq!(add("2025-01-24", 2), "2025-01-27");
    assert_eq!(add("2025-01-24", 3), "2025-02-05");
    assert_eq!(add("2025-01-24", 6), "2025-02-08");
    assert_eq!(add("2025-01-24", 7), "2025-02-10");
    let next = |day| cn.next_working(date(day)).unwrap().to_string();
    assert_eq!(next("2025-01-28"), "2025-02-05");
    let previous = |day| cn.previous_working(date(day)).unwrap().to_string();
    assert_eq!(previous("2025-02-04"), "2025-01-27");
}

#[test]
fn spring_festival_2020_was_extended() {
    // First to 30 January, with work on Saturday 1 February; extended to 2 February when the
    // epidemic had begun. Sunday 19 January stayed a working day.
    open("cn", &["2020-01-19", "2020-02-03"]);
    closed(
        "cn",
        &["2020-01-24", "2020-01-31", "2020-02-01", "2020-02-02"],
    );
    let cn = builtin("cn");
    let add = |from, n| cn.add_working_days(date(from), n).unwrap().to_string();
    assert_eq!(add("2020-01-23", 1), "2020-02-03");
    assert_eq!(add("2020-01-17", 5), "2020-01-23");
}

#[test]
fn the_years_of_china_have_the_working_days_that_are_published() {
    // The usual published figures: 365 days less weekends and holidays, plus working weekends.
    let cn = builtin("cn");
    let year = |year: i32| {
        let before = date(&format!("{}-12-31", year - 1));
        let last = date(&format!("{year}-12-31"));
        cn.working_days_between(before, last).unwrap()
    };
    assert_eq!([year(2023), year(2024), year(2025)], [249, 251, 248]);
}

#[test]
fn a_holiday_on_a_weekend_is_not_subtracted_twice() {
    // 1 and 2 February 2025 are Saturday and Sunday inside Spring Festival.
    let cn = builtin("cn");
    for day in ["2025-02-01", "2025-02-02"] {
        assert_eq!(cn.day(date(day)).unwrap().kind, DayKind::Holiday);
    }
    // 27 January, 5, 6, 7, 8, 10 February.
    let between = cn.working_days_between(date("2025-01-26"), date("2025-02-10"));
    assert_eq!(between.unwrap(), 6);
    // Christmas 2021 was a Saturday: the Saturday, its name, and the Monday in lieu.
    let gb = builtin("gb-eng");
    let between = gb.working_days_between(date("2021-12-24"), date("2021-12-31"));
    assert_eq!(between.unwrap(), 3);
}

#[test]
fn bank_holidays_that_were_moved_once() {
    // Golden Jubilee: the spring bank holiday on 4 June, a further day on 3 June.
    closed("gb-eng", &["2002-06-03", "2002-06-04"]);
    open("gb-eng", &["2002-05-27"]);
    // Diamond Jubilee.
    closed("gb-sct", &["2012-06-04", "2012-06-05"]);
    open("gb-sct", &["2012-05-28"]);
    // Platinum Jubilee, then the state funeral.
    closed("gb-nir", &["2022-06-02", "2022-06-03", "2022-09-19"]);
    open("gb-nir", &["2022-05-30"]);
    // VE Day: the early May bank holiday on Friday the 8th.
    closed("gb-eng", &["2020-05-08"]);
    open("gb-eng", &["2020-05-04"]);
    closed("gb-eng", &["2023-05-08"]);
}

#[test]
fn the_parts_of_the_united_kingdom_differ() {
    // St Andrew's Day, 2 January and the first Monday of August are Scottish; Easter Monday and
    // the last Monday of August are not.
    let scottish = ["2023-01-03", "2023-08-07", "2023-11-30", "2026-06-15"];
    closed("gb-sct", &scottish);
    open("gb-eng", &scottish);
    open("gb-nir", &scottish);
    let others = ["2023-04-10", "2023-08-28"];
    open("gb-sct", &others);
    closed("gb-eng", &others);
    let northern_irish = ["2023-03-17", "2023-07-12"];
    closed("gb-nir", &northern_irish);
    open("gb-eng", &northern_irish);
}

#[test]
fn korean_substitute_days() {
    // Chuseok 2025, 5 to 7 October, begins on a Sunday: 8 October; Hangul Day follows on the 9th.
    closed(
        "kr",
        &[
            "2025-10-03",
            "2025-10-06",
            "2025-10-07",
            "2025-10-08",
            "2025-10-09",
        ],
    );
    open("kr", &["2025-10-10"]);
    // Two holidays on one day, 5 May 2025: Children's Day and Buddha's Birthday.
    closed("kr", &["2025-05-05", "2025-05-06"]);
    // 1 March 2025 was a Saturday; before 2022 it had no substitute.
    closed("kr", &["2025-03-03"]);
    open("kr", &["2020-03-02"]);
    // Days set by decree: an election, a bridge.
    closed("kr", &["2025-06-03", "2025-01-27"]);
}

#[test]
fn regions_of_other_countries() {
    // Reformation Day in the north and east, All Saints in the south and west, 2024.
    closed("de-hh", &["2024-10-31"]);
    open("de-by", &["2024-10-31"]);
    closed("de-by", &["2024-11-01"]);
    open("de-hh", &["2024-11-01"]);
    // Assumption Day 2024 in Munich, not in Nuremberg; the peace festival in Augsburg alone.
    closed("de-by-catholic", &["2024-08-15"]);
    open("de-by", &["2024-08-15", "2024-08-08"]);
    closed("de-by-augsburg", &["2024-08-08"]);
    // Once for the whole of Germany.
    closed("de", &["2017-10-31"]);
    // Good Friday and 26 December in Alsace and Moselle.
    closed("fr-alsace-moselle", &["2024-03-29", "2024-12-26"]);
    open("fr", &["2024-03-29", "2024-12-26"]);
    // Melbourne Cup.
    closed("au-vic", &["2024-11-05"]);
    open("au-nsw", &["2024-11-05"]);
    // Holi is replaced by a day of its own in Maharashtra.
    open("in-mh", &["2026-03-04"]);
    closed("in", &["2026-03-04"]);
    closed("in-mh", &["2026-03-03"]);
    closed("us", &["2021-06-18", "2021-12-31"]);
    closed("ie", &["2022-03-18"]);
    closed("jp", &["2019-05-01", "2021-07-23"]);
    closed("sg", &["2015-08-07"]);
}

#[test]
fn people_in_hong_kong_work_on_saturdays() {
    open("hk", &["2026-11-21"]);
    closed("hk", &["2026-11-22", "2026-10-19"]);
    let hk = builtin("hk");
    assert!(hk.weekend().days().eq([Weekday::Sunday]));
}

#[test]
fn every_calendar_says_where_its_data_comes_from() {
    let calendars = Calendars::builtin();
    let mut ids = Vec::new();
    for calendar in calendars.iter() {
        let [first, last] = calendar.coverage();
        assert!(
            first < last && last <= date("2027-12-31"),
            "{}",
            calendar.id()
        );
        assert!(calendar.source().starts_with("Python package "));
        assert!(calendar.dated().is_some() && calendar.title().is_some());
        assert!(calendar.fingerprint().starts_with("sha256:"));
        // No year that is covered is without a holiday, unless it is known in part only.
        for year in first.ymd().0..=last.ymd().0 {
            let days = calendar.named_days().filter(|day| day.date.ymd().0 == year);
            assert!(days.count() >= 7, "{} {year}", calendar.id());
        }
        ids.push(calendar.id());
    }
    assert!(ids.is_sorted());
    for id in "cn gb-eng gb-sct gb-nir kr jp hk sg de fr ie au-nsw in us".split(' ') {
        assert!(ids.contains(&id), "{id}");
    }
    assert_eq!(ids.iter().filter(|id| id.starts_with("de-")).count(), 20);
    assert_eq!(ids.iter().filter(|id| id.starts_with("in-")).count(), 34);
}

#[test]
fn nothing_is_said_of_days_outside() {
    let cn = builtin("cn");
    assert!(cn.is_working(date("2004-01-01")).is_ok());
    assert!(cn.is_working(date("2026-12-31")).is_ok());
    for day in ["2003-12-31", "2027-01-01", "1900-01-01", "2199-12-31"] {
        let day = date(day);
        let inside = date("2020-01-01");
        let problems = [
            cn.is_working(day).unwrap_err(),
            cn.day(day).unwrap_err(),
            cn.add_working_days(day, 0).unwrap_err(),
            cn.subtract_working_days(day, 1).unwrap_err(),
            cn.next_working(day).unwrap_err(),
            cn.previous_working(day).unwrap_err(),
            cn.working_days_between(day, inside).unwrap_err(),
            cn.working_days_between(inside, day).unwrap_err(),
        ];
        for problem in problems {
            assert_eq!(problem.code().as_str(), "outside_calendar");
            assert_eq!(
                problem.to_string(),
                format!(
                    "{day} lies outside the calendar `cn` [outside_calendar]; found {day}; expected a day from \
                     2004-01-01 to 2026-12-31; supply a calendar `cn` that covers the day"
                )
            );
        }
    }
    let beyond = cn.add_working_days(date("2026-12-30"), 2).unwrap_err();
    assert_eq!(beyond.code().as_str(), "outside_calendar");
    assert_eq!(
        beyond.message(),
        "2 working days after 2026-12-30 lie outside the calendar `cn`"
    );
    assert!(cn.add_working_days(date("2026-12-30"), u32::MAX).is_err());
    assert!(
        cn.subtract_working_days(date("2026-12-30"), u32::MAX)
            .is_err()
    );
    // New Year's Day 2004: nothing worked before it is known.
    assert!(cn.previous_working(date("2004-01-01")).is_err());
    assert!(cn.subtract_working_days(date("2004-01-02"), 1).is_err());
}

#[test]
fn an_unknown_calendar_is_told_with_the_nearest() {
    let calendars = Calendars::builtin();
    let problem = calendars.get("gb-egn").unwrap_err();
    assert_eq!(problem.code().as_str(), "unknown_calendar");
    assert_eq!(problem.nearest_text(), Some("gb-eng"));
    for id in ["", "-", "cn-", "CN", "zz"] {
        assert!(calendars.get(id).is_err(), "{id}");
    }
}

#[test]
fn a_question_allocates_nothing() {
    let cn = builtin("cn");
    let (from, to) = (date("2024-02-01"), date("2026-11-02"));
    let counted = allocation_counter::measure(|| {
        assert!(cn.is_working(from).unwrap());
        assert!(cn.day(from).unwrap().kind.is_working());
        assert!(cn.add_working_days(from, 500).unwrap() < to);
        assert!(cn.next_working(from).unwrap() == from);
        assert!(cn.previous_working(to).unwrap() == to);
        assert!(cn.working_days_between(from, to).unwrap() > 600);
    });
    assert_eq!(counted.count_total, 0);
}
