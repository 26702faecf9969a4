//! Complaints: a complaint is the fold of its events, and its clocks follow from them.

pub mod analysis;
mod event_kind;

pub use event_kind::ComplaintEvent;
