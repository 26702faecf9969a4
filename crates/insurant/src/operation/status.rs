//! Operations on complaints: `complaint_status`, everything that can be said of one on a day.

use super::complaint::complaint;
use super::deadlines::deadline_shape;
use super::judged::{applied, facts, facts_field, organisation, procedures_field};
use super::{Call, Operation};
use crate::code;
use crate::complaint::{Complaint, FindingKind, FindingResult, ObligationKind, event, json};
use crate::organisation::json as units;
use insurant_rules::document::{Field, Json, Object, Shape};
use insurant_rules::{Instant, Problem, Problems};

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
            procedures_field(true),
            Field::required("as_of", Shape::Instant, "The asking time."),
            facts_field(),
            Field::optional("actor", units::ACTOR.clone(), "Who asks what they may do."),
            units::optional_units_field(),
        ],
    )
}

/// A finding, as several operations answer it.
pub(super) fn finding_shape() -> Shape {
    Shape::object(
        "ComplaintFinding",
        "How far something that the procedures ask for was kept.",
        [
            Field::required(
                "procedure",
                Shape::line(),
                "Which, as `id@version`; by its id when it is about all of its versions.",
            ),
            Field::required(
                "kind",
                Shape::one_of(FindingKind::WORDS.iter().copied()),
                "What it is about.",
            ),
            Field::required(
                "id",
                Shape::id(),
                "Its id there; the duty of a clock, the form, the event of an approval.",
            ),
            Field::required("check", Shape::id(), "What was looked at."),
            Field::required(
                "result",
                Shape::one_of(FindingResult::WORDS.iter().copied()),
                "Kept so far, not yet to be said, broken, or for people to judge.",
            ),
            Field::optional(
                "subjects",
                Shape::list(Shape::prose()),
                "What broke it, or what is open.",
            ),
            Field::optional("doc", Shape::prose(), "What it means."),
        ],
    )
}

fn status_output() -> Shape {
    let duty = Shape::object(
        "ComplaintDuty",
        "Something that is still to be done.",
        [
            Field::required(
                "duty",
                Shape::one_of(ObligationKind::WORDS.iter().copied()),
                "What.",
            ),
            Field::optional(
                "subject",
                Shape::prose(),
                "Which notice, or which rule on keeping records.",
            ),
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
            Field::required(
                "findings",
                Shape::list(finding_shape()),
                "Principles and recusals, then what the other answers would pass over.",
            ),
            Field::required("duties", Shape::list(duty), "What is still to be done."),
        ],
    )
}

/// A complaint as it was known at the asking time.
pub(super) fn known_at(whole: &Complaint, as_of: Instant) -> Result<Complaint, Problem> {
    whole.at(as_of).ok_or_else(|| {
        let message = "nothing was written down of the complaint at the asking time";
        Problem::new(code::NOT_KNOWN_YET, message).found(as_of.to_string())
    })
}

fn status(call: &Call<'_>) -> Result<Json, Problems> {
    let input = call.input();
    let as_of = input.instant_at("as_of").unwrap_or(Instant::EPOCH);
    let whole = complaint(call, "complaint")?;
    let applied = applied(call, &facts(call, whole.events()))?;
    let organisation = organisation(call)?;
    let complaint =
        known_at(&whole, as_of).map_err(|problem| problem.at(call.document().place_at("as_of")))?;
    let status = applied.status(&complaint, organisation.as_ref(), as_of);
    let actor = input.get("actor").and_then(units::actor);
    let allowed = actor.map(|actor| {
        let allowed = complaint.allowed_with(&actor, &status.terms, organisation.as_ref());
        Json::list(allowed.iter().map(|permitted| permitted.to_json()))
    });
    let forms = status.forms.iter().map(|form| form.to_json());
    let deadlines = status.deadlines.iter().map(|deadline| deadline.to_json());
    let findings = status.findings.iter().map(|finding| finding.to_json());
    let duties = status.obligations.iter().map(|duty| duty.to_json());
    Ok(Json::Object(
        Object::new()
            .with("as_of", as_of.to_string())
            .with("complaint", complaint.to_json())
            .with_some("allowed", allowed)
            .with("forms", Json::list(forms))
            .with("deadlines", Json::list(deadlines))
            .with("findings", Json::list(findings))
            .with("duties", Json::list(duties)),
    ))
}
