//! The kernel's working memory, kept from customer to customer so that nothing is allocated.

use super::cover::{Cover, PremiumSums, Supplied};
use super::loss::{Fate, Loss, LossSums};
use crate::facts::PremiumMovement;
use insurant_rules::Slot;

/// Working memory for assessments. One a thread; it grows to the largest customer seen.
#[derive(Debug, Default)]
pub struct Scratch {
    /// Known policies that are not void, by start.
    pub(crate) covers: Vec<Cover>,
    /// What each policy is, in the order supplied: known ones by their place in `covers` before
    /// those are sorted.
    pub(crate) supplied: Vec<Supplied<usize>>,
    pub(crate) placed: Vec<Cover>,
    pub(crate) movements: Vec<PremiumMovement>,
    /// Known claims inside their cover, those of one event together.
    pub(crate) losses: Vec<Loss>,
    /// Claims that count nowhere, by their position, and why.
    pub(crate) not_counted: Vec<(u32, Fate)>,
    pub(crate) pairs: Vec<(u32, i128)>,
    pub(crate) premiums: Vec<PremiumSums>,
    pub(crate) losses_by_pass: Vec<LossSums>,
    pub(crate) bases: Vec<Slot>,
    pub(crate) slots: Vec<Slot>,
}

impl Scratch {
    /// Empty memory.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A supplied policy, before the covers are sorted.
    #[inline]
    pub(crate) fn policy(&self, position: usize) -> Option<Supplied<&Cover>> {
        Some(match self.supplied.get(position)? {
            Supplied::Known(at) => Supplied::Known(self.covers.get(*at)?),
            Supplied::Void => Supplied::Void,
            Supplied::NotKnown => Supplied::NotKnown,
        })
    }
}
