//! A customer with everything that is known.

use super::{Claim, Policy, RegisterEntry};
use crate::native::{Amount, CivilDate};
use crate::words::{Credit, CustomerKind};
use std::collections::HashMap;
use std::fmt;

/// A customer with everything that is known. What is absent is unknown, never "no".
#[derive(Clone, PartialEq, Eq, uniffi::Record)]
pub struct Customer {
    /// The host's id.
    pub customer_id: String,
    /// The kind.
    pub kind: CustomerKind,
    /// Credit standing.
    #[uniffi(default = None)]
    pub credit: Option<Credit>,
    /// Means to insure with us.
    #[uniffi(default = None)]
    pub intends_to_insure: Option<bool>,
    /// Signs of malicious fraud.
    #[uniffi(default = None)]
    pub fraud_signs: Option<bool>,
    /// Hard to settle with after a loss.
    #[uniffi(default = None)]
    pub hard_to_settle: Option<bool>,
    /// The day from which the records are whole.
    #[uniffi(default = None)]
    pub history_from: Option<CivilDate>,
    /// The day on which the facts were taken from the core system.
    #[uniffi(default = None)]
    pub valued_on: Option<CivilDate>,
    /// The account manager: empty when there is none, absent when nobody told.
    #[uniffi(default = None)]
    pub manager_id: Option<String>,
    /// The day of the next review.
    #[uniffi(default = None)]
    pub next_review: Option<CivilDate>,
    /// The inputs that the rulebook declares, by name.
    #[uniffi(default)]
    pub inputs: HashMap<String, InputValue>,
    /// The customer's policies.
    #[uniffi(default = [])]
    pub policies: Vec<Policy>,
    /// The claims on them.
    #[uniffi(default = [])]
    pub claims: Vec<Claim>,
    /// Policies of other customers that carry this partner's id.
    #[uniffi(default = [])]
    pub placed: Vec<Policy>,
    /// Entries of the blacklist register.
    #[uniffi(default = [])]
    pub entries: Vec<RegisterEntry>,
}

/// The value of an input that a rulebook declares.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Enum)]
pub enum InputValue {
    /// Yes or no.
    Answer {
        /// Which.
        value: bool,
    },
    /// A count.
    Count {
        /// How many.
        value: i64,
    },
    /// A decimal: an amount in major units, or a ratio.
    Number {
        /// How much.
        value: Amount,
    },
    /// A day.
    Day {
        /// Which.
        value: CivilDate,
    },
    /// Words, or the word of an enumeration.
    Words {
        /// Which.
        value: String,
    },
}

impl fmt::Debug for Customer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Identifiers of a person never reach a log.
        f.debug_struct("Customer")
            .field("kind", &self.kind)
            .field("policies", &self.policies.len())
            .field("claims", &self.claims.len())
            .field("entries", &self.entries.len())
            .finish_non_exhaustive()
    }
}
