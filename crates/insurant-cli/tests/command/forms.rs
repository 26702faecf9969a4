use crate::run::{assess, demo, dir, insurant};
use arrow_array::cast::AsArray as _;
use arrow_array::types::{Decimal128Type, Int64Type};
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;

#[test]
fn csv_gzip_and_parquet_inputs_give_the_same_bytes() {
    let runs = ["csv", "csv.gz", "parquet"].map(|form| {
        let dir = demo(500, form);
        let path = dir.path().to_str().unwrap();
        ["csv", "json"].map(|format| {
            let args = ["assess", path, "--as-of", "2025-07-01", "--format", format];
            insurant(args).fine().out
        })
    });
    assert!(runs[0][0].len() > 10_000);
    assert!(runs[0] == runs[1], "gzip");
    assert!(runs[0] == runs[2], "parquet");
}

#[test]
fn parquet_columns_are_typed_with_their_state_beside_them() {
    let dir = dir(&[]);
    let out = dir.path().join("out.parquet");
    let measures = [
        "annual_premium",
        "claim_free_years",
        "loss_ratio(12m)",
        "insured",
        "credit",
        "next_review",
    ];
    let mut args = vec!["--format", "parquet", "--out", out.to_str().unwrap()];
    for measure in measures {
        args.extend(["--measure", measure]);
    }
    assess(dir.path(), &args).fine();
    let file = std::fs::File::open(&out).unwrap();
    let mut reader = ParquetRecordBatchReaderBuilder::try_new(file)
        .unwrap()
        .build()
        .unwrap();
    let batch = reader.next().unwrap().unwrap();
    assert_eq!(batch.num_rows(), 4);
    let column = |name: &str| batch.column_by_name(name).unwrap().clone();
    let texts = |name: &str| -> Vec<Option<String>> {
        let column = column(name);
        column
            .as_string::<i32>()
            .iter()
            .map(|text| text.map(str::to_owned))
            .collect()
    };
    assert_eq!(texts("customer_id")[2].as_deref(), Some("C,3"));
    assert_eq!(texts("category")[3].as_deref(), Some("not_applicable"));
    let annual = column("annual_premium");
    let annual = annual.as_primitive::<Decimal128Type>();
    assert_eq!((annual.value(1), annual.scale()), (6_000_000, 2));
    assert_eq!(
        column("claim_free_years")
            .as_primitive::<Int64Type>()
            .value(0),
        3
    );
    assert_eq!(texts("loss_ratio(12m)")[2].as_deref(), Some("2.933250"));
    assert_eq!(texts("loss_ratio(12m)")[3], None);
    assert_eq!(
        texts("loss_ratio(12m)_state")[3].as_deref(),
        Some("undefined")
    );
    assert!(column("insured").as_boolean().value(0));
    assert_eq!(texts("credit")[1], None);
    assert_eq!(texts("credit_state")[1].as_deref(), Some("unknown"));
    assert_eq!(column("next_review").null_count(), 4);
}
