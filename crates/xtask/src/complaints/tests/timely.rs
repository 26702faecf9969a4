//! Answers to the complaints of the bureau, through a clock of 15 calendar days from the day on which
//! the company got the complaint.
//!
//! The day of the answer is not published. The last day is the clock's own and is checked
//! against the sending day of the row; the answer is taken from the mapping, which has it on the
//! last day when the bureau calls it timely, and on the day after when not. That 3,093 are timely
//! and 93 not is thus the bureau's word, which the clock neither loses nor adds to.

use super::{Set, mapped};
use crate::complaints::lines::american;
use crate::portfolio::tables::Published;
use insurant::complaint::clock::DeadlineState;
use insurant::complaint::{Complaint, ComplaintFacts, ComplaintOutcome, Event, details};
use insurant::organisation::{Actor, Role};
use insurant::{Date, Engine, Instant};
use insurant_rules::document::{Document, Json};
use std::path::Path;

const FIFTEEN_DAYS: &str = r#"
id = "cfpb-answer"
version = "1"
language = 1
currency = "USD"
effective.from = 2000-01-01

[complaints]
status = "unverified"
source = "README of the data set"
time_zone = "America/New_York"
calendar = "us"

[[complaints.clocks]]
id = "answer"
duty = "inform"
starts = ["received"]
stops = ["fed_back"]
unit = "calendar_day"
count = 15
status = "unverified"
source = "README of the data set: a response within 15 calendar days of the sending date"
"#;

/// A complaint that a company got on a day and answered on another, at noon in New York or an
/// hour later.
fn complaint(id: &str, sent: Date, answered: Date) -> Complaint {
    let at = |day: Date| Instant::from_local(day, 43_200, -300).unwrap();
    let by = |role| Actor::new("desk", role, "desk");
    let handled = details::Handled {
        outcome: ComplaintOutcome::Settled,
        findings: None,
        redress: None,
    };
    let received = Box::new(details::Received::default());
    let told = details::FedBack { means: None };
    let registered = details::Registered {
        register_id: None,
        cause: None,
    };
    let events = [
        Event::new("1", at(sent), by(Role::Operator), received.into()),
        Event::new("2", at(sent), by(Role::Operator), registered.into()),
        Event::new("3", at(answered), by(Role::Leader), handled.into()),
        Event::new("4", at(answered), by(Role::Operator), told.into()),
    ];
    Complaint::replay(id, events).unwrap()
}

#[test]
fn cfpb_is_timely_by_a_clock_of_fifteen_days() {
    let Some(mapped) = mapped(Set::Cfpb) else {
        return;
    };
    let rulebook = Document::parse_toml("cfpb-answer.toml", FIFTEEN_DAYS).unwrap();
    let engine = Engine::builder().rulebooks([rulebook]).build().unwrap();
    let facts = ComplaintFacts::default();
    let law = engine.procedures().apply(&["cfpb-answer"], &facts).unwrap();
    let data = std::env::var_os("INSURANT_DATA").unwrap();
    let file = Path::new(&data).join("complaints_cfpb/consumer_complaints.csv");
    let table = Published::read(&file).unwrap();
    let [mut timely, mut late] = [0, 0];
    for ((number, row), case) in table.rows().zip(&mapped.cases) {
        let answered = case.get("decided_on").and_then(Json::text).unwrap();
        let answered = Date::parse(answered).unwrap();
        let sent = american(row.get("Date sent to company").unwrap()).unwrap();
        let complaint = complaint(&number.to_string(), sent, answered);
        let events = complaint.events();
        let deadlines = law.deadlines(events, None, events.last().unwrap().recorded_at);
        let [deadline] = deadlines.as_slice() else {
            panic!("row {number}: {deadlines:?}");
        };
        let last = Date::from_days(sent.days() + 15).unwrap();
        assert_eq!(deadline.due_day, Some(last), "row {number}");
        let published = match row.get("Timely response?").unwrap() {
            "Yes" => DeadlineState::Met,
            _ => DeadlineState::Missed,
        };
        assert_eq!(deadline.state, published, "row {number}");
        timely += usize::from(deadline.state == DeadlineState::Met);
        late += usize::from(deadline.state == DeadlineState::Missed);
    }
    assert_eq!([timely, late], [3093, 93]);
}
