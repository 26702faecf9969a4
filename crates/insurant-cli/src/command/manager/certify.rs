//! `insurant manager certify`: where each manager stands on a day.

use super::answer::{Rows, shown};
use super::{Format, parse_day, units};
use crate::command::complaint::analyse::files;
use crate::command::complaint::log::{Base, scan};
use crate::command::output::Output;
use crate::command::stop::{FINE, Stop};
use insurant::Date;
use insurant::manager::certification::{
    CertificationTerms, Context, ManagerFile, Next, Standing, StandingKind, UnitStanding, by_unit,
};
use insurant::organisation::Organisation;
use insurant_rules::document::{Document, Json};
use insurant_rules::{Problem, Problems};
use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};

/// What a line looks like.
const FILES: &str = r#"{"manager_id": ..., "posts": [...], "events": [...]}"#;

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Files of managers as JSON lines, one manager a line; a directory of such; `-` is standard input
    #[arg(value_name = "FILE|DIR")]
    source: PathBuf,

    /// The day asked about
    #[arg(long, value_name = "DATE", value_parser = parse_day)]
    as_of: Date,

    /// Only what was written down by this day is known; all that is known when left out
    #[arg(long, value_name = "DATE", value_parser = parse_day)]
    known_on: Option<Date>,

    /// The units of the organisation (.json or .toml); units.json beside the files when left out
    ///
    /// {"units": [{"id", "name", "level", "parent"}], "reporting": [{"person_id", "reports_to"}]}
    #[arg(long, value_name = "FILE")]
    units: Option<PathBuf>,

    /// One row a manager, or one a unit with those below it; a table shows both
    #[arg(long, value_enum, default_value_t = By::Manager)]
    by: By,

    /// table: for reading. csv: for spreadsheets. json: both lists, in canonical form
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum By {
    Manager,
    Unit,
}

/// Runs the command.
pub(super) fn run(args: &Args) -> Result<u8, Stop> {
    let dir = if args.source.is_dir() {
        args.source.as_path()
    } else {
        args.source.parent().unwrap_or(Path::new("."))
    };
    let organisation = units(args.units.as_deref(), dir)?;
    let (managers, code) = read(args, &organisation)?;
    let terms = CertificationTerms::example();
    let context = Context {
        terms: &terms,
        organisation: &organisation,
    };
    let standings: Vec<Standing> = managers
        .values()
        .map(|file| file.standing(args.as_of, context))
        .collect();
    let by_unit = by_unit(&standings, &organisation);
    let mut output = Output::open(None)?;
    match args.format {
        Format::Table => {
            output.put(managers_of(&standings).table().as_bytes())?;
            output.put(b"\n")?;
            output.put(units_of(&by_unit).table().as_bytes())?;
        }
        Format::Csv => {
            let rows = match args.by {
                By::Manager => managers_of(&standings),
                By::Unit => units_of(&by_unit),
            };
            output.put(&rows.csv())?;
        }
        Format::Json => {
            let answer = Json::object([
                (
                    "managers",
                    Json::list(standings.iter().map(Standing::to_json)),
                ),
                (
                    "units",
                    Json::list(by_unit.iter().map(UnitStanding::to_json)),
                ),
            ]);
            output.put(format!("{}\n", answer.to_canonical_string()).as_bytes())?;
        }
    }
    output.finish()?;
    Ok(code)
}

/// The good lines, by id, and the exit code: a line that is wrong is told, and the others are
/// answered all the same.
fn read(
    args: &Args,
    organisation: &Organisation,
) -> Result<(BTreeMap<String, ManagerFile>, u8), Stop> {
    let mut code = FINE;
    let mut managers = BTreeMap::new();
    let mut seen: HashMap<String, String> = HashMap::new();
    for path in files(&args.source)? {
        let scanned = scan(&path, FILES, |text, place| {
            let file = match manager(text, &place, organisation) {
                Ok(file) => file,
                Err(problems) => return Ok(Err(problems)),
            };
            let id = file.manager_id().to_owned();
            if let Some(first) = seen.get(&id) {
                let message = format!("the manager `{id}` stands at {first} already");
                let problem = Problem::new(insurant::code::DUPLICATE_ID, message)
                    .at(place.at(1, 1, "manager_id"))
                    .remedy("keep one line, with all events of the manager");
                return Ok(Err(problem.into()));
            }
            seen.insert(id.clone(), place.to_string());
            let file = match args.known_on {
                Some(day) => file.known_on(day),
                None => file,
            };
            managers.insert(id, file);
            Ok(Ok(()))
        })?;
        code = code.max(scanned);
    }
    Ok((managers, code))
}

fn manager(text: &str, place: &Base, organisation: &Organisation) -> Result<ManagerFile, Problems> {
    let document = Document::parse_json("", text).map_err(|found| place.lift(found))?;
    let file = ManagerFile::read(&document).map_err(|found| place.lift(found))?;
    let mut problems = Problems::new();
    let posts = document.root().items_at("posts").iter().enumerate();
    for (index, post) in posts {
        let unit = post.text_at("unit_id").unwrap_or_default();
        if organisation.unit(unit).is_none() {
            let path = format!("posts[{index}].unit_id");
            problems.push(organisation.unknown_unit(unit).at(document.place_at(&path)));
        }
    }
    problems.or(file).map_err(|found| place.lift(found))
}

fn managers_of(standings: &[Standing]) -> Rows {
    let mut rows = Rows::new(&[
        "manager",
        "unit",
        "standing",
        "grade",
        "last grade",
        "since",
        "valid to",
        "grace to",
        "open",
        "next",
    ]);
    for standing in standings {
        let segment = standing.segment.as_ref();
        let open = standing
            .open
            .as_ref()
            .map(|open| format!("{} {} {}", open.certification_id, open.grade, open.state));
        let next: Vec<String> = standing.next.iter().map(next).collect();
        rows.push(vec![
            standing.manager_id.clone(),
            shown(standing.unit_id.as_ref()),
            standing.kind.to_string(),
            shown(segment.and_then(|segment| segment.grade)),
            shown(segment.and_then(|segment| segment.last_grade)),
            shown(segment.map(|segment| segment.from)),
            shown(standing.span.map(|span| span.valid_to)),
            shown(standing.span.map(|span| span.grace_to)),
            open.unwrap_or_default(),
            next.join("; "),
        ]);
    }
    rows
}

/// What may happen, by whom, and at which unit or above.
fn next(next: &Next) -> String {
    let mut line = format!("{} by {}", next.event, next.roles);
    if let Some(level) = next.least_level {
        line.push_str(&format!(" ({level}"));
        if let Some(unit) = &next.unit_id {
            line.push_str(&format!(" {unit}"));
        }
        line.push(')');
    }
    line
}

fn units_of(units: &[UnitStanding]) -> Rows {
    let mut rows = Rows::new(&[
        "unit",
        ">managers",
        ">certified",
        ">due",
        ">overdue",
        ">lapsed",
        ">unrated",
    ]);
    for unit in units {
        let mut row = vec![unit.unit_id.clone(), unit.managers().to_string()];
        let kinds = [
            StandingKind::Certified,
            StandingKind::Due,
            StandingKind::Overdue,
            StandingKind::Lapsed,
            StandingKind::Unrated,
        ];
        row.extend(kinds.map(|kind| unit.count(kind).to_string()));
        rows.push(row);
    }
    rows
}
