//! What no assignment can exceed, by weak duality.
//!
//! Let `p` be points, `e` efforts, `r` rooms, and `λ ≥ 0` any price for a unit of room. An assignment
//! that leaves out at most `u` of the items that some bin may take and is large enough for has at most
//!
//! ```text
//! Σ over items of max over bins (p − λ e), less the u smallest of these terms that are below 0,  + Σ λ r
//! ```
//!
//! points: charging for room can only help whoever keeps within it. Everything is in whole numbers,
//! times the scale of the prices, and rounded down once, at the end. The prices are those of the
//! relaxed problem, for which this is as good as any bound of the kind; a wrong price would make the
//! bound worse, never wrong.

use super::instance::{Bin, FORBIDDEN, Instance, Measure};

/// What no assignment can exceed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Bounds {
    /// The most items that can be placed, without one of a lower priority instead of a higher.
    pub(crate) placed: u64,
    /// The most points of any assignment that places as many items as were placed, or more.
    pub(crate) fit: i64,
}

impl Bounds {
    /// What was reached is the most there is.
    pub(super) fn reached(measure: &Measure) -> Self {
        Self {
            placed: measure.total(),
            fit: measure.fit,
        }
    }
}

/// The prices of room, times a scale.
pub(super) struct Prices {
    pub(super) lambda: Vec<i64>,
    pub(super) scale: i64,
}

impl Prices {
    /// What the rooms are worth.
    fn rooms(&self, bins: &[Bin]) -> i128 {
        let each = bins.iter().zip(&self.lambda);
        each.map(|(bin, price)| i128::from(*price) * i128::from(bin.room()))
            .sum()
    }
}

/// The points and the price of every bin that may take an item and is large enough for it alone.
fn open(
    instance: &Instance,
    prices: &Prices,
    item: u32,
    effort: i64,
) -> impl Iterator<Item = (i32, i64)> {
    let bins = instance.bins.iter().zip(&prices.lambda);
    let row = instance.row(item).iter().copied().zip(bins);
    row.filter(move |(points, (bin, _))| *points != FORBIDDEN && bin.room() >= effort)
        .map(|(points, (_, price))| (points, *price))
}

/// The most items that can be placed, by these prices.
pub(super) fn placed(instance: &Instance, prices: &Prices) -> u64 {
    let mut sum = prices.rooms(&instance.bins);
    let mut placeable: u64 = 0;
    for item in instance.numbers() {
        let bins = instance.row(item).iter().zip(&prices.lambda);
        let cheapest = bins
            .filter(|(points, _)| **points != FORBIDDEN)
            .map(|(_, price)| *price);
        if let Some(price) = cheapest.min() {
            let effort = i128::from(instance.item(item).effort);
            sum += (i128::from(prices.scale) - i128::from(price) * effort).max(0);
            placeable += 1;
        }
    }
    let bound = sum.div_euclid(i128::from(prices.scale.max(1)));
    u64::try_from(bound).unwrap_or(u64::MAX).min(placeable)
}

/// The most points of an assignment that places so many items or more, by these prices.
pub(super) fn fit(instance: &Instance, prices: &Prices, least_placed: u64) -> i64 {
    let mut terms: Vec<i128> = Vec::with_capacity(instance.items.len());
    for item in instance.numbers() {
        let effort = instance.item(item).effort;
        let best = open(instance, prices, item, effort).map(|(points, price)| {
            i128::from(points) * i128::from(prices.scale) - i128::from(price) * i128::from(effort)
        });
        terms.extend(best.max());
    }
    let out = (terms.len() as u64).saturating_sub(least_placed);
    terms.sort_unstable();
    let mut left_out = 0;
    let mut sum = prices.rooms(&instance.bins);
    for term in terms {
        if left_out < out && term < 0 {
            left_out += 1;
        } else {
            sum += term;
        }
    }
    let bound = sum.div_euclid(i128::from(prices.scale.max(1)));
    i64::try_from(bound).unwrap_or(i64::MAX)
}
