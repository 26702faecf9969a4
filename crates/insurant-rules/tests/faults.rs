//! Every mistake in a rule text is reported, with its code and its exact place.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod support;

use insurant_rules::syntax::{parse, parse_literal};
use insurant_rules::{
    ArgumentKind, ArgumentSpec, Code, Compiler, Problems, Scope, Signature, Type, Vocabulary,
    check, code,
};
use support::Customer;

fn faults(text: &str) -> Problems {
    let customer = Customer::new();
    match check::condition(text, &customer.scope()) {
        Ok(_) => Problems::new(),
        Err(faults) => faults.in_text(text),
    }
}

/// Codes with their columns.
fn places(text: &str) -> Vec<(u32, Code)> {
    let faults = faults(text);
    faults
        .iter()
        .map(|p| (p.place().column, p.code()))
        .collect()
}

#[track_caller]
fn one(text: &str, column: u32, code: Code) {
    assert_eq!(places(text), [(column, code)], "{text}\n{}", faults(text));
}

#[track_caller]
fn none(text: &str) {
    assert!(faults(text).is_empty(), "{text}\n{}", faults(text));
}

#[test]
fn sound_conditions_have_no_faults() {
    for text in [
        "always",
        "claim_count(12m, paid: yes) >= 3 and loss_ratio(12m, basis: paid/earned) > 150%",
        "kind in (individual, organisation) and credit = good and (claim_free_years >= 3 or loss_ratio(lifetime) <= 30%)",
        "premium(12m) >= volume",
        "premium(3 years) >= 500_000 CNY and severity > 1_000.50 CNY",
        "claim_count(36m, back: 1y, line: 'motor, fleet') < least_claims",
        "loss_ratio(policy_year) > 1 and loss_ratio(12m) < limit",
        "days_left <= 60d and days_left <= 60 and days_left < grace and notice >= 30 days",
        "claim_free_years >= 3y",
        "insured and not notable and insured = notable and notable != yes",
        "strict and thin and not thin",
        "is_known(credit) and not is_known(claim_count(12m))",
        "since >= 2024-02-29 and 2024-01-01 < since",
        "region = 'north' and region not in (\"so\\\"uth\", 'we\\'st')",
        "good = credit and credit = best and credit in (best, poor) and credit != 'fair'",
        "3 > 1.5 and least_claims < 7",
        "credibility(12m, full: 100) = 0.5",
        "(insured)",
        "not not insured",
    ] {
        none(text);
    }
}

#[test]
fn the_lexer_reports_what_cannot_be_read() {
    one("insured # notable", 9, code::BAD_CHARACTER);
    one("claim_count(12m) + 1 > 3", 18, code::BAD_CHARACTER);
    one("since > 2023-02-29", 9, code::BAD_DATE);
    one("since > 2023-1-1", 9, code::BAD_DATE);
    one("since < 9999-12-31", 9, code::BAD_DATE);
    one("region = 'a\\tb'", 12, code::BAD_ESCAPE);
    one("region = 'north", 10, code::UNTERMINATED_TEXT);
    one("region = 'north\nand insured", 10, code::UNTERMINATED_TEXT);
    one("loss_ratio(12m) > 1.", 19, code::BAD_NUMBER);
    one("loss_ratio(12m) > 1.2.3", 19, code::BAD_NUMBER);
    one("claim_count(12m) > 1__0", 20, code::BAD_NUMBER);
    one("claim_count(12m) > 10_", 20, code::BAD_NUMBER);
    one("days_left > 1.5d", 13, code::BAD_NUMBER);
    one("days_left > -5d", 13, code::BAD_NUMBER);
    one(
        "claim_count(12m) > 9223372036854775808",
        20,
        code::NUMBER_TOO_LARGE,
    );
    none("claim_count(12m) > -9223372036854775808");
    one(
        "premium(12m) > 92233720368547758.08 CNY",
        16,
        code::NUMBER_TOO_LARGE,
    );
    none("premium(12m) > 92233720368547758.07 CNY");
    one("days_left > 4294967296d", 13, code::NUMBER_TOO_LARGE);
    one("premium(12m) > 1.005 CNY", 16, code::TOO_MANY_DECIMALS);
    one("premium(12m) > 1.000 CNY", 16, code::TOO_MANY_DECIMALS);
    one(
        "loss_ratio(12m) > 0.1234567890123456789",
        19,
        code::TOO_MANY_DECIMALS,
    );
    none("loss_ratio(12m) > 0.123456789012345678");
    none("loss_ratio(12m) > 0.1000000000000000000000");
    none("loss_ratio(12m) > 0.1234567890123456%");
    one(
        "loss_ratio(12m) > 0.12345678901234567%",
        19,
        code::TOO_MANY_DECIMALS,
    );
    none("loss_ratio(12m) > 922337203685477580.0");
    one(
        "loss_ratio(12m) > 922337203685477581.0",
        19,
        code::NUMBER_TOO_LARGE,
    );
    one("premium(12m) > 5 cny", 16, code::UNKNOWN_CURRENCY);
    one("premium(12m) > 5 RMB", 16, code::UNKNOWN_CURRENCY);
    one("premium(12m) > 5 yuan", 16, code::UNKNOWN_UNIT);
    one("days_left > 5 dais", 13, code::UNKNOWN_UNIT);
}

