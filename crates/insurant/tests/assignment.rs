//! Assignment through the operations: every mistake told, the same bytes whatever the order.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test stops where something is not as it should be"
)]

use insurant::Engine;
use insurant::operation::problems_json;
use insurant_rules::document::{Document, Json};

const UNITS: &str = r#"[{"id": "HO", "name": "Head office", "level": "head_office"},
    {"id": "JX", "name": "Jiaxing", "level": "city", "parent": "HO"},
    {"id": "JX-1", "name": "Jiaxing 1", "level": "front_line", "parent": "JX"},
    {"id": "HZ-1", "name": "Hangzhou 1", "level": "county", "parent": "HO"}]"#;

fn call(operation: &str, input: &str) -> Result<String, Vec<String>> {
    let engine = Engine::builtin().expect("built-in rulebooks load");
    engine.call(operation, input).map_err(|problems| {
        let told = problems
            .iter()
            .map(|p| format!("{} {}", p.place().path, p.code()));
        assert!(
            problems.iter().all(|p| p.place().line > 0),
            "{}",
            problems_json(&problems).pretty()
        );
        told.collect()
    })
}

/// What is wrong with managers, customers and assignments.
fn wrong(managers: &str, customers: &str, assignments: &str) -> Vec<String> {
    let input = format!(
        r#"{{"units": {UNITS}, "managers": [{managers}], "customers": [{customers}], "assignments": [{assignments}]}}"#
    );
    call("assignment_check", &input).expect_err("something is wrong")
}

const ANN: &str = r#"{"manager_id": "M-1", "grade": "senior", "unit_id": "JX-1"}"#;
const BO: &str = r#"{"manager_id": "M-2", "grade": "junior", "unit_id": "JX-1"}"#;
const ONE: &str = r#"{"customer_id": "C-1"}"#;

#[test]
fn a_manager_who_reports_to_themself() {
    let managers =
        r#"{"manager_id": "M-1", "grade": "senior", "unit_id": "JX-1", "reports_to": "M-1"}"#;
    assert_eq!(
        wrong(managers, "", ""),
        ["managers[0].reports_to reports_to_self"]
    );
}

#[test]
fn managers_who_report_in_a_circle() {
    let manager = |id: u8, above: u8| {
        format!(
            r#"{{"manager_id": "M-{id}", "grade": "senior", "unit_id": "JX-1", "reports_to": "M-{above}"}}"#
        )
    };
    let managers = [manager(0, 1), manager(1, 2), manager(2, 3), manager(3, 1)].join(",");
    assert_eq!(
        wrong(&managers, "", ""),
        ["managers[1].reports_to report_cycle"]
    );
}

#[test]
fn a_cyclic_unit_tree() {
    let units = r#"[{"id": "HO", "name": "x", "level": "head_office"},
        {"id": "A", "name": "x", "level": "city", "parent": "B"}, {"id": "B", "name": "x", "level": "county", "parent": "A"}]"#;
    let input = format!(r#"{{"units": {units}, "managers": []}}"#);
    let told = call("assignment_check", &input).expect_err("a circle");
    assert_eq!(told, ["units[1].parent unit_cycle"]);
}

#[test]
fn a_post_that_is_not_front_line() {
    let managers = r#"{"manager_id": "M-1", "grade": "senior", "unit_id": "JX"}, {"manager_id": "M-2", "grade": "senior", "unit_id": "HZ-1"},
        {"manager_id": "M-3", "grade": "senior", "unit_id": "HZ"}"#;
    assert_eq!(
        wrong(managers, "", ""),
        [
            "managers[0].unit_id not_front_line",
            "managers[2].unit_id unknown_unit"
        ]
    );
    // Whoever takes tasks may be at any unit.
    let input = format!(
        r#"{{"as_of": "2026-07-01", "units": {UNITS}, "managers": [{{"manager_id": "M-1", "grade": "senior", "unit_id": "JX"}}],
        "tasks": [{{"task_id": "T-1", "kind": "visit", "level": "city"}}]}}"#
    );
    assert!(
        call("dispatch_solve", &input)
            .expect("fine")
            .contains(r#""manager_id":"M-1""#)
    );
}

