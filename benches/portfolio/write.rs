//! The workload in files, for others to be timed on.

use arrow_array::{Array as _, ArrayRef, RecordBatch};
use insurant_batch::assess::Assessed;
use parquet::arrow::ArrowWriter;
use std::fs::File;
use std::path::Path;

/// What the others call the columns.
const NAMES: [(&str, &str); 17] = [
    ("customer_id", "customer_id"),
    ("category", "category"),
    ("alerts", "alerts"),
    ("proposals", "proposals"),
    ("earned_12m", "earned_premium(12m)"),
    ("earned_36m", "earned_premium(36m)"),
    ("earned_all", "earned_premium(lifetime)"),
    ("incurred_12m", "incurred(12m)"),
    ("incurred_36m", "incurred(36m)"),
    ("incurred_all", "incurred(lifetime)"),
    ("claims_12m", "claim_count(12m)"),
    ("claims_36m", "claim_count(36m)"),
    ("claims_all", "claim_count(lifetime)"),
    ("free_years", "claim_free_years"),
    ("annual_direct", "annual_premium(source: direct)"),
    (
        "annual_intermediary",
        "annual_premium(source: intermediary)",
    ),
    ("annual_tender", "annual_premium(source: tender)"),
];

pub(crate) fn write(folder: &Path, tables: &[RecordBatch; 3], assessed: &Assessed) {
    std::fs::create_dir_all(folder).expect("a folder that can be made");
    for (name, table) in ["customers", "policies", "claims"].iter().zip(tables) {
        one(&folder.join(format!("{name}.parquet")), table);
    }
    let batch = &assessed.batches[0];
    let columns = NAMES.iter().map(|(name, own)| {
        let column: &ArrayRef = batch
            .column_by_name(own)
            .expect("a column that was asked for");
        (*name, column.slice(0, column.len()), true)
    });
    let answers = RecordBatch::try_from_iter_with_nullable(columns).expect("columns of one length");
    one(&folder.join("answers.parquet"), &answers);
}

fn one(path: &Path, batch: &RecordBatch) {
    let file = File::create(path).expect("a file that can be written");
    let mut writer = ArrowWriter::try_new(file, batch.schema(), None).expect("a schema of Parquet");
    writer.write(batch).expect("room on the disk");
    writer.close().expect("room on the disk");
}
