//! Every conformance vector of `tests/vectors`, as every other language runs them.

#![allow(
    clippy::expect_used,
    reason = "a vector that cannot be read fails the test"
)]

use insurant::operation::{operations, problems_json};
use insurant::{Engine, Problems};
use insurant_rules::document::{Document, Json, Node, Object, Shape};
use std::collections::BTreeSet;
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

/// Whether an operation takes a rulebook as it is, not by name alone.
fn takes_a_rulebook(operation: &str) -> bool {
    let table = operations();
    let row = table.iter().find(|o| o.name == operation);
    let Some(Shape::Object(input)) = row.map(|row| (row.input)()) else {
        return false;
    };
    let whole = |shape: &Shape| match shape {
        Shape::AnyOf(ways) => ways.iter().any(|way| matches!(way.shape, Shape::Any)),
        _ => false,
    };
    let mut fields = input.fields.iter();
    fields.any(|field| field.name == "rulebook" && whole(&field.shape))
}

/// What is wrong with a rulebook that came with a call is told where it stands in the call, by
/// every operation that takes one.
#[test]
fn problems_of_a_brought_rulebook_have_the_path_of_the_call() {
    let engine = Engine::builtin().expect("built-in rulebooks load");
    let effective = Json::object([("from", "2000-01-01".into())]);
    let broken = Json::object([
        ("id", "ours".into()),
        ("version", "1".into()),
        ("language", Json::integer(1).expect("a small number")),
        ("currency", "CNY".into()),
        ("effective", effective),
        ("parametres", Json::object([])),
    ]);
    let mut asked = BTreeSet::new();
    for file in vectors() {
        let text = fs::read_to_string(file).expect("a vector can be read");
        let document = Document::parse_json("", &text).expect("a vector is JSON");
        let operation = document.root().text_at("operation").expect("an operation");
        let input = document.root().get("input").and_then(Node::to_json);
        let (Some(Json::Object(input)), true) = (input, takes_a_rulebook(operation)) else {
            continue;
        };
        if !asked.insert(operation.to_owned()) {
            continue;
        }
        let mut call = Object::new().with("rulebook", broken.clone());
        for (key, value) in input.iter() {
            if !["rulebook", "rules", "terms"].contains(&key) {
                call = call.with(key, value.clone());
            }
        }
        let call = Json::Object(call);
        let told = engine.call(operation, &call.to_canonical_string());
        let told = told.expect_err("the rulebook has a section that none has");
        let mut problems = told
            .iter()
            .map(|problem| (problem.code().as_str(), problem.place()));
        let place = problems.find(|(code, _)| *code == "unknown_section");
        let (_, place) = place.unwrap_or_else(|| panic!("{operation}: {told}"));
        assert_eq!(place.path, "rulebook.parametres", "{operation}");
        assert_eq!(place.line, 1, "{operation}");
    }
    assert!(asked.len() >= 14, "{asked:?}");
}
