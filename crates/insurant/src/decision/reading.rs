//! What a figure is, typed: what JSON, the bindings and people are told of it.

use super::value::{kind, plain, shown, shown_sum};
use crate::date::Date;
use insurant_rules::document::{Json, Object};
use insurant_rules::{Currency, Slot, State, Type};

/// The value of a figure. Quotients keep both their sides, unreduced: they are exact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FigureValue {
    /// Yes or no.
    Boolean(bool),
    /// A count, or a duration in its unit.
    Count(i64),
    /// A quotient without a unit; the denominator is positive.
    Ratio {
        /// Above the line.
        num: i64,
        /// Below the line.
        den: i64,
    },
    /// An amount for each of something, such as a mean claim; the denominator is positive.
    MoneyRatio {
        /// Minor units above the line.
        num: i64,
        /// How many below the line.
        den: i64,
        /// Their currency.
        currency: Currency,
    },
    /// An amount in minor units.
    Money {
        /// Minor units.
        minor: i64,
        /// Their currency.
        currency: Currency,
    },
    /// A day.
    Day(Date),
    /// A text; `other` for any that no rule names.
    Text(String),
    /// The word of an enumeration's member.
    Member(String),
}

/// A figure as it was read: its kind, whether there is a value, and the value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    kind: &'static str,
    state: State,
    value: Option<FigureValue>,
}

impl Reading {
    /// Reads a slot by its type; `text` names the texts of the program.
    #[must_use]
    pub fn of(slot: Slot, ty: &Type, text: impl Fn(i64) -> Option<String>) -> Self {
        let value = slot.is_known().then(|| match ty {
            Type::Boolean => FigureValue::Boolean(slot.num == 1),
            Type::Count(_) | Type::Duration(_) => FigureValue::Count(slot.num),
            Type::Ratio => FigureValue::Ratio {
                num: slot.num,
                den: slot.den,
            },
            Type::MoneyRatio(currency) => FigureValue::MoneyRatio {
                num: slot.num,
                den: slot.den,
                currency: *currency,
            },
            Type::Money(currency) => FigureValue::Money {
                minor: slot.num,
                currency: *currency,
            },
            Type::Date => {
                let days = i32::try_from(slot.num).ok();
                // Every day in a slot was a `Date`.
                let date = days.and_then(|days| Date::from_days(days).ok());
                FigureValue::Day(date.unwrap_or(Date::MIN))
            }
            Type::Text => FigureValue::Text(plain(slot, ty, text)),
            Type::Enumeration(_) => FigureValue::Member(plain(slot, ty, text)),
        });
        Self {
            kind: kind(ty),
            state: slot.state,
            value,
        }
    }

    /// The kind, as JSON names it: `boolean`, `count`, `ratio`, `money_ratio`, `money`, `date`,
    /// `text`, `enumeration`.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        self.kind
    }

    /// Whether there is a value, and if not, why.
    #[must_use]
    pub const fn state(&self) -> State {
        self.state
    }

    /// The value, exactly when it is known.
    #[must_use]
    pub const fn value(&self) -> Option<&FigureValue> {
        self.value.as_ref()
    }

    /// The figure as JSON: kind, state and, when known, the value.
    #[must_use]
    pub fn to_object(&self) -> Object {
        let object = Object::new()
            .with("kind", self.kind)
            .with("state", self.state.as_str());
        match &self.value {
            Some(value) => value.write(object),
            None => object,
        }
    }
}

impl FigureValue {
    /// The value as people read it; of quotients six places, which are never compared.
    #[must_use]
    pub fn plain(&self) -> String {
        match self {
            Self::Boolean(value) => value.to_string(),
            Self::Count(number) => number.to_string(),
            Self::Ratio { num, den } => shown(*num, *den),
            Self::MoneyRatio { num, den, currency } => {
                let unit = 10_i128.pow(currency.decimals());
                shown_sum(i128::from(*num), i128::from(*den) * unit)
            }
            Self::Money { minor, currency } => crate::money::format(*minor, *currency),
            Self::Day(date) => date.to_string(),
            Self::Text(text) | Self::Member(text) => text.clone(),
        }
    }

    fn write(&self, object: Object) -> Object {
        match self {
            Self::Boolean(value) => object.with("value", *value),
            Self::Count(number) => {
                let number = Json::integer(*number).unwrap_or(Json::exact(*number));
                object.with("value", number)
            }
            Self::Ratio { num, den } => self.quotient(object, *num, *den),
            Self::MoneyRatio { num, den, currency } => {
                self.quotient(object.with("currency", currency.code()), *num, *den)
            }
            Self::Money { currency, .. } => object
                .with("currency", currency.code())
                .with("value", self.plain()),
            Self::Day(_) | Self::Text(_) | Self::Member(_) => object.with("value", self.plain()),
        }
    }

    fn quotient(&self, object: Object, num: i64, den: i64) -> Object {
        object
            .with("num", Json::exact(num))
            .with("den", Json::exact(den))
            .with("shown", self.plain())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn json(slot: Slot, ty: &Type) -> String {
        let reading = Reading::of(slot, ty, |_| None);
        Json::Object(reading.to_object()).to_canonical_string()
    }

    #[test]
    fn a_reading_is_written_as_its_kind_asks() {
        let jpy = Currency::parse("JPY").unwrap();
        for (slot, ty, written) in [
            (
                Slot::boolean(true),
                Type::Boolean,
                r#"{"kind":"boolean","state":"known","value":true}"#,
            ),
            (
                Slot::whole(7),
                Type::Count(None),
                r#"{"kind":"count","state":"known","value":7}"#,
            ),
            (
                Slot::ratio(1, 3),
                Type::Ratio,
                r#"{"den":"3","kind":"ratio","num":"1","shown":"0.333333","state":"known"}"#,
            ),
            (
                Slot::ratio(10, 4),
                Type::MoneyRatio(jpy),
                r#"{"currency":"JPY","den":"4","kind":"money_ratio","num":"10","shown":"2.500000","state":"known"}"#,
            ),
            (
                Slot::whole(500),
                Type::Money(jpy),
                r#"{"currency":"JPY","kind":"money","state":"known","value":"500"}"#,
            ),
            (
                Slot::whole(0),
                Type::Date,
                r#"{"kind":"date","state":"known","value":"1970-01-01"}"#,
            ),
            (
                Slot::whole(-1),
                Type::Text,
                r#"{"kind":"text","state":"known","value":"other"}"#,
            ),
            (
                Slot::UNDEFINED,
                Type::Money(jpy),
                r#"{"kind":"money","state":"undefined"}"#,
            ),
        ] {
            assert_eq!(json(slot, &ty), written);
        }
    }

    #[test]
    fn there_is_a_value_exactly_when_it_is_known() {
        for (slot, there) in [
            (Slot::ratio(1, 2), true),
            (Slot::ratio(1, 0), false),
            (Slot::UNKNOWN, false),
        ] {
            let reading = Reading::of(slot, &Type::Ratio, |_| None);
            assert_eq!(reading.value().is_some(), there);
            assert_eq!(reading.state(), slot.state);
            assert_eq!(reading.kind(), "ratio");
        }
    }
}
