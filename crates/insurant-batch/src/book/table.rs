//! A table as the book keeps it: batches as they came, and which rows of them are the table now.

use super::links::Node;
use crate::code;
use crate::portfolio::{Failure, Order};
use crate::spill::error::inside;
use crate::spill::key::{Column, Id};
use crate::spill::plain;
use arrow_array::RecordBatch;
use arrow_schema::SchemaRef;
use arrow_select::interleave::interleave_record_batch;
use insurant_rules::{Place, Problem, Problems};

/// Where a row is kept: the batch, and the row of it.
type Spot = (usize, usize);

/// What a table is called, and what its columns of identifiers name. The first is the one that rows
/// are replaced and removed by.
pub(super) struct Shape {
    pub(super) name: &'static str,
    pub(super) ids: &'static [(&'static str, Node)],
}

pub(super) struct Kept {
    pub(super) shape: Shape,
    schema: Option<SchemaRef>,
    batches: Vec<RecordBatch>,
    ids: Vec<Vec<Column>>,
    rows: Vec<Option<Spot>>,
    /// Whether the rows are those of the batches, one after the other.
    untouched: bool,
}

impl Kept {
    pub(super) const fn new(shape: Shape) -> Self {
        Self {
            shape,
            schema: None,
            batches: Vec::new(),
            ids: Vec::new(),
            rows: Vec::new(),
            untouched: true,
        }
    }

    /// Batches as they are kept, if their columns are those of the table.
    pub(super) fn fit(&self, batches: &[RecordBatch]) -> Result<Vec<RecordBatch>, Failure> {
        let mut schema = self.schema.clone();
        let mut fitting = Vec::with_capacity(batches.len());
        for batch in batches {
            let own = plain::schema(&batch.schema());
            let wanted = schema.get_or_insert_with(|| own.clone());
            if *wanted != own {
                let place = Place {
                    path: self.shape.name.to_owned(),
                    ..Place::default()
                };
                return Err(Problems::from(
                    Problem::new(
                        code::SCHEMA_CHANGED,
                        "a batch has other columns than the table",
                    )
                    .at(place)
                    .expected("the same names and types, in the same order")
                    .remedy("hand over changes with the columns of the first batch of the table"),
                )
                .into());
            }
            fitting.push(plain::batch(batch, wanted).map_err(|e| inside(&e))?);
        }
        Ok(fitting)
    }

    /// Keeps a batch that fits; its rows have no place yet.
    pub(super) fn keep(&mut self, batch: RecordBatch) -> usize {
        self.schema.get_or_insert_with(|| batch.schema());
        let columns = self
            .shape
            .ids
            .iter()
            .map(|(name, _)| Column::new(&batch, name));
        self.ids.push(columns.collect());
        self.batches.push(batch);
        self.batches.len() - 1
    }

    /// Gives a row a place: one that is free, else the last.
    pub(super) fn put(&mut self, place: Option<u32>, spot: Spot) -> u32 {
        let free = place.and_then(|place| self.rows.get_mut(at(place)));
        match (place, free) {
            (Some(place), Some(free)) => {
                *free = Some(spot);
                self.untouched = false;
                place
            }
            _ => {
                self.rows.push(Some(spot));
                u32::try_from(self.rows.len() - 1).unwrap_or(u32::MAX)
            }
        }
    }

    pub(super) fn free(&mut self, place: u32) {
        if let Some(row) = self.rows.get_mut(at(place)) {
            *row = None;
            self.untouched = false;
        }
    }

    /// How many places there are, those of removed rows among them.
    pub(super) fn places(&self) -> usize {
        self.rows.len()
    }

    /// The places of all rows.
    pub(super) fn all(&self) -> Vec<u32> {
        let rows = (0_u32..).zip(&self.rows);
        rows.filter_map(|(place, row)| row.map(|_| place)).collect()
    }

    /// The identifier of a row.
    pub(super) fn id(&self, place: u32) -> Option<Id<'_>> {
        let (batch, row) = (*self.rows.get(at(place))?)?;
        self.ids.get(batch)?.first()?.id(row)
    }

    /// What the identifiers of a row name.
    pub(super) fn nodes(&self, place: u32) -> impl Iterator<Item = u64> {
        let spot = self.rows.get(at(place)).copied().flatten();
        let columns = spot.and_then(|(batch, row)| Some((self.ids.get(batch)?, row)));
        columns.into_iter().flat_map(|(columns, row)| {
            let named = columns.iter().zip(self.shape.ids);
            named.filter_map(move |(column, (_, node))| Some(node.of(column.key(row)?)))
        })
    }

    /// The rows in some places, as batches, and where they belong.
    pub(super) fn rows(&self, places: &[u32]) -> Result<(Vec<RecordBatch>, Vec<Order>), Failure> {
        let orders = places.iter().map(|&place| Order::own(u64::from(place)));
        let orders = orders.collect();
        let Some(schema) = &self.schema else {
            return Ok((Vec::new(), orders));
        };
        if self.untouched && places.len() == self.rows.len() && !self.batches.is_empty() {
            return Ok((self.batches.clone(), orders));
        }
        if places.is_empty() {
            return Ok((vec![RecordBatch::new_empty(schema.clone())], orders));
        }
        let spots = places
            .iter()
            .filter_map(|&place| *self.rows.get(at(place))?);
        let spots: Vec<Spot> = spots.collect();
        let batches: Vec<&RecordBatch> = self.batches.iter().collect();
        let rows = interleave_record_batch(&batches, &spots).map_err(|e| inside(&e))?;
        Ok((vec![rows], orders))
    }
}

pub(super) const fn at(place: u32) -> usize {
    place as usize
}
