//! Where equal identifiers meet: movements and claims find their policy, and with it their range; a
//! second row of an identifier finds the first.

use super::error;
use super::file::Spilled;
use super::key::{Column, Id, cut, nobodys};
use super::limits::Limits;
use super::plain::{self, HOME, KEY, ORDER, PARTNER, POLICY};
use super::route::{Ghosts, Home, ID, Places, Run, Tuples};
use crate::portfolio::{Failure, Order};
use arrow_array::{RecordBatch, UInt32Array};
use arrow_schema::{ArrowError, SchemaRef};
use arrow_select::concat::concat_batches;
use arrow_select::take::{take, take_record_batch};
use hashbrown::HashTable;
use std::ops::Range;
use std::sync::Arc;

/// How often a range is cut again at most.
pub(super) const DEPTH: u32 = 8;

/// A column of identifiers in which they are found.
pub(super) struct Known {
    ids: Column,
    table: HashTable<u32>,
}

impl Known {
    /// Tells the first row and the later one of each identifier that is there again.
    pub(super) fn new(rows: &RecordBatch, column: &str, mut again: impl FnMut(u32, u32)) -> Self {
        let ids = Column::new(rows, column);
        let mut table: HashTable<u32> = HashTable::with_capacity(rows.num_rows());
        for (number, row) in (0_u32..).zip(0..rows.num_rows()) {
            let Some(id) = ids.id(row) else {
                continue;
            };
            let key = id.key();
            match table.find(key, |first| ids.id(at(*first)) == Some(id)) {
                Some(first) => again(*first, number),
                None => {
                    table.insert_unique(key, number, |row| ids.key(at(*row)).unwrap_or(0));
                }
            }
        }
        Self { ids, table }
    }

    pub(super) fn find(&self, id: Id<'_>) -> Option<usize> {
        let found = self
            .table
            .find(id.key(), |row| self.ids.id(at(*row)) == Some(id));
        found.map(|row| at(*row))
    }
}

const fn at(row: u32) -> usize {
    row as usize
}

/// All rows of a range in one batch.
pub(super) fn gather(
    spilled: &Spilled,
    cuts: Range<usize>,
    columns: Option<Vec<usize>>,
) -> Result<RecordBatch, Failure> {
    let schema = match &columns {
        Some(columns) => spilled.schema.project(columns).map(Arc::new),
        None => Ok(Arc::clone(&spilled.schema)),
    };
    let schema: SchemaRef = schema.map_err(|e| error::inside(&e))?;
    let blocks: Vec<RecordBatch> = spilled.columns(cuts, columns)?.collect::<Result<_, _>>()?;
    concat_batches(&schema, &blocks).map_err(|e| error::inside(&e))
}

/// Chosen rows of a batch.
pub(super) fn chosen(rows: &RecordBatch, which: Vec<u32>) -> Result<RecordBatch, ArrowError> {
    take_record_batch(rows, &UInt32Array::from(which))
}

/// Rows in the order of their table: those of claims come by way of their policies.
fn in_order(rows: RecordBatch) -> Result<RecordBatch, Failure> {
    let orders = plain::read(&rows, ORDER);
    if orders.is_sorted() {
        return Ok(rows);
    }
    let mut sorted: Vec<(Option<u64>, u32)> = orders.into_iter().zip(0..).collect();
    sorted.sort_unstable();
    let sorted = sorted.into_iter().map(|(_, row)| row).collect();
    chosen(&rows, sorted).map_err(|e| error::inside(&e))
}

/// Lets rows that have an identifier once more find each other: the later one learns that there is a
/// first, whose customer learns that there is a later one.
fn again(
    run: &Run<'_>,
    ghosts: &mut Ghosts,
    column: &str,
    tuples: &Tuple,
    twice: &[(u32, u32)],
) -> Result<(), Failure> {
    let (mut rows, mut places) = (Vec::new(), Places::default());
    for &(first, later) in twice {
        let (Some(of_first), Some(of_later)) = (tuples.key(at(first)), tuples.key(at(later)))
        else {
            continue;
        };
        let before = tuples.order(at(later)).before();
        if of_first != of_later {
            rows.extend([later, later]);
            places.push(of_later, before, of_first);
            places.push(of_first, before, of_later);
        }
        if let Some(partner) = tuples.partner(at(later)) {
            rows.push(later);
            places.push(partner, before, of_first);
        }
    }
    if rows.is_empty() {
        return Ok(());
    }
    let ids = take(&tuples.ids, &UInt32Array::from(rows), None).map_err(|e| error::inside(&e))?;
    ghosts.add_only(run, column, &ids, places)
}

