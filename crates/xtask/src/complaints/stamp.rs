//! Times of the log, which has fractions of a second.

use crate::run::Outcome;
use insurant::Date;

const SECOND: i64 = 1_000_000;
const DAY: i64 = 86_400;

/// A time with its offset.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stamp {
    /// Millionths of a second since 1970, by UTC.
    pub(super) micros: i64,
    /// Minutes that local time is ahead.
    offset: i64,
}

impl Stamp {
    /// Reads `2011-10-11 13:45:40.276000+02:00`.
    pub(super) fn parse(text: &str) -> Outcome<Self> {
        let wrong = || format!("`{text}` is not a time such as `2011-10-11 13:45:40.276000+02:00`");
        let (date, rest) = text.split_once(' ').ok_or_else(wrong)?;
        let (clock, offset) = rest.split_once('+').ok_or_else(wrong)?;
        let (clock, fraction) = clock.split_once('.').unwrap_or((clock, "0"));
        let units = |text: &str| -> Outcome<i64> {
            let parts = text.split(':').map(str::parse::<i64>);
            Ok(parts
                .collect::<Result<Vec<_>, _>>()?
                .into_iter()
                .fold(0, |sum, part| sum * 60 + part))
        };
        let offset = units(offset)?;
        let seconds = i64::from(Date::parse(date)?.days()) * DAY + units(clock)? - offset * 60;
        let micros = format!("{fraction:0<6}").parse::<i64>()?;
        Ok(Self {
            micros: seconds * SECOND + micros,
            offset,
        })
    }

    /// The second in which it lies.
    pub(super) const fn second(self) -> i64 {
        self.micros.div_euclid(SECOND)
    }

    /// The second by which it is over.
    pub(super) const fn next_second(self) -> i64 {
        -(-self.micros).div_euclid(SECOND)
    }

    /// The local date.
    pub(super) fn date(self) -> Outcome<Date> {
        local(self.second() + self.offset * 60)
    }

    /// A second, written at this offset: `2011-10-11T13:45:40+02:00`.
    pub(super) fn write(self, second: i64) -> Outcome<String> {
        let local_second = second + self.offset * 60;
        let of_day = local_second.rem_euclid(DAY);
        let (hour, minute) = (of_day / 3600, of_day / 60 % 60);
        let date = local(local_second)?;
        let offset = format!("{:02}:{:02}", self.offset / 60, self.offset % 60);
        Ok(format!(
            "{date}T{hour:02}:{minute:02}:{:02}+{offset}",
            of_day % 60
        ))
    }
}

fn local(second: i64) -> Outcome<Date> {
    Ok(Date::from_days(i32::try_from(second.div_euclid(DAY))?)?)
}

#[cfg(test)]
mod tests {
    use super::Stamp;

    #[test]
    fn a_time_is_read_and_written() {
        let stamp = Stamp::parse("2011-10-30 00:30:40.276000+02:00").unwrap();
        assert_eq!(
            stamp.write(stamp.second()).unwrap(),
            "2011-10-30T00:30:40+02:00"
        );
        assert_eq!(
            stamp.write(stamp.next_second()).unwrap(),
            "2011-10-30T00:30:41+02:00"
        );
        assert_eq!(stamp.date().unwrap().to_string(), "2011-10-30");
        let whole = Stamp::parse("2011-12-05 01:06:40+01:00").unwrap();
        assert_eq!(whole.second(), whole.next_second());
        assert_eq!(whole.second(), 1_323_043_600);
        assert!(Stamp::parse("2011-12-05").is_err());
    }
}
