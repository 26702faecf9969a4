//! Questions and rows of nodes that have passed their shapes.

use super::Spec;
use crate::code;
use crate::kpi::Share;
use crate::kpi::amount;
use crate::kpi::amount::at;
use insurant_rules::document::Node;
use insurant_rules::{Currency, Problem, Problems};
use std::collections::HashSet;

/// The question.
pub(crate) fn spec(node: &Node) -> Result<Spec, Problems> {
    let mut problems = Problems::new();
    let currency = amount::currency(node)
        .map_err(|problem| problems.push(problem))
        .unwrap_or_default();
    let mut shares = Vec::new();
    for (i, text) in node.items_at("shares").iter().enumerate() {
        let text = text.text().unwrap_or_default();
        match Share::parse(text).filter(|share| !share.is_zero()) {
            Some(share) => shares.push(share),
            None => {
                let problem = Problem::new(
                    insurant_rules::code::OUT_OF_RANGE,
                    format!("`{text}` is no share of the whole"),
                )
                .expected("a share above 0 and at most 100%, such as `80%` or `0.8`");
                problems.push(at(problem, format!("shares[{i}]")));
            }
        }
    }
    let top = node.items_at("top").iter().filter_map(Node::integer);
    problems.or(Spec {
        as_of: node.date_at("as_of"),
        currency,
        top: top.filter_map(|n| u32::try_from(n).ok()).collect(),
        shares,
    })
}

/// The amounts of the rows, each id once.
pub(crate) fn amounts(rows: &[Node], currency: Option<Currency>) -> Result<Vec<i64>, Problems> {
    let mut problems = Problems::new();
    let mut seen: HashSet<&str> = HashSet::with_capacity(rows.len());
    let mut amounts = Vec::with_capacity(rows.len());
    for (i, row) in rows.iter().enumerate() {
        let path = |field: &str| format!("rows[{i}].{field}");
        let id = row.text_at("id").unwrap_or_default();
        if !seen.insert(id) {
            let message = format!("the row `{id}` is there twice");
            problems.push(at(Problem::new(code::DUPLICATE_ID, message), path("id")));
        }
        match one(row, currency) {
            Ok(amount) => amounts.push(amount),
            Err(problem) => problems.push(at(problem, path("amount"))),
        }
    }
    problems.or(amounts)
}

fn one(row: &Node, currency: Option<Currency>) -> Result<i64, Problem> {
    if currency.is_some() {
        return amount::read(row, "amount", currency).map(Option::unwrap_or_default);
    }
    let text = row.text_at("amount").unwrap_or_default();
    text.parse().map_err(|_| {
        Problem::new(
            code::CURRENCY_MISSING,
            "without a currency amounts are whole numbers of at most 64 bits",
        )
        .found(format!("`{text}`"))
        .remedy("give the `currency`, such as `CNY`")
    })
}
