//! Partners, the agencies and brokers that sell for the insurer (B-29 to B-41): admission, and how
//! they do from period to period.
//!
//! The insurer manages the partner and never the partner's people, so that control lies at the
//! door: no major violation and no major penalty in three years, a licence, compliance. A violation
//! that the rulebook calls a veto overrides every score and is named.

mod admission;
mod event;
mod facts;
mod later;
pub(crate) mod read;
mod rules;
mod score;
mod section;
pub(crate) mod shape;
#[cfg(test)]
mod tests;
mod track;
mod vocabulary;
mod write;

pub use admission::{
    Admission, AdmissionReason, Effect, EventFinding, JudgedEvent, Outcome, Reason,
};
pub use event::{CleanDate, Event, EventKind, Severity};
pub use facts::{Licence, Partner};
pub use later::LaterVeto;
pub use rules::{PartnerGrade, PartnerRules, Resource};
pub use score::{
    Finding, FindingKind, PartnerCard, PartnerScore, PassState, Reward, ScoreOutcome,
    ScoreQuestion, VetoReason, VetoState, VetoWhy,
};
pub(crate) use section::section;
pub use track::{PastPeriod, Track, TrackState, TrackedPeriod, WhyExit};
pub(crate) use vocabulary::names;
