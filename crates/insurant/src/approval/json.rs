//! Policies and approvals in JSON.

use super::{
    Approval, ApprovalEvent, ApprovalKind, ApprovalState, Approver, Entry, Finding, FindingKind,
    Policy, Step,
};
use crate::organisation::{Actor, OrgLevel, json as organisation};
use insurant_rules::Instant;
use insurant_rules::document::{Field, Json, Node, Object, Shape};
use std::sync::LazyLock;

fn words(words: &'static [&'static str]) -> Shape {
    Shape::one_of(words.iter().copied())
}

/// Ways to be entitled to approve.
pub(crate) fn approvers() -> Shape {
    let roles = || Shape::list(organisation::role());
    let approver = Shape::object(
        "Approver",
        "One way to be entitled to approve.",
        [
            Field::required("roles", roles(), "In one of these roles,"),
            Field::required(
                "least_level",
                words(OrgLevel::WORDS),
                "at a unit of at least this level,",
            ),
            Field::optional(
                "above",
                Shape::Boolean,
                "which must lie above the proposer's, if this is true.",
            ),
        ],
    );
    Shape::list(approver)
}

/// A policy.
pub(crate) static POLICY: LazyLock<Shape> = LazyLock::new(|| {
    let roles = || Shape::list(organisation::role());
    Shape::object(
        "ApprovalPolicy",
        "The rules for one kind of approval.",
        [
            Field::required("kind", words(ApprovalKind::WORDS), "What is decided."),
            Field::required("propose", roles(), "Who may propose."),
            Field::optional(
                "recommend",
                roles(),
                "Who recommends in between, if anyone.",
            ),
            Field::required("approvers", approvers(), "Who may approve: any of these."),
            Field::optional(
                "evidence",
                Shape::Boolean,
                "Whether a proposal needs evidence.",
            ),
            Field::optional(
                "longest_days",
                Shape::Integer {
                    min: 1,
                    max: 100_000,
                },
                "The longest time of effect.",
            ),
        ],
    )
});

/// A line of a history.
pub(crate) static ENTRY: LazyLock<Shape> = LazyLock::new(|| {
    Shape::object(
        "ApprovalEntry",
        "One line of the history of a proposal.",
        [
            Field::required("event", words(ApprovalEvent::WORDS), "What happened."),
            Field::required("actor", organisation::ACTOR.clone(), "By whom."),
            Field::required("at", Shape::Instant, "When."),
            Field::optional("reason", Shape::prose(), "Why."),
            Field::optional(
                "evidence",
                Shape::list(Shape::line()),
                "References to what proves it.",
            ),
            Field::optional("effective", Shape::Date, "The first day of effect."),
            Field::optional("expiry", Shape::Date, "The first day without effect."),
        ],
    )
});

/// An approval: what it is, and what happened.
pub(crate) static APPROVAL: LazyLock<Shape> = LazyLock::new(|| {
    Shape::object(
        "Approval",
        "A proposal with its history.",
        [
            Field::required("id", Shape::id(), "The host's id."),
            Field::required("kind", words(ApprovalKind::WORDS), "What is decided."),
            Field::optional(
                "subject",
                organisation::ACTOR.clone(),
                "Whom it is about, if it is about a person.",
            ),
            Field::optional("state", words(ApprovalState::WORDS), "Where it stands."),
            Field::optional("in_effect_from", Shape::Date, "The first day of effect."),
            Field::optional("in_effect_to", Shape::Date, "The first day without effect."),
            Field::required(
                "history",
                Shape::list(ENTRY.clone()),
                "What happened, in order; empty for a draft.",
            ),
        ],
    )
});

