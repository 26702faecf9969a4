//! What reading a portfolio found wrong, and where.

use super::numbers::Numbers;
use crate::code;
use crate::table::{Source, Table, images};
use crate::whole::WholeFile;
use insurant_rules::{Code, Place, Problem, Problems};
use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;
use std::sync::Arc;

/// How many problems a failure lists.
const LISTED: usize = 100;

/// The tables, in the order of their problems.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Which {
    Customers,
    Policies,
    Movements,
    Claims,
    Entries,
}

/// The files of a portfolio.
pub(crate) type Sources = BTreeMap<Which, Source>;

/// Why a portfolio was not read.
#[derive(Debug, Clone)]
pub struct Failure {
    /// The first problems, with their places.
    pub problems: Problems,
    /// How many more there are.
    pub more: u64,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.problems.fmt(f)?;
        if self.more > 0 {
            write!(f, "\nand {} more", self.more)?;
        }
        Ok(())
    }
}

impl std::error::Error for Failure {}

impl From<Problems> for Failure {
    fn from(problems: Problems) -> Self {
        Self { problems, more: 0 }
    }
}

/// How many rows each table has, rejected ones included.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Rows of `customers`.
    pub customers: u64,
    /// Rows of `policies`.
    pub policies: u64,
    /// Rows of `movements`.
    pub movements: u64,
    /// Rows of `claims`.
    pub claims: u64,
    /// Rows of `entries`.
    pub entries: u64,
    /// Claims on a policy whose row was rejected: nothing is wrong with them, but they are not in
    /// the portfolio; their customer is undecided.
    pub claims_set_aside: u64,
}

impl Counts {
    pub(crate) fn set(&mut self, which: Which, rows: u64) {
        *match which {
            Which::Customers => &mut self.customers,
            Which::Policies => &mut self.policies,
            Which::Movements => &mut self.movements,
            Which::Claims => &mut self.claims,
            Which::Entries => &mut self.entries,
        } = rows;
    }
}

/// Something that may be meant so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// Its stable code.
    pub code: Code,
    /// What it is.
    pub message: &'static str,
    /// In how many rows.
    pub count: u64,
    /// The first of them.
    pub first: Place,
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rows = if self.count == 1 { "row" } else { "rows" };
        write!(f, "{} [{}], {} {rows}", self.message, self.code, self.count)?;
        if let Some(source) = &self.first.source {
            write!(f, ", first {source}:{}", self.first.line)?;
        }
        Ok(())
    }
}

/// What was read, and what was left out.
#[derive(Debug)]
pub struct Report {
    /// The rows of the tables.
    pub counts: Counts,
    /// How many rows were rejected.
    pub rejected: u64,
    /// How many of them no customer could be blamed for: the portfolio as a whole is not certain.
    pub unattributed: u64,
    /// What may be meant so.
    pub warnings: Vec<Warning>,
    /// The rejected rows.
    pub rejects: Rejects,
}

impl Report {
    /// Nothing read, nothing wrong.
    pub(crate) fn empty() -> Self {
        Findings::new(true).into_report(Sources::new())
    }

    /// Takes over what was found in another part of the portfolio; the rows of the tables stay.
    pub(crate) fn absorb(&mut self, part: Self) {
        self.counts.claims_set_aside += part.counts.claims_set_aside;
        self.rejected += part.rejected;
        self.unattributed += part.unattributed;
        self.rejects.findings.extend(part.rejects.findings);
        for warning in part.warnings {
            match self.warnings.iter_mut().find(|w| w.code == warning.code) {
                Some(known) => known.count += warning.count,
                None => self.warnings.push(warning),
            }
        }
    }

    /// Leaves the first problems, and answers how many others there were.
    pub(crate) fn shorten(&mut self) -> u64 {
        shorten(&mut self.rejects.findings)
    }

    /// Puts in order what parts told.
    pub(crate) fn sort(&mut self) {
        sort(&mut self.rejects.findings);
        self.warnings.sort_by_key(|warning| warning.code);
    }

