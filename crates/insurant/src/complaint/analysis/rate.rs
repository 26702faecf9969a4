//! Quotients that may not exist, and how figures compare with those of the period before.

use crate::closed::closed;
use crate::decision::shown_sum;

closed! {
    /// Why a rate does not exist.
    Undefined {
        /// The exposure was not given.
        NotGiven = "not_given",
        /// The exposure is zero, or refunds exceed the premium.
        NotPositive = "not_positive",
        /// No complaint fell due.
        NothingDue = "nothing_due",
        /// No complaint was decided on its merits.
        NothingDecided = "nothing_decided",
        /// No complaint was closed.
        NothingClosed = "nothing_closed",
        /// No complaint was received.
        NothingReceived = "nothing_received",
        /// No complaint says who complains.
        NobodyNamed = "nobody_named",
        /// There was none in the period before, so that nothing can be a multiple of it.
        PreviousZero = "previous_zero",
        /// The exact figure has more digits than can be held.
        TooLarge = "too_large",
    }
}

/// An exact quotient, never reduced, or why there is none. It is never compared by its digits:
/// see [`Rate::is_above`].
///
/// # Example
/// ```
/// use insurant::complaint::analysis::{Rate, Undefined};
/// let late = Rate::of(3, 4, Undefined::NothingDue);
/// assert_eq!(late.shown().as_deref(), Some("0.750000"));
/// assert_eq!(Rate::of(0, 0, Undefined::NothingDue), Rate::Undefined(Undefined::NothingDue));
/// assert_eq!(late.is_above(Rate::of(1, 2, Undefined::NothingDue)), Some(true));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rate {
    /// It exists.
    Known {
        /// What is counted.
        num: i128,
        /// What it is counted against, above zero.
        den: i128,
    },
    /// It does not.
    Undefined(Undefined),
}

impl Rate {
    /// A quotient; without a denominator above zero there is none, for the reason given.
    #[must_use]
    pub fn of(num: impl Into<i128>, den: impl Into<i128>, otherwise: Undefined) -> Self {
        let (num, den) = (num.into(), den.into());
        if den <= 0 {
            Self::Undefined(otherwise)
        } else if printable(num, den) {
            Self::Known { num, den }
        } else {
            Self::Undefined(Undefined::TooLarge)
        }
    }

    /// To six places, half to even; for reading only.
    #[must_use]
    pub fn shown(self) -> Option<String> {
        match self {
            Self::Known { num, den } => Some(shown_sum(num, den)),
            Self::Undefined(_) => None,
        }
    }

    /// Whether it is above another, by cross-multiplication; `None` when either does not exist.
    #[must_use]
    pub fn is_above(self, other: Self) -> Option<bool> {
        match self.minus(other) {
            Self::Known { num, .. } => Some(num > 0),
            Self::Undefined(_) => None,
        }
    }

    /// The difference, in lowest terms.
    #[must_use]
    pub fn minus(self, other: Self) -> Self {
        let (Self::Known { num: a, den: b }, Self::Known { num: c, den: d }) = (self, other) else {
            return if matches!(self, Self::Undefined(_)) {
                self
            } else {
                other
            };
        };
        let ([a, b], [c, d]) = (lowest(a, b), lowest(c, d));
        let difference = || {
            let num = a.checked_mul(d)?.checked_sub(c.checked_mul(b)?)?;
            Some(lowest(num, b.checked_mul(d)?))
        };
        match difference() {
            Some([num, den]) => Self::of(num, den, Undefined::TooLarge),
            None => Self::Undefined(Undefined::TooLarge),
        }
    }
}

/// Whether six places of it can be worked out within 128 bits.
fn printable(num: i128, den: i128) -> bool {
    num.checked_mul(1_000_000).is_some() && den.checked_mul(2).is_some()
}

fn lowest(num: i128, den: i128) -> [i128; 2] {
    let (mut a, mut b) = (num, den);
    while b != 0 {
        (a, b) = (b, a.checked_rem(b).unwrap_or(0));
    }
    let common = a.checked_abs().unwrap_or(1).max(1);
    [num / common, den / common]
}

/// A count, and what it was in the period before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CountTrend {
    /// In the period.
    pub now: u64,
    /// In the period before.
    pub before: u64,
}

impl CountTrend {
    /// How many more; below zero when fewer.
    #[must_use]
    pub fn difference(self) -> i64 {
        let difference = i128::from(self.now) - i128::from(self.before);
        i64::try_from(difference).unwrap_or(i64::MAX)
    }

    /// How many times as many.
    #[must_use]
    pub fn ratio(self) -> Rate {
        Rate::of(self.now, self.before, Undefined::PreviousZero)
    }
}

/// A rate, and what it was in the period before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RateTrend {
    /// In the period.
    pub now: Rate,
    /// In the period before.
    pub before: Rate,
}

impl RateTrend {
    /// How much higher.
    #[must_use]
    pub fn difference(self) -> Rate {
        self.now.minus(self.before)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NONE: Undefined = Undefined::NothingDue;

    #[test]
    fn rates_compare_exactly_and_never_overflow() {
        let third = Rate::of(1, 3, NONE);
        assert_eq!(third.minus(Rate::of(2, 6, NONE)), Rate::of(0, 1, NONE));
        assert_eq!(third.minus(Rate::of(1, 2, NONE)), Rate::of(-1, 6, NONE));
        assert_eq!(
            third.is_above(Rate::of(333_333, 1_000_000, NONE)),
            Some(true)
        );
        assert_eq!(third.is_above(third), Some(false));
        let none = Rate::of(1, 0, NONE);
        assert_eq!((none.is_above(third), third.is_above(none)), (None, None));
        assert_eq!(none.shown(), None);
        let huge = Rate::of(i128::MAX, 7, NONE);
        assert_eq!(huge, Rate::Undefined(Undefined::TooLarge));
        let wide = Rate::of(i128::MAX / 1_000_000, 7, NONE);
        let wider = Rate::of(1, i128::MAX / 2, NONE);
        assert_eq!(wide.minus(wider), Rate::Undefined(Undefined::TooLarge));
    }

    #[test]
    fn a_trend_from_zero_is_no_multiple() {
        let trend = CountTrend { now: 4, before: 0 };
        assert_eq!(trend.difference(), 4);
        assert_eq!(trend.ratio(), Rate::Undefined(Undefined::PreviousZero));
        let trend = CountTrend { now: 3, before: 4 };
        assert_eq!(
            (trend.difference(), trend.ratio().shown()),
            (-1, Some("0.750000".into()))
        );
        let most = CountTrend {
            now: u64::MAX,
            before: 0,
        };
        assert_eq!(most.difference(), i64::MAX);
    }
}
