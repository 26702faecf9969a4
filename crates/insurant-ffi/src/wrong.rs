//! Everything that is wrong with a customer, gathered so that it is told at once.

use crate::convert::day;
use crate::fault::Fault;
use crate::row::INSURANT_NO_DAY;
use crate::status::InsurantStatus;
use insurant::{Closed, Date};
use insurant_rules::{Place, Problems};
use std::fmt::Display;

/// What was found so far.
#[derive(Default)]
pub(crate) struct Wrong {
    /// Of the first problem that is the call's own, and no fact's.
    status: Option<InsurantStatus>,
    problems: Problems,
}

impl Wrong {
    /// What is wrong at a row or list of the customer, or at the customer itself.
    pub(crate) fn at(&mut self, path: impl Into<String>) -> At<'_> {
        At {
            path: path.into(),
            wrong: self,
        }
    }

    /// All of it, when there is any. The status is that of the first problem that is the call's own;
    /// when all are of the facts it says so.
    #[inline]
    pub(crate) fn into_result(self) -> Result<(), Fault> {
        if self.problems.is_empty() {
            return Ok(());
        }
        let status = self.status.unwrap_or(InsurantStatus::BadFacts);
        Err(Fault::of(status, self.problems))
    }
}

/// A row or list in which something may be wrong.
pub(crate) struct At<'w> {
    path: String,
    wrong: &'w mut Wrong,
}

impl At<'_> {
    /// The path of a field.
    fn field(&self, name: &str) -> String {
        format!("{}.{name}", self.path)
    }

    /// The value, or its fault is kept: its path is one below this.
    pub(crate) fn take<T>(&mut self, found: Result<T, Fault>) -> Option<T> {
        let fault = match found {
            Ok(value) => return Some(value),
            Err(fault) => fault,
        };
        self.keep(fault.under(&self.path));
        None
    }

    /// Keeps a fault whose path is whole.
    fn keep(&mut self, fault: Fault) {
        self.wrong.status.get_or_insert(fault.status());
        self.wrong.problems.extend(fault.into_problems());
    }

    /// Keeps what the core says of the facts.
    pub(crate) fn facts<T>(&mut self, checked: Result<T, Problems>) -> Option<T> {
        let found = match checked {
            Ok(row) => return Some(row),
            Err(found) => found,
        };
        for problem in found {
            let path = self.field(&problem.place().path);
            self.wrong.problems.push(problem.at(Place {
                path,
                ..Place::default()
            }));
        }
        None
    }

    /// The member of an enumeration; numbers count from 1.
    pub(crate) fn member<T: Closed>(
        &mut self,
        name: &str,
        enumeration: &str,
        number: i32,
    ) -> Option<T> {
        let found = plain_member(T::ALL, number);
        if found.is_none() {
            self.bad_enum(name, number, enumeration, &members::<T>());
        }
        found
    }

    /// The same, of one in which 0 is not known.
    pub(crate) fn member_or_unknown<T: Closed>(
        &mut self,
        name: &str,
        enumeration: &str,
        number: i32,
    ) -> Option<Option<T>> {
        let found = plain_member(T::ALL, number).map(Some);
        let found = if number == 0 { Some(None) } else { found };
        if found.is_none() {
            let all = format!("0 unknown, {}", members::<T>());
            self.bad_enum(name, number, enumeration, &all);
        }
        found
    }

    /// What is told of a customer.
    pub(crate) fn told(&mut self, name: &str, number: i32) -> Option<Option<bool>> {
        match number {
            0 => Some(None),
            1 => Some(Some(false)),
            2 => Some(Some(true)),
            _ => {
                self.bad_enum(name, number, "InsurantTold", "0 unknown, 1 no, 2 yes");
                None
            }
        }
    }

    /// Keeps that a number is none of its enumeration.
    pub(crate) fn bad_enum(
        &mut self,
        name: &str,
        found: impl Display,
        enumeration: &str,
        members: &str,
    ) {
        let fault = Fault::bad_enum(self.field(name), found, enumeration, members);
        self.keep(fault);
    }

    pub(crate) fn day(&mut self, name: &str, days: i32) -> Option<Date> {
        self.take(day(name, days))
    }

    pub(crate) fn day_or_none(&mut self, name: &str, days: i32) -> Option<Option<Date>> {
        if days == INSURANT_NO_DAY {
            return Some(None);
        }
        self.day(name, days).map(Some)
    }
}

/// The numbers of an enumeration with their words.
fn members<T: Closed>() -> String {
    let named = |(position, member): (usize, &T)| format!("{} {}", position + 1, member.word());
    let named: Vec<String> = T::ALL.iter().enumerate().map(named).collect();
    named.join(", ")
}

/// The member of an enumeration; numbers count from 1.
#[inline]
pub(crate) fn plain_member<T: Copy>(all: &[T], number: i32) -> Option<T> {
    let position = usize::try_from(number).ok()?.checked_sub(1)?;
    all.get(position).copied()
}
