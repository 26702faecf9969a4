//! Facts that hold together: identifiers resolved, rows checked, ready for the kernel.

use super::{
    Claim, ClaimFacts, ClaimTerms, CustomerFacts, CustomerView, Entry, Policy, PolicyFacts,
    PolicyTerms, PremiumMovement, Profile,
};
use crate::code;
use crate::decision::Cause;
use crate::lines::LineCodes;
use insurant_rules::{Currency, Place, Problem, Problems, Slot};
use std::collections::BTreeMap;

/// A customer whose facts were checked against a rulebook.
#[derive(Clone)]
pub struct CheckedCustomer {
    facts: CustomerFacts,
    profile: Profile,
    inputs: Vec<Slot>,
    policies: Vec<Policy>,
    claims: Vec<Claim>,
    placed: Vec<(Policy, Vec<PremiumMovement>)>,
    entries: Vec<Entry>,
    cause: Option<Cause>,
}

/// Numbers for words that only need to be told apart, from 1.
#[derive(Default)]
struct Codes(BTreeMap<String, u32>);

impl Codes {
    fn code(&mut self, word: Option<&String>) -> u32 {
        let Some(word) = word else { return 0 };
        let next = u32::try_from(self.0.len()).unwrap_or(u32::MAX - 1) + 1;
        *self.0.entry(word.clone()).or_insert(next)
    }
}

/// Puts `path` before the path of every problem.
fn under(path: &str, problems: Problems, all: &mut Problems) {
    for problem in problems {
        let inner = &problem.place().path;
        let path = if inner.is_empty() {
            path.to_owned()
        } else {
            format!("{path}.{inner}")
        };
        all.push(problem.at(Place {
            path,
            ..Place::default()
        }));
    }
}

fn wrong(path: String, problem: Problem, all: &mut Problems) {
    all.push(problem.at(Place {
        path,
        ..Place::default()
    }));
}

impl CheckedCustomer {
    /// Checks facts; `inputs` are those of the rulebook, already read.
    ///
    /// # Errors
    /// Everything that does not hold together, with paths from the customer down.
    pub(crate) fn new(
        facts: CustomerFacts,
        inputs: Vec<Slot>,
        currency: Currency,
        mut lines: LineCodes,
    ) -> Result<Self, Problems> {
        let mut problems = Problems::new();
        let mut tenders = Codes::default();
        let mut mixed = false;
        let mut read = |list: &str, policies: &[PolicyFacts], problems: &mut Problems| {
            let mut ids = BTreeMap::new();
            let mut checked = Vec::with_capacity(policies.len());
            for (i, policy) in policies.iter().enumerate() {
                let path = format!("{list}[{i}]");
                unique(&mut ids, &policy.policy_id, "policy_id", &path, problems);
                mixed |= policy
                    .currency
                    .as_deref()
                    .is_some_and(|code| code != currency.code());
                let terms = terms(policy, lines.code(&policy.line), &mut tenders);
                match Policy::check(terms, &policy.movements) {
                    Ok(policy) => checked.push(policy),
                    Err(found) => under(&path, found, problems),
                }
            }
            checked
        };
        let policies = read("policies", &facts.policies, &mut problems);
        let placed = read("placed", &facts.placed, &mut problems);
        for (i, policy) in facts.placed.iter().enumerate() {
            if !carries(policy, &facts) {
                let problem = Problem::new(
                    code::WRONG_PARTNER,
                    "a policy among those placed through this partner does not carry its id",
                )
                .expected("the `customer_id` of the partner as `partner_id`")
                .remedy("leave out the policies of other partners");
                wrong(format!("placed[{i}].partner_id"), problem, &mut problems);
            }
        }
        let claims = claims(&facts, &mut problems);
        let mut ids = BTreeMap::new();
        for (i, entry) in facts.entries.iter().enumerate() {
            unique(
                &mut ids,
                &entry.entry_id,
                "entry_id",
                &format!("entries[{i}]"),
                &mut problems,
            );
        }
        let mut entries = Vec::with_capacity(facts.entries.len());
        for (i, entry) in facts.entries.iter().enumerate() {
            let entry = Entry {
                state: entry.state,
                effective: entry.effective,
                expiry: entry.expiry,
            };
            match entry.check() {
                Ok(entry) => entries.push(entry),
                Err(problem) => under(&format!("entries[{i}]"), problem.into(), &mut problems),
            }
        }
        let profile = Profile {
            kind: facts.kind,
            credit: facts.credit,
            intends_to_insure: facts.intends_to_insure,
            fraud_signs: facts.fraud_signs,
            hard_to_settle: facts.hard_to_settle,
            history_from: facts.history_from,
            valued_on: facts.valued_on,
            manager_assigned: facts.manager_id.as_ref().map(|id| !id.is_empty()),
            next_review: facts.next_review,
        };
        let placed = placed_through(&facts, &policies, &placed);
        problems.or(())?;
        Ok(Self {
            facts,
            profile,
            inputs,
            policies,
            claims,
            placed,
            entries,
            cause: mixed.then_some(Cause::MixedCurrency),
        })
    }

