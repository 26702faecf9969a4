//! A table in the making, in any of the forms that a portfolio may have.

use crate::command::output::{Output, unwritable};
use crate::command::stop::Stop;
use crate::table::Form;
use arrow_array::builder::{
    BooleanBuilder, Date32Builder, Decimal128Builder, Int64Builder, StringBuilder,
};
use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::{DataType, Field, Schema, SchemaRef};
use flate2::Compression;
use flate2::write::GzEncoder;
use insurant::{Currency, Date, money};
use parquet::arrow::ArrowWriter;
use std::io::Write as _;
use std::path::Path;
use std::sync::Arc;

/// What a cell holds. `None` in any of them is a blank.
#[derive(Debug, Clone, Copy)]
pub(super) enum Cell<'a> {
    Text(Option<&'a str>),
    Date(Option<Date>),
    Money(Option<i64>),
    Count(Option<u32>),
    Boolean(Option<bool>),
}

/// What a column holds.
#[derive(Debug, Clone, Copy)]
pub(super) enum Kind {
    Text,
    Date,
    Money,
    Count,
    Boolean,
}

/// A table that is being written.
pub(super) struct Sheet {
    currency: Currency,
    rows: u64,
    form: Writer,
}

enum Writer {
    Csv(Output, Vec<u8>),
    CsvGz(GzEncoder<Output>, Vec<u8>),
    Parquet(Box<ArrowWriter<Output>>, SchemaRef, Vec<Builder>, usize),
}

enum Builder {
    Text(StringBuilder),
    Date(Date32Builder),
    Money(Decimal128Builder),
    Count(Int64Builder),
    Boolean(BooleanBuilder),
}

/// Rows of a batch of Parquet; bytes of text are written in pieces of about as many kilobytes.
const BATCH: usize = 1 << 16;

impl Sheet {
    /// Begins the table `name` in a directory.
    pub(super) fn begin(
        dir: &Path,
        name: &str,
        form: Form,
        currency: Currency,
        columns: &[(&str, Kind)],
    ) -> Result<Self, Stop> {
        let path = dir.join(format!("{name}.{}", form.extension()));
        let output = Output::open(Some(&path))?;
        let titles = || columns.iter().map(|(title, _)| *title).collect::<Vec<_>>();
        let header = || format!("{}\n", titles().join(",")).into_bytes();
        let form = match form {
            Form::Csv => Writer::Csv(output, header()),
            Form::CsvGz => Writer::CsvGz(GzEncoder::new(output, Compression::fast()), header()),
            Form::Parquet => {
                let fields = columns
                    .iter()
                    .map(|(title, kind)| Field::new(*title, data_type(*kind, currency), true));
                let schema: SchemaRef = Arc::new(Schema::new(fields.collect::<Vec<_>>()));
                let writer = ArrowWriter::try_new(output, Arc::clone(&schema), None);
                let writer =
                    writer.map_err(|error| unwritable(&path.display().to_string(), &error))?;
                let builders = columns.iter().map(|(_, kind)| builder(*kind, currency));
                Writer::Parquet(Box::new(writer), schema, builders.collect(), 0)
            }
        };
        Ok(Self {
            currency,
            rows: 0,
            form,
        })
    }

    /// How many rows it has.
    pub(super) const fn rows(&self) -> u64 {
        self.rows
    }

