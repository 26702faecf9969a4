//! The calendar's arithmetic on plain day numbers, for whoever computes many bounds.
//!
//! A day number counts from 1970-01-01. Bounds may lie some thousand years outside the dates that
//! facts may have: a window of two hundred years opens before 1900.

/// Days from 0000-03-01 to 1970-01-01.
const EPOCH_SHIFT: i32 = 719_468;
/// Days in 400 years.
const ERA: i32 = 146_097;

/// How many days a month has; months count from 1.
#[must_use]
pub const fn days_in_month(year: i32, month: u32) -> u32 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// The day number of a year, month and day.
#[must_use]
#[inline]
#[expect(clippy::cast_possible_wrap, reason = "months and days are at most 31")]
pub const fn to_days(year: i32, month: u32, day: u32) -> i32 {
    let y = if month <= 2 { year - 1 } else { year };
    let era = y.div_euclid(400);
    let year_of_era = y - era * 400;
    let month = month as i32;
    let day_of_year =
        (153 * (if month > 2 { month - 3 } else { month + 9 }) + 2) / 5 + day as i32 - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * ERA + day_of_era - EPOCH_SHIFT
}

/// The year, month and day of a day number.
#[must_use]
#[inline]
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_possible_wrap,
    reason = "days are shifted above zero, and halves of a product are taken on purpose"
)]
pub const fn from_days(days: i32) -> (i32, u32, u32) {
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
#[must_use]
#[expect(clippy::cast_possible_wrap, reason = "a month is 1 to 12")]
pub const fn add_months(days: i32, months: i32) -> i32 {
    let (year, month, day) = from_days(days);
    let total = year * 12 + month as i32 - 1 + months;
    let (year, month) = (total.div_euclid(12), (total.rem_euclid(12) + 1) as u32);
    let last = days_in_month(year, month);
    to_days(year, month, if day < last { day } else { last })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_have_their_lengths() {
        let of =
            |year| [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map(|month| days_in_month(year, month));
        let common = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
        let mut leap = common;
        leap[1] = 29;
        for year in [1900, 2023, 2100, 2025] {
            assert_eq!(of(year), common, "{year}");
        }
        for year in [1904, 2000, 2024, 2096, 2400] {
            assert_eq!(of(year), leap, "{year}");
        }
    }

    #[test]
    fn months_move_across_years_and_stop_at_the_end_of_a_month() {
        for (from, months, to) in [
            ((2024, 1, 31), 1, (2024, 2, 29)),
            ((2023, 1, 31), 1, (2023, 2, 28)),
            ((2024, 1, 31), 3, (2024, 4, 30)),
            ((2024, 2, 29), 12, (2025, 2, 28)),
            ((2024, 2, 29), 48, (2028, 2, 29)),
            ((2024, 3, 15), 0, (2024, 3, 15)),
            ((2024, 11, 30), 1, (2024, 12, 30)),
            ((2024, 12, 31), 1, (2025, 1, 31)),
            ((2024, 1, 1), -1, (2023, 12, 1)),
            ((2024, 3, 31), -13, (2023, 2, 28)),
            ((1900, 1, 15), -2400, (1700, 1, 15)),
        ] {
            let ((y, m, d), (year, month, day)) = (from, to);
            assert_eq!(
                from_days(add_months(to_days(y, m, d), months)),
                (year, month, day),
                "{from:?} and {months} months"
            );
        }
    }
}
