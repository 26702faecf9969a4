//! The figures, of the whole and by group.

use super::{Reason, Spec};
use crate::closed::closed;
use crate::kpi::groups::Groups;
use crate::kpi::left_out::{LeftOut, LeftOuts};
use crate::kpi::value::{Undefined, Value};
use insurant_rules::Currency;

closed! {
    /// What a figure is divided by.
    HeadBasis {
        /// Half of the heads at the beginning and at the end.
        AverageHeads = "average_heads",
        /// Those who sold.
        ActiveHeads = "active_heads",
    }
}

/// What sold, and how much.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The question.
    pub spec: Spec,
    /// Of everyone.
    pub all: Figures,
    /// By group, in the order of the question.
    pub by: Vec<Groups<Figures>>,
    /// The sales that do not count, by reason.
    pub left_out: Vec<LeftOut<Reason>>,
}

/// What the figures are made of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Figures {
    /// In service on the first day.
    pub begin: u64,
    /// In service on the first day after the period.
    pub end: u64,
    /// Agents who sold enough.
    pub active: u64,
    /// Policies sold.
    pub policies: u64,
    /// Their premium in minor units.
    pub premium: i128,
    /// Those of which the premium is not given.
    pub without_premium: u64,
}

/// One figure: its sides before they are divided, and the quotient.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Indicator {
    /// Its id: `activity_rate`.
    pub id: &'static str,
    /// What it is divided by.
    pub basis: HeadBasis,
    /// The numerator; minor units where it is an amount.
    pub numerator: i128,
    /// The currency of the numerator, where it is an amount.
    pub currency: Option<Currency>,
    /// Twice the denominator, since an average of two may be a half.
    pub twice_denominator: u128,
    /// The figure.
    pub value: Value,
}

/// The figures; those of premium only in a currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Indicators {
    /// Active agents over average heads (举绩率).
    pub activity_rate: Indicator,
    /// Premium over average heads (人均产能).
    pub premium_per_head: Option<Indicator>,
    /// Policies over average heads (人均件数).
    pub policies_per_head: Indicator,
    /// Premium over active heads.
    pub premium_per_active_head: Option<Indicator>,
    /// Policies over active heads.
    pub policies_per_active_head: Indicator,
}

impl Figures {
    /// The figures that can be told.
    #[must_use]
    pub fn indicators(&self, currency: Option<Currency>) -> Indicators {
        let twice = |basis| match basis {
            HeadBasis::AverageHeads => u128::from(self.begin) + u128::from(self.end),
            HeadBasis::ActiveHeads => 2 * u128::from(self.active),
        };
        let indicator = |id, basis, numerator: i128, currency: Option<Currency>| {
            let twice_denominator = twice(basis);
            // Heads are 64 bits, and so are policies: twice either is far below 128 bits.
            let heads = i128::try_from(twice_denominator).unwrap_or(0);
            let (otherwise, num, den) = match basis {
                HeadBasis::AverageHeads => (Undefined::NoHeads, numerator.checked_mul(2), heads),
                HeadBasis::ActiveHeads => (Undefined::NobodyActive, Some(numerator), heads / 2),
            };
            let value = match (num, currency) {
                (None, _) => Value::Undefined(Undefined::TooLarge),
                (Some(num), None) => Value::of(num, den, otherwise),
                (Some(num), Some(currency)) => Value::per_head(num, den, currency, otherwise),
            };
            Indicator {
                id,
                basis,
                numerator,
                currency,
                twice_denominator,
                value,
            }
        };
        let (average, active) = (HeadBasis::AverageHeads, HeadBasis::ActiveHeads);
        let premium = |id, basis| currency.map(|c| indicator(id, basis, self.premium, Some(c)));
        let policies = |id, basis| indicator(id, basis, self.policies.into(), None);
        Indicators {
            activity_rate: indicator("activity_rate", average, self.active.into(), None),
            premium_per_head: premium("premium_per_head", average),
            policies_per_head: policies("policies_per_head", average),
            premium_per_active_head: premium("premium_per_active_head", active),
            policies_per_active_head: policies("policies_per_active_head", active),
        }
    }
}

impl Indicators {
    /// Those that there are, in order.
    pub fn iter(&self) -> impl Iterator<Item = &Indicator> {
        [
            Some(&self.activity_rate),
            self.premium_per_head.as_ref(),
            Some(&self.policies_per_head),
            self.premium_per_active_head.as_ref(),
            Some(&self.policies_per_active_head),
        ]
        .into_iter()
        .flatten()
    }
}

impl Report {
    pub(super) fn new(
        spec: Spec,
        (all, by): (Figures, Vec<Groups<Figures>>),
        left_out: &LeftOuts<Reason>,
    ) -> Self {
        Self {
            spec,
            all,
            by,
            left_out: left_out.in_order(),
        }
    }
}
