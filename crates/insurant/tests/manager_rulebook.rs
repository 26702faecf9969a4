//! Certification and duties by a rulebook: the built-in one, the version of the day, one that came
//! with the call; and what is told of one that does not do.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use insurant::manager::certification::CertificationTerms;
use insurant::{Date, Engine};
use insurant_rules::document::Document;

const FILE: &str = r#"{"manager_id": "M", "posts": [{"unit_id": "F", "from": "2024-01-01"}], "events": [
    {"kind": "proposed", "id": "1", "certification_id": "a", "occurred_at": "2024-12-30T10:00:00+08:00",
     "recorded_at": "2024-12-30T10:00:00+08:00", "actor": {"person_id": "L", "role": "leader", "unit_id": "C"},
     "grade": "standard", "reason": "appraisal of 2024"}]}"#;
const UNITS: &str = r#"[{"id": "P", "name": "Province", "level": "province"},
    {"id": "C", "name": "City", "level": "city", "parent": "P"},
    {"id": "F", "name": "Desk", "level": "front_line", "parent": "C"}]"#;

/// A version of a house rulebook: nobody recommends, and `who` decides.
fn house(version: &str, effective: &str, who: &str) -> Document {
    let approver =
        |grade: &str| format!(r#"{{"id": "{grade}", "roles": ["{who}"], "least_level": "city"}}"#);
    let approvers = ["principal", "senior", "standard", "junior", "trainee"].map(approver);
    let text = format!(
        r#"{{"id": "house", "version": "{version}", "language": 1, "currency": "CNY",
            "effective": {effective}, "managers": {{"validity_months": 12, "grace_days": 30,
            "due_days": 30, "propose": ["leader"], "approvers": [{}]}}}}"#,
        approvers.join(", ")
    );
    Document::parse("house.json", &text).unwrap()
}

