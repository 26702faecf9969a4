//! Portfolios larger than the memory allowed: how much a run takes, and what it says when that will
//! not do.

#[path = "../../../../benches/spill/feed.rs"]
mod feed;

use arrow_array::{
    ArrayRef, Int64Array, RecordBatch, RecordBatchIterator, RecordBatchReader, StringArray,
};
use arrow_schema::{ArrowError, SchemaRef};
use feed::{AS_OF, Portfolio, checksum, peak};
use insurant::{CustomerRules, Date, Engine};
use insurant_batch::assess::{Options, Tables, assess};
use insurant_batch::portfolio::Failure;
use insurant_batch::spill::{Spill, Stream, Streamed, Streams, stream};
use insurant_rules::Problem;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

const MEASURES: [&str; 3] = ["loss_ratio(36m)", "placed_premium(12m)", "claim_free_years"];
/// Where the process that is measured spills.
const FOLDER: &str = "INSURANT_TEST_SPILL";
const LARGE: Portfolio = Portfolio::new(200_000);
/// What the run may take; with the process before it, and its batches, that is less than `MOST`.
const MEGABYTES: u64 = 40;
const MOST: u64 = 64;

fn with_rules<T>(work: impl FnOnce(&CustomerRules, &CustomerRules, Date) -> T) -> T {
    let engine = Engine::builtin().unwrap();
    let as_of = Date::from_days(AS_OF).unwrap();
    let rules = engine.rules_with("cn-property", as_of, &MEASURES).unwrap();
    let plain = engine.rules("cn-property", as_of).unwrap();
    work(&rules, plain, as_of)
}

fn run(streams: Streams, spill: &Spill<'_>) -> Result<Streamed, Failure> {
    with_rules(|rules, plain, as_of| {
        stream(rules, plain, as_of, streams, &Options::default(), spill)
    })
}

fn streams(portfolio: Portfolio, rows: u64) -> Streams {
    let [customers, policies, movements, claims, entries] = portfolio
        .tables(rows)
        .map(|table| -> Stream { Box::new(table) });
    Streams {
        customers,
        policies,
        movements: Some(movements),
        claims,
        entries: Some(entries),
    }
}

fn sum(batches: impl Iterator<Item = RecordBatch>) -> (u64, u64) {
    batches.fold((0, 0), |(rows, sum), batch| {
        let more = u64::try_from(batch.num_rows()).unwrap();
        (rows + more, sum.wrapping_add(checksum(&batch, rows)))
    })
}

#[test]
fn in_a_process_of_its_own() {
    let Some(dir) = std::env::var_os(FOLDER).map(PathBuf::from) else {
        return;
    };
    let spill = Spill::new(&dir, MEGABYTES << 20);
    let streamed = run(streams(LARGE, 8_192), &spill).unwrap();
    let (rows, sum) = sum(streamed.answers.map(Result::unwrap));
    let peak = peak().map_or_else(|| "unknown".to_owned(), |bytes| bytes.to_string());
    println!("\nanswers {rows} {sum} {peak}");
}

#[test]
fn two_hundred_thousand_customers_run_in_64_megabytes() {
    let dir = tempfile::tempdir().unwrap();
    let mut process = Command::new(std::env::current_exe().unwrap());
    process.args(["--exact", "large::in_a_process_of_its_own", "--nocapture"]);
    let ended = process.env(FOLDER, dir.path()).output().unwrap();
    let text = String::from_utf8_lossy(&ended.stdout);
    let answers = text.lines().find_map(|line| line.strip_prefix("answers "));
    let answers: Vec<&str> = answers.unwrap().split(' ').collect();

    let tables = LARGE.tables(65_536);
    let [customers, policies, movements, claims, entries] =
        tables.map(|table| table.map(Result::unwrap).collect::<Vec<RecordBatch>>());
    let tables = Tables {
        customers: &customers,
        policies: &policies,
        movements: &movements,
        claims: &claims,
        entries: &entries,
    };
    let assessed = with_rules(|rules, plain, as_of| {
        assess(rules, plain, as_of, &tables, &Options::default()).unwrap()
    });
    let (rows, sum) = sum(assessed.batches.into_iter());
    assert_eq!(answers[..2], [rows.to_string(), sum.to_string()]);
    assert_eq!(rows, LARGE.customers);
    // Only Linux tells how much memory a process had.
    if cfg!(target_os = "linux") {
        let peak: u64 = answers[2].parse().unwrap();
        assert!(peak <= MOST << 20, "{peak} bytes");
        // What is measured is the spilling: in memory the tables alone take as much.
        let tables = [&customers, &policies, &claims].into_iter().flatten();
        let size: usize = tables.map(RecordBatch::get_array_memory_size).sum();
        assert!(
            u64::try_from(size).unwrap() > peak / 2,
            "{size} bytes of tables"
        );
    }
    assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 0);
}

