//! The mistakes that users of other systems report most, each as a test that names it.

use super::support::{apply, ask, ask_with, at, engine, event, house};
use crate::complaint::ComplaintEvent as Event;
use crate::complaint::clock::{DeadlineState, Duty, moved};
use insurant_rules::Instant;

const TEN_DAYS: &str = "unit = 'calendar_day'\ncount = 10";
const FIVE_WORKING_DAYS: &str = "unit = 'business_day'\ncount = 5";

/// frappe/helpdesk#1554, #1675: the pause was added to the time of creation, or not at all.
#[test]
fn a_pause_moves_the_due_day_by_its_days_and_nothing_else() {
    let mut log = vec![event(Event::Received, "2025-03-03T09:00")];
    ask(TEN_DAYS, &log, "2025-03-05T09:00").is("2025-03-13", "running");
    log.push(event(Event::Paused, "2025-03-05T10:00").about("appraisal"));
    ask(TEN_DAYS, &log, "2025-03-05T11:00").is("2025-03-13", "paused");
    ask(TEN_DAYS, &log, "2025-03-25T11:00").is("2025-04-02", "paused");
    log.push(event(Event::Resumed, "2025-03-08T10:00"));
    ask(TEN_DAYS, &log, "2025-03-25T11:00").is("2025-03-16", "missed");
}

/// Dynamics: pausing on a holiday does nothing, by design.
#[test]
fn a_pause_on_a_holiday_leaves_out_what_counts_and_nothing_twice() {
    // 28 January to 4 February 2025 are off; 26 January and 8 February are worked.
    let log = |from: &str, to: &str| {
        [
            event(Event::Received, "2025-01-24T09:00"),
            event(Event::Paused, from).about("appraisal"),
            event(Event::Resumed, to),
        ]
    };
    let holiday = log("2025-01-29T09:00", "2025-02-02T09:00");
    // Calendar days count on holidays, and are left out on holidays.
    ask(TEN_DAYS, &holiday, "2025-02-05T09:00").is("2025-02-07", "running");
    // Working days do not count on holidays: there is nothing to leave out.
    ask(FIVE_WORKING_DAYS, &holiday, "2025-02-05T09:00").is("2025-02-07", "running");
    // From the holiday into working days: only those are left out (5, 6 February).
    let across = log("2025-01-29T09:00", "2025-02-07T09:00");
    ask(FIVE_WORKING_DAYS, &across, "2025-02-07T10:00").is("2025-02-10", "running");
    // Begun on a working day before it, ended in it: 27 January is left out.
    let into = log("2025-01-27T09:00", "2025-02-01T09:00");
    ask(FIVE_WORKING_DAYS, &into, "2025-02-05T09:00").is("2025-02-08", "running");
}

/// Rolled back over a holiday, the due day came before the pause was over: 26 days were left, none
/// of them could be used.
#[test]
fn a_due_day_is_never_rolled_back_into_a_pause_or_before_the_start() {
    let back = format!("{TEN_DAYS}\nroll = 'previous_business'");
    let mut log = vec![event(Event::Received, "2025-01-16T09:00")];
    ask(&back, &log, "2025-01-17T09:00").is("2025-01-26", "running");
    log.push(event(Event::Paused, "2025-01-21T09:00").about("appraisal"));
    // 4 February is off: 27 January was worked, but the pause lasted until the 30th.
    ask(&back, &log, "2025-01-30T09:00").is("2025-02-05", "paused");
    ask(&back, &log, "2025-01-22T09:00").is("2025-01-27", "paused");
    log.push(event(Event::Resumed, "2025-01-30T09:00"));
    ask(&back, &log, "2025-01-31T09:00").is("2025-02-05", "running");
    let short = "unit = 'calendar_day'\ncount = 2\nroll = 'previous_business'";
    let log = [event(Event::Received, "2025-01-29T09:00")];
    ask(short, &log, "2025-01-29T10:00").is("2025-02-05", "running");
}

