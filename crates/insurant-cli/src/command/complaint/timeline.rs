//! `insurant complaint timeline`: a log in order, with the clocks between its events.

use super::clocks::{due, rule, what, why_not};
use super::judged::{AsOf, BesideArgs, ProcedureArgs};
use super::log::LogArgs;
use super::standing::{Standing, clock};
use super::status::{gaps, head, later};
use super::{Format, parse_as_of};
use crate::command::output::Output;
use crate::command::stop::Stop;
use crate::command::words::{items, text};
use insurant::Engine;
use insurant::complaint::{Complaint, Event, Step};
use insurant_rules::document::Json;

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    log: LogArgs,

    /// Tell it until here: an instant with its offset, or a day; until the last event when not
    /// given
    #[arg(long, value_name = "INSTANT|DATE", value_parser = parse_as_of)]
    as_of: Option<AsOf>,

    #[command(flatten)]
    beside: BesideArgs,

    #[command(flatten)]
    procedures: ProcedureArgs,

    /// text: for reading. json: one line a complaint, its events with the steps and its clocks with
    /// what they did, in the order of the text
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// Runs the command.
pub(super) fn run(args: &Args) -> Result<u8, Stop> {
    let judge = args.procedures.load(&args.beside)?;
    let mut output = Output::open(None)?;
    let mut first = true;
    args.log
        .each(&judge, args.as_of, |line| {
            let standing = match Standing::of(&judge, line, args.as_of) {
                Ok(Some(standing)) => standing,
                Ok(None) => {
                    later(line);
                    return Ok(Ok(()));
                }
                Err(problems) => return Ok(Err(problems)),
            };
            let json = match standing.json(None) {
                Ok(json) => json,
                Err(problems) => return Ok(Err(line.placed(problems, ""))),
            };
            let told = match standing.timeline() {
                Ok(told) => told,
                Err(problems) => return Ok(Err(line.placed(problems, ""))),
            };
            let text = match args.format {
                Format::Json => format!("{}\n", told.to_canonical_string()),
                Format::Text => {
                    let gap = if first { "" } else { "\n" };
                    first = false;
                    let told = page(&judge.engine, &standing.complaint, &json, &told);
                    format!("{gap}{told}")
                }
            };
            output.put(text.as_bytes()).map(Ok)
        })
        .and_then(|code| output.finish().map(|()| code))
}

/// A complaint with its timeline, for reading.
fn page(engine: &Engine, complaint: &Complaint, standing: &Json, told: &Json) -> String {
    let empty = Json::object([]);
    let state = standing.get("complaint").unwrap_or(&empty);
    let mut page = head(state, text(standing, "as_of"));
    // Events come in the order of the log.
    let mut events = complaint.events().iter().zip(complaint.retrace());
    for entry in items(told, "timeline") {
        if entry.get("event").is_some() {
            if let Some((event, step)) = events.next() {
                page.push_str(&told_event(event, Some(&step)));
            }
            continue;
        }
        let same = |deadline: &&Json| {
            let alike = |key| deadline.get(key) == entry.get(key);
            ["clock", "procedure", "duty", "run"].into_iter().all(alike)
        };
        if let Some(deadline) = items(standing, "deadlines").iter().find(same) {
            page.push_str(&changed(engine, deadline, entry));
        }
    }
    page.push_str(&gaps(standing));
    page
}

/// An event in a line, and where the complaint stands when it moved.
fn told_event(event: &Event, step: Option<&Step>) -> String {
    let actor = &event.actor;
    let (kind, at) = (event.kind().as_str(), event.occurred_at);
    let (person, role, unit) = (&actor.person_id, actor.role.as_str(), &actor.unit_id);
    let mut line = format!("  {at}  {kind}");
    if let Json::Object(members) = event.to_json() {
        let common = ["kind", "id", "occurred_at", "recorded_at", "actor"];
        let details = members.iter().filter(|(key, _)| !common.contains(key));
        let details: Vec<String> = details
            .filter_map(|(key, json)| detail(key, json))
            .collect();
        // What does not fit a line stands in the log.
        let (mut shown, mut rest) = (String::new(), false);
        for detail in details {
            if shown.chars().count() + detail.chars().count() > 60 {
                rest = true;
                continue;
            }
            let comma = if shown.is_empty() { "" } else { ", " };
            shown.push_str(&format!("{comma}{detail}"));
        }
        if !shown.is_empty() {
            let more = if rest { ", ..." } else { "" };
            line.push_str(&format!(" ({shown}{more})"));
        }
    }
    line.push_str(&format!(", by {person} ({role} at {unit})"));
    if event.recorded_at.seconds() != at.seconds() {
        line.push_str(&format!(", recorded {}", event.recorded_at));
    }
    match step {
        Some(step) if step.from != step.to => {
            line.push_str(&format!(" -> {}\n", step.to.as_str()));
        }
        _ => line.push('\n'),
    }
    line
}

/// A detail that is short; what is told at length stays in the log.
fn detail(key: &str, json: &Json) -> Option<String> {
    let said = match json {
        Json::Text(text) if text.chars().count() <= 40 => text.clone(),
        Json::Boolean(_) | Json::Integer(_) => json.to_canonical_string(),
        Json::List(items) => {
            let items: Vec<&str> = items.iter().filter_map(Json::text).collect();
            items.join(" ")
        }
        _ => return None,
    };
    (!said.is_empty()).then(|| format!("{} {said}", key.replace('_', " ")))
}

/// What a clock did, in a line.
fn changed(engine: &Engine, deadline: &Json, entry: &Json) -> String {
    let what = what(engine, deadline);
    let (rule, due) = (rule(deadline), due(engine, deadline));
    let [reason, why, to] = ["reason", "why", "due_before"].map(|key| text(entry, key));
    let by = reason.replace('_', " ");
    let said = match text(entry, "did") {
        "begins" => {
            let until = match (text(deadline, "first_due_before"), due.as_str()) {
                ("", "") => "with no due date that can be worked out".to_owned(),
                ("", due) => format!("due {due}"),
                (first, _) => format!("due before {first}"),
            };
            format!("+ {what} begins, {until}")
        }
        "moves" => format!("~ {what} moves by {by}, due before {to}"),
        "stays" => {
            let of = clock(engine, deadline).map(|(_, clock)| clock);
            format!(
                "~ {what} does not move by {by}: {}",
                why_not(of, reason, why)
            )
        }
        "met" => format!("= {what} met, due {due}"),
        "moot" => format!("= {what} no longer matters"),
        "lapsed" => format!("! {what} lapsed, was due {due}"),
        "missed" => format!("! {what} missed, was due {due}"),
        "never_done" => format!("= {what} never done, was due {due}"),
        _ => format!("= {what} done late, was due {due}"),
    };
    format!("    {said} [{rule}]\n")
}
