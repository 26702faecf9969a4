//! `insurant demo`: a synthetic portfolio, assessed.

mod make;
mod random;
mod sheet;
mod story;
mod tables;

use super::assess;
use super::facts::day;
use super::guard::unused;
use super::output::{Output, unwritable};
use super::progress::Progress;
use super::stop::Stop;
use super::text::{counted, quoted};
use crate::table::Form;
use insurant::{Date, Engine};
use make::Maker;
use std::path::{Path, PathBuf};
use tables::Tables;

/// Write a synthetic portfolio, assess it, and show what to try next
///
/// Nobody in it exists. Every category and every alert of cn-property occurs, and so do blacklist
/// entries, catastrophes, endorsements, cancellations and records that were lost. The same seed
/// writes the same files on every machine.
#[derive(Debug, clap::Args)]
#[command(after_long_help = "Example:\n  insurant demo --customers 100000 --out portfolio")]
pub(crate) struct Args {
    /// How many customers
    #[arg(long, value_name = "N", default_value_t = 1000, value_parser = clap::value_parser!(u32).range(1..=9_999_999))]
    customers: u32,

    /// Another seed makes another portfolio
    #[arg(long, value_name = "S", default_value_t = 1)]
    seed: u64,

    /// The directory to write to, made if it is not there; a new temporary one when not given
    ///
    /// It must hold no table yet: nobody's portfolio is written over.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,

    /// The day of the decision
    #[arg(long, value_name = "DATE", value_parser = day, default_value = "2025-07-01")]
    as_of: Date,

    /// The form of the tables
    #[arg(long, value_enum, default_value_t = FormArg::Csv)]
    form: FormArg,
}

/// [`Form`] as an argument.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum FormArg {
    Csv,
    #[value(name = "csv.gz")]
    CsvGz,
    Parquet,
}

/// Runs the command.
pub(crate) fn run(args: &Args) -> Result<u8, Stop> {
    let (year, ..) = args.as_of.ymd();
    if !(1910..2190).contains(&year) {
        let text = "the day must lie in 1910 to 2189, to leave years before and after it";
        return Err(Stop::Usage(text.into()));
    }
    let dir = directory(args.out.as_deref())?;
    let form = match args.form {
        FormArg::Csv => Form::Csv,
        FormArg::CsvGz => Form::CsvGz,
        FormArg::Parquet => Form::Parquet,
    };
    let engine = Engine::builtin()?;
    let currency = engine
        .rules(insurant::rulebook::DEFAULT, args.as_of)?
        .currency();
    let mut progress = Progress::new();
    let mut maker = Maker::new(args.seed, args.as_of, Tables::begin(&dir, form, currency)?);
    for done in 0..args.customers {
        maker.customer()?;
        if done % 8192 == 0 {
            progress.at("writing", done.into(), args.customers.into());
        }
    }
    maker.end()?;
    drop(progress);
    let shown = quoted(&dir.display().to_string());
    let count = counted(args.customers.into(), "customer", "customers");
    print(&format!(
        "A portfolio of {count} who do not exist is in {shown}\n\n"
    ))?;
    let code = assess::run(&assess::Args::summary(dir, args.as_of))?;
    let next = [
        format!(
            "insurant assess {shown} --as-of {} --format csv --measure 'loss_ratio(12m)' | head",
            args.as_of
        ),
        format!(
            "insurant compare {shown} --from {} --to {}",
            a_year_before(args.as_of),
            args.as_of
        ),
        "insurant rulebook show cn-property".to_owned(),
    ];
    print(&format!("\nTry next:\n  {}\n", next.join("\n  ")))?;
    Ok(code)
}

/// The directory to write to: one without tables, or a new one that nobody else knows of.
fn directory(out: Option<&Path>) -> Result<PathBuf, Stop> {
    let Some(dir) = out else {
        let parent = std::env::temp_dir();
        let made = tempfile::Builder::new()
            .prefix("insurant-demo-")
            .tempdir_in(&parent)
            .map_err(|error| unwritable(&parent.display().to_string(), &error))?;
        return Ok(made.keep());
    };
    unused(dir)?;
    std::fs::create_dir_all(dir).map_err(|error| unwritable(&dir.display().to_string(), &error))?;
    Ok(dir.to_owned())
}

fn print(text: &str) -> Result<(), Stop> {
    let mut output = Output::open(None)?;
    output.put(text.as_bytes())?;
    output.finish()
}

fn a_year_before(day: Date) -> Date {
    let days = insurant_rules::civil::add_months(day.days(), -12);
    Date::from_days(days).unwrap_or(day)
}
