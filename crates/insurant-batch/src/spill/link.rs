//! What leads from a customer to another: policies placed by a partner, and claims that name
//! somebody else than the holder of their policy.

use super::error;
use super::file::Spilled;
use super::join::{Known, chosen, gather};
use super::key::{Column, cut};
use super::limits::Limits;
use super::plain::{self, HOME, KEY, ORDER, POLICY};
use super::route::{Ghosts, Home, Places, Run, Tuples};
use crate::portfolio::{Failure, Order};
use arrow_array::{Array, ArrayRef, RecordBatch, UInt32Array};
use arrow_schema::ArrowError;
use arrow_select::concat::concat;
use arrow_select::interleave::interleave;
use arrow_select::take::take;
use std::collections::HashMap;
use std::sync::Arc;

/// Follows the links, range by range of the holders.
pub(super) struct Links<'l, 'f> {
    pub(super) run: &'l Run<'f>,
    pub(super) customers: &'l Spilled,
    pub(super) policies: &'l Spilled,
    /// Whether policies name partners.
    pub(super) partners: bool,
    pub(super) doubted: Option<&'l Spilled>,
    pub(super) claims: &'l mut Home,
    pub(super) claim_ids: &'l mut Tuples,
    pub(super) customer_ghosts: &'l mut Ghosts,
    pub(super) policy_ghosts: &'l mut Ghosts,
    pub(super) claim_ghosts: &'l mut Ghosts,
    pub(super) policy_schema: arrow_schema::SchemaRef,
}

/// Policies whose holder is in doubt: their identifier, once it is seen that there is no holder.
type Asked = HashMap<u64, Option<ArrayRef>>;

/// Who stands for all holders of a range whose policies a partner of another range placed: to the
/// partner one holder is as good as another, and to carry each would fill the memory.
#[derive(Default)]
struct Holders {
    /// By the key of the partner: the position among the identifiers, from 1.
    of: HashMap<u64, usize>,
    ids: Vec<ArrayRef>,
}

impl Holders {
    /// The identifiers of holders: of a row of the block (0), or one of those who stand for all.
    fn name(
        &self,
        block: &RecordBatch,
        named: &[(usize, usize)],
    ) -> Result<Option<ArrayRef>, ArrowError> {
        let Some(own) = block.column_by_name("customer_id") else {
            return Ok(None);
        };
        let all = std::iter::once(own).chain(&self.ids);
        let all: Vec<&dyn Array> = all.map(AsRef::as_ref).collect();
        interleave(&all, named).map(Some)
    }
}

/// Policies with other holders.
fn with_holders(rows: &RecordBatch, ids: Option<ArrayRef>) -> Result<RecordBatch, ArrowError> {
    let mut columns = rows.columns().to_vec();
    let at = rows.schema().index_of("customer_id")?;
    if let (Some(column), Some(ids)) = (columns.get_mut(at), ids) {
        *column = ids;
    }
    plain::of(rows.schema(), columns, rows.num_rows())
}

impl Links<'_, '_> {
    pub(super) fn follow(&mut self) -> Result<(), Failure> {
        for cut in 0..self.customers.cuts() {
            let doubted = self.doubted.map_or(0, |doubted| doubted.size(cut).0);
            if !self.partners && doubted == 0 {
                continue;
            }
            let limits = self.run.limits;
            let (rows, bytes) = self.customers.size(cut);
            let need = bytes.saturating_add(rows.saturating_mul(16));
            if need > limits.part {
                let why = "the identifiers of a range of customers do not fit the memory";
                return Err(error::too_small(limits.memory, Limits::least(need), why));
            }
            self.of_range(cut)?;
        }
        Ok(())
    }

    fn of_range(&mut self, cut: usize) -> Result<(), Failure> {
        let column = self.customers.schema.index_of("customer_id").unwrap_or(0);
        let customers = gather(self.customers, cut..cut + 1, Some(vec![column]))?;
        let known = Known::new(&customers, "customer_id", |_, _| {});
        let mut asked = Asked::new();
        if let Some(doubted) = self.doubted {
            for block in doubted.read(cut..cut + 1)? {
                asked.extend(
                    plain::told(&block?, POLICY)
                        .into_iter()
                        .map(|policy| (policy, None)),
                );
            }
        }
        let mut holders = Holders::default();
        for block in self.policies.read(cut..cut + 1)? {
            self.placed(&block?, &customers, &known, &mut asked, &mut holders)?;
        }
        if let Some(doubted) = self.doubted {
            for block in doubted.read(cut..cut + 1)? {
                self.named(&block?, &asked)?;
            }
        }
        Ok(())
    }

