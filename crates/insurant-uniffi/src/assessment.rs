//! Assessments: what was decided on a customer.

use crate::error::Problem;
use crate::figure::Measure;
use crate::native::{Amount, CivilDate};
use crate::words::{Cause, CustomerCategory, FigureState, Standing};
use insurant::decision as core;

/// What was decided on a customer.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Assessment {
    /// The customer.
    pub customer_id: String,
    /// The day.
    pub as_of: CivilDate,
    /// Whether the customer could be decided on.
    pub decided: bool,
    /// The category; `undecided` with a cause; absent in a rulebook without categories.
    pub category: Option<CustomerCategory>,
    /// What to show first; absent when undecided and not blacklisted.
    pub standing: Option<Standing>,
    /// Why it is undecided; absent when it is decided.
    pub cause: Option<Cause>,
    /// Every category that holds, from the head of the ladder down.
    pub holds: Vec<CustomerCategory>,
    /// Category rules that could not be answered.
    pub unknown: Vec<String>,
    /// The alerts raised, in order of id.
    pub alerts: Vec<String>,
    /// Alerts that could not be answered.
    pub alerts_unknown: Vec<String>,
    /// Blacklist criteria that propose an entry, then claims that count nowhere.
    pub findings: Vec<AssessmentFinding>,
    /// Blacklist criteria that could not be answered.
    pub findings_unknown: Vec<String>,
    /// The facts are younger than the day: paid, reserve and status are those of a later day.
    pub hindsight: bool,
    /// The facts are older than the day.
    pub projected: bool,
    /// The value tier, in a rulebook that has tiers.
    pub tier: Option<TierAnswer>,
    /// The answer of each scale of discounts and surcharges, in a rulebook that has them.
    pub bonus_malus: Vec<ScaleAnswer>,
    /// The expressions that the rules were asked to measure, in that order; empty when undecided.
    pub measures: Vec<Measure>,
    /// What is wrong with the facts, in a portfolio, where the cause is `rejected_row`.
    pub problems: Vec<Problem>,
}

/// A blacklist criterion that proposes, or a claim that counts nowhere.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct AssessmentFinding {
    /// The criterion; of a claim `no_policy`, `void_policy`, `outside_cover` or `not_known`.
    pub id: String,
    /// The claim.
    #[uniffi(default = None)]
    pub claim_id: Option<String>,
}

/// The value tier.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct TierAnswer {
    /// The tier, or why there is none.
    pub tier: String,
    /// The veto that decided it.
    pub veto: Option<String>,
    /// When it is undecided, the first characteristic that could not be scored.
    pub missing: Option<String>,
    /// The points to six places, for reading.
    pub points: Option<Amount>,
    /// What each characteristic gave.
    pub characteristics: Vec<TierPart>,
}

/// What one characteristic gave to a tier.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct TierPart {
    /// The characteristic.
    pub id: String,
    /// What it scores, in the rule language.
    pub scored: String,
    /// Its points to six places, for reading.
    pub points: Option<Amount>,
}

/// The answer of a scale of discounts and surcharges.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct ScaleAnswer {
    /// The scale.
    pub id: String,
    /// Whether it answers, and if not, why.
    pub state: FigureState,
    /// Its answer.
    pub value: Option<String>,
}

impl From<&core::Outcome> for Assessment {
    fn from(outcome: &core::Outcome) -> Self {
        let findings = outcome.findings.iter().map(|finding| AssessmentFinding {
            id: finding.id.clone(),
            claim_id: finding.claim_id.clone(),
        });
        let scales = outcome.bonus_malus.iter().flatten();
        Self {
            customer_id: outcome.customer_id.clone(),
            as_of: outcome.as_of.into(),
            decided: outcome.is_decided(),
            category: outcome.category,
            standing: outcome.standing,
            cause: outcome.cause,
            holds: outcome.holds.clone(),
            unknown: outcome.unknown.clone(),
            alerts: outcome.alerts.clone(),
            alerts_unknown: outcome.alerts_unknown.clone(),
            findings: findings.collect(),
            findings_unknown: outcome.findings_unknown.clone(),
            hindsight: outcome.hindsight,
            projected: outcome.projected,
            tier: outcome.tier.as_ref().map(TierAnswer::from),
            bonus_malus: scales.map(ScaleAnswer::from).collect(),
            measures: Vec::new(),
            problems: Vec::new(),
        }
    }
}

fn points(points: core::Points) -> Amount {
    Amount(core::shown(points.num, points.den))
}

impl From<&core::Tier> for TierAnswer {
    fn from(tier: &core::Tier) -> Self {
        let characteristics = tier.characteristics.iter().map(|part| TierPart {
            id: part.id.clone(),
            scored: part.value.clone(),
            points: part.points.map(points),
        });
        Self {
            tier: tier.tier.clone(),
            veto: tier.veto.clone(),
            missing: tier.missing.clone(),
            points: tier.points.map(points),
            characteristics: characteristics.collect(),
        }
    }
}

impl From<&core::Scale> for ScaleAnswer {
    fn from(scale: &core::Scale) -> Self {
        Self {
            id: scale.id.clone(),
            state: scale.state,
            value: scale.value.clone(),
        }
    }
}
