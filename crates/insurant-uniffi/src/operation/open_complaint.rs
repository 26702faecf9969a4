//! A complaint that is kept open, so that its log is read once.

use super::asked::{placed, record, text};
use super::rooms::{
    Actor, Complaint, ComplaintAllowedOutput, ComplaintApplyOutput, ComplaintDeadlines,
    ComplaintEvent, ComplaintLog, ComplaintOpening, ComplaintTimeline,
};
use crate::Engine;
use crate::document::bounded;
use crate::error::InsurantError;
use crate::native::Moment;
use insurant::operation::{ComplaintAnswer, OpenComplaint as Core};
use insurant::{Problem, Problems};
use insurant_rules::Code;
use insurant_rules::document::{Document, Json, Node, Path};
use self_cell::self_cell;
use std::sync::{Arc, Mutex, PoisonError};

self_cell!(
    struct Opened {
        owner: Arc<Engine>,
        #[covariant]
        dependent: Core,
    }
);

/// A complaint that is kept open between events. Any number of threads may use it: one at a time is
/// served.
#[derive(uniffi::Object)]
pub struct OpenComplaint(Mutex<Opened>);

/// What an event led to.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct ComplaintApplied {
    /// Whether it was taken. A refusal leaves the complaint as it was.
    pub taken: bool,
    /// The step that was taken and where the complaint stands, or why it was refused.
    pub answer: ComplaintApplyOutput,
}

#[uniffi::export]
impl Engine {
    /// Opens a complaint: by the event that starts it, or by its log so far. An opening event that is
    /// refused is an error, which says why.
    pub fn open_complaint(
        self: Arc<Self>,
        opening: ComplaintOpening,
    ) -> Result<Arc<OpenComplaint>, InsurantError> {
        let input = text(opening)?;
        let mut refused = None;
        let opened = Opened::try_new(self, |engine| {
            let (open, answer) = Core::open(engine.core(), &input).map_err(placed)?;
            if let Some(ComplaintAnswer::Refused(answer)) = answer {
                refused = Some(answer);
            }
            open.ok_or_else(Problems::new)
        });
        match (opened, refused) {
            (Ok(opened), None) => Ok(Arc::new(OpenComplaint(Mutex::new(opened)))),
            (_, Some(answer)) => Err(refusal(&answer).into()),
            (Err(problems), None) => Err(problems.into()),
        }
    }

    /// A log as it was saved by `log_json`, or as the operations take one in JSON.
    pub fn complaint_log_from_json(&self, json: String) -> Result<ComplaintLog, InsurantError> {
        bounded("", &json)?;
        let document = Document::parse_json("", &json)?;
        let mut problems = Problems::new();
        Core::log_shape().check(&document, document.root(), &Path::ROOT, &mut problems);
        problems.or(())?;
        record(Node::to_json(document.root()).as_ref())
    }
}

#[uniffi::export]
impl OpenComplaint {
    /// One more event. A refusal is an answer, and the complaint is as it was.
    pub fn apply(&self, event: ComplaintEvent) -> Result<ComplaintApplied, InsurantError> {
        let event = text(event)?;
        let answer = self.with(|open| open.apply(&event)).map_err(placed)?;
        let (taken, json) = match &answer {
            ComplaintAnswer::Taken(json) => (true, json),
            ComplaintAnswer::Refused(json) => (false, json),
        };
        let answer = record(Some(json))?;
        Ok(ComplaintApplied { taken, answer })
    }

    /// What somebody may do now.
    pub fn allowed(&self, actor: Actor) -> Result<ComplaintAllowedOutput, InsurantError> {
        let actor = text(actor)?;
        let answer = self.with(|open| open.allowed(&actor)).map_err(placed)?;
        record(Some(&answer))
    }

    /// What is due, asked at an instant; of a complaint that was opened with procedures.
    pub fn deadlines(&self, as_of: Moment) -> Result<ComplaintDeadlines, InsurantError> {
        let answer = self.with(|open| open.deadlines(&as_of.0)).map_err(placed)?;
        record(Some(&answer))
    }

    /// What happened until an instant, in order; of a complaint that was opened with procedures.
    pub fn timeline(&self, as_of: Moment) -> Result<ComplaintTimeline, InsurantError> {
        let answer = self.with(|open| open.timeline(&as_of.0)).map_err(placed)?;
        record(Some(&answer))
    }

    /// Where it stands.
    pub fn complaint(&self) -> Result<Complaint, InsurantError> {
        record(Some(&self.with(|open| open.complaint().to_json())))
    }

    /// Its log so far.
    pub fn log(&self) -> Result<ComplaintLog, InsurantError> {
        record(Some(&self.with(|open| open.complaint().log_json())))
    }

    /// Its log so far as canonical JSON, to be saved.
    pub fn log_json(&self) -> Result<String, InsurantError> {
        Ok(self.with(|open| open.complaint().log_json().to_canonical_string()))
    }
}

/// Why an opening event was refused.
fn refusal(answer: &Json) -> Problem {
    const REFUSED: Code = Code::new("event_refused");
    let refusal = answer.get("refusal");
    let part = |name| refusal.and_then(|refusal| refusal.get(name));
    let why = part("why").and_then(Json::text).unwrap_or("no reason");
    let missing = part("missing").map_or(&[][..], Json::items).iter();
    let missing: Vec<&str> = missing.filter_map(Json::text).collect();
    let problem = Problem::new(REFUSED, format!("the event is refused: {why}"));
    if missing.is_empty() {
        return problem.remedy("`complaint_allowed` says who may do what");
    }
    problem.remedy(format!("first there must be: {}", missing.join(", ")))
}

impl OpenComplaint {
    /// Nothing is left half-done in a complaint whose thread died: events are tried on a copy.
    fn with<T>(&self, work: impl FnOnce(&mut Core<'_>) -> T) -> T {
        let mut opened = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        opened.with_dependent_mut(|_, open| work(open))
    }
}
