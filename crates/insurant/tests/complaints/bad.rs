//! Bad input, in Rust and through the operations.

use crate::world::{World, actor, minute, next, opened, receipt, samples};
use insurant::Engine;
use insurant::complaint::{Complaint, ComplaintEvent, Event};
use insurant::organisation::Role;
use insurant_rules::document::Json;

fn codes(complaint: &Complaint, event: &Event) -> Vec<&'static str> {
    let world = World::generous();
    let refusal = complaint.check(event, world.context()).unwrap_err();
    refusal.refusal.why.codes()
}

fn sample(kind: ComplaintEvent) -> insurant::complaint::Details {
    samples(kind).remove(0)
}

#[test]
fn impossible_times_and_repeated_events() {
    let world = World::generous();
    let mut complaint = opened(&world);
    let operator = || actor("op", Role::Operator, "C");
    let first = next(&complaint, operator(), sample(ComplaintEvent::Registered));
    complaint.apply(first.clone(), world.context()).unwrap();
    let at = |id: &str, m: i64| {
        Event::new(
            id,
            minute(m),
            operator(),
            sample(ComplaintEvent::Acknowledged),
        )
    };
    let foretold = Event {
        occurred_at: minute(9),
        ..at("x", 8)
    };
    assert_eq!(codes(&complaint, &foretold), ["not_foretold"]);
    assert_eq!(codes(&complaint, &at("x", 0)), ["in_order"]);
    let before = Event {
        occurred_at: minute(-1),
        ..at("x", 8)
    };
    assert_eq!(codes(&complaint, &before), ["after_receipt"]);
    assert_eq!(codes(&complaint, &at("e1", 8)), ["new_id"]);
    let all_wrong = Event {
        occurred_at: minute(-1),
        recorded_at: minute(-2),
        ..at("e1", 0)
    };
    assert_eq!(
        codes(&complaint, &all_wrong),
        ["new_id", "in_order", "not_foretold", "after_receipt"]
    );
    // The same second in another place is the same time.
    let london = at("x", 1).recorded_at.at_offset(60).unwrap();
    let same = Event {
        recorded_at: london,
        occurred_at: london,
        ..at("x", 1)
    };
    complaint.apply(same, world.context()).unwrap();
    let again = receipt();
    assert_eq!(
        codes(
            &complaint,
            &Event {
                id: "y".to_owned(),
                ..again
            }
        ),
        ["not_in_state"]
    );
}

#[test]
fn an_actor_without_authority_and_a_unit_that_is_not_there() {
    let world = World::generous();
    let complaint = opened(&world);
    let event = |who| next(&complaint, who, sample(ComplaintEvent::Registered));
    let auditor = event(actor("aud", Role::Auditor, "C"));
    assert_eq!(codes(&complaint, &auditor), ["not_by_role"]);
    let elsewhere = event(actor("op", Role::Operator, "X"));
    assert_eq!(codes(&complaint, &elsewhere), ["known_unit"]);
    let nobody = event(actor("hand", Role::Handler, "C"));
    assert_eq!(codes(&complaint, &nobody), ["assigned_handler"]);
}

#[test]
fn a_log_that_does_not_begin_with_a_receipt() {
    let world = World::generous();
    let operator = actor("op", Role::Operator, "C");
    let event = Event::new("1", minute(0), operator, sample(ComplaintEvent::Registered));
    let refusal = Complaint::open("K", event, world.context()).unwrap_err();
    assert_eq!(refusal.refusal.why.codes(), ["receipt_first"]);
    let empty = Complaint::replay("K", []).unwrap_err();
    assert_eq!(empty.refusal.why.codes(), ["receipt_first"]);
}

#[test]
fn every_event_reads_back_from_its_json() {
    let engine = Engine::builtin().unwrap();
    let world = World::generous();
    let complaint = opened(&world);
    let units = r#"[{"id":"C","name":"City","level":"city"}]"#;
    let log = Json::object([
        ("complaint_id", "K".into()),
        (
            "events",
            Json::list(complaint.events().iter().map(Event::to_json)),
        ),
    ]);
    for kind in ComplaintEvent::ALL {
        for details in samples(*kind) {
            let event = next(&complaint, actor("op", Role::Operator, "C"), details);
            let event = event.to_json().to_canonical_string();
            let log = log.to_canonical_string();
            let input = format!(r#"{{"units":{units},"complaint":{log},"event":{event}}}"#);
            // Accepted or refused, but never misread.
            let answer = engine.call("complaint_apply", &input);
            assert!(answer.is_ok(), "{event}: {}", answer.unwrap_err());
        }
    }
}

fn problems(operation: &str, input: &str) -> Vec<String> {
    let engine = Engine::builtin().unwrap();
    let problems = engine.call(operation, input).unwrap_err();
    problems
        .iter()
        .map(|p| format!("{} {}", p.place().path, p.code()))
        .collect()
}

#[test]
fn all_faults_of_an_input_at_once() {
    let input = r#"{
        "units": [{"id": "C", "name": "City", "level": "town"}],
        "complaint": {"complaint_id": "K", "events": [
            {"kind": "receivd", "id": "1"},
            {"kind": "handled", "id": "2", "occurred_at": "2025-06-02", "recorded_at":
             "2025-06-02T10:00:00", "actor": {"person_id": "p", "role": "handler"},
             "outcome": "good", "to_unit": "D"}
        ]},
        "actor": {"person_id": "p", "role": "king", "unit_id": "C"}
    }"#;
    assert_eq!(
        problems("complaint_allowed", input),
        [
            "units[0].level unknown_member",
            "complaint.events[0].kind unknown_member",
            "complaint.events[1].occurred_at bad_instant",
            "complaint.events[1].recorded_at missing_offset",
            "complaint.events[1].actor.unit_id missing_field",
            "complaint.events[1].outcome unknown_member",
            "complaint.events[1].to_unit unknown_field",
            "actor.role unknown_member",
        ]
    );
}

