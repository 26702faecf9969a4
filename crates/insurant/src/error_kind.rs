//! The families of what can go wrong with a call: what a host branches on.

use crate::closed::closed;
use crate::code;
use crate::engine::{NOT_IN_FORCE, UNKNOWN_RULEBOOK};
use crate::operation::UNKNOWN_OPERATION;
use insurant_rules::{Problem, Problems};

closed! {
    /// Why a call did not do what it was asked for, in one word that every language shares. The
    /// details are the [`Problems`].
    ///
    /// # Example
    /// ```
    /// use insurant::{Date, Engine, ErrorKind};
    /// let engine = Engine::builtin()?;
    /// let found = engine.rules("cn-propertie", Date::parse("2024-07-01")?).err();
    /// let problems = found.ok_or("there is no such rulebook")?;
    /// assert_eq!(ErrorKind::of(&problems), ErrorKind::UnknownRulebook);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ErrorKind {
        /// Something is wrong with a document, a JSON input or an argument.
        BadInput = "bad_input",
        /// Something is wrong with the facts of a customer.
        BadFacts = "bad_facts",
        /// No operation of this name.
        UnknownOperation = "unknown_operation",
        /// No rulebook of this name.
        UnknownRulebook = "unknown_rulebook",
        /// The rulebook is not in force on that day.
        NotInForce = "not_in_force",
        /// The caller asked to stop.
        Cancelled = "cancelled",
    }
}

impl ErrorKind {
    /// The family of problems: that of the first. [`ErrorKind::BadFacts`] is told by those who know
    /// that what they checked was facts, since the codes of facts are those of any input.
    #[must_use]
    pub fn of(problems: &Problems) -> Self {
        match problems.iter().next().map(Problem::code) {
            Some(UNKNOWN_OPERATION) => Self::UnknownOperation,
            Some(UNKNOWN_RULEBOOK) => Self::UnknownRulebook,
            Some(NOT_IN_FORCE) => Self::NotInForce,
            Some(code::CANCELLED) => Self::Cancelled,
            _ => Self::BadInput,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Date, Engine};
    use insurant_rules::document::Document;

    #[test]
    fn the_first_problem_tells_the_family() {
        let engine = Engine::builtin().unwrap();
        let day = |text| Date::parse(text).unwrap();
        let kind = |problems: &Problems| ErrorKind::of(problems);
        let operation = engine.call("asess", "{}").unwrap_err();
        assert_eq!(kind(&operation), ErrorKind::UnknownOperation);
        let input = engine.call("assess", "{").unwrap_err();
        assert_eq!(kind(&input), ErrorKind::BadInput);
        let late = r#"{"id": "late", "version": "1", "language": 1, "currency": "CNY",
            "extends": "cn-property", "effective": {"from": "2030-01-01"}}"#;
        let late = Document::parse("late.json", late).unwrap();
        let late = Engine::new([late]).unwrap();
        let early = late.rules("late", day("2029-12-31"));
        assert_eq!(kind(&early.map(|_| ()).unwrap_err()), ErrorKind::NotInForce);
        let unknown = engine.rules("nobody's", day("2024-07-01"));
        let unknown = unknown.map(|_| ()).unwrap_err();
        assert_eq!(kind(&unknown), ErrorKind::UnknownRulebook);
        let mut both: Problems = Problem::new(code::CANCELLED, "the caller asked to stop").into();
        both.extend(unknown);
        assert_eq!(kind(&both), ErrorKind::Cancelled);
        assert_eq!(kind(&Problems::new()), ErrorKind::BadInput);
    }
}
