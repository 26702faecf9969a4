//! Managers and periods of nodes that have passed their shapes.

use super::facts::{ManagerFacts, Period, Results};
use crate::category::Category;
use crate::code;
use crate::date::Date;
use crate::manager::{ManagerGrade, range_faults};
use crate::money;
use crate::scoring::written_inputs;
use insurant_rules::document::Node;
use insurant_rules::{Currency, Place, Problem, Problems};
use std::collections::BTreeMap;

fn at(path: impl Into<String>, problem: Problem) -> Problem {
    problem.at(Place {
        path: path.into(),
        ..Place::default()
    })
}

/// A period at a path.
pub(crate) fn period(node: &Node, path: &str, problems: &mut Problems) -> Period {
    let day = |key| node.date_at(key).unwrap_or(Date::MIN);
    let period = Period {
        from: day("from"),
        to: day("to"),
    };
    if period.to <= period.from {
        let problem = Problem::new(code::END_BEFORE_START, "the period has no day")
            .found(period.to.to_string())
            .expected(format!("a day after {}", period.from))
            .remedy("`to` is the first day after the period");
        problems.push(at(format!("{path}.to"), problem));
    }
    period
}

/// The managers of the field `managers`.
pub(crate) fn managers(
    nodes: &[Node],
    period: Period,
    currency: Currency,
    problems: &mut Problems,
) -> Vec<ManagerFacts> {
    let mut first: BTreeMap<&str, usize> = BTreeMap::new();
    for (i, node) in nodes.iter().enumerate() {
        let id = node.text_at("manager_id").unwrap_or_default();
        if let Some(earlier) = first.get(id) {
            let problem = Problem::new(code::DUPLICATE_ID, "a manager stands twice")
                .found(format!("`{id}`, as in managers[{earlier}]"))
                .expected("each manager once")
                .remedy("add up what both rows say, or give one another id");
            problems.push(at(format!("managers[{i}].manager_id"), problem));
        } else {
            first.insert(id, i);
        }
    }
    let read = |(i, node)| manager(node, &format!("managers[{i}]"), period, currency, problems);
    nodes.iter().enumerate().map(read).collect()
}

fn manager(
    node: &Node,
    path: &str,
    period: Period,
    currency: Currency,
    problems: &mut Problems,
) -> ManagerFacts {
    let facts = ManagerFacts {
        manager_id: node.text_at("manager_id").unwrap_or_default().to_owned(),
        unit_id: node.text_at("unit_id").map(str::to_owned),
        grade: node.text_at("grade").and_then(ManagerGrade::parse),
        joined_on: node.date_at("joined_on"),
        grade_since: node.date_at("grade_since"),
        served: node.get("served").map(|list| {
            served(
                list.items(),
                path,
                (node.date_at("joined_on"), period),
                problems,
            )
        }),
        results: node
            .get("results")
            .map(|node| results(node, path, currency, problems)),
        customers: node.get("customers").map(|counts| {
            let count = |entry: &insurant_rules::document::Entry| {
                Some((Category::parse(&entry.key)?, entry.node.integer()?))
            };
            counts.entries().iter().filter_map(count).collect()
        }),
        inputs: node.get("inputs").map(written_inputs),
    };
    let order = |field: &str, message: &str, found: Date, expected: String| {
        let problem = Problem::new(code::OUT_OF_ORDER, message)
            .found(found.to_string())
            .expected(expected);
        at(format!("{path}.{field}"), problem)
    };
    if let Some(joined) = facts.joined_on.filter(|joined| *joined >= period.to) {
        let message = "the manager joins when the period is over";
        let expected = format!("a day before {}", period.to);
        problems.push(order("joined_on", message, joined, expected));
    }
    if let Some(since) = facts.grade_since {
        if let Some(joined) = facts.joined_on.filter(|joined| since < *joined) {
            let message = "the grade is older than the service";
            let expected = format!("{joined} or later");
            problems.push(order("grade_since", message, since, expected));
        } else if since >= period.to {
            let message = "the grade begins when the period is over";
            let expected = format!("a day before {}", period.to);
            problems.push(order("grade_since", message, since, expected));
        }
    }
    facts
}

