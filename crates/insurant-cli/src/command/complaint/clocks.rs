//! Deadlines for people: what is due, how it stands, by which rule.

use super::standing::clock;
use crate::command::text::Table;
use crate::command::words::{is, items, text};
use insurant::Engine;
use insurant::complaint::clock::{Clock, Timely, Unit};
use insurant_rules::document::Json;
use std::collections::BTreeMap;

/// The rules that were named, each with its limit and its source.
#[derive(Default)]
pub(super) struct Rules(BTreeMap<(String, String), String>);

impl Rules {
    fn add(&mut self, reference: &str, clock: &Clock) {
        let key = (reference.to_owned(), clock.id().to_owned());
        self.0.entry(key).or_insert_with(|| about(clock));
    }

    /// All of them, each once.
    pub(super) fn page(&self) -> String {
        let mut page = String::from("Rules\n");
        for ((reference, id), about) in &self.0 {
            page.push_str(&format!("  {reference} {id}: {about}\n"));
        }
        page
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// How much time a clock gives, whether that was seen in its source, and the source.
pub(super) fn about(clock: &Clock) -> String {
    let example = if clock.is_example() { ", example" } else { "" };
    let source = clock.source().unwrap_or("no source");
    let status = clock.status().as_str();
    format!("{} ({status}{example}). {source}", limit(clock))
}

/// `15 calendar days`.
pub(super) fn limit(clock: &Clock) -> String {
    let unit = clock.unit().as_str().replace('_', " ");
    match clock.count() {
        0 => format!("the same {unit}"),
        1 => format!("1 {unit}"),
        count => format!("{count} {unit}s"),
    }
}

/// What a deadline asks for: `decide`, `form registration`.
pub(super) fn what(engine: &Engine, deadline: &Json) -> String {
    let duty = text(deadline, "duty").replace('_', " ");
    let form = clock(engine, deadline).and_then(|(procedure, clock)| {
        let of_clock = |form: &&insurant::complaint::procedure::Form| {
            form.clock.as_deref() == Some(clock.id())
        };
        procedure.forms().iter().find(of_clock)
    });
    let outside = match text(deadline, "party") {
        "firm" | "" => String::new(),
        party => format!(" (of the {party})"),
    };
    match form {
        Some(form) => format!("{duty} {}{outside}", form.id),
        None => format!("{duty}{outside}"),
    }
}

/// The last day in time, or the instant for a clock that counts hours.
pub(super) fn due(engine: &Engine, deadline: &Json) -> String {
    let unit = clock(engine, deadline).map(|(_, clock)| clock.unit());
    let key = match unit {
        Some(Unit::Hour | Unit::WorkingHour) | None => "due_before",
        Some(_) => "due_on",
    };
    text(deadline, key).to_owned()
}

/// The rule of a deadline: `cn-2020-3@2020.1 decide-simple`.
pub(super) fn rule(deadline: &Json) -> String {
    match text(deadline, "procedure") {
        "" => "set from outside".to_owned(),
        reference => format!("{reference} {}", text(deadline, "clock")),
    }
}

/// A table of deadlines, and below it what moved them and what did not.
pub(super) fn page(engine: &Engine, deadlines: &[&Json], rules: &mut Rules) -> String {
    let head = ["  ", "what", "state", "due", ">days left", "rule"];
    let mut table = Table::new(&head);
    let mut notes = String::new();
    for deadline in deadlines {
        if let Some((procedure, clock)) = clock(engine, deadline) {
            rules.add(procedure.reference(), clock);
        }
        let governs = match (is(deadline, "governing"), is(deadline, "provisional")) {
            (true, false) => " *",
            (true, true) => " *?",
            (false, _) => "",
        };
        let days = deadline.get("days_left").map(Json::to_canonical_string);
        table.row([
            governs.to_owned(),
            what(engine, deadline),
            state(deadline),
            due(engine, deadline),
            days.unwrap_or_default(),
            rule(deadline),
        ]);
        for note in told(engine, deadline) {
            notes.push_str(&format!("      {}: {note}\n", rule(deadline)));
        }
    }
    format!("{table}{notes}")
}

fn state(deadline: &Json) -> String {
    let mut state = text(deadline, "state").to_owned();
    if text(deadline, "state") == "missed" {
        state.push_str(match deadline.get("ended_at") {
            Some(_) if is(deadline, "never_done") => ", never done",
            Some(_) => ", done late",
            None => ", overdue",
        });
    }
    if is(deadline, "warning") {
        state.push_str(", soon");
    }
    if is(deadline, "assumed") {
        state.push_str(", assumed");
    }
    state
}

/// What moved a deadline, what did not, and why it cannot be worked out.
fn told(engine: &Engine, deadline: &Json) -> Vec<String> {
    let mut notes = Vec::new();
    for moved in items(deadline, "moves") {
        let [reason, at, from, to] = ["reason", "at", "from", "to"].map(|key| text(moved, key));
        let reason = reason.replace('_', " ");
        notes.push(format!(
            "{reason} at {at}: due before {to}, no longer {from}"
        ));
    }
    for refused in items(deadline, "refused") {
        let [reason, at, why] = ["reason", "at", "why"].map(|key| text(refused, key));
        let said = reason.replace('_', " ");
        let why = why_not(clock(engine, deadline).map(|(_, clock)| clock), reason, why);
        notes.push(format!("{said} at {at} does not count: {why}"));
    }
    if let Some(problem) = deadline.get("problem") {
        let [code, message, expected, remedy] =
            ["code", "message", "expected", "remedy"].map(|key| text(problem, key));
        let mut note = format!("{message} [{code}]");
        for (said, more) in [("expected ", expected), ("", remedy)] {
            if !more.is_empty() {
                note.push_str(&format!("; {said}{more}"));
            }
        }
        notes.push(note);
    }
    if is(deadline, "provisional") {
        let note = "governs as far as can be said: another clock on this cannot be worked out";
        notes.push(note.to_owned());
    }
    notes
}

/// Why something does not move a clock, in words.
pub(super) fn why_not(clock: Option<&Clock>, reason: &str, why: &str) -> String {
    let asked = |clock: &Clock| {
        let timely = clock.extension().map(|extension| extension.timely);
        timely == Some(Timely::Asked)
    };
    let said = match (reason, why) {
        ("extension", "too_late") if clock.is_some_and(asked) => {
            "it was not asked for before the time was over"
        }
        ("extension", "too_late") => {
            "it was not granted before the time was over, whenever it was asked for"
        }
        (_, "too_late") => "it was entered when the time was over",
        (_, "too_often") => "it was granted as often as it may be",
        (_, "not_authorised") => "whoever granted it may not",
        (_, "own_request") => "whoever granted it had asked for it",
        (_, "no_notice") => "the complainant was not told before the time was over",
        (_, "no_date") => "it does not say until when",
        _ => return why.replace('_', " "),
    };
    said.to_owned()
}
