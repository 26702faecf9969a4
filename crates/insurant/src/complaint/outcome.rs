//! What comes of an event: a step with its effects, or a refusal; and what may come next.

use super::guard::{ComplaintEffect, ComplaintGuard};
use super::{ComplaintEvent, ComplaintStep};
use crate::machine::Refusal;
use crate::organisation::OrgLevel;
use insurant_rules::Instant;
use std::fmt;

/// What an accepted event led to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Where the complaint stood.
    pub from: ComplaintStep,
    /// Where it stands now.
    pub to: ComplaintStep,
    /// What follows.
    pub effects: Vec<Effect>,
}

/// Something that follows from an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Effect {
    /// What.
    pub effect: ComplaintEffect,
    /// Which form or notice, to which unit, or which deadline as `id@version/clock`.
    pub subject: Option<String>,
}

/// Why an event was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComplaintRefusal {
    /// The event.
    pub event_id: Box<str>,
    /// Why, and what is allowed.
    pub refusal: Refusal<ComplaintStep, ComplaintEvent, ComplaintGuard>,
    /// Required fields of a form that say nothing.
    pub missing: Vec<String>,
    /// For a form that there is not: the one that was probably meant.
    pub nearest: Option<Box<str>>,
    /// For somebody whose unit stands too low: the least level that may.
    pub level: Option<OrgLevel>,
}

impl fmt::Display for ComplaintRefusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "event `{}`: {}", self.event_id, self.refusal)?;
        if !self.missing.is_empty() {
            write!(f, "; missing: {}", self.missing.join(", "))?;
        }
        if let Some(nearest) = &self.nearest {
            write!(f, "; did you mean `{nearest}`?")?;
        }
        if let Some(level) = self.level {
            write!(f, "; the least level that may is `{level}`")?;
        }
        Ok(())
    }
}

impl std::error::Error for ComplaintRefusal {}

/// An event that somebody may bring about now, and what still stands in its way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Permitted {
    /// The event.
    pub event: ComplaintEvent,
    /// What does not hold yet; with nothing here, only the details of the event can be refused.
    pub lacking: Vec<ComplaintGuard>,
    /// For somebody whose unit stands too low: the least level that may.
    pub level: Option<OrgLevel>,
}

/// A form that fell due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormStatus {
    /// Its id.
    pub form: String,
    /// How often it fell due.
    pub due: u32,
    /// How often it was filed, with everything that it must say.
    pub filed: u32,
    /// When the first one not filed fell due.
    pub due_since: Option<Instant>,
    /// The first instant at which it is too late to file it, where a clock says so.
    pub due_before: Option<Instant>,
    /// Whether it should have been filed.
    pub overdue: bool,
    /// For one that was filed without something that it must say, and not yet again: what that is.
    pub incomplete: Vec<String>,
}

impl Effect {
    pub(super) const fn plain(effect: ComplaintEffect) -> Self {
        Self {
            effect,
            subject: None,
        }
    }

    pub(super) fn of(effect: ComplaintEffect, subject: impl Into<String>) -> Self {
        Self {
            effect,
            subject: Some(subject.into()),
        }
    }
}
