//! `insurant manager appraise`: what managers' work came to in a period.

mod credited;
mod print;
mod read;

use super::{Format, rulebooks};
use crate::command::output::Output;
use crate::command::period::period;
use crate::command::stop::{FINE, Stop};
use insurant::complaint::analysis::Period;
use insurant_rules::document::{Document, Json, Object};
use insurant_rules::{Problem, Problems, problem::nearest};
use read::Tables;
use std::path::PathBuf;

pub(super) const AFTER: &str = "\
Examples:
  insurant manager appraise branch/ --period 2025
  insurant manager appraise branch/ --period 2025 --manager M-1
  insurant manager appraise managers.csv --period 2025-01-01..2026-01-01 --rulebook house.toml --format csv

Tables as .csv, .csv.gz or .parquet (columns in brackets may be left out); a file alone is the first:
  managers     manager_id, [unit_id], [grade], [joined_on], [grade_since],
               [new_premium], [premium_target], [renewal_due], [renewal_kept], [earned_premium],
               [incurred], [visits_due], [visits_done], [reports_due], [reports_on_time],
               [upheld_complaints], [satisfied], [asked], [customers_key], [customers_preferred],
               [customers_standard], [customers_prospect], [customers_unattached],
               and a column for each input that the rulebook declares for managers
  served       manager_id, from, to             days of service, without leave and supervised days;
               who has no row served from joining on
  assignments  customer_id, manager_id, from, [to], [supervised_by], [exception_reason],
               [exception_until]
  amounts      amount_id, customer_id, kind (new_premium, renewal_due, renewal_kept,
               earned_premium, incurred), effective, amount
With assignments and amounts, the results follow the days of assignment: each amount goes to whoever
looked after the customer on its day. Two managers of a customer at once, neither under an exception,
are a finding: `findings` in JSON, a note on standard error beside CSV. All but managers may be left out.";

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The directory with the tables, or the table of managers alone
    #[arg(value_name = "DIR|FILE")]
    source: PathBuf,

    /// A month, quarter or year (2025-06, 2025-Q2, 2025), or the first day and the first day after it
    /// (2025-01-01..2025-07-01)
    #[arg(long, value_name = "PERIOD", value_parser = period)]
    period: Period,

    /// The rules: the name of a rulebook with a section `managers`, or a file (.toml or .json)
    ///
    /// Give it several times to load several files, which may extend one another and the built-in
    /// ones; the last one named decides. Without it: example-sales, whose figures are examples.
    #[arg(long = "rulebook", value_name = "NAME|FILE")]
    rulebook: Vec<String>,

    /// Explain one manager: every point, and what is missing to the next grade
    #[arg(long, value_name = "ID")]
    manager: Option<String>,

    /// table: for reading. csv: one row a manager. json: the answer of the operation, canonical, with
    /// `findings` of the assignments where there are any
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
}

/// Runs the command.
pub(super) fn run(args: &Args) -> Result<u8, Stop> {
    let chosen = rulebooks(&args.rulebook).load()?;
    let from = args.period.from();
    let rulebook = chosen.engine.rulebook(&chosen.name, from)?;
    let inputs: Vec<_> = rulebook.inputs_of("manager").collect();
    let mut tables = Tables::read(&args.source, rulebook.currency(), &inputs, args.period)?;
    let known = known(&tables, args.manager.as_deref());
    let only = args.manager.as_ref().filter(|_| known.is_ok());
    let only = only.map(|id| Json::list([id.as_str()]));
    let input = Object::new()
        .with("rulebook", chosen.name.as_str())
        .with(
            "period",
            Json::object([
                ("from", from.to_string().into()),
                ("to", args.period.to().to_string().into()),
            ]),
        )
        .with("managers", tables.managers())
        .with_some("only", only);
    let input = Json::Object(input).to_canonical_string();
    let answer = match chosen.engine.call("manager_appraise", &input) {
        Ok(answer) if tables.is_whole() => answer,
        Ok(_) => return Err(tables.located(Problems::new())?.into()),
        Err(found) => return Err(tables.located(found)?.into()),
    };
    known?;
    let mut output = Output::open(None)?;
    let document = Document::parse_json("", &answer)?;
    let mut parsed = document.root().to_json().unwrap_or(Json::object([]));
    let findings = tables.findings();
    if let (Json::Object(answer), false) = (&mut parsed, findings.is_empty()) {
        answer.set("findings", Json::list(findings));
    }
    let uncredited = tables.uncredited();
    let text = match args.format {
        Format::Json => format!("{}\n", parsed.to_canonical_string()),
        Format::Csv => print::csv(&parsed),
        Format::Table => {
            let mut text = match &args.manager {
                Some(_) => print::explained(&parsed),
                None => print::table(&parsed),
            };
            for line in &uncredited {
                text.push_str(&format!("\n  {line}"));
            }
            if !uncredited.is_empty() {
                text.push('\n');
            }
            text
        }
    };
    output.put(text.as_bytes())?;
    output.finish()?;
    // A row is a manager: what is of several, or of nobody, has no row.
    if args.format == Format::Csv {
        for line in &uncredited {
            say!("note: {line}");
        }
    }
    Ok(FINE)
}

/// Whether the manager who is asked about is there.
fn known(tables: &Tables, asked: Option<&str>) -> Result<(), Problem> {
    let Some(id) = asked.filter(|id| !tables.ids().any(|known| known == *id)) else {
        return Ok(());
    };
    Err(Problem::new(
        insurant::code::UNKNOWN_MANAGER,
        format!("no manager `{id}`"),
    )
    .expected("the id of a row of the table `managers`")
    .nearest(nearest(id, tables.ids())))
}
