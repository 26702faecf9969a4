//! Arbitrary bytes as a question about working days: a line with two dates and a number, then a
//! host's calendars with the control character RS between them. Nothing panics, what loads is
//! written as it was read whatever the order, and counting agrees with looking at each day.
#![no_main]

use insurant::Date;
use insurant::calendar::{Calendar, Calendars};
use insurant::code::OUTSIDE_CALENDAR;
use insurant_rules::document::{Document, Json};
use libfuzzer_sys::{Corpus, fuzz_target};

/// Days that are looked at one by one.
const MOST_DAYS: i32 = 800;

fuzz_target!(|bytes: &[u8]| -> Corpus {
    let mut parts = bytes.split(|&byte| byte == 0x1e);
    let question = parts.next().and_then(question);
    let Some((from, to, n)) = question else {
        return Corpus::Reject;
    };
    let documents = || {
        let parts = bytes.split(|&byte| byte == 0x1e).skip(1).take(8);
        parts.map(|part| Document::from_bytes("calendar", part))
    };
    let read: Result<Vec<Document>, _> = documents().collect();
    let Ok(read) = read else {
        return Corpus::Keep;
    };
    let ids: Vec<String> = read
        .iter()
        .filter_map(|document| document.root().text_at("id"))
        .map(str::to_owned)
        .collect();
    let backwards = read.iter().rev().cloned();
    let backwards = Calendars::builtin().with(backwards);
    let calendars = match Calendars::builtin().with(read.clone()) {
        Ok(calendars) => calendars,
        Err(problems) => {
            assert!(!problems.is_empty());
            assert!(backwards.is_err(), "the order of documents matters");
            return Corpus::Keep;
        }
    };
    let backwards = backwards.expect("the order of documents does not matter");
    for id in ids.iter().map(String::as_str).chain(["cn"]) {
        let calendar = calendars.get(id).expect("what was read is there");
        assert_eq!(
            calendar.fingerprint(),
            backwards.get(id).expect("there").fingerprint()
        );
        written_as_read(calendar);
        count(calendar, from, to, n);
        together(&calendars, id, from);
    }
    Corpus::Keep
});

/// `2025-01-31 2025-02-10 5`.
fn question(line: &[u8]) -> Option<(Date, Date, u32)> {
    let mut words = std::str::from_utf8(line).ok()?.split_whitespace();
    let mut day = || Date::parse(words.next()?).ok();
    let (from, to) = (day()?, day()?);
    Some((from, to, words.next()?.parse().ok()?))
}

fn written_as_read(calendar: &Calendar) {
    let written = Json::Object(calendar.to_json()).to_canonical_string();
    let document = Document::parse_json("again", &written).expect("it is JSON");
    let again = Calendars::builtin()
        .with([document])
        .expect("what loads loads again");
    let again = again.get(calendar.id()).expect("it is there");
    assert_eq!(again.fingerprint(), calendar.fingerprint());
}

/// Whether a day is a working day, for one that is covered.
fn works(calendar: &Calendar, day: Date) -> bool {
    calendar.is_working(day).expect("it is covered")
}

fn after(day: Date, days: i32) -> Option<Date> {
    Date::from_days(day.days() + days).ok()
}

fn count(calendar: &Calendar, from: Date, to: Date, n: u32) {
    let outside = |problem: insurant_rules::Problem| assert_eq!(problem.code(), OUTSIDE_CALENDAR);
    let [first, last] = calendar.coverage();
    for (day, covered) in [(from, calendar.covers(from)), (to, calendar.covers(to))] {
        assert_eq!(covered, first <= day && day <= last);
        assert_eq!(calendar.is_working(day).is_ok(), covered);
    }
    match calendar.working_days_between(from, to) {
        Ok(between) => {
            assert_eq!(calendar.working_days_between(to, from).ok(), Some(-between));
            let span = to.days() - from.days();
            if (0..=MOST_DAYS).contains(&span) {
                let days = (1..=span).filter_map(|days| after(from, days));
                let counted = days.filter(|&day| works(calendar, day)).count();
                assert_eq!(between, i64::try_from(counted).expect("a number of days"));
            }
        }
        Err(problem) => outside(problem),
    }
    match calendar.add_working_days(from, n) {
        Ok(day) if n == 0 => assert_eq!(day, from),
        Ok(day) => {
            assert!(day > from && works(calendar, day));
            assert_eq!(
                calendar.working_days_between(from, day).ok(),
                Some(i64::from(n))
            );
            // Back by as many is the start, or the working day before it.
            let back = calendar.subtract_working_days(day, n);
            let start = calendar.previous_working(from);
            assert_eq!(back.ok(), start.ok());
        }
        Err(problem) => outside(problem),
    }
    match calendar.subtract_working_days(from, n) {
        Ok(day) if n == 0 => assert_eq!(day, from),
        Ok(day) => {
            assert!(day < from && works(calendar, day));
            let eve = after(from, -1).expect("a day before");
            let eve = calendar.working_days_between(day, eve).expect("covered");
            assert_eq!(eve + 1, i64::from(n));
        }
        Err(problem) => outside(problem),
    }
    for (next, sign) in [
        (calendar.next_working(from), 1),
        (calendar.previous_working(from), -1),
    ] {
        match next {
            Ok(day) => {
                let distance = (day.days() - from.days()) * sign;
                assert!(distance >= 0 && works(calendar, day));
                let between = (0..distance).filter_map(|days| after(from, days * sign));
                assert!(between.take(4_000).all(|day| !works(calendar, day)));
            }
            Err(problem) => outside(problem),
        }
    }
}

/// Two calendars together are open when both are.
fn together(calendars: &Calendars, id: &str, from: Date) {
    let Ok(both) = calendars.together(&[id, "us"]) else {
        return;
    };
    let parts = [id, "us"].map(|id| calendars.get(id).expect("it is there"));
    for day in (0..40).filter_map(|days| after(from, days)) {
        if both.covers(day) {
            assert_eq!(works(&both, day), parts.iter().all(|part| works(part, day)));
        } else {
            assert!(!parts.iter().all(|part| part.covers(day)));
        }
    }
}
