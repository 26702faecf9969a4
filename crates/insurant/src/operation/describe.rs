//! The operation `describe`: the table itself, with its schemas.

use super::{Call, Operation, operations};
use insurant_rules::Problems;
use insurant_rules::document::{Json, Shape};

pub(super) const OPERATIONS: &[Operation] = &[Operation {
    name: "describe",
    doc: "Every operation with the JSON Schemas of what it takes and answers.",
    input: || Shape::object("DescribeInput", "Nothing.", []),
    output: || Shape::Any,
    run: describe,
    lenient: false,
}];

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
