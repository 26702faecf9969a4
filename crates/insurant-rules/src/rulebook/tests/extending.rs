use super::{BASE, language};
use crate::Date;
use crate::document::Document;
use crate::problem::Problems;
use crate::rulebook::{Part, Rulebooks};

const CHILD: &str = r#"
id = "child"
version = "1"
language = 1
currency = "CNY"
extends = "base"

[effective]
from = 2024-06-01

[conventions]
basis = "paid"

[parameters]
many = { value = 5 }
young = { value = 3 }

[conditions]
often = "claims(12m) > many"

[inputs]
stars = { remove = true }

[[categories.rules]]
id = "late"
outcome = "standard"
when = "since >= 2024-01-01"

[[categories.rules]]
id = "early"
outcome = "key"
when = "since < 2000-01-01"
before = "key"

[[categories.rules]]
id = "standard"
when = "insured and kind = company"

[[alerts.rules]]
id = "frequent"
remove = true

[[alerts.rules]]
id = "seldom"
severity = "info"
when = "not often and claims(12m) < young"
"#;

fn set(texts: &[&str]) -> Result<Rulebooks, Problems> {
    let documents = texts
        .iter()
        .enumerate()
        .map(|(i, text)| Document::parse(&format!("{i}.toml"), text).expect("well-formed"));
    Rulebooks::read(documents.collect::<Vec<_>>(), &language())
}

fn told(texts: &[&str]) -> Vec<String> {
    match set(texts) {
        Ok(_) => Vec::new(),
        Err(problems) => problems.iter().map(ToString::to_string).collect(),
    }
}

#[test]
fn parts_are_overridden_by_id() {
    let rulebooks = set(&[CHILD, BASE]).unwrap_or_else(|problems| panic!("{problems}"));
    let child = rulebooks.get("child").unwrap();
    assert_eq!(child.bases(), ["base@1"]);
    assert_eq!(child.extends(), None);
    assert_eq!(child.convention("basis"), Some("paid"));
    let parameters: Vec<&str> = child.parameters().map(|(id, _)| id).collect();
    assert_eq!(parameters, ["large", "many", "young"]);
    assert_eq!(
        child.parameter("many").unwrap().value.literal.to_string(),
        "5"
    );
    assert_eq!(child.inputs().count(), 1);
    let rules = child.section("categories").unwrap().rules.as_ref();
    let ids: Vec<&str> = rules
        .unwrap()
        .iter()
        .map(|rule: &Part<_>| rule.id.as_str())
        .collect();
    assert_eq!(ids, ["early", "key", "standard", "late", "other"]);
    let compiled = child.compile(&language(), &[]).unwrap();
    let alerts = compiled
        .subject("customer")
        .unwrap()
        .rules("alerts")
        .unwrap();
    assert_eq!(alerts.rules().len(), 1);
    assert_eq!(alerts.rules()[0].id, "seldom");
    // Resolved, it stands by itself.
    let alone = Document::parse("alone.json", &child.to_json().pretty()).unwrap();
    let alone = Rulebooks::read([alone], &language()).unwrap();
    assert_eq!(
        alone.get("child").unwrap().fingerprint(),
        child.fingerprint()
    );
    assert_ne!(
        rulebooks.get("base").unwrap().fingerprint(),
        child.fingerprint()
    );
}

#[test]
fn the_one_in_force_is_found_by_date() {
    let ended = BASE.replace("from = 2024-01-01", "from = 2024-01-01\nto = 2024-07-01");
    let next = BASE
        .replace("version = \"1\"", "version = \"2\"")
        .replace("from = 2024-01-01", "from = 2024-07-01");
    let rulebooks = set(&[&ended, &next, CHILD]).unwrap_or_else(|problems| panic!("{problems}"));
    let at = |date: &str| {
        let date = Date::parse(date).unwrap();
        rulebooks.at("base", date).map(|r| r.reference())
    };
    assert_eq!(at("2023-12-31"), None);
    assert_eq!(at("2024-06-30").as_deref(), Some("base@1"));
    assert_eq!(at("2024-07-01").as_deref(), Some("base@2"));
    assert_eq!(rulebooks.get("base@1").unwrap().version(), "1");
    assert!(rulebooks.get("base@3").is_none());
    // The child came into force under the first version.
    assert_eq!(rulebooks.get("child").unwrap().bases(), ["base@1"]);
}

