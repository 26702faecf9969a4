//! A sum that does not fit is said, never guessed, never a panic.

use crate::facts::{Case, customer, huge_customer};
use crate::reference::measures::Reference;
use crate::sheet::{RULES, Value, checked, figures, plain_rules, text, value};
use insurant::decision::Trace;
use insurant::{Category, Cause, Scratch, Standing};
use proptest::prelude::*;

fn fits(value: &Value) -> bool {
    match value {
        Value::Known { num, den } => [num, den].iter().all(|&&n| i64::try_from(n).is_ok()),
        _ => true,
    }
}

/// The measures that sum amounts.
const SUMS: [&str; 12] = [
    "earned_premium",
    "written_premium",
    "placed_premium",
    "annual_premium",
    "tender_premium",
    "incurred",
    "paid",
    "reserve",
    "recovered",
    "loss_ratio",
    "claim_severity",
    "thin_exposure",
];

/// Of both sorts; some of the huge ones can be decided on, some cannot.
fn sized() -> impl Strategy<Value = Case> {
    prop_oneof![3 => huge_customer().boxed(), 1 => customer().boxed()]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(crate::cases(384)))]

    #[test]
    fn what_does_not_fit_is_undecided(case in sized()) {
        let rules = plain_rules();
        let customer = checked(rules, &case);
        let dated = rules.on(case.as_of);
        let mut scratch = Scratch::new();
        let verdict = dated.assess(&customer, &mut scratch);
        let reference = Reference::new(&case);
        let fit = reference.sums().iter().all(fits);
        prop_assert_eq!(verdict.is_decided(), fit);
        prop_assert_eq!(dated.trace(&customer, &mut scratch, &mut Trace::new()), verdict);
        let decision = dated.explain(&customer, &mut scratch);
        prop_assert_eq!(decision.verdict(), &verdict);
        let outcome = dated.outcome(&customer, &mut scratch);
        if fit {
            prop_assert_eq!(outcome, reference.outcome(&case));
        } else {
            prop_assert_eq!(verdict.category, Some(Category::Undecided));
            prop_assert_eq!(verdict.cause, Some(Cause::Overflow));
            let standing = reference.blacklisted().then_some(Standing::Blacklisted);
            prop_assert_eq!(verdict.standing, standing);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(crate::cases(48)))]

    /// Every measure at once: either all of them fit and are right, or the customer is undecided.
    #[test]
    fn no_measure_of_huge_amounts_is_guessed(case in sized()) {
        let decision = crate::sheet::decision(&RULES, &case);
        let reference = Reference::new(&case);
        let asked = crate::reference::measures::asked();
        let expected: Vec<(String, Value)> = asked
            .iter()
            .map(|asked| (asked.text(), reference.value(asked)))
            .collect();
        if !decision.verdict().is_decided() {
            prop_assert!(!expected.iter().all(|(_, value)| fits(value)));
            // What did not fit is named.
            let told: Vec<_> = figures(decision.json()).collect();
            prop_assert_eq!(told.len(), 1);
            let (name, figure) = told[0];
            prop_assert_eq!(text(figure, "state"), "overflow");
            prop_assert!(SUMS.iter().any(|sum| name.starts_with(sum)), "{}", name);
            let named = expected.iter().find(|(asked, _)| asked == name);
            // A ratio to nothing earned has no value, but sums all the same.
            let right = |value: &Value| !fits(value) || *value == Value::Undefined;
            prop_assert!(named.is_none_or(|(_, value)| right(value)), "{}", name);
            return Ok(());
        }
        for (name, figure) in figures(decision.json()) {
            if let Some((_, expected)) = expected.iter().find(|(asked, _)| asked == name) {
                prop_assert_eq!(&value(figure), expected, "{}", name);
            }
        }
    }
}
