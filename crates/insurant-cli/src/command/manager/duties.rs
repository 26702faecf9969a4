//! `insurant manager duties`: what managers owe on a day.

use super::answer::{Rows, shown};
use super::tables;
use super::{Format, beside, parse_day, part_of, rulebooks, units};
use crate::command::output::Output;
use crate::command::rulebooks::document;
use crate::command::stop::{FINE, Stop};
use insurant::manager::appraisal::ManagerRules;
use insurant::manager::duties::{
    DutyCounts, DutyItem, DutyRule, DutyState, ManagerDuties, UnitDuties,
};
use insurant::rulebook::DecidedBy;
use insurant::{Date, Engine};
use insurant_rules::document::{Document, Json, Object};
use std::fmt::{self, Display, Formatter};
use std::path::PathBuf;

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The directory with the tables
    #[arg(value_name = "DIR")]
    dir: PathBuf,

    /// The day asked about: what was done before it counts
    #[arg(long, value_name = "DATE", value_parser = parse_day)]
    as_of: Date,

    /// What was due before this day is left out; 12 months before the day asked about when left out
    #[arg(long, value_name = "DATE", value_parser = parse_day)]
    from: Option<Date>,

    /// The units of the organisation (.json or .toml); units.json in the directory when left out
    #[arg(long, value_name = "FILE")]
    units: Option<PathBuf>,

    /// What is owed (.json or .toml): {"rules": [...]}; duties.json in the directory when left out
    #[arg(long, value_name = "FILE", conflicts_with = "rulebook")]
    rules: Option<PathBuf>,

    /// What is owed: the name of a rulebook with duties of managers, or a file (.toml or .json)
    ///
    /// Give it several times to load several files, which may extend one another and the built-in
    /// ones; the last one named decides, in the version in force on the day. Without it, without
    /// --rules and without duties.json in the directory: example-sales, whose figures are examples.
    #[arg(long = "rulebook", value_name = "NAME|FILE")]
    rulebook: Vec<String>,

    /// Working-day calendars of one's own (.json or .toml)
    #[arg(long, value_name = "FILE")]
    calendar: Vec<PathBuf>,

    /// One row a thing owed, a manager or a unit; a table shows what is open, and all units
    #[arg(long, value_enum, default_value_t = By::Item)]
    by: By,

    /// table: for reading. csv: for spreadsheets. json: all lists, in canonical form
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum By {
    Item,
    Manager,
    Unit,
}

/// Runs the command.
pub(super) fn run(args: &Args) -> Result<u8, Stop> {
    let from = args.from.unwrap_or_else(|| args.as_of.add_months(-12));
    if from > args.as_of {
        let message = format!("--from {from} lies after --as-of {}", args.as_of);
        return Err(Stop::Usage(message));
    }
    let organisation = units(args.units.as_deref(), &args.dir)?;
    let calendars: Result<Vec<_>, _> = args.calendar.iter().map(|path| document(path)).collect();
    let (rules, source) = rules(args, calendars?)?;
    let book = tables::read(&args.dir, rules, &organisation)?;
    let items = book.items(args.as_of, from);
    let managers = book.by_manager(&items);
    let by_unit = UnitDuties::of(&items, &organisation);
    let mut output = Output::open(None)?;
    match args.format {
        Format::Table => {
            let head = format!("  {} by {source}\n\n", args.as_of);
            output.put(head.as_bytes())?;
            let open = items
                .iter()
                .filter(|item| !matches!(item.state, DutyState::Done | DutyState::DoneLate));
            let open = rows_of(open);
            if !open.is_empty() {
                output.put(open.table().as_bytes())?;
                output.put(b"\n")?;
            }
            output.put(of_managers(&managers).table().as_bytes())?;
            output.put(b"\n")?;
            output.put(of_units(&by_unit).table().as_bytes())?;
        }
        Format::Csv => {
            let rows = match args.by {
                By::Item => rows_of(items.iter()),
                By::Manager => of_managers(&managers),
                By::Unit => of_units(&by_unit),
            };
            output.put(&rows.csv())?;
        }
        Format::Json => {
            let answer = Object::new()
                .with("items", Json::list(items.iter().map(DutyItem::to_json)))
                .with(
                    "managers",
                    Json::list(managers.iter().map(ManagerDuties::to_json)),
                )
                .with("units", Json::list(by_unit.iter().map(UnitDuties::to_json)));
            let answer = match &source {
                Source::Rulebook(decided) => decided.sign(answer),
                Source::File(_) => Json::Object(answer),
            };
            output.put(format!("{}\n", answer.to_canonical_string()).as_bytes())?;
        }
    }
    output.finish()?;
    Ok(FINE)
}