#[test]
fn a_log_that_was_never_accepted_says_where() {
    let event = |id: &str, kind: &str| {
        format!(
            r#"{{"kind":"{kind}","id":"{id}","occurred_at":"2025-06-02T10:00:00Z",
            "recorded_at":"2025-06-02T10:00:00Z",
            "actor":{{"person_id":"p","role":"operator","unit_id":"C"}}}}"#
        )
    };
    let log = |second: &str| {
        let first = event("1", "received");
        format!(r#"{{"complaint":{{"complaint_id":"K","events":[{first},{second}]}}}}"#)
    };
    let at = ["complaint.events[1] refused_event"];
    assert_eq!(
        problems("complaint_replay", &log(&event("2", "closed"))),
        at
    );
    assert_eq!(
        problems("complaint_replay", &log(&event("1", "registered"))),
        at
    );
}

#[test]
fn an_organisation_with_mistakes_tells_all_of_them() {
    let input = r#"{"units": [
        {"id": "HO", "name": "Head office", "level": "head_office"},
        {"id": "C", "name": "City", "level": "city", "parent": "H0"},
        {"id": "C", "name": "City", "level": "city", "parent": "HO"}
    ]}"#;
    assert_eq!(
        problems("organisation_check", input),
        ["units[1].parent unknown_unit", "units[2].id duplicate_id"]
    );
}

#[test]
fn operations_answer_in_their_published_shapes() {
    let engine = Engine::builtin().unwrap();
    let units = r#"[{"id":"HO","name":"H","level":"head_office"},
        {"id":"C","name":"City","level":"city","parent":"HO"}]"#;
    let event = |id: &str, kind: &str, more: &str| {
        format!(
            r#"{{"kind":"{kind}","id":"{id}","occurred_at":"2025-06-02T10:00:00Z",
            "recorded_at":"2025-06-02T10:00:00Z",
            "actor":{{"person_id":"p","role":"operator","unit_id":"C"}}{more}}}"#
        )
    };
    let log = |id: &str| {
        let (first, second) = (event("1", "received", ""), event("2", "registered", ""));
        format!(r#"{{"complaint_id":"{id}","events":[{first},{second}]}}"#)
    };
    let actor = r#"{"person_id":"q","role":"leader","unit_id":"C"}"#;
    let policy = r#"{"kind":"exception","propose":["operator"],"approvers":
        [{"roles":["leader"],"least_level":"city"}]}"#;
    let (one, two) = (log("K-1"), log("K-2"));
    let next = event("3", "classified", r#","complexity":"simple""#);
    let entry = r#"{"event":"proposed","actor":{"person_id":"p","role":"operator","unit_id":"C"},
        "at":"2025-06-02T10:00:00Z","reason":"why"}"#;
    for (operation, input) in [
        ("organisation_check", format!(r#"{{"units":{units}}}"#)),
        (
            "approval_check",
            format!(r#"{{"units":{units},"policies":[{policy}],"people":[{actor}]}}"#),
        ),
        (
            "approval_apply",
            format!(
                r#"{{"units":{units},"policy":{policy},"entry":{entry},
            "approval":{{"id":"A","kind":"exception","history":[]}}}}"#
            ),
        ),
        ("complaint_replay", format!(r#"{{"complaint":{one}}}"#)),
        (
            "complaint_allowed",
            format!(r#"{{"units":{units},"complaint":{one},"actor":{actor}}}"#),
        ),
        (
            "complaint_apply",
            format!(r#"{{"units":{units},"complaint":{one},"event":{next}}}"#),
        ),
        ("complaint_diagram", r#"{"format":"dot"}"#.to_owned()),
        (
            "complaint_merge",
            format!(
                r#"{{"units":{units},"ending":{one},"survivor":{two},"merged_id":"m","absorbed_id":"a",
            "occurred_at":"2025-06-02T10:00:00Z","recorded_at":"2025-06-02T10:00:00Z",
            "actor":{actor},"terms":{{"merge_within_days":30}}}}"#
            ),
        ),
    ] {
        let answer = engine.call(operation, &input);
        let answer = answer.unwrap_or_else(|problems| panic!("{operation}: {problems}"));
        assert!(!answer.contains("refusal"), "{operation}: {answer}");
        let table = insurant::operation::operations();
        let row = table.iter().find(|row| row.name == operation).unwrap();
        let document = insurant_rules::document::Document::parse_json("", &answer).unwrap();
        let mut problems = insurant::Problems::new();
        let path = insurant_rules::document::Path::ROOT;
        (row.output)().check(&document, document.root(), &path, &mut problems);
        assert!(problems.is_empty(), "{operation}: {problems}");
    }
}
