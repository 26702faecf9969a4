//! Compiled conditions.
//!
//! A [`Program`] says what the host must put into which slot ([`Program::requests`]), and then
//! answers each condition from the slots without allocating, without recursion and without
//! failing. Behind the slots of the requests lie those of the named conditions, each worked out
//! once by [`Program::conditions`].

mod compiler;
mod generate;
mod instruction;
mod plan;

pub use compiler::Compiler;

use crate::span::Span;
use crate::syntax::Operator;
use crate::types::Type;
use crate::value::{Slot, Truth};
use crate::vocabulary::Request;
use instruction::{Instruction, run};
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

/// A named condition and its slot.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Named {
    name: String,
    id: ConditionId,
    slot: usize,
}

/// Compiled conditions. Immutable, and as good in one thread as in many.
///
/// # Example
/// ```
/// use insurant_rules::{check, program::Compiler, Scope, Signature, Slot, Truth, Type, Vocabulary};
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
/// let mut slots = vec![Slot::UNKNOWN; program.slot_count()];
/// program.conditions(&mut slots);
/// assert_eq!(program.truth(many, &slots), Truth::Unknown);
/// slots[0] = Slot::whole(3);
/// assert_eq!(program.truth(many, &slots), Truth::True);
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Program {
    requests: Vec<Request>,
    types: Vec<Type>,
    texts: Vec<String>,
    named: Vec<Named>,
    comparisons: Vec<Comparison>,
    /// By [`ConditionId`]: where its instructions start.
    entries: Vec<u32>,
    /// By [`ConditionId`]: how to explain it.
    plans: Vec<Plan>,
    code: Vec<Instruction>,
    /// Lists for `in` that are too wide for a bit set, each in ascending order.
    sets: Vec<i64>,
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

    /// How many slots an evaluation needs: requests, then named conditions.
    #[must_use]
    pub fn slot_count(&self) -> usize {
        self.requests.len() + self.named.len()
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

    /// The named conditions in use, in the order in which they are worked out.
    pub fn named_conditions(&self) -> impl Iterator<Item = (&str, ConditionId)> {
        self.named
            .iter()
            .map(|named| (named.name.as_str(), named.id))
    }

    /// How many conditions there are, named ones included.
    #[must_use]
    pub fn condition_count(&self) -> usize {
        self.entries.len()
    }

    /// Works out the named conditions and puts them into their slots. Call it once the slots of
    /// the requests are filled, before [`Self::truth`].
    pub fn conditions(&self, slots: &mut [Slot]) {
        for named in &self.named {
            let truth = self.truth(named.id, slots);
            if let Some(slot) = slots.get_mut(named.slot) {
                *slot = truth.into();
            }
        }
    }

    /// Whether a condition holds. Slots that are missing count as unknown, and so does a condition
    /// of another program.
    #[must_use]
    #[inline]
    pub fn truth(&self, condition: ConditionId, slots: &[Slot]) -> Truth {
        match self.entries.get(index(condition.0)) {
            Some(entry) => run(&self.code, &self.sets, *entry, slots),
            None => Truth::Unknown,
        }
    }

    /// A value asked for with [`Compiler::value`]; a condition as a boolean.
    #[must_use]
    pub fn value(&self, value: ValueId, slots: &[Slot]) -> Slot {
        match self.values.get(index(value.0)) {
            Some(Value::Term(source, _)) => source.read(slots),
            Some(Value::Condition(condition)) => self.truth(*condition, slots).into(),
            None => Slot::UNKNOWN,
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
