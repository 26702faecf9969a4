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
    /// Since when the insurer knows of it; not told: since the decision, else the act.
    pub known_on: Option<Date>,
}

impl Event {
    /// Since when the insurer knows of it: as told, else since the decision, else since the act.
    #[must_use]
    pub fn known_since(&self) -> Option<Date> {
        self.known_on.or(self.decided_on).or(self.acted_on)
    }

    /// Whether the insurer knows of it on a day. Whoever does not tell since when knows of it.
    #[must_use]
    pub fn is_known(&self, day: Date) -> bool {
        self.known_on.is_none_or(|known| known <= day)
    }

    /// The date that counts, when it is known.
    #[must_use]
    pub const fn date(&self, by: CleanDate) -> Option<Date> {
        match by {
            CleanDate::Decision => self.decided_on,
            CleanDate::Act => self.acted_on,
        }
    }
}
