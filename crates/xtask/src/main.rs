//! Every chore of the project: `cargo xtask help`.

mod bindings;
mod calendars;
mod capi;
mod complaints;
mod copybook;
mod count;
mod fuzz;
mod gate;
mod headers;
mod mutate;
mod partners;
mod peers;
mod portfolio;
mod project;
mod run;
mod schema;
mod vectors;

use clap::{Parser, Subcommand};
use project::Project;
use run::Outcome;
use std::process::ExitCode;

/// Every chore of the project.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", version = None)]
struct Arguments {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Subcommand)]
enum Chore {
    /// Runs the tests: every stage, or those named; prints the count of the runners at the end.
    Test {
        /// Stages to run; all of them when none is named.
        #[arg(value_parser = gate::names())]
        stages: Vec<String>,
    },
    /// Writes the portfolio of a real insurer as tables for `insurant assess`.
    Portfolio(portfolio::Arguments),
    /// Writes complaints of public logs as JSON lines, and the events of one of them.
    Complaints(complaints::Arguments),
    /// Writes tables for `insurant kpi` and `insurant partner` from data of real insurers.
    Partners(partners::Arguments),
    /// Runs exactly what CI runs: every stage of `test`, and each benchmark once.
    Ci,
    /// Writes the tables of the built-in calendars from two Python packages, of pinned versions.
    Calendars {
        /// Only says whether they are what the packages say.
        #[arg(long)]
        check: bool,
    },
    /// Writes the published JSON Schemas.
    Schema {
        /// Only says whether they are up to date.
        #[arg(long)]
        check: bool,
    },
    /// Writes `include/insurant.h` and the copybooks of `bindings/cobol`.
    Headers {
        /// Only says whether it is up to date.
        #[arg(long)]
        check: bool,
    },
    /// Writes what is kept of the packages for other languages: Python's stub, the signatures
    /// of Kotlin and Swift.
    Bindings {
        /// Of one language only.
        language: Option<bindings::Language>,
    },
    /// Writes the baseline of the C interface, which `test capi` compares with: for a release, or
    /// after an incompatible change that is meant.
    Abi,
    /// Builds the C library and the command, and lays them out: bin, include, lib, share.
    Install(capi::InstallArguments),
    /// Packs what `install` lays out, as target/dist/insurant-VERSION-ARCH-linux.tar.gz.
    Dist,
    /// Changes the code in small ways, one at a time, and names the changes that no test notices.
    Mutate(mutate::Arguments),
    /// Times insurant beside what else one would take, in one run: answers are compared first.
    BenchPeers(peers::Arguments),
    /// Fuzzes a target with libFuzzer; a crash leaves its input in the target directory.
    Fuzz(fuzz::Arguments),
}

fn main() -> ExitCode {
    match chore(Arguments::parse().chore) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Does a chore, and says whether all was well.
fn chore(chore: Chore) -> Outcome<bool> {
    let project = Project::find()?;
    match chore {
        Chore::Test { stages } => gate::test(&project, &stages),
        Chore::Ci => gate::ci(&project),
        Chore::Calendars { check: true } => calendars::check(&project).map(|stale| well(&stale)),
        Chore::Calendars { check: false } => calendars::write(&project).map(|()| true),
        Chore::Complaints(arguments) => complaints::run(&arguments).map(|()| true),
        Chore::Partners(arguments) => partners::run(&arguments).map(|()| true),
        Chore::Portfolio(arguments) => portfolio::run(&arguments).map(|()| true),
        Chore::Schema { check: true } => schema::check(&project).map(|stale| well(&stale)),
        Chore::Schema { check: false } => schema::write(&project).map(|()| true),
        Chore::Headers { check: true } => headers::check(&project).map(|stale| well(&stale)),
        Chore::Headers { check: false } => headers::write(&project).map(|()| true),
        Chore::Bindings { language } => bindings::write(&project, language).map(|()| true),
        Chore::Abi => capi::abi::write(&project).map(|()| true),
        Chore::Install(arguments) => arguments.install(&project).map(|()| true),
        Chore::Dist => capi::dist(&project).map(|()| true),
        Chore::Mutate(arguments) => mutate::mutate(&project, &arguments),
        Chore::BenchPeers(arguments) => peers::bench(&project, &arguments).map(|()| true),
        Chore::Fuzz(arguments) => fuzz::fuzz(&project, &arguments),
    }
}

/// Prints what is not up to date; whether nothing is.
fn well(stale: &[String]) -> bool {
    for line in stale {
        eprintln!("{line}");
    }
    stale.is_empty()
}
