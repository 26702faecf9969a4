//! Rows of tables, and what is wrong with their cells.

use crate::command::stop::Stop;
use crate::table::{Cell, Faulty, Row, Source, Spec, Step, Table, find, images, missing};
use insurant_rules::{Place, Problem, Problems, code};
use std::path::Path;

/// Something wrong with a row.
#[derive(Debug, Clone)]
pub(super) struct Wrong {
    pub(super) spec: &'static Spec,
    /// From 1.
    pub(super) row: u64,
    /// A column of the specification.
    pub(super) column: Option<usize>,
    pub(super) problem: Problem,
}

/// The tables of a directory, and what was wrong with any of them.
pub(super) struct Rows<'d> {
    dir: &'d Path,
    problems: Problems,
    wrong: Vec<Wrong>,
}

/// The cells of one row.
pub(super) struct Cells<'r> {
    row: &'r Row<'r>,
    spec: &'static Spec,
    number: u64,
    wrong: &'r mut Vec<Wrong>,
}

impl<'d> Rows<'d> {
    pub(super) fn new(dir: &'d Path) -> Self {
        Self {
            dir,
            problems: Problems::new(),
            wrong: Vec::new(),
        }
    }

    /// Reads a table; a row that something is wrong with is told and left out.
    pub(super) fn read<T>(
        &mut self,
        spec: &'static Spec,
        required: bool,
        parse: impl Fn(&mut Cells<'_>) -> Option<T>,
    ) -> Vec<T> {
        let mut all = Vec::new();
        let table = match find(self.dir, spec.table) {
            Ok(Some(source)) => Table::open(source, spec, &[]),
            Ok(None) => {
                if required {
                    self.problems.push(missing(self.dir, spec.table));
                }
                return all;
            }
            Err(problem) => Err(problem.into()),
        };
        let mut table = match table {
            Ok(table) => table,
            Err(problems) => {
                self.problems.extend(problems);
                return all;
            }
        };
        loop {
            let number = table.row_count() + 1;
            match table.next_row() {
                Ok(Step::End) => return all,
                Ok(Step::Bad(problem, _)) => self.wrong.push(Wrong {
                    spec,
                    row: number,
                    column: None,
                    problem: *problem,
                }),
                Ok(Step::Row(row)) => {
                    if let Some((problem, _)) = row.fault() {
                        self.wrong.push(Wrong {
                            spec,
                            row: number,
                            column: None,
                            problem: (**problem).clone(),
                        });
                    }
                    let mut cells = Cells {
                        row: &row,
                        spec,
                        number,
                        wrong: &mut self.wrong,
                    };
                    all.extend(parse(&mut cells));
                }
                Err(problem) => {
                    self.problems.push(problem);
                    return all;
                }
            }
        }
    }

    /// Everything that was wrong.
    pub(super) fn end(mut self) -> Result<(), Stop> {
        self.problems
            .extend(super::read::places(self.dir, self.wrong));
        self.problems.or(()).map_err(Stop::from)
    }
}

impl<'r> Cells<'r> {
    pub(super) fn wrong(&mut self, column: usize, problem: Problem) {
        let name = self.spec.columns.get(column).map_or("", |c| c.name);
        self.wrong.push(Wrong {
            spec: self.spec,
            row: self.number,
            column: Some(column),
            problem: problem.at(Place {
                path: name.to_owned(),
                ..Place::default()
            }),
        });
    }

    /// A value that may be missing.
    pub(super) fn maybe<T>(
        &mut self,
        column: usize,
        parse: impl FnOnce(Cell<'r>) -> Faulty<T>,
    ) -> Option<T> {
        parse(self.row.cell(column)).unwrap_or_else(|problem| {
            self.wrong(column, *problem);
            None
        })
    }

    /// A value that must be there.
    pub(super) fn need<T>(
        &mut self,
        column: usize,
        parse: impl FnOnce(Cell<'r>) -> Faulty<T>,
    ) -> Option<T> {
        match parse(self.row.cell(column)) {
            Ok(Some(value)) => return Some(value),
            Ok(None) => {
                let problem = Problem::new(code::MISSING_FIELD, "the cell is empty");
                self.wrong(column, problem.expected("a value"));
            }
            Err(problem) => self.wrong(column, *problem),
        }
        None
    }

    pub(super) fn member<T>(
        &mut self,
        column: usize,
        parse: impl Fn(&str) -> Option<T>,
        words: &[&str],
    ) -> Option<T> {
        self.need(column, |cell| cell.member(parse, words))
    }

    pub(super) fn id(&mut self, column: usize) -> Option<String> {
        self.need(column, Cell::id).map(|id| id.as_str().to_owned())
    }

    pub(super) fn id_or_none(&mut self, column: usize) -> Option<String> {
        self.maybe(column, Cell::id)
            .map(|id| id.as_str().to_owned())
    }

    pub(super) fn text(&mut self, column: usize) -> Option<String> {
        self.need(column, Cell::text)
            .map(|text| text.as_str().to_owned())
    }

    pub(super) fn text_or_none(&mut self, column: usize) -> Option<String> {
        self.maybe(column, Cell::text)
            .map(|text| text.as_str().to_owned())
    }

    /// Words apart by semicolons.
    pub(super) fn list(&mut self, column: usize) -> Vec<String> {
        let text = self.text_or_none(column).unwrap_or_default();
        let words = text
            .split(';')
            .map(str::trim)
            .filter(|word| !word.is_empty());
        words.map(str::to_owned).collect()
    }
}

/// The names of the columns of a file, in its order; none for Parquet, where places are rows.
pub(super) fn header(source: &Source) -> Vec<String> {
    let mut header = Vec::new();
    // A header that cannot be read was told when the table was opened.
    let _: Result<(), Problems> = images(source, &[0], |image| {
        header = image.cells;
        Ok(())
    });
    header
}
