//! Questions, complaints and actions of nodes that have passed their shapes.

use super::case::at;
use super::spec::no_currency;
use super::{Action, Case, CaseOutcome, Cause, CauseScheme, EffectCheck, Exposure, Period, Spec};
use crate::date::Date;
use crate::money;
use insurant_rules::document::{Decimal, Node};
use insurant_rules::{Currency, Problem, Problems, code};

/// The question; problems have paths such as `spec.period`.
pub(crate) fn spec(node: &Node) -> Result<Spec, Problems> {
    let mut problems = Problems::new();
    let mut told = |found: Result<Period, Problem>, path: &str| {
        found
            .map_err(|problem| problems.push(at(problem, path)))
            .ok()
    };
    let current = node
        .get("period")
        .and_then(|n| told(period(n), "spec.period"));
    let previous = match node.get("previous") {
        Some(n) => told(period(n), "spec.previous"),
        None => current.and_then(|current| told(current.before(), "spec.period")),
    };
    let currency = node
        .text_at("currency")
        .map(|text| (text, Currency::parse(text)));
    if let Some((text, None)) = currency {
        let problem = Problem::new(code::UNKNOWN_CURRENCY, format!("no currency `{text}`"))
            .expected("a code of ISO 4217 such as `CNY`");
        problems.push(at(problem, "spec.currency"));
    }
    let currency = currency.and_then(|(_, currency)| currency);
    let mut exposure = |key: &str| {
        let given = node.get(key)?;
        let amount = amount(given, "premium", currency);
        Some(Exposure {
            premium: amount.unwrap_or_else(|problem| {
                problems.push(at(problem, format!("spec.{key}.premium")));
                None
            }),
            policies: given.decimal_at("policies"),
            persons: given.decimal_at("persons"),
        })
    };
    let [now, before] = ["exposure", "previous_exposure"].map(&mut exposure);
    problems.or(())?;
    let Some((current, previous)) = current.zip(previous) else {
        return Err(Problems::new());
    };
    let mut spec = Spec::against(current, previous);
    let small = |key| {
        node.integer_at(key)
            .and_then(|number| u32::try_from(number).ok())
    };
    let length = |key| {
        node.integer_at(key)
            .and_then(|number| usize::try_from(number).ok())
    };
    spec.as_of = node.date_at("as_of").unwrap_or(spec.as_of);
    spec.currency = currency;
    spec.exposure = now.unwrap_or_default();
    spec.previous_exposure = before.unwrap_or_default();
    if node.get("bucket_days").is_some() {
        let days = node
            .items_at("bucket_days")
            .iter()
            .filter_map(Node::integer);
        spec.bucket_days = days.filter_map(|days| u32::try_from(days).ok()).collect();
    }
    if let Some(causes) = node.get("causes") {
        spec.causes = CauseScheme::new(causes.entries().iter().map(|entry| {
            let reasons = entry.node.items().iter().filter_map(Node::text);
            (entry.key.as_str(), reasons)
        }));
    }
    spec.top = length("top").unwrap_or(spec.top);
    spec.list = length("list").unwrap_or(spec.list);
    spec.repeat_months = small("repeat_months").unwrap_or(spec.repeat_months);
    Ok(spec)
}

fn period(node: &Node) -> Result<Period, Problem> {
    match node.text() {
        Some(text) => Period::parse(text),
        None => {
            let day = |key| node.date_at(key).unwrap_or(Date::MIN);
            Period::new(day("from"), day("to"))
        }
    }
}

/// An amount in minor units.
fn amount(node: &Node, key: &str, currency: Option<Currency>) -> Result<Option<i64>, Problem> {
    let Some(text) = node.text_at(key) else {
        return Ok(None);
    };
    let currency = currency.ok_or_else(no_currency)?;
    let minor = money::parse(text, currency);
    minor
        .map(Some)
        .map_err(|error| error.problem(text, currency))
}

fn cause<'a>(node: &'a Node) -> Option<Cause<'a>> {
    Some(Cause {
        function: node.text_at("function")?,
        reason: node.text_at("reason"),
    })
}

/// One complaint; a problem has the field as its path.
pub(crate) fn case<'a>(node: &'a Node, currency: Option<Currency>) -> Result<Case<'a>, Problem> {
    let redress = amount(node, "redress", currency).map_err(|problem| at(problem, "redress"))?;
    let reopened = node.integer_at("reopened").unwrap_or_default();
    Ok(Case {
        complaint_id: node.text_at("complaint_id").unwrap_or_default(),
        received_on: node.date_at("received_on").unwrap_or(Date::MIN),
        closed_on: node.date_at("closed_on"),
        decided_on: node.date_at("decided_on"),
        due_on: node.date_at("due_on"),
        cause: node.get("cause").and_then(cause),
        line: node.text_at("line"),
        channel: node.text_at("channel"),
        unit_id: node.text_at("unit_id"),
        complainant_kind: node.text_at("complainant_kind"),
        complainant_id: node.text_at("complainant_id"),
        outcome: node.text_at("outcome").and_then(CaseOutcome::parse),
        reopened: u32::try_from(reopened).unwrap_or(u32::MAX),
        redress,
        merged_into: node.text_at("merged_into"),
        no_clock: node.text_at("no_clock"),
    })
}

/// One action.
pub(crate) fn action(node: &Node) -> Action {
    let text = |key| node.text_at(key).map(str::to_owned);
    let about = node.get("cause").and_then(cause).unwrap_or(Cause {
        function: "",
        reason: None,
    });
    let due = node.date_at("due_on").unwrap_or(Date::MIN);
    let id = node.text_at("action_id").unwrap_or_default();
    Action {
        what: text("what"),
        unit_id: text("unit_id"),
        done_on: node.date_at("done_on"),
        evidence: text("evidence"),
        check: node.get("check").map(|check| EffectCheck {
            days: check
                .integer_at("days")
                .and_then(|days| u32::try_from(days).ok())
                .unwrap_or(0),
            exposure: check.get("exposure").map(|exposure| {
                ["before", "after"].map(|key| exposure.decimal_at(key).unwrap_or(Decimal::whole(0)))
            }),
            at_most: check.decimal_at("at_most"),
        }),
        ..Action::new(id, about, node.text_at("owner").unwrap_or_default(), due)
    }
}
