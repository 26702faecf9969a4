//! Sorting where speed is not what counts: once for the whole program.
//!
//! The sorts of the standard library are compiled for each type and comparison, ten kilobytes a piece,
//! which a library that sorts in a hundred places feels. These sort positions, of which there is one
//! type, and then move the items. What an assessment or a solver runs through sorts as usual.

use std::cmp::Ordering;

/// Slices that can be put in order. Every order is stable: items that compare equal stay as they were
/// among themselves.
pub trait InOrder {
    /// What is put in order.
    type Item;

    /// By a comparison.
    fn order_by(&mut self, compare: impl FnMut(&Self::Item, &Self::Item) -> Ordering);

    /// By a key.
    fn order_by_key<K: Ord>(&mut self, mut key: impl FnMut(&Self::Item) -> K) {
        self.order_by(|a, b| key(a).cmp(&key(b)));
    }

    /// As the items themselves say.
    ///
    /// # Example
    /// ```
    /// use insurant_rules::order::InOrder;
    ///
    /// let mut lines = ["property", "motor", "marine"];
    /// lines.order();
    /// assert_eq!(lines, ["marine", "motor", "property"]);
    /// ```
    fn order(&mut self)
    where
        Self::Item: Ord,
    {
        self.order_by(Ord::cmp);
    }
}

impl<T> InOrder for [T] {
    type Item = T;

    fn order_by(&mut self, mut compare: impl FnMut(&T, &T) -> Ordering) {
        let swaps = swaps(self.len(), &mut |a, b| match (self.get(a), self.get(b)) {
            (Some(a), Some(b)) => compare(a, b),
            _ => Ordering::Equal,
        });
        for (a, b) in swaps {
            self.swap(a, b);
        }
    }
}

/// The positions to swap, one pair after another, to put so many items in order.
fn swaps(len: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<(usize, usize)> {
    let mut sources: Vec<usize> = (0..len).collect();
    if sources.is_sorted_by(|a, b| compare(*a, *b).is_le()) {
        return Vec::new();
    }
    sources.sort_by(|a, b| compare(*a, *b));
    // Where each item goes.
    let mut targets = vec![0; len];
    for (target, source) in sources.into_iter().enumerate() {
        if let Some(slot) = targets.get_mut(source) {
            *slot = target;
        }
    }
    let mut swaps = Vec::new();
    for at in 0..len {
        // Each swap brings an item to where it stays, so there are fewer than items.
        while let Some(target) = targets.get(at).copied().filter(|target| *target != at) {
            targets.swap(at, target);
            swaps.push((at, target));
        }
    }
    swaps
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_orders_as_the_stable_sort_does(keys in prop::collection::vec(0_u8..20, 0..200)) {
            let mut items: Vec<(u8, usize)> = keys.into_iter().zip(0..).collect();
            let mut expected = items.clone();
            expected.sort_by_key(|(key, _)| *key);
            items.order_by_key(|(key, _)| *key);
            prop_assert_eq!(&items, &expected);
            expected.sort_by(|a, b| b.cmp(a));
            items.order_by(|a, b| b.cmp(a));
            prop_assert_eq!(&items, &expected);
        }
    }
}
