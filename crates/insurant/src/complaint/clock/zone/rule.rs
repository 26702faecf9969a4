//! How clocks change year by year: the text of POSIX with which a zone of the IANA database ends,
//! such as `GMT0BST,M3.5.0/1,M10.5.0`.

use super::DAY;
use insurant_rules::civil;

/// Standard time, and when the clocks are changed for a part of the year.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rule {
    standard: i64,
    summer: Option<Summer>,
}

#[derive(Debug, Clone, Copy)]
struct Summer {
    offset: i64,
    begin: Change,
    end: Change,
}

/// The day of a change, and the second of it by the clock before the change.
#[derive(Debug, Clone, Copy)]
struct Change {
    day: Day,
    second: i64,
}

#[derive(Debug, Clone, Copy)]
enum Day {
    /// A day of the week in a month; in the week 5, the last.
    Week { month: u32, week: i32, weekday: i32 },
    /// From 1 to 365; 29 February is never counted.
    Julian(i32),
    /// From 0 to 365.
    Ordinal(i32),
}

impl Rule {
    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut text = Reader(text);
        text.name()?;
        let standard = -text.time()?;
        if text.0.is_empty() {
            return Some(Self {
                standard,
                summer: None,
            });
        }
        text.name()?;
        let offset = if text.0.starts_with(',') {
            standard + 3600
        } else {
            -text.time()?
        };
        let summer = Summer {
            offset,
            begin: text.change()?,
            end: text.change()?,
        };
        text.0.is_empty().then_some(Self {
            standard,
            summer: Some(summer),
        })
    }

    pub(super) fn offset(&self, seconds: i64) -> i64 {
        let Some(summer) = &self.summer else {
            return self.standard;
        };
        let days = (seconds + self.standard).div_euclid(DAY);
        let (year, _, _) = civil::from_days(i32::try_from(days).unwrap_or(0));
        let begin = summer.begin.second_in(year) - self.standard;
        let end = summer.end.second_in(year) - summer.offset;
        // South of the equator summer goes over the turn of the year.
        let is_summer = if begin < end {
            begin <= seconds && seconds < end
        } else {
            !(end <= seconds && seconds < begin)
        };
        if is_summer {
            summer.offset
        } else {
            self.standard
        }
    }
}

impl Change {
    /// The second of the change by the clock on the wall.
    fn second_in(&self, year: i32) -> i64 {
        i64::from(self.day.in_year(year)) * DAY + self.second
    }
}

impl Day {
    fn in_year(self, year: i32) -> i32 {
        match self {
            Self::Ordinal(day) => civil::to_days(year, 1, 1) + day,
            Self::Julian(day) => {
                let leap = day >= 60 && civil::days_in_month(year, 2) == 29;
                civil::to_days(year, 1, 1) + day - 1 + i32::from(leap)
            }
            Self::Week {
                month,
                week,
                weekday,
            } => {
                let first = civil::to_days(year, month, 1);
                // 1970-01-01 was a Thursday; weeks begin on Sunday.
                let to_weekday = (weekday - (first + 4)).rem_euclid(7);
                let day = first + to_weekday + 7 * (week - 1);
                let next = first + i32::try_from(civil::days_in_month(year, month)).unwrap_or(31);
                if day < next { day } else { day - 7 }
            }
        }
    }
}

/// What is left to be read.
struct Reader<'a>(&'a str);

