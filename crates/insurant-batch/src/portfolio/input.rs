//! The columns of a portfolio that a rulebook declares as inputs.

use super::ids::{Interned, Interner, at};
use super::load::Codes;
use crate::code;
use crate::table::{Cell, Faulty};
use insurant::{code as facts, money};
use insurant_rules::{Problem, Slot, State, Type};

/// An input that a rulebook declares: a column of `customers`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// Its name.
    pub name: String,
    /// Its type.
    pub ty: Type,
}

/// The values of one input, a customer each.
#[derive(Debug)]
pub(crate) struct InputColumn {
    ty: Type,
    nums: Vec<i64>,
    /// Of quotients only.
    dens: Vec<i64>,
    known: Vec<bool>,
    texts: Interner,
    /// What the rulebook calls each text.
    codes: Vec<i64>,
}

impl InputColumn {
    pub(crate) fn new(ty: Type) -> Self {
        Self {
            ty,
            nums: Vec::new(),
            dens: Vec::new(),
            known: Vec::new(),
            texts: Interner::default(),
            codes: Vec::new(),
        }
    }

    /// Reads one cell; a cell with a fault counts as missing.
    pub(crate) fn push(
        &mut self,
        cell: Cell<'_>,
        input: usize,
        codes: &mut dyn Codes,
    ) -> Option<Box<Problem>> {
        let (value, fault) = match self.read(cell, input, codes) {
            Ok(value) => (value, None),
            Err(fault) => (None, Some(fault)),
        };
        let (num, den) = value.unwrap_or((0, 1));
        self.nums.push(num);
        self.known.push(value.is_some());
        if matches!(self.ty, Type::Ratio | Type::MoneyRatio(_)) {
            self.dens.push(den);
        }
        fault
    }

    fn read(&mut self, cell: Cell<'_>, input: usize, codes: &mut dyn Codes) -> Faulty<(i64, i64)> {
        let whole = |value: Option<i64>| value.map(|v| (v, 1));
        match &self.ty {
            Type::Boolean => cell.boolean().map(|v| whole(v.map(i64::from))),
            Type::Count(None) => cell.integer().map(whole),
            Type::Count(Some(unit)) | Type::Duration(unit) => match cell {
                Cell::Text(text) => {
                    let digits = text.strip_suffix(unit.letter()).unwrap_or(text);
                    Cell::Text(digits).integer().map(whole)
                }
                cell => cell.integer().map(whole),
            },
            Type::Money(currency) => cell.amount(*currency).map(whole),
            Type::Date => cell.date().map(|v| whole(v.map(|d| i64::from(d.days())))),
            Type::Enumeration(list) => {
                let position = |word: &str| list.position(word).and_then(|p| i64::try_from(p).ok());
                cell.member(position, &list.members).map(whole)
            }
            Type::Ratio => cell.ratio(),
            Type::MoneyRatio(currency) => {
                let unit = 10_i64.checked_pow(currency.decimals()).unwrap_or(i64::MAX);
                let Some((num, den)) = cell.ratio()? else {
                    return Ok(None);
                };
                match num.checked_mul(unit) {
                    Some(num) => Ok(Some((num, den))),
                    None => Err(Box::new(Problem::new(
                        facts::NUMBER_TOO_LARGE,
                        "the amount is too large",
                    ))),
                }
            }
            Type::Text => {
                // `unknown` is no value of any fact.
                let Some(text) = cell.text()?.filter(|t| t.as_str() != "unknown") else {
                    return Ok(None);
                };
                match self.texts.intern(text.as_str()) {
                    Interned::New(number) => {
                        self.codes.push(codes.text(input, text.as_str()));
                        Ok(Some((i64::from(number), 1)))
                    }
                    Interned::Known(number) => Ok(Some((i64::from(number), 1))),
                    Interned::Full => Err(Box::new(Problem::new(
                        code::TOO_MANY_ROWS,
                        "too many different texts",
                    ))),
                }
            }
        }
    }

    #[inline]
    pub(crate) fn slot(&self, customer: usize) -> Slot {
        let (Some(&num), Some(true)) = (self.nums.get(customer), self.known.get(customer)) else {
            return Slot::UNKNOWN;
        };
        let num = match self.ty {
            Type::Text => usize::try_from(num)
                .ok()
                .and_then(|n| self.codes.get(n))
                .copied()
                .unwrap_or(-1),
            _ => num,
        };
        Slot {
            num,
            den: self.dens.get(customer).copied().unwrap_or(1),
            state: State::Known,
        }
    }

    /// The value as text, in one spelling whatever the file had.
    pub(crate) fn written(&self, customer: usize) -> Option<String> {
        let slot = self.slot(customer);
        if !slot.is_known() {
            return None;
        }
        let decimal = |num: i64, den: i64| {
            let scale = den.checked_ilog10().unwrap_or(0);
            let units = i128::from(num);
            Cell::Number { units, scale }.to_string()
        };
        Some(match &self.ty {
            Type::Text => self.text(customer)?.to_owned(),
            Type::Boolean => (slot.num != 0).to_string(),
            Type::Count(_) | Type::Duration(_) => slot.num.to_string(),
            Type::Money(currency) => money::format(slot.num, *currency),
            Type::Date => Cell::Days(i32::try_from(slot.num).ok()?).to_string(),
            Type::Enumeration(list) => list.members.get(usize::try_from(slot.num).ok()?)?.clone(),
            Type::Ratio => decimal(slot.num, slot.den),
            Type::MoneyRatio(currency) => {
                let unit = 10_i64.checked_pow(currency.decimals())?;
                decimal(slot.num.checked_div(unit)?, slot.den)
            }
        })
    }

    /// The text of a text input.
    pub(crate) fn text(&self, customer: usize) -> Option<&str> {
        let number = self
            .nums
            .get(customer)
            .filter(|_| self.known.get(customer) == Some(&true))?;
        match self.ty {
            Type::Text => self.texts.ids.get(at(u32::try_from(*number).ok()?)),
            _ => None,
        }
    }
}
