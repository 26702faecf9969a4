//! Decisions: verdicts, their outcome in words, and the explanation behind them.

mod assess;
mod explain;
mod outcome;
mod scheme;
mod trace;
mod value;
mod verdict;

pub use assess::DatedRules;
pub use explain::Decision;
pub use outcome::{ClaimFinding, Schemes, outcome_json};
pub use trace::Trace;
pub use value::{kind, plain, shown, shown_sum, value_json};
pub use verdict::{Cause, RuleBits, Verdict};
