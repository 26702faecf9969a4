//! Assignments and amounts, checked against each other.

use super::book::{CreditBook, CreditedAmount};
use crate::assignment::Assignment;
use crate::code;
use crate::date::Date;
use insurant_rules::order::InOrder;
use insurant_rules::{Place, Problem, Problems};
use std::collections::BTreeMap;

impl CreditBook {
    /// Checks the facts, which may come in any order.
    ///
    /// # Errors
    /// Everything that does not fit together, at `assignments[n].field` and `amounts[n].field`:
    /// assignments that end before they begin, that overlap for the same manager, that supervise
    /// themselves, that are exceptions without a reason; amounts whose id stands twice. That two
    /// managers look after one customer is none of these: [`clashes`](Self::clashes) names it.
    pub fn new(
        assignments: Vec<Assignment>,
        amounts: Vec<CreditedAmount>,
    ) -> Result<Self, Problems> {
        let mut problems = Problems::new();
        check_assignments(&assignments, &mut problems);
        let mut first: BTreeMap<&str, usize> = BTreeMap::new();
        for (index, amount) in amounts.iter().enumerate() {
            let id = amount.amount_id.as_str();
            let earlier = *first.entry(id).or_insert(index);
            if earlier != index {
                let problem = Problem::new(code::DUPLICATE_ID, format!("`{id}` stands twice"))
                    .remedy(format!(
                        "give one of the two another id; the first is amounts[{earlier}]"
                    ));
                problems.push(at(problem, "amounts", index, "amount_id"));
            }
        }
        problems.or(())?;
        let mut assigned: BTreeMap<String, Vec<Assignment>> = BTreeMap::new();
        for one in assignments {
            let of_customer = assigned.entry(one.customer_id.clone()).or_default();
            of_customer.push(one);
        }
        for of_customer in assigned.values_mut() {
            of_customer.order_by(|a, b| (a.from, &a.manager_id).cmp(&(b.from, &b.manager_id)));
        }
        let mut amounts = amounts;
        amounts.order_by(|a, b| a.amount_id.cmp(&b.amount_id));
        Ok(Self { assigned, amounts })
    }
}

fn at(problem: Problem, list: &str, index: usize, field: &str) -> Problem {
    problem.at(Place {
        path: format!("{list}[{index}].{field}"),
        ..Place::default()
    })
}

fn check_assignments(assignments: &[Assignment], problems: &mut Problems) {
    let mut pairs: BTreeMap<(&str, &str), Vec<(usize, &Assignment)>> = BTreeMap::new();
    for (index, one) in assignments.iter().enumerate() {
        for (field, problem) in one.faults() {
            problems.push(at(problem, "assignments", index, field));
        }
        if !one.has_days() {
            continue;
        }
        let pair = pairs.entry((&one.customer_id, &one.manager_id));
        pair.or_default().push((index, one));
    }
    for mut ranges in pairs.into_values() {
        ranges.order_by_key(|(index, one)| (one.from, *index));
        overlaps(&ranges, problems);
    }
}

/// Two assignments of one customer to one manager would count a day twice.
fn overlaps(ranges: &[(usize, &Assignment)], problems: &mut Problems) {
    // The range that reaches furthest so far: its end, and its position.
    let mut furthest: Option<(Option<Date>, usize)> = None;
    for (index, one) in ranges {
        if let Some((end, earlier)) = furthest
            && end.is_none_or(|end| one.from < end)
        {
            let until = end.map_or_else(|| "open-ended".to_owned(), |end| format!("to {end}"));
            let problem = Problem::new(
                code::OVERLAPPING_RANGES,
                format!(
                    "`{}` looks after `{}` already on that day",
                    one.manager_id, one.customer_id
                ),
            )
            .found(format!(
                "from {}; assignments[{earlier}] is {until}",
                one.from
            ))
            .expected("ranges `[from, to)` of which none overlaps another")
            .remedy(format!(
                "end assignments[{earlier}] on {} at the latest",
                one.from
            ));
            problems.push(at(problem, "assignments", *index, "from"));
        }
        let further = match furthest {
            None => true,
            Some((None, _)) => false,
            Some((Some(end), _)) => one.end().is_none_or(|to| to > end),
        };
        if further {
            furthest = Some((one.end(), *index));
        }
    }
}
