//! Which rows of a table a value can be in, without looking at the others.

use super::ranges::Range;
use crate::order::InOrder;
use crate::value::Slot;
use std::cmp::Ordering;

/// A cell of a compiled table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CompiledCell {
    /// Any value, also one that is missing.
    Any,
    /// This value.
    Is(Slot),
    /// Values of a range.
    Within(Range),
}

impl CompiledCell {
    /// Whether a known value is in the cell.
    pub(super) fn contains(&self, value: Slot) -> bool {
        match self {
            Self::Any => true,
            Self::Is(own) => own.compare(value) == Some(Ordering::Equal),
            Self::Within(range) => range.contains(value),
        }
    }

    /// Whether a value is in both cells.
    pub(super) fn meets(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Any, _) | (_, Self::Any) => true,
            (Self::Is(value), cell) | (cell, Self::Is(value)) => cell.contains(*value),
            (Self::Within(a), Self::Within(b)) => a.meets(b),
        }
    }

    fn bounds(&self) -> [Option<Slot>; 2] {
        match self {
            Self::Any => [None, None],
            Self::Is(value) => [Some(*value), None],
            Self::Within(range) => [range.from, range.below],
        }
    }
}

/// The rows of a table by the value of one column.
///
/// The bounds of the cells cut the values into segments: below the first bound, the bound itself,
/// what lies between it and the next, and so on. Each segment lists the rows that hold it, so that
/// a value leads to its rows by one binary search, wherever they stand in the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Index {
    pub(super) column: usize,
    bounds: Vec<Slot>,
    /// Where the rows of each segment start in `rows`, and where the last ones end.
    starts: Vec<usize>,
    rows: Vec<usize>,
}

/// An index may be so many times as long as its table; beyond, the rows are looked at one by one.
const MOST_ENTRIES_A_ROW: usize = 32;

impl Index {
    /// The best index of a table, of which each row is a list of cells; `None` when looking at
    /// each row is as good.
    pub(super) fn best<'c>(
        rows: impl Iterator<Item = &'c [CompiledCell]> + Clone,
        columns: usize,
    ) -> Option<Self> {
        let count = rows.clone().count();
        let most = count.saturating_mul(MOST_ENTRIES_A_ROW);
        (0..columns)
            .filter_map(|column| {
                let cells = rows.clone().filter_map(move |row| row.get(column));
                Self::of(column, &cells.collect::<Vec<_>>(), most)
            })
            .min_by_key(Self::longest)
    }

    fn of(column: usize, cells: &[&CompiledCell], most: usize) -> Option<Self> {
        let order = |a: &Slot, b: &Slot| a.compare(*b).unwrap_or(Ordering::Equal);
        let mut bounds: Vec<Slot> = cells
            .iter()
            .flat_map(|cell| cell.bounds())
            .flatten()
            .collect();
        bounds.order_by(order);
        bounds.dedup_by(|a, b| order(a, b).is_eq());
        let mut segments: Vec<Vec<usize>> = vec![Vec::new(); bounds.len() * 2 + 1];
        let mut entries = 0;
        for (row, cell) in cells.iter().enumerate() {
            let point = |value: Slot| bounds.partition_point(|b| order(b, &value).is_lt()) * 2 + 1;
            let (first, end) = match cell {
                CompiledCell::Any => (0, segments.len()),
                CompiledCell::Is(value) => (point(*value), point(*value) + 1),
                CompiledCell::Within(range) => (
                    range.from.map_or(0, point),
                    range.below.map_or(segments.len(), point),
                ),
            };
            entries += end.saturating_sub(first);
            if entries > most {
                return None;
            }
            for segment in segments.iter_mut().take(end).skip(first) {
                segment.push(row);
            }
        }
        let mut starts = vec![0];
        let mut rows = Vec::with_capacity(entries);
        for segment in segments {
            rows.extend(segment);
            starts.push(rows.len());
        }
        Some(Self {
            column,
            bounds,
            starts,
            rows,
        })
    }

    /// The rows whose cell in the column holds a known value.
    pub(super) fn rows(&self, value: Slot) -> &[usize] {
        let order = |bound: &Slot| bound.compare(value).unwrap_or(Ordering::Less);
        let below = self.bounds.partition_point(|bound| order(bound).is_lt());
        let is_bound = self.bounds.get(below).is_some_and(|b| order(b).is_eq());
        self.segment(below * 2 + usize::from(is_bound))
    }

    fn segment(&self, segment: usize) -> &[usize] {
        let start = self.starts.get(segment).copied().unwrap_or(0);
        let end = self.starts.get(segment + 1).copied().unwrap_or(start);
        self.rows.get(start..end).unwrap_or(&[])
    }

    /// The rows of each segment.
    pub(super) fn segments(&self) -> impl Iterator<Item = &[usize]> {
        (0..self.starts.len().saturating_sub(1)).map(|segment| self.segment(segment))
    }

    fn longest(&self) -> usize {
        self.segments().map(<[usize]>::len).max().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// So many rows with a value each, and so many that take any.
    fn rows(values: i64, any: usize) -> Vec<Vec<CompiledCell>> {
        let of_value = |value| vec![CompiledCell::Is(Slot::whole(value))];
        let rows = (0..values).map(of_value);
        rows.chain(std::iter::repeat_n(vec![CompiledCell::Any], any))
            .collect()
    }

    fn best(rows: &[Vec<CompiledCell>]) -> Option<Index> {
        Index::best(rows.iter().map(Vec::as_slice), 1)
    }

    #[test]
    fn an_index_is_no_longer_than_so_many_times_its_table() {
        // 31 values make 63 segments: 31 + 31 x 63 entries are 32 for each of 62 rows.
        let index = best(&rows(31, 31)).unwrap();
        assert_eq!(index.rows.len(), 62 * MOST_ENTRIES_A_ROW);
        assert_eq!(best(&rows(31, 32)), None);
    }

    #[test]
    fn the_column_that_leaves_the_fewest_rows_is_indexed() {
        let row = |a: i64, b: i64| {
            [a, b]
                .map(|value| CompiledCell::Is(Slot::whole(value)))
                .to_vec()
        };
        let column = |rows: &[Vec<CompiledCell>]| {
            Index::best(rows.iter().map(Vec::as_slice), 2).map(|index| index.column)
        };
        assert_eq!(column(&[row(1, 1), row(1, 2), row(1, 3)]), Some(1));
        assert_eq!(column(&[row(1, 1), row(2, 1), row(3, 1)]), Some(0));
    }

    #[test]
    fn a_value_leads_to_the_rows_that_may_hold_it() {
        let range = |from: Option<i64>, below: Option<i64>| {
            vec![CompiledCell::Within(Range {
                from: from.map(Slot::whole),
                below: below.map(Slot::whole),
            })]
        };
        let rows = [
            range(None, Some(3)),
            vec![CompiledCell::Is(Slot::whole(3))],
            range(Some(3), Some(5)),
            range(Some(5), None),
            vec![CompiledCell::Any],
        ];
        let index = best(&rows).unwrap();
        for (value, expected) in [
            (Slot::whole(-9), &[0, 4][..]),
            (Slot::ratio(29, 10), &[0, 4]),
            (Slot::ratio(6, 2), &[1, 2, 4]),
            (Slot::ratio(49, 10), &[2, 4]),
            (Slot::whole(5), &[3, 4]),
            (Slot::whole(99), &[3, 4]),
        ] {
            assert_eq!(index.rows(value), expected, "{value:?}");
        }
    }
}
