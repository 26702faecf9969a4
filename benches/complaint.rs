//! One event more, and all deadlines of the complaint. `cargo bench --bench complaint`.

#![allow(
    clippy::expect_used,
    missing_docs,
    reason = "a benchmark that cannot start has failed"
)]

use divan::{Bencher, black_box};
use insurant::complaint::details::{Classified, Paused, Received, Registered, Resumed, Verified};
use insurant::complaint::{
    Complaint, ComplaintFacts, Complexity, Context, Details, Event, FirmKind, Terms, Trigger,
};
use insurant::organisation::{Actor, OrgLevel, Organisation, Role, Unit};
use insurant::{Engine, Instant};

fn main() {
    divan::main();
}

fn event(id: &str, at: &str, details: impl Into<Details>) -> Event {
    let at = Instant::parse(at).expect("an instant");
    Event::new(
        id,
        at,
        Actor::new("E1", Role::Operator, "C"),
        details.into(),
    )
}

fn log() -> Vec<Event> {
    let (verified, registered) = (
        Verified {
            about: vec![],
            summary: None,
        },
        Registered {
            register_id: None,
            cause: None,
        },
    );
    let classified = Classified {
        complexity: Complexity::Complex,
        reason: None,
    };
    let paused = Paused {
        reason: "external_appraisal".to_owned(),
        note: None,
    };
    vec![
        event(
            "1",
            "2025-01-20T10:00:00+08:00",
            Box::new(Received::default()),
        ),
        event("2", "2025-01-20T15:00:00+08:00", verified),
        event("3", "2025-01-21T09:00:00+08:00", registered),
        event("4", "2025-01-22T09:00:00+08:00", classified),
        event("5", "2025-01-24T09:00:00+08:00", paused),
    ]
}

/// One event is applied, and every deadline asked for. The copy of the complaint, the event and
/// what they leave behind are made and dropped outside.
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
    let organisation = Organisation::new(vec![Unit::new("C", "City", OrgLevel::City)]);
    let organisation = organisation.expect("an organisation");
    let terms = Terms {
        pauses: ["external_appraisal".to_owned()].into(),
        ..Terms::default()
    };
    let complaint = Complaint::replay("K", log()).expect("a log");
    let as_of = Instant::parse("2025-02-10T10:00:00+08:00").expect("an instant");
    bencher
        .with_inputs(|| {
            let resumed = event("6", "2025-02-07T10:00:00+08:00", Resumed {});
            (complaint.clone(), Some(resumed))
        })
        .bench_local_refs(|(complaint, resumed)| {
            let context = Context {
                terms: &terms,
                organisation: &organisation,
            };
            let event = resumed.take().expect("an event");
            let step = complaint.apply(black_box(event), context);
            assert!(step.is_ok());
            let events = complaint.events();
            let deadlines = applied.deadlines(events, Some(&organisation), as_of);
            deadlines.len()
        });
}

/// One procedure: at most 2 µs.
#[divan::bench(sample_size = 100)]
fn event_and_deadlines_of_one_law(bencher: Bencher<'_, '_>) {
    ask(bencher, &["cn-2020-3"]);
}

/// The law and the house.
#[divan::bench(sample_size = 100)]
fn event_and_deadlines_of_law_and_house(bencher: Bencher<'_, '_>) {
    ask(bencher, &["cn-2020-3", "house-complaints"]);
}

/// What it costs to start: every rulebook, procedure and calendar in use.
#[divan::bench(sample_size = 1)]
fn engine() -> usize {
    let engine = Engine::builtin().expect("built-in procedures load");
    engine.procedures().iter().count()
}