/// glpi#15605: the pause was lost when the agreement changed.
#[test]
fn a_pause_is_not_lost_when_the_procedure_changes() {
    let first = house(TEN_DAYS).replace(
        "effective.from = 2000-01-01",
        "effective = { from = 2000-01-01, to = 2025-03-06 }",
    );
    let second = house("unit = 'calendar_day'\ncount = 20")
        .replace("version = \"1\"", "version = \"2\"")
        .replace("2000-01-01", "2025-03-06");
    let documents =
        [&first, &second].map(|t| insurant_rules::document::Document::parse("t.toml", t).unwrap());
    let engine = crate::Engine::new(documents).unwrap();
    let log = [
        event(Event::Received, "2025-03-03T09:00"),
        event(Event::Paused, "2025-03-05T10:00").about("appraisal"),
        event(Event::Resumed, "2025-03-08T10:00"),
    ];
    let by_id = apply(engine.procedures(), &["house"]);
    let deadlines = by_id.deadlines_of(&log, at("2025-03-10T09:00"));
    // The version in force at the start, with its pause; the other says nothing.
    assert_eq!(deadlines.len(), 1);
    assert_eq!(deadlines[0].due_day.unwrap().to_string(), "2025-03-16");
    // Moved to the other version by hand, the same events still hold the pause.
    let forced = apply(engine.procedures(), &["house@2"]);
    let deadlines = forced.deadlines_of(&log, at("2025-03-10T09:00"));
    assert_eq!(deadlines[0].due_day.unwrap().to_string(), "2025-03-26");
}

/// erpnext#38745: the days of the server, not those of the place.
#[test]
fn days_are_those_of_the_procedures_place_whoever_writes_the_time() {
    // Seven in the evening in London is already tomorrow in Shanghai.
    let london = event(Event::Received, "2025-03-03T19:00:00Z");
    ask(TEN_DAYS, &[london], "2025-03-05T09:00").is("2025-03-14", "running");
    let shanghai = event(Event::Received, "2025-03-04T03:00:00+08:00");
    ask(TEN_DAYS, &[shanghai], "2025-03-05T09:00").is("2025-03-14", "running");
}

/// Days of 23 and of 25 hours.
#[test]
fn days_are_as_long_as_they_are_when_clocks_change() {
    let weeks = "unit = 'week'\ncount = 1\ntime_zone = 'Europe/London'";
    for (start, due, hours) in [
        ("2025-03-24T00:00:00Z", "2025-03-31T23:00:00Z", 8 * 24 - 1),
        (
            "2025-10-20T00:00:00+01:00",
            "2025-10-28T00:00:00Z",
            8 * 24 + 1,
        ),
    ] {
        let answer = ask(weeks, &[event(Event::Received, start)], start);
        assert_eq!(answer.due, Some(at(due)), "{start}");
        assert_eq!(answer.due.unwrap() - at(start), hours * 3600);
    }
    let hours = "unit = 'hour'\ncount = 24\ntime_zone = 'Europe/London'";
    let start = "2025-03-29T12:00:00Z";
    let answer = ask(hours, &[event(Event::Received, start)], start);
    assert_eq!(answer.due, Some(at("2025-03-30T13:00:00+01:00")));
}

/// zammad#3180: a calendar that is always open was closed for one minute at midnight.
#[test]
fn no_second_is_lost_at_midnight() {
    let log = |done: &str| {
        [
            event(Event::Received, "2025-03-03T09:00"),
            event(Event::Handled, done),
        ]
    };
    for (done, state) in [
        ("2025-03-13T23:59:00+08:00", "met"),
        ("2025-03-13T23:59:59+08:00", "met"),
        ("2025-03-14T00:00:00+08:00", "missed"),
    ] {
        ask(TEN_DAYS, &log(done), "2025-03-20T09:00").is("2025-03-13", state);
    }
    let always = "unit = 'working_hour'\ncount = 48\nwindows = [{ from = '00:00', to = '24:00' }]\ncalendar = 'always'";
    let calendar = "id = 'always'\nversion = '1'\nsource = 'test'\nweekend = []\ncoverage = { first = 2025-01-01, last = 2025-12-31 }\n";
    let start = [event(Event::Received, "2025-03-03T09:00")];
    let answer = ask_with(always, &[calendar], &start, "2025-03-03T09:00");
    assert_eq!(answer.due, Some(at("2025-03-05T09:00")));
}

