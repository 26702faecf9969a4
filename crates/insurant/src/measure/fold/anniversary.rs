//! Years since a day, by looking up.

use crate::date::{Date, Today};

/// Until when something must have begun to be so many years old on a day.
#[derive(Debug, Clone)]
pub(crate) struct Anniversaries {
    today: Today,
    day: i32,
    /// The last day on which what is a year old, two years old and so on began.
    begun: Vec<i32>,
}

/// Years that are looked up; older ones are counted.
const YEARS: i32 = 100;

impl Anniversaries {
    pub(crate) fn new(as_of: Date) -> Self {
        let (today, day) = (Today::new(as_of), as_of.days());
        let begun = (1..=YEARS).map(|years| {
            let old = |since: i32| today.years_since(since) >= i64::from(years);
            // A day or two too late, whatever leap days lie between.
            let mut since = day - 365 * years - years / 4 + 2;
            while !old(since) {
                since -= 1;
            }
            since
        });
        Self {
            begun: begun.collect(),
            today,
            day,
        }
    }

    /// The whole years since a day; 0 when it lies ahead.
    #[inline]
    pub(crate) fn years_since(&self, since: i32) -> i64 {
        // Never more than there are: a year has 366 days at most.
        let least = usize::try_from(self.day.saturating_sub(since) / 366).unwrap_or(0);
        let Some(later) = self.begun.get(least..) else {
            return self.today.years_since(since);
        };
        for (years, &begun) in (least..).zip(later) {
            if since > begun {
                return i64::try_from(years).unwrap_or(0);
            }
        }
        self.today.years_since(since)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_those_of_the_calendar() {
        for day in [
            "2024-02-29",
            "2023-02-28",
            "2026-07-01",
            "2001-03-01",
            "1999-12-31",
        ] {
            let date = Date::parse(day).unwrap();
            let (table, today) = (Anniversaries::new(date), Today::new(date));
            for since in (date.days() - 40_000)..(date.days() + 800) {
                assert_eq!(
                    table.years_since(since),
                    today.years_since(since),
                    "{day} {since}"
                );
            }
        }
    }
}
