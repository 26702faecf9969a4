//! The facts of one subject, ready for its scorecards.

use insurant_rules::document::{Node, Value};
use insurant_rules::program::{Answered, Answers};
use insurant_rules::{ConditionId, Program, Slot, Truth};
use std::collections::BTreeMap;

/// The inputs of one subject, read by [`super::ScoredSubject::read_inputs`].
#[derive(Debug, Clone, Default)]
pub struct SubjectInputs {
    /// In the order of the rulebook's inputs.
    pub(super) slots: Vec<Slot>,
}

/// The facts of one subject, and the answers of the rulebook's conditions to them.
#[derive(Debug, Clone)]
pub struct SubjectFacts<'r> {
    pub(super) program: &'r Program,
    pub(super) slots: Vec<Slot>,
    pub(super) answers: Answers,
}

impl SubjectFacts<'_> {
    /// The answers, for [`super::Card::score`].
    #[must_use]
    pub fn answered(&self) -> Answered<'_> {
        self.program.answered(&self.slots, &self.answers)
    }

    /// Whether a condition of the rulebook holds, such as that of a record.
    #[must_use]
    pub fn truth(&self, condition: ConditionId) -> Truth {
        self.answered().truth(condition)
    }

    /// The value of each request of the rulebook.
    #[must_use]
    pub fn slots(&self) -> &[Slot] {
        &self.slots
    }
}

/// The inputs of a JSON object as written: text as it is, numbers and truth values in words. Their
/// shape was checked before.
#[must_use]
pub fn written_inputs(node: &Node) -> BTreeMap<String, String> {
    let entries = node.entries().iter().filter_map(|entry| {
        let written = match &entry.node.value {
            Value::Boolean(value) => value.to_string(),
            Value::Integer(value) => value.to_string(),
            Value::Text(value) => value.clone(),
            _ => return None,
        };
        Some((entry.key.clone(), written))
    });
    entries.collect()
}
