//! The tree of a rule text, before anyone knows what its names mean.

use super::literal::Literal;
use crate::span::Span;
use std::cmp::Ordering;
use std::fmt;

/// A condition or a value, as written.
///
/// Trees from the parser are normal: `and` directly inside `and`, and `or` inside `or`, are one
/// list, and parentheses leave no trace. Printing and parsing a normal tree gives it back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expression {
    /// What it is.
    pub kind: Kind,
    /// Where it stands, without parentheses around it.
    pub span: Span,
}

/// What an [`Expression`] is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// At least two, joined by `or`.
    Or(Vec<Expression>),
    /// At least two, joined by `and`.
    And(Vec<Expression>),
    /// `not x`.
    Not(Box<Expression>),
    /// `left < right`.
    Compare {
        /// The value on the left.
        left: Box<Expression>,
        /// How they are compared.
        operator: Operator,
        /// The value on the right.
        right: Box<Expression>,
    },
    /// `left in (a, b)`, `left not in (a, b)`.
    Among {
        /// The value that is looked for.
        left: Box<Expression>,
        /// Whether it says `not in`.
        negated: bool,
        /// The values it may have.
        members: Vec<SpannedLiteral>,
    },
    /// `is_known(x)`.
    Known(Box<Expression>),
    /// A name, with arguments or without. A bare word may turn out to be a member of an
    /// enumeration.
    Name(Call),
    /// A value.
    Literal(Literal),
    /// `always`.
    Always,
    /// What the parser could not read; it has reported why. Never in a tree without faults.
    Missing,
}

/// A name with its arguments, as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// The name.
    pub name: String,
    /// Where the name alone stands.
    pub span: Span,
    /// The arguments, in the order written.
    pub arguments: Vec<CallArgument>,
}

/// An argument as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallArgument {
    /// The key and where it stands; `None` for a window.
    pub key: Option<(String, Span)>,
    /// The value.
    pub value: SpannedLiteral,
}

impl CallArgument {
    /// Where key and value stand.
    #[must_use]
    pub fn span(&self) -> Span {
        match &self.key {
            Some((_, span)) => span.to(self.value.span),
            None => self.value.span,
        }
    }
}

/// A value and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpannedLiteral {
    /// The value.
    pub literal: Literal,
    /// Where it stands.
    pub span: Span,
}

/// How two values are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Operator {
    /// `=`
    Equal,
    /// `!=`
    NotEqual,
    /// `<`
    Less,
    /// `<=`
    LessOrEqual,
    /// `>`
    Greater,
    /// `>=`
    GreaterOrEqual,
}

impl Operator {
    /// As written.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Equal => "=",
            Self::NotEqual => "!=",
            Self::Less => "<",
            Self::LessOrEqual => "<=",
            Self::Greater => ">",
            Self::GreaterOrEqual => ">=",
        }
    }

    /// Whether it needs an order, as `<` does and `=` does not.
    #[must_use]
    pub const fn is_ordering(self) -> bool {
        !matches!(self, Self::Equal | Self::NotEqual)
    }

    /// Whether values that stand to each other like this satisfy it.
    #[must_use]
    pub const fn accepts(self, ordering: Ordering) -> bool {
        match self {
            Self::Equal => ordering.is_eq(),
            Self::NotEqual => ordering.is_ne(),
            Self::Less => ordering.is_lt(),
            Self::LessOrEqual => ordering.is_le(),
            Self::Greater => ordering.is_gt(),
            Self::GreaterOrEqual => ordering.is_ge(),
        }
    }

    /// The operator that says the same with the sides exchanged.
    #[must_use]
    pub const fn mirrored(self) -> Self {
        match self {
            Self::Less => Self::Greater,
            Self::LessOrEqual => Self::GreaterOrEqual,
            Self::Greater => Self::Less,
            Self::GreaterOrEqual => Self::LessOrEqual,
            Self::Equal | Self::NotEqual => self,
        }
    }

    /// The operator that holds exactly when this one does not.
    #[must_use]
    pub const fn negated(self) -> Self {
        match self {
            Self::Equal => Self::NotEqual,
            Self::NotEqual => Self::Equal,
            Self::Less => Self::GreaterOrEqual,
            Self::LessOrEqual => Self::Greater,
            Self::Greater => Self::LessOrEqual,
            Self::GreaterOrEqual => Self::Less,
        }
    }
}

impl fmt::Display for Operator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
