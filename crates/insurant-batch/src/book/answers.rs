//! The answers by customer, and as batches.

use super::table::at;
use crate::portfolio::Failure;
use crate::spill::error::inside;
use crate::spill::key::{Column, Id};
use arrow_array::cast::AsArray as _;
use arrow_array::types::Int8Type;
use arrow_array::{Array, ArrayRef, DictionaryArray, RecordBatch, StringArray};
use arrow_schema::{ArrowError, DataType, Field, Schema, SchemaRef};
use arrow_select::interleave::interleave;
use std::collections::HashSet;
use std::sync::Arc;

/// Where an answer is: the batch, and the row of it.
type Spot = (usize, usize);

pub(super) struct Answers {
    pub(super) schema: SchemaRef,
    batches: Vec<RecordBatch>,
    /// By the place of the customer's row.
    spots: Vec<Option<Spot>>,
}

impl Answers {
    pub(super) const fn new(schema: SchemaRef) -> Self {
        Self {
            schema,
            batches: Vec::new(),
            spots: Vec::new(),
        }
    }

    /// Takes the answers on the customers in these places, so many of which there are; gives the
    /// places of those who have one.
    pub(super) fn take(
        &mut self,
        customers: &[RecordBatch],
        places: &[u32],
        answers: Vec<RecordBatch>,
        all: usize,
    ) -> Vec<u32> {
        self.spots.resize(all, None);
        // Rows without an identifier, and those of one that was there before, have no answer.
        let columns: Vec<(Column, usize)> = customers
            .iter()
            .map(|rows| (Column::new(rows, "customer_id"), rows.num_rows()))
            .collect();
        let mut seen: HashSet<Id<'_>> = HashSet::with_capacity(places.len());
        let ids = columns
            .iter()
            .flat_map(|(column, rows)| (0..*rows).map(|row| column.id(row)));
        let first = self.batches.len();
        let mut spots = answers
            .iter()
            .zip(first..)
            .flat_map(|(batch, number)| (0..batch.num_rows()).map(move |row| (number, row)));
        let mut answered = Vec::with_capacity(places.len());
        for (&place, id) in places.iter().zip(ids) {
            let there = id.is_some_and(|id| seen.insert(id));
            let spot = if there { spots.next() } else { None };
            if let Some(own) = self.spots.get_mut(at(place)) {
                *own = spot;
            }
            if spot.is_some() {
                answered.push(place);
            }
        }
        drop(spots);
        self.batches.extend(answers);
        answered
    }

    pub(super) fn forget(&mut self, place: u32) {
        if let Some(spot) = self.spots.get_mut(at(place)) {
            *spot = None;
        }
    }

    fn spot(&self, place: u32) -> Option<Spot> {
        self.spots.get(at(place)).copied().flatten()
    }

    /// The category on a customer, if there is one.
    pub(super) fn category(&self, place: u32) -> Option<&str> {
        let (batch, row) = self.spot(place)?;
        let column = self.batches.get(batch)?.column_by_name("category")?;
        let coded = column.as_dictionary_opt::<Int8Type>()?;
        let key = coded.key(row)?;
        let words = coded.values().as_string_opt::<i32>()?;
        (key < words.len()).then(|| words.value(key))
    }

    /// The answers on all customers.
    pub(super) fn all(&self) -> Result<RecordBatch, Failure> {
        let spots: Vec<Spot> = self.spots.iter().copied().flatten().collect();
        self.batch(&spots).map_err(|e| inside(&e))
    }

    /// The answers on some customers, with the category that they had before.
    pub(super) fn some(&self, places: &[(u32, Option<String>)]) -> Result<RecordBatch, Failure> {
        let there = places
            .iter()
            .filter_map(|(place, before)| Some((self.spot(*place)?, before.as_deref())));
        let (spots, before): (Vec<Spot>, Vec<Option<&str>>) = there.unzip();
        let rows = self.batch(&spots).map_err(|e| inside(&e))?;
        let more = Arc::new(Field::new("earlier_category", DataType::Utf8, true));
        let fields = self.schema.fields().iter().cloned().chain([more]);
        let metadata = self.schema.metadata().clone();
        let schema = Schema::new_with_metadata(fields.collect::<Vec<_>>(), metadata);
        let before: ArrayRef = Arc::new(StringArray::from(before));
        let columns = rows.columns().iter().cloned().chain([before]).collect();
        RecordBatch::try_new(Arc::new(schema), columns).map_err(|e| inside(&e))
    }

    fn batch(&self, spots: &[Spot]) -> Result<RecordBatch, ArrowError> {
        if spots.is_empty() {
            return Ok(RecordBatch::new_empty(Arc::clone(&self.schema)));
        }
        let columns = (0..self.schema.fields().len()).map(|column| {
            let arrays = self.batches.iter().map(|batch| batch.column(column));
            let arrays: Vec<&ArrayRef> = arrays.collect();
            gathered(&arrays, spots)
        });
        RecordBatch::try_new(Arc::clone(&self.schema), columns.collect::<Result<_, _>>()?)
    }
}

/// Values of several arrays. The words of a column are the same in every run: only their keys move.
fn gathered(arrays: &[&ArrayRef], spots: &[Spot]) -> Result<ArrayRef, ArrowError> {
    let coded: Option<Vec<&DictionaryArray<Int8Type>>> =
        arrays.iter().map(|a| a.as_dictionary_opt()).collect();
    if let Some(coded) = coded
        && let Some(first) = coded.first()
        && coded.iter().all(|other| other.values() == first.values())
    {
        let keys: Vec<&dyn Array> = coded.iter().map(|c| c.keys() as &dyn Array).collect();
        let keys = interleave(&keys, spots)?;
        let keys = keys.as_primitive::<Int8Type>().clone();
        let words = Arc::clone(first.values());
        return Ok(Arc::new(DictionaryArray::try_new(keys, words)?));
    }
    let arrays: Vec<&dyn Array> = arrays.iter().map(|array| array.as_ref()).collect();
    interleave(&arrays, spots)
}
