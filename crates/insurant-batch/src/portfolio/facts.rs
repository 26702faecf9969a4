//! A customer of a portfolio written out, with identifiers: for explanations and JSON.

use super::CustomerRef;
use super::ids::{Ids, at};
use insurant::facts::{
    Claim, ClaimFacts, CustomerFacts, CustomerView as _, Policy, PolicyFacts, PremiumMovement,
};

impl CustomerRef<'_> {
    /// Everything known of the customer, copied.
    #[must_use]
    pub fn facts(&self) -> CustomerFacts {
        let portfolio = self.portfolio;
        let profile = self.profile();
        let mut facts = CustomerFacts::new(self.id().to_owned(), profile.kind);
        facts.credit = profile.credit;
        facts.intends_to_insure = profile.intends_to_insure;
        facts.fraud_signs = profile.fraud_signs;
        facts.hard_to_settle = profile.hard_to_settle;
        facts.history_from = profile.history_from;
        facts.valued_on = profile.valued_on;
        facts.manager_id = portfolio.people.managers.get(self.index).map(str::to_owned);
        facts.next_review = profile.next_review;
        for (name, column) in &portfolio.people.inputs {
            if let Some(value) = column.written(self.index) {
                facts.inputs.insert(name.clone(), value);
            }
        }
        let own = portfolio.policies.policies.range(self.index);
        facts.policies = own
            .clone()
            .filter_map(|slot| self.policy_facts(slot))
            .collect();
        // What the partner holds itself is among its own policies already.
        let placed = portfolio.policies.placed.of(self.index).iter();
        let others = placed
            .map(|&slot| at(slot))
            .filter(|slot| !own.contains(slot));
        facts.placed = others.filter_map(|slot| self.policy_facts(slot)).collect();
        let claims = self.claim_slice().iter().enumerate();
        facts.claims = claims
            .map(|(i, claim)| self.claim_facts(i, claim))
            .collect();
        let entries = 0..self.entry_slice().len();
        facts.entries = entries
            .filter_map(|i| self.entry_facts(i).cloned())
            .collect();
        facts
    }

    fn policy_facts(&self, slot: usize) -> Option<PolicyFacts> {
        let book = &self.portfolio.policies;
        let number = book.policies.number(slot)?;
        let terms = book.policies.items().get(slot).map(Policy::terms)?;
        let movements: Vec<PremiumMovement> = book.movements.of(slot).to_vec();
        Some(PolicyFacts {
            policy_id: book.ids.get(number)?.to_owned(),
            line: self
                .portfolio
                .line(terms.line)
                .unwrap_or_default()
                .to_owned(),
            business_source: terms.source,
            start: terms.start,
            end: terms.end,
            written_premium: terms.written_premium,
            refunded: terms.refunded,
            cancelled_on: terms.cancelled_on,
            issued_on: terms.issued_on,
            partner_id: book.partners.get(number).map(str::to_owned),
            tender_id: named(&book.tenders, terms.tender),
            insured_units: terms.insured_units,
            currency: None,
            movements,
        })
    }

    fn claim_facts(&self, position: usize, claim: &Claim) -> ClaimFacts {
        let terms = claim.terms();
        let book = &self.portfolio.claims;
        let slot = book.claims.range(self.index).start + position;
        let claimant = book.claims.number(slot).and_then(|n| book.claimants.get(n));
        let policy = terms.policy.and_then(|p| self.policy_id(at(p)));
        ClaimFacts {
            claim_id: self.claim_id(position).unwrap_or_default().to_owned(),
            policy_id: policy.map(str::to_owned),
            claimant_id: claimant.map(str::to_owned),
            loss_date: terms.loss_date,
            reported_on: terms.reported_on,
            status: terms.status,
            paid: terms.paid,
            reserve: terms.reserve,
            recovered: terms.recovered,
            catastrophe: terms.catastrophe,
            event_id: named(&book.events, terms.event),
        }
    }
}

/// The text of a code that counts from 1, 0 for none.
fn named(texts: &Ids, code: u32) -> Option<String> {
    texts.get(at(code).checked_sub(1)?).map(str::to_owned)
}
