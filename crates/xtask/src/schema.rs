//! What is made from the shapes that the library checks with: the published JSON Schemas, and the
//! operations as methods with records for the languages of UniFFI.

use crate::project::Project;
use crate::run::Outcome;
use insurant::Engine;
use insurant_rules::document::{Definitions, Document, Json, Node, Shape};
use std::collections::BTreeMap;
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

fn files(project: &Project) -> Outcome<Vec<(PathBuf, String)>> {
    let mut files = schemas(project)?.to_vec();
    files.extend(crate::bindings::records(project)?);
    Ok(files)
}

fn schemas(project: &Project) -> Outcome<[(PathBuf, String); 3]> {
    let engine = Engine::builtin()?;
    let rulebook = json(&engine, "rulebook_schema")?;
    let calendar = json(&engine, "calendar_schema")?;
    let operations = operations()?;
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

/// One schema for all operations: what each takes and answers, under its name, and the objects that
/// they share, under theirs.
fn operations() -> Outcome<Json> {
    let mut definitions = Definitions::default();
    let mut part = |shape: fn() -> Shape| definitions.schema(&shape());
    let mut all: BTreeMap<String, Json> = BTreeMap::new();
    for operation in insurant::operation::operations() {
        let (input, output) = (part(operation.input), part(operation.output));
        let schema = Json::object([
            ("description", operation.doc.into()),
            (
                "properties",
                Json::object([("input", input), ("output", output)]),
            ),
            ("type", "object".into()),
        ]);
        all.insert(operation.name.to_owned(), schema);
    }
    let unlike: Vec<&str> = definitions.unlike().collect();
    if !unlike.is_empty() {
        let names = unlike.join(", ");
        return Err(format!("objects that are not alike share a name: {names}").into());
    }
    if let Json::Object(objects) = definitions.into_json() {
        for (name, schema) in objects.iter() {
            if all.insert(name.to_owned(), schema.clone()).is_some() {
                return Err(format!("an object is called like the operation `{name}`").into());
            }
        }
    }
    Ok(Json::object([
        (
            "$schema",
            "https://json-schema.org/draft/2020-12/schema".into(),
        ),
        ("title", "Operations".into()),
        (
            "description",
            "What each operation takes and answers is `$defs/NAME/properties/{input,output}`; \
             objects that they share are `$defs/Name`."
                .into(),
        ),
        ("$defs", Json::object_of(all)),
    ]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// Where the references of a schema lead.
    fn references(json: &Json, found: &mut BTreeSet<String>) {
        match json {
            Json::Object(object) => {
                found.extend(object.get("$ref").and_then(Json::text).map(str::to_owned));
                object
                    .iter()
                    .for_each(|(_, value)| references(value, found));
            }
            Json::List(items) => items.iter().for_each(|item| references(item, found)),
            _ => {}
        }
    }

    #[test]
    fn every_reference_leads_to_a_definition() {
        for (path, text) in schemas(&Project::find().unwrap()).unwrap() {
            let name = path.display().to_string();
            let schema = Document::parse_json(&name, &text).unwrap();
            let schema = schema.root().to_json().unwrap();
            let mut found = BTreeSet::new();
            references(&schema, &mut found);
            assert!(!found.is_empty(), "{name}");
            for reference in found {
                let target = reference.strip_prefix("#/$defs/");
                let defined = schema.get("$defs").zip(target);
                let defined = defined.and_then(|(all, target)| all.get(target));
                assert!(defined.is_some(), "{name}: {reference}");
            }
        }
    }
}
