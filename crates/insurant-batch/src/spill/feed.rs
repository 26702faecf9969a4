//! The host's streams of batches.

use super::{Stream, Streams, error, plain};
use crate::code;
use crate::portfolio::{Failure, Which, spec};
use arrow_array::{RecordBatch, RecordBatchReader as _};
use arrow_schema::{DataType, Schema, SchemaRef};
use insurant_rules::{Place, Problem, Problems};

/// A table that is being read.
pub(super) struct Feed {
    pub(super) which: Which,
    first: Option<RecordBatch>,
    rest: Stream,
    /// The schema of the first batch.
    schema: SchemaRef,
    /// The schema of spilled batches.
    pub(super) plain: SchemaRef,
    batches: u64,
    /// Rows read.
    pub(super) rows: u64,
}

/// A batch as it came, and as it is spilled.
pub(super) struct Fed {
    pub(super) batch: RecordBatch,
    pub(super) plain: RecordBatch,
    /// The number of the first row.
    pub(super) first: u64,
}

impl Feed {
    fn open(which: Which, mut rest: Stream) -> Result<Self, Failure> {
        let first = rest.next().transpose();
        let first = first.map_err(|e| error::broken(spec(which).table, 0, &e))?;
        let schema = first
            .as_ref()
            .map_or_else(|| rest.schema(), RecordBatch::schema);
        Ok(Self {
            which,
            first,
            rest,
            plain: plain::schema(&schema),
            schema,
            batches: 0,
            rows: 0,
        })
    }

    /// A batch without rows, when there is any batch.
    pub(super) fn sample(&self) -> Vec<RecordBatch> {
        self.first.iter().map(|batch| batch.slice(0, 0)).collect()
    }

    pub(super) fn next(&mut self) -> Result<Option<Fed>, Failure> {
        let table = spec(self.which).table;
        let next = self.first.take().map(Ok).or_else(|| self.rest.next());
        let Some(batch) = next
            .transpose()
            .map_err(|e| error::broken(table, self.batches, &e))?
        else {
            return Ok(None);
        };
        if !alike(&self.schema, &batch.schema()) {
            return Err(Problems::from(
                Problem::new(
                    code::SCHEMA_CHANGED,
                    "a batch has other columns than the first",
                )
                .at(Place {
                    path: table.to_owned(),
                    ..Place::default()
                })
                .found(format!("batch {}", self.batches))
                .expected("the same names and types, in the same order")
                .remedy("write all batches of a table with one schema"),
            )
            .into());
        }
        let plain = plain::batch(&batch, &self.plain)
            .map_err(|e| error::broken(table, self.batches, &e))?;
        let first = self.rows;
        self.batches += 1;
        self.rows += u64::try_from(batch.num_rows()).unwrap_or(u64::MAX);
        Ok(Some(Fed {
            batch,
            plain,
            first,
        }))
    }
}

fn alike(a: &Schema, b: &Schema) -> bool {
    let same = |a: &DataType, b: &DataType| match (a, b) {
        (DataType::Dictionary(_, a), DataType::Dictionary(_, b)) => a == b,
        (a, b) => a == b,
    };
    let mut fields = a.fields().iter().zip(b.fields());
    a.fields().len() == b.fields().len()
        && fields.all(|(a, b)| a.name() == b.name() && same(a.data_type(), b.data_type()))
}

/// The tables that are being read.
pub(super) struct Feeds {
    pub(super) customers: Feed,
    pub(super) policies: Feed,
    pub(super) movements: Option<Feed>,
    pub(super) claims: Feed,
    pub(super) entries: Option<Feed>,
}

impl Feeds {
    pub(super) fn open(streams: Streams) -> Result<Self, Failure> {
        let some = |which, stream: Option<Stream>| stream.map(|s| Feed::open(which, s)).transpose();
        Ok(Self {
            customers: Feed::open(Which::Customers, streams.customers)?,
            policies: Feed::open(Which::Policies, streams.policies)?,
            movements: some(Which::Movements, streams.movements)?,
            claims: Feed::open(Which::Claims, streams.claims)?,
            entries: some(Which::Entries, streams.entries)?,
        })
    }
}
