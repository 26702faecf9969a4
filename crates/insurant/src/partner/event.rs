//! Violations and penalties: what happened, when it was done, when it was decided.

use crate::closed::closed;
use crate::date::Date;

closed! {
    /// What an event is.
    EventKind {
        /// Something that was done.
        Violation = "violation",
        /// What a regulator ordered for it.
        Penalty = "penalty",
    }
}

closed! {
    /// The date of an event that counts for the years without one.
    CleanDate {
        /// When it was decided.
        Decision = "decision",
        /// When it was done.
        Act = "act",
    }
}

/// How heavy an event of a code is: a record of the rulebook's closed list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Severity {
    /// What it is.
    pub kind: EventKind,
    /// Whether it bars from admission.
    pub major: bool,
    /// Whether it ends the partnership whatever the score.
    pub veto: bool,
}

/// A violation or penalty of a partner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// The host's id.
    pub event_id: String,
    /// The code, of the rulebook's list.
    pub code: String,
    /// When it was done.
    pub acted_on: Option<Date>,
    /// When it was decided.
    pub decided_on: Option<Date>,
}

impl Event {
    /// The date that counts, when it is known.
    #[must_use]
    pub const fn date(&self, by: CleanDate) -> Option<Date> {
        match by {
            CleanDate::Decision => self.decided_on,
            CleanDate::Act => self.acted_on,
        }
    }
}
