//! What there is: `describe` lists the operations with their schemas, `vocabulary` the names that
//! rules may use.

use super::{Call, Operation, operations};
use insurant_rules::document::{Field, Json, Object, Shape};
use insurant_rules::{ArgumentKind, ArgumentSpec, Problems, Signature, Type};

pub(super) const OPERATIONS: &[Operation] = &[
    Operation {
        name: "describe",
        doc: "Every operation with the JSON Schemas of what it takes and answers.",
        input: || Shape::object("DescribeInput", "Nothing.", []),
        output: || Shape::Any,
        run: describe,
        lenient: false,
    },
    Operation {
        name: "vocabulary",
        doc: "Every measure and fact that rules may use, with its arguments and its type.",
        input: || Shape::object("VocabularyInput", "Nothing.", []),
        output: || {
            let argument = Shape::object(
                "Argument",
                "An argument of a name.",
                [
                    Field::optional("key", Shape::name(), "Its key; a window has none."),
                    Field::required("takes", Shape::prose(), "What it may be."),
                    Field::required("required", Shape::Boolean, "Whether it must be given."),
                ],
            );
            let name = Shape::object(
                "Name",
                "A name that rules may use.",
                [
                    Field::required("name", Shape::name(), "The name."),
                    Field::required("type", Shape::prose(), "Its type."),
                    Field::required("doc", Shape::prose(), "What it is."),
                    Field::required("arguments", Shape::list(argument), "Its arguments."),
                ],
            );
            let names = Field::required("names", Shape::list(name), "The names.");
            Shape::object(
                "Vocabulary",
                "What rules about a customer may name.",
                [names],
            )
        },
        run: vocabulary,
        lenient: false,
    },
];

#[expect(clippy::unnecessary_wraps, reason = "the table's signature")]
fn vocabulary(call: &Call<'_>) -> Result<Json, Problems> {
    let subjects = call.engine().language().subjects().iter();
    let names = subjects.flat_map(|subject| subject.signatures().iter().map(name));
    Ok(Json::object([("names", Json::list(names))]))
}

fn name(signature: &Signature) -> Json {
    let ty = match &signature.ty {
        // The currency is that of the rulebook which uses the name.
        Type::Money(_) => "money".to_owned(),
        Type::MoneyRatio(_) => "ratio of money".to_owned(),
        other => other.to_string(),
    };
    Json::object([
        ("name", signature.name.as_str().into()),
        ("type", ty.into()),
        ("doc", signature.doc.as_str().into()),
        (
            "arguments",
            Json::list(signature.arguments.iter().map(argument)),
        ),
    ])
}

fn argument(spec: &ArgumentSpec) -> Json {
    let takes = match &spec.kind {
        ArgumentKind::Window(names) => {
            format!("a window: `12m`, `3y`, {}", words(names))
        }
        ArgumentKind::Months => "months or years: `12m`, `3y`".to_owned(),
        ArgumentKind::Boolean => "`yes` or `no`".to_owned(),
        ArgumentKind::Count => "a whole number of at least 1".to_owned(),
        ArgumentKind::OneOf(names) => words(names),
        ArgumentKind::Word => "a word or a quoted text".to_owned(),
    };
    Json::Object(
        Object::new()
            .with_some("key", (!spec.key.is_empty()).then_some(spec.key))
            .with("takes", takes)
            .with("required", spec.required),
    )
}

fn words(words: &[&str]) -> String {
    words
        .iter()
        .map(|word| format!("`{word}`"))
        .collect::<Vec<_>>()
        .join(", ")
}

#[expect(clippy::unnecessary_wraps, reason = "the table's signature")]
fn describe(_: &Call<'_>) -> Result<Json, Problems> {
    let described = operations().into_iter().map(|operation| {
        Json::object([
            ("name", operation.name.into()),
            ("doc", operation.doc.into()),
            ("input", (operation.input)().schema()),
            ("output", (operation.output)().schema()),
        ])
    });
    Ok(Json::object([("operations", Json::list(described))]))
}
