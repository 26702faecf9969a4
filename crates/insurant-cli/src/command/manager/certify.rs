//! `insurant manager certify`: where each manager stands on a day.

use super::answer::{Rows, shown};
use super::{Format, parse_day, part_of, rulebooks, units};
use crate::command::complaint::analyse::files;
use crate::command::complaint::log::{Base, scan};
use crate::command::output::Output;
use crate::command::stop::{FINE, Stop};
use insurant::Date;
use insurant::manager::appraisal::ManagerRules;
use insurant::manager::certification::{
    CertificationFinding, Context, Entitled, ManagerFile, Next, Standing, StandingKind,
    UnitStanding, by_unit,
};
use insurant::organisation::{OrgLevel, Organisation, Roles};
use insurant_rules::document::{Document, Json, Object};
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

    /// The rules: the name of a rulebook with rules of certification, or a file (.toml or .json)
    ///
    /// Give it several times to load several files, which may extend one another and the built-in
    /// ones; the last one named decides, in the version in force on the day. Without it:
    /// example-sales, whose levels and year are of the sources and whose other figures are examples.
    #[arg(long = "rulebook", value_name = "NAME|FILE")]
    rulebook: Vec<String>,

    /// One row a manager, one a unit with those below it, or one a finding; a table shows all of them
    ///
    /// A finding is an event up to the day that whoever did it was not entitled to, by the rules of
    /// its own day and the units: who decided at too low a level, a grade too far, a subordinate.
    #[arg(long, value_enum, default_value_t = By::Manager)]
    by: By,

    /// table: for reading. csv: for spreadsheets. json: all lists and the rulebook, in canonical form
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum By {
    Manager,
    Unit,
    Finding,
}

/// Runs the command.
pub(super) fn run(args: &Args) -> Result<u8, Stop> {
    let dir = match args.source.parent() {
        Some(parent) if args.source.is_file() && parent.as_os_str().is_empty() => Path::new("."),
        Some(parent) if args.source.is_file() => parent,
        _ => args.source.as_path(),
    };
    let organisation = units(args.units.as_deref(), dir)?;
    let chosen = rulebooks(&args.rulebook).load()?;
    let part = |rules: &ManagerRules| rules.certification().cloned();
    let remedy = "name one with `validity_months` and `approvers` in its section `managers`";
    let (terms, decided) = part_of(&chosen, args.as_of, part, "certification", remedy)?;
    let (managers, code) = read(args, &organisation)?;
    let context = Context {
        terms: &terms,
        organisation: &organisation,
    };
    let standings: Vec<Standing> = managers
        .values()
        .map(|file| file.standing(args.as_of, context))
        .collect();
    let by_unit = by_unit(&standings, &organisation);
    // Each event by the rules of its own day; by those of the day asked about where there were none.
    let terms_on = |day| {
        let rules = chosen.engine.manager_rules(&chosen.name, day).ok();
        let then = rules.and_then(|rules| rules.certification().cloned());
        then.unwrap_or_else(|| terms.clone())
    };
    let findings: Vec<CertificationFinding> = managers
        .values()
        .flat_map(|file| file.findings(args.as_of, &organisation, terms_on))
        .collect();
    let mut output = Output::open(None)?;
    match args.format {
        Format::Table => {
            let head = format!("  {} by {}\n\n", args.as_of, decided.reference());
            output.put(head.as_bytes())?;
            output.put(managers_of(&standings).table().as_bytes())?;
            output.put(b"\n")?;
            output.put(units_of(&by_unit).table().as_bytes())?;
            let findings = findings_of(&findings);
            if !findings.is_empty() {
                output.put(b"\n  Not entitled\n\n")?;
                output.put(findings.table().as_bytes())?;
            }
        }
        Format::Csv => {
            let rows = match args.by {
                By::Manager => managers_of(&standings),
                By::Unit => units_of(&by_unit),
                By::Finding => findings_of(&findings),
            };
            output.put(&rows.csv())?;
        }
        Format::Json => {
            let found = findings.iter().map(CertificationFinding::to_json);
            let found = (!findings.is_empty()).then(|| Json::list(found));
            let answer = Object::new()
                .with(
                    "managers",
                    Json::list(standings.iter().map(Standing::to_json)),
                )
                .with(
                    "units",
                    Json::list(by_unit.iter().map(UnitStanding::to_json)),
                )
                .with_some("findings", found);
            let answer = decided.sign(answer);
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
    let by = by_whom(next.roles, next.least_level, next.unit_id.as_deref());
    format!("{} by {by}", next.event)
}

fn by_whom(roles: Roles, least_level: Option<OrgLevel>, unit: Option<&str>) -> String {
    match (least_level, unit) {
        _ if roles.is_empty() => "nobody".to_owned(),
        (None, _) => roles.to_string(),
        (Some(level), None) => format!("{roles} ({level})"),
        (Some(level), Some(unit)) => format!("{roles} ({level} {unit})"),
    }
}

fn findings_of(findings: &[CertificationFinding]) -> Rows {
    let mut rows = Rows::new(&[
        "manager",
        "certification",
        "event id",
        "event",
        "by",
        "role",
        "unit",
        "codes",
        "entitled",
    ]);
    for finding in findings {
        let refused = &finding.refused;
        let whom = |entitled: &Entitled| {
            by_whom(
                entitled.roles,
                entitled.least_level,
                entitled.unit_id.as_deref(),
            )
        };
        rows.push(vec![
            finding.manager_id.clone(),
            refused.certification_id.clone(),
            refused.event_id.clone(),
            refused.refusal.event.to_string(),
            finding.actor.person_id.clone(),
            finding.actor.role.to_string(),
            finding.actor.unit_id.clone(),
            refused.refusal.why.codes().join(" "),
            shown(finding.entitled.as_ref().map(whom)),
        ]);
    }
    rows
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
