//! How long a large portfolio takes to read.
//!
//! `cargo run --release -p insurant-cli --example large -- write DIR 1000000` writes so many
//! customers, two and a half times as many policies and as many claims, to `DIR/csv` and
//! `DIR/parquet`; `… -- load DIR/csv` reads one of them and prints the seconds and the peak memory.

use arrow_array::{ArrayRef, Date32Array, Decimal128Array, RecordBatch, StringArray};
use insurant::{Currency, Date, LineCodes};
use insurant_cli::portfolio::{Codes, OnError, Options, load};
use parquet::arrow::ArrowWriter;
use parquet::basic::Compression;
use parquet::file::properties::WriterProperties;
use std::error::Error;
use std::fs::{self, File};
use std::io::{BufWriter, Write as _};
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

type Fallible<T> = Result<T, Box<dyn Error>>;

/// A small generator of numbers that look random: the same ones in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % n
    }
}

/// A column of a table, as text and as Parquet writes it.
enum Values {
    Text(Vec<String>),
    Date(Vec<i32>),
    Amount(Vec<i128>),
}

struct Written {
    table: &'static str,
    columns: Vec<(&'static str, Values)>,
}

impl Written {
    fn csv(&self, dir: &Path) -> Fallible<()> {
        let mut out = BufWriter::new(File::create(dir.join(format!("{}.csv", self.table)))?);
        let names: Vec<&str> = self.columns.iter().map(|(name, _)| *name).collect();
        writeln!(out, "{}", names.join(","))?;
        let rows = self.columns.first().map_or(0, |(_, values)| values.len());
        for row in 0..rows {
            for (i, (_, values)) in self.columns.iter().enumerate() {
                let comma = if i > 0 { "," } else { "" };
                match values {
                    Values::Text(v) => {
                        write!(out, "{comma}{}", v.get(row).map_or("", String::as_str))?
                    }
                    Values::Date(v) => {
                        write!(
                            out,
                            "{comma}{}",
                            Date::from_days(v.get(row).copied().unwrap_or(0))?
                        )?;
                    }
                    Values::Amount(v) => {
                        let cents = v.get(row).copied().unwrap_or(0);
                        write!(out, "{comma}{}.{:02}", cents / 100, cents % 100)?;
                    }
                }
            }
            writeln!(out)?;
        }
        Ok(out.flush()?)
    }

