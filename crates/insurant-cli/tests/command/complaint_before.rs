//! `insurant complaint analyse`: the figures of the period before are those of its own report.

use crate::run::insurant;
use insurant_rules::document::{Document, Node};
use std::fmt::Write as _;

/// A log from `kind day details` lines.
fn log(id: &str, events: &[(&str, &str, &str)]) -> String {
    let mut text = format!(r#"{{"complaint_id":"{id}","events":["#);
    for (i, (kind, day, details)) in events.iter().enumerate() {
        let comma = if i > 0 { "," } else { "" };
        let at = format!("2025-{day}T09:00:00+08:00");
        let role = match *kind {
            "received" => "collector",
            "registered" | "fed_back" | "closed" | "classified" | "handler_assigned"
            | "reopened" | "withdrawn" => "operator",
            _ => "handler",
        };
        let person = if role == "handler" { "E1" } else { "E2" };
        let actor = format!(r#"{{"person_id":"{person}","role":"{role}","unit_id":"JX"}}"#);
        write!(
            text,
            r#"{comma}{{"id":"{i}","kind":"{kind}","occurred_at":"{at}","recorded_at":"{at}","actor":{actor}{details}}}"#
        )
        .unwrap();
    }
    text.push_str("]}\n");
    text
}

const RECEIPT: &str =
    r#","firm_kind":"insurer","trigger":"complaint","line":"motor","complainant_id":"K-1""#;

fn logs() -> String {
    let handled = |outcome| format!(r#","outcome":"{outcome}""#);
    let (upheld, refused) = (handled("upheld"), handled("not_upheld"));
    let taken = [
        ("registered", "01-10", ""),
        ("classified", "01-10", r#","complexity":"simple""#),
    ];
    let mut reopened = vec![("received", "01-10", RECEIPT)];
    reopened.extend(taken);
    reopened.extend([
        ("handler_assigned", "01-10", r#","handler_id":"E1""#),
        ("handled", "01-20", refused.as_str()),
        ("fed_back", "01-21", ""),
        ("closed", "01-22", ""),
        ("reopened", "03-10", r#","facts":"a new report""#),
        ("handler_assigned", "03-11", r#","handler_id":"E1""#),
        ("handled", "04-15", upheld.as_str()),
        ("fed_back", "04-16", ""),
        ("closed", "05-02", ""),
    ]);
    let withdrawn = [
        ("received", "02-03", RECEIPT),
        ("registered", "02-04", ""),
        ("withdrawn", "02-20", ""),
        ("reopened", "04-01", r#","facts":"a new report""#),
    ];
    let open = [("received", "02-27", RECEIPT), ("registered", "03-02", "")];
    [
        log("C-1", &reopened),
        log("C-2", &withdrawn),
        log("C-3", &open),
    ]
    .concat()
}

fn analysed(path: &str, period: &str) -> Document {
    let args = [
        "--period",
        period,
        "--procedure",
        "cn-2020-3",
        "--format",
        "json",
    ];
    let ran = insurant(["complaint", "analyse", path].iter().chain(&args)).fine();
    Document::parse_json("", ran.text()).unwrap()
}

/// Every `now` or `before` of an answer, with where it stands.
fn sides(node: &Node, side: &str, path: &str, found: &mut Vec<(String, String)>) {
    for entry in node.entries() {
        let at = format!("{path}.{}", entry.key);
        if entry.key == side {
            found.push((
                path.to_owned(),
                entry.node.to_json().unwrap().to_canonical_string(),
            ));
        } else {
            sides(&entry.node, side, &at, found);
        }
    }
}

fn figures(analysis: &Document, side: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    sides(analysis.root().get("form").unwrap(), side, "", &mut found);
    found
}

#[test]
fn what_stands_before_is_what_was_reported_then() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("logs.jsonl");
    std::fs::write(&path, logs()).unwrap();
    let path = path.to_str().unwrap();
    let mut reported = figures(&analysed(path, "2025-01"), "now");
    let mut moved = 0;
    for month in 2..=6 {
        let analysis = analysed(path, &format!("2025-{month:02}"));
        let before = figures(&analysis, "before");
        assert!(before.len() > 15);
        assert_eq!(before, reported, "before 2025-{month:02}");
        reported = figures(&analysis, "now");
        moved += usize::from(before != reported);
    }
    assert!(moved >= 4, "the months are alike");
}

#[test]
fn what_is_said_of_the_month_before_says_where_it_is_from() {
    let dir = tempfile::tempdir().unwrap();
    let args = |path: &str| {
        let more = ["--period", "2025-03", "--procedure", "cn-2020-3"];
        insurant(["complaint", "analyse", path].iter().chain(&more)).fine()
    };
    let path = dir.path().join("logs.jsonl");
    std::fs::write(&path, logs()).unwrap();
    let of_logs = args(path.to_str().unwrap());
    let title = "\nFigures (before: as it stood at the end of that period)\n";
    assert!(of_logs.text().contains(title), "{}", of_logs.text());
    let record = r#"{"complaint_id": "C-4", "received_on": "2025-02-03"}"#;
    std::fs::write(&path, format!("{}{record}\n", logs())).unwrap();
    let with_records = args(path.to_str().unwrap());
    let title = "\nFigures (before: by what the records say now)\n";
    assert!(
        with_records.text().contains(title),
        "{}",
        with_records.text()
    );
}

/// Many laws limit the answer alone, which tells the decision.
#[test]
fn where_only_the_answer_is_limited_on_time_is_by_the_answer() {
    let receipt = format!(r#"{RECEIPT},"complainant_kind":"individual""#);
    let told = |id: &str, day: &str| {
        let events = [
            ("received", "01-10", receipt.as_str()),
            ("registered", "01-10", ""),
            ("handler_assigned", "01-10", r#","handler_id":"E1""#),
            ("handled", "02-20", r#","outcome":"upheld""#),
            ("fed_back", day, ""),
        ];
        log(id, &events)
    };
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("logs.jsonl");
    // Eight weeks end on 7 March.
    let logs = told("C-1", "03-05") + &told("C-2", "03-14");
    std::fs::write(&path, logs).unwrap();
    let path = path.to_str().unwrap();
    let args = ["complaint", "analyse", path, "--period", "2025-03"];
    let law = ["--procedure", "uk-disp", "--format", "json"];
    let run = insurant(args.iter().chain(&law)).fine();
    let analysis = Document::parse_json("analysis", run.text()).unwrap();
    let figures = figures(&analysis, "now");
    let figure = |name: &str| {
        let mut found = figures.iter().filter(|(path, _)| path.contains(name));
        found.next().map(|(_, figure)| figure.clone())
    };
    let due_and_late = (figure(".due"), figure(".late"));
    assert_eq!(due_and_late, (Some("2".into()), Some("1".into())));
}
