//! Approval: whatever one person may not decide alone.
//!
//! A grade, a blacklist entry, more time for a complaint, a change of data, an exception: each is
//! proposed by one person with a reason, and approved by another who is entitled to, at a level
//! that suffices. Never by oneself, never by a subordinate. The life of an approval is a
//! [`crate::machine`]; what a [`Policy`] would block, or leave to a single person, is found
//! before it is used by [`check()`].

mod check;
mod event;
mod fold;
pub(crate) mod json;
mod policy;
mod table;

pub use check::{Finding, FindingKind, Step, check};
pub use event::{ApprovalEvent, ApprovalKind, ApprovalState, Entry};
pub use fold::{Approval, ApprovalRefusal};
pub use policy::{Approver, Context, Policy};
pub use table::{APPROVAL, ApprovalGuard};

#[cfg(test)]
mod tests;
