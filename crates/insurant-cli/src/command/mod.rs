//! The commands. Each is a module: its arguments with the help that teaches, and what it does.

/// Says something on standard error, if anybody can hear it.
///
/// That nobody can (a full device, a pipe whose reader is gone) changes neither the output nor the
/// exit code.
macro_rules! say {
    ($($words:tt)*) => {{
        use std::io::Write as _;
        let _: std::io::Result<()> = writeln!(std::io::stderr(), $($words)*);
    }};
}

mod assess;
mod assign;
mod call;
mod compare;
mod complaint;
mod csv_row;
mod demo;
mod desk;
mod explain;
mod facts;
mod guard;
mod kpi;
mod manager;
mod mentions;
mod narrate;
mod output;
mod partner;
mod period;
mod progress;
mod rows;
mod rulebook;
mod rulebooks;
mod stop;
mod text;
mod words;

use clap::Parser;
use std::process::ExitCode;
use stop::Stop;

/// Who is a good customer, who is a dangerous one, and why
///
/// insurant assesses the customers of an insurer from files: exactly, and with its reasons. It
/// reads customers, policies and claims from a directory, decides by a rulebook, and explains
/// every decision down to the single policy and claim.
#[derive(Debug, Parser)]
#[command(name = "insurant", version, arg_required_else_help = true, after_long_help = AFTER)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

const AFTER: &str = "\
Exit codes:
  0  fine
  1  wrong input or rulebook: every fault is on standard error with its place
  2  a command line that makes no sense
  3  assessed, but rows were rejected that no customer can be blamed for";

#[derive(Debug, clap::Subcommand)]
enum Command {
    Assess(assess::Args),
    Explain(explain::Args),
    Compare(compare::Args),
    Rulebook(rulebook::Args),
    Complaint(complaint::Args),
    Manager(manager::Args),
    Assign(assign::Args),
    Partner(partner::Args),
    Kpi(kpi::Args),
    Call(call::Args),
    Demo(demo::Args),
}

/// Runs the command line.
#[must_use]
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    let result = match cli.command {
        Command::Assess(args) => assess::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::Compare(args) => compare::run(&args),
        Command::Rulebook(args) => rulebook::run(&args),
        Command::Complaint(args) => complaint::run(&args),
        Command::Manager(args) => manager::run(&args),
        Command::Assign(args) => assign::run(&args),
        Command::Partner(args) => partner::run(&args),
        Command::Kpi(args) => kpi::run(&args),
        Command::Call(args) => call::run(&args),
        Command::Demo(args) => demo::run(&args),
    };
    ExitCode::from(match result {
        Ok(code) => code,
        Err(stop) => Stop::tell(&stop),
    })
}
