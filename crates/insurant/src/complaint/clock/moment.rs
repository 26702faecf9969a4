//! An event of a complaint, as far as clocks look at it.

use super::duty::Duty;
use crate::complaint::{ComplaintEvent, Complexity};
use crate::organisation::Role;

/// An event of a complaint, as far as clocks look at it. Instants are seconds of the world's time
/// since 1970-01-01T00:00:00Z; zones belong to the procedures.
///
/// What an event says beyond its kind is optional, because one made by hand says little: an
/// approval that names neither role nor level is taken at its word, as the complaint itself has
/// checked it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment<'a> {
    /// What happened.
    pub kind: ComplaintEvent,
    /// When it happened.
    pub occurred: i64,
    /// When it was entered. Something that gives the firm more time counts from here.
    pub recorded: i64,
    /// The form, the notice or the reason that it is about.
    pub subject: Option<&'a str>,
    /// The duty that it is about: that of an extension or of a due date set. Absent: every one.
    pub duty: Option<Duty>,
    /// For `received`: when the complaint was sent. For `absorbed`: when the other complaint was
    /// received.
    pub sent: Option<i64>,
    /// For `due_set` and `extension_approved`: the instant before which it is due.
    pub due: Option<i64>,
    /// For `classified`: how hard it is.
    pub complexity: Option<Complexity>,
    /// Who did it.
    pub person: Option<&'a str>,
    /// Their role.
    pub role: Option<Role>,
    /// Whether their unit is above the one that handles the complaint.
    pub superior: Option<bool>,
    /// Whether their unit is the head office.
    pub head_office: Option<bool>,
}

impl<'a> Moment<'a> {
    /// An event that was entered as it happened, and says nothing more.
    ///
    /// # Example
    /// ```
    /// use insurant::complaint::ComplaintEvent;
    /// use insurant::complaint::clock::Moment;
    /// let receipt = Moment::new(ComplaintEvent::Received, 1_748_743_200);
    /// let late = receipt.recorded_at(1_748_829_600);
    /// assert!(late.recorded > late.occurred);
    /// ```
    #[must_use]
    pub const fn new(kind: ComplaintEvent, occurred: i64) -> Self {
        Self {
            kind,
            occurred,
            recorded: occurred,
            subject: None,
            duty: None,
            sent: None,
            due: None,
            complexity: None,
            person: None,
            role: None,
            superior: None,
            head_office: None,
        }
    }

    /// The same, entered at another time.
    #[must_use]
    pub const fn recorded_at(mut self, seconds: i64) -> Self {
        self.recorded = seconds;
        self
    }

    /// The same, about a form, a notice or a reason.
    #[must_use]
    pub const fn about(mut self, subject: &'a str) -> Self {
        self.subject = Some(subject);
        self
    }

    /// The same, about a duty.
    #[must_use]
    pub const fn on(mut self, duty: Duty) -> Self {
        self.duty = Some(duty);
        self
    }

    /// The same, with a due instant.
    #[must_use]
    pub const fn due_before(mut self, seconds: i64) -> Self {
        self.due = Some(seconds);
        self
    }

    /// The same, with a classification.
    #[must_use]
    pub const fn classed(mut self, complexity: Complexity) -> Self {
        self.complexity = Some(complexity);
        self
    }

    /// From when on it counts, if it gives the firm more time: nobody can turn back the entry.
    #[must_use]
    pub(super) fn counts_from(&self) -> i64 {
        self.occurred.max(self.recorded)
    }
}
