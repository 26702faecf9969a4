//! Concentration: how much of the whole the largest bring, and how many bring most of it (B-37,
//! B-39).
//!
//! Rows of one amount stay together: the first hundred are a hundred and whoever equals the
//! hundredth. Amounts below zero are no part of the whole, and are told.

pub(crate) mod read;
pub(crate) mod shape;
#[cfg(test)]
mod tests;
mod write;

use super::left_out::LeftOut;
use super::share::Share;
use super::value::{Undefined, Value};
use crate::closed::closed;
use crate::date::Date;
use insurant_rules::Currency;

closed! {
    /// Why a row is no part of the whole.
    Reason {
        /// Its amount lies below zero.
        Negative = "negative",
    }
}

/// The question.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Spec {
    /// The day that the amounts are of, for the answer.
    pub as_of: Option<Date>,
    /// Of the amounts; without one they are whole units.
    pub currency: Option<Currency>,
    /// How much do the first so many bring?
    pub top: Vec<u32>,
    /// How many bring such a share?
    pub shares: Vec<Share>,
}

/// How much the largest bring, and how many bring most.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The question.
    pub spec: Spec,
    /// The whole, in minor units or whole units.
    pub total: i128,
    /// How many rows it is made of; those of zero are among them.
    pub rows: u64,
    /// The rows that are no part of it.
    pub left_out: Option<LeftOut<Reason>>,
    /// By number, ascending.
    pub top: Vec<Top>,
    /// By share, ascending.
    pub shares: Vec<Reached>,
}

/// What the largest rows bring.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Top {
    /// So many were asked for.
    pub n: u32,
    /// So many they are with those that equal the last.
    pub rows: u64,
    /// What they bring.
    pub amount: i128,
    /// Of the whole.
    pub share: Value,
    /// How many they are, of all rows.
    pub share_of_rows: Value,
}

/// How many rows bring a share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reached {
    /// The share.
    pub share: Share,
    /// The rows, fewest first; none when there is nothing to share.
    pub with: Option<ReachedWith>,
}

/// The fewest rows that bring a share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReachedWith {
    /// So few suffice.
    pub without_ties: u64,
    /// So many they are with those that equal the last.
    pub rows: u64,
    /// What these bring.
    pub amount: i128,
    /// Of the whole.
    pub reached: Value,
    /// How many they are, of all rows.
    pub share_of_rows: Value,
}

impl Report {
    /// Concentration of amounts, in minor units or whole units; their order changes nothing.
    ///
    /// # Example
    /// ```
    /// use insurant::kpi::Share;
    /// use insurant::kpi::concentration::{Report, Spec};
    /// let shares = vec![Share::parse("80%").ok_or("a share")?];
    /// let spec = Spec { top: vec![1], shares, ..Spec::default() };
    /// let report = Report::of(spec, [5, 70, 10, 10, 5]);
    /// assert_eq!(report.top[0].share.shown().as_deref(), Some("0.700000"));
    /// // The second and the third are equal, and stay together.
    /// let with = report.shares[0].with.ok_or("reached")?;
    /// assert_eq!((with.without_ties, with.rows, with.amount), (2, 3, 90));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn of(mut spec: Spec, amounts: impl IntoIterator<Item = i64>) -> Self {
        let mut left_out: Option<LeftOut<Reason>> = None;
        let mut sorted: Vec<i64> = Vec::new();
        for amount in amounts {
            if amount >= 0 {
                sorted.push(amount);
                continue;
            }
            let known = left_out.get_or_insert(LeftOut {
                reason: Reason::Negative,
                rows: 0,
                amount: 0,
            });
            known.rows += 1;
            known.amount += i128::from(amount);
        }
        sorted.sort_unstable_by(|a, b| b.cmp(a));
        spec.top.sort_unstable();
        spec.top.dedup();
        spec.shares.sort();
        spec.shares.dedup();
        let steps = steps(&sorted);
        let (rows, total) = steps.last().map_or((0, 0), |step| (step.rows, step.amount));
        let value = |step: Step| Value::of(step.amount, total, Undefined::NothingToShare);
        let of_rows = |step: Step| Value::of(step.rows, rows, Undefined::NothingToShare);
        let top = spec.top.iter().map(|n| {
            let last = steps.last().copied().unwrap_or_default();
            let step = steps.iter().find(|step| step.rows >= u64::from(*n));
            let step = step.copied().unwrap_or(last);
            Top {
                n: *n,
                rows: step.rows,
                amount: step.amount,
                share: value(step),
                share_of_rows: of_rows(step),
            }
        });
        let shares = spec.shares.iter().map(|share| {
            let step = steps.iter().find(|step| share.is_met(step.amount, total));
            let with = step.filter(|_| total > 0).map(|step| ReachedWith {
                without_ties: step.fewest(share, total),
                rows: step.rows,
                amount: step.amount,
                reached: value(*step),
                share_of_rows: of_rows(*step),
            });
            Reached {
                share: share.clone(),
                with,
            }
        });
        Self {
            top: top.collect(),
            shares: shares.collect(),
            total,
            rows,
            left_out,
            spec,
        }
    }
}

/// The largest rows down to those of one amount, all of them.
#[derive(Debug, Clone, Copy, Default)]
struct Step {
    rows: u64,
    amount: i128,
    /// How many rows have the smallest amount among them.
    equal: u64,
    /// That amount.
    each: i64,
}

fn steps(sorted: &[i64]) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    for &each in sorted {
        let before = steps.last().copied().unwrap_or_default();
        let grown = Step {
            rows: before.rows + 1,
            amount: before.amount + i128::from(each),
            equal: 1,
            each,
        };
        match steps.last_mut() {
            Some(last) if last.each == each => {
                *last = Step {
                    equal: last.equal + 1,
                    ..grown
                }
            }
            _ => steps.push(grown),
        }
    }
    steps
}

impl Step {
    /// The fewest of these rows that meet a share, ties broken anyhow. They do so together.
    fn fewest(&self, share: &Share, total: i128) -> u64 {
        let (mut least, mut most) = (1, self.equal);
        while least < most {
            let middle = (least + most) / 2;
            let without = i128::from(self.each) * i128::from(self.equal - middle);
            if share.is_met(self.amount - without, total) {
                most = middle;
            } else {
                least = middle + 1;
            }
        }
        self.rows - self.equal + least
    }
}
