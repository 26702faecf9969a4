//! Operations on complaints: `complaint_status`, everything that can be said of one on a day.

use super::complaint::complaint;
use super::deadlines::deadline_shape;
use super::judged::{applied, facts, facts_field, organisation, procedures_field};
use super::{Call, Operation};
use crate::complaint::clock::DeadlineState;
use crate::complaint::{Complaint, ComplaintStep, Context, Terms, event, json};
use crate::organisation::json as units;
use insurant_rules::document::{Field, Json, Object, Shape};
use insurant_rules::{Instant, Problems};

pub(super) const OPERATIONS: &[Operation] = &[Operation {
    name: "complaint_status",
    doc: "Where a complaint stands, what may happen next, what is due by when and what was not kept.",
    input: status_input,
    output: status_output,
    run: status,
    lenient: false,
}];

fn status_input() -> Shape {
    Shape::object(
        "ComplaintStatusInput",
        "A complaint, and what it is judged by.",
        [
            Field::required("complaint", event::LOG.clone(), "Its log."),
            procedures_field(),
            Field::required("as_of", Shape::Instant, "The asking time."),
            facts_field(),
            Field::optional("actor", units::ACTOR.clone(), "Who asks what they may do."),
            units::optional_units_field(),
        ],
    )
}

fn status_output() -> Shape {
    let finding = Shape::object(
        "ComplaintFinding",
        "How far something that the procedures ask for was kept.",
        [
            Field::required("procedure", Shape::line(), "Which, as `id@version`."),
            Field::required(
                "kind",
                Shape::one_of(["principle", "recusal"]),
                "A principle, or a rule on who steps back.",
            ),
            Field::required("id", Shape::id(), "Its id there."),
            Field::required("check", Shape::id(), "What was looked at."),
            Field::required(
                "result",
                Shape::one_of(["kept", "open", "broken", "unchecked"]),
                "Kept so far, not yet to be said, broken, or for people to judge.",
            ),
            Field::optional(
                "subjects",
                Shape::list(Shape::prose()),
                "What broke it, or what is open.",
            ),
            Field::optional("doc", Shape::prose(), "What it means."),
        ],
    );
    let duty = Shape::object(
        "ComplaintDuty",
        "Something that is still to be done.",
        [
            Field::required(
                "duty",
                Shape::one_of([
                    "register",
                    "assign_handler",
                    "feed_back",
                    "send_notice",
                    "archive",
                    "retain",
                ]),
                "What.",
            ),
            Field::optional("subject", Shape::prose(), "Which notice."),
            Field::optional("procedure", Shape::line(), "Under which procedure."),
            Field::optional(
                "due_before",
                Shape::Instant,
                "The first instant that is too late.",
            ),
            Field::optional("overdue", Shape::Boolean, "It should have been done."),
            Field::optional(
                "until",
                Shape::Date,
                "The last day on which records are kept.",
            ),
            Field::optional("source", Shape::prose(), "The rule that it comes from."),
        ],
    );
    Shape::object(
        "ComplaintStatus",
        "A complaint at an asking time.",
        [
            Field::required("as_of", Shape::Instant, "The asking time."),
            Field::required("complaint", json::STATE.clone(), "Where it stands."),
            Field::optional(
                "allowed",
                Shape::list(json::PERMITTED.clone()),
                "What the actor may do.",
            ),
            Field::required(
                "forms",
                Shape::list(json::FORM_STATUS.clone()),
                "The forms that fell due.",
            ),
            Field::required(
                "deadlines",
                Shape::list(deadline_shape()),
                "By procedure and clock, as asked for.",
            ),
            Field::required("findings", Shape::list(finding), "Principles and recusals."),
            Field::required("duties", Shape::list(duty), "What is still to be done."),
        ],
    )
}

fn status(call: &Call<'_>) -> Result<Json, Problems> {
    let input = call.input();
    let complaint = complaint(call, "complaint")?;
    let applied = applied(call, &facts(call, complaint.events()))?;
    let organisation = organisation(call)?;
    let as_of = input.instant_at("as_of").unwrap_or(Instant::EPOCH);
    let deadlines = applied.deadlines(complaint.events(), organisation.as_ref(), as_of);
    let terms = Terms::default();
    let actor = input.get("actor").and_then(units::actor);
    let allowed = actor
        .zip(organisation.as_ref())
        .map(|(actor, organisation)| {
            let context = Context {
                terms: &terms,
                organisation,
            };
            let allowed = complaint.allowed(&actor, context);
            Json::list(allowed.iter().map(|permitted| permitted.to_json()))
        });
    let forms = complaint.forms(&terms);
    Ok(Json::Object(
        Object::new()
            .with("as_of", as_of.to_string())
            .with("complaint", complaint.to_json())
            .with_some("allowed", allowed)
            .with("forms", Json::list(forms.iter().map(|form| form.to_json())))
            .with(
                "deadlines",
                Json::list(deadlines.iter().map(|deadline| deadline.to_json())),
            )
            .with("findings", Json::List(Vec::new()))
            .with("duties", duties(&complaint, &deadlines)),
    ))
}

fn duties(complaint: &Complaint, deadlines: &[crate::complaint::clock::Deadline<'_>]) -> Json {
    use crate::complaint::clock::Duty;
    let mut duties = Vec::new();
    if complaint.step().is_over() && complaint.step() != ComplaintStep::Archived {
        let archive = deadlines
            .iter()
            .find(|d| d.duty() == Duty::Archive && d.governing && d.is_open());
        let late = archive.is_some_and(|d| d.state == DeadlineState::Missed);
        let json = archive.map(|deadline| deadline.to_json());
        let due = json.as_ref().and_then(|json| json.get("due_before"));
        duties.push(
            Object::new()
                .with("duty", "archive")
                .with_some("due_before", due.cloned())
                .with_some("overdue", late.then_some(true))
                .into(),
        );
    }
    Json::List(duties)
}
