//! Every vector of a typed operation goes through its records and comes out as it was.

use super::asked::Typed;
use super::methods::TYPED;
use insurant::Engine;
use insurant_rules::document::{Document, Json, Node};
use std::fs;
use std::path::{Path, PathBuf};

fn vectors() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/vectors");
    let mut files = Vec::new();
    for folder in fs::read_dir(root).unwrap() {
        for file in fs::read_dir(folder.unwrap().path()).unwrap() {
            files.push(file.unwrap().path());
        }
    }
    files.sort();
    files
}

/// The operation, what it is asked, what it answers. There is no input where it holds what no record
/// could, such as a fraction.
fn vector(file: &Path) -> (String, Option<Json>, Json) {
    let text = fs::read_to_string(file).unwrap();
    let document = Document::parse_json("vector", &text).unwrap();
    let part = |name| document.root().get(name);
    let operation = part("operation").and_then(Node::text).unwrap().to_owned();
    let json = |name| part(name).and_then(Node::to_json);
    (operation, json("input"), json("expect").unwrap())
}

/// What went wrong with a vector that goes through the records of its operation.
fn through(engine: &Engine, typed: &Typed, input: &Json, expected: &Json) -> Result<(), String> {
    let expected_text = expected.to_canonical_string();
    let input = (typed.asked)(input)?;
    let answer = engine.call(typed.name, &input);
    let answer = answer.map_err(|problems| problems.to_string())?;
    if answer != expected_text {
        return Err(format!("another answer: {answer}"));
    }
    let again = (typed.answered)(expected)?;
    let again = Document::parse_json("again", &again).map_err(|wrong| wrong.to_string())?;
    let again = again.root().to_json().map(|json| counts_as_text(&json));
    if again.as_ref() != Some(&counts_as_text(expected)) {
        return Err(format!("another record: {again:?}"));
    }
    Ok(())
}

/// JSON with its numbers as text: a numerator is an amount or a count, and a decimal in its record.
fn counts_as_text(json: &Json) -> Json {
    match json {
        Json::Integer(number) => number.get().to_string().into(),
        Json::List(items) => Json::list(items.iter().map(counts_as_text)),
        Json::Object(object) => {
            let members = object.iter();
            Json::object_of(members.map(|(key, value)| (key, counts_as_text(value))))
        }
        other => other.clone(),
    }
}

#[test]
fn records_lose_nothing() {
    let engine = Engine::builtin().unwrap();
    let (mut told, mut refused) = (0, 0);
    let mut unfit = Vec::new();
    for file in vectors() {
        let (operation, input, expected) = vector(&file);
        let Some(typed) = TYPED.iter().find(|typed| typed.name == operation) else {
            continue;
        };
        let name = file.display();
        if expected.get("problems").is_none() {
            let input = input.unwrap();
            if let Err(wrong) = through(&engine, typed, &input, &expected) {
                unfit.push(format!("{name}: {wrong}"));
            }
            told += 1;
        } else if let Some(Ok(input)) = input.map(|input| (typed.asked)(&input)) {
            // What a record can say, and is wrong, is refused as its JSON is.
            if engine.call(&operation, &input).is_ok() {
                unfit.push(format!("{name}: not refused"));
            }
            refused += 1;
        }
    }
    assert!(unfit.is_empty(), "{}: {}", unfit.len(), unfit.join("\n"));
    assert!(told >= 600 && refused >= 20, "{told} and {refused}");
}

#[test]
fn every_operation_is_typed_or_has_a_face_of_its_own() {
    let typed = TYPED.len();
    let all = insurant::operation::operations().len();
    // Assessing, explaining, movements, documents, calendars: see the hand-written modules.
    assert_eq!(all - typed, 18);
}
