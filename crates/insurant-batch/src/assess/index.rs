//! Identifiers to rows.

use super::sheet::{Chunk, NOBODY, Sheet};
use super::threads::each;
use super::workspace::Workspace;
use crate::portfolio::{Interned, Interner};
use crate::table::{Cell, IdText, Values};
use hashbrown::HashTable;
use std::hash::BuildHasher as _;
use std::ops::Range;
use std::sync::atomic::{AtomicU32, Ordering};

/// The first row of each identifier of a table, and what is wrong with its identifiers.
#[derive(Debug)]
pub(super) struct Index {
    finds: Finds,
    /// Rows without an identifier, ascending.
    pub(super) nameless: Vec<u32>,
    /// All rows whose identifier is there more than once, ascending.
    pub(super) twice: Vec<u32>,
}

#[derive(Debug)]
enum Finds {
    /// Row i has the number `base + i`.
    Rising { base: i64, rows: u32 },
    /// Numbers close together.
    Dense { base: i64, rows: Vec<AtomicU32> },
    /// Any numbers.
    Numbers(HashTable<(i64, u32)>, foldhash::fast::RandomState),
    /// Texts.
    Texts { ids: Interner, rows: Vec<u32> },
}

/// A whole number as an identifier writes it: no sign but a minus, no zero before others.
fn number(text: &str) -> Option<i64> {
    let number: i64 = text.parse().ok()?;
    let mut digits = [0_u8; 20];
    let mut rest: &mut [u8] = &mut digits;
    let room = rest.len();
    std::io::Write::write_fmt(&mut rest, format_args!("{number}")).ok()?;
    let len = room - rest.len();
    (digits.get(..len) == Some(text.as_bytes())).then_some(number)
}

impl Index {
    /// The identifiers of a column.
    pub(super) fn new(sheet: &Sheet, column: usize, threads: usize, room: &Workspace) -> Self {
        let whole = sheet
            .all(column)
            .all(|values| matches!(values, Some(Values::Integer(_, 0))));
        if whole {
            Self::of_numbers(sheet, column, threads, room)
        } else {
            Self::of_texts(sheet, column)
        }
    }

    fn of_numbers(sheet: &Sheet, column: usize, threads: usize, room: &Workspace) -> Self {
        let chunks = sheet.chunks();
        let seen = each(
            chunks.clone(),
            threads,
            || (),
            |(), chunk| Numbers::seen(sheet, column, &chunk),
        );
        let mut all = Numbers::default();
        for part in &seen {
            all.join(part);
        }
        let rows = sheet.rows();
        let mut nameless: Vec<u32> = Vec::new();
        if all.nulls {
            for chunk in &chunks {
                let values = sheet.values(chunk.batch, column);
                let missing = (chunk.first..).zip(chunk.rows.clone()).filter(|(_, row)| {
                    values.is_none_or(|values| matches!(values.cell(*row), Cell::Missing))
                });
                nameless.extend(missing.map(|(row, _)| row));
            }
        }
        let (Some(least), Some(most)) = (all.least, all.most) else {
            return Self {
                finds: Finds::Rising { base: 0, rows: 0 },
                nameless,
                twice: Vec::new(),
            };
        };
        if all.rising && !all.nulls && all.base == Some(least) {
            let rows = u32::try_from(rows).unwrap_or(NOBODY);
            return Self {
                finds: Finds::Rising { base: least, rows },
                nameless,
                twice: Vec::new(),
            };
        }
        let width = i128::from(most) - i128::from(least) + 1;
        let dense = usize::try_from(width).ok();
        match dense.filter(|&width| width <= rows.saturating_mul(4) + 1024) {
            Some(width) => {
                let rows = room.places(width);
                Self::dense(sheet, column, threads, least, rows, nameless)
            }
            None => Self::hashed(sheet, column, nameless),
        }
    }