    /// The failure that the rejected rows are; there were more of their problems.
    pub(crate) fn into_failure(self, more: u64) -> Failure {
        let mut problems = Problems::new();
        for problem in self.rejects.problems() {
            problems.push(problem);
        }
        Failure { problems, more }
    }
}

/// Something wrong in a row.
#[derive(Debug, Clone)]
struct Finding {
    table: Which,
    row: u64,
    /// The column of the file, from 0.
    column: Option<usize>,
    problem: Problem,
}

/// The rejected rows of a portfolio.
#[derive(Debug, Default)]
pub struct Rejects {
    sources: Sources,
    findings: Vec<Finding>,
}

/// A fault in the row at hand.
pub(crate) struct Fault {
    pub(crate) at: At,
    pub(crate) problem: Box<Problem>,
}

impl Fault {
    pub(crate) fn file(column: usize, problem: Box<Problem>) -> Self {
        Self {
            at: At::File(column),
            problem,
        }
    }
}

/// Where in the row.
pub(crate) enum At {
    /// A column of the specification.
    Column(usize),
    /// A column of the file.
    File(usize),
    /// The row as a whole.
    Row,
}

struct Warned {
    message: &'static str,
    count: u64,
    first: (Which, u64),
}

/// Everything found so far.
pub(crate) struct Findings {
    keep_all: bool,
    findings: Vec<Finding>,
    /// Problems that were not kept.
    more: u64,
    pub(crate) rejected: u64,
    pub(crate) unattributed: u64,
    warnings: BTreeMap<Code, Warned>,
    pub(crate) counts: Counts,
    /// Which rows of the whole the rows at hand are, when they are a part.
    numbers: Option<Arc<Numbers>>,
}

impl Findings {
    pub(crate) fn new(keep_all: bool) -> Self {
        Self {
            keep_all,
            findings: Vec::new(),
            more: 0,
            rejected: 0,
            unattributed: 0,
            warnings: BTreeMap::new(),
            counts: Counts::default(),
            numbers: None,
        }
    }

    /// From now on rows are those of a part: what stands in it for rows of other parts is told by
    /// those, and the rest by its number in the whole.
    pub(crate) fn numbered(self, numbers: Option<Arc<Numbers>>) -> Self {
        Self { numbers, ..self }
    }

    fn push(&mut self, finding: Finding) {
        self.findings.push(finding);
        if !self.keep_all && self.findings.len() >= 2 * LISTED {
            self.more += shorten(&mut self.findings);
        }
    }

    /// The row of the whole that a row with a fault is; `None` when another part tells it.
    fn told(&self, which: Which, row: u64) -> Option<u64> {
        match &self.numbers {
            Some(numbers) => numbers.told(which, row),
            None => Some(row),
        }
    }

    /// Rejects the row at hand with its faults.
    #[cold]
    pub(crate) fn reject(
        &mut self,
        which: Which,
        table: &Table,
        row: u64,
        faults: &mut Vec<Fault>,
        attributed: bool,
    ) {
        let Some(row) = self.told(which, row) else {
            faults.clear();
            return;
        };
        self.rejected += 1;
        self.unattributed += u64::from(!attributed);
        for fault in faults.drain(..) {
            let column = match fault.at {
                At::Column(column) => table.position(column),
                At::File(column) => Some(column),
                At::Row => None,
            };
            self.push(Finding {
                table: which,
                row,
                column,
                problem: *fault.problem,
            });
        }
    }

    /// Rejects another row, as a whole.
    #[cold]
    pub(crate) fn reject_other(
        &mut self,
        which: Which,
        row: u64,
        problem: Problem,
        attributed: bool,
    ) {
        let Some(row) = self.told(which, row) else {
            return;
        };
        self.rejected += 1;
        self.unattributed += u64::from(!attributed);
        self.push(Finding {
            table: which,
            row,
            column: None,
            problem,
        });
    }

