//! Which claims count, as how many, and when a customer is free of them.

use super::measures::{Filter, Reference};
use super::policies::{start, stop, void};
use super::time::{Window, chrono};
use ::chrono::NaiveDate;
use insurant::facts::{ClaimFacts, ClaimStatus, PolicyFacts};
use std::collections::BTreeMap;

/// Claims and money of a window.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Tally {
    pub(crate) count: i128,
    pub(crate) paid_count: i128,
    /// Net of recoveries.
    pub(crate) paid: i128,
    pub(crate) reserve: i128,
    pub(crate) recovered: i128,
}

pub(crate) fn net_paid(claim: &ClaimFacts) -> i128 {
    i128::from(claim.paid) - i128::from(claim.recovered)
}

pub(crate) fn withdrawn(claim: &ClaimFacts) -> bool {
    claim.status == ClaimStatus::Withdrawn
}

impl Reference<'_> {
    pub(crate) fn policy_of(&self, claim: &ClaimFacts) -> Option<&PolicyFacts> {
        let id = claim.policy_id.as_ref()?;
        self.facts.policies.iter().find(|p| p.policy_id == *id)
    }

    /// Why a claim counts nowhere, if it does not.
    pub(crate) fn finding(&self, claim: &ClaimFacts) -> Option<&'static str> {
        let loss = chrono(claim.loss_date);
        let told = chrono(claim.reported_on.unwrap_or(claim.loss_date));
        if loss >= self.day || told >= self.day {
            return Some("not_known");
        }
        let Some(policy) = self.policy_of(claim) else {
            return Some("no_policy");
        };
        if void(policy, self.day) {
            return Some("void_policy");
        }
        let covered = start(policy) <= loss && loss < stop(policy, self.day);
        (!covered).then_some("outside_cover")
    }

    /// The claims that count, with their policies.
    pub(crate) fn counted(&self, filter: Filter) -> Vec<(&ClaimFacts, &PolicyFacts)> {
        let known = |claim: &&ClaimFacts| self.finding(claim).is_none();
        let claims = self.facts.claims.iter().filter(known);
        claims
            .filter_map(|claim| Some((claim, self.policy_of(claim)?)))
            .filter(|(claim, policy)| {
                filter.takes(policy) && !(filter.no_catastrophe && claim.catastrophe)
            })
            .collect()
    }

    pub(crate) fn tally(&self, window: Window, filter: Filter) -> Tally {
        let inside = |day: NaiveDate, policy: &PolicyFacts| {
            window
                .bounds(self.day, policy)
                .is_some_and(|(from, to)| from <= day && day < to)
        };
        let mut counted = self.counted(filter);
        if window == Window::PolicyYear {
            counted.retain(|(claim, policy)| inside(chrono(claim.loss_date), policy));
        }
        let mut tally = Tally::default();
        for (claim, policy) in counted.iter().filter(|(claim, _)| withdrawn(claim)) {
            if inside(chrono(claim.loss_date), policy) {
                tally.reserve += i128::from(claim.reserve);
            }
        }
        for (claims, policy) in occurrences(&counted) {
            if window != Window::PolicyYear && !inside(loss_date(&claims), policy) {
                continue;
            }
            tally.count += 1;
            tally.paid_count += i128::from(claims.iter().any(|c| net_paid(c) > 0));
            for claim in claims {
                tally.paid += net_paid(claim);
                tally.reserve += i128::from(claim.reserve);
                tally.recovered += i128::from(claim.recovered);
            }
        }
        tally
    }

    /// The losses that end claim-free years; and those that would, were they paid.
    pub(crate) fn breaking(&self, line: Option<&'static str>) -> (Vec<NaiveDate>, Vec<NaiveDate>) {
        let filter = Filter {
            line,
            source: None,
            no_catastrophe: true,
        };
        let counted = self.counted(filter);
        let (mut breaking, mut pending) = (Vec::new(), Vec::new());
        for (claims, _) in occurrences(&counted) {
            let open = |c: &&ClaimFacts| {
                matches!(c.status, ClaimStatus::Open | ClaimStatus::Reopened) && net_paid(c) <= 0
            };
            if claims.iter().any(|c| net_paid(c) > 0) {
                breaking.push(loss_date(&claims));
            } else if claims.iter().any(open) {
                pending.push(loss_date(&claims));
            }
        }
        (breaking, pending)
    }
}

/// The earliest loss of an event.
fn loss_date(claims: &[&ClaimFacts]) -> NaiveDate {
    chrono(claims.iter().map(|c| c.loss_date).min().unwrap())
}

/// One claim for every count, and the policy of the first of its rows.
type Occurrence<'a> = (Vec<&'a ClaimFacts>, &'a PolicyFacts);

/// Several claims with one event are one claim; withdrawn ones are none.
fn occurrences<'a>(counted: &[(&'a ClaimFacts, &'a PolicyFacts)]) -> Vec<Occurrence<'a>> {
    let mut all: BTreeMap<(Option<&str>, &str), Occurrence<'_>> = BTreeMap::new();
    for (claim, policy) in counted.iter().filter(|(claim, _)| !withdrawn(claim)) {
        let key = match claim.event_id.as_deref() {
            Some(event) => (Some(event), ""),
            None => (None, claim.claim_id.as_str()),
        };
        let occurrence = all.entry(key).or_insert_with(|| (Vec::new(), policy));
        occurrence.0.push(claim);
    }
    all.into_values().collect()
}
