//! Rulebooks of the host's own, as documents.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "what cannot be made fails the test that wants it"
)]

mod host;

use host::{Library, Told, text};
use insurant_c::*;
use std::ptr::{null, null_mut};

/// 2024-07-01.
const AS_OF: i32 = 19905;

fn document(text_of: &str) -> InsurantDocument {
    InsurantDocument {
        name: text("own.toml"),
        text: text(text_of),
    }
}

fn parse(library: &Library, source: &str, measures: &[InsurantStr]) -> Told {
    let (mut rules, mut err) = (null_mut(), null_mut());
    // SAFETY: everything lives until after the call, and the outputs are writable.
    unsafe {
        let status = insurant_rules_parse(
            library.engine(),
            &document(source),
            AS_OF,
            measures.as_ptr(),
            measures.len(),
            &raw mut rules,
            &raw mut err,
        );
        insurant_rules_free(rules);
        Told::of(status, err)
    }
}

/// What is handed over is meant, as a version that is named is: so a draft can be tried on the facts of
/// today. By its id alone a rulebook is found only while it is in force.
#[test]
fn a_document_is_used_on_any_day_and_an_id_finds_what_is_in_force() {
    let late = "id = \"late\"\nversion = \"1\"\nlanguage = 1\ncurrency = \"CNY\"\n\
                extends = \"cn-property\"\neffective = { from = \"2030-01-01\" }\n";
    let library = Library::open();
    let told = parse(&library, late, &[]);
    assert_eq!(told.status, InsurantStatus::Ok, "{told:?}");
    let (mut engine, documents) = (null_mut(), [document(late)]);
    // SAFETY: as above.
    unsafe {
        let made = insurant_engine_with(
            documents.as_ptr(),
            1,
            null(),
            0,
            size_of::<InsurantDocument>(),
            &raw mut engine,
            null_mut(),
        );
        assert_eq!(made, InsurantStatus::Ok);
        for (name, expected) in [
            ("late", InsurantStatus::NotInForce),
            ("late@1", InsurantStatus::Ok),
        ] {
            let (mut rules, mut err) = (null_mut(), null_mut());
            let status = insurant_rules_new(
                engine,
                text(name),
                AS_OF,
                null(),
                0,
                &raw mut rules,
                &raw mut err,
            );
            insurant_rules_free(rules);
            assert_eq!(Told::of(status, err).status, expected, "{name}");
        }
        insurant_engine_free(engine);
    }
}

#[test]
fn a_measure_that_there_is_not_is_told_by_its_position() {
    let library = Library::open();
    let source = "id = \"own\"\nversion = \"1\"\nlanguage = 1\ncurrency = \"CNY\"\n\
                  extends = \"cn-property\"\neffective = { from = \"2024-01-01\" }\n";
    let measures = [text("annual_premium"), text("anual_premium")];
    let told = parse(&library, source, &measures);
    assert_eq!(told.status, InsurantStatus::BadInput);
    let paths: Vec<&str> = told.problems.iter().map(|p| p.path.as_str()).collect();
    assert_eq!(paths, ["measures[1]"], "{told:?}");
    assert_eq!(told.problems[0].nearest, "annual_premium");
}

#[test]
fn a_misspelt_operation_is_told_its_nearest_and_where_all_of_them_are() {
    let library = Library::open();
    let (mut answer, mut err) = (null_mut(), null_mut());
    // SAFETY: everything lives until after the call, and the outputs are writable.
    let told = unsafe {
        let (operation, json) = (text("asess"), text("{}"));
        let status = insurant_call(
            library.engine(),
            operation,
            json,
            &raw mut answer,
            &raw mut err,
        );
        Told::of(status, err)
    };
    assert_eq!(told.status, InsurantStatus::UnknownOperation);
    let problem = &told.problems[0];
    assert_eq!(problem.nearest, "assess");
    assert!(problem.remedy.contains("insurant_describe"), "{problem:?}");
    assert!(problem.expected.len() < 60, "{problem:?}");
}
