//! Rows for people and for spreadsheets, from one list of cells.

use crate::command::csv_row::Row;
use crate::command::text::Table;

/// A list of rows with a header; a column whose title starts with `>` is a number.
pub(super) struct Rows {
    header: &'static [&'static str],
    rows: Vec<Vec<String>>,
}

impl Rows {
    pub(super) const fn new(header: &'static [&'static str]) -> Self {
        Self {
            header,
            rows: Vec::new(),
        }
    }

    pub(super) fn push(&mut self, row: Vec<String>) {
        self.rows.push(row);
    }

    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// For reading.
    pub(super) fn table(&self) -> String {
        let mut table = Table::new(self.header);
        for row in &self.rows {
            table.row(row.iter().map(String::as_str));
        }
        table.to_string()
    }

    /// For spreadsheets.
    pub(super) fn csv(&self) -> Vec<u8> {
        let mut csv = Row::default();
        for title in self.header {
            csv.field(&title.trim_start_matches('>').replace(' ', "_"));
        }
        csv.end();
        for row in &self.rows {
            for cell in row {
                csv.field(cell);
            }
            csv.end();
        }
        csv.into_bytes()
    }
}

/// What is there, or nothing.
pub(super) fn shown<T: ToString>(value: Option<T>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}
