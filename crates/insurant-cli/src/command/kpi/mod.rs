//! `insurant kpi`: persistency.

use super::output::Output;
use super::period::period;
use super::rows::{self, Cells, day};
use super::stop::{FINE, Stop};
use super::text::{Table, group};
use crate::table::{Cell, Column, Spec};
use insurant::complaint::analysis::Period;
use insurant::kpi::persistency::Spec as Question;
use insurant::kpi::persistency::{
    Basis, Ceasing, Figures, Persistency, Policy, Receipt, Report, Variant,
};
use insurant::{Currency, Date, money};
use insurant_rules::{Problem, Problems};
use std::path::PathBuf;

/// Figures of the people who sell, each with both its sides and what it leaves out
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, clap::Subcommand)]
enum What {
    /// Of the premium that policies began with, how much still comes in their 13th or 25th month
    ///
    /// A policy is measured when the days of grace after the first of that month are over; until
    /// then it is on neither side, and so is one taken back, ended by a claim, waived, cancelled or
    /// moved away. By count, a policy of which nothing else is told persists unless it has ceased.
    #[command(after_long_help = PERSISTENCY)]
    Persistency(PersistencyArgs),
}

const PERSISTENCY: &str = "\
Columns: policy_id, effective; premium, single, individual, long_term; received and received_on (premium
of the month; without the column it is not known, an empty cell is nothing received); ceased_by
(cooling_off, claim, waiver, cancelled, transferred_out, suspended, converted, surrendered, lapsed,
matured) and ceased_on; known_until (censored rows). Every other column may be a group of --by.
Several receipts of a policy, and riders, are for `insurant call kpi_persistency`.

Examples:
  insurant kpi persistency policies.csv --period 2024 --as-of 2025-03-02 --currency CNY --by channel
  insurant kpi persistency policies.parquet --period 2024-Q2 --month 25 --basis count --as-of 2024-09-01
  insurant kpi persistency policies.csv --period 2024-01-01..2024-07-01 --as-of 2024-09-01 --basis count";

#[derive(Debug, clap::Args)]
struct PersistencyArgs {
    /// Policies: a .csv, .csv.gz or .parquet file, a row each
    file: PathBuf,

    /// The evaluation period, in which the policies reach the month: a month, quarter or year
    /// (2024-05, 2024-Q2, 2024), or the first day and the first day after it (2024-01-01..2024-07-01)
    #[arg(long, value_name = "PERIOD", value_parser = period)]
    period: Period,

    /// The day of the question
    #[arg(long, value_name = "DATE", value_parser = day)]
    as_of: Date,

    /// The policy month
    #[arg(long, default_value_t = 13, value_parser = clap::value_parser!(u16).range(2..=601))]
    month: u16,

    /// The days after the first of the month on which its premium counts
    #[arg(long, value_name = "DAYS", default_value_t = Question::GRACE_DAYS, value_parser = clap::value_parser!(u16).range(0..=366))]
    grace_days: u16,

    /// regulatory, or management, which keeps lapses by suspension or conversion in
    #[arg(long, default_value = "regulatory", value_parser = variant)]
    variant: Variant,

    /// premium, or count
    #[arg(long, default_value = "premium", value_parser = basis)]
    basis: Basis,

    /// The currency of premium (ISO 4217)
    #[arg(long, value_name = "CODE", value_parser = currency)]
    currency: Option<Currency>,

    /// A column to tell policies apart by; may be given several times
    #[arg(long, value_name = "COLUMN")]
    by: Vec<String>,

    /// table: for reading. json: as the operation `kpi_persistency` answers
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    Table,
    Json,
}

fn variant(text: &str) -> Result<Variant, String> {
    Variant::parse(text).ok_or_else(|| format!("one of {}", Variant::WORDS.join(", ")))
}

fn basis(text: &str) -> Result<Basis, String> {
    Basis::parse(text).ok_or_else(|| format!("one of {}", Basis::WORDS.join(", ")))
}

