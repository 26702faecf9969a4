//! Compiled conditions.
//!
//! A [`Program`] says what the host must put into which slot ([`Program::requests`]), and then
//! answers all conditions from the slots at once ([`Program::answer`]), without allocating, without
//! recursion and without failing. A question that several conditions ask is asked once.

mod answered;
mod block;
mod circuit;
mod compiler;
mod plan;
mod question;
mod wire;

pub use answered::Answered;
pub use block::{Block, SUBJECTS, Truths, Values};
pub use circuit::Answers;
pub use compiler::Compiler;

use crate::span::Span;
use crate::syntax::Operator;
use crate::types::Type;
use crate::value::Slot;
use crate::vocabulary::Request;
use circuit::{Circuit, Literal};
pub(crate) use plan::{Node, Plan};

/// A condition of a [`Program`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ConditionId(pub(crate) u32);

/// A value of a [`Program`], such as a measure that a host prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ValueId(pub(crate) u32);

/// A comparison in a condition of a [`Program`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ComparisonId(pub(crate) u32);

/// A question that a condition asks of the values: a comparison, a boolean by itself, `is_known`,
/// `in`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// Its canonical text.
    pub text: String,
    /// The named condition that it belongs to; `None` in the condition of a rule itself.
    pub within: Option<String>,
    /// Where it stands in its own rule text.
    pub span: Span,
    /// What it asks.
    pub question: Question,
    /// The value asked about.
    pub left: Term,
    /// What that is compared with; `None` for a boolean by itself, `is_known` and `in`.
    pub right: Option<Term>,
}

/// What a [`Comparison`] asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Question {
    /// Whether a boolean is true.
    Holds,
    /// Whether there is a value.
    Known,
    /// How two values stand to each other.
    Compare(Operator),
    /// Whether the value is one of these, or for `not in` none of them.
    Among {
        /// Whether it says `not in`.
        negated: bool,
        /// The values, as slots hold them.
        members: Vec<Slot>,
    },
}

/// A side of a [`Comparison`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// Its canonical text: `loss_ratio(12m)`, `150%`, or the name of a parameter.
    pub text: String,
    /// The value of a parameter, in canonical text.
    pub parameter: Option<String>,
    /// Its type.
    pub ty: Type,
    /// Where its value is.
    pub source: Source,
}

/// Where the value of a [`Term`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// In this slot.
    Slot(usize),
    /// Always this.
    Constant(Slot),
}

impl Source {
    /// The value.
    #[must_use]
    pub fn read(self, slots: &[Slot]) -> Slot {
        match self {
            Self::Slot(index) => slots.get(index).copied().unwrap_or(Slot::UNKNOWN),
            Self::Constant(slot) => slot,
        }
    }
}

/// A value that a host asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Value {
    Term(Source, Type),
    Condition(ConditionId),
}

/// Compiled conditions. Immutable, and as good in one thread as in many.
///
/// # Example
/// ```
/// use insurant_rules::program::{Answers, Compiler};
/// use insurant_rules::{check, Scope, Signature, Slot, Truth, Type, Vocabulary};
/// struct Customer(Vec<Signature>);
/// impl Vocabulary for Customer {
///     fn subject(&self) -> &str { "customer" }
///     fn signatures(&self) -> &[Signature] { &self.0 }
/// }
/// let customer = Customer(vec![Signature {
///     name: "claims".into(),
///     ty: Type::Count(None),
///     arguments: vec![],
///     doc: "the number of claims".into(),
/// }]);
/// let scope = Scope::new(&customer);
/// let mut compiler = Compiler::new();
/// let many = compiler.condition(check::condition("claims >= 3", &scope).unwrap());
/// let program = compiler.finish().unwrap();
/// assert_eq!(program.requests()[0].name, "claims");
///
/// let mut slots = vec![Slot::UNKNOWN; program.requests().len()];
/// let mut answers = Answers::default();
/// assert_eq!(program.answer(&slots, &mut answers).truth(many), Truth::Unknown);
/// slots[0] = Slot::whole(3);
/// assert_eq!(program.answer(&slots, &mut answers).truth(many), Truth::True);
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Program {
    requests: Vec<Request>,
    types: Vec<Type>,
    texts: Vec<String>,
    comparisons: Vec<Comparison>,
    circuit: Circuit,
    /// By [`ConditionId`]: where its answer is.
    truths: Vec<Literal>,
    /// By [`ConditionId`]: how to explain it.
    plans: Vec<Plan>,
    values: Vec<Value>,
}

impl Program {
    /// What the host must supply: the value of request `i` belongs into slot `i`.
    #[must_use]
    pub fn requests(&self) -> &[Request] {
        &self.requests
    }

    /// The type of the value of request `i`, which says how to fill slot `i`.
    #[must_use]
    pub fn request_type(&self, index: usize) -> Option<&Type> {
        self.types.get(index)
    }

    /// The texts that conditions compare with. A slot of type text holds the position of its
    /// value here, or -1 for any other.
    #[must_use]
    pub fn texts(&self) -> &[String] {
        &self.texts
    }

    /// What a slot of type text must hold for this value.
    #[must_use]
    pub fn text(&self, value: &str) -> Slot {
        let position = self.texts.iter().position(|text| text == value);
        let position = position.and_then(|position| i64::try_from(position).ok());
        Slot::whole(position.unwrap_or(-1))
    }

    /// Answers every condition for the subject whose values are in the slots. Slots that are missing
    /// count as unknown. Nothing is allocated once `answers` has grown.
    #[inline]
    pub fn answer<'a>(&'a self, slots: &'a [Slot], answers: &'a mut Answers) -> Answered<'a> {
        self.circuit.answer(slots, answers);
        self.answered(slots, answers)
    }

    /// The answers as [`Self::answer`] left them for these slots.
    #[must_use]
    pub const fn answered<'a>(&'a self, slots: &'a [Slot], answers: &'a Answers) -> Answered<'a> {
        Answered {
            program: self,
            slots,
            answers,
        }
    }

    /// The type of a value asked for.
    #[must_use]
    pub fn value_type(&self, value: ValueId) -> Option<&Type> {
        match self.values.get(index(value.0))? {
            Value::Term(_, ty) => Some(ty),
            Value::Condition(_) => Some(&Type::Boolean),
        }
    }

    /// A comparison of a trace.
    #[must_use]
    pub fn comparison(&self, id: ComparisonId) -> Option<&Comparison> {
        self.comparisons.get(index(id.0))
    }

    pub(crate) fn plan(&self, condition: ConditionId) -> Option<&Plan> {
        self.plans.get(index(condition.0))
    }
}

/// Ids are 32 bits wide; positions are as wide as the machine.
#[inline]
pub(crate) fn index(id: u32) -> usize {
    usize::try_from(id).unwrap_or(usize::MAX)
}
