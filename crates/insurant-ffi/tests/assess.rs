//! Assessing through the typed calls says what the JSON call says: on every vector, and on random
//! customers.

#![allow(
    clippy::expect_used,
    reason = "what cannot be made fails the test that wants it"
)]

mod host;

use host::vectors::vectors;
use host::{Asked, Library};
use insurant_rules::document::{Document, Json, Node};
use std::fs;

#[test]
fn vectors_of_assess_are_answered_alike() {
    let library = Library::open();
    let mut compared = 0;
    for file in vectors() {
        let text = fs::read_to_string(&file).expect("a vector");
        let document = Document::parse_json("", &text).expect("a vector is JSON");
        let vector = document.root();
        if vector.text_at("operation") != Some("assess") {
            continue;
        }
        let input = vector.get("input").expect("an input");
        let expected = vector.get("expect").and_then(Node::to_json).expect("json");
        let Some(asked) = Asked::read(input) else {
            // What C cannot even state: a date that does not exist, an amount in another currency.
            let mixed = expected.get("cause").and_then(Json::text) == Some("mixed_currency");
            let refused = expected.get("problems").is_some();
            assert!(refused || mixed, "{}", file.display());
            continue;
        };
        compared += 1;
        if only_in_json(&expected) {
            continue;
        }
        let answer = library.assess(&asked);
        let found = answer.to_canonical_string();
        let expected = of_interest(&expected).to_canonical_string();
        assert_eq!(found, expected, "{}", file.display());
    }
    assert!(compared >= 130, "{compared} vectors compared");
}

/// What is wrong with names and ids, which rows do not have.
fn only_in_json(expected: &Json) -> bool {
    let problems = expected.get("problems").map_or(&[][..], Json::items);
    let code = |problem: &Json| problem.get("code").and_then(Json::text).map(str::to_owned);
    problems.iter().any(|problem| {
        let code = code(problem).unwrap_or_default();
        [
            "duplicate_id",
            "unknown_field",
            "missing_field",
            "wrong_shape",
        ]
        .contains(&code.as_str())
    })
}

/// What both ways can say: the whole outcome but for ids and findings on claims.
fn of_interest(expected: &Json) -> Json {
    if expected.get("problems").is_some() {
        return Json::object([("refused", true.into())]);
    }
    let keys = [
        "category",
        "standing",
        "status",
        "holds",
        "unknown",
        "alerts",
        "alerts_unknown",
        "hindsight",
        "projected",
    ];
    let kept = keys.into_iter();
    Json::object_of(kept.filter_map(|key| Some((key, expected.get(key)?.clone()))))
}
