//! Arbitrary bytes as logs of complaints, one a line, read as the command reads them; and valid
//! logs with another kind, time or actor here and there. Nothing panics, what is read is written
//! as it was read, every log that was accepted is accepted up to any of its events, nothing that
//! is written down later changes what was said before, and deadlines keep to the states there are.
#![no_main]

mod change;
mod laws;

use insurant::Engine;
use insurant::complaint::procedure::{Applied, Procedure};
use insurant::complaint::{Complaint, ComplaintFacts, Event};
use insurant::organisation::Organisation;
use insurant_rules::Instant;
use insurant_rules::document::{Document, Json};
use libfuzzer_sys::{Corpus, fuzz_mutator, fuzz_target};
use std::sync::LazyLock;

static ENGINE: LazyLock<Engine> =
    LazyLock::new(|| Engine::builtin().expect("the built-in procedures load"));

/// The units of the conformance vectors.
const UNITS: &str = r#"{"units": [
    {"id": "HO", "name": "Head office", "level": "head_office"},
    {"id": "P", "name": "Province", "level": "province", "parent": "HO"},
    {"id": "C", "name": "City", "level": "city", "parent": "P"},
    {"id": "D", "name": "Another city", "level": "city", "parent": "P"}
]}"#;

static ORGANISATION: LazyLock<Organisation> = LazyLock::new(|| {
    let document = Document::parse_json("units", UNITS).expect("it is JSON");
    Organisation::read(&document).expect("it is a tree")
});

/// More lines than this repeat what fewer say.
const MOST_LINES: usize = 4;
/// More asking times than this repeat what fewer say.
const MOST_TIMES: usize = 12;

fuzz_target!(|bytes: &[u8]| -> Corpus {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return Corpus::Reject;
    };
    for line in text.lines().take(MOST_LINES) {
        let read = Document::parse_json("", line).and_then(|document| Complaint::read(&document));
        match read {
            Ok(complaint) => stand(&complaint),
            Err(problems) => assert!(!problems.is_empty(), "refused without a reason"),
        }
    }
    Corpus::Keep
});

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    match change::changed(&data[..size], seed).filter(|text| text.len() <= max_size) {
        Some(text) => {
            data[..text.len()].copy_from_slice(text.as_bytes());
            text.len()
        }
        None => libfuzzer_sys::fuzzer_mutate(data, size, max_size),
    }
});

/// Whatever can be asked of a complaint.
fn stand(complaint: &Complaint) {
    laws::written_as_read(complaint);
    assert_eq!(complaint.retrace().len(), complaint.events().len());
    let applied = applied(complaint);
    for as_of in times(complaint) {
        let known = complaint.at(as_of);
        assert_eq!(known.is_some(), first_known(complaint) <= as_of.seconds());
        let (Some(known), Some(applied)) = (known, &applied) else {
            continue;
        };
        let status = applied.status(&known, Some(&ORGANISATION), as_of);
        laws::deadlines(&status.deadlines, as_of);
        // What was written down later says nothing about that time.
        let later = applied.deadlines(complaint.events(), Some(&ORGANISATION), as_of);
        assert_eq!(laws::told(&status.deadlines), laws::told(&later));
    }
    if let Some(applied) = &applied {
        laws::answers(&ENGINE, complaint, applied, UNITS);
    }
}

/// Every procedure that says it is for such complaints.
fn applied(complaint: &Complaint) -> Option<Applied<'static>> {
    let facts = complaint.received().map(ComplaintFacts::of_receipt)?;
    let procedures = ENGINE.procedures();
    let mut names: Vec<&str> = procedures.iter().map(Procedure::id).collect();
    names.dedup();
    names.retain(|name| procedures.apply(&[name], &facts).is_ok());
    if names.is_empty() {
        return None;
    }
    Some(procedures.apply(&names, &facts).expect("each applies"))
}

fn first_known(complaint: &Complaint) -> i64 {
    complaint.events()[0].recorded_at.seconds()
}

/// The second before and the second at which each event was written down, and times long after.
fn times(complaint: &Complaint) -> impl Iterator<Item = Instant> {
    let recorded = complaint.events().iter().rev().take(MOST_TIMES / 2);
    let mut times: Vec<i64> = recorded
        .flat_map(|event: &Event| [event.recorded_at.seconds() - 1, event.recorded_at.seconds()])
        .collect();
    let received = complaint.received_at().seconds();
    times.extend([14, 61, 400].map(|days| received + days * 86_400));
    times
        .into_iter()
        .filter_map(|at| Instant::from_seconds(at, 480).ok())
}

/// The log of a complaint, as it is written.
fn log(complaint: &Complaint) -> Json {
    let events = complaint.events().iter().map(Event::to_json);
    Json::object([
        ("complaint_id", complaint.id().into()),
        ("events", Json::list(events)),
    ])
}
