//! `insurant complaint timeline`: a log in order, with the clocks between its events.

use super::clocks::{due, rule, what};
use super::judged::{AsOf, ProcedureArgs};
use super::log::LogArgs;
use super::parse_as_of;
use super::standing::Standing;
use super::status::{head, later};
use crate::command::output::Output;
use crate::command::stop::Stop;
use crate::command::words::{items, text};
use insurant::Engine;
use insurant::complaint::{Complaint, Event, Step};
use insurant_rules::Instant;
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
    procedures: ProcedureArgs,
}

/// Runs the command.
pub(super) fn run(args: &Args) -> Result<u8, Stop> {
    let judge = args.procedures.load()?;
    let mut output = Output::open(None)?;
    let mut first = true;
    args.log
        .each(|line| {
            let standing = match Standing::of(&judge, line, args.as_of) {
                Ok(Some(standing)) => standing,
                Ok(None) => {
                    later(line);
                    return Ok(Ok(()));
                }
                Err(problems) => return Ok(Err(problems)),
            };
            let json = match standing.json(None, None) {
                Ok(json) => json,
                Err(problems) => return Ok(Err(line.placed(problems, ""))),
            };
            let gap = if first { "" } else { "\n" };
            first = false;
            let page = page(&judge.engine, &standing.complaint, &json);
            output.put(format!("{gap}{page}").as_bytes()).map(Ok)
        })
        .and_then(|code| output.finish().map(|()| code))
}

/// Something that a clock did.
struct Tick {
    at: i64,
    /// Whether it is an instant at which time ran out, and not something that an event did.
    by_itself: bool,
    line: String,
}

fn page(engine: &Engine, complaint: &Complaint, standing: &Json) -> String {
    let empty = Json::object([]);
    let state = standing.get("complaint").unwrap_or(&empty);
    let mut page = head(state, text(standing, "as_of"));
    let events = complaint.events();
    let mut before: Vec<Vec<String>> = events.iter().map(|_| Vec::new()).collect();
    let mut after = before.clone();
    let mut end = Vec::new();
    let mut ticks: Vec<Tick> = Vec::new();
    for deadline in items(standing, "deadlines") {
        ticks.extend(of(engine, deadline));
    }
    ticks.sort_by_key(|tick| tick.at);
    for tick in ticks {
        let Tick {
            at,
            by_itself,
            line,
        } = tick;
        let caused = |event: &Event| {
            !by_itself && (event.occurred_at.seconds() == at || event.recorded_at.seconds() == at)
        };
        let later = |event: &Event| event.recorded_at.seconds() >= at;
        let slot = match events.iter().position(caused) {
            Some(cause) => after.get_mut(cause),
            None => match events.iter().position(later) {
                Some(next) => before.get_mut(next),
                None => Some(&mut end),
            },
        };
        slot.unwrap_or(&mut Vec::new()).push(line);
    }
    let steps = complaint.retrace();
    for (i, event) in events.iter().enumerate() {
        let lines = |lines: &[Vec<String>]| lines.get(i).cloned().unwrap_or_default();
        page.extend(lines(&before));
        page.push_str(&told(event, steps.get(i)));
        page.extend(lines(&after));
    }
    page.extend(end);
    page
}

/// An event in a line, and where the complaint stands when it moved.
fn told(event: &Event, step: Option<&Step>) -> String {
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

/// What a clock did, and when.
fn of(engine: &Engine, deadline: &Json) -> Vec<Tick> {
    let what = what(engine, deadline);
    let (rule, due) = (rule(deadline), due(engine, deadline));
    let mut ticks = Vec::new();
    let mut tick = |at: &str, by_itself: bool, said: String| {
        if let Ok(instant) = Instant::parse(at) {
            let line = format!("    {said} [{rule}]\n");
            ticks.push(Tick {
                at: instant.seconds(),
                by_itself,
                line,
            });
        }
    };
    let until = match (text(deadline, "first_due_before"), due.as_str()) {
        ("", "") => "with no due date that can be worked out".to_owned(),
        ("", due) => format!("due {due}"),
        (first, _) => format!("due before {first}"),
    };
    tick(
        text(deadline, "started_at"),
        false,
        format!("+ {what} begins, {until}"),
    );
    for moved in items(deadline, "moves") {
        let (reason, to) = (text(moved, "reason").replace('_', " "), text(moved, "to"));
        tick(
            text(moved, "at"),
            false,
            format!("~ {what} moves by {reason}, due before {to}"),
        );
    }
    for refused in items(deadline, "refused") {
        let [reason, why] = ["reason", "why"].map(|key| text(refused, key).replace('_', " "));
        let said = format!("~ {what} does not move by {reason}: {why}");
        tick(text(refused, "at"), false, said);
    }
    let ended = text(deadline, "ended_at");
    match text(deadline, "state") {
        "met" => tick(ended, false, format!("= {what} met, due {due}")),
        "moot" => tick(ended, false, format!("= {what} no longer matters")),
        "missed" => {
            let over = if text(deadline, "missing") == "lapse" {
                "is over"
            } else {
                "missed"
            };
            let before = text(deadline, "due_before");
            tick(before, true, format!("! {what} {over}, was due {due}"));
            tick(ended, false, format!("= {what} done late, was due {due}"));
        }
        _ => {}
    }
    ticks
}
