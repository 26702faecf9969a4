//! What was found, column by column.

use super::Integers;
use arrow_array::types::Int8Type;
use arrow_array::{
    ArrayRef, BooleanArray, Date32Array, Decimal128Array, DictionaryArray, Int8Array, Int64Array,
    StringArray, UInt8Array, UInt64Array,
};
use arrow_buffer::{BooleanBuffer, Buffer, NullBuffer, ScalarBuffer};
use arrow_schema::{ArrowError, DataType, Field};
use insurant::decision::BlockVerdicts;
use insurant::{Category, Cause, CustomerRules, Standing, Verdict};
use insurant_rules::program::{SUBJECTS, Values};
use insurant_rules::{Slot, State, Type};
use std::collections::HashMap;
use std::sync::Arc;

/// No value, in a column of positions.
const NONE: i8 = -1;
/// The state of a measure whose sum does not fit.
const OVERFLOWN: i8 = 3;

/// The answers on all customers, by row.
#[derive(Debug)]
pub(super) struct Answers {
    category: Vec<i8>,
    standing: Vec<i8>,
    alerts: Vec<u64>,
    proposals: Vec<u64>,
    findings: Vec<u8>,
    status: Vec<i8>,
    measures: Vec<Measure>,
}

#[derive(Debug)]
struct Measure {
    nums: Vec<i64>,
    /// Of quotients only.
    dens: Vec<i64>,
    /// Who has a value, a bit each.
    known: Vec<u64>,
    /// Why there is none: nothing is written where there is one.
    states: Vec<i8>,
}

/// The answers on one customer.
#[derive(Debug, Clone)]
pub(super) struct Answer {
    pub(super) verdict: Verdict,
    pub(super) findings: u8,
    /// The measures, when they were found.
    pub(super) measures: Option<Vec<Slot>>,
}

/// The answers on a run of customers.
pub(super) struct Piece<'a> {
    category: &'a mut [i8],
    standing: &'a mut [i8],
    alerts: &'a mut [u64],
    proposals: &'a mut [u64],
    findings: &'a mut [u8],
    status: &'a mut [i8],
    measures: Vec<Columns<'a>>,
}

/// A measure of a run of customers.
struct Columns<'a> {
    nums: &'a mut [i64],
    dens: &'a mut [i64],
    known: &'a mut [u64],
    states: &'a mut [i8],
}

fn quotient(ty: &Type) -> bool {
    matches!(ty, Type::Ratio | Type::MoneyRatio(_))
}

fn small(position: i64) -> i8 {
    i8::try_from(position).unwrap_or(NONE)
}

impl Answers {
    pub(super) fn new(rules: &CustomerRules, customers: usize) -> Self {
        let measure = |ty: &Type| Measure {
            nums: vec![0; customers],
            dens: if quotient(ty) {
                vec![0; customers]
            } else {
                Vec::new()
            },
            known: vec![0; customers.div_ceil(SUBJECTS)],
            states: vec![0; customers],
        };
        Self {
            category: vec![0; customers],
            standing: vec![0; customers],
            alerts: vec![0; customers],
            proposals: vec![0; customers],
            findings: vec![0; customers],
            status: vec![0; customers],
            measures: rules
                .expressions()
                .iter()
                .map(|expression| measure(&expression.ty))
                .collect(),
        }
    }

    /// How many customers there are.
    pub(super) const fn len(&self) -> usize {
        self.category.len()
    }

    /// The answers in runs of so many customers: a multiple of [`SUBJECTS`], or all.
    pub(super) fn pieces(&mut self, size: usize) -> Vec<Piece<'_>> {
        let count = self.category.len().div_ceil(size.max(1));
        let mut pieces: Vec<Piece<'_>> = Vec::with_capacity(count);
        let fixed = self
            .category
            .chunks_mut(size)
            .zip(self.standing.chunks_mut(size))
            .zip(self.alerts.chunks_mut(size))
            .zip(self.proposals.chunks_mut(size))
            .zip(self.findings.chunks_mut(size))
            .zip(self.status.chunks_mut(size));
        for (((((category, standing), alerts), proposals), findings), status) in fixed {
            pieces.push(Piece {
                category,
                standing,
                alerts,
                proposals,
                findings,
                status,
                measures: Vec::with_capacity(self.measures.len()),
            });
        }
        for measure in &mut self.measures {
            let mut dens = measure.dens.chunks_mut(size);
            let columns = measure
                .nums
                .chunks_mut(size)
                .zip(measure.states.chunks_mut(size))
                .zip(measure.known.chunks_mut(size.div_ceil(SUBJECTS)));
            for (piece, ((nums, states), known)) in pieces.iter_mut().zip(columns) {
                piece.measures.push(Columns {
                    nums,
                    dens: dens.next().unwrap_or_default(),
                    known,
                    states,
                });
            }
        }
        pieces
    }
}