fn currency(text: &str) -> Result<Currency, String> {
    Currency::parse(text).ok_or_else(|| "a code of ISO 4217, such as CNY".to_owned())
}

static POLICIES: Spec = Spec {
    table: "policies",
    columns: &[
        Column::required("policy_id"),
        Column::required("effective"),
        Column::optional("premium"),
        Column::optional("single"),
        Column::optional("individual"),
        Column::optional("long_term"),
        Column::optional("received"),
        Column::optional("received_on"),
        Column::optional("ceased_by"),
        Column::optional("ceased_on"),
        Column::optional("known_until"),
    ],
};

/// Runs the command.
pub(crate) fn run(args: &Args) -> Result<u8, Stop> {
    match &args.what {
        What::Persistency(args) => persistency(args),
    }
}

fn persistency(args: &PersistencyArgs) -> Result<u8, Stop> {
    if args.basis == Basis::Premium && args.currency.is_none() {
        let text =
            "--currency is needed: persistency of premium has a currency; or ask for --basis count";
        return Err(Stop::Usage(text.into()));
    }
    let source = rows::source(&args.file)?;
    let others = rows::others(&source, &POLICIES)?;
    if let Some(name) = args.by.iter().find(|name| !others.contains(name)) {
        let problem = Problem::new(
            crate::code::MISSING_COLUMN,
            format!("there is no column `{name}` to tell policies apart by"),
        )
        .in_source(source.name())
        .nearest(insurant_rules::problem::nearest(
            name,
            others.iter().map(String::as_str),
        ));
        return Err(problem.into());
    }
    let unused: Vec<&str> = others
        .iter()
        .filter(|name| !args.by.contains(name))
        .map(String::as_str)
        .collect();
    let mut persistency = Persistency::new(Question {
        grace_days: args.grace_days,
        variant: args.variant,
        basis: args.basis,
        currency: args.currency,
        by: args.by.clone(),
        ..Question::new(
            Question::cohort_of(args.period, args.month)?,
            args.month,
            args.as_of,
        )
    });
    let known = rows::others(&source, &NOTHING)?
        .iter()
        .any(|name| name == "received");
    rows::each(&source, &POLICIES, &others, |row| {
        let groups = row.extra();
        let before = row_policy(row, args, known);
        if let Some(mut policy) = before {
            let id = policy.0.clone();
            policy.1.policy_id = &id;
            let named = groups
                .iter()
                .map(|(name, value)| (name.as_str(), value.as_str()));
            policy.1.groups = named.collect();
            if let Err(problems) = persistency.add(&policy.1) {
                row.wrong(flat(problems));
            }
        }
    })?;
    let report = persistency.finish();
    let text = match args.format {
        Format::Json => format!("{}\n", report.to_json().to_canonical_string()),
        Format::Table => page(&report),
    };
    let mut output = Output::open(None)?;
    output.put(text.as_bytes())?;
    output.finish()?;
    if !unused.is_empty() {
        say!("note: columns not looked at: {}", unused.join(", "));
    }
    Ok(FINE)
}

/// No column at all: to see every name of a header.
static NOTHING: Spec = Spec {
    table: "policies",
    columns: &[],
};

