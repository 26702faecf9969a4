//! A table of managers' files while it is read, and where in it a problem lies.

use crate::code;
use crate::command::mentions::{mentioned, retold};
use crate::command::stop::Stop;
use crate::table::{Cell, Faulty, Row, Source, Spec, Step, Table, find, images, missing};
use insurant::Date;
use insurant_rules::{Place, Problem, Problems};
use std::collections::BTreeMap;
use std::path::Path;

/// A problem of a row, and the column where it lies.
struct Fault {
    row: u64,
    column: String,
    problem: Problem,
    /// Rows that its words name, with the words.
    mentions: Vec<(String, u64)>,
}

impl Fault {
    /// The problem, with the lines of the rows that its words name.
    fn in_lines(&self, lines: &BTreeMap<u64, u32>) -> Problem {
        retold(&self.problem, |text| {
            let mentions = self.mentions.iter();
            mentions.fold(text.to_owned(), |text, (words, row)| match lines.get(row) {
                Some(line) => text.replace(words, &format!("line {line}")),
                None => text,
            })
        })
    }
}

/// The columns of a table: those it always may have, then those that a rulebook adds.
struct Columns {
    spec: &'static Spec,
    extra: Vec<String>,
}

impl Columns {
    fn position(&self, name: &str) -> Option<usize> {
        let fixed = self.spec.columns.iter().map(|column| column.name);
        let mut all = fixed.chain(self.extra.iter().map(String::as_str));
        all.position(|column| column == name)
    }

    fn open(&self, source: &Source) -> Result<Table, Problems> {
        let extra: Vec<&str> = self.extra.iter().map(String::as_str).collect();
        Table::open(source.clone(), self.spec, &extra)
    }
}

/// A table while it is read.
pub(super) struct File {
    columns: Columns,
    source: Option<Source>,
    faults: Vec<Fault>,
}

/// A row, and what is wrong with it.
pub(super) struct Fields<'r> {
    row: &'r Row<'r>,
    columns: &'r Columns,
    number: u64,
    faults: Vec<Fault>,
}

