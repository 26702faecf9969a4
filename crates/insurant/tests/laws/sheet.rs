//! The figures of a customer as the library computes them: every expression that the laws ask
//! for, compiled once beside `cn-property`; and the figures of a decision as JSON has them.

use crate::facts::{Case, cny};
use crate::reference::measures::{Asked, asked};
use insurant::decision::Decision;
use insurant::facts::CheckedCustomer;
use insurant::{CustomerRules, Date, Engine, Scratch, money};
use insurant_rules::document::Json;
use insurant_rules::{Slot, State, Type};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// A measure's value; ratios unreduced, money in minor units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Value {
    Known {
        num: i128,
        den: i128,
    },
    Boolean(bool),
    Undefined,
    Unknown,
    /// A word or a date, of which the laws say nothing.
    Told,
}

impl Value {
    pub(crate) const fn whole(num: i128) -> Self {
        Self::Known { num, den: 1 }
    }

    /// The whole number of a count or an amount.
    pub(crate) fn number(self) -> Option<i128> {
        match self {
            Self::Known { num, den: 1 } => Some(num),
            _ => None,
        }
    }
}

pub(crate) static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::builtin().unwrap());

/// `cn-property` with an expression for every measure, window and filter that the laws ask for.
pub(crate) static RULES: LazyLock<CustomerRules> = LazyLock::new(|| {
    let texts: Vec<String> = asked().iter().map(Asked::text).collect();
    rules_with(&texts)
});

/// `cn-property` alone.
pub(crate) fn plain_rules() -> &'static CustomerRules {
    ENGINE.rules("cn-property", Date::MAX).unwrap()
}

/// `cn-property` with expressions beside it.
pub(crate) fn rules_with(texts: &[String]) -> CustomerRules {
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let rules = ENGINE.rules_with("cn-property", Date::MAX, &texts);
    rules
        .unwrap_or_else(|problems| panic!("{problems}"))
        .into_owned()
}

/// The customer, checked.
pub(crate) fn checked(rules: &CustomerRules, case: &Case) -> CheckedCustomer {
    rules
        .check(case.facts.clone())
        .unwrap_or_else(|problems| panic!("{problems}\n{case:?}"))
}

/// The decision with its figures.
pub(crate) fn decision(rules: &CustomerRules, case: &Case) -> Decision {
    let customer = checked(rules, case);
    rules.on(case.as_of).explain(&customer, &mut Scratch::new())
}

/// The values of the expressions for a customer, by their text.
pub(crate) fn sheet(rules: &CustomerRules, case: &Case) -> BTreeMap<String, Value> {
    let dated = rules.on(case.as_of);
    let mut scratch = Scratch::new();
    let verdict = dated.assess(&checked(rules, case), &mut scratch);
    assert!(verdict.is_decided(), "{case:?}");
    let expressions = rules.expressions().iter().enumerate();
    expressions
        .map(|(i, expression)| {
            let slot = dated.expression(i, &scratch);
            (expression.text.clone(), of_slot(slot, &expression.ty))
        })
        .collect()
}

fn of_slot(slot: Slot, ty: &Type) -> Value {
    match (slot.state, ty) {
        (State::Undefined, _) => Value::Undefined,
        (State::Unknown, _) => Value::Unknown,
        (State::Known, Type::Boolean) => Value::Boolean(slot.num == 1),
        (State::Known, _) => Value::Known {
            num: slot.num.into(),
            den: slot.den.into(),
        },
    }
}

/// The figures of a decision.
pub(crate) fn figures(decision: &Json) -> impl Iterator<Item = (&str, &Json)> {
    let figures = decision.get("figures").unwrap().items();
    figures.iter().map(|f| (text(f, "text"), f))
}

pub(crate) fn text<'a>(json: &'a Json, key: &str) -> &'a str {
    json.get(key).and_then(Json::text).unwrap()
}

/// A value as JSON has it.
pub(crate) fn value(json: &Json) -> Value {
    match text(json, "state") {
        "unknown" => return Value::Unknown,
        "undefined" => return Value::Undefined,
        state => assert_eq!(state, "known"),
    }
    let exact = |key| text(json, key).parse().unwrap();
    match text(json, "kind") {
        "count" => match json.get("value").unwrap() {
            Json::Integer(count) => Value::whole(count.get().into()),
            other => Value::whole(other.text().unwrap().parse().unwrap()),
        },
        "money" => Value::whole(money::parse(text(json, "value"), cny()).unwrap().into()),
        "ratio" | "money_ratio" => Value::Known {
            num: exact("num"),
            den: exact("den"),
        },
        _ => match json.get("value").unwrap() {
            Json::Boolean(value) => Value::Boolean(*value),
            _ => Value::Told,
        },
    }
}

/// Whether a value is at most another, both being of the same state.
pub(crate) fn at_most(one: Value, other: Value) -> bool {
    match (one, other) {
        (Value::Known { num: a, den: b }, Value::Known { num: c, den: d }) => a * d <= c * b,
        _ => one == other,
    }
}
