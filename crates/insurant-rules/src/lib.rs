//! A small, total, typed and exact rule language.
//!
//! This crate knows documents, rules and decisions; it knows no insurance. A host supplies a
//! [`Vocabulary`]: the names that rules may use, their arguments and their types. The crate parses
//! conditions, type-checks them, compiles them to a circuit over slots, evaluates that without
//! allocating, and explains each answer.

pub mod check;
pub mod civil;
pub mod code;
pub mod currency;
pub mod date;
pub mod document;
pub mod instant;
pub mod order;
pub mod problem;
pub mod program;
pub mod rulebook;
pub mod span;
pub mod syntax;
pub mod trace;
pub mod types;
pub mod value;
pub mod vocabulary;

pub use check::Scope;
pub use currency::Currency;
pub use date::{Date, DateError};
pub use instant::{Instant, InstantError};
pub use problem::{Code, Place, Problem, Problems};
pub use program::{Compiler, ConditionId, Program, ValueId};
pub use span::{Fault, Faults, Span};
pub use trace::{Step, came_close};
pub use types::{Duration, DurationUnit, Enumeration, Type};
pub use value::{Slot, State, Truth};
pub use vocabulary::{
    Argument, ArgumentKind, ArgumentSpec, ArgumentValue, Request, Signature, Vocabulary, Window,
};
