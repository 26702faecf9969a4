//! Rows on their way: those of a customer to the customer's range, and what leads there.

use super::error;
use super::feed::{Fed, Feed};
use super::file::{Spilled, Writer};
use super::folder::Folder;
use super::ids::{IdsReader, IdsWriter};
use super::key::{Column, cut, nobodys};
use super::limits::Limits;
use super::plain::{self, HOME, KEY, ORDER, PARTNER};
use crate::portfolio::{Failure, Order};
use arrow_array::{ArrayRef, RecordBatch, UInt64Array, new_null_array};
use arrow_schema::{DataType, Field, Schema, SchemaRef};
use std::cell::Cell;
use std::sync::Arc;

/// Where files go, and how large things may be.
pub(super) struct Run<'f> {
    pub(super) folder: &'f Folder,
    pub(super) limits: Limits,
    files: Cell<u64>,
}

impl<'f> Run<'f> {
    pub(super) fn new(folder: &'f Folder, limits: Limits) -> Self {
        Self {
            folder,
            limits,
            files: Cell::new(0),
        }
    }

    pub(super) fn writer(
        &self,
        name: &str,
        schema: SchemaRef,
        cuts: usize,
    ) -> Result<Writer, Failure> {
        let number = self.files.get();
        self.files.set(number + 1);
        let name = format!("{name}-{number}");
        Writer::new(self.folder, &name, schema, cuts, self.limits.held)
    }
}

/// A table by customer.
pub(super) struct Home {
    pub(super) plain: SchemaRef,
    writer: Writer,
    cuts: usize,
}

impl Home {
    pub(super) fn new(run: &Run<'_>, name: &str, plain: &SchemaRef) -> Result<Self, Failure> {
        let schema = plain::wider(plain, &[KEY, ORDER]);
        Ok(Self {
            plain: Arc::clone(plain),
            writer: run.writer(name, schema, run.limits.cuts)?,
            cuts: run.limits.cuts,
        })
    }

    /// Adds the rows that have a key.
    pub(super) fn add(
        &mut self,
        rows: &RecordBatch,
        keys: &[Option<u64>],
        orders: &[u64],
    ) -> Result<(), Failure> {
        let column: ArrayRef = Arc::new(UInt64Array::from(keys.to_vec()));
        let key = (Field::new(KEY, DataType::UInt64, true), column);
        let wide = plain::with(rows, vec![key, plain::numbers(ORDER, orders.to_vec())])
            .map_err(|e| error::inside(&e))?;
        let cuts = self.cuts;
        let cuts = keys.iter().map(|key| key.map(|key| cut(key, 0, cuts)));
        self.writer.add(&wide, cuts)
    }

    pub(super) fn finish(self) -> Result<Spilled, Failure> {
        self.writer.finish()
    }
}

/// Where a row that stands in for another goes.
#[derive(Debug, Default)]
pub(super) struct Places {
    keys: Vec<u64>,
    orders: Vec<u64>,
    homes: Vec<u64>,
}

impl Places {
    /// `home` is the key that makes the row superfluous: who has it has what the row stands for.
    pub(super) fn push(&mut self, key: u64, order: Order, home: u64) {
        self.keys.push(key);
        self.orders.push(order.0);
        self.homes.push(home);
    }
}

/// Rows of a table that stand in for rows of other ranges.
pub(super) struct Ghosts {
    name: &'static str,
    plain: SchemaRef,
    writer: Option<Writer>,
}

impl Ghosts {
    pub(super) fn new(name: &'static str, plain: &SchemaRef) -> Self {
        Self {
            name,
            plain: Arc::clone(plain),
            writer: None,
        }
    }

