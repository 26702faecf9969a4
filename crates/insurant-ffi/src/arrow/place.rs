//! Where in Arrow's structs something is wrong, and what.

use crate::fault::Fault;
use crate::status::InsurantStatus;
use insurant_rules::{Code, Place, Problem, Problems};
use std::fmt::Display;

/// How deep types may be nested: also the end of one that holds itself.
pub(super) const DEEPEST: usize = 64;
/// The most columns of a table.
pub(super) const MOST_COLUMNS: i64 = 1 << 16;
/// The most values of an array, and bytes of a buffer: no memory is as large.
pub(super) const MOST: i64 = 1 << 40;
/// The most batches of a table.
pub(super) const MOST_BATCHES: usize = 1 << 24;

/// What is not as Arrow has it.
#[cold]
pub(super) fn wrong(path: impl Into<String>, message: impl Into<String>) -> Problem {
    Problem::new(Code::new(InsurantStatus::BadArrow.word()), message).at(Place {
        path: path.into(),
        ..Place::default()
    })
}

/// The same, with what is there and what should be.
#[cold]
pub(super) fn unlike(
    path: impl Into<String>,
    message: impl Into<String>,
    found: impl Display,
    expected: impl Into<String>,
) -> Problem {
    wrong(path, message)
        .found(found.to_string())
        .expected(expected)
}

/// A struct whose `release` is NULL.
#[cold]
pub(super) fn released(path: &str) -> Problem {
    wrong(format!("{path}.release"), "it was released")
        .found("NULL")
        .remedy("hand over a struct once, and do not release it before")
}

/// The fault of a call.
pub(super) fn fault(problems: impl Into<Problems>) -> Fault {
    Fault::of(InsurantStatus::BadArrow, problems.into())
}