impl<'r> Fields<'r> {
    pub(super) fn optional<T>(
        &mut self,
        name: &str,
        parse: fn(Cell<'r>) -> Faulty<T>,
    ) -> Option<T> {
        self.parsed(name, parse)
    }

    /// A value that may be missing.
    pub(super) fn parsed<T>(
        &mut self,
        name: &str,
        parse: impl Fn(Cell<'r>) -> Faulty<T>,
    ) -> Option<T> {
        let at = self.columns.position(name)?;
        match parse(self.row.cell(at)) {
            Ok(value) => value,
            Err(problem) => {
                self.wrong(name, *problem);
                None
            }
        }
    }

    pub(super) fn required<T>(
        &mut self,
        name: &str,
        parse: impl Fn(Cell<'r>) -> Faulty<T>,
    ) -> Option<T> {
        let faults = self.faults.len();
        let value = self.parsed(name, parse);
        if value.is_none() && self.faults.len() == faults {
            let problem = Problem::new(code::MISSING_FIELD, "a value is missing")
                .expected(format!("a `{name}` in this row"));
            self.wrong(name, problem);
        }
        value
    }

    /// A value as it is written; nothing for a blank, or for `unknown`.
    pub(super) fn shown(&mut self, name: &str) -> Option<String> {
        let at = self.columns.position(name)?;
        match self.row.cell(at) {
            Cell::Missing | Cell::Text("unknown") => None,
            Cell::Text(text) if text.trim_ascii().is_empty() => None,
            cell => Some(cell.to_string()),
        }
    }

    pub(super) fn id(&mut self, name: &str) -> Option<String> {
        let id = self.required(name, Cell::id)?;
        Some(id.as_str().to_owned())
    }

    pub(super) fn text(&mut self, name: &str) -> Option<String> {
        let text = self.optional(name, Cell::text)?;
        Some(text.as_str().to_owned())
    }

    pub(super) fn date(&mut self, name: &str) -> Option<Date> {
        self.required(name, Cell::date)
    }

    pub(super) fn wrong(&mut self, column: &str, problem: Problem) {
        self.faults.push(Fault {
            row: self.number,
            column: column.to_owned(),
            problem,
            mentions: Vec::new(),
        });
    }
}

impl File {
    /// Reads every row of a table in a directory; those with faults are left out.
    pub(super) fn read(
        dir: &Path,
        spec: &'static Spec,
        needed: bool,
        take: impl FnMut(&mut Fields<'_>, u64),
    ) -> Result<Self, Stop> {
        match find(dir, spec.table)? {
            None if needed => Err(missing(dir, spec.table).into()),
            source => Self::of(source, spec, Vec::new(), take),
        }
    }

    /// Reads every row of a file, if there is one, with columns beside those of the table.
    pub(super) fn of(
        source: Option<Source>,
        spec: &'static Spec,
        extra: Vec<String>,
        mut take: impl FnMut(&mut Fields<'_>, u64),
    ) -> Result<Self, Stop> {
        let columns = Columns { spec, extra };
        let mut faults = Vec::new();
        if let Some(source) = &source {
            let mut table = columns.open(source)?;
            loop {
                let number = table.row_count() + 1;
                match table.next_row()? {
                    Step::End => break,
                    Step::Bad(problem, _) => faults.push(Fault {
                        row: number,
                        column: String::new(),
                        problem: *problem,
                        mentions: Vec::new(),
                    }),
                    Step::Row(row) => {
                        let mut fields = Fields {
                            row: &row,
                            columns: &columns,
                            number,
                            faults: Vec::new(),
                        };
                        if let Some((problem, _)) = row.fault() {
                            fields.wrong("", (**problem).clone());
                        }
                        take(&mut fields, number);
                        faults.append(&mut fields.faults);
                    }
                }
            }
        }
        Ok(Self {
            columns,
            source,
            faults,
        })
    }

    /// Whether nothing is wrong so far.
    pub(super) fn is_whole(&self) -> bool {
        self.faults.is_empty()
    }

    /// Whether the cells of every row could be told apart.
    pub(super) fn is_legible(&self) -> bool {
        self.faults.iter().all(|fault| !fault.column.is_empty())
    }

    /// Whether there is such a file.
    pub(super) const fn is_there(&self) -> bool {
        self.source.is_some()
    }

    /// Notes what is wrong with a row of a list: where its words name others of the list, as
    /// `list[3]`, they will name their lines. The rows are those of the list, in its order.
    pub(super) fn wrong_in(
        &mut self,
        (list, rows): (&'static str, &[u64]),
        row: u64,
        column: &str,
        problem: Problem,
    ) {
        let mentions = mentioned(&problem, list).into_iter();
        let mentions = mentions.filter_map(|index| Some((index, *rows.get(index)?)));
        let mentions: Vec<(String, u64)> = mentions
            .map(|(index, row)| (format!("{list}[{index}]"), row))
            .collect();
        self.wrong(row, column, problem);
        if let Some(fault) = self.faults.last_mut() {
            fault.mentions = mentions;
        }
    }

    /// Notes what is wrong with a row that was read.
    pub(super) fn wrong(&mut self, row: u64, column: &str, problem: Problem) {
        let known = self.columns.position(column).is_some();
        // The library counts in lists, whoever reads this in rows.
        let problem = if problem.code() == insurant::code::DUPLICATE_ID {
            problem.remedy("give one of the two another id")
        } else {
            problem
        };
        self.faults.push(Fault {
            row,
            column: if known { column } else { "" }.to_owned(),
            problem,
            mentions: Vec::new(),
        });
    }

    /// The problems with their places in the file.
    pub(super) fn problems(&mut self) -> Result<Problems, Stop> {
        let mut problems = Problems::new();
        let Some(source) = &self.source else {
            return Ok(problems);
        };
        self.faults.sort_by_key(|fault| fault.row);
        let of_fault = |fault: &Fault| {
            let mentions = fault.mentions.iter().map(|(_, row)| *row);
            mentions.chain([fault.row]).collect::<Vec<_>>()
        };
        let mut rows: Vec<u64> = self.faults.iter().flat_map(of_fault).collect();
        rows.sort_unstable();
        rows.dedup();
        let mut lines = BTreeMap::new();
        let mut placed = Vec::new();
        let table = self.columns.open(source)?;
        let column_of = |name: &str| {
            let at = self.columns.position(name);
            at.and_then(|at| table.position(at)).unwrap_or(0)
        };
        images::<Stop>(source, &rows, |image| {
            lines.insert(image.row, image.place(0).0);
            for fault in self.faults.iter().filter(|fault| fault.row == image.row) {
                let (line, column) = image.place(column_of(&fault.column));
                let place = Place {
                    source: Some(source.path().display().to_string()),
                    line,
                    column,
                    path: fault.column.clone(),
                };
                placed.push((fault, place));
            }
            Ok(())
        })?;
        for (fault, place) in placed {
            problems.push(fault.in_lines(&lines).at(place));
        }
        Ok(problems)
    }
}

/// The index and the rest of a path such as `log[3].done_on`.
pub(super) fn indexed(path: &str, list: &str) -> (usize, String) {
    let rest = path
        .strip_prefix(list)
        .and_then(|rest| rest.strip_prefix('['));
    let parts = rest.and_then(|rest| rest.split_once(']'));
    let (index, field) = parts.unwrap_or_default();
    let field = field.strip_prefix('.').unwrap_or(field);
    (index.parse().unwrap_or(usize::MAX), field.to_owned())
}