    fn dense(
        sheet: &Sheet,
        column: usize,
        threads: usize,
        base: i64,
        rows: Vec<AtomicU32>,
        nameless: Vec<u32>,
    ) -> Self {
        let place = |key: i64| rows.get(usize::try_from(key.wrapping_sub(base)).ok()?);
        let alone = threads < 2;
        // The least row stays, whichever thread comes first; one alone comes in order, and need not
        // lock what it looks at.
        let taken = |place: &AtomicU32, row: u32| {
            if !alone {
                return place.fetch_min(row, Ordering::Relaxed) != NOBODY;
            }
            let taken = place.load(Ordering::Relaxed) != NOBODY;
            if !taken {
                place.store(row, Ordering::Relaxed);
            }
            taken
        };
        let again = each(
            sheet.chunks(),
            threads,
            || (),
            |(), chunk| {
                let mut again = Vec::new();
                each_number(sheet, column, &chunk, |row, key| {
                    if place(key).is_some_and(|place| taken(place, row)) {
                        again.push(key);
                    }
                });
                again
            },
        );
        let mut keys: Vec<i64> = again.into_iter().flatten().collect();
        keys.sort_unstable();
        keys.dedup();
        let mut twice = Vec::new();
        if !keys.is_empty() {
            for chunk in sheet.chunks() {
                each_number(sheet, column, &chunk, |row, key| {
                    if keys.binary_search(&key).is_ok() {
                        twice.push(row);
                    }
                });
            }
        }
        Self {
            finds: Finds::Dense { base, rows },
            nameless,
            twice,
        }
    }

    fn hashed(sheet: &Sheet, column: usize, nameless: Vec<u32>) -> Self {
        let hasher = foldhash::fast::RandomState::default();
        let mut table: HashTable<(i64, u32)> = HashTable::with_capacity(sheet.rows());
        let mut twice = Vec::new();
        for chunk in sheet.chunks() {
            each_number(sheet, column, &chunk, |row, key| {
                let hash = hasher.hash_one(key);
                match table.find(hash, |(known, _)| *known == key) {
                    Some((_, first)) => twice.extend([*first, row]),
                    None => {
                        table.insert_unique(hash, (key, row), |(key, _)| hasher.hash_one(key));
                    }
                }
            });
        }
        twice.sort_unstable();
        twice.dedup();
        Self {
            finds: Finds::Numbers(table, hasher),
            nameless,
            twice,
        }
    }

    fn of_texts(sheet: &Sheet, column: usize) -> Self {
        let mut ids = Interner::default();
        ids.reserve(sheet.rows());
        let mut rows: Vec<u32> = Vec::with_capacity(sheet.rows());
        let (mut nameless, mut twice) = (Vec::new(), Vec::new());
        for chunk in sheet.chunks() {
            let values = sheet.values(chunk.batch, column);
            for (number, row) in (chunk.first..).zip(chunk.rows.clone()) {
                let cell = values.map_or(Cell::Missing, |values| values.cell(row));
                match cell.id() {
                    Ok(Some(id)) => match ids.intern(id.as_str()) {
                        Interned::New(_) => rows.push(number),
                        Interned::Known(known) => {
                            let first = usize::try_from(known).ok().and_then(|k| rows.get(k));
                            twice.extend(first.copied());
                            twice.push(number);
                        }
                        // There are fewer rows than numbers.
                        Interned::Full => nameless.push(number),
                    },
                    Ok(None) | Err(_) => nameless.push(number),
                }
            }
        }
        twice.sort_unstable();
        twice.dedup();
        Self {
            finds: Finds::Texts { ids, rows },
            nameless,
            twice,
        }
    }

    /// Gives the memory back.
    pub(super) fn end(self, room: &Workspace) {
        if let Finds::Dense { rows, .. } = self.finds {
            room.places.give(rows);
        }
    }

    #[inline]
    fn find_number(&self, key: i64) -> u32 {
        match &self.finds {
            Finds::Rising { base, rows } => match u32::try_from(key.wrapping_sub(*base)) {
                Ok(row) if row < *rows && key >= *base => row,
                _ => NOBODY,
            },
            Finds::Dense { base, rows } => usize::try_from(key.wrapping_sub(*base))
                .ok()
                .and_then(|at| rows.get(at))
                .map_or(NOBODY, |row| row.load(Ordering::Relaxed)),
            Finds::Numbers(table, hasher) => table
                .find(hasher.hash_one(key), |(known, _)| *known == key)
                .map_or(NOBODY, |(_, row)| *row),
            Finds::Texts { .. } => self.find_text(&key.to_string()),
        }
    }

    fn find_text(&self, text: &str) -> u32 {
        match &self.finds {
            Finds::Texts { ids, rows } => ids
                .find(text)
                .and_then(|number| rows.get(usize::try_from(number).ok()?))
                .copied()
                .unwrap_or(NOBODY),
            _ => number(text).map_or(NOBODY, |number| self.find_number(number)),
        }
    }

