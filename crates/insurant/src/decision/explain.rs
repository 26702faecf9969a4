//! The whole decision: outcome, every comparison, the facts behind each figure, fingerprints.

use super::assess::DatedRules;
use super::outcome::{ClaimFinding, Schemes, outcome_json};
use super::trace::{RuleTrace, Section, Trace};
use super::value::value_json;
use super::verdict::Verdict;
use crate::facts::{CheckedCustomer, ClaimFacts};
use crate::measure::Scratch;
use crate::measure::evidence::Part;
use crate::money;
use insurant_rules::document::{Json, Object, fingerprint};
use insurant_rules::order::InOrder;
use insurant_rules::program::Term;
use insurant_rules::rulebook::{CompiledRule, LANGUAGE_VERSION};
use insurant_rules::trace::Step;
use insurant_rules::{Slot, Type};

/// A decision with its reasons. Same facts, same rulebook, same day: the same bytes.
#[derive(Debug, Clone)]
pub struct Decision {
    verdict: Verdict,
    json: Json,
    fingerprint: String,
}

impl Decision {
    /// The verdict.
    #[must_use]
    pub const fn verdict(&self) -> &Verdict {
        &self.verdict
    }

    /// The decision as JSON: `outcome`, `trace`, `figures`, and what they rest on.
    #[must_use]
    pub const fn json(&self) -> &Json {
        &self.json
    }

    /// The digest of rulebook fingerprint, facts fingerprint, language version, day, outcome and
    /// trace. Whoever holds the facts and the rulebook can decide again and compare.
    #[must_use]
    pub fn fingerprint(&self) -> &str {
        &self.fingerprint
    }
}

/// The findings on claims that the last assessment left in the scratch.
pub(crate) fn claim_findings(customer: &CheckedCustomer, scratch: &Scratch) -> Vec<ClaimFinding> {
    let claims = &customer.facts().claims;
    let named = scratch.not_counted.iter().filter_map(|(position, fate)| {
        let claim = claims.get(usize::try_from(*position).ok()?)?;
        Some(ClaimFinding {
            id: fate.as_str(),
            claim_id: claim.claim_id.clone(),
        })
    });
    named.collect()
}

