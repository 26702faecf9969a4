//! The built-in procedures, and what is wrong with those of others.

use super::PROCEDURES;
use crate::Engine;
use crate::complaint::ComplaintFacts;
use crate::complaint::clock::Duty;
use insurant_rules::document::Document;

const MINE: &str = r#"
id = "mine"
version = "1"
language = 1
currency = "CNY"
effective.from = 2025-01-01
extends = "house-complaints"

[complaints]
calendar = "cm"

[[complaints.clocks]]
id = "decide"
duty = "decide"
starts = ["recieved"]
stops = ["handled", "form_filed:"]
unit = "working_hour"
count = 3
windows = [{ from = "09:00", to = "12:00" }, { from = "11:00", to = "25:00" }]
cut_off = "9:30"
time_zone = "Asia/Shangai"
status = "unverified"

[[complaints.forms]]
id = "registration"
title = "Registration"
clock = "form-registraton"
fields = [{ name = "complaint_id", kind = "id" }]
status = "unverified"
"#;

#[test]
fn every_figure_that_is_built_in_names_its_source() {
    let engine = Engine::builtin().unwrap();
    assert_eq!(engine.procedures().iter().count(), PROCEDURES.len());
    for procedure in engine.procedures().iter() {
        let reference = procedure.reference();
        assert!(procedure.source().is_some(), "{reference}");
        assert!(procedure.status().is_some(), "{reference}");
        assert!(procedure.as_of().is_some() || procedure.id() == "house-complaints");
        for clock in procedure.clocks() {
            let id = clock.id();
            assert!(clock.source().is_some(), "{reference} {id}");
            // What the insurer may set itself is no law.
            assert_eq!(clock.is_example(), procedure.id() == "house-complaints");
        }
    }
}

#[test]
fn the_house_has_four_forms_with_limits() {
    let engine = Engine::builtin().unwrap();
    let house = engine.procedures().get("house-complaints").unwrap();
    let forms: Vec<_> = house.forms().iter().map(|form| form.id.as_str()).collect();
    assert_eq!(
        forms,
        ["registration", "verification", "transfer", "handling"]
    );
    for form in house.forms() {
        let clock = form.clock.as_deref().and_then(|id| house.clock(id));
        assert_eq!(
            clock.map(|clock| clock.duty()),
            Some(Duty::Form),
            "{}",
            form.id
        );
        assert!(form.fields.iter().any(|field| field.required));
    }
}

#[test]
fn everything_wrong_with_a_procedure_is_told_at_its_place() {
    let document = Document::parse("mine.toml", MINE).unwrap();
    let problems = Engine::new([document]).err().unwrap();
    let told: Vec<_> = problems
        .iter()
        .map(|p| (p.code().as_str(), p.place().line))
        .collect();
    assert_eq!(
        told,
        [
            ("unknown_calendar", 10),
            ("unknown_event", 15),
            ("unknown_event", 16),
            ("bad_time", 19),
            ("bad_window", 19),
            ("bad_time", 20),
            ("unknown_time_zone", 21),
            ("unknown_id", 27),
        ]
    );
}

#[test]
fn one_number_of_a_clock_is_overridden_by_itself() {
    let ours = r#"
id = "ours"
version = "1"
language = 1
currency = "CNY"
effective.from = 2025-01-01
extends = "cn-2020-3"

[[complaints.clocks]]
id = "decide-simple"
count = 10
source = "Our rule of 2025"
"#;
    let document = Document::parse("ours.toml", ours).unwrap();
    let engine = Engine::new([document]).unwrap();
    let law = engine.procedures().get("cn-2020-3").unwrap();
    let ours = engine.procedures().get("ours").unwrap();
    let (theirs, own) = (law.clock("decide-simple"), ours.clock("decide-simple"));
    let (theirs, own) = (theirs.unwrap(), own.unwrap());
    assert_eq!((theirs.count(), own.count()), (15, 10));
    assert_eq!(own.source(), Some("Our rule of 2025"));
    assert_eq!(own.duty(), theirs.duty());
    assert_eq!(own.starts(), theirs.starts());
    assert_eq!(own.stops(), theirs.stops());
    assert_eq!(own.restarts(), theirs.restarts());
    assert_eq!(own.pauses(), theirs.pauses());
    assert_eq!(own.when(), theirs.when());
    assert_eq!(own.warn_before(), theirs.warn_before());
    assert_eq!(own.status(), theirs.status());
    // The others are as they were, in the same order.
    let ids = |clocks: &[crate::complaint::clock::Clock]| -> Vec<String> {
        clocks.iter().map(|clock| clock.id().to_owned()).collect()
    };
    assert_eq!(ids(ours.clocks()), ids(law.clocks()));
    // A clock that is the insurer's own is stated whole.
    let alone = r#"
id = "ours"
version = "1"
language = 1
currency = "CNY"
effective.from = 2025-01-01
extends = "cn-2020-3"

[[complaints.clocks]]
id = "decide-simpel"
count = 10
"#;
    let document = Document::parse("ours.toml", alone).unwrap();
    let problems = Engine::new([document]).err().unwrap();
    let missing = problems.iter().map(|problem| {
        assert_eq!(problem.code().as_str(), "missing_field");
        problem.place().path.as_str()
    });
    let mut missing: Vec<&str> = missing.collect();
    missing.sort_unstable();
    let wanted = ["duty", "starts", "status", "stops", "unit"];
    let wanted = wanted.map(|field| format!("complaints.clocks[0].{field}"));
    assert_eq!(missing, wanted);
}

#[test]
fn what_a_procedure_is_not_for_is_refused_and_what_is_missing_is_named() {
    let engine = Engine::builtin().unwrap();
    let refused = |names: &[&str]| {
        let problems = engine.procedures().apply(names, &ComplaintFacts::default());
        problems.err().unwrap().to_string()
    };
    let text = refused(&["cn-2020-3"]);
    assert!(
        text.contains("nothing about `firm_kind`, `trigger`"),
        "{text}"
    );
    assert!(refused(&["cn-2020-4"]).contains("did you mean `cn-2020-3`?"));
}
