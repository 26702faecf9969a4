//! Appraisal of account managers: the edges of days and figures, peers, steps of a year, bad
//! input, and laws.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "what cannot be set up fails the test"
)]

mod bad;
mod edges;
mod laws;
mod steps;

use insurant::Engine;
use insurant_rules::document::{Document, Json, Node};
use std::sync::LazyLock;

static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::builtin().unwrap());

/// A rulebook that looks at these values, each under its own text as the id of a characteristic,
/// and gives no grade but by `points`. `header` stands in the section.
fn rulebook(header: &str, values: &[&str], more: &str) -> String {
    let characteristics = values.iter().enumerate().map(|(i, value)| {
        format!(
            r#"{{"id": "v{i}", "value": "{value}", "weight": 0, "missing": {{"points": 0}},
                "bands": [{{"points": 0}}]}}"#
        )
    });
    let points = r#"{"id": "points", "value": "points", "weight": 1, "missing": "undecided",
        "bands": [{"below": 20, "points": 10}, {"from": 20, "below": 40, "points": 30},
            {"from": 40, "below": 60, "points": 50}, {"from": 60, "below": 80, "points": 70},
            {"from": 80, "points": 90}]}"#;
    let characteristics: Vec<String> = characteristics.chain([points.to_owned()]).collect();
    format!(
        r#"{{"id": "own", "version": "1", "language": 1, "currency": "CNY",
        "effective": {{"from": "2000-01-01"}},
        "inputs": {{"points": {{"type": "count", "subject": "manager"}},
            "fraud": {{"type": "boolean", "subject": "manager"}}}},
        "managers": {{{header} "appraisal": {{
            "characteristics": [{}],
            "vetoes": [{{"id": "fraud", "when": "fraud", "grade": "junior"}}],
            "grades": [{{"grade": "trainee", "below": 20}}, {{"grade": "junior", "from": 20, "below": 40}},
                {{"grade": "standard", "from": 40, "below": 60}}, {{"grade": "senior", "from": 60, "below": 80}},
                {{"grade": "principal", "from": 80}}]}}}}{more}}}"#,
        characteristics.join(", ")
    )
}

fn call(
    rulebook: &str,
    period: (&str, &str),
    managers: &str,
    more: &str,
) -> Result<Json, Vec<String>> {
    let (from, to) = period;
    let input = format!(
        r#"{{"rulebook": {rulebook}, "period": {{"from": "{from}", "to": "{to}"}},
            "managers": [{managers}]{more}}}"#
    );
    let told = |p: &insurant::Problem| format!("{} {}", p.place().path, p.code());
    match ENGINE.call("manager_appraise", &input) {
        Ok(answer) => {
            let document = Document::parse_json("", &answer).unwrap();
            Ok(Node::to_json(document.root()).unwrap())
        }
        Err(problems) => Err(problems.iter().map(told).collect()),
    }
}

const YEAR: (&str, &str) = ("2025-01-01", "2026-01-01");

/// The answer for managers who are all right.
fn appraised(rulebook: &str, period: (&str, &str), managers: &str) -> Json {
    call(rulebook, period, managers, "").unwrap_or_else(|told| panic!("{told:?}"))
}

fn manager<'j>(answer: &'j Json, id: &str) -> &'j Json {
    let managers = answer.get("managers").unwrap().items();
    let own = managers
        .iter()
        .find(|m| m.get("manager_id").and_then(Json::text) == Some(id));
    own.unwrap_or_else(|| panic!("no {id} in {answer:?}"))
}

fn text<'j>(json: &'j Json, key: &str) -> Option<&'j str> {
    json.get(key).and_then(Json::text)
}

/// What the n-th value of [`rulebook`] was: `7`, `3/4`, `12.00`, or the word of its state.
fn shown(manager: &Json, n: usize) -> String {
    let characteristics = manager
        .get("score")
        .unwrap()
        .get("characteristics")
        .unwrap();
    let shown = characteristics.items()[n].get("shown").unwrap();
    if text(shown, "state") != Some("known") {
        return text(shown, "state").unwrap().to_owned();
    }
    match (text(shown, "num"), text(shown, "den")) {
        (Some(num), Some(den)) => format!("{num}/{den}"),
        _ => match shown.get("value").unwrap() {
            Json::Text(text) => text.clone(),
            other => other.to_canonical_string(),
        },
    }
}
