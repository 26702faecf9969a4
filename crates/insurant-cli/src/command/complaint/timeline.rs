//! `insurant complaint timeline`: a log in order, with the clocks between its events.

use super::clocks::{due, rule, what, why_not};
use super::judged::{AsOf, BesideArgs, ProcedureArgs};
use super::log::LogArgs;
use super::standing::{Standing, clock};
use super::status::{gaps, head, later};
use super::{Format, parse_as_of};
use crate::command::output::Output;
use crate::command::stop::Stop;
use crate::command::words::{is, items, text};
use insurant::Engine;
use insurant::complaint::{Complaint, Event, Step};
use insurant_rules::Instant;
use insurant_rules::document::{Json, Object};

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
            let told = Told::of(&judge.engine, &standing.complaint, &json);
            let text = match args.format {
                Format::Json => format!("{}\n", told.to_json(&json).to_canonical_string()),
                Format::Text => {
                    let gap = if first { "" } else { "\n" };
                    first = false;
                    format!("{gap}{}", told.page(&json))
                }
            };
            output.put(text.as_bytes()).map(Ok)
        })
        .and_then(|code| output.finish().map(|()| code))
}

/// Something that a clock did.
struct Tick {
    at: i64,
    /// Whether it is an instant at which time ran out, and not something that an event did.
    by_itself: bool,
    line: String,
    json: Object,
}

/// What happened, in the order in which it is told.
enum Happened<'e> {
    Event(&'e Event, Option<Step>),
    Clock(Tick),
}

/// A log with what its clocks did between its events.
struct Told<'e>(Vec<Happened<'e>>);

impl<'e> Told<'e> {
    fn of(engine: &Engine, complaint: &'e Complaint, standing: &Json) -> Self {
        let events = complaint.events();
        let mut before: Vec<Vec<Tick>> = events.iter().map(|_| Vec::new()).collect();
        let mut after: Vec<Vec<Tick>> = events.iter().map(|_| Vec::new()).collect();
        let mut end = Vec::new();
        let mut ticks: Vec<Tick> = Vec::new();
        for deadline in items(standing, "deadlines") {
            ticks.extend(ticks_of(engine, deadline));
        }
        ticks.sort_by_key(|tick| tick.at);
        for tick in ticks {
            let at = tick.at;
            let caused = |event: &Event| {
                !tick.by_itself
                    && (event.occurred_at.seconds() == at || event.recorded_at.seconds() == at)
            };
            let later = |event: &Event| event.recorded_at.seconds() >= at;
            let slot = match events.iter().position(caused) {
                Some(cause) => after.get_mut(cause),
                None => match events.iter().position(later) {
                    Some(next) => before.get_mut(next),
                    None => Some(&mut end),
                },
            };
            slot.unwrap_or(&mut Vec::new()).push(tick);
        }
        let mut told = Vec::new();
        let mut steps = complaint.retrace().into_iter();
        for ((event, before), after) in events.iter().zip(before).zip(after) {
            told.extend(before.into_iter().map(Happened::Clock));
            told.push(Happened::Event(event, steps.next()));
            told.extend(after.into_iter().map(Happened::Clock));
        }
        told.extend(end.into_iter().map(Happened::Clock));
        Self(told)
    }

    fn page(&self, standing: &Json) -> String {
        let empty = Json::object([]);
        let state = standing.get("complaint").unwrap_or(&empty);
        let mut page = head(state, text(standing, "as_of"));
        for happened in &self.0 {
            match happened {
                Happened::Event(event, step) => page.push_str(&told(event, step.as_ref())),
                Happened::Clock(tick) => page.push_str(&tick.line),
            }
        }
        page.push_str(&gaps(standing));
        page
    }

    fn to_json(&self, standing: &Json) -> Json {
        let told = self.0.iter().map(|happened| match happened {
            Happened::Event(event, step) => Json::Object(
                Object::new()
                    .with("event", event.to_json())
                    .with_some("step", step.as_ref().map(|step| step.to.as_str())),
            ),
            Happened::Clock(tick) => Json::Object(tick.json.clone()),
        });
        let part = |key: &str| standing.get(key).cloned().unwrap_or(Json::object([]));
        Json::object([
            ("as_of", part("as_of")),
            ("complaint", part("complaint")),
            ("findings", part("findings")),
            ("timeline", Json::list(told)),
        ])
    }
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
fn ticks_of(engine: &Engine, deadline: &Json) -> Vec<Tick> {
    let what = what(engine, deadline);
    let (rule, due) = (rule(deadline), due(engine, deadline));
    let mut ticks = Vec::new();
    let mut tick = |at: &str, did: &str, said: String, more: &[(&'static str, &str)]| {
        if let Ok(instant) = Instant::parse(at) {
            let mut json = Object::new()
                .with("clock", text(deadline, "clock"))
                .with("duty", text(deadline, "duty"))
                .with("did", did)
                .with("at", at);
            let procedure = ("procedure", text(deadline, "procedure"));
            for (key, value) in more.iter().copied().chain([procedure]) {
                if !value.is_empty() {
                    json.set(key, value);
                }
            }
            ticks.push(Tick {
                at: instant.seconds(),
                by_itself: matches!(did, "missed" | "lapsed"),
                line: format!("    {said} [{rule}]\n"),
                json,
            });
        }
    };
    let first = match text(deadline, "first_due_before") {
        "" => text(deadline, "due_before"),
        first => first,
    };
    let until = match (text(deadline, "first_due_before"), due.as_str()) {
        ("", "") => "with no due date that can be worked out".to_owned(),
        ("", due) => format!("due {due}"),
        (first, _) => format!("due before {first}"),
    };
    tick(
        text(deadline, "started_at"),
        "begins",
        format!("+ {what} begins, {until}"),
        &[("due_before", first)],
    );
    for moved in items(deadline, "moves") {
        let [reason, at, from, to] = ["reason", "at", "from", "to"].map(|key| text(moved, key));
        let said = reason.replace('_', " ");
        tick(
            at,
            "moves",
            format!("~ {what} moves by {said}, due before {to}"),
            &[("reason", reason), ("from", from), ("due_before", to)],
        );
    }
    for refused in items(deadline, "refused") {
        let [reason, at, why] = ["reason", "at", "why"].map(|key| text(refused, key));
        let of = clock(engine, deadline).map(|(_, clock)| clock);
        let (said, why_not) = (reason.replace('_', " "), why_not(of, reason, why));
        let said = format!("~ {what} does not move by {said}: {why_not}");
        tick(at, "stays", said, &[("reason", reason), ("why", why)]);
    }
    let (ended, before) = (text(deadline, "ended_at"), text(deadline, "due_before"));
    let by = [("due_before", before)];
    match text(deadline, "state") {
        "met" => tick(ended, "met", format!("= {what} met, due {due}"), &by),
        "moot" => tick(ended, "moot", format!("= {what} no longer matters"), &by),
        "lapsed" => tick(
            before,
            "lapsed",
            format!("! {what} lapsed, was due {due}"),
            &by,
        ),
        "missed" => {
            let said = format!("! {what} missed, was due {due}");
            tick(before, "missed", said, &by);
            if is(deadline, "never_done") {
                let said = format!("= {what} never done, was due {due}");
                tick(ended, "never_done", said, &by);
            } else {
                let said = format!("= {what} done late, was due {due}");
                tick(ended, "done_late", said, &by);
            }
        }
        _ => {}
    }
    ticks
}
