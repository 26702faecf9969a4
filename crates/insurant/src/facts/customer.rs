//! Who a customer is.

use crate::closed::closed;
use crate::date::Date;

closed! {
    /// The kind of a customer.
    CustomerKind {
        /// A person.
        Individual = "individual",
        /// A firm or public body.
        Organisation = "organisation",
        /// An agency, broker or tender unit that brings business (C-11).
        Partner = "partner",
    }
}

closed! {
    /// Credit standing, as the host judges it.
    Credit {
        /// Pays and keeps terms.
        Good = "good",
        /// Neither.
        Fair = "fair",
        /// Does not.
        Poor = "poor",
    }
}

/// What is known of a customer beside policies and claims. `None` is "nobody told", never "no".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Profile {
    /// The kind.
    pub kind: CustomerKind,
    /// Credit standing.
    pub credit: Option<Credit>,
    /// Means to insure with us (C-08).
    pub intends_to_insure: Option<bool>,
    /// Signs of malicious fraud (C-12 b).
    pub fraud_signs: Option<bool>,
    /// Hard to settle with after a loss (C-12 c).
    pub hard_to_settle: Option<bool>,
    /// The day from which the host's records are whole; windows that open before are unknown.
    pub history_from: Option<Date>,
    /// The day on which the facts were taken from the core system.
    pub valued_on: Option<Date>,
    /// Whether an account manager is assigned.
    pub manager_assigned: Option<bool>,
    /// The day of the next review.
    pub next_review: Option<Date>,
}

impl Profile {
    /// A customer of whom only the kind is known.
    #[must_use]
    pub const fn new(kind: CustomerKind) -> Self {
        Self {
            kind,
            credit: None,
            intends_to_insure: None,
            fraud_signs: None,
            hard_to_settle: None,
            history_from: None,
            valued_on: None,
            manager_assigned: None,
            next_review: None,
        }
    }
}
