use super::*;
use crate::document::{Document, Field, Shape};
use crate::problem::Problems;
use crate::program::{Answered, Answers, Program};
use crate::types::{Enumeration, Type};
use crate::value::{Slot, Truth};
use crate::vocabulary::{ArgumentKind, ArgumentSpec, Signature, Vocabulary};
use crate::{Currency, Date};
use std::sync::Arc;

mod differing;
mod dimensions;
mod extending;
mod faults;
mod laws;
mod recording;
mod scoring;
mod together;

struct Subject(&'static str, Vec<Signature>);

impl Vocabulary for Subject {
    fn subject(&self) -> &str {
        self.0
    }
    fn signatures(&self) -> &[Signature] {
        &self.1
    }
}

fn name(name: &str, ty: Type, arguments: Vec<ArgumentSpec>) -> Signature {
    Signature {
        name: name.to_owned(),
        ty,
        arguments,
        doc: String::new(),
    }
}

fn window() -> Vec<ArgumentSpec> {
    vec![ArgumentSpec {
        key: "",
        kind: ArgumentKind::Window(&["lifetime"]),
        required: true,
    }]
}

/// A host with two subjects and a section of each shape.
pub(super) fn language() -> Language {
    let money = Type::Money(Currency::parse("EUR").unwrap());
    let kinds = Enumeration {
        name: "kind".into(),
        members: vec!["person".into(), "company".into()],
    };
    let customer = Subject(
        "customer",
        vec![
            name("claims", Type::Count(None), window()),
            name("paid", money, window()),
            name("loss_ratio", Type::Ratio, window()),
            name("insured", Type::Boolean, vec![]),
            name("kind", Type::Enumeration(Arc::new(kinds)), vec![]),
            name("since", Type::Date, vec![]),
        ],
    );
    let partner = Subject("partner", vec![name("volume", money_of("EUR"), vec![])]);
    let severity = [
        Field::required("severity", Shape::one_of(["watch", "info"]), "How bad."),
        Field::optional("rank", Shape::integer(), "In which order to look."),
    ];
    Language::new()
        .with_subject(Arc::new(customer))
        .with_subject(Arc::new(partner))
        .with_section(
            SectionSpec::new("categories", "customer", "Categories.").first_match(
                ["key", "standard", "other"],
                [],
                20,
            ),
        )
        .with_section(SectionSpec::new("alerts", "customer", "Alerts.").collect_all(severity, 64))
        .with_section(
            SectionSpec::new("partners", "partner", "Partners.").scorecard(
                "scorecard",
                ["a", "b", "c"],
                20,
            ),
        )
        .with_section(SectionSpec::new("rates", "customer", "Rates.").tables(8, 10_000))
        .with_convention(Convention {
            name: "basis".into(),
            words: vec!["incurred".into(), "paid".into()],
            default: "incurred".into(),
            doc: "The basis of ratios.".into(),
        })
}

fn money_of(code: &str) -> Type {
    Type::Money(Currency::parse(code).unwrap())
}

pub(super) const BASE: &str = r#"
id = "base"
version = "1"
language = 1
currency = "CNY"
title = "Base"

[effective]
from = 2024-01-01

[parameters]
large = { value = "50_000 CNY", source = "C-10" }
many = { value = 3, example = true }

[inputs]
notable = { type = "boolean" }
stars = { type = "enumeration", members = ["one", "two"] }

[conditions]
big = "paid(12m) >= large"
often = { when = "claims(12m) >= many", doc = "Often." }

[[categories.rules]]
id = "key"
when = "insured and (big or is_known(notable) and notable)"

[[categories.rules]]
id = "standard"
when = "insured"
holds = "kind = person"
source = "C-11"

[[categories.rules]]
id = "other"
when = "always"

[[alerts.rules]]
id = "frequent"
severity = "watch"
when = "often and stars != one"
"#;

pub(super) fn read(text: &str) -> Result<Rulebook, Problems> {
    Rulebook::read(Document::parse("r", text)?, &language())
}

pub(super) fn problems(text: &str) -> Vec<String> {
    match read(text) {
        Ok(_) => Vec::new(),
        Err(problems) => problems.iter().map(ToString::to_string).collect(),
    }
}

/// A subject with values by the names of the requests; the rest is unknown.
struct Filled<'a> {
    program: &'a Program,
    slots: Vec<Slot>,
    answers: Answers,
}

