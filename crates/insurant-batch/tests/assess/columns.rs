//! Tables of text as columns of many types.

use crate::random::{Dice, Table};
use arrow_array::types::{Int8Type, Int32Type};
use arrow_array::{
    ArrayRef, BooleanArray, Date32Array, Decimal128Array, DictionaryArray, Int64Array,
    LargeStringArray, RecordBatch, StringArray, StringViewArray, TimestampMillisecondArray,
};
use insurant::Date;
use std::sync::Arc;

fn some(cell: &str) -> Option<&str> {
    (!cell.is_empty()).then_some(cell)
}

fn minor(cell: &str) -> Option<i64> {
    let (whole, cents) = cell.split_once('.')?;
    let sign = if whole.starts_with('-') { -1 } else { 1 };
    (cents.len() == 2).then_some(())?;
    let units = whole.parse::<i64>().ok()?.checked_mul(100)?;
    units.checked_add(sign * cents.parse::<i64>().ok()?)
}

fn texts(cells: &[&str], dice: &mut Dice) -> ArrayRef {
    let values = cells.iter().map(|cell| some(cell));
    match dice.below(5) {
        0 => Arc::new(LargeStringArray::from_iter(values)),
        1 => Arc::new(StringViewArray::from_iter(values)),
        2 => Arc::new(values.collect::<DictionaryArray<Int8Type>>()),
        3 => Arc::new(values.collect::<DictionaryArray<Int32Type>>()),
        _ => Arc::new(StringArray::from_iter(values)),
    }
}

/// A column in a type that holds all its cells exactly, one of several.
fn column(name: &str, cells: &[&str], dice: &mut Dice) -> ArrayRef {
    let told = || cells.iter().filter(|cell| !cell.is_empty());
    let day = |cell: &str| Date::parse(cell).ok().map(Date::days);
    if name.ends_with("_id") && told().all(|cell| cell.parse::<i64>().is_ok()) && !dice.once_in(4) {
        return Arc::new(Int64Array::from_iter(
            cells.iter().map(|c| c.parse::<i64>().ok()),
        ));
    }
    let dated =
        ["start", "end"].contains(&name) || name.ends_with("_on") || name.ends_with("_date");
    if dated && told().all(|cell| day(cell).is_some()) && !dice.once_in(4) {
        let days = cells.iter().map(|cell| day(cell));
        return if dice.once_in(4) {
            let ms = |day: i32| i64::from(day) * 86_400_000;
            Arc::new(TimestampMillisecondArray::from_iter(
                days.map(|day| day.map(ms)),
            ))
        } else {
            Arc::new(Date32Array::from_iter(days))
        };
    }
    let money = [
        "written_premium",
        "refunded",
        "amount",
        "paid",
        "reserve",
        "recovered",
    ];
    if money.contains(&name) && told().all(|cell| minor(cell).is_some()) && !dice.once_in(4) {
        let amounts = cells.iter().map(|cell| minor(cell));
        return if dice.once_in(2) {
            let array = Decimal128Array::from_iter(amounts.map(|a| a.map(i128::from)));
            Arc::new(array.with_precision_and_scale(38, 2).unwrap())
        } else {
            Arc::new(Int64Array::from_iter(amounts))
        };
    }
    let truths = ["catastrophe", "intends_to_insure", "brand_notable"];
    if truths.contains(&name) && dice.once_in(2) {
        return Arc::new(BooleanArray::from_iter(
            cells
                .iter()
                .map(|cell| some(cell).map(|cell| cell == "yes")),
        ));
    }
    texts(cells, dice)
}

/// A table as batches of one schema, cut anywhere, some of them empty or with an offset.
pub(crate) fn batches(table: &Table, dice: &mut Dice) -> Vec<RecordBatch> {
    let mut columns: Vec<(&str, ArrayRef)> = Vec::new();
    for (at, name) in table.columns.iter().enumerate() {
        let cells: Vec<&str> = table.rows.iter().map(|row| row[at].as_str()).collect();
        columns.push((name, column(name, &cells, dice)));
    }
    let whole =
        RecordBatch::try_from_iter_with_nullable(columns.into_iter().map(|(n, a)| (n, a, true)))
            .unwrap();
    let mut batches = Vec::new();
    let mut from = 0;
    while from < whole.num_rows() {
        let left = u64::try_from(whole.num_rows() - from).unwrap();
        let take = usize::try_from(dice.below(left + 1)).unwrap();
        batches.push(whole.slice(from, take));
        from += take;
    }
    if batches.is_empty() {
        batches.push(whole);
    }
    batches
}
