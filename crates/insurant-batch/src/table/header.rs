//! Which column of a file holds which field.

use crate::code;
use insurant_rules::{Problem, problem::nearest};

/// A column that a table may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// Whether the file must have it, and every row a value in it.
    pub required: bool,
}

impl Column {
    /// One that must be there.
    #[must_use]
    pub const fn required(name: &'static str) -> Self {
        Self {
            name,
            required: true,
        }
    }

    /// One that may be there.
    #[must_use]
    pub const fn optional(name: &'static str) -> Self {
        Self {
            name,
            required: false,
        }
    }
}

/// The columns of a table.
#[derive(Debug, Clone, Copy)]
pub struct Spec {
    /// The table's name.
    pub table: &'static str,
    /// Its columns.
    pub columns: &'static [Column],
}

impl Spec {
    /// Where a column is among them; behind them all when there is none of that name.
    #[must_use]
    pub fn position(&self, name: &str) -> usize {
        let found = self.columns.iter().position(|column| column.name == name);
        found.unwrap_or(usize::MAX)
    }
}

/// For each column of a specification, extra ones after it, where it is in the file.
#[derive(Debug)]
pub(crate) struct Positions(Vec<Option<usize>>);

impl Positions {
    pub(crate) fn new(places: Vec<Option<usize>>) -> Self {
        Self(places)
    }

    pub(crate) fn into_places(self) -> Vec<Option<usize>> {
        self.0
    }

    #[inline]
    pub(crate) fn get(&self, column: usize) -> Option<usize> {
        self.0.get(column).copied().flatten()
    }
}

/// What is wrong with a header, and at which column of the file.
pub(crate) type Wrong = Vec<(Problem, usize)>;

pub(crate) fn place(names: &[String], spec: &Spec, extra: &[&str]) -> Result<Positions, Wrong> {
    let known: Vec<&str> = spec
        .columns
        .iter()
        .map(|c| c.name)
        .chain(extra.iter().copied())
        .collect();
    let mut positions: Vec<Option<usize>> = vec![None; known.len()];
    let mut wrong = Wrong::new();
    for (at, name) in names.iter().enumerate() {
        match known
            .iter()
            .position(|k| k == name)
            .and_then(|i| positions.get_mut(i))
        {
            Some(Some(first)) => wrong.push((
                Problem::new(
                    code::DUPLICATE_COLUMN,
                    format!("the column `{name}` is there twice"),
                )
                .found(format!("columns {} and {}", *first + 1, at + 1))
                .remedy("remove or rename one of them"),
                at,
            )),
            Some(slot) => *slot = Some(at),
            None => wrong.push((unknown(name, &known, spec), at)),
        }
    }
    for (column, position) in spec.columns.iter().zip(&positions) {
        if column.required && position.is_none() {
            wrong.push((absent(column.name, names, spec), names.len()));
        }
    }
    if wrong.is_empty() {
        Ok(Positions(positions))
    } else {
        Err(wrong)
    }
}

fn unknown(name: &str, known: &[&str], spec: &Spec) -> Problem {
    let problem = Problem::new(
        code::UNKNOWN_COLUMN,
        format!("the table `{}` has no column `{name}`", spec.table),
    )
    .expected(format!("one of {}", known.join(", ")))
    .nearest(nearest(name, known.iter().copied()));
    if spec.table == "customers" {
        problem.remedy("remove it, or declare it as an input of the rulebook")
    } else {
        problem.remedy("remove it")
    }
}

fn absent(name: &str, names: &[String], spec: &Spec) -> Problem {
    let problem = Problem::new(
        code::MISSING_COLUMN,
        format!("the table `{}` needs a column `{name}`", spec.table),
    )
    .nearest(nearest(name, names.iter().map(String::as_str)));
    match names {
        [only] if only.contains(';') || only.contains('\t') => {
            problem.remedy("separate the columns with commas")
        }
        _ => problem.remedy("add it to the header and to every row"),
    }
}
