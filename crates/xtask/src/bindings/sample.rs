//! The day of an account manager, the same in every language: over one file, what is kept beside it.

use crate::capi::{Checks, output_of, said};
use crate::project::Project;
use crate::run::Outcome;
use std::fs;
use std::process::Command;

/// The file that the apps read, and what each prints of it.
const FILES: [&str; 2] = [
    "bindings/sample/portfolio.json",
    "bindings/sample/expected.txt",
];

/// Whether an app prints what it should.
pub(super) fn check(
    project: &Project,
    language: &str,
    app: &mut Command,
    checks: &mut Checks,
) -> Outcome {
    let [portfolio, expected] = FILES.map(|file| project.path(file));
    let expected = fs::read(expected)?;
    let output = output_of(app.arg(portfolio))?;
    let well = output.status.success() && output.stdout == expected;
    checks.check(
        &format!("{language}: the sample app prints what every language's does"),
        (!well).then(|| said(&output)),
    );
    Ok(())
}