#[test]
fn other_spellings_name_the_right_one_and_are_read_as_meant() {
    for (text, column, meant) in [
        ("insured == notable", 9, "="),
        ("claim_count(12m) => 3", 18, ">="),
        ("claim_count(12m) ≥ 3", 18, ">="),
        ("insured && notable", 9, "and"),
        ("insured AND notable", 9, "and"),
        ("insured Or notable", 9, "or"),
        ("!insured", 1, "not"),
        ("claim_count（12m) > 3", 12, "("),
    ] {
        one(text, column, code::UNKNOWN_OPERATOR);
        let faults = faults(text);
        assert_eq!(faults.iter().next().unwrap().nearest_text(), Some(meant));
    }
    assert!(
        faults("premium(12m) > 500,000 CNY")
            .to_string()
            .contains("500_000")
    );
}

#[test]
fn the_parser_reports_and_goes_on() {
    one("", 1, code::EMPTY_CONDITION);
    one("  \n ", 2, code::EMPTY_CONDITION);
    one("insured and", 12, code::UNEXPECTED_TOKEN);
    one("insured notable", 9, code::UNEXPECTED_TOKEN);
    one("insured and and notable", 13, code::UNEXPECTED_TOKEN);
    one("insured)", 8, code::UNEXPECTED_TOKEN);
    one("(insured", 1, code::UNCLOSED_PARENTHESIS);
    one(
        "notable and (insured or thin",
        13,
        code::UNCLOSED_PARENTHESIS,
    );
    one("claim_count(12m > 3", 12, code::UNCLOSED_PARENTHESIS);
    one(
        "claim_count(12m, paid = yes) > 3",
        23,
        code::UNEXPECTED_TOKEN,
    );
    one(
        "claim_count(12m and insured",
        12,
        code::UNCLOSED_PARENTHESIS,
    );
    one("kind in individual", 9, code::UNEXPECTED_TOKEN);
    one("kind in (individual partner)", 21, code::UNEXPECTED_TOKEN);
    one("claim_count(12m back: 1y) > 3", 17, code::UNEXPECTED_TOKEN);
    one("kind in ()", 10, code::UNEXPECTED_TOKEN);
    one("kind in (individual,)", 21, code::UNEXPECTED_TOKEN);
    one("kind not individual", 10, code::UNEXPECTED_TOKEN);
    one("is_known credit", 10, code::UNEXPECTED_TOKEN);
    one("1 < claim_count(12m) < 3", 22, code::CHAINED_COMPARISON);
    one(
        "1 < claim_count(12m) < 3 < 4 and insured",
        22,
        code::CHAINED_COMPARISON,
    );
    one("insured and always", 13, code::MISPLACED_ALWAYS);
    one("always = yes", 1, code::MISPLACED_ALWAYS);
    let deep = |n: usize| format!("{}insured{}", "(".repeat(n), ")".repeat(n));
    none(&deep(64));
    one(&deep(65), 65, code::NESTING_TOO_DEEP);
    one(
        &format!("{} and credit = goood", deep(65)),
        65,
        code::NESTING_TOO_DEEP,
    );
    // Beside each other they are not deep.
    none(&vec!["(insured)"; 100].join(" and "));
    one(
        &format!("{}insured", "not ".repeat(65)),
        257,
        code::NESTING_TOO_DEEP,
    );
    none(&format!("insured{}", " ".repeat(65_529)));
    one(
        &format!("insured{}", " ".repeat(65_530)),
        1,
        code::TEXT_TOO_LONG,
    );
}

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
fn what_follows_a_mistake_is_read_all_the_same() {
    for and in ["and", "or", ")", "AND"] {
        let text = format!("insured notable {and} credit = goood");
        let codes: Vec<_> = places(&text).iter().map(|place| place.1).collect();
        assert_eq!(codes.first(), Some(&code::UNEXPECTED_TOKEN), "{text}");
        assert_eq!(codes.last(), Some(&code::UNKNOWN_MEMBER), "{text}");
    }
    let nearest = |text: &str| {
        let faults = faults(text);
        let first = faults.iter().next().unwrap();
        first.nearest_text().map(str::to_owned)
    };
    // What stands in parentheses belongs to the mistake.
    let text = "insured notable (city > 3 and since = 4, x) and credit = goood";
    assert_eq!(
        places(text),
        [(9, code::UNEXPECTED_TOKEN), (58, code::UNKNOWN_MEMBER)]
    );
    assert_eq!(nearest("kind IN (partner)").as_deref(), Some("in"));
    assert_eq!(nearest("insured notable"), None);
}

