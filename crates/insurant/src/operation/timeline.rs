//! The operation `complaint_timeline`: a log in order, with what its clocks did between its events.

use super::complaint::complaint;
use super::judged::{applied, facts, facts_field, organisation, procedures_field};
use super::status::{finding_shape, known_at};
use super::{Call, Operation};
use crate::complaint::clock::{Duty, MoveReason, RefusedWhy};
use crate::complaint::procedure::Applied;
use crate::complaint::{ClockChange, Complaint, ComplaintStep, event, json};
use crate::organisation::{Organisation, json as units};
use insurant_rules::document::{Field, Json, Shape};
use insurant_rules::{Instant, Problems};

pub(super) const OPERATIONS: &[Operation] = &[Operation {
    name: "complaint_timeline",
    doc: "What happened to a complaint, in order: its events, and what its clocks did between them.",
    input,
    output,
    run: timeline,
    lenient: false,
}];

fn input() -> Shape {
    Shape::object(
        "ComplaintTimelineInput",
        "A complaint, and what it is judged by.",
        [
            Field::required("complaint", event::LOG.clone(), "Its log."),
            procedures_field(true),
            Field::required("as_of", Shape::Instant, "Until when it is told."),
            facts_field(),
            units::optional_units_field(),
        ],
    )
}

fn entry() -> Shape {
    let words = |words: &[&'static str]| Shape::one_of(words.iter().copied());
    Shape::object(
        "ComplaintTimelineEntry",
        "An event, or something that a clock did.",
        [
            Field::optional("event", event::EVENT.clone(), "The event."),
            Field::optional(
                "step",
                words(ComplaintStep::WORDS),
                "Where the complaint stood after the event.",
            ),
            Field::optional(
                "clock",
                Shape::id(),
                "The clock; `due_set` for a date that someone set.",
            ),
            Field::optional(
                "procedure",
                Shape::line(),
                "Its procedure, as `id@version`.",
            ),
            Field::optional("duty", words(Duty::WORDS), "What it asks for."),
            Field::optional("run", Shape::count(), "Which run of the clock this is."),
            Field::optional("did", words(ClockChange::WORDS), "What the clock did."),
            Field::optional("at", Shape::Instant, "When the clock did it."),
            Field::optional(
                "due_before",
                Shape::Instant,
                "The first instant that is too late, after that.",
            ),
            Field::optional("from", Shape::Instant, "The due instant before a move."),
            Field::optional(
                "reason",
                words(MoveReason::WORDS),
                "What moved it, or would have.",
            ),
            Field::optional("why", words(RefusedWhy::WORDS), "Why it did not move."),
        ],
    )
    .exactly_one(["event", "clock"])
}

fn output() -> Shape {
    Shape::object(
        "ComplaintTimeline",
        "A complaint from its receipt to the asking time.",
        [
            Field::required("as_of", Shape::Instant, "Until when it is told."),
            Field::required("complaint", json::STATE.clone(), "Where it stands then."),
            Field::required(
                "timeline",
                Shape::list(entry()),
                "What an event caused stands behind it; what time alone did, in front of the next \
                 event that was recorded.",
            ),
            Field::required(
                "findings",
                Shape::list(finding_shape()),
                "What the clocks would pass over.",
            ),
        ],
    )
}

fn timeline(call: &Call<'_>) -> Result<Json, Problems> {
    let as_of = call.input().instant_at("as_of").unwrap_or(Instant::EPOCH);
    let whole = complaint(call, "complaint")?;
    let applied = applied(call, &facts(call, whole.events()))?;
    let organisation = organisation(call)?;
    let complaint =
        known_at(&whole, as_of).map_err(|problem| problem.at(call.document().place_at("as_of")))?;
    Ok(answer(&applied, &complaint, organisation.as_ref(), as_of))
}

/// What happened to a complaint, as it is known at the asking time.
pub(super) fn answer(
    applied: &Applied<'_>,
    complaint: &Complaint,
    organisation: Option<&Organisation>,
    as_of: Instant,
) -> Json {
    let log = complaint.events();
    let deadlines = applied.deadlines(log, organisation, as_of);
    let gaps = applied.gaps(log, organisation, as_of, &deadlines);
    let told = complaint.timeline(&deadlines);
    Json::object([
        ("as_of", as_of.to_string().into()),
        ("complaint", complaint.to_json()),
        (
            "timeline",
            Json::list(told.iter().map(|happened| happened.to_json(&deadlines))),
        ),
        ("findings", Json::list(gaps.iter().map(|gap| gap.to_json()))),
    ])
}
