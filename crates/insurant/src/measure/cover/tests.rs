//! Policies on a day: the bounds of terms and windows, gaps, cancellations, roundings.

use super::*;
use crate::Date;
use crate::facts::PolicyTerms;
use crate::measure::basis::Wanted;
use crate::measure::dated::WindowKind;
use proptest::prelude::*;

fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn day(text: &str) -> i32 {
    date(text).days()
}

/// A hundred a day, all through 2023.
fn year() -> PolicyTerms {
    PolicyTerms {
        start: date("2023-01-01"),
        end: date("2024-01-01"),
        written_premium: 36_500,
        refunded: 0,
        cancelled_on: None,
        issued_on: None,
        line: 0,
        source: BusinessSource::Direct,
        tender: 0,
        insured_units: 1,
    }
}

fn cancelled(on: &str, refunded: i64) -> PolicyTerms {
    PolicyTerms {
        cancelled_on: Some(date(on)),
        refunded,
        ..year()
    }
}

fn status(on: &str, terms: PolicyTerms) -> &'static str {
    match Cover::status(day(on), &Policy::check(terms, &[]).unwrap()) {
        Supplied::Known(()) => "known",
        Supplied::Void => "void",
        Supplied::NotKnown => "not known",
    }
}

fn cover(on: &str, terms: PolicyTerms) -> Cover {
    assert_eq!(status(on, terms), "known");
    Cover::new(day(on), 0, &Policy::check(terms, &[]).unwrap(), (0, 0))
}

/// Terms of one cover from a day to a day.
fn term(start: &str, end: &str) -> PolicyTerms {
    PolicyTerms {
        start: date(start),
        end: date(end),
        ..year()
    }
}

fn scratch(on: &str, terms: &[PolicyTerms]) -> Scratch {
    let mut scratch = Scratch::new();
    scratch.covers = terms.iter().map(|&terms| cover(on, terms)).collect();
    scratch.covers.sort_by_key(|c| c.start);
    scratch
}

#[test]
fn cover_begins_on_the_start_and_ends_before_the_end() {
    assert_eq!(status("2022-12-31", year()), "not known");
    assert!(cover("2023-01-01", year()).in_force(day("2023-01-01")));
    assert!(cover("2023-12-31", year()).in_force(day("2023-12-31")));
    assert!(!cover("2024-01-01", year()).in_force(day("2024-01-01")));
}

#[test]
fn bound_is_issued_before_the_day_and_starts_after_it() {
    let issued = |on| PolicyTerms {
        issued_on: Some(date(on)),
        ..year()
    };
    assert_eq!(status("2022-12-30", issued("2022-12-30")), "not known");
    assert!(cover("2022-12-31", issued("2022-12-30")).bound);
    assert!(!cover("2023-01-01", issued("2022-12-30")).bound);
}

#[test]
fn void_is_cancelled_on_or_before_the_start_and_known_only_then() {
    assert_eq!(status("2023-06-01", cancelled("2022-12-31", 0)), "void");
    assert_eq!(status("2023-01-01", cancelled("2023-01-01", 0)), "void");
    assert_eq!(status("2023-01-02", cancelled("2023-01-02", 0)), "known");
    let issued = PolicyTerms {
        issued_on: Some(date("2022-11-01")),
        ..cancelled("2022-12-15", 0)
    };
    assert!(cover("2022-12-14", issued).bound);
    assert_eq!(status("2022-12-15", issued), "void");
}

#[test]
fn a_cancellation_takes_effect_on_its_day() {
    let before = cover("2023-06-30", cancelled("2023-07-01", 18_400));
    assert!(before.in_force(day("2023-06-30")) && !before.cancelled);
    let terms = cancelled("2023-07-01", 18_400);
    let on = cover("2023-07-01", terms);
    assert!(!on.in_force(day("2023-07-01")) && on.cancelled);
    let earned = |from, to| on.earned_in((day(from), day(to)), &[]);
    // Until the day before, a hundred a day; on the day, what is kept: 36,500 - 18,400.
    assert_eq!(earned("2023-01-01", "2023-06-30"), 18_000);
    assert_eq!(earned("2023-01-01", "2023-07-01"), 18_100);
    assert_eq!(earned("2023-06-30", "2023-07-01"), 100);
    assert_eq!(earned("2023-07-01", "2023-12-31"), 0);
    let kept = cover("2023-07-01", cancelled("2023-07-01", 0));
    let earned = |from, to| kept.earned_in((day(from), day(to)), &[]);
    assert_eq!(earned("2023-06-30", "2023-07-01"), 18_500);
    assert_eq!(earned("2023-06-29", "2023-06-30"), 100);
    assert_eq!(earned("2022-01-01", "2023-01-01"), 0);
}

