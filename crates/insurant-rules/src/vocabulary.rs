//! What a host tells the language about its names.

use crate::problem::Problem;
use crate::types::{Duration, Type};
use std::fmt;

/// A period of time that a measure looks at.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Window {
    /// The last so many months: `12m`, `3y`.
    Trailing(Duration),
    /// One that the host names: `lifetime`, `policy_year`.
    Named(String),
}

impl fmt::Display for Window {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Trailing(duration) => duration.fmt(f),
            Self::Named(name) => f.write_str(name),
        }
    }
}

/// What an argument may be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ArgumentKind {
    /// A window: months, years, or one of these names. Written first, without a key.
    Window(&'static [&'static str]),
    /// A number of whole months or years.
    Months,
    /// `yes` or `no`.
    Boolean,
    /// A whole number of at least 1.
    Count,
    /// One of these words; a word may hold one slash (`paid/earned`).
    OneOf(&'static [&'static str]),
    /// Any word or quoted text.
    Word,
}

/// An argument that a name takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArgumentSpec {
    /// The key; empty for the window, which is written without one.
    pub key: &'static str,
    /// What it may be.
    pub kind: ArgumentKind,
    /// Whether it must be given.
    pub required: bool,
}

/// A name that rules may use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// The name.
    pub name: String,
    /// Its type.
    pub ty: Type,
    /// Its arguments, in canonical order.
    pub arguments: Vec<ArgumentSpec>,
    /// One sentence for people.
    pub doc: String,
}

/// The names of one subject (a customer, a manager, a request for access).
pub trait Vocabulary {
    /// What the subject is called in messages and in [`crate::rulebook`] sections.
    fn subject(&self) -> &str;
    /// Every name, in a fixed order.
    fn signatures(&self) -> &[Signature];
    /// One name.
    fn signature(&self, name: &str) -> Option<&Signature> {
        self.signatures().iter().find(|s| s.name == name)
    }
    /// Why arguments that are each right are wrong together; `None` when they are not. It is
    /// reported where the request stands.
    fn refuses(&self, _request: &Request) -> Option<Problem> {
        None
    }
}

/// The value of an argument.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ArgumentValue {
    /// See [`ArgumentKind::Window`].
    Window(Window),
    /// See [`ArgumentKind::Months`].
    Months(Duration),
    /// See [`ArgumentKind::Boolean`].
    Boolean(bool),
    /// See [`ArgumentKind::Count`].
    Count(i64),
    /// See [`ArgumentKind::OneOf`] and [`ArgumentKind::Word`].
    Word(String),
}

/// An argument of a request.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Argument {
    /// Its key; empty for the window.
    pub key: String,
    /// Its value.
    pub value: ArgumentValue,
}

/// A name with its arguments: what the host must put into one slot. Two requests that are written
/// alike share a slot; arguments stand in the order of the signature, without those not given.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Request {
    /// The name.
    pub name: String,
    /// The arguments given.
    pub arguments: Vec<Argument>,
}

impl fmt::Display for ArgumentValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Window(window) => window.fmt(f),
            Self::Months(months) => months.fmt(f),
            Self::Boolean(true) => f.write_str("yes"),
            Self::Boolean(false) => f.write_str("no"),
            Self::Count(count) => count.fmt(f),
            Self::Word(word) => f.write_str(word),
        }
    }
}

/// As a rule would write it: `loss_ratio(12m, basis: paid/earned)`.
impl fmt::Display for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)?;
        for (i, argument) in self.arguments.iter().enumerate() {
            f.write_str(if i == 0 { "(" } else { ", " })?;
            if !argument.key.is_empty() {
                write!(f, "{}: ", argument.key)?;
            }
            argument.value.fmt(f)?;
        }
        f.write_str(if self.arguments.is_empty() { "" } else { ")" })
    }
}

impl Request {
    /// The value of an argument, by key.
    #[must_use]
    pub fn argument(&self, key: &str) -> Option<&ArgumentValue> {
        self.arguments
            .iter()
            .find(|a| a.key == key)
            .map(|a| &a.value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::types::DurationUnit;

    #[test]
    fn a_request_is_written_like_a_rule_would() {
        let year = Duration {
            count: 12,
            unit: DurationUnit::Months,
        };
        let argument = |key: &str, value| Argument {
            key: key.to_owned(),
            value,
        };
        let mut request = Request {
            name: "claims".to_owned(),
            arguments: Vec::new(),
        };
        assert_eq!(request.to_string(), "claims");
        request.arguments = vec![
            argument("", ArgumentValue::Window(Window::Trailing(year))),
            argument("back", ArgumentValue::Months(year)),
            argument("paid", ArgumentValue::Boolean(false)),
            argument("full", ArgumentValue::Count(3)),
            argument("basis", ArgumentValue::Word("paid/earned".to_owned())),
        ];
        assert_eq!(
            request.to_string(),
            "claims(12m, back: 12m, paid: no, full: 3, basis: paid/earned)"
        );
        assert_eq!(request.argument("full"), Some(&ArgumentValue::Count(3)));
        assert_eq!(request.argument("line"), None);
    }
}
