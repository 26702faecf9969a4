//! Mistakes of spelling and of grammar.

use super::{faults, none, one, places};
use insurant_rules::code;

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
