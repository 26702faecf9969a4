//! One row of Parquet a customer: each measure typed, and beside it its state.

use super::columns::{Columns, FIXED, Findings, Measure, joined, status};
use crate::command::desk::{Assessed, Desk};
use crate::command::output::Output;
use crate::command::stop::Stop;
use crate::portfolio::CustomerRef;
use arrow_array::builder::{
    BooleanBuilder, Date32Builder, Decimal128Builder, Int64Builder, StringBuilder,
};
use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::{DataType, Field, Schema, SchemaRef};
use insurant::{Category, Scratch, Standing};
use insurant_rules::{Slot, State, Type};
use parquet::arrow::ArrowWriter;
use parquet::basic::Compression;
use parquet::file::properties::WriterProperties;
use std::sync::Arc;

/// Every amount of 64 bits has at most so many digits.
const DIGITS: u8 = 19;

/// The type of a column.
fn data_type(ty: &Type) -> DataType {
    match ty {
        Type::Boolean => DataType::Boolean,
        Type::Count(_) | Type::Duration(_) => DataType::Int64,
        Type::Money(currency) => DataType::Decimal128(DIGITS, scale(currency.decimals())),
        Type::Date => DataType::Date32,
        Type::Ratio | Type::MoneyRatio(_) | Type::Text | Type::Enumeration(_) => DataType::Utf8,
    }
}

fn scale(decimals: u32) -> i8 {
    i8::try_from(decimals).unwrap_or(0)
}

fn schema(columns: &Columns) -> SchemaRef {
    let nullable = ["category", "standing"];
    let fixed = FIXED.map(|title| Field::new(title, DataType::Utf8, nullable.contains(&title)));
    let measures = columns.measures.iter().flat_map(|measure| {
        [
            Field::new(&measure.title, data_type(&measure.ty), true),
            Field::new(format!("{}_state", measure.title), DataType::Utf8, false),
        ]
    });
    Arc::new(Schema::new(
        fixed.into_iter().chain(measures).collect::<Vec<_>>(),
    ))
}

/// The file.
pub(super) struct Writer<'a> {
    output: Option<ArrowWriter<&'a mut Output>>,
    schema: SchemaRef,
}

impl<'a> Writer<'a> {
    pub(super) fn open(columns: &Columns, output: &'a mut Output) -> Result<Self, Stop> {
        let schema = schema(columns);
        let properties = WriterProperties::builder()
            .set_compression(Compression::SNAPPY)
            .build();
        let writer = ArrowWriter::try_new(output, Arc::clone(&schema), Some(properties));
        Ok(Self {
            output: Some(writer.map_err(|error| failed(None, &error))?),
            schema,
        })
    }

    /// Adds the rows of some customers.
    pub(super) fn put(&mut self, rows: Rows<'_>) -> Result<(), Stop> {
        let Some(writer) = &mut self.output else {
            return Ok(());
        };
        let batch = RecordBatch::try_new(Arc::clone(&self.schema), rows.finish());
        let written = batch.map_err(parquet::errors::ParquetError::from);
        let written = written.and_then(|batch| writer.write(&batch));
        written.map_err(|error| failed(Some(writer.inner()), &error))
    }

    /// Writes what is left, and the index at the end.
    pub(super) fn close(mut self) -> Result<(), Stop> {
        let Some(mut writer) = self.output.take() else {
            return Ok(());
        };
        let finished = writer.finish();
        finished
            .map(|_| ())
            .map_err(|error| failed(Some(writer.inner()), &error))
    }
}

fn failed(output: Option<&&mut Output>, error: &dyn std::fmt::Display) -> Stop {
    match output {
        Some(output) => output.stop(error),
        None => super::super::output::unwritable("the Parquet file", error),
    }
}

/// A column in the making.
enum Builder {
    Boolean(BooleanBuilder),
    Whole(Int64Builder),
    Money(Decimal128Builder),
    Date(Date32Builder),
    Text(StringBuilder),
}

