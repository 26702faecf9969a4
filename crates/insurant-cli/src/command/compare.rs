//! `insurant compare`: what became of the customers between two days.

use super::desk::{Desk, ThreadsArg, in_order};
use super::facts::{FactsArgs, day as parse_day};
use super::output::Output;
use super::progress::Progress;
use super::rulebooks::{Chosen, RulebookArgs};
use super::stop::{FINE, Stop, TAINTED};
use super::text::{LADDER, Table, counted, grouped};
use crate::portfolio::{Portfolio, Report};
use crate::table::places;
use insurant::{Category, Date, Movement, MovementMatrix, Side};
use insurant_rules::{Place, Problems};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Compare two days: who moved up, who left, who is new
///
/// With one directory, its facts are assessed on both days: the earlier one in hindsight, since
/// paid, reserve and status are those of the later day. With two, each is assessed on its own day,
/// and customers are matched by their identifier.
#[derive(Debug, clap::Args)]
#[command(after_long_help = AFTER)]
pub(crate) struct Args {
    /// The directory of the tables on both days, or on the first
    dir: PathBuf,

    /// The directory of the tables on the second day
    dir_to: Option<PathBuf>,

    /// The first day
    #[arg(long, value_name = "DATE", value_parser = parse_day)]
    from: Date,

    /// The second day
    #[arg(long, value_name = "DATE", value_parser = parse_day)]
    to: Date,

    #[command(flatten)]
    rulebooks: RulebookArgs,

    /// table: the movement matrix. csv: from, to, movement, customers. json: matrix and movements
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,

    /// Where to write it; standard output when not given
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,

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
}

const AFTER: &str = "\
Movements: growth (a prospect insures), upgrade, mining (an unattached customer becomes a prospect),
strip (onto the blacklist), downgrade, attrition (an insured customer leaves), unchanged,
undetermined. Each day is judged by the version of the rulebook in force on it.
--on-error reject needs --rejects, and is for one directory: two cannot be combined with it.

Examples:
  insurant compare portfolio --from 2023-07-01 --to 2024-07-01
  insurant compare of-2023 of-2024 --from 2023-12-31 --to 2024-12-31 --format csv

Exit codes: 0 fine; 1 wrong input or rulebook; 2 usage; 3 compared, but rows were rejected that no
customer can be blamed for.";

/// The sides of all customers of a portfolio, in its order.
struct Day {
    portfolio: Portfolio,
    report: Report,
    sides: Vec<Side>,
    hindsight: bool,
}

/// Runs the command.
pub(crate) fn run(args: &Args) -> Result<u8, Stop> {
    if args.to < args.from {
        let text = format!("--to {} lies before --from {}", args.to, args.from);
        return Err(Stop::Usage(text));
    }
    if args.dir_to.is_some() && args.facts.rejects() {
        let text = "--on-error reject and --rejects are for one directory: with two, assess each by itself to see its rejected rows, and mend them";
        return Err(Stop::Usage(text.into()));
    }
    let second = args.dir_to.as_deref().unwrap_or(&args.dir);
    args.facts
        .check(&[&args.dir, second], &args.rulebooks, args.out.as_deref())?;
    let chosen = args.rulebooks.load()?;
    let mut progress = Progress::new();
    let one = args.dir_to.is_none();
    // The facts of one directory are at least as young as the later day.
    let valued_on = one.then_some(args.to);
    let from = day(
        args,
        &chosen,
        &args.dir,
        args.from,
        valued_on,
        &mut progress,
    )?;
    let to = day(args, &chosen, second, args.to, valued_on, &mut progress)?;
    drop(progress);
    let found = Found::new(&from, &to);
    let mut output = Output::open(args.out.as_deref())?;
    let text = match args.format {
        Format::Table => found.table(args, &chosen),
        Format::Csv => found.csv(),
        Format::Json => format!("{}\n", found.matrix.to_json().to_canonical_string()),
    };
    output.put(text.as_bytes())?;
    output.finish()?;
    args.facts.warn(&to.report);
    if !one {
        args.facts.warn(&from.report);
    }
    let tainted = from.report.unattributed + to.report.unattributed > 0;
    Ok(if tainted { TAINTED } else { FINE })
}

/// Assesses a portfolio on a day.
fn day(
    args: &Args,
    chosen: &Chosen,
    dir: &Path,
    as_of: Date,
    valued_on: Option<Date>,
    progress: &mut Progress,
) -> Result<Day, Stop> {
    let rules = chosen.engine.rules(&chosen.name, as_of)?;
    let loaded = args.facts.load(dir, rules, as_of, valued_on, progress);
    let (portfolio, report) = match &args.dir_to {
        None => loaded?,
        Some(_) => {
            let (portfolio, mut report) = loaded.map_err(|stop| placed(stop, dir))?;
            for warning in &mut report.warnings {
                warning.first = in_directory(&warning.first, dir);
            }
            (portfolio, report)
        }
    };
    let desk = Desk::new(rules, rules, as_of);
    let mut sides = Vec::with_capacity(portfolio.len());
    let mut hindsight = false;
    in_order(
        &portfolio,
        args.threads.count(),
        |customers, scratch| {
            let verdicts = customers.map(|customer| desk.assess(customer, scratch).verdict);
            verdicts.collect::<Vec<_>>()
        },
        |verdicts, _| {
            for verdict in verdicts {
                hindsight |= verdict.hindsight;
                sides.push(
                    verdict
                        .category
                        .map(|category| (category, verdict.standing)),
                );
            }
            Ok(())
        },
    )?;
    Ok(Day {
        portfolio,
        report,
        sides,
        hindsight,
    })
}

