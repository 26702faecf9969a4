//! Operations on complaints: `complaint_apply`, `complaint_allowed`, `complaint_diagram`,
//! `complaint_merge`, `complaint_replay`.

use super::complaint_judged::Judged;
use super::deadlines::deadline_shape;
use super::judged::{facts_field, procedures_field};
use super::{Call, Operation};
use crate::complaint::{COMPLAINT, Complaint, ComplaintRefusal, Event, Merge, event, json};
use crate::organisation::json as units;
use insurant_rules::Problems;
use insurant_rules::document::{Field, Json, Node, Object, Shape};

pub(super) const OPERATIONS: &[Operation] = &[
    Operation {
        name: "complaint_allowed",
        doc: "What somebody may do with a complaint now, and what still stands in its way.",
        input: || {
            input(
                "ComplaintAllowedInput",
                [
                    complaint_field(),
                    Field::required("actor", units::ACTOR.clone(), "Who asks."),
                ],
            )
        },
        output: || {
            let list = Shape::list(json::PERMITTED.clone());
            let field = Field::required("allowed", list, "The events, in order.");
            Shape::object("ComplaintAllowedOutput", "What is allowed.", [field])
        },
        run: allowed,
        lenient: false,
    },
    Operation {
        name: "complaint_apply",
        doc: "One more event of a complaint: what it leads to, or why not and what is allowed. Without events so far it opens one.",
        input: || {
            input(
                "ComplaintApplyInput",
                [
                    so_far_field(),
                    Field::required("event", event::EVENT.clone(), "The event."),
                ],
            )
        },
        output: || {
            Shape::object(
                "ComplaintApplyOutput",
                "What the event led to, or the refusal.",
                [
                    Field::optional("step", json::STEP.clone(), "What it led to."),
                    Field::optional("complaint", json::STATE.clone(), "Where it stands then."),
                    Field::optional(
                        "forms",
                        Shape::list(json::FORM_STATUS.clone()),
                        "The forms that fell due.",
                    ),
                    Field::optional(
                        "deadlines",
                        Shape::list(deadline_shape()),
                        "With procedures, what is due when the event was written down.",
                    ),
                    Field::optional("refusal", json::REFUSAL.clone(), "Why not."),
                ],
            )
            .exactly_one(["step", "refusal"])
        },
        run: apply,
        lenient: false,
    },
    Operation {
        name: "complaint_diagram",
        doc: "The life of a complaint as a picture, drawn from the table that runs it.",
        input: || {
            let formats = Shape::one_of(["mermaid", "dot"]);
            let field = Field::required("format", formats, "Of Mermaid or of Graphviz.");
            Shape::object("ComplaintDiagramInput", "Which picture.", [field])
        },
        output: || {
            let text = Shape::text(insurant_rules::document::TextForm::Free, 1 << 20);
            let field = Field::required("diagram", text, "The picture as text.");
            Shape::object("ComplaintDiagramOutput", "A picture.", [field])
        },
        run: diagram,
        lenient: false,
    },
    Operation {
        name: "complaint_merge",
        doc: "Lets a complaint go on as part of another: one event in each log, or the refusal of either.",
        input: || {
            let times = |name, doc| Field::required(name, Shape::Instant, doc);
            input(
                "ComplaintMergeInput",
                [
                    Field::required("ending", event::LOG.clone(), "The one that ends."),
                    Field::required("survivor", event::LOG.clone(), "The one that goes on."),
                    Field::required("merged_id", Shape::id(), "The id of the event of the one."),
                    Field::required("absorbed_id", Shape::id(), "And of the other."),
                    times("occurred_at", "When it happened."),
                    times("recorded_at", "When it was written down."),
                    Field::required("actor", units::ACTOR.clone(), "Who does it."),
                ],
            )
        },
        output: || {
            let part = || {
                Shape::object(
                    "ComplaintMerged",
                    "One side of a merge.",
                    [
                        Field::required("event", event::EVENT.clone(), "Its new event."),
                        Field::required("step", json::STEP.clone(), "What it led to."),
                        Field::required("complaint", json::STATE.clone(), "Where it stands."),
                    ],
                )
            };
            Shape::object(
                "ComplaintMergeOutput",
                "Both sides, or the refusal.",
                [
                    Field::optional("ending", part(), "The one that ended."),
                    Field::optional("survivor", part(), "The one that goes on."),
                    Field::optional("refusal", json::REFUSAL.clone(), "Why not."),
                ],
            )
            .exactly_one(["survivor", "refusal"])
        },
        run: merge,
        lenient: false,
    },
    Operation {
        name: "complaint_replay",
        doc: "Where a complaint stands after its log.",
        input: || {
            let field = Field::required("complaint", event::LOG.clone(), "The log.");
            Shape::object("ComplaintReplayInput", "A complaint.", [field])
        },
        output: || {
            let field = Field::required("complaint", json::STATE.clone(), "Where it stands.");
            Shape::object("ComplaintReplayOutput", "A complaint.", [field])
        },
        run: replay,
        lenient: false,
    },
];

