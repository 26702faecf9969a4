//! Questions and policies of nodes that have passed their shapes.

use super::policy::{Ceasing, Policy, Receipt, Rider};
use super::spec::{Basis, Spec, Variant};
use crate::code;
use crate::date::Date;
use crate::kpi::amount::{self, at, under};
use crate::kpi::read::{groups, names, period};
use insurant_rules::document::Node;
use insurant_rules::{Currency, Problem, Problems};

/// The question; paths begin with `spec`.
pub(crate) fn spec(node: &Node) -> Result<Spec, Problems> {
    let mut problems = Problems::new();
    let small = |key: &str| node.integer_at(key).and_then(|n| u16::try_from(n).ok());
    let month = small("month").unwrap_or(13);
    let cohort = match (node.get("cohort"), node.get("period")) {
        (Some(cohort), _) => period(cohort).map_err(|problem| at(problem, "spec.cohort")),
        (None, Some(given)) => period(given)
            .and_then(|period| Spec::cohort_of(period, month))
            .map_err(|problem| at(problem, "spec.period")),
        (None, None) => Err(Problem::new(code::BAD_PERIOD, "no period")),
    };
    let currency = amount::currency(node).map_err(|problem| under(problem, "spec"));
    let basis = node.text_at("basis").and_then(Basis::parse);
    let basis = basis.unwrap_or(Basis::Premium);
    if basis == Basis::Premium && matches!(currency, Ok(None)) {
        let problem = Problem::new(
            code::CURRENCY_MISSING,
            "persistency of premium needs a currency",
        );
        let problem =
            problem.remedy("give `currency`, such as `CNY`, or ask for the basis `count`");
        problems.push(at(problem, "spec"));
    }
    let cohort = cohort.map_err(|problem| problems.push(problem)).ok();
    let currency = currency.map_err(|problem| problems.push(problem)).ok();
    problems.or(())?;
    let (Some(cohort), Some(currency)) = (cohort, currency) else {
        return Err(Problems::new());
    };
    let as_of = node.date_at("as_of").unwrap_or(Date::MIN);
    let usual = Spec::new(cohort, month, as_of);
    Ok(Spec {
        grace_days: small("grace_days").unwrap_or(usual.grace_days),
        rider_months: small("rider_months").unwrap_or(usual.rider_months),
        variant: node
            .text_at("variant")
            .and_then(Variant::parse)
            .unwrap_or(usual.variant),
        basis,
        currency,
        by: names(node),
        ..usual
    })
}

/// One policy; a problem has the field as its path.
pub(crate) fn policy(node: &Node, currency: Option<Currency>) -> Result<Policy<'_>, Problems> {
    let mut problems = Problems::new();
    let id = node.text_at("policy_id").unwrap_or_default();
    let mut policy = Policy::new(id, node.date_at("effective").unwrap_or(Date::MIN));
    let yes = |key: &str, usual| node.boolean_at(key).unwrap_or(usual);
    policy.single = yes("single", policy.single);
    policy.individual = yes("individual", policy.individual);
    policy.long_term = yes("long_term", policy.long_term);
    policy.known_until = node.date_at("known_until");
    policy.ceased = node.get("ceased").and_then(|ceased| {
        let by = Ceasing::parse(ceased.text_at("by")?)?;
        Some((by, ceased.date_at("on")?))
    });
    policy.groups = groups(node);
    match amount::read(node, "premium", currency) {
        Ok(premium) => policy.premium = premium,
        Err(problem) => problems.push(problem),
    }
    policy.received = node
        .get("received")
        .map(|list| receipts(list, "received", currency, &mut problems));
    let riders = node.items_at("riders").iter().enumerate();
    policy.riders = riders
        .map(|(i, rider)| Rider {
            rider_id: rider.text_at("rider_id").unwrap_or_default(),
            added_on: rider.date_at("added_on").unwrap_or(Date::MIN),
            received: rider.get("received").map_or_else(Vec::new, |list| {
                let path = format!("riders[{i}].received");
                receipts(list, &path, currency, &mut problems)
            }),
        })
        .collect();
    problems.or(policy)
}

fn receipts(
    list: &Node,
    path: &str,
    currency: Option<Currency>,
    problems: &mut Problems,
) -> Vec<Receipt> {
    let mut receipts = Vec::with_capacity(list.items().len());
    for (i, node) in list.items().iter().enumerate() {
        match amount::read(node, "amount", currency) {
            Ok(amount) => receipts.push(Receipt {
                month: node
                    .integer_at("month")
                    .and_then(|month| u16::try_from(month).ok())
                    .unwrap_or(0),
                on: node.date_at("on").unwrap_or(Date::MIN),
                amount: amount.unwrap_or(0),
            }),
            Err(problem) => problems.push(under(problem, &format!("{path}[{i}]"))),
        }
    }
    receipts
}
