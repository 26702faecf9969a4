//! Days of the week, and the set of those that are weekend.

use crate::closed::closed;
use crate::date::Date;

closed! {
    /// A day of the week.
    Weekday {
        /// 星期一
        Monday = "monday",
        /// 星期二
        Tuesday = "tuesday",
        /// 星期三
        Wednesday = "wednesday",
        /// 星期四
        Thursday = "thursday",
        /// 星期五
        Friday = "friday",
        /// 星期六
        Saturday = "saturday",
        /// 星期日
        Sunday = "sunday",
    }
}

impl Weekday {
    /// The day of the week of a date.
    ///
    /// # Example
    /// ```
    /// use insurant::Date;
    /// use insurant::calendar::Weekday;
    /// assert_eq!(Weekday::of(Date::parse("2024-02-29")?), Weekday::Thursday);
    /// # Ok::<(), insurant::DateError>(())
    /// ```
    #[must_use]
    pub const fn of(date: Date) -> Self {
        // 1970-01-01 was a Thursday.
        match date.days().rem_euclid(7) {
            0 => Self::Thursday,
            1 => Self::Friday,
            2 => Self::Saturday,
            3 => Self::Sunday,
            4 => Self::Monday,
            5 => Self::Tuesday,
            _ => Self::Wednesday,
        }
    }
}

/// The days of the week on which nobody works: any set of them, also none.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Weekend(u8);

impl Weekend {
    /// The whole week: a calendar with such a weekend never opens, and is refused.
    pub const ALL: Self = Self(0x7f);

    /// With one more day.
    #[must_use]
    pub const fn with(self, day: Weekday) -> Self {
        Self(self.0 | 1 << day as u8)
    }

    /// Every day that is weekend here or there.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether a day of the week is weekend.
    #[must_use]
    pub const fn has(self, day: Weekday) -> bool {
        self.0 >> day as u8 & 1 == 1
    }

    /// Whether a date falls on the weekend.
    #[must_use]
    pub const fn falls_on(self, date: Date) -> bool {
        self.has(Weekday::of(date))
    }

    /// The days, from Monday on.
    pub fn days(self) -> impl Iterator<Item = Weekday> {
        let has = move |day: &Weekday| self.has(*day);
        Weekday::ALL.iter().copied().filter(has)
    }
}

impl FromIterator<Weekday> for Weekend {
    fn from_iter<I: IntoIterator<Item = Weekday>>(days: I) -> Self {
        days.into_iter().fold(Self::default(), Self::with)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Datelike;

    #[test]
    fn every_day_of_the_week_is_that_of_chrono() {
        for days in Date::MIN.days()..=Date::MAX.days() {
            let date = Date::from_days(days).unwrap();
            let expected = crate::date::to_chrono(date).weekday();
            let position = i64::from(expected.num_days_from_monday());
            assert_eq!(Weekday::of(date).position(), position);
        }
    }

    #[test]
    fn a_weekend_is_any_set_of_days() {
        let days = [Weekday::Friday, Weekday::Saturday];
        let weekend: Weekend = days.into_iter().collect();
        assert!(weekend.days().eq(days));
        assert_eq!(
            Weekday::ALL.iter().copied().collect::<Weekend>(),
            Weekend::ALL
        );
        assert_eq!(Weekend::default().days().next(), None);
    }
}
