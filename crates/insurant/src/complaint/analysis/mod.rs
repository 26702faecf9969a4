//! From many complaints to the monthly analysis: its form, which is the figures, and its report,
//! which is what there is to say about them.
//!
//! - A complaint is **on time** when it is answered by its day: met / due in the period. Open and
//!   past due counts as late; withdrawn or merged in time owes nothing and is not counted.
//! - **Rates** count what was received against the premium of the period, the average policies in
//!   force, and persons. What is not given is undefined and says so; it is never zero.
//! - **Causes** are function and reason, by NAIC Model Regulation 884 unless the host has its own.
//!   What the scheme does not know is unclassified, and listed in its own words.
//! - A record says how a complaint stands when the question is asked. What was reopened since is
//!   open again, also in the figures of an earlier period.
//! - No figure is rounded: quotients are exact, and `shown` is for reading.

mod action;
#[expect(clippy::module_inception, reason = "the analysis itself")]
mod analysis;
pub(crate) mod answer;
mod case;
mod cause;
mod causes;
mod complainants;
mod counts;
mod effect;
mod exposure;
mod finding;
mod form;
mod groups;
mod late;
mod log;
mod names;
mod period;
mod rate;
pub(crate) mod read;
mod report;
pub(crate) mod shapes;
mod spec;
mod times;

pub use action::{Action, ActionReport, ActionState};
pub use analysis::{Analysis, ring_problem};
pub use case::{Case, CaseOutcome};
pub use cause::{Cause, CauseScheme};
pub use causes::Unclassified;
pub use complainants::Complainants;
pub use counts::Counts;
pub use effect::{ActionEffect, EffectCheck, EffectReport, EffectWindow};
pub use exposure::Exposure;
pub use finding::{AnalysisFinding, AnalysisFindingKind};
pub use form::Form;
pub use groups::{Dimension, Group, GroupKey};
pub use late::Late;
pub use period::Period;
pub use rate::{CountTrend, Rate, RateTrend, Undefined};
pub use report::{Change, Figure, Report, TopCause, Trend};
pub use spec::Spec;
pub use times::Times;
