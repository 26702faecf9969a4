//! Facts may lie anywhere: a view of a host's own is assessed like the facts that it shows.

use crate::facts::{Case, customer};
use crate::sheet::{checked, plain_rules};
use insurant::Scratch;
use insurant::facts::{
    CheckedCustomer, Claim, CustomerView, Entry, Policy, PremiumMovement, Profile,
};
use insurant_rules::{Slot, State};
use proptest::prelude::*;

/// A host that shows a customer, with inputs of its own.
struct Shown<'a> {
    customer: &'a CheckedCustomer,
    input: Option<Slot>,
}

impl CustomerView for Shown<'_> {
    fn profile(&self) -> Profile {
        self.customer.profile()
    }
    fn input(&self, position: usize) -> Slot {
        self.input.unwrap_or_else(|| self.customer.input(position))
    }
    fn policies(&self) -> impl Iterator<Item = Policy> {
        self.customer.policies()
    }
    fn movements(&self, policy: usize) -> impl Iterator<Item = PremiumMovement> {
        self.customer.movements(policy)
    }
    fn claims(&self) -> impl Iterator<Item = Claim> {
        self.customer.claims()
    }
    fn placed(&self) -> impl Iterator<Item = Policy> {
        self.customer.placed()
    }
    fn placed_movements(&self, policy: usize) -> impl Iterator<Item = PremiumMovement> {
        self.customer.placed_movements(policy)
    }
    fn entries(&self) -> impl Iterator<Item = Entry> {
        self.customer.entries()
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(crate::cases(64)))]

    #[test]
    fn a_host_that_shows_the_facts_gets_their_verdict(case in customer(), den in -1..=0_i64) {
        let rules = plain_rules();
        let dated = rules.on(case.as_of);
        let mut scratch = Scratch::new();
        let customer = checked(rules, &case);
        let shown = Shown { customer: &customer, input: None };
        let verdict = dated.assess(&customer, &mut scratch);
        prop_assert_eq!(dated.assess(&shown, &mut scratch), verdict);
        // An input that is no value is none.
        let mut without: Case = case;
        without.facts.inputs.clear();
        let untold = checked(rules, &without);
        let nothing = Slot { num: 1, den, state: State::Known };
        let odd = Shown { customer: &customer, input: Some(nothing) };
        prop_assert_eq!(dated.assess(&odd, &mut scratch), dated.assess(&untold, &mut scratch));
    }
}
