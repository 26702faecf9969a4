//! Mistakes of names, arguments and types.

use super::{faults, none, one, places};
use crate::support::Customer;
use insurant_rules::syntax::{parse, parse_literal};
use insurant_rules::{check, code};

#[test]
fn the_checker_reports_names_and_arguments() {
    one("claims_cuont(12m) > 3", 1, code::UNKNOWN_NAME);
    one(
        "claim_count(12m, payed: yes) > 3",
        18,
        code::UNKNOWN_ARGUMENT,
    );
    one("insured(12m)", 9, code::UNKNOWN_ARGUMENT);
    one("notable(12m)", 9, code::UNKNOWN_ARGUMENT);
    one("premium(12m) > volume(12m)", 23, code::UNKNOWN_ARGUMENT);
    one("claim_count > 3", 1, code::MISSING_ARGUMENT);
    one("credibility(12m) > 1", 1, code::MISSING_ARGUMENT);
    one(
        "claim_count(12m, paid: yes, paid: no) > 3",
        29,
        code::REPEATED_ARGUMENT,
    );
    one("claim_count(12m, 36m) > 3", 18, code::REPEATED_ARGUMENT);
    one(
        "claim_count(paid: yes, 12m) > 3",
        24,
        code::MISPLACED_WINDOW,
    );
    one("claim_count(12d) > 3", 13, code::BAD_ARGUMENT_VALUE);
    one("claim_count(0m) > 3", 13, code::BAD_ARGUMENT_VALUE);
    none("claim_count(300y) > 3");
    one("claim_count(301y) > 3", 13, code::BAD_ARGUMENT_VALUE);
    one("claim_count(lifetme) > 3", 13, code::BAD_ARGUMENT_VALUE);
    one(
        "claim_count(12m, paid: 1) > 3",
        24,
        code::BAD_ARGUMENT_VALUE,
    );
    one(
        "claim_count(12m, back: 12d) > 3",
        24,
        code::BAD_ARGUMENT_VALUE,
    );
    one(
        "loss_ratio(12m, basis: paid/erned) > 3",
        24,
        code::BAD_ARGUMENT_VALUE,
    );
    one(
        "credibility(12m, full: 0) > 1",
        24,
        code::BAD_ARGUMENT_VALUE,
    );
    let nearest = |text: &str| {
        let faults = faults(text);
        faults
            .iter()
            .next()
            .unwrap()
            .nearest_text()
            .map(str::to_owned)
    };
    assert_eq!(
        nearest("claims_cuont(12m) > 3").as_deref(),
        Some("claim_count")
    );
    assert_eq!(
        nearest("claim_count(12m, payed: yes) > 3").as_deref(),
        Some("paid")
    );
    assert_eq!(
        nearest("claim_count(lifetme) > 3").as_deref(),
        Some("lifetime")
    );
    assert_eq!(
        nearest("loss_ratio(12m, basis: paid/erned) > 3").as_deref(),
        Some("paid/earned")
    );
    assert_eq!(nearest("credit = goood").as_deref(), Some("good"));
}

#[test]
fn the_checker_reports_types() {
    one("claim_count(12m)", 1, code::NOT_A_CONDITION);
    one("insured and 3", 13, code::NOT_A_CONDITION);
    one("yes", 1, code::NOT_A_CONDITION);
    one("claim_count(12m) > 1.5", 20, code::TYPE_CLASH);
    one("premium(12m) > 500_000", 16, code::TYPE_CLASH);
    one("premium(12m) > claim_count(12m)", 1, code::TYPE_CLASH);
    one("claim_count(12m) > limit", 20, code::TYPE_CLASH);
    one("notice > 30", 10, code::TYPE_CLASH);
    one("days_left > 2m", 13, code::TYPE_CLASH);
    one("region = north", 10, code::UNKNOWN_NAME);
    one("region = 5", 10, code::TYPE_CLASH);
    one("region = city", 1, code::TYPE_CLASH);
    one("since > '2024-01-01'", 9, code::TYPE_CLASH);
    one("insured = 1", 11, code::TYPE_CLASH);
    one("credit = kind", 1, code::TYPE_CLASH);
    one("days_left > claim_free_years", 1, code::TYPE_CLASH);
    none("claim_count(12m) > claim_free_years");
    one("is_known(5)", 10, code::TYPE_CLASH);
    one("credit = goood", 10, code::UNKNOWN_MEMBER);
    one("credit = unknown", 10, code::UNKNOWN_MEMBER);
    one("goood = credit", 1, code::UNKNOWN_MEMBER);
    one("kind = best", 8, code::UNKNOWN_MEMBER);
    one("credit in (good, bad)", 18, code::UNKNOWN_MEMBER);
    one("credit in (good, 'good')", 18, code::REPEATED_MEMBER);
    one("loss_ratio(12m) in (150%, 1.5)", 27, code::REPEATED_MEMBER);
    one("credit < good", 1, code::UNORDERED_TYPE);
    one("insured >= yes", 1, code::UNORDERED_TYPE);
    one("premium(12m) > 500 USD", 16, code::WRONG_CURRENCY);
    one("severity > 500 USD", 12, code::WRONG_CURRENCY);
    one("thin = yes", 1, code::CONDITION_AS_VALUE);
    one("is_known(thin)", 10, code::CONDITION_AS_VALUE);
    one("(insured and notable) = yes", 2, code::CONDITION_AS_VALUE);
}

