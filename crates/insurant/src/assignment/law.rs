//! The law of assignments by themselves: one manager a customer on any day, a second one only under
//! an exception. Whatever reads assignments judges them by it.

use super::facts::Assignment;
use crate::code;
use insurant_rules::Problem;
use insurant_rules::order::InOrder;

impl Assignment {
    /// What is wrong with it by itself, each with its field.
    pub(crate) fn faults(&self) -> Vec<(&'static str, Problem)> {
        let mut faults = Vec::new();
        if self.supervised_by.as_ref() == Some(&self.manager_id) {
            let message = format!("`{}` supervises themself", self.manager_id);
            let problem = Problem::new(code::SUPERVISED_BY_SELF, message)
                .expected("the id of another manager, or nothing")
                .remedy("name another manager, or leave it out");
            faults.push(("supervised_by", problem));
        }
        let exception = self.exception.as_ref();
        for (field, end) in [
            ("to", self.to),
            ("exception.until", exception.map(|e| e.until)),
        ] {
            if let Some(end) = end.filter(|end| *end <= self.from) {
                let problem = Problem::new(
                    code::END_BEFORE_START,
                    "the assignment ends on or before the day it starts",
                )
                .found(format!("from {} to {end}", self.from))
                .expected("a later day, or nothing while it is open")
                .remedy("correct one of the two days; the end is the first day after it");
                faults.push((field, problem));
            }
        }
        if exception.is_some_and(|e| e.reason.trim().is_empty()) {
            let problem = Problem::new(
                insurant_rules::code::MISSING_FIELD,
                "an exception without a reason",
            )
            .expected("a reason that says something")
            .remedy("say why the customer has a second manager (A-27)");
            faults.push(("exception.reason", problem));
        }
        faults
    }

    /// Whether it has a day at all.
    pub(crate) fn has_days(&self) -> bool {
        self.end().is_none_or(|end| end > self.from)
    }

    /// Whether two of one customer may not hold on the same days: neither is under an exception, or
    /// both are of one manager.
    pub(crate) fn excludes(&self, other: &Self) -> bool {
        self.exception.is_none() && other.exception.is_none() || self.manager_id == other.manager_id
    }
}

/// Assignments of one customer that exclude each other and have a day in common: pairs of
/// positions, the smaller first, in order.
pub(crate) fn clashes(all: &[Assignment]) -> Vec<(usize, usize)> {
    let with_days = all.iter().enumerate().filter(|(_, a)| a.has_days());
    let mut order: Vec<(usize, &Assignment)> = with_days.collect();
    order.order_by(|(i, a), (j, b)| (&a.customer_id, a.from, i).cmp(&(&b.customer_id, b.from, j)));
    let mut found = Vec::new();
    let mut open: Vec<(usize, &Assignment)> = Vec::new();
    for (i, a) in order {
        open.retain(|(_, b)| b.customer_id == a.customer_id && b.overlaps(a));
        for (j, b) in &open {
            if a.excludes(b) {
                found.push(((*j).min(i), (*j).max(i)));
            }
        }
        open.push((i, a));
    }
    found.order();
    found
}
