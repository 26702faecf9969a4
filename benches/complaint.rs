//! One event more, and all deadlines of the complaint. `cargo bench --bench complaint`.

#![allow(
    clippy::expect_used,
    missing_docs,
    reason = "a benchmark that cannot start has failed"
)]

use divan::{Bencher, black_box};
use insurant::complaint::clock::Moment;
use insurant::complaint::{ComplaintEvent, ComplaintFacts, Complexity, FirmKind, Trigger};
use insurant::{Engine, Instant};

fn main() {
    divan::main();
}

fn at(text: &str) -> i64 {
    Instant::parse(text).expect("an instant").seconds()
}

fn log() -> Vec<Moment<'static>> {
    use ComplaintEvent as Event;
    vec![
        Moment::new(Event::Received, at("2025-01-20T10:00:00+08:00")),
        Moment::new(Event::Verified, at("2025-01-20T15:00:00+08:00")),
        Moment::new(Event::Registered, at("2025-01-21T09:00:00+08:00")),
        Moment::new(Event::Classified, at("2025-01-22T09:00:00+08:00"))
            .classed(Complexity::Complex),
        Moment::new(Event::Paused, at("2025-01-24T09:00:00+08:00")).about("external_appraisal"),
    ]
}

fn ask(bencher: Bencher<'_, '_>, names: &[&str]) {
    let engine = Engine::builtin().expect("built-in procedures load");
    let facts = ComplaintFacts {
        firm_kind: Some(FirmKind::Insurer),
        trigger: Some(Trigger::Complaint),
        ..ComplaintFacts::default()
    };
    let applied = engine
        .procedures()
        .apply(names, &facts)
        .expect("they apply");
    let mut log = log();
    let as_of = at("2025-02-10T10:00:00+08:00");
    bencher.bench_local(|| {
        log.push(Moment::new(
            ComplaintEvent::Resumed,
            at("2025-02-07T10:00:00+08:00"),
        ));
        let count = applied.deadlines(black_box(&log), as_of).len();
        log.pop();
        count
    });
}

/// One procedure: at most 2 µs.
#[divan::bench(sample_size = 100)]
fn deadlines_of_one_law(bencher: Bencher<'_, '_>) {
    ask(bencher, &["cn-2020-3"]);
}

/// The law and the house.
#[divan::bench(sample_size = 100)]
fn deadlines_of_law_and_house(bencher: Bencher<'_, '_>) {
    ask(bencher, &["cn-2020-3", "house-complaints"]);
}

/// What it costs to start: every rulebook, procedure and calendar in use.
#[divan::bench(sample_size = 1)]
fn engine() -> usize {
    let engine = Engine::builtin().expect("built-in procedures load");
    engine.procedures().iter().count()
}
