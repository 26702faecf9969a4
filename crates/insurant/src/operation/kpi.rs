//! The operations on figures of the people who sell.

use super::{Call, Operation};
use crate::kpi::amount::under;
use crate::kpi::persistency::{self, Persistency};
use insurant_rules::Problems;
use insurant_rules::document::{Field, Json, Shape};

pub(super) const OPERATIONS: &[Operation] = &[Operation {
    name: "kpi_persistency",
    doc: "Of the premium that policies began with, how much still comes in their 13th or 25th month.",
    input: || {
        let policies = Shape::list(persistency::shape::POLICY.clone());
        Shape::object(
            "PersistencyInput",
            "A question, and the policies to answer it from.",
            [
                Field::required("spec", persistency::shape::SPEC.clone(), "The question."),
                Field::required("policies", policies, "The policies, in any order."),
            ],
        )
    },
    output: || persistency::shape::REPORT.clone(),
    run: kpi_persistency,
    lenient: false,
}];

fn kpi_persistency(call: &Call<'_>) -> Result<Json, Problems> {
    let input = call.input();
    let mut problems = Problems::new();
    let spec = input
        .get("spec")
        .map_or_else(|| Err(Problems::new()), persistency::read::spec);
    let currency = spec.as_ref().ok().and_then(|spec| spec.currency);
    // Without the question only what holds of any question can be told of a policy.
    let mut persistency = spec
        .map(Persistency::new)
        .map_err(|found| problems.extend(found))
        .ok();
    for (i, node) in input.items_at("policies").iter().enumerate() {
        let Some(persistency) = &mut persistency else {
            break;
        };
        let policy = persistency::read::policy(node, currency);
        if let Err(found) = policy.and_then(|policy| persistency.add(&policy)) {
            let path = format!("policies[{i}]");
            found
                .into_iter()
                .for_each(|problem| problems.push(under(problem, &path)));
        }
    }
    call.located(problems).or(())?;
    Ok(
        persistency.map_or(Json::Object(Default::default()), |persistency| {
            persistency.finish().to_json()
        }),
    )
}
