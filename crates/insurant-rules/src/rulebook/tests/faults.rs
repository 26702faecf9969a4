use super::{BASE, problems};

/// The base rulebook with one text in place of another, and the problems of the result.
fn broken(from: &str, to: &str) -> Vec<String> {
    assert!(BASE.contains(from), "{from}");
    problems(&BASE.replacen(from, to, 1))
}

/// One problem each, beginning like this; all that differ are told.
fn only(cases: &[(&str, &str, &str)]) {
    let differ: Vec<_> = cases
        .iter()
        .map(|(from, to, start)| (broken(from, to), start))
        .filter(|(found, start)| found.len() != 1 || !found[0].starts_with(**start))
        .collect();
    assert!(differ.is_empty(), "{differ:#?}");
}

#[test]
fn a_mistake_hides_no_other() {
    let codes = |found: Vec<String>| -> Vec<String> {
        let code = |told: &String| told.split(['[', ']']).nth(1).unwrap().to_owned();
        found.iter().map(code).collect()
    };
    let found = broken(
        "holds = \"kind = person\"",
        "outcome = \"stndard\"\nholds = \"kind = persn\"",
    );
    assert_eq!(codes(found), ["unknown_member", "unknown_member"]);
    let found = broken(
        "when = \"insured\"\nholds = \"kind = person\"",
        "holds = \"kind = persn\"",
    );
    assert_eq!(codes(found), ["missing_field", "unknown_member"]);
    let found = broken(
        "id = \"standard\"\nwhen = \"insured\"",
        "id = \"key\"\nwhen = \"insurd\"",
    );
    assert_eq!(codes(found), ["duplicate_id", "unknown_name"]);
}

#[test]
fn each_mistake_has_its_code_and_place() {
    only(&[
        (
            "language = 1",
            "language = 2",
            "r:4:12: this library does not read version `2` of the rule language [unsupported_language]",
        ),
        (
            "currency = \"CNY\"",
            "currency = \"cny\"",
            "r:5:12: `cny` is not a currency [unknown_currency]",
        ),
        (
            "from = 2024-01-01",
            "from = 2024-01-01\nto = 2024-01-01",
            "r:10:6: the rulebook is in force on no day [empty_date_range] at `effective.to`",
        ),
        (
            "50_000 CNY",
            "50_000 USD",
            "r:12:19: `50000 USD` is not in CNY [wrong_currency] at `parameters.large.value`",
        ),
        (
            "50_000 CNY",
            "50_000 CYN",
            "r:12:20: `CYN` is not a currency [unknown_currency] at `parameters.large.value`",
        ),
        (
            "notable = {",
            "insured = { type = \"boolean\" }\nnotable = {",
            "r:16:1: `insured` is already a name of every customer [duplicate_id]",
        ),
        (
            "many = {",
            "notable = { value = 3 }\nmany = {",
            "r:17:1: `notable` is already a parameter [duplicate_id]",
        ),
        (
            "big = \"paid(12m) >= large\"",
            "big = \"often and paid(12m) >= large\"\nloop = \"big and loop\"",
            "r:21:8: the condition `loop` refers to itself [condition_cycle] at `conditions.loop`; found `loop` -> `loop`",
        ),
        (
            "when = \"always\"",
            "when = \"not insured\"",
            "r:35:8: the rules of `categories` may leave a case undecided [no_unconditional_rule]",
        ),
        (
            "when = \"insured\"\n",
            "when = \"always\"\n",
            "r:34:6: the rule `other` can never decide [unreachable_rule]",
        ),
        (
            "[[alerts.rules]]",
            "[[alarms.rules]]",
            "r:37:3: unknown section `alarms` [unknown_section]",
        ),
        (
            "severity = \"watch\"",
            "severity = \"wach\"",
            "r:39:12: `wach` is not one of the words allowed here [unknown_member]",
        ),
        (
            "severity = \"watch\"\n",
            "",
            "r:37:1: the field `severity` is missing [missing_field] at `alerts.rules[0].severity`",
        ),
        (
            "id = \"key\"",
            "id = \"keys\"",
            "r:23:1: the field `outcome` is missing [missing_field]",
        ),
        (
            "type = \"boolean\"",
            "type = \"boolean\", members = [\"x\"]",
            "r:16:41: `members` stands beside the type `boolean` [conflicting_fields]",
        ),
        (
            "members = [\"one\", \"two\"]",
            "members = [\"one\", \"two\", \"one\"]",
            "r:17:58: the member stands twice [duplicate_id]",
        ),
        (
            "id = \"standard\"",
            "id = \"key\"",
            "r:28:6: the id `key` is used twice [duplicate_id]",
        ),
        (
            "title = \"Base\"",
            "[conventions]\nbasis = \"pad\"",
            "r:7:9: `pad` is not one of the words allowed here [unknown_member]",
        ),
        (
            "id = \"frequent\"",
            "id = \"frequent\"\nbefore = \"x\"",
            "r:39:10: `before` stands in a rulebook that extends no other [nothing_extended]",
        ),
        (
            "severity = \"watch\"",
            "severity = \"watch\"\nrank = 9007199254740992",
            "r:40:8: a number here is larger or finer than every reader can hold [out_of_range] at `alerts.rules[0].rank`",
        ),
    ]);
}
