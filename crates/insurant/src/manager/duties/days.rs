//! Due days of a rule.

use super::rule::{DutyRule, Owed};
use crate::calendar::Calendar;
use crate::code;
use crate::complaint::clock::{Unit, day_after, rolled};
use crate::date::Date;
use insurant_rules::Problem;

impl DutyRule {
    fn calendar(&self) -> Result<&Calendar, Problem> {
        self.calendar.as_ref().ok_or_else(|| {
            Problem::new(
                code::MISSING_CALENDAR,
                format!("the duty `{}` has no calendar", self.id),
            )
        })
    }

    /// The day by which the report on a period is due, never before the period is over.
    pub(super) fn report_due(&self, start: Date) -> Result<Date, Problem> {
        let Owed::Report { every, due_day } = self.owed else {
            return Ok(start);
        };
        let opens = every.end(start);
        let (year, month, _) = opens.ymd();
        // The day of the month, else the last day that it has.
        let day = (1..=due_day)
            .rev()
            .find_map(|day| Date::from_ymd(year, month, day).ok());
        let due = rolled(day.unwrap_or(opens), self.roll, || self.calendar())?;
        Ok(due.max(opens))
    }

    /// The day so much later than another, as the rule counts, and never before it.
    pub(super) fn due_after(&self, base: Date) -> Result<Date, Problem> {
        let (count, unit) = match self.owed {
            Owed::Report { .. } => (0, Unit::CalendarDay),
            Owed::Contact { count, unit, .. } | Owed::Event { count, unit, .. } => (count, unit),
        };
        let day = day_after(base, unit, count, || self.calendar())?;
        Ok(rolled(day, self.roll, || self.calendar())?.max(base))
    }

    /// The day after which something due is missing; nothing when it never is, or when that cannot
    /// be told.
    pub(super) fn missing_after(&self, opens: Date, due: Date) -> Option<Date> {
        if let Some(days) = self.missing_after_days {
            return Some(due.add_days(i32::try_from(days).unwrap_or(i32::MAX)));
        }
        match self.owed {
            // By then the next report is due.
            Owed::Report { .. } => self.report_due(opens).ok(),
            Owed::Contact { .. } => self.due_after(due).ok(),
            Owed::Event { .. } => None,
        }
    }
}
