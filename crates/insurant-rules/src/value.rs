//! Values while rules run: slots and three-valued truth.

use std::cmp::Ordering;

/// What is known of a value. The order is that of precedence: a value that is both is `Unknown`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
// As wide as its neighbours in a slot: padding would be copied in pieces that stall the next read.
#[repr(u64)]
pub enum State {
    /// It has a value.
    Known = 0,
    /// It has none by definition, such as a quotient with nothing below the line.
    Undefined = 1,
    /// Nobody supplied what it needs.
    #[default]
    Unknown = 2,
}

impl State {
    /// The word used in JSON and CSV.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Known => "known",
            Self::Undefined => "undefined",
            Self::Unknown => "unknown",
        }
    }
}

/// One value that a program reads. What `num` and `den` mean follows from the slot's static type:
///
/// | type | num | den |
/// |---|---|---|
/// | boolean | 0 or 1 | 1 |
/// | count, duration | the number | 1 |
/// | ratio | numerator, unreduced | denominator, > 0, unreduced |
/// | money ratio | minor units | denominator, > 0 |
/// | money | minor units | 1 |
/// | date | days since 1970-01-01 | 1 |
/// | text | position among the program's texts, -1 for any other | 1 |
/// | enumeration | position of the member | 1 |
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Slot {
    /// Numerator, or the value itself.
    pub num: i64,
    /// Denominator; 1 unless the type is a ratio.
    pub den: i64,
    /// Whether there is a value at all.
    pub state: State,
}

impl Slot {
    /// Nobody supplied it.
    pub const UNKNOWN: Self = Self {
        num: 0,
        den: 1,
        state: State::Unknown,
    };
    /// It has no value.
    pub const UNDEFINED: Self = Self {
        num: 0,
        den: 1,
        state: State::Undefined,
    };

    /// A known whole value.
    #[must_use]
    pub const fn whole(num: i64) -> Self {
        Self {
            num,
            den: 1,
            state: State::Known,
        }
    }

    /// A known truth value.
    #[must_use]
    pub const fn boolean(value: bool) -> Self {
        Self::whole(value as i64)
    }

    /// A known quotient; undefined when `den` is not positive.
    #[must_use]
    pub const fn ratio(num: i64, den: i64) -> Self {
        if den > 0 {
            Self {
                num,
                den,
                state: State::Known,
            }
        } else {
            Self::UNDEFINED
        }
    }

    /// How two known values stand to each other, exactly, by cross-multiplication. `None` when one
    /// is not known, or has a denominator that is not positive.
    ///
    /// # Example
    /// ```
    /// use insurant_rules::Slot;
    /// use std::cmp::Ordering;
    /// let (third, half) = (Slot::ratio(2, 6), Slot::ratio(1, 2));
    /// assert_eq!(third.compare(half), Some(Ordering::Less));
    /// assert_eq!(half.compare(Slot::UNDEFINED), None);
    /// ```
    #[must_use]
    #[inline]
    pub fn compare(self, other: Self) -> Option<Ordering> {
        if !self.is_known() || !other.is_known() || self.den <= 0 || other.den <= 0 {
            return None;
        }
        let left = i128::from(self.num) * i128::from(other.den);
        let right = i128::from(other.num) * i128::from(self.den);
        Some(left.cmp(&right))
    }

    /// Whether there is a value.
    #[must_use]
    #[inline]
    pub const fn is_known(self) -> bool {
        matches!(self.state, State::Known)
    }
}

/// Kleene's three truth values, ordered so that `and` is the minimum and `or` the maximum.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
#[repr(u8)]
pub enum Truth {
    /// No.
    False = 0,
    /// Something that decides it is missing.
    #[default]
    Unknown = 1,
    /// Yes.
    True = 2,
}

impl Truth {
    /// Kleene negation.
    #[must_use]
    pub const fn negate(self) -> Self {
        match self {
            Self::False => Self::True,
            Self::Unknown => Self::Unknown,
            Self::True => Self::False,
        }
    }

    /// The word used in JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::False => "false",
            Self::Unknown => "unknown",
            Self::True => "true",
        }
    }
}

impl From<bool> for Truth {
    fn from(value: bool) -> Self {
        if value { Self::True } else { Self::False }
    }
}

impl From<Truth> for Slot {
    /// A truth value as a boolean, unknown when it is.
    fn from(truth: Truth) -> Self {
        match truth {
            Truth::False => Self::boolean(false),
            Truth::Unknown => Self::UNKNOWN,
            Truth::True => Self::boolean(true),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_and_truths_have_their_words() {
        let states = [State::Known, State::Undefined, State::Unknown];
        assert_eq!(states.map(State::as_str), ["known", "undefined", "unknown"]);
        let truths = [Truth::False, Truth::Unknown, Truth::True];
        assert_eq!(truths.map(Truth::as_str), ["false", "unknown", "true"]);
        let negated = [Truth::True, Truth::Unknown, Truth::False];
        assert_eq!(truths.map(Truth::negate), negated);
        let slots = [Slot::boolean(false), Slot::UNKNOWN, Slot::boolean(true)];
        assert_eq!(truths.map(Slot::from), slots);
        assert_eq!([false, true].map(Truth::from), [truths[0], truths[2]]);
    }

    #[test]
    fn quotients_compare_exactly_or_not_at_all() {
        let large = Slot::ratio(i64::MAX, i64::MAX - 1);
        let larger = Slot::ratio(i64::MAX - 1, i64::MAX - 2);
        assert_eq!(large.compare(larger), Some(Ordering::Less));
        assert_eq!(
            Slot::whole(-1).compare(Slot::ratio(-2, 2)),
            Some(Ordering::Equal)
        );
        for den in [0, -1] {
            let broken = Slot {
                den,
                ..Slot::whole(1)
            };
            assert_eq!(broken.compare(Slot::whole(1)), None);
            assert_eq!(Slot::whole(1).compare(broken), None);
            assert_eq!(Slot::ratio(1, den), Slot::UNDEFINED);
        }
    }
}
