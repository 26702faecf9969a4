//! An event in the life of a complaint.

use super::{ComplaintEvent, Details};
use crate::organisation::{Actor, json as units};
use insurant_rules::Instant;
use insurant_rules::document::{Field, Json, Node, Object, Shape};
use std::sync::LazyLock;

/// Something that happened, as it was recorded. The log of a complaint is a list of these.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// The host's id; the same id twice is the same event, and refused.
    pub id: String,
    /// When it happened. Clocks run from here, however late it was written down.
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
    pub fn new(id: impl Into<String>, at: Instant, actor: Actor, details: Details) -> Self {
        Self {
            id: id.into(),
            occurred_at: at,
            recorded_at: at,
            actor,
            details,
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
    pub const fn kind(&self) -> ComplaintEvent {
        self.details.kind()
    }

    /// The event in canonical form.
    #[must_use]
    pub fn to_json(&self) -> Json {
        let common = Object::new()
            .with("kind", self.kind().as_str())
            .with("id", self.id.as_str())
            .with("occurred_at", self.occurred_at.to_string())
            .with("recorded_at", self.recorded_at.to_string())
            .with("actor", self.actor.to_json());
        Json::Object(self.details.write(common))
    }

    /// An event of a node that has passed its shape.
    pub(crate) fn read(node: &Node) -> Option<Self> {
        let kind = node.text_at("kind").and_then(ComplaintEvent::parse)?;
        Some(Self {
            id: node.text_at("id")?.to_owned(),
            occurred_at: node.instant_at("occurred_at")?,
            recorded_at: node.instant_at("recorded_at")?,
            actor: units::actor(node.get("actor")?)?,
            details: Details::read(kind, node)?,
        })
    }
}

/// An event in JSON: `kind` says which, and its details stand beside its times and its actor.
pub(crate) static EVENT: LazyLock<Shape> = LazyLock::new(|| {
    let variant = |kind: &ComplaintEvent| {
        let mut fields = vec![
            Field::required("id", Shape::id(), "The host's id of the event."),
            Field::required("occurred_at", Shape::Instant, "When it happened."),
            Field::required("recorded_at", Shape::Instant, "When it was written down."),
            Field::required("actor", units::ACTOR.clone(), "Who did it."),
        ];
        fields.extend(Details::fields(*kind));
        let doc = "An event in the life of a complaint.";
        (
            kind.as_str(),
            Shape::object(Details::name(*kind), doc, fields),
        )
    };
    Shape::tagged(
        "kind",
        "What happened.",
        ComplaintEvent::ALL.iter().map(variant),
    )
});

/// The log of a complaint in JSON.
pub(crate) static LOG: LazyLock<Shape> = LazyLock::new(|| {
    Shape::object(
        "ComplaintLog",
        "A complaint: its events in the order in which they were recorded.",
        [
            Field::required("complaint_id", Shape::id(), "The host's id."),
            Field::required(
                "events",
                Shape::list_within(EVENT.clone(), 1, usize::MAX),
                "What happened, the receipt first.",
            ),
        ],
    )
});