/// The identifiers of a range, with the keys of their rows.
struct Tuple {
    ids: arrow_array::ArrayRef,
    keys: Vec<Option<u64>>,
    orders: Vec<Option<u64>>,
    partners: Vec<Option<u64>>,
}

impl Tuple {
    fn key(&self, row: usize) -> Option<u64> {
        self.keys.get(row).copied().flatten()
    }

    fn order(&self, row: usize) -> Order {
        Order(self.orders.get(row).copied().flatten().unwrap_or(0))
    }

    fn partner(&self, row: usize) -> Option<u64> {
        self.partners.get(row).copied().flatten()
    }
}

/// Who gets what meeting identifiers tell.
pub(super) struct Meeting<'m, 'f> {
    pub(super) run: &'m Run<'f>,
    /// The table of the identifiers, and the column of theirs.
    pub(super) ghosts: &'m mut Ghosts,
    pub(super) column: &'static str,
    pub(super) movements: Option<Movements<'m>>,
    pub(super) claims: Option<Claims<'m>>,
}

/// Endorsements, and where they go.
pub(super) struct Movements<'m> {
    pub(super) home: &'m mut Home,
    pub(super) ghosts: &'m mut Ghosts,
}

/// Claims, and where they go.
pub(super) struct Claims<'m> {
    pub(super) home: &'m mut Home,
    pub(super) ids: &'m mut Tuples,
    /// Those that name somebody else than the holder of their policy.
    pub(super) doubted: &'m mut Doubted,
}

/// Claims that name a customer beside a policy of another: by the range of the policy's holder,
/// where it is seen whether there is one.
pub(super) struct Doubted {
    pub(super) plain: SchemaRef,
    pub(super) writer: Option<super::file::Writer>,
}

impl Doubted {
    fn add(
        &mut self,
        run: &Run<'_>,
        rows: &RecordBatch,
        columns: [Vec<u64>; 4],
    ) -> Result<(), Failure> {
        let names = [ORDER, KEY, HOME, POLICY];
        let cuts = run.limits.cuts;
        let writer = match &mut self.writer {
            Some(writer) => writer,
            none => none.insert(run.writer("doubted", plain::wider(&self.plain, &names), cuts)?),
        };
        let [_, _, homes, _] = &columns;
        let to: Vec<Option<usize>> = homes.iter().map(|home| Some(cut(*home, 0, cuts))).collect();
        let more = names.iter().zip(columns);
        let more = more.map(|(name, values)| plain::numbers(name, values));
        let wide = plain::with(rows, more.collect()).map_err(|e| error::inside(&e))?;
        writer.add(&wide, to)
    }
}

/// The files whose identifiers meet.
#[derive(Clone, Copy)]
pub(super) struct Sides<'s> {
    pub(super) tuples: &'s Spilled,
    pub(super) movements: Option<&'s Spilled>,
    pub(super) claims: Option<&'s Spilled>,
}

impl Meeting<'_, '_> {
    /// Lets all meet, range by range.
    pub(super) fn hold(&mut self, sides: Sides<'_>, level: u32) -> Result<(), Failure> {
        let limits = self.run.limits;
        for cut in 0..sides.tuples.cuts() {
            let (rows, bytes) = sides.tuples.size(cut);
            let need = bytes
                .saturating_mul(2)
                .saturating_add(rows.saturating_mul(48));
            if (need > limits.part || rows > limits.rows) && level < DEPTH {
                self.finer(sides, cut, level + 1)?;
            } else if need > limits.part {
                let why = "the rows of one identifier do not fit the memory";
                return Err(error::too_small(limits.memory, Limits::least(need), why));
            } else {
                self.meet(sides, cut)?;
            }
        }
        Ok(())
    }

    /// Cuts a range again.
    fn finer(&mut self, sides: Sides<'_>, cut: usize, level: u32) -> Result<(), Failure> {
        let split = |spilled: &Spilled, column: &str| {
            let cuts = self.run.limits.cuts.clamp(2, 16);
            let mut writer = self
                .run
                .writer("finer", Arc::clone(&spilled.schema), cuts)?;
            for block in spilled.read(cut..cut + 1)? {
                let block = block?;
                let ids = Column::new(&block, column);
                let to = |row| ids.key(row).map(|key| super::key::cut(key, level, cuts));
                writer.add(&block, (0..block.num_rows()).map(to))?;
            }
            writer.finish()
        };
        let by_policy =
            |spilled: Option<&Spilled>| spilled.map(|s| split(s, "policy_id")).transpose();
        let tuples = split(sides.tuples, ID)?;
        let (movements, claims) = (by_policy(sides.movements)?, by_policy(sides.claims)?);
        let finer = Sides {
            tuples: &tuples,
            movements: movements.as_ref(),
            claims: claims.as_ref(),
        };
        self.hold(finer, level)?;
        let all = [Some(tuples), movements, claims];
        all.into_iter().flatten().try_for_each(Spilled::remove)
    }