#[test]
fn what_cannot_be_read_is_one_mistake_wherever_it_stands() {
    one("kind in (# individual, partner)", 10, code::BAD_CHARACTER);
    one("kind in (individual, #)", 22, code::BAD_CHARACTER);
    one("claim_count(# 12m) > 3", 13, code::BAD_CHARACTER);
    // The other side of a comparison is checked all the same.
    assert_eq!(
        places("# > claims_cuont(12m)"),
        [(1, code::BAD_CHARACTER), (5, code::UNKNOWN_NAME)]
    );
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
fn the_arguments_that_there_are_are_told() {
    let expected = |text: &str| {
        let faults = faults(text);
        let first = faults.iter().next().unwrap();
        first.expected_text().unwrap_or("-").to_owned()
    };
    assert_eq!(
        expected("claim_count(12m, payed: yes) > 3"),
        "`paid:`, `back:`, `line:`"
    );
    assert_eq!(expected("premium(12m, 3) > 5 CNY"), "a window alone");
    assert_eq!(expected("premium(12m, of: 3) > 5 CNY"), "a window alone");
    assert_eq!(expected("insured(12m)"), "-");
    assert_eq!(expected("claim_count(12m, paid: 1) > 3"), "`yes` or `no`");
    assert_eq!(
        expected("credibility(12m, full: 0) > 1"),
        "a whole number of at least 1"
    );
    assert_eq!(
        expected("claim_count(12m, back: 12d) > 3"),
        "months or years up to 300 years, such as `12m` or `3y`"
    );
    assert_eq!(
        expected("claim_count(12m, line: 3) > 3"),
        "a word or a quoted text"
    );
    assert_eq!(
        expected("loss_ratio(12m, basis: x) > 3"),
        "one of incurred/earned, paid/earned"
    );
    assert_eq!(
        expected("premium > 5 CNY"),
        "months or years up to 300 years, such as `12m` or `3y`, `lifetime`, `policy_year`"
    );
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
fn remedies_fit_the_mistake() {
    let told = |text: &str| {
        let faults = faults(text);
        assert_eq!(faults.len(), 1, "{text}: {faults}");
        let first = faults.iter().next().unwrap();
        first.remedy_text().unwrap_or("none").to_owned()
    };
    let missing = "ask `not is_known(x)` whether a value is missing";
    let calculate =
        "rules compare and do not calculate: use a measure that holds the figure, or a parameter";
    for (text, remedy) in [
        ("region = city", "none"),
        ("region = insured", "none"),
        ("credit = unknown", missing),
        ("credit = ''", missing),
        ("days_left = null", missing),
        ("credit = goood", "none"),
        (
            "something_else = 3",
            "declare it as an input, a parameter or a condition of the rulebook",
        ),
        ("claims_cuont(12m) = 3", "none"),
        ("notice > 30", "write the unit: `30d`"),
        ("notice > 0", "write the unit: `0d`"),
        ("notice > -1", "none"),
        ("notice > 2m", "write it in days: `60d`"),
        ("claim_free_years > 12m", "write it in years: `3y`"),
        ("claim_count(12m) > 1.5", "write a whole number"),
        (
            "since > '2024-01-01'",
            "write it without quotes: `2024-01-01`",
        ),
        ("since > 'long ago'", "none"),
        ("region = best", "quote it: `'good'`"),
        ("claim_count(12m) + 1 > 3", calculate),
        ("claim_count(12m) - 1 > 3", calculate),
        ("claim_count(12m) * 2 > 3", calculate),
        ("claim_count(12m) # 2 > 3", "none"),
        (
            "loss_ratio(12m) > 50 %",
            "`%` stands directly after a number: `150%`",
        ),
        (
            "loss_ratio(12m) > limit%",
            "`%` stands directly after a number: `150%`",
        ),
        ("insured . notable", "a number starts with a digit: `0.5`"),
        (
            "premium(12m) / 2 > 3",
            "rules compare and do not calculate: use a ratio measure",
        ),
        (
            "insured : notable",
            "`key: value` stands inside the parentheses of a name",
        ),
        ("insured “ notable", "quote texts with `'` or `\"`"),
        ("yes", "write `always` for a rule that always holds"),
        ("no", "leave out a rule that never holds"),
        ("3", "none"),
        (
            "claim_count(12m)",
            "compare it, as in `claim_count(12m) >= ...`",
        ),
        ("credit", "compare it, as in `credit = ...`"),
    ] {
        assert_eq!(told(text), remedy, "{text}");
    }
    assert!(
        faults("region = insured")
            .to_string()
            .contains("`region` (text) does not compare with `insured` (boolean)")
    );
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

#[test]
fn all_mistakes_of_a_text_are_reported_together() {
    let text = "claims_cuont(12m) > 3 and credit = goood\nor premium(12m > 5 and (loss_ratio(12m) > 5 CNY\nand 1 < 2 < 3";
    let found: Vec<_> = faults(text)
        .iter()
        .map(|p| (p.place().line, p.place().column, p.code()))
        .collect();
    assert_eq!(
        found,
        [
            (1, 1, code::UNKNOWN_NAME),
            (1, 36, code::UNKNOWN_MEMBER),
            (2, 11, code::UNCLOSED_PARENTHESIS),
            (2, 24, code::UNCLOSED_PARENTHESIS),
            (2, 43, code::TYPE_CLASH),
            (3, 11, code::CHAINED_COMPARISON),
        ]
    );
}

#[test]
fn faults_are_told_in_the_order_of_the_text() {
    let customer = Customer::new();
    let text = "insured notable\nand credit = goood #";
    let faults = check::condition(text, &customer.scope()).unwrap_err();
    assert_eq!(faults.len(), 3);
    assert!(!faults.is_empty());
    let starts: Vec<usize> = faults.iter().map(|fault| fault.span.start).collect();
    assert_eq!(starts, [8, 29, 35]);
    assert_eq!((&faults).into_iter().count(), 3);
    assert_eq!(faults.clone().into_iter().count(), 3);
    let shown = faults.in_text(text);
    let places: Vec<_> = shown
        .iter()
        .map(|problem| (problem.place().line, problem.place().column))
        .collect();
    assert_eq!(places, [(1, 9), (2, 14), (2, 20)]);
}

#[test]
fn columns_count_characters() {
    one("region = '北京' and insurd", 19, code::UNKNOWN_NAME);
}

#[test]
fn a_fault_says_what_was_found_and_expected_and_what_to_do() {
    let shown = |text| faults(text).to_string();
    assert_eq!(
        shown("premium(12m) > 500_000"),
        "1:16: `500000` (count) does not compare with money in CNY [type_clash]; found `500000`; \
         expected money in CNY; write the amount with its currency: `500000 CNY`"
    );
    assert_eq!(
        shown("credit = goood"),
        "1:10: `goood` is not a value of credit [unknown_member]; found `goood`; \
         expected one of good, fair, poor; did you mean `good`?"
    );
    assert!(shown("premium(301y) > 5 CNY").contains("expected months or years up to 300 years"));
}

#[test]
fn an_argument_that_only_narrows_is_left_out_for_the_contrary() {
    struct Claims([Signature; 1]);
    impl Vocabulary for Claims {
        fn subject(&self) -> &str {
            "customer"
        }
        fn signatures(&self) -> &[Signature] {
            &self.0
        }
    }
    let paid = ArgumentSpec {
        key: "paid",
        kind: ArgumentKind::OneOf(&["yes"]),
        required: false,
    };
    let claims = Claims([Signature {
        name: "claims".into(),
        ty: Type::Count(None),
        arguments: vec![paid],
        doc: String::new(),
    }]);
    let scope = Scope::new(&claims);
    assert!(check::condition("claims(paid: yes) > 3", &scope).is_ok());
    let text = "claims(paid: no) > 3";
    let faults = check::condition(text, &scope).unwrap_err().in_text(text);
    assert_eq!(
        faults.to_string(),
        "1:14: `no` is not a value of `paid` [bad_argument_value]; found `no`; expected `yes`; \
         leave `paid:` out to count all, whether or not"
    );
}

#[test]
fn names_of_the_rulebook_must_be_free_and_sayable() {
    let customer = Customer::new();
    let mut scope = customer.scope();
    let three = || parse_literal("3").unwrap();
    let refused = |result: Result<(), insurant_rules::Problem>| result.unwrap_err().code();
    assert_eq!(
        refused(scope.parameter("limit", three())),
        code::DUPLICATE_ID
    );
    assert_eq!(
        refused(scope.parameter("thin", three())),
        code::DUPLICATE_ID
    );
    assert_eq!(refused(scope.condition("credit")), code::DUPLICATE_ID);
    assert_eq!(refused(scope.condition("not")), code::BAD_NAME);
    assert_eq!(refused(scope.condition("2nd")), code::BAD_NAME);
    assert_eq!(refused(scope.condition("a-b")), code::BAD_NAME);
    let dollars = parse_literal("5 USD").unwrap();
    assert_eq!(
        refused(scope.parameter("fee", dollars)),
        code::WRONG_CURRENCY
    );
    // What was refused once is not reported again where it is used.
    let faults = check::condition("premium(12m) > fee", &scope).unwrap_err();
    assert!(faults.is_empty());
}

#[test]
fn a_single_literal_is_read_alone() {
    let shown = |text| parse_literal(text).map(|l| l.to_string());
    for (text, canonical) in [
        ("500_000 CNY", "500000 CNY"),
        ("-0.50 CNY", "-0.50 CNY"),
        ("499.9CNY", "499.90 CNY"),
        ("500 JPY", "500 JPY"),
        ("0 CNY", "0 CNY"),
        ("-0.00 CNY", "0 CNY"),
        ("-1 CNY", "-1 CNY"),
        ("33.50%", "33.5%"),
        ("2.00", "2.0"),
        ("-0", "0"),
        ("12 months", "12m"),
        ("1 day", "1d"),
        ("true", "yes"),
        ("good", "good"),
        ("\"it's\\n\"", "'it\\'s\\n'"),
        ("2024-01-31", "2024-01-31"),
    ] {
        assert_eq!(shown(text).as_deref(), Ok(canonical), "{text}");
    }
    for (text, code) in [
        ("", code::EMPTY_CONDITION),
        ("3 4", code::UNEXPECTED_TOKEN),
        (">= 3", code::UNEXPECTED_TOKEN),
        ("5 XYZ", code::UNKNOWN_CURRENCY),
    ] {
        let faults = parse_literal(text).unwrap_err();
        let codes: Vec<_> = faults.iter().map(|f| f.problem.code()).collect();
        assert_eq!(codes, [code], "{text}");
    }
}

#[test]
fn printing_keeps_units_and_drops_what_says_nothing() {
    for (text, canonical) in [
        ("((insured))", "insured"),
        (
            "not (insured and (notable or thin))",
            "not (insured and (notable or thin))",
        ),
        (
            "(insured and notable) or thin",
            "insured and notable or thin",
        ),
        (
            "insured and (notable and thin)",
            "insured and notable and thin",
        ),
        (
            "(insured or notable) and thin",
            "(insured or notable) and thin",
        ),
        (
            "not (claim_count(36 months)>=3)",
            "not claim_count(36m) >= 3",
        ),
        (
            "kind not in(individual,partner)",
            "kind not in (individual, partner)",
        ),
        ("is_known( credit )", "is_known(credit)"),
        ("insured()", "insured"),
        (
            "loss_ratio(3y,basis:paid / earned)>150.0%",
            "loss_ratio(3y, basis: paid/earned) > 150%",
        ),
        ("insured = true", "insured = yes"),
    ] {
        let parsed = parse(text);
        assert!(parsed.faults.is_empty(), "{text}");
        assert_eq!(parsed.expression.to_string(), canonical);
        assert_eq!(parse(canonical).expression.to_string(), canonical);
    }
}

fn finish(conditions: &[(&str, &str)], root: &str) -> Result<(), Problems> {
    let customer = Customer::new();
    let mut scope = Scope::new(&customer);
    for (name, _) in conditions {
        scope.condition(name).unwrap();
    }
    let mut compiler = Compiler::new();
    for (name, text) in conditions {
        compiler.define(*name, check::condition(text, &scope).unwrap());
    }
    compiler.condition(check::condition(root, &scope).unwrap());
    compiler.finish().map(drop)
}

#[test]
fn circles_of_named_conditions_are_refused_by_name() {
    let names = [
        ("a", "b or insured"),
        ("b", "not c"),
        ("c", "a"),
        ("d", "a"),
        ("e", "insured"),
    ];
    let problems = finish(&names, "d and e").unwrap_err();
    assert_eq!(
        problems.to_string(),
        "conditions refer to themselves in a circle: `a`, `b`, `c` [condition_cycle]; \
         let one of them say what it means without the others"
    );
    // What nothing uses does no harm.
    assert!(finish(&names, "e").is_ok());
}

#[test]
fn named_conditions_nest_only_so_far() {
    let chain = |n: usize| -> Vec<(String, String)> {
        let mut chain = vec![("x0".to_owned(), "insured".to_owned())];
        chain.extend((1..n).map(|i| (format!("x{i}"), format!("x{}", i - 1))));
        chain
    };
    let run = |n: usize| {
        let chain = chain(n);
        let names: Vec<_> = chain
            .iter()
            .map(|(a, b)| (a.as_str(), b.as_str()))
            .collect();
        finish(&names, &format!("x{}", n - 1))
    };
    assert!(run(255).is_ok());
    let problems = run(256).unwrap_err();
    assert_eq!(
        problems.iter().next().unwrap().code(),
        code::NESTING_TOO_DEEP
    );
}