impl Reader<'_> {
    fn take(&mut self, first: char) -> bool {
        let rest = self.0.strip_prefix(first);
        self.0 = rest.unwrap_or(self.0);
        rest.is_some()
    }

    /// The name of a time, such as `GMT` or `<+08>`, which nobody asks for.
    fn name(&mut self) -> Option<()> {
        let rest = match self.0.strip_prefix('<') {
            Some(quoted) => quoted.split_once('>')?.1,
            None => self.0.trim_start_matches(|c: char| c.is_ascii_alphabetic()),
        };
        let read = rest.len() < self.0.len();
        self.0 = rest;
        read.then_some(())
    }

    fn number(&mut self) -> Option<i32> {
        let rest = self.0.trim_start_matches(|c: char| c.is_ascii_digit());
        let digits = self.0.get(..self.0.len() - rest.len())?;
        self.0 = rest;
        digits.parse().ok()
    }

    /// Hours, and minutes and seconds if they are there, as seconds.
    fn time(&mut self) -> Option<i64> {
        let sign = if self.take('-') { -1 } else { 1 };
        self.take('+');
        let mut seconds = i64::from(self.number()?) * 3600;
        for unit in [60, 1] {
            if self.take(':') {
                seconds += i64::from(self.number()?) * unit;
            }
        }
        Some(sign * seconds)
    }

    fn change(&mut self) -> Option<Change> {
        if !self.take(',') {
            return None;
        }
        let day = if self.take('M') {
            let month = u32::try_from(self.number()?).ok()?;
            self.take('.').then_some(())?;
            let week = self.number()?;
            self.take('.').then_some(())?;
            let weekday = self.number()?;
            Day::Week {
                month,
                week,
                weekday,
            }
        } else if self.take('J') {
            Day::Julian(self.number()?)
        } else {
            Day::Ordinal(self.number()?)
        };
        let second = if self.take('/') { self.time()? } else { 7200 };
        Some(Change { day, second })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use insurant_rules::Instant;

    #[track_caller]
    fn offset(rule: &str, at: &str) -> i64 {
        let rule = Rule::parse(rule).unwrap();
        rule.offset(Instant::parse(at).unwrap().seconds())
    }

    #[test]
    fn summer_begins_and_ends_to_the_second() {
        let london = "GMT0BST,M3.5.0/1,M10.5.0";
        assert_eq!(offset(london, "2150-03-29T00:59:59Z"), 0);
        assert_eq!(offset(london, "2150-03-29T01:00:00Z"), 3600);
        assert_eq!(offset(london, "2150-10-25T00:59:59Z"), 3600);
        assert_eq!(offset(london, "2150-10-25T01:00:00Z"), 0);
    }

    #[test]
    fn summer_goes_over_the_turn_of_the_year_in_the_south() {
        let sydney = "AEST-10AEDT,M10.1.0,M4.1.0/3";
        assert_eq!(offset(sydney, "2026-01-01T00:00:00Z"), 11 * 3600);
        assert_eq!(offset(sydney, "2026-07-01T00:00:00Z"), 10 * 3600);
        assert_eq!(offset(sydney, "2026-12-31T23:59:59Z"), 11 * 3600);
    }

    #[test]
    fn days_are_counted_in_each_of_the_ways_of_posix() {
        assert_eq!(offset("<+0330>-3:30", "2026-07-01T00:00:00Z"), 12_600);
        // The day 60 is 1 March whatever the year, or the day after 29 February.
        for (rule, year, day) in [
            ("X0Y,J60,J61", 2024, "03-01"),
            ("X0Y,J60,J61", 2025, "03-01"),
        ] {
            assert_eq!(offset(rule, &format!("{year}-{day}T01:59:59Z")), 0);
            assert_eq!(offset(rule, &format!("{year}-{day}T02:00:00Z")), 3600);
        }
        assert_eq!(offset("X0Y,59/0,61/0", "2024-02-29T00:00:00Z"), 3600);
        assert_eq!(offset("X0Y,59/0,61/0", "2025-03-01T00:00:00Z"), 3600);
        assert_eq!(offset("X0Y,59/0,61/0", "2025-02-28T23:59:59Z"), 0);
        // Nuuk changes before midnight of the day before.
        let nuuk = "<-02>2<-01>,M3.5.0/-1,M10.5.0/0";
        assert_eq!(offset(nuuk, "2025-03-30T00:59:59Z"), -7200);
        assert_eq!(offset(nuuk, "2025-03-30T01:00:00Z"), -3600);
    }

    #[test]
    fn what_is_no_rule_is_none() {
        for text in [
            "",
            "GMT",
            "GMT0BST",
            "GMT0BST,M3.5.0",
            "GMT0BST,M3.5,M10.5.0",
            "GMT0 ",
        ] {
            assert!(Rule::parse(text).is_none(), "{text}");
        }
    }
}
