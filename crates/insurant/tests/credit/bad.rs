//! Bad input, told all at once, each at its place.

use crate::{call, whole};

#[test]
fn everything_that_does_not_fit_together_is_told_at_once() {
    let found = whole(
        r#"{"period": {"from": "2025-01-01", "to": "2025-01-01"}, "currency": "CNY",
        "assignments": [
            {"customer_id": "C", "manager_id": "M", "from": "2025-06-01"},
            {"customer_id": "C", "manager_id": "M", "from": "2025-01-01", "to": "2025-06-02"},
            {"customer_id": "C", "manager_id": "N", "from": "2025-02-01", "to": "2025-02-01"},
            {"customer_id": "C", "manager_id": "N", "from": "2025-02-01", "supervised_by": "N"}],
        "amounts": [
            {"amount_id": "A", "customer_id": "C", "kind": "incurred", "effective": "2025-02-01", "amount": "1.001"},
            {"amount_id": "A", "customer_id": "C", "kind": "incurred", "effective": "2025-02-01", "amount": "1"},
            {"amount_id": "B", "customer_id": "C", "kind": "incurred", "effective": "2025-02-01", "amount": "92233720368547759"}]}"#,
    );
    let mut found = found.unwrap_err();
    found.sort();
    assert_eq!(
        found,
        [
            "amounts[0].amount too_many_decimals",
            "amounts[1].amount_id duplicate_id",
            "amounts[2].amount number_too_large",
            "assignments[0].from overlapping_ranges",
            "assignments[2].to end_before_start",
            "assignments[3].supervised_by supervised_by_self",
            "period.to end_before_start",
        ]
    );
}

#[test]
fn an_exception_has_a_reason_and_a_day() {
    let found = call(
        r#"{"customer_id": "C", "manager_id": "M", "from": "2025-02-01", "exception": {"reason": " ", "until": "2025-02-01"}}"#,
        "",
    );
    assert_eq!(
        found.unwrap_err(),
        [
            "assignments[0].exception.reason missing_field",
            "assignments[0].exception.until end_before_start"
        ]
    );
}

#[test]
fn a_currency_that_there_is_not_is_one_problem() {
    let found = whole(
        r#"{"period": {"from": "2025-01-01", "to": "2026-01-01"}, "currency": "ZZZ", "assignments": [],
        "amounts": [{"amount_id": "A", "customer_id": "C", "kind": "incurred", "effective": "2025-02-01", "amount": "1.001"}]}"#,
    );
    assert_eq!(found.unwrap_err(), ["currency unknown_currency"]);
}

#[test]
fn ranges_that_touch_do_not_overlap_and_an_open_one_reaches_all_later_ones() {
    let ranges = |first_to: &str, third_from: &str| {
        let one = |from: &str, to: &str| {
            format!(r#"{{"customer_id": "C", "manager_id": "M", "from": "{from}"{to}}}"#)
        };
        let all = [
            one("2025-01-01", first_to),
            one("2025-02-01", r#", "to": "2025-03-01""#),
            one(third_from, ""),
        ];
        call(&all.join(","), "")
    };
    assert!(ranges(r#", "to": "2025-02-01""#, "2025-03-01").is_ok());
    let found = ranges(r#", "to": "2025-02-02""#, "2025-02-28");
    assert_eq!(
        found.unwrap_err(),
        [
            "assignments[1].from overlapping_ranges",
            "assignments[2].from overlapping_ranges"
        ]
    );
    let found = ranges("", "2025-09-01");
    assert_eq!(found.unwrap_err().len(), 2);
}
