//! Every measure is what its definition says, and so is the decision.

use crate::facts::{Case, customer};
use crate::reference::measures::{Asked, Reference, asked};
use crate::sheet::{ENGINE, RULES, Value, checked, plain_rules, sheet, value};
use insurant::Scratch;
use insurant_rules::document::{Document, Json};
use proptest::prelude::*;

/// Through the operation `measure`, which compiles the expressions on every call.
fn measured(case: &Case, texts: &[String]) -> Vec<Value> {
    let input = Json::object([
        ("as_of", case.as_of.to_string().into()),
        ("customer", case.facts.to_json(crate::facts::cny())),
        ("expressions", Json::list(texts.iter().map(String::as_str))),
    ]);
    let answer = ENGINE
        .call("measure", &input.to_canonical_string())
        .unwrap_or_else(|problems| panic!("{problems}"));
    let answer = Document::parse_json("", &answer).unwrap();
    let values = answer.root().to_json().unwrap();
    values
        .get("values")
        .unwrap()
        .items()
        .iter()
        .map(value)
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(crate::cases(192)))]

    #[test]
    fn every_measure_is_what_the_reference_says(case in customer()) {
        let sheet = sheet(&RULES, &case);
        let reference = Reference::new(&case);
        for asked in asked() {
            let text = asked.text();
            prop_assert_eq!(sheet.get(&text), Some(&reference.value(&asked)), "{}", text);
        }
    }

    #[test]
    fn every_decision_is_what_the_reference_says(case in customer()) {
        let rules = plain_rules();
        let outcome = rules
            .on(case.as_of)
            .outcome(&checked(rules, &case), &mut Scratch::new());
        prop_assert_eq!(
            outcome.to_canonical_string(),
            Reference::new(&case).outcome(&case).to_canonical_string()
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(crate::cases(24)))]

    #[test]
    fn the_operation_measures_the_same(case in customer(), which in any::<prop::sample::Index>()) {
        let asked = asked();
        let some = asked.iter().skip(which.index(40)).step_by(40);
        let texts: Vec<String> = some.map(Asked::text).collect();
        let sheet = sheet(&RULES, &case);
        for (text, value) in texts.iter().zip(measured(&case, &texts)) {
            prop_assert_eq!(sheet.get(text), Some(&value), "{}", text);
        }
    }
}
