//! Merges seen over many complaints: those that go round in a ring, and survivors to be found.

use super::Complaint;
use std::collections::{BTreeMap, BTreeSet};

/// Which complaint goes on as part of which, over many logs.
///
/// [`super::Merge`] keeps two complaints from being merged into each other when both are at hand.
/// Logs that were written elsewhere, each by itself in order, may say so all the same: only all of
/// them together show it.
///
/// # Example
/// ```
/// use insurant::complaint::Merges;
/// let mut merges = Merges::default();
/// merges.add("A", "B");
/// merges.add("B", "C");
/// merges.add("C", "A");
/// merges.add("D", "A");
/// assert_eq!(merges.rings(), [["A", "B", "C"]]);
/// assert_eq!(merges.iter().count(), 4);
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Merges {
    /// By the complaint that ends: those that it goes on in.
    into: BTreeMap<String, BTreeSet<String>>,
}

impl Merges {
    /// A complaint that goes on as part of another.
    pub fn add(&mut self, ending: &str, survivor: &str) {
        let into = self.into.entry(ending.to_owned()).or_default();
        into.insert(survivor.to_owned());
    }

    /// What a log says of merges: that of its end, and those that it took up.
    pub fn add_log(&mut self, complaint: &Complaint) {
        if let Some(survivor) = complaint.merged_into() {
            self.add(complaint.id(), survivor);
        }
        for ending in complaint.absorbed() {
            self.add(ending, complaint.id());
        }
    }

    /// Each complaint that goes on elsewhere, with the one that it goes on in.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.into.iter().flat_map(|(ending, into)| {
            into.iter()
                .map(move |survivor| (ending.as_str(), survivor.as_str()))
        })
    }

    /// The complaints that are merged into each other, ring by ring: each goes on in the next, and
    /// the last in the first. A ring begins with its least id, and rings stand in that order.
    #[must_use]
    pub fn rings(&self) -> Vec<Vec<&str>> {
        let mut from: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for (ending, survivor) in self.iter() {
            from.entry(survivor).or_default().insert(ending);
        }
        let mut taken: BTreeSet<&str> = BTreeSet::new();
        let mut rings: Vec<Vec<&str>> = Vec::new();
        // Whoever leads back to a complaint, of those that come after it, is of its ring.
        for start in self.in_order_of_leaving().into_iter().rev() {
            let mut ring: BTreeSet<&str> = BTreeSet::new();
            let mut open = vec![start];
            while let Some(id) = open.pop() {
                if taken.insert(id) {
                    ring.insert(id);
                    open.extend(from.get(id).into_iter().flatten());
                }
            }
            let itself = |id: &str| self.into.get(id).is_some_and(|into| into.contains(id));
            if ring.len() > 1 || ring.iter().any(|id| itself(id)) {
                rings.extend(ring.first().copied().map(|least| self.in_turn(least, ring)));
            }
        }
        rings.sort_unstable();
        rings
    }

    /// All complaints, each after everything that it goes on in, as far as that does not lead back.
    fn in_order_of_leaving(&self) -> Vec<&str> {
        let next = |id: &str| self.into.get(id).into_iter().flatten().map(String::as_str);
        let mut seen: BTreeSet<&str> = BTreeSet::new();
        let mut left = Vec::new();
        for start in self.into.keys().map(String::as_str) {
            if !seen.insert(start) {
                continue;
            }
            let mut path = vec![(start, next(start))];
            while let Some((id, rest)) = path.last_mut() {
                match rest.find(|id| seen.insert(id)) {
                    Some(further) => path.push((further, next(further))),
                    None => {
                        left.push(*id);
                        path.pop();
                    }
                }
            }
        }
        left
    }

    /// The members of a ring, each before one that it goes on in, as far as it goes.
    fn in_turn<'a>(&'a self, start: &'a str, mut ring: BTreeSet<&'a str>) -> Vec<&'a str> {
        let mut turn = Vec::with_capacity(ring.len());
        let mut at = Some(start);
        while let Some(id) = at {
            ring.remove(id);
            turn.push(id);
            let into = self.into.get(id).into_iter().flatten();
            at = into.map(String::as_str).find(|next| ring.contains(next));
        }
        turn.extend(ring);
        turn
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn merges(pairs: &[(&str, &str)]) -> Merges {
        let mut merges = Merges::default();
        for (ending, survivor) in pairs {
            merges.add(ending, survivor);
        }
        merges
    }

    #[test]
    fn a_ring_names_every_member_once_and_nobody_else() {
        assert!(merges(&[("A", "B"), ("B", "C")]).rings().is_empty());
        assert_eq!(merges(&[("B", "A"), ("A", "B")]).rings(), [["A", "B"]]);
        assert_eq!(merges(&[("A", "A")]).rings(), [["A"]]);
        let two = merges(&[("Z", "Y"), ("Y", "Z"), ("A", "C"), ("C", "A"), ("T", "A")]);
        assert_eq!(two.rings(), [["A", "C"], ["Y", "Z"]]);
        // A leads into a ring of which it is no part.
        assert_eq!(
            merges(&[("A", "B"), ("B", "C"), ("C", "B")]).rings(),
            [["B", "C"]]
        );
        // Two rings with a member in common are one.
        let eight = merges(&[("A", "B"), ("B", "A"), ("B", "C"), ("C", "B")]);
        assert_eq!(eight.rings(), [["A", "B", "C"]]);
    }

    #[test]
    fn a_long_chain_is_no_ring_and_takes_no_time() {
        let id = |n: u32| format!("C-{n:06}");
        let mut merges = Merges::default();
        for n in 0..100_000 {
            merges.add(&id(n), &id(n + 1));
        }
        assert!(merges.rings().is_empty());
        merges.add(&id(100_000), &id(0));
        assert_eq!(merges.rings().first().map(Vec::len), Some(100_001));
    }
}
