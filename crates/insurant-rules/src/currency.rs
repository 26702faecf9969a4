//! Currencies of ISO 4217: the code and the number of decimals, nothing else.

use std::fmt;

/// A currency of ISO 4217.
///
/// # Example
/// ```
/// use insurant_rules::Currency;
/// assert_eq!(Currency::parse("JPY").map(|c| c.decimals()), Some(0));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Currency(iso_currency::Currency);

impl Currency {
    /// Stands in a rulebook whose currency could not be read, which is never handed out.
    pub(crate) const UNDECLARED: Self = Self(iso_currency::Currency::XXX);

    /// Stands in a vocabulary for the currency of the rulebook that is compiled against it.
    #[must_use]
    pub const fn any() -> Self {
        Self::UNDECLARED
    }

    /// The currency of a three-letter code in capitals; `None` for an unknown code and for codes
    /// that have no minor unit (precious metals, testing).
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        let currency = iso_currency::Currency::from_code(code)?;
        currency.exponent().map(|_| Self(currency))
    }

    /// The three-letter code.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.0.code()
    }

    /// How many decimals its minor unit has.
    #[must_use]
    pub fn decimals(self) -> u32 {
        u32::from(self.0.exponent().unwrap_or(0))
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}
