//! Events of a log that whoever did them was not entitled to: the file stands, and this is said of it.

use super::entitled::ENTITLED;
use super::terms::By;
use super::{
    Certification, CertificationEvent, CertificationRefusal, CertificationTerms, Context, Details,
    Entitled, ManagerFile,
};
use crate::date::Date;
use crate::machine::Why;
use crate::organisation::{Actor, Organisation, json as units};
use insurant_rules::document::{Field, Json, Object, Shape};
use std::sync::LazyLock;

/// An event that happened although the terms and the organisation do not allow it. A log is taken
/// as it is, since units and terms change; what would be refused today is found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CertificationFinding {
    /// The manager.
    pub manager_id: String,
    /// Who did it.
    pub actor: Actor,
    /// Why it would have been refused.
    pub refused: CertificationRefusal,
    /// Who would have been entitled; nothing where nobody was, such as to a grade too far.
    pub entitled: Option<Entitled>,
}

impl ManagerFile {
    /// Each event up to a day that the terms of its own day and the organisation do not allow, in
    /// the order of the log.
    ///
    /// # Example
    /// ```
    /// use insurant::manager::certification::{CertificationTerms, ManagerFile};
    /// use insurant::organisation::{OrgLevel, Organisation, Unit};
    /// use insurant::Date;
    /// use insurant_rules::document::Document;
    ///
    /// let organisation = Organisation::new(vec![
    ///     Unit::new("JX", "Jiaxing", OrgLevel::City),
    ///     Unit::new("JX1", "Jiaxing, first desk", OrgLevel::FrontLine).under("JX"),
    /// ])?;
    /// // Nobody begins as `senior`.
    /// let file = r#"{"manager_id": "M1", "posts": [{"unit_id": "JX1", "from": "2024-03-01"}],
    ///     "events": [{"kind": "proposed", "id": "1", "certification_id": "2025", "grade": "senior",
    ///         "reason": "a good year", "occurred_at": "2025-01-06T10:00:00+08:00",
    ///         "recorded_at": "2025-01-06T10:00:00+08:00",
    ///         "actor": {"person_id": "L1", "role": "leader", "unit_id": "JX"}}]}"#;
    /// let file = ManagerFile::read(&Document::parse_json("M1.json", file)?)?;
    /// let terms = CertificationTerms::example();
    /// let found = file.findings(Date::parse("2025-12-31")?, &organisation, |_| terms.clone());
    /// assert_eq!(found[0].refused.refusal.why.codes(), ["within_steps"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn findings(
        &self,
        as_of: Date,
        organisation: &Organisation,
        mut terms_on: impl FnMut(Date) -> CertificationTerms,
    ) -> Vec<CertificationFinding> {
        let mut file = Self::new(self.manager_id.clone(), self.posts.clone());
        let mut findings = Vec::new();
        for event in &self.log {
            if event.day() <= as_of {
                let terms = terms_on(event.day());
                let terms = &terms;
                let context = Context {
                    terms,
                    organisation,
                };
                findings.extend(file.found(event, context));
            }
            // The beginning of a log that was accepted is accepted.
            if file.advance(event.clone(), By::default()).is_err() {
                break;
            }
        }
        findings
    }

    fn found(&self, event: &super::Event, context: Context<'_>) -> Option<CertificationFinding> {
        let refused = *self.row(event, context.into()).err()?;
        let known = self.certification(&event.certification_id);
        let grade = match &event.details {
            Details::Proposed(proposed) => Some(proposed.grade),
            _ => known.map(Certification::grade),
        };
        let mut allowed = refused.refusal.allowed.iter();
        let row = allowed.find(|allowed| allowed.event == event.kind());
        let whom = match &refused.refusal.why {
            Why::Guards(broken) => broken.iter().any(|guard| guard.is_of_actor()),
            Why::NotByRole(_) | Why::NotInState | Why::NoCase => true,
        };
        let entitled = row.zip(grade).filter(|_| whom).map(|(row, grade)| {
            let grades = (self.last_grade(), grade);
            self.entitled(event.kind(), row.roles, grades, event.day(), context)
        });
        Some(CertificationFinding {
            manager_id: self.manager_id.clone(),
            actor: event.actor.clone(),
            refused,
            entitled,
        })
    }
}

impl CertificationFinding {
    /// The finding in canonical form.
    #[must_use]
    pub fn to_json(&self) -> Json {
        let refusal = &self.refused.refusal;
        let entitled = self.entitled.as_ref().map(Entitled::to_json);
        Object::new()
            .with("manager_id", self.manager_id.as_str())
            .with("certification_id", self.refused.certification_id.as_str())
            .with("event_id", self.refused.event_id.as_str())
            .with("event", refusal.event.as_str())
            .with("actor", self.actor.to_json())
            .with("codes", Json::list(refusal.why.codes()))
            .with("why", refusal.to_string())
            .with_some("entitled", entitled)
            .into()
    }
}

/// A finding in JSON.
pub(crate) static FINDING: LazyLock<Shape> = LazyLock::new(|| {
    Shape::object(
        "CertificationFinding",
        "An event that whoever did it was not entitled to, by the terms of its day and the organisation.",
        [
            Field::required("manager_id", Shape::id(), "The manager."),
            Field::required("certification_id", Shape::id(), "The certification."),
            Field::required("event_id", Shape::prose(), "The event."),
            Field::required(
                "event",
                Shape::one_of(CertificationEvent::WORDS.iter().copied()),
                "Its kind.",
            ),
            Field::required("actor", units::ACTOR.clone(), "Who did it."),
            Field::required(
                "codes",
                Shape::list(Shape::name()),
                "What did not hold, as stable codes.",
            ),
            Field::required("why", Shape::prose(), "The same in words."),
            Field::optional(
                "entitled",
                ENTITLED.clone(),
                "Who would have been entitled; left out where that is not what was wrong.",
            ),
        ],
    )
});
