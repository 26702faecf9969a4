//! `cargo xtask portfolio`: the data sets of real insurers in the layout of `insurant assess`.
//!
//! The data are not part of the project; `INSURANT_DATA` says where they are. What is written is
//! checked against the control totals that are published with them.

mod lgpif;
mod motor_fr;
pub(crate) mod tables;

use crate::run::Outcome;
use clap::{Args, ValueEnum};
use std::fmt::Display;
use std::path::{Path, PathBuf};

#[derive(Args)]
pub(crate) struct Arguments {
    /// Which data set
    set: Set,
    /// The directory to write to; made when it is not there
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Set {
    /// Wisconsin Local Government Property Insurance Fund, 2006-2010, US dollars
    Lgpif,
    /// French private motor portfolio, 2003-2004, euro
    MotorFr,
}

pub(crate) fn run(arguments: &Arguments) -> Outcome<()> {
    let data = std::env::var_os("INSURANT_DATA").ok_or(
        "`INSURANT_DATA` is not set: set it to the directory that holds `lgpif_property` and `motor_fr_2003_2004`",
    )?;
    let counts = write(arguments.set, Path::new(&data), &arguments.out)?;
    println!("{counts}");
    Ok(())
}

/// Writes a data set to a directory, and answers what was written.
fn write(set: Set, data: &Path, out: &Path) -> Outcome<String> {
    match set {
        Set::Lgpif => lgpif::write(&data.join("lgpif_property"), out),
        Set::MotorFr => motor_fr::write(&data.join("motor_fr_2003_2004"), out),
    }
}

/// Compares a figure with the one that was published.
pub(crate) fn control<T: PartialEq + Display>(what: &str, found: T, published: T) -> Outcome<()> {
    if found == published {
        Ok(())
    } else {
        Err(format!("{what}: found {found}, published {published}; the data are not those the project was made with").into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use arrow_array::cast::AsArray as _;
    use arrow_array::types::{Int8Type, UInt64Type};
    use arrow_array::{ArrayRef, RecordBatch, StringArray};
    use insurant::facts::CustomerView as _;
    use insurant::{Currency, LineCodes};
    use insurant_batch::assess::{self, Tables};
    use insurant_batch::portfolio::{Codes, OnError, Options, Portfolio, load};
    use std::io::Write as _;
    use std::sync::Arc;

    struct Lines(LineCodes);

    impl Codes for Lines {
        fn line(&mut self, line: &str) -> u32 {
            self.0.code(line)
        }
        fn text(&mut self, _: usize, _: &str) -> i64 {
            -1
        }
    }

    /// Writes a data set and reads it back; `None` where there are no data.
    fn portfolio(set: Set, currency: &str) -> Option<Portfolio> {
        let Some(data) = std::env::var_os("INSURANT_DATA") else {
            assert!(std::env::var_os("CI").is_none(), "CI needs INSURANT_DATA");
            // Past the capture of the runner, which prints nothing of a test that passes.
            let line = format!("skipped: portfolio {set:?}: INSURANT_DATA is not set\n");
            std::io::stdout().write_all(line.as_bytes()).unwrap();
            return None;
        };
        let out = tempfile::tempdir().unwrap();
        write(set, Path::new(&data), out.path()).unwrap();
        let options = Options {
            currency: Currency::parse(currency).unwrap(),
            as_of: None,
            valued_on: None,
            inputs: &[],
            on_error: OnError::Fail,
        };
        let (portfolio, report) = load(
            out.path(),
            &options,
            &mut Lines(LineCodes::default()),
            &mut |_, _, _| {},
        )
        .unwrap();
        assert!(report.warnings.is_empty());
        Some(portfolio)
    }

    /// A table of text as one batch of columns.
    fn columns(dir: &Path, table: &str) -> Vec<RecordBatch> {
        let path = dir.join(format!("{table}.csv"));
        let mut reader = csv::Reader::from_path(path).unwrap();
        let names: Vec<String> = reader
            .headers()
            .unwrap()
            .iter()
            .map(str::to_owned)
            .collect();
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        let column = |at: usize| {
            let cells = rows
                .iter()
                .map(|row| row.get(at).filter(|cell| !cell.is_empty()));
            Arc::new(StringArray::from_iter(cells)) as ArrayRef
        };
        let columns = names
            .iter()
            .enumerate()
            .map(|(at, name)| (name, column(at), true));
        vec![RecordBatch::try_from_iter_with_nullable(columns).unwrap()]
    }

    /// Every customer of a real portfolio has the same category and standing by columns and by files.
    fn columns_answer_as_files(set: Set, rulebook: &str, as_of: &str) {
        let Some(data) = std::env::var_os("INSURANT_DATA") else {
            assert!(std::env::var_os("CI").is_none(), "CI needs INSURANT_DATA");
            return;
        };
        let out = tempfile::tempdir().unwrap();
        write(set, Path::new(&data), out.path()).unwrap();
        let engine = insurant::Engine::builtin().unwrap();
        let as_of = insurant::Date::parse(as_of).unwrap();
        let rules = engine.rules(rulebook, as_of).unwrap();
        let [customers, policies, claims] =
            ["customers", "policies", "claims"].map(|table| columns(out.path(), table));
        let tables = Tables {
            customers: &customers,
            policies: &policies,
            claims: &claims,
            ..Tables::default()
        };
        let options = assess::Options {
            threads: 2,
            ..assess::Options::default()
        };
        let assessed = assess::assess(rules, rules, as_of, &tables, &options).unwrap();
        let options = Options {
            currency: rules.currency(),
            as_of: Some(as_of),
            valued_on: None,
            inputs: &[],
            on_error: OnError::Fail,
        };
        let mut lines = Lines(rules.lines());
        let (portfolio, _) = load(out.path(), &options, &mut lines, &mut |_, _, _| {}).unwrap();
        let (dated, mut scratch) = (rules.on(as_of), insurant::Scratch::new());
        let batch = assessed.batches.first().unwrap();
        assert_eq!(batch.num_rows(), portfolio.len());
        let keys = |name| {
            let column = batch.column_by_name(name).unwrap();
            column.as_dictionary::<Int8Type>().keys().clone()
        };
        let (categories, standings) = (keys("category"), keys("standing"));
        let alerts = batch.column_by_name("alerts").unwrap();
        let alerts = alerts.as_primitive::<UInt64Type>();
        for (row, customer) in portfolio.customers().enumerate() {
            let verdict = dated.assess(&customer, &mut scratch);
            let place = |position: Option<i64>| position.unwrap_or(-1);
            let category = place(verdict.category.map(|c| c.position()));
            let standing = place(verdict.standing.map(|s| s.position()));
            assert_eq!(
                i64::from(categories.value(row)),
                category,
                "{}",
                customer.id()
            );
            assert_eq!(
                i64::from(standings.value(row)),
                standing,
                "{}",
                customer.id()
            );
            assert_eq!(
                alerts.value(row),
                verdict.alerts.bits(),
                "{}",
                customer.id()
            );
        }
    }

    #[test]
    fn lgpif_answers_the_same_by_columns() {
        columns_answer_as_files(Set::Lgpif, "example-property-usd", "2010-12-31");
    }

    #[test]
    fn motor_fr_answers_the_same_by_columns() {
        columns_answer_as_files(Set::MotorFr, "example-motor-eur", "2004-12-31");
    }

    fn totals(portfolio: &Portfolio) -> (i64, i64, usize) {
        let (mut premium, mut paid, mut without_policy) = (0, 0, 0);
        for customer in portfolio.customers() {
            premium += customer
                .policies()
                .map(|p| p.terms().written_premium)
                .sum::<i64>();
            paid += customer.claims().map(|c| c.terms().paid).sum::<i64>();
            without_policy += customer
                .claims()
                .filter(|c| c.terms().policy.is_none())
                .count();
        }
        (premium, paid, without_policy)
    }

    #[test]
    fn lgpif_arrives_whole() {
        let Some(portfolio) = portfolio(Set::Lgpif, "USD") else {
            return;
        };
        assert_eq!(
            (
                portfolio.len(),
                portfolio.policy_count(),
                portfolio.claim_count()
            ),
            (636, 2914, 2164)
        );
        assert_eq!(totals(&portfolio), (4_193_928_000, 3_004_875_821, 0));
    }

    #[test]
    fn motor_fr_arrives_whole() {
        let Some(portfolio) = portfolio(Set::MotorFr, "EUR") else {
            return;
        };
        assert_eq!(
            (
                portfolio.len(),
                portfolio.policy_count(),
                portfolio.claim_count()
            ),
            (8636, 26_233, 4621)
        );
        assert_eq!(totals(&portfolio), (1_126_446_620, 639_269_100, 673));
    }

    #[test]
    fn another_data_set_is_refused() {
        let data = tempfile::tempdir().unwrap();
        let out = tempfile::tempdir().unwrap();
        let error = write(Set::Lgpif, data.path(), out.path()).unwrap_err();
        assert!(
            error.to_string().contains("PropertyFundInsample.csv"),
            "{error}"
        );
        assert!(control("premium", 1, 2).is_err());
    }
}
