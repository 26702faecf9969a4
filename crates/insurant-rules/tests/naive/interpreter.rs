//! The rule language once more, as plainly as possible: a walk over the tree that looks every name
//! up in a map and compares fractions of big integers. It shares nothing with the compiler but the
//! tree.

use insurant_rules::syntax::{Call, Expression, Kind, Literal, Operator};
use insurant_rules::{Currency, Duration, DurationUnit, Truth};
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// A value, or its absence.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Value {
    Missing,
    Boolean(bool),
    Number(i128, i128),
    Text(String),
    Member(String),
}

/// What names mean.
#[derive(Debug, Default)]
pub(crate) struct World {
    /// Values of measures and inputs, by [`key`].
    pub(crate) values: BTreeMap<String, Value>,
    /// Members of the enumeration that a name is of.
    pub(crate) members: BTreeMap<String, Vec<String>>,
    pub(crate) parameters: BTreeMap<String, Literal>,
    pub(crate) conditions: BTreeMap<String, Expression>,
}

/// What is asked of the host: the name and its arguments, months for years, in order of key.
pub(crate) fn key(call: &Call) -> String {
    let mut arguments: Vec<String> = call
        .arguments
        .iter()
        .map(|argument| {
            let key = argument.key.as_ref().map_or("", |(key, _)| key);
            let value = match &argument.value.literal {
                Literal::Duration(Duration {
                    count,
                    unit: DurationUnit::Years,
                }) => {
                    format!("{}m", count * 12)
                }
                Literal::Text(text) => text.clone(),
                other => other.to_string(),
            };
            format!("{key}:{value}")
        })
        .collect();
    arguments.sort();
    format!("{}({})", call.name, arguments.join(","))
}

impl World {
    pub(crate) fn truth(&self, expression: &Expression) -> Truth {
        match &expression.kind {
            Kind::Always => Truth::True,
            Kind::Or(items) => {
                let truths: Vec<_> = items.iter().map(|item| self.truth(item)).collect();
                if truths.contains(&Truth::True) {
                    Truth::True
                } else if truths.contains(&Truth::Unknown) {
                    Truth::Unknown
                } else {
                    Truth::False
                }
            }
            Kind::And(items) => {
                let truths: Vec<_> = items.iter().map(|item| self.truth(item)).collect();
                if truths.contains(&Truth::False) {
                    Truth::False
                } else if truths.contains(&Truth::Unknown) {
                    Truth::Unknown
                } else {
                    Truth::True
                }
            }
            Kind::Not(inner) => match self.truth(inner) {
                Truth::True => Truth::False,
                Truth::False => Truth::True,
                Truth::Unknown => Truth::Unknown,
            },
            Kind::Known(inner) => Truth::from(self.value(inner, None) != Value::Missing),
            Kind::Name(call) => match self.conditions.get(&call.name) {
                Some(condition) => self.truth(condition),
                None => match self.value(expression, None) {
                    Value::Boolean(value) => Truth::from(value),
                    Value::Missing => Truth::Unknown,
                    other => panic!("{other:?} is no condition"),
                },
            },
            Kind::Compare {
                left,
                operator,
                right,
            } => {
                let a = self.value(left, self.members_of(right));
                let b = self.value(right, self.members_of(left));
                compare(&a, *operator, &b)
            }
            Kind::Among {
                left,
                negated,
                members,
            } => {
                let value = self.value(left, None);
                if value == Value::Missing {
                    return Truth::Unknown;
                }
                let enumeration = self.members_of(left);
                let found = members.iter().any(|member| {
                    let member = self.literal(&member.literal, enumeration);
                    compare(&value, Operator::Equal, &member) == Truth::True
                });
                Truth::from(found != *negated)
            }
            Kind::Literal(_) | Kind::Missing => panic!("{expression} is no condition"),
        }
    }

    fn members_of(&self, expression: &Expression) -> Option<&Vec<String>> {
        match &expression.kind {
            Kind::Name(call) => self.members.get(&call.name),
            _ => None,
        }
    }

    /// A value beside something of an enumeration, or of none.
    fn value(&self, expression: &Expression, enumeration: Option<&Vec<String>>) -> Value {
        match &expression.kind {
            Kind::Literal(literal) => self.literal(literal, enumeration),
            Kind::Name(call) => {
                if enumeration.is_some_and(|members| members.contains(&call.name)) {
                    return Value::Member(call.name.clone());
                }
                match self.parameters.get(&call.name) {
                    Some(literal) => self.literal(literal, enumeration),
                    None => self.values[&key(call)].clone(),
                }
            }
            _ => panic!("{expression} is no value"),
        }
    }

    fn literal(&self, literal: &Literal, enumeration: Option<&Vec<String>>) -> Value {
        let text = |text: &String| match enumeration {
            Some(_) => Value::Member(text.clone()),
            None => Value::Text(text.clone()),
        };
        match literal {
            Literal::Boolean(value) => Value::Boolean(*value),
            Literal::Integer(number) => Value::Number(i128::from(*number), 1),
            Literal::Ratio(_) => fraction(&literal.to_string()),
            Literal::Money { currency, .. } => amount(&literal.to_string(), *currency),
            Literal::Duration(duration) => Value::Number(i128::from(duration.count), 1),
            Literal::Date(date) => Value::Number(i128::from(date.days()), 1),
            Literal::Text(value) => text(value),
            Literal::Word(word) => {
                let is_member = enumeration.is_some_and(|members| members.contains(word));
                match self.parameters.get(word) {
                    Some(parameter) if !is_member => self.literal(parameter, enumeration),
                    _ => text(word),
                }
            }
        }
    }
}

/// `-33.5%` from its text.
fn fraction(text: &str) -> Value {
    let (text, percent) = match text.strip_suffix('%') {
        Some(text) => (text, 100),
        None => (text, 1),
    };
    let decimals = text.split_once('.').map_or(0, |(_, behind)| behind.len());
    let digits: i128 = text.replace('.', "").parse().unwrap();
    Value::Number(
        digits,
        percent * 10_i128.pow(u32::try_from(decimals).unwrap()),
    )
}

/// `499.99 CNY` from its text, in minor units.
fn amount(text: &str, currency: Currency) -> Value {
    let number = text.strip_suffix(currency.code()).unwrap().trim();
    let Value::Number(num, den) = fraction(number) else {
        panic!("an amount is a number");
    };
    Value::Number(num * 10_i128.pow(currency.decimals()) / den, 1)
}

fn compare(a: &Value, operator: Operator, b: &Value) -> Truth {
    let ordering = match (a, b) {
        (Value::Missing, _) | (_, Value::Missing) => return Truth::Unknown,
        (Value::Number(a, b), Value::Number(c, d)) => (a * d).cmp(&(c * b)),
        (Value::Boolean(a), Value::Boolean(b)) if a == b => Ordering::Equal,
        (Value::Text(a), Value::Text(b)) | (Value::Member(a), Value::Member(b)) if a == b => {
            Ordering::Equal
        }
        // Different, whatever that says of an order.
        _ => Ordering::Less,
    };
    Truth::from(match operator {
        Operator::Equal => ordering == Ordering::Equal,
        Operator::NotEqual => ordering != Ordering::Equal,
        Operator::Less => ordering == Ordering::Less,
        Operator::LessOrEqual => ordering != Ordering::Greater,
        Operator::Greater => ordering == Ordering::Greater,
        Operator::GreaterOrEqual => ordering != Ordering::Less,
    })
}
