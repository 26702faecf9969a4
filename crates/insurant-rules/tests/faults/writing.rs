//! Literals and conditions as they are written again.

use insurant_rules::code;
use insurant_rules::syntax::{parse, parse_literal};

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
