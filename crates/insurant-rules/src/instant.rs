//! Instants: a second of the world's time and the offset at which it was written down,
//! `2025-06-01T10:00:00+08:00`.

use crate::date::{Date, DateError};
use std::fmt;

/// A second of the world's time, with the offset of whoever wrote it down. Its local year lies
/// between 1900 and 2199.
///
/// Two texts of one second at different offsets are different values, because they print
/// differently; which comes first is asked of [`Instant::seconds`]. That is why instants have no
/// `<`: with it, ten o'clock in Shanghai and two o'clock in London would not be the same time.
///
/// # Example
/// ```
/// use insurant_rules::Instant;
/// let received = Instant::parse("2025-06-01T10:00:00+08:00")?;
/// let same = Instant::parse("2025-06-01T02:00:00Z")?;
/// assert_eq!(received.seconds(), same.seconds());
/// assert_eq!(received.date().to_string(), "2025-06-01");
/// assert_eq!(same.at_offset(480)?, received);
/// # Ok::<(), insurant_rules::InstantError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Instant {
    seconds: i64,
    offset: i16,
}

/// Why a text is not an instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InstantError {
    /// Not of the form `YYYY-MM-DDThh:mm:ss+hh:mm`.
    Form,
    /// A date and a time, but no offset.
    NoOffset,
    /// An offset beyond fourteen hours, or `-00:00`.
    Offset,
    /// No such day in the calendar.
    NoSuchDay,
    /// No such time of day.
    NoSuchTime,
    /// The year lies outside 1900 to 2199.
    Year,
}

impl fmt::Display for InstantError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Form => "an instant is written YYYY-MM-DDThh:mm:ss+hh:mm, in whole seconds",
            Self::NoOffset => "an instant needs its offset from UTC, such as +08:00 or Z",
            Self::Offset => "an offset lies between -14:00 and +14:00; UTC is Z",
            Self::NoSuchDay => "no such day in the calendar",
            Self::NoSuchTime => "no such time of day",
            Self::Year => "a year lies between 1900 and 2199; leave an open end empty",
        })
    }
}

impl std::error::Error for InstantError {}

impl From<DateError> for InstantError {
    fn from(error: DateError) -> Self {
        match error {
            DateError::Form => Self::Form,
            DateError::NoSuchDay => Self::NoSuchDay,
            DateError::Year => Self::Year,
        }
    }
}

/// Seconds of a day. Leap seconds are not counted, as in all civil reckoning by computers.
const DAY: i64 = 86_400;
/// The farthest offsets in use are -12:00 and +14:00.
const MAX_OFFSET: i32 = 14 * 60;

impl Instant {
    /// 1970-01-01T00:00:00Z.
    pub const EPOCH: Self = Self {
        seconds: 0,
        offset: 0,
    };

    /// The instant so many seconds after 1970-01-01T00:00:00Z, written at an offset of minutes.
    ///
    /// # Errors
    /// [`InstantError::Offset`] beyond fourteen hours, [`InstantError::Year`] when the local year
    /// lies outside 1900 to 2199.
    pub fn from_seconds(seconds: i64, offset_minutes: i32) -> Result<Self, InstantError> {
        if !(-MAX_OFFSET..=MAX_OFFSET).contains(&offset_minutes) {
            return Err(InstantError::Offset);
        }
        let offset = i16::try_from(offset_minutes).map_err(|_| InstantError::Offset)?;
        let local = seconds
            .checked_add(i64::from(offset) * 60)
            .ok_or(InstantError::Year)?;
        let days = i32::try_from(local.div_euclid(DAY)).map_err(|_| InstantError::Year)?;
        Date::from_days(days)?;
        Ok(Self { seconds, offset })
    }

    /// The instant of a local date and second of the day.
    ///
    /// # Errors
    /// [`InstantError::NoSuchTime`] from 86,400 seconds on, [`InstantError::Offset`] beyond
    /// fourteen hours.
    pub fn from_local(
        date: Date,
        second_of_day: u32,
        offset_minutes: i32,
    ) -> Result<Self, InstantError> {
        if i64::from(second_of_day) >= DAY {
            return Err(InstantError::NoSuchTime);
        }
        let local = i64::from(date.days()) * DAY + i64::from(second_of_day);
        Self::from_seconds(local - i64::from(offset_minutes) * 60, offset_minutes)
    }

