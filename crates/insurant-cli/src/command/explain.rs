//! `insurant explain`: one decision in plain words, down to the single policy and claim.

use super::desk::Desk;
use super::facts::{FactsArgs, day};
use super::narrate::Narration;
use super::output::Output;
use super::progress::Progress;
use super::rulebooks::RulebookArgs;
use super::stop::{FINE, Stop, TAINTED};
use super::text::counted;
use insurant::{Date, Scratch, code};
use insurant_rules::Problem;
use std::path::PathBuf;

/// Say why one customer was decided on as it was
///
/// Category, standing, alerts and findings in plain words: the rule that fired with the values of
/// its comparisons, what came close, what is unknown and which fact would decide it; then every
/// figure with the facts behind it: which policy earned what, which claim counted, and which did
/// not and why.
#[derive(Debug, clap::Args)]
#[command(after_long_help = AFTER)]
pub(crate) struct Args {
    /// The directory of the tables (see `insurant assess --help`)
    dir: PathBuf,

    /// The day of the decision
    #[arg(long, value_name = "DATE", value_parser = day)]
    as_of: Date,

    /// The customer's identifier, as in the table `customers`
    #[arg(long, value_name = "ID", allow_hyphen_values = true)]
    customer: String,

    #[command(flatten)]
    rulebooks: RulebookArgs,

    /// text: words. json: the canonical decision, as `assess --format json` writes it
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,

    #[command(flatten)]
    facts: FactsArgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    Text,
    Json,
}

const AFTER: &str = "\
Example:
  insurant explain portfolio --as-of 2024-07-01 --customer C-1042

Exit codes: 0 fine; 1 wrong input or rulebook, or no such customer; 2 usage; 3 explained, but rows
were rejected that no customer can be blamed for.";

/// Runs the command.
pub(crate) fn run(args: &Args) -> Result<u8, Stop> {
    args.facts.check(&[&args.dir], &args.rulebooks, None)?;
    let chosen = args.rulebooks.load()?;
    let rules = chosen.engine.rules(&chosen.name, args.as_of)?;
    let mut progress = Progress::new();
    let (portfolio, report) = args
        .facts
        .load(&args.dir, rules, args.as_of, None, &mut progress)?;
    drop(progress);
    let Some(customer) = portfolio.find(&args.customer) else {
        // Identifiers are personal: those of others are not told.
        let count = u64::try_from(portfolio.len()).unwrap_or(u64::MAX);
        let count = counted(count, "customer", "customers");
        return Err(Problem::new(
            code::UNKNOWN_CUSTOMER,
            format!("no customer `{}` among the {count}", args.customer),
        )
        .in_source(args.dir.display().to_string())
        .remedy("give the identifier exactly as in the column `customer_id`")
        .into());
    };
    let desk = Desk::new(rules, rules, args.as_of);
    let decision = desk.explain(customer, &mut Scratch::new())?;
    let mut output = Output::open(None)?;
    match args.format {
        Format::Json => {
            output.put(decision.json().to_canonical_string().as_bytes())?;
            output.put(b"\n")?;
        }
        Format::Text => {
            let facts = customer.facts();
            let narration = Narration {
                decision: decision.json(),
                rules,
                facts: &facts,
                as_of: args.as_of,
            };
            output.put(narration.text().as_bytes())?;
        }
    }
    output.finish()?;
    args.facts.warn(&report);
    Ok(if report.unattributed > 0 {
        TAINTED
    } else {
        FINE
    })
}
