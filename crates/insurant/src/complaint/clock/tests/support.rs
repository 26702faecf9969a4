//! Small procedures and logs.

use crate::Engine;
use crate::complaint::clock::{Deadline, Moment};
use crate::complaint::procedure::{Applied, Procedures};
use crate::complaint::{
    ComplainantKind, ComplaintEvent as Event, ComplaintFacts, FirmKind, Trigger,
};
use insurant_rules::Instant;
use insurant_rules::document::Document;

pub(super) fn at(text: &str) -> i64 {
    let text = if text.len() == 16 {
        format!("{text}:00+08:00")
    } else {
        text.to_owned()
    };
    Instant::parse(&text).unwrap().seconds()
}

pub(super) fn event(kind: Event, text: &str) -> Moment<'static> {
    Moment::new(kind, at(text))
}

pub(super) fn facts() -> ComplaintFacts {
    ComplaintFacts {
        firm_kind: Some(FirmKind::Insurer),
        complainant_kind: Some(ComplainantKind::Individual),
        trigger: Some(Trigger::Complaint),
        ..ComplaintFacts::default()
    }
}

/// A procedure called `house` with one clock called `it`, on received, until handled.
pub(super) fn house(fields: &str) -> String {
    format!(
        r#"
id = "house"
version = "1"
language = 1
currency = "CNY"
effective.from = 2000-01-01
[complaints]
time_zone = "Asia/Shanghai"
calendar = "cn"
[[complaints.clocks]]
id = "it"
duty = "decide"
starts = ["received"]
stops = ["handled"]
restarts = ["new_facts"]
pauses = ["appraisal"]
status = "unverified"
{fields}
"#
    )
}

pub(super) fn engine(procedure: &str, calendars: &[&str]) -> Engine {
    let document = |text: &&str| Document::parse("test.toml", text).unwrap();
    Engine::builder()
        .rulebooks([document(&procedure)])
        .calendars(calendars.iter().map(document))
        .build()
        .unwrap_or_else(|problems| panic!("{problems}"))
}

pub(super) fn apply<'p>(procedures: &'p Procedures, names: &[&str]) -> Applied<'p> {
    procedures
        .apply(names, &facts())
        .unwrap_or_else(|problems| panic!("{problems}"))
}

/// The one clock of [`house`].
pub(super) fn ask(fields: &str, log: &[Moment<'_>], as_of: &str) -> Answer {
    ask_with(fields, &[], log, as_of)
}

pub(super) fn ask_with(
    fields: &str,
    calendars: &[&str],
    log: &[Moment<'_>],
    as_of: &str,
) -> Answer {
    let engine = engine(&house(fields), calendars);
    let applied = apply(engine.procedures(), &["house"]);
    let deadlines = applied.deadlines_of(log, at(as_of));
    Answer::of(&deadlines[0])
}

/// What tests look at.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Answer {
    pub(super) due_on: Option<String>,
    pub(super) state: &'static str,
    pub(super) due: Option<i64>,
    pub(super) problem: Option<&'static str>,
    pub(super) refused: Vec<&'static str>,
}

impl Answer {
    pub(super) fn of(deadline: &Deadline<'_>) -> Self {
        Self {
            due_on: deadline.due_day.map(|day| day.to_string()),
            state: deadline.state.as_str(),
            due: deadline.due,
            problem: deadline.problem.as_ref().map(|p| p.code().as_str()),
            refused: deadline.refused.iter().map(|r| r.why.as_str()).collect(),
        }
    }

    pub(super) fn is(&self, due_on: &str, state: &str) {
        assert_eq!(
            (self.due_on.as_deref(), self.state),
            (Some(due_on), state),
            "{self:?}"
        );
    }
}
