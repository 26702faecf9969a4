//! Appraisal: what a manager did in a period, in points by dimension, and the grade that follows.
//!
//! Facts of the host are brought to a whole period, figures are formed of them, the scorecard of
//! the rulebook weighs the figures, and the grade moves by so many steps at most.
//! What comes out is a proposal: [`super::certification`] makes a grade of it.
//!
//! - [`ManagerFacts`]: what the host supplies of a manager and a period.
//! - [`ManagerRules`]: the section `managers` of a rulebook.
//! - [`Appraisal`]: the proposal, with every point explained.

mod facts;
mod figure;
mod judge;
mod peers;
pub(crate) mod read;
mod rules;
pub(crate) mod shape;
pub(crate) mod vocabulary;
mod write;

pub use facts::{ManagerFacts, Period, Results};
pub use figure::Figure;
pub use judge::{Appraisal, Change, Limit, Rating, Unrated};
pub use peers::PeerGroup;
pub use rules::ManagerRules;