    /// A partner's range learns of the policies that the partner placed, and that they have a holder.
    fn placed(
        &mut self,
        block: &RecordBatch,
        customers: &RecordBatch,
        known: &Known,
        asked: &mut Asked,
        holders: &mut Holders,
    ) -> Result<(), Failure> {
        let (orders, keys) = (plain::told(block, ORDER), plain::told(block, KEY));
        let rows = plain::narrow(block, &self.policy_schema).map_err(|e| error::inside(&e))?;
        let of = Column::new(block, "customer_id");
        let partners = Column::new(block, "partner_id");
        let (mut placed, mut places) = (Vec::new(), Places::default());
        let (mut held, mut holder_places) = (Vec::new(), Places::default());
        let mut named = Vec::new();
        for ((number, row), (&order, &key)) in (0_u32..).zip(0..).zip(orders.iter().zip(&keys)) {
            let partner = partners.key(row).filter(|_| self.partners);
            let doubted = asked.get_mut(&order);
            if partner.is_none() && doubted.is_none() {
                continue;
            }
            let holder = of.id(row).and_then(|id| known.find(id));
            if let (Some(doubted), None) = (doubted, holder) {
                *doubted = block
                    .column_by_name("policy_id")
                    .map(|ids| ids.slice(row, 1));
            }
            let Some(partner) = partner else {
                continue;
            };
            placed.push(number);
            places.push(partner, Order(order).again(), key);
            let Some(holder) = holder.and_then(|holder| u32::try_from(holder).ok()) else {
                named.push((0, row));
                continue;
            };
            // Holders of one range are with the partner all or none, unless the partner is of it.
            let cuts = self.run.limits.cuts;
            let elsewhere = cut(key, 0, cuts) != cut(partner, 0, cuts);
            if let Some(first) = holders.of.get(&partner).filter(|_| elsewhere) {
                named.push((*first, 0));
                continue;
            }
            named.push((0, row));
            held.push(holder);
            holder_places.push(partner, Order::LAST, key);
            if let Some(ids) = rows.column_by_name("customer_id").filter(|_| elsewhere) {
                holders.ids.push(ids.slice(row, 1));
                holders.of.insert(partner, holders.ids.len());
            }
        }
        if placed.is_empty() {
            return Ok(());
        }
        let ids = holders.name(&rows, &named).map_err(|e| error::inside(&e))?;
        let rows = chosen(&rows, placed).map_err(|e| error::inside(&e))?;
        let rows = with_holders(&rows, ids).map_err(|e| error::inside(&e))?;
        self.policy_ghosts.add(self.run, &rows, places)?;
        let ids = take(customers.column(0), &UInt32Array::from(held), None)
            .map_err(|e| error::inside(&e))?;
        self.customer_ghosts
            .add_only(self.run, "customer_id", &ids, holder_places)
    }

    /// A claim that names another than the holder of its policy goes to the holder, and whom it
    /// names is told; when there is no such holder, it goes to whom it names, and what is known of
    /// its policy with it.
    fn named(&mut self, block: &RecordBatch, asked: &Asked) -> Result<(), Failure> {
        let rows = plain::narrow(block, &self.claims.plain).map_err(|e| error::inside(&e))?;
        let (orders, named) = (plain::told(block, ORDER), plain::told(block, KEY));
        let (homes, policies) = (plain::told(block, HOME), plain::told(block, POLICY));
        let mut keys = Vec::with_capacity(orders.len());
        let (mut told, mut told_places) = (Vec::new(), Places::default());
        let (mut ids, mut id_places) = (Vec::new(), Places::default());
        let all = named.iter().zip(&homes).zip(orders.iter().zip(&policies));
        for (number, ((&named, &home), (&order, policy))) in (0_u32..).zip(all) {
            match asked.get(policy) {
                Some(Some(id)) => {
                    keys.push(Some(named));
                    ids.push(Arc::clone(id));
                    id_places.push(named, Order(*policy).after(), home);
                }
                _ => {
                    keys.push(Some(home));
                    told.push(number);
                    told_places.push(named, Order(order).after(), home);
                }
            }
        }
        self.claims.add(&rows, &keys, &orders)?;
        self.claim_ids.add(&rows, "claim_id", &keys, &orders, &[])?;
        if let Some(column) = rows.column_by_name("customer_id") {
            let names =
                take(column, &UInt32Array::from(told), None).map_err(|e| error::inside(&e))?;
            if !names.is_empty() {
                self.claim_ghosts
                    .add_only(self.run, "customer_id", &names, told_places)?;
            }
        }
        if ids.is_empty() {
            return Ok(());
        }
        let ids: Vec<&dyn Array> = ids.iter().map(AsRef::as_ref).collect();
        let ids = concat(&ids).map_err(|e| error::inside(&e))?;
        self.policy_ghosts
            .add_only(self.run, "policy_id", &ids, id_places)
    }
}
