//! Days, flows brought to a whole period, figures at their edges, and peers.

use super::{YEAR, appraised, call, manager, rulebook, shown, text};

/// What a value is for one manager.
fn value(value: &str, facts: &str) -> String {
    let rulebook = rulebook("", &[value], "");
    let managers = format!(r#"{{"manager_id": "M", {facts}}}"#);
    shown(manager(&appraised(&rulebook, YEAR, &managers), "M"), 0)
}

#[test]
fn flows_are_brought_to_a_whole_period_and_rounded_down() {
    // 273 of 365 days: 1000.00 x 365 / 273 = 1336.9963...
    let part = r#""served": [{"from": "2025-01-01", "to": "2025-10-01"}]"#;
    let results = |more: &str| format!(r#"{part}, "results": {{"new_premium": "1000.00"{more}}}"#);
    assert_eq!(value("new_premium", &results("")), "1336.99");
    assert_eq!(value("days_served", &results("")), "273");
    // The target is that of a whole period already.
    let target = results(r#", "premium_target": "1336.99""#);
    assert_eq!(value("attainment", &target), "133699/133699");
    assert_eq!(value("premium_target", &target), "1336.99");
    // 2 complaints in 273 days are 2.67 in a year, told as 2; 3 would be 4.01.
    let upheld = |n: u32| results(&format!(r#", "upheld_complaints": {n}"#));
    assert_eq!(value("upheld_complaints", &upheld(2)), "2");
    assert_eq!(value("upheld_complaints", &upheld(3)), "4");
    // Ratios and what stands at the end of the period are as they are.
    let ratio = results(
        r#", "renewal_due": "500.00", "renewal_kept": "450.00", "visits_due": 4, "visits_done": 3"#,
    );
    assert_eq!(value("retention", &ratio), "45000/50000");
    assert_eq!(value("visit_rate", &ratio), "3/4");
    // A whole period changes nothing.
    let whole = r#""results": {"new_premium": "0.07", "upheld_complaints": 3}"#;
    assert_eq!(value("new_premium", whole), "0.07");
    assert_eq!(value("upheld_complaints", whole), "3");
    // Ranges that touch are one stay; what joins them is no day of anyone else's.
    let two = r#""served": [{"from": "2025-07-01", "to": "2026-01-01"}, {"from": "2025-01-01", "to": "2025-07-01"}],
        "results": {"new_premium": "0.07"}"#;
    assert_eq!(value("days_served", two), "365");
    assert_eq!(value("new_premium", two), "0.07");
}

#[test]
fn what_nobody_told_is_unknown_and_nothing_due_is_undefined() {
    let none = r#""results": {}"#;
    for name in [
        "grade",
        "unit",
        "years_of_service",
        "years_in_grade",
        "new_premium",
        "premium_target",
        "attainment",
        "retention",
        "loss_ratio",
        "visit_rate",
        "report_rate",
        "satisfaction",
        "upheld_complaints",
        "customers",
        "customers(category: key)",
        "peer_percentile(of: customers)",
    ] {
        if name != "grade" && name != "unit" {
            assert_eq!(value(name, none), "unknown", "{name}");
        }
    }
    for (name, facts) in [
        (
            "attainment",
            r#""new_premium": "5.00", "premium_target": "0.00""#,
        ),
        (
            "retention",
            r#""renewal_due": "0.00", "renewal_kept": "0.00""#,
        ),
        (
            "loss_ratio",
            r#""earned_premium": "0.00", "incurred": "5.00""#,
        ),
        ("visit_rate", r#""visits_due": 0, "visits_done": 5"#),
        ("report_rate", r#""reports_due": 0, "reports_on_time": 0"#),
        ("satisfaction", r#""asked": 0, "satisfied": 0"#),
    ] {
        assert_eq!(
            value(name, &format!(r#""results": {{{facts}}}"#)),
            "undefined",
            "{name}"
        );
    }
    // Only losses may come back.
    assert_eq!(
        value(
            "loss_ratio",
            r#""results": {"earned_premium": "8.00", "incurred": "-2.00"}"#
        ),
        "-200/800"
    );
}

#[test]
fn customers_are_counted_by_category_or_all_together() {
    let customers = r#""customers": {"key": 4, "standard": 60}"#;
    assert_eq!(value("customers(category: key)", customers), "4");
    assert_eq!(value("customers(category: preferred)", customers), "0");
    assert_eq!(value("customers", customers), "64");
    assert_eq!(value("customers", r#""customers": {}"#), "0");
}

#[test]
fn a_year_is_whole_on_its_anniversary() {
    let service = |day: &str| {
        value(
            "years_of_service",
            &format!(r#""joined_on": "{day}", "results": {{}}"#),
        )
    };
    assert_eq!(service("2020-01-01"), "6");
    assert_eq!(service("2020-01-02"), "5");
    // Born on a leap day: a year is whole on the last of February.
    let rulebook = rulebook("", &["years_in_grade"], "");
    let years = |to: &str| {
        let manager_ = r#"{"manager_id": "M", "grade_since": "2024-02-29", "results": {}}"#;
        shown(
            manager(&appraised(&rulebook, ("2024-03-01", to), manager_), "M"),
            0,
        )
    };
    assert_eq!(years("2025-02-27"), "0");
    assert_eq!(years("2025-02-28"), "1");
}

#[test]
fn too_few_days_are_not_rated_and_nobodys_peers() {
    let rulebook = rulebook(
        r#""minimum_days": 90,"#,
        &["peer_percentile(of: customers)", "days_served"],
        "",
    );
    let served = |id: &str, to: &str, n: u32| {
        format!(
            r#"{{"manager_id": "{id}", "inputs": {{"points": 50, "fraud": false}}, "customers": {{"key": {n}}},
                "served": [{{"from": "2025-01-01", "to": "{to}"}}]}}"#
        )
    };
    // 2025-04-01 is day 91: 90 days up to it.
    let managers = [
        served("A", "2025-04-01", 5),
        served("B", "2025-03-31", 1),
        r#"{"manager_id": "C", "joined_on": "2019-01-01", "grade": "senior"}"#.to_owned(),
        r#"{"manager_id": "D", "served": [], "results": {}}"#.to_owned(),
        served("E", "2026-01-01", 3),
    ];
    let answer = appraised(&rulebook, YEAR, &managers.join(","));
    let told = |id: &str| {
        let manager = manager(&answer, id);
        (
            text(manager, "rating").unwrap(),
            text(manager, "reason"),
            manager.get("score").is_some(),
        )
    };
    assert_eq!(told("A"), ("rated", None, true));
    assert_eq!(told("B"), ("unrated", Some("too_short"), false));
    assert_eq!(told("C"), ("unrated", Some("no_appraisal"), false));
    assert_eq!(told("D"), ("unrated", Some("too_short"), false));
    assert_eq!(text(manager(&answer, "C"), "grade"), Some("senior"));
    // B has fewer customers than A, but is no peer of hers; E is.
    assert_eq!(shown(manager(&answer, "A"), 0), "1/1");
    assert_eq!(shown(manager(&answer, "E"), 0), "0/1");
    assert_eq!(shown(manager(&answer, "A"), 1), "90");
}

#[test]
fn peers_are_those_of_the_group_with_a_known_value() {
    let managers = |rows: &[(&str, &str, &str, Option<u32>)]| -> String {
        let rows = rows.iter().map(|(id, unit, grade, customers)| {
            let customers = customers.map(|n| format!(r#""customers": {{"key": {n}}},"#));
            let grade = if grade.is_empty() {
                String::new()
            } else {
                format!(r#""grade": "{grade}","#)
            };
            let unit = if unit.is_empty() {
                String::new()
            } else {
                format!(r#""unit_id": "{unit}","#)
            };
            format!(
                r#"{{"manager_id": "{id}", {unit} {grade} {} "inputs": {{"points": 50, "fraud": false}}}}"#,
                customers.unwrap_or_default()
            )
        });
        rows.collect::<Vec<_>>().join(",")
    };
    let rows = managers(&[
        ("A", "X", "senior", Some(5)),
        ("B", "X", "junior", Some(5)),
        ("C", "Y", "senior", Some(7)),
        ("D", "Y", "senior", Some(1)),
        ("E", "Z", "trainee", Some(9)),
        ("F", "", "", Some(8)),
        ("G", "X", "senior", None),
    ]);
    for (peers, expected) in [
        // Five others have a value; those that are as high do not count as lower.
        (
            r#""peers": "all","#,
            ["1/5", "1/5", "3/5", "0/5", "5/5", "4/5", "unknown"],
        ),
        ("", ["1/5", "1/5", "3/5", "0/5", "5/5", "4/5", "unknown"]),
        (
            r#""peers": "grade","#,
            [
                "1/2",
                "undefined",
                "2/2",
                "0/2",
                "undefined",
                "unknown",
                "unknown",
            ],
        ),
        (
            r#""peers": "unit","#,
            [
                "0/1",
                "0/1",
                "1/1",
                "0/1",
                "undefined",
                "unknown",
                "unknown",
            ],
        ),
    ] {
        let rulebook = rulebook(peers, &["peer_percentile(of: customers)"], "");
        let answer = appraised(&rulebook, YEAR, &rows);
        let found: Vec<String> = ["A", "B", "C", "D", "E", "F", "G"]
            .iter()
            .map(|id| shown(manager(&answer, id), 0))
            .collect();
        assert_eq!(found, expected, "{peers}");
    }
}

#[test]
fn whom_one_does_not_ask_for_is_a_peer_all_the_same() {
    let rulebook = rulebook("", &["peer_percentile(of: customers)"], "");
    let row = |id: &str, n: u32| {
        format!(
            r#"{{"manager_id": "{id}", "customers": {{"key": {n}}}, "inputs": {{"points": 50, "fraud": false}}}}"#
        )
    };
    let rows = [row("B", 2), row("C", 3), row("A", 1)].join(",");
    let all = call(&rulebook, YEAR, &rows, "").unwrap();
    let one = call(&rulebook, YEAR, &rows, r#", "only": ["C"]"#).unwrap();
    let ids: Vec<&str> = all
        .get("managers")
        .unwrap()
        .items()
        .iter()
        .filter_map(|m| text(m, "manager_id"))
        .collect();
    assert_eq!(ids, ["A", "B", "C"]);
    assert_eq!(one.get("managers").unwrap().items().len(), 1);
    assert_eq!(manager(&one, "C"), manager(&all, "C"));
    assert_eq!(shown(manager(&one, "C"), 0), "2/2");
}

#[test]
fn what_does_not_fit_is_undecided_and_nobodys_peer() {
    let rulebook = rulebook("", &["new_premium", "peer_percentile(of: new_premium)"], "");
    let row = |id: &str, amount: &str, to: &str| {
        format!(
            r#"{{"manager_id": "{id}", "inputs": {{"points": 50, "fraud": false}}, "results": {{"new_premium": "{amount}"}},
            "served": [{{"from": "2025-01-01", "to": "{to}"}}]}}"#
        )
    };
    let largest = "92233720368547758.07";
    let rows = [
        row("A", largest, "2026-01-01"),
        row("B", largest, "2025-12-31"),
        row("C", "1.00", "2026-01-01"),
    ]
    .join(",");
    let answer = appraised(&rulebook, YEAR, &rows);
    let b = manager(&answer, "B");
    assert_eq!(
        (text(b, "rating"), text(b, "reason")),
        (Some("undecided"), Some("overflow"))
    );
    assert!(b.get("score").is_none() && b.get("proposed").is_none());
    assert_eq!(shown(manager(&answer, "A"), 0), largest);
    assert_eq!(shown(manager(&answer, "A"), 1), "1/1");
    assert_eq!(shown(manager(&answer, "C"), 1), "0/1");
}
