//! Two managers of one customer at once, neither under an exception.

use super::book::CreditBook;
use crate::assignment::law::clashes;
use crate::complaint::analysis::Period;
use crate::date::Date;
use insurant_rules::document::{Json, Object};
use insurant_rules::order::InOrder;

/// Days of a period on which two managers looked after one customer, neither under an exception:
/// what the law of assignment forbids, and what nobody can be credited for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct TwoManagers<'a> {
    /// The customer.
    pub customer_id: &'a str,
    /// The first of the days.
    pub from: Date,
    /// The first day that is not one of them any more.
    pub to: Date,
    /// The managers, by id.
    pub managers: [&'a str; 2],
}

impl TwoManagers<'_> {
    /// The word of the finding.
    pub const FINDING: &'static str = "two_managers";

    /// The finding in canonical form.
    #[must_use]
    pub fn to_json(&self) -> Json {
        Object::new()
            .with("finding", Self::FINDING)
            .with("customer_id", self.customer_id)
            .with("managers", Json::list(self.managers))
            .with("from", self.from.to_string())
            .with("to", self.to.to_string())
            .into()
    }
}

impl CreditBook {
    /// Where two managers looked after one customer on days of a period, neither under an
    /// exception, by customer, then by day.
    #[must_use]
    pub fn clashes(&self, period: Period) -> Vec<TwoManagers<'_>> {
        let mut found = Vec::new();
        for (customer_id, of_customer) in &self.assigned {
            for (first, second) in clashes(of_customer) {
                let Some((a, b)) = of_customer.get(first).zip(of_customer.get(second)) else {
                    continue;
                };
                let from = a.from.max(b.from).max(period.from());
                let ends = [a.end(), b.end()].into_iter().flatten();
                let to = ends.fold(period.to(), Date::min);
                let mut managers = [a.manager_id.as_str(), b.manager_id.as_str()];
                managers.order();
                if from < to {
                    found.push(TwoManagers {
                        customer_id,
                        from,
                        to,
                        managers,
                    });
                }
            }
        }
        found.order();
        found
    }
}
