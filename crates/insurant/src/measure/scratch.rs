//! The kernel's working memory, kept from customer to customer so that nothing is allocated.

use super::basis::Figure;
use super::cover::{Cover, Supplied};
use super::loss::{Fate, Loss};
use crate::facts::PremiumMovement;
use insurant_rules::Slot;
use insurant_rules::program::Answers;

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
    /// Whether some of them belong to an event.
    pub(crate) events: bool,
    /// Claims that count nowhere, by their position, and why.
    pub(crate) not_counted: Vec<(u32, Fate)>,
    pub(crate) pairs: Vec<(u32, i128)>,
    pub(crate) figures: Vec<Figure>,
    pub(crate) slots: Vec<Slot>,
    pub(crate) answers: Answers,
}

impl Scratch {
    /// Empty memory.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The claims that the last assessment counted nowhere, by their position among those supplied,
    /// and why.
    pub fn not_counted(&self) -> impl Iterator<Item = (usize, Fate)> + '_ {
        let claims = self.not_counted.iter();
        claims.filter_map(|&(position, fate)| Some((usize::try_from(position).ok()?, fate)))
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