const SMALL: Portfolio = Portfolio::new(50);

fn problems(done: Result<Streamed, Failure>) -> Vec<Problem> {
    done.err().unwrap().problems.into_iter().collect()
}

fn codes(problems: &[Problem]) -> Vec<&str> {
    problems.iter().map(|p| p.code().as_str()).collect()
}

#[test]
fn too_little_memory_says_how_much_would_do() {
    let dir = tempfile::tempdir().unwrap();
    let told = problems(run(streams(SMALL, 10), &Spill::new(dir.path(), 20 << 20)));
    assert_eq!(codes(&told), ["memory_too_small"]);
    assert_eq!(told[0].found_text(), Some("20 MB"));
    assert_eq!(told[0].expected_text(), Some("at least 32 MB"));

    // All policies of one customer: they cannot be cut.
    let tables = Portfolio::new(20_000).tables(4_096);
    let [customers, policies, _, claims, _] = tables;
    let schema = policies.schema();
    let of_one = policies.map(|batch| {
        let batch = batch?;
        let mut columns = batch.columns().to_vec();
        columns[1] = Arc::new(Int64Array::from(vec![1_000_007; batch.num_rows()]));
        RecordBatch::try_new(batch.schema(), columns)
    });
    let streams = Streams {
        customers: Box::new(customers),
        policies: Box::new(RecordBatchIterator::new(of_one, schema)),
        movements: None,
        claims: Box::new(claims),
        entries: None,
    };
    let told = problems(run(streams, &Spill::new(dir.path(), 32 << 20)));
    assert_eq!(codes(&told), ["memory_too_small"]);
    let least = told[0].expected_text().unwrap();
    let least = least
        .strip_prefix("at least ")
        .and_then(|text| text.strip_suffix(" MB"));
    assert!(least.unwrap().parse::<u64>().unwrap() > 32);
    assert!(told[0].remedy_text().is_some());
    assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 0);
}

/// A stream that does something when so many batches were taken.
struct Trap<R, F>(R, u64, F);

impl<R: RecordBatchReader, F: FnMut() -> Result<(), ArrowError>> Iterator for Trap<R, F> {
    type Item = Result<RecordBatch, ArrowError>;

    fn next(&mut self) -> Option<Self::Item> {
        let batch = self.0.next()?;
        let now = self.1 == 1;
        self.1 = self.1.saturating_sub(1);
        match if now { (self.2)() } else { Ok(()) } {
            Ok(()) => Some(batch),
            Err(error) => Some(Err(error)),
        }
    }
}

impl<R: RecordBatchReader, F: FnMut() -> Result<(), ArrowError>> RecordBatchReader for Trap<R, F> {
    fn schema(&self) -> SchemaRef {
        self.0.schema()
    }
}

/// The folder of the only run there.
fn run_folder(dir: &Path) -> PathBuf {
    let mut folders = std::fs::read_dir(dir).unwrap();
    folders.next().unwrap().unwrap().path()
}

fn trapped(trap: impl FnMut() -> Result<(), ArrowError> + Send + 'static) -> Streams {
    let [customers, policies, movements, claims, entries] = SMALL.tables(10);
    Streams {
        customers: Box::new(customers),
        policies: Box::new(policies),
        movements: Some(Box::new(movements)),
        claims: Box::new(Trap(claims, 3, trap)),
        entries: Some(Box::new(entries)),
    }
}

#[test]
fn a_stream_that_breaks_off_leaves_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let broken = || Err(ArrowError::ComputeError("the line is down".into()));
    let told = problems(run(trapped(broken), &Spill::new(dir.path(), 64 << 20)));
    assert_eq!(codes(&told), ["arrow_stream"]);
    assert!(told[0].message().contains("the line is down"));
    assert_eq!(told[0].place().path, "claims");
    assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 0);
}