fn input(name: &'static str, fields: impl IntoIterator<Item = Field>) -> Shape {
    let fields = fields.into_iter().chain([units::units_field()]);
    let fields = fields.chain(context_fields());
    Shape::object(name, "A complaint, with what it is judged by.", fields)
}

/// What events are judged by beside the units.
pub(super) fn context_fields() -> [Field; 3] {
    [
        Field::optional(
            "terms",
            json::TERMS.clone(),
            "What the procedures let happen, instead of what they say themselves.",
        ),
        procedures_field(false),
        facts_field(),
    ]
}

/// The field `complaint` of a complaint that may not have begun.
pub(super) fn so_far_field() -> Field {
    let log = Shape::object(
        "ComplaintSoFar",
        "A complaint so far.",
        [
            Field::required("complaint_id", Shape::id(), "The host's id."),
            Field::optional(
                "events",
                Shape::list(event::EVENT.clone()),
                "What happened; nothing yet when left out.",
            ),
        ],
    );
    Field::required("complaint", log, "The complaint so far.")
}

fn complaint_field() -> Field {
    Field::required("complaint", event::LOG.clone(), "The complaint.")
}

/// The complaint of a log in the input.
pub(super) fn complaint(call: &Call<'_>, field: &str) -> Result<Complaint, Problems> {
    let node = call.input().get(field).unwrap_or_else(|| call.input());
    Complaint::of_log(call.document(), node, field)
}

fn allowed(call: &Call<'_>) -> Result<Json, Problems> {
    let complaint = complaint(call, "complaint")?;
    let judged = Judged::read(call.engine(), call, complaint.events())?;
    let actor = call.input().get("actor").and_then(units::actor);
    Ok(judged.allowed(&complaint, actor.as_ref()))
}

fn apply(call: &Call<'_>) -> Result<Json, Problems> {
    let input = call.input();
    let Some(event) = input.get("event").and_then(Event::read) else {
        return Ok(Json::object([]));
    };
    let complaint = so_far(call)?;
    let log = complaint.as_ref().map(Complaint::events);
    let log = log.unwrap_or(std::slice::from_ref(&event));
    let judged = Judged::read(call.engine(), call, log)?;
    Ok(match judged.tried(id(input), complaint, event) {
        Ok((_, answer)) => answer,
        Err(refusal) => refused(&refusal),
    })
}

/// The id of the complaint in an input.
pub(super) fn id(input: &Node) -> &str {
    let node = input.get("complaint");
    let id = node.and_then(|node| node.text_at("complaint_id"));
    id.unwrap_or_default()
}

/// The complaint in an input, unless nothing has happened yet.
pub(super) fn so_far(call: &Call<'_>) -> Result<Option<Complaint>, Problems> {
    let node = call.input().get("complaint");
    match node.map_or(&[][..], |c| c.items_at("events")) {
        [] => Ok(None),
        _ => complaint(call, "complaint").map(Some),
    }
}

pub(super) fn refused(refusal: &ComplaintRefusal) -> Json {
    Json::object([("refusal", refusal.to_json())])
}

#[expect(clippy::unnecessary_wraps, reason = "the table's signature")]
fn diagram(call: &Call<'_>) -> Result<Json, Problems> {
    let text = match call.input().text_at("format") {
        Some("dot") => COMPLAINT.dot(),
        _ => COMPLAINT.mermaid(),
    };
    Ok(Json::object([("diagram", text.into())]))
}

fn merge(call: &Call<'_>) -> Result<Json, Problems> {
    let mut ending = complaint(call, "ending")?;
    let mut survivor = complaint(call, "survivor")?;
    let judged = Judged::read(call.engine(), call, survivor.events())?;
    let Some(request) = read_merge(call.input()) else {
        return Ok(Json::object([]));
    };
    Ok(
        match request.apply(&mut ending, &mut survivor, judged.context()) {
            Ok((ended, went_on)) => {
                let part = |complaint: &Complaint, step: &crate::complaint::Step| {
                    Json::Object(
                        Object::new()
                            .with_some("event", complaint.events().last().map(Event::to_json))
                            .with("step", step.to_json())
                            .with("complaint", complaint.to_json()),
                    )
                };
                Json::object([
                    ("ending", part(&ending, &ended)),
                    ("survivor", part(&survivor, &went_on)),
                ])
            }
            Err(refusal) => refused(&refusal),
        },
    )
}

fn read_merge(node: &Node) -> Option<Merge> {
    Some(Merge {
        merged_id: node.text_at("merged_id")?.to_owned(),
        absorbed_id: node.text_at("absorbed_id")?.to_owned(),
        occurred_at: node.instant_at("occurred_at")?,
        recorded_at: node.instant_at("recorded_at")?,
        actor: units::actor(node.get("actor")?)?,
    })
}

fn replay(call: &Call<'_>) -> Result<Json, Problems> {
    let complaint = complaint(call, "complaint")?;
    Ok(Json::object([("complaint", complaint.to_json())]))
}
