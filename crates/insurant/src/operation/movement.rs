//! The operations `movement` and `movement_matrix`.

use super::{Call, Operation};
use crate::category::{Category, Standing};
use crate::movement::{Movement, MovementMatrix, Side};
use insurant_rules::Problems;
use insurant_rules::document::{Field, Json, Node, Shape};

pub(super) const OPERATIONS: &[Operation] = &[
    Operation {
        name: "movement",
        doc: "What became of a customer between two assessments.",
        input: || pair("MovementInput", "Two assessments of a customer.", true),
        output: || {
            let words = Shape::one_of(Movement::WORDS.iter().copied());
            let field = Field::required("movement", words, "The movement.");
            Shape::object("MovementOutput", "The movement.", [field])
        },
        run: movement,
        lenient: false,
    },
    Operation {
        name: "movement_matrix",
        doc: "How many customers moved from each category to each.",
        input: || {
            let pair = pair(
                "Pair",
                "One customer; a side is absent when it was not there.",
                false,
            );
            let field = Field::required("customers", Shape::list(pair), "The customers.");
            Shape::object("MatrixInput", "Pairs of assessments.", [field])
        },
        output: || Shape::Any,
        run: matrix,
        lenient: false,
    },
];

fn side() -> Shape {
    Shape::object(
        "Assessed",
        "The outcome of an assessment.",
        [
            Field::required(
                "category",
                Shape::one_of(Category::WORDS.iter().copied()),
                "The category.",
            ),
            Field::optional(
                "standing",
                Shape::one_of(Standing::WORDS.iter().copied()),
                "The standing.",
            ),
        ],
    )
}

fn pair(name: &'static str, doc: &'static str, required: bool) -> Shape {
    let field = |name, doc| {
        if required {
            Field::required(name, side(), doc)
        } else {
            Field::optional(name, side(), doc)
        }
    };
    Shape::object(
        name,
        doc,
        [
            field("from", "The earlier one."),
            field("to", "The later one."),
        ],
    )
}

fn read(node: Option<&Node>) -> Side {
    let node = node?;
    let standing = node.text_at("standing").and_then(Standing::parse);
    Some((
        node.text_at("category").and_then(Category::parse)?,
        standing,
    ))
}

fn movement(call: &Call<'_>) -> Result<Json, Problems> {
    let (from, to) = (read(call.input().get("from")), read(call.input().get("to")));
    let movement = match (from, to) {
        (Some(from), Some(to)) => Movement::between(from, to),
        _ => Movement::Undetermined,
    };
    Ok(Json::object([("movement", movement.as_str().into())]))
}

fn matrix(call: &Call<'_>) -> Result<Json, Problems> {
    let mut matrix = MovementMatrix::default();
    for customer in call.input().items_at("customers") {
        matrix.add(read(customer.get("from")), read(customer.get("to")));
    }
    Ok(matrix.to_json())
}
