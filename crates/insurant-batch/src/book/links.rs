//! Which rows name the same customer, policy, claim or entry: rows that do may bear on each other.

use crate::spill::key::mix;
use std::collections::HashMap;

/// What an identifier names.
#[derive(Debug, Clone, Copy)]
pub(super) enum Node {
    Customer = 1,
    Policy,
    Claim,
    Entry,
}

impl Node {
    /// The number of what an identifier with this key names. Two that share a number by chance are
    /// only looked at together once more.
    pub(super) const fn of(self, key: u64) -> u64 {
        mix(key ^ mix(self as u64))
    }
}

/// A row: the table, and the place in it.
pub(super) type Row = (usize, u32);

#[derive(Default)]
pub(super) struct Links(HashMap<u64, Vec<Row>>);

impl Links {
    pub(super) fn add(&mut self, row: Row, nodes: impl Iterator<Item = u64>) {
        for node in nodes {
            self.0.entry(node).or_default().push(row);
        }
    }

    pub(super) fn remove(&mut self, row: Row, nodes: impl Iterator<Item = u64>) {
        for node in nodes {
            if let Some(rows) = self.0.get_mut(&node) {
                rows.retain(|own| *own != row);
                if rows.is_empty() {
                    self.0.remove(&node);
                }
            }
        }
    }

    /// The rows that name it.
    pub(super) fn of(&self, node: u64) -> &[Row] {
        self.0.get(&node).map_or(&[], Vec::as_slice)
    }
}
