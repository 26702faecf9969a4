//! The whole decision: outcome, every comparison, the facts behind each figure, fingerprints.

use super::assess::DatedRules;
use super::explanation::{
    ExplainedComparison, ExplainedRule, ExplainedTerm, Explanation, Figure, FigureFact, FigureRow,
    RuleSection,
};
use super::outcome::{Outcome, OutcomeFinding};
use super::reading::Reading;
use super::trace::{RuleTrace, Trace};
use super::verdict::{Cause, Verdict};
use crate::facts::{CheckedCustomer, ClaimFacts};
use crate::measure::Scratch;
use crate::measure::evidence::Part;
use crate::measure::plan::Fill;
use crate::money;
use insurant_rules::document::{Json, Object, fingerprint};
use insurant_rules::order::InOrder;
use insurant_rules::program::Term;
use insurant_rules::rulebook::{CompiledRule, LANGUAGE_VERSION};
use insurant_rules::trace::Step;
use insurant_rules::{Slot, State, Type};

/// A decision with its reasons. Same facts, same rulebook, same day: the same bytes.
#[derive(Debug, Clone)]
pub struct Decision {
    verdict: Verdict,
    outcome: Outcome,
    explanation: Explanation,
    json: Json,
    facts_fingerprint: String,
    fingerprint: String,
}

impl Decision {
    /// The verdict.
    #[must_use]
    pub const fn verdict(&self) -> &Verdict {
        &self.verdict
    }

    /// The verdict in words.
    #[must_use]
    pub const fn outcome(&self) -> &Outcome {
        &self.outcome
    }

    /// Every rule with its comparisons, every figure with the facts behind it.
    #[must_use]
    pub const fn explanation(&self) -> &Explanation {
        &self.explanation
    }

    /// The decision as JSON: `outcome`, `trace`, `figures`, and what they rest on.
    #[must_use]
    pub const fn json(&self) -> &Json {
        &self.json
    }

    /// The digest of the facts in canonical form.
    #[must_use]
    pub fn facts_fingerprint(&self) -> &str {
        &self.facts_fingerprint
    }

    /// The digest of rulebook fingerprint, facts fingerprint, language version, day, outcome and
    /// trace. Whoever holds the facts and the rulebook can decide again and compare.
    #[must_use]
    pub fn fingerprint(&self) -> &str {
        &self.fingerprint
    }
}

/// The findings on claims that the last assessment left in the scratch.
fn claim_findings(customer: &CheckedCustomer, scratch: &Scratch) -> Vec<OutcomeFinding> {
    let claims = &customer.facts().claims;
    let named = scratch.not_counted.iter().filter_map(|(position, fate)| {
        let claim = claims.get(usize::try_from(*position).ok()?)?;
        Some(OutcomeFinding {
            id: fate.as_str().to_owned(),
            claim_id: Some(claim.claim_id.clone()),
        })
    });
    named.collect()
}

