//! `insurant assess`: every customer of a portfolio on a day.

mod columns;
mod csv;
mod look;
mod parquet;
mod print;
mod summary;

use super::desk::{Desk, ThreadsArg, in_order};
use super::facts::{FactsArgs, day};
use super::output::Output;
use super::progress::Progress;
use super::rulebooks::{Chosen, RulebookArgs};
use super::stop::{FINE, Stop, TAINTED};
use super::text::quoted;
use crate::portfolio::{Portfolio, Report};
use columns::{Columns, Findings};
use insurant::{CustomerRules, Date};
use std::io::IsTerminal as _;
use std::path::PathBuf;
use summary::{Summary, Tally};

/// Assess every customer of a portfolio on a day
///
/// DIR holds the tables `customers`, `policies` and `claims`, and optionally `movements`
/// (endorsements) and `entries` (of the blacklist register), each as .csv, .csv.gz or .parquet.
#[derive(Debug, clap::Args)]
#[command(after_long_help = AFTER)]
pub(crate) struct Args {
    /// The directory of the tables
    dir: PathBuf,

    /// The day of the decision: what happened on it or later counts for nothing
    #[arg(long, value_name = "DATE", value_parser = day)]
    as_of: Date,

    #[command(flatten)]
    rulebooks: RulebookArgs,

    /// What to write
    ///
    /// table: a summary for people, with the customers to look at first. csv, parquet: one row a
    /// customer. json: one line a customer, the full canonical decision with its reasons.
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,

    /// Where to write it; standard output when not given. The file appears whole or not at all
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,

    /// One more column: any expression of the rule language; may be given often
    ///
    /// A measure such as 'earned_premium(12m)', or a condition such as 'claim_free_years >= 3'. One
    /// that has no value says why: undefined (by definition, as a loss ratio with nothing earned)
    /// or unknown (nobody supplied what it needs). With --format json they are among the figures.
    #[arg(long = "measure", value_name = "EXPR")]
    measures: Vec<String>,

    #[command(flatten)]
    facts: FactsArgs,

    #[command(flatten)]
    threads: ThreadsArg,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    Table,
    Json,
    Csv,
    Parquet,
}

const AFTER: &str = "\
Columns (? = optional; a blank cell is missing):
  customers  customer_id, kind (individual|organisation|partner), credit? (good|fair|poor),
             intends_to_insure?, fraud_signs?, hard_to_settle?, history_from?, valued_on?,
             manager_id?, next_review?, and every input of the rulebook by its name
  policies   policy_id, customer_id, line, business_source (direct|intermediary|tender), start, end,
             written_premium, refunded?, cancelled_on?, issued_on?, partner_id?, tender_id?,
             insured_units?, currency?
  movements  policy_id, effective, amount
  claims     claim_id, policy_id, customer_id?, claimant_id?, loss_date, reported_on?,
             status (open|settled|declined|withdrawn|reopened), paid, reserve, recovered?,
             catastrophe?, event_id?
  entries    entry_id, customer_id, state, reason, effective, expiry?, review?, lines?
Dates are YYYY-MM-DD, amounts decimals in major units. A term ends on the first day without cover.
A ratio among the inputs is 0.125 or 12.5%. Parquet is read in snappy, zstd or no compression; its
amounts are decimals or text: columns of floats are refused, since a float is not exact.

Columns of csv and parquet: customer_id, category, standing, alerts, findings, status, then each
measure. Parquet has each measure typed, null without a value, and beside it its state.

Examples:
  insurant assess portfolio --as-of 2024-07-01
  insurant assess portfolio --as-of 2024-07-01 --format csv --out assessed.csv \\
      --measure 'loss_ratio(12m)' --measure 'annual_premium' --measure 'claim_free_years'
  insurant assess portfolio --as-of 2024-07-01 --rulebook ours.toml \\
      --on-error reject --rejects bad.csv

Exit codes: 0 fine; 1 wrong input or rulebook; 2 usage; 3 assessed, but rows were rejected that no
customer can be blamed for.";

impl Args {
    /// The summary of a portfolio by the default rulebook, and nothing else.
    pub(crate) fn summary(dir: PathBuf, as_of: Date) -> Self {
        Self {
            dir,
            as_of,
            rulebooks: RulebookArgs::default(),
            format: Format::Table,
            out: None,
            measures: Vec::new(),
            facts: FactsArgs::default(),
            threads: ThreadsArg::default(),
        }
    }
}

