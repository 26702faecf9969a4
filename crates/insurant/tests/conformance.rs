//! Every conformance vector of `tests/vectors`, as every other language runs them.

#![allow(
    clippy::expect_used,
    reason = "a vector that cannot be read fails the test"
)]

use insurant::operation::{operations, problems_json};
use insurant::{Engine, Problems};
use insurant_rules::document::{Document, Json, Node};
use std::fs;
use std::path::{Path, PathBuf};

fn vectors() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/vectors");
    let mut files = Vec::new();
    let mut folders = vec![root];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("tests/vectors can be read") {
            let path = entry.expect("tests/vectors can be read").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "json") {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

/// Of problems, a vector states code and path only: the words may improve.
fn code_and_path(problems: &Json) -> String {
    let short = problems
        .get("problems")
        .map_or(&[][..], Json::items)
        .iter()
        .map(|p| {
            let field = |name| Json::from(p.get(name).and_then(Json::text).unwrap_or_default());
            Json::object([("code", field("code")), ("path", field("path"))])
        });
    Json::object([("problems", Json::list(short))]).to_canonical_string()
}

/// What an operation answers has the shape that it publishes.
fn conforms(operation: &str, answer: &str) {
    let table = operations();
    let row = table
        .iter()
        .find(|o| o.name == operation)
        .expect("the operation is in the table");
    let document = Document::parse_json("answer", answer).expect("an answer is JSON");
    let mut problems = Problems::new();
    let path = insurant_rules::document::Path::ROOT;
    (row.output)().check(&document, document.root(), &path, &mut problems);
    assert!(problems.is_empty(), "{operation}: {problems}");
}

fn answer(engine: &Engine, vector: &Node, document: &Document) -> String {
    let operation = vector.text_at("operation").expect("an operation");
    let input = document.slice(vector.get("input").expect("an input").span);
    match engine.call(operation, input) {
        Ok(answer) => {
            conforms(operation, &answer);
            answer
        }
        Err(problems) => code_and_path(&problems_json(&problems)),
    }
}

#[test]
fn every_vector_is_answered_to_the_byte() {
    let engine = Engine::builtin().expect("built-in rulebooks load");
    let files = vectors();
    assert!(files.len() >= 60, "{} vectors", files.len());
    let mut wrong = Vec::new();
    for file in &files {
        let text = fs::read_to_string(file).expect("a vector can be read");
        let document =
            Document::parse_json(&file.to_string_lossy(), &text).expect("a vector is JSON");
        let vector = document.root();
        for entry in vector.entries() {
            assert!(["operation", "input", "expect", "why"].contains(&entry.key.as_str()));
        }
        let expected = vector
            .get("expect")
            .and_then(Node::to_json)
            .expect("expected")
            .to_canonical_string();
        let actual = answer(&engine, vector, &document);
        if actual != expected {
            let why = vector.text_at("why").unwrap_or_default();
            wrong.push(format!(
                "{}: {why}\n  expected {expected}\n  actual   {actual}",
                file.display()
            ));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {} vectors:\n{}",
        wrong.len(),
        files.len(),
        wrong.join("\n")
    );
}
