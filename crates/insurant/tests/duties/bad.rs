//! Bad input, told all at once, each at its place.

use insurant::Engine;

const UNITS: &str = r#""units": [
    {"id": "C", "name": "City", "level": "city"},
    {"id": "F", "name": "Desk", "level": "front_line", "parent": "C"}]"#;

fn call(input: &str) -> Result<String, Vec<String>> {
    let engine = Engine::builtin().unwrap();
    let told = |p: &insurant::Problem| format!("{} {}", p.place().path, p.code());
    let answer = engine.call("manager_duties", &format!("{{{UNITS}, {input}}}"));
    answer.map_err(|problems| problems.iter().map(told).collect())
}

#[test]
fn everything_that_does_not_fit_together_is_told_at_once() {
    let found = call(
        r#""rules": [
            {"id": "report", "kind": "report", "every": "month", "due_day": 10, "roll": "next_business"},
            {"id": "visit", "kind": "contact", "contacts": ["visit"], "count": 1, "unit": "month"}],
        "managers": [
            {"manager_id": "M", "posts": [{"unit_id": "F", "from": "2025-01-01"}]},
            {"manager_id": "N", "posts": [
                {"unit_id": "F", "from": "2025-01-01"}, {"unit_id": "F", "from": "2025-06-01"}]},
            {"manager_id": "O", "posts": [{"unit_id": "G", "from": "2025-01-01"}]}],
        "customers": [{"customer_id": "C1", "assignments": [
            {"manager_id": "M", "from": "2025-01-01"},
            {"manager_id": "X", "from": "2025-02-01", "to": "2025-02-01"},
            {"manager_id": "N", "from": "2025-03-01"}]}],
        "events": [
            {"event_id": "E1", "customer_id": "C9", "kind": "fire", "occurred_on": "2025-02-02"},
            {"event_id": "E1", "customer_id": "C1", "kind": "fire", "occurred_on": "2025-02-02",
                "known_on": "2025-02-01"}],
        "log": [
            {"kind": "report", "id": "1", "manager_id": "M", "duty": "visit", "period": "2025-01-01", "done_on": "2025-02-01"},
            {"kind": "report", "id": "2", "manager_id": "M", "duty": "report", "period": "2025-01-02", "done_on": "2025-02-01"},
            {"kind": "report", "id": "3", "manager_id": "M", "duty": "report", "period": "2025-02-01", "done_on": "2025-01-31"},
            {"kind": "contact", "id": "3", "manager_id": "Z", "customer_id": "C1", "contact": "visit", "done_on": "2025-02-01"},
            {"kind": "event_report", "id": "5", "manager_id": "M", "event_id": "E7", "done_on": "2025-02-01"},
            {"kind": "event_report", "id": "6", "manager_id": "M", "event_id": "E1", "done_on": "2025-02-01"}],
        "as_of": "2025-03-01", "from": "2025-04-01""#,
    )
    .unwrap_err();
    let mut sorted = [
        "rules[0].calendar missing_calendar",
        "managers[1].posts[1].from overlapping_ranges",
        "managers[2].posts[0].unit_id unknown_unit",
        "customers[0].assignments[1].manager_id unknown_manager",
        "customers[0].assignments[1].to end_before_start",
        "customers[0].assignments[2].from overlapping_ranges",
        "events[0].customer_id unknown_customer",
        "events[1].event_id duplicate_id",
        "events[1].known_on known_before_occurred",
        "log[0].duty unknown_duty",
        "log[1].period not_period_start",
        "log[2].done_on done_too_early",
        "log[3].id duplicate_id",
        "log[3].manager_id unknown_manager",
        "log[4].event_id unknown_major_event",
        "log[5].done_on done_too_early",
        "from end_before_start",
    ];
    let mut found = found;
    found.sort();
    sorted.sort_unstable();
    assert_eq!(found, sorted);
}

#[test]
fn a_calendar_that_there_is_not() {
    let found = call(
        r#""rules": [{"id": "report", "kind": "report", "every": "month", "due_day": 10,
            "roll": "next_business", "calendar": "moon"}],
        "managers": [], "as_of": "2025-03-01""#,
    );
    assert_eq!(found.unwrap_err(), ["rules[0].calendar unknown_calendar"]);
}

#[test]
fn the_operation_answers_with_items_and_counts() {
    let answer = call(
        r#""rules": [{"id": "report", "kind": "report", "every": "month", "due_day": 10}],
        "managers": [{"manager_id": "M", "posts": [{"unit_id": "F", "from": "2025-01-20"}]}],
        "log": [], "as_of": "2025-02-13""#,
    );
    assert_eq!(
        answer.unwrap(),
        concat!(
            r#"{"items":[{"days_late":3,"due_on":"2025-02-10","duty":"report","kind":"report","manager_id":"M","#,
            r#""opens_on":"2025-02-01","period":"2025-01-01","state":"overdue","unit_id":"F"}],"#,
            r#""managers":[{"done":0,"done_late":0,"due":0,"manager_id":"M","missing":0,"overdue":1,"undetermined":0}],"#,
            r#""units":[{"done":0,"done_late":0,"due":0,"missing":0,"overdue":1,"undetermined":0,"unit_id":"C"},"#,
            r#"{"done":0,"done_late":0,"due":0,"missing":0,"overdue":1,"undetermined":0,"unit_id":"F"}]}"#,
        )
    );
}
