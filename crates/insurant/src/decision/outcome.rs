//! An outcome in words: a verdict with the names of its rules, and the findings on single claims.

use super::verdict::{RuleBits, Verdict};
use crate::category::Category;
use crate::date::Date;
use crate::measure::Fate;
use crate::rulebook::CustomerRules;
use insurant_rules::document::{Json, Object};

/// A finding on one claim: why it counts nowhere.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ClaimFinding {
    /// `no_policy`, `void_policy`, `outside_cover` or `not_known`.
    pub id: &'static str,
    /// The claim.
    pub claim_id: String,
}

/// What stands beside the category, in rulebooks that have it.
#[derive(Debug, Clone, Default)]
pub struct Schemes {
    /// The value tier with its points.
    pub tier: Option<Json>,
    /// The answer of each scale of discounts and surcharges.
    pub bonus_malus: Option<Json>,
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

fn names<'a>(set: RuleBits, name: impl Fn(usize) -> Option<&'a str>) -> Json {
    Json::list(set.positions().filter_map(name))
}

/// The outcome as JSON, the same in every language.
#[must_use]
pub fn outcome_json(
    rules: &CustomerRules,
    as_of: Date,
    customer_id: &str,
    verdict: &Verdict,
    claims: &[ClaimFinding],
    schemes: Schemes,
) -> Json {
    let mut findings: Vec<ClaimFinding> = claims.to_vec();
    findings.sort_unstable();
    let proposals = verdict
        .proposals
        .positions()
        .filter_map(|i| rules.criterion_id(i));
    let proposals = proposals.map(|id| Json::object([("id", id.into())]));
    let about_claims = findings.iter().map(|f| {
        Json::object([
            ("claim_id", f.claim_id.as_str().into()),
            ("id", f.id.into()),
        ])
    });
    let findings: Vec<Json> = if verdict.is_decided() {
        proposals.chain(about_claims).collect()
    } else {
        Vec::new()
    };
    Json::Object(
        Object::new()
            .with_some("tier", schemes.tier)
            .with_some("bonus_malus", schemes.bonus_malus)
            .with("alerts", names(verdict.alerts, |i| rules.alert_id(i)))
            .with(
                "alerts_unknown",
                names(verdict.alerts_unknown, |i| rules.alert_id(i)),
            )
            .with("as_of", as_of.to_string())
            .with_some("category", verdict.category.map(Category::as_str))
            .with_some("cause", verdict.cause.map(super::Cause::as_str))
            .with("customer_id", customer_id)
            .with("findings", Json::list(findings))
            .with(
                "findings_unknown",
                names(verdict.proposals_unknown, |i| rules.criterion_id(i)),
            )
            .with_some("hindsight", verdict.hindsight.then_some(true))
            .with(
                "holds",
                Json::list(rules.held(verdict).into_iter().map(Category::as_str)),
            )
            .with_some("projected", verdict.projected.then_some(true))
            .with_some("standing", verdict.standing.map(crate::Standing::as_str))
            .with(
                "status",
                if verdict.is_decided() {
                    "decided"
                } else {
                    "undecided"
                },
            )
            .with(
                "unknown",
                names(verdict.unknown, |i| rules.category_rule_id(i)),
            ),
    )
}
