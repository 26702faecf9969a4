//! Facts as a host writes them down, with their identifiers: what enters through JSON or Rust.

use super::{BusinessSource, ClaimStatus, Credit, CustomerKind, EntryState, PremiumMovement};
use crate::date::Date;
use std::collections::BTreeMap;
use std::fmt;

/// A customer with everything that is known. Amounts are minor units of the rulebook's currency.
///
/// [`crate::Engine`] checks it before it decides on it. `Debug` prints no identifiers.
#[derive(Clone, PartialEq, Eq)]
pub struct CustomerFacts {
    /// The host's id of the customer.
    pub customer_id: String,
    /// The kind.
    pub kind: CustomerKind,
    /// Credit standing.
    pub credit: Option<Credit>,
    /// Means to insure with us.
    pub intends_to_insure: Option<bool>,
    /// Signs of malicious fraud.
    pub fraud_signs: Option<bool>,
    /// Hard to settle with after a loss.
    pub hard_to_settle: Option<bool>,
    /// The day from which the records are whole.
    pub history_from: Option<Date>,
    /// The day on which the facts were taken from the core system.
    pub valued_on: Option<Date>,
    /// The account manager; `Some("")` says that there is none, `None` that nobody told.
    pub manager_id: Option<String>,
    /// The day of the next review.
    pub next_review: Option<Date>,
    /// The inputs that the rulebook declares, as written.
    pub inputs: BTreeMap<String, String>,
    /// The customer's policies.
    pub policies: Vec<PolicyFacts>,
    /// The claims on them.
    pub claims: Vec<ClaimFacts>,
    /// Policies of other customers that carry this partner's id.
    pub placed: Vec<PolicyFacts>,
    /// Entries of the blacklist register.
    pub entries: Vec<EntryFacts>,
}

/// A policy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PolicyFacts {
    /// The host's id.
    pub policy_id: String,
    /// Line of business.
    pub line: String,
    /// How the business came.
    pub business_source: BusinessSource,
    /// First day of cover.
    pub start: Date,
    /// First day after it.
    pub end: Date,
    /// Premium at the start.
    pub written_premium: i64,
    /// What a cancellation gave back.
    pub refunded: i64,
    /// First day without cover, when cancelled.
    pub cancelled_on: Option<Date>,
    /// When it was issued.
    pub issued_on: Option<Date>,
    /// The partner through whom it was written.
    pub partner_id: Option<String>,
    /// The tender that it belongs to.
    pub tender_id: Option<String>,
    /// Units covered.
    pub insured_units: u32,
    /// The currency of its amounts; `None` for the rulebook's.
    pub currency: Option<String>,
    /// Endorsements.
    pub movements: Vec<PremiumMovement>,
}

/// A claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimFacts {
    /// The host's id.
    pub claim_id: String,
    /// The policy, if it has one.
    pub policy_id: Option<String>,
    /// Who claims, when it is not the policyholder.
    pub claimant_id: Option<String>,
    /// The day of the loss.
    pub loss_date: Date,
    /// The day it was reported.
    pub reported_on: Option<Date>,
    /// Where it stands.
    pub status: ClaimStatus,
    /// Total paid.
    pub paid: i64,
    /// Case reserve.
    pub reserve: i64,
    /// Recovered from others.
    pub recovered: i64,
    /// Coded as a catastrophe loss.
    pub catastrophe: bool,
    /// The event that it belongs to.
    pub event_id: Option<String>,
}

/// An entry of the blacklist register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryFacts {
    /// The host's id.
    pub entry_id: String,
    /// Where it stands.
    pub state: EntryState,
    /// Why it was made.
    pub reason: Option<String>,
    /// First day of effect.
    pub effective: Date,
    /// First day without effect.
    pub expiry: Option<Date>,
    /// The day of its review.
    pub review: Option<Date>,
    /// The lines that it concerns; all when empty.
    pub lines: Vec<String>,
}

impl CustomerFacts {
    /// A customer of whom only the id and kind are known.
    #[must_use]
    pub fn new(customer_id: impl Into<String>, kind: CustomerKind) -> Self {
        Self {
            customer_id: customer_id.into(),
            kind,
            credit: None,
            intends_to_insure: None,
            fraud_signs: None,
            hard_to_settle: None,
            history_from: None,
            valued_on: None,
            manager_id: None,
            next_review: None,
            inputs: BTreeMap::new(),
            policies: Vec::new(),
            claims: Vec::new(),
            placed: Vec::new(),
            entries: Vec::new(),
        }
    }
}

impl fmt::Debug for CustomerFacts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Identifiers of a person never reach a log.
        f.debug_struct("CustomerFacts")
            .field("kind", &self.kind)
            .field("policies", &self.policies.len())
            .field("claims", &self.claims.len())
            .field("entries", &self.entries.len())
            .finish_non_exhaustive()
    }
}
