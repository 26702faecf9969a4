//! Rows of one file, read cell by cell; every fault is told with its line and column.

use super::stop::Stop;
use crate::code;
use crate::table::{
    Cell, Faulty, Form, Image, Row, Source, Spec, Step, Table, header, images, missing,
};
use insurant::Date;
use insurant_rules::{Place, Problem, Problems};
use std::path::Path;

/// What a command that reads files says to do about a name that is none of theirs.
const NAME_A_FILE: &str = "name a file that ends in .csv, .csv.gz or .parquet";

/// The file of a path, by the end of its name.
///
/// # Errors
/// A file that is not there, or of another form.
pub(crate) fn source(path: &Path) -> Result<Source, Problem> {
    let message = match Form::of(path) {
        Some(form) if path.is_file() => return Ok(Source::new(path.to_owned(), form)),
        Some(_) => "the file is not there",
        None if path.is_dir() => "a directory is no table",
        None => "the end of the name says no form of table",
    };
    Err(Problem::new(code::MISSING_FILE, message)
        .in_source(path.display().to_string())
        .expected("a file that ends in .csv, .csv.gz or .parquet")
        .remedy(match Form::of(path) {
            Some(_) => "name a file that is there",
            None => NAME_A_FILE,
        }))
}

/// The file of a path which stands for a table that else lies in a directory.
///
/// # Errors
/// A file that is not there, or what is neither a directory nor a table.
pub(crate) fn alone(path: &Path, table: &str) -> Result<Source, Problem> {
    match Form::of(path) {
        Some(_) => source(path),
        None => Err(missing(path, table)
            .remedy("name a directory, or a file that ends in .csv, .csv.gz or .parquet")),
    }
}

/// One row: its cells by the position of their column in the specification.
pub(crate) struct Cells<'a, 'r> {
    row: &'a Row<'r>,
    spec: &'a Spec,
    extra: &'a [String],
    number: u64,
    faults: &'a mut Vec<(u64, usize, Problem)>,
}

impl<'a> Cells<'a, '_> {
    /// A value, or none; what is wrong with the cell is told.
    pub(crate) fn optional<T>(
        &mut self,
        column: usize,
        read: impl FnOnce(Cell<'a>) -> Faulty<T>,
    ) -> Option<T> {
        match read(self.row.cell(column)) {
            Ok(value) => value,
            Err(problem) => {
                self.fault(column, *problem);
                None
            }
        }
    }

    /// A value that must be there.
    pub(crate) fn required<T>(
        &mut self,
        column: usize,
        read: impl FnOnce(Cell<'a>) -> Faulty<T>,
    ) -> Option<T> {
        let before = self.faults.len();
        let value = self.optional(column, read);
        if value.is_none() && self.faults.len() == before {
            let name = self.name(column).to_owned();
            let message = format!("the cell of `{name}` is empty");
            self.fault(column, Problem::new(code::MISSING_FIELD, message));
        }
        value
    }

    /// The text of a cell as the file has it; none when it is empty.
    pub(crate) fn text(&self, column: usize) -> Option<String> {
        let text = self.row.cell(column).to_string();
        let text = text.trim();
        (!text.is_empty() && text != "unknown").then(|| text.to_owned())
    }

    /// The columns beside those of the specification, with the texts of their cells.
    pub(crate) fn extra(&self) -> Vec<(String, String)> {
        let first = self.spec.columns.len();
        let names = self.extra.iter().enumerate();
        names
            .filter_map(|(i, name)| Some((name.clone(), self.text(first + i)?)))
            .collect()
    }

    /// Tells what is wrong with a cell.
    pub(crate) fn fault(&mut self, column: usize, problem: Problem) {
        let place = Place {
            path: self.name(column).to_owned(),
            ..Place::default()
        };
        let at = self.row.position(column).unwrap_or(0);
        self.faults.push((self.number, at, problem.at(place)));
    }

    /// Tells what is wrong with the row, by the names of its columns where they are columns.
    pub(crate) fn wrong(&mut self, problems: Problems) {
        for problem in problems {
            let path = problem.place().path.clone();
            let columns = self.spec.columns.iter().map(|column| column.name);
            let mut names = columns.chain(self.extra.iter().map(String::as_str));
            let column = names.position(|name| name == path).unwrap_or(0);
            self.fault(column, problem);
        }
    }

    fn name(&self, column: usize) -> &str {
        let first = self.spec.columns.len();
        match self.spec.columns.get(column) {
            Some(column) => column.name,
            None => self
                .extra
                .get(column.wrapping_sub(first))
                .map_or("", String::as_str),
        }
    }
}

/// The columns of a file beside those of a specification.
///
/// # Errors
/// A file that cannot be read.
pub(crate) fn others(source: &Source, spec: &Spec) -> Result<Vec<String>, Stop> {
    let mut names = header(source)?;
    names.retain(|name| !spec.columns.iter().any(|column| column.name == name));
    Ok(names)
}

/// Gives every row to `each`, which may tell what is wrong with it.
///
/// # Errors
/// Everything that is wrong with the file and with any row, each with its place.
pub(crate) fn each(
    source: &Source,
    spec: &Spec,
    extra: &[String],
    mut each: impl FnMut(&mut Cells<'_, '_>),
) -> Result<(), Stop> {
    let names: Vec<&str> = extra.iter().map(String::as_str).collect();
    let mut table = Table::open(source.clone(), spec, &names)?;
    let mut faults: Vec<(u64, usize, Problem)> = Vec::new();
    loop {
        let number = table.row_count() + 1;
        match table.next_row()? {
            Step::End => break,
            Step::Bad(problem, column) => faults.push((number, column, *problem)),
            Step::Row(row) => {
                if let Some((problem, column)) = row.fault() {
                    faults.push((number, *column, (**problem).clone()));
                    continue;
                }
                each(&mut Cells {
                    row: &row,
                    spec,
                    extra,
                    number,
                    faults: &mut faults,
                });
            }
        }
    }
    if faults.is_empty() {
        return Ok(());
    }
    Err(placed(source, faults)?)
}

/// The most faults that are told one by one.
const TOLD: usize = 100;

fn placed(source: &Source, mut faults: Vec<(u64, usize, Problem)>) -> Result<Stop, Stop> {
    let more = faults.len().saturating_sub(TOLD);
    faults.truncate(TOLD);
    let mut rows: Vec<u64> = faults.iter().map(|(row, _, _)| *row).collect();
    rows.dedup();
    let mut shown: Vec<Image> = Vec::with_capacity(rows.len());
    images::<Stop>(source, &rows, |image| {
        shown.push(image);
        Ok(())
    })?;
    let mut problems = Problems::new();
    for (row, column, problem) in faults {
        let image = shown.iter().find(|image| image.row == row);
        let (line, at) = image.map_or((0, 0), |image| image.place(column));
        let place = Place {
            source: Some(source.name().to_owned()),
            line,
            column: at,
            path: problem.place().path.clone(),
        };
        problems.push(problem.at(place));
    }
    Ok(Stop::Wrong(
        problems,
        u64::try_from(more).unwrap_or(u64::MAX),
    ))
}

/// A day of the command line.
///
/// # Errors
/// What is no date.
pub(crate) fn day(text: &str) -> Result<Date, String> {
    super::facts::day(text)
}