    fn meet(&mut self, sides: Sides<'_>, cut: usize) -> Result<(), Failure> {
        let size = |spilled: Option<&Spilled>| spilled.map_or(0, |spilled| spilled.size(cut).0);
        if size(Some(sides.tuples)) + size(sides.movements) + size(sides.claims) == 0 {
            return Ok(());
        }
        let rows = in_order(gather(sides.tuples, cut..cut + 1, None)?)?;
        let mut twice = Vec::new();
        let known = Known::new(&rows, ID, |first, later| twice.push((first, later)));
        let tuples = Tuple {
            ids: Arc::clone(rows.column(0)),
            keys: plain::read(&rows, KEY),
            orders: plain::read(&rows, ORDER),
            partners: plain::read(&rows, PARTNER),
        };
        again(self.run, self.ghosts, self.column, &tuples, &twice)?;
        if let (Some(to), Some(spilled)) = (&mut self.movements, sides.movements) {
            for block in spilled.read(cut..cut + 1)? {
                to.send(self.run, &block?, &known, &tuples)?;
            }
        }
        if let (Some(to), Some(spilled)) = (&mut self.claims, sides.claims) {
            for block in spilled.read(cut..cut + 1)? {
                to.send(self.run, &block?, &known, &tuples)?;
            }
        }
        Ok(())
    }
}

impl Movements<'_> {
    /// Endorsements go where their policy is, and where its partner is.
    fn send(
        &mut self,
        run: &Run<'_>,
        block: &RecordBatch,
        known: &Known,
        tuples: &Tuple,
    ) -> Result<(), Failure> {
        let orders = plain::told(block, ORDER);
        let rows = plain::narrow(block, &self.home.plain).map_err(|e| error::inside(&e))?;
        let policies = Column::new(block, "policy_id");
        let (mut again, mut places) = (Vec::new(), Places::default());
        let mut keys = Vec::with_capacity(orders.len());
        for ((number, row), &order) in (0_u32..).zip(0..).zip(&orders) {
            let id = policies.id(row);
            let found = id.and_then(|id| known.find(id));
            let key = found.and_then(|policy| tuples.key(policy));
            if let (Some(home), Some(partner)) =
                (key, found.and_then(|policy| tuples.partner(policy)))
            {
                again.push(number);
                places.push(partner, Order(order).again(), home);
            }
            keys.push(key.or_else(|| id.map(Id::key)));
        }
        self.home.add(&rows, &keys, &orders)?;
        let again = chosen(&rows, again).map_err(|e| error::inside(&e))?;
        self.ghosts.add(run, &again, places)
    }
}

impl Claims<'_> {
    /// Claims go where their policy is; without one, to whom they name.
    fn send(
        &mut self,
        run: &Run<'_>,
        block: &RecordBatch,
        known: &Known,
        tuples: &Tuple,
    ) -> Result<(), Failure> {
        let orders = plain::told(block, ORDER);
        let rows = plain::narrow(block, &self.home.plain).map_err(|e| error::inside(&e))?;
        let (policies, named) = (
            Column::new(block, "policy_id"),
            Column::new(block, "customer_id"),
        );
        let mut keys: Vec<Option<u64>> = Vec::with_capacity(orders.len());
        let mut doubted = Vec::new();
        let mut columns: [Vec<u64>; 4] = Default::default();
        for ((number, row), &order) in (0_u32..).zip(0..).zip(&orders) {
            let found = policies.id(row).and_then(|id| known.find(id));
            let key = found.and_then(|policy| tuples.key(policy));
            match (found, key, named.key(row)) {
                (Some(policy), Some(home), Some(named)) if home != named => {
                    doubted.push(number);
                    let all = [order, named, home, tuples.order(policy).0];
                    for (column, value) in columns.iter_mut().zip(all) {
                        column.push(value);
                    }
                    keys.push(None);
                }
                (_, Some(home), _) => keys.push(Some(home)),
                (_, None, named) => keys.push(Some(named.unwrap_or(nobodys(order)))),
            }
        }
        self.home.add(&rows, &keys, &orders)?;
        self.ids.add(&rows, "claim_id", &keys, &orders, &[])?;
        if doubted.is_empty() {
            return Ok(());
        }
        let doubted = chosen(&rows, doubted).map_err(|e| error::inside(&e))?;
        self.doubted.add(run, &doubted, columns)
    }
}
