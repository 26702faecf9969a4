//! Identifiers: one long text, and numbers for its parts.

use hashbrown::HashTable;
use std::hash::BuildHasher as _;

/// Nobody: the number of no customer, no policy.
pub(crate) const NOBODY: u32 = u32::MAX;

/// Texts, counted from 0, in one allocation.
#[derive(Debug, Clone, Default)]
pub struct Ids {
    text: String,
    ends: Vec<usize>,
}

impl Ids {
    /// The text of a number.
    #[must_use]
    pub fn get(&self, index: usize) -> Option<&str> {
        let end = *self.ends.get(index)?;
        let start = match index.checked_sub(1) {
            Some(before) => *self.ends.get(before)?,
            None => 0,
        };
        self.text.get(start..end)
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    pub(crate) fn push(&mut self, text: &str) {
        self.text.push_str(text);
        self.ends.push(self.text.len());
    }
}

/// A text for some rows, many of them alike.
#[derive(Debug, Clone, Default)]
pub(crate) struct Tags {
    pub(crate) texts: Interner,
    rows: Vec<u32>,
}

impl Tags {
    /// Adds the text of the next row, and answers its number.
    pub(crate) fn push(&mut self, text: Option<&str>) -> u32 {
        let number = match text.map(|t| self.texts.intern(t)) {
            Some(Interned::New(number) | Interned::Known(number)) => number,
            Some(Interned::Full) | None => NOBODY,
        };
        self.rows.push(number);
        number
    }

    /// The text of a row.
    pub(crate) fn get(&self, row: usize) -> Option<&str> {
        self.rows
            .get(row)
            .and_then(|&number| self.texts.ids.get(at(number)))
    }

    /// The number of a row's text.
    pub(crate) fn number(&self, row: usize) -> Option<u32> {
        self.rows
            .get(row)
            .copied()
            .filter(|&number| number != NOBODY)
    }
}

/// Identifiers that are found by their text.
#[derive(Debug, Clone, Default)]
pub(crate) struct Interner {
    pub(crate) ids: Ids,
    numbers: HashTable<u32>,
    hasher: foldhash::fast::RandomState,
}

/// What interning a text gave.
pub(crate) enum Interned {
    /// It was new.
    New(u32),
    /// It was known.
    Known(u32),
    /// There is no number left.
    Full,
}

impl Interner {
    #[inline]
    pub(crate) fn find(&self, text: &str) -> Option<u32> {
        let hash = self.hasher.hash_one(text);
        self.numbers
            .find(hash, |&number| same(&self.ids, number, text))
            .copied()
    }

    #[inline]
    pub(crate) fn intern(&mut self, text: &str) -> Interned {
        let hash = self.hasher.hash_one(text);
        let (ids, hasher) = (&self.ids, &self.hasher);
        if let Some(&known) = self.numbers.find(hash, |&number| same(ids, number, text)) {
            return Interned::Known(known);
        }
        let number = match u32::try_from(ids.len()) {
            Ok(number) if number < NOBODY => number,
            _ => return Interned::Full,
        };
        self.numbers.insert_unique(hash, number, |&number| {
            hasher.hash_one(ids.get(at(number)).unwrap_or(""))
        });
        self.ids.push(text);
        Interned::New(number)
    }

    /// Makes room for more, so that what is there need not be moved.
    pub(crate) fn reserve(&mut self, more: usize) {
        let (ids, hasher) = (&self.ids, &self.hasher);
        self.numbers.reserve(more, |&number| {
            hasher.hash_one(ids.get(at(number)).unwrap_or(""))
        });
        self.ids.ends.reserve(more);
    }

    pub(crate) fn len(&self) -> usize {
        self.ids.len()
    }
}

#[inline]
fn same(ids: &Ids, number: u32, text: &str) -> bool {
    ids.get(at(number)) == Some(text)
}

/// A number as an index.
#[inline]
pub(crate) const fn at(number: u32) -> usize {
    number as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_texts_have_one_number() {
        let mut ids = Interner::default();
        for i in 0..2000 {
            assert!(
                matches!(ids.intern(&format!("c{}", i % 1000)), Interned::New(_)) == (i < 1000)
            );
        }
        assert_eq!(ids.find("c7"), Some(7));
        assert_eq!(ids.find("c1000"), None);
        assert_eq!(ids.ids.get(999), Some("c999"));
        assert_eq!(ids.ids.get(1000), None);
    }
}
