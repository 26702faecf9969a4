//! `cargo xtask partners`: data of real insurers as tables for `insurant kpi` and
//! `insurant partner`.
//!
//! The data are not part of the project; `INSURANT_DATA` says where they are. What is written is
//! checked against the control totals that are published with them.

mod lapse;
mod reserve;
#[cfg(test)]
mod tests;

use crate::run::Outcome;
use clap::{Args, ValueEnum};
use std::path::{Path, PathBuf};

#[derive(Args)]
pub(crate) struct Arguments {
    /// Which data set
    set: Set,
    /// The file to write to
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Set {
    /// Whole-life policies of a tied sales force in the United States, 1995-2010, for persistency
    Lapse,
    /// Insurer groups by line in the United States, 1988-1997, each as a partner
    Reserve,
}

/// A table that a data set is turned into.
#[derive(Default)]
struct Mapped {
    columns: Vec<&'static str>,
    rows: Vec<Vec<String>>,
    /// What was found, in a sentence.
    found: String,
}

pub(crate) fn run(arguments: &Arguments) -> Outcome<()> {
    let data = std::env::var_os("INSURANT_DATA").ok_or(
        "`INSURANT_DATA` is not set: set it to the directory that holds `life_agent_lapse_us` and `insurer_loss_reserve_us`",
    )?;
    let mapped = map(arguments.set, Path::new(&data))?;
    let out = &arguments.out;
    let wrong = |e: csv::Error| format!("{}: {e}", out.display());
    let mut writer = csv::Writer::from_path(out).map_err(wrong)?;
    writer.write_record(&mapped.columns).map_err(wrong)?;
    for row in &mapped.rows {
        writer.write_record(row).map_err(wrong)?;
    }
    writer.flush()?;
    println!("{}", mapped.found);
    Ok(())
}

fn map(set: Set, data: &Path) -> Outcome<Mapped> {
    match set {
        Set::Lapse => lapse::map(&data.join("life_agent_lapse_us")),
        Set::Reserve => reserve::map(&data.join("insurer_loss_reserve_us")),
    }
}