/// What says what is owed.
enum Source {
    /// A file of rules.
    File(PathBuf),
    /// A rulebook.
    Rulebook(DecidedBy),
}

impl Display for Source {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path) => write!(f, "{}", path.display()),
            Self::Rulebook(decided) => f.write_str(decided.reference()),
        }
    }
}

/// What is owed: by the rulebook or the file that is named, else by a file in the directory, else by
/// the built-in example, which is said wherever the answer itself has no room for it.
fn rules(args: &Args, calendars: Vec<Document>) -> Result<(Vec<DutyRule>, Source), Stop> {
    if args.rulebook.is_empty() {
        let found = match &args.rules {
            Some(path) => Some(path.clone()),
            None => beside(&args.dir, "duties"),
        };
        if let Some(path) = found {
            let engine = Engine::builder().calendars(calendars).build()?;
            let rules = DutyRule::read_all(&document(&path)?, engine.calendars())?;
            return Ok((rules, Source::File(path)));
        }
    }
    let chosen = rulebooks(&args.rulebook).load_with(calendars)?;
    let part = |rules: &ManagerRules| {
        let duties = rules.duties();
        (!duties.is_empty()).then(|| duties.to_vec())
    };
    let remedy = "name one with `duties` in its section `managers`, or a file with --rules";
    let (rules, decided) = part_of(&chosen, args.as_of, part, "duties", remedy)?;
    if args.rulebook.is_empty() && args.format == Format::Csv {
        let reference = decided.reference();
        say!("note: what is owed is by {reference}: there is no `duties.json`");
    }
    Ok((rules, Source::Rulebook(decided)))
}

fn rows_of<'a>(items: impl Iterator<Item = &'a DutyItem>) -> Rows {
    let mut rows = Rows::new(&[
        "manager",
        "unit",
        "duty",
        "about",
        "opens on",
        "due on",
        "state",
        "done on",
        ">days late",
        "lacking",
    ]);
    for item in items {
        let about = item.event_id.as_ref().or(item.customer_id.as_ref());
        let about = about
            .cloned()
            .or(item.period.map(|period| period.to_string()));
        let lacking = match &item.due_on {
            Err(problem) => problem.code().as_str(),
            Ok(_) if item.lacks_counter_measures => "counter_measures",
            Ok(_) => "",
        };
        rows.push(vec![
            shown(item.manager_id.as_ref()),
            shown(item.unit_id.as_ref()),
            item.duty.clone(),
            about.unwrap_or_default(),
            item.opens_on.to_string(),
            shown(item.due_on.as_ref().ok()),
            item.state.to_string(),
            shown(item.done_on),
            shown(item.days_late),
            lacking.to_owned(),
        ]);
    }
    rows
}

fn counts(id: &str, counts: DutyCounts) -> Vec<String> {
    let mut row = vec![id.to_owned()];
    row.extend(
        DutyState::ALL
            .iter()
            .map(|state| counts.of(*state).to_string()),
    );
    row
}

fn of_managers(managers: &[ManagerDuties]) -> Rows {
    let mut rows = Rows::new(&[
        "manager",
        ">due",
        ">overdue",
        ">missing",
        ">done",
        ">done late",
        ">undetermined",
    ]);
    for manager in managers {
        rows.push(counts(&manager.manager_id, manager.counts));
    }
    rows
}

fn of_units(units: &[UnitDuties]) -> Rows {
    let mut rows = Rows::new(&[
        "unit",
        ">due",
        ">overdue",
        ">missing",
        ">done",
        ">done late",
        ">undetermined",
    ]);
    for unit in units {
        rows.push(counts(&unit.unit_id, unit.counts));
    }
    rows
}
