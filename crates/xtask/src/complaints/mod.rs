//! `cargo xtask complaints`: public logs of complaints and cases as JSON lines, in the form that
//! `complaint_analyse` takes; of one of them also the events.
//!
//! The data are not part of the project; `INSURANT_DATA` says where they are. What is written is
//! checked against the control totals that are published with them.

mod cfpb;
mod lines;
mod packs;
mod reasons;
mod receipt;
mod stamp;
mod tdi;

use crate::run::Outcome;
use clap::{Args, ValueEnum};
use insurant_rules::document::Object;
use std::path::{Path, PathBuf};

#[derive(Args)]
pub(crate) struct Arguments {
    /// Which data set
    set: Set,
    /// The file to write the complaints to, a line each
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Of `receipt`: the file to write the events to, a line a complaint
    #[arg(long, value_name = "FILE")]
    events: Option<PathBuf>,
    /// Of `receipt`: the file to write the units to
    #[arg(long, value_name = "FILE")]
    units: Option<PathBuf>,
    /// Of `tdi`: prints how many would have been late under each built-in procedure, for
    /// illustration
    #[arg(long)]
    late: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Set {
    /// Texas Department of Insurance, complaints about one insurer group, 2013-2025
    Tdi,
    /// US Consumer Financial Protection Bureau, complaints about banks and lenders, 2013-2017
    Cfpb,
    /// Receiving phase of a Dutch municipality's permit cases, 2010-2012
    Receipt,
}

/// What a data set is turned into.
#[derive(Default)]
struct Mapped {
    /// Case records.
    cases: Vec<Object>,
    /// Logs, where the set has events.
    logs: Vec<Object>,
    /// The units that occur in the logs.
    units: Vec<Object>,
    /// What was found, in a sentence.
    found: String,
}

pub(crate) fn run(arguments: &Arguments) -> Outcome<()> {
    let data = std::env::var_os("INSURANT_DATA").ok_or(
        "`INSURANT_DATA` is not set: set it to the directory that holds `complaints_tdi`, `complaints_cfpb` and `case_log_receipt`",
    )?;
    let extras = [
        (&arguments.events, "--events"),
        (&arguments.units, "--units"),
    ];
    for (file, option) in extras {
        if file.is_some() && arguments.set != Set::Receipt {
            return Err(
                format!("`{option}` is for `receipt`: the other sets have no events").into(),
            );
        }
    }
    if arguments.late && arguments.set != Set::Tdi {
        return Err("`--late` is for `tdi`: the other sets have a deadline of their own".into());
    }
    let mapped = map(arguments.set, Path::new(&data))?;
    lines::write(&arguments.out, &mapped.cases)?;
    for (file, objects) in [
        (&arguments.events, &mapped.logs),
        (&arguments.units, &mapped.units),
    ] {
        if let Some(file) = file {
            lines::write(file, objects)?;
        }
    }
    println!("{}", mapped.found);
    if arguments.late {
        print!("{}", packs::page(&packs::lines(&mapped)?));
    }
    Ok(())
}

fn map(set: Set, data: &Path) -> Outcome<Mapped> {
    match set {
        Set::Tdi => tdi::map(&data.join("complaints_tdi")),
        Set::Cfpb => cfpb::map(&data.join("complaints_cfpb")),
        Set::Receipt => receipt::map(&data.join("case_log_receipt")),
    }
}

#[cfg(test)]
mod tests;