impl Piece<'_> {
    /// Writes the answer on a customer, by its place in the run.
    #[inline]
    pub(super) fn write(&mut self, at: usize, verdict: &Verdict, findings: u8) {
        let cause = match verdict.cause {
            None => 0,
            Some(Cause::Overflow) => 1,
            Some(Cause::MixedCurrency) => 2,
            Some(Cause::RejectedRow) => 3,
        };
        let category = verdict
            .category
            .map_or(NONE, |category| small(category.position()));
        let standing = verdict
            .standing
            .map_or(NONE, |standing| small(standing.position()));
        put(self.category, at, category);
        put(self.standing, at, standing);
        put(self.alerts, at, verdict.alerts.bits());
        put(self.proposals, at, verdict.proposals.bits());
        put(self.findings, at, findings);
        put(self.status, at, cause);
    }

    /// Writes the answers on a block of customers that begins at a place of the run.
    pub(super) fn write_block(&mut self, from: usize, verdicts: &BlockVerdicts, findings: &[u8]) {
        let category = verdicts
            .category
            .iter()
            .map(|category| category.map_or(NONE, |category| small(category.position())));
        copy(self.category, from, category);
        let standing = verdicts.standing.iter().map(|s| small(s.position()));
        copy(self.standing, from, standing);
        copy(
            self.alerts,
            from,
            verdicts.alerts.iter().map(|alerts| alerts.bits()),
        );
        copy(
            self.proposals,
            from,
            verdicts.proposals.iter().map(|bits| bits.bits()),
        );
        copy(self.findings, from, findings.iter().copied());
        copy(self.status, from, verdicts.category.iter().map(|_| 0));
    }

    /// Writes the values of a measure of a block of customers.
    pub(super) fn measure_block(&mut self, from: usize, which: usize, values: &Values<'_>) {
        let Some(columns) = self.measures.get_mut(which) else {
            return;
        };
        copy(columns.nums, from, values.nums.iter().copied());
        if !columns.dens.is_empty() {
            copy(columns.dens, from, values.dens.iter().copied());
        }
        put(columns.known, from / SUBJECTS, values.known);
        if values.known != !0 {
            let state = (0..SUBJECTS).map(|subject| {
                // Known is 0, undefined 1, unknown 2.
                let unknown = i8::from(values.known >> subject & 1 == 0) * 2;
                unknown - i8::from(values.undefined >> subject & 1 == 1)
            });
            copy(columns.states, from, state);
        }
    }

    /// Writes the value of a measure; `None` when its sum does not fit.
    #[inline]
    pub(super) fn measure(&mut self, at: usize, which: usize, value: Option<Slot>) {
        let Some(columns) = self.measures.get_mut(which) else {
            return;
        };
        let state = match value.map(|slot| slot.state) {
            Some(State::Known) => 0,
            Some(State::Undefined) => 1,
            Some(State::Unknown) => 2,
            None => OVERFLOWN,
        };
        let slot = value.unwrap_or(Slot::UNKNOWN);
        put(columns.nums, at, slot.num);
        put(columns.dens, at, slot.den);
        put(columns.states, at, state);
        if let Some(word) = columns.known.get_mut(at / SUBJECTS) {
            let bit = 1_u64 << (at % SUBJECTS);
            *word = *word & !bit | if state == 0 { bit } else { 0 };
        }
    }
}

#[inline]
fn copy<T>(column: &mut [T], from: usize, values: impl Iterator<Item = T>) {
    let places = column.get_mut(from..).unwrap_or_default();
    for (place, value) in places.iter_mut().zip(values) {
        *place = value;
    }
}

#[inline]
fn put<T>(column: &mut [T], at: usize, value: T) {
    if let Some(place) = column.get_mut(at) {
        *place = value;
    }
}

/// Positions among words as a dictionary.
fn words(keys: Vec<i8>, words: &[&str]) -> Result<ArrayRef, ArrowError> {
    let nulls = keys.contains(&NONE).then(|| {
        let known: Vec<bool> = keys.iter().map(|&key| key != NONE).collect();
        NullBuffer::from(known)
    });
    let keys = Int8Array::try_new(ScalarBuffer::from(keys), nulls)?;
    let values = Arc::new(StringArray::from(words.to_vec()));
    Ok(Arc::new(DictionaryArray::<Int8Type>::try_new(
        keys, values,
    )?))
}

/// The same of positions that are all there.
fn all_words(keys: Vec<i8>, words: &[&str]) -> Result<ArrayRef, ArrowError> {
    let keys = Int8Array::try_new(ScalarBuffer::from(keys), None)?;
    let values = Arc::new(StringArray::from(words.to_vec()));
    Ok(Arc::new(DictionaryArray::<Int8Type>::try_new(
        keys, values,
    )?))
}

fn coded() -> DataType {
    DataType::Dictionary(Box::new(DataType::Int8), Box::new(DataType::Utf8))
}

/// A column with its name.
type Named = (Field, ArrayRef);

