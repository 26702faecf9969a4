//! What a figure leaves out, and why: counts and amounts a reason.

use super::amount::{count, sum};
use crate::closed::Closed;
use insurant_rules::Currency;
use insurant_rules::document::{Json, Object};

/// Rows left out for one reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LeftOut<R> {
    /// Why.
    pub reason: R,
    /// How many rows.
    pub rows: u64,
    /// Their amount, in minor units.
    pub amount: i128,
}

/// Counts and amounts by reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct LeftOuts<R>(Vec<LeftOut<R>>);

impl<R> Default for LeftOuts<R> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<R: Closed> LeftOuts<R> {
    pub(super) fn add(&mut self, reason: R, amount: Option<i64>) {
        let amount = i128::from(amount.unwrap_or(0));
        match self.0.iter_mut().find(|known| known.reason == reason) {
            Some(known) => {
                known.rows += 1;
                known.amount += amount;
            }
            None => self.0.push(LeftOut {
                reason,
                rows: 1,
                amount,
            }),
        }
    }

    /// Those that there are, in the order of the reasons.
    pub(super) fn in_order(&self) -> Vec<LeftOut<R>> {
        let reasons = R::ALL.iter();
        reasons
            .filter_map(|reason| self.0.iter().find(|known| known.reason == *reason))
            .copied()
            .collect()
    }
}

impl<R: Closed> LeftOut<R> {
    /// In canonical form; `rows` is what the rows are called.
    pub(super) fn to_json(self, rows: &str, currency: Option<Currency>) -> Object {
        Object::new()
            .with("reason", self.reason.word())
            .with(rows, count(self.rows))
            .with_some("amount", currency.map(|c| sum(self.amount, c)))
    }
}

/// All of them in canonical form.
pub(super) fn list<R: Closed>(
    left_out: &[LeftOut<R>],
    rows: &str,
    currency: Option<Currency>,
) -> Json {
    Json::list(left_out.iter().map(|one| one.to_json(rows, currency)))
}
