//! Civil dates, and the arithmetic of months and years that the measures need.
//!
//! A date is days since 1970-01-01. Every interval is half-open. Months are counted from the
//! date they start at, never chained, and the day is clamped to the end of the month.

use chrono::{Datelike, NaiveDate};
use insurant_rules::civil;
pub(crate) use insurant_rules::civil::add_months;
pub use insurant_rules::{Date, DateError};

/// The date of chrono's.
///
/// # Errors
/// [`DateError::Year`] outside 1900 to 2199.
pub fn from_chrono(date: NaiveDate) -> Result<Date, DateError> {
    Date::from_ymd(date.year(), date.month(), date.day())
}

/// The date as chrono's.
#[must_use]
pub fn to_chrono(date: Date) -> NaiveDate {
    let (year, month, day) = date.ymd();
    // Every `Date` is a day that chrono knows.
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}

/// The largest n with `since + 12n months <= day`; 0 when `since` lies after `day`.
#[inline]
pub(crate) fn whole_years(since: i32, day: i32) -> i64 {
    let (year, month, day_of_month) = civil::from_days(day);
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
        let (year, month, day) = civil::from_days(since);
        let last = civil::days_in_month(self.year, month);
        let anniversary = if day < last { day } else { last };
        let before = self.month < month || (self.month == month && self.day_of_month < anniversary);
        (self.year - year - before as i32) as i64
    }
}

/// How many whole years a term has, when it has exactly so many.
#[inline]
pub(crate) fn exact_years(start: i32, end: i32) -> Option<i64> {
    let (from_year, from_month, from_day) = civil::from_days(start);
    let (year, month, day) = civil::from_days(end);
    let exact = month == from_month && day == from_day.min(civil::days_in_month(year, from_month));
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
    use chrono::{Months, NaiveDate};
    use proptest::prelude::*;

    const RANGE: std::ops::Range<i32> = Date::MIN.days()..Date::MAX.days();

    fn day(text: &str) -> i32 {
        Date::parse(text).unwrap().days()
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

    #[test]
    fn years_are_whole_on_the_anniversary_not_the_day_before() {
        let years = |since, on| whole_years(day(since), day(on));
        assert_eq!(years("2021-05-31", "2024-05-30"), 2);
        assert_eq!(years("2021-05-31", "2024-05-31"), 3);
        assert_eq!(years("2024-05-31", "2024-05-31"), 0);
        assert_eq!(years("2024-06-01", "2024-05-31"), 0);
        // 29 February has an anniversary of its own every fourth year, not in 2100.
        assert_eq!(years("2020-02-29", "2024-02-28"), 3);
        assert_eq!(years("2020-02-29", "2024-02-29"), 4);
        assert_eq!(years("2096-02-29", "2100-02-28"), 4);
        assert_eq!(years("2023-02-28", "2024-02-28"), 1);
        assert_eq!(years("2020-03-01", "2024-02-29"), 3);
        assert_eq!(years("2020-12-31", "2021-12-30"), 0);
        assert_eq!(exact_years(day("2023-02-28"), day("2024-02-29")), None);
        assert_eq!(exact_years(day("2023-05-01"), day("2023-05-01")), None);
        let latest = |start, on| latest_anniversary(day(start), day(on));
        assert_eq!(latest("2023-05-01", "2023-12-31"), day("2023-05-01"));
        assert_eq!(latest("2020-02-29", "2024-02-29"), day("2024-02-29"));
        assert_eq!(latest("2020-02-29", "2025-02-28"), day("2025-02-28"));
        assert_eq!(latest("2024-05-01", "2023-12-31"), day("2024-05-01"));
    }

    proptest! {
        #[test]
        fn months_agree_with_chrono(days in RANGE, months in 0_u32..1200) {
            let date = to_chrono(Date::from_days(days).unwrap());
            let back = NaiveDate::from_ymd_opt(1970, 1, 1).unwrap();
            let expected = |d: NaiveDate| i32::try_from((d - back).num_days()).unwrap();
            let signed = i32::try_from(months).unwrap();
            prop_assert_eq!(add_months(days, signed), expected(date + Months::new(months)));
            prop_assert_eq!(add_months(days, -signed), expected(date - Months::new(months)));
        }

        #[test]
        fn whole_years_is_the_largest_n(a in RANGE, b in RANGE) {
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
