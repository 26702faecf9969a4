//! Bad input, in Rust and through the operations.

use crate::world::{World, actor, manager, next, on_day, proposal, sample};
use insurant::Engine;
use insurant::manager::ManagerGrade::Standard;
use insurant::manager::certification::{CertificationEvent as E, Event, ManagerFile};
use insurant::organisation::Role;

fn codes(file: &ManagerFile, event: &Event) -> Vec<&'static str> {
    let world = World::example();
    let refusal = file.check(event, world.context()).unwrap_err();
    refusal.refusal.why.codes()
}

fn proposed() -> ManagerFile {
    let world = World::example();
    let mut file = manager();
    let event = next(
        &file,
        "A",
        0,
        actor("l1", Role::Leader, "F"),
        proposal(Standard),
    );
    file.apply(event, world.context()).unwrap();
    file
}

#[test]
fn impossible_times_and_repeated_events() {
    let file = proposed();
    let at = |id: &str, day: i64| {
        let who = actor("l2", Role::Leader, "C");
        Event::new(id, "A", on_day(day), who, sample(E::Recommended, Standard))
    };
    assert_eq!(codes(&file, &at("e0", 1)), ["new_id"]);
    assert_eq!(codes(&file, &at("x", -1)), ["in_order", "in_sequence"]);
    let foretold = Event {
        occurred_at: on_day(2),
        ..at("x", 1)
    };
    assert_eq!(codes(&file, &foretold), ["not_foretold"]);
    let before = Event {
        occurred_at: on_day(-1),
        ..at("x", 1)
    };
    assert_eq!(codes(&file, &before), ["in_sequence"]);
    let nowhere = Event {
        actor: actor("l2", Role::Leader, "?"),
        ..at("x", 1)
    };
    assert_eq!(
        codes(&file, &nowhere),
        ["known_unit", "in_line", "concerned_in_line"]
    );
}

#[test]
fn what_is_not_for_whoever_tries_it() {
    let file = proposed();
    let try_as = |kind, person: &str, role, unit: &str| {
        let event = next(
            &file,
            "A",
            1,
            actor(person, role, unit),
            sample(kind, Standard),
        );
        codes(&file, &event)
    };
    let leader = Role::Leader;
    // In effect before it was approved.
    assert_eq!(
        try_as(E::TookEffect, "n", Role::System, "C"),
        ["not_in_state"]
    );
    assert_eq!(
        try_as(E::Approved, "a", Role::Auditor, "C"),
        ["not_by_role"]
    );
    assert_eq!(try_as(E::Approved, "l3", leader, "C"), ["recommended"]);
    assert_eq!(try_as(E::Recommended, "l1", leader, "C"), ["not_oneself"]);
    assert_eq!(try_as(E::Recommended, "m", leader, "C"), ["not_concerned"]);
    assert_eq!(
        try_as(E::Recommended, "under", leader, "C"),
        ["not_under_concerned"]
    );
    assert_eq!(
        try_as(E::Recommended, "l2", leader, "D"),
        ["in_line", "concerned_in_line"]
    );
    assert_eq!(try_as(E::Withdrawn, "l2", leader, "F"), ["own_proposal"]);
    assert_eq!(
        try_as(E::Replaced, "n", Role::System, "C"),
        ["not_in_state"]
    );
    let unknown = next(
        &file,
        "Z",
        1,
        actor("l3", leader, "C"),
        sample(E::Approved, Standard),
    );
    assert_eq!(codes(&file, &unknown), ["proposal_first"]);
    let second = next(&file, "B", 1, actor("l1", leader, "F"), proposal(Standard));
    assert_eq!(codes(&file, &second), ["no_other_open"]);
}

