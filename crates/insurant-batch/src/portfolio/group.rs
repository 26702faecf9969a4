//! Rows by their owner, side by side.

use super::ids::at;

/// Items in the order of their owners; within one owner, in the order of the file.
#[derive(Debug, Clone)]
pub(crate) struct Grouped<T> {
    items: Vec<T>,
    /// Where each owner's items begin, and the end of all. Empty when there are no items.
    offsets: Vec<u32>,
    /// The number each item had before.
    order: Vec<u32>,
}

impl<T> Default for Grouped<T> {
    fn default() -> Self {
        Self {
            items: Vec::new(),
            offsets: Vec::new(),
            order: Vec::new(),
        }
    }
}

impl<T: Copy> Grouped<T> {
    /// Groups `items` by `owners`; items of an owner who is not below `groups` are left out.
    /// There are fewer than 2^32 items.
    pub(crate) fn new(items: Vec<T>, owners: &[u32], groups: usize) -> Self {
        if items.is_empty() {
            return Self::default();
        }
        let mut offsets = vec![0_u32; groups + 1];
        for &owner in owners {
            if let Some(count) = offsets
                .get_mut(at(owner) + 1)
                .filter(|_| at(owner) < groups)
            {
                *count += 1;
            }
        }
        let mut sum = 0;
        for offset in &mut offsets {
            sum += *offset;
            *offset = sum;
        }
        let mut next = offsets.clone();
        let mut order = vec![0_u32; at(sum)];
        for (number, &owner) in (0_u32..).zip(owners) {
            if at(owner) < groups
                && let Some(slot) = next.get_mut(at(owner))
                && let Some(place) = order.get_mut(at(*slot))
            {
                *place = number;
                *slot += 1;
            }
        }
        let in_order = order.len() == items.len() && (0_u32..).zip(&order).all(|(i, &n)| i == n);
        let items = if in_order {
            items
        } else {
            order
                .iter()
                .filter_map(|&n| items.get(at(n)).copied())
                .collect()
        };
        Self {
            items,
            offsets,
            order,
        }
    }

    /// The slots of an owner.
    #[inline]
    pub(crate) fn range(&self, owner: usize) -> std::ops::Range<usize> {
        match (self.offsets.get(owner), self.offsets.get(owner + 1)) {
            (Some(&from), Some(&to)) => at(from)..at(to),
            _ => 0..0,
        }
    }

    /// The items of an owner.
    #[inline]
    pub(crate) fn of(&self, owner: usize) -> &[T] {
        self.items.get(self.range(owner)).unwrap_or_default()
    }

    /// Every item.
    pub(crate) fn items(&self) -> &[T] {
        &self.items
    }

    /// The number that the item of a slot had before.
    pub(crate) fn number(&self, slot: usize) -> Option<usize> {
        self.order.get(slot).map(|&n| at(n))
    }

    /// For each number the slot it went to; numbers left out go to slot 0.
    pub(crate) fn slots(&self, numbers: usize) -> Vec<u32> {
        let mut slots = vec![0_u32; numbers];
        for (slot, &number) in (0_u32..).zip(&self.order) {
            if let Some(place) = slots.get_mut(at(number)) {
                *place = slot;
            }
        }
        slots
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::portfolio::ids::NOBODY;

    #[test]
    fn groups_keep_the_order_of_the_file() {
        let grouped = Grouped::new(vec!['a', 'b', 'c', 'd', 'e'], &[2, 0, NOBODY, 2, 0], 3);
        assert_eq!(grouped.of(0), ['b', 'e']);
        assert_eq!(grouped.of(1), []);
        assert_eq!(grouped.of(2), ['a', 'd']);
        assert_eq!(grouped.of(3), []);
        assert_eq!(grouped.number(2), Some(0));
        assert_eq!(grouped.slots(5), [2, 0, 0, 3, 1]);
    }
}
