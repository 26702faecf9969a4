//! The answers: by range of customers while they are found, in the order of the customers at the end.

use super::error;
use super::file::{Spilled, Writer};
use super::folder::Folder;
use super::ids::IdsReader;
use super::join::{chosen, gather};
use super::key::{Column, Id};
use super::part::Rows;
use super::plain::{self, ORDER};
use super::route::Run;
use crate::portfolio::Failure;
use arrow_array::cast::AsArray as _;
use arrow_array::types::Int8Type;
use arrow_array::{
    Array as _, ArrayRef, BooleanArray, DictionaryArray, RecordBatch, RecordBatchReader,
};
use arrow_schema::{ArrowError, DataType, Field, Schema, SchemaRef};
use arrow_select::concat::concat_batches;
use arrow_select::filter::filter;
use std::collections::HashSet;
use std::sync::Arc;

/// What the answers look like, and how they are spilled: words as their positions.
pub(super) struct Shape {
    schema: SchemaRef,
    /// By column, the identifier left out: the words, when it has words.
    words: Vec<Option<ArrayRef>>,
    /// As spilled.
    flat: SchemaRef,
}

impl Shape {
    /// The shape of the answers on a portfolio without rows.
    pub(super) fn new(schema: &SchemaRef, batches: &[RecordBatch]) -> Self {
        let fields = schema.fields().iter().skip(1);
        let flat = fields.map(|field| match field.data_type() {
            DataType::Dictionary(..) => Field::new(field.name(), DataType::Int8, true),
            ty => Field::new(field.name(), ty.clone(), true),
        });
        let flat = plain::wider(&Schema::new(flat.collect::<Vec<_>>()), &[ORDER]);
        let words = |column: &ArrayRef| {
            let coded = column.as_dictionary_opt::<Int8Type>();
            coded.map(|coded| Arc::clone(coded.values()))
        };
        let columns = batches.first().map_or(&[][..], RecordBatch::columns);
        Self {
            words: columns.iter().skip(1).map(words).collect(),
            schema: Arc::clone(schema),
            flat,
        }
    }

    fn flatten(&self, answers: &RecordBatch, orders: Vec<u64>) -> Result<RecordBatch, ArrowError> {
        let columns = answers.columns().iter().skip(1).map(|column| {
            match column.as_dictionary_opt::<Int8Type>() {
                Some(coded) => Arc::new(coded.keys().clone()),
                None => Arc::clone(column),
            }
        });
        let columns = columns.chain([plain::numbers(ORDER, orders).1]);
        plain::of(
            Arc::clone(&self.flat),
            columns.collect(),
            answers.num_rows(),
        )
    }

    fn answers(&self, ids: ArrayRef, flat: &RecordBatch) -> Result<RecordBatch, ArrowError> {
        let mut fields: Vec<Arc<Field>> = self.schema.fields().iter().cloned().collect();
        let mut schema = Arc::clone(&self.schema);
        if let Some(first) = fields.first_mut()
            && first.data_type() != ids.data_type()
        {
            // Keys of dictionaries may be of another width in another batch.
            *first = Arc::new(Field::new("customer_id", ids.data_type().clone(), true));
            schema = Arc::new(Schema::new_with_metadata(
                fields,
                self.schema.metadata().clone(),
            ));
        }
        let mut columns = vec![ids];
        let count = self.schema.fields().len().saturating_sub(1);
        for (at, column) in flat.columns().iter().take(count).enumerate() {
            let words = self.words.get(at).and_then(Option::as_ref);
            columns.push(match (words, column.as_primitive_opt::<Int8Type>()) {
                (Some(words), Some(keys)) => Arc::new(DictionaryArray::<Int8Type>::try_new(
                    keys.clone(),
                    Arc::clone(words),
                )?),
                _ => Arc::clone(column),
            });
        }
        plain::of(schema, columns, flat.num_rows())
    }
}

/// The answers while they are found.
pub(super) struct Found {
    pub(super) shape: Shape,
    writer: Writer,
    /// Customers of a range.
    range: u64,
    /// How many customers are answered on.
    pub(super) answered: u64,
}