/// Runs the command.
pub(crate) fn run(args: &Args) -> Result<u8, Stop> {
    unique(&args.measures)?;
    if args.format == Format::Parquet && args.out.is_none() && std::io::stdout().is_terminal() {
        return Err(Stop::Usage(
            "Parquet is not for a terminal: name a file with --out".into(),
        ));
    }
    args.facts
        .check(&[&args.dir], &args.rulebooks, args.out.as_deref())?;
    let chosen = args.rulebooks.load()?;
    let mut expressions: Vec<&str> = args.measures.iter().map(|text| text.trim()).collect();
    if args.format == Format::Table {
        expressions.extend(summary::FIGURES);
    }
    let Chosen { engine, name } = &chosen;
    let plain = engine.rules(name, args.as_of)?;
    let rules = engine.rules_with(name, args.as_of, &expressions)?;
    let mut progress = Progress::new();
    let (portfolio, report) =
        args.facts
            .load(&args.dir, &rules, args.as_of, None, &mut progress)?;
    let job = Job {
        args,
        rules: &rules,
        desk: Desk::new(&rules, plain, args.as_of),
        portfolio: &portfolio,
        report: &report,
        threads: args.threads.count(),
    };
    let output = Output::open(args.out.as_deref())?;
    job.write(output, &mut progress)?;
    drop(progress);
    args.facts.warn(&report);
    Ok(if report.unattributed > 0 {
        TAINTED
    } else {
        FINE
    })
}

/// Every measure once: columns are told apart by their titles.
fn unique(measures: &[String]) -> Result<(), Stop> {
    let mut seen = std::collections::BTreeSet::new();
    for measure in measures {
        if !seen.insert(measure.trim()) {
            let text = format!("the measure '{measure}' is asked for twice");
            return Err(Stop::Usage(text));
        }
    }
    Ok(())
}

/// All that one run needs.
struct Job<'a> {
    args: &'a Args,
    rules: &'a CustomerRules,
    desk: Desk<'a>,
    portfolio: &'a Portfolio,
    report: &'a Report,
    threads: usize,
}

impl Job<'_> {
    fn write(&self, mut output: Output, progress: &mut Progress) -> Result<(), Stop> {
        match self.args.format {
            Format::Csv => self.csv(&mut output, progress)?,
            Format::Json => self.json(&mut output, progress)?,
            Format::Parquet => self.parquet(&mut output, progress)?,
            Format::Table => self.table(&mut output, progress)?,
        }
        output.finish()
    }

    fn done(&self, progress: &mut Progress, done: usize) {
        let number = |n| u64::try_from(n).unwrap_or(u64::MAX);
        progress.at("assessing", number(done), number(self.portfolio.len()));
    }

    fn csv(&self, output: &mut Output, progress: &mut Progress) -> Result<(), Stop> {
        let columns = Columns::new(self.rules, &self.args.measures);
        output.put(&csv::header(&columns))?;
        in_order(
            self.portfolio,
            self.threads,
            |customers, scratch| {
                let mut rows = csv::Rows::new(&columns, &self.desk);
                let mut findings = Findings::default();
                for customer in customers {
                    let assessed = self.desk.assess(customer, scratch);
                    findings.find(self.rules, &assessed, scratch);
                    rows.push(customer, &assessed, &findings, scratch);
                }
                rows.bytes()
            },
            |bytes, done| {
                self.done(progress, done);
                output.put(&bytes)
            },
        )
    }

    fn json(&self, output: &mut Output, progress: &mut Progress) -> Result<(), Stop> {
        in_order(
            self.portfolio,
            self.threads,
            |customers, scratch| {
                let mut lines = String::new();
                for customer in customers {
                    let decision = self.desk.explain(customer, scratch)?;
                    lines.push_str(&decision.json().to_canonical_string());
                    lines.push('\n');
                }
                Ok::<String, insurant::Problems>(lines)
            },
            |lines, done| {
                self.done(progress, done);
                output.put(lines?.as_bytes())
            },
        )
    }

    fn parquet(&self, output: &mut Output, progress: &mut Progress) -> Result<(), Stop> {
        let columns = Columns::new(self.rules, &self.args.measures);
        let mut writer = parquet::Writer::open(&columns, output)?;
        in_order(
            self.portfolio,
            self.threads,
            |customers, scratch| {
                let mut rows = parquet::Rows::new(&columns, &self.desk);
                let mut findings = Findings::default();
                for customer in customers {
                    let assessed = self.desk.assess(customer, scratch);
                    findings.find(self.rules, &assessed, scratch);
                    rows.push(customer, &assessed, &findings, scratch);
                }
                rows
            },
            |rows, done| {
                self.done(progress, done);
                writer.put(rows)
            },
        )?;
        writer.close()
    }

    fn table(&self, output: &mut Output, progress: &mut Progress) -> Result<(), Stop> {
        let columns = Columns::new(self.rules, &self.args.measures);
        let mut summary = Summary::new(&columns);
        in_order(
            self.portfolio,
            self.threads,
            |customers, scratch| {
                let mut tally = Tally::new(&columns);
                for customer in customers {
                    let assessed = self.desk.assess(customer, scratch);
                    tally.add(customer, &assessed, &self.desk, scratch);
                }
                tally
            },
            |tally, done| {
                self.done(progress, done);
                summary.merge(tally);
                Ok(())
            },
        )?;
        let page = print::Page {
            summary: &summary,
            columns: &columns,
            desk: &self.desk,
            report: self.report,
            next: format!(
                "insurant explain {} --as-of {}{}{} --customer",
                quoted(&self.args.dir.display().to_string()),
                self.args.as_of,
                self.args.rulebooks.words(),
                self.args.facts.words()
            ),
        };
        output.put(page.print()?.as_bytes())
    }
}
