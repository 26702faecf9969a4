//! Rows of columns in memory.

use super::column::Batch;
use super::header::Positions;
use super::{Cells, Row, Step};
use std::sync::Arc;

/// The rows of a table in memory, all of them or some.
pub(super) struct ColumnRows {
    batches: Arc<[Batch]>,
    /// The rows to read, ascending; all when `None`.
    chosen: Option<std::vec::IntoIter<u32>>,
    /// The next row of all, when all are read.
    next: usize,
    /// How many are read in the end.
    total: u64,
    /// The batch read last, and the first row of it.
    batch: usize,
    first: usize,
}

impl ColumnRows {
    pub(super) fn new(batches: Arc<[Batch]>, chosen: Option<Vec<u32>>) -> Self {
        let total = match &chosen {
            Some(chosen) => chosen.len(),
            None => batches.iter().map(Batch::rows).sum(),
        };
        Self {
            batches,
            chosen: chosen.map(Vec::into_iter),
            next: 0,
            total: u64::try_from(total).unwrap_or(u64::MAX),
            batch: 0,
            first: 0,
        }
    }

    pub(super) fn total(&self) -> u64 {
        self.total
    }

    fn at(&self) -> Option<usize> {
        match &self.chosen {
            Some(chosen) => chosen
                .as_slice()
                .first()
                .and_then(|&row| usize::try_from(row).ok()),
            None => Some(self.next),
        }
    }

    pub(super) fn upcoming(&self) -> u64 {
        let row = self.at().and_then(|row| u64::try_from(row).ok());
        row.map_or(u64::MAX, |row| row.saturating_add(1))
    }

    pub(super) fn next_row<'t>(&'t mut self, positions: &'t Positions) -> Step<'t> {
        let Some(row) = self.at() else {
            return Step::End;
        };
        match &mut self.chosen {
            Some(chosen) => drop(chosen.next()),
            None => self.next += 1,
        }
        loop {
            let Some(batch) = self.batches.get(self.batch) else {
                return Step::End;
            };
            if row - self.first < batch.rows() {
                break;
            }
            self.first += batch.rows();
            self.batch += 1;
        }
        match self.batches.get(self.batch) {
            Some(batch) => Step::Row(Row {
                positions,
                cells: Cells::Columns(batch, row - self.first),
                fault: None,
            }),
            None => Step::End,
        }
    }
}
