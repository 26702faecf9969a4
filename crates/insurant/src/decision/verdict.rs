//! The answer of an assessment, as small as it can be: what the hot path returns.

use crate::category::{Category, Standing};
use crate::closed::closed;

closed! {
    /// Why a customer could not be decided on (never a guess).
    Cause {
        /// A sum does not fit 64 bits.
        Overflow = "overflow",
        /// A policy in another currency than the rulebook's.
        MixedCurrency = "mixed_currency",
        /// A row about the customer was rejected when the facts were read.
        RejectedRow = "rejected_row",
    }
}

/// A set of rules of one section, by their position: at most 64.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct RuleBits(u64);

impl RuleBits {
    #[inline]
    pub(crate) const fn insert(&mut self, position: usize) {
        self.0 |= 1 << (position & 63);
    }

    /// Whether it holds the rule at a position.
    #[must_use]
    pub const fn contains(self, position: usize) -> bool {
        position < 64 && self.0 >> position & 1 == 1
    }

    /// Whether it holds none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The bits: rule i is bit i.
    #[must_use]
    pub const fn bits(self) -> u64 {
        self.0
    }

    /// Whether the two share a rule.
    #[must_use]
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The positions, ascending.
    #[inline]
    pub fn positions(self) -> impl Iterator<Item = usize> {
        let mut left = self.0;
        std::iter::from_fn(move || {
            let position = usize::try_from(left.trailing_zeros()).ok()?;
            (left != 0).then(|| {
                left &= left - 1;
                position
            })
        })
    }
}

/// The answer of an assessment. Rules stand by their position in the rulebook's section; the
/// names are with [`crate::CustomerRules`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Verdict {
    /// The category; `undecided` with a cause; `None` in a rulebook without categories.
    pub category: Option<Category>,
    /// What the host shows first; `None` when undecided and not blacklisted.
    pub standing: Option<Standing>,
    /// Why it is undecided.
    pub cause: Option<Cause>,
    /// The category rules that hold.
    pub holds: RuleBits,
    /// The category rules that could not be answered.
    pub unknown: RuleBits,
    /// The alerts raised, in order of id.
    pub alerts: RuleBits,
    /// The alerts that could not be answered.
    pub alerts_unknown: RuleBits,
    /// The blacklist criteria that propose an entry, in order of id.
    pub proposals: RuleBits,
    /// The criteria that could not be answered.
    pub proposals_unknown: RuleBits,
    /// The facts are younger than the day: paid, reserve and status are those of a later day.
    pub hindsight: bool,
    /// The facts are older than the day.
    pub projected: bool,
}

impl Verdict {
    /// Nothing can be said, but for the register.
    #[must_use]
    pub const fn undecided(cause: Cause, blacklisted: bool) -> Self {
        let none = RuleBits(0);
        Self {
            category: Some(Category::Undecided),
            standing: if blacklisted {
                Some(Standing::Blacklisted)
            } else {
                None
            },
            cause: Some(cause),
            holds: none,
            unknown: none,
            alerts: none,
            alerts_unknown: none,
            proposals: none,
            proposals_unknown: none,
            hindsight: false,
            projected: false,
        }
    }

    /// Whether the customer was decided on.
    #[must_use]
    pub const fn is_decided(&self) -> bool {
        self.cause.is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_of_rules_has_sixty_four_places() {
        let mut set = RuleBits::default();
        assert!(set.is_empty());
        assert_eq!(set.bits(), 0);
        set.insert(0);
        set.insert(63);
        assert!(!set.is_empty());
        assert_eq!(set.bits(), 1 | 1 << 63);
        assert_eq!(set.positions().collect::<Vec<_>>(), [0, 63]);
        assert!(!set.contains(1) && !set.contains(64));
    }
}
