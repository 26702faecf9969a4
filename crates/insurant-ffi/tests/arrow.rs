//! Over Arrow's C interface comes what the engine answers without it.

#![cfg(feature = "batch")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    clippy::undocumented_unsafe_blocks,
    unreachable_pub,
    reason = "a test"
)]

#[path = "../../../benches/portfolio/workload.rs"]
mod workload;

use arrow_array::ffi_stream::{FFI_ArrowArrayStream, RecordBatchStreamReader};
use arrow_array::{Array as _, RecordBatch, RecordBatchIterator, RecordBatchReader as _};
use insurant::{Date, Engine};
use insurant_batch::assess::{Assessed, Options, Tables, assess};
use insurant_c::{
    ArrowArrayStream, InsurantArrowOptions, InsurantDocument, InsurantEngine, InsurantError,
    InsurantRules, InsurantStatus, InsurantStr, InsurantText,
};
use insurant_rules::document::Document;
use std::ptr::{null, null_mut};
use workload::{AS_OF, Workload};

const RULES: &str = include_str!("../../../benches/portfolio/workload.toml");
const MEASURES: [&str; 3] = ["loss_ratio(36m)", "claim_count(12m)", "annual_premium"];

fn str(text: &str) -> InsurantStr {
    InsurantStr {
        ptr: text.as_ptr(),
        len: text.len(),
    }
}

/// A table in some batches, of which all but the first begin within their buffers.
fn cut(table: &RecordBatch, parts: usize) -> Vec<RecordBatch> {
    let size = table.num_rows().div_ceil(parts);
    let starts = (0..table.num_rows()).step_by(size);
    starts
        .map(|start| table.slice(start, size.min(table.num_rows() - start)))
        .collect()
}

fn stream(batches: &[RecordBatch]) -> FFI_ArrowArrayStream {
    let schema = batches[0].schema();
    let batches: Vec<_> = batches.iter().cloned().map(Ok).collect();
    FFI_ArrowArrayStream::new(Box::new(RecordBatchIterator::new(batches, schema)))
}

fn place(stream: &mut FFI_ArrowArrayStream) -> *mut ArrowArrayStream {
    (&raw mut *stream).cast()
}

struct Host {
    engine: *mut InsurantEngine,
    rules: *mut InsurantRules,
}

impl Host {
    fn new() -> Self {
        let (mut engine, mut rules) = (null_mut(), null_mut());
        let measures = MEASURES.map(str);
        let document = InsurantDocument {
            name: str("workload.toml"),
            text: str(RULES),
        };
        unsafe {
            let made = insurant_c::insurant_engine_new(&raw mut engine, null_mut());
            assert_eq!(made, InsurantStatus::Ok);
            let made = insurant_c::insurant_rules_parse(
                engine,
                &raw const document,
                AS_OF,
                measures.as_ptr(),
                measures.len(),
                &raw mut rules,
                null_mut(),
            );
            assert_eq!(made, InsurantStatus::Ok);
        }
        Self { engine, rules }
    }

    fn assess(
        &self,
        tables: &[Vec<RecordBatch>; 3],
        options: &InsurantArrowOptions,
    ) -> Result<(RecordBatchStreamReader, String), String> {
        let [mut customers, mut policies, mut claims] =
            [0, 1, 2].map(|table| stream(&tables[table]));
        let mut out = FFI_ArrowArrayStream::empty();
        let mut report: *mut InsurantText = null_mut();
        let mut error: *mut InsurantError = null_mut();
        unsafe {
            let status = insurant_c::insurant_rules_assess_arrow(
                self.rules,
                options,
                place(&mut customers),
                place(&mut policies),
                null_mut(),
                place(&mut claims),
                null_mut(),
                place(&mut out),
                &raw mut report,
                &raw mut error,
            );
            let mut text = InsurantStr {
                ptr: null(),
                len: 0,
            };
            if status == InsurantStatus::Ok {
                let told = insurant_c::insurant_text_get(report, &raw mut text);
                assert_eq!(told, InsurantStatus::Ok);
            } else {
                let told = insurant_c::insurant_error_text(error, &raw mut text);
                assert_eq!(told, InsurantStatus::Ok);
            }
            let text = std::slice::from_raw_parts(text.ptr, text.len).to_vec();
            let text = String::from_utf8(text).unwrap();
            insurant_c::insurant_text_free(report);
            insurant_c::insurant_error_free(error);
            match status {
                InsurantStatus::Ok => {
                    let reader = RecordBatchStreamReader::from_raw(&raw mut out).unwrap();
                    Ok((reader, text))
                }
                status => Err(format!("{status:?}: {text}")),
            }
        }
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        unsafe {
            insurant_c::insurant_rules_free(self.rules);
            insurant_c::insurant_engine_free(self.engine);
        }
    }
}

