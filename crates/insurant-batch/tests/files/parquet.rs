//! Parquet tables hold what the same tables hold as CSV, and refuse what is not exact.
use crate::common::{bytes, only, problems, read};
use arrow_array::{
    ArrayRef, BooleanArray, Date32Array, Decimal128Array, DictionaryArray, Float64Array,
    Int32Array, Int64Array, LargeStringArray, RecordBatch, StringArray, TimestampNanosecondArray,
    UInt64Array, types::Int32Type,
};
use insurant::facts::CustomerView as _;
use insurant_batch::portfolio::OnError;
use parquet::arrow::ArrowWriter;
use parquet::basic::{BrotliLevel, Compression, GzipLevel, ZstdLevel};
use parquet::file::properties::WriterProperties;
use std::sync::Arc;

fn table(columns: Vec<(&str, ArrayRef)>, compression: Compression) -> Vec<u8> {
    let batch =
        RecordBatch::try_from_iter_with_nullable(columns.into_iter().map(|(n, a)| (n, a, true)))
            .unwrap();
    let properties = WriterProperties::builder()
        .set_compression(compression)
        .build();
    let mut bytes = Vec::new();
    let mut writer = ArrowWriter::try_new(&mut bytes, batch.schema(), Some(properties)).unwrap();
    writer.write(&batch).unwrap();
    writer.close().unwrap();
    bytes
}

fn texts(values: &[&str]) -> ArrayRef {
    Arc::new(StringArray::from_iter(
        values.iter().map(|v| (!v.is_empty()).then_some(*v)),
    ))
}

/// Day 19358 is 2023-01-01, day 19723 is 2024-01-01.
fn dates(values: &[i32]) -> ArrayRef {
    Arc::new(Date32Array::from(values.to_vec()))
}

fn policies(premium: ArrayRef, start: ArrayRef) -> Vec<u8> {
    let dictionary: DictionaryArray<Int32Type> = vec!["motor", "property"].into_iter().collect();
    let columns: Vec<(&str, ArrayRef)> = vec![
        ("policy_id", Arc::new(Int64Array::from(vec![1, 2]))),
        (
            "customer_id",
            Arc::new(LargeStringArray::from(vec!["C1", "C2"])),
        ),
        ("line", Arc::new(dictionary)),
        ("business_source", texts(&["direct", "tender"])),
        ("start", start),
        ("end", dates(&[19723, 19723])),
        ("written_premium", premium),
        (
            "insured_units",
            Arc::new(UInt64Array::from(vec![Some(3), None])),
        ),
    ];
    table(columns, Compression::ZSTD(ZstdLevel::default()))
}

fn amounts(scale: i8) -> ArrayRef {
    let values = Decimal128Array::from(vec![10_050, 20_000]);
    Arc::new(values.with_precision_and_scale(18, scale).unwrap())
}

const CLAIMS: &[u8] =
    b"claim_id,policy_id,loss_date,status,paid,reserve\nK1,2,2023-05-01,settled,10.00,0\n";

#[test]
fn every_accepted_type_reads_exactly() {
    let customers = table(
        vec![
            ("customer_id", texts(&["C1", "C2"])),
            ("kind", texts(&["individual", "organisation"])),
            (
                "fraud_signs",
                Arc::new(BooleanArray::from(vec![Some(false), None])),
            ),
        ],
        Compression::SNAPPY,
    );
    let midnight: i64 = 19358 * 86_400_000_000_000;
    let starts: [ArrayRef; 3] = [
        dates(&[19358, 19358]),
        texts(&["2023-01-01", "2023-01-01"]),
        Arc::new(TimestampNanosecondArray::from(vec![midnight, midnight])),
    ];
    for start in starts {
        let policies = policies(amounts(2), start);
        let dir = bytes(&[
            ("customers.parquet", &customers),
            ("policies.parquet", &policies),
            ("claims.csv", CLAIMS),
        ]);
        let (portfolio, _) = read(dir.path(), OnError::Fail).unwrap();
        let c1 = portfolio.find("C1").unwrap();
        assert_eq!(c1.profile().fraud_signs, Some(false));
        let terms = *c1.policy_slice()[0].terms();
        assert_eq!((terms.written_premium, terms.insured_units), (10_050, 3));
        assert_eq!(terms.start.to_string(), "2023-01-01");
        let c2 = portfolio.find("C2").unwrap();
        assert_eq!(
            (c2.profile().fraud_signs, c2.policy_id(0), c2.claim_id(0)),
            (None, Some("2"), Some("K1"))
        );
    }
}

