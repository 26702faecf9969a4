//! A complaint that is kept open between calls, so that its log is read once.

use super::Call;
use super::complaint::{context_fields, id, refused, so_far, so_far_field};
use super::complaint_judged::Judged;
use super::status::known_at;
use crate::complaint::{Complaint, Event, event};
use crate::engine::Engine;
use crate::organisation::json as units;
use insurant_rules::document::{Document, Field, Json, Path, Shape};
use insurant_rules::{Code, Instant, Place, Problem, Problems};

/// What an event led to, in the words of the operation `complaint_apply`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ComplaintAnswer {
    /// It was taken: the step, and where the complaint stands.
    Taken(Json),
    /// It was refused, and the complaint is as it was.
    Refused(Json),
}

/// A complaint with what it is judged by.
///
/// Each of its methods says what the operation of the same name says: `complaint_apply`,
/// `complaint_allowed`, `complaint_deadlines`, `complaint_timeline`.
///
/// # Example
/// ```
/// use insurant::operation::{ComplaintAnswer, OpenComplaint};
///
/// let engine = insurant::Engine::builtin()?;
/// let received = r#"{"kind": "received", "id": "1", "trigger": "complaint",
///     "occurred_at": "2025-06-02T10:00:00+08:00", "recorded_at": "2025-06-02T10:00:00+08:00",
///     "firm_kind": "insurer", "complainant_kind": "individual", "channel": "phone",
///     "actor": {"person_id": "E1", "role": "collector", "unit_id": "JX"}}"#;
/// let input = format!(
///     r#"{{"complaint": {{"complaint_id": "C-1"}}, "event": {received}, "procedures": ["cn-2020-3"],
///         "units": [{{"id": "JX", "name": "Jiangxi", "level": "head_office"}}]}}"#
/// );
/// let (open, answer) = OpenComplaint::open(&engine, &input)?;
/// assert!(open.is_some(), "{answer:?}");
/// # Ok::<(), insurant::Problems>(())
/// ```
pub struct OpenComplaint<'e> {
    judged: Judged<'e>,
    complaint: Complaint,
}

impl<'e> OpenComplaint<'e> {
    /// Opens a complaint by the input of `complaint_apply`. Where that has events, its `event` may be
    /// left out, and there is no answer; without units nobody is entitled to anything, but deadlines
    /// are told as they are by `complaint_deadlines`.
    ///
    /// # Errors
    /// Everything that is wrong with the input. A refusal is an answer, without a complaint.
    pub fn open(
        engine: &'e Engine,
        json: &str,
    ) -> Result<(Option<Self>, Option<ComplaintAnswer>), Problems> {
        let document = Document::parse_json("", json)?;
        check(&opening(), &document)?;
        let call = Call::new(engine, &document);
        let complaint = so_far(&call)?;
        let event = call.input().get("event").and_then(Event::read);
        let log = match (&complaint, &event) {
            (Some(complaint), _) => complaint.events(),
            (None, Some(event)) => std::slice::from_ref(event),
            (None, None) => return Err(nothing().into()),
        };
        let judged = Judged::read(engine, &call, log)?;
        let Some(event) = event else {
            let open = complaint.map(|complaint| Self { judged, complaint });
            return Ok((open, None));
        };
        Ok(match judged.tried(id(call.input()), complaint, event) {
            Ok((complaint, answer)) => (
                Some(Self { judged, complaint }),
                Some(ComplaintAnswer::Taken(answer)),
            ),
            Err(refusal) => (None, Some(ComplaintAnswer::Refused(refused(&refusal)))),
        })
    }

    /// One more event, which is the `event` of `complaint_apply`.
    ///
    /// # Errors
    /// Everything that is wrong with the event as such.
    pub fn apply(&mut self, json: &str) -> Result<ComplaintAnswer, Problems> {
        let document = Document::parse_json("", json)?;
        check(&event::EVENT, &document)?;
        let Some(event) = Event::read(document.root()) else {
            return Err(unread("an event"));
        };
        // Tried on a copy: a failure inside leaves the complaint as it was.
        let complaint = Some(self.complaint.clone());
        let id = self.complaint.id().to_owned();
        Ok(match self.judged.tried(&id, complaint, event) {
            Ok((complaint, answer)) => {
                self.complaint = complaint;
                ComplaintAnswer::Taken(answer)
            }
            Err(refusal) => ComplaintAnswer::Refused(refused(&refusal)),
        })
    }

    /// What somebody may do now; the input is the `actor` of `complaint_allowed`.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn allowed(&self, json: &str) -> Result<Json, Problems> {
        let document = Document::parse_json("", json)?;
        check(&units::ACTOR, &document)?;
        let actor = units::actor(document.root());
        Ok(self.judged.allowed(&self.complaint, actor.as_ref()))
    }

    /// What is due; `as_of` is that of `complaint_deadlines`.
    ///
    /// # Errors
    /// `as_of` is no instant, or the complaint was opened without procedures.
    pub fn deadlines(&self, as_of: &str) -> Result<Json, Problems> {
        Ok(self.judged.deadlines(&self.complaint, instant(as_of)?)?)
    }

    /// What happened, in order; `as_of` is that of `complaint_timeline`.
    ///
    /// # Errors
    /// `as_of` is no instant, nothing was known then, or the complaint was opened without procedures.
    pub fn timeline(&self, as_of: &str) -> Result<Json, Problems> {
        let as_of = instant(as_of)?;
        let place = Place {
            path: "as_of".to_owned(),
            ..Place::default()
        };
        let complaint = known_at(&self.complaint, as_of).map_err(|problem| problem.at(place))?;
        Ok(self.judged.timeline(&complaint, as_of)?)
    }

    /// What opens a complaint: the input of `complaint_apply`, with the `event` left to choice.
    #[must_use]
    pub fn opening() -> Shape {
        opening()
    }

    /// The log of a complaint, as the operations take one.
    #[must_use]
    pub fn log_shape() -> Shape {
        event::LOG.clone()
    }

    /// The complaint.
    #[must_use]
    pub const fn complaint(&self) -> &Complaint {
        &self.complaint
    }
}

/// What opens a complaint.
fn opening() -> Shape {
    let fields = [
        so_far_field(),
        Field::optional("event", event::EVENT.clone(), "The event."),
        units::optional_units_field(),
    ];
    let fields = fields.into_iter().chain(context_fields());
    Shape::object(
        "ComplaintOpening",
        "A complaint, with what it is judged by.",
        fields,
    )
}

fn check(shape: &Shape, document: &Document) -> Result<(), Problems> {
    let mut problems = Problems::new();
    shape.check(document, document.root(), &Path::ROOT, &mut problems);
    problems.or(())
}

/// The asking time.
fn instant(as_of: &str) -> Result<Instant, Problem> {
    Instant::parse(as_of).map_err(|error| {
        Problem::new(
            insurant_rules::code::BAD_INSTANT,
            format!("`as_of` is no instant: {error}"),
        )
        .found(as_of)
        .expected("an instant with its offset, such as `2025-06-10T09:00:00+08:00`")
    })
}

fn nothing() -> Problem {
    const MISSING: Code = insurant_rules::code::MISSING_FIELD;
    Problem::new(
        MISSING,
        "nothing has happened yet: there are no events and no `event`",
    )
    .expected("the event that opens the complaint as `event`, or its log as `complaint.events`")
}

/// What passed its shape is read; a host sees this only if the two disagree.
fn unread(what: &str) -> Problems {
    Problem::new(
        insurant_rules::code::TYPE_CLASH,
        format!("this is not {what}"),
    )
    .into()
}