    /// The same customer, whom the host knows that it cannot decide on.
    #[must_use]
    pub const fn undecided(mut self, cause: Cause) -> Self {
        self.cause = Some(cause);
        self
    }

    /// Why these facts cannot be decided on, although each row is sound.
    #[must_use]
    pub const fn cause(&self) -> Option<Cause> {
        self.cause
    }

    /// The problems of facts that cannot be decided on: each policy in another currency.
    pub(crate) fn mixed_currency(&self, currency: Currency) -> Problems {
        let mut problems = Problems::new();
        let lists = [
            ("policies", &self.facts.policies),
            ("placed", &self.facts.placed),
        ];
        for (list, policies) in lists {
            for (i, policy) in policies.iter().enumerate() {
                if let Some(code) = policy.currency.as_deref()
                    && code != currency.code()
                {
                    let problem =
                        Problem::new(code::MIXED_CURRENCY, "a policy in another currency")
                            .found(format!("`{code}`"))
                            .expected(format!("`{currency}`, the rulebook's"))
                            .remedy("convert the amounts, or use a rulebook in that currency");
                    wrong(format!("{list}[{i}].currency"), problem, &mut problems);
                }
            }
        }
        problems
    }

    /// The id of a policy among those that carry this partner's id.
    pub(crate) fn placed_id(&self, position: usize) -> Option<&str> {
        let own = self
            .facts
            .policies
            .iter()
            .filter(|p| carries(p, &self.facts));
        let mut all = self.facts.placed.iter().chain(own);
        all.nth(position).map(|p| p.policy_id.as_str())
    }

    /// The facts as they were supplied.
    #[must_use]
    pub const fn facts(&self) -> &CustomerFacts {
        &self.facts
    }
}

/// Whether a policy carries this partner's id.
fn carries(policy: &PolicyFacts, partner: &CustomerFacts) -> bool {
    policy.partner_id.as_ref() == Some(&partner.customer_id)
}

/// A partner's placed business: the policies that carry its id, of others and its own.
fn placed_through(
    facts: &CustomerFacts,
    own: &[Policy],
    placed: &[Policy],
) -> Vec<(Policy, Vec<PremiumMovement>)> {
    let others = facts.placed.iter().zip(placed);
    others
        .chain(
            facts
                .policies
                .iter()
                .zip(own)
                .filter(|(policy, _)| carries(policy, facts)),
        )
        .map(|(facts, policy)| (*policy, facts.movements.clone()))
        .collect()
}

fn unique(
    seen: &mut BTreeMap<String, String>,
    id: &str,
    field: &str,
    path: &str,
    problems: &mut Problems,
) {
    if let Some(first) = seen.insert(id.to_owned(), path.to_owned()) {
        let problem = Problem::new(code::DUPLICATE_ID, format!("`{field}` occurs twice"))
            .found(format!("that of `{first}`"))
            .expected("an id of its own for each row");
        wrong(format!("{path}.{field}"), problem, problems);
    }
}

fn terms(policy: &PolicyFacts, line: u32, tenders: &mut Codes) -> PolicyTerms {
    PolicyTerms {
        start: policy.start,
        end: policy.end,
        written_premium: policy.written_premium,
        refunded: policy.refunded,
        cancelled_on: policy.cancelled_on,
        issued_on: policy.issued_on,
        line,
        source: policy.business_source,
        tender: tenders.code(policy.tender_id.as_ref()),
        insured_units: policy.insured_units,
    }
}

