//! An event of a complaint, as far as clocks look at it.

use super::duty::Duty;
use super::spec::Clock;
use crate::complaint::{ComplaintEvent, Complexity};
use crate::organisation::Role;
use std::collections::BTreeMap;

/// An event of a complaint, as far as clocks look at it. Instants are seconds of the world's time
/// since 1970-01-01T00:00:00Z; zones belong to the procedures.
///
/// What an event says beyond its kind is optional, because one made by hand says little: an
/// approval that names neither role nor level is taken at its word, as the complaint itself has
/// checked it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Moment<'a> {
    /// What happened.
    pub(crate) kind: ComplaintEvent,
    /// When it happened.
    pub(crate) occurred: i64,
    /// When it was entered. Something that gives the firm more time counts from here.
    pub(crate) recorded: i64,
    /// The form, the notice or the reason that it is about, or the result of a recheck or a referral.
    pub(crate) subject: Option<&'a str>,
    /// The duty that it is about: that of an extension or of a due date set. Absent: every one.
    pub(crate) duty: Option<Duty>,
    /// The clock that an extension is about, by its id.
    pub(crate) clock: Option<&'a str>,
    /// For `received`: when the complaint was sent. For `absorbed`: when the other complaint was
    /// received.
    pub(crate) sent: Option<i64>,
    /// For `due_set` and `extension_approved`: the instant before which it is due.
    pub(crate) due: Option<i64>,
    /// For `classified`: how hard it is.
    pub(crate) complexity: Option<Complexity>,
    /// Who did it.
    pub(crate) person: Option<&'a str>,
    /// Their role.
    pub(crate) role: Option<Role>,
    /// Whether their unit is above the one that handles the complaint.
    pub(crate) superior: Option<bool>,
    /// Whether their unit is the head office.
    pub(crate) head_office: Option<bool>,
    /// For `form_filed`: what the form says.
    pub(crate) fields: Option<&'a BTreeMap<String, String>>,
}

impl<'a> Moment<'a> {
    /// An event that was entered as it happened, and says nothing more.
    #[must_use]
    pub(crate) const fn new(kind: ComplaintEvent, occurred: i64) -> Self {
        Self {
            kind,
            occurred,
            recorded: occurred,
            subject: None,
            duty: None,
            clock: None,
            sent: None,
            due: None,
            complexity: None,
            person: None,
            role: None,
            superior: None,
            head_office: None,
            fields: None,
        }
    }

    /// Whether an extension is about a clock.
    pub(super) fn is_about(&self, clock: &Clock) -> bool {
        self.clock.is_none_or(|id| id == clock.id)
            && self.duty.is_none_or(|duty| duty == clock.duty)
    }

    /// From when on it counts, if it gives the firm more time: nobody can turn back the entry.
    #[must_use]
    pub(super) fn counts_from(&self) -> i64 {
        self.occurred.max(self.recorded)
    }
}

/// Moments made by hand.
#[cfg(test)]
impl<'a> Moment<'a> {
    /// The same, entered at another time.
    #[must_use]
    pub(crate) const fn recorded_at(mut self, seconds: i64) -> Self {
        self.recorded = seconds;
        self
    }

    /// The same, about a form, a notice or a reason.
    #[must_use]
    pub(crate) const fn about(mut self, subject: &'a str) -> Self {
        self.subject = Some(subject);
        self
    }
}
