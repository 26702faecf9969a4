//! From the tables of a directory to a portfolio.

mod claims;
mod customers;
mod entries;
mod fields;
mod movements;
mod policies;

use super::Portfolio;
use super::input::Input;
use super::report::{Failure, Fault, Findings, Report, Sources, Which};
use crate::code;
use crate::table::{Row, Spec, Step, Table, find, missing};
pub(super) use claims::ClaimBook;
pub(super) use customers::People;
pub(super) use entries::EntryBook;
pub(super) use policies::PolicyBook;

use claims::Claims;
use customers::Customers;
use entries::Entries;
use insurant::{Currency, Date};
use insurant_rules::{Problem, Problems};
use movements::Movements;
use policies::Policies;
use std::path::Path;

/// What becomes of a row with a fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum OnError {
    /// Nothing is read; every row is checked, and the problems are reported.
    #[default]
    Fail,
    /// The row is left out and its customer is undecided.
    Reject,
}

/// How to read a portfolio.
#[derive(Debug, Clone, Copy)]
pub struct Options<'a> {
    /// The rulebook's currency: that of every amount.
    pub currency: Currency,
    /// The day of the decision, for warnings.
    pub as_of: Option<Date>,
    /// When the facts were taken, for customers whose row does not say.
    pub valued_on: Option<Date>,
    /// The inputs that the rulebook declares, in its order: columns that `customers` may have.
    pub inputs: &'a [Input],
    /// What becomes of a row with a fault.
    pub on_error: OnError,
}

/// The numbers that a rulebook gives to words.
pub trait Codes {
    /// The code of a line of business; asked once for each line.
    fn line(&mut self, line: &str) -> u32;
    /// The position of a text among the program's texts, -1 for any other; `input` is the position
    /// of the input among those declared.
    fn text(&mut self, input: usize, text: &str) -> i64;
}

/// Called now and then with a file's name, what was read of it, and its size.
pub type Progress<'a> = dyn FnMut(&str, u64, u64) + 'a;

/// Reads the rows of one table.
trait Reader {
    fn spec() -> &'static Spec;
    const WHICH: Which;

    /// Reads a row. Faults that it adds, or finds there already, make the row rejected; the answer
    /// says whether a customer was blamed for it.
    fn row(
        &mut self,
        row: &Row<'_>,
        number: u64,
        faults: &mut Vec<Fault>,
        findings: &mut Findings,
    ) -> bool;

    /// So many rows are to come, more or less.
    fn reserve(&mut self, _rows: usize) {}
}

/// Reads a directory of tables.
///
/// # Errors
/// What is wrong with the files; with [`OnError::Fail`], what is wrong with any row.
pub fn load(
    dir: &Path,
    options: &Options<'_>,
    codes: &mut dyn Codes,
    progress: &mut Progress<'_>,
) -> Result<(Portfolio, Report), Failure> {
    let names: Vec<&str> = options.inputs.iter().map(|i| i.name.as_str()).collect();
    let mut opening = Opening {
        dir,
        problems: Problems::new(),
        sources: Sources::new(),
    };
    let customers_table = opening.open::<Customers>(&names, true);
    let policies_table = opening.open::<Policies>(&[], true);
    let movements_table = opening.open::<Movements>(&[], false);
    let claims_table = opening.open::<Claims>(&[], true);
    let entries_table = opening.open::<Entries>(&[], false);
    let Opening {
        problems, sources, ..
    } = opening;
    problems.or(())?;
    read(
        Opened {
            customers: customers_table,
            policies: policies_table,
            movements: movements_table,
            claims: claims_table,
            entries: entries_table,
            sources,
        },
        options,
        codes,
        progress,
        Findings::new(options.on_error == OnError::Reject),
    )
}

/// The columns of a table.
pub(crate) fn spec(which: Which) -> &'static Spec {
    match which {
        Which::Customers => Customers::spec(),
        Which::Policies => Policies::spec(),
        Which::Movements => Movements::spec(),
        Which::Claims => Claims::spec(),
        Which::Entries => Entries::spec(),
    }
}

/// The tables of a portfolio, open.
pub(crate) struct Opened {
    pub(crate) customers: Option<Table>,
    pub(crate) policies: Option<Table>,
    pub(crate) movements: Option<Table>,
    pub(crate) claims: Option<Table>,
    pub(crate) entries: Option<Table>,
    /// The files, for tables that stand in some.
    pub(crate) sources: Sources,
}