#[test]
fn what_a_set_may_not_hold() {
    let later = BASE.replace("version = \"1\"", "version = \"2\"");
    let found = told(&[BASE, &later]);
    assert_eq!(found.len(), 1);
    assert!(
        found[0].starts_with(
            "1.toml:1:1: `base@1` and `base@2` are in force on the same days [effective_overlap]"
        ),
        "{found:#?}"
    );
    let found = told(&[BASE, BASE]);
    assert_eq!(found.len(), 1);
    assert!(
        found[0].contains("there are two rulebooks `base@1` [duplicate_id]; give it another id, or another version with dates that do not overlap; the other is in 0.toml"),
        "{found:#?}"
    );

    let found = told(&[CHILD]);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(
        found[0].starts_with(
            "0.toml:6:11: there is no rulebook `base` to extend [unknown_base] at `extends`"
        ),
        "{found:#?}"
    );
    let found = told(&[&CHILD.replace("\"base\"", "\"base@2\""), BASE]);
    assert!(
        found[0].contains("[unknown_base]") && found[0].contains("`base@1`"),
        "{found:#?}"
    );

    let circle = BASE.replace("currency", "extends = \"child\"\ncurrency");
    let found = told(&[&circle, CHILD]);
    assert_eq!(found.len(), 2, "{found:#?}");
    assert!(
        found
            .iter()
            .all(|problem| problem.contains("[extends_cycle]")),
        "{found:#?}"
    );

    let lost = CHILD
        .replace("stars = { remove = true }", "")
        .replace("id = \"frequent\"\nremove", "id = \"frequently\"\nremove")
        .replace("before = \"key\"", "before = \"keys\"");
    let found = told(&[&lost, BASE]);
    assert_eq!(found.len(), 2, "{found:#?}");
    assert!(
        found[0].contains("[unknown_id] at `categories.rules[1].before`")
            && found[0].contains("did you mean `key`?"),
        "{found:#?}"
    );
    assert!(
        found[1].contains("[unknown_id] at `alerts.rules[0].id`"),
        "{found:#?}"
    );
}

#[test]
fn another_currency_needs_its_own_amounts() {
    let child = CHILD.replace("currency = \"CNY\"", "currency = \"USD\"");
    let found = told(&[&child, BASE]);
    assert_eq!(found.len(), 1, "{found:#?}");
    let start = "0.toml:6:11: the rulebook is in USD, but takes amounts in CNY from `base@1` [money_not_overridden] at `extends`; found `large`";
    assert!(found[0].starts_with(start), "{found:#?}");
    let child = child.replace(
        "[parameters]",
        "[parameters]\nlarge = { value = \"8000 USD\" }",
    );
    assert_eq!(told(&[&child, BASE]), Vec::<String>::new());
    // A literal in a condition that is inherited is an amount as well.
    let base = BASE
        .replace("large = {", "largest = {")
        .replace(">= large", ">= 50_000 CNY and paid(12m) < largest");
    let child = child.replace("large = {", "largest = {");
    let found = told(&[&child, &base]);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(found[0].starts_with("1.toml:20:21: `50000 CNY` is not in USD (in `child@1`, which inherits it) [wrong_currency] at `conditions.big`"), "{found:#?}");
}

