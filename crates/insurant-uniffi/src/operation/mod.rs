//! The operations as methods with records.
//!
//! The records are written by `cargo xtask schema` from the shapes that check the JSON of every
//! language. A record becomes that JSON and is asked of the operation itself: there is one check and
//! one answer.

mod asked;
#[rustfmt::skip]
mod methods;
mod open_complaint;
mod rooms;
#[cfg(test)]
mod tests;
mod wire;

pub mod agent;
pub mod approval;
pub mod assignment;
pub mod certification;
pub mod complaint;
pub mod kpi;
pub mod manager;
pub mod organisation;
pub mod partner;
pub mod shared;

pub use open_complaint::{ComplaintApplied, OpenComplaint};
pub use rooms::*;
pub use wire::RulebookChoice;