/// helpdesk#2212: no lunch breaks; several windows a day.
#[test]
fn several_windows_a_day_are_each_counted_once() {
    let windows = "unit = 'working_hour'\ncount = 8\nwindows = [{ from = '09:00', to = '12:00' }, { from = '13:30', to = '17:30' }]";
    for (start, due) in [
        // Friday 11:00: one hour, four, and three on Monday.
        ("2025-03-07T11:00", "2025-03-10T12:00"),
        // In the lunch break, before work, after work, on Sunday.
        ("2025-03-06T12:30", "2025-03-07T14:30"),
        ("2025-03-06T03:00", "2025-03-07T10:00"),
        ("2025-03-06T20:00", "2025-03-10T10:00"),
        ("2025-03-09T12:00", "2025-03-11T10:00"),
        // The last second of a window is one.
        ("2025-03-06T17:29:59+08:00", "2025-03-10T09:59:59+08:00"),
    ] {
        let answer = ask(windows, &[event(Event::Received, start)], start);
        assert_eq!(answer.due, Some(at(due)), "{start}");
    }
    // A pause over lunch leaves out the half-hours that count: 11:30 to 12:00, 13:30 to 14:00.
    let log = [
        event(Event::Received, "2025-03-06T09:00"),
        event(Event::Paused, "2025-03-06T11:30").about("appraisal"),
        event(Event::Resumed, "2025-03-06T14:00"),
    ];
    let answer = ask(windows, &log, "2025-03-06T15:00");
    assert_eq!(answer.due, Some(at("2025-03-07T11:00")));
}

/// A calendar without a working day hung others; one that ends is an answer here.
#[test]
fn an_empty_calendar_never_hangs() {
    let never = "id = 'never'\nversion = '1'\nsource = 'test'\nweekend = ['monday','tuesday','wednesday','thursday','friday','saturday','sunday']\ncoverage = { first = 2025-01-01, last = 2025-12-31 }\n";
    let refused = crate::calendar::Calendars::builtin()
        .with([insurant_rules::document::Document::parse("never.toml", never).unwrap()])
        .unwrap_err();
    assert!(
        refused
            .iter()
            .any(|p| p.code().as_str() == "no_working_day")
    );
    // Work on Sundays only, and not one of them is left.
    let sundays = "id = 'sundays'\nversion = '1'\nsource = 'test'\nweekend = ['monday','tuesday','wednesday','thursday','friday','saturday']\ncoverage = { first = 2025-01-01, last = 2025-03-07 }\n";
    let start = [event(Event::Received, "2025-03-03T09:00")];
    for unit in [
        "unit = 'business_day'\ncount = 5",
        "unit = 'working_hour'\ncount = 80\nwindows = [{ from = '09:00', to = '17:00' }]",
        "unit = 'calendar_day'\ncount = 5\nroll = 'next_business'",
    ] {
        let fields = format!("{unit}\ncalendar = 'sundays'");
        let answer = ask_with(&fields, &[sundays], &start, "2025-03-03T10:00");
        assert_eq!(
            (answer.state, answer.problem),
            ("undetermined", Some("outside_calendar")),
            "{unit}"
        );
    }
}

