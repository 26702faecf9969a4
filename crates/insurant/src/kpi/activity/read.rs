//! Questions, services and sales of nodes that have passed their shapes.

use super::{Sale, Service, Spec};
use crate::date::Date;
use crate::kpi::amount::{self, at, under};
use crate::kpi::read::{groups, names, period};
use insurant_rules::document::Node;
use insurant_rules::{Currency, Problem, Problems};

/// The question; paths begin with `spec`.
pub(crate) fn spec(node: &Node) -> Result<Spec, Problems> {
    let mut problems = Problems::new();
    let period = node.get("period").map(period);
    let period = period.and_then(|found| {
        let found = found.map_err(|problem| problems.push(at(problem, "spec.period")));
        found.ok()
    });
    let currency = amount::currency(node)
        .map_err(|problem| problems.push(under(problem, "spec")))
        .unwrap_or_default();
    problems.or(())?;
    let usual = Spec::new(period.ok_or_else(Problems::new)?);
    Ok(Spec {
        currency,
        least_policies: node
            .integer_at("least_policies")
            .and_then(|least| u32::try_from(least).ok())
            .unwrap_or(usual.least_policies),
        by: names(node),
        ..usual
    })
}

/// One service.
pub(crate) fn service(node: &Node) -> Service {
    let owned = |(name, value): (&str, &str)| (name.to_owned(), value.to_owned());
    Service {
        groups: groups(node).into_iter().map(owned).collect(),
        to: node.date_at("to"),
        ..Service::since(
            node.text_at("agent_id").unwrap_or_default(),
            node.date_at("from").unwrap_or(Date::MIN),
        )
    }
}

/// One sale; a problem has the field as its path.
pub(crate) fn sale(node: &Node, currency: Option<Currency>) -> Result<Sale<'_>, Problem> {
    Ok(Sale {
        policy_id: node.text_at("policy_id").unwrap_or_default(),
        agent_id: node.text_at("agent_id").unwrap_or_default(),
        issued_on: node.date_at("issued_on").unwrap_or(Date::MIN),
        premium: amount::read(node, "premium", currency)?,
    })
}
