//! The support desk (B-33): importance gives the time limit, content the degree of help.

use super::rules::{AgentRules, Help};
use crate::closed::closed;
use crate::code;
use crate::date::Date;
use crate::kpi::amount::at;
use insurant_rules::problem::nearest;
use insurant_rules::{Problem, Problems};

closed! {
    /// How a request stands.
    RequestState {
        /// Done in time.
        Done = "done",
        /// Done after its last day.
        DoneLate = "done_late",
        /// To be done after the day.
        Open = "open",
        /// To be done on the day.
        Due = "due",
        /// It should have been done before the day.
        Overdue = "overdue",
    }
}

/// What an agent asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// The host's id.
    pub request_id: String,
    /// How important it is, of the rulebook's list.
    pub importance: String,
    /// What it is about, of the rulebook's list.
    pub content: String,
    /// When it came.
    pub received_on: Date,
    /// When it was done.
    pub done_on: Option<Date>,
}

/// A request with its last day and its degree of help.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Support {
    /// The request.
    pub request: Request,
    /// The last day on which it is done in time.
    pub due_on: Date,
    /// How far the help goes.
    pub help: Help,
    /// How it stands.
    pub state: RequestState,
}

impl AgentRules {
    /// How a request stands on a day. What is done on the day or later is not done yet.
    ///
    /// # Errors
    /// An importance or content that the rulebook does not have, a request done before it came, a
    /// last day that the calendar does not cover; the path is the field.
    pub fn support(&self, request: &Request, as_of: Date) -> Result<Support, Problems> {
        let mut problems = Problems::new();
        let importance = self.limits.iter().map(|limit| limit.id.as_str());
        let content = self.contents.iter().map(|(id, _)| id.as_str());
        let mut limits = self.limits.iter();
        let limit = limits.find(|limit| limit.id == request.importance);
        if limit.is_none() {
            problems.push(unknown("importance", &request.importance, importance));
        }
        let mut contents = self.contents.iter();
        let help = contents.find(|(id, _)| *id == request.content);
        if help.is_none() {
            problems.push(unknown("content", &request.content, content));
        }
        let received = request.received_on;
        if let Some(done) = request.done_on.filter(|done| *done < received) {
            let problem = Problem::new(code::OUT_OF_ORDER, "it was done before it came")
                .found(done.to_string())
                .expected(format!("{received} or later"));
            problems.push(at(problem, "done_on"));
        }
        let due_on = limit.and_then(|limit| {
            let due = match &limit.calendar {
                Some(calendar) => calendar.add_working_days(received, limit.count),
                None => Ok(received.add_days(i32::try_from(limit.count).unwrap_or(i32::MAX))),
            };
            due.map_err(|problem| problems.push(at(problem, "received_on")))
                .ok()
        });
        problems.or(())?;
        let (Some(due_on), Some((_, help))) = (due_on, help) else {
            return Err(Problems::new());
        };
        let state = match request.done_on.filter(|done| *done < as_of) {
            Some(done) if done <= due_on => RequestState::Done,
            Some(_) => RequestState::DoneLate,
            None if due_on < as_of => RequestState::Overdue,
            None if due_on == as_of => RequestState::Due,
            None => RequestState::Open,
        };
        Ok(Support {
            request: request.clone(),
            due_on,
            help: *help,
            state,
        })
    }
}

/// A word that the rulebook's list does not have.
pub(super) fn unknown<'a>(
    field: &str,
    word: &str,
    known: impl Iterator<Item = &'a str> + Clone,
) -> Problem {
    let message = format!("the rulebook has no {field} `{word}`");
    let problem = Problem::new(insurant_rules::code::UNKNOWN_ID, message)
        .expected(known.clone().collect::<Vec<_>>().join(", "))
        .nearest(nearest(word, known));
    at(problem, field)
}
