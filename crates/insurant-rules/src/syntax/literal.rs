//! Values written in a rule.

use crate::currency::Currency;
use crate::date::Date;
use crate::types::{Duration, Type};
use std::fmt;

/// A value written in a rule. Its [`fmt::Display`] is its canonical text.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Literal {
    /// `yes`, `no`; also written `true`, `false`.
    Boolean(bool),
    /// `3`, `500_000`, `-1`.
    Integer(i64),
    /// `1.5`, `150%`.
    Ratio(RatioLiteral),
    /// `500_000 CNY`, `499.99 CNY`.
    Money {
        /// The amount in minor units.
        minor: i64,
        /// Of which currency.
        currency: Currency,
    },
    /// `60d`, `12 months`.
    Duration(Duration),
    /// `2024-01-31`.
    Date(Date),
    /// `'text'`, `"text"`.
    Text(String),
    /// A bare word: a member of an enumeration, or as an argument also `word/word`.
    Word(String),
}

impl Literal {
    /// The type that the literal has by itself. A bare word has none: what it means depends on
    /// what it stands beside.
    #[must_use]
    pub fn ty(&self) -> Option<Type> {
        Some(match self {
            Self::Boolean(_) => Type::Boolean,
            Self::Integer(_) => Type::Count(None),
            Self::Ratio(_) => Type::Ratio,
            Self::Money { currency, .. } => Type::Money(*currency),
            Self::Duration(duration) => Type::Duration(duration.unit),
            Self::Date(_) => Type::Date,
            Self::Text(_) => Type::Text,
            Self::Word(_) => return None,
        })
    }
}

impl fmt::Display for Literal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Boolean(true) => f.write_str("yes"),
            Self::Boolean(false) => f.write_str("no"),
            Self::Integer(number) => number.fmt(f),
            Self::Ratio(ratio) => ratio.fmt(f),
            Self::Money { minor, currency } => {
                let one = 10_u64.saturating_pow(currency.decimals());
                // Whole amounts stand without decimals, others with all that the currency has.
                let decimals = if minor.unsigned_abs().is_multiple_of(one) {
                    0
                } else {
                    currency.decimals()
                };
                let scale = one / 10_u64.saturating_pow(decimals);
                let sign = if *minor < 0 { "-" } else { "" };
                f.write_str(sign)?;
                write_scaled(f, minor.unsigned_abs() / scale, decimals)?;
                write!(f, " {currency}")
            }
            Self::Duration(duration) => duration.fmt(f),
            Self::Date(date) => date.fmt(f),
            Self::Text(text) => write_quoted(f, text),
            Self::Word(word) => f.write_str(word),
        }
    }
}

/// A ratio as written: decimal digits, where the point stands, and whether in percent. Zeros that
/// say nothing are gone, so that equal spellings are equal values; `150%` and `1.5` stay apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct RatioLiteral {
    digits: i64,
    decimals: u32,
    percent: bool,
}

impl RatioLiteral {
    /// The most powers of ten that a 64-bit denominator holds.
    pub(super) const MAX_POWER: u32 = 18;

    /// `digits / 10^decimals`, in percent if so said; `None` when the denominator would not fit
    /// 64 bits.
    ///
    /// # Example
    /// ```
    /// use insurant_rules::syntax::RatioLiteral;
    /// let ratio = RatioLiteral::new(3350, 2, true);
    /// assert_eq!(ratio.map(|r| r.to_string()), Some("33.5%".to_owned()));
    /// assert_eq!(ratio.map(|r| r.quotient()), Some((335, 1000)));
    /// ```
    #[must_use]
    pub fn new(digits: i64, decimals: u32, percent: bool) -> Option<Self> {
        let (mut digits, mut decimals) = (digits, decimals);
        // Without percent one decimal stays: `2.0` is a ratio, `2` a count.
        let least = u32::from(!percent);
        while decimals > least && digits % 10 == 0 {
            digits /= 10;
            decimals -= 1;
        }
        if decimals < least {
            digits = digits.checked_mul(10)?;
            decimals = least;
        }
        let power = decimals.checked_add(if percent { 2 } else { 0 })?;
        (power <= Self::MAX_POWER).then_some(Self {
            digits,
            decimals,
            percent,
        })
    }

    /// Numerator and denominator, unreduced; the denominator is positive.
    #[must_use]
    pub fn quotient(self) -> (i64, i64) {
        let power = self.decimals + if self.percent { 2 } else { 0 };
        (self.digits, 10_i64.saturating_pow(power))
    }
}

impl fmt::Display for RatioLiteral {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.digits < 0 {
            f.write_str("-")?;
        }
        write_scaled(f, self.digits.unsigned_abs(), self.decimals)?;
        f.write_str(if self.percent { "%" } else { "" })
    }
}

fn write_scaled(f: &mut fmt::Formatter<'_>, digits: u64, decimals: u32) -> fmt::Result {
    let one = 10_u64.saturating_pow(decimals);
    write!(f, "{}", digits / one)?;
    if decimals > 0 {
        let width = usize::try_from(decimals).unwrap_or(0);
        write!(f, ".{:0width$}", digits % one)?;
    }
    Ok(())
}

/// Single quotes, because rule texts mostly lie inside JSON strings.
fn write_quoted(f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    use fmt::Write as _;
    f.write_char('\'')?;
    for c in text.chars() {
        match c {
            '\\' => f.write_str("\\\\")?,
            '\'' => f.write_str("\\'")?,
            '\n' => f.write_str("\\n")?,
            _ => f.write_char(c)?,
        }
    }
    f.write_char('\'')
}
