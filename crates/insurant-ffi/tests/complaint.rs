//! A complaint that is kept open says what the JSON operations say, to the byte: on every vector of
//! theirs, however many of its events it was opened with.

#![allow(
    clippy::expect_used,
    reason = "what cannot be made fails the test that wants it"
)]

mod host;

use host::vectors::vectors;
use host::{Library, read, text};
use insurant_c::*;
use insurant_rules::document::{Document, Json, Node};
use std::fs;
use std::ptr::null_mut;

/// What a call said: the status, and the answer if there is one.
type Said = (InsurantStatus, Option<String>);

fn said(status: InsurantStatus, answer: *mut InsurantText, err: *mut InsurantError) -> Said {
    let told = matches!(status, InsurantStatus::Ok | InsurantStatus::Refused);
    assert_eq!(err.is_null(), told, "{status:?}");
    let mut out = text("");
    // SAFETY: both are NULL or live, and not used again.
    unsafe {
        insurant_error_free(err);
        if answer.is_null() {
            return (status, None);
        }
        assert!(told, "{status:?}");
        assert_eq!(insurant_text_get(answer, &raw mut out), InsurantStatus::Ok);
        let answer_text = read(out);
        insurant_text_free(answer);
        (status, Some(answer_text))
    }
}

/// A complaint over C.
struct Complaint(*mut InsurantComplaint);

impl Complaint {
    fn open(library: &Library, input: &Json) -> (Option<Self>, Said) {
        let input = input.to_canonical_string();
        let (mut complaint, mut answer, mut err) = (null_mut(), null_mut(), null_mut());
        // SAFETY: the engine and the text live, the rest is writable.
        let status = unsafe {
            insurant_complaint_open(
                library.engine(),
                text(&input),
                &raw mut complaint,
                &raw mut answer,
                &raw mut err,
            )
        };
        assert_eq!(complaint.is_null(), status != InsurantStatus::Ok);
        let said = said(status, answer, err);
        ((!complaint.is_null()).then_some(Self(complaint)), said)
    }

    fn apply(&self, event: &Json) -> Said {
        let event = event.to_canonical_string();
        let (mut answer, mut err) = (null_mut(), null_mut());
        // SAFETY: the complaint and the text live, the rest is writable.
        let status = unsafe {
            insurant_complaint_apply(self.0, text(&event), &raw mut answer, &raw mut err)
        };
        said(status, answer, err)
    }

    fn allowed(&self, actor: &Json) -> Said {
        let actor = actor.to_canonical_string();
        let (mut answer, mut err) = (null_mut(), null_mut());
        // SAFETY: as above.
        let status = unsafe {
            insurant_complaint_allowed(self.0, text(&actor), &raw mut answer, &raw mut err)
        };
        said(status, answer, err)
    }

    fn deadlines(&self, instant: &str) -> Said {
        let (mut answer, mut err) = (null_mut(), null_mut());
        // SAFETY: as above.
        let status = unsafe {
            insurant_complaint_deadlines(self.0, text(instant), &raw mut answer, &raw mut err)
        };
        said(status, answer, err)
    }
}

impl Drop for Complaint {
    fn drop(&mut self) {
        // SAFETY: made by the library and not used again.
        unsafe { insurant_complaint_free(self.0) };
    }
}

/// Inputs and answers of the vectors of an operation.
fn asked(operation: &str) -> Vec<(String, Json, Json)> {
    let mut asked = Vec::new();
    for file in vectors() {
        let text = fs::read_to_string(&file).expect("a vector");
        let document = Document::parse_json("", &text).expect("a vector is JSON");
        let vector = document.root();
        if vector.text_at("operation") != Some(operation) {
            continue;
        }
        let json = |key: &str| vector.get(key).and_then(Node::to_json);
        if let (Some(input), Some(expected)) = (json("input"), json("expect")) {
            asked.push((file.display().to_string(), input, expected));
        }
    }
    assert!(!asked.is_empty(), "no vector of {operation}");
    asked
}

/// An input without some of its fields.
fn without(input: &Json, fields: &[&str]) -> Json {
    let Json::Object(object) = input else {
        return input.clone();
    };
    let kept = object.iter().filter(|(key, _)| !fields.contains(key));
    Json::Object(kept.fold(Default::default(), |object, (key, value)| {
        object.with(key.to_owned(), value.clone())
    }))
}