/// Reads the rows of open tables, to what was found before.
///
/// # Errors
/// As [`load`].
pub(crate) fn read(
    tables: Opened,
    options: &Options<'_>,
    codes: &mut dyn Codes,
    progress: &mut Progress<'_>,
    findings: Findings,
) -> Result<(Portfolio, Report), Failure> {
    let Opened {
        customers: customers_table,
        policies: policies_table,
        movements: movements_table,
        claims: claims_table,
        entries: entries_table,
        sources,
    } = tables;
    let mut run = Run {
        findings,
        progress,
        broken: false,
    };

    let mut reader = Customers::new(options, codes, customers_table.as_ref());
    run.read(customers_table, &mut reader);
    let mut people = reader.done(&mut run.findings);
    let mut reader = Movements::new(options.currency);
    run.read(movements_table, &mut reader);
    let endorsements = reader.done();
    let mut reader = Policies::new(options.currency, codes, &mut people, endorsements)?;
    run.read(policies_table, &mut reader);
    let (mut policies, index) = reader.done(&mut run.findings);
    let mut reader = Claims::new(options, &mut people, &policies, &index)?;
    run.read(claims_table, &mut reader);
    let claims = reader.done();
    policies.ids = index.into_ids();
    let mut reader = Entries::new(&mut people);
    run.read(entries_table, &mut reader);
    let entries = reader.done();

    if run.broken || (options.on_error == OnError::Fail && !run.findings.is_clean()) {
        return Err(run.findings.into_failure(&sources));
    }
    let report = run.findings.into_report(sources);
    let portfolio = Portfolio {
        currency: options.currency,
        people,
        policies,
        claims,
        entries,
    };
    Ok((portfolio, report))
}

/// Opens tables, and gathers what is wrong with any of them.
struct Opening<'d> {
    dir: &'d Path,
    problems: Problems,
    sources: Sources,
}

impl Opening<'_> {
    fn open<R: Reader>(&mut self, extra: &[&str], required: bool) -> Option<Table> {
        let source = match find(self.dir, R::spec().table) {
            Ok(Some(source)) => source,
            Ok(None) => {
                if required {
                    self.problems.push(missing(self.dir, R::spec().table));
                }
                return None;
            }
            Err(problem) => {
                self.problems.push(problem);
                return None;
            }
        };
        match Table::open(source.clone(), R::spec(), extra) {
            Ok(table) => {
                self.sources.insert(R::WHICH, source);
                Some(table)
            }
            Err(problems) => {
                self.problems.extend(problems);
                None
            }
        }
    }
}

/// The reading of all tables.
struct Run<'p, 'q> {
    findings: Findings,
    progress: &'p mut Progress<'q>,
    /// A file could not be read to its end.
    broken: bool,
}

/// Rows between two calls of the progress callback.
const STEP: u64 = 1 << 16;
/// After so many rows the number of all is estimated.
const SAMPLE: u64 = 1 << 14;

impl Run<'_, '_> {
    fn read<R: Reader>(&mut self, table: Option<Table>, reader: &mut R) {
        // After a file that broke off, rows of other files would be blamed for what it lacks.
        let Some(mut table) = table.filter(|_| !self.broken) else {
            return;
        };
        let mut faults = Vec::new();
        loop {
            let number = table.upcoming();
            let attributed = match table.next_row() {
                Ok(Step::End) => break,
                Ok(Step::Bad(problem, column)) => {
                    faults.push(Fault::file(column, problem));
                    false
                }
                Ok(Step::Row(row)) => {
                    if let Some((problem, column)) = row.fault() {
                        faults.push(Fault::file(*column, problem.clone()));
                    }
                    reader.row(&row, number, &mut faults, &mut self.findings)
                }
                Err(problem) => {
                    self.findings.broken(R::WHICH, number - 1, problem);
                    self.broken = true;
                    break;
                }
            };
            if !faults.is_empty() {
                self.findings
                    .reject(R::WHICH, &table, number, &mut faults, attributed);
            }
            let count = table.row_count();
            if count == SAMPLE {
                reader.reserve(remaining(&table));
            }
            if count.is_multiple_of(STEP) {
                let (done, total) = table.progress();
                (self.progress)(table.name(), done, total);
            }
        }
        let (_, total) = table.progress();
        (self.progress)(table.name(), total, total);
        self.findings.counts.set(R::WHICH, table.row_count());
    }
}

/// How many rows are to come, by what was read so far.
fn remaining(table: &Table) -> usize {
    let (done, total) = table.progress();
    let rows = u128::from(table.row_count());
    let all = rows * u128::from(total) / u128::from(done.max(1));
    usize::try_from(all.saturating_sub(rows))
        .unwrap_or(0)
        .min(1 << 28)
}

/// What to say when there is no number left.
fn full() -> Box<Problem> {
    Box::new(
        Problem::new(code::TOO_MANY_ROWS, "the table has too many rows")
            .expected("fewer than 4,294,967,295")
            .remedy("assess the portfolio in parts"),
    )
}