    /// The row of an identifier, else [`NOBODY`].
    #[inline]
    pub(super) fn find(&self, cell: Cell<'_>) -> u32 {
        if let Cell::Number { units, scale: 0 } = cell
            && let Ok(key) = i64::try_from(units)
        {
            return self.find_number(key);
        }
        match cell.id() {
            Ok(Some(id)) => self.find_text(IdText::as_str(&id)),
            _ => NOBODY,
        }
    }

    /// The rows of the identifiers of some rows of a column.
    pub(super) fn find_all(&self, values: &Values, rows: Range<usize>, found: &mut Vec<u32>) {
        if let Values::Coded(keys, words) = values
            && words.len() <= rows.len()
        {
            let known: Vec<u32> = (0..words.len()).map(|i| self.find(words.cell(i))).collect();
            found.extend(rows.map(|row| match keys.key(row) {
                Some(key) => known.get(key).copied().unwrap_or(NOBODY),
                None => NOBODY,
            }));
            return;
        }
        match (values.whole_numbers(rows.clone()), &self.finds) {
            (Some(keys), Finds::Rising { base, rows }) => {
                let (base, rows) = (*base, u64::from(*rows));
                found.extend(keys.iter().map(|key| {
                    let row = key.wrapping_sub(base).cast_unsigned();
                    match u32::try_from(row) {
                        Ok(number) if row < rows => number,
                        _ => NOBODY,
                    }
                }));
            }
            (Some(keys), Finds::Dense { base, rows }) => {
                found.extend(keys.iter().map(|key| {
                    let at = usize::try_from(key.wrapping_sub(*base)).ok();
                    let row = at.and_then(|at| rows.get(at));
                    row.map_or(NOBODY, |row| row.load(Ordering::Relaxed))
                }));
            }
            (Some(keys), _) => found.extend(keys.iter().map(|&key| self.find_number(key))),
            (None, _) => found.extend(rows.map(|row| self.find(values.cell(row)))),
        }
    }
}

/// The numbers of a column as far as they were seen.
#[derive(Debug, Clone, Copy, Default)]
struct Numbers {
    least: Option<i64>,
    most: Option<i64>,
    /// Whether each is its row beyond `base`.
    rising: bool,
    base: Option<i64>,
    nulls: bool,
}

impl Numbers {
    fn seen(sheet: &Sheet, column: usize, chunk: &Chunk) -> Self {
        let mut seen = Self {
            rising: true,
            ..Self::default()
        };
        let mut count = 0;
        let (mut least, mut most) = (i64::MAX, i64::MIN);
        let mut base = None;
        each_number(sheet, column, chunk, |row, key| {
            count += 1;
            least = least.min(key);
            most = most.max(key);
            let own = key.wrapping_sub(i64::from(row));
            seen.rising &= *base.get_or_insert(own) == own;
        });
        seen.base = base;
        seen.nulls = count < chunk.rows.len();
        if count > 0 {
            (seen.least, seen.most) = (Some(least), Some(most));
        }
        seen
    }

    fn join(&mut self, other: &Self) {
        self.rising = match (self.base, other.base) {
            (None, _) => other.rising,
            (Some(a), Some(b)) => self.rising && other.rising && a == b,
            (Some(_), None) => self.rising,
        };
        self.base = self.base.or(other.base);
        let least = [self.least, other.least].into_iter().flatten().min();
        let most = [self.most, other.most].into_iter().flatten().max();
        (self.least, self.most) = (least, most);
        self.nulls |= other.nulls;
    }
}

/// Visits the numbers of a chunk, with their rows over all batches.
fn each_number(sheet: &Sheet, column: usize, chunk: &Chunk, mut visit: impl FnMut(u32, i64)) {
    let Some(values) = sheet.values(chunk.batch, column) else {
        return;
    };
    if let Some(keys) = values.whole_numbers(chunk.rows.clone()) {
        for (row, &key) in (chunk.first..).zip(keys) {
            visit(row, key);
        }
        return;
    }
    for (number, row) in (chunk.first..).zip(chunk.rows.clone()) {
        if let Cell::Number { units, .. } = values.cell(row)
            && let Ok(key) = i64::try_from(units)
        {
            visit(number, key);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn a_text_is_a_number_only_as_numbers_are_written() {
        assert_eq!(number("7"), Some(7));
        assert_eq!(number("-7"), Some(-7));
        assert_eq!(number("0"), Some(0));
        assert_eq!(number("9223372036854775807"), Some(i64::MAX));
        for text in ["", "007", "+7", "-0", "7 ", "9223372036854775808", "x"] {
            assert_eq!(number(text), None, "{text}");
        }
    }
}
