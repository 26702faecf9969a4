//! Complaints: a complaint is the fold of its events, and its clocks follow from them.

mod codec;
pub mod details;
pub(crate) mod event;
mod event_kind;
mod fold;
mod guard;
pub(crate) mod json;
mod judge;
mod merge;
mod settle;
mod step;
mod table;
mod terms;
mod words;

pub use event::{Details, Event};
pub use event_kind::ComplaintEvent;
pub use fold::{Complaint, ComplaintRefusal, Effect, FormStatus, Permitted, Step};
pub use guard::{ComplaintCase, ComplaintEffect, ComplaintGuard};
pub use merge::Merge;
pub use step::ComplaintStep;
pub use table::{COMPLAINT, ComplaintMachine, ComplaintRow};
pub use terms::{Context, ExtensionTerms, Form, Terms};
pub use words::{ComplaintOutcome, Complexity, OutsideBody, RecheckOutcome, ReferralResult};