#[test]
fn capacity_zero() {
    let managers = r#"{"manager_id": "M-1", "grade": "senior", "unit_id": "JX-1", "capacity": 0}"#;
    let customers = r#"{"customer_id": "C-1", "effort": 0}"#;
    assert_eq!(
        wrong(managers, customers, ""),
        [
            "managers[0].capacity no_capacity",
            "customers[0].effort no_effort"
        ]
    );
}

#[test]
fn date_ranges_that_overlap() {
    let held = |manager: &str, from: &str, more: &str| {
        format!(r#"{{"customer_id": "C-1", "manager_id": "{manager}", "from": "{from}"{more}}}"#)
    };
    let both = [
        held("M-1", "2026-01-01", r#", "to": "2026-03-01""#),
        held("M-2", "2026-02-28", ""),
    ];
    let managers = format!("{ANN}, {BO}");
    assert_eq!(
        wrong(&managers, ONE, &both.join(",")),
        ["assignments[1].from overlapping_assignments"]
    );
    // In the other order the same two are told.
    let both = [both[1].clone(), both[0].clone()];
    assert_eq!(
        wrong(&managers, ONE, &both.join(",")),
        ["assignments[1].from overlapping_assignments"]
    );
    // The same manager twice is no exception.
    let exception = r#", "exception": {"reason": "two sites", "until": "2026-09-01"}"#;
    let twice = [
        held("M-1", "2026-01-01", ""),
        held("M-1", "2026-02-01", exception),
    ];
    assert_eq!(
        wrong(&managers, ONE, &twice.join(",")),
        ["assignments[1].from overlapping_assignments"]
    );
}

#[test]
fn ranges_that_end_before_they_start_and_strangers() {
    let assignments = r#"{"customer_id": "C-1", "manager_id": "M-1", "from": "2026-01-02", "to": "2026-01-01"},
        {"customer_id": "C-1", "manager_id": "M-1", "from": "2026-01-01", "exception": {"reason": " ", "until": "2025-01-01"}},
        {"customer_id": "C-7", "manager_id": "M-7", "from": "2026-01-01", "supervised_by": "M-7"},
        {"customer_id": "C-1", "manager_id": "M-1", "from": "2026-01-01", "supervised_by": "M-8"}"#;
    assert_eq!(
        wrong(ANN, ONE, assignments),
        [
            "assignments[0].to end_before_start",
            "assignments[1].exception.reason missing_field",
            "assignments[1].exception.until end_before_start",
            "assignments[2].customer_id unknown_customer",
            "assignments[2].manager_id unknown_manager",
            "assignments[2].supervised_by supervised_by_self",
            "assignments[3].supervised_by unknown_manager",
        ]
    );
}

#[test]
fn duplicates_distances_and_strangers_in_the_log() {
    let input = format!(
        r#"{{"units": {UNITS}, "managers": [{ANN}, {ANN}], "customers": [{ONE}, {ONE}],
        "contacts": [{{"customer_id": "C-2", "unit_id": "X", "manager_id": "M-3", "on": "2026-01-01"}}],
        "distances": [{{"from": "A", "to": "B", "km": 3}}, {{"from": "B", "to": "A", "km": 4}}]}}"#
    );
    assert_eq!(
        call("assignment_check", &input).expect_err("wrong"),
        [
            "managers[1].manager_id duplicate_id",
            "customers[1].customer_id duplicate_id",
            "contacts[0].customer_id unknown_customer",
            "contacts[0].unit_id unknown_unit",
            "contacts[0].manager_id unknown_manager",
            "distances[1].to duplicate_id",
        ]
    );
}