#[test]
fn a_misspelt_override_is_no_silence() {
    let child = CHILD
        .replace(
            "[parameters]",
            "[parameters]\nlarg = { value = \"1.00 CNY\" }",
        )
        .replace("[conditions]", "[conditions]\nbigg = \"insured\"");
    let found = told(&[&child, BASE]);
    assert_eq!(
        found,
        [
            "0.toml:15:1: nothing uses the parameter `larg` [unused_parameter] at `parameters.larg`; did you mean `large`?; to override a parameter of `base@1`, give it the name that it has there; else use it in a rule, or leave it out",
            "0.toml:20:1: nothing uses the condition `bigg` [unused_condition] at `conditions.bigg`; did you mean `big`?; to override a condition of `base@1`, give it the name that it has there; else use it in a rule, or leave it out",
        ]
    );
    // Overriding what only the base had a use for is no mistake, nor is what the host reads.
    let child = CHILD.replace("claims(12m) > many", "insured");
    assert_eq!(told(&[&child, BASE]), Vec::<String>::new());
    let text = BASE.replace("[parameters]", "[parameters]\nlimt = { value = 3 }");
    let document = || Document::parse("r", &text).unwrap();
    let read = |language| crate::rulebook::Rulebook::read(document(), &language);
    let problems = read(language().with_parameter_read("limit")).unwrap_err();
    assert_eq!(
        problems.to_string(),
        "r:12:1: nothing uses the parameter `limt` [unused_parameter] at `parameters.limt`; did you mean `limit`?; use it in a rule, or leave it out"
    );
    assert!(read(language().with_parameter_read("limt")).is_ok());
}

/// What is wrong elsewhere hides a misspelt override only where it may be the use of it.
#[test]
fn a_misspelt_override_is_told_beside_what_cannot_be_read() {
    let misspelt = CHILD.replace(
        "[parameters]",
        "[parameters]\nlarg = { value = \"1.00 CNY\" }",
    );
    let codes = |more: &str| -> Vec<String> {
        let found = told(&[&format!("{misspelt}{more}"), BASE]);
        let code = |told: &String| {
            let (_, rest) = told.split_once('[').expect("a code");
            rest.split_once(']').expect("a code").0.to_owned()
        };
        found.iter().map(code).collect()
    };
    let unread = "[[alarms.rules]]\nid = \"x\"\nwhen = ";
    assert_eq!(
        codes(&format!("{unread}\"insured\"\n")),
        ["unused_parameter", "unknown_section"]
    );
    assert_eq!(
        codes(&format!("{unread}\"paid(12m) > larg\"\n")),
        ["unknown_section"]
    );
    assert_eq!(
        codes(&format!("{unread}\"paid(12m) > larger\"\n")),
        ["unused_parameter", "unknown_section"]
    );
}

#[test]
fn of_two_rules_with_one_id_both_are_checked() {
    let child = CHILD
        .replace("id = \"late\"", "id = \"standard\"")
        .replace("since >= 2024-01-01", "sinc >= 2024-01-01")
        .replace("kind = company", "kind = compny");
    let found = told(&[&child, BASE]);
    assert_eq!(found.len(), 3, "{found:#?}");
    assert!(found[0].contains("unknown name `sinc`"), "{found:#?}");
    assert!(found[1].contains("[duplicate_id]"), "{found:#?}");
    assert!(found[2].contains("`compny`"), "{found:#?}");
}

#[test]
fn without_its_base_a_rulebook_is_checked_as_far_as_it_goes() {
    let child = CHILD
        .replace(
            "kind = company",
            "kind = compny and paid(12m, bak: 1y) > 3 and unheard_of",
        )
        .replace(
            "since < 2000-01-01",
            "since < 3 and paid(12m) < large and large > 3 USD",
        )
        .replace(
            "not often",
            "claims(12m) > many and insured > 3 and stars = one",
        );
    let expected = [
        "`3` (count) does not compare with date",
        "`3 USD` is not in CNY",
        "`compny` is not a value of kind",
        "`paid` has no argument `bak`",
        "`3` (count) does not compare with boolean",
    ];
    let found = told(&[&child]);
    assert!(
        found[0].ends_with("[unknown_base] at `extends`; load both together"),
        "{found:#?}"
    );
    assert_eq!(found.len(), 1 + expected.len(), "{found:#?}");
    for (found, expected) in found.iter().skip(1).zip(expected) {
        assert!(found.contains(expected), "{found}\n{expected}");
    }
}