/// The house in two versions: of 2024 leaders decide, from 2025 on those of head office.
fn engine() -> Engine {
    let old = house(
        "1",
        r#"{"from": "2024-01-01", "to": "2025-01-01"}"#,
        "leader",
    );
    let new = house("2", r#"{"from": "2025-01-01"}"#, "head_office_senior");
    Engine::builder().rulebooks([old, new]).build().unwrap()
}

fn told(answer: Result<String, insurant::Problems>) -> Vec<String> {
    let problems = answer.unwrap_err();
    let told = |p: &insurant::Problem| format!("{} {}", p.place().path, p.code());
    problems.iter().map(told).collect()
}

#[test]
fn the_built_in_rulebook_says_what_is_taken_without_one() {
    let engine = Engine::builtin().unwrap();
    let day = Date::parse("2025-01-01").unwrap();
    let rules = engine.manager_rules("example-sales", day).unwrap();
    assert_eq!(rules.certification(), Some(&CertificationTerms::example()));
    let ids: Vec<&str> = rules.duties().iter().map(|rule| rule.id.as_str()).collect();
    assert_eq!(
        ids,
        [
            "monthly_report",
            "key_visit",
            "preferred_visit",
            "standard_contact",
            "key_management_call",
            "major_event"
        ]
    );
    let status = |rulebook: &str| {
        let input = format!(
            r#"{{"units": {UNITS}, "managers": [{FILE}], "as_of": "2025-01-05"{rulebook}}}"#
        );
        engine.call("certification_status", &input).unwrap()
    };
    let by_name = status(r#", "rulebook": "example-sales""#);
    let named = r#""rulebook":"example-sales@1.0.0","#;
    assert!(by_name.contains(named), "{by_name}");
    let (before, after) = by_name.split_once(r#""fingerprint":"sha256:"#).unwrap();
    let (_, after) = after.split_once(r#"","#).unwrap();
    let unsigned = format!("{before}{after}").replace(named, "");
    assert_eq!(unsigned, status(""));
}

#[test]
fn the_version_of_the_day_decides() {
    let engine = engine();
    let approve = |day: &str, rulebook: &str| {
        let input = format!(
            r#"{{"units": {UNITS}, "rulebook": "{rulebook}", "manager": {FILE}, "event":
            {{"kind": "approved", "id": "2", "certification_id": "a", "occurred_at": "{day}T10:00:00+08:00",
             "recorded_at": "2025-01-02T10:00:00+08:00",
             "actor": {{"person_id": "L9", "role": "leader", "unit_id": "P"}}}}}}"#
        );
        engine.call("certification_apply", &input).unwrap()
    };
    let old = approve("2024-12-31", "house");
    assert!(old.contains(r#""rulebook":"house@1","step":"#), "{old}");
    let new = approve("2025-01-01", "house");
    assert!(new.contains(r#""codes":["may_decide"]"#), "{new}");
    assert!(new.contains(r#""rulebook":"house@2""#), "{new}");
    let pinned = approve("2025-01-01", "house@1");
    assert!(
        pinned.contains(r#""rulebook":"house@1","step":"#),
        "{pinned}"
    );

    // A log is told by the version of its last event, an empty one by that of its last post.
    let replay = |file: &str| {
        let input = format!(r#"{{"rulebook": "house", "manager": {file}}}"#);
        engine.call("certification_replay", &input).unwrap()
    };
    assert!(replay(FILE).ends_with(r#""rulebook":"house@1"}"#));
    let empty = |from: &str| {
        let posts = format!(r#"[{{"unit_id": "F", "from": "{from}"}}]"#);
        replay(&format!(r#"{{"manager_id": "M", "posts": {posts}}}"#))
    };
    assert!(empty("2024-12-31").ends_with(r#""rulebook":"house@1"}"#));
    assert!(empty("2025-01-01").ends_with(r#""rulebook":"house@2"}"#));

    let grade = |day: &str| {
        let input = format!(r#"{{"rulebook": "house", "manager": {FILE}, "on": "{day}"}}"#);
        engine.call("grade_on", &input)
    };
    assert!(grade("2024-12-31").unwrap().contains("house@1"));
    assert!(grade("2025-01-01").unwrap().contains("house@2"));
    assert_eq!(told(grade("2023-12-31")), ["rulebook not_in_force"]);

    let allowed = |day: &str| {
        let input = format!(
            r#"{{"units": {UNITS}, "rulebook": "house", "manager": {FILE}, "as_of": "{day}",
            "actor": {{"person_id": "L9", "role": "leader", "unit_id": "P"}}}}"#
        );
        engine.call("certification_allowed", &input).unwrap()
    };
    let may = r#"{"certification_id":"a","event":"approved"}"#;
    assert!(allowed("2024-12-31").contains(may));
    assert!(!allowed("2025-01-01").contains(may));
}

#[test]
fn a_rulebook_that_does_not_do_is_told_where_it_is_named() {
    let engine = engine();
    let grade = |more: &str| {
        let input = format!(r#"{{"manager": {FILE}, "on": "2025-01-01", {more}}}"#);
        told(engine.call("grade_on", &input))
    };
    assert_eq!(
        grade(r#""rulebook": "hose""#),
        ["rulebook unknown_rulebook"]
    );
    assert_eq!(
        grade(r#""rulebook": "cn-property""#),
        ["rulebook unknown_rulebook"]
    );
    let silent = r#"{"id": "x", "version": "1", "language": 1, "currency": "CNY",
        "effective": {"from": "2025-01-01"}, "managers": {"steps_up": 1}}"#;
    assert_eq!(
        grade(&format!(r#""rulebook": {silent}"#)),
        ["rulebook unknown_rulebook"]
    );
    let duties = |more: &str| {
        let input = format!(
            r#"{{"units": {UNITS}, "managers": [], "as_of": "2025-01-01"{more}, "log": [
            {{"kind": "report", "id": "1", "manager_id": "M", "duty": "x", "period": "2024-12-01",
              "done_on": "2025-01-01"}}]}}"#
        );
        told(engine.call("manager_duties", &input))
    };
    // Who made the report is not known; of a duty that nobody could read nothing is said.
    assert_eq!(
        duties(r#", "rulebook": "house""#),
        [
            "rulebook unknown_rulebook",
            "log[0].manager_id unknown_manager"
        ]
    );
    assert_eq!(
        duties(r#", "rulebook": "example-sales""#),
        [
            "log[0].manager_id unknown_manager",
            "log[0].duty unknown_duty"
        ]
    );
    let both = r#", "rules": [], "rulebook": "example-sales""#;
    assert_eq!(duties(both), ["rulebook conflicting_fields"]);
    assert_eq!(duties(""), [" conflicting_fields"]);
}
