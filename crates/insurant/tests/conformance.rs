//! Every conformance vector of `tests/vectors`, as every other language runs them.

#![allow(
    clippy::expect_used,
    reason = "a vector that cannot be read fails the test"
)]

use insurant::operation::{operations, problems_json};
use insurant::{Engine, Problems};
use insurant_rules::document::{Document, Json, Node};
use std::collections::{BTreeMap, BTreeSet};
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

/// A clock: its procedure as `id@version`, and its id.
type Clock = (String, String);

/// Every clock of which something in a value says by when it is due.
fn dated(value: &Json, found: &mut BTreeSet<Clock>) {
    let text = |key| value.get(key).and_then(Json::text).map(str::to_owned);
    if let (Some(procedure), Some(clock), Some(_)) =
        (text("procedure"), text("clock"), text("due_before"))
    {
        found.insert((procedure, clock));
    }
    match value {
        Json::Object(object) => object.iter().for_each(|(_, inner)| dated(inner, found)),
        _ => value.items().iter().for_each(|inner| dated(inner, found)),
    }
}

#[test]
fn every_clock_of_every_procedure_has_five_vectors() {
    let mut counted: BTreeMap<Clock, usize> = BTreeMap::new();
    for file in vectors() {
        let text = fs::read_to_string(&file).expect("a vector can be read");
        let document = Document::parse_json("vector", &text).expect("a vector is JSON");
        let expected = document.root().get("expect").and_then(Node::to_json);
        let mut found = BTreeSet::new();
        dated(&expected.expect("expected"), &mut found);
        for clock in found {
            *counted.entry(clock).or_default() += 1;
        }
    }
    let engine = Engine::builtin().expect("built-in rulebooks load");
    let clocks = engine.procedures().iter().flat_map(|procedure| {
        let clocks = procedure.clocks().iter();
        clocks.map(|clock| (procedure.reference().to_owned(), clock.id().to_owned()))
    });
    let clocks: Vec<Clock> = clocks.collect();
    assert!(clocks.len() >= 55, "{} clocks", clocks.len());
    let few = clocks.iter().filter_map(|clock| {
        let vectors = counted.get(clock).copied().unwrap_or_default();
        (vectors < 5).then(|| format!("{} {}: {vectors}", clock.0, clock.1))
    });
    let few: Vec<String> = few.collect();
    assert!(
        few.is_empty(),
        "fewer than five vectors:\n{}",
        few.join("\n")
    );
    let gone: Vec<&Clock> = counted
        .keys()
        .filter(|clock| !clocks.contains(clock))
        .collect();
    assert!(
        gone.is_empty(),
        "vectors of clocks that there are not: {gone:?}"
    );
}