/// A finding of a check.
pub(crate) static FINDING: LazyLock<Shape> = LazyLock::new(|| {
    Shape::object(
        "ApprovalFinding",
        "What a policy would block, or leave to one person.",
        [
            Field::required(
                "kind",
                words(ApprovalKind::WORDS),
                "Of the policy for this.",
            ),
            Field::required("finding", words(FindingKind::WORDS), "What is wrong."),
            Field::required("step", words(Step::WORDS), "With which step."),
            Field::optional(
                "proposer",
                organisation::ACTOR.clone(),
                "For what this person proposes.",
            ),
            Field::optional(
                "only",
                Shape::id(),
                "The one person who could take the step.",
            ),
        ],
    )
});

/// The approvers in the field `approvers` of a node that has passed its shape.
pub(crate) fn read_approvers(node: &Node) -> Vec<Approver> {
    let approver = |node: &Node| {
        Some(Approver {
            roles: organisation::roles(node.items_at("roles")),
            least_level: node.text_at("least_level").and_then(OrgLevel::parse)?,
            above: node.boolean_at("above").unwrap_or(false),
        })
    };
    node.items_at("approvers")
        .iter()
        .filter_map(approver)
        .collect()
}

/// A policy of a node that has passed its shape.
pub(crate) fn policy(node: &Node) -> Option<Policy> {
    Some(Policy {
        kind: node.text_at("kind").and_then(ApprovalKind::parse)?,
        propose: organisation::roles(node.items_at("propose")),
        recommend: organisation::roles(node.items_at("recommend")),
        approvers: read_approvers(node),
        evidence: node.boolean_at("evidence").unwrap_or(false),
        longest_days: node
            .integer_at("longest_days")
            .and_then(|days| u32::try_from(days).ok()),
    })
}

/// A line of a node that has passed its shape.
pub(crate) fn entry(node: &Node) -> Option<Entry> {
    let evidence = node.items_at("evidence").iter();
    Some(Entry {
        event: node.text_at("event").and_then(ApprovalEvent::parse)?,
        actor: organisation::actor(node.get("actor")?)?,
        at: node.instant_at("at").unwrap_or(Instant::EPOCH),
        reason: node.text_at("reason").map(str::to_owned),
        evidence: evidence
            .filter_map(|e| e.text().map(str::to_owned))
            .collect(),
        effective: node.date_at("effective"),
        expiry: node.date_at("expiry"),
    })
}

impl Entry {
    /// The line in canonical form.
    #[must_use]
    pub fn to_json(&self) -> Json {
        let evidence = || Json::list(self.evidence.iter().map(String::as_str));
        Json::Object(
            Object::new()
                .with("event", self.event.as_str())
                .with("actor", self.actor.to_json())
                .with("at", self.at.to_string())
                .with_some("reason", self.reason.as_deref())
                .with_some("evidence", (!self.evidence.is_empty()).then(evidence))
                .with_some("effective", self.effective.map(|d| d.to_string()))
                .with_some("expiry", self.expiry.map(|d| d.to_string())),
        )
    }
}

impl Approval {
    /// The approval in canonical form.
    #[must_use]
    pub fn to_json(&self) -> Json {
        let effect = self.effect();
        Json::Object(
            Object::new()
                .with("id", self.id())
                .with("kind", self.kind().as_str())
                .with_some("subject", self.subject().map(Actor::to_json))
                .with("state", self.state().as_str())
                .with_some("in_effect_from", effect.map(|(from, _)| from.to_string()))
                .with_some(
                    "in_effect_to",
                    effect.and_then(|(_, to)| to).map(|to| to.to_string()),
                )
                .with(
                    "history",
                    Json::list(self.history().iter().map(Entry::to_json)),
                ),
        )
    }
}

impl Finding {
    /// The finding for callers in every language.
    #[must_use]
    pub fn to_json(&self) -> Json {
        Json::Object(
            Object::new()
                .with("kind", self.kind.as_str())
                .with("finding", self.finding.as_str())
                .with("step", self.step.as_str())
                .with_some("proposer", self.proposer.as_ref().map(|p| p.to_json()))
                .with_some("only", self.only.as_deref()),
        )
    }
}