impl Filled<'_> {
    fn answered(&self) -> Answered<'_> {
        self.program.answered(&self.slots, &self.answers)
    }
}

fn filled<'a>(subject: &'a CompiledSubject, values: &[(&str, Slot)]) -> Filled<'a> {
    let program = subject.program();
    let mut slots = vec![Slot::UNKNOWN; program.requests().len()];
    for (slot, request) in slots.iter_mut().zip(program.requests()) {
        if let Some((_, value)) = values.iter().find(|(name, _)| *name == request.name) {
            *slot = *value;
        }
    }
    let mut answers = Answers::default();
    program.answer(&slots, &mut answers);
    Filled {
        program,
        slots,
        answers,
    }
}

#[test]
fn rules_decide() {
    let rulebook = read(BASE).unwrap_or_else(|problems| panic!("{problems}"));
    assert_eq!(rulebook.reference(), "base@1");
    assert_eq!(rulebook.convention("basis"), Some("incurred"));
    let compiled = rulebook
        .compile(
            &language(),
            &[("customer", "paid(12m)"), ("customer", "often")],
        )
        .unwrap();
    let customer = compiled.subject("customer").unwrap();
    let categories = customer.rules("categories").unwrap();
    let alerts = customer.rules("alerts").unwrap();

    let known = filled(
        customer,
        &[
            ("insured", Slot::boolean(true)),
            ("paid", Slot::whole(4_999_999)),
            ("claims", Slot::whole(3)),
            ("kind", Slot::whole(0)),
            ("stars", Slot::whole(1)),
        ],
    );
    assert_eq!(categories.first(known.answered()), Some(1));
    assert_eq!(categories.rules()[1].outcome, Some(1));
    assert_eq!(categories.holds(1, known.answered()), Truth::True);
    let mut truths = [Truth::Unknown; 3];
    categories.evaluate(known.answered(), &mut truths);
    assert_eq!(truths, [Truth::False, Truth::True, Truth::True]);
    alerts.evaluate(known.answered(), &mut truths);
    assert_eq!(truths[0], Truth::True);
    let severity = alerts.rules()[0].attribute("severity").unwrap();
    assert_eq!(severity.text(), Some("watch"));
    let [paid, often] = customer.expressions() else {
        panic!("two expressions")
    };
    assert_eq!(known.answered().value(paid.value), Slot::whole(4_999_999));
    assert_eq!(paid.ty, money_of("CNY"));
    assert!(often.is_condition && !paid.is_condition);

    let unknown = filled(customer, &[("insured", Slot::boolean(true))]);
    assert_eq!(categories.first(unknown.answered()), Some(1));
    categories.evaluate(unknown.answered(), &mut truths);
    assert_eq!(truths, [Truth::Unknown, Truth::True, Truth::True]);
    assert_eq!(categories.holds(1, unknown.answered()), Truth::Unknown);
}

#[test]
fn writing_and_reading_give_the_same_rulebook() {
    let rulebook = read(BASE).unwrap();
    let json = rulebook.to_json();
    let again = read(&json.to_canonical_string()).unwrap_or_else(|problems| panic!("{problems}"));
    assert_eq!(again.to_json(), json);
    assert_eq!(again.fingerprint(), rulebook.fingerprint());
    assert_eq!(
        json.get("parameters").unwrap().to_canonical_string(),
        r#"{"large":{"source":"C-10","value":"50000 CNY"},"many":{"example":true,"value":"3"}}"#
    );
    let date = Date::parse("2024-01-01").unwrap();
    assert!(rulebook.effective().contains(date));
}

#[test]
fn expressions_of_the_host_have_their_own_places() {
    let rulebook = read(BASE).unwrap();
    let problems = rulebook
        .compile(&language(), &[("customer", "pad(12m)"), ("custmer", "x")])
        .unwrap_err();
    let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(told[0].contains("did you mean `customer`?"), "{told:?}");
    assert!(
        told[1].starts_with("pad(12m):1:1: unknown name `pad`"),
        "{told:?}"
    );
}

