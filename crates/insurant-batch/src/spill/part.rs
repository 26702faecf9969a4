//! Parts: ranges of customers that fit the memory, with all that belongs to them.

use super::error;
use super::file::{BLOCK, Spilled};
use super::join::DEPTH;
use super::key::{Column, Place, cut};
use super::limits::Limits;
use super::plain::{self, HOME, KEY, ORDER};
use super::route::Run;
use crate::portfolio::{Failure, Order, Which};
use arrow_array::{BooleanArray, RecordBatch};
use arrow_schema::{ArrowError, SchemaRef};
use arrow_select::interleave::interleave_record_batch;
use arrow_select::nullif::nullif;
use std::ops::Range;
use std::sync::Arc;

/// A table, by customer: its rows, and those that stand in for rows of other ranges.
pub(super) struct Files {
    pub(super) which: Which,
    pub(super) plain: SchemaRef,
    pub(super) home: Spilled,
    pub(super) ghosts: Option<Spilled>,
}

/// Some rows of a table, in its order.
#[derive(Debug, Default)]
pub(super) struct Rows {
    pub(super) batches: Vec<RecordBatch>,
    pub(super) orders: Vec<Order>,
}

impl Files {
    /// The rows of ranges. `place` is all of them.
    fn load(&self, cuts: &Range<usize>, place: &Place) -> Result<Rows, Failure> {
        let inside = |e: ArrowError| error::inside(&e);
        let mut blocks: Vec<RecordBatch> = Vec::new();
        let mut rows: Vec<(Order, usize, usize)> = Vec::new();
        for block in self.home.read(cuts.clone())? {
            let block = block?;
            let orders = plain::read(&block, ORDER).into_iter().flatten();
            rows.extend(
                orders
                    .zip(0..)
                    .map(|(order, row)| (Order(order), blocks.len(), row)),
            );
            let block = plain::narrow(&block, &self.plain).map_err(inside)?;
            blocks.push(if self.which == Which::Policies {
                without_partners(&block, place).map_err(inside)?
            } else {
                block
            });
        }
        let mut superfluous = false;
        if let Some(ghosts) = &self.ghosts {
            for block in ghosts.read(cuts.clone())? {
                let block = block?;
                let homes = plain::read(&block, HOME).into_iter().flatten();
                let orders = plain::read(&block, ORDER).into_iter().flatten();
                for (row, (order, home)) in orders.zip(homes).enumerate() {
                    if place.has(home) {
                        superfluous = true;
                    } else {
                        rows.push((Order(order), blocks.len(), row));
                    }
                }
                blocks.push(plain::narrow(&block, &self.plain).map_err(inside)?);
            }
        }
        if !superfluous && rows.is_sorted() {
            let own = rows.iter().filter(|(order, ..)| order.is_own()).count();
            if own == rows.len() {
                let orders = rows.into_iter().map(|(order, ..)| order).collect();
                return Ok(Rows {
                    batches: blocks,
                    orders,
                });
            }
        }
        rows.sort_unstable();
        let blocks: Vec<&RecordBatch> = blocks.iter().collect();
        // Customers who only stand in come last, in batches of their own.
        let last = rows.partition_point(|(order, ..)| *order < Order::LAST);
        let (first, last) = rows.split_at_checked(last).unwrap_or((&rows, &[]));
        let mut batches = Vec::new();
        for some in first.chunks(BLOCK).chain(last.chunks(BLOCK)) {
            let places: Vec<(usize, usize)> =
                some.iter().map(|(_, block, row)| (*block, *row)).collect();
            batches.push(interleave_record_batch(&blocks, &places).map_err(inside)?);
        }
        let orders = rows.iter().map(|(order, ..)| *order).collect();
        Ok(Rows { batches, orders })
    }

    /// Cuts a range again.
    fn split(&self, run: &Run<'_>, from: usize, level: u32, cuts: usize) -> Result<Self, Failure> {
        let finer = |spilled: &Spilled| {
            let mut writer = run.writer("part", Arc::clone(&spilled.schema), cuts)?;
            for block in spilled.read(from..from + 1)? {
                let block = block?;
                let keys = plain::read(&block, KEY).into_iter();
                writer.add(&block, keys.map(|key| key.map(|key| cut(key, level, cuts))))?;
            }
            writer.finish()
        };
        Ok(Self {
            which: self.which,
            plain: Arc::clone(&self.plain),
            home: finer(&self.home)?,
            ghosts: self.ghosts.as_ref().map(finer).transpose()?,
        })
    }
}

/// Policies without the partners of other parts: those parts have the policies of theirs.
fn without_partners(rows: &RecordBatch, place: &Place) -> Result<RecordBatch, ArrowError> {
    let schema = rows.schema();
    let Ok(at) = schema.index_of("partner_id") else {
        return Ok(rows.clone());
    };
    let partners = Column::new(rows, "partner_id");
    let elsewhere = |row| partners.key(row).is_some_and(|key| !place.has(key));
    let elsewhere: Vec<bool> = (0..rows.num_rows()).map(elsewhere).collect();
    if !elsewhere.contains(&true) {
        return Ok(rows.clone());
    }
    let mut columns = rows.columns().to_vec();
    if let Some(column) = columns.get_mut(at) {
        *column = nullif(column, &BooleanArray::from(elsewhere))?;
    }
    plain::of(schema, columns, rows.num_rows())
}

