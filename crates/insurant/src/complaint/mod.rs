//! Complaints: a complaint is the fold of its events, and its clocks follow from them.
//!
//! - [`procedure`]: what law and the insurer's own rules ask for, as data.
//! - [`clock`]: what is due by when.

pub mod clock;
mod codec;
pub mod details;
pub(crate) mod event;
mod event_kind;
mod facts;
mod fold;
mod guard;
pub(crate) mod json;
mod judge;
mod merge;
pub mod procedure;
mod settle;
mod step;
mod table;
mod terms;
pub(crate) mod vocabulary;
mod words;

pub use event::{Details, Event};
pub use event_kind::ComplaintEvent;
pub use facts::{BusinessClass, ComplainantKind, ComplaintFacts, FirmKind, IntakeChannel, Trigger};
pub use fold::{Complaint, ComplaintRefusal, Effect, FormStatus, Permitted, Step};
pub use guard::{ComplaintCase, ComplaintEffect, ComplaintGuard};
pub use merge::Merge;
pub use step::ComplaintStep;
pub use table::{COMPLAINT, ComplaintMachine, ComplaintRow};
pub use terms::{Context, ExtensionTerms, Form, Terms};
pub use words::{ComplaintOutcome, Complexity, OutsideBody, RecheckOutcome, ReferralResult};
