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
    /// More than anything costs; no sum with it is ever made.
    pub(super) const NEVER: Self = Self::flat(i64::MAX);

    const fn flat(all: i64) -> Self {
        Self {
            out: all,
            fit: all,
            moves: all,
            balance: all,
        }
    }

    pub(super) fn is_never(&self) -> bool {
        self.out == i64::MAX
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