/// The tables, by customer.
pub(super) struct Set {
    pub(super) tables: Vec<Files>,
    pub(super) cuts: usize,
}

/// How much of the tables ranges have.
#[derive(Debug, Clone, Copy, Default)]
struct Size {
    rows: u64,
    /// What a run over them takes, at most.
    need: u64,
}

impl Size {
    const fn and(self, other: Self) -> Self {
        Self {
            rows: self.rows.saturating_add(other.rows),
            need: self.need.saturating_add(other.need),
        }
    }
}

/// Bytes that a row takes in a run, beside its values, when it is not plain.
const fn of_row(which: Which) -> u64 {
    match which {
        Which::Customers => 320,
        Which::Policies | Which::Claims => 240,
        Which::Movements => 160,
        Which::Entries => 400,
    }
}

/// Bytes that a measure takes of a customer.
const OF_MEASURE: u64 = 64;

/// A part at hand.
pub(super) struct Part {
    pub(super) customers: Rows,
    pub(super) policies: Rows,
    pub(super) movements: Rows,
    pub(super) claims: Rows,
    pub(super) entries: Rows,
}

/// Visits parts, one after the other.
pub(super) struct Walk<'w, 'f> {
    pub(super) run: &'w Run<'f>,
    /// How many measures are asked for.
    pub(super) measures: u64,
    pub(super) visit: &'w mut dyn FnMut(Part) -> Result<(), Failure>,
}

impl Walk<'_, '_> {
    fn size(&self, set: &Set, cut: usize) -> Size {
        let mut size = Size::default();
        for files in &set.tables {
            let mut row = of_row(files.which);
            if files.which == Which::Customers {
                row += OF_MEASURE * self.measures;
            }
            let both = [Some(&files.home), files.ghosts.as_ref()];
            for (rows, bytes) in both.into_iter().flatten().map(|spilled| spilled.size(cut)) {
                size = size.and(Size {
                    rows,
                    need: bytes
                        .saturating_mul(2)
                        .saturating_add(rows.saturating_mul(row)),
                });
            }
        }
        size
    }

    /// Visits all of a set whose ranges lie in a place.
    pub(super) fn all(&mut self, set: &Set, place: &Place) -> Result<(), Failure> {
        let limits = self.run.limits;
        let large = |size: Size| size.need > limits.part || size.rows > limits.rows;
        let sizes: Vec<Size> = (0..set.cuts).map(|cut| self.size(set, cut)).collect();
        let whole = sizes
            .iter()
            .fold(Size::default(), |all, size| all.and(*size));
        let mut from = 0;
        while let Some(size) = sizes.get(from) {
            let alone = place.within(set.cuts, from..from + 1);
            // What stays together again and again belongs together.
            let stuck = place.level() >= 2 && size.rows == whole.rows;
            if large(*size) && !stuck && place.level() < DEPTH {
                let finer = self.split(set, from, &alone, *size)?;
                self.all(&finer, &alone)?;
                finer.remove()?;
                from += 1;
                continue;
            }
            if size.need > limits.part {
                let why = "a customer with all that belongs to it does not fit the memory";
                return Err(error::too_small(
                    limits.memory,
                    Limits::least(size.need),
                    why,
                ));
            }
            let mut together = *size;
            let mut to = from + 1;
            while let Some(next) = sizes.get(to).filter(|next| !large(together.and(**next))) {
                together = together.and(*next);
                to += 1;
            }
            if together.rows > 0 {
                (self.visit)(set.load(from..to, &place.within(set.cuts, from..to))?)?;
            }
            from = to;
        }
        Ok(())
    }

    fn split(&self, set: &Set, from: usize, place: &Place, size: Size) -> Result<Set, Failure> {
        let limits = self.run.limits;
        let cuts = if size.need > limits.part {
            let wanted = size.need / limits.part.max(1) * 3;
            usize::try_from(wanted).unwrap_or(usize::MAX).clamp(4, 256)
        } else {
            limits.cuts.max(2)
        };
        let tables = set.tables.iter();
        let tables = tables.map(|files| files.split(self.run, from, place.level(), cuts));
        Ok(Set {
            tables: tables.collect::<Result<_, _>>()?,
            cuts,
        })
    }
}

impl Set {
    fn load(&self, cuts: Range<usize>, place: &Place) -> Result<Part, Failure> {
        let rows = |which: Which| {
            let files = self.tables.iter().find(|files| files.which == which);
            files.map_or(Ok(Rows::default()), |files| files.load(&cuts, place))
        };
        Ok(Part {
            customers: rows(Which::Customers)?,
            policies: rows(Which::Policies)?,
            movements: rows(Which::Movements)?,
            claims: rows(Which::Claims)?,
            entries: rows(Which::Entries)?,
        })
    }

    /// Removes the files.
    pub(super) fn remove(self) -> Result<(), Failure> {
        for files in self.tables {
            files.home.remove()?;
            files.ghosts.map_or(Ok(()), Spilled::remove)?;
        }
        Ok(())
    }
}
