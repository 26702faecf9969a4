//! Working days: one question, and what it takes to have the calendars.
//! `cargo bench --bench calendar`.

#![allow(
    clippy::expect_used,
    missing_docs,
    reason = "a benchmark that cannot start has failed"
)]

use divan::{Bencher, black_box};
use insurant::Date;
use insurant::calendar::{Calendar, Calendars};

fn main() {
    divan::main();
}

fn china() -> (Calendar, Date, Date) {
    let calendars = Calendars::builtin();
    let calendar = calendars.get("cn").expect("cn is built in").clone();
    let date = |text| Date::parse(text).expect("a date");
    (calendar, date("2008-01-24"), date("2026-02-10"))
}

#[divan::bench(sample_size = 10_000)]
fn is_working(bencher: Bencher<'_, '_>) {
    let (calendar, from, _) = china();
    bencher.bench_local(|| calendar.is_working(black_box(from)));
}

#[divan::bench(args = [1, 15, 250, 4000], sample_size = 10_000)]
fn add_working_days(bencher: Bencher<'_, '_>, n: u32) {
    let (calendar, from, _) = china();
    bencher.bench_local(|| calendar.add_working_days(black_box(from), n));
}

#[divan::bench(sample_size = 10_000)]
fn eighteen_years_between(bencher: Bencher<'_, '_>) {
    let (calendar, from, to) = china();
    bencher.bench_local(|| calendar.working_days_between(black_box(from), to));
}

/// What a call pays that brings two calendars together.
#[divan::bench]
fn together(bencher: Bencher<'_, '_>) {
    let calendars = Calendars::builtin();
    bencher.bench_local(|| {
        let both = calendars.together(black_box(&["cn", "gb-eng"]));
        both.map(|both| both.coverage())
    });
}
