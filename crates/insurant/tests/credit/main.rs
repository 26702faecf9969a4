//! Results follow the days of assignment: the days at the edges, bad input, and laws.

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

use insurant::Engine;

/// The answer of `manager_credit` for 2025, or `path code` of all problems.
fn call(assignments: &str, amounts: &str) -> Result<String, Vec<String>> {
    whole(&format!(
        r#"{{"period": {{"from": "2025-01-01", "to": "2026-01-01"}}, "currency": "CNY",
            "assignments": [{assignments}], "amounts": [{amounts}]}}"#
    ))
}

fn whole(input: &str) -> Result<String, Vec<String>> {
    let engine = Engine::builtin().unwrap();
    let told = |p: &insurant::Problem| format!("{} {}", p.place().path, p.code());
    let answer = engine.call("manager_credit", input);
    answer.map_err(|problems| problems.iter().map(told).collect())
}