#[test]
fn inputs_have_the_types_that_they_name() {
    let inputs = [
        ("a", "count", "count"),
        ("b", "ratio", "ratio"),
        ("c", "money", "money in CNY"),
        ("d", "date", "date"),
        ("e", "text", "text"),
        ("f", "days", "count of days"),
        ("g", "months", "count of months"),
        ("h", "years", "count of years"),
        ("i", "boolean", "boolean"),
    ];
    let lines: String = inputs
        .iter()
        .map(|(id, ty, _)| format!("{id} = {{ type = \"{ty}\" }}\n"))
        .collect();
    let partner = "p = { type = \"date\", subject = \"partner\" }\n";
    let text = BASE.replace("[inputs]\n", &format!("[inputs]\n{lines}{partner}"));
    let rulebook = read(&text).unwrap_or_else(|problems| panic!("{problems}"));
    let types: Vec<(&str, String)> = rulebook
        .inputs_of("customer")
        .map(|(id, ty)| (id, ty.to_string()))
        .collect();
    let expected = inputs.iter().map(|(id, _, ty)| (*id, (*ty).to_owned()));
    let own = [("notable", "boolean"), ("stars", "stars (one, two)")];
    let own = own.iter().map(|(id, ty)| (*id, (*ty).to_owned()));
    assert_eq!(types, expected.chain(own).collect::<Vec<_>>());
    let of_partner: Vec<&str> = rulebook.inputs_of("partner").map(|(id, _)| id).collect();
    assert_eq!(of_partner, ["p"]);
}

#[test]
fn parts_are_found_by_their_ids() {
    let text = BASE
        .replace("source = \"C-10\"", "status = \"verified\"")
        .replace("example = true", "status = \"unverified\"");
    let rulebook = read(&text).unwrap_or_else(|problems| panic!("{problems}"));
    let verified = |id: &str| rulebook.parameter(id).map(|p| (p.verified, p.example));
    assert_eq!(verified("large"), Some((Some(true), false)));
    assert_eq!(verified("many"), Some((Some(false), false)));
    assert_eq!(verified("largest"), None);
    let base = read(BASE).unwrap();
    let many = base.parameter("many").unwrap();
    assert_eq!((many.verified, many.example), (None, true));
    let compiled = rulebook.compile(&language(), &[]).unwrap();
    let customer = compiled.subject("customer").unwrap();
    let rules = customer.rules("categories").unwrap();
    let position = |id: &str| rules.rule(id).map(|(position, rule)| (position, &*rule.id));
    assert_eq!(position("key"), Some((0, "key")));
    assert_eq!(position("other"), Some((2, "other")));
    assert_eq!(position("none"), None);
}

#[test]
fn a_rulebook_says_what_it_holds() {
    let text = BASE
        .replace("title = \"Base\"", "title = \"Base\"\ndoc = \"A base.\"")
        .replace("from = 2024-01-01", "from = 2024-01-01\nto = 2025-01-01");
    let rulebook = read(&text).unwrap_or_else(|problems| panic!("{problems}"));
    assert_eq!((rulebook.id(), rulebook.version()), ("base", "1"));
    assert_eq!(rulebook.title(), Some("Base"));
    assert_eq!(rulebook.doc(), Some("A base."));
    assert_eq!(rulebook.currency().code(), "CNY");
    let bare = read(&BASE.replace("title = \"Base\"\n", "")).unwrap();
    assert_eq!((bare.title(), bare.doc()), (None, None));
    let effective = rulebook.effective();
    assert_eq!(effective.to_string(), "2024-01-01 up to 2025-01-01");
    assert_eq!(bare.effective().to_string(), "2024-01-01 on");
    for (date, within) in [
        ("2023-12-31", false),
        ("2024-01-01", true),
        ("2024-12-31", true),
        ("2025-01-01", false),
    ] {
        assert_eq!(
            effective.contains(Date::parse(date).unwrap()),
            within,
            "{date}"
        );
    }
    let [convention] = rulebook.conventions() else {
        panic!("one convention")
    };
    assert_eq!((&*convention.name, convention.stated), ("basis", false));
    assert_eq!(rulebook.convention("bases"), None);
    assert!(rulebook.extends().is_none() && rulebook.bases().is_empty());
    let conditions: Vec<&str> = rulebook.conditions().map(|(id, _)| id).collect();
    assert_eq!(conditions, ["big", "often"]);
    let inputs: Vec<&str> = rulebook.inputs().map(|(id, _)| id).collect();
    assert_eq!(inputs, ["notable", "stars"]);
    let sections: Vec<&str> = rulebook.sections().iter().map(|s| &*s.name).collect();
    assert_eq!(sections, ["categories", "alerts"]);

    let compiled = rulebook.compile(&language(), &[]).unwrap();
    assert_eq!(compiled.fingerprint(), rulebook.fingerprint());
    assert!(compiled.fingerprint().starts_with("sha256:"));
    let subjects: Vec<&str> = compiled.subjects().iter().map(|s| s.name()).collect();
    assert_eq!(subjects, ["customer", "partner"]);
    let customer = compiled.subject("customer").unwrap();
    let sections: Vec<&str> = customer.sections().iter().map(|s| s.name()).collect();
    assert_eq!(sections, ["categories", "alerts"]);
    assert!(customer.rules("categories").unwrap().is_first_match());
    assert!(!customer.rules("alerts").unwrap().is_first_match());
    assert!(customer.rules("partners").is_none());
    assert!(customer.scorecard("categories", "scorecard").is_none());
    assert!(customer.tables("categories").is_none());
    assert!(compiled.subject("nobody").is_none());
}