impl DatedRules<'_> {
    /// The outcome of a customer as JSON, without its reasons.
    pub fn outcome(&self, customer: &CheckedCustomer, scratch: &mut Scratch) -> Json {
        self.decided(customer, scratch).to_json()
    }

    /// The outcome of a customer in words, without its reasons.
    pub fn decided(&self, customer: &CheckedCustomer, scratch: &mut Scratch) -> Outcome {
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

    fn outcome_of(
        &self,
        customer: &CheckedCustomer,
        verdict: &Verdict,
        scratch: &Scratch,
    ) -> Outcome {
        let id = &customer.facts().customer_id;
        let of = |claims| Outcome::new(self.rules, self.as_of(), id, verdict, claims);
        if !verdict.is_decided() {
            return of(Vec::new());
        }
        Outcome {
            tier: self.tier(scratch),
            bonus_malus: self.bonus_malus(scratch),
            ..of(claim_findings(customer, scratch))
        }
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
        let facts_fingerprint = fingerprint(&facts);
        let outcome = self.outcome_of(customer, &verdict, scratch);
        let explanation = self.explanation(customer, &verdict, scratch, &trace);
        let sealed = Object::new()
            .with("as_of", self.as_of().to_string())
            .with("facts", facts_fingerprint.as_str())
            .with("language", Json::exact(LANGUAGE_VERSION))
            .with("outcome", outcome.to_json())
            .with("rulebook", rules.fingerprint())
            .with("trace", explanation.trace_json());
        let digest = fingerprint(&Json::Object(sealed.clone()).to_canonical_string());
        let json = sealed
            .with("figures", explanation.figures_json())
            .with("fingerprint", digest.as_str())
            .with(
                "rulebook_id",
                format!("{}@{}", rulebook.id(), rulebook.version()),
            );
        Decision {
            verdict,
            outcome,
            explanation,
            json: Json::Object(json),
            facts_fingerprint,
            fingerprint: digest,
        }
    }

    fn explanation(
        &self,
        customer: &CheckedCustomer,
        verdict: &Verdict,
        scratch: &Scratch,
        trace: &Trace,
    ) -> Explanation {
        let rules = trace.rules.iter();
        let rules = rules.filter_map(|rule| self.explained(trace, rule));
        let figures = if verdict.is_decided() {
            self.figures(customer, scratch)
        } else {
            Vec::new()
        };
        Explanation {
            rules: rules.collect(),
            figures,
            overflow: self.overflown(verdict, scratch),
        }
    }

    /// What could not be summed, when that is why nothing was decided.
    fn overflown(&self, verdict: &Verdict, scratch: &Scratch) -> Option<String> {
        if verdict.cause != Some(Cause::Overflow) {
            return None;
        }
        let requests = self.rules.program().requests();
        let request = requests.get(self.dated.overflown(scratch)?)?;
        Some(request.to_string())
    }

    fn explained(&self, trace: &Trace, traced: &RuleTrace) -> Option<ExplainedRule> {
        let rules = self.rules;
        let (rule, outcome): (&CompiledRule, _) = match traced.section {
            RuleSection::Categories => {
                let rule = rules.categories.get(traced.position)?;
                (&rule.rule, Some(rule.category))
            }
            RuleSection::Alerts => (&rules.alerts.get(traced.position)?.rule, None),
            RuleSection::Blacklist => (&rules.criteria.get(traced.position)?.rule, None),
        };
        let comparisons = trace
            .steps(traced)
            .iter()
            .filter_map(|step| self.comparison(step));
        Some(ExplainedRule {
            section: traced.section,
            id: rule.id.clone(),
            outcome,
            result: traced.truth,
            when: rule.text.clone(),
            source: rule.about.source.clone(),
            example: rule.example,
            came_close: trace.came_close(traced),
            comparisons: comparisons.collect(),
        })
    }

    fn comparison(&self, step: &Step) -> Option<ExplainedComparison> {
        let comparison = self.rules.program().comparison(step.comparison)?;
        let term = |term: &Term, slot: Slot| ExplainedTerm {
            text: term.text.clone(),
            parameter: term.parameter.clone(),
            reading: self.reading(slot, &term.ty),
        };
        let right = comparison.right.as_ref();
        Some(ExplainedComparison {
            text: comparison.text.clone(),
            result: step.truth,
            decisive: step.decisive,
            within: comparison.within.clone(),
            left: term(&comparison.left, step.left),
            right: right.map(|right| term(right, step.right)),
        })
    }

    /// A value of this rulebook.
    #[must_use]
    pub fn reading(&self, slot: Slot, ty: &Type) -> Reading {
        let texts = self.rules.program().texts();
        Reading::of(slot, ty, |n| {
            usize::try_from(n).ok().and_then(|n| texts.get(n)).cloned()
        })
    }

    /// A value of this rulebook as JSON.
    #[must_use]
    pub fn value(&self, slot: Slot, ty: &Type) -> Object {
        self.reading(slot, ty).to_object()
    }

    /// Every figure with the facts behind it.
    fn figures(&self, customer: &CheckedCustomer, scratch: &Scratch) -> Vec<Figure> {
        let program = self.rules.program();
        let fills = self.rules.plan.fills.iter().zip(&scratch.slots);
        let requests = program.requests().iter().enumerate().zip(fills);
        let policies = &customer.facts().policies;
        let id = |position: u32| {
            let policy = usize::try_from(position).ok().and_then(|i| policies.get(i));
            policy.map_or("", |policy| policy.policy_id.as_str())
        };
        let figures = requests.map(|((i, request), (&fill, &slot))| {
            let ty = program.request_type(i).cloned().unwrap_or(Type::Boolean);
            let parts = self.dated.evidence(fill, scratch, &id);
            let facts = parts.iter().filter_map(|part| self.fact(customer, part));
            let mut facts: Vec<FigureFact> = facts.collect();
            facts.order_by(|a, b| a.order().cmp(&b.order()));
            let needs = matches!(fill, Fill::NeedsTransactions { .. });
            let reason = needs && slot.state == State::Undefined;
            Figure {
                text: request.to_string(),
                reading: self.reading(slot, &ty),
                reason: reason.then_some("needs_transactions"),
                facts,
            }
        });
        figures.collect()
    }

    fn fact(&self, customer: &CheckedCustomer, part: &Part) -> Option<FigureFact> {
        let facts = customer.facts();
        let index = |position: &u32| usize::try_from(*position).ok();
        let claim = |position: &u32| facts.claims.get(index(position)?).map(about);
        let amount = |what: &str, amount: &i128| match what {
            "days covered" | "insured units" | "in force" => amount.to_string(),
            _ => i64::try_from(*amount).map_or_else(
                |_| amount.to_string(),
                |a| money::format(a, self.rules.currency()),
            ),
        };
        let policy = |policy_id: &str, what: &'static str, given: &i128| FigureFact {
            row: FigureRow::Policy {
                policy_id: policy_id.to_owned(),
            },
            what,
            amount: Some(amount(what, given)),
            why: None,
        };
        Some(match part {
            Part::Policy {
                position,
                what,
                amount,
            } => policy(
                &facts.policies.get(index(position)?)?.policy_id,
                what,
                amount,
            ),
            Part::Placed { position, amount } => policy(
                customer.placed_id(index(position)?)?,
                "written through this partner",
                amount,
            ),
            Part::Claim {
                position,
                amount: given,
            } => FigureFact {
                amount: Some(amount("", given)),
                ..claim(position)?
            },
            Part::Counted { position } => claim(position)?,
            Part::CountedWithEvent { position } => FigureFact {
                what: "counted as one with its event",
                ..claim(position)?
            },
            Part::NotCounted { position, why } => FigureFact {
                what: "not counted",
                why: Some(why),
                ..claim(position)?
            },
        })
    }
}

/// A claim that counted.
fn about(claim: &ClaimFacts) -> FigureFact {
    FigureFact {
        row: FigureRow::Claim {
            claim_id: claim.claim_id.clone(),
            loss_date: claim.loss_date,
        },
        what: "counted",
        amount: None,
        why: None,
    }
}
