//! What questions and answers look like in JSON.

use super::Reason;
use crate::kpi::read::currency_field;
use crate::kpi::shape::{left_out, value};
use insurant_rules::document::{Field, Shape};
use std::sync::LazyLock;

/// The question with its rows.
pub(crate) static INPUT: LazyLock<Shape> = LazyLock::new(|| {
    let row = Shape::object(
        "ConcentrationRow",
        "One of those who bring it.",
        [
            Field::required("id", Shape::id(), "The host's id, unique in the question."),
            Field::required(
                "amount",
                Shape::Amount { max_decimals: 4 },
                "What it brings; below zero it is no part of the whole.",
            ),
        ],
    );
    let n = Shape::Integer {
        min: 1,
        max: 1_000_000_000,
    };
    Shape::object(
        "ConcentrationInput",
        "How much do the largest bring, and how many bring most?",
        [
            Field::optional(
                "as_of",
                Shape::Date,
                "The day that the amounts are of, for the answer.",
            ),
            Field::optional(
                "currency",
                currency_field().shape,
                "The currency of the amounts, by ISO 4217; without one they are whole numbers.",
            ),
            Field::optional(
                "top",
                Shape::list_within(n, 0, 64),
                "How much do the first so many bring?",
            ),
            Field::optional(
                "shares",
                Shape::list_within(Shape::line(), 0, 64),
                "How many bring such a share, `80%`?",
            ),
            Field::required("rows", Shape::list(row), "The rows, in any order."),
        ],
    )
});

/// The answer.
pub(crate) static REPORT: LazyLock<Shape> = LazyLock::new(|| {
    let top = Shape::object(
        "ConcentrationTop",
        "What the largest rows bring.",
        [
            Field::required("n", Shape::count(), "So many were asked for."),
            Field::required(
                "rows",
                Shape::count(),
                "So many they are with those that equal the last.",
            ),
            Field::required("amount", Shape::line(), "What they bring."),
            Field::required("share", value(), "Of the whole."),
            Field::required("share_of_rows", value(), "How many they are, of all rows."),
        ],
    );
    let reached = Shape::object(
        "ConcentrationShare",
        "The fewest rows that bring a share.",
        [
            Field::required("share", Shape::line(), "The share, as written."),
            Field::required(
                "state",
                Shape::one_of(["known", "undefined"]),
                "Whether there is anything to share.",
            ),
            Field::optional(
                "rows",
                Shape::count(),
                "So many they are with those that equal the last.",
            ),
            Field::optional("without_ties", Shape::count(), "So few suffice."),
            Field::optional("amount", Shape::line(), "What they bring."),
            Field::optional("reached", value(), "Of the whole."),
            Field::optional("share_of_rows", value(), "How many they are, of all rows."),
        ],
    );
    Shape::object(
        "ConcentrationReport",
        "How much the largest bring, and how many bring most.",
        [
            Field::required("id", Shape::one_of(["concentration"]), "The figure."),
            Field::optional("as_of", Shape::Date, "The day that the amounts are of."),
            Field::required(
                "basis",
                Shape::one_of(["ties_together"]),
                "Rows of one amount stay together.",
            ),
            Field::required("unit", Shape::line(), "A currency, or `units`."),
            Field::required("total", Shape::line(), "The whole."),
            Field::required("rows", Shape::count(), "The rows that it is made of."),
            Field::required(
                "left_out",
                left_out("ConcentrationLeftOut", "rows", Reason::WORDS),
                "The rows that are no part of it.",
            ),
            Field::required("top", Shape::list(top), "By number, ascending."),
            Field::required("shares", Shape::list(reached), "By share, ascending."),
        ],
    )
});
