//! The value of a figure: an exact quotient, or why there is none.

use crate::closed::closed;
use crate::decision::shown_sum;
use insurant_rules::Currency;
use insurant_rules::document::{Json, Object};

closed! {
    /// Why a figure does not exist.
    Undefined {
        /// No policy can be measured, or those that can be have no premium.
        NothingMeasurable = "nothing_measurable",
        /// Nobody was in service at the beginning or at the end.
        NoHeads = "no_heads",
        /// Nobody sold enough to be active.
        NobodyActive = "nobody_active",
        /// There is no amount to have a share of.
        NothingToShare = "nothing_to_share",
        /// The exact figure has more digits than can be held.
        TooLarge = "too_large",
    }
}

/// An exact quotient, never reduced, or why there is none.
///
/// # Example
/// ```
/// use insurant::kpi::{Undefined, Value};
/// let persistency = Value::of(9, 8, Undefined::NothingMeasurable);
/// assert_eq!(persistency.shown().as_deref(), Some("1.125000"));
/// assert_eq!(persistency.capped().shown().as_deref(), Some("1.000000"));
/// assert_eq!(Value::of(9, 0, Undefined::NothingMeasurable).shown(), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Value {
    /// It exists.
    Known {
        /// The numerator; in minor units where it is an amount.
        num: i128,
        /// The denominator, above zero.
        den: i128,
        /// The currency, where the quotient is an amount per head.
        currency: Option<Currency>,
    },
    /// It does not.
    Undefined(Undefined),
}

impl Value {
    /// A quotient of two numbers alike; without a denominator above zero there is none, for the
    /// reason given.
    #[must_use]
    pub fn of(num: impl Into<i128>, den: impl Into<i128>, otherwise: Undefined) -> Self {
        Self::new(num.into(), den.into(), None, otherwise)
    }

    /// An amount in minor units over heads.
    #[must_use]
    pub fn per_head(minor: i128, heads: i128, currency: Currency, otherwise: Undefined) -> Self {
        Self::new(minor, heads, Some(currency), otherwise)
    }

    fn new(num: i128, den: i128, currency: Option<Currency>, otherwise: Undefined) -> Self {
        if den <= 0 {
            return Self::Undefined(otherwise);
        }
        // Six places must be within reach of 128 bits.
        let printable =
            num.checked_mul(1_000_000).is_some() && den.checked_mul(2 * unit(currency)).is_some();
        if printable {
            Self::Known { num, den, currency }
        } else {
            Self::Undefined(Undefined::TooLarge)
        }
    }

    /// To six places, half to even, amounts in major units; for reading only.
    #[must_use]
    pub fn shown(self) -> Option<String> {
        match self {
            Self::Known { num, den, currency } => Some(shown_sum(num, den * unit(currency))),
            Self::Undefined(_) => None,
        }
    }

    /// The same, at most 1: for scorecards, where more than everything is worth no more.
    #[must_use]
    pub fn capped(self) -> Self {
        match self {
            Self::Known { num, den, currency } => Self::Known {
                num: num.min(den),
                den,
                currency,
            },
            undefined @ Self::Undefined(_) => undefined,
        }
    }

    /// Whether it is above 1.
    #[must_use]
    pub const fn is_above_one(self) -> bool {
        matches!(self, Self::Known { num, den, .. } if num > den)
    }

    /// The value in canonical form.
    #[must_use]
    pub fn to_json(self) -> Json {
        Json::Object(match self {
            Self::Known { num, den, currency } => Object::new()
                .with("state", "known")
                .with("num", Json::exact(num))
                .with("den", Json::exact(den))
                .with_some("currency", currency.map(|currency| currency.code()))
                .with_some("shown", self.shown()),
            Self::Undefined(reason) => Object::new()
                .with("state", "undefined")
                .with("reason", reason.as_str()),
        })
    }
}

/// Minor units of a major one.
fn unit(currency: Option<Currency>) -> i128 {
    10_i128.pow(currency.map_or(0, Currency::decimals))
}

#[cfg(test)]
mod tests {
    use super::*;

    const NONE: Undefined = Undefined::NothingMeasurable;

    #[test]
    fn without_a_denominator_above_zero_there_is_no_value() {
        for den in [0, -1] {
            let value = Value::of(1, den, NONE);
            assert_eq!(value, Value::Undefined(NONE));
            assert_eq!((value.shown(), value.capped()), (None, value));
        }
        let json = Value::of(1, 0, NONE).to_json().to_canonical_string();
        assert_eq!(
            json,
            r#"{"reason":"nothing_measurable","state":"undefined"}"#
        );
    }

    #[test]
    fn amounts_per_head_are_shown_in_major_units() {
        let cny = Currency::parse("CNY").unwrap();
        let value = Value::per_head(100_000, 3, cny, NONE);
        assert_eq!(value.shown().as_deref(), Some("333.333333"));
        assert_eq!(
            value.to_json().to_canonical_string(),
            r#"{"currency":"CNY","den":"3","num":"100000","shown":"333.333333","state":"known"}"#
        );
    }

    #[test]
    fn what_cannot_be_printed_is_too_large() {
        let huge = Value::of(i128::MAX, 7, NONE);
        assert_eq!(huge, Value::Undefined(Undefined::TooLarge));
        let wide = Value::of(7, i128::MAX, NONE);
        assert_eq!(wide, Value::Undefined(Undefined::TooLarge));
        assert!(Value::of(8, 7, NONE).is_above_one());
        assert!(!Value::of(7, 7, NONE).is_above_one());
    }
}
