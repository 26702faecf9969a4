//! The operation `manager_credit`.

use super::{Call, Operation};
use crate::complaint::analysis::Period;
use crate::date::Date;
use crate::manager::credit::{CreditBook, json};
use insurant_rules::code::UNKNOWN_CURRENCY;
use insurant_rules::document::{Field, Json, Shape};
use insurant_rules::{Currency, Problem, Problems};

pub(super) const OPERATIONS: &[Operation] = &[Operation {
    name: "manager_credit",
    doc: "Credits premium and claims to whoever looked after the customer on the day they took effect; what was done under supervision is named apart, what belongs to several or to nobody is credited to no one.",
    input: || {
        let list =
            |name, shape: &Shape, doc| Field::required(name, Shape::list(shape.clone()), doc);
        Shape::object(
            "ManagerCreditInput",
            "Who looked after whom, and the amounts.",
            [
                Field::required("period", json::DAYS.clone(), "The period of the results."),
                Field::required("currency", Shape::line(), "The currency, by ISO 4217."),
                list(
                    "assignments",
                    &crate::assignment::shapes::assignment(),
                    "Who looked after whom, in any order; of one customer and one manager, none overlaps another.",
                ),
                list("amounts", &json::AMOUNT, "The amounts, in any order."),
            ],
        )
    },
    output: || {
        let list =
            |name, shape: &Shape, doc| Field::required(name, Shape::list(shape.clone()), doc);
        Shape::object(
            "ManagerCreditOutput",
            "Who is credited with what.",
            [
                Field::required("period", json::DAYS.clone(), "The period."),
                Field::required("currency", Shape::line(), "The currency."),
                list("managers", &json::MANAGER, "In order of id."),
                list("amounts", &json::WHOSE, "Whose each is, in order of id."),
                list("totals", &json::TOTAL, "Where they went, by kind."),
                Field::optional(
                    "findings",
                    Shape::list(json::FINDING.clone()),
                    "Two managers of one customer at once, by customer, then by day; left out when there are none.",
                ),
            ],
        )
    },
    run: credit,
    lenient: false,
}];

fn credit(call: &Call<'_>) -> Result<Json, Problems> {
    let input = call.input();
    let mut problems = Problems::new();
    let span = input.get("period");
    let day = |key| span.and_then(|span| span.date_at(key)).unwrap_or(Date::MIN);
    let period = match Period::new(day("from"), day("to")) {
        Ok(period) => Some(period),
        Err(problem) => {
            problems.push(problem.at(call.document().place_at("period.to")));
            None
        }
    };
    let text = input.text_at("currency").unwrap_or_default();
    let currency = Currency::parse(text);
    if currency.is_none() {
        let problem = Problem::new(UNKNOWN_CURRENCY, format!("no currency `{text}`"))
            .expected("a code of ISO 4217, such as EUR");
        problems.push(problem.at(call.document().place_at("currency")));
    }
    let assignments = input.items_at("assignments").iter();
    let assignments = assignments
        .map(crate::assignment::json::assignment)
        .collect();
    let amounts = json::amounts(call.document(), input, currency, &mut problems);
    let book = match CreditBook::new(assignments, amounts) {
        Ok(book) => Some(book),
        Err(found) => {
            problems.extend(call.located(found));
            None
        }
    };
    match problems.or(book.zip(period).zip(currency))? {
        Some(((book, period), currency)) => Ok(book.credit(period).to_json(currency)),
        None => Ok(Json::object([])),
    }
}
