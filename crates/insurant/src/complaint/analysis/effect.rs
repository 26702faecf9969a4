//! Whether a corrective action helped: the complaints of its cause, before and after.

use super::exposure::per;
use super::{Action, Period, Rate, Undefined};
use crate::closed::closed;
use crate::date::Date;
use insurant_rules::document::Decimal;

closed! {
    /// Whether an action helped.
    ActionEffect {
        /// The cause came up less often afterwards.
        Confirmed = "confirmed",
        /// It did not; or it never came up before, so that nothing can be shown.
        NotConfirmed = "not_confirmed",
        /// It is not done, or the days to watch are not over.
        TooEarly = "too_early",
    }
}

/// How the effect of an action is checked: as many days before it was done as after.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EffectCheck {
    /// How many days.
    pub days: u32,
    /// The exposure before and after, such as average policies; days alone when not given.
    pub exposure: Option<[Decimal; 2]>,
    /// What the rate afterwards may be at most, as a share of the one before; any fall when not
    /// given.
    pub at_most: Option<Decimal>,
}

/// Whether an action helped, and the figures that say so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EffectReport {
    /// The answer.
    pub effect: ActionEffect,
    /// The figures, once it was done: before, and after.
    pub windows: Option<[EffectWindow; 2]>,
}

/// One side of an effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EffectWindow {
    /// The days watched.
    pub period: Period,
    /// Complaints of the cause received in them.
    pub received: u64,
    /// The same per unit of exposure, or per day.
    pub rate: Rate,
}

impl EffectReport {
    pub(super) fn of(action: &Action, check: EffectCheck, as_of: Date, counts: [u64; 2]) -> Self {
        let Some([before, after]) = action.windows(as_of) else {
            return Self {
                effect: ActionEffect::TooEarly,
                windows: None,
            };
        };
        let [was, is] = counts;
        let exposures = check
            .exposure
            .map(|exposures| exposures.map(Some))
            .unwrap_or_default();
        let window = |period: Period, received, exposure: Option<Decimal>| EffectWindow {
            period,
            received,
            rate: match exposure {
                Some(_) => per(received, 1, exposure),
                None => Rate::of(received, period.days(), Undefined::NotPositive),
            },
        };
        let [before_exposure, after_exposure] = exposures;
        let windows = [
            window(before, was, before_exposure),
            window(after, is, after_exposure),
        ];
        let [first, second] = windows.map(|window| window.rate);
        let fell = match check.at_most {
            None => first.is_above(second),
            Some(most) => second.is_above(times(first, most)).map(|above| !above),
        };
        let effect = if after.to() > as_of {
            ActionEffect::TooEarly
        } else if was > 0 && fell == Some(true) {
            ActionEffect::Confirmed
        } else {
            ActionEffect::NotConfirmed
        };
        Self {
            effect,
            windows: Some(windows),
        }
    }
}

fn times(rate: Rate, share: Decimal) -> Rate {
    match rate {
        Rate::Known { num, den } => {
            let num = num.checked_mul(i128::from(share.units()));
            let den = den.checked_mul(i128::from(share.denominator()));
            match (num, den) {
                (Some(num), Some(den)) => Rate::of(num, den, Undefined::TooLarge),
                _ => Rate::Undefined(Undefined::TooLarge),
            }
        }
        Rate::Undefined(_) => rate,
    }
}
