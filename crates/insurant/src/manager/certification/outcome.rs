//! What comes of an event: a step with its effects, or a refusal; and what may come next.

use super::guard::{CertificationEffect, CertificationGuard};
use super::{CertificationEvent, CertificationState};
use crate::machine::Refusal;
use std::fmt;

/// What an accepted event led to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The certification.
    pub certification_id: String,
    /// Where it stood; nothing when it began.
    pub from: Option<CertificationState>,
    /// Where it stands now.
    pub to: CertificationState,
    /// What follows.
    pub effects: Vec<Effect>,
}

/// Something that follows from an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Effect {
    /// What.
    pub effect: CertificationEffect,
    /// The level that decides, the grade that counts, or the certification that was replaced.
    pub subject: Option<String>,
}

/// Why an event was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CertificationRefusal {
    /// The event.
    pub event_id: String,
    /// The certification.
    pub certification_id: String,
    /// Whether there is no such certification yet.
    pub unknown: bool,
    /// Why, and what is allowed.
    pub refusal: Refusal<CertificationState, CertificationEvent, CertificationGuard>,
}

impl fmt::Display for CertificationRefusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (event, certification) = (&self.event_id, &self.certification_id);
        write!(f, "event `{event}` of `{certification}`: {}", self.refusal)
    }
}

impl std::error::Error for CertificationRefusal {}

/// An event that somebody may bring about now, and what still stands in its way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Permitted {
    /// The certification; nothing for a new one.
    pub certification_id: Option<String>,
    /// The event.
    pub event: CertificationEvent,
    /// What does not hold yet; with nothing here, only the details of the event can be refused.
    pub lacking: Vec<CertificationGuard>,
}
