//! `insurant partner`: admit, score.

mod load;
mod page;

use super::output::Output;
use super::rows::day;
use super::rulebooks::RulebookArgs;
use super::stop::{FINE, Stop};
use insurant::complaint::analysis::Period;
use insurant::partner::{PartnerCard, PartnerRules, ScoreQuestion};
use insurant::{Date, Engine};
use insurant_rules::document::Json;
use insurant_rules::{Problem, Problems};
use load::{Loaded, Partners};
use std::path::{Path, PathBuf};

/// Who is admitted as a partner, and how partners do
///
/// A partner is an agency or a broker that sells for the insurer. Its violations and penalties
/// stand beside every score: what the rulebook calls a veto ends the partnership and is named.
#[derive(Debug, clap::Args)]
#[command(after_long_help = AFTER)]
pub(crate) struct Args {
    #[command(subcommand)]
    what: What,
}

const AFTER: &str = "\
Files: partners (partner_id, licence_from, licence_to, compliant, commission, and a column for each
fact that the rulebook knows, such as premium, loss_ratio or persistency_13) and events (event_id,
partner_id, code, act_on, decided_on, known_on), as .csv, .csv.gz or .parquet. A directory holds both; of a
single file the events are not known, unless --events names them. A ratio may be written as a
fraction, 12/34; a figure that does not exist is `undefined`, and an empty cell is not known.

Examples:
  insurant partner admit partners/ --as-of 2025-06-01
  insurant partner score partners.csv --events events.csv --rulebook ours.toml --card annual \\
    --from 2024-01-01 --to 2025-01-01 --format csv

Exit codes: 0 fine; 1 wrong input: every fault is on standard error with its place; 2 usage.";

#[derive(Debug, clap::Subcommand)]
enum What {
    /// Say which partners are admitted, and what stands against the others
    Admit(Admit),
    /// Score partners in a period, and say which continue and which are out
    Score(Score),
}

#[derive(Debug, clap::Args)]
struct Common {
    /// The directory of the tables, or the file of the partners
    #[arg(value_name = "DIR|FILE")]
    source: PathBuf,

    /// Violations and penalties, beside a single file of partners
    #[arg(long, value_name = "FILE")]
    events: Option<PathBuf>,

    /// The rules: the name of a rulebook with a section `partners`, or a file (.toml or .json)
    ///
    /// Give it several times to load several files, which may extend one another and the built-in
    /// ones; the last one named decides. Without it: example-distribution, whose figures are examples.
    #[arg(long = "rulebook", value_name = "NAME|FILE")]
    rulebook: Vec<String>,

    /// table: for reading. csv: a row a partner. json: a line a partner, as the operation answers
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,

    /// Where to write it; standard output when not given
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
struct Admit {
    #[command(flatten)]
    common: Common,

    /// The day of the question
    #[arg(long, value_name = "DATE", value_parser = day)]
    as_of: Date,
}

#[derive(Debug, clap::Args)]
struct Score {
    #[command(flatten)]
    common: Common,

    /// The scorecard: preference, periodic or annual
    #[arg(long, value_name = "CARD", value_parser = card)]
    card: PartnerCard,

    /// The first day of the period
    #[arg(long, value_name = "DATE", value_parser = day)]
    from: Date,

    /// The first day after it
    #[arg(long, value_name = "DATE", value_parser = day)]
    to: Date,

    /// The day of the question; the first day after the period when not given
    #[arg(long, value_name = "DATE", value_parser = day)]
    as_of: Option<Date>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    Table,
    Csv,
    Json,
}

fn card(text: &str) -> Result<PartnerCard, String> {
    PartnerCard::parse(text).ok_or_else(|| format!("one of {}", PartnerCard::WORDS.join(", ")))
}

/// Runs the command.
pub(crate) fn run(args: &Args) -> Result<u8, Stop> {
    match &args.what {
        What::Admit(args) => admit(args),
        What::Score(args) => score(args),
    }
}

/// The rulebook when none is named.
const DEFAULT: &str = "example-distribution";

impl Common {
    fn rulebooks(&self) -> RulebookArgs {
        RulebookArgs::or(&self.rulebook, DEFAULT)
    }

