//! Civil dates of the years 1900 to 2199, as days since 1970-01-01.

/// The first year that documents may name.
pub const FIRST_YEAR: i32 = 1900;
/// The last year that documents may name.
pub const LAST_YEAR: i32 = 2199;

/// Why a text is no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateFault {
    /// It is not four digits, two and two, joined by hyphens.
    Form,
    /// The calendar has no such day.
    NoSuchDay,
    /// The year is outside 1900 to 2199.
    Year,
}

/// Reads `2024-01-31`.
///
/// # Errors
/// What is wrong with the text.
///
/// # Example
/// ```
/// use insurant_rules::document::date;
/// assert_eq!(date::parse("1970-01-02"), Ok(1));
/// assert_eq!(date::parse("2023-02-29"), Err(date::DateFault::NoSuchDay));
/// ```
pub fn parse(text: &str) -> Result<i32, DateFault> {
    let bytes = text.as_bytes();
    let number = |from: usize, to: usize| -> Option<i32> {
        bytes.get(from..to)?.iter().try_fold(0, |number, byte| {
            byte.is_ascii_digit()
                .then(|| number * 10 + i32::from(byte - b'0'))
        })
    };
    let hyphen = |at: usize| bytes.get(at) == Some(&b'-');
    if bytes.len() != 10 || !hyphen(4) || !hyphen(7) {
        return Err(DateFault::Form);
    }
    let (Some(year), Some(month), Some(day)) = (number(0, 4), number(5, 7), number(8, 10)) else {
        return Err(DateFault::Form);
    };
    if day < 1 || day > days_in_month(year, month) {
        return Err(DateFault::NoSuchDay);
    }
    if !(FIRST_YEAR..=LAST_YEAR).contains(&year) {
        return Err(DateFault::Year);
    }
    Ok(days_from_civil(year, month, day))
}

/// Writes days since 1970-01-01 as `2024-01-31`.
#[must_use]
pub fn format(days: i32) -> String {
    let (year, month, day) = civil_from_days(days);
    format!("{year:04}-{month:02}-{day:02}")
}

const fn is_leap(year: i32) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

/// The days of a month; 0 for a month that does not exist.
const fn days_in_month(year: i32, month: i32) -> i32 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if is_leap(year) => 29,
        2 => 28,
        _ => 0,
    }
}

/// Howard Hinnant's `days_from_civil`: years begin in March, so that the leap day is the last.
const fn days_from_civil(year: i32, month: i32, day: i32) -> i32 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

/// The inverse of [`days_from_civil`], for every `i32`.
fn civil_from_days(days: i32) -> (i64, i64, i64) {
    let days = i64::from(days) + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 {
        shifted + 3
    } else {
        shifted - 9
    };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_of_three_centuries_comes_back() {
        let first = parse("1900-01-01").unwrap();
        let last = parse("2199-12-31").unwrap();
        assert_eq!((first, parse("1970-01-01").unwrap()), (-25_567, 0));
        for days in first..=last {
            assert_eq!(parse(&format(days)), Ok(days));
        }
        assert_eq!(last - first + 1, 300 * 365 + 73);
    }

    #[test]
    fn faults_are_told_apart() {
        for form in [
            "",
            "2024-1-31",
            "2024/01/31",
            "20240131",
            "2024-01-3x",
            "２024-01-1",
        ] {
            assert_eq!(parse(form), Err(DateFault::Form), "{form}");
        }
        for none in [
            "2023-02-29",
            "1900-02-29",
            "2024-13-01",
            "2024-00-10",
            "2024-04-31",
            "2024-01-00",
        ] {
            assert_eq!(parse(none), Err(DateFault::NoSuchDay), "{none}");
        }
        assert_eq!(parse("9999-12-31"), Err(DateFault::Year));
        assert_eq!(parse("1899-12-31"), Err(DateFault::Year));
    }
}
