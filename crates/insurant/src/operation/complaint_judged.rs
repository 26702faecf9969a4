//! What the events of a complaint are judged by, and what comes of one.

use super::Call;
use super::judged::{applied_of, facts, organisation};
use crate::complaint::clock::Deadline;
use crate::complaint::procedure::Applied;
use crate::complaint::{Complaint, ComplaintRefusal, Context, Event, Terms, json};
use crate::engine::Engine;
use crate::organisation::{Actor, Organisation};
use insurant_rules::document::{Json, Object};
use insurant_rules::{Instant, Problem, Problems};

/// What events are judged by, read from a call.
pub(super) struct Judged<'e> {
    organisation: Organisation,
    /// Whether the call gave units.
    has_units: bool,
    terms: Terms,
    applied: Option<Applied<'e>>,
}

impl<'e> Judged<'e> {
    /// For a complaint of which the first event is known. Terms that are given come before those
    /// of the procedures.
    pub(super) fn read(
        engine: &'e Engine,
        call: &Call<'_>,
        log: &[Event],
    ) -> Result<Self, Problems> {
        let input = call.input();
        let applied = match input.get("procedures") {
            Some(_) => Some(applied_of(engine, call, &facts(call, log))?),
            None => None,
        };
        let derived = applied.as_ref().zip(log.first());
        let derived = || derived.map(|(applied, first)| applied.terms(first.occurred_at));
        let terms = input.get("terms").map(json::terms).or_else(derived);
        Ok(Self {
            organisation: organisation(call)?.unwrap_or_default(),
            has_units: input.get("units").is_some(),
            terms: terms.unwrap_or_default(),
            applied,
        })
    }

    pub(super) const fn context(&self) -> Context<'_> {
        Context {
            terms: &self.terms,
            organisation: &self.organisation,
        }
    }

    /// What somebody may do now.
    pub(super) fn allowed(&self, complaint: &Complaint, actor: Option<&Actor>) -> Json {
        let allowed = actor.map_or_else(Vec::new, |actor| complaint.allowed(actor, self.context()));
        let allowed = Json::list(allowed.iter().map(|permitted| permitted.to_json()));
        Json::object([("allowed", allowed)])
    }

    /// One more event, or the first: the complaint after it, and what is said of it.
    pub(super) fn tried(
        &self,
        id: &str,
        complaint: Option<Complaint>,
        event: Event,
    ) -> Result<(Complaint, Json), ComplaintRefusal> {
        let context = self.context();
        let (complaint, step, deadlines) = match (complaint, &self.applied) {
            (None, None) => {
                let (complaint, step) = Complaint::open(id, event, context)?;
                (complaint, step, Vec::new())
            }
            (None, Some(applied)) => applied.open(id, event, context)?,
            (Some(mut complaint), None) => {
                let step = complaint.apply(event, context)?;
                (complaint, step, Vec::new())
            }
            (Some(mut complaint), Some(applied)) => {
                let (step, deadlines) = applied.advance(&mut complaint, event, context)?;
                (complaint, step, deadlines)
            }
        };
        let list = Json::list(deadlines.iter().map(|deadline| deadline.to_json()));
        let answer = Object::new()
            .with("step", step.to_json())
            .with("complaint", complaint.to_json())
            .with("forms", self.forms(&complaint, &deadlines))
            .with_some("deadlines", self.applied.is_some().then_some(list));
        Ok((complaint, Json::Object(answer)))
    }

    /// The forms that fell due, with their clocks where procedures are known.
    fn forms(&self, complaint: &Complaint, deadlines: &[Deadline<'_>]) -> Json {
        let forms = complaint.forms_by(&self.terms, deadlines);
        Json::list(forms.iter().map(|form| form.to_json()))
    }

    /// What is due.
    ///
    /// # Errors
    /// The call named no procedures.
    pub(super) fn deadlines(&self, complaint: &Complaint, as_of: Instant) -> Result<Json, Problem> {
        let (applied, units) = (self.applied()?, self.units());
        let log = complaint.events();
        Ok(super::deadlines::answer(applied, log, units, as_of))
    }

    /// What happened, of a complaint as it is known at the asking time.
    ///
    /// # Errors
    /// The call named no procedures.
    pub(super) fn timeline(&self, complaint: &Complaint, as_of: Instant) -> Result<Json, Problem> {
        let (applied, units) = (self.applied()?, self.units());
        Ok(super::timeline::answer(applied, complaint, units, as_of))
    }

    fn units(&self) -> Option<&Organisation> {
        self.has_units.then_some(&self.organisation)
    }

    fn applied(&self) -> Result<&Applied<'e>, Problem> {
        self.applied.as_ref().ok_or_else(|| {
            Problem::new(
                insurant_rules::code::MISSING_FIELD,
                "the complaint was opened without procedures",
            )
            .expected("the ids of procedures as `procedures`")
            .remedy("name them when the complaint is opened; `packs` lists those built in")
        })
    }
}
