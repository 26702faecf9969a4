//! What can go wrong beside the tables themselves.

use crate::code;
use crate::portfolio::Failure;
use arrow_schema::ArrowError;
use insurant_rules::{Place, Problem, Problems};
use std::fmt::Display;
use std::path::Path;

const ROOM: &str = "name a folder that you may write to, on a disk with room for about three times what the tables \
     take in memory";

/// A file of the run that cannot be made, written, read or removed.
pub(super) fn problem(path: &Path, what: &str, error: &dyn Display) -> Problem {
    Problem::new(
        code::SPILL_FAILED,
        format!("a file of the run cannot be {what}: {error}"),
    )
    .in_source(path.display().to_string())
    .remedy(ROOM)
}

/// The same as the failure of a run.
pub(super) fn failed(path: &Path, what: &str, error: &dyn Display) -> Failure {
    Problems::from(problem(path, what, error)).into()
}

/// A host's stream that broke off.
pub(super) fn broken(table: &str, batch: u64, error: &ArrowError) -> Failure {
    let place = Place {
        path: table.to_owned(),
        ..Place::default()
    };
    Problems::from(
        Problem::new(
            code::ARROW_STREAM,
            format!("the stream of the table broke off: {error}"),
        )
        .at(place)
        .found(format!("batch {batch}"))
        .remedy("mend what produces the stream, and run again"),
    )
    .into()
}

/// Too little memory for what must be together.
pub(super) fn too_small(asked: u64, least: u64, why: &str) -> Failure {
    let megabytes = |bytes: u64| bytes.div_ceil(1 << 20);
    Problems::from(
        Problem::new(code::MEMORY_TOO_SMALL, why)
            .found(format!("{} MB", megabytes(asked)))
            .expected(format!("at least {} MB", megabytes(least)))
            .remedy("allow more memory"),
    )
    .into()
}

/// Columns that do not fit together, though they were made here.
pub(crate) fn inside(error: &dyn Display) -> Failure {
    Problems::from(
        Problem::new(
            insurant::code::PANICKED,
            format!("the columns do not fit: {error}"),
        )
        .remedy("please report it with what was handed over"),
    )
    .into()
}