fn is_refused(answer: &Json) -> bool {
    answer.get("problems").is_some()
}

fn expected(answer: &Json) -> Said {
    let status = match answer.get("refusal") {
        Some(_) => InsurantStatus::Refused,
        None => InsurantStatus::Ok,
    };
    (status, Some(answer.to_canonical_string()))
}

#[test]
fn an_event_is_answered_alike_when_it_opens_and_when_it_follows() {
    let library = Library::open();
    let mut followed = 0;
    for (file, input, answer) in asked("complaint_apply") {
        let (open, found) = Complaint::open(&library, &input);
        if is_refused(&answer) {
            assert_eq!(found, (InsurantStatus::BadInput, None), "{file}");
            continue;
        }
        assert_eq!(found, expected(&answer), "{file}");
        assert_eq!(open.is_some(), found.0 == InsurantStatus::Ok);
        // The log first, then the event.
        let (Some(before), (InsurantStatus::Ok, None)) =
            Complaint::open(&library, &without(&input, &["event"]))
        else {
            continue;
        };
        followed += 1;
        let event = input.get("event").expect("an event");
        let refused = answer.get("refusal").is_some();
        assert_eq!(before.apply(event), expected(&answer), "{file}");
        // What was refused is refused again, and what was taken cannot be taken twice.
        let again = before.apply(event);
        if refused {
            assert_eq!(again, expected(&answer), "{file}");
        } else {
            assert_eq!(again.0, InsurantStatus::Refused, "{file}");
        }
    }
    assert!(followed >= 15, "{followed}");
}

#[test]
fn what_is_allowed_is_answered_alike() {
    let library = Library::open();
    for (file, input, answer) in asked("complaint_allowed") {
        let (open, _) = Complaint::open(&library, &without(&input, &["actor"]));
        let Some(open) = open else {
            assert!(is_refused(&answer), "{file}");
            continue;
        };
        let found = open.allowed(input.get("actor").expect("an actor"));
        assert_eq!(found, expected(&answer), "{file}");
    }
}

#[test]
fn deadlines_are_answered_alike() {
    let library = Library::open();
    let (mut alike, mut no_log) = (0, 0);
    for (file, input, answer) in asked("complaint_deadlines") {
        let (open, _) = Complaint::open(&library, &without(&input, &["as_of"]));
        let Some(open) = open else {
            // Deadlines are told of a log that no table would have let happen, and of facts alone.
            no_log += 1;
            continue;
        };
        let as_of = input.get("as_of").and_then(Json::text).expect("an instant");
        let found = open.deadlines(as_of);
        if is_refused(&answer) {
            assert_eq!(found, (InsurantStatus::BadInput, None), "{file}");
        } else {
            assert_eq!(found, expected(&answer), "{file}");
            alike += 1;
        }
    }
    println!("{alike} alike, {no_log} of logs that are no complaint");
    assert!(alike >= 100, "{alike} alike, {no_log} without a complaint");
}

#[test]
fn a_complaint_outlives_its_engine() {
    let mut engine = null_mut();
    // SAFETY: `engine` is writable.
    unsafe { insurant_engine_new(&raw mut engine, null_mut()) };
    let library = Library::open();
    let (_, input, _) = asked("complaint_deadlines")
        .into_iter()
        .find(|(_, input, _)| {
            Complaint::open(&library, &without(input, &["as_of"]))
                .0
                .is_some()
        })
        .expect("a complaint");
    let json = without(&input, &["as_of"]).to_canonical_string();
    let (mut complaint, mut answer) = (null_mut(), null_mut());
    // SAFETY: the engine and the text live, the rest is writable; the engine is not used again.
    unsafe {
        let opened = insurant_complaint_open(
            engine,
            text(&json),
            &raw mut complaint,
            &raw mut answer,
            null_mut(),
        );
        assert_eq!(opened, InsurantStatus::Ok);
        insurant_engine_free(engine);
    }
    let complaint = Complaint(complaint);
    let as_of = input.get("as_of").and_then(Json::text).expect("an instant");
    assert_eq!(complaint.deadlines(as_of).0, InsurantStatus::Ok);
}
