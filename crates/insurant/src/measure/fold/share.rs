//! The share of an amount that a term has earned.

/// An amount that is earned over a term, rounded down.
///
/// Nearly every term has 365 or 366 days: a product and a shift divide by those two, without a branch
/// between them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Term {
    amount: i64,
    start: i32,
    days: i32,
    /// Of 2^72 over the days, rounded up; 0 for other terms.
    inverse: u64,
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "below 2^64 for a divisor above 2^8"
)]
const fn inverse(days: u128) -> u64 {
    ((1 << 72_u128) / days + 1) as u64
}

const YEAR: u64 = inverse(365);
const LEAP_YEAR: u64 = inverse(366);

impl Term {
    /// An amount that is not negative and below 2^40, over a term of a day or more.
    #[inline]
    pub(super) const fn new(amount: i64, start: i32, end: i32) -> Self {
        let days = end - start;
        Self {
            amount,
            start,
            days,
            inverse: match days {
                365 => YEAR,
                366 => LEAP_YEAR,
                _ => 0,
            },
        }
    }

    /// What is earned before a day.
    #[inline]
    pub(super) fn earned_by(&self, day: i32) -> i64 {
        let elapsed = i64::from(day.saturating_sub(self.start).clamp(0, self.days));
        // Below 2^40 by 2^18 days.
        let product = self.amount.wrapping_mul(elapsed);
        if self.inverse != 0 {
            let wide = u128::from(product.cast_unsigned()) * u128::from(self.inverse);
            i64::try_from(wide >> 72).unwrap_or(0)
        } else if elapsed == i64::from(self.days) {
            self.amount
        } else {
            product.div_euclid(i64::from(self.days.max(1)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn slow(amount: i64, start: i32, end: i32, day: i32) -> i64 {
        let elapsed = i128::from((day - start).clamp(0, end - start));
        i64::try_from((i128::from(amount) * elapsed).div_euclid(i128::from(end - start))).unwrap()
    }

    #[test]
    fn years_are_divided_exactly_at_every_day() {
        let amounts = [0, 1, 364, 365, 366, 367, 99_999, 1_000_003, (1 << 40) - 1];
        for (amount, term) in amounts.into_iter().flat_map(|a| [(a, 365), (a, 366)]) {
            for day in -3..=term + 3 {
                let found = Term::new(amount, 0, term).earned_by(day);
                assert_eq!(found, slow(amount, 0, term, day), "{amount} {term} {day}");
            }
        }
    }

    proptest! {
        #[test]
        fn a_share_is_that_of_long_division(
            amount in 0..1_i64 << 40,
            start in -20_000..60_000_i32,
            term in prop_oneof![Just(365), Just(366), 1..20_000_i32],
            after in -800..800_i32,
        ) {
            let (end, day) = (start + term, start + after);
            prop_assert_eq!(Term::new(amount, start, end).earned_by(day), slow(amount, start, end, day));
        }
    }
}