impl Found {
    pub(super) fn new(run: &Run<'_>, shape: Shape, customers: u64) -> Result<Self, Failure> {
        let columns = u64::try_from(shape.flat.fields().len()).unwrap_or(1);
        let fits = run.limits.part / (columns * 64).max(1);
        let range = fits.clamp(1, run.limits.rows.max(1));
        let cuts = usize::try_from(customers.div_ceil(range)).unwrap_or(usize::MAX);
        let writer = run.writer("answers", Arc::clone(&shape.flat), cuts)?;
        Ok(Self {
            shape,
            writer,
            range,
            answered: 0,
        })
    }

    /// Takes the answers on a part: those on its own customers.
    pub(super) fn add(&mut self, customers: &Rows, answers: &[RecordBatch]) -> Result<(), Failure> {
        let own = customers.orders.iter().filter(|order| order.is_own());
        let own: Vec<u64> = own.map(|order| order.row()).collect();
        let mut rest = own.as_slice();
        let all = customers.batches.iter().zip(answers);
        let all = all.take_while(|(rows, _)| {
            let whole = rest.len() >= rows.num_rows();
            rest = rest.get(rows.num_rows()..).unwrap_or_default();
            whole
        });
        let all: Vec<(&RecordBatch, &RecordBatch)> = all.collect();
        let count = |batches: &mut dyn Iterator<Item = &RecordBatch>| -> usize {
            batches.map(RecordBatch::num_rows).sum()
        };
        // Rows without an identifier, and those of one that was there before, have no answer.
        let whole = own.len() == count(&mut all.iter().map(|(_, answers)| *answers));
        let mut seen = Seen::default();
        let mut rest = own.as_slice();
        for (rows, answers) in all {
            let (own, later) = rest
                .split_at_checked(rows.num_rows())
                .unwrap_or((rest, &[]));
            rest = later;
            let own = if whole {
                own.to_vec()
            } else {
                seen.of(rows, own)
            };
            self.of_batch(own, answers)?;
        }
        Ok(())
    }

    fn of_batch(&mut self, customers: Vec<u64>, answers: &RecordBatch) -> Result<(), Failure> {
        if customers.len() != answers.num_rows() {
            return Err(error::inside(
                &"answers on other customers than those asked about",
            ));
        }
        self.answered += u64::try_from(customers.len()).unwrap_or(0);
        let range = self.range;
        let cuts = customers
            .iter()
            .map(|row| usize::try_from(row / range).ok());
        let cuts: Vec<Option<usize>> = cuts.collect();
        let flat = self
            .shape
            .flatten(answers, customers)
            .map_err(|e| error::inside(&e))?;
        self.writer.add(&flat, cuts)
    }

    pub(super) fn finish(self, ids: IdsReader, folder: Folder) -> Result<Answers, Failure> {
        Ok(Answers {
            shape: self.shape,
            spilled: self.writer.finish()?,
            range: self.range,
            ids,
            folder: Some(folder),
            next: 0,
            cut: 0,
            at_hand: None,
            row: 0,
        })
    }
}

/// The identifiers that came: a customer has one, and it is there once.
#[derive(Default)]
struct Seen {
    numbers: HashSet<i128>,
    texts: HashSet<String>,
}

impl Seen {
    /// The rows of a batch that are of a customer who did not come before.
    fn of(&mut self, rows: &RecordBatch, customers: &[u64]) -> Vec<u64> {
        let ids = Column::new(rows, "customer_id");
        let mut new = |row| match ids.id(row) {
            Some(Id::Number(number)) => self.numbers.insert(number),
            Some(Id::Text(text)) => self.texts.insert(text.to_owned()),
            None => false,
        };
        let customers = customers.iter().enumerate();
        let customers = customers.filter(|(row, _)| new(*row));
        customers.map(|(_, customer)| *customer).collect()
    }
}