#[test]
fn a_customer_nobody_may_take_is_named_with_the_rule_that_forbids_each() {
    let input = format!(
        r#"{{"as_of": "2026-07-01", "mode": "leaver", "leaver": "M-1", "units": {UNITS},
        "managers": [{ANN}, {BO}, {{"manager_id": "M-3", "grade": "principal", "unit_id": "HZ-1"}}, {{"manager_id": "M-4", "grade": "senior", "unit_id": "JX-1", "until": "2026-07-01"}}],
        "customers": [{{"customer_id": "C-1", "category": "key", "unit_id": "JX-1"}}],
        "assignments": [{{"customer_id": "C-1", "manager_id": "M-1", "from": "2026-01-01"}}]}}"#
    );
    let answer = call("assignment_solve", &input).expect("a plan");
    let plan = Document::parse_json("plan", &answer).expect("JSON");
    let left = plan.root().items_at("unplaced");
    assert_eq!(
        (left.len(), left[0].text_at("id"), left[0].text_at("cause")),
        (1, Some("C-1"), Some("forbidden"))
    );
    let barred = left[0]
        .get("barred")
        .and_then(|node| node.to_json())
        .expect("rules");
    let shown = barred
        .items()
        .iter()
        .map(Json::to_canonical_string)
        .collect::<Vec<_>>();
    assert_eq!(
        shown,
        [
            r#"{"managers":["M-4"],"rule":"gone"}"#,
            r#"{"managers":["M-1"],"rule":"leaver"}"#,
            r#"{"managers":["M-2"],"rule":"least_grade:key"}"#,
            r#"{"managers":["M-3"],"rule":"within:city"}"#,
        ]
    );
}

#[test]
fn a_rulebook_without_rules_of_assignment_and_one_with_bad_ones() {
    let ask = |rulebook: &str| {
        format!(
            r#"{{"as_of": "2026-07-01", "mode": "assign", "units": {UNITS}, "managers": [], "rulebook": {rulebook}}}"#
        )
    };
    assert_eq!(
        call("assignment_solve", &ask(r#""cn-property""#)).expect_err("none"),
        ["rulebook unknown_rulebook"]
    );
    let rulebook = r#"{"id": "ours", "version": "1", "language": 1, "currency": "CNY", "effective": {"from": "2020-01-01"}, "assignment": {
        "capacities": [{"id": "a", "grade": "senior", "effort": 3}, {"id": "b", "grade": "senior", "effort": 4}],
        "least_grades": [{"id": "k", "grade": "senior", "supervised": "principal"}],
        "distance_points": [{"id": "far", "up_to_km": 50, "points": 1}, {"id": "near", "up_to_km": 10, "points": 5}]}}"#;
    assert_eq!(
        call("assignment_solve", &ask(rulebook)).expect_err("bad rules"),
        [
            "rulebook.assignment.capacities[1].id duplicate_id",
            "rulebook.assignment.least_grades[0].id level_not_below",
            "rulebook.assignment.distance_points[1].id not_ascending",
        ]
    );
}