#[test]
fn proposals_that_may_not_be_made() {
    let file = manager();
    let by = |person: &str, role, unit: &str| {
        let event = next(&file, "A", 0, actor(person, role, unit), proposal(Standard));
        codes(&file, &event)
    };
    // A colleague proposes another manager; a leader of another city; a role that may not.
    assert_eq!(by("n", Role::AccountManager, "F"), ["own_or_led"]);
    assert_eq!(by("l", Role::Leader, "D"), ["own_or_led"]);
    assert_eq!(by("o", Role::Operator, "F"), ["may_propose"]);
    assert_eq!(by("s", Role::System, "F"), ["not_by_role"]);
    // A leader may propose; what is wrong is the unit.
    assert_eq!(by("l", Role::Leader, "?"), ["known_unit", "own_or_led"]);
    let before_service = Event::new(
        "x",
        "A",
        insurant::Instant::parse("2023-12-31T10:00:00+08:00").unwrap(),
        actor("l1", Role::Leader, "F"),
        proposal(Standard),
    );
    assert_eq!(codes(&file, &before_service), ["in_service"]);
    let mut blank = proposal(Standard);
    blank.reason = " ".to_owned();
    let blank = next(&file, "A", 0, actor("l1", Role::Leader, "F"), blank);
    assert_eq!(codes(&file, &blank), ["reason"]);
}

const UNITS: &str = r#""units": [
    {"id": "HO", "name": "Head office", "level": "head_office"},
    {"id": "P", "name": "Province", "level": "province", "parent": "HO"},
    {"id": "C", "name": "City", "level": "city", "parent": "P"},
    {"id": "F", "name": "Desk", "level": "front_line", "parent": "C"}]"#;

const EVENT: &str = r#"{"kind": "proposed", "id": "1", "certification_id": "2025",
    "occurred_at": "2025-01-06T10:00:00+08:00", "recorded_at": "2025-01-06T10:00:00+08:00",
    "actor": {"person_id": "L1", "role": "leader", "unit_id": "F"},
    "grade": "standard", "reason": "71 points"}"#;

fn call(name: &str, input: &str) -> Result<String, Vec<String>> {
    let engine = Engine::builtin().unwrap();
    let told = |p: &insurant::Problem| format!("{} {}", p.place().path, p.code());
    let answer = engine.call(name, input);
    answer.map_err(|problems| problems.iter().map(told).collect())
}

fn status(managers: &str, more: &str) -> Result<String, Vec<String>> {
    let input = format!(r#"{{{UNITS}, "managers": [{managers}], "as_of": "2025-06-01" {more}}}"#);
    call("certification_status", &input)
}

#[test]
fn everything_that_is_wrong_with_files_is_told_at_once() {
    let managers = r#"
        {"manager_id": "M1", "posts": [
            {"unit_id": "F", "from": "2024-01-01", "to": "2024-07-01"},
            {"unit_id": "F", "from": "2024-06-30"}]},
        {"manager_id": "M2", "posts": [{"unit_id": "F9", "from": "2024-01-01", "to": "2024-01-01"}]},
        {"manager_id": "M3", "posts": [{"unit_id": "F", "from": "2024-01-01"}]},
        {"manager_id": "M3", "posts": [{"unit_id": "F", "from": "2024-01-01"}]}"#;
    let more = r#", "reporting": [
        {"person_id": "M1", "reports_to": "M1"},
        {"person_id": "L1", "reports_to": "L2"},
        {"person_id": "L2", "reports_to": "L1"}]"#;
    assert_eq!(
        status(managers, more).unwrap_err(),
        [
            "managers[0].posts[1].from overlapping_ranges",
            "managers[1].posts[0].to end_before_start",
            "managers[3].manager_id duplicate_id",
            "reporting[0].reports_to reports_to_self",
            "reporting[1].reports_to reporting_cycle",
        ]
    );
    let unknown = r#"{"manager_id": "M2", "posts": [{"unit_id": "F9", "from": "2024-01-01"}]}"#;
    assert_eq!(
        status(unknown, "").unwrap_err(),
        ["managers[0].posts[0].unit_id unknown_unit"]
    );
}

