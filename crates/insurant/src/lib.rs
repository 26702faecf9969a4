//! The customer side of an insurer.

mod category;
mod closed;
pub mod code;
pub mod date;
pub mod decision;
mod engine;
pub mod facts;
mod lines;
pub mod measure;
pub mod money;
mod movement;
pub mod operation;
pub mod rulebook;

pub use category::{Category, Standing};
pub use date::{Date, DateError};
pub use decision::{Cause, DatedRules, Verdict};
pub use engine::{Engine, NOT_IN_FORCE, UNKNOWN_RULEBOOK};
pub use insurant_rules::{Currency, Problem, Problems};
pub use lines::LineCodes;
pub use measure::Scratch;
pub use movement::{Movement, MovementMatrix, Side};
pub use rulebook::CustomerRules;
