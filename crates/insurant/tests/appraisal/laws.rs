//! What holds whatever managers there are.

use super::{YEAR, appraised, call, rulebook};
use proptest::prelude::*;

/// A manager: customers, grade, days from the first of the year, premium in cents.
type Row = (Option<u8>, Option<usize>, u16, Option<u32>);

const GRADES: [&str; 5] = ["principal", "senior", "standard", "junior", "trainee"];

fn row(i: usize, (customers, grade, days, premium): &Row) -> String {
    let (month, day) = (1 + days / 28, 1 + days % 28);
    let customers = customers
        .map(|n| format!(r#", "customers": {{"key": {n}}}"#))
        .unwrap_or_default();
    let grade = grade
        .map(|at| format!(r#", "grade": "{}""#, GRADES[at % 5]))
        .unwrap_or_default();
    let premium = premium
        .map(|cents| {
            format!(
                r#", "results": {{"new_premium": "{}.{:02}", "premium_target": "1000.00"}}"#,
                cents / 100,
                cents % 100
            )
        })
        .unwrap_or_default();
    format!(
        r#"{{"manager_id": "M{i}"{customers}{grade}{premium}, "inputs": {{"points": {}, "fraud": false}},
            "served": [{{"from": "2025-{month:02}-{day:02}", "to": "2026-01-01"}}]}}"#,
        days % 100
    )
}

fn rows() -> impl Strategy<Value = Vec<Row>> {
    let one = (
        proptest::option::of(0_u8..6),
        proptest::option::of(0_usize..5),
        0_u16..336,
        proptest::option::of(0_u32..300_000),
    );
    proptest::collection::vec(one, 1..7)
}

fn book() -> String {
    let values = [
        "peer_percentile(of: customers)",
        "peer_percentile(of: attainment)",
        "attainment",
        "days_served",
    ];
    rulebook(r#""peers": "grade", "minimum_days": 60,"#, &values, "")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn the_order_of_managers_says_nothing(rows in rows(), turn in 0_usize..7) {
        let texts: Vec<String> = rows.iter().enumerate().map(|(i, r)| row(i, r)).collect();
        let mut turned = texts.clone();
        turned.rotate_left(turn % texts.len());
        turned.reverse();
        let answer = appraised(&book(), YEAR, &texts.join(","));
        prop_assert_eq!(&answer, &appraised(&book(), YEAR, &turned.join(",")));
    }

    #[test]
    fn whoever_is_not_rated_changes_nobody(rows in rows(), at in 0_usize..7) {
        let texts: Vec<String> = rows.iter().enumerate().map(|(i, r)| row(i, r)).collect();
        let ids: Vec<String> = (0..rows.len()).map(|i| format!("\"M{i}\"")).collect();
        let only = format!(r#", "only": [{}]"#, ids.join(","));
        let mut more = texts.clone();
        let short = r#"{"manager_id": "Z", "grade": "senior", "customers": {"key": 0}, "served": [{"from": "2025-01-01", "to": "2025-02-01"}]}"#;
        more.insert(at.min(texts.len()), short.to_owned());
        let with = call(&book(), YEAR, &more.join(","), &only);
        let without = call(&book(), YEAR, &texts.join(","), &only);
        prop_assert!(with.is_ok());
        prop_assert_eq!(with, without);
    }
}
