//! Civil dates and the arithmetic of months and years.
//!
//! A date is days since 1970-01-01. Every interval is half-open. Months are counted from the
//! date they start at, never chained, and the day is clamped to the end of the month.

use chrono::{Datelike, NaiveDate};
use std::fmt;

/// A civil date of the years 1900 to 2199.
///
/// # Example
/// ```
/// use insurant::Date;
/// let leap = Date::parse("2024-02-29")?;
/// assert_eq!(leap.add_months(12).to_string(), "2025-02-28");
/// # Ok::<(), insurant::DateError>(())
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

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Form => "a date is written YYYY-MM-DD",
            Self::NoSuchDay => "no such day in the calendar",
            Self::Year => "a year lies between 1900 and 2199; leave an open end empty",
        })
    }
}

impl std::error::Error for DateError {}

/// Days from 0000-03-01 to 1970-01-01.
const EPOCH_SHIFT: i32 = 719_468;
/// Days in 400 years.
const ERA: i32 = 146_097;
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
        if year < 1900 || year > 2199 {
            return Err(DateError::Year);
        }
        if month < 1 || month > 12 || day < 1 || day > days_in_month(year, month) {
            return Err(DateError::NoSuchDay);
        }
        Ok(Self(days_from_civil(year, month, day)))
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
        civil_from_days(self.0)
    }

    /// So many months later, or earlier; the day clamped to the month's end, the result to the
    /// range of dates.
    #[must_use]
    pub fn add_months(self, months: i32) -> Self {
        Self(add_months(self.0, months).clamp(FIRST, LAST))
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

impl TryFrom<NaiveDate> for Date {
    type Error = DateError;
    fn try_from(date: NaiveDate) -> Result<Self, DateError> {
        Self::from_ymd(date.year(), date.month(), date.day())
    }
}

impl From<Date> for NaiveDate {
    fn from(date: Date) -> Self {
        let (year, month, day) = date.ymd();
        // Every `Date` is a day that chrono knows.
        NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
    }
}

const fn days_in_month(year: i32, month: u32) -> u32 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

// The two conversions are those of Howard Hinnant's "chrono-compatible low-level date algorithms":
// a window's bound is computed for every policy of every customer, so they are worth having inline.

#[inline]
#[expect(clippy::cast_possible_wrap, reason = "months and days are at most 31")]
const fn days_from_civil(year: i32, month: u32, day: u32) -> i32 {
    let y = if month <= 2 { year - 1 } else { year };
    let era = y.div_euclid(400);
    let year_of_era = y - era * 400;
    let month = month as i32;
    let day_of_year =
        (153 * (if month > 2 { month - 3 } else { month + 9 }) + 2) / 5 + day as i32 - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * ERA + day_of_era - EPOCH_SHIFT
}

#[inline]
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_possible_wrap,
    reason = "days are shifted above zero, and halves of a product are taken on purpose"
)]
const fn civil_from_days(days: i32) -> (i32, u32, u32) {
    // Neri and Schneider, "Euclidean affine functions and applications to calendar algorithms"
    // (2023); whole 400-year eras are added so that the arithmetic stays unsigned. Wrapping
    // operators because every intermediate fits for days within some thousand years.
    const ERAS: u32 = 10;
    let n = (days as u32)
        .wrapping_add(EPOCH_SHIFT as u32)
        .wrapping_add(ERAS * ERA as u32);
    let century_part = n.wrapping_mul(4).wrapping_add(3);
    let (century, day_of_century) = (century_part / 146_097, century_part % 146_097 / 4);
    let year_part = (day_of_century.wrapping_mul(4).wrapping_add(3)) as u64 * 2_939_745;
    let (year_of_century, day_of_year) =
        ((year_part >> 32) as u32, (year_part as u32) / 2_939_745 / 4);
    let month_part = day_of_year.wrapping_mul(2141).wrapping_add(197_913);
    let (month, day) = (month_part >> 16, (month_part & 0xffff) / 2141 + 1);
    let late = day_of_year >= 306;
    let year = century
        .wrapping_mul(100)
        .wrapping_add(year_of_century)
        .wrapping_add(late as u32);
    let month = if late { month.wrapping_sub(12) } else { month };
    ((year as i32).wrapping_sub(400 * ERAS as i32), month, day)
}

/// `days` moved by months, clamped to the month's end; any day within some thousand years.
#[inline]
#[expect(
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    reason = "a month is 0 to 11"
)]
pub(crate) const fn add_months(days: i32, months: i32) -> i32 {
    let (year, month, day) = civil_from_days(days);
    let total = year * 12 + month as i32 - 1 + months;
    let (year, month) = (total.div_euclid(12), (total.rem_euclid(12) + 1) as u32);
    let last = days_in_month(year, month);
    days_from_civil(year, month, if day < last { day } else { last })
}

