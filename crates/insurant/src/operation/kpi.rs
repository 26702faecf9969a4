//! The operations on figures of the people who sell.

use super::{Call, Operation};
use crate::kpi::activity::{self, Activity};
use crate::kpi::amount::under;
use crate::kpi::concentration;
use crate::kpi::persistency::{self, Persistency};
use insurant_rules::Problems;
use insurant_rules::document::{Field, Json, Node, Object, Shape};

pub(super) const OPERATIONS: &[Operation] = &[
    Operation {
        name: "kpi_activity",
        doc: "Activity rate, premium and policies per head of those who sold in a period.",
        input: || {
            let agents = Shape::list(activity::shape::SERVICE.clone());
            let sales = Shape::list(activity::shape::SALE.clone());
            Shape::object(
                "ActivityInput",
                "A question, who was in service, and what was sold.",
                [
                    Field::required("spec", activity::shape::SPEC.clone(), "The question."),
                    Field::required("agents", agents, "Services of agents, in any order."),
                    Field::required("sales", sales, "Policies sold, in any order."),
                ],
            )
        },
        output: || activity::shape::REPORT.clone(),
        run: kpi_activity,
        lenient: false,
    },
    Operation {
        name: "kpi_concentration",
        doc: "How much of the whole the largest bring, and how many bring most of it.",
        input: || concentration::shape::INPUT.clone(),
        output: || concentration::shape::REPORT.clone(),
        run: kpi_concentration,
        lenient: false,
    },
    Operation {
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
    },
];

/// What never stands: the input has passed its shape.
fn nothing() -> Json {
    Json::Object(Object::new())
}

/// The field `spec`, read. Its problems have their places, in the order of the text.
fn spec<T>(call: &Call<'_>, read: fn(&Node) -> Result<T, Problems>) -> Result<T, Problems> {
    let node = call.input().get("spec");
    let read = node.map_or_else(|| Err(Problems::new()), read);
    read.map_err(|found| call.located(found))
}

/// Problems of a row, under its path.
fn told(problems: &mut Problems, found: impl Into<Problems>, list: &str, i: usize) {
    let path = format!("{list}[{i}]");
    for problem in found.into() {
        problems.push(under(problem, &path));
    }
}

fn kpi_persistency(call: &Call<'_>) -> Result<Json, Problems> {
    let mut problems = Problems::new();
    let spec = spec(call, persistency::read::spec)?;
    let currency = spec.currency;
    let mut persistency = Persistency::new(spec);
    for (i, node) in call.input().items_at("policies").iter().enumerate() {
        let policy = persistency::read::policy(node, currency);
        if let Err(found) = policy.and_then(|policy| persistency.add(&policy)) {
            told(&mut problems, found, "policies", i);
        }
    }
    call.located(problems).or(())?;
    Ok(persistency.finish().to_json())
}

fn kpi_activity(call: &Call<'_>) -> Result<Json, Problems> {
    let mut problems = Problems::new();
    let spec = spec(call, activity::read::spec)?;
    let currency = spec.currency;
    let services = call.input().items_at("agents").iter();
    let services = services.map(activity::read::service).collect();
    let mut activity = Activity::new(spec, services)
        .map_err(|found| problems.extend(found))
        .ok();
    for (i, node) in call.input().items_at("sales").iter().enumerate() {
        let sale = activity::read::sale(node, currency);
        let added = sale.and_then(|sale| match &mut activity {
            Some(activity) => activity.add(&sale),
            None => Ok(()),
        });
        if let Err(found) = added {
            told(&mut problems, found, "sales", i);
        }
    }
    call.located(problems).or(())?;
    Ok(activity.map_or_else(nothing, |activity| activity.finish().to_json()))
}

fn kpi_concentration(call: &Call<'_>) -> Result<Json, Problems> {
    let input = call.input();
    let mut problems = Problems::new();
    let mut spec = concentration::read::spec(input);
    // The currency decides how amounts are read; other faults of the question do not.
    let currency = spec.as_ref().map_or_else(
        |_| crate::kpi::amount::currency(input).ok(),
        |spec| Some(spec.currency),
    );
    if let Err(found) = &mut spec {
        problems.extend(std::mem::take(found));
    }
    let rows = input.items_at("rows");
    let amounts = match currency.map(|currency| concentration::read::amounts(rows, currency)) {
        Some(Ok(amounts)) => amounts,
        Some(Err(found)) => {
            problems.extend(found);
            Vec::new()
        }
        None => Vec::new(),
    };
    call.located(problems).or(())?;
    Ok(spec.map_or_else(
        |_| nothing(),
        |spec| concentration::Report::of(spec, amounts).to_json(),
    ))
}