#[test]
fn without_a_capacity_nobody_takes_anything() {
    let rulebook = r#"{"id": "ours", "version": "1", "language": 1, "currency": "CNY", "effective": {"from": "2020-01-01"}, "assignment": {}}"#;
    let input = format!(
        r#"{{"as_of": "2026-07-01", "mode": "assign", "units": {UNITS}, "managers": [{ANN}], "customers": [{ONE}], "rulebook": {rulebook}}}"#
    );
    let answer = call("assignment_solve", &input).expect("a plan");
    assert!(
        answer.contains(r#""barred":[{"managers":["M-1"],"rule":"no_capacity"}]"#),
        "{answer}"
    );
}

#[test]
fn an_unknown_distance_is_decided_by_the_rules() {
    let ask = |rules: &str, customer: &str| {
        format!(
            r#"{{"as_of": "2026-07-01", "mode": "assign", "units": {UNITS},
            "managers": [{{"manager_id": "M-1", "grade": "senior", "unit_id": "JX-1", "place": "Jiaxing", "capacity": 9}}],
            "customers": [{{"customer_id": "C-1", {customer} "effort": 1}}],
            "rulebook": {{"id": "ours", "version": "1", "language": 1, "currency": "CNY", "effective": {{"from": "2020-01-01"}}, "assignment": {{{rules}}}}}}}"#
        )
    };
    let solved = |rules: &str, customer: &str| {
        call("assignment_solve", &ask(rules, customer)).expect("a plan")
    };
    let bar = r#""cause":"forbidden""#;
    let named = r#""rule":"unknown_distance""#;
    for customer in ["", r#""place": "Ningbo","#] {
        for rules in [
            r#""most_km": 300"#,
            r#""most_km": 300, "unknown_distance": "forbidden""#,
        ] {
            let answer = solved(rules, customer);
            assert!(answer.contains(bar) && answer.contains(named), "{answer}");
        }
        let allowed = solved(r#""most_km": 300, "unknown_distance": "allowed""#, customer);
        assert!(allowed.contains(r#""unknown_distance":true"#), "{allowed}");
        // Without a limit no distance is asked for.
        let free = solved("", customer);
        assert!(
            free.contains(r#""placed":1"#) && !free.contains("unknown_distance"),
            "{free}"
        );
    }
    // Where they are in one place the distance is known.
    let near = solved(r#""most_km": 300"#, r#""place": "Jiaxing","#);
    assert!(near.contains(r#""placed":1"#), "{near}");
    // A present assignment is judged by the same rule.
    let held = r#""assignments": [{"customer_id": "C-1", "manager_id": "M-1", "from": "2026-01-01"}], "customers""#;
    let check = ask(r#""most_km": 300"#, "")
        .replace(r#""mode": "assign","#, "")
        .replace(r#""customers""#, held);
    assert_eq!(
        findings("assignment_check", &check),
        r#"[{"customer_id":"C-1","manager_id":"M-1","rule":"unknown_distance"}]"#
    );
}

#[test]
fn where_there_is_no_manager_that_is_the_reason() {
    let input = format!(
        r#"{{"as_of": "2026-07-01", "mode": "assign", "units": {UNITS}, "managers": [], "customers": [{ONE}]}}"#
    );
    let answer = call("assignment_solve", &input).expect("a plan");
    assert!(answer.contains(r#""cause":"no_managers""#), "{answer}");
}

/// A small world with everything in it, its lists in an order that depends on `turn`.
fn world(turn: usize) -> String {
    let turned = |mut list: Vec<String>| {
        let by = turn % list.len();
        list.rotate_left(by);
        if turn % 2 == 1 {
            list.reverse();
        }
        list.join(",")
    };
    let grades = ["principal", "senior", "standard", "junior", "trainee"];
    let categories = ["key", "preferred", "standard", "prospect"];
    let managers = (0..7).map(|i| {
        format!(
            r#"{{"manager_id": "M-{i}", "grade": "{}", "unit_id": "JX-1", "lines": ["l{}", "l{}"], "capacity": {}, "place": "p{}"}}"#,
            grades[i % 5], i % 3, (i + 1) % 3, 9 + 2 * i, i % 2
        )
    });
    let customers = (0..40).map(|i| {
        format!(
            r#"{{"customer_id": "C-{i}", "category": "{}", "line": "l{}", "place": "p{}"}}"#,
            categories[i * i % 4],
            i % 3,
            i % 2
        )
    });
    let assignments = (0..20).map(|i| {
        format!(
            r#"{{"customer_id": "C-{i}", "manager_id": "M-{}", "from": "2026-01-0{}"}}"#,
            i * 3 % 7,
            i % 9 + 1
        )
    });
    let tasks = (0..30).map(|i| {
        format!(r#"{{"task_id": "T-{i}", "kind": "visit", "severity": {}, "effort": {}, "customer_id": "C-{}"}}"#, i % 3, i % 4 + 3, i)
    });
    format!(
        r#""as_of": "2026-07-01", "units": {UNITS}, "managers": [{}], "customers": [{}], "assignments": [{}], "tasks": [{}],
        "distances": [{{"from": "p0", "to": "p1", "km": 30}}]"#,
        turned(managers.collect()),
        turned(customers.collect()),
        turned(assignments.collect()),
        turned(tasks.collect())
    )
}

#[test]
fn shuffled_input_gives_the_same_bytes() {
    let strip = |text: String| {
        let from = text.find(r#""tasks": ["#).expect("tasks");
        let to = text.find("],\n        \"distances\"").expect("distances");
        format!("{}{}", &text[..from], &text[to + 2..])
    };
    for mode in ["assign", "rebalance", "leaver"] {
        let leaver = if mode == "leaver" {
            r#", "leaver": "M-3""#
        } else {
            ""
        };
        let ask = |turn| {
            call(
                "assignment_solve",
                &format!(r#"{{"mode": "{mode}"{leaver}, {}}}"#, strip(world(turn))),
            )
            .expect("a plan")
        };
        let first = ask(0);
        assert!(first.contains("placements\":[{"), "{first}");
        for turn in 1..12 {
            assert_eq!(ask(turn), first, "{mode}, turned by {turn}");
        }
    }
    let ask = |turn| call("dispatch_solve", &format!("{{{}}}", world(turn))).expect("a plan");
    let first = ask(0);
    assert!(first.contains("\"unplaced\":[{"), "{first}");
    for turn in 1..12 {
        assert_eq!(ask(turn), first, "dispatch, turned by {turn}");
    }
}

/// Ann, a senior, supervises Bo, who has a key customer and who reports to Eve.
fn supervised(eve: &str) -> String {
    format!(
        r#""units": {UNITS}, "as_of": "2026-07-01",
        "managers": [{ANN}, {{"manager_id": "M-2", "grade": "standard", "unit_id": "JX-1", "reports_to": "M-3", "capacity": 40}},
            {{"manager_id": "M-3", "grade": "{eve}", "unit_id": "JX-1"}}],
        "customers": [{{"customer_id": "C-1", "category": "key", "effort": 41}}],
        "assignments": [{{"customer_id": "C-1", "manager_id": "M-2", "from": "2026-01-01", "supervised_by": "M-1"}}]"#
    )
}

/// What is said to be broken, as canonical JSON.
fn findings(operation: &str, input: &str) -> String {
    let answer = call(operation, input).expect("an answer");
    let start = answer.find(r#""findings":"#).expect("findings");
    let list = &answer[start + 11..];
    list[..=list.find(']').expect("the end of the list")].to_owned()
}

const TOO_MUCH: &str = r#"{"manager_id":"M-2","rule":"capacity"}"#;

#[test]
fn whoever_leaves_is_missed_as_a_supervisor_too() {
    let leaver = |eve| {
        let input = format!(
            r#"{{{}, "mode": "leaver", "leaver": "M-1"}}"#,
            supervised(eve)
        );
        findings("assignment_solve", &input)
    };
    let lost = |rule: &str, instead: &str| {
        format!(
            r#"{{"customer_id":"C-1",{instead}"manager_id":"M-2","rule":"{rule}","supervised_by":"M-1"}}"#
        )
    };
    // Eve, to whom Bo reports, may supervise as well.
    let eve = r#""instead":"M-3","#;
    let both = [lost("least_grade:key", eve), lost("supervisor", eve)].join(",");
    assert_eq!(leaver("principal"), format!("[{TOO_MUCH},{both}]"));
    // She may not: there is nobody.
    let both = [lost("least_grade:key", ""), lost("supervisor", "")].join(",");
    assert_eq!(leaver("standard"), format!("[{TOO_MUCH},{both}]"));
}

#[test]
fn present_assignments_that_break_rules_are_named() {
    let input = format!("{{{}}}", supervised("standard"));
    assert_eq!(
        findings("assignment_check", &input),
        format!("[{TOO_MUCH}]")
    );
    // Without a supervisor Bo may not; with Ann gone neither; and a post that has ended holds nobody.
    let broken = |from: &str, to: &str| findings("assignment_check", &input.replace(from, to));
    assert_eq!(
        broken(r#", "supervised_by": "M-1""#, ""),
        format!(
            r#"[{TOO_MUCH},{{"customer_id":"C-1","manager_id":"M-2","rule":"least_grade:key"}}]"#
        )
    );
    assert_eq!(
        broken(r#""capacity": 40"#, r#""until": "2026-07-01""#),
        r#"[{"customer_id":"C-1","manager_id":"M-2","rule":"gone"}]"#
    );
    assert_eq!(
        broken(
            r#""category": "key", "effort": 41"#,
            r#""category": "key", "unit_id": "HZ-1""#
        ),
        r#"[{"customer_id":"C-1","manager_id":"M-2","rule":"within:city"}]"#
    );
    // No day, nothing judged; rules without a day are a mistake.
    let input = input.replace(r#""as_of": "2026-07-01","#, "");
    let answer = call("assignment_check", &input).expect("an answer");
    assert!(!answer.contains("findings"), "{answer}");
    let input = input.replacen('{', r#"{"rulebook": "example-assignment", "#, 1);
    let told = call("assignment_check", &input).expect_err("no day");
    assert_eq!(told, ["rulebook missing_field"]);
}