/// The same with the directory before each file: a bare name does not say which of two is meant.
fn placed(stop: Stop, dir: &Path) -> Stop {
    match stop {
        Stop::Wrong(problems, more) => {
            let mut told = Problems::new();
            for problem in problems {
                let place = in_directory(problem.place(), dir);
                told.push(problem.at(place));
            }
            Stop::Wrong(told, more)
        }
        other => other,
    }
}

fn in_directory(place: &Place, dir: &Path) -> Place {
    let mut place = place.clone();
    let file = |name: &String| places(dir).any(|path| path.ends_with(name));
    if let Some(name) = place.source.take_if(|name| file(name)) {
        place.source = Some(dir.join(name).display().to_string());
    }
    place
}

impl Day {
    fn side(&self, customer_id: &str) -> Option<Side> {
        let customer = self.portfolio.find(customer_id)?;
        self.sides.get(customer.index()).copied()
    }
}

/// From, to, and what that is called.
type Move = (Option<Category>, Option<Category>, Option<Movement>);

/// What was found.
struct Found {
    matrix: MovementMatrix,
    /// Customers by pair of categories and movement; no movement when one side was not there.
    moves: BTreeMap<Move, u64>,
}

impl Found {
    fn new(from: &Day, to: &Day) -> Self {
        let mut found = Self {
            matrix: MovementMatrix::default(),
            moves: BTreeMap::new(),
        };
        for (customer, side) in from.portfolio.customers().zip(&from.sides) {
            found.add(*side, to.side(customer.id()).flatten());
        }
        for (customer, side) in to.portfolio.customers().zip(&to.sides) {
            if from.portfolio.find(customer.id()).is_none() {
                found.add(None, *side);
            }
        }
        found.matrix.hindsight = from.hindsight || to.hindsight;
        found
    }

    fn add(&mut self, from: Side, to: Side) {
        self.matrix.add(from, to);
        let movement = from.zip(to).map(|(from, to)| Movement::between(from, to));
        let key = (from.map(|f| f.0), to.map(|t| t.0), movement);
        *self.moves.entry(key).or_default() += 1;
    }

    fn csv(&self) -> String {
        let mut text = String::from("from,to,movement,customers\n");
        for ((from, to, movement), customers) in &self.moves {
            let word = |category: &Option<Category>| category.map_or("", Category::as_str);
            let movement = movement.map_or("", Movement::as_str);
            text.push_str(&format!(
                "{},{},{movement},{customers}\n",
                word(from),
                word(to)
            ));
        }
        text
    }

    fn table(&self, args: &Args, chosen: &Chosen) -> String {
        let pairs: Vec<_> = self.matrix.pairs().collect();
        let customers = pairs.iter().map(|(_, _, count)| count).sum();
        let mut page = format!(
            "From {} to {} by {}: {}\n",
            args.from,
            args.to,
            chosen.name,
            counted(customers, "customer", "customers")
        );
        if self.matrix.hindsight {
            page.push_str("In hindsight: paid, reserve and status of the earlier day are those of a later one\n");
        }
        let name = |category: &Option<Category>| category.map_or("(not there)", Category::as_str);
        // Those who were not there come last.
        let ladder = || LADDER.map(Some).into_iter().chain([None]);
        let ordered = |side: BTreeSet<Option<Category>>| {
            ladder().filter(|c| side.contains(c)).collect::<Vec<_>>()
        };
        let rows = ordered(pairs.iter().map(|pair| pair.0).collect());
        let columns = ordered(pairs.iter().map(|pair| pair.1).collect());
        let titles = columns.iter().map(|column| format!(">{}", name(column)));
        let titles: Vec<String> = [format!("{} \\ {}", args.from, args.to)]
            .into_iter()
            .chain(titles)
            .chain([">all".to_owned()])
            .collect();
        let mut table = Table::new(&titles.iter().map(String::as_str).collect::<Vec<_>>());
        for row in &rows {
            let counts: Vec<u64> = columns
                .iter()
                .map(|c| self.matrix.count(*row, *c))
                .collect();
            let all: u64 = counts.iter().sum();
            let cells = counts.iter().chain([&all]).map(|count| match count {
                0 => "-".to_owned(),
                count => grouped(*count),
            });
            table.row([name(row).to_owned()].into_iter().chain(cells));
        }
        page.push_str(&format!("\nCategories\n{table}"));
        let mut table = Table::new(&["movement", ">customers"]);
        for movement in Movement::ALL {
            table.row([
                movement.as_str().to_owned(),
                grouped(self.matrix.of(*movement)),
            ]);
        }
        page.push_str(&format!("\nMovements\n{table}"));
        page
    }
}
