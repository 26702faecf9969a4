//! Tables that cannot be read are refused before anything is assessed, all that is wrong at once.

use arrow_array::cast::AsArray as _;
use arrow_array::types::Int64Type;
use arrow_array::{
    Array as _, ArrayRef, Date32Array, Decimal128Array, Float64Array, Int64Array, NullArray,
    RecordBatch, StringArray,
};
use arrow_schema::{DataType, Field, Schema};
use insurant::{Date, Engine};
use insurant_batch::assess::{Assessed, Integers, Options, Tables, assess};
use insurant_batch::portfolio::{Failure, OnError};
use std::collections::HashMap;
use std::sync::Arc;

fn texts(values: &[&str]) -> ArrayRef {
    Arc::new(StringArray::from(values.to_vec()))
}

fn numbers(values: &[i64]) -> ArrayRef {
    Arc::new(Int64Array::from(values.to_vec()))
}

fn days(values: &[i32]) -> ArrayRef {
    Arc::new(Date32Array::from(values.to_vec()))
}

fn table(columns: Vec<(&str, ArrayRef)>) -> RecordBatch {
    RecordBatch::try_from_iter_with_nullable(columns.into_iter().map(|(n, a)| (n, a, true)))
        .unwrap()
}

fn customers() -> RecordBatch {
    table(vec![
        ("customer_id", texts(&["C1", "C2"])),
        ("kind", texts(&["individual", "organisation"])),
    ])
}

fn policies(premium: ArrayRef) -> RecordBatch {
    table(vec![
        ("policy_id", numbers(&[1])),
        ("customer_id", texts(&["C2"])),
        ("line", texts(&["property"])),
        ("business_source", texts(&["direct"])),
        ("start", days(&[19_723])),
        ("end", days(&[20_089])),
        ("written_premium", premium),
    ])
}

fn run(
    customers: &[RecordBatch],
    policies: &[RecordBatch],
    options: &Options,
) -> Result<Assessed, Failure> {
    let engine = Engine::builtin().unwrap();
    let as_of = Date::parse("2024-07-01").unwrap();
    let rules = engine
        .rules_with("cn-property", as_of, &["annual_premium"])
        .unwrap();
    let plain = engine.rules("cn-property", as_of).unwrap();
    let tables = Tables {
        customers,
        policies,
        ..Tables::default()
    };
    assess(&rules, plain, as_of, &tables, options)
}

fn refused(customers: &[RecordBatch], policies: &[RecordBatch]) -> String {
    match run(customers, policies, &Options::default()) {
        Ok(assessed) => format!("assessed: {:?}", assessed.batches),
        Err(failure) => failure.to_string(),
    }
}

fn premium(assessed: &Assessed) -> Vec<Option<i64>> {
    let column = assessed.batches[0]
        .column_by_name("annual_premium")
        .unwrap();
    let amounts = column.as_primitive::<Int64Type>();
    (0..amounts.len())
        .map(|row| amounts.is_valid(row).then(|| amounts.value(row)))
        .collect()
}

#[test]
fn what_is_wrong_with_all_tables_is_told_at_once() {
    let floats: ArrayRef = Arc::new(Float64Array::from(vec![1.5]));
    let nobody = table(vec![
        ("customer_id", texts(&["C1"])),
        ("knid", texts(&["individual"])),
    ]);
    let told = refused(&[nobody], &[policies(floats)]);
    for part in [
        "bad_column_type",
        "policies.written_premium",
        "a float is not exact",
    ] {
        assert!(told.contains(part), "{part}: {told}");
    }
    for part in [
        "unknown_column",
        "`knid`",
        "did you mean",
        "missing_column",
        "`kind`",
    ] {
        assert!(told.contains(part), "{part}: {told}");
    }
}

#[test]
fn all_batches_of_a_table_have_one_schema() {
    let other = table(vec![
        ("customer_id", numbers(&[3])),
        ("kind", texts(&["individual"])),
    ]);
    let told = refused(&[customers(), other], &[]);
    assert!(
        told.contains("schema_changed") && told.contains("batch 1"),
        "{told}"
    );
}

