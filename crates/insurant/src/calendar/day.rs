//! One day of a calendar.

use crate::closed::closed;
use crate::date::Date;

closed! {
    /// What kind of day it is.
    DayKind {
        /// An ordinary working day.
        Working = "working",
        /// A day of the weekend on which people work (调休).
        WorkingWeekend = "working_weekend",
        /// An ordinary day of the weekend.
        Weekend = "weekend",
        /// A named day off, on the weekend or not.
        Holiday = "holiday",
    }
}

impl DayKind {
    /// Whether people work on it.
    #[must_use]
    pub const fn is_working(self) -> bool {
        matches!(self, Self::Working | Self::WorkingWeekend)
    }
}

/// A day of a calendar: what it is, and what it is called when it is no ordinary one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Day<'a> {
    /// The day.
    pub date: Date,
    /// What kind of day it is.
    pub kind: DayKind,
    /// The holiday, or the reason for which people work on a weekend.
    pub name: Option<&'a str>,
}

/// A day with a name, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Named {
    pub(super) date: Date,
    pub(super) works: bool,
    pub(super) name: Option<Box<str>>,
}

impl Named {
    pub(super) fn holiday(date: Date, name: &str) -> Self {
        let name = Some(name.into());
        let works = false;
        Self { date, works, name }
    }

    pub(super) fn working(date: Date, name: Option<&str>) -> Self {
        let name = name.map(Into::into);
        let works = true;
        Self { date, works, name }
    }

    pub(super) fn day(&self) -> Day<'_> {
        let kind = if self.works {
            DayKind::WorkingWeekend
        } else {
            DayKind::Holiday
        };
        Day {
            date: self.date,
            kind,
            name: self.name.as_deref(),
        }
    }
}
