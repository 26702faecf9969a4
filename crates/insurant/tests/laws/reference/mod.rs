//! The definitions once more, read again from its words: slow, obvious, and sharing nothing with the
//! library but the facts. Dates are chrono's, amounts 128 bits wide, and nothing is sorted,
//! merged or kept.

pub(crate) mod claims;
pub(crate) mod decision;
pub(crate) mod measures;
pub(crate) mod policies;
pub(crate) mod time;