#[test]
fn what_is_written_lies_on_its_day() {
    let cover = cover("2024-06-01", cancelled("2023-07-01", 500));
    let movements = [PremiumMovement {
        effective: date("2023-03-01"),
        amount: 70,
    }];
    let cover = Cover {
        movements: (0, 1),
        ..cover
    };
    let on = |from, to| cover.written_in((day(from), day(to)), &movements);
    assert_eq!(on("2022-12-31", "2023-01-01"), 0);
    assert_eq!(on("2023-01-01", "2023-01-02"), 36_500);
    assert_eq!(on("2023-01-02", "2023-03-01"), 0);
    assert_eq!(on("2023-03-01", "2023-03-02"), 70);
    assert_eq!(on("2023-06-30", "2023-07-01"), 0);
    assert_eq!(on("2023-07-01", "2023-07-02"), -500);
    assert_eq!(on("2023-01-01", "2023-07-02"), 36_070);
    assert_eq!(cover.net(day("2023-07-01"), &movements), 36_070);
}

#[test]
fn an_endorsement_is_net_from_its_day() {
    let cover = Cover {
        movements: (0, 1),
        ..cover("2023-06-01", year())
    };
    let movements = [PremiumMovement {
        effective: date("2023-03-01"),
        amount: -70,
    }];
    assert_eq!(cover.net(day("2023-02-28"), &movements), 36_500);
    assert_eq!(cover.net(day("2023-03-01"), &movements), 36_430);
}

#[test]
fn annual_premium_is_never_annualised_upwards() {
    let annual = |on: &str, start, end| {
        let scratch = scratch(on, &[term(start, end)]);
        let recent = WindowKind::StartedWithinAYear.on(date(on));
        scratch.annual(day(on), recent, Filter::default())
    };
    // A day short of a year: all of it, while it began in the last twelve months.
    assert_eq!(annual("2023-06-01", "2023-01-01", "2023-12-31"), 36_500);
    assert_eq!(annual("2023-12-31", "2023-01-01", "2023-12-31"), 36_500);
    assert_eq!(annual("2024-01-01", "2023-01-01", "2023-12-31"), 0);
    assert_eq!(annual("2023-01-01", "2023-01-01", "2023-12-31"), 36_500);
    // A year and two years: while in force.
    assert_eq!(annual("2023-12-31", "2023-01-01", "2024-01-01"), 36_500);
    assert_eq!(annual("2024-01-01", "2023-01-01", "2024-01-01"), 0);
    assert_eq!(annual("2024-12-31", "2023-01-01", "2025-01-01"), 18_250);
    // A day more than a year: net x 365 / 366, down.
    assert_eq!(annual("2023-06-01", "2023-01-01", "2024-01-02"), 36_400);
    assert_eq!(annual("2024-01-02", "2023-01-01", "2024-01-02"), 0);
    // From 29 February to 28 February is a year; from 28 February 2023 the 29th is a day more.
    assert_eq!(annual("2024-03-01", "2024-02-29", "2025-02-28"), 36_500);
    assert_eq!(annual("2023-03-01", "2023-02-28", "2024-02-28"), 36_500);
    assert_eq!(annual("2023-03-01", "2023-02-28", "2024-02-29"), 36_400);
    // 365 days over 29 February are a day short of a year: they count on the day they end.
    assert_eq!(annual("2024-02-29", "2023-03-01", "2024-02-29"), 36_500);
    assert_eq!(annual("2024-03-01", "2023-03-01", "2024-02-29"), 0);
}

#[test]
fn a_gap_of_thirty_days_leaves_cover_unbroken_one_of_thirty_one_does_not() {
    let since = |on: &str, terms: &[PolicyTerms]| {
        let since = scratch(on, terms).unbroken_since(day(on), None, 30);
        since.map(|since| Date::from_days(since).unwrap().to_string())
    };
    let first = term("2021-01-01", "2022-01-01");
    let thirty = term("2022-01-31", "2023-01-31");
    let thirty_one = term("2022-02-01", "2023-02-01");
    assert_eq!(since("2022-06-01", &[first, thirty]).unwrap(), "2021-01-01");
    assert_eq!(
        since("2022-06-01", &[first, thirty_one]).unwrap(),
        "2022-02-01"
    );
    assert_eq!(since("2022-01-31", &[first]).unwrap(), "2021-01-01");
    assert_eq!(since("2022-02-01", &[first]), None);
    // The latest end so far, not that of the cover before.
    let short = term("2021-03-01", "2021-04-01");
    assert_eq!(
        since("2022-06-01", &[first, short, thirty]).unwrap(),
        "2021-01-01"
    );
}