    /// Adds whole rows.
    pub(super) fn add(
        &mut self,
        run: &Run<'_>,
        rows: &RecordBatch,
        places: Places,
    ) -> Result<(), Failure> {
        if places.keys.is_empty() {
            return Ok(());
        }
        let cuts = run.limits.cuts;
        let writer = match &mut self.writer {
            Some(writer) => writer,
            none => {
                let schema = plain::wider(&self.plain, &[KEY, ORDER, HOME]);
                none.insert(run.writer(self.name, schema, cuts)?)
            }
        };
        let to: Vec<Option<usize>> = places
            .keys
            .iter()
            .map(|key| Some(cut(*key, 0, cuts)))
            .collect();
        let more = vec![
            plain::numbers(KEY, places.keys),
            plain::numbers(ORDER, places.orders),
            plain::numbers(HOME, places.homes),
        ];
        let wide = plain::with(rows, more).map_err(|e| error::inside(&e))?;
        writer.add(&wide, to)
    }

    /// Adds rows of which a column alone is known.
    pub(super) fn add_only(
        &mut self,
        run: &Run<'_>,
        column: &str,
        values: &ArrayRef,
        places: Places,
    ) -> Result<(), Failure> {
        let fields = self.plain.fields().iter();
        let columns = fields.map(|field| {
            if field.name() == column {
                Arc::clone(values)
            } else {
                new_null_array(field.data_type(), values.len())
            }
        });
        let rows = plain::of(Arc::clone(&self.plain), columns.collect(), values.len())
            .map_err(|e| error::inside(&e))?;
        self.add(run, &rows, places)
    }

    pub(super) fn finish(self) -> Result<Option<Spilled>, Failure> {
        self.writer.map(Writer::finish).transpose()
    }
}

/// The identifiers of a table's rows by themselves: where equal ones meet.
pub(super) struct Tuples {
    writer: Writer,
    schema: SchemaRef,
    cuts: usize,
}

/// The column of the identifiers there.
pub(super) const ID: &str = "_id";

impl Tuples {
    pub(super) fn new(
        run: &Run<'_>,
        name: &str,
        plain: &Schema,
        column: &str,
    ) -> Result<Self, Failure> {
        let ty = plain
            .field_with_name(column)
            .map_or(DataType::Null, |f| f.data_type().clone());
        let schema = Schema::new(vec![Field::new(ID, ty, true)]);
        let schema = plain::wider(&schema, &[KEY, ORDER, PARTNER]);
        let cuts = run.limits.cuts;
        Ok(Self {
            writer: run.writer(name, Arc::clone(&schema), cuts)?,
            schema,
            cuts,
        })
    }

    /// Adds the rows that have a key and an identifier.
    pub(super) fn add(
        &mut self,
        rows: &RecordBatch,
        column: &str,
        keys: &[Option<u64>],
        orders: &[u64],
        partners: &[Option<u64>],
    ) -> Result<(), Failure> {
        let Some(ids) = rows.column_by_name(column) else {
            return Ok(());
        };
        let of =
            |values: &[Option<u64>]| -> ArrayRef { Arc::new(UInt64Array::from(values.to_vec())) };
        let partners = match partners {
            [] => new_null_array(&DataType::UInt64, rows.num_rows()),
            partners => of(partners),
        };
        let orders = plain::numbers(ORDER, orders.to_vec()).1;
        let columns = vec![Arc::clone(ids), of(keys), orders, partners];
        let tuples = plain::of(Arc::clone(&self.schema), columns, rows.num_rows())
            .map_err(|e| error::inside(&e))?;
        let ids = Column::new(rows, column);
        let to = keys.iter().enumerate().map(|(row, key)| {
            key.and_then(|_| ids.key(row))
                .map(|id| cut(id, 0, self.cuts))
        });
        self.writer.add(&tuples, to)
    }

    pub(super) fn finish(self) -> Result<Spilled, Failure> {
        self.writer.finish()
    }
}

/// The places of the rows of a batch.
pub(super) fn orders(fed: &Fed) -> Vec<u64> {
    let rows = (fed.first..).take(fed.plain.num_rows());
    rows.map(|row| Order::own(row).0).collect()
}

/// The key of each row by a column; who names nobody goes anywhere.
pub(super) fn keys_by(rows: &RecordBatch, column: &str, orders: &[u64]) -> Vec<Option<u64>> {
    let ids = Column::new(rows, column);
    let key = |(row, order): (usize, &u64)| Some(ids.key(row).unwrap_or(nobodys(*order)));
    orders.iter().enumerate().map(key).collect()
}