fn claims(facts: &CustomerFacts, problems: &mut Problems) -> Vec<Claim> {
    let positions: BTreeMap<&str, usize> = facts
        .policies
        .iter()
        .enumerate()
        .map(|(i, p)| (p.policy_id.as_str(), i))
        .collect();
    let (mut events, mut ids) = (Codes::default(), BTreeMap::new());
    let mut checked = Vec::with_capacity(facts.claims.len());
    for (i, claim) in facts.claims.iter().enumerate() {
        let path = format!("claims[{i}]");
        unique(&mut ids, &claim.claim_id, "claim_id", &path, problems);
        let policy = claim.policy_id.as_ref().and_then(|id| {
            let position = positions.get(id.as_str()).copied();
            if position.is_none() {
                let problem = Problem::new(code::UNKNOWN_POLICY, "a claim on an unknown policy")
                    .expected("the id of one of the customer's policies")
                    .remedy("leave `policy_id` out when the claim has no policy");
                wrong(format!("{path}.policy_id"), problem, problems);
            }
            u32::try_from(position?).ok()
        });
        match Claim::check(claim_terms(
            claim,
            policy,
            events.code(claim.event_id.as_ref()),
        )) {
            Ok(claim) => checked.push(claim),
            Err(found) => under(&path, found, problems),
        }
    }
    checked
}

const fn claim_terms(claim: &ClaimFacts, policy: Option<u32>, event: u32) -> ClaimTerms {
    ClaimTerms {
        policy,
        loss_date: claim.loss_date,
        reported_on: claim.reported_on,
        status: claim.status,
        paid: claim.paid,
        reserve: claim.reserve,
        recovered: claim.recovered,
        catastrophe: claim.catastrophe,
        event,
    }
}

impl CustomerView for CheckedCustomer {
    fn profile(&self) -> Profile {
        self.profile
    }
    fn input(&self, position: usize) -> Slot {
        self.inputs.get(position).copied().unwrap_or(Slot::UNKNOWN)
    }
    fn policies(&self) -> impl Iterator<Item = Policy> {
        self.policies.iter().copied()
    }
    fn movements(&self, policy: usize) -> impl Iterator<Item = PremiumMovement> {
        let movements = self
            .facts
            .policies
            .get(policy)
            .map(|p| p.movements.as_slice());
        movements.unwrap_or_default().iter().copied()
    }
    fn claims(&self) -> impl Iterator<Item = Claim> {
        self.claims.iter().copied()
    }
    fn placed(&self) -> impl Iterator<Item = Policy> {
        self.placed.iter().map(|(policy, _)| *policy)
    }
    fn placed_movements(&self, policy: usize) -> impl Iterator<Item = PremiumMovement> {
        let movements = self
            .placed
            .get(policy)
            .map(|(_, movements)| movements.as_slice());
        movements.unwrap_or_default().iter().copied()
    }
    fn entries(&self) -> impl Iterator<Item = Entry> {
        self.entries.iter().copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Date;
    use crate::facts::{BusinessSource, CustomerKind};

    #[test]
    fn a_placed_policy_carries_the_id_of_its_partner() {
        let mut facts = CustomerFacts::new("A-1", CustomerKind::Partner);
        facts.placed.push(PolicyFacts {
            policy_id: "P-1".into(),
            line: "motor".into(),
            business_source: BusinessSource::Intermediary,
            start: Date::parse("2024-01-01").unwrap(),
            end: Date::parse("2025-01-01").unwrap(),
            written_premium: 100,
            refunded: 0,
            cancelled_on: None,
            issued_on: None,
            partner_id: Some("A-2".into()),
            tender_id: None,
            insured_units: 1,
            currency: None,
            movements: Vec::new(),
        });
        let check = |facts: &CustomerFacts| {
            let currency = Currency::parse("CNY").unwrap();
            CheckedCustomer::new(facts.clone(), Vec::new(), currency, LineCodes::default())
        };
        let problems = check(&facts).err().unwrap();
        let found: Vec<_> = problems
            .iter()
            .map(|p| (p.code(), p.place().path.as_str()))
            .collect();
        assert_eq!(found, [(code::WRONG_PARTNER, "placed[0].partner_id")]);
        facts.placed[0].partner_id = Some("A-1".into());
        assert!(check(&facts).is_ok());
    }
}
