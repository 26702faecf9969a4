//! The types of the rule language.

use crate::currency::Currency;
use std::fmt;
use std::sync::Arc;

/// The unit of a duration.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DurationUnit {
    /// Calendar days: `60d`.
    Days,
    /// Calendar months: `12m`.
    Months,
    /// Calendar years: `3y`.
    Years,
}

impl DurationUnit {
    /// The letter in the rule language.
    #[must_use]
    pub const fn letter(self) -> char {
        match self {
            Self::Days => 'd',
            Self::Months => 'm',
            Self::Years => 'y',
        }
    }

    /// The word, in the plural.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Days => "days",
            Self::Months => "months",
            Self::Years => "years",
        }
    }
}

/// A length of time as written: `60d`, `12m`, `3y`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Duration {
    /// How many.
    pub count: u32,
    /// Of what.
    pub unit: DurationUnit,
}

impl Duration {
    /// The whole months of a duration in months or years; `None` for days.
    #[must_use]
    pub const fn months(self) -> Option<u32> {
        match self.unit {
            DurationUnit::Days => None,
            DurationUnit::Months => Some(self.count),
            DurationUnit::Years => self.count.checked_mul(12),
        }
    }
}

impl fmt::Display for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.count, self.unit.letter())
    }
}

/// A closed enumeration: its name and its members, in order. A value is a member's position.
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct Enumeration {
    /// The name, for messages.
    pub name: String,
    /// The members.
    pub members: Vec<String>,
}

impl Enumeration {
    /// The position of a member.
    #[must_use]
    pub fn position(&self, member: &str) -> Option<usize> {
        self.members.iter().position(|m| m == member)
    }
}

/// The type of a name or an expression.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Type {
    /// True or false.
    Boolean,
    /// A whole number. One that counts a unit of time (`days_to_renewal`) names it, and compares
    /// with plain numbers and with durations of that unit.
    Count(Option<DurationUnit>),
    /// A quotient without a unit.
    Ratio,
    /// Money per something: compares with money.
    MoneyRatio(Currency),
    /// An amount in minor units of a currency.
    Money(Currency),
    /// A number of days, months or years. Compares with counts of that unit only.
    Duration(DurationUnit),
    /// A civil date.
    Date,
    /// Free text; compares for equality with literals only.
    Text,
    /// A member of a closed enumeration.
    Enumeration(Arc<Enumeration>),
}

impl Type {
    /// Whether `<` and its kin make sense.
    #[must_use]
    pub const fn is_ordered(&self) -> bool {
        !matches!(self, Self::Boolean | Self::Text | Self::Enumeration(_))
    }

    /// Whether values are quotients, whose slots have a denominator.
    #[must_use]
    pub const fn has_denominator(&self) -> bool {
        matches!(self, Self::Ratio | Self::MoneyRatio(_))
    }

    /// Whether two operands of these types may be compared.
    #[must_use]
    pub fn compares_with(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Count(a), Self::Count(b)) => a.is_none() || b.is_none() || a == b,
            (Self::Count(Some(unit)), Self::Duration(duration))
            | (Self::Duration(duration), Self::Count(Some(unit))) => unit == duration,
            (Self::MoneyRatio(a), Self::Money(b)) | (Self::Money(a), Self::MoneyRatio(b)) => a == b,
            _ => self == other,
        }
    }
}

impl fmt::Display for Type {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Boolean => f.write_str("boolean"),
            Self::Count(None) => f.write_str("count"),
            Self::Count(Some(unit)) => write!(f, "count of {}", unit.word()),
            Self::Ratio => f.write_str("ratio"),
            Self::MoneyRatio(currency) => write!(f, "ratio of money in {currency}"),
            Self::Money(currency) => write!(f, "money in {currency}"),
            Self::Duration(unit) => f.write_str(unit.word()),
            Self::Date => f.write_str("date"),
            Self::Text => f.write_str("text"),
            Self::Enumeration(e) => write!(f, "{} ({})", e.name, e.members.join(", ")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_have_their_words_and_their_order() {
        let euro = Currency::parse("EUR").unwrap();
        let kind = Enumeration {
            name: "kind".to_owned(),
            members: vec!["a".to_owned(), "b".to_owned()],
        };
        assert_eq!(kind.position("b"), Some(1));
        assert_eq!(kind.position("c"), None);
        // Whether it has an order, and whether it has a denominator.
        for (ty, word, ordered, quotient) in [
            (Type::Boolean, "boolean", false, false),
            (Type::Count(None), "count", true, false),
            (
                Type::Count(Some(DurationUnit::Days)),
                "count of days",
                true,
                false,
            ),
            (Type::Ratio, "ratio", true, true),
            (Type::MoneyRatio(euro), "ratio of money in EUR", true, true),
            (Type::Money(euro), "money in EUR", true, false),
            (Type::Duration(DurationUnit::Months), "months", true, false),
            (Type::Duration(DurationUnit::Years), "years", true, false),
            (Type::Date, "date", true, false),
            (Type::Text, "text", false, false),
            (
                Type::Enumeration(Arc::new(kind)),
                "kind (a, b)",
                false,
                false,
            ),
        ] {
            assert_eq!(ty.to_string(), word);
            assert_eq!(ty.is_ordered(), ordered, "{word}");
            assert_eq!(ty.has_denominator(), quotient, "{word}");
            assert!(ty.compares_with(&ty), "{word}");
        }
    }

    #[test]
    fn a_year_is_twelve_months_and_a_day_is_none() {
        let of = |count, unit| Duration { count, unit };
        assert_eq!(of(3, DurationUnit::Years).months(), Some(36));
        assert_eq!(of(3, DurationUnit::Months).months(), Some(3));
        assert_eq!(of(3, DurationUnit::Days).months(), None);
        assert_eq!(of(u32::MAX, DurationUnit::Years).months(), None);
        let units = [
            DurationUnit::Days,
            DurationUnit::Months,
            DurationUnit::Years,
        ];
        let shown = units.map(|unit| of(60, unit).to_string());
        assert_eq!(shown, ["60d", "60m", "60y"]);
    }
}