#[test]
fn what_is_not_exact_is_refused() {
    let with = |premium: ArrayRef, start: ArrayRef| {
        let policies = policies(premium, start);
        bytes(&[("policies.parquet", &policies), ("claims.csv", CLAIMS)])
    };
    let floats: ArrayRef = Arc::new(Float64Array::from(vec![1.5, 2.0]));
    let dir = with(floats, dates(&[19358, 19358]));
    assert_eq!(only(&dir), "bad_column_type policies.parquet:0:0");
    assert!(
        problems(&dir)[0]
            .remedy_text()
            .unwrap()
            .contains("decimal or text")
    );
    // Amounts of three decimals: the first has a third one that counts.
    let dir = with(amounts(3), dates(&[19358, 19358]));
    assert!(
        read(dir.path(), OnError::Fail).is_ok(),
        "10.050 and 20.000 have two decimals"
    );
    let odd: ArrayRef = Arc::new(
        Decimal128Array::from(vec![10_051, 20_000])
            .with_precision_and_scale(18, 3)
            .unwrap(),
    );
    assert_eq!(
        only(&with(odd, dates(&[19358, 19358]))),
        "too_many_decimals policies.parquet:1:7"
    );
    let noon: ArrayRef = Arc::new(TimestampNanosecondArray::from(vec![
        19358 * 86_400_000_000_000,
        1,
    ]));
    assert_eq!(
        only(&with(amounts(2), noon)),
        "bad_date policies.parquet:2:5"
    );
    let far = dates(&[19358, 999_999]);
    assert_eq!(
        only(&with(amounts(2), far)),
        "year_out_of_range policies.parquet:2:5"
    );
    let numbers: ArrayRef = Arc::new(Int32Array::from(vec![7, 8]));
    let dir = with(numbers, dates(&[19358, 19358]));
    let (portfolio, _) = read(dir.path(), OnError::Fail).unwrap();
    assert_eq!(
        portfolio.find("C1").unwrap().policy_slice()[0]
            .terms()
            .written_premium,
        700
    );
}

#[test]
fn another_compression_is_named_with_those_that_are_read() {
    use parquet::file::metadata::{ParquetMetaDataReader, ParquetMetaDataWriter};
    let columns = vec![
        ("customer_id", texts(&["C1"])),
        ("kind", texts(&["individual"])),
    ];
    let plain = table(columns, Compression::UNCOMPRESSED);
    let folder = bytes(&[("plain", &plain)]);
    let file = std::fs::File::open(folder.path().join("plain")).unwrap();
    let footer = ParquetMetaDataReader::new()
        .parse_and_finish(&file)
        .unwrap();
    for (codec, name) in [
        (Compression::GZIP(GzipLevel::default()), "gzip"),
        (Compression::BROTLI(BrotliLevel::default()), "brotli"),
        (Compression::LZ4, "lz4"),
        (Compression::LZ4_RAW, "lz4"),
    ] {
        let groups = footer.row_groups().iter().map(|group| {
            let columns = group.columns().iter().map(|column| {
                let builder = column.clone().into_builder();
                builder.set_compression(codec).build().unwrap()
            });
            let columns = columns.collect();
            let builder = group.clone().into_builder();
            builder.set_column_metadata(columns).build().unwrap()
        });
        let groups = groups.collect();
        let other = footer.clone().into_builder().set_row_groups(groups).build();
        let mut other_file = plain.clone();
        ParquetMetaDataWriter::new(&mut other_file, &other)
            .finish()
            .unwrap();
        let dir = bytes(&[("customers.parquet", &other_file)]);
        let failure = read(dir.path(), OnError::Fail).err().unwrap();
        let told = failure.problems.iter().next().unwrap().to_string();
        assert!(told.contains("[unsupported_compression]"), "{told}");
        assert!(told.contains(&format!("compressed with {name}")), "{told}");
        assert!(told.contains("write snappy, zstd or none"), "{told}");
    }
}

#[test]
fn a_truncated_file_is_no_short_file() {
    let ids: Vec<String> = (0..20_000).map(|i| format!("C{i}")).collect();
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    let kinds = vec!["individual"; ids.len()];
    let whole = table(
        vec![("customer_id", texts(&ids)), ("kind", texts(&kinds))],
        Compression::SNAPPY,
    );
    let dir = bytes(&[("customers.parquet", &whole)]);
    assert_eq!(read(dir.path(), OnError::Fail).unwrap().0.len(), 20_000);
    for len in [0, 3, whole.len() / 2, whole.len() - 1] {
        let dir = bytes(&[("customers.parquet", &whole[..len])]);
        let code = if len == 0 {
            "empty_file"
        } else {
            "damaged_file"
        };
        let failure = read(dir.path(), OnError::Reject).err().unwrap();
        assert_eq!(
            failure.problems.iter().next().unwrap().code().as_str(),
            code,
            "{len}"
        );
    }
    // A page that was overwritten.
    let mut broken = whole;
    broken[40..400].fill(0xFF);
    let dir = bytes(&[("customers.parquet", &broken)]);
    let failure = read(dir.path(), OnError::Reject).err().unwrap();
    assert_eq!(
        failure.problems.iter().next().unwrap().code().as_str(),
        "damaged_file"
    );
}

#[test]
fn rejected_rows_are_written_as_text() {
    let policies = policies(amounts(2), dates(&[19358, 999_999]));
    let dir = bytes(&[("policies.parquet", &policies), ("claims.csv", CLAIMS)]);
    let (portfolio, report) = read(dir.path(), OnError::Reject).unwrap();
    assert!(portfolio.find("C2").unwrap().undecided().is_some());
    let out = dir.path().join("rejects.csv");
    report.rejects.write(&out).unwrap();
    let text = std::fs::read_to_string(out).unwrap();
    let row = text.lines().nth(1).unwrap();
    assert!(
        row.starts_with("policies.parquet,2,5,year_out_of_range,"),
        "{row}"
    );
    assert!(
        row.ends_with(",2,C2,property,tender,4707-11-28,2024-01-01,200.00,"),
        "{row}"
    );
}
