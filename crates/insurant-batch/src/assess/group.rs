//! Rows by their customers: first by partition, in cache-sized pieces; within a partition by
//! counting.

use super::rows::Placed;
use super::sheet::NOBODY;
use super::workspace::{Kept, Workspace};

/// How customers are cut into partitions: runs of `1 << shift` positions.
#[derive(Debug, Clone, Copy)]
pub(super) struct Partitions {
    shift: u32,
    count: usize,
}

impl Partitions {
    /// For so many customers.
    pub(super) fn new(customers: usize) -> Self {
        let size = (customers / 512)
            .next_power_of_two()
            .clamp(1 << 10, 1 << 14);
        Self {
            shift: size.trailing_zeros(),
            count: customers.div_ceil(size),
        }
    }

    /// How many there are.
    pub(super) const fn count(self) -> usize {
        self.count
    }

    /// How many customers a partition has, at most.
    pub(super) const fn size(self) -> usize {
        1 << self.shift
    }

    #[inline]
    pub(super) const fn of(self, customer: u32) -> usize {
        (customer >> self.shift) as usize
    }

    /// The place of a customer in its partition; there are at most 2^14.
    #[inline]
    pub(super) fn local(self, customer: u32) -> u16 {
        u16::try_from(customer & ((1 << self.shift) - 1)).unwrap_or(0)
    }
}

/// The rows of a chunk by partition, within one in the order of the table.
#[derive(Debug)]
pub(super) struct Bundle<T> {
    rows: Vec<T>,
    starts: Vec<u32>,
}

/// Where the rows of a chunk go.
#[derive(Debug)]
pub(super) struct Room {
    next: Vec<u32>,
}

const fn at(number: u32) -> usize {
    number as usize
}

impl Room {
    /// Counts the rows of each partition; those of nobody are left out.
    pub(super) fn new(owners: &[u32], partitions: Partitions) -> Self {
        let mut next = vec![0_u32; partitions.count() + 1];
        for &owner in owners {
            if owner != NOBODY
                && let Some(count) = next.get_mut(partitions.of(owner) + 1)
            {
                *count += 1;
            }
        }
        let mut sum = 0;
        for count in &mut next {
            sum += *count;
            *count = sum;
        }
        Self { next }
    }

    /// Puts rows where they go.
    pub(super) fn bundle<T: Placed + Kept>(
        mut self,
        owners: &[u32],
        partitions: Partitions,
        room: &Workspace,
        rows: impl Iterator<Item = T>,
    ) -> Bundle<T> {
        let starts = self.next.clone();
        let all = at(starts.last().copied().unwrap_or(0));
        // Each place is written once below.
        let mut placed = T::pool(room).take();
        placed.resize(all, T::default());
        for (&owner, row) in owners.iter().zip(rows) {
            if owner != NOBODY
                && let Some(next) = self.next.get_mut(partitions.of(owner))
                && let Some(place) = placed.get_mut(at(*next))
            {
                *place = row;
                *next += 1;
            }
        }
        Bundle {
            rows: placed,
            starts,
        }
    }
}

impl<T: Kept> Bundle<T> {
    /// Gives the memory back.
    pub(super) fn end(self, room: &Workspace) {
        T::pool(room).give(self.rows);
    }
}

impl<T> Bundle<T> {
    /// The rows of a partition.
    fn of(&self, partition: usize) -> &[T] {
        match (self.starts.get(partition), self.starts.get(partition + 1)) {
            (Some(&from), Some(&to)) => self.rows.get(at(from)..at(to)).unwrap_or_default(),
            _ => &[],
        }
    }
}

/// The rows of one partition by customer.
#[derive(Debug, Default)]
pub(super) struct Sorted<T> {
    rows: Vec<T>,
    starts: Vec<u32>,
}

impl<T: Placed> Sorted<T> {
    /// Takes the rows of a partition out of all bundles.
    pub(super) fn fill(&mut self, bundles: &[Bundle<T>], partition: usize, size: usize) {
        self.starts.clear();
        self.starts.resize(size + 2, 0);
        let mut all = 0;
        for bundle in bundles {
            let rows = bundle.of(partition);
            all += rows.len();
            for row in rows {
                if let Some(count) = self.starts.get_mut(usize::from(row.local()) + 2) {
                    *count += 1;
                }
            }
        }
        let mut sum = 0;
        for count in &mut self.starts {
            sum += *count;
            *count = sum;
        }
        // Each place is written once below.
        self.rows.resize(all, T::default());
        for bundle in bundles {
            for row in bundle.of(partition) {
                if let Some(next) = self.starts.get_mut(usize::from(row.local()) + 1)
                    && let Some(place) = self.rows.get_mut(at(*next))
                {
                    *place = *row;
                    *next += 1;
                }
            }
        }
    }

    /// The rows of a customer, by its place in the partition.
    #[inline]
    pub(super) fn of(&self, local: usize) -> &[T] {
        match (self.starts.get(local), self.starts.get(local + 1)) {
            (Some(&from), Some(&to)) => self.rows.get(at(from)..at(to)).unwrap_or_default(),
            _ => &[],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::rows::PolicyRow;
    use super::*;

    #[test]
    fn rows_come_by_customer_in_the_order_of_the_table() {
        let partitions = Partitions::new(3000);
        assert_eq!((partitions.size(), partitions.count()), (1024, 3));
        let owners: Vec<Vec<u32>> = vec![vec![2999, 0, NOBODY, 1024, 0], vec![0, 2048, 1024]];
        let mut number = 0;
        let bundles: Vec<Bundle<PolicyRow>> = owners
            .iter()
            .map(|owners| {
                let rows = owners.iter().map(|&owner| {
                    number += 1;
                    PolicyRow {
                        row: number,
                        local: partitions.local(owner),
                        ..PolicyRow::default()
                    }
                });
                let room = Workspace::new();
                Room::new(owners, partitions).bundle(owners, partitions, &room, rows)
            })
            .collect();
        let mut sorted = Sorted::default();
        let mut of = |customer: u32| {
            sorted.fill(&bundles, partitions.of(customer), partitions.size());
            let local = usize::from(partitions.local(customer));
            sorted
                .of(local)
                .iter()
                .map(|row| row.row)
                .collect::<Vec<_>>()
        };
        assert_eq!(of(0), [2, 5, 6]);
        assert_eq!(of(1), []);
        assert_eq!(of(1024), [4, 8]);
        assert_eq!(of(2048), [7]);
        assert_eq!(of(2999), [1]);
    }
}
