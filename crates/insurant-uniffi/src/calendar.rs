//! Working-day calendars.

use crate::engine::day;
use crate::error::InsurantError;
use crate::native::CivilDate;
use crate::words::DayKind;
use insurant::calendar::Calendar;
use insurant::{Date, Place, Problem};
use std::sync::Arc;

/// A calendar of an engine.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct CalendarInfo {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: Option<String>,
    /// The version of its data.
    pub version: String,
    /// Where its data come from.
    pub source: String,
    /// The first day that it covers.
    pub first: CivilDate,
    /// The last day that it covers.
    pub last: CivilDate,
}

/// A day of a calendar.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct CalendarDay {
    /// The day.
    pub date: CivilDate,
    /// What kind of day it is.
    pub kind: DayKind,
    /// The holiday, or the reason for which people work on a weekend.
    pub name: Option<String>,
}

impl From<&Calendar> for CalendarInfo {
    fn from(calendar: &Calendar) -> Self {
        let [first, last] = calendar.coverage();
        Self {
            id: calendar.id().to_owned(),
            title: calendar.title().map(str::to_owned),
            version: calendar.version().to_owned(),
            source: calendar.source().to_owned(),
            first: first.into(),
            last: last.into(),
        }
    }
}

/// Which days people work on. Asked about a day that it does not cover it says so: holidays are set
/// by governments, often late, and nobody can compute them ahead.
#[derive(uniffi::Object)]
pub struct WorkCalendar(Calendar);

impl WorkCalendar {
    pub(crate) fn of(calendar: Calendar) -> Arc<Self> {
        Arc::new(Self(calendar))
    }
}

#[uniffi::export]
impl WorkCalendar {
    /// What it is, and which days it covers.
    pub fn info(&self) -> Result<CalendarInfo, InsurantError> {
        Ok((&self.0).into())
    }

    /// Whether people work on a day.
    pub fn is_working(&self, date: CivilDate) -> Result<bool, InsurantError> {
        Ok(self.0.is_working(day("date", date)?)?)
    }

    /// A day: what kind it is, and its name.
    pub fn day(&self, date: CivilDate) -> Result<CalendarDay, InsurantError> {
        let day = self.0.day(day("date", date)?)?;
        Ok(CalendarDay {
            date: day.date.into(),
            kind: day.kind,
            name: day.name.map(str::to_owned),
        })
    }

    /// The day so many working days after another, which does not count itself.
    pub fn add(&self, from: CivilDate, days: i64) -> Result<CivilDate, InsurantError> {
        self.counted(from, days, Calendar::add_working_days)
    }

    /// The day so many working days before another, which does not count itself.
    pub fn subtract(&self, from: CivilDate, days: i64) -> Result<CivilDate, InsurantError> {
        self.counted(from, days, Calendar::subtract_working_days)
    }

    /// The day itself if people work on it, else the next on which they do.
    pub fn next(&self, date: CivilDate) -> Result<CivilDate, InsurantError> {
        Ok(self.0.next_working(day("date", date)?)?.into())
    }

    /// The day itself if people work on it, else the last before it on which they did.
    pub fn previous(&self, date: CivilDate) -> Result<CivilDate, InsurantError> {
        Ok(self.0.previous_working(day("date", date)?)?.into())
    }

    /// How many working days lie after the first day, up to and with the second; negative when the
    /// second is the earlier one.
    pub fn between(&self, from: CivilDate, to: CivilDate) -> Result<i64, InsurantError> {
        let (from, to) = (day("from", from)?, day("to", to)?);
        Ok(self.0.working_days_between(from, to)?)
    }
}

impl WorkCalendar {
    fn counted(
        &self,
        from: CivilDate,
        days: i64,
        count: impl Fn(&Calendar, Date, u32) -> Result<Date, Problem>,
    ) -> Result<CivilDate, InsurantError> {
        let from = day("from", from)?;
        let days = u32::try_from(days).map_err(|_| {
            Problem::new(insurant_rules::code::OUT_OF_RANGE, "no number of days")
                .found(days.to_string())
                .expected(format!("0 to {}", u32::MAX))
                .at(Place {
                    path: "days".to_owned(),
                    ..Place::default()
                })
        })?;
        Ok(count(&self.0, from, days)?.into())
    }
}
