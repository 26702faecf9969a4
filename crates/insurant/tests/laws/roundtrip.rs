//! Facts as JSON are the same facts.

use crate::facts::{Case, cny, customer, huge_customer};
use crate::sheet::{ENGINE, checked, decision, plain_rules};
use insurant::Scratch;
use insurant_rules::document::{Document, Json};
use proptest::prelude::*;

pub(crate) fn input(case: &Case) -> Json {
    Json::object([
        ("as_of", case.as_of.to_string().into()),
        ("customer", case.facts.to_json(cny())),
    ])
}

pub(crate) fn call(operation: &str, input: &Json) -> Json {
    let answer = ENGINE
        .call(operation, &input.to_canonical_string())
        .unwrap_or_else(|problems| panic!("{problems}\n{}", input.to_canonical_string()));
    let answer = Document::parse_json("answer", &answer).unwrap();
    answer.root().to_json().unwrap()
}

/// Customers of whom some have a policy in the rulebook's currency, or in another.
fn with_currencies() -> impl Strategy<Value = Case> {
    let customers = prop_oneof![4 => customer().boxed(), 1 => huge_customer().boxed()];
    let codes = prop::collection::vec(
        prop::option::of(prop::sample::select(vec!["CNY", "USD"])),
        8,
    );
    (customers, prop::bool::weighted(0.3), codes).prop_map(|(mut case, told, codes)| {
        let policies = case.facts.policies.iter_mut().chain(&mut case.facts.placed);
        for (policy, code) in policies.zip(codes).filter(|_| told) {
            policy.currency = code.map(str::to_owned);
        }
        case
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(crate::cases(128)))]

    #[test]
    fn assessing_facts_in_json_is_the_same(case in with_currencies()) {
        let rules = plain_rules();
        let direct = rules
            .on(case.as_of)
            .outcome(&checked(rules, &case), &mut Scratch::new());
        prop_assert_eq!(call("assess", &input(&case)), direct);
        let explained = call("explain", &input(&case));
        let decided = decision(rules, &case);
        prop_assert_eq!(&explained, decided.json());
    }
}
