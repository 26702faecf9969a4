//! A table of columns in memory, matched against what its table may have.

use super::Integers;
use crate::code;
use crate::table::{Batch, Column, Spec, Table, Values, accept, place};
use arrow_array::RecordBatch;
use arrow_schema::{DataType, Schema};
use insurant_rules::{Currency, Place, Problem, Problems};
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

/// Nobody: the number of no row.
pub(super) const NOBODY: u32 = u32::MAX;

/// A table: batches of one schema.
#[derive(Debug)]
pub(super) struct Sheet {
    pub(super) batches: Arc<[Batch]>,
    positions: Vec<Option<usize>>,
    rows: usize,
}

/// Some rows of one batch.
#[derive(Debug, Clone)]
pub(super) struct Chunk {
    pub(super) batch: usize,
    pub(super) rows: Range<usize>,
    /// The first row, counted over all batches.
    pub(super) first: u32,
}

/// What whole numbers of a column count.
fn whole_numbers(
    field: &arrow_schema::Field,
    integers: Integers,
    decimals: u32,
) -> Result<u32, Box<Problem>> {
    match field.metadata().get("insurant.unit").map(String::as_str) {
        None => Ok(match integers {
            Integers::Minor => decimals,
            Integers::Major => 0,
        }),
        Some("minor") => Ok(decimals),
        Some("major") => Ok(0),
        Some(other) => Err(Box::new(
            Problem::new(
                code::BAD_COLUMN_TYPE,
                "the unit of the amounts is not known",
            )
            .found(format!("`insurant.unit` = `{other}`"))
            .expected("`minor` or `major`"),
        )),
    }
}

impl Sheet {
    /// Matches batches against a specification. `amounts` names the columns of money.
    pub(super) fn new(
        batches: &[RecordBatch],
        spec: &Spec,
        extra: &[&str],
        amounts: &[&str],
        integers: Integers,
        currency: Currency,
    ) -> Result<Self, Problems> {
        let mut problems = Problems::new();
        let mut wrong = |path: String, problem: Problem| {
            problems.push(problem.at(Place {
                path,
                ..Place::default()
            }));
        };
        let empty = Arc::new(Schema::empty());
        let schema = batches.first().map_or(empty, RecordBatch::schema);
        for (number, batch) in batches.iter().enumerate().skip(1) {
            if !alike(&schema, &batch.schema()) {
                wrong(
                    spec.table.to_owned(),
                    Problem::new(
                        code::SCHEMA_CHANGED,
                        "a batch has other columns than the first",
                    )
                    .found(format!("batch {number}"))
                    .expected("the same names and types, in the same order")
                    .remedy("write all batches of a table with one schema"),
                );
            }
        }
        // What begins with an underscore is the host's own.
        let names: Vec<String> = schema.fields().iter().map(|f| f.name().clone()).collect();
        let own: Vec<usize> = (0..names.len())
            .filter(|&i| names.get(i).is_some_and(|name| !name.starts_with('_')))
            .collect();
        let known: Vec<String> = own.iter().filter_map(|&i| names.get(i).cloned()).collect();
        let mut units = HashMap::new();
        for &at in &own {
            let field = schema.field(at);
            let path = || format!("{}.{}", spec.table, field.name());
            if let Err(problem) = accept(field.name(), field.data_type()) {
                wrong(path(), problem);
            }
            if amounts.contains(&field.name().as_str()) {
                match whole_numbers(field, integers, currency.decimals()) {
                    Ok(scale) => drop(units.insert(at, scale)),
                    Err(problem) => wrong(path(), *problem),
                }
            }
        }
        // No batch at all is an empty table, whatever its columns would have been.
        let positions = if batches.is_empty() {
            vec![None; spec.columns.len() + extra.len()]
        } else {
            match place(&known, spec, extra) {
                Ok(places) => places
                    .into_places()
                    .into_iter()
                    .map(|place| place.and_then(|place| own.get(place).copied()))
                    .collect(),
                Err(faults) => {
                    for (problem, _) in faults {
                        wrong(spec.table.to_owned(), problem);
                    }
                    Vec::new()
                }
            }
        };
        let rows: usize = batches.iter().map(RecordBatch::num_rows).sum();
        if u32::try_from(rows).is_ok_and(|rows| rows == NOBODY) || u32::try_from(rows).is_err() {
            wrong(
                spec.table.to_owned(),
                Problem::new(code::TOO_MANY_ROWS, "the table has too many rows")
                    .found(rows.to_string())
                    .expected("fewer than 4,294,967,295")
                    .remedy("assess the portfolio in parts"),
            );
        }
        problems.or(())?;
        let batches = batches.iter().map(|batch| {
            let mut batch = Batch::new(batch);
            for (&at, &scale) in &units {
                if let Some(column) = batch.column_mut(at) {
                    column.count_units_of(scale);
                }
            }
            batch
        });
        Ok(Self {
            batches: batches.collect(),
            positions,
            rows,
        })
    }

