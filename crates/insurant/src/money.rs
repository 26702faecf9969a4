//! Amounts: whole minor units of a currency inside, decimals in major units outside.

use crate::code;
use insurant_rules::{Currency, Problem};
use rust_decimal::Decimal;
use std::fmt;

/// Why a text or decimal is not an amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AmountError {
    /// Not a decimal number.
    Form,
    /// More decimals than the currency has.
    TooManyDecimals,
    /// Beyond 64 bits of minor units.
    TooLarge,
}

impl fmt::Display for AmountError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Form => "an amount is a decimal number such as `1234.50`",
            Self::TooManyDecimals => "the amount has more decimals than the currency",
            Self::TooLarge => "the amount does not fit 64 bits of minor units",
        })
    }
}

impl std::error::Error for AmountError {}

impl AmountError {
    /// The problem of an amount as written: its code, what was found and what the currency has.
    #[must_use]
    pub fn problem(self, written: &str, currency: Currency) -> Problem {
        let code = match self {
            Self::Form => code::BAD_DECIMAL,
            Self::TooManyDecimals => code::TOO_MANY_DECIMALS,
            Self::TooLarge => code::NUMBER_TOO_LARGE,
        };
        Problem::new(code, self.to_string())
            .found(format!("`{written}`"))
            .expected(format!(
                "at most {} decimals, as {currency} has",
                currency.decimals()
            ))
    }
}

/// Reads a decimal in major units as minor units; zeros beyond the currency's decimals are allowed.
///
/// # Example
/// ```
/// use insurant::{Currency, money};
/// let usd = Currency::parse("USD").ok_or("no such currency")?;
/// assert_eq!(money::parse("-12.5", usd)?, -1250);
/// assert_eq!(money::format(-1250, usd), "-12.50");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// See [`AmountError`].
pub fn parse(text: &str, currency: Currency) -> Result<i64, AmountError> {
    let (negative, digits) = match text.as_bytes() {
        [b'-', rest @ ..] => (true, rest),
        all => (false, all),
    };
    let mut value: i64 = 0;
    let mut decimals: Option<u32> = None;
    let mut seen = false;
    for &byte in digits {
        match (byte, decimals) {
            (b'.', None) if seen => decimals = Some(0),
            (b'0'..=b'9', _) => {
                seen = true;
                if let Some(count) = decimals {
                    if count == currency.decimals() {
                        if byte != b'0' {
                            return Err(AmountError::TooManyDecimals);
                        }
                        continue;
                    }
                    decimals = Some(count + 1);
                }
                value = value
                    .checked_mul(10)
                    .and_then(|v| v.checked_sub(i64::from(byte - b'0')))
                    .ok_or(AmountError::TooLarge)?;
            }
            _ => return Err(AmountError::Form),
        }
    }
    if !seen || digits.last() == Some(&b'.') {
        return Err(AmountError::Form);
    }
    for _ in decimals.unwrap_or(0)..currency.decimals() {
        value = value.checked_mul(10).ok_or(AmountError::TooLarge)?;
    }
    // The sum was kept negative, so that the least 64-bit number can be read.
    if negative {
        Ok(value)
    } else {
        value.checked_neg().ok_or(AmountError::TooLarge)
    }
}

/// Writes minor units with exactly the currency's decimals.
#[must_use]
pub fn format(minor: i64, currency: Currency) -> String {
    format_wide(i128::from(minor), currency)
}

/// Writes a sum of minor units, which may exceed 64 bits, with exactly the currency's decimals.
#[must_use]
pub fn format_wide(minor: i128, currency: Currency) -> String {
    let decimals = currency.decimals();
    if decimals == 0 {
        return minor.to_string();
    }
    let unit = 10_u128.pow(decimals);
    let magnitude = minor.unsigned_abs();
    let sign = if minor < 0 { "-" } else { "" };
    let width = usize::try_from(decimals).unwrap_or(0);
    format!("{sign}{}.{:0width$}", magnitude / unit, magnitude % unit)
}

/// A decimal in major units as minor units.
///
/// # Errors
/// See [`AmountError`].
pub fn from_decimal(amount: Decimal, currency: Currency) -> Result<i64, AmountError> {
    parse(&amount.to_string(), currency)
}

/// Minor units as a decimal in major units.
#[must_use]
pub fn to_decimal(minor: i64, currency: Currency) -> Decimal {
    Decimal::new(minor, currency.decimals())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cur(code: &str) -> Currency {
        Currency::parse(code).unwrap()
    }

    #[test]
    fn amounts_are_exact_or_refused() {
        let usd = cur("USD");
        assert_eq!(parse("1234.5", usd), Ok(123_450));
        assert_eq!(parse("0.010", usd), Ok(1));
        assert_eq!(parse("0.011", usd), Err(AmountError::TooManyDecimals));
        assert_eq!(parse("92233720368547758.07", usd), Ok(i64::MAX));
        assert_eq!(parse("-92233720368547758.08", usd), Ok(i64::MIN));
        assert_eq!(
            parse("92233720368547758.08", usd),
            Err(AmountError::TooLarge)
        );
        for bad in [
            "", "-", ".5", "1.", "1e3", "1,000", "+1", " 1", "1..2", "--1",
        ] {
            assert_eq!(parse(bad, usd), Err(AmountError::Form), "{bad}");
        }
        assert_eq!(parse("500", cur("JPY")), Ok(500));
        assert_eq!(parse("1.234", cur("KWD")), Ok(1234));
        assert_eq!(format(-5, usd), "-0.05");
    }

    proptest! {
        #[test]
        fn format_and_parse_are_inverse(minor: i64, code in prop::sample::select(vec!["USD", "JPY", "KWD"])) {
            let currency = cur(code);
            prop_assert_eq!(parse(&format(minor, currency), currency), Ok(minor));
            prop_assert_eq!(from_decimal(to_decimal(minor, currency), currency), Ok(minor));
        }
    }
}
