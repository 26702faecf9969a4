//! Ids by number, kept once and close together: a million of them are a million look-ups, and each
//! that misses the cache counts.

use hashbrown::HashTable;
use std::hash::{BuildHasher, RandomState};

/// Texts, numbered in the order in which they were first seen.
#[derive(Debug, Clone, Default)]
pub(super) struct Names {
    state: RandomState,
    table: HashTable<u32>,
    /// All texts, one behind the other, and where each ends.
    texts: String,
    ends: Vec<usize>,
    hashes: Vec<u64>,
}

impl Names {
    /// The number of a text, and whether it is new.
    pub(super) fn number(&mut self, text: &str) -> (usize, bool) {
        let hash = self.state.hash_one(text);
        if let Some(number) = self.find(hash, text) {
            return (number, false);
        }
        let number = self.ends.len();
        self.texts.push_str(text);
        self.ends.push(self.texts.len());
        self.hashes.push(hash);
        let hashes = &self.hashes;
        let rehash = |number: &u32| hashes.get(index(*number)).copied().unwrap_or_default();
        let short = u32::try_from(number).unwrap_or(u32::MAX);
        self.table.insert_unique(hash, short, rehash);
        (number, true)
    }

    /// Whether a text was seen.
    pub(super) fn has(&self, text: &str) -> bool {
        self.find(self.state.hash_one(text), text).is_some()
    }

    /// How many there are.
    pub(super) const fn len(&self) -> usize {
        self.ends.len()
    }

    fn find(&self, hash: u64, text: &str) -> Option<usize> {
        let found = self
            .table
            .find(hash, |number| self.text(index(*number)) == Some(text));
        found.map(|number| index(*number))
    }

    fn text(&self, number: usize) -> Option<&str> {
        let end = *self.ends.get(number)?;
        let start = number
            .checked_sub(1)
            .and_then(|last| self.ends.get(last))
            .copied();
        self.texts.get(start.unwrap_or(0)..end)
    }
}

fn index(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::Names;

    #[test]
    fn a_text_keeps_its_number() {
        let mut names = Names::default();
        let texts: Vec<String> = (0..5000).map(|i| format!("客户-{i}")).collect();
        for (i, text) in texts.iter().enumerate() {
            assert_eq!(names.number(text), (i, true));
        }
        for (i, text) in texts.iter().enumerate() {
            assert_eq!(names.number(text), (i, false));
            assert_eq!(names.text(i), Some(text.as_str()));
        }
        assert_eq!(
            (names.len(), names.number("").0, names.number("").1),
            (5000, 5000, false)
        );
    }
}
