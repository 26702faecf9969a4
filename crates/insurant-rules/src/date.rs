//! Civil dates: `2024-01-31`, from 1900 to 2199.

use crate::civil;
use crate::code;
use crate::problem::Problem;
use std::fmt;

/// A civil date of the years 1900 to 2199.
///
/// # Example
/// ```
/// use insurant_rules::Date;
/// let leap = Date::parse("2024-02-29")?;
/// assert_eq!(leap.add_months(12).to_string(), "2025-02-28");
/// # Ok::<(), insurant_rules::DateError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Date(i32);

/// Why a text is not a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateError {
    /// Not of the form `YYYY-MM-DD`.
    Form,
    /// No such day in the calendar.
    NoSuchDay,
    /// The year lies outside 1900 to 2199.
    Year,
}

impl DateError {
    /// The problem of what is no date, to which the caller adds what was found and where.
    #[must_use]
    pub fn problem(self) -> Problem {
        match self {
            Self::Form => Problem::new(code::BAD_DATE, "the text is not a date")
                .expected("a date such as `2024-01-31`"),
            Self::NoSuchDay => Problem::new(code::NO_SUCH_DATE, "the calendar has no such day")
                .expected("a day that exists"),
            Self::Year => Problem::new(code::YEAR_OUT_OF_RANGE, "the year is out of range")
                .expected(format!("a year from {} to {}", YEARS.start(), YEARS.end()))
                .remedy("leave the field out when the end is open or the date is not known"),
        }
    }
}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Form => "a date is written YYYY-MM-DD",
            Self::NoSuchDay => "no such day in the calendar",
            Self::Year => "a year lies between 1900 and 2199; leave an open end out",
        })
    }
}

impl std::error::Error for DateError {}

/// The years that dates may lie in. An open end is left out, never written as a far date.
pub const YEARS: std::ops::RangeInclusive<i32> = 1900..=2199;
const FIRST: i32 = -25_567;
const LAST: i32 = 84_005;

impl Date {
    /// 1900-01-01.
    pub const MIN: Self = Self(FIRST);
    /// 2199-12-31.
    pub const MAX: Self = Self(LAST);

    /// The date so many days after 1970-01-01.
    ///
    /// # Errors
    /// [`DateError::Year`] outside 1900 to 2199.
    #[inline]
    pub const fn from_days(days: i32) -> Result<Self, DateError> {
        if days < FIRST || days > LAST {
            Err(DateError::Year)
        } else {
            Ok(Self(days))
        }
    }

    /// The date of a year, month and day.
    ///
    /// # Errors
    /// [`DateError::Year`] outside 1900 to 2199, [`DateError::NoSuchDay`] for 30 February and its like.
    pub const fn from_ymd(year: i32, month: u32, day: u32) -> Result<Self, DateError> {
        if year < *YEARS.start() || year > *YEARS.end() {
            return Err(DateError::Year);
        }
        if month < 1 || month > 12 || day < 1 || day > civil::days_in_month(year, month) {
            return Err(DateError::NoSuchDay);
        }
        Ok(Self(civil::to_days(year, month, day)))
    }

    /// Reads `YYYY-MM-DD`.
    ///
    /// # Errors
    /// See [`DateError`].
    pub fn parse(text: &str) -> Result<Self, DateError> {
        let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else {
            return Err(DateError::Form);
        };
        let number = |digits: &[u8]| {
            digits.iter().try_fold(0_u32, |sum, &d| {
                d.is_ascii_digit()
                    .then(|| sum * 10 + u32::from(d - b'0'))
                    .ok_or(DateError::Form)
            })
        };
        let year = number(&[*y1, *y2, *y3, *y4])?;
        let year = i32::try_from(year).map_err(|_| DateError::Form)?;
        Self::from_ymd(year, number(&[*m1, *m2])?, number(&[*d1, *d2])?)
    }

    /// Days since 1970-01-01.
    #[must_use]
    pub const fn days(self) -> i32 {
        self.0
    }

    /// Year, month and day.
    #[must_use]
    pub const fn ymd(self) -> (i32, u32, u32) {
        civil::from_days(self.0)
    }

    /// So many months later, or earlier; the day clamped to the month's end, the result to the
    /// range of dates.
    #[must_use]
    pub fn add_months(self, months: i32) -> Self {
        Self(civil::add_months(self.0, months).clamp(FIRST, LAST))
    }

    /// So many days later, or earlier, clamped to the range of dates.
    #[must_use]
    pub fn add_days(self, days: i32) -> Self {
        Self(self.0.saturating_add(days).clamp(FIRST, LAST))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.ymd();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_range_is_1900_to_2199() {
        assert_eq!(Date::MIN.to_string(), "1900-01-01");
        assert_eq!(Date::MAX.to_string(), "2199-12-31");
        assert_eq!(Date::parse("9999-12-31"), Err(DateError::Year));
        assert_eq!(Date::parse("2023-02-29"), Err(DateError::NoSuchDay));
        assert_eq!(Date::parse("2023-2-9"), Err(DateError::Form));
        for days in FIRST..=LAST {
            let date = Date(days);
            assert_eq!(Date::parse(&date.to_string()), Ok(date));
        }
    }

    #[test]
    fn the_first_and_the_last_day_are_dates_and_those_beyond_are_not() {
        assert_eq!(Date::from_days(Date::MIN.days()), Ok(Date::MIN));
        assert_eq!(Date::from_days(Date::MAX.days()), Ok(Date::MAX));
        assert_eq!(Date::from_days(Date::MIN.days() - 1), Err(DateError::Year));
        assert_eq!(Date::from_days(Date::MAX.days() + 1), Err(DateError::Year));
        assert_eq!(Date::from_ymd(1900, 1, 1), Ok(Date::MIN));
        assert_eq!(Date::from_ymd(2199, 12, 31), Ok(Date::MAX));
        assert_eq!(Date::from_ymd(1899, 12, 31), Err(DateError::Year));
        assert_eq!(Date::from_ymd(2200, 1, 1), Err(DateError::Year));
        for (month, day) in [(0, 1), (13, 1), (1, 0), (1, 32), (4, 31), (2, 30)] {
            let found = Date::from_ymd(2024, month, day);
            assert_eq!(found, Err(DateError::NoSuchDay), "{month}-{day}");
        }
    }

    #[test]
    fn moving_a_date_stops_at_the_range() {
        let date = |text| Date::parse(text).unwrap();
        assert_eq!(date("2024-02-28").add_days(2), date("2024-03-01"));
        assert_eq!(date("2024-03-01").add_days(-2), date("2024-02-28"));
        assert_eq!(Date::MAX.add_days(1), Date::MAX);
        assert_eq!(Date::MIN.add_days(-1), Date::MIN);
        assert_eq!(Date::MAX.add_days(i32::MAX), Date::MAX);
        assert_eq!(date("2024-05-31").add_months(-3), date("2024-02-29"));
        assert_eq!(date("2199-06-30").add_months(7), Date::MAX);
        assert_eq!(date("1900-06-30").add_months(-6), Date::MIN);
    }
}
