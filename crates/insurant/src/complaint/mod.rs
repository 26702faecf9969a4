//! Complaints: a complaint is the fold of its events, and its clocks follow from them.
//!
//! - [`COMPLAINT`]: the one table of its life. It runs, it is drawn ([`ComplaintMachine::mermaid`])
//!   and it is explored by the tests.
//! - [`Event`] and [`details`]: what happened, typed by kind.
//! - [`Complaint`]: the fold. [`Complaint::apply`] takes one more event, with its [`Effect`]s, or
//!   refuses it with the reason and what is allowed; [`Complaint::allowed`] tells a user interface
//!   what to offer; [`Complaint::replay`] reads a log.
//! - [`Terms`]: what a procedure lets happen. Nothing beyond the plain way exists unless granted.
//! - [`Merge`]: two complaints become one, which is the only change that touches two logs.
//! - [`Merges`]: merges seen over many logs, which may go round in a ring.
//! - [`Status`]: everything that procedures say of a complaint at an asking time.
//! - [`procedure`]: what law and the insurer's own rules ask for, as data.
//! - [`clock`]: what is due by when.
//! - [`analysis`]: what many complaints say together.

pub mod analysis;
pub mod clock;
pub mod details;
pub(crate) mod event;
mod event_kind;
mod facts;
mod fold;
mod guard;
pub(crate) mod json;
mod judge;
mod merge;
mod merges;
mod outcome;
pub mod procedure;
mod read;
mod rows;
mod settle;
mod status;
mod step;
mod table;
mod terms;
pub(crate) mod vocabulary;
mod words;

pub use details::Details;
pub use event::Event;
pub use event_kind::ComplaintEvent;
pub use facts::{BusinessClass, ComplainantKind, ComplaintFacts, FirmKind, IntakeChannel, Trigger};
pub use fold::Complaint;
pub use guard::{ComplaintCase, ComplaintEffect, ComplaintGuard};
pub use merge::Merge;
pub use merges::Merges;
pub use outcome::{ComplaintRefusal, Effect, FormStatus, Permitted, Step};
pub use procedure::{Form, FormField};
pub use status::{Finding, FindingKind, FindingResult, Obligation, ObligationKind, Status};
pub use step::ComplaintStep;
pub use table::{COMPLAINT, ComplaintMachine, ComplaintRow};
pub use terms::{Context, ExtensionTerms, Terms};
pub use words::{ComplaintOutcome, Complexity, OutsideBody, RecheckOutcome, ReferralResult};
