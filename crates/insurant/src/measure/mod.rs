//! The measures: exact figures of a customer on a day.
//!
//! A rulebook asks for measures by name; the `vocabulary` operation lists them all. A plan reduces
//! them to the distinct sums that they share, and the kernel computes those sums in one visit to
//! the facts, without allocating, and puts each measure into its slot.
//!
//! # Time
//! Every interval is half-open. Status is read at the start of the day D of the decision; events
//! count if dated before it. A window of N months is `[D - N months, D)`, each bound computed from
//! D and never chained, so that no rounding adds up: on 31 March, `1m` opens on the last day of
//! February.
//!
//! # Why it is so
//! - **Premium is earned cumulatively and rounded down.** What a window earns is the difference of
//!   two running totals, so that windows add up exactly to the net premium, for any split.
//! - **A loss ratio with nothing earned is undefined.** It is neither 0, which would make a new
//!   customer a good one, nor infinite, which would make one a bad one. What compares with it is
//!   unknown, and an unknown rule decides nothing.
//! - **A window that opens before the records begin (`history_from`) is unknown, not empty.** What
//!   a migration lost must not look like good behaviour.
//! - **Nothing is annualised upwards.** A month's premium is a month's premium: twelve times it
//!   would promise a year that nobody has bought.
//! - **Adverse rules use the paid basis**, because reserves are the insurer's own opinion, and ask
//!   that the exposure not be thin: one claim in the first month is no verdict.
//! - **An open claim without payment makes the claim-free years unknown** when its payment would
//!   change them; it neither keeps nor breaks them before it is decided.
//! - **Claims of one event are one claim**, paid if any of them is, on the earliest loss date.
//! - **Credibility is the only root**, of whole numbers, to six places, down.

pub(crate) mod basis;
pub(crate) mod cover;
pub(crate) mod dated;
pub(crate) mod evidence;
pub(crate) mod fold;
pub(crate) mod kernel;
pub(crate) mod loss;
pub(crate) mod plan;
pub(crate) mod scratch;
pub(crate) mod vocabulary;

pub use fold::{Fates, PlainClaim, PlainPolicy};
pub use loss::Fate;
pub use scratch::Scratch;
