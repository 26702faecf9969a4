//! The gate that every change passes: stages, their times, and one count at the end.

mod stages;

use crate::count::Count;
use crate::project::{Project, is_ci};
use crate::run::Outcome;
use clap::builder::{PossibleValue, PossibleValuesParser};
use stages::{BENCHES, STAGES};
use std::time::Instant;

/// A part of the gate.
struct Stage {
    name: &'static str,
    doc: &'static str,
    run: fn(&Project) -> Outcome<Report>,
}

/// What a stage found.
#[derive(Default)]
struct Report {
    failed: bool,
    count: Count,
    /// What could not run here, and why.
    skipped: Vec<String>,
}

/// The names of the stages, for the command line.
pub(crate) fn names() -> PossibleValuesParser {
    let values = STAGES
        .iter()
        .map(|stage| PossibleValue::new(stage.name).help(stage.doc));
    PossibleValuesParser::new(values)
}

/// Runs the stages named, or all.
pub(crate) fn test(project: &Project, names: &[String]) -> Outcome<bool> {
    let wanted = |stage: &&Stage| names.is_empty() || names.iter().any(|name| name == stage.name);
    pass(project, STAGES.iter().filter(wanted))
}

/// Runs what CI runs.
pub(crate) fn ci(project: &Project) -> Outcome<bool> {
    pass(project, STAGES.iter().chain([&BENCHES]))
}

fn pass<'a>(project: &Project, stages: impl Iterator<Item = &'a Stage>) -> Outcome<bool> {
    let mut summary = Vec::new();
    let mut total = Count::default();
    let mut all_well = true;
    for stage in stages {
        println!("== {}: {}", stage.name, stage.doc);
        let start = Instant::now();
        let mut report = (stage.run)(project).unwrap_or_else(|error| {
            eprintln!("error: {error}");
            Report {
                failed: true,
                ..Report::default()
            }
        });
        report.failed |= is_ci() && report.count.skipped > 0;
        if report.failed && report.count.failed == 0 {
            // A stage that fails without a failing test, such as one that does not compile.
            report.count.failed = 1;
        }
        total += report.count;
        all_well &= !report.failed;
        let word = if report.failed { "FAILED" } else { "ok" };
        let seconds = start.elapsed().as_secs();
        summary.push(format!(
            "{:12} {word:6} {seconds:4} s   {}",
            stage.name, report.count
        ));
        summary.extend(
            report
                .skipped
                .iter()
                .map(|what| format!("    skipped: {what}")),
        );
    }
    println!();
    for line in summary {
        println!("{line}");
    }
    if is_ci() && total.skipped > 0 {
        println!("Nothing may be skipped where CI=true.");
    }
    println!("{total}");
    Ok(all_well)
}
