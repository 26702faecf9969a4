//! `insurant complaint analyse`: the complaint-analysis form and report of a period.

mod page;

use super::judged::{AsOf, BesideArgs, ProcedureArgs};
use super::log::{Base, LOGS, read, scan};
use super::merged::Merged;
use super::standing::Standing;
use super::{Format, parse_as_of_day};
use crate::code;
use crate::command::output::Output;
use crate::command::period::period;
use crate::command::rulebooks::document;
use crate::command::stop::{FINE, Stop, WRONG};
use crate::command::words::text;
use insurant::Date;
use insurant::complaint::analysis::Period;
use insurant_rules::document::{Document, Json, Object};
use insurant_rules::{Place, Problem, Problems};
use std::collections::HashMap;
use std::path::{Path, PathBuf};

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Records or logs as JSON lines: a file, `-` for standard input, or a directory, of which every
    /// .jsonl file is read
    #[arg(value_name = "DIR|FILE")]
    source: PathBuf,

    /// A month, quarter or year (2025-06, 2025-Q2, 2025), or the first day and the first day after it
    /// (2025-01-01..2025-07-01)
    #[arg(long, value_name = "PERIOD", value_parser = period)]
    period: Period,

    /// The day of the question; the end of the period when not given
    #[arg(long, value_name = "DATE", value_parser = parse_as_of_day)]
    as_of: Option<Date>,

    /// Premium of the period, for complaints per 100 million; needs --currency
    #[arg(long, value_name = "AMOUNT", requires = "currency")]
    premium: Option<String>,

    /// Policies in force on average, for complaints per 10,000
    #[arg(long, value_name = "NUMBER")]
    policies: Option<String>,

    /// Persons insured, for complaints per 10,000
    #[arg(long, value_name = "NUMBER")]
    persons: Option<String>,

    /// The currency of premium and redress (ISO 4217)
    #[arg(long, value_name = "CODE")]
    currency: Option<String>,

    /// More of the question (.json or .toml): previous, exposure, previous_exposure, bucket_days,
    /// causes, top, list, repeat_months
    #[arg(long, value_name = "FILE")]
    spec: Option<PathBuf>,

    /// Corrective actions as JSON lines: action_id, cause, owner, due_on, done_on, evidence, check
    #[arg(long, value_name = "FILE")]
    actions: Option<PathBuf>,

    #[command(flatten)]
    beside: BesideArgs,

    #[command(flatten)]
    procedures: ProcedureArgs,

    /// text: for reading. json: as the operation `complaint_analyse` answers
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

const NOTHING_COUNTED: &str = "note: nothing was counted, because some lines are wrong";

/// Runs the command.
pub(super) fn run(args: &Args) -> Result<u8, Stop> {
    let judge = args.procedures.load(&args.beside)?;
    let spec = args.spec()?;
    let period = args.period;
    // The last day of the period: what came later is known then only when asked for.
    let as_of = AsOf::On(args.as_of.unwrap_or(period.to().add_days(-1)));
    let then = AsOf::On(previous(&spec, period)?.to().add_days(-1));
    let mut code = FINE;
    let mut actions = Rows::default();
    if let Some(path) = &args.actions {
        code = code.max(scan(path, LOGS, |text, place| {
            Ok(actions.take(text, place))
        })?);
    }
    let mut cases = Rows::default();
    let mut cases_then = Rows::default();
    // A record says how a complaint stands, not how it stood.
    let mut records = false;
    let mut seen: HashMap<String, Base> = HashMap::new();
    let mut merged = Merged::default();
    for path in files(&args.source)? {
        let scanned = scan(&path, LOGS, |text, place| {
            let document = match Document::parse_json("", text) {
                Ok(document) => document,
                Err(problems) => return Ok(Err(place.lift(problems))),
            };
            let id = document.root().text_at("complaint_id").unwrap_or_default();
            match seen.get(id).filter(|_| !id.is_empty()) {
                Some(first) => return Ok(Err(twice(id, &document, &place, first).into())),
                None => seen.insert(id.to_owned(), place.clone()),
            };
            if document.root().get("events").is_none() {
                merged.add_record(id, document.root().text_at("merged_into"));
                cases.0.push((text.to_owned(), place));
                records = true;
                return Ok(Ok(()));
            }
            let case = read(text, place.clone()).and_then(|line| {
                merged.add_log(&judge, &line, Some(as_of));
                let at = |as_of| match Standing::of(&judge, &line, Some(as_of))? {
                    Some(standing) => standing.case(&line).map(Some),
                    None => Ok(None),
                };
                Ok((at(as_of)?, at(then)?))
            });
            Ok(case.map(|(now, before)| {
                let row = |case: Json| (case.to_canonical_string(), place.clone());
                cases.0.extend(now.map(row));
                cases_then.0.extend(before.map(row));
            }))
        })?;
        code = code.max(scanned);
    }
    code = code.max(merged.tell(None, |id| seen.get(id).map(ToString::to_string)));
    if code == WRONG && !merged.is_sound() {
        say!("{NOTHING_COUNTED}");
        return Ok(WRONG);
    }
    let then = (!records).then_some(&cases_then);
    let input = Input::new(&spec, &actions, &cases, then);
    let answer = match judge.engine.call("complaint_analyse", &input.text) {
        Ok(answer) => answer,
        Err(problems) => return Err(args.placed(problems, &input.places).into()),
    };
    if code == WRONG {
        say!("{NOTHING_COUNTED}");
        return Ok(WRONG);
    }
    let text = match (
        args.format,
        Document::parse_json("", &answer)?.root().to_json(),
    ) {
        (Format::Text, Some(answer)) => page::page(&answer),
        _ => format!("{answer}\n"),
    };
    let mut output = Output::open(None)?;
    output.put(text.as_bytes())?;
    output.finish()?;
    Ok(FINE)
}

