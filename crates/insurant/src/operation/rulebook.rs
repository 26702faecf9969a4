//! Operations on rulebooks: check, list, show, schema.

use super::call::Call;
use super::{Operation, problems_json};
use crate::rulebook;
use insurant_rules::Problems;
use insurant_rules::document::{Document, Field, Json, Object, Shape};
use insurant_rules::rulebook::{Difference, Rulebook, diff, schema};

pub(super) const OPERATIONS: &[Operation] = &[
    Operation {
        name: "rulebook_check",
        doc: "Everything that is wrong with a rulebook, all at once, each with its place.",
        input: || {
            Shape::object(
                "CheckInput",
                "A rulebook as text, JSON or TOML.",
                [
                    Field::required("text", Shape::text(FREE, 16 << 20), "The whole document."),
                    Field::optional("name", Shape::line(), "Its file name, for the messages."),
                ],
            )
        },
        output: || Shape::Any,
        run: check,
        lenient: false,
    },
    Operation {
        name: "rulebook_diff",
        doc: "What differs between two rulebooks, part by part.",
        input: || {
            Shape::object(
                "DiffInput",
                "Two rulebooks, each `id` or `id@version`.",
                [
                    Field::required("before", Shape::line(), "The one."),
                    Field::required("after", Shape::line(), "The other."),
                ],
            )
        },
        output: || Shape::Any,
        run: difference,
        lenient: false,
    },
    Operation {
        name: "rulebook_list",
        doc: "The rulebooks of the engine.",
        input: || Shape::object("ListInput", "Nothing.", []),
        output: || Shape::Any,
        run: list,
        lenient: false,
    },
    Operation {
        name: "rulebook_schema",
        doc: "The JSON Schema of rulebooks.",
        input: || Shape::object("SchemaInput", "Nothing.", []),
        output: || Shape::Any,
        run: |call| Ok(schema(call.engine().language())),
        lenient: false,
    },
    Operation {
        name: "rulebook_show",
        doc: "A rulebook, resolved with what it extends, in canonical form.",
        input: || {
            Shape::object(
                "ShowInput",
                "Which.",
                [Field::optional(
                    "rulebook",
                    Shape::line(),
                    "`id` or `id@version`.",
                )],
            )
        },
        output: || Shape::Any,
        run: show,
        lenient: false,
    },
];

const FREE: insurant_rules::document::TextForm = insurant_rules::document::TextForm::Free;

fn check(call: &Call<'_>) -> Result<Json, Problems> {
    let input = call.input();
    let name = input.text_at("name").unwrap_or("rulebook");
    let text = input.text_at("text").unwrap_or_default();
    let checked =
        Document::parse(name, text).and_then(|document| call.engine().rules_of(document, &[]));
    Ok(match checked {
        Ok(rules) => Json::object([
            ("fingerprint", rules.fingerprint().into()),
            ("ok", true.into()),
            ("rulebook", rules.rulebook().reference().into()),
        ]),
        Err(problems) => Json::object([
            ("ok", false.into()),
            (
                "problems",
                problems_json(&problems)
                    .get("problems")
                    .cloned()
                    .unwrap_or(Json::from("")),
            ),
        ]),
    })
}

fn about(rulebook: &Rulebook) -> Object {
    let effective = rulebook.effective();
    Object::new()
        .with("id", rulebook.id())
        .with("version", rulebook.version())
        .with_some("title", rulebook.title())
        .with("currency", rulebook.currency().code())
        .with("from", effective.from.to_string())
        .with_some("to", effective.to.map(|to| to.to_string()))
        .with("fingerprint", rulebook.fingerprint())
}

#[expect(clippy::unnecessary_wraps, reason = "the table's signature")]
fn list(call: &Call<'_>) -> Result<Json, Problems> {
    let rulebooks = call
        .engine()
        .rulebooks()
        .iter()
        .map(|r| Json::Object(about(r)));
    Ok(Json::object([("rulebooks", Json::list(rulebooks))]))
}

fn difference(call: &Call<'_>) -> Result<Json, Problems> {
    let named = |key| {
        call.engine()
            .any_rulebook(call.input().text_at(key).unwrap_or_default())
    };
    let (before, after) = (named("before")?, named("after")?);
    let differences = diff(before, after);
    Ok(Json::object([
        ("before", before.reference().into()),
        ("after", after.reference().into()),
        (
            "differences",
            Json::list(differences.iter().map(Difference::to_json)),
        ),
    ]))
}

fn show(call: &Call<'_>) -> Result<Json, Problems> {
    let name = call
        .input()
        .text_at("rulebook")
        .unwrap_or(rulebook::DEFAULT);
    let rulebook = call.engine().any_rulebook(name)?;
    Ok(Json::Object(
        about(rulebook).with("rulebook", rulebook.to_json()),
    ))
}
