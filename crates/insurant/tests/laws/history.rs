//! Records that begin later only take knowledge away.

use crate::facts::customer;
use crate::sheet::{RULES, Value, at_most, sheet};
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(crate::cases(64)))]

    #[test]
    fn a_later_history_only_turns_known_into_unknown(
        case in customer(),
        months in prop::sample::select(vec![0, 1, 12, 36, 120]),
        days in 0..=2_i32,
    ) {
        let mut later = case.clone();
        let begins = case.facts.history_from.unwrap_or(case.as_of.add_months(-60));
        later.facts.history_from = Some(begins.add_months(months).add_days(days));
        let (before, after) = (sheet(&RULES, &case), sheet(&RULES, &later));
        for (text, &before) in &before {
            let after = after[text];
            if text.starts_with("claim_free_years") {
                // Not a window: the years are counted from the records, and a pending claim
                // before them has no say.
                prop_assert!(
                    before == Value::Unknown || after == Value::Unknown || at_most(after, before),
                    "{}: {:?}, then {:?}", text, before, after
                );
            } else if text.contains('(') && !text.starts_with("covered_years") {
                prop_assert!(after == before || after == Value::Unknown, "{}", text);
            } else {
                prop_assert_eq!(before, after, "{}", text);
            }
        }
    }
}
