//! `insurant manager duties`: what managers owe on a day.

use super::answer::{Rows, shown};
use super::tables;
use super::{Format, one_of, parse_day, units};
use crate::command::output::Output;
use crate::command::rulebooks::document;
use crate::command::stop::{FINE, Stop};
use insurant::manager::duties::{
    DutyCounts, DutyItem, DutyRule, DutyState, ManagerDuties, UnitDuties,
};
use insurant::{Date, Engine};
use insurant_rules::document::Json;
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
    #[arg(long, value_name = "FILE")]
    rules: Option<PathBuf>,

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
    let engine = Engine::builder().calendars(calendars?).build()?;
    let remedy = "--rules names a file with the rules";
    let rules = one_of(args.rules.as_deref(), &args.dir, "duties", remedy)?;
    let rules = DutyRule::read_all(&document(&rules)?, engine.calendars())?;
    let book = tables::read(&args.dir, rules, &organisation)?;
    let items = book.items(args.as_of, from);
    let managers = book.by_manager(&items);
    let by_unit = UnitDuties::of(&items, &organisation);
    let mut output = Output::open(None)?;
    match args.format {
        Format::Table => {
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
            let answer = Json::object([
                ("items", Json::list(items.iter().map(DutyItem::to_json))),
                (
                    "managers",
                    Json::list(managers.iter().map(ManagerDuties::to_json)),
                ),
                ("units", Json::list(by_unit.iter().map(UnitDuties::to_json))),
            ]);
            output.put(format!("{}\n", answer.to_canonical_string()).as_bytes())?;
        }
    }
    output.finish()?;
    Ok(FINE)
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
