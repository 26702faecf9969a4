//! Where rows go: by a hash of an identifier, cut into ranges.

use crate::table::{Cell, Values};
use arrow_array::RecordBatch;
use std::hash::BuildHasher as _;
use std::ops::Range;

/// An identifier. A whole number and its digits are the same, as everywhere in a portfolio.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Id<'a> {
    Number(i128),
    Text(&'a str),
}

/// A text as a number, when it is written as numbers are.
fn number(text: &str) -> Option<i128> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let first = digits.as_bytes().first()?;
    let written = digits.len() <= 39 && digits.bytes().all(|byte| byte.is_ascii_digit());
    (written && (*first != b'0' || text == "0"))
        .then(|| text.parse().ok())
        .flatten()
}

const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;

/// Spreads the bits of a number over all bits.
pub(crate) const fn mix(number: u64) -> u64 {
    let mut z = number.wrapping_add(GOLDEN);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

impl<'a> Id<'a> {
    /// The identifier of a cell; `None` when there is none, or it is not one.
    #[inline]
    pub(crate) fn of(cell: Cell<'a>) -> Option<Self> {
        match cell {
            Cell::Number { units, scale: 0 } => Some(Self::Number(units)),
            Cell::Text(text) => {
                let sound = matches!(cell.id(), Ok(Some(_)));
                sound.then(|| number(text).map_or(Self::Text(text), Self::Number))
            }
            _ => None,
        }
    }

    #[inline]
    pub(crate) fn key(self) -> u64 {
        match self {
            Self::Number(number) => {
                let bits = number.cast_unsigned();
                let half = |bits: u128| u64::try_from(bits & u128::from(u64::MAX)).unwrap_or(0);
                mix(half(bits) ^ mix(half(bits >> 64)))
            }
            Self::Text(text) => {
                mix(foldhash::fast::FixedState::default().hash_one(text.as_bytes()))
            }
        }
    }
}

/// The key of a row that belongs to nobody: it may go anywhere.
pub(super) const fn nobodys(order: u64) -> u64 {
    mix(order ^ GOLDEN)
}

/// A column of identifiers.
pub(crate) struct Column(Option<Values>);

impl Column {
    pub(crate) fn new(batch: &RecordBatch, name: &str) -> Self {
        Self(batch.column_by_name(name).map(Values::new))
    }

    #[inline]
    pub(crate) fn id(&self, row: usize) -> Option<Id<'_>> {
        Id::of(self.0.as_ref()?.cell(row))
    }

    #[inline]
    pub(crate) fn key(&self, row: usize) -> Option<u64> {
        self.id(row).map(Id::key)
    }
}

/// In which of so many ranges a key is, on a level: keys of one range of a level are spread over all
/// ranges of the next.
#[inline]
pub(super) fn cut(key: u64, level: u32, cuts: usize) -> usize {
    let spread = mix(key.wrapping_add(GOLDEN.wrapping_mul(u64::from(level) + 1)));
    let cuts = u128::try_from(cuts).unwrap_or(1);
    usize::try_from((u128::from(spread) * cuts) >> 64).unwrap_or(0)
}

/// The keys of a part: those of a range on each level.
#[derive(Debug, Clone, Default)]
pub(super) struct Place(Vec<(usize, Range<usize>)>);

impl Place {
    pub(super) fn level(&self) -> u32 {
        u32::try_from(self.0.len()).unwrap_or(u32::MAX)
    }

    pub(super) fn has(&self, key: u64) -> bool {
        let mut levels = (0..).zip(&self.0);
        levels.all(|(level, (cuts, range))| range.contains(&cut(key, level, *cuts)))
    }

    /// Some ranges of the next level.
    pub(super) fn within(&self, cuts: usize, range: Range<usize>) -> Self {
        let mut levels = self.0.clone();
        levels.push((cuts, range));
        Self(levels)
    }
}

#[cfg(test)]
mod tests {
    use super::{Id, Place, cut, number};
    use crate::table::Cell;

    #[test]
    fn a_number_and_its_digits_are_one() {
        for text in ["7", "-7", "0", "170141183460469231731687303715884105727"] {
            let units = text.parse().unwrap();
            let of_number = Id::of(Cell::Number { units, scale: 0 }).unwrap();
            let of_text = Id::of(Cell::Text(text)).unwrap();
            assert_eq!(of_number, of_text);
            assert_eq!(of_number.key(), of_text.key());
        }
        for text in [
            "",
            "-",
            "007",
            "+7",
            "-0",
            "7 ",
            "1.0",
            "x",
            "170141183460469231731687303715884105728",
        ] {
            assert_eq!(number(text), None, "{text}");
        }
        assert!(Id::of(Cell::Text(" ")).is_none() && Id::of(Cell::Missing).is_none());
        assert!(Id::of(Cell::Number { units: 7, scale: 2 }).is_none());
    }

    #[test]
    fn keys_of_a_range_are_spread_over_the_next_level() {
        let keys: Vec<u64> = (0..4_000_u64).map(|n| Id::Number(n.into()).key()).collect();
        let first: Vec<u64> = keys
            .iter()
            .copied()
            .filter(|key| cut(*key, 0, 4) == 2)
            .collect();
        assert!((900..1_100).contains(&first.len()), "{}", first.len());
        let place = Place::default().within(4, 2..3);
        assert!(
            keys.iter()
                .all(|key| place.has(*key) == first.contains(key))
        );
        let inner = place.within(2, 0..1);
        let both = first.iter().filter(|key| inner.has(**key)).count();
        assert!((400..600).contains(&both), "{both}");
    }
}
