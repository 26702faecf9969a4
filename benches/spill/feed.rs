//! A made-up portfolio as streams: rows follow from their number, so that none is kept.

use arrow_array::types::Int8Type;
use arrow_array::{
    ArrayRef, Date32Array, DictionaryArray, Int8Array, Int64Array, RecordBatch, RecordBatchReader,
    StringArray,
};
use arrow_schema::{ArrowError, SchemaRef};
use std::ops::Range;
use std::sync::Arc;

/// 2026-07-01, in days since 1970.
pub(crate) const AS_OF: i32 = 20_635;

/// A portfolio of so many customers.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Portfolio {
    pub(crate) customers: u64,
    /// Identifiers are texts.
    pub(crate) texts: bool,
    /// No policy is plain: each is cancelled, and placed by a partner.
    pub(crate) rare: bool,
}

const FIRST: u64 = 1_000_000;

/// A number that follows from a row and a purpose.
fn dice(row: u64, purpose: u64, bound: u64) -> u64 {
    let mut z = row
        .wrapping_add(purpose.wrapping_mul(0x5851_f42d_4c95_7f2d))
        .wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    (z ^ (z >> 31)) % bound.max(1)
}

fn small(value: u64) -> i32 {
    i32::try_from(value).unwrap_or(0)
}

fn start(policy: u64) -> i32 {
    AS_OF - 365 * small(dice(policy, 1, 6)) - small(dice(policy, 2, 300)) + 100
}

fn numbers(values: impl Iterator<Item = u64>) -> ArrayRef {
    Arc::new(
        values
            .map(|value| i64::try_from(value).ok())
            .collect::<Int64Array>(),
    )
}

fn some(values: impl Iterator<Item = Option<u64>>) -> ArrayRef {
    let whole = |value: u64| i64::try_from(value).ok();
    Arc::new(
        values
            .map(|value| value.and_then(whole))
            .collect::<Int64Array>(),
    )
}

fn days(values: impl Iterator<Item = Option<i32>>) -> ArrayRef {
    Arc::new(values.collect::<Date32Array>())
}

fn words(values: impl Iterator<Item = u64>, words: &[&str]) -> ArrayRef {
    let keys: Int8Array = values.map(|key| i8::try_from(key).ok()).collect();
    let words = Arc::new(StringArray::from(words.to_vec()));
    Arc::new(DictionaryArray::<Int8Type>::new(keys, words))
}

fn batch(columns: Vec<(&str, ArrayRef)>) -> Result<RecordBatch, ArrowError> {
    RecordBatch::try_from_iter_with_nullable(columns.into_iter().map(|(n, a)| (n, a, true)))
}

type Make = fn(Portfolio, Range<u64>) -> Result<RecordBatch, ArrowError>;

impl Portfolio {
    pub(crate) const fn new(customers: u64) -> Self {
        Self {
            customers,
            texts: false,
            rare: false,
        }
    }

    fn ids(self, ids: impl Iterator<Item = Option<u64>>) -> ArrayRef {
        if self.texts {
            let text = |id: u64| format!("ID-{id:010}");
            Arc::new(ids.map(|id| id.map(text)).collect::<StringArray>())
        } else {
            some(ids)
        }
    }

    fn all_ids(self, ids: impl Iterator<Item = u64>) -> ArrayRef {
        self.ids(ids.map(Some))
    }

    pub(crate) const fn policies(self) -> u64 {
        self.customers * 31 / 10
    }

    const fn movements(self) -> u64 {
        self.policies() / 200
    }

    pub(crate) const fn claims(self) -> u64 {
        self.customers
    }

    const fn entries(self) -> u64 {
        self.customers / 1_000
    }

    fn customers(self, rows: Range<u64>) -> Result<RecordBatch, ArrowError> {
        batch(vec![
            (
                "customer_id",
                self.all_ids(rows.clone().map(|row| FIRST + row)),
            ),
            (
                "kind",
                words(
                    rows.map(|row| dice(row, 3, 3)),
                    &["individual", "organisation", "partner"],
                ),
            ),
        ])
    }

    fn policy_rows(self, rows: Range<u64>) -> Result<RecordBatch, ArrowError> {
        let all = || rows.clone();
        let cancelled = |row: u64| self.rare || dice(row, 4, 12) == 0;
        let partner = |row: u64| {
            (self.rare || dice(row, 5, 50) == 0).then(|| FIRST + dice(row, 6, self.customers))
        };
        batch(vec![
            ("policy_id", self.all_ids(all())),
            (
                "customer_id",
                self.all_ids(all().map(|row| FIRST + dice(row, 7, self.customers))),
            ),
            (
                "line",
                words(
                    all().map(|row| dice(row, 8, 3)),
                    &["property", "motor", "liability"],
                ),
            ),
            (
                "business_source",
                words(
                    all().map(|row| dice(row, 9, 3)),
                    &["direct", "intermediary", "tender"],
                ),
            ),
            ("start", days(all().map(|row| Some(start(row))))),
            ("end", days(all().map(|row| Some(start(row) + 365)))),
            (
                "written_premium",
                numbers(all().map(|row| 10_000 + dice(row, 10, 300_000))),
            ),
            (
                "refunded",
                some(all().map(|row| cancelled(row).then_some(1))),
            ),
            (
                "cancelled_on",
                days(all().map(|row| cancelled(row).then(|| start(row) + 90))),
            ),
            ("partner_id", self.ids(all().map(partner))),
        ])
    }

