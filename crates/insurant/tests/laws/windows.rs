//! Windows add up: however a time is split, its parts have the premium of the whole, and all
//! time has the net premium.

use crate::facts::{Case, customer};
use crate::sheet::{Value, rules_with, sheet};
use insurant::{CustomerRules, Date};
use proptest::prelude::*;
use proptest::sample::subsequence;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Where windows may open and close, in months before the day.
const BOUNDS: [i32; 9] = [0, 1, 2, 6, 12, 13, 24, 36, 60];
const SUMS: [&str; 6] = [
    "earned_premium",
    "written_premium",
    "placed_premium",
    "claim_count",
    "paid",
    "covered_days",
];

fn window(opens: i32, closes: i32) -> String {
    match closes {
        0 => format!("{opens}m"),
        _ => format!("{}m, back: {closes}m", opens - closes),
    }
}

fn lifetime(closes: i32) -> String {
    match closes {
        0 => "lifetime".into(),
        _ => format!("lifetime, back: {closes}m"),
    }
}

static RULES: LazyLock<CustomerRules> = LazyLock::new(|| {
    let mut windows: Vec<String> = BOUNDS.map(lifetime).to_vec();
    for (i, closes) in BOUNDS.iter().enumerate() {
        windows.extend(BOUNDS[i + 1..].iter().map(|opens| window(*opens, *closes)));
    }
    let texts = SUMS
        .iter()
        .flat_map(|sum| windows.iter().map(move |w| format!("{sum}({w})")));
    rules_with(&texts.collect::<Vec<_>>())
});

fn number(sheet: &BTreeMap<String, Value>, sum: &str, window: &str) -> i128 {
    sheet[&format!("{sum}({window})")].number().unwrap()
}

/// Written and endorsed, less refunds, of what is not void: when every policy has ended, that is
/// what was earned.
fn net_premium(case: &Case) -> i128 {
    let policies = case.facts.policies.iter();
    let lived = policies.filter(|p| p.cancelled_on.is_none_or(|c| c > p.start));
    lived
        .map(|p| {
            let endorsed: i128 = p.movements.iter().map(|m| i128::from(m.amount)).sum();
            i128::from(p.written_premium) + endorsed - i128::from(p.refunded)
        })
        .sum()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(crate::cases(96)))]

    #[test]
    fn the_parts_of_any_split_add_up(
        mut case in customer(),
        closes in subsequence(BOUNDS.to_vec(), 1..=BOUNDS.len()),
    ) {
        case.facts.history_from = None;
        let sheet = sheet(&RULES, &case);
        for sum in SUMS {
            let first = closes[0];
            let last = closes[closes.len() - 1];
            let parts: i128 = closes
                .windows(2)
                .map(|pair| number(&sheet, sum, &window(pair[1], pair[0])))
                .sum();
            if first != last {
                prop_assert_eq!(parts, number(&sheet, sum, &window(last, first)), "{}", sum);
            }
            let before = number(&sheet, sum, &lifetime(last));
            prop_assert_eq!(parts + before, number(&sheet, sum, &lifetime(first)), "{}", sum);
        }
    }

    #[test]
    fn a_life_earns_the_net_premium(mut case in customer(), later in 0..3_i32) {
        case.facts.history_from = None;
        let ends = case.facts.policies.iter().map(|p| p.end);
        let last = ends.max().unwrap_or(Date::MIN);
        case.as_of = last.max(case.as_of).add_days(later);
        let sheet = sheet(&RULES, &case);
        let net = net_premium(&case);
        prop_assert_eq!(number(&sheet, "earned_premium", "lifetime"), net);
        // What ends today began before, and what began is written.
        prop_assert_eq!(number(&sheet, "written_premium", "lifetime"), net);
    }
}