    fn parquet(&self, dir: &Path) -> Fallible<()> {
        let mut arrays: Vec<(&str, ArrayRef)> = Vec::new();
        for (name, values) in &self.columns {
            arrays.push((
                name,
                match values {
                    Values::Text(v) => Arc::new(StringArray::from_iter(
                        v.iter().map(|t| (!t.is_empty()).then_some(t.as_str())),
                    )),
                    Values::Date(v) => Arc::new(Date32Array::from(v.clone())),
                    Values::Amount(v) => {
                        Arc::new(Decimal128Array::from(v.clone()).with_precision_and_scale(18, 2)?)
                    }
                },
            ));
        }
        let batch = RecordBatch::try_from_iter(arrays)?;
        let file = File::create(dir.join(format!("{}.parquet", self.table)))?;
        let properties = WriterProperties::builder()
            .set_compression(Compression::SNAPPY)
            .build();
        let mut writer = ArrowWriter::try_new(file, batch.schema(), Some(properties))?;
        writer.write(&batch)?;
        writer.close()?;
        Ok(())
    }
}

impl Values {
    fn len(&self) -> usize {
        match self {
            Self::Text(v) => v.len(),
            Self::Date(v) => v.len(),
            Self::Amount(v) => v.len(),
        }
    }
}

fn small(n: u64) -> i32 {
    i32::try_from(n).unwrap_or(0)
}

fn write(dir: &Path, customers: u64) -> Fallible<()> {
    let mut dice = Dice(7);
    let policies = customers * 5 / 2;
    let texts =
        |n: u64, text: &mut dyn FnMut(u64) -> String| Values::Text((0..n).map(text).collect());
    let mut tables = vec![Written {
        table: "customers",
        columns: vec![
            ("customer_id", texts(customers, &mut |i| format!("C{i:08}"))),
            (
                "kind",
                texts(customers, &mut |i| {
                    if i % 9 == 0 {
                        "organisation"
                    } else {
                        "individual"
                    }
                    .into()
                }),
            ),
            (
                "credit",
                texts(customers, &mut |i| {
                    match i % 4 {
                        0 => "good",
                        1 => "fair",
                        2 => "poor",
                        _ => "",
                    }
                    .into()
                }),
            ),
        ],
    }];
    let starts: Vec<i32> = (0..policies)
        .map(|_| 18_000 + small(dice.below(1_800)))
        .collect();
    let ends = starts.iter().map(|s| s + 365).collect();
    tables.push(Written {
        table: "policies",
        columns: vec![
            ("policy_id", texts(policies, &mut |i| format!("P{i:09}"))),
            (
                "customer_id",
                texts(policies, &mut |_| format!("C{:08}", dice.below(customers))),
            ),
            (
                "line",
                texts(policies, &mut |i| {
                    if i % 3 == 0 { "property" } else { "motor" }.into()
                }),
            ),
            ("business_source", texts(policies, &mut |_| "direct".into())),
            ("start", Values::Date(starts)),
            ("end", Values::Date(ends)),
            (
                "written_premium",
                Values::Amount(
                    (0..policies)
                        .map(|i| i128::from(10_000 + i % 90_000))
                        .collect(),
                ),
            ),
        ],
    });
    tables.push(Written {
        table: "claims",
        columns: vec![
            ("claim_id", texts(customers, &mut |i| format!("K{i:08}"))),
            (
                "policy_id",
                texts(customers, &mut |_| format!("P{:09}", dice.below(policies))),
            ),
            (
                "loss_date",
                Values::Date((0..customers).map(|i| 18_400 + small(i % 1_500)).collect()),
            ),
            (
                "reported_on",
                Values::Date((0..customers).map(|i| 18_410 + small(i % 1_500)).collect()),
            ),
            (
                "status",
                texts(customers, &mut |i| {
                    if i % 5 == 0 { "open" } else { "settled" }.into()
                }),
            ),
            (
                "paid",
                Values::Amount((0..customers).map(|i| i128::from(i % 200_000)).collect()),
            ),
            (
                "reserve",
                Values::Amount((0..customers).map(|i| i128::from(i % 3) * 5_000).collect()),
            ),
        ],
    });
    for form in ["csv", "parquet"] {
        fs::create_dir_all(dir.join(form))?;
    }
    for table in &tables {
        table.csv(&dir.join("csv"))?;
        table.parquet(&dir.join("parquet"))?;
    }
    Ok(())
}

struct Lines(LineCodes);

impl Codes for Lines {
    fn line(&mut self, line: &str) -> u32 {
        self.0.code(line)
    }
    fn text(&mut self, _: usize, _: &str) -> i64 {
        -1
    }
}

fn read(dir: &Path) -> Fallible<()> {
    let options = Options {
        currency: Currency::parse("USD").ok_or("no such currency")?,
        as_of: None,
        valued_on: None,
        inputs: &[],
        on_error: OnError::Fail,
    };
    let start = Instant::now();
    let mut last = start;
    let mut progress = |file: &str, done: u64, total: u64| {
        if done == total {
            println!("{file}: {:.2?}", last.elapsed());
            last = Instant::now();
        }
    };
    let (portfolio, _) = load(
        dir,
        &options,
        &mut Lines(LineCodes::default()),
        &mut progress,
    )?;
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status
        .lines()
        .find(|line| line.starts_with("VmHWM"))
        .unwrap_or("peak memory unknown");
    println!(
        "{} customers, {} policies, {} claims in {:.2?}; {peak}",
        portfolio.len(),
        portfolio.policy_count(),
        portfolio.claim_count(),
        start.elapsed(),
    );
    Ok(())
}

fn main() -> Fallible<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["write", dir, customers] => write(Path::new(dir), customers.parse()?),
        ["load", dir] => read(Path::new(dir)),
        _ => Err("write DIR CUSTOMERS, or load DIR".into()),
    }
}
