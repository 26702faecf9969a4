//! Conditions whose names and types are settled.

use crate::span::Span;
use crate::syntax::Operator;
use crate::types::Type;
use crate::vocabulary::Request;

/// A checked condition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Condition {
    /// True without a question.
    Always,
    /// True when all are.
    And(Vec<Condition>),
    /// True when one is.
    Or(Vec<Condition>),
    /// The contrary; unknown stays unknown.
    Not(Box<Condition>),
    /// A named condition of the rulebook.
    Named(String),
    /// A question about values.
    Leaf(Box<Leaf>),
}

/// A question about values, with its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaf {
    /// The question.
    pub test: Test,
    /// Its canonical text.
    pub text: String,
    /// Where it stands in its rule text.
    pub span: Span,
}

/// A question about values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Test {
    /// A boolean: whether it is true.
    Holds(Operand),
    /// `is_known(x)`: whether there is a value. Never unknown itself.
    Known(Operand),
    /// `left < right`, of types that compare.
    Compare {
        /// The value on the left.
        left: Operand,
        /// How they are compared.
        operator: Operator,
        /// The value on the right.
        right: Operand,
    },
    /// `left in (a, b)`.
    Among {
        /// The value that is looked for.
        left: Operand,
        /// Whether it says `not in`.
        negated: bool,
        /// The values it may have, without repetition.
        members: Vec<Constant>,
    },
}

/// A checked value or condition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A value.
    Operand(Operand),
    /// A condition.
    Condition(Condition),
}

/// A value of a known type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Operand {
    /// Where it comes from.
    pub source: Source,
    /// Its type.
    pub ty: Type,
    /// Its canonical text: the name of a parameter, not its value.
    pub text: String,
    /// The canonical text of a parameter's value.
    pub parameter: Option<String>,
}

/// Where a value comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// The host supplies it.
    Request(Request),
    /// The rulebook says it.
    Constant(Constant),
}

/// A value that the rulebook says, as slots hold it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Constant {
    /// Anything but text; see [`crate::Slot`] for what the numbers mean.
    Number {
        /// Numerator, or the value itself.
        num: i64,
        /// Denominator; 1 unless a ratio.
        den: i64,
    },
    /// A text.
    Text(String),
}

impl Constant {
    /// A constant without a denominator.
    #[must_use]
    pub const fn whole(num: i64) -> Self {
        Self::Number { num, den: 1 }
    }

    /// The one spelling of a value: `1.5` and `150%` are alike once they are reduced.
    pub(crate) fn reduced(&self) -> Self {
        let Self::Number { num, den } = self else {
            return self.clone();
        };
        let (mut a, mut b) = (num.unsigned_abs(), den.unsigned_abs());
        while b != 0 {
            (a, b) = (b, a % b);
        }
        match i64::try_from(a.max(1)) {
            Ok(divisor) => Self::Number {
                num: num / divisor,
                den: den / divisor,
            },
            Err(_) => self.clone(),
        }
    }
}
