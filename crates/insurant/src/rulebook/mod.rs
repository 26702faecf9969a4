//! Rulebooks about customers: their language, those that are built in, and their compiled form.

mod builtin;
mod customer_rules;
mod decided_by;
mod input;
mod language;
pub(crate) mod names;

pub use builtin::{BUILTIN, DEFAULT};
pub use customer_rules::CustomerRules;
pub(crate) use customer_rules::Finding;
pub use decided_by::DecidedBy;
pub(crate) use input::read as read_input;
pub(crate) use language::TIERS;
pub use language::language;
