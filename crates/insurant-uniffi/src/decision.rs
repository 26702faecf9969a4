//! Decisions: assessments with every reason.

use crate::assessment::Assessment;
use crate::figure::{FigureValue, Measure};
use crate::words::{ConditionAnswer, CustomerCategory, FigureState, RuleSection};
use insurant::decision as core;
use insurant_rules::rulebook::LANGUAGE_VERSION;

/// A decision with its reasons. Same facts, same rulebook, same day: the same bytes.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Decision {
    /// What was decided.
    pub assessment: Assessment,
    /// Every rule with its comparisons: categories, alerts, then the blacklist's criteria.
    pub rules: Vec<RuleTrace>,
    /// Every figure with the facts behind it.
    pub figures: Vec<Measure>,
    /// The figure that does not fit 64 bits, when that is why nothing was decided.
    pub overflow: Option<String>,
    /// The rulebook, as `id@version`.
    pub rulebook: String,
    /// The digest of the resolved rulebook.
    pub rulebook_fingerprint: String,
    /// The digest of the facts in canonical form.
    pub facts_fingerprint: String,
    /// The version of the rule language.
    pub language: i64,
    /// The digest of all that: whoever holds facts and rulebook can decide again and compare.
    pub fingerprint: String,
    /// The whole decision as canonical JSON, the same bytes in every language.
    pub json: String,
}

/// A rule and what it asked.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct RuleTrace {
    /// Where it stands.
    pub section: RuleSection,
    /// Its id.
    pub id: String,
    /// The category that it gives.
    pub outcome: Option<CustomerCategory>,
    /// What it answered.
    pub result: ConditionAnswer,
    /// Its condition, as rules write it; `when` in JSON.
    pub condition: String,
    /// The requirement or law that it is made from.
    pub source: Option<String>,
    /// Whether its thresholds are an example, not a requirement.
    pub example: bool,
    /// Whether it is false by exactly one comparison.
    pub came_close: bool,
    /// What it asked, in the order in which it was asked.
    pub comparisons: Vec<Comparison>,
}

/// A comparison with its actual values.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Comparison {
    /// As written.
    pub text: String,
    /// What it answered.
    pub result: ConditionAnswer,
    /// Whether the rule's answer hangs on it.
    pub decisive: bool,
    /// The named condition in which it stands.
    pub within: Option<String>,
    /// The left side.
    pub left: Term,
    /// The right side; a bare condition has none.
    pub right: Option<Term>,
}

/// A side of a comparison.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Term {
    /// As written.
    pub text: String,
    /// The parameter of the rulebook that it is.
    pub parameter: Option<String>,
    /// Whether it has a value, and if not, why.
    pub state: FigureState,
    /// The value; absent exactly when it is undefined or unknown.
    pub value: Option<FigureValue>,
}

impl Decision {
    /// The record of a decision by a rulebook.
    pub(crate) fn of(decision: &core::Decision, rules: &insurant::CustomerRules) -> Self {
        let explanation = decision.explanation();
        Self {
            assessment: decision.outcome().into(),
            rules: explanation.rules.iter().map(RuleTrace::from).collect(),
            figures: explanation.figures.iter().map(Measure::from).collect(),
            overflow: explanation.overflow.clone(),
            rulebook: rules.rulebook().reference(),
            rulebook_fingerprint: rules.fingerprint().to_owned(),
            facts_fingerprint: decision.facts_fingerprint().to_owned(),
            language: LANGUAGE_VERSION,
            fingerprint: decision.fingerprint().to_owned(),
            json: decision.json().to_canonical_string(),
        }
    }
}

impl From<&core::ExplainedRule> for RuleTrace {
    fn from(rule: &core::ExplainedRule) -> Self {
        Self {
            section: rule.section,
            id: rule.id.clone(),
            outcome: rule.outcome,
            result: rule.result,
            condition: rule.when.clone(),
            source: rule.source.clone(),
            example: rule.example,
            came_close: rule.came_close,
            comparisons: rule.comparisons.iter().map(Comparison::from).collect(),
        }
    }
}

impl From<&core::ExplainedComparison> for Comparison {
    fn from(comparison: &core::ExplainedComparison) -> Self {
        Self {
            text: comparison.text.clone(),
            result: comparison.result,
            decisive: comparison.decisive,
            within: comparison.within.clone(),
            left: (&comparison.left).into(),
            right: comparison.right.as_ref().map(Term::from),
        }
    }
}

impl From<&core::ExplainedTerm> for Term {
    fn from(term: &core::ExplainedTerm) -> Self {
        Self {
            text: term.text.clone(),
            parameter: term.parameter.clone(),
            state: term.reading.state(),
            value: term.reading.value().map(FigureValue::from),
        }
    }
}
