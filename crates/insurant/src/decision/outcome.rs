//! An outcome in words: a verdict with the names of its rules, and the findings on single claims.

use super::scheme::{Scale, Tier};
use super::verdict::{Cause, RuleBits, Verdict};
use crate::category::{Category, Standing};
use crate::date::Date;
use crate::measure::Fate;
use crate::rulebook::CustomerRules;
use insurant_rules::document::{Json, Object};

/// What was decided on a customer, with the names of the rules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// The customer.
    pub customer_id: String,
    /// The day.
    pub as_of: Date,
    /// The category; `undecided` with a cause; `None` in a rulebook without categories.
    pub category: Option<Category>,
    /// What the host shows first; `None` when undecided and not blacklisted.
    pub standing: Option<Standing>,
    /// Why it is undecided; `None` when it is decided.
    pub cause: Option<Cause>,
    /// Every category that holds, from the head down.
    pub holds: Vec<Category>,
    /// Category rules that could not be answered.
    pub unknown: Vec<String>,
    /// The alerts raised, in order of id.
    pub alerts: Vec<String>,
    /// Alerts that could not be answered.
    pub alerts_unknown: Vec<String>,
    /// Criteria that propose, in order of id, then claims that count nowhere.
    pub findings: Vec<OutcomeFinding>,
    /// Criteria that could not be answered.
    pub findings_unknown: Vec<String>,
    /// The facts are younger than the day.
    pub hindsight: bool,
    /// The facts are older than the day.
    pub projected: bool,
    /// The value tier, in a rulebook that has tiers.
    pub tier: Option<Tier>,
    /// The answer of each scale of discounts and surcharges, in a rulebook that has scales.
    pub bonus_malus: Option<Vec<Scale>>,
}

/// A blacklist criterion that proposes, or a claim that counts nowhere.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct OutcomeFinding {
    /// The criterion; of a claim `no_policy`, `void_policy`, `outside_cover` or `not_known`.
    pub id: String,
    /// The claim.
    pub claim_id: Option<String>,
}

impl Fate {
    /// The id of the finding.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NotKnown => "not_known",
            Self::NoPolicy => "no_policy",
            Self::VoidPolicy => "void_policy",
            Self::OutsideCover => "outside_cover",
        }
    }
}

fn names<'a>(set: RuleBits, name: impl Fn(usize) -> Option<&'a str>) -> Vec<String> {
    let names = set.positions().filter_map(name);
    names.map(str::to_owned).collect()
}

impl Outcome {
    /// Puts a verdict into words; `claims` are the findings on claims.
    pub(crate) fn new(
        rules: &CustomerRules,
        as_of: Date,
        customer_id: &str,
        verdict: &Verdict,
        mut claims: Vec<OutcomeFinding>,
    ) -> Self {
        let criterion = |i| rules.criterion_id(i);
        claims.sort_unstable();
        let findings = if verdict.is_decided() {
            let proposals = names(verdict.proposals, criterion).into_iter();
            let proposals = proposals.map(|id| OutcomeFinding { id, claim_id: None });
            proposals.chain(claims).collect()
        } else {
            Vec::new()
        };
        Self {
            customer_id: customer_id.to_owned(),
            as_of,
            category: verdict.category,
            standing: verdict.standing,
            cause: verdict.cause,
            holds: rules.held(verdict),
            unknown: names(verdict.unknown, |i| rules.category_rule_id(i)),
            alerts: names(verdict.alerts, |i| rules.alert_id(i)),
            alerts_unknown: names(verdict.alerts_unknown, |i| rules.alert_id(i)),
            findings,
            findings_unknown: names(verdict.proposals_unknown, criterion),
            hindsight: verdict.hindsight,
            projected: verdict.projected,
            tier: None,
            bonus_malus: None,
        }
    }

    /// Whether the customer was decided on.
    #[must_use]
    pub const fn is_decided(&self) -> bool {
        self.cause.is_none()
    }

    /// The outcome as JSON, the same in every language.
    #[must_use]
    pub fn to_json(&self) -> Json {
        let words = |list: &[String]| Json::list(list.iter().map(String::as_str));
        let findings = self.findings.iter().map(|finding| {
            Object::new()
                .with_some("claim_id", finding.claim_id.as_deref())
                .with("id", finding.id.as_str())
        });
        let scales = self.bonus_malus.as_ref().map(|scales| {
            let scales = scales.iter();
            Json::object_of(scales.map(|scale| (scale.id.as_str(), scale.to_json())))
        });
        let status = if self.is_decided() {
            "decided"
        } else {
            "undecided"
        };
        let held = self.holds.iter().copied().map(Category::as_str);
        Json::Object(
            Object::new()
                .with_some("tier", self.tier.as_ref().map(Tier::to_json))
                .with_some("bonus_malus", scales)
                .with("alerts", words(&self.alerts))
                .with("alerts_unknown", words(&self.alerts_unknown))
                .with("as_of", self.as_of.to_string())
                .with_some("category", self.category.map(Category::as_str))
                .with_some("cause", self.cause.map(Cause::as_str))
                .with("customer_id", self.customer_id.as_str())
                .with("findings", Json::list(findings))
                .with("findings_unknown", words(&self.findings_unknown))
                .with_some("hindsight", self.hindsight.then_some(true))
                .with("holds", Json::list(held))
                .with_some("projected", self.projected.then_some(true))
                .with_some("standing", self.standing.map(Standing::as_str))
                .with("status", status)
                .with("unknown", words(&self.unknown)),
        )
    }
}
