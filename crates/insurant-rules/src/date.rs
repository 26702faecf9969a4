//! Civil dates as the language writes them: `2024-01-31`, from 1900 to 2199.

use std::fmt;

/// A civil date, kept as days since 1970-01-01.
///
/// # Example
/// ```
/// use insurant_rules::Date;
/// let date = Date::parse("1970-02-01").map(|d| (d.days(), d.to_string()));
/// assert_eq!(date, Some((31, "1970-02-01".to_owned())));
/// assert_eq!(Date::parse("2023-02-29"), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Date(i32);

/// The years that dates may lie in. An open end is left out, never written as a far date.
pub const YEARS: std::ops::RangeInclusive<i32> = 1900..=2199;

/// Why a text is no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateFault {
    /// It is not four digits, two and two, joined by hyphens.
    Form,
    /// The calendar has no such day.
    NoSuchDay,
    /// The year lies outside [`YEARS`].
    Year,
}

impl Date {
    /// 1900-01-01, the first date there is.
    pub const FIRST: Self = Self(-25_567);

    /// The date of a year, month and day; `None` when there is no such day or the year lies
    /// outside [`YEARS`].
    #[must_use]
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        if !YEARS.contains(&year) || day == 0 || day > days_in_month(year, month)? {
            return None;
        }
        // Days of a civil date, counting years from March so that the leap day comes last.
        let (month, day) = (i32::try_from(month).ok()?, i32::try_from(day).ok()?);
        let year = if month <= 2 { year - 1 } else { year };
        let month = (month + 9) % 12;
        let leap_days = year / 4 - year / 100 + year / 400;
        Some(Self(
            365 * year + leap_days + (153 * month + 2) / 5 + day - 1 - 719_468,
        ))
    }

    /// The date of an ISO 8601 text, `YYYY-MM-DD` exactly.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::read(text).ok()
    }

    /// The same, saying what is wrong with a text that is no date.
    ///
    /// # Errors
    /// What is wrong.
    pub fn read(text: &str) -> Result<Self, DateFault> {
        let shaped = text.len() == 10
            && text.bytes().enumerate().all(|(i, b)| match i {
                4 | 7 => b == b'-',
                _ => b.is_ascii_digit(),
            });
        if !shaped {
            return Err(DateFault::Form);
        }
        let mut parts = text.split('-').map(|part| part.parse::<u32>().ok());
        let (Some(year), Some(month), Some(day)) = (
            parts.next().flatten(),
            parts.next().flatten(),
            parts.next().flatten(),
        ) else {
            return Err(DateFault::Form);
        };
        // Four digits always fit.
        let year = i32::try_from(year).map_err(|_| DateFault::Form)?;
        match Self::new(year, month, day) {
            Some(date) => Ok(date),
            None if days_in_month(year, month).is_some_and(|days| (1..=days).contains(&day)) => {
                Err(DateFault::Year)
            }
            None => Err(DateFault::NoSuchDay),
        }
    }

    /// The date so many days after 1970-01-01, within [`YEARS`].
    #[must_use]
    pub fn from_days(days: i32) -> Option<Self> {
        let date = Self(days);
        let first = Self::new(*YEARS.start(), 1, 1)?;
        let last = Self::new(*YEARS.end(), 12, 31)?;
        (first..=last).contains(&date).then_some(date)
    }

    /// Days since 1970-01-01.
    #[must_use]
    pub const fn days(self) -> i32 {
        self.0
    }

    /// Year, month and day.
    #[must_use]
    pub const fn civil(self) -> (i32, i32, i32) {
        let z = self.0 + 719_468;
        let era = z.div_euclid(146_097);
        let day_of_era = z.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let march_month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * march_month + 2) / 5 + 1;
        let month = if march_month < 10 {
            march_month + 3
        } else {
            march_month - 9
        };
        let year = year_of_era + era * 400 + if month <= 2 { 1 } else { 0 };
        (year, month, day)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.civil();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

const fn days_in_month(year: i32, month: u32) -> Option<u32> {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => Some(31),
        4 | 6 | 9 | 11 => Some(30),
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => Some(29),
        2 => Some(28),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_of_the_range_survives_the_round_trip() {
        let first = Date::parse("1900-01-01").unwrap();
        let last = Date::parse("2199-12-31").unwrap();
        assert_eq!(first.days(), -25_567);
        for (expected, days) in (first.days()..=last.days()).enumerate() {
            let date = Date::from_days(days).unwrap();
            assert_eq!(Date::parse(&date.to_string()), Some(date), "day {expected}");
        }
        assert_eq!(Date::from_days(last.days() + 1), None);
    }

    #[test]
    fn dates_that_do_not_exist_are_none() {
        for text in [
            "2023-02-29",
            "1900-02-29",
            "2024-13-01",
            "2024-00-10",
            "2024-04-31",
            "2024-1-1",
            "9999-12-31",
            "1899-12-31",
            "2024/01/01",
            "",
            "２０２４-01-01",
        ] {
            assert_eq!(Date::parse(text), None, "{text}");
        }
        assert!(Date::parse("2000-02-29").is_some());
        assert_eq!(Date::parse("1900-01-01"), Some(Date::FIRST));
    }

    #[test]
    fn faults_are_told_apart() {
        assert_eq!(Date::read("2024-1-31"), Err(DateFault::Form));
        assert_eq!(Date::read("2023-02-29"), Err(DateFault::NoSuchDay));
        assert_eq!(Date::read("2023-13-01"), Err(DateFault::NoSuchDay));
        assert_eq!(Date::read("9999-12-31"), Err(DateFault::Year));
        assert_eq!(Date::read("9999-02-30"), Err(DateFault::NoSuchDay));
    }
}
