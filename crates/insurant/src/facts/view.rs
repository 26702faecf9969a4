//! How the kernel looks at a customer, wherever the rows lie.

use super::{Claim, Entry, Policy, PremiumMovement, Profile};
use insurant_rules::Slot;

/// One customer's facts, borrowed. Structs, C arrays and columns implement it; the kernel sees
/// neither names nor identifiers.
pub trait CustomerView {
    /// The customer's own facts.
    fn profile(&self) -> Profile;
    /// The input that the rulebook declares at this position (see [`crate::Engine`]).
    fn input(&self, position: usize) -> Slot;
    /// The customer's policies. The order is that to which [`super::ClaimTerms::policy`] refers.
    fn policies(&self) -> impl Iterator<Item = Policy>;
    /// The endorsements of one of them.
    fn movements(&self, policy: usize) -> impl Iterator<Item = PremiumMovement>;
    /// The claims on the customer's policies, and those without a policy.
    fn claims(&self) -> impl Iterator<Item = Claim>;
    /// The policies of anybody that carry this partner's id, the partner's own included.
    fn placed(&self) -> impl Iterator<Item = Policy>;
    /// The endorsements of one of those.
    fn placed_movements(&self, policy: usize) -> impl Iterator<Item = PremiumMovement>;
    /// The entries of the register.
    fn entries(&self) -> impl Iterator<Item = Entry>;
}

impl<V: CustomerView> CustomerView for &V {
    fn profile(&self) -> Profile {
        (**self).profile()
    }
    fn input(&self, position: usize) -> Slot {
        (**self).input(position)
    }
    fn policies(&self) -> impl Iterator<Item = Policy> {
        (**self).policies()
    }
    fn movements(&self, policy: usize) -> impl Iterator<Item = PremiumMovement> {
        (**self).movements(policy)
    }
    fn claims(&self) -> impl Iterator<Item = Claim> {
        (**self).claims()
    }
    fn placed(&self) -> impl Iterator<Item = Policy> {
        (**self).placed()
    }
    fn placed_movements(&self, policy: usize) -> impl Iterator<Item = PremiumMovement> {
        (**self).placed_movements(policy)
    }
    fn entries(&self) -> impl Iterator<Item = Entry> {
        (**self).entries()
    }
}
