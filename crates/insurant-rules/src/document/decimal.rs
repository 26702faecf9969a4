//! Decimals as documents write them: exact, in plain digits.

use std::fmt;

/// A decimal: `units` divided by ten to the power of `scale`. `12.50` has 1250 units and scale 2,
/// so the number of decimals written is kept.
///
/// # Example
/// ```
/// use insurant_rules::document::Decimal;
/// let amount = Decimal::parse("-12.5").unwrap();
/// assert_eq!((amount.units(), amount.scale()), (-125, 1));
/// assert_eq!(amount.at_scale(2), Some(-1250));
/// assert_eq!(amount.at_scale(0), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Decimal {
    units: i64,
    scale: u32,
}

/// Why a text is no decimal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DecimalFault {
    /// It is not an optional minus, digits, and perhaps a point with digits.
    Form,
    /// Its digits do not fit 64 bits.
    TooLarge,
}

impl Decimal {
    /// A whole number.
    #[must_use]
    pub const fn whole(number: i64) -> Self {
        Self {
            units: number,
            scale: 0,
        }
    }

    /// Reads `-12.50`: an optional minus, digits, and perhaps a point followed by digits. No plus,
    /// no exponent, no separators, no needless zeros in front.
    ///
    /// # Errors
    /// What is wrong with the text.
    pub fn parse(text: &str) -> Result<Self, DecimalFault> {
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, fraction) = match digits.split_once('.') {
            Some((whole, fraction)) => (whole, Some(fraction)),
            None => (digits, None),
        };
        let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        let padded = whole.len() > 1 && whole.starts_with('0');
        if !is_digits(whole) || padded || !fraction.is_none_or(is_digits) {
            return Err(DecimalFault::Form);
        }
        let fraction = fraction.unwrap_or("");
        let mut units: i64 = 0;
        for digit in whole.bytes().chain(fraction.bytes()) {
            let digit = i64::from(digit - b'0');
            let digit = if negative { -digit } else { digit };
            units = units
                .checked_mul(10)
                .and_then(|units| units.checked_add(digit))
                .ok_or(DecimalFault::TooLarge)?;
        }
        let scale = u32::try_from(fraction.len()).map_err(|_| DecimalFault::TooLarge)?;
        // Zeros alone may go on for ever; a scale beyond 18 could not be aligned with any other.
        if scale > 18 {
            return Err(DecimalFault::TooLarge);
        }
        Ok(Self { units, scale })
    }

    /// The digits without the point.
    #[must_use]
    pub const fn units(self) -> i64 {
        self.units
    }

    /// How many decimals were written.
    #[must_use]
    pub const fn scale(self) -> u32 {
        self.scale
    }

    /// Ten to the power of the scale: the value is `units / denominator`.
    #[must_use]
    pub const fn denominator(self) -> i64 {
        // The scale is at most 18, and ten to the power of 18 fits.
        10_i64.pow(self.scale)
    }

    /// The units at another scale, such as the minor units of a currency; `None` when decimals
    /// other than zeros would be lost or the number does not fit.
    #[must_use]
    pub const fn at_scale(self, scale: u32) -> Option<i64> {
        if scale >= self.scale {
            match 10_i64.checked_pow(scale - self.scale) {
                Some(factor) => self.units.checked_mul(factor),
                None => None,
            }
        } else {
            let factor = 10_i64.pow(self.scale - scale);
            if self.units % factor == 0 {
                Some(self.units / factor)
            } else {
                None
            }
        }
    }

    /// The number divided by 100; `None` beyond 18 decimals.
    #[must_use]
    pub const fn hundredth(self) -> Option<Self> {
        let Self { units, scale } = self.normal();
        if scale > 16 {
            return None;
        }
        let scale = scale + 2;
        Some(Self { units, scale }.normal())
    }

    /// The number in percent: times 100, without needless zeros; `None` when it does not fit.
    ///
    /// # Example
    /// ```
    /// use insurant_rules::document::Decimal;
    /// let quarter = Decimal::parse("0.25").unwrap();
    /// assert_eq!(quarter.percent(), Some(Decimal::whole(25)));
    /// assert_eq!(Decimal::whole(25).hundredth(), Some(quarter));
    /// ```
    #[must_use]
    pub const fn percent(self) -> Option<Self> {
        let Self { units, scale } = self.normal();
        let (units, scale) = match scale {
            0 => (units.checked_mul(100), 0),
            1 => (units.checked_mul(10), 0),
            _ => (Some(units), scale - 2),
        };
        match units {
            Some(units) => Some(Self { units, scale }),
            None => None,
        }
    }

    /// The same number without needless zeros behind the point.
    #[must_use]
    pub const fn normal(self) -> Self {
        let mut shortest = self;
        while shortest.scale > 0 && shortest.units % 10 == 0 {
            shortest.units /= 10;
            shortest.scale -= 1;
        }
        shortest
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.units < 0 {
            f.write_str("-")?;
        }
        let units = self.units.unsigned_abs();
        let base = self.denominator().unsigned_abs();
        write!(f, "{}", units / base)?;
        if self.scale > 0 {
            let width = usize::try_from(self.scale).unwrap_or(0);
            write!(f, ".{:0width$}", units % base)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_digits_only() {
        for bad in [
            "", "-", "+1", "1.", ".5", "1e3", "1_000", "01", "1,5", " 1", "--1", "٣",
        ] {
            assert_eq!(Decimal::parse(bad), Err(DecimalFault::Form), "{bad}");
        }
        assert_eq!(
            Decimal::parse("9223372036854775808"),
            Err(DecimalFault::TooLarge)
        );
        let zeros = format!("0.{}", "0".repeat(19));
        assert_eq!(Decimal::parse(&zeros), Err(DecimalFault::TooLarge));
    }

    #[test]
    fn printing_gives_back_what_was_read() {
        for text in [
            "0",
            "-0.05",
            "12.50",
            "-9223372036854775808",
            "0.000000000000000001",
        ] {
            assert_eq!(Decimal::parse(text).unwrap().to_string(), text);
        }
        assert_eq!(
            Decimal::parse("12.500").unwrap().normal().to_string(),
            "12.5"
        );
        assert_eq!(Decimal::parse("-0").unwrap().to_string(), "0");
        assert_eq!(Decimal::parse("12.50").unwrap().at_scale(1), Some(125));
        assert_eq!(Decimal::parse("12.55").unwrap().at_scale(1), None);
    }

    #[test]
    fn minor_units_of_any_currency() {
        let minor = |text: &str, scale| Decimal::parse(text).unwrap().at_scale(scale);
        assert_eq!(minor("12.5", 2), Some(1250));
        assert_eq!(minor("12.5", 4), Some(125_000));
        assert_eq!(minor("12.50", 2), Some(1250));
        assert_eq!(minor("-12.000", 0), Some(-12));
        assert_eq!(minor("9.223372036854775807", 18), Some(i64::MAX));
        assert_eq!(minor("9.2", 18), Some(9_200_000_000_000_000_000));
        assert_eq!(minor("9.3", 18), None);
        assert_eq!(minor("0.1", 20), None);
    }
}
