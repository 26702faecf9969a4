//! Where one complaint stands, as the operation `complaint_status` says it.

use super::judged::{AsOf, Judge};
use super::log::Line;
use crate::command::words::text;
use insurant::Engine;
use insurant::complaint::analysis::Case;
use insurant::complaint::clock::Clock;
use insurant::complaint::procedure::Procedure;
use insurant::complaint::{COMPLAINT, Complaint, Finding, FindingKind, FindingResult};
use insurant::machine::Allowed;
use insurant::organisation::Actor;
use insurant_rules::document::{Document, Json, Object};
use insurant_rules::{Instant, Problems};

/// A complaint at an asking time, and what it is judged by.
pub(super) struct Standing<'j> {
    judge: &'j Judge,
    /// As it was known then.
    pub(super) complaint: Complaint,
    pub(super) as_of: Instant,
}

impl<'j> Standing<'j> {
    /// The complaint of a line; `None` when nothing of it was known at the asking time. Without
    /// one, it is asked about when its last event was recorded.
    ///
    /// # Errors
    /// A procedure that is not for it, or an asking time that there is not.
    pub(super) fn of(
        judge: &'j Judge,
        line: &Line,
        as_of: Option<AsOf>,
    ) -> Result<Option<Self>, Problems> {
        let applied = judge.apply(line)?;
        let last = line.complaint.events().last();
        let last = last.map_or(line.complaint.received_at(), |event| event.recorded_at);
        let as_of = as_of.map_or(Ok(last), |as_of| as_of.instant(&applied))?;
        Ok(line.complaint.at(as_of).map(|complaint| Self {
            judge,
            complaint,
            as_of,
        }))
    }

    /// The complaint as an analysis counts it, in canonical form.
    ///
    /// # Errors
    /// A procedure that is not for it.
    pub(super) fn case(&self, line: &Line) -> Result<Json, Problems> {
        let applied = self.judge.apply(line)?;
        let (events, units) = (self.complaint.events(), self.judge.organisation());
        let deadlines = applied.deadlines(events, units, self.as_of);
        let gaps = applied.gaps(events, units, self.as_of, &deadlines);
        let no_clock = no_clock(&gaps);
        let case = Case {
            no_clock: no_clock.as_deref(),
            ..Case::of_log(&self.complaint, &deadlines)
        };
        Ok(case.to_json())
    }

    /// Everything in canonical form: what the operation answers, and the events that the step
    /// allows, with the roles. With an actor, what the actor may do.
    ///
    /// # Errors
    /// What the operation finds wrong.
    pub(super) fn json(&self, actor: Option<&Actor>) -> Result<Json, Problems> {
        let standing = self.asked("complaint_status", actor)?;
        let next = Allowed::to_json(&COMPLAINT.allowed(self.complaint.step()));
        Ok(Json::Object(standing.with("next", next)))
    }

    /// What happened, as the operation `complaint_timeline` says it.
    ///
    /// # Errors
    /// What the operation finds wrong.
    pub(super) fn timeline(&self) -> Result<Json, Problems> {
        self.asked("complaint_timeline", None).map(Json::Object)
    }

    fn asked(&self, operation: &str, actor: Option<&Actor>) -> Result<Object, Problems> {
        let names = self.judge.names.iter().map(String::as_str);
        let input = Object::new()
            .with("complaint", self.complaint.log_json())
            .with("procedures", Json::list(names))
            .with("as_of", self.as_of.to_string())
            .with_some("actor", actor.map(Actor::to_json))
            .with_some("facts", self.judge.facts().cloned())
            .with_some("units", self.judge.units().cloned());
        let input = Json::Object(input).to_canonical_string();
        let answer = self.judge.engine.call(operation, &input)?;
        Ok(match Document::parse_json("", &answer)?.root().to_json() {
            Some(Json::Object(answer)) => answer,
            _ => Object::new(),
        })
    }
}

/// The procedures that gave a complaint no clock, each once. A clock that is still to begin is none
/// that is missing.
fn no_clock(gaps: &[Finding]) -> Option<String> {
    let meant = gaps.iter().filter(|found| {
        matches!(found.kind, FindingKind::Procedure | FindingKind::Clock)
            && found.result != FindingResult::Open
    });
    let mut names: Vec<&str> = meant.map(|found| found.procedure.as_str()).collect();
    names.dedup();
    (!names.is_empty()).then(|| names.join(", "))
}

/// The clock of a deadline; none for a date that somebody set.
pub(super) fn clock<'e>(engine: &'e Engine, deadline: &Json) -> Option<(&'e Procedure, &'e Clock)> {
    let procedure = engine.procedures().get(text(deadline, "procedure")).ok()?;
    Some((procedure, procedure.clock(text(deadline, "clock"))?))
}