    /// Reads `YYYY-MM-DDThh:mm:ss`, then `Z` or an offset `+hh:mm`.
    ///
    /// # Errors
    /// See [`InstantError`].
    pub fn parse(text: &str) -> Result<Self, InstantError> {
        let (date, rest) = text.split_at_checked(10).ok_or(InstantError::Form)?;
        let (time, offset) = rest.split_at_checked(9).ok_or(InstantError::Form)?;
        let [b'T', h1, h2, b':', m1, m2, b':', s1, s2] = time.as_bytes() else {
            return Err(InstantError::Form);
        };
        let (hour, minute) = (two(*h1, *h2)?, two(*m1, *m2)?);
        let second = two(*s1, *s2)?;
        let offset = match offset.as_bytes() {
            [] => return Err(InstantError::NoOffset),
            [b'Z'] => 0,
            [sign @ (b'+' | b'-'), h1, h2, b':', m1, m2] => {
                let (hours, minutes) = (two(*h1, *h2)?, two(*m1, *m2)?);
                // RFC 3339 gives `-00:00` to those who do not know their offset.
                if minutes > 59 || (*sign == b'-' && hours == 0 && minutes == 0) {
                    return Err(InstantError::Offset);
                }
                let size = hours * 60 + minutes;
                if *sign == b'-' { -size } else { size }
            }
            _ => return Err(InstantError::Form),
        };
        let date = Date::parse(date)?;
        if hour > 23 || minute > 59 || second > 59 {
            return Err(InstantError::NoSuchTime);
        }
        let second_of_day = u32::try_from(hour * 3600 + minute * 60 + second);
        let second_of_day = second_of_day.map_err(|_| InstantError::NoSuchTime)?;
        Self::from_local(date, second_of_day, offset)
    }

    /// Seconds since 1970-01-01T00:00:00Z: what instants are compared by.
    #[must_use]
    pub const fn seconds(self) -> i64 {
        self.seconds
    }

    /// The offset from UTC in minutes, east positive.
    #[must_use]
    pub const fn offset_minutes(self) -> i32 {
        self.offset as i32
    }

    /// The local date.
    #[must_use]
    pub fn date(self) -> Date {
        // Checked when the instant was made.
        i32::try_from(self.local().div_euclid(DAY))
            .ok()
            .and_then(|days| Date::from_days(days).ok())
            .unwrap_or(Date::MIN)
    }

    /// The second of the local day, 0 at midnight.
    #[must_use]
    pub fn second_of_day(self) -> u32 {
        u32::try_from(self.local().rem_euclid(DAY)).unwrap_or(0)
    }

    /// The same second, written at another offset of minutes.
    ///
    /// # Errors
    /// As [`Instant::from_seconds`].
    pub fn at_offset(self, offset_minutes: i32) -> Result<Self, InstantError> {
        Self::from_seconds(self.seconds, offset_minutes)
    }

    /// So many seconds later, or earlier, at the same offset.
    ///
    /// # Errors
    /// [`InstantError::Year`] outside 1900 to 2199.
    pub fn add_seconds(self, seconds: i64) -> Result<Self, InstantError> {
        let moved = self.seconds.checked_add(seconds);
        Self::from_seconds(moved.ok_or(InstantError::Year)?, self.offset_minutes())
    }

    const fn local(self) -> i64 {
        self.seconds + self.offset as i64 * 60
    }
}

/// Two digits.
fn two(tens: u8, ones: u8) -> Result<i32, InstantError> {
    if tens.is_ascii_digit() && ones.is_ascii_digit() {
        Ok(i32::from(tens - b'0') * 10 + i32::from(ones - b'0'))
    } else {
        Err(InstantError::Form)
    }
}

impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let second = self.second_of_day();
        let (hour, minute) = (second / 3600, second / 60 % 60);
        write!(
            f,
            "{}T{hour:02}:{minute:02}:{:02}",
            self.date(),
            second % 60
        )?;
        if self.offset == 0 {
            return f.write_str("Z");
        }
        let sign = if self.offset < 0 { '-' } else { '+' };
        let size = self.offset.unsigned_abs();
        write!(f, "{sign}{:02}:{:02}", size / 60, size % 60)
    }
}

impl fmt::Debug for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<Instant, InstantError> {
        Instant::parse(text)
    }

    #[test]
    fn known_instants() {
        let seconds = |text| parse(text).unwrap().seconds();
        assert_eq!(seconds("1970-01-01T00:00:00Z"), 0);
        assert_eq!(seconds("2025-06-01T10:00:00+08:00"), 1_748_743_200);
        assert_eq!(seconds("1969-12-31T16:00:00-08:00"), 0);
        assert_eq!(seconds("1969-12-31T18:29:59-05:30"), -1);
        let leap = parse("2024-02-29T23:59:59-03:30").unwrap();
        assert_eq!(leap.date().to_string(), "2024-02-29");
        assert_eq!(leap.second_of_day(), 86_399);
        assert_eq!(leap.offset_minutes(), -210);
        assert_eq!(
            leap.add_seconds(1).unwrap().to_string(),
            "2024-03-01T00:00:00-03:30"
        );
        let utc = leap.at_offset(0).unwrap();
        assert_eq!(utc.to_string(), "2024-03-01T03:29:59Z");
        assert_ne!(utc, leap);
    }

    #[test]
    fn what_is_no_instant_says_why() {
        for (text, why) in [
            ("2025-06-01", InstantError::Form),
            ("2025-06-01 10:00:00Z", InstantError::Form),
            ("2025-06-01T10:00Z", InstantError::Form),
            ("2025-06-01T10:00:00.5Z", InstantError::Form),
            ("2025-06-01T10:00:00z", InstantError::Form),
            ("2025-06-01T10:00:00+0800", InstantError::Form),
            ("2025-06-01T1é:00:00Z", InstantError::Form),
            ("2025-06-01T10:00:00", InstantError::NoOffset),
            ("2025-06-01T10:00:00-00:00", InstantError::Offset),
            ("2025-06-01T10:00:00+14:01", InstantError::Offset),
            ("2025-06-01T10:00:00+08:60", InstantError::Offset),
            ("2025-02-29T10:00:00Z", InstantError::NoSuchDay),
            ("2025-06-01T24:00:00Z", InstantError::NoSuchTime),
            ("2025-06-01T10:60:00Z", InstantError::NoSuchTime),
            ("2016-12-31T23:59:60Z", InstantError::NoSuchTime),
            ("9999-12-31T00:00:00Z", InstantError::Year),
        ] {
            assert_eq!(parse(text), Err(why), "{text}");
        }
    }

    #[test]
    fn the_local_year_is_1900_to_2199() {
        for text in ["1900-01-01T00:00:00+14:00", "2199-12-31T23:59:59-14:00"] {
            assert_eq!(parse(text).unwrap().to_string(), text);
        }
        let first = parse("1900-01-01T00:00:00+14:00").unwrap();
        assert_eq!(first.at_offset(0), Err(InstantError::Year));
        assert_eq!(first.add_seconds(-1), Err(InstantError::Year));
        assert_eq!(Instant::from_seconds(i64::MAX, 60), Err(InstantError::Year));
        assert_eq!(Instant::from_seconds(0, 100_000), Err(InstantError::Offset));
        assert_eq!(
            Instant::from_local(Date::MIN, 86_400, 0),
            Err(InstantError::NoSuchTime)
        );
    }

    #[test]
    fn what_is_printed_reads_back() {
        for step in 0..20_000_i64 {
            let offset = i32::try_from(step % 1681).unwrap() - 840;
            let seconds = -2_208_000_000 + step * 473_131;
            let instant = Instant::from_seconds(seconds, offset).unwrap();
            assert_eq!(parse(&instant.to_string()), Ok(instant));
            let local = Instant::from_local(instant.date(), instant.second_of_day(), offset);
            assert_eq!(local, Ok(instant));
        }
    }
}
