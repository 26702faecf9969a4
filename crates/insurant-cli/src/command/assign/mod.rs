//! `insurant assign`: who looks after whom, and who should.

mod findings;
mod print;
mod read;
mod rows;
mod standing;

use super::output::Output;
use super::progress::Progress as Bar;
use super::rulebooks::RulebookArgs;
use super::stop::{FINE, Stop};
use insurant::Date;
use insurant::assignment::{Mode, Question, Register};
use std::ops::ControlFlow;
use std::path::PathBuf;

/// The rulebook that decides when none is named.
const DEFAULT: &str = "example-assignment";

/// Say who looks after whom; assign customers to managers, hand over a book, rebalance a branch
///
/// Reads units, managers, customers, assignments, contacts and distances from a directory, and
/// checks them: one manager a customer on any day, a second one only under an exception with a
/// reason and an end date. It names every rule that an assignment of the day breaks; with --format
/// csv on standard error. With --solve it finds the plan that breaks no rule, places as many as
/// possible, fits best, moves fewest and is most even, in this order, and says why for each
/// customer.
#[derive(Debug, clap::Args)]
#[command(after_long_help = AFTER)]
pub(crate) struct Args {
    /// The directory of the tables, each .csv, .csv.gz or .parquet
    #[arg(value_name = "DIR")]
    dir: PathBuf,

    /// The day of the question, and the first day of the plan
    #[arg(long, value_name = "DATE", value_parser = super::facts::day)]
    as_of: Date,

    /// What may be moved: `assign` the unassigned, `leaver ID` the whole book of a manager, `rebalance`
    /// everything
    #[arg(long, num_args = 1..=2, value_names = ["MODE", "ID"])]
    solve: Vec<String>,

    /// The branch: managers of this unit and below alone take customers on
    #[arg(long, value_name = "UNIT", requires = "solve")]
    unit: Option<String>,

    /// table: for reading. csv: one row a customer. json: the whole plan in canonical form
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,

    /// Explain one customer: every point with its rule, the next best, and who may not
    #[arg(long, value_name = "CUSTOMER", requires = "solve")]
    explain: Option<String>,

    /// The rules: the name of a rulebook with a section `assignment`, or a file (.toml or .json)
    ///
    /// Give it several times to load several files, which may extend one another and the built-in
    /// ones; the last one named decides. Without it: example-assignment, whose figures are examples.
    #[arg(long = "rulebook", value_name = "NAME|FILE")]
    rulebook: Vec<String>,
}

const AFTER: &str = "\
Tables (columns in brackets may be left out):
  units        id, name, level, [parent], [complaint_phone]
  managers     manager_id, grade, unit_id, [lines], [languages], [skills], [place], [capacity],
               [reports_to], [until]          lists are separated by semicolons
  customers    customer_id, [category], [tier], [line], [language], [place], [unit_id], [effort]
  assignments  customer_id, manager_id, from, [to], [supervised_by], [exception_reason],
               [exception_until]
  contacts     customer_id, unit_id, [manager_id], on          may be absent
  distances    from, to, km                                    may be absent

Examples:
  insurant assign DIR --as-of 2026-07-01
  insurant assign DIR --as-of 2026-07-01 --solve assign
  insurant assign DIR --as-of 2026-07-01 --solve leaver M-bo --explain C-1
  insurant assign DIR --as-of 2026-07-01 --solve rebalance --unit JX --rulebook ours.toml --format csv

Exit codes: 0 fine; 1 wrong input: every fault is on standard error with its place; 2 usage.";

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    Table,
    Csv,
    Json,
}

/// Runs the command.
pub(crate) fn run(args: &Args) -> Result<u8, Stop> {
    let mode = mode(&args.solve)?;
    let register = read::register(&args.dir)?;
    let text = match mode {
        None => {
            let chosen = RulebookArgs::or(&args.rulebook, DEFAULT).load()?;
            let rules = chosen.engine.assignment_rules(&chosen.name, args.as_of)?;
            standing::text(&register, rules, args.as_of, args.format)
        }
        Some(mode) => solve(args, &register, mode)?,
    };
    let mut output = Output::open(None)?;
    output.put(text.as_bytes())?;
    output.finish()?;
    Ok(FINE)
}

fn mode(words: &[String]) -> Result<Option<Mode>, Stop> {
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        [] => Ok(None),
        ["assign"] => Ok(Some(Mode::Assign)),
        ["rebalance"] => Ok(Some(Mode::Rebalance)),
        ["leaver", id] => Ok(Some(Mode::Leaver((*id).to_owned()))),
        ["leaver"] => Err(Stop::Usage(
            "--solve leaver needs the id of the manager who leaves".into(),
        )),
        _ => Err(Stop::Usage(format!(
            "--solve takes `assign`, `leaver ID` or `rebalance`, not `{}`",
            words.join(" ")
        ))),
    }
}

fn solve(args: &Args, register: &Register, mode: Mode) -> Result<String, Stop> {
    let chosen = RulebookArgs::or(&args.rulebook, DEFAULT).load()?;
    let rules = chosen.engine.assignment_rules(&chosen.name, args.as_of)?;
    let question = Question {
        on: args.as_of,
        mode,
        unit: args.unit.clone(),
    };
    let mut bar = Bar::new();
    let mut watch = |what: &str, done: u64, total: u64| {
        bar.at(what, done, total);
        ControlFlow::Continue(())
    };
    let plan = register.solve(rules, &question, &mut watch);
    drop(bar);
    let plan = plan?;
    if let Some(id) = &args.explain {
        return print::explained(&plan, id);
    }
    Ok(match args.format {
        Format::Table => print::table(&plan, &question, rules.reference()),
        Format::Csv => {
            findings::warn(&plan.findings);
            print::csv(&plan)
        }
        Format::Json => format!(
            "{}\n",
            plan.to_json(rules, args.as_of).to_canonical_string()
        ),
    })
}
