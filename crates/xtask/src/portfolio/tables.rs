//! Reading published tables and writing ours.

use crate::run::Outcome;
use std::collections::HashMap;
use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

/// The rows of a published table, and where its columns are.
pub(crate) struct Published {
    name: String,
    columns: HashMap<String, usize>,
    rows: Vec<Vec<String>>,
}

/// One row of it.
#[derive(Clone, Copy)]
pub(crate) struct Row<'a> {
    table: &'a Published,
    cells: &'a [String],
}

impl Published {
    /// Reads a table; a file whose name ends in `.gz` is unpacked. What is not UTF-8 is read as
    /// Latin-1, in which one of the tables is published.
    pub(crate) fn read(path: &Path) -> Outcome<Self> {
        let name = path.display().to_string();
        let wrong = |e: &dyn std::fmt::Display| format!("{name}: {e}");
        let mut bytes = Vec::new();
        let mut file = File::open(path).map_err(|e| wrong(&e))?;
        if name.ends_with(".gz") {
            flate2::read::MultiGzDecoder::new(file)
                .read_to_end(&mut bytes)
                .map_err(|e| wrong(&e))?;
        } else {
            file.read_to_end(&mut bytes).map_err(|e| wrong(&e))?;
        }
        let text = String::from_utf8(bytes)
            .unwrap_or_else(|e| e.into_bytes().into_iter().map(char::from).collect());
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let header = reader.headers().map_err(|e| wrong(&e))?;
        let columns = header
            .iter()
            .enumerate()
            .map(|(i, n)| (n.to_owned(), i))
            .collect();
        let mut rows = Vec::new();
        for row in reader.records() {
            rows.push(
                row.map_err(|e| wrong(&e))?
                    .iter()
                    .map(str::to_owned)
                    .collect(),
            );
        }
        Ok(Self {
            name,
            columns,
            rows,
        })
    }

    /// How many rows there are.
    pub(crate) fn len(&self) -> usize {
        self.rows.len()
    }

    /// The rows, numbered from 1.
    pub(crate) fn rows(&self) -> impl Iterator<Item = (usize, Row<'_>)> {
        self.rows
            .iter()
            .enumerate()
            .map(|(i, cells)| (i + 1, Row { table: self, cells }))
    }
}

impl<'a> Row<'a> {
    /// A cell by its column.
    pub(crate) fn get(self, column: &str) -> Outcome<&'a str> {
        let cell = self
            .table
            .columns
            .get(column)
            .and_then(|&i| self.cells.get(i));
        Ok(cell.ok_or_else(|| format!("{}: no column `{column}`", self.table.name))?)
    }

    /// A cell as a whole number.
    pub(crate) fn number(self, column: &str) -> Outcome<i32> {
        let text = self.get(column)?;
        Ok(text
            .parse()
            .map_err(|e| format!("{}: `{column}` is `{text}`: {e}", self.table.name))?)
    }
}

/// Writes one of our tables.
pub(super) struct Table(csv::Writer<File>);

impl Table {
    pub(super) fn create(dir: &Path, name: &str, columns: &[&str]) -> Outcome<Self> {
        fs::create_dir_all(dir).map_err(|e| format!("{}: {e}", dir.display()))?;
        let path = dir.join(format!("{name}.csv"));
        let mut writer =
            csv::Writer::from_path(&path).map_err(|e| format!("{}: {e}", path.display()))?;
        writer.write_record(columns)?;
        Ok(Self(writer))
    }

    pub(super) fn row(&mut self, cells: &[&str]) -> Outcome<()> {
        Ok(self.0.write_record(cells)?)
    }

    pub(super) fn finish(mut self) -> Outcome<()> {
        Ok(self.0.flush()?)
    }
}

/// The columns that the data sets fill.
pub(super) const CUSTOMERS: &[&str] = &["customer_id", "kind"];
/// See [`CUSTOMERS`].
pub(super) const POLICIES: &[&str] = &[
    "policy_id",
    "customer_id",
    "line",
    "business_source",
    "start",
    "end",
    "written_premium",
    "currency",
];
/// See [`CUSTOMERS`].
pub(super) const CLAIMS: &[&str] = &[
    "claim_id",
    "policy_id",
    "customer_id",
    "loss_date",
    "status",
    "paid",
    "reserve",
];
