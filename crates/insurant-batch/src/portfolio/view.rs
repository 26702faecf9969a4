//! One customer of a portfolio, as the kernel looks at it.

use super::ids::at;
use super::{Portfolio, Undecided};
use insurant::facts::{Claim, CustomerView, Entry, EntryFacts, Policy, PremiumMovement, Profile};
use insurant_rules::Slot;

/// A customer of a portfolio, borrowed. Its `Debug` shows no identifier.
#[derive(Clone, Copy)]
pub struct CustomerRef<'a> {
    pub(super) portfolio: &'a Portfolio,
    pub(super) index: usize,
}

impl std::fmt::Debug for CustomerRef<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("CustomerRef")
            .field("index", &self.index)
            .finish_non_exhaustive()
    }
}

impl<'a> CustomerRef<'a> {
    /// The number of the customer, from 0 in the order of the file.
    #[must_use]
    pub fn index(&self) -> usize {
        self.index
    }

    /// The customer's identifier.
    #[must_use]
    pub fn id(&self) -> &'a str {
        self.portfolio
            .people
            .ids
            .ids
            .get(self.index)
            .unwrap_or_default()
    }

    /// Why the customer cannot be decided on, if so.
    #[must_use]
    pub fn undecided(&self) -> Option<Undecided> {
        self.portfolio
            .people
            .undecided
            .get(self.index)
            .copied()
            .flatten()
    }

    /// The identifier of one of the customer's policies, in the order of [`CustomerView::policies`].
    #[must_use]
    pub fn policy_id(&self, policy: usize) -> Option<&'a str> {
        let range = self.portfolio.policies.policies.range(self.index);
        self.policy_id_at(range.start + policy)
            .filter(|_| policy < range.len())
    }

    fn policy_id_at(&self, slot: usize) -> Option<&'a str> {
        self.portfolio
            .policies
            .ids
            .get(self.portfolio.policies.policies.number(slot)?)
    }

    /// The identifier of one of the customer's claims, in the order of [`CustomerView::claims`].
    #[must_use]
    pub fn claim_id(&self, claim: usize) -> Option<&'a str> {
        let range = self.portfolio.claims.claims.range(self.index);
        let number = self.portfolio.claims.claims.number(range.start + claim)?;
        self.portfolio
            .claims
            .ids
            .get(number)
            .filter(|_| claim < range.len())
    }

    /// The identifier of a policy placed by this partner, in the order of [`CustomerView::placed`].
    #[must_use]
    pub fn placed_policy_id(&self, policy: usize) -> Option<&'a str> {
        self.policy_id_at(at(*self
            .portfolio
            .policies
            .placed
            .of(self.index)
            .get(policy)?))
    }

    /// The identifier of one of the customer's entries, in the order of [`CustomerView::entries`].
    #[must_use]
    pub fn entry_id(&self, entry: usize) -> Option<&'a str> {
        Some(self.entry_facts(entry)?.entry_id.as_str())
    }

    /// The reason of one of the customer's entries.
    #[must_use]
    pub fn entry_reason(&self, entry: usize) -> Option<&'a str> {
        self.entry_facts(entry)?.reason.as_deref()
    }

    pub(super) fn entry_facts(&self, entry: usize) -> Option<&'a EntryFacts> {
        let entries = &self.portfolio.entries;
        let range = entries.entries.range(self.index);
        let number = entries.entries.number(range.start + entry)?;
        entries.facts.get(number).filter(|_| entry < range.len())
    }

    /// The text of a text input, by the position at which it was declared.
    #[must_use]
    pub fn input_text(&self, position: usize) -> Option<&'a str> {
        self.portfolio
            .people
            .inputs
            .get(position)?
            .1
            .text(self.index)
    }

    /// The customer's policies, as a slice.
    #[must_use]
    pub fn policy_slice(&self) -> &'a [Policy] {
        self.portfolio.policies.policies.of(self.index)
    }

    /// The customer's claims, as a slice.
    #[must_use]
    pub fn claim_slice(&self) -> &'a [Claim] {
        self.portfolio.claims.claims.of(self.index)
    }

    /// The customer's entries, as a slice.
    #[must_use]
    pub fn entry_slice(&self) -> &'a [Entry] {
        self.portfolio.entries.entries.of(self.index)
    }
}

impl CustomerView for CustomerRef<'_> {
    fn profile(&self) -> Profile {
        let none = Profile::new(insurant::facts::CustomerKind::Individual);
        self.portfolio
            .people
            .profiles
            .get(self.index)
            .copied()
            .unwrap_or(none)
    }

    fn input(&self, position: usize) -> Slot {
        self.portfolio
            .people
            .inputs
            .get(position)
            .map_or(Slot::UNKNOWN, |(_, column)| column.slot(self.index))
    }

    fn policies(&self) -> impl Iterator<Item = Policy> {
        self.policy_slice().iter().copied()
    }

    fn movements(&self, policy: usize) -> impl Iterator<Item = PremiumMovement> {
        let slot = self.portfolio.policies.policies.range(self.index).start + policy;
        self.portfolio.policies.movements.of(slot).iter().copied()
    }

    fn claims(&self) -> impl Iterator<Item = Claim> {
        self.claim_slice().iter().copied()
    }

    fn placed(&self) -> impl Iterator<Item = Policy> {
        let policies = self.portfolio.policies.policies.items();
        let slots = self.portfolio.policies.placed.of(self.index).iter();
        slots.filter_map(|&slot| policies.get(at(slot)).copied())
    }

    fn placed_movements(&self, policy: usize) -> impl Iterator<Item = PremiumMovement> {
        let slot = self.portfolio.policies.placed.of(self.index).get(policy);
        let movements = slot.map_or(&[][..], |&slot| {
            self.portfolio.policies.movements.of(at(slot))
        });
        movements.iter().copied()
    }

    fn entries(&self) -> impl Iterator<Item = Entry> {
        self.entry_slice().iter().copied()
    }
}
