//! The option `--period`, which all commands share.

use super::facts::day;
use insurant::complaint::analysis::Period;

/// How a period is written on the command line.
const EXPECTED: &str = "a month, quarter or year of 1900 to 2198 (2025-06, 2025-Q2, 2025), or the first \
     day and the first day after it (2025-01-01..2025-07-01)";

/// A period of the command line: `2025-06`, `2025-Q2`, `2025`, or `2025-01-01..2025-07-01`.
///
/// # Errors
/// What is no period, in words of the command line.
pub(crate) fn period(text: &str) -> Result<Period, String> {
    let Some((from, to)) = text.split_once("..") else {
        return Period::parse(text).map_err(|problem| {
            let (message, code) = (problem.message(), problem.code());
            format!("{message} [{code}]; expected {EXPECTED}")
        });
    };
    let bound = |which: &str, text: &str| {
        day(text).map_err(|error| format!("{which} `{text}`: {error}; expected {EXPECTED}"))
    };
    let (first, after) = (
        bound("the first day", from),
        bound("the first day after it", to),
    );
    let (first, after) = match (first, after) {
        (Ok(first), Ok(after)) => (first, after),
        (Err(first), Err(after)) => return Err(format!("{first}\n{after}")),
        (Err(error), Ok(_)) | (Ok(_), Err(error)) => return Err(error),
    };
    Period::new(first, after).map_err(|problem| problem.to_string())
}