/// The sums of a pass over a window, in the order of [`PremiumSum`].
fn premium(scratch: &Scratch, from: &str, to: &str, on: &str) -> [i64; 5] {
    let mut wanted = Wanted::default();
    for sum in PremiumSum::ALL {
        wanted.add(sum as u8);
    }
    let pass = Pass {
        window: 0,
        filter: Filter::default(),
    };
    let planned = PlannedPass {
        pass,
        wanted,
        at: 0,
    };
    let span = Span {
        from: day(from),
        to: day(to),
        by_policy: false,
    };
    let mut figures = [Figure::default(); 5];
    scratch.premium(&planned, span, day(on), &mut figures);
    figures.map(|figure| figure.value)
}

#[test]
fn a_refund_lies_in_the_window_that_opens_on_its_day() {
    let scratch = scratch("2024-06-01", &[cancelled("2023-07-01", 500)]);
    let written =
        |from, to| premium(&scratch, from, to, "2024-06-01")[PremiumSum::Written as usize];
    assert_eq!(written("2023-07-01", "2024-06-01"), -500);
    assert_eq!(written("2023-07-02", "2024-06-01"), 0);
    assert_eq!(written("2022-07-01", "2023-07-01"), 36_500);
    assert_eq!(written("2022-07-01", "2023-07-02"), 36_000);
}

#[test]
fn a_cohort_starts_in_the_window_and_earns_to_the_day() {
    let scratch = scratch("2024-06-01", &[cancelled("2023-07-01", 500)]);
    let cohort =
        |from, to| premium(&scratch, from, to, "2024-06-01")[PremiumSum::CohortEarned as usize];
    assert_eq!(cohort("2022-12-31", "2023-01-01"), 0);
    assert_eq!(cohort("2023-01-01", "2023-01-02"), 36_000);
    assert_eq!(cohort("2023-01-02", "2024-01-01"), 0);
}

#[test]
fn days_are_covered_once_and_units_by_the_day() {
    let on = "2024-01-01";
    let many = PolicyTerms {
        insured_units: 9,
        ..term("2023-03-01", "2023-03-02")
    };
    let terms = [
        term("2023-01-01", "2023-02-01"),
        term("2023-01-15", "2023-03-01"),
        many,
    ];
    let scratch = scratch(on, &terms);
    let over = |from, to| {
        let [_, _, _, days, units] = premium(&scratch, from, to, on);
        (days, units)
    };
    assert_eq!(over("2023-01-01", "2024-01-01"), (60, 9));
    assert_eq!(over("2023-01-01", "2023-03-01"), (59, 1));
    assert_eq!(over("2023-01-31", "2023-03-02"), (30, 9));
    assert_eq!(over("2023-03-02", "2024-01-01"), (0, 1));
    assert_eq!(over("2022-12-01", "2023-01-01"), (0, 1));
    assert_eq!(over("2022-12-01", "2023-01-02"), (1, 1));
}

#[test]
fn premium_is_earned_down_and_towards_minus_infinity() {
    assert_eq!(accrued(100, 0, 365, 1), 0);
    assert_eq!(accrued(-100, 0, 365, 1), -1);
    assert_eq!(accrued(100, 0, 365, 364), 99);
    assert_eq!(accrued(100, 0, 365, 365), 100);
    assert_eq!(accrued(100, 0, 365, 0), 0);
    assert_eq!(accrued(i64::MAX, 0, 365, 364), 9_198_102_524_425_036_695);
}

proptest! {
    #[test]
    fn windows_add_up_to_the_net_premium(
        amount: i64,
        term in 1_i32..4000,
        a in 0_i32..4000,
        b in 0_i32..4000,
    ) {
        let (a, b) = (a.min(b), a.max(b));
        let by = |t| i128::from(accrued(amount, 0, term, t));
        let parts = by(a) + (by(b) - by(a)) + (by(term) - by(b));
        prop_assert_eq!(parts, i128::from(amount));
    }

    #[test]
    fn wide_and_narrow_products_agree(
        amount: i64,
        term in 2_i32..109_000,
        t in 1_i32..109_000,
    ) {
        let t = t.min(term - 1);
        let exact = (i128::from(amount) * i128::from(t)).div_euclid(i128::from(term));
        prop_assert_eq!(i128::from(accrued(amount, 0, term, t)), exact);
    }
}
