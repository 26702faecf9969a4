//! Complaints: a complaint is the fold of its events, and its clocks follow from them.

mod codec;
pub mod details;
mod event;
mod event_kind;
mod words;

pub use event::{Details, Event};
pub use event_kind::ComplaintEvent;
pub use words::{ComplaintOutcome, Complexity, OutsideBody, RecheckOutcome, ReferralResult};