    fn movement_rows(self, rows: Range<u64>) -> Result<RecordBatch, ArrowError> {
        let policy = |row: u64| dice(row, 11, self.policies());
        let all = || rows.clone();
        batch(vec![
            ("policy_id", self.all_ids(all().map(policy))),
            (
                "effective",
                days(all().map(|row| Some(start(policy(row)) + 30))),
            ),
            ("amount", numbers(all().map(|row| dice(row, 12, 5_000)))),
        ])
    }

    fn claim_rows(self, rows: Range<u64>) -> Result<RecordBatch, ArrowError> {
        let policy = |row: u64| dice(row, 13, self.policies());
        let all = || rows.clone();
        let lost = |row: u64| Some(start(policy(row)) + small(dice(row, 14, 365)));
        batch(vec![
            ("claim_id", self.all_ids(all())),
            ("policy_id", self.all_ids(all().map(policy))),
            ("loss_date", days(all().map(lost))),
            (
                "status",
                words(
                    all().map(|row| dice(row, 15, 3)),
                    &["open", "settled", "declined"],
                ),
            ),
            ("paid", numbers(all().map(|row| dice(row, 16, 400_000)))),
            (
                "reserve",
                numbers(all().map(|row| dice(row, 17, 2) * 1_000)),
            ),
        ])
    }

    fn entry_rows(self, rows: Range<u64>) -> Result<RecordBatch, ArrowError> {
        let count = rows.clone().count();
        batch(vec![
            ("entry_id", self.all_ids(rows.clone())),
            (
                "customer_id",
                self.all_ids(
                    rows.clone()
                        .map(|row| FIRST + dice(row, 18, self.customers)),
                ),
            ),
            (
                "state",
                words(
                    rows.clone().map(|row| dice(row, 19, 2)),
                    &["active", "proposed"],
                ),
            ),
            ("reason", Arc::new(StringArray::from(vec!["fraud"; count]))),
            ("effective", days(rows.map(|_| Some(AS_OF - 100)))),
        ])
    }

    /// The tables customers, policies, movements, claims and entries, in batches of so many rows.
    pub(crate) fn tables(self, rows: u64) -> [Table; 5] {
        let table = |count, make: Make| Table {
            portfolio: self,
            make,
            next: 0,
            count,
            rows,
        };
        [
            table(self.customers, Self::customers),
            table(self.policies(), Self::policy_rows),
            table(self.movements(), Self::movement_rows),
            table(self.claims(), Self::claim_rows),
            table(self.entries(), Self::entry_rows),
        ]
    }
}

/// A table of the portfolio, made as it is read.
pub(crate) struct Table {
    portfolio: Portfolio,
    make: Make,
    next: u64,
    count: u64,
    rows: u64,
}

impl Iterator for Table {
    type Item = Result<RecordBatch, ArrowError>;

    fn next(&mut self) -> Option<Self::Item> {
        let to = self.count.min(self.next + self.rows);
        let rows = self.next..to;
        self.next = to;
        (!rows.is_empty()).then(|| (self.make)(self.portfolio, rows))
    }
}

impl RecordBatchReader for Table {
    fn schema(&self) -> SchemaRef {
        let none = (self.make)(self.portfolio, 0..0);
        none.map_or_else(
            |_| Arc::new(arrow_schema::Schema::empty()),
            |batch| batch.schema(),
        )
    }
}

/// A sum over the answers of a batch whose first customer has this number: it tells which customer
/// has which answer, and is the same however batches are cut.
pub(crate) fn checksum(batch: &RecordBatch, first: u64) -> u64 {
    let mut sum = 0_u64;
    for (at, column) in (0_u64..).zip(batch.columns()) {
        let data = column.to_data();
        let (width, offset) = match column.data_type() {
            arrow_schema::DataType::Int64 | arrow_schema::DataType::UInt64 => (8, data.offset()),
            arrow_schema::DataType::Decimal128(..) => (16, data.offset()),
            _ => (1, data.offset()),
        };
        let bytes = data
            .buffers()
            .first()
            .map_or(&[][..], |buffer| buffer.as_slice());
        let values = bytes.chunks(width).skip(offset).take(batch.num_rows());
        for (row, value) in (first..).zip(values) {
            let known = usize::try_from(row - first).is_ok_and(|row| column.is_valid(row));
            let value = value.iter().fold(0, |sum: u64, byte| {
                sum.wrapping_mul(257).wrapping_add(u64::from(*byte))
            });
            sum = sum.wrapping_add(dice(
                row,
                at + value.wrapping_mul(u64::from(known)),
                u64::MAX,
            ));
        }
    }
    sum
}

/// The most memory that this process ever had, in bytes; Linux alone tells.
pub(crate) fn peak() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    kilobytes.checked_mul(1024)
}