    /// A file that could be read no further than a row.
    pub(crate) fn broken(&mut self, table: Which, row: u64, problem: Problem) {
        self.push(Finding {
            table,
            row,
            column: None,
            problem,
        });
    }

    #[cold]
    pub(crate) fn warn(&mut self, which: Which, row: u64, code: Code, message: &'static str) {
        let row = match &self.numbers {
            Some(numbers) => numbers.warned(which, row),
            None => Some(row),
        };
        let Some(row) = row else {
            return;
        };
        let warned = self.warnings.entry(code).or_insert(Warned {
            message,
            count: 0,
            first: (which, row),
        });
        warned.first = warned.first.min((which, row));
        warned.count += 1;
    }

    pub(crate) fn is_clean(&self) -> bool {
        self.findings.is_empty()
    }

    pub(crate) fn into_failure(mut self, sources: &Sources) -> Failure {
        self.more += shorten(&mut self.findings);
        let mut places: BTreeMap<(Which, u64), Vec<(u32, u32)>> = BTreeMap::new();
        for (which, source) in sources {
            let rows = rows_of(&self.findings, *which);
            // What cannot be read again is reported with its row only.
            let _: Result<(), Problems> = images(source, &rows, |image| {
                let cells = (0..=image.cells.len()).map(|c| image.place(c)).collect();
                places.insert((*which, image.row), cells);
                Ok(())
            });
        }
        let mut problems = Problems::new();
        for finding in self.findings {
            let cells = places.get(&(finding.table, finding.row));
            let at = cells.and_then(|cells| {
                let column = finding
                    .column
                    .unwrap_or(0)
                    .min(cells.len().saturating_sub(1));
                cells.get(column)
            });
            let (line, column) = at.copied().unwrap_or_default();
            let source = sources.get(&finding.table);
            let path = &finding.problem.place().path;
            let place = Place {
                source: source.map(|s| s.name().to_owned()),
                line,
                column,
                path: match source {
                    Some(_) => path.clone(),
                    None => in_memory(finding.table, finding.row, path),
                },
            };
            problems.push(finding.problem.at(place));
        }
        Failure {
            problems,
            more: self.more,
        }
    }

    pub(crate) fn into_report(mut self, sources: Sources) -> Report {
        sort(&mut self.findings);
        let warnings = self.warnings.iter().map(|(code, warned)| {
            let (which, row) = warned.first;
            let mut line = 0;
            if let Some(source) = sources.get(&which) {
                let _: Result<(), Problems> = images(source, &[row], |image| {
                    line = image.place(0).0;
                    Ok(())
                });
            }
            Warning {
                code: *code,
                message: warned.message,
                count: warned.count,
                first: Place {
                    source: sources.get(&which).map(|s| s.name().to_owned()),
                    line,
                    ..Place::default()
                },
            }
        });
        Report {
            counts: self.counts,
            rejected: self.rejected,
            unattributed: self.unattributed,
            warnings: warnings.collect(),
            rejects: Rejects {
                findings: self.findings,
                sources,
            },
        }
    }
}

/// Where a fault is in a table of columns: table, row from 0, column.
fn in_memory(table: Which, row: u64, column: &str) -> String {
    let name = super::spec(table).table;
    let row = row.saturating_sub(1);
    if column.is_empty() {
        format!("{name}[{row}]")
    } else {
        format!("{name}[{row}].{column}")
    }
}

/// Leaves the first problems, and answers how many others there were.
fn shorten(findings: &mut Vec<Finding>) -> u64 {
    sort(findings);
    let more = findings.len().saturating_sub(LISTED);
    findings.truncate(LISTED);
    u64::try_from(more).unwrap_or(u64::MAX)
}

fn sort(findings: &mut [Finding]) {
    findings.sort_by_key(|f| (f.table, f.row, f.column));
}

fn rows_of(findings: &[Finding], which: Which) -> Vec<u64> {
    let mut rows: Vec<u64> = findings
        .iter()
        .filter(|f| f.table == which)
        .map(|f| f.row)
        .collect();
    rows.dedup();
    rows
}

