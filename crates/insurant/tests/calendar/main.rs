//! Working-day calendars: what the built-in ones say, what documents may say, and the laws of
//! counting.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]

mod builtin;
mod documents;
mod laws;
mod real;

use insurant::Date;
use insurant::calendar::{Calendar, Calendars};

#[track_caller]
fn date(text: &str) -> Date {
    Date::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

#[track_caller]
fn builtin(id: &str) -> Calendar {
    let calendars = Calendars::builtin();
    let calendar = calendars.get(id);
    calendar
        .unwrap_or_else(|problem| panic!("{problem}"))
        .clone()
}

/// Which of the days of a month people work on: `[1, 2, 5]`.
#[track_caller]
fn worked(calendar: &Calendar, days: &[&str]) -> Vec<bool> {
    days.iter()
        .map(|day| calendar.is_working(date(day)).unwrap())
        .collect()
}

/// Nobody works on any of these days.
#[track_caller]
fn closed(id: &str, days: &[&str]) {
    let calendar = builtin(id);
    for day in days {
        assert!(!calendar.is_working(date(day)).unwrap(), "{id} {day}");
    }
}

/// People work on each of these days.
#[track_caller]
fn open(id: &str, days: &[&str]) {
    let calendar = builtin(id);
    for day in days {
        assert!(calendar.is_working(date(day)).unwrap(), "{id} {day}");
    }
}
