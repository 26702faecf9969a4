use super::{language, read};
use crate::document::Document;
use crate::rulebook::{Rulebook, schema};

/// A rulebook with a mistake on each of the lines that say so, in both notations.
const TOML: &str = r#"id = "five"
version = "1"
language = 1
currency = "CNY"

[effective]
from = 2024-01-01
to = 2023-01-01  # 1: in force on no day

[parameters]
large = { value = "50_000 USD" }  # 2: another currency

[conditions]
a = "b and insured"  # 3: a circle
b = "not a"

[[categories.rules]]
id = "key"
when = """
  claims(12m) > 3 and
  \u0022x\u0022 = paid(12m) and lossratio(12m) > 150%"""  # 4 and 5: a clash and an unknown name

[[categories.rules]]
id = "other"
whne = "always"  # 6 and 7: an unknown field, and one that is missing

[[alarms.rules]]  # 8: an unknown section
id = "x"
when = "always"
"#;

const JSON: &str = r#"{
  "id": "five", "version": "1", "language": 1, "currency": "CNY",
  "effective": { "from": "2024-01-01", "to": "2023-01-01" },
  "parameters": { "large": { "value": "50_000 USD" } },
  "conditions": { "a": "b and insured", "b": "not a" },
  "categories": { "rules": [
    { "id": "key", "when": "claims(12m) > 3 and\n \"x\" = paid(12m) and lossratio(12m) > 150%" },
    { "id": "other", "whne": "always" }
  ] },
  "alarms": { "rules": [] }
}"#;

fn told(text: &str) -> Vec<String> {
    let problems = read(text).expect_err("mistakes");
    let line = |problem: &crate::Problem| {
        let place = problem.place();
        format!("{}:{} {}", place.line, place.column, problem.code())
    };
    problems.iter().map(line).collect()
}

#[test]
fn mistakes_of_all_kinds_are_told_in_one_run_with_their_places() {
    assert_eq!(
        told(TOML),
        [
            "8:6 empty_date_range",
            "11:19 wrong_currency",
            "14:5 condition_cycle",
            "21:3 type_clash",
            "21:33 unknown_name",
            "23:1 missing_field",
            "25:1 unknown_field",
            "27:3 unknown_section",
        ]
    );
    assert_eq!(
        told(JSON),
        [
            "3:46 empty_date_range",
            "4:39 wrong_currency",
            "5:24 condition_cycle",
            "7:51 type_clash",
            "7:73 unknown_name",
            "8:5 missing_field",
            "8:22 unknown_field",
            "10:3 unknown_section",
        ]
    );
}

#[test]
fn a_problem_says_what_was_found_and_what_to_do() {
    let problems = read(TOML).unwrap_err();
    let shown = problems.to_string();
    let line = shown.lines().find(|line| line.contains("unknown_name"));
    assert_eq!(
        line,
        Some(
            "r:21:33: unknown name `lossratio` [unknown_name] at `categories.rules[0].when`; \
             did you mean `loss_ratio`?"
        )
    );
}

#[test]
fn a_circle_of_conditions_is_told_with_the_way_round() {
    let problems = read(TOML).unwrap_err().to_string();
    let circle = problems
        .lines()
        .find(|line| line.contains("condition_cycle"));
    assert!(
        circle.is_some_and(|line| line.ends_with("found `a` -> `b` -> `a`; break the circle")),
        "{problems}"
    );
}

#[test]
fn of_a_single_subject_nobody_says_whom_it_is_about() {
    let properties = |language| {
        let schema = schema(&language);
        let input = schema.get("$defs").and_then(|all| all.get("Input"));
        input.unwrap().get("properties").unwrap().clone()
    };
    assert!(properties(language()).get("subject").is_some());
    let one = crate::rulebook::Language::new();
    let one = one.with_subject(language().subjects()[0].clone());
    assert!(properties(one).get("subject").is_none());
}

#[test]
fn what_an_unreadable_part_may_have_used_is_not_told_as_unused() {
    let text = super::BASE.replace("when = \"claims(12m) >= many\", ", "");
    let problems = read(&text).unwrap_err();
    assert_eq!(problems.len(), 1, "{problems}");
    assert!(
        problems.to_string().contains("at `conditions.often"),
        "{problems}"
    );
}

#[test]
fn a_rulebook_can_be_anything_but_a_panic() {
    for text in [
        "[]",
        "1",
        "{}",
        "\"x\"",
        "{\"id\": 1, \"effective\": [], \"currency\": {}}",
    ] {
        let document = Document::parse_json("", text).unwrap();
        assert!(Rulebook::read(document, &language()).is_err());
    }
}

#[test]
fn the_schema_knows_the_sections() {
    let schema = schema(&language());
    let definitions = schema.get("$defs").unwrap();
    for name in [
        "Rulebook",
        "Parameter",
        "CategoriesSection",
        "AlertsRule",
        "PartnersScorecard",
        "Table",
    ] {
        assert!(definitions.get(name).is_some(), "{name}");
    }
    let rule = definitions.get("AlertsRule").unwrap();
    assert_eq!(
        rule.get("required").unwrap().to_canonical_string(),
        r#"["id","when","severity"]"#
    );
}
