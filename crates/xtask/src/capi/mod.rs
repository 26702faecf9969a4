//! The C library as its users get it: laid out, packed, checked, and linked by programs of
//! several languages.

pub(crate) mod abi;
mod arrow;
mod cobol;
mod consumers;
mod cpp;
mod header;
mod layout;
mod packed;
mod probes;
pub(crate) mod prototype;
mod readme;
mod tools;
mod typed;

use crate::count::Count;
use crate::project::Project;
use crate::run::Outcome;
use std::path::PathBuf;

use layout::Library;
pub(crate) use layout::dist;
pub(crate) use tools::{Checks, has, need, output as output_of, said};

/// Where `install` and `dist` put things.
#[derive(clap::Args)]
pub(crate) struct InstallArguments {
    /// The folder that gets bin, include, lib and share.
    #[arg(long)]
    prefix: PathBuf,
    /// Only the library, without the command line.
    #[arg(long)]
    no_cli: bool,
    /// The library with portfolios over Arrow, and its header `insurant_arrow.h`.
    #[arg(long)]
    batch: bool,
}

impl InstallArguments {
    /// Builds what is asked for, and lays it out.
    pub(crate) fn install(&self, project: &Project) -> Outcome {
        let library = if self.batch {
            Library::Batch
        } else {
            Library::Plain
        };
        if self.no_cli {
            layout::install_library(project, &self.prefix, library)
        } else {
            layout::install(project, &self.prefix, library)
        }
    }
}

/// What the checks of the C library found.
pub(crate) struct Found {
    pub(crate) count: Count,
    /// What could not run here, and why.
    pub(crate) skipped: Vec<String>,
}

/// Builds the library, lays it out in a clean folder, and has everything use it from there.
pub(crate) fn check(project: &Project) -> Outcome<Found> {
    let prefix = project.target("capi/prefix");
    layout::install_library(project, &prefix, Library::Plain)?;
    let mut checks = Checks::default();
    layout::documents_are_there(&prefix, &mut checks);
    header::alone(project, &prefix, Library::Plain, &mut checks)?;
    consumers::run(project, &prefix, &mut checks)?;
    typed::run(project, &prefix, &mut checks)?;
    readme::run(project, &prefix, &mut checks)?;
    cpp::run(project, &prefix, &mut checks)?;
    packed::run(project, &prefix, &mut checks)?;
    cobol::run(project, &prefix, &mut checks)?;
    abi::run(project, &prefix, &mut checks)?;
    probes::run(project, &prefix, Library::Plain, &mut checks)?;
    arrow::run(project, &mut checks)?;
    Ok(checks.found())
}
