//! The order of facts never matters, nor what the working memory was used for before.

use crate::facts::{Case, customer};
use crate::sheet::{RULES, checked, decision, plain_rules, sheet};
use insurant::Scratch;
use insurant::decision::Trace;
use proptest::prelude::*;

/// The same customer with every list of facts in another order.
fn shuffled() -> impl Strategy<Value = (Case, Case)> {
    customer().prop_flat_map(|case| {
        let facts = case.facts.clone();
        (
            Just(case),
            Just(facts.policies).prop_shuffle(),
            Just(facts.claims).prop_shuffle(),
            Just(facts.placed).prop_shuffle(),
            Just(facts.entries).prop_shuffle(),
            any::<bool>(),
        )
            .prop_map(|(case, policies, claims, placed, entries, turned)| {
                let mut other = case.clone();
                other.facts.policies = policies;
                other.facts.claims = claims;
                other.facts.placed = placed;
                other.facts.entries = entries;
                if turned {
                    let lists = [&mut other.facts.policies, &mut other.facts.placed];
                    for policy in lists.into_iter().flatten() {
                        policy.movements.reverse();
                    }
                    for entry in &mut other.facts.entries {
                        entry.lines.reverse();
                    }
                }
                (case, other)
            })
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(crate::cases(192)))]

    #[test]
    fn the_order_of_facts_never_matters((case, other) in shuffled()) {
        let rules = plain_rules();
        let dated = rules.on(case.as_of);
        let (one, two) = (checked(rules, &case), checked(rules, &other));
        let mut scratch = Scratch::new();
        prop_assert_eq!(dated.assess(&one, &mut scratch), dated.assess(&two, &mut scratch));
        prop_assert_eq!(
            dated.outcome(&one, &mut scratch).to_canonical_string(),
            dated.outcome(&two, &mut scratch).to_canonical_string()
        );
        let (one, two) = (decision(rules, &case), decision(rules, &other));
        prop_assert_eq!(one.fingerprint(), two.fingerprint());
        prop_assert_eq!(one.json().to_canonical_string(), two.json().to_canonical_string());
    }

    #[test]
    fn what_was_assessed_before_never_matters(
        case in customer(),
        before in prop::collection::vec(customer(), 1..4),
    ) {
        let rules = plain_rules();
        let (mut used, mut trace) = (Scratch::new(), Trace::new());
        for other in &before {
            // Under other rules as well: memory fits whoever comes.
            rules.on(other.as_of).trace(&checked(rules, other), &mut used, &mut trace);
            RULES.on(other.as_of).assess(&checked(&RULES, other), &mut used);
        }
        let customer = checked(rules, &case);
        let dated = rules.on(case.as_of);
        let verdict = dated.assess(&customer, &mut Scratch::new());
        prop_assert_eq!(dated.assess(&customer, &mut used), verdict);
        prop_assert_eq!(dated.trace(&customer, &mut used, &mut trace), verdict);
        let decision = dated.explain(&customer, &mut used);
        let fresh = dated.explain(&customer, &mut Scratch::new());
        prop_assert_eq!(decision.json(), fresh.json());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(crate::cases(48)))]

    #[test]
    fn the_order_of_facts_changes_no_figure((case, other) in shuffled()) {
        prop_assert_eq!(sheet(&RULES, &case), sheet(&RULES, &other));
    }
}
