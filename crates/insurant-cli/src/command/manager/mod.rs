//! `insurant manager`: appraise, certify, duties.

mod answer;
mod appraise;
mod certify;
mod duties;
mod sheet;
mod tables;

use super::output::Output;
use super::rulebooks::{Chosen, RulebookArgs, document};
use super::stop::{FINE, Stop};
use insurant::manager::appraisal::ManagerRules;
use insurant::manager::certification::CERTIFICATION;
use insurant::organisation::Organisation;
use insurant::rulebook::DecidedBy;
use insurant::{Date, UNKNOWN_RULEBOOK};
use insurant_rules::Problem;
use std::path::{Path, PathBuf};

/// Account managers: who is certified, due, overdue or lapsed, and what they owe
///
/// A grade counts only once it is approved, at a level that suffices for the higher of the old and
/// the new grade, by somebody who is neither the manager nor the proposer, nor under either.
#[derive(Debug, clap::Args)]
#[command(after_long_help = AFTER)]
pub(crate) struct Args {
    #[command(subcommand)]
    what: What,
}

const AFTER: &str = "\
Examples:
  insurant manager appraise branch/ --period 2025
  insurant manager certify managers.jsonl --as-of 2026-01-15 --units units.json
  insurant manager duties branch/ --as-of 2025-04-15

Exit codes: 0 fine; 1 wrong input: every fault is on standard error with its place; 2 usage.";

#[derive(Debug, clap::Subcommand)]
enum What {
    /// Say what managers' work came to in a period, and the grade that follows
    ///
    /// The scorecard of the rulebook weighs ability, experience, results and customers looked after.
    /// The grade moves by so many steps at most; it is a proposal, of which a certification makes a
    /// grade. What is not known is never taken for zero.
    #[command(after_long_help = appraise::AFTER)]
    Appraise(appraise::Args),
    /// Say where each manager stands on a day, and what may happen next and by whom
    ///
    /// certified: the certificate is valid. due: it is, and is to be renewed. overdue: it is not
    /// valid any more, and the grade is kept for a while. lapsed: nobody renewed it in time.
    /// unrated: never certified, or the grade was lifted.
    #[command(after_long_help = "\
Examples:
  insurant manager certify managers.jsonl --as-of 2026-01-15 --units units.json
  insurant manager certify files/ --as-of 2026-01-15 --by unit --format csv
  insurant manager certify managers.jsonl --as-of 2026-01-15 --rulebook house.toml

A line: {\"manager_id\": \"M1\", \"posts\": [{\"unit_id\": \"JX1\", \"from\": \"2024-03-01\"}], \"events\": [...]}")]
    Certify(certify::Args),
    /// Say what managers owe on a day: reports, visits, calls and reports on major events
    ///
    /// due: there is time. overdue: there is none left. missing: the next one is due already. A duty
    /// follows the manager on the due day. What was done before the day counts.
    #[command(after_long_help = "\
Examples:
  insurant manager duties branch/ --as-of 2025-04-15
  insurant manager duties branch/ --as-of 2025-04-15 --by unit --format csv

  insurant manager duties branch/ --as-of 2025-04-15 --rulebook house.toml

The directory has units.json, duties.json (or .toml) unless a rulebook says what is owed, and tables as .csv, .csv.gz or .parquet:
  managers     manager_id, unit_id, from, to?
  customers    customer_id, category?, tier?
  assignments  customer_id, manager_id, from, to?
  events       event_id, customer_id, kind, occurred_on, known_on?
  log          id, kind (report, visit, call, event_report), manager_id, done_on,
               duty?, period?, customer_id?, event_id?, counter_measures?
All but managers may be left out.")]
    Duties(duties::Args),
    /// Draw the life of a certification, from the table that runs it
    #[command(after_long_help = "\
Example:
  insurant manager diagram --format dot | dot -Tsvg > certification.svg")]
    Diagram {
        /// mermaid, or dot for Graphviz
        #[arg(long, value_enum, default_value_t = Picture::Mermaid)]
        format: Picture,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Picture {
    Mermaid,
    Dot,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    Table,
    Csv,
    Json,
}

/// Runs the command.
pub(crate) fn run(args: &Args) -> Result<u8, Stop> {
    match &args.what {
        What::Appraise(args) => appraise::run(args),
        What::Certify(args) => certify::run(args),
        What::Duties(args) => duties::run(args),
        What::Diagram { format } => {
            let text = match format {
                Picture::Mermaid => CERTIFICATION.mermaid(),
                Picture::Dot => CERTIFICATION.dot(),
            };
            let mut output = Output::open(None)?;
            output.put(text.as_bytes())?;
            output.finish()?;
            Ok(FINE)
        }
    }
}

/// The rulebook when none is named.
const DEFAULT: &str = "example-sales";

/// What `--rulebook` names.
fn rulebooks(names: &[String]) -> RulebookArgs {
    RulebookArgs::or(names, DEFAULT)
}

/// A part of what the chosen rulebook says of managers on a day, and which rulebook that is.
fn part_of<T>(
    chosen: &Chosen,
    as_of: Date,
    part: impl FnOnce(&ManagerRules) -> Option<T>,
    lacking: &str,
    remedy: &str,
) -> Result<(T, DecidedBy), Stop> {
    let rules = chosen.engine.manager_rules(&chosen.name, as_of)?;
    let reference = rules.reference();
    match part(rules) {
        Some(part) => Ok((part, DecidedBy::new(reference, rules.fingerprint()))),
        None => {
            let message = format!("the rulebook `{reference}` says nothing about {lacking}");
            let problem = Problem::new(UNKNOWN_RULEBOOK, message);
            Err(problem.remedy(remedy.to_owned()).into())
        }
    }
}

/// The units of a file, or of `units.json` or `units.toml` in a directory.
fn units(given: Option<&Path>, dir: &Path) -> Result<Organisation, Stop> {
    let path = match given {
        Some(path) => path.to_owned(),
        None => beside(dir, "units").ok_or_else(|| {
            let message = if dir.is_dir() {
                "there is no `units.json`".to_owned()
            } else {
                format!("there is no directory `{}`", dir.display())
            };
            Problem::new(crate::code::MISSING_FILE, message)
                .in_source(dir.display().to_string())
                .expected("`units.json` or `units.toml` in the directory")
                .remedy("--units names a file with the units")
        })?,
    };
    Ok(Organisation::read(&document(&path)?)?)
}

/// `name.json` or `name.toml` in a directory.
fn beside(dir: &Path, name: &str) -> Option<PathBuf> {
    let candidates = ["json", "toml"].map(|end| dir.join(format!("{name}.{end}")));
    candidates.into_iter().find(|path| path.is_file())
}

/// A day of the command line.
fn parse_day(text: &str) -> Result<Date, String> {
    super::facts::day(text)
}