/// Sends the customers to their ranges.
pub(super) fn customers(run: &Run<'_>, feed: &mut Feed) -> Result<(Spilled, IdsReader), Failure> {
    let mut home = Home::new(run, "customers", &feed.plain)?;
    let mut ids = IdsWriter::new(run.folder)?;
    while let Some(fed) = feed.next()? {
        if let Some(column) = fed.batch.column_by_name("customer_id") {
            ids.add(column)?;
        }
        let orders = orders(&fed);
        home.add(
            &fed.plain,
            &keys_by(&fed.plain, "customer_id", &orders),
            &orders,
        )?;
    }
    Ok((home.finish()?, ids.finish()?))
}

/// What reading the policies gave.
pub(super) struct Policies {
    pub(super) home: Spilled,
    pub(super) ids: Spilled,
    /// Whether some name a partner.
    pub(super) partners: bool,
}

/// Sends the policies to the ranges of their holders.
pub(super) fn policies(run: &Run<'_>, feed: &mut Feed) -> Result<Policies, Failure> {
    let mut home = Home::new(run, "policies", &feed.plain)?;
    let mut ids = Tuples::new(run, "policy-ids", &feed.plain, "policy_id")?;
    let mut any = false;
    while let Some(fed) = feed.next()? {
        let orders = orders(&fed);
        let keys = keys_by(&fed.plain, "customer_id", &orders);
        let named = Column::new(&fed.plain, "partner_id");
        let partners: Vec<Option<u64>> = (0..orders.len()).map(|row| named.key(row)).collect();
        any |= partners.iter().any(Option::is_some);
        home.add(&fed.plain, &keys, &orders)?;
        ids.add(&fed.plain, "policy_id", &keys, &orders, &partners)?;
    }
    Ok(Policies {
        home: home.finish()?,
        ids: ids.finish()?,
        partners: any,
    })
}

/// Sends rows to the range of their policy's identifier, where they will meet it; those without one
/// are told to `lost`.
pub(super) fn by_policy(
    run: &Run<'_>,
    feed: &mut Feed,
    name: &str,
    mut lost: impl FnMut(&RecordBatch, &[bool], &[u64]) -> Result<(), Failure>,
) -> Result<Spilled, Failure> {
    let cuts = run.limits.cuts;
    let mut writer = run.writer(name, plain::wider(&feed.plain, &[ORDER]), cuts)?;
    while let Some(fed) = feed.next()? {
        let orders = orders(&fed);
        let policies = Column::new(&fed.plain, "policy_id");
        let keys: Vec<Option<u64>> = (0..orders.len()).map(|row| policies.key(row)).collect();
        if keys.iter().any(Option::is_none) {
            let nameless: Vec<bool> = keys.iter().map(Option::is_none).collect();
            lost(&fed.plain, &nameless, &orders)?;
        }
        let wide = plain::with(&fed.plain, vec![plain::numbers(ORDER, orders)])
            .map_err(|e| error::inside(&e))?;
        writer.add(
            &wide,
            keys.iter().map(|key| key.map(|key| cut(key, 0, cuts))),
        )?;
    }
    writer.finish()
}

/// Sends the entries to the ranges of their customers, and their identifiers to where equal ones
/// meet.
pub(super) fn entries(run: &Run<'_>, feed: &mut Feed) -> Result<(Spilled, Spilled), Failure> {
    let mut home = Home::new(run, "entries", &feed.plain)?;
    let mut ids = Tuples::new(run, "entry-ids", &feed.plain, "entry_id")?;
    while let Some(fed) = feed.next()? {
        let orders = orders(&fed);
        let keys = keys_by(&fed.plain, "customer_id", &orders);
        home.add(&fed.plain, &keys, &orders)?;
        ids.add(&fed.plain, "entry_id", &keys, &orders, &[])?;
    }
    Ok((home.finish()?, ids.finish()?))
}
