//! Rows of Parquet.
//!
//! The types are those of Parquet itself; what a writer noted of its own (dictionaries, views,
//! large strings) is left aside, so that each kind of value comes in one shape.

use super::find::Source;
use super::header::Positions;
use super::{Cell, Cells, Row, Step};
use crate::code;
use arrow_array::cast::AsArray as _;
use arrow_array::types::{
    Date32Type, Decimal128Type, Int8Type, Int16Type, Int32Type, Int64Type,
    TimestampMicrosecondType, TimestampMillisecondType, TimestampNanosecondType,
    TimestampSecondType, UInt8Type, UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{
    Array, ArrayRef, BooleanArray, Date32Array, Decimal128Array, Int64Array, RecordBatch,
    StringArray, UInt64Array,
};
use arrow_schema::{DataType, TimeUnit};
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

/// Some rows, each column in the shape of its kind.
#[derive(Debug, Default)]
pub(super) struct Batch {
    columns: Vec<Values>,
    rows: usize,
}

#[derive(Debug)]
enum Values {
    Text(StringArray),
    Integer(Int64Array),
    Unsigned(UInt64Array),
    Decimal(Decimal128Array, u32),
    Boolean(BooleanArray),
    Date(Date32Array),
    /// Ticks, and how many make a day.
    Timestamp(Int64Array, i64),
    /// Every value is null.
    Null,
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
        while self.next > self.batch.rows {
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
        (0..self.batch.columns.len()).map(cell).collect()
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
            cells: Cells::Parquet(&self.batch, self.next - 1),
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

/// Whether the values of a type can be read exactly.
fn accept(name: &str, ty: &DataType) -> Result<(), Problem> {
    let remedy = match ty {
        DataType::Utf8
        | DataType::Boolean
        | DataType::Null
        | DataType::Date32
        | DataType::Timestamp(_, None) => return Ok(()),
        DataType::Decimal128(_, scale) if *scale >= 0 => return Ok(()),
        ty if ty.is_integer() => return Ok(()),
        DataType::Float16 | DataType::Float32 | DataType::Float64 => {
            "write amounts as decimal or text, counts as whole numbers: a float is not exact"
        }
        DataType::Timestamp(_, Some(_)) => "write a date without time and zone",
        DataType::Binary | DataType::FixedSizeBinary(_) => "mark the column as UTF-8 text",
        _ => "write text, a decimal, a whole number, a date or a boolean",
    };
    Err(Problem::new(
        code::BAD_COLUMN_TYPE,
        format!("the column `{name}` has a type that cannot be read"),
    )
    .found(format!("{ty}"))
    .remedy(remedy))
}

impl Batch {
    fn new(batch: &RecordBatch) -> Self {
        Self {
            columns: batch.columns().iter().map(Values::new).collect(),
            rows: batch.num_rows(),
        }
    }

    /// One cell; empty text and null are missing.
    pub(super) fn cell(&self, column: usize, row: usize) -> Cell<'_> {
        let Some(values) = self.columns.get(column) else {
            return Cell::Missing;
        };
        values.cell(row).unwrap_or(Cell::Missing)
    }
}

impl Values {
    fn new(array: &ArrayRef) -> Self {
        /// The column as 64-bit integers.
        macro_rules! wide {
            ($($ty:ident),+) => {
                $(if let Some(values) = array.as_primitive_opt::<$ty>() {
                    return Self::Integer(values.unary(i64::from));
                })+
            };
        }
        macro_rules! ticks {
            ($($ty:ident $day:literal),+) => {
                $(if let Some(values) = array.as_primitive_opt::<$ty>() {
                    return Self::Timestamp(values.unary(|v| v), $day);
                })+
            };
        }
        match array.data_type() {
            DataType::Utf8 => {
                if let Some(values) = array.as_string_opt::<i32>() {
                    return Self::Text(values.clone());
                }
            }
            DataType::Decimal128(_, scale) => {
                if let (Some(values), Ok(scale)) = (
                    array.as_primitive_opt::<Decimal128Type>(),
                    u32::try_from(*scale),
                ) {
                    return Self::Decimal(values.clone(), scale);
                }
            }
            DataType::Boolean => {
                if let Some(values) = array.as_boolean_opt() {
                    return Self::Boolean(values.clone());
                }
            }
            DataType::Date32 => {
                if let Some(values) = array.as_primitive_opt::<Date32Type>() {
                    return Self::Date(values.clone());
                }
            }
            DataType::UInt64 => {
                if let Some(values) = array.as_primitive_opt::<UInt64Type>() {
                    return Self::Unsigned(values.clone());
                }
            }
            DataType::Timestamp(unit, _) => match unit {
                TimeUnit::Second => ticks!(TimestampSecondType 86_400),
                TimeUnit::Millisecond => ticks!(TimestampMillisecondType 86_400_000),
                TimeUnit::Microsecond => ticks!(TimestampMicrosecondType 86_400_000_000),
                TimeUnit::Nanosecond => ticks!(TimestampNanosecondType 86_400_000_000_000),
            },
            _ => {
                wide!(
                    Int8Type, Int16Type, Int32Type, Int64Type, UInt8Type, UInt16Type, UInt32Type
                );
            }
        }
        Self::Null
    }

    #[inline]
    fn cell(&self, row: usize) -> Option<Cell<'_>> {
        /// The value of a row, unless it is null.
        macro_rules! value {
            ($array:expr) => {{
                if row >= $array.len() || $array.is_null(row) {
                    return None;
                }
                $array.value(row)
            }};
        }
        let whole = |units| Cell::Number { units, scale: 0 };
        Some(match self {
            Self::Text(array) => match value!(array) {
                "" => Cell::Missing,
                text => Cell::Text(text),
            },
            Self::Integer(array) => whole(i128::from(value!(array))),
            Self::Unsigned(array) => whole(i128::from(value!(array))),
            Self::Decimal(array, scale) => Cell::Number {
                units: value!(array),
                scale: *scale,
            },
            Self::Boolean(array) => Cell::Boolean(value!(array)),
            Self::Date(array) => Cell::Days(value!(array)),
            Self::Timestamp(array, day) => {
                let ticks = value!(array);
                match (
                    ticks.rem_euclid(*day),
                    i32::try_from(ticks.div_euclid(*day)),
                ) {
                    (0, Ok(days)) => Cell::Days(days),
                    _ => Cell::Moment,
                }
            }
            Self::Null => return None,
        })
    }
}
