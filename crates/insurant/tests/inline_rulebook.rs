//! Every operation that takes a rulebook inside its input tells what is wrong with it where it stands
//! in that input: path, line and column.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "an operation without a sample fails the test"
)]

use insurant::operation::operations;
use insurant::{Engine, Problems};
use insurant_rules::document::{Document, Node};

/// A value for each field that some operation requires beside its rulebook.
const SAMPLES: &[(&str, &str)] = &[
    (
        "actor",
        r#"{"person_id": "L", "role": "leader", "unit_id": "U"}"#,
    ),
    ("agent", r#"{"agent_id": "A"}"#),
    ("agents", "[]"),
    ("as_of", r#""2026-01-15""#),
    ("card", r#""annual""#),
    ("customer", r#"{"customer_id": "C", "kind": "individual"}"#),
    (
        "event",
        r#"{"kind": "lapsed", "id": "1", "certification_id": "X", "occurred_at": "2026-01-15T09:00:00Z",
            "recorded_at": "2026-01-15T09:00:00Z", "actor": {"person_id": "L", "role": "leader", "unit_id": "U"}}"#,
    ),
    ("expressions", r#"["loss_ratio(12m)"]"#),
    ("fingerprint", r#""sha256:0""#),
    (
        "manager",
        r#"{"manager_id": "M", "posts": [{"unit_id": "U", "from": "2020-01-01"}]}"#,
    ),
    ("managers", "[]"),
    ("mode", r#""assign""#),
    ("on", r#""2026-01-15""#),
    ("partner", r#"{"partner_id": "P"}"#),
    ("partner_id", r#""P""#),
    ("period", r#"{"from": "2025-01-01", "to": "2026-01-01"}"#),
    ("periods", "[]"),
    ("requests", "[]"),
    ("tasks", "[]"),
    (
        "units",
        r#"[{"id": "U", "name": "U", "level": "head_office"}]"#,
    ),
];

/// An operation's name with the fields that it requires beside its rulebook; of those whose rulebook
/// may be a document.
fn taking_a_rulebook(engine: &Engine) -> Vec<(&'static str, Vec<String>)> {
    let schemas = engine
        .call("describe", "{}")
        .expect("operations describe themselves");
    let schemas = Document::parse_json("describe", &schemas).expect("as JSON");
    let described = schemas.root().items_at("operations");
    let with_rulebook = |name: &'static str| {
        let described = described.iter().find(|o| o.text_at("name") == Some(name));
        let described = described.expect("every operation is described");
        let schema = described.get("input")?;
        let reference = schema.text_at("$ref").unwrap_or_default();
        let name_of = reference.strip_prefix("#/$defs/");
        let defined = name_of.and_then(|name| schema.get("$defs")?.get(name));
        let input = defined.unwrap_or(schema);
        let field = input.get("properties")?.get("rulebook")?;
        field.get("anyOf")?;
        let required = input.items_at("required").iter().filter_map(Node::text);
        let required = required.filter(|field| *field != "rulebook");
        Some((name, required.map(str::to_owned).collect()))
    };
    let names = operations().into_iter().map(|operation| operation.name);
    names.filter_map(with_rulebook).collect()
}

/// The call with a rulebook on a line of its own, behind everything else.
fn input(required: &[String], rulebook: &str) -> String {
    let field = |name: &String| {
        let sample = SAMPLES.iter().find(|(known, _)| known == name);
        let (_, sample) = sample.unwrap_or_else(|| panic!("no sample for the field `{name}`"));
        format!("\"{name}\": {},\n", sample.replace('\n', " "))
    };
    let fields: String = required.iter().map(field).collect();
    format!("{{{fields}\"rulebook\": {rulebook}}}")
}

fn refused(engine: &Engine, name: &str, input: &str) -> Problems {
    let answer = engine.call(name, input);
    answer.expect_err(&format!("{name} takes a broken rulebook"))
}

const HEAD: &str = r#""id": "broken", "version": "1", "language": 1, "currency": "CNY", "effective": {"from": "2020-01-01"}"#;

#[test]
fn what_is_wrong_with_an_inline_rulebook_is_told_at_its_place_in_the_input() {
    let engine = Engine::builtin().expect("built-in rulebooks load");
    let all = taking_a_rulebook(&engine);
    assert!(all.len() >= 20, "{} operations", all.len());
    for (name, required) in all {
        let rulebook = format!("{{{HEAD}, \"nonsense\": 1}}");
        let input = input(&required, &rulebook);
        let found = refused(&engine, name, &input);
        let place = found.iter().find(|p| p.place().path == "rulebook.nonsense");
        let place = place.unwrap_or_else(|| panic!("{name}: {found}")).place();
        let line = required.len() + 1;
        assert_eq!(usize::try_from(place.line), Ok(line), "{name}: {found}");
        let last = input.lines().last().unwrap_or_default();
        let column = last.find("\"nonsense\"").map(|before| before + 1);
        assert_eq!(
            usize::try_from(place.column).ok(),
            column,
            "{name}: {found}"
        );
        assert_eq!(place.source, None, "{name}: {found}");
        for problem in found.iter() {
            assert!(
                problem.place().path.starts_with("rulebook"),
                "{name}: {found}"
            );
        }
    }
}

#[test]
fn a_rulebook_without_what_is_asked_of_it_is_told_at_the_rulebook() {
    let engine = Engine::builtin().expect("built-in rulebooks load");
    for (name, required) in taking_a_rulebook(&engine) {
        // Rules about customers may all be left out.
        if ["assess", "explain", "measure", "verify"].contains(&name) {
            continue;
        }
        let input = input(&required, &format!("{{{HEAD}}}"));
        let found = refused(&engine, name, &input);
        for problem in found.iter() {
            assert_eq!(problem.place().path, "rulebook", "{name}: {found}");
            assert!(problem.place().line > 0, "{name}: {found}");
        }
    }
}
