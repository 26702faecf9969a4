//! What account managers owe, and by when.

use super::ContactKind;
use super::item::DutyKind;
use crate::calendar::Calendar;
use crate::closed::closed;
use crate::complaint::clock::{Roll, Unit};
use crate::date::Date;
use std::collections::BTreeSet;

closed! {
    /// A period of the calendar.
    Every {
        /// January, February and so on.
        Month = "month",
        /// January to March and so on.
        Quarter = "quarter",
        /// January to June, July to December.
        HalfYear = "half_year",
        /// January to December.
        Year = "year",
    }
}

impl Every {
    /// How many months it has.
    #[must_use]
    pub const fn months(self) -> u32 {
        match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::HalfYear => 6,
            Self::Year => 12,
        }
    }

    /// The first day of the period that a day lies in.
    ///
    /// # Example
    /// ```
    /// use insurant::{Date, manager::duties::Every};
    /// let day = Date::parse("2025-05-31")?;
    /// assert_eq!(Every::Quarter.start(day), Date::parse("2025-04-01")?);
    /// # Ok::<(), insurant::DateError>(())
    /// ```
    #[must_use]
    pub fn start(self, day: Date) -> Date {
        let (year, month, _) = day.ymd();
        let first = (month - 1) / self.months() * self.months() + 1;
        // A year of a date, and its first day of a month, is a date.
        Date::from_ymd(year, first, 1).unwrap_or(day)
    }

    /// The first day after the period that begins on a day.
    #[must_use]
    pub fn end(self, start: Date) -> Date {
        start.add_months(i32::try_from(self.months()).unwrap_or(1))
    }
}

/// A rule. Its calendar is resolved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DutyRule {
    /// Its id.
    pub id: String,
    /// What is owed.
    pub owed: Owed,
    /// What happens to a due day without work.
    pub roll: Roll,
    /// The calendar of working days.
    pub calendar: Option<Calendar>,
    /// How many days before the due day it is listed as due; as soon as it can be done, when absent.
    pub due_days: Option<u32>,
    /// How many days after the due day it counts as missing, not merely as overdue.
    pub missing_after_days: Option<u32>,
}

/// What is owed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Owed {
    /// A report on each period, by a day of the month after it.
    Report {
        /// The period.
        every: Every,
        /// The day of the first month after it; the last of the month, where it has fewer.
        due_day: u32,
    },
    /// A contact with each customer, so long after the one before.
    Contact {
        /// The contacts that count.
        contacts: BTreeSet<ContactKind>,
        /// How many units after the contact before, or after the first assignment.
        count: u32,
        /// Of what.
        unit: Unit,
        /// The categories of customers; all when absent.
        categories: Option<BTreeSet<String>>,
        /// The tiers of customers; all when absent.
        tiers: Option<BTreeSet<String>>,
    },
    /// A report on each major event, so long after it was known.
    Event {
        /// The kinds of events; all when absent.
        events: Option<BTreeSet<String>>,
        /// How many units.
        count: u32,
        /// Of what.
        unit: Unit,
        /// Whether it must name counter-measures.
        counter_measures: bool,
    },
}

impl DutyRule {
    /// Of which kind it is.
    #[must_use]
    pub const fn kind(&self) -> DutyKind {
        match self.owed {
            Owed::Report { .. } => DutyKind::Report,
            Owed::Contact { .. } => DutyKind::Contact,
            Owed::Event { .. } => DutyKind::Event,
        }
    }

    /// Whether its due days depend on a calendar.
    #[must_use]
    pub fn needs_calendar(&self) -> bool {
        let counts = match self.owed {
            Owed::Report { .. } => false,
            Owed::Contact { unit, .. } | Owed::Event { unit, .. } => unit == Unit::BusinessDay,
        };
        counts || self.roll != Roll::None
    }
}

/// Whether a word is one of those asked for.
pub(super) fn is_asked(asked: Option<&BTreeSet<String>>, word: Option<&str>) -> bool {
    asked.is_none_or(|asked| word.is_some_and(|word| asked.contains(word)))
}