impl Answers {
    /// The columns, in the order of the schema, without the customers.
    pub(super) fn into_columns(
        self,
        rules: &CustomerRules,
        titles: &[String],
        integers: Integers,
    ) -> Result<Vec<Named>, ArrowError> {
        let statuses = ["decided", "overflow", "mixed_currency", "rejected_row"];
        let mut columns: Vec<Named> = vec![
            (
                Field::new("category", coded(), true),
                words(self.category, Category::WORDS)?,
            ),
            (
                Field::new("standing", coded(), true),
                words(self.standing, Standing::WORDS)?,
            ),
            (
                Field::new("alerts", DataType::UInt64, false),
                Arc::new(UInt64Array::from(self.alerts)),
            ),
            (
                Field::new("proposals", DataType::UInt64, false),
                Arc::new(UInt64Array::from(self.proposals)),
            ),
            (
                Field::new("findings", DataType::UInt8, false),
                Arc::new(UInt8Array::from(self.findings)),
            ),
            (
                Field::new("status", coded(), false),
                all_words(self.status, &statuses)?,
            ),
        ];
        let texts = rules.texts();
        let measures = self
            .measures
            .into_iter()
            .zip(rules.expressions())
            .zip(titles);
        for ((measure, expression), title) in measures {
            measure.columns(title, &expression.ty, texts, integers, &mut columns)?;
        }
        Ok(columns)
    }
}

impl Measure {
    fn columns(
        self,
        title: &str,
        ty: &Type,
        texts: &[String],
        integers: Integers,
        columns: &mut Vec<Named>,
    ) -> Result<(), ArrowError> {
        let known = BooleanBuffer::new(Buffer::from_vec(self.known), 0, self.nums.len());
        let known = Some(NullBuffer::new(known)).filter(|known| known.null_count() > 0);
        let whole = |nums: Vec<i64>| Int64Array::try_new(ScalarBuffer::from(nums), known.clone());
        let mut add = |field: Field, array: ArrayRef| columns.push((field, array));
        match ty {
            Type::Ratio | Type::MoneyRatio(_) => {
                let field = |end| Field::new(format!("{title}_{end}"), DataType::Int64, true);
                add(field("num"), Arc::new(whole(self.nums)?));
                add(field("den"), Arc::new(whole(self.dens)?));
            }
            Type::Money(currency) => match integers {
                Integers::Minor => {
                    let unit = HashMap::from([("insurant.unit".to_owned(), "minor".to_owned())]);
                    let field = Field::new(title, DataType::Int64, true).with_metadata(unit);
                    add(field, Arc::new(whole(self.nums)?));
                }
                Integers::Major => {
                    let scale = i8::try_from(currency.decimals()).unwrap_or(0);
                    let amounts: Vec<i128> = self.nums.iter().map(|&n| i128::from(n)).collect();
                    let array =
                        Decimal128Array::try_new(ScalarBuffer::from(amounts), known.clone())?
                            .with_precision_and_scale(19, scale)?;
                    let field = Field::new(title, DataType::Decimal128(19, scale), true);
                    add(field, Arc::new(array));
                }
            },
            Type::Boolean => {
                let values: BooleanBuffer = self.nums.iter().map(|&num| num != 0).collect();
                let array = BooleanArray::new(values, known.clone());
                add(Field::new(title, DataType::Boolean, true), Arc::new(array));
            }
            Type::Count(_) | Type::Duration(_) => {
                let field = Field::new(title, DataType::Int64, true);
                add(field, Arc::new(whole(self.nums)?));
            }
            Type::Date => {
                let day = |&num: &i64| i32::try_from(num).unwrap_or(0);
                let days: Vec<i32> = self.nums.iter().map(day).collect();
                let array = Date32Array::try_new(ScalarBuffer::from(days), known.clone())?;
                add(Field::new(title, DataType::Date32, true), Arc::new(array));
            }
            Type::Enumeration(list) => {
                let members =
                    |num: i64| usize::try_from(num).ok().and_then(|n| list.members.get(n));
                let array = texts_of(&self.nums, &self.states, |num| members(num).cloned());
                add(Field::new(title, DataType::Utf8, true), Arc::new(array));
            }
            Type::Text => {
                let text = |num: i64| {
                    usize::try_from(num)
                        .ok()
                        .and_then(|n| texts.get(n))
                        .cloned()
                };
                let array = texts_of(&self.nums, &self.states, |num| {
                    Some(text(num).unwrap_or_else(|| "other".to_owned()))
                });
                add(Field::new(title, DataType::Utf8, true), Arc::new(array));
            }
        }
        let names = ["known", "undefined", "unknown", "overflow"];
        add(
            Field::new(format!("{title}_state"), coded(), false),
            all_words(self.states, &names)?,
        );
        Ok(())
    }
}

fn texts_of(nums: &[i64], states: &[i8], text: impl Fn(i64) -> Option<String>) -> StringArray {
    let values = nums.iter().zip(states);
    values
        .map(|(&num, &state)| (state == 0).then(|| text(num)).flatten())
        .collect()
}