    /// Adds a row.
    pub(super) fn row(&mut self, cells: &[Cell<'_>]) -> Result<(), Stop> {
        self.rows += 1;
        match &mut self.form {
            Writer::Csv(output, text) => {
                line(text, cells, self.currency);
                if text.len() > BATCH {
                    output.put(text)?;
                    text.clear();
                }
            }
            Writer::CsvGz(encoder, text) => {
                line(text, cells, self.currency);
                if text.len() > BATCH {
                    let written = encoder.write_all(text);
                    written.map_err(|error| encoder.get_ref().stop(&error))?;
                    text.clear();
                }
            }
            Writer::Parquet(writer, schema, builders, rows) => {
                for (builder, cell) in builders.iter_mut().zip(cells) {
                    append(builder, *cell);
                }
                *rows += 1;
                if *rows == BATCH {
                    flush(writer, schema, builders)?;
                    *rows = 0;
                }
            }
        }
        Ok(())
    }

    /// Writes what is left, and gives the file its name.
    pub(super) fn end(self) -> Result<(), Stop> {
        match self.form {
            Writer::Csv(mut output, text) => {
                output.put(&text)?;
                output.finish()
            }
            Writer::CsvGz(mut encoder, text) => {
                let written = encoder.write_all(&text).and_then(|()| encoder.try_finish());
                written.map_err(|error| encoder.get_ref().stop(&error))?;
                let name = "the compressed table";
                let output = encoder.finish();
                output.map_err(|error| unwritable(name, &error))?.finish()
            }
            Writer::Parquet(mut writer, schema, mut builders, _) => {
                flush(&mut writer, &schema, &mut builders)?;
                let name = "the Parquet table";
                let output = writer.into_inner();
                output.map_err(|error| unwritable(name, &error))?.finish()
            }
        }
    }
}

/// A line of CSV. The texts of a demonstration need no quotation marks.
fn line(text: &mut Vec<u8>, cells: &[Cell<'_>], currency: Currency) {
    for (i, cell) in cells.iter().enumerate() {
        if i > 0 {
            text.push(b',');
        }
        // Writing to memory never fails.
        let _ = match cell {
            Cell::Text(Some(value)) => write!(text, "{value}"),
            Cell::Date(Some(date)) => write!(text, "{date}"),
            Cell::Money(Some(amount)) => write!(text, "{}", money::format(*amount, currency)),
            Cell::Count(Some(count)) => write!(text, "{count}"),
            Cell::Boolean(Some(value)) => write!(text, "{value}"),
            _ => Ok(()),
        };
    }
    text.push(b'\n');
}

fn data_type(kind: Kind, currency: Currency) -> DataType {
    match kind {
        Kind::Text => DataType::Utf8,
        Kind::Date => DataType::Date32,
        Kind::Money => DataType::Decimal128(19, i8::try_from(currency.decimals()).unwrap_or(0)),
        Kind::Count => DataType::Int64,
        Kind::Boolean => DataType::Boolean,
    }
}

fn builder(kind: Kind, currency: Currency) -> Builder {
    match kind {
        Kind::Text => Builder::Text(StringBuilder::new()),
        Kind::Date => Builder::Date(Date32Builder::new()),
        Kind::Money => Builder::Money(
            Decimal128Builder::new().with_data_type(data_type(Kind::Money, currency)),
        ),
        Kind::Count => Builder::Count(Int64Builder::new()),
        Kind::Boolean => Builder::Boolean(BooleanBuilder::new()),
    }
}

fn append(builder: &mut Builder, cell: Cell<'_>) {
    match (builder, cell) {
        (Builder::Text(builder), Cell::Text(value)) => builder.append_option(value),
        (Builder::Date(builder), Cell::Date(value)) => {
            builder.append_option(value.map(Date::days));
        }
        (Builder::Money(builder), Cell::Money(value)) => {
            builder.append_option(value.map(i128::from));
        }
        (Builder::Count(builder), Cell::Count(value)) => {
            builder.append_option(value.map(i64::from));
        }
        (Builder::Boolean(builder), Cell::Boolean(value)) => builder.append_option(value),
        (Builder::Text(builder), _) => builder.append_null(),
        (Builder::Date(builder), _) => builder.append_null(),
        (Builder::Money(builder), _) => builder.append_null(),
        (Builder::Count(builder), _) => builder.append_null(),
        (Builder::Boolean(builder), _) => builder.append_null(),
    }
}

fn flush(
    writer: &mut ArrowWriter<Output>,
    schema: &SchemaRef,
    builders: &mut [Builder],
) -> Result<(), Stop> {
    let arrays = builders.iter_mut().map(|builder| -> ArrayRef {
        match builder {
            Builder::Text(builder) => Arc::new(builder.finish()),
            Builder::Date(builder) => Arc::new(builder.finish()),
            Builder::Money(builder) => Arc::new(builder.finish()),
            Builder::Count(builder) => Arc::new(builder.finish()),
            Builder::Boolean(builder) => Arc::new(builder.finish()),
        }
    });
    let batch = RecordBatch::try_new(Arc::clone(schema), arrays.collect());
    let batch = batch.map_err(parquet::errors::ParquetError::from);
    let written = batch.and_then(|batch| writer.write(&batch));
    written.map_err(|error| writer.inner().stop(&error))
}
