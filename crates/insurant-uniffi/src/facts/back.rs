//! Facts of the core as records of the host.

use super::{Claim, Customer, InputValue, Policy, PremiumMovement, RegisterEntry};
use crate::native::Amount;
use insurant::Currency;
use insurant::facts::{ClaimFacts, CustomerFacts, EntryFacts, PolicyFacts};

impl Customer {
    /// The record of facts. Inputs are words, as they were written.
    pub(crate) fn of(facts: &CustomerFacts, currency: Currency) -> Self {
        let policies = |list: &[PolicyFacts]| {
            let policies = list.iter();
            policies.map(|p| Policy::of(p, currency)).collect()
        };
        let claims = facts.claims.iter();
        let inputs = facts.inputs.iter().map(|(name, written)| {
            let value = written.clone();
            (name.clone(), InputValue::Words { value })
        });
        Self {
            customer_id: facts.customer_id.clone(),
            kind: facts.kind,
            credit: facts.credit,
            intends_to_insure: facts.intends_to_insure,
            fraud_signs: facts.fraud_signs,
            hard_to_settle: facts.hard_to_settle,
            history_from: facts.history_from.map(Into::into),
            valued_on: facts.valued_on.map(Into::into),
            manager_id: facts.manager_id.clone(),
            next_review: facts.next_review.map(Into::into),
            inputs: inputs.collect(),
            policies: policies(&facts.policies),
            claims: claims.map(|claim| Claim::of(claim, currency)).collect(),
            placed: policies(&facts.placed),
            entries: facts.entries.iter().map(RegisterEntry::of).collect(),
        }
    }
}

/// An amount that is nothing when absent.
fn unless_nothing(minor: i64, currency: Currency) -> Option<Amount> {
    (minor != 0).then(|| Amount::of(minor, currency))
}

impl Policy {
    fn of(facts: &PolicyFacts, currency: Currency) -> Self {
        let movements = facts.movements.iter().map(|movement| PremiumMovement {
            effective: movement.effective.into(),
            amount: Amount::of(movement.amount, currency),
        });
        Self {
            policy_id: facts.policy_id.clone(),
            line: facts.line.clone(),
            business_source: facts.business_source,
            start: facts.start.into(),
            end: facts.end.into(),
            written_premium: Amount::of(facts.written_premium, currency),
            refunded: unless_nothing(facts.refunded, currency),
            cancelled_on: facts.cancelled_on.map(Into::into),
            issued_on: facts.issued_on.map(Into::into),
            partner_id: facts.partner_id.clone(),
            tender_id: facts.tender_id.clone(),
            insured_units: facts.insured_units.into(),
            currency: facts.currency.clone(),
            movements: movements.collect(),
        }
    }
}

impl Claim {
    fn of(facts: &ClaimFacts, currency: Currency) -> Self {
        Self {
            claim_id: facts.claim_id.clone(),
            loss_date: facts.loss_date.into(),
            status: facts.status,
            policy_id: facts.policy_id.clone(),
            claimant_id: facts.claimant_id.clone(),
            reported_on: facts.reported_on.map(Into::into),
            paid: unless_nothing(facts.paid, currency),
            reserve: unless_nothing(facts.reserve, currency),
            recovered: unless_nothing(facts.recovered, currency),
            catastrophe: facts.catastrophe,
            event_id: facts.event_id.clone(),
        }
    }
}

impl RegisterEntry {
    fn of(facts: &EntryFacts) -> Self {
        Self {
            entry_id: facts.entry_id.clone(),
            state: facts.state,
            effective: facts.effective.into(),
            reason: facts.reason.clone(),
            expiry: facts.expiry.map(Into::into),
            review: facts.review.map(Into::into),
            lines: facts.lines.clone(),
        }
    }
}