/// The answers on a portfolio, batch by batch as its customers came.
///
/// At the end the files of the run are removed; the last item is an error when one of them stays.
/// So are they when this is dropped before the end, though then nobody is told.
pub struct Answers {
    shape: Shape,
    spilled: Spilled,
    range: u64,
    ids: IdsReader,
    folder: Option<Folder>,
    /// The customer that comes next.
    next: u64,
    /// The range that comes next.
    cut: usize,
    /// A range in order, and which customers it is about.
    at_hand: Option<(RecordBatch, Vec<u64>)>,
    /// The row there that comes next.
    row: usize,
}

impl std::fmt::Debug for Answers {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Answers")
            .field("schema", &self.shape.schema)
            .field("next", &self.next)
            .finish_non_exhaustive()
    }
}

impl Answers {
    /// The answers on so many customers from the next on, and which of them there are.
    fn take(&mut self, customers: u64) -> Result<(RecordBatch, Vec<bool>), Failure> {
        let to = self.next + customers;
        let mut pieces = Vec::new();
        let mut there = Vec::new();
        loop {
            if let Some((rows, whom)) = &self.at_hand {
                let end = whom.partition_point(|customer| *customer < to);
                if end > self.row {
                    pieces.push(rows.slice(self.row, end - self.row));
                    there.extend_from_slice(whom.get(self.row..end).unwrap_or_default());
                    self.row = end;
                }
            }
            let begins = u64::try_from(self.cut)
                .unwrap_or(u64::MAX)
                .saturating_mul(self.range);
            if begins >= to || self.cut >= self.spilled.cuts() {
                break;
            }
            self.load()?;
        }
        let rows = concat_batches(&self.shape.flat, &pieces).map_err(|e| error::inside(&e))?;
        let mut told = there.into_iter().peekable();
        let there = (self.next..to).map(|customer| told.next_if_eq(&customer).is_some());
        let there = there.collect();
        self.next = to;
        Ok((rows, there))
    }

    /// Loads the next range.
    fn load(&mut self) -> Result<(), Failure> {
        self.at_hand = None;
        let rows = gather(&self.spilled, self.cut..self.cut + 1, None)?;
        let whom = plain::read(&rows, ORDER).into_iter().flatten();
        let mut order: Vec<(u64, u32)> = whom.zip(0..).collect();
        order.sort_unstable();
        let whom = order.iter().map(|(customer, _)| *customer).collect();
        let rows = chosen(&rows, order.into_iter().map(|(_, row)| row).collect())
            .map_err(|e| error::inside(&e))?;
        self.at_hand = Some((rows, whom));
        self.cut += 1;
        self.row = 0;
        Ok(())
    }

    fn batch(&mut self, ids: ArrayRef) -> Result<RecordBatch, Failure> {
        let customers = u64::try_from(ids.len()).unwrap_or(u64::MAX);
        let (rows, there) = self.take(customers)?;
        let ids = if there.contains(&false) {
            filter(&ids, &BooleanArray::from(there)).map_err(|e| error::inside(&e))?
        } else {
            ids
        };
        self.shape
            .answers(ids, &rows)
            .map_err(|e| error::inside(&e))
    }

    /// Removes the files of the run now.
    ///
    /// # Errors
    /// `spill_failed` for each file that could not be removed.
    pub fn close(mut self) -> Result<(), Failure> {
        self.end()
    }

    fn end(&mut self) -> Result<(), Failure> {
        let folder = self.folder.take();
        folder.map_or(Ok(()), |folder| folder.close().map_err(Failure::from))
    }
}

fn external(failure: Failure) -> ArrowError {
    ArrowError::ExternalError(Box::new(failure))
}

impl Iterator for Answers {
    type Item = Result<RecordBatch, ArrowError>;

    fn next(&mut self) -> Option<Self::Item> {
        self.folder.as_ref()?;
        let batch = match self.ids.next() {
            Some(ids) => ids.and_then(|ids| self.batch(ids)),
            None => return self.end().err().map(|failure| Err(external(failure))),
        };
        Some(batch.map_err(|mut failure| {
            if let Err(more) = self.end() {
                failure.problems.extend(more.problems);
            }
            external(failure)
        }))
    }
}

impl RecordBatchReader for Answers {
    fn schema(&self) -> SchemaRef {
        Arc::clone(&self.shape.schema)
    }
}
