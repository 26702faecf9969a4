//! The operations `approval_apply` and `approval_check`.

use super::{Call, Operation};
use crate::approval::{Approval, ApprovalKind, Context, json};
use crate::organisation::json as units;
use insurant_rules::Problems;
use insurant_rules::document::{Field, Json, Object, Shape};

pub(super) const OPERATIONS: &[Operation] = &[
    Operation {
        name: "approval_apply",
        doc: "One step of a proposal: the approval after it, or why not and what is allowed.",
        input: || {
            Shape::object(
                "ApprovalApplyInput",
                "A proposal and what is to happen to it.",
                [
                    units::units_field(),
                    units::reporting_field(),
                    Field::required("policy", json::POLICY.clone(), "The rules."),
                    Field::required("approval", json::APPROVAL.clone(), "So far."),
                    Field::required("entry", json::ENTRY.clone(), "What is to happen."),
                ],
            )
        },
        output: || {
            Shape::object(
                "ApprovalApplyOutput",
                "The approval after the step, or the refusal.",
                [
                    Field::optional("approval", json::APPROVAL.clone(), "After the step."),
                    Field::optional("refusal", Shape::Any, "Why not, and what is allowed."),
                ],
            )
            .exactly_one(["approval", "refusal"])
        },
        run: apply,
        lenient: false,
    },
    Operation {
        name: "approval_check",
        doc: "Approvals that nobody could give, or only one person.",
        input: || {
            Shape::object(
                "ApprovalCheckInput",
                "Policies, and the people there are.",
                [
                    units::units_field(),
                    units::reporting_field(),
                    Field::required(
                        "people",
                        Shape::list(units::ACTOR.clone()),
                        "Each person in each of their roles.",
                    ),
                    Field::required(
                        "policies",
                        Shape::list(json::POLICY.clone()),
                        "The policies to check.",
                    ),
                ],
            )
        },
        output: || {
            let findings = Shape::list(json::FINDING.clone());
            let field = Field::required("findings", findings, "What was found.");
            Shape::object("ApprovalCheckOutput", "Findings.", [field])
        },
        run: check,
        lenient: false,
    },
];

fn apply(call: &Call<'_>) -> Result<Json, Problems> {
    let organisation = call.organisation()?;
    let input = call.input();
    let (Some(policy), Some(node), Some(entry)) = (
        input.get("policy").and_then(json::policy),
        input.get("approval"),
        input.get("entry").and_then(json::entry),
    ) else {
        return Ok(Json::object([]));
    };
    let context = Context {
        policy: &policy,
        organisation: &organisation,
    };
    let kind = node.text_at("kind").and_then(ApprovalKind::parse);
    let history = node.items_at("history").iter().filter_map(json::entry);
    let id = node.text_at("id").unwrap_or_default();
    let draft = Approval::draft(id, kind.unwrap_or(policy.kind));
    let draft = match node.get("subject").and_then(units::actor) {
        Some(subject) => draft.about(subject),
        None => draft,
    };
    let stepped = draft
        .resume(history)
        .and_then(|mut approval| approval.apply(entry, context).map(|()| approval));
    Ok(Json::Object(match stepped {
        Ok(approval) => Object::new().with("approval", approval.to_json()),
        Err(refusal) => Object::new().with("refusal", refusal.to_json()),
    }))
}

fn check(call: &Call<'_>) -> Result<Json, Problems> {
    let organisation = call.organisation()?;
    let input = call.input();
    let people = input.items_at("people").iter();
    let people: Vec<_> = people.filter_map(units::actor).collect();
    let policies = input.items_at("policies").iter();
    let policies: Vec<_> = policies.filter_map(json::policy).collect();
    let findings = crate::approval::check(&policies, &organisation, &people);
    let findings = Json::list(findings.iter().map(|finding| finding.to_json()));
    Ok(Json::object([("findings", findings)]))
}
