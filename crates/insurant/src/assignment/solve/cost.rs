//! What something costs, compared step by step.

use std::ops::{Add, Mul, Sub};

/// Costs in the order of their importance. Each component is a plain sum, so that a great many small
/// ones never outweigh one that is more important.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) struct Cost {
    /// Items left out, by the weight of their priority.
    pub(super) out: i64,
    /// Points missed.
    pub(super) fit: i64,
    /// Items moved.
    pub(super) moves: i64,
    /// Balance.
    pub(super) balance: i64,
}

impl Cost {
    pub(super) const ZERO: Self = Self::flat(0);

    const fn flat(all: i64) -> Self {
        Self {
            out: all,
            fit: all,
            moves: all,
            balance: all,
        }
    }
}

/// Costs as the flow compares them: all components, or one number that orders as they do.
pub(super) trait Amount:
    Copy + Ord + Default + Add<Output = Self> + Sub<Output = Self>
{
    /// More than anything costs; no sum with it is ever made.
    const NEVER: Self;

    fn of(cost: Cost, weights: &Weights) -> Self;

    /// The components again.
    fn cost(self, weights: &Weights) -> Cost;

    fn is_never(self) -> bool {
        self == Self::NEVER
    }
}

impl Amount for Cost {
    const NEVER: Self = Self::flat(i64::MAX);

    fn of(cost: Cost, _: &Weights) -> Self {
        cost
    }

    fn cost(self, _: &Weights) -> Cost {
        self
    }
}

impl Amount for i64 {
    const NEVER: Self = Self::MAX;

    #[inline]
    fn of(cost: Cost, weights: &Weights) -> Self {
        cost.out * weights.out + cost.fit * weights.fit + cost.moves * weights.moves + cost.balance
    }

    fn cost(self, weights: &Weights) -> Cost {
        let nearest = |amount: Self, unit: Self| (amount + unit / 2).div_euclid(unit);
        let out = nearest(self, weights.out);
        let rest = self - out * weights.out;
        let fit = nearest(rest, weights.fit);
        let rest = rest - fit * weights.fit;
        let moves = nearest(rest, weights.moves);
        Cost {
            out,
            fit,
            moves,
            balance: rest - moves * weights.moves,
        }
    }
}

/// What one of each component is worth in balance, so that a single number orders as the components
/// do. A flow is optimal when no cycle of exchanges is cheaper than free, and a cycle visits each
/// node once: it passes room twice at most, and moves at most one item for each node. The weights
/// need outdo no more than that, so that they stay small whatever the number of items.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Weights {
    out: i64,
    fit: i64,
    moves: i64,
}

impl Weights {
    /// Of no use but to components.
    pub(super) const NONE: Self = Self {
        out: 1,
        fit: 1,
        moves: 1,
    };

    /// Weights for so many nodes, and the most that one step changes each component by; `None` when
    /// the cost of a path might not fit 64 bits.
    pub(super) fn new(nodes: usize, most: Cost) -> Option<Self> {
        let nodes = i128::try_from(nodes).ok()?;
        let [out, fit, step, balance] =
            [most.out, most.fit, most.moves, most.balance].map(i128::from);
        let moves = 2 * balance + 1;
        let below_fit = moves.checked_mul(step * nodes)? + balance;
        let one_fit = 2 * below_fit + 1;
        let below_out = one_fit
            .checked_mul(fit.checked_mul(nodes)?)?
            .checked_add(below_fit)?;
        let one_out = below_out.checked_mul(2)? + 1;
        let path = one_out.checked_mul(2 * out)?.checked_add(below_out)?;
        let whole = |weight: i128| i64::try_from(weight).ok();
        // Distances, prices and edges are added up by fours.
        whole(path.checked_mul(16)?)?;
        Some(Self {
            out: whole(one_out)?,
            fit: whole(one_fit)?,
            moves: whole(moves)?,
        })
    }
}

impl Add for Cost {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            out: self.out + other.out,
            fit: self.fit + other.fit,
            moves: self.moves + other.moves,
            balance: self.balance + other.balance,
        }
    }
}

impl Sub for Cost {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self {
            out: self.out - other.out,
            fit: self.fit - other.fit,
            moves: self.moves - other.moves,
            balance: self.balance - other.balance,
        }
    }
}

impl Mul<i64> for Cost {
    type Output = Self;

    fn mul(self, by: i64) -> Self {
        Self {
            out: self.out * by,
            fit: self.fit * by,
            moves: self.moves * by,
            balance: self.balance * by,
        }
    }
}