#[test]
fn what_cannot_be_removed_is_told_beside_what_failed() {
    let dir = tempfile::tempdir().unwrap();
    let inside = dir.path().to_path_buf();
    let broken = move || {
        std::fs::create_dir(run_folder(&inside).join("stays"))?;
        Err(ArrowError::ComputeError("the line is down".into()))
    };
    let told = problems(run(trapped(broken), &Spill::new(dir.path(), 64 << 20)));
    let codes = codes(&told);
    assert!(
        codes.contains(&"arrow_stream") && codes.contains(&"spill_failed"),
        "{told:?}"
    );
    let stays = run_folder(dir.path()).join("stays").display().to_string();
    assert!(
        told.iter()
            .any(|p| p.place().source.as_ref() == Some(&stays)),
        "{told:?}"
    );

    // The same at a good end: the answers are there, and then the error.
    let dir = tempfile::tempdir().unwrap();
    let inside = dir.path().to_path_buf();
    let stays = move || Ok(std::fs::create_dir(run_folder(&inside).join("stays"))?);
    let streamed = run(trapped(stays), &Spill::new(dir.path(), 64 << 20)).unwrap();
    let answers: Vec<_> = streamed.answers.collect();
    let (last, before) = answers.split_last().unwrap();
    assert!(before.iter().all(Result::is_ok) && before.len() == 5);
    assert!(
        last.as_ref()
            .unwrap_err()
            .to_string()
            .contains("spill_failed")
    );
}

#[test]
fn a_folder_that_is_not_there_or_goes_away_is_told() {
    let dir = tempfile::tempdir().unwrap();
    let nowhere = dir.path().join("nowhere");
    let told = problems(run(streams(SMALL, 10), &Spill::new(&nowhere, 64 << 20)));
    assert_eq!(codes(&told), ["spill_failed"]);
    assert!(told[0].remedy_text().is_some());

    let inside = dir.path().to_path_buf();
    let gone = move || Ok(std::fs::remove_dir_all(run_folder(&inside))?);
    let told = problems(run(trapped(gone), &Spill::new(dir.path(), 64 << 20)));
    assert!(codes(&told).contains(&"spill_failed"), "{told:?}");

    // Answers that are never taken leave nothing.
    drop(run(streams(SMALL, 10), &Spill::new(dir.path(), 64 << 20)).unwrap());
    assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 0);
    let streamed = run(streams(SMALL, 10), &Spill::new(dir.path(), 64 << 20)).unwrap();
    streamed.answers.close().unwrap();
    // Answers are a stream themselves, for another thread if need be.
    let answers: Stream = Box::new(
        run(streams(SMALL, 10), &Spill::new(dir.path(), 64 << 20))
            .unwrap()
            .answers,
    );
    assert_eq!(answers.count(), 5);
    assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 0);
}

#[test]
fn tables_are_refused_before_anything_is_read() {
    let dir = tempfile::tempdir().unwrap();
    let table = |name: &str| -> Stream {
        let column: ArrayRef = Arc::new(StringArray::from(vec!["x"]));
        let batch = RecordBatch::try_from_iter([(name, column)]).unwrap();
        let schema = batch.schema();
        Box::new(RecordBatchIterator::new([Ok(batch)], schema))
    };
    let good = streams(SMALL, 10);
    let bad = Streams {
        customers: table("customer"),
        claims: table("claim_id"),
        ..good
    };
    let told = problems(run(bad, &Spill::new(dir.path(), 64 << 20)));
    let paths: Vec<&str> = told.iter().map(|p| p.place().path.as_str()).collect();
    assert!(
        paths.contains(&"customers") && paths.contains(&"claims"),
        "{told:?}"
    );

    let [customers, policies, ..] = SMALL.tables(10);
    let schema = policies.schema();
    let other = policies.enumerate().map(|(number, batch)| {
        let batch = batch?;
        if number == 2 {
            batch.project(&[0, 1])
        } else {
            Ok(batch)
        }
    });
    let changed = Streams {
        customers: Box::new(customers),
        policies: Box::new(RecordBatchIterator::new(other, schema)),
        ..streams(SMALL, 10)
    };
    let told = problems(run(changed, &Spill::new(dir.path(), 64 << 20)));
    assert_eq!(codes(&told), ["schema_changed"]);
    assert_eq!(told[0].found_text(), Some("batch 2"));
    assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 0);
}