    /// The engine, and the name of the rulebook that decides.
    fn rules(&self) -> Result<(Engine, String), Stop> {
        let chosen = self.rulebooks().load()?;
        Ok((chosen.engine, chosen.name))
    }

    fn partners(&self, rules: &PartnerRules) -> Result<Partners, Stop> {
        load::load(&self.source, self.events.as_deref(), rules)
    }

    /// Writes one answer a partner.
    fn write(&self, kind: page::Kind, answers: &[Json]) -> Result<u8, Stop> {
        self.guard()?;
        let text = match self.format {
            Format::Table => page::table(kind, answers),
            Format::Csv => page::csv(kind, answers),
            Format::Json => {
                let lines = answers.iter().map(Json::to_canonical_string);
                lines.map(|line| line + "\n").collect()
            }
        };
        let mut output = Output::open(self.out.as_deref())?;
        output.put(text.as_bytes())?;
        output.finish()?;
        Ok(FINE)
    }

    /// Nothing that is read is written over.
    fn guard(&self) -> Result<(), Stop> {
        let mut read: Vec<PathBuf> = vec![self.source.clone()];
        read.extend(self.events.clone());
        for table in ["partners", "events"] {
            let found = crate::table::find(&self.source, table)?;
            read.extend(found.map(|source| source.path().to_owned()));
        }
        read.extend(self.rulebooks().files().map(Path::to_owned));
        let read: Vec<&Path> = read.iter().map(PathBuf::as_path).collect();
        super::guard::guard(&[], &read, &[("--out", self.out.as_deref())])
    }
}

fn admit(args: &Admit) -> Result<u8, Stop> {
    let (engine, name) = args.common.rules()?;
    let rules = engine.partner_rules(&name, args.as_of)?;
    let partners = args.common.partners(rules)?;
    let answer = |loaded: &Loaded| {
        let preference = rules.preference(&loaded.facts())?;
        let admission = rules.admit(&loaded.partner, args.as_of);
        Ok(rules.admission_json(&admission, preference.as_ref()))
    };
    let answers = partners.answers(answer)?;
    args.common.write(page::Kind::Admission, &answers)
}

fn score(args: &Score) -> Result<u8, Stop> {
    let period = match Period::new(args.from, args.to) {
        Ok(period) => period,
        Err(_) => {
            let text = format!("--to {} does not come after --from {}", args.to, args.from);
            return Err(Stop::Usage(text));
        }
    };
    let as_of = args.as_of.unwrap_or(args.to);
    if as_of < args.to {
        let text = format!(
            "--as-of {as_of} lies before --to {}: the period is not over",
            args.to
        );
        return Err(Stop::Usage(text));
    }
    let (engine, name) = args.common.rules()?;
    let rules = engine.partner_rules(&name, as_of)?;
    if rules.card(args.card).is_none() {
        let message = format!("the rulebook `{name}` has no scorecard `{}`", args.card);
        return Err(Problem::new(insurant_rules::code::UNKNOWN_ID, message).into());
    }
    let partners = args.common.partners(rules)?;
    let answer = |loaded: &Loaded| {
        let facts = loaded.facts();
        let question = ScoreQuestion {
            card: args.card,
            period,
            as_of,
            facts: &facts,
            commission: loaded.commission.clone(),
            rewards: Vec::new(),
        };
        let scored = rules.score(&loaded.partner, &question)?;
        let scored = scored.ok_or_else(Problems::new)?;
        Ok(rules.score_json(&loaded.partner.partner_id, as_of, &scored))
    };
    let answers = partners.answers(answer)?;
    args.common.write(page::Kind::Score, &answers)
}
