//! insurant for Kotlin, Swift and Python, through UniFFI: it converts, and decides nothing.
//!
//! Every record mirrors one of the core, field for field; amounts are decimals in major units and
//! days are days, so that each language shows its own types. What is typed here is what people write
//! programs with; the operations are methods with records, written from the shapes that check their JSON;
//! [`Engine::call`] reaches every operation as JSON besides.
//!
//! Every exported function answers a `Result`, also where nothing can go wrong: Swift ends the whole
//! program when a call without one fails, be it by a fault of the library.

#[cfg(feature = "arrow")]
mod arrow;
mod assessment;
mod calendar;
mod decision;
mod document;
mod engine;
mod error;
mod facts;
mod figure;
mod native;
mod operation;
mod portfolio;
mod progress;
mod rules;
mod words;

pub use assessment::{Assessment, AssessmentFinding, ScaleAnswer, TierAnswer, TierPart};
pub use calendar::{CalendarDay, CalendarInfo, WorkCalendar};
pub use decision::{Comparison, Decision, RuleTrace, Term};
pub use document::DocumentText;
pub use engine::{AssessedAs, Engine, OperationInfo, RulebookCheck, RulebookInfo};
pub use error::{InsurantError, Problem};
pub use facts::{Claim, Customer, InputValue, Policy, PremiumMovement, RegisterEntry};
pub use figure::{FigureFact, FigureValue, Measure};
pub use native::{Amount, CivilDate, JsonText, Moment};
pub use operation::*;
pub use portfolio::{
    AlertCount, CategoryCount, CauseCount, Portfolio, PortfolioSummary, Rejected, StandingCount,
};
pub use progress::{Cancellation, ProgressListener};
pub use rules::{InputInfo, PreparedCustomer, Rules};
pub use words::{
    BusinessSource, Cause, ClaimStatus, ConditionAnswer, Credit, CustomerCategory, CustomerKind,
    DayKind, EntryState, FigureState, Movement, RuleSection, Standing,
};

uniffi::setup_scaffolding!("insurant");

/// The version of the library, such as `0.1.0`.
#[uniffi::export]
pub fn version() -> Result<String, InsurantError> {
    Ok(env!("CARGO_PKG_VERSION").to_owned())
}