impl Args {
    /// The question.
    fn spec(&self) -> Result<Json, Problems> {
        let read = self.spec.as_deref().map(document).transpose()?;
        let mut spec = match read.and_then(|document| document.root().to_json()) {
            Some(Json::Object(spec)) => spec,
            _ => Object::new(),
        };
        let mut exposure = match spec.get("exposure") {
            Some(Json::Object(exposure)) => exposure.clone(),
            _ => Object::new(),
        };
        let figures = [
            ("premium", &self.premium),
            ("policies", &self.policies),
            ("persons", &self.persons),
        ];
        for (name, figure) in figures {
            if let Some(figure) = figure {
                exposure.set(name, figure.as_str());
                spec.set("exposure", exposure.clone());
            }
        }
        let day = |day: Date| Json::from(day.to_string());
        let (from, to) = (day(self.period.from()), day(self.period.to()));
        spec.set("period", Json::object([("from", from), ("to", to)]));
        if let Some(day) = self.as_of {
            spec.set("as_of", day.to_string());
        }
        if let Some(currency) = &self.currency {
            spec.set("currency", currency.as_str());
        }
        Ok(Json::Object(spec))
    }

    /// Problems of the input of the operation, where the files have them.
    fn placed(&self, problems: Problems, places: &[Option<Base>]) -> Problems {
        let mut placed = Problems::new();
        for problem in problems {
            let place = problem.place();
            let line = usize::try_from(place.line).unwrap_or(0);
            let origin = places.get(line.saturating_sub(1)).and_then(Option::as_ref);
            // Of `cases[7].due_on` the file knows the end.
            let path = place.path.split_once("].").map_or("", |(_, path)| path);
            let place = match origin {
                Some(base) => base.at(1, place.column, path),
                None => Place {
                    source: self.spec.as_ref().map(|path| path.display().to_string()),
                    path: place.path.clone(),
                    ..Place::default()
                },
            };
            placed.push(problem.at(place));
        }
        placed
    }
}

/// The period that the one asked about is compared with. What is wrong with the question is told
/// with everything else that is wrong.
fn previous(spec: &Json, period: Period) -> Result<Period, Problem> {
    let Some(previous) = spec.get("previous") else {
        return period.before();
    };
    let day = |key| Date::parse(text(previous, key)).ok();
    let stated = match previous.text() {
        Some(text) => Period::parse(text).ok(),
        None => day("from")
            .zip(day("to"))
            .and_then(|(from, to)| Period::new(from, to).ok()),
    };
    stated.map_or_else(|| period.before(), Ok)
}

/// A complaint that stands in two lines.
fn twice(id: &str, document: &Document, place: &Base, first: &Base) -> Problem {
    let found = document.place_at("complaint_id");
    Problem::new(
        insurant::code::DUPLICATE_ID,
        format!("the complaint `{id}` stands at {first} already"),
    )
    .remedy("keep one line for each complaint")
    .at(place.at(found.line, found.column, &found.path))
}

/// The files of a source: the file itself, or the `.jsonl` files of a directory in order of name.
pub(in crate::command) fn files(source: &Path) -> Result<Vec<PathBuf>, Stop> {
    if !source.is_dir() {
        return Ok(vec![source.to_owned()]);
    }
    let name = source.display().to_string();
    let listed = std::fs::read_dir(source).and_then(|entries| {
        let paths = entries.map(|entry| entry.map(|entry| entry.path()));
        paths.collect::<Result<Vec<PathBuf>, _>>()
    });
    let mut paths = listed.map_err(|error| {
        let message = format!("the directory cannot be read: {error}");
        Problem::new(code::UNREADABLE_FILE, message)
            .in_source(&name)
            .remedy("name a directory that you may read")
    })?;
    paths.retain(|path| path.extension().is_some_and(|e| e == "jsonl"));
    paths.sort();
    if paths.is_empty() {
        return Err(
            Problem::new(code::MISSING_FILE, "there is no .jsonl file in it")
                .in_source(name)
                .remedy("name a directory with JSON lines, or the file itself")
                .into(),
        );
    }
    Ok(paths)
}

/// Lines that go into the input as they are.
#[derive(Default)]
struct Rows(Vec<(String, Base)>);

impl Rows {
    fn take(&mut self, text: &str, place: Base) -> Result<(), Problems> {
        match Document::parse_json("", text) {
            Ok(_) => {
                self.0.push((text.to_owned(), place));
                Ok(())
            }
            Err(problems) => Err(place.lift(problems)),
        }
    }
}

/// The input of the operation: each row in a line of its own, so that the column of a problem is
/// that of its file.
struct Input {
    text: String,
    /// By line.
    places: Vec<Option<Base>>,
}

impl Input {
    fn new(spec: &Json, actions: &Rows, cases: &Rows, then: Option<&Rows>) -> Self {
        let mut text = format!("{{\"spec\":{},\"actions\":[\n", spec.to_canonical_string());
        let mut places = vec![None];
        let (end, then) = match then {
            Some(then) => ("],\"cases_then\":[\n", Some((then, "]}\n"))),
            None => ("]}\n", None),
        };
        let lists = [(actions, "],\"cases\":[\n"), (cases, end)];
        for (rows, end) in lists.into_iter().chain(then) {
            for (i, (row, place)) in rows.0.iter().enumerate() {
                text.push_str(row);
                text.push_str(if i + 1 < rows.0.len() { ",\n" } else { "\n" });
                places.push(Some(place.clone()));
            }
            text.push_str(end);
            places.push(None);
        }
        Self { text, places }
    }
}
