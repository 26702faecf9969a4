//! Rulebooks about customers: their language, those that are built in, and their compiled form.

mod builtin;
mod language;

pub use builtin::{BUILTIN, DEFAULT};
pub use language::language;