/// The largest n with `since + 12n months <= day`; 0 when `since` lies after `day`.
#[inline]
pub(crate) fn whole_years(since: i32, day: i32) -> i64 {
    let (year, month, day_of_month) = civil_from_days(day);
    Today {
        day,
        year,
        month,
        day_of_month,
    }
    .years_since(since)
}

/// A day that many others are compared with: its parts are worked out once.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Today {
    day: i32,
    year: i32,
    month: u32,
    day_of_month: u32,
}

impl Today {
    pub(crate) fn new(date: Date) -> Self {
        let (year, month, day_of_month) = date.ymd();
        Self {
            day: date.days(),
            year,
            month,
            day_of_month,
        }
    }

    /// The largest n with `since + 12n months <= today`; 0 when `since` lies after today.
    #[inline]
    pub(crate) const fn years_since(&self, since: i32) -> i64 {
        if since > self.day {
            return 0;
        }
        let (year, month, day) = civil_from_days(since);
        let last = days_in_month(self.year, month);
        let anniversary = if day < last { day } else { last };
        let before = self.month < month || (self.month == month && self.day_of_month < anniversary);
        (self.year - year - before as i32) as i64
    }
}

/// How many whole years a term has, when it has exactly so many.
#[inline]
pub(crate) fn exact_years(start: i32, end: i32) -> Option<i64> {
    let (from_year, from_month, from_day) = civil_from_days(start);
    let (year, month, day) = civil_from_days(end);
    let exact = month == from_month && day == from_day.min(days_in_month(year, from_month));
    (exact && year > from_year).then(|| i64::from(year - from_year))
}

/// The latest anniversary of `start` on or before `day`; `start` itself when none has come.
#[inline]
pub(crate) fn latest_anniversary(start: i32, day: i32) -> i32 {
    let years = i32::try_from(whole_years(start, day)).unwrap_or(0);
    add_months(start, 12 * years)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Months;
    use proptest::prelude::*;

    fn day(text: &str) -> i32 {
        Date::parse(text).unwrap().days()
    }

    #[test]
    fn the_range_is_1900_to_2199() {
        assert_eq!(Date::MIN.to_string(), "1900-01-01");
        assert_eq!(Date::MAX.to_string(), "2199-12-31");
        assert_eq!(Date::parse("9999-12-31"), Err(DateError::Year));
        assert_eq!(Date::parse("2023-02-29"), Err(DateError::NoSuchDay));
        assert_eq!(Date::parse("2023-2-9"), Err(DateError::Form));
    }

    #[test]
    fn an_anniversary_of_29_february_is_28_february() {
        assert_eq!(whole_years(day("2020-02-29"), day("2021-02-27")), 0);
        assert_eq!(whole_years(day("2020-02-29"), day("2021-02-28")), 1);
        assert_eq!(exact_years(day("2020-02-29"), day("2021-02-28")), Some(1));
        assert_eq!(exact_years(day("2020-02-29"), day("2021-03-01")), None);
        assert_eq!(exact_years(day("2020-02-29"), day("2024-02-29")), Some(4));
        assert_eq!(
            latest_anniversary(day("2020-02-29"), day("2024-02-28")),
            day("2023-02-28")
        );
    }

    proptest! {
        #[test]
        fn months_agree_with_chrono(days in FIRST..LAST, months in 0_u32..1200) {
            let date = NaiveDate::from(Date(days));
            let back = NaiveDate::from_ymd_opt(1970, 1, 1).unwrap();
            let expected = |d: NaiveDate| i32::try_from((d - back).num_days()).unwrap();
            let signed = i32::try_from(months).unwrap();
            prop_assert_eq!(add_months(days, signed), expected(date + Months::new(months)));
            prop_assert_eq!(add_months(days, -signed), expected(date - Months::new(months)));
        }

        #[test]
        fn whole_years_is_the_largest_n(a in FIRST..LAST, b in FIRST..LAST) {
            let (since, day) = (a.min(b), a.max(b));
            let n = i32::try_from(whole_years(since, day)).unwrap();
            prop_assert!(add_months(since, 12 * n) <= day);
            prop_assert!(add_months(since, 12 * (n + 1)) > day);
            prop_assert_eq!(
                exact_years(since, day),
                (n > 0 && add_months(since, 12 * n) == day).then_some(i64::from(n))
            );
        }
    }
}