#[test]
fn an_override_that_does_not_fit_is_told_where_it_stands() {
    let child = CHILD.replace(
        "[parameters]",
        "[parameters]\nlarge = { value = \"3 years\" }",
    );
    let next = CHILD
        .replace("id = \"child\"", "id = \"next\"")
        .replace("extends = \"base\"", "extends = \"child\"")
        .replace("stars = { remove = true }", "")
        .replace(
            "id = \"frequent\"\nremove = true",
            "id = \"none\"\nseverity = \"info\"\nwhen = \"insured\"",
        );
    let found = told(&[&child, BASE, &next]);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(
        found[0].starts_with("0.toml:15:19: `large` does not fit `conditions.big`, which `child@1` inherits (1.toml:20:21): `3y`"),
        "{found:#?}"
    );
    // What a rulebook removes is a cause too.
    let removing = CHILD.replace("[parameters]", "[parameters]\nlarge = { remove = true }");
    let found = told(&[&removing, BASE]);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(
        found[0].starts_with("0.toml:15:1: `large` does not fit `conditions.big`"),
        "{found:#?}"
    );
}

#[test]
fn a_misspelt_use_is_told_once() {
    let base = BASE.replace(">= large", ">= larg");
    let found = told(&[&base]);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(found[0].contains("unknown name `larg`"), "{found:#?}");
}

#[test]
fn a_set_grows() {
    let base = set(&[BASE]).unwrap();
    let child = || Document::parse("child.toml", CHILD).unwrap();
    let grown = base.with([child()], &language()).unwrap();
    assert_eq!(grown, set_of(&[("0.toml", BASE), ("child.toml", CHILD)]));
    let problems = grown.with([child()], &language()).unwrap_err();
    assert_eq!(problems.len(), 1, "{problems}");
    assert!(
        problems
            .to_string()
            .starts_with("child.toml:1:1: there are two rulebooks `child@1`")
    );
}

fn set_of(documents: &[(&str, &str)]) -> Rulebooks {
    let documents = documents
        .iter()
        .map(|(name, text)| Document::parse(name, text).unwrap());
    Rulebooks::read(documents.collect::<Vec<_>>(), &language()).unwrap()
}

#[test]
fn what_is_inherited_with_its_faults_is_told_once() {
    let base = BASE.replace("claims(12m) >= many", "claim(12m) >= many");
    let child = CHILD
        .replace(
            "often = \"claims(12m) > many\"",
            "rare = \"clams(12m) = 0\"",
        )
        .replace("not often", "rare and not often");
    let found = told(&[&base, &child]);
    assert_eq!(found.len(), 2, "{found:#?}");
    assert!(
        found[0].starts_with("0.toml:21:19: unknown name `claim`"),
        "{found:#?}"
    );
    assert!(
        found[1].starts_with("1.toml:19:9: unknown name `clams`"),
        "{found:#?}"
    );
}

#[test]
fn a_convention_that_a_child_does_not_state_is_that_of_its_base() {
    let conventions = |base: &str, child: &str| {
        let base = BASE.replace(
            "[parameters]",
            &format!("[conventions]\n{base}\n[parameters]"),
        );
        let child = CHILD.replace("basis = \"paid\"", child);
        let rulebooks = set(&[&base, &child]).unwrap_or_else(|problems| panic!("{problems}"));
        let child = rulebooks.get("child").unwrap();
        child.convention("basis").map(str::to_owned)
    };
    let paid = "basis = \"paid\"";
    let incurred = "basis = \"incurred\"";
    assert_eq!(conventions(paid, "").as_deref(), Some("paid"));
    assert_eq!(conventions(paid, incurred).as_deref(), Some("incurred"));
    assert_eq!(conventions("", "").as_deref(), Some("incurred"));
    assert_eq!(conventions("", paid).as_deref(), Some("paid"));
}

