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
    marks: HashTable<Mark>,
    hasher: foldhash::fast::RandomState,
}

/// How many bytes of a text its mark holds.
const HEAD: usize = 15;

/// A number beside the text that it stands for, or its head: most identifiers are short, and a
/// lookup that need not go to the text saves two visits to memory.
#[derive(Debug, Clone, Copy)]
struct Mark {
    number: u32,
    len: u8,
    head: [u8; HEAD],
}

impl Mark {
    #[inline]
    fn new(text: &str, number: u32) -> Self {
        let mut head = [0; HEAD];
        for (place, byte) in head.iter_mut().zip(text.bytes()) {
            *place = byte;
        }
        Self {
            number,
            len: u8::try_from(text.len()).unwrap_or(u8::MAX),
            head,
        }
    }

    #[inline]
    fn is(&self, wanted: &Self, text: &str, ids: &Ids) -> bool {
        self.head == wanted.head
            && self.len == wanted.len
            && (text.len() <= HEAD || ids.get(at(self.number)) == Some(text))
    }

    fn text<'a>(&'a self, ids: &'a Ids) -> &'a [u8] {
        match self.head.get(..usize::from(self.len)) {
            Some(short) => short,
            None => ids.get(at(self.number)).unwrap_or_default().as_bytes(),
        }
    }
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
        let hash = self.hasher.hash_one(text.as_bytes());
        let wanted = Mark::new(text, NOBODY);
        let found = self
            .marks
            .find(hash, |mark| mark.is(&wanted, text, &self.ids));
        found.map(|mark| mark.number)
    }

    #[inline]
    pub(crate) fn intern(&mut self, text: &str) -> Interned {
        let hash = self.hasher.hash_one(text.as_bytes());
        let (ids, hasher) = (&self.ids, &self.hasher);
        let mut wanted = Mark::new(text, NOBODY);
        if let Some(known) = self.marks.find(hash, |mark| mark.is(&wanted, text, ids)) {
            return Interned::Known(known.number);
        }
        wanted.number = match u32::try_from(ids.len()) {
            Ok(number) if number < NOBODY => number,
            _ => return Interned::Full,
        };
        self.marks
            .insert_unique(hash, wanted, |mark| hasher.hash_one(mark.text(ids)));
        self.ids.push(text);
        Interned::New(wanted.number)
    }

    /// Makes room for more, so that what is there need not be moved.
    pub(crate) fn reserve(&mut self, more: usize) {
        let (ids, hasher) = (&self.ids, &self.hasher);
        self.marks
            .reserve(more, |mark| hasher.hash_one(mark.text(ids)));
        self.ids.ends.reserve(more);
    }

    pub(crate) fn len(&self) -> usize {
        self.ids.len()
    }
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
        for text in [
            "",
            "123456789012345",
            "1234567890123456",
            "1234567890123457",
        ] {
            assert!(matches!(ids.intern(text), Interned::New(_)), "{text}");
            assert!(matches!(ids.intern(text), Interned::Known(_)), "{text}");
        }
        let long = "x".repeat(300);
        assert!(ids.find(&long).is_none());
        assert!(matches!(ids.intern(&long), Interned::New(1004)));
        assert!(ids.find(&format!("{long}y")).is_none());
    }
}