/// A policy of a row with its id; none when a cell of it is wrong.
fn row_policy(
    row: &mut Cells<'_, '_>,
    args: &PersistencyArgs,
    known: bool,
) -> Option<(String, Policy<'static>)> {
    let id = row.required(0, Cell::id).map(|id| id.as_str().to_owned());
    let effective = row.required(1, Cell::date);
    let amount = |row: &mut Cells<'_, '_>, column| match args.currency {
        Some(currency) => row.optional(column, |cell| cell.amount(currency)),
        None => None,
    };
    let premium = amount(row, 2);
    let single = row.optional(3, Cell::boolean);
    let individual = row.optional(4, Cell::boolean);
    let long_term = row.optional(5, Cell::boolean);
    let received = match args.currency {
        Some(_) => amount(row, 6),
        // Without a currency it only counts whether something came.
        None => row.optional(6, Cell::ratio).map(|(came, _)| came.signum()),
    };
    let received_on = row.optional(7, Cell::date);
    let by = row.optional(8, |cell| cell.member(Ceasing::parse, Ceasing::WORDS));
    let on = row.optional(9, Cell::date);
    let known_until = row.optional(10, Cell::date);
    for (present, absent, column) in [
        (received.is_some(), received_on.is_none(), 7),
        (by.is_some(), on.is_none(), 9),
        (on.is_some(), by.is_none(), 8),
    ] {
        if present && absent && row.text(column).is_none() {
            let problem = Problem::new(crate::code::MISSING_FIELD, "the other half is missing");
            row.fault(column, problem.remedy("give both, or neither"));
        }
    }
    let mut policy = Policy::new("", effective?);
    policy.premium = premium;
    policy.single = single.unwrap_or(false);
    policy.individual = individual.unwrap_or(true);
    policy.long_term = long_term.unwrap_or(true);
    policy.ceased = by.zip(on);
    policy.known_until = known_until;
    policy.received = known.then(|| {
        let receipt = received.zip(received_on).map(|(amount, on)| Receipt {
            month: args.month,
            on,
            amount,
        });
        receipt.into_iter().collect()
    });
    Some((id?, policy))
}

/// `ceased.on` is the column `ceased_on`.
fn flat(problems: Problems) -> Problems {
    let mut flat = Problems::new();
    for problem in problems {
        let place = insurant_rules::Place {
            path: problem.place().path.replace('.', "_"),
            ..Default::default()
        };
        flat.push(problem.at(place));
    }
    flat
}

/// The figures for people.
fn page(report: &Report) -> String {
    let spec = &report.spec;
    let mut text = format!(
        "{}, {}, {}: policies effective from {} to {}, asked on {}\n\n",
        report.id(),
        spec.variant,
        spec.basis,
        spec.cohort.from(),
        spec.cohort.to().add_days(-1),
        spec.as_of
    );
    let mut table = Table::new(&[
        "",
        ">persists",
        ">of",
        ">persistency",
        ">policies",
        ">left out",
    ]);
    table.row(row(report, "all", &report.all));
    for by in &report.by {
        for (value, figures) in &by.groups {
            let name = format!("{} {}", by.name, value.as_deref().unwrap_or("(not stated)"));
            table.row(row(report, &name, figures));
        }
    }
    text.push_str(&table.to_string());
    if !report.all.left_out.is_empty() {
        text.push_str("\nOn neither side:\n");
        let mut table = Table::new(&["why", ">policies", ">premium"]);
        for one in &report.all.left_out {
            let amount = spec
                .currency
                .map(|currency| side(one.amount, Some(currency)));
            table.row([
                one.reason.as_str().to_owned(),
                group(&one.rows.to_string()),
                amount.unwrap_or_default(),
            ]);
        }
        text.push_str(&table.to_string());
    }
    text
}

fn side(number: i128, currency: Option<Currency>) -> String {
    match (currency, i64::try_from(number)) {
        (Some(currency), Ok(minor)) => group(&money::format(minor, currency)),
        _ => group(&number.to_string()),
    }
}

fn row(report: &Report, name: &str, figures: &Figures) -> [String; 6] {
    let currency = report
        .spec
        .currency
        .filter(|_| report.spec.basis == Basis::Premium);
    let left_out: u64 = figures.left_out.iter().map(|one| one.rows).sum();
    [
        name.to_owned(),
        side(figures.numerator, currency),
        side(figures.denominator, currency),
        figures
            .value()
            .shown()
            .unwrap_or_else(|| "undefined".to_owned()),
        group(&figures.policies.to_string()),
        group(&left_out.to_string()),
    ]
}
