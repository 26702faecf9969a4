//! Decisions: verdicts, their outcome in words, and the explanation behind them.

mod assess;
mod block;
mod explain;
mod explanation;
mod folding;
mod outcome;
mod reading;
mod scheme;
mod trace;
mod value;
mod verdict;

pub use crate::measure::{Fates, PlainClaim, PlainPolicy};
pub use assess::DatedRules;
pub use block::{BlockVerdicts, CustomerBlock};
pub use explain::Decision;
pub use explanation::{
    ExplainedComparison, ExplainedRule, ExplainedTerm, Explanation, Figure, FigureFact, FigureRow,
    RuleSection,
};
pub use folding::{Folding, FoldingRoom};
pub use outcome::{Outcome, OutcomeFinding};
pub use reading::{FigureValue, Reading};
pub use scheme::{Points, Scale, Tier, TierPart};
pub use trace::Trace;
pub use value::{kind, plain, shown, shown_sum, value_json};
pub use verdict::{Cause, RuleBits, Verdict};
