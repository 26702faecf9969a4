//! The kernel's working memory, kept from customer to customer so that nothing is allocated.

use super::cover::Cover;
use super::loss::Loss;
use crate::facts::PremiumMovement;
use insurant_rules::{Slot, Truth};

/// Working memory for assessments. One a thread; it grows to the largest customer seen.
#[derive(Debug, Default)]
pub struct Scratch {
    /// Known policies that are not void, by start.
    pub(crate) covers: Vec<Cover>,
    /// For each supplied policy, its terms of cover in the order supplied.
    pub(crate) supplied: Vec<Option<Cover>>,
    pub(crate) placed: Vec<Cover>,
    pub(crate) movements: Vec<PremiumMovement>,
    /// Known claims inside their cover, those of one event together.
    pub(crate) losses: Vec<Loss>,
    pub(crate) pairs: Vec<(u32, i128)>,
    pub(crate) bases: Vec<Slot>,
    pub(crate) slots: Vec<Slot>,
    pub(crate) truths: Vec<Truth>,
}

impl Scratch {
    /// Empty memory.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}