#[test]
fn columns_of_the_host_are_left_alone() {
    let own = table(vec![
        ("_branch", numbers(&[1, 2])),
        ("customer_id", texts(&["C1", "C2"])),
        ("kind", texts(&["individual", "organisation"])),
    ]);
    let assessed = run(&[own], &[policies(numbers(&[500]))], &Options::default()).unwrap();
    assert_eq!(premium(&assessed), [Some(0), Some(500)]);
}

#[test]
fn whole_numbers_count_what_the_caller_says_and_decimals_what_they_say() {
    let of = |premium: ArrayRef, integers| {
        let options = Options {
            integers,
            ..Options::default()
        };
        run(&[customers()], &[policies(premium)], &options)
    };
    let minor = of(numbers(&[500]), Integers::Minor).unwrap();
    assert_eq!(premium(&minor), [Some(0), Some(500)]);
    let major = of(numbers(&[500]), Integers::Major).unwrap();
    let column = major.batches[0].column_by_name("annual_premium").unwrap();
    assert_eq!(column.data_type(), &DataType::Decimal128(19, 2));
    let decimal = Decimal128Array::from(vec![12_345])
        .with_precision_and_scale(9, 2)
        .unwrap();
    let exact = of(Arc::new(decimal), Integers::Minor).unwrap();
    assert_eq!(premium(&exact), [Some(0), Some(12_345)]);
    let finer = Decimal128Array::from(vec![12_345])
        .with_precision_and_scale(9, 3)
        .unwrap();
    let told = of(Arc::new(finer), Integers::Minor)
        .unwrap_err()
        .to_string();
    assert!(told.contains("too_many_decimals"), "{told}");
}

#[test]
fn a_field_may_say_what_its_whole_numbers_count() {
    let with = |unit: &str| {
        let batch = policies(numbers(&[500]));
        let schema = batch.schema();
        let fields = schema.fields().iter().map(|field| {
            let unit = HashMap::from([("insurant.unit".to_owned(), unit.to_owned())]);
            let marked = field.name() == "written_premium";
            let field = Field::clone(field);
            if marked {
                field.with_metadata(unit)
            } else {
                field
            }
        });
        let schema = Arc::new(Schema::new(fields.collect::<Vec<_>>()));
        let batch = RecordBatch::try_new(schema, batch.columns().to_vec()).unwrap();
        run(&[customers()], &[batch], &Options::default())
    };
    assert_eq!(premium(&with("major").unwrap()), [Some(0), Some(50_000)]);
    let told = with("cents").unwrap_err().to_string();
    assert!(told.contains("`minor` or `major`"), "{told}");
}

#[test]
fn a_faulty_row_is_placed_by_its_table_row_and_column() {
    let told = run(
        &[customers()],
        &[policies(numbers(&[-5]))],
        &Options::default(),
    );
    let told = told.unwrap_err().to_string();
    assert!(told.contains("policies[0].written_premium"), "{told}");
    let options = Options {
        on_error: OnError::Reject,
        ..Options::default()
    };
    let assessed = run(&[customers()], &[policies(numbers(&[-5]))], &options).unwrap();
    assert_eq!(
        (assessed.report.rejected, assessed.report.unattributed),
        (1, 0)
    );
    assert_eq!(premium(&assessed), [Some(0), None]);
}

#[test]
fn nothing_is_a_portfolio_too() {
    let assessed = run(&[], &[], &Options::default()).unwrap();
    assert!(assessed.batches.is_empty());
    assert_eq!(assessed.schema.field(0).name(), "customer_id");
    let none = customers().slice(0, 0);
    let assessed = run(&[none], &[], &Options::default()).unwrap();
    assert_eq!(assessed.batches[0].num_rows(), 0);
}

#[test]
fn a_column_of_nulls_is_as_no_column_where_it_may_be_missing() {
    let bare = table(vec![
        ("customer_id", texts(&["C1", "C2"])),
        ("kind", texts(&["individual", "organisation"])),
        ("credit", Arc::new(NullArray::new(2))),
    ]);
    let assessed = run(&[bare], &[], &Options::default()).unwrap();
    assert_eq!(premium(&assessed), [Some(0), Some(0)]);
    let nameless = table(vec![
        ("customer_id", Arc::new(NullArray::new(1)) as ArrayRef),
        ("kind", texts(&["individual"])),
    ]);
    let told = refused(&[nameless], &[]);
    assert!(
        told.contains("missing_field") && told.contains("customers[0].customer_id"),
        "{told}"
    );
}
