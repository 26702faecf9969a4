//! Records: lists of parts of the host's making, some of whose fields are conditions.

use super::*;
use crate::document::{Json, TextForm};

/// A language with one section of records.
fn offices() -> Language {
    let office = [
        Field::required("floor", Shape::integer(), "Where."),
        Field::optional("serves", Shape::Condition, "Whom it serves."),
    ];
    let desk = [Field::required(
        "label",
        Shape::text(TextForm::Line, 20),
        "Its label.",
    )];
    let fields = [
        Field::optional("open_to", Shape::Condition, "Who may come."),
        Field::optional("status", Shape::one_of(["new", "old"]), "How it stands."),
    ];
    language().with_section(SectionSpec::new("visits", "customer", "Visits.").records(
        fields,
        [
            RecordListSpec::new("offices", "Office", "Offices.", office, 3),
            RecordListSpec::new("desks", "Desk", "Desks.", desk, 3),
        ],
    ))
}

const HOUSE: &str = r#"
id = "house"
version = "1"
language = 1
currency = "EUR"
effective.from = 2024-01-01
parameters.many.value = 3

[visits]
doc = "Where to go."
open_to = "insured or claims(12m) >= many"
status = "new"

[[visits.offices]]
id = "north"
floor = 2
serves = "kind = person"
source = "Manual, 3"

[[visits.offices]]
id = "south"
floor = 1
example = true

[[visits.desks]]
id = "left"
label = "L"
"#;

fn read(texts: &[(&str, &str)]) -> Result<Rulebooks, Problems> {
    let documents = texts
        .iter()
        .map(|(name, text)| Document::parse(name, text).unwrap());
    Rulebooks::read(documents, &offices())
}

fn told(problems: &Problems) -> Vec<(&'static str, u32, String)> {
    let told = problems.iter();
    told.map(|p| (p.code().as_str(), p.place().line, p.place().path.clone()))
        .collect()
}

#[test]
fn a_host_reads_fields_and_conditions() {
    let rulebooks = read(&[("house.toml", HOUSE)]).unwrap();
    let house = rulebooks.get("house").unwrap();
    let compiled = house.compile(&offices(), &[]).unwrap();
    let customer = compiled.subject("customer").unwrap();
    let visits = customer.records("visits").unwrap();
    let north = visits.record("offices", "north").unwrap();
    assert_eq!(north.attributes.value("floor"), Json::integer(2).as_ref());
    assert_eq!(north.about.source.as_deref(), Some("Manual, 3"));
    assert_eq!(
        north
            .attributes
            .field("floor")
            .map(|f| f.origin.place().line),
        Some(16)
    );
    assert!(visits.record("offices", "south").unwrap().example);
    assert_eq!(visits.list("desks").len(), 1);
    assert_eq!(visits.list("chairs").len(), 0);
    let open_to = visits.header().condition("open_to").unwrap();
    let four = filled(customer, &[("claims", Slot::whole(4))]);
    assert_eq!(four.answered().truth(open_to.when), Truth::True);
    let serves = north.attributes.condition("serves").unwrap();
    assert_eq!(serves.text, "kind = person");
    assert_eq!(four.answered().truth(serves.when), Truth::Unknown);
}

