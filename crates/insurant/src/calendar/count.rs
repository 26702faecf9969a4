//! Counting working days.

use super::data::Calendar;
use super::day::{Day, DayKind};
use crate::code::OUTSIDE_CALENDAR;
use crate::date::Date;
use insurant_rules::Problem;

impl Calendar {
    /// Whether people work on a day.
    ///
    /// # Errors
    /// `outside_calendar` when the day is not covered.
    pub fn is_working(&self, date: Date) -> Result<bool, Problem> {
        Ok(self.days().works(self.offset(date)?))
    }

    /// What kind of day it is, and its name.
    ///
    /// # Errors
    /// `outside_calendar` when the day is not covered.
    pub fn day(&self, date: Date) -> Result<Day<'_>, Problem> {
        let works = self.is_working(date)?;
        Ok(self.named(date).map_or_else(
            || Day {
                date,
                kind: if works {
                    DayKind::Working
                } else {
                    DayKind::Weekend
                },
                name: None,
            },
            super::day::Named::day,
        ))
    }

    /// The n-th working day after a day, which itself may be of any kind; `from` when n is 0.
    ///
    /// # Errors
    /// `outside_calendar` when `from` is not covered, or the n-th day would lie behind the last day covered.
    pub fn add_working_days(&self, from: Date, n: u32) -> Result<Date, Problem> {
        let offset = self.offset(from)?;
        let Some(n_before) = n.checked_sub(1) else {
            return Ok(from);
        };
        let count = self.days().before(offset + 1).checked_add(n_before);
        count
            .and_then(|count| self.nth(count))
            .ok_or_else(|| self.beyond(n, "after", from))
    }

    /// The n-th working day before a day, which itself may be of any kind; `from` when n is 0.
    ///
    /// # Errors
    /// `outside_calendar` when `from` is not covered, or the n-th day would lie ahead of the first day covered.
    pub fn subtract_working_days(&self, from: Date, n: u32) -> Result<Date, Problem> {
        let offset = self.offset(from)?;
        if n == 0 {
            return Ok(from);
        }
        let count = self.days().before(offset).checked_sub(n);
        count
            .and_then(|count| self.nth(count))
            .ok_or_else(|| self.beyond(n, "before", from))
    }

    /// The day itself when it is a working day, else the next one.
    ///
    /// # Errors
    /// `outside_calendar` when the day is not covered, or no working day follows within the coverage.
    pub fn next_working(&self, date: Date) -> Result<Date, Problem> {
        let offset = self.offset(date)?;
        self.nth(self.days().before(offset))
            .ok_or_else(|| self.none("on or after", date))
    }

    /// The day itself when it is a working day, else the one before.
    ///
    /// # Errors
    /// `outside_calendar` when the day is not covered, or no working day precedes it within the coverage.
    pub fn previous_working(&self, date: Date) -> Result<Date, Problem> {
        let offset = self.offset(date)?;
        let count = self.days().before(offset + 1).checked_sub(1);
        count
            .and_then(|count| self.nth(count))
            .ok_or_else(|| self.none("on or before", date))
    }

    /// How many working days d there are with `from < d <= to`; below zero when `to` comes first,
    /// so that turning the two around turns the sign.
    ///
    /// # Errors
    /// `outside_calendar` when one of the two is not covered.
    pub fn working_days_between(&self, from: Date, to: Date) -> Result<i64, Problem> {
        let [from, to] = [self.offset(from)?, self.offset(to)?];
        let until = |offset: u32| i64::from(self.days().before(offset + 1));
        Ok(until(to) - until(from))
    }

    fn offset(&self, date: Date) -> Result<u32, Problem> {
        let [first, _] = self.coverage();
        u32::try_from(date.days() - first.days())
            .ok()
            .filter(|offset| *offset < self.days().len())
            .ok_or_else(|| self.outside(date))
    }

    fn nth(&self, before: u32) -> Option<Date> {
        let [first, _] = self.coverage();
        let offset = i32::try_from(self.days().nth(before)?).ok()?;
        Date::from_days(first.days() + offset).ok()
    }

    #[cold]
    fn outside(&self, date: Date) -> Problem {
        self.not_covered(format!("{date} lies outside the calendar `{}`", self.id()))
            .found(date.to_string())
    }

    #[cold]
    fn beyond(&self, n: u32, side: &str, from: Date) -> Problem {
        let days = if n == 1 { "day" } else { "days" };
        self.not_covered(format!(
            "{n} working {days} {side} {from} lie outside the calendar `{}`",
            self.id()
        ))
    }

    #[cold]
    fn none(&self, side: &str, date: Date) -> Problem {
        self.not_covered(format!(
            "the working day {side} {date} lies outside the calendar `{}`",
            self.id()
        ))
    }

    fn not_covered(&self, message: String) -> Problem {
        let [first, last] = self.coverage();
        Problem::new(OUTSIDE_CALENDAR, message)
            .expected(format!("a day from {first} to {last}"))
            .remedy(format!(
                "supply a calendar `{}` that covers the day",
                self.id()
            ))
    }
}