#[test]
fn an_override_that_does_not_fit_is_told_also_where_the_mistake_does_not_name_it() {
    // The bound of a band is told by its value.
    let base = super::scoring::full().replace("\"1_000 CNY\"", "\"large\"");
    let base = base.replace(
        "large = { value = \"50_000 CNY\"",
        "large = { value = \"1_000 CNY\"",
    );
    let child = CHILD.replace(
        "[parameters]",
        "[parameters]\nlarge = { value = \"3 years\" }",
    );
    let found = told(&[&child, &base]);
    assert_eq!(found.len(), 3, "{found:#?}");
    for (found, path) in found.iter().zip([
        "conditions.big",
        "partners.scorecard.characteristics[0].bands[0].below",
        "partners.scorecard.characteristics[0].bands[1].from",
    ]) {
        let start = format!("0.toml:15:19: `large` does not fit `{path}`");
        assert!(found.starts_with(&start), "{found}");
    }
}

#[test]
fn of_several_overrides_in_one_condition_the_one_that_does_not_fit_is_told() {
    let base = BASE
        .replace("large = {", "large_sum = {")
        .replace("many = {", "many_claims = {")
        .replace(
            "\"paid(12m) >= large\"",
            "\"paid(12m) >= large_sum and claims(12m) < many_claims\"",
        )
        .replace(">= many\"", ">= 3\"");
    let child = CHILD
        .replace(
            "many = { value = 5 }",
            "many_claims = { value = 5 }\nlarge_sum = { value = 7 }",
        )
        .replace("claims(12m) > many", "claims(12m) > 2");
    let found = told(&[&child, &base]);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(
        found[0].starts_with("0.toml:16:23: `large_sum` does not fit `conditions.big`"),
        "{found:#?}"
    );
}

#[test]
fn words_that_may_be_names_of_an_absent_base_are_passed_over() {
    let told_of = |when: &str| {
        let child = CHILD.replace("kind = company", when);
        let found = told(&[&child]);
        assert!(found[0].contains("[unknown_base]"), "{found:#?}");
        found[1..].concat()
    };
    for when in [
        "kind = favourite",
        "kind in (favourite, person)",
        "claims(12m) in (few, 3)",
        "claims(12m) = few",
    ] {
        assert_eq!(told_of(when), "", "{when}");
    }
    // Near a member, or of the wrong kind whatever the base says, it is a mistake.
    for (when, problem) in [
        (
            "kind in (compny, person)",
            "`compny` is not a value of kind",
        ),
        ("kind in (favourite, person, person)", "[repeated_member]"),
        ("claims(12m) in (few, 'x')", "[type_clash]"),
    ] {
        let found = told_of(when);
        assert!(found.contains(problem), "{when}: {found}");
    }
}

#[test]
fn a_set_says_what_it_holds() {
    let none = set(&[]).unwrap();
    assert!(none.is_empty() && none.iter().next().is_none());
    let rulebooks = set(&[CHILD, BASE]).unwrap();
    assert_eq!((rulebooks.is_empty(), rulebooks.len()), (false, 2));
    let references: Vec<String> = rulebooks.iter().map(|r| r.reference()).collect();
    assert_eq!(references, ["base@1", "child@1"]);
    assert_eq!((&rulebooks).into_iter().count(), 2);
    let child = Document::parse("child.toml", CHILD).unwrap();
    let child = crate::rulebook::Rulebook::read(child, &language()).unwrap();
    assert_eq!(
        child.extends().map(ToString::to_string).as_deref(),
        Some("base")
    );
    // What it removes is written too.
    let written = Document::parse("child.json", &child.to_json().pretty()).unwrap();
    let again = crate::rulebook::Rulebook::read(written, &language()).unwrap();
    assert_eq!(again.to_json(), child.to_json());
    assert_eq!(again.fingerprint(), child.fingerprint());
    let problems = child.compile(&language(), &[]).unwrap_err();
    assert!(
        problems.to_string().contains("[unresolved_rulebook]"),
        "{problems}"
    );
}
