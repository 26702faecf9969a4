//! Every customer has exactly one category, and no claim makes a customer look better.

use crate::facts::{Case, customer};
use crate::sheet::{RULES, checked, plain_rules, sheet};
use insurant::facts::{ClaimFacts, ClaimStatus};
use insurant::{Category, Scratch, Verdict};
use insurant_rules::document::Json;
use proptest::prelude::*;

fn assessed(case: &Case) -> Verdict {
    let rules = plain_rules();
    rules
        .on(case.as_of)
        .assess(&checked(rules, case), &mut Scratch::new())
}

/// A customer, and a paid claim on one of its policies that belongs to no event.
fn with_claim() -> impl Strategy<Value = (Case, Case)> {
    let customers = customer().prop_filter("has policies", |c| !c.facts.policies.is_empty());
    let claim = (
        any::<prop::sample::Index>(),
        0..=1000_i32,
        1..100_000_000_i64,
        any::<bool>(),
    );
    (customers, claim).prop_map(|(case, (policy, share, paid, catastrophe))| {
        let policy = &case.facts.policies[policy.index(case.facts.policies.len())];
        let term = policy.end.days() - policy.start.days();
        let claim = ClaimFacts {
            claim_id: "added".into(),
            policy_id: Some(policy.policy_id.clone()),
            claimant_id: None,
            loss_date: policy.start.add_days(term * share / 1000),
            reported_on: None,
            status: ClaimStatus::Settled,
            paid,
            reserve: 0,
            recovered: 0,
            catastrophe,
            event_id: None,
        };
        let mut more = case.clone();
        more.facts.claims.push(claim);
        (case, more)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(crate::cases(512)))]

    #[test]
    fn every_customer_has_exactly_one_category(case in customer()) {
        let rules = plain_rules();
        let verdict = assessed(&case);
        let category = verdict.category.unwrap();
        prop_assert!(verdict.is_decided() && verdict.standing.is_some());
        prop_assert_ne!(category, Category::Undecided);
        let held = rules.held(&verdict);
        prop_assert_eq!(held.first(), Some(&category));
        prop_assert!(held.windows(2).all(|pair| pair[0] > pair[1]), "{:?}", held);
        let outcome = rules
            .on(case.as_of)
            .outcome(&checked(rules, &case), &mut Scratch::new());
        prop_assert_eq!(outcome.get("category").and_then(Json::text), Some(category.as_str()));
    }

    #[test]
    fn the_day_of_the_facts_only_marks(mut case in customer(), days in -2..=2_i32) {
        case.facts.valued_on = None;
        let plain = assessed(&case);
        prop_assert!(!plain.hindsight && !plain.projected);
        case.facts.valued_on = Some(case.as_of.add_days(days));
        let marked = assessed(&case);
        prop_assert_eq!((marked.hindsight, marked.projected), (days > 0, days < 0));
        prop_assert_eq!(Verdict { hindsight: false, projected: false, ..marked }, plain);
    }

    /// Without pending claims, that is: a paid claim may settle what a pending one left open.
    #[test]
    fn a_paid_claim_never_raises_the_category((case, more) in with_claim()) {
        let settle = |case: &Case| {
            let mut case = case.clone();
            for claim in &mut case.facts.claims {
                claim.status = ClaimStatus::Settled;
            }
            assessed(&case)
        };
        let (before, after) = (settle(&case), settle(&more));
        prop_assert!(after.category <= before.category, "{:?} to {:?}", before, after);
        prop_assert!(before.alerts.bits() & !after.alerts.bits() == 0);
        prop_assert!(before.proposals.bits() & !after.proposals.bits() == 0);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(crate::cases(48)))]

    #[test]
    fn a_claim_never_lowers_a_count_or_a_ratio((case, more) in with_claim()) {
        let (before, after) = (sheet(&RULES, &case), sheet(&RULES, &more));
        for (text, &before) in &before {
            let after = after[text];
            let grows = ["claim_count", "claims_per_unit", "claim_frequency", "credibility"]
                .iter()
                .any(|name| text.starts_with(name));
            let money = ["paid", "incurred", "loss_ratio"]
                .iter()
                .any(|name| text.starts_with(name));
            if grows || money {
                prop_assert!(crate::sheet::at_most(before, after), "{}: {:?}, then {:?}", text, before, after);
            } else if !text.starts_with("claim_free_years") && !text.starts_with("claim_severity") {
                prop_assert_eq!(before, after, "{}", text);
            }
        }
    }
}
