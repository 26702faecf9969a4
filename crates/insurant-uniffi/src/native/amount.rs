//! Decimals.

use insurant::{Currency, Problem, money};

/// A decimal: an amount in major units, or a ratio as shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amount(pub(crate) String);

uniffi::custom_type!(Amount, String, {
    lower: |amount| amount.0,
    try_lift: |text| Ok(Amount(text)),
});

impl Amount {
    /// Minor units as an amount with exactly the currency's decimals.
    pub(crate) fn of(minor: i64, currency: Currency) -> Self {
        Self(money::format(minor, currency))
    }

    /// Minor units of a currency.
    pub(crate) fn minor(&self, currency: Currency) -> Result<i64, Problem> {
        money::parse(&self.0, currency).map_err(|error| error.problem(&shown(&self.0), currency))
    }
}

/// As much of a number as a message holds.
fn shown(text: &str) -> String {
    const LIMIT: usize = 60;
    if text.chars().nth(LIMIT).is_none() {
        return text.to_owned();
    }
    let head: String = text.chars().take(LIMIT - 1).collect();
    format!("{head}…")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_that_no_currency_has_is_told_shortly() {
        let cny = Currency::parse("CNY").unwrap();
        let wrong = |text: &str| Amount(text.to_owned()).minor(cny).unwrap_err();
        assert_eq!(Amount::of(-5, cny), Amount("-0.05".into()));
        assert_eq!(Amount("12.5".into()).minor(cny), Ok(1250));
        assert_eq!(wrong("NaN").code().as_str(), "bad_decimal");
        assert_eq!(wrong("0.001").code().as_str(), "too_many_decimals");
        let long = wrong(&"9".repeat(1000));
        assert_eq!(long.code().as_str(), "number_too_large");
        let found = format!("`{}…`", "9".repeat(59));
        assert_eq!(long.found_text(), Some(found.as_str()));
    }
}
