//! Values: what a rulebook's inputs and measures are.

use crate::fault::Fault;
use crate::status::InsurantStatus;
use crate::wrong::At;
use insurant_rules::{Code, Problem, Slot, State, Type};

/// What is known of a value.
#[repr(i32)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InsurantState {
    /// It has a value.
    Known = 1,
    /// It has none by definition, such as a quotient with nothing below the line.
    Undefined = 2,
    /// Nobody supplied what it needs.
    Unknown = 3,
}

/// What a value is.
#[repr(i32)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InsurantKind {
    /// `num` is 0 or 1.
    Boolean = 1,
    /// `num` is the number.
    Count = 2,
    /// `num` over `den`, unreduced.
    Ratio = 3,
    /// `num` minor units over `den`, unreduced.
    MoneyRatio = 4,
    /// `num` minor units.
    Money = 5,
    /// `num` days since 1970-01-01.
    Date = 6,
    /// `num` is the position among the texts that the rulebook names, -1 for any other.
    Text = 7,
    /// `num` is the position of the member.
    Enumeration = 8,
}

/// A value, exact: never a rounded number.
#[repr(C)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InsurantValue {
    /// An InsurantState.
    pub state: i32,
    /// An InsurantKind; not looked at in inputs.
    pub kind: i32,
    /// Numerator, or the value itself.
    pub num: i64,
    /// Denominator; 1 unless it is a ratio.
    pub den: i64,
}

impl InsurantValue {
    pub(crate) const fn of(slot: Slot, ty: &Type) -> Self {
        let kind = match ty {
            Type::Boolean => InsurantKind::Boolean,
            Type::Count(_) | Type::Duration(_) => InsurantKind::Count,
            Type::Ratio => InsurantKind::Ratio,
            Type::MoneyRatio(_) => InsurantKind::MoneyRatio,
            Type::Money(_) => InsurantKind::Money,
            Type::Date => InsurantKind::Date,
            Type::Text => InsurantKind::Text,
            Type::Enumeration(_) => InsurantKind::Enumeration,
        };
        let state = match slot.state {
            State::Known => InsurantState::Known,
            State::Undefined => InsurantState::Undefined,
            State::Unknown => InsurantState::Unknown,
        };
        Self {
            state: state as i32,
            kind: kind as i32,
            num: slot.num,
            den: slot.den,
        }
    }

    /// The slot, when it is one.
    pub(crate) fn slot(&self) -> Option<Slot> {
        const KNOWN: i32 = InsurantState::Known as i32;
        const UNDEFINED: i32 = InsurantState::Undefined as i32;
        const UNKNOWN: i32 = InsurantState::Unknown as i32;
        match self.state {
            KNOWN => (self.den > 0).then(|| Slot::ratio(self.num, self.den)),
            UNDEFINED => Some(Slot::UNDEFINED),
            UNKNOWN => Some(Slot::UNKNOWN),
            _ => None,
        }
    }

    /// Keeps what is wrong with it, if something is.
    #[cold]
    pub(crate) fn check(&self, at: &mut At<'_>) {
        if self.slot().is_some() {
            return;
        }
        if self.state == InsurantState::Known as i32 {
            let status = InsurantStatus::OutOfRange;
            let problem = Problem::new(Code::new(status.word()), "`den` is not positive")
                .found(self.den.to_string())
                .expected("a denominator of at least 1; it is 1 for what is no ratio");
            at.take::<()>(Err(Fault::with(status, "den", problem)));
        } else {
            let members = "1 known, 2 undefined, 3 unknown";
            at.bad_enum("state", self.state, "InsurantState", members);
        }
    }
}