#[test]
fn what_is_written_reads_back_the_same() {
    let rulebooks = read(&[("house.toml", HOUSE)]).unwrap();
    let house = rulebooks.get("house").unwrap();
    let written = house.to_json().to_canonical_string();
    let again = read(&[("house.json", &written)]).unwrap();
    let again = again.get("house").unwrap();
    assert_eq!(again.to_json().to_canonical_string(), written);
    assert_eq!(again.fingerprint(), house.fingerprint());
    assert!(diff(house, again).is_empty());
    assert!(written.contains(r#""serves":"kind = person""#), "{written}");
}

#[test]
fn a_rulebook_that_extends_overrides_by_id_and_the_section_field_by_field() {
    let branch = r#"
id = "branch"
version = "1"
language = 1
currency = "EUR"
effective.from = 2025-01-01
extends = "house"
[visits]
status = "old"
[[visits.offices]]
id = "south"
floor = 5
[[visits.offices]]
id = "west"
floor = 0
before = "north"
[[visits.desks]]
id = "left"
remove = true
"#;
    let rulebooks = read(&[("house.toml", HOUSE), ("branch.toml", branch)]).unwrap();
    let (house, branch) = (
        rulebooks.get("house").unwrap(),
        rulebooks.get("branch").unwrap(),
    );
    let compiled = branch.compile(&offices(), &[]).unwrap();
    let visits = compiled.subject("customer").unwrap();
    let visits = visits.records("visits").unwrap();
    let ids: Vec<_> = visits.list("offices").iter().map(|o| &*o.id).collect();
    assert_eq!(ids, ["west", "north", "south"]);
    assert!(!visits.record("offices", "south").unwrap().example);
    assert!(visits.list("desks").is_empty());
    assert_eq!(visits.header().value("status"), Some(&Json::from("old")));
    assert!(visits.header().condition("open_to").is_some());
    let paths: Vec<_> = diff(house, branch).into_iter().map(|d| d.path).collect();
    let paths: Vec<_> = paths.iter().filter(|p| p.starts_with("visits")).collect();
    assert_eq!(
        paths,
        [
            "visits.status",
            "visits.offices.south",
            "visits.offices.west",
            "visits.desks.left"
        ]
    );
}

/// A rulebook that extends the house and says this of visits.
fn branch(visits: &str) -> Result<Rulebooks, Problems> {
    let head = r#"
id = "branch"
version = "1"
language = 1
currency = "EUR"
effective.from = 2025-01-01
extends = "house"
"#;
    let text = format!("{head}{visits}");
    read(&[("house.toml", HOUSE), ("branch.toml", &text)])
}

#[test]
fn a_record_overridden_by_id_inherits_what_it_does_not_state() {
    let visits = r#"
[[visits.offices]]
id = "south"
serves = "kind = company"
[[visits.offices]]
id = "north"
before = "south"
doc = "Up the hill."
"#;
    let rulebooks = branch(visits).unwrap();
    let branch = rulebooks.get("branch").unwrap();
    let compiled = branch.compile(&offices(), &[]).unwrap();
    let visits = compiled.subject("customer").unwrap();
    let offices_of = visits.records("visits").unwrap();
    let ids: Vec<_> = offices_of.list("offices").iter().map(|o| &*o.id).collect();
    assert_eq!(ids, ["north", "south"]);
    let south = offices_of.record("offices", "south").unwrap();
    assert_eq!(south.attributes.value("floor"), Json::integer(1).as_ref());
    assert_eq!(
        south.attributes.condition("serves").unwrap().text,
        "kind = company"
    );
    // What overrides an example is the insurer's own.
    assert!(!south.example);
    let north = offices_of.record("offices", "north").unwrap();
    assert_eq!(north.attributes.value("floor"), Json::integer(2).as_ref());
    assert_eq!(
        north.attributes.condition("serves").unwrap().text,
        "kind = person"
    );
    assert_eq!(north.about.source.as_deref(), Some("Manual, 3"));
    assert_eq!(north.about.doc.as_deref(), Some("Up the hill."));
    // Whole, it needs the other no longer.
    let written = branch.to_json().to_canonical_string();
    let again = read(&[("branch.json", &written)]).unwrap();
    let again = again.get("branch").unwrap();
    assert_eq!(again.fingerprint(), branch.fingerprint());
}

#[test]
fn a_grandchild_inherits_through_both() {
    let middle = HOUSE.lines().take(6).collect::<Vec<_>>().join("\n");
    let middle = middle.replace("house", "middle") + "\nextends = 'house'\n";
    let child = middle
        .replace("middle", "child")
        .replace("'house'", "'middle'");
    let middle = middle + "[[visits.offices]]\nid = 'north'\nfloor = 7\n";
    let child = child + "[[visits.offices]]\nid = 'north'\nserves = 'insured'\n";
    let rulebooks = read(&[
        ("house.toml", HOUSE),
        ("middle.toml", &middle),
        ("child.toml", &child),
    ]);
    let rulebooks = rulebooks.unwrap();
    let compiled = rulebooks.get("child").unwrap().compile(&offices(), &[]);
    let compiled = compiled.unwrap();
    let visits = compiled.subject("customer").unwrap();
    let north = visits.records("visits").unwrap();
    let north = north.record("offices", "north").unwrap();
    assert_eq!(north.attributes.value("floor"), Json::integer(7).as_ref());
    assert_eq!(
        north.attributes.condition("serves").unwrap().text,
        "insured"
    );
    assert_eq!(north.about.source.as_deref(), Some("Manual, 3"));
}

#[test]
fn what_nothing_is_inherited_for_must_still_be_stated() {
    let visits = r#"
[[visits.offices]]
id = "south"
source = "Manual, 4"
[[visits.offices]]
id = "suoth"
serves = "insured"
[[visits.desks]]
id = "right"
"#;
    let problems = branch(visits).unwrap_err();
    assert_eq!(
        told(&problems),
        [
            ("missing_field", 12, "visits.offices[1].floor".to_owned()),
            ("missing_field", 15, "visits.desks[0].label".to_owned()),
        ]
    );
    // Of one that extends nothing nothing can be missing silently.
    let alone = HOUSE.replace("floor = 1\n", "");
    let problems = read(&[("house.toml", &alone)]).unwrap_err();
    assert_eq!(
        told(&problems),
        [("missing_field", 20, "visits.offices[1].floor".to_owned())]
    );
    // A condition that cannot be read is one mistake, and not two.
    let visits = "[[visits.offices]]\nid = 'south'\nserves = 'kind = '\n";
    let problems = branch(visits).unwrap_err();
    assert_eq!(told(&problems).len(), 1, "{problems}");
}

#[test]
fn everything_wrong_is_told_at_its_place() {
    let text = HOUSE
        .replace("kind = person", "kind = persn")
        .replace("floor = 1", "floor = '1'\nserves = 'claims(12m) > '")
        .replace("label = \"L\"", "lable = \"L\"")
        .replace("status = \"new\"", "status = \"young\"")
        .replace("insured or", "insurd or");
    let problems = read(&[("house.toml", &text)]).unwrap_err();
    assert_eq!(
        told(&problems),
        [
            ("unknown_name", 11, "visits.open_to".to_owned()),
            ("unknown_member", 12, "visits.status".to_owned()),
            ("unknown_member", 17, "visits.offices[0].serves".to_owned()),
            ("wrong_shape", 22, "visits.offices[1].floor".to_owned()),
            (
                "unexpected_token",
                23,
                "visits.offices[1].serves".to_owned()
            ),
            ("missing_field", 26, "visits.desks[0].label".to_owned()),
            ("unknown_field", 28, "visits.desks[0].lable".to_owned()),
        ]
    );
    let twice = HOUSE.replace("\"south\"", "\"north\"");
    let problems = read(&[("house.toml", &twice)]).unwrap_err();
    assert!(
        problems
            .iter()
            .any(|p| p.code() == crate::code::DUPLICATE_ID)
    );
}

#[test]
fn a_parameter_may_be_used_in_a_record_only() {
    let unused = HOUSE.replace("claims(12m) >= many", "claims(12m) >= 3");
    let problems = read(&[("house.toml", &unused)]).unwrap_err();
    assert_eq!(told(&problems)[0].0, "unused_parameter");
}

#[test]
fn the_schema_knows_the_lists() {
    let schema = schema(&offices()).to_canonical_string();
    for word in ["\"VisitsOffice\"", "\"VisitsDesk\"", "\"VisitsSection\""] {
        assert!(schema.contains(word), "{word}");
    }
}
