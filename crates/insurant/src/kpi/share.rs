//! A share of something, as a person writes it.

use std::cmp::Ordering;

/// A share from 0 to 100%, of at most six decimals, as written: `80%`, `0.8`. Two shares are equal
/// when their values are, however written.
///
/// # Example
/// ```
/// use insurant::kpi::Share;
/// assert_eq!(Share::parse("12.5%"), Share::parse("0.125"));
/// assert!(Share::parse("12%") < Share::parse("0.125"));
/// assert_eq!(Share::parse("101%"), None);
/// ```
#[derive(Debug, Clone)]
pub struct Share {
    written: String,
    num: i128,
    den: i128,
}

impl Share {
    /// A share as written.
    #[must_use]
    pub fn parse(written: &str) -> Option<Self> {
        let (digits, percent) = match written.strip_suffix('%') {
            Some(digits) => (digits, 100),
            None => (written, 1),
        };
        let decimal = insurant_rules::document::Decimal::parse(digits).ok()?;
        let den = i128::from(decimal.denominator()) * percent;
        let num = i128::from(decimal.units());
        (0 <= num && num <= den && decimal.scale() <= 6).then(|| Self {
            written: written.to_owned(),
            num,
            den,
        })
    }

    /// As it was written.
    #[must_use]
    pub fn written(&self) -> &str {
        &self.written
    }

    /// Whether it is nothing.
    #[must_use]
    pub const fn is_zero(&self) -> bool {
        self.num == 0
    }

    /// Whether an amount is at least this share of a total.
    pub(super) const fn is_met(&self, amount: i128, total: i128) -> bool {
        // Sums of 64-bit amounts times at most a hundred million: far below 128 bits.
        amount * self.den >= self.num * total
    }
}

impl Ord for Share {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.num * other.den).cmp(&(other.num * self.den))
    }
}

impl PartialOrd for Share {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Share {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Share {}
