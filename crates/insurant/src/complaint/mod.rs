//! Complaints: a complaint is the fold of its events, and its clocks follow from them.

mod event_kind;

pub use event_kind::ComplaintEvent;
