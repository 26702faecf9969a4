//! A subject whose conditions are answered.

use super::{Answers, ConditionId, Program, Value, ValueId, index};
use crate::value::{Slot, Truth};

/// The answers of a program about one subject, beside the values that they rest on.
#[derive(Debug, Clone, Copy)]
pub struct Answered<'a> {
    pub(super) program: &'a Program,
    pub(super) slots: &'a [Slot],
    pub(super) answers: &'a Answers,
}

impl<'a> Answered<'a> {
    /// The values.
    #[must_use]
    pub const fn slots(self) -> &'a [Slot] {
        self.slots
    }

    /// Whether a condition holds. One of another program is unknown.
    #[must_use]
    #[inline]
    pub fn truth(self, condition: ConditionId) -> Truth {
        match self.program.truths.get(index(condition.0)) {
            Some(literal) => self.answers.truth(*literal),
            None => Truth::Unknown,
        }
    }

    /// A value asked for with [`super::Compiler::value`]; a condition as a boolean.
    #[must_use]
    pub fn value(self, value: ValueId) -> Slot {
        match self.program.values.get(index(value.0)) {
            Some(Value::Term(source, _)) => source.read(self.slots),
            Some(Value::Condition(condition)) => self.truth(*condition).into(),
            None => Slot::UNKNOWN,
        }
    }
}
