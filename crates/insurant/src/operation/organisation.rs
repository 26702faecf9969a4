//! The operation `organisation_check`.

use super::{Call, Operation};
use crate::organisation::json;
use insurant_rules::Problems;
use insurant_rules::document::{Field, Json, Shape};

pub(super) const OPERATIONS: &[Operation] = &[Operation {
    name: "organisation_check",
    doc: "Checks a tree of units, and names those without a complaint telephone.",
    input: || Shape::object("OrganisationInput", "The units.", [json::units_field()]),
    output: || {
        Shape::object(
            "OrganisationOutput",
            "A tree without mistakes.",
            [
                Field::required("units", Shape::count(), "How many units there are."),
                Field::required("root", Shape::id(), "The topmost unit."),
                Field::required(
                    "without_complaint_phone",
                    Shape::list(Shape::id()),
                    "Units that show no complaint telephone (A-58).",
                ),
            ],
        )
    },
    run: check,
    lenient: false,
}];

fn check(call: &Call<'_>) -> Result<Json, Problems> {
    let organisation = call.organisation()?;
    let silent = organisation.without_complaint_phone();
    let root = organisation.root().map(|unit| unit.id.as_str());
    let count = u32::try_from(organisation.units().count()).unwrap_or(u32::MAX);
    Ok(Json::object([
        ("units", count.into()),
        ("root", root.unwrap_or_default().into()),
        (
            "without_complaint_phone",
            Json::list(silent.map(|unit| unit.id.as_str())),
        ),
    ]))
}