#[test]
fn a_language_says_what_it_knows() {
    let language = language().with_parameter_read("limit");
    assert_eq!(language.first_subject(), "customer");
    assert_eq!(language.subjects().len(), 2);
    assert!(language.subject("partner").is_some() && language.subject("broker").is_none());
    let sections: Vec<&str> = language.sections().iter().map(|s| &*s.name).collect();
    assert_eq!(sections, ["categories", "alerts", "partners", "rates"]);
    assert!(language.section("rates").is_some() && language.section("rate").is_none());
    assert_eq!(language.conventions().len(), 1);
    assert_eq!(language.parameters_read(), ["limit"]);
    assert_eq!(Language::new().first_subject(), "");
    let rules = |name: &str| language.section(name).unwrap().rules.clone().unwrap();
    assert_eq!(rules("categories").outcomes(), ["key", "standard", "other"]);
    assert!(rules("alerts").outcomes().is_empty());
}

#[test]
fn a_section_of_a_subject_that_the_host_forgot_is_no_silence() {
    let stray = SectionSpec::new("stray", "broker", "Stray.").collect_all([], 8);
    let text = format!("{BASE}\n[[stray.rules]]\nid = \"a\"\nwhen = \"always\"\n");
    let document = Document::parse("r", &text).unwrap();
    let problems = Rulebook::read(document, &language().with_section(stray)).unwrap_err();
    assert_eq!(problems.len(), 1, "{problems}");
    assert!(
        problems
            .to_string()
            .contains("the section `stray` is about `broker`, which is no subject of the host"),
        "{problems}"
    );
}

#[test]
fn the_first_rule_that_is_true_decides() {
    let compiled = read(BASE).unwrap().compile(&language(), &[]).unwrap();
    let customer = compiled.subject("customer").unwrap();
    let rules = customer.rules("categories").unwrap();
    let first = |insured: Slot, paid: Slot| {
        let known = filled(customer, &[("insured", insured), ("paid", paid)]);
        rules.first(known.answered())
    };
    let (yes, no) = (Slot::boolean(true), Slot::boolean(false));
    assert_eq!(first(yes, Slot::whole(5_000_000)), Some(0));
    assert_eq!(first(yes, Slot::whole(4_999_999)), Some(1));
    assert_eq!(first(yes, Slot::UNKNOWN), Some(1));
    assert_eq!(first(no, Slot::whole(5_000_000)), Some(2));
    assert_eq!(first(Slot::UNKNOWN, Slot::UNKNOWN), Some(2));
}

#[test]
fn an_input_of_one_subject_is_unknown_to_another() {
    let input = "[inputs]\nlicensed = { type = \"boolean\", subject = \"partner\" }\n";
    let text = BASE.replace("[inputs]\n", input);
    assert!(problems(&text).is_empty());
    let used = text.replace("often and stars", "often and licensed and stars");
    let told = problems(&used);
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].contains("unknown name `licensed`"), "{told:?}");
    // Nor does one subject's input take a name of the other.
    let volume = input.replace("licensed", "claims");
    assert!(problems(&BASE.replace("[inputs]\n", &volume)).is_empty());
}
