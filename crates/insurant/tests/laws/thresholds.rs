//! Asking for more never promotes.

use crate::facts::{Case, customer};
use crate::sheet::{ENGINE, checked, plain_rules};
use insurant::{CustomerRules, Scratch, Verdict};
use insurant_rules::document::Document;
use proptest::prelude::*;
use std::sync::LazyLock;

/// Parameters, each with values that ask for ever more.
const STRICTER: [(&str, [&str; 3]); 6] = [
    (
        "key_annual",
        ["50000.01 CNY", "100000.00 CNY", "10000000.00 CNY"],
    ),
    (
        "key_tender",
        ["50000.01 CNY", "100000.00 CNY", "10000000.00 CNY"],
    ),
    (
        "partner_volume",
        ["500000.01 CNY", "1000000.00 CNY", "100000000.00 CNY"],
    ),
    ("preferred_years", ["4", "5", "100"]),
    ("preferred_ratio", ["29.99%", "10%", "0%"]),
    ("preferred_insured_years", ["4", "5", "100"]),
];

/// The same of alerts and criteria.
const LATER: [(&str, [&str; 3]); 6] = [
    ("multi_claim", ["3", "4", "100"]),
    ("high_ratio", ["100.01%", "200%", "100000%"]),
    ("blacklist_claims", ["4", "5", "100"]),
    ("blacklist_ratio", ["150.01%", "300%", "100000%"]),
    ("thin_days", ["181 days", "200 days", "366 days"]),
    (
        "thin_premium",
        ["500.01 CNY", "1000.00 CNY", "1000000.00 CNY"],
    ),
];

fn with(parameter: &str, value: &str) -> CustomerRules {
    // Counts are numbers, everything else is text.
    let value = match value.parse::<u32>() {
        Ok(count) => count.to_string(),
        Err(_) => format!("\"{value}\""),
    };
    let document = format!(
        r#"{{"id": "stricter", "version": "1.0.0", "language": 1, "currency": "CNY", "extends": "cn-property",
            "title": "Stricter", "effective": {{"from": "1900-01-01"}},
            "parameters": {{"{parameter}": {{"value": {value}}}}}}}"#
    );
    let document = Document::parse_json("stricter.json", &document).unwrap();
    ENGINE
        .rules_of(document, &[])
        .unwrap_or_else(|problems| panic!("{problems}"))
}

fn ladder(table: &[(&str, [&str; 3])]) -> Vec<Vec<CustomerRules>> {
    let rungs = |(parameter, values): &(&str, [&str; 3])| {
        let stricter = values.iter().map(|value| with(parameter, value));
        std::iter::once(plain_rules().clone())
            .chain(stricter)
            .collect()
    };
    table.iter().map(rungs).collect()
}

fn verdicts<'a>(rungs: &'a [CustomerRules], case: &'a Case) -> Vec<Verdict> {
    let assess = |rules: &CustomerRules| {
        rules
            .on(case.as_of)
            .assess(&checked(rules, case), &mut Scratch::new())
    };
    rungs.iter().map(assess).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(crate::cases(192)))]

    #[test]
    fn a_stricter_threshold_never_promotes(case in customer()) {
        static LADDERS: LazyLock<Vec<Vec<CustomerRules>>> = LazyLock::new(|| ladder(&STRICTER));
        for rungs in LADDERS.iter() {
            for pair in verdicts(rungs, &case).windows(2) {
                let key = |verdict: &Verdict| verdict.category == Some(insurant::Category::Key);
                // `not_applicable` stands beside the ladder: a partner is key, or it is that.
                let promoted = match case.facts.kind {
                    insurant::facts::CustomerKind::Partner => !key(&pair[0]) && key(&pair[1]),
                    _ => pair[1].category > pair[0].category,
                };
                prop_assert!(!promoted, "{:?}", pair);
                prop_assert_eq!(pair[0].alerts, pair[1].alerts);
            }
        }
    }

    #[test]
    fn a_higher_limit_never_accuses(case in customer()) {
        static LADDERS: LazyLock<Vec<Vec<CustomerRules>>> = LazyLock::new(|| ladder(&LATER));
        for rungs in LADDERS.iter() {
            for pair in verdicts(rungs, &case).windows(2) {
                prop_assert!(pair[1].alerts.bits() & !pair[0].alerts.bits() == 0, "{:?}", pair);
                prop_assert!(pair[1].proposals.bits() & !pair[0].proposals.bits() == 0, "{:?}", pair);
                prop_assert!(pair[1].standing <= pair[0].standing, "{:?}", pair);
                prop_assert_eq!(pair[0].category, pair[1].category);
            }
        }
    }
}
