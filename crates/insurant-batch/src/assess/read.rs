//! Columns of a chunk as plain values. What is not plain, or wrong, is to be looked at again, row
//! by row, by those who can say what it is.

use crate::table::{Cell, Values};
use insurant::{Currency, Date};
use std::ops::Range;

/// A day that is to be looked at again: no date is as early.
pub(super) const ODD_DAY: i32 = i32::MIN;

/// An amount that is to be looked at again.
pub(super) const ODD_AMOUNT: i64 = i64::MIN;

/// The days of a column.
pub(super) fn days(values: Option<&Values>, rows: Range<usize>, out: &mut Vec<i32>) {
    out.clear();
    let plain = |day: i32| match Date::from_days(day) {
        Ok(_) => day,
        Err(_) => ODD_DAY,
    };
    match values.and_then(|values| values.days(rows.clone())) {
        Some(days) => out.extend(days.iter().map(|&day| plain(day))),
        None => out.extend(rows.map(|row| match values.map(|v| v.cell(row).date()) {
            Some(Ok(Some(date))) => date.days(),
            _ => ODD_DAY,
        })),
    }
}

/// The amounts of a column in minor units.
pub(super) fn amounts(
    values: Option<&Values>,
    rows: Range<usize>,
    currency: Currency,
    out: &mut Vec<i64>,
) {
    out.clear();
    let exact = values.filter(|values| values.scale() == Some(currency.decimals()));
    if let Some(amounts) = exact.and_then(|values| values.whole_numbers(rows.clone())) {
        out.extend_from_slice(amounts);
    } else if let Some(amounts) = exact.and_then(|values| values.decimals(rows.clone())) {
        let narrow = |amount: &i128| i64::try_from(*amount).unwrap_or(ODD_AMOUNT);
        out.extend(amounts.iter().map(narrow));
    } else {
        out.extend(rows.map(
            |row| match values.map(|values| values.cell(row).amount(currency)) {
                Some(Ok(Some(amount))) => amount,
                _ => ODD_AMOUNT,
            },
        ));
    }
}

/// What each cell of a column means; a dictionary is asked once for each of its values.
pub(super) fn each<T: Copy>(
    values: Option<&Values>,
    rows: Range<usize>,
    mut read: impl FnMut(Cell<'_>) -> T,
    out: &mut Vec<T>,
) {
    out.clear();
    match values {
        Some(Values::Coded(keys, words)) if words.len() <= rows.len() => {
            let known: Vec<T> = (0..words.len()).map(|i| read(words.cell(i))).collect();
            let missing = read(Cell::Missing);
            out.extend(rows.map(|row| {
                keys.key(row)
                    .and_then(|key| known.get(key))
                    .copied()
                    .unwrap_or(missing)
            }));
        }
        Some(values) => out.extend(rows.map(|row| read(values.cell(row)))),
        None => {
            let missing = read(Cell::Missing);
            out.extend(rows.map(|_| missing));
        }
    }
}

/// Marks the rows whose cell in an optional column is not what a plain row has.
pub(super) fn odd(
    values: Option<&Values>,
    rows: Range<usize>,
    mut usual: impl FnMut(Cell<'_>) -> bool,
    buffer: &mut Vec<bool>,
    odd: &mut [bool],
) {
    // No such column, or nothing in it.
    let Some(values) = values.filter(|values| !values.is_empty_in(rows.clone())) else {
        return;
    };
    each(Some(values), rows, |cell| !usual(cell), buffer);
    for (odd, found) in odd.iter_mut().zip(buffer.iter()) {
        *odd |= found;
    }
}
