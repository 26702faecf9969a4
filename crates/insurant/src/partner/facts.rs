//! What is known of a partner.

use super::event::Event;
use crate::date::Date;

/// The permission to sell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Licence {
    /// The first day.
    pub from: Date,
    /// The first day after it; none when it has no end.
    pub to: Option<Date>,
}

impl Licence {
    /// Whether it holds on a day.
    #[must_use]
    pub fn holds(&self, day: Date) -> bool {
        self.from <= day && self.to.is_none_or(|to| day < to)
    }
}

/// What is known of a partner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Partner {
    /// The host's id.
    pub partner_id: String,
    /// Its licence; none when it is not known.
    pub licence: Option<Licence>,
    /// Whether it operates in compliance; none when nobody said.
    pub compliant: Option<bool>,
    /// Its violations and penalties, by id; none when they are not known.
    pub events: Option<Vec<Event>>,
}