/// Past the last day of a calendar nothing is guessed, and the other clocks still answer.
#[test]
fn a_day_outside_the_calendar_is_no_guess() {
    let start = [event(Event::Received, "2026-12-28T09:00")];
    let answer = ask(FIVE_WORKING_DAYS, &start, "2026-12-29T09:00");
    assert_eq!(
        (answer.state, answer.problem),
        ("undetermined", Some("outside_calendar"))
    );
    ask(TEN_DAYS, &start, "2026-12-29T09:00").is("2027-01-07", "running");
}

/// A government moves a holiday after the fact.
#[test]
fn a_calendar_changed_after_the_fact_moves_what_is_open_and_says_so() {
    let plain = engine(&house(FIVE_WORKING_DAYS), &[]);
    let notice = "id = 'cn'\nversion = 'moved'\nsource = 'test'\nextends = 'cn'\nholidays = [{ date = 2025-03-06, name = 'Moved' }]\n";
    let changed = engine(&house(FIVE_WORKING_DAYS), &[notice]);
    let open = vec![event(Event::Received, "2025-03-03T09:00")];
    let mut settled = open.clone();
    settled.push(event(Event::Handled, "2025-03-10T20:00"));
    let (old, new) = (
        apply(plain.procedures(), &["house"]),
        apply(changed.procedures(), &["house"]),
    );
    let as_of = at("2025-03-05T09:00");
    let moves = moved(
        &old.deadlines_of(&open, as_of),
        &new.deadlines_of(&open, as_of),
    );
    assert_eq!(moves.len(), 1);
    assert_eq!(moves[0].before, at("2025-03-11T00:00"));
    assert_eq!(moves[0].after, at("2025-03-12T00:00"));
    // Whoever keeps the earlier is in time by both.
    assert_eq!(moves[0].strict(), moves[0].before);
    // What was settled is left as it was judged.
    let later = at("2025-03-20T09:00");
    assert!(
        moved(
            &old.deadlines_of(&settled, later),
            &new.deadlines_of(&settled, later)
        )
        .is_empty()
    );
    // Each answer names the data it was counted by.
    let json = new.deadlines_of(&open, as_of)[0]
        .to_json()
        .to_canonical_string();
    assert!(
        json.contains(r#""calendar":{"id":"cn","version":"moved"}"#),
        "{json}"
    );
}

/// zammad#5177: one clock overruled another.
#[test]
fn clocks_do_not_overrule_each_other_and_the_earliest_governs() {
    let engine = crate::Engine::builtin().unwrap();
    let both = apply(engine.procedures(), &["cn-2020-3", "house-complaints"]);
    let log = [event(Event::Received, "2025-03-03T09:00")];
    let governing = |log: &[crate::complaint::clock::Moment<'_>], as_of: &str| {
        let deadlines = both.deadlines_of(log, at(as_of));
        assert!(
            deadlines
                .iter()
                .filter(|d| d.duty() == Duty::Decide)
                .count()
                >= 2
        );
        let found = deadlines
            .iter()
            .find(|d| d.governing && d.duty() == Duty::Decide)
            .unwrap();
        found
            .to_json()
            .get("procedure")
            .and_then(|p| p.text())
            .map(str::to_owned)
    };
    assert_eq!(
        governing(&log, "2025-03-04T09:00").as_deref(),
        Some("house-complaints@1.0.0")
    );
    // The house pauses its clock; the law's goes on, and now comes first.
    let mut paused = log.to_vec();
    paused.push(event(Event::Paused, "2025-03-05T09:00").about("waiting_for_complainant"));
    paused.push(event(Event::Resumed, "2025-03-15T09:00"));
    assert_eq!(
        governing(&paused, "2025-03-16T09:00").as_deref(),
        Some("cn-2020-3@2020.1")
    );
}

/// What comes too late leaves the miss standing, whatever it is.
#[test]
fn nothing_that_comes_too_late_mends_a_miss() {
    let received = event(Event::Received, "2025-03-03T09:00");
    for late in [
        event(Event::Paused, "2025-03-14T00:00").about("appraisal"),
        event(Event::Paused, "2025-03-10T00:00")
            .about("appraisal")
            .recorded_at(at("2025-03-14T00:00")),
        event(Event::NewFacts, "2025-03-14T00:00"),
        event(Event::NewFacts, "2025-03-12T00:00").recorded_at(at("2025-03-15T00:00")),
    ] {
        let answer = ask(TEN_DAYS, &[received.clone(), late], "2025-03-20T09:00");
        answer.is("2025-03-13", "missed");
        assert_eq!(answer.refused, ["too_late"]);
    }
}

/// Months end where they end.
#[test]
fn months_end_on_their_last_day() {
    let month = "unit = 'month'\ncount = 1";
    for (start, due) in [
        ("2024-01-31T09:00", "2024-02-29"),
        ("2025-01-31T09:00", "2025-02-28"),
        ("2024-02-29T09:00", "2024-03-29"),
        ("2025-03-31T09:00", "2025-04-30"),
        ("2025-12-31T23:59", "2026-01-31"),
    ] {
        ask(month, &[event(Event::Received, start)], start).is(due, "running");
    }
    let year = "unit = 'month'\ncount = 12";
    let leap = [event(Event::Received, "2024-02-29T09:00")];
    ask(year, &leap, "2024-03-01T09:00").is("2025-02-28", "running");
    let counted = "unit = 'month'\ncount = 1\nfirst_day = 'included'";
    let start = [event(Event::Received, "2025-03-10T09:00")];
    ask(counted, &start, "2025-03-11T09:00").is("2025-04-09", "running");
}

#[test]
fn the_first_day_the_cut_off_and_the_roll_do_what_they_say() {
    let saturday = [event(Event::Received, "2025-03-01T17:00")];
    let plain = "unit = 'calendar_day'\ncount = 7";
    ask(plain, &saturday, "2025-03-02T09:00").is("2025-03-08", "running");
    let with = |more: &str| ask(&format!("{plain}\n{more}"), &saturday, "2025-03-02T09:00");
    with("first_day = 'included'").is("2025-03-07", "running");
    with("cut_off = '17:00'").is("2025-03-09", "running");
    with("cut_off = '17:01'").is("2025-03-08", "running");
    with("roll = 'next_business'").is("2025-03-10", "running");
    with("roll = 'previous_business'").is("2025-03-07", "running");
    let none = "unit = 'calendar_day'\ncount = 0";
    ask(none, &saturday, "2025-03-01T18:00").is("2025-03-01", "running");
    ask(
        &format!("{none}\nfirst_day = 'included'"),
        &saturday,
        "2025-03-01T18:00",
    )
    .is("2025-03-01", "running");
}

/// Ten thousand events, and times beyond all time.
#[test]
fn long_and_strange_logs_are_answered() {
    let fields = "unit = 'calendar_day'\ncount = 10\nrecurring = true";
    let mut log = vec![event(Event::Received, "2025-03-03T09:00")];
    let start = at("2025-03-03T09:00");
    for n in 1..10_000 {
        log.push(crate::complaint::clock::Moment::new(
            Event::Handled,
            start + n * 60,
        ));
    }
    let engine = engine(&house(fields), &[]);
    let applied = apply(engine.procedures(), &["house"]);
    assert_eq!(applied.deadlines_of(&log, start + 1_000_000).len(), 10_000);
    for strange in [i64::MIN, i64::MAX, -1] {
        let log = [
            crate::complaint::clock::Moment::new(Event::Received, strange),
            event(Event::Received, "2199-12-30T09:00"),
        ];
        for as_of in [i64::MIN, 0, i64::MAX] {
            for deadline in applied.deadlines_of(&log, as_of) {
                assert!(deadline.due.is_some() || deadline.state == DeadlineState::Undetermined);
            }
        }
    }
    assert!(Instant::from_seconds(i64::MAX, 0).is_err());
}
