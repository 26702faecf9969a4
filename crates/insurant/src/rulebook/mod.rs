//! Rulebooks about customers: their language, those that are built in, and their compiled form.

mod builtin;
mod customer_rules;
mod input;
mod language;

pub use builtin::{BUILTIN, DEFAULT};
pub use customer_rules::CustomerRules;
pub(crate) use customer_rules::Finding;
pub(crate) use language::TIERS;
pub use language::language;