fn served(
    nodes: &[Node],
    path: &str,
    (joined, period): (Option<Date>, Period),
    problems: &mut Problems,
) -> Vec<Period> {
    let ranges: Vec<Period> = nodes
        .iter()
        .map(|node| Period {
            from: node.date_at("from").unwrap_or(Date::MIN),
            to: node.date_at("to").unwrap_or(Date::MIN),
        })
        .collect();
    let list = format!("{path}.served");
    let pairs: Vec<_> = ranges.iter().map(|r| (r.from, Some(r.to))).collect();
    problems.extend(range_faults(&pairs, &list, "a range of service"));
    for (i, range) in ranges.iter().enumerate() {
        if range.to <= range.from {
            continue;
        }
        if let Some(joined) = joined.filter(|joined| range.from < *joined) {
            let problem = Problem::new(code::OUT_OF_ORDER, "service before joining")
                .found(range.from.to_string())
                .expected(format!("{joined} or later"));
            problems.push(at(format!("{list}[{i}].from"), problem));
            continue;
        }
        let field = if range.from < period.from {
            "from"
        } else if range.to > period.to {
            "to"
        } else {
            continue;
        };
        let problem = Problem::new(code::OUTSIDE_PERIOD, "service outside the period")
            .found(format!("from {} to {}", range.from, range.to))
            .expected(format!("days from {} to {}", period.from, period.to))
            .remedy("cut it to the period: the results are those of the period");
        problems.push(at(format!("{list}[{i}].{field}"), problem));
    }
    ranges
}

fn results(node: &Node, path: &str, currency: Currency, problems: &mut Problems) -> Results {
    let mut amount = |field: &str, negative: bool| {
        let written = node.text_at(field)?;
        let path = || format!("{path}.results.{field}");
        match money::parse(written, currency) {
            Ok(amount) if amount < 0 && !negative => {
                let problem = Problem::new(code::NEGATIVE_AMOUNT, format!("`{field}` is negative"))
                    .found(format!("`{written}`"))
                    .expected("an amount of at least 0");
                problems.push(at(path(), problem));
                None
            }
            Ok(amount) => Some(amount),
            Err(error) => {
                problems.push(at(path(), error.problem(written, currency)));
                None
            }
        }
    };
    let (new_premium, premium_target) = (
        amount("new_premium", false),
        amount("premium_target", false),
    );
    let (renewal_due, renewal_kept) = (amount("renewal_due", false), amount("renewal_kept", false));
    let (earned_premium, incurred) = (amount("earned_premium", false), amount("incurred", true));
    let count = |field| node.integer_at(field);
    let results = Results {
        new_premium,
        premium_target,
        renewal_due,
        renewal_kept,
        earned_premium,
        incurred,
        visits_due: count("visits_due"),
        visits_done: count("visits_done"),
        reports_due: count("reports_due"),
        reports_on_time: count("reports_on_time"),
        upheld_complaints: count("upheld_complaints"),
        satisfied: count("satisfied"),
        asked: count("asked"),
    };
    let parts = [
        ("satisfied", results.satisfied, "asked", results.asked),
        (
            "reports_on_time",
            results.reports_on_time,
            "reports_due",
            results.reports_due,
        ),
    ];
    for (field, part, of, whole) in parts {
        if let (Some(part), Some(whole)) = (part, whole)
            && part > whole
        {
            let problem = Problem::new(code::ABOVE_TOTAL, format!("`{field}` is above `{of}`"))
                .found(part.to_string())
                .expected(format!("at most {whole}"));
            problems.push(at(format!("{path}.results.{field}"), problem));
        }
    }
    results
}
