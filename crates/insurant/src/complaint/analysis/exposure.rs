//! What complaints are counted against: premium, policies, persons.

use super::{Rate, Undefined};
use insurant_rules::Currency;
use insurant_rules::document::Decimal;

/// The business of a period. Official bulletins state complaints per 100 million of premium, per
/// 10,000 policies and per 10,000 persons, because premium alone misleads where policies are many
/// and small. What is not given makes its rate undefined.
///
/// # Example
/// ```
/// use insurant::Currency;
/// use insurant::complaint::analysis::{Exposure, Undefined, Rate};
/// use insurant_rules::document::Decimal;
///
/// let exposure = Exposure {
///     premium: Some(25_000_000_000),
///     policies: Some(Decimal::parse("1000.5").map_err(|_| "no decimal")?),
///     persons: None,
/// };
/// // 5 complaints, and 250 million of premium.
/// let rate = exposure.per_premium(5, Currency::parse("CNY"));
/// assert_eq!(rate.shown().as_deref(), Some("2.000000"));
/// assert_eq!(exposure.per_policies(5).shown().as_deref(), Some("49.975012"));
/// assert_eq!(exposure.per_persons(5), Rate::Undefined(Undefined::NotGiven));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Exposure {
    /// Premium of the period, in minor units.
    pub premium: Option<i64>,
    /// Policies in force, on average over the period.
    pub policies: Option<Decimal>,
    /// Persons insured, or times persons were insured.
    pub persons: Option<Decimal>,
}

impl Exposure {
    /// So many complaints per 100 million of the currency.
    #[must_use]
    pub fn per_premium(&self, complaints: u64, currency: Option<Currency>) -> Rate {
        let minor = currency.map_or(1, |currency| 10_i128.pow(currency.decimals()));
        match self.premium {
            Some(premium) => {
                let num = i128::from(complaints) * 100_000_000 * minor;
                Rate::of(num, premium, Undefined::NotPositive)
            }
            None => Rate::Undefined(Undefined::NotGiven),
        }
    }

    /// So many complaints per 10,000 policies.
    #[must_use]
    pub fn per_policies(&self, complaints: u64) -> Rate {
        per(complaints, 10_000, self.policies)
    }

    /// So many complaints per 10,000 persons.
    #[must_use]
    pub fn per_persons(&self, complaints: u64) -> Rate {
        per(complaints, 10_000, self.persons)
    }
}

/// So many complaints per a number of units.
pub(super) fn per(complaints: u64, units: u32, exposure: Option<Decimal>) -> Rate {
    match exposure {
        Some(exposure) => {
            let den = i128::from(exposure.denominator());
            let num = i128::from(complaints) * i128::from(units) * den;
            Rate::of(num, exposure.units(), Undefined::NotPositive)
        }
        None => Rate::Undefined(Undefined::NotGiven),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_business_is_no_rate() {
        let none = Exposure {
            premium: Some(-1),
            policies: Some(Decimal::whole(0)),
            persons: None,
        };
        let undefined = Rate::Undefined(Undefined::NotPositive);
        assert_eq!(
            (none.per_premium(1, None), none.per_policies(0)),
            (undefined, undefined)
        );
        let yen = Exposure {
            premium: Some(200_000_000),
            ..Exposure::default()
        };
        let rate = yen.per_premium(3, Currency::parse("JPY"));
        assert_eq!(
            rate,
            Rate::Known {
                num: 300_000_000,
                den: 200_000_000
            }
        );
    }
}
