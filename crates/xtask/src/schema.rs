//! The published JSON Schemas, made from the shapes that the library checks with.

use crate::project::Project;
use crate::run::Outcome;
use insurant::Engine;
use insurant_rules::document::{Document, Json, Node};
use std::fs;
use std::path::PathBuf;

/// Where they are published.
const FOLDER: &str = "crates/insurant/schemas";

/// Writes the schemas.
pub(crate) fn write(project: &Project) -> Outcome {
    fs::create_dir_all(project.path(FOLDER))?;
    for (path, text) in files(project)? {
        fs::write(&path, text)?;
        println!("{}", path.display());
    }
    Ok(())
}

/// A sentence for each schema that is not what the library says.
pub(crate) fn check(project: &Project) -> Outcome<Vec<String>> {
    let stale = files(project)?.into_iter().filter_map(|(path, text)| {
        let same = fs::read_to_string(&path).is_ok_and(|found| found == text);
        (!same).then(|| {
            let path = path.display();
            format!("{path} is not up to date; run `cargo xtask schema`")
        })
    });
    Ok(stale.collect())
}

fn files(project: &Project) -> Outcome<[(PathBuf, String); 3]> {
    let engine = Engine::builtin()?;
    let rulebook = json(&engine, "rulebook_schema")?;
    let calendar = json(&engine, "calendar_schema")?;
    let operations = operations(&json(&engine, "describe")?);
    let file = |name: &str, schema: &Json| {
        let path = project.path(FOLDER).join(format!("{name}.schema.json"));
        (path, schema.pretty())
    };
    Ok([
        file("rulebook", &rulebook),
        file("calendar", &calendar),
        file("operations", &operations),
    ])
}

fn json(engine: &Engine, operation: &str) -> Outcome<Json> {
    let answer = engine.call(operation, "{}")?;
    let document = Document::parse_json(operation, &answer)?;
    Node::to_json(document.root()).ok_or_else(|| format!("`{operation}` answered null").into())
}

/// One schema for all operations: what each takes and answers, under its name.
fn operations(described: &Json) -> Json {
    let operations = described.get("operations").map_or(&[][..], Json::items);
    let definition = |operation: &Json| {
        let text = |key| Json::from(operation.get(key).and_then(Json::text).unwrap_or_default());
        let part = |key| operation.get(key).cloned().unwrap_or(Json::Boolean(true));
        let schema = Json::object([
            ("description", text("doc")),
            (
                "properties",
                Json::object([("input", part("input")), ("output", part("output"))]),
            ),
            ("type", "object".into()),
        ]);
        let name = operation.get("name").and_then(Json::text);
        (name.unwrap_or_default().to_owned(), schema)
    };
    Json::object([
        (
            "$schema",
            "https://json-schema.org/draft/2020-12/schema".into(),
        ),
        ("title", "Operations".into()),
        (
            "description",
            "What each operation takes and answers: `$defs/NAME/properties/{input,output}`.".into(),
        ),
        ("$defs", Json::object_of(operations.iter().map(definition))),
    ])
}
