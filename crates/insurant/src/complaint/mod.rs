//! Complaints: a complaint is the fold of its events, and its clocks follow from them.
//!
//! - [`procedure`]: what law and the insurer's own rules ask for, as data.
//! - [`clock`]: what is due by when.

pub mod clock;
mod event_kind;
mod facts;
pub mod procedure;
pub(crate) mod vocabulary;

pub use event_kind::ComplaintEvent;
pub use facts::{
    BusinessClass, ComplainantKind, ComplaintFacts, Complexity, FirmKind, IntakeChannel, Trigger,
};
