//! What figures look like in JSON.

use super::value::Undefined;
use insurant_rules::document::{Field, Shape};

/// The value of a figure.
pub(super) fn value() -> Shape {
    Shape::object(
        "KpiValue",
        "An exact quotient, or why there is none.",
        [
            Field::required(
                "state",
                Shape::one_of(["known", "undefined"]),
                "Whether it exists.",
            ),
            Field::optional(
                "num",
                Shape::line(),
                "The numerator, amounts in minor units.",
            ),
            Field::optional(
                "den",
                Shape::line(),
                "The denominator, amounts in minor units.",
            ),
            Field::optional("currency", Shape::line(), "Of an amount per head."),
            Field::optional(
                "shown",
                Shape::line(),
                "To six places, half to even, amounts in major units; for reading only.",
            ),
            Field::optional(
                "reason",
                Shape::one_of(Undefined::WORDS.iter().copied()),
                "Why there is none.",
            ),
        ],
    )
}

/// What is left out, by reason; `rows` is what the rows are called.
pub(super) fn left_out(
    name: &'static str,
    rows: &'static str,
    reasons: &'static [&'static str],
) -> Shape {
    Shape::list(Shape::object(
        name,
        "Left out for one reason.",
        [
            Field::required("reason", Shape::one_of(reasons.iter().copied()), "Why."),
            Field::required(rows, Shape::count(), "How many."),
            Field::optional("amount", Shape::line(), "Their amount."),
        ],
    ))
}

/// The field of figures by group.
pub(super) fn group_list(name: &'static str, figures: Vec<Field>) -> Field {
    let key = Field::optional(
        "key",
        Shape::line(),
        "What they have in common; absent for rows that do not say.",
    );
    let mut fields = vec![key];
    fields.extend(figures);
    let group = Shape::object(format!("{name}Group"), "One group.", fields);
    let by = Shape::object(
        format!("{name}By"),
        "The groups of one name, in order; rows that do not say come last.",
        [
            Field::required("name", Shape::line(), "What they are told apart by."),
            Field::required("groups", Shape::list(group), "The groups."),
        ],
    );
    Field::optional("by", Shape::list(by), "The same by group, when asked for.")
}
