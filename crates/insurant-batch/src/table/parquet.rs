//! Rows of Parquet.
//!
//! The types are those of Parquet itself; what a writer noted of its own (dictionaries, views,
//! large strings) is left aside, so that each kind of value comes in one shape.

use super::column::{Batch, accept};
use super::find::Source;
use super::header::Positions;
use super::{Cells, Row, Step};
use crate::code;
use insurant_rules::{Problem, Problems};
use parquet::arrow::arrow_reader::{
    ArrowReaderOptions, ParquetRecordBatchReader, ParquetRecordBatchReaderBuilder,
};
use parquet::basic::CompressionCodec;
use std::fs::File;

const ROWS_A_BATCH: usize = 8192;

/// A Parquet file.
pub(super) struct ParquetRows {
    reader: ParquetRecordBatchReader,
    batch: Batch,
    /// The row of the batch that is read next.
    next: usize,
    total: u64,
}

impl ParquetRows {
    pub(super) fn open(source: &Source) -> Result<(Self, Vec<String>), Problems> {
        let wrong = |p: Problem| Problems::from(p.in_source(source.name()));
        let file = File::open(source.path()).map_err(|e| {
            wrong(Problem::new(
                code::UNREADABLE_FILE,
                format!("the file cannot be read: {e}"),
            ))
        })?;
        if file.metadata().is_ok_and(|m| m.len() == 0) {
            return Err(wrong(Problem::new(code::EMPTY_FILE, "the file is empty")));
        }
        let options = ArrowReaderOptions::new().with_skip_arrow_metadata(true);
        let builder = ParquetRecordBatchReaderBuilder::try_new_with_options(file, options)
            .map_err(|e| wrong(damaged(&e.to_string())))?;
        if let Some(codec) = unread(&builder) {
            return Err(wrong(
                Problem::new(
                    code::UNSUPPORTED_COMPRESSION,
                    format!("the file is compressed with {codec}"),
                )
                .expected("snappy, zstd or no compression")
                .remedy("write snappy, zstd or none"),
            ));
        }
        let mut problems = Problems::new();
        let mut names = Vec::new();
        for field in builder.schema().fields() {
            names.push(field.name().clone());
            if let Err(problem) = accept(field.name(), field.data_type()) {
                problems.push(problem.in_source(source.name()));
            }
        }
        problems.or(())?;
        let total = u64::try_from(builder.metadata().file_metadata().num_rows()).unwrap_or(0);
        let reader = builder
            .with_batch_size(ROWS_A_BATCH)
            .build()
            .map_err(|e| wrong(damaged(&e.to_string())))?;
        let rows = Self {
            reader,
            batch: Batch::default(),
            next: 0,
            total,
        };
        Ok((rows, names))
    }

    pub(super) fn total(&self) -> u64 {
        self.total
    }

    /// Moves to the next row; false at the end.
    pub(super) fn advance(&mut self) -> Result<bool, Problem> {
        self.next += 1;
        while self.next > self.batch.rows() {
            match self.reader.next() {
                None => return Ok(false),
                Some(Err(e)) => return Err(damaged(&e.to_string())),
                Some(Ok(batch)) => {
                    self.batch = Batch::new(&batch);
                    self.next = 1;
                }
            }
        }
        Ok(true)
    }

    /// The cells of the row read last, as text.
    pub(super) fn cells(&self) -> Vec<String> {
        let row = self.next.saturating_sub(1);
        let cell = |column| self.batch.cell(column, row).to_string();
        (0..self.batch.width()).map(cell).collect()
    }

    pub(super) fn next_row<'t>(
        &'t mut self,
        positions: &'t Positions,
    ) -> Result<Step<'t>, Problem> {
        if !self.advance()? {
            return Ok(Step::End);
        }
        Ok(Step::Row(Row {
            positions,
            cells: Cells::Columns(&self.batch, self.next - 1),
            fault: None,
        }))
    }
}

#[cold]
fn damaged(why: &str) -> Problem {
    Problem::new(code::DAMAGED_FILE, "the file is no whole Parquet file")
        .found(format!("{why:?}"))
        .remedy("fetch or write it again; no row of it was used")
}

/// The first compression of a file that is not read.
fn unread(builder: &ParquetRecordBatchReaderBuilder<File>) -> Option<&'static str> {
    let groups = builder.metadata().row_groups().iter();
    let mut columns = groups.flat_map(|group| group.columns());
    columns.find_map(|column| match column.compression_codec() {
        CompressionCodec::UNCOMPRESSED | CompressionCodec::SNAPPY | CompressionCodec::ZSTD => None,
        CompressionCodec::GZIP => Some("gzip"),
        CompressionCodec::BROTLI => Some("brotli"),
        CompressionCodec::LZ4 | CompressionCodec::LZ4_RAW => Some("lz4"),
        CompressionCodec::LZO => Some("lzo"),
    })
}
