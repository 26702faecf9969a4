//! Tables in files: `.csv`, `.csv.gz` and `.parquet`, one way of reading for all.
//!
//! A table knows its columns by name ([`Spec`]). Its rows lend their cells ([`Cell`]), so that a
//! value goes through one parser whatever file it comes from, and a row without fault costs no
//! allocation. Rows are counted from 1 (0 is the header); where a row stands in its file, line and
//! column, is looked up only for the rows that somebody has to be told about ([`images`]).
//!
//! CSV is RFC 4180 in UTF-8: comma, quotation marks doubled inside quoted cells, line ends LF or
//! CRLF also inside quoted cells, with or without a byte order mark. Parquet may be uncompressed,
//! Snappy or Zstandard.
//!
//! | cell | Parquet types |
//! |---|---|
//! | identifier, text, word | string, or a whole number for identifiers |
//! | amount | decimal (32 to 128 bits), whole numbers (major units), string |
//! | date | date, a timestamp at midnight without a zone, string |
//! | boolean | boolean, string |
//! | whole number | whole numbers, decimal without a fraction, string |
//!
//! Floating-point columns are refused: what they hold is not what somebody typed.

mod cell;
mod column;
mod csv;
mod find;
mod header;
mod image;
mod memory;
mod parquet;

pub use cell::{Cell, IdText};
pub(crate) use column::{Batch, Values, accept};
pub use find::{Form, Source, find};
pub(crate) use header::place;
pub use header::{Column, Spec};
pub use image::{Image, images};

pub use cell::{Faulty, shown};
pub use find::{missing, places};

use header::Positions;
use insurant_rules::{Problem, Problems};
use std::sync::Arc;

/// A table open for reading.
pub struct Table {
    name: String,
    positions: Positions,
    rows: Rows,
    /// Rows read so far.
    count: u64,
}

enum Rows {
    Csv(Box<csv::CsvRows>),
    Parquet(Box<parquet::ParquetRows>),
    Columns(memory::ColumnRows),
}

impl std::fmt::Debug for Table {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Table")
            .field("name", &self.name)
            .field("count", &self.count)
            .finish_non_exhaustive()
    }
}

/// What reading one row gave.
#[derive(Debug)]
pub enum Step<'t> {
    /// A row. Its `fault` is set when a cell is not UTF-8; the cell then shows replacement marks.
    Row(Row<'t>),
    /// A row whose cells cannot be told apart, and the column (from 0) where that shows.
    Bad(Box<Problem>, usize),
    /// No more rows.
    End,
}

/// The names of the columns of a file, in its order.
///
/// # Errors
/// A file that cannot be read, or has no header.
pub fn header(source: &Source) -> Result<Vec<String>, Problems> {
    Ok(match source.form() {
        Form::Csv | Form::CsvGz => csv::CsvRows::open(source)?.1,
        Form::Parquet => parquet::ParquetRows::open(source)?.1,
    })
}

/// One row, lent until the next is read.
#[derive(Debug)]
pub struct Row<'t> {
    positions: &'t Positions,
    cells: Cells<'t>,
    fault: Option<(Box<Problem>, usize)>,
}

#[derive(Debug)]
enum Cells<'t> {
    Csv(&'t ::csv::StringRecord),
    Columns(&'t column::Batch, usize),
}

impl Table {
    /// Opens a table and matches its columns against `spec`, and against `extra` columns which the
    /// file may have as well.
    ///
    /// # Errors
    /// All that is wrong with the file as a whole and with its header, placed.
    pub fn open(source: Source, spec: &Spec, extra: &[&str]) -> Result<Self, Problems> {
        let (rows, names) = match source.form() {
            Form::Csv | Form::CsvGz => {
                let (rows, names) = csv::CsvRows::open(&source)?;
                (Rows::Csv(Box::new(rows)), names)
            }
            Form::Parquet => {
                let (rows, names) = parquet::ParquetRows::open(&source)?;
                (Rows::Parquet(Box::new(rows)), names)
            }
        };
        match header::place(&names, spec, extra) {
            Ok(positions) => Ok(Self {
                name: source.name().to_owned(),
                positions,
                rows,
                count: 0,
            }),
            Err(wrong) => Err(image::locate_header(&source, wrong)),
        }
    }

    /// A table of columns in memory whose columns have their places: the rows `chosen`, or all.
    pub(crate) fn of_columns(
        name: &str,
        batches: Arc<[Batch]>,
        places: Vec<Option<usize>>,
        chosen: Option<Vec<u32>>,
    ) -> Self {
        Self {
            name: name.to_owned(),
            positions: Positions::new(places),
            rows: Rows::Columns(memory::ColumnRows::new(batches, chosen)),
            count: 0,
        }
    }

    /// Reads the next row.
    ///
    /// # Errors
    /// A file that cannot be read to its end, placed in the file.
    pub fn next_row(&mut self) -> Result<Step<'_>, Problem> {
        let file = self.name.as_str();
        let positions = &self.positions;
        let step = match &mut self.rows {
            Rows::Csv(rows) => rows.next_row(positions),
            Rows::Parquet(rows) => rows.next_row(positions),
            Rows::Columns(rows) => Ok(rows.next_row(positions)),
        }
        .map_err(|p| p.in_source(file))?;
        if !matches!(step, Step::End) {
            self.count += 1;
        }
        Ok(step)
    }

    /// How many rows have been read.
    #[must_use]
    pub fn row_count(&self) -> u64 {
        self.count
    }

    /// The number of the row that is read next, from 1. Some rows of columns may be left out.
    pub(crate) fn upcoming(&self) -> u64 {
        match &self.rows {
            Rows::Columns(rows) => rows.upcoming(),
            Rows::Csv(_) | Rows::Parquet(_) => self.count + 1,
        }
    }

    /// Bytes (Parquet: rows) read so far, and in all.
    #[must_use]
    pub fn progress(&self) -> (u64, u64) {
        match &self.rows {
            Rows::Csv(rows) => rows.progress(),
            Rows::Parquet(rows) => (self.count, rows.total()),
            Rows::Columns(rows) => (self.count, rows.total()),
        }
    }

    /// The name of the file, or of the table in memory.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Whether the file has the column (its position in the specification, extra columns after it).
    #[must_use]
    pub fn has(&self, column: usize) -> bool {
        self.positions.get(column).is_some()
    }

    /// Where in the file the column is, from 0.
    #[must_use]
    pub fn position(&self, column: usize) -> Option<usize> {
        self.positions.get(column)
    }
}

impl Row<'_> {
    /// The cell of a column, by its position in the specification; missing when the file has no
    /// such column.
    #[must_use]
    pub fn cell(&self, column: usize) -> Cell<'_> {
        let Some(position) = self.positions.get(column) else {
            return Cell::Missing;
        };
        match self.cells {
            Cells::Csv(record) => match record.get(position) {
                Some("") | None => Cell::Missing,
                Some(text) => Cell::Text(text),
            },
            Cells::Columns(batch, row) => batch.cell(position, row),
        }
    }

    /// Where in the file a column of the specification is, from 0.
    #[must_use]
    pub fn position(&self, column: usize) -> Option<usize> {
        self.positions.get(column)
    }

    /// What is wrong with the row as text, and the column of the file where.
    #[must_use]
    pub fn fault(&self) -> Option<&(Box<Problem>, usize)> {
        self.fault.as_ref()
    }
}