#[test]
fn a_comparison_that_breaks_off_still_has_its_name_checked() {
    assert_eq!(
        places("claims_cuont(12m) >"),
        [(1, code::UNKNOWN_NAME), (20, code::UNEXPECTED_TOKEN)]
    );
    // What a condition was to be compared with is not known, and may have been left out.
    one("thin >", 7, code::UNEXPECTED_TOKEN);
}

#[test]
fn values_compare_when_they_count_the_same() {
    for (left, right) in [
        ("days_left", "notice"),
        ("severity", "premium(12m)"),
        ("days_left", "claim_count(12m)"),
    ] {
        none(&format!("{left} > {right}"));
        none(&format!("{right} > {left}"));
    }
    for (left, right) in [
        ("claim_free_years", "notice"),
        ("severity", "claim_count(12m)"),
        ("since", "days_left"),
    ] {
        one(&format!("{left} > {right}"), 1, code::TYPE_CLASH);
        one(&format!("{right} > {left}"), 1, code::TYPE_CLASH);
    }
}

#[test]
fn a_word_beside_a_fixed_value_says_nothing() {
    one("best = 3", 1, code::TYPE_CLASH);
    one("best = best", 1, code::TYPE_CLASH);
    one("days_left in (nonsense, 3)", 15, code::TYPE_CLASH);
}

#[test]
fn of_two_fixed_values_the_second_is_at_fault() {
    one("3 > 5 CNY", 5, code::TYPE_CLASH);
    one("5 CNY > 1.5", 9, code::TYPE_CLASH);
    one("1.5 > 5 CNY", 7, code::TYPE_CLASH);
}

#[test]
fn a_word_in_a_list_is_a_member_first_and_a_name_only_then() {
    let customer = Customer::new();
    let mut scope = customer.scope();
    scope
        .parameter("good", parse_literal("poor").unwrap())
        .unwrap();
    scope.refuse("fair");
    scope.refuse("broken");
    // `good` would be `poor` once more, and `fair` would be nothing.
    let members = check::condition("credit in (good, fair, poor)", &scope);
    assert!(members.is_ok(), "{members:?}");
    // What was wrong where it is declared is not told again.
    let faults = check::condition("credit in (broken, poor)", &scope).unwrap_err();
    assert!(faults.is_empty());
    let faults = check::condition("days_left in (broken, 3)", &scope).unwrap_err();
    assert!(faults.is_empty());
}

#[test]
fn a_value_may_be_a_literal_and_a_name_may_be_no_condition() {
    let customer = Customer::new();
    let scope = customer.scope();
    for text in ["500 CNY", "volume", "premium(12m)"] {
        let value = check::value(text, &scope);
        assert!(matches!(value, Ok(check::Value::Operand(_))), "{text}");
    }
    for text in ["thin", "volume > 5 CNY"] {
        let value = check::value(text, &scope);
        assert!(matches!(value, Ok(check::Value::Condition(_))), "{text}");
    }
    let formula = parse("insured and not (thin or notable) and days_left > grace");
    let found = check::references(&formula.expression, &scope);
    let names: Vec<&str> = found.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["thin"]);
}