fn without(tables: &[Vec<RecordBatch>; 3]) -> Assessed {
    let engine = Engine::builtin().unwrap();
    let rules = |measures: &[&str]| {
        let document = Document::parse_toml("workload.toml", RULES).unwrap();
        engine.rules_of(document, measures).unwrap()
    };
    let as_of = Date::from_days(AS_OF).unwrap();
    let [customers, policies, claims] = tables;
    let tables = Tables {
        customers,
        policies,
        claims,
        ..Tables::default()
    };
    let options = Options::default();
    assess(&rules(&MEASURES), &rules(&[]), as_of, &tables, &options).unwrap()
}

const OPTIONS: InsurantArrowOptions = InsurantArrowOptions {
    size: size_of::<InsurantArrowOptions>(),
    threads: 2,
    whole_numbers: 1,
    faulty_rows: 1,
    valued_on: insurant_c::INSURANT_NO_DAY,
};

#[test]
fn answers_are_those_of_the_engine_however_the_tables_are_cut() {
    let whole = Workload::new(3000, false).tables();
    let host = Host::new();
    for parts in [1, 7] {
        let tables = [0, 1, 2].map(|table: usize| cut(&whole[table], parts));
        let expected = without(&tables);
        let (reader, report) = host.assess(&tables, &OPTIONS).unwrap();
        assert_eq!(reader.schema(), expected.schema);
        assert_eq!(reader.schema().metadata(), expected.schema.metadata());
        assert!(reader.schema().metadata()["insurant.fingerprint"].starts_with("sha256:"));
        let batches: Vec<RecordBatch> = reader.map(Result::unwrap).collect();
        assert_eq!(batches, expected.batches);
        assert!(report.contains(r#""customers":3000,"#), "{report}");
    }
}

#[test]
fn answers_outlive_what_they_were_made_of() {
    let whole = Workload::new(500, true).tables();
    let tables = [0, 1, 2].map(|table: usize| cut(&whole[table], 2));
    let expected = without(&tables).batches;
    let host = Host::new();
    let (reader, _) = host.assess(&tables, &OPTIONS).unwrap();
    drop((whole, tables, host));
    let batches: Vec<RecordBatch> = reader.map(Result::unwrap).collect();
    assert_eq!(batches, expected);
}

#[test]
fn rejected_rows_are_reported() {
    let whole = Workload::new(50, true).tables();
    let policies = whole[1].clone();
    // The same policies again: each is there twice.
    let tables = [
        vec![whole[0].clone()],
        vec![policies.clone(), policies.slice(0, 3)],
        vec![whole[2].clone()],
    ];
    let host = Host::new();
    let told = host.assess(&tables, &OPTIONS).map(|_| ()).unwrap_err();
    assert!(
        told.starts_with("BadFacts: ") && told.contains("policies["),
        "{told}"
    );
    let options = InsurantArrowOptions {
        faulty_rows: 2,
        ..OPTIONS
    };
    let (reader, report) = host.assess(&tables, &options).unwrap();
    let rows: usize = reader.map(|batch| batch.unwrap().column(0).len()).sum();
    assert_eq!(rows, 50);
    assert!(
        report.contains(r#""rejected":"#) && !report.contains(r#""problems":[]"#),
        "{report}"
    );
}
