//! The reasons of a decision, typed: every rule with its comparisons, every figure with the facts
//! behind it.

use super::reading::Reading;
use crate::category::Category;
use crate::closed::closed;
use crate::date::Date;
use insurant_rules::Truth;
use insurant_rules::document::{Json, Object};

closed! {
    /// The section of the rulebook that a rule belongs to.
    RuleSection {
        /// Alerts.
        Alerts = "alerts",
        /// Criteria of the blacklist.
        Blacklist = "blacklist",
        /// Categories.
        Categories = "categories",
    }
}

/// Why a decision is what it is. Nothing of it is there when the customer could not be decided on,
/// but for what overflowed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Explanation {
    /// Every rule, by section: categories, alerts, blacklist; each in the rulebook's order.
    pub rules: Vec<ExplainedRule>,
    /// Every figure that the rules read, with the facts behind it.
    pub figures: Vec<Figure>,
    /// The figure that does not fit 64 bits, when that is why nothing was decided.
    pub overflow: Option<String>,
}

/// A rule and what it asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExplainedRule {
    /// Where it stands.
    pub section: RuleSection,
    /// Its id.
    pub id: String,
    /// The category that it gives.
    pub outcome: Option<Category>,
    /// What it answered.
    pub result: Truth,
    /// Its condition.
    pub when: String,
    /// The requirement or law that it is made from.
    pub source: Option<String>,
    /// Whether its thresholds are an example, not a requirement.
    pub example: bool,
    /// Whether it is false by exactly one comparison.
    pub came_close: bool,
    /// What it asked, in the order in which it was asked.
    pub comparisons: Vec<ExplainedComparison>,
}

/// A comparison with its actual values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExplainedComparison {
    /// As written.
    pub text: String,
    /// What it answered.
    pub result: Truth,
    /// Whether the rule's answer hangs on it.
    pub decisive: bool,
    /// The named condition in which it stands.
    pub within: Option<String>,
    /// The left side.
    pub left: ExplainedTerm,
    /// The right side; a bare condition has none.
    pub right: Option<ExplainedTerm>,
}

/// A side of a comparison.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExplainedTerm {
    /// As written.
    pub text: String,
    /// The parameter of the rulebook that it is.
    pub parameter: Option<String>,
    /// Its value.
    pub reading: Reading,
}

/// A figure and the facts behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// As rules write it.
    pub text: String,
    /// Its value.
    pub reading: Reading,
    /// Why it has none, where that can be told.
    pub reason: Option<&'static str>,
    /// The facts behind it: claims, then policies, each in order of id.
    pub facts: Vec<FigureFact>,
}

/// One row's part in a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FigureFact {
    /// The row.
    pub row: FigureRow,
    /// What it gave, in words.
    pub what: &'static str,
    /// How much: major units of the rulebook's currency, or a number of days or units.
    pub amount: Option<String>,
    /// Why it did not count.
    pub why: Option<&'static str>,
}

/// A row behind a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FigureRow {
    /// A claim.
    Claim {
        /// The host's id.
        claim_id: String,
        /// The day of the loss.
        loss_date: Date,
    },
    /// A policy.
    Policy {
        /// The host's id.
        policy_id: String,
    },
}

impl FigureFact {
    /// Rows stand in order of id, whatever the order of the facts was: claims, then policies by what
    /// they gave.
    pub(super) fn order(&self) -> (bool, &str, &str) {
        match &self.row {
            FigureRow::Claim { claim_id, .. } => (false, claim_id, ""),
            FigureRow::Policy { policy_id } => (true, self.what, policy_id),
        }
    }

    fn to_json(&self) -> Json {
        let row = match &self.row {
            FigureRow::Claim {
                claim_id,
                loss_date,
            } => Object::new()
                .with("claim_id", claim_id.as_str())
                .with("loss_date", loss_date.to_string()),
            FigureRow::Policy { policy_id } => Object::new().with("policy_id", policy_id.as_str()),
        };
        Json::Object(
            row.with("what", self.what)
                .with_some("amount", self.amount.as_deref())
                .with_some("why", self.why),
        )
    }
}

impl Figure {
    fn to_json(&self) -> Json {
        let facts = self.facts.iter().map(FigureFact::to_json);
        let facts = (!self.facts.is_empty()).then(|| Json::list(facts));
        Json::Object(
            self.reading
                .to_object()
                .with("text", self.text.as_str())
                .with_some("facts", facts)
                .with_some("reason", self.reason),
        )
    }
}

impl ExplainedTerm {
    fn to_json(&self) -> Json {
        Json::Object(
            self.reading
                .to_object()
                .with("text", self.text.as_str())
                .with_some("parameter", self.parameter.as_deref()),
        )
    }
}

impl ExplainedComparison {
    fn to_json(&self) -> Json {
        Json::Object(
            Object::new()
                .with("text", self.text.as_str())
                .with("result", self.result.as_str())
                .with_some("decisive", self.decisive.then_some(true))
                .with_some("within", self.within.as_deref())
                .with("left", self.left.to_json())
                .with_some("right", self.right.as_ref().map(ExplainedTerm::to_json)),
        )
    }
}

impl ExplainedRule {
    fn to_json(&self) -> Json {
        let comparisons = self.comparisons.iter().map(ExplainedComparison::to_json);
        Json::Object(
            Object::new()
                .with("id", self.id.as_str())
                .with_some("outcome", self.outcome.map(Category::as_str))
                .with("result", self.result.as_str())
                .with("when", self.when.as_str())
                .with_some("source", self.source.as_deref())
                .with_some("example", self.example.then_some(true))
                .with_some("came_close", self.came_close.then_some(true))
                .with("comparisons", Json::list(comparisons)),
        )
    }
}

impl Explanation {
    /// The rules as the `trace` of a decision: by section.
    #[must_use]
    pub fn trace_json(&self) -> Json {
        Json::object_of(RuleSection::ALL.iter().map(|section| {
            let rules = self.rules.iter().filter(|rule| rule.section == *section);
            let rules = Json::list(rules.map(ExplainedRule::to_json));
            (section.as_str(), rules)
        }))
    }

    /// The figures of a decision.
    #[must_use]
    pub fn figures_json(&self) -> Json {
        let overflow = self.overflow.iter().map(|text| {
            Json::object([("state", "overflow".into()), ("text", text.as_str().into())])
        });
        Json::list(overflow.chain(self.figures.iter().map(Figure::to_json)))
    }
}