impl Rejects {
    /// Whether no row was rejected.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.findings.is_empty()
    }

    /// What is wrong with the rejected rows of columns in memory, each placed by table, row (from 0)
    /// and column, such as `policies[3].end`; in the order of the tables.
    pub fn problems(&self) -> impl Iterator<Item = Problem> + '_ {
        self.findings.iter().map(|finding| {
            let path = &finding.problem.place().path;
            let place = Place {
                path: in_memory(finding.table, finding.row, path),
                ..Place::default()
            };
            finding.problem.clone().at(place)
        })
    }

    /// Writes the rejected rows as CSV: `file`, `line`, `column`, `code`, `reason`, then the cells of
    /// the row as they were (`cell_1` and on). A row with several faults is there once, with the code
    /// of the first and all reasons. The file appears whole or not at all.
    ///
    /// # Errors
    /// A file that cannot be written, or a table that cannot be read again.
    pub fn write(&self, path: &Path) -> Result<(), Problems> {
        let unwritable = |e: &dyn fmt::Display| {
            Problems::from(
                Problem::new(
                    code::UNWRITABLE_FILE,
                    format!("the file cannot be written: {e}"),
                )
                .in_source(path.display().to_string())
                .remedy("name a file in a directory that exists and that you may write to"),
            )
        };
        let file = WholeFile::begin(path).map_err(|e| unwritable(&e))?;
        let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(file);
        let mut width = 0;
        self.each(|_, image, _| {
            width = width.max(image.cells.len());
            Ok(())
        })?;
        let head = ["file", "line", "column", "code", "reason"].map(str::to_owned);
        let cells = (1..=width).map(|i| format!("cell_{i}"));
        writer
            .write_record(head.into_iter().chain(cells))
            .map_err(|e| unwritable(&e))?;
        self.each(|source, image, findings| {
            let Some(first) = findings.first() else {
                return Ok(());
            };
            let (line, column) = image.place(first.column.unwrap_or(0));
            let reasons: Vec<String> = findings.iter().map(|f| reason(&f.problem)).collect();
            let mut cells = vec![
                source.name().to_owned(),
                line.to_string(),
                column.to_string(),
                first.problem.code().to_string(),
                reasons.join(" | "),
            ];
            cells.extend(image.cells);
            cells.resize(width + 5, String::new());
            writer.write_record(cells).map_err(|e| unwritable(&e))
        })?;
        let file = writer.into_inner().map_err(|e| unwritable(&e.error()))?;
        file.finish().map_err(|e| unwritable(&e))
    }

    /// Every rejected row as it stands in its file, with what is wrong with it.
    fn each(
        &self,
        mut see: impl FnMut(&Source, crate::table::Image, &[Finding]) -> Result<(), Problems>,
    ) -> Result<(), Problems> {
        for (which, source) in &self.sources {
            let rows = rows_of(&self.findings, *which);
            images(source, &rows, |image| {
                let from = self
                    .findings
                    .partition_point(|f| (f.table, f.row) < (*which, image.row));
                let to = self
                    .findings
                    .partition_point(|f| (f.table, f.row) <= (*which, image.row));
                see(
                    source,
                    image,
                    self.findings.get(from..to).unwrap_or_default(),
                )
            })?;
        }
        Ok(())
    }
}

/// A problem without its code and place, which have columns of their own.
fn reason(problem: &Problem) -> String {
    let mut text = problem.message().to_owned();
    let parts = [
        ("found", problem.found_text()),
        ("expected", problem.expected_text()),
        ("did you mean", problem.nearest_text()),
    ];
    if !problem.place().path.is_empty() {
        text = format!("{}: {text}", problem.place().path);
    }
    for (label, part) in parts {
        if let Some(part) = part {
            text.push_str(&format!("; {label} {part}"));
        }
    }
    if let Some(remedy) = problem.remedy_text() {
        text.push_str("; ");
        text.push_str(remedy);
    }
    text
}
