//! What is said of a mistake.

use super::{faults, one};
use crate::support::Customer;
use insurant_rules::{ArgumentKind, ArgumentSpec, Scope, Signature, Type, Vocabulary, check, code};

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