impl DatedRules<'_> {
    /// The outcome of a customer as JSON, without its reasons.
    pub fn outcome(&self, customer: &CheckedCustomer, scratch: &mut Scratch) -> Json {
        let verdict = self.assess_checked(customer, scratch);
        self.outcome_of(customer, &verdict, scratch)
    }

    /// Like [`Self::assess`]; facts that mix currencies are undecided.
    pub fn assess_checked(&self, customer: &CheckedCustomer, scratch: &mut Scratch) -> Verdict {
        match customer.cause() {
            Some(cause) => self.undecided(cause, &customer),
            None => self.assess(customer, scratch),
        }
    }

    fn outcome_of(&self, customer: &CheckedCustomer, verdict: &Verdict, scratch: &Scratch) -> Json {
        let (findings, schemes) = if verdict.is_decided() {
            let schemes = Schemes {
                tier: self.tier(scratch),
                bonus_malus: self.bonus_malus(scratch),
            };
            (claim_findings(customer, scratch), schemes)
        } else {
            (Vec::new(), Schemes::default())
        };
        let id = &customer.facts().customer_id;
        outcome_json(self.rules, self.as_of(), id, verdict, &findings, schemes)
    }

    /// Decides on a customer and says why.
    pub fn explain(&self, customer: &CheckedCustomer, scratch: &mut Scratch) -> Decision {
        let mut trace = Trace::new();
        let verdict = match customer.cause() {
            Some(cause) => self.undecided(cause, &customer),
            None => self.trace(customer, scratch, &mut trace),
        };
        let rules = self.rules;
        let rulebook = rules.rulebook();
        let facts = customer
            .facts()
            .to_json(rules.currency())
            .to_canonical_string();
        let sealed = Object::new()
            .with("as_of", self.as_of().to_string())
            .with("facts", fingerprint(&facts))
            .with("language", Json::exact(LANGUAGE_VERSION))
            .with("outcome", self.outcome_of(customer, &verdict, scratch))
            .with("rulebook", rules.fingerprint())
            .with("trace", self.trace_json(&trace, &scratch.slots));
        let digest = fingerprint(&Json::Object(sealed.clone()).to_canonical_string());
        let figures = if verdict.is_decided() {
            self.figures(customer, scratch)
        } else {
            self.overflown(&verdict, scratch)
        };
        let json = sealed
            .with("figures", figures)
            .with("fingerprint", digest.as_str())
            .with(
                "rulebook_id",
                format!("{}@{}", rulebook.id(), rulebook.version()),
            );
        Decision {
            verdict,
            json: Json::Object(json),
            fingerprint: digest,
        }
    }

    /// What could not be summed, when that is why nothing was decided.
    fn overflown(&self, verdict: &Verdict, scratch: &Scratch) -> Json {
        let requests = self.rules.program().requests();
        let figure = self
            .dated
            .overflown(scratch)
            .and_then(|at| requests.get(at));
        match (verdict.cause, figure) {
            (Some(super::Cause::Overflow), Some(request)) => Json::list([Json::object([
                ("state", "overflow".into()),
                ("text", request.to_string().into()),
            ])]),
            _ => Json::list(Vec::<Json>::new()),
        }
    }

    fn trace_json(&self, trace: &Trace, _slots: &[Slot]) -> Json {
        let section = |section: Section| {
            Json::list(
                trace
                    .rules
                    .iter()
                    .filter(|rule| rule.section == section)
                    .filter_map(|rule| self.rule_json(trace, rule)),
            )
        };
        Json::object([
            ("alerts", section(Section::Alerts)),
            ("blacklist", section(Section::Blacklist)),
            ("categories", section(Section::Categories)),
        ])
    }

    fn rule_json(&self, trace: &Trace, traced: &RuleTrace) -> Option<Json> {
        let rules = self.rules;
        let (rule, outcome): (&CompiledRule, _) = match traced.section {
            Section::Categories => {
                let rule = rules.categories.get(traced.position)?;
                (&rule.rule, Some(rule.category.as_str()))
            }
            Section::Alerts => (&rules.alerts.get(traced.position)?.rule, None),
            Section::Blacklist => (&rules.criteria.get(traced.position)?.rule, None),
        };
        let steps = trace
            .steps(traced)
            .iter()
            .filter_map(|step| self.step_json(step));
        Some(Json::Object(
            Object::new()
                .with("id", rule.id.as_str())
                .with_some("outcome", outcome)
                .with("result", traced.truth.as_str())
                .with("when", rule.text.as_str())
                .with_some("source", rule.about.source.as_deref())
                .with_some("example", rule.example.then_some(true))
                .with_some("came_close", trace.came_close(traced).then_some(true))
                .with("comparisons", Json::list(steps)),
        ))
    }

    fn step_json(&self, step: &Step) -> Option<Json> {
        let comparison = self.rules.program().comparison(step.comparison)?;
        let term = |term: &Term, slot: Slot| {
            Json::Object(
                self.value(slot, &term.ty)
                    .with("text", term.text.as_str())
                    .with_some("parameter", term.parameter.as_deref()),
            )
        };
        Some(Json::Object(
            Object::new()
                .with("text", comparison.text.as_str())
                .with("result", step.truth.as_str())
                .with_some("decisive", step.decisive.then_some(true))
                .with_some("within", comparison.within.as_deref())
                .with("left", term(&comparison.left, step.left))
                .with_some(
                    "right",
                    comparison
                        .right
                        .as_ref()
                        .map(|right| term(right, step.right)),
                ),
        ))
    }

    /// A value of this rulebook as JSON.
    #[must_use]
    pub fn value(&self, slot: Slot, ty: &Type) -> Object {
        let texts = self.rules.program().texts();
        value_json(slot, ty, |n| {
            usize::try_from(n).ok().and_then(|n| texts.get(n)).cloned()
        })
    }

    /// Every figure with the facts behind it.
    fn figures(&self, customer: &CheckedCustomer, scratch: &Scratch) -> Json {
        let program = self.rules.program();
        let fills = self.rules.plan.fills.iter().zip(&scratch.slots);
        let requests = program.requests().iter().enumerate().zip(fills);
        let policies = &customer.facts().policies;
        let id = |position: u32| {
            let policy = usize::try_from(position).ok().and_then(|i| policies.get(i));
            policy.map_or("", |policy| policy.policy_id.as_str())
        };
        Json::list(requests.map(|((i, request), (&fill, &slot))| {
            let ty = program.request_type(i).cloned().unwrap_or(Type::Boolean);
            let parts = self.dated.evidence(fill, scratch, &id);
            let mut parts: Vec<Json> = parts
                .iter()
                .filter_map(|p| self.part(customer, p))
                .collect();
            parts.order_by(|a, b| order_of(a).cmp(&order_of(b)));
            let parts = (!parts.is_empty()).then(|| Json::list(parts));
            let needs = matches!(fill, crate::measure::plan::Fill::NeedsTransactions { .. });
            Json::Object(
                self.value(slot, &ty)
                    .with("text", request.to_string())
                    .with_some("facts", parts)
                    .with_some(
                        "reason",
                        (needs && slot.state == insurant_rules::State::Undefined)
                            .then_some("needs_transactions"),
                    ),
            )
        }))
    }

    fn part(&self, customer: &CheckedCustomer, part: &Part) -> Option<Json> {
        let facts = customer.facts();
        let index = |position: &u32| usize::try_from(*position).ok();
        let amount = |what: &str, amount: &i128| match what {
            "days covered" | "insured units" | "in force" => amount.to_string(),
            _ => i64::try_from(*amount).map_or_else(
                |_| amount.to_string(),
                |a| money::format(a, self.rules.currency()),
            ),
        };
        Some(match part {
            Part::Policy {
                position,
                what,
                amount: given,
            } => Json::object([
                (
                    "policy_id",
                    facts
                        .policies
                        .get(index(position)?)?
                        .policy_id
                        .as_str()
                        .into(),
                ),
                ("what", (*what).into()),
                ("amount", amount(what, given).into()),
            ]),
            Part::Placed {
                position,
                amount: given,
            } => Json::object([
                ("policy_id", customer.placed_id(index(position)?)?.into()),
                ("what", "written through this partner".into()),
                ("amount", amount("", given).into()),
            ]),
            Part::Claim {
                position,
                amount: given,
            } => {
                let claim = facts.claims.get(index(position)?)?;
                Json::object([
                    ("claim_id", claim.claim_id.as_str().into()),
                    ("loss_date", claim.loss_date.to_string().into()),
                    ("what", "counted".into()),
                    ("amount", amount("", given).into()),
                ])
            }
            Part::Counted { position } => counted(facts.claims.get(index(position)?)?, "counted"),
            Part::CountedWithEvent { position } => {
                let claim = facts.claims.get(index(position)?)?;
                counted(claim, "counted as one with its event")
            }
            Part::NotCounted { position, why } => {
                let claim = facts.claims.get(index(position)?)?;
                Json::object([
                    ("claim_id", claim.claim_id.as_str().into()),
                    ("loss_date", claim.loss_date.to_string().into()),
                    ("what", "not counted".into()),
                    ("why", (*why).into()),
                ])
            }
        })
    }
}

fn counted(claim: &ClaimFacts, what: &str) -> Json {
    Json::object([
        ("claim_id", claim.claim_id.as_str().into()),
        ("loss_date", claim.loss_date.to_string().into()),
        ("what", what.into()),
    ])
}

/// Parts stand in order of id, whatever the order of the facts was: claims, then policies by what
/// they gave.
fn order_of(part: &Json) -> (bool, &str, &str) {
    let text = |key| part.get(key).and_then(Json::text).unwrap_or_default();
    match part.get("claim_id") {
        Some(_) => (false, text("claim_id"), ""),
        None => (true, text("what"), text("policy_id")),
    }
}