#[test]
fn a_circle_of_units_and_an_unknown_event() {
    let circle = r#"{"units": [
        {"id": "A", "name": "A", "level": "city", "parent": "B"},
        {"id": "B", "name": "B", "level": "county", "parent": "A"}],
        "managers": [], "as_of": "2025-06-01"}"#;
    let found = call("certification_status", circle).unwrap_err();
    assert_eq!(found, ["units not_one_root", "units[0].parent unit_cycle"]);

    let events = EVENT.replace("\"proposed\"", "\"promoted\"");
    let manager = format!(
        r#"{{"manager_id": "M1", "posts": [{{"unit_id": "F", "from": "2024-01-01"}}], "events": [{events}]}}"#
    );
    let found = status(&manager, "").unwrap_err();
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("managers[0].events[0]"), "{found:?}");
}

#[test]
fn a_log_that_could_never_have_been_accepted_is_refused_where_it_breaks() {
    let effect = r#"{"kind": "took_effect", "id": "2", "certification_id": "2025",
        "occurred_at": "2025-01-07T10:00:00+08:00", "recorded_at": "2025-01-07T10:00:00+08:00",
        "actor": {"person_id": "N", "role": "system", "unit_id": "F"}}"#;
    let file = |events: &str| {
        format!(
            r#"{{"manager": {{"manager_id": "M1", "posts": [{{"unit_id": "F", "from": "2024-01-01"}}], "events": [{events}]}}}}"#
        )
    };
    let broken = call("certification_replay", &file(&format!("{EVENT}, {effect}")));
    assert_eq!(broken.unwrap_err(), ["manager.events[1] refused_event"]);
    let twice = call("certification_replay", &file(&format!("{EVENT}, {EVENT}")));
    assert_eq!(twice.unwrap_err(), ["manager.events[1] refused_event"]);
    assert!(call("certification_replay", &file(EVENT)).is_ok());
}

#[test]
fn terms_must_say_who_decides_on_each_grade() {
    let terms = r#", "terms": {"validity_months": 12, "grace_days": 60, "due_days": 60,
        "propose": ["leader"], "approvers": [
            {"grade": "senior", "roles": ["leader"], "least_level": "province"},
            {"grade": "senior", "roles": ["leader"], "least_level": "province"}]}"#;
    assert_eq!(
        status("", terms).unwrap_err(),
        ["terms.approvers[1].grade duplicate_id"]
    );
    let terms = terms.replacen("senior", "junior", 1);
    assert_eq!(
        status("", &terms).unwrap_err(),
        ["terms.approvers missing_grade"]
    );
}

#[test]
fn the_operations_agree_with_the_library() {
    let file =
        r#""manager": {"manager_id": "M1", "posts": [{"unit_id": "F", "from": "2024-01-01"}]}"#;
    let input = format!(r#"{{{UNITS}, {file}, "event": {EVENT}}}"#);
    let answer = call("certification_apply", &input).unwrap();
    let step = r#""step":{"certification_id":"2025","effects":[{"effect":"recommendation_due"}],"to":"proposed"}"#;
    assert!(answer.contains(step), "{answer}");
    let input = input.replace("\"role\": \"leader\"", "\"role\": \"auditor\"");
    let answer = call("certification_apply", &input).unwrap();
    let refused = answer.contains(r#""codes":["not_by_role"]"#);
    assert!(refused && !answer.contains("\"state\""), "{answer}");

    let allowed = format!(
        r#"{{{UNITS}, {file}, "actor": {{"person_id": "L1", "role": "leader", "unit_id": "F"}}, "as_of": "2025-01-06"}}"#
    );
    let answer = call("certification_allowed", &allowed).unwrap();
    assert_eq!(answer, r#"{"allowed":[{"event":"proposed"}]}"#);

    let grade = format!(r#"{{{file}, "on": "2025-01-06"}}"#);
    let answer = call("grade_on", &grade).unwrap();
    assert_eq!(
        answer,
        r#"{"grade":{"from":"2024-01-01","reason":"never_certified","state":"unrated"}}"#
    );
    let picture = call("certification_diagram", r#"{"format": "mermaid"}"#).unwrap();
    assert!(picture.contains("approved --> effective"));
}