/// Rows of some customers.
pub(super) struct Rows<'a> {
    columns: &'a Columns,
    desk: &'a Desk<'a>,
    fixed: [StringBuilder; 6],
    values: Vec<(Builder, StringBuilder)>,
    text: String,
}

impl<'a> Rows<'a> {
    pub(super) fn new(columns: &'a Columns, desk: &'a Desk<'a>) -> Self {
        let values = columns.measures.iter().map(|measure| {
            let builder = match &measure.ty {
                Type::Boolean => Builder::Boolean(BooleanBuilder::new()),
                Type::Count(_) | Type::Duration(_) => Builder::Whole(Int64Builder::new()),
                Type::Money(_) => {
                    Builder::Money(Decimal128Builder::new().with_data_type(data_type(&measure.ty)))
                }
                Type::Date => Builder::Date(Date32Builder::new()),
                _ => Builder::Text(StringBuilder::new()),
            };
            (builder, StringBuilder::new())
        });
        Self {
            columns,
            desk,
            fixed: std::array::from_fn(|_| StringBuilder::new()),
            values: values.collect(),
            text: String::new(),
        }
    }

    pub(super) fn push(
        &mut self,
        customer: CustomerRef<'_>,
        assessed: &Assessed,
        findings: &Findings<'_>,
        scratch: &Scratch,
    ) {
        let verdict = &assessed.verdict;
        let rules = self.desk.dated().rules();
        let [id, category, standing, alerts, found, word] = &mut self.fixed;
        id.append_value(customer.id());
        category.append_option(verdict.category.map(Category::as_str));
        standing.append_option(verdict.standing.map(Standing::as_str));
        self.text.clear();
        let raised = verdict.alerts.positions();
        joined(raised.filter_map(|bit| rules.alert_id(bit)), &mut self.text);
        alerts.append_value(&self.text);
        self.text.clear();
        joined(findings.ids().iter().copied(), &mut self.text);
        found.append_value(&self.text);
        word.append_value(status(assessed));
        let measures = self.columns.measures.iter().zip(&mut self.values);
        for (i, (measure, (builder, state))) in measures.enumerate() {
            let slot = if assessed.measured {
                self.desk.dated().expression(i, scratch)
            } else {
                Slot::UNKNOWN
            };
            state.append_value(slot.state.as_str());
            value(builder, slot, measure, customer, self.desk);
        }
    }

    fn finish(mut self) -> Vec<ArrayRef> {
        let mut arrays: Vec<ArrayRef> = Vec::new();
        for builder in &mut self.fixed {
            arrays.push(Arc::new(builder.finish()));
        }
        for (builder, mut state) in self.values {
            arrays.push(match builder {
                Builder::Boolean(mut builder) => Arc::new(builder.finish()),
                Builder::Whole(mut builder) => Arc::new(builder.finish()),
                Builder::Money(mut builder) => Arc::new(builder.finish()),
                Builder::Date(mut builder) => Arc::new(builder.finish()),
                Builder::Text(mut builder) => Arc::new(builder.finish()),
            });
            arrays.push(Arc::new(state.finish()));
        }
        arrays
    }
}

fn value(
    builder: &mut Builder,
    slot: Slot,
    measure: &Measure,
    customer: CustomerRef<'_>,
    desk: &Desk<'_>,
) {
    let known = slot.state == State::Known;
    match builder {
        Builder::Boolean(builder) => builder.append_option(known.then_some(slot.num == 1)),
        Builder::Whole(builder) => builder.append_option(known.then_some(slot.num)),
        Builder::Money(builder) => builder.append_option(known.then_some(i128::from(slot.num))),
        Builder::Date(builder) => {
            let days = i32::try_from(slot.num).ok();
            builder.append_option(days.filter(|_| known));
        }
        Builder::Text(builder) if known => {
            match measure.text_input.and_then(|at| customer.input_text(at)) {
                Some(text) => builder.append_value(text),
                None => builder.append_value(desk.plain(slot, &measure.ty)),
            }
        }
        Builder::Text(builder) => builder.append_null(),
    }
}