    /// How many rows there are.
    pub(super) const fn rows(&self) -> usize {
        self.rows
    }

    /// Whether the table has a column, by its position in the specification.
    pub(super) fn has(&self, column: usize) -> bool {
        self.positions.get(column).copied().flatten().is_some()
    }

    /// The values of a column in a batch.
    pub(super) fn values(&self, batch: usize, column: usize) -> Option<&Values> {
        let at = self.positions.get(column).copied().flatten()?;
        self.batches.get(batch)?.column(at)
    }

    /// The values of a column, batch by batch.
    pub(super) fn all(&self, column: usize) -> impl Iterator<Item = Option<&Values>> {
        (0..self.batches.len()).map(move |batch| self.values(batch, column))
    }

    /// The rows in chunks that fit a processor's cache: never across batches, and the same for any
    /// number of threads.
    pub(super) fn chunks(&self) -> Vec<Chunk> {
        let most = (self.rows / 512).clamp(1 << 14, 1 << 15);
        let mut chunks = Vec::new();
        let mut first = 0_u32;
        for (number, batch) in self.batches.iter().enumerate() {
            let mut from = 0;
            while from < batch.rows() {
                let to = batch.rows().min(from + most);
                chunks.push(Chunk {
                    batch: number,
                    rows: from..to,
                    first,
                });
                first = first.saturating_add(u32::try_from(to - from).unwrap_or(NOBODY));
                from = to;
            }
        }
        chunks
    }

    /// The rows one by one: those chosen, or all.
    pub(super) fn table(
        &self,
        spec: &Spec,
        extra: &[&str],
        chosen: Option<Vec<u32>>,
    ) -> Option<Table> {
        if self.positions.iter().all(Option::is_none) {
            return None;
        }
        Some(Table::of_columns(
            spec.table,
            Arc::clone(&self.batches),
            self.positions.clone(),
            chosen,
        ))
        .filter(|_| self.positions.len() == spec.columns.len() + extra.len())
    }
}

/// Whether two schemas differ at most in what may be null and in how wide the keys of dictionaries
/// are.
fn alike(a: &Schema, b: &Schema) -> bool {
    let same = |a: &DataType, b: &DataType| match (a, b) {
        (DataType::Dictionary(_, a), DataType::Dictionary(_, b)) => a == b,
        (a, b) => a == b,
    };
    a.fields().len() == b.fields().len()
        && a.fields()
            .iter()
            .zip(b.fields())
            .all(|(a, b)| a.name() == b.name() && same(a.data_type(), b.data_type()))
}

/// A column of a specification by its name: how the readers of tables name theirs.
pub(super) fn amounts_of(columns: &'static [Column]) -> Vec<&'static str> {
    const AMOUNTS: [&str; 6] = [
        "written_premium",
        "refunded",
        "amount",
        "paid",
        "reserve",
        "recovered",
    ];
    let names = columns.iter().map(|column| column.name);
    names.filter(|name| AMOUNTS.contains(name)).collect()
}
