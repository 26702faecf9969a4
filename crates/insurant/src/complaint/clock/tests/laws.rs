//! Laws of counting, on random logs.

use super::support::{apply, at, engine, event, house};
use crate::Engine;
use crate::complaint::ComplaintEvent as Event;
use crate::complaint::clock::Moment;
use proptest::prelude::*;
use std::sync::LazyLock;

const UNITS: [&str; 6] = [
    "unit = 'calendar_day'\ncount = 12",
    "unit = 'business_day'\ncount = 12",
    "unit = 'week'\ncount = 2",
    "unit = 'month'\ncount = 1",
    "unit = 'hour'\ncount = 100",
    "unit = 'working_hour'\ncount = 40\nwindows = [{ from = '09:00', to = '12:00' }, { from = '13:00', to = '18:00' }]",
];

static ENGINES: LazyLock<Vec<Engine>> =
    LazyLock::new(|| UNITS.iter().map(|unit| engine(&house(unit), &[])).collect());

const HOUR: i64 = 3_600;

fn due(unit: usize, start: i64, pauses: &[(i64, i64)]) -> i64 {
    let mut log = vec![Moment::new(Event::Received, start)];
    for (from, to) in pauses {
        log.push(Moment::new(Event::Paused, *from).about("appraisal"));
        log.push(Moment::new(Event::Resumed, *to));
    }
    let applied = apply(ENGINES[unit].procedures(), &["house"]);
    let as_of = log.iter().map(|m| m.occurred).max().unwrap();
    applied.deadlines_of(&log, as_of)[0].due.unwrap()
}

fn start() -> impl Strategy<Value = i64> {
    (0_i64..365 * 24 * 60).prop_map(|minutes| at("2025-01-01T00:00") + minutes * 60)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_starts_later_is_due_no_earlier(unit in 0..UNITS.len(), start in start(), later in 0_i64..200 * HOUR) {
        prop_assert!(due(unit, start, &[]) <= due(unit, start + later, &[]));
    }

    #[test]
    fn a_pause_split_in_two_is_worth_the_same(
        unit in 0..UNITS.len(), start in start(),
        from in 1_i64..60, first in 0_i64..100, second in 0_i64..100,
    ) {
        let from = start + from * HOUR;
        let middle = from + first * HOUR;
        let to = middle + second * HOUR;
        prop_assert_eq!(due(unit, start, &[(from, to)]), due(unit, start, &[(from, middle), (middle, to)]));
    }

    #[test]
    fn a_longer_pause_is_worth_no_less(
        unit in 0..UNITS.len(), start in start(), from in 1_i64..60, length in 0_i64..100, more in 0_i64..50,
    ) {
        let from = start + from * HOUR;
        let to = from + length * HOUR;
        let plain = due(unit, start, &[]);
        let paused = due(unit, start, &[(from, to)]);
        prop_assert!(plain <= paused);
        prop_assert!(paused <= due(unit, start, &[(from, to + more * HOUR)]));
    }

    #[test]
    fn pauses_apart_add_up(start in start(), a in 0_i64..4, b in 0_i64..4) {
        // Whole days, in a clock of calendar days.
        let day = 24 * HOUR;
        let first = (start + day, start + (1 + a) * day);
        let second = (start + 6 * day, start + (6 + b) * day);
        let moved = |pauses: &[(i64, i64)]| (due(0, start, pauses) - due(0, start, &[])) / day;
        prop_assert_eq!(moved(&[first, second]), moved(&[first]) + moved(&[second]));
        prop_assert_eq!(moved(&[first]), a);
    }

    #[test]
    fn the_order_in_the_log_changes_nothing(start in start(), seed in 0_usize..24) {
        let mut log = vec![
            Moment::new(Event::Received, start),
            Moment::new(Event::Paused, start + 30 * HOUR).about("appraisal"),
            Moment::new(Event::Resumed, start + 80 * HOUR),
            Moment::new(Event::Handled, start + 200 * HOUR),
        ];
        let applied = apply(ENGINES[0].procedures(), &["house"]);
        let answer = |log: &[Moment<'_>]| applied.deadlines_of(log, start + 300 * HOUR)[0].to_json().to_canonical_string();
        let expected = answer(&log);
        log.swap(seed % 4, seed / 4 % 4);
        log.rotate_left(seed / 6);
        prop_assert_eq!(answer(&log), expected);
    }
}

#[test]
fn asking_twice_gives_the_same_bytes() {
    let engine = Engine::builtin().unwrap();
    let applied = apply(engine.procedures(), &["cn-2020-3", "house-complaints"]);
    let log = [
        event(Event::Received, "2025-01-20T10:00"),
        event(Event::Paused, "2025-01-28T10:00").about("external_appraisal"),
    ];
    let answer = || {
        let deadlines = applied.deadlines_of(&log, at("2025-02-01T10:00"));
        deadlines
            .iter()
            .map(|d| d.to_json().to_canonical_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(answer(), answer());
}
