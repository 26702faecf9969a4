//! An event in the life of a certification.

use super::{CertificationEvent, Details};
use crate::date::Date;
use crate::organisation::{Actor, json as units};
use insurant_rules::Instant;
use insurant_rules::document::{Field, Json, Node, Object, Shape};
use std::sync::LazyLock;

/// Something that happened, as it was recorded. A manager's file is a list of these.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// The host's id; the same id twice is the same event, and refused.
    pub id: String,
    /// The certification that it belongs to.
    pub certification_id: String,
    /// When it happened. Its local day is the day from which it counts.
    pub occurred_at: Instant,
    /// When it was written down. A log is in this order.
    pub recorded_at: Instant,
    /// Who did it.
    pub actor: Actor,
    /// What it was.
    pub details: Details,
}

impl Event {
    /// An event that was written down as it happened.
    #[must_use]
    pub fn new(
        id: impl Into<String>,
        certification_id: impl Into<String>,
        at: Instant,
        actor: Actor,
        details: impl Into<Details>,
    ) -> Self {
        Self {
            id: id.into(),
            certification_id: certification_id.into(),
            occurred_at: at,
            recorded_at: at,
            actor,
            details: details.into(),
        }
    }

    /// The same, written down later.
    #[must_use]
    pub fn recorded(self, recorded_at: Instant) -> Self {
        Self {
            recorded_at,
            ..self
        }
    }

    /// Its kind.
    #[must_use]
    pub const fn kind(&self) -> CertificationEvent {
        self.details.kind()
    }

    /// The day from which it counts: the local day on which it happened.
    #[must_use]
    pub fn day(&self) -> Date {
        self.occurred_at.date()
    }

    /// The event in canonical form.
    #[must_use]
    pub fn to_json(&self) -> Json {
        let common = Object::new()
            .with("kind", self.kind().as_str())
            .with("id", self.id.as_str())
            .with("certification_id", self.certification_id.as_str())
            .with("occurred_at", self.occurred_at.to_string())
            .with("recorded_at", self.recorded_at.to_string())
            .with("actor", self.actor.to_json());
        Json::Object(self.details.write(common))
    }

    /// An event of a node that has passed its shape.
    pub(crate) fn read(node: &Node) -> Option<Self> {
        let kind = node.text_at("kind").and_then(CertificationEvent::parse)?;
        Some(Self {
            id: node.text_at("id")?.to_owned(),
            certification_id: node.text_at("certification_id")?.to_owned(),
            occurred_at: node.instant_at("occurred_at")?,
            recorded_at: node.instant_at("recorded_at")?,
            actor: units::actor(node.get("actor")?)?,
            details: Details::read(kind, node)?,
        })
    }
}

/// An event in JSON: `kind` says which, and its details stand beside its times and its actor.
pub(crate) static EVENT: LazyLock<Shape> = LazyLock::new(|| {
    let variant = |kind: &CertificationEvent| {
        let mut fields = vec![
            Field::required("id", Shape::id(), "The host's id of the event."),
            Field::required(
                "certification_id",
                Shape::id(),
                "The certification that it belongs to.",
            ),
            Field::required(
                "occurred_at",
                Shape::Instant,
                "When it happened; its local day is the day from which it counts.",
            ),
            Field::required("recorded_at", Shape::Instant, "When it was written down."),
            Field::required("actor", units::ACTOR.clone(), "Who did it."),
        ];
        fields.extend(Details::fields(*kind));
        let doc = "An event in the life of a certification.";
        (
            kind.as_str(),
            Shape::object(Details::name(*kind), doc, fields),
        )
    };
    Shape::tagged(
        "kind",
        "What happened.",
        CertificationEvent::ALL.iter().map(variant),
    )
});
