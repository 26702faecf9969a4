//! What can happen to a proposal.

use crate::closed::closed;
use crate::date::Date;
use crate::organisation::Actor;
use insurant_rules::Instant;

closed! {
    /// What is decided.
    ApprovalKind {
        /// More time for a complaint.
        ComplaintExtension = "complaint_extension",
        /// The grade of an account manager.
        ManagerGrade = "manager_grade",
        /// An entry of the blacklist.
        BlacklistEntry = "blacklist_entry",
        /// A change of customer data.
        DataChange = "data_change",
        /// An exception from a rule, such as a second account manager.
        Exception = "exception",
    }
}

closed! {
    /// Where a proposal stands.
    ApprovalState {
        /// Written down, not yet put forward.
        Draft = "draft",
        /// Put forward.
        Proposed = "proposed",
        /// Supported by someone in between.
        Recommended = "recommended",
        /// Sent back to be mended.
        Returned = "returned",
        /// Approved.
        Approved = "approved",
        /// Refused.
        Refused = "refused",
        /// Taken back by its proposer.
        Withdrawn = "withdrawn",
        /// Approved once, and lifted before its time.
        Revoked = "revoked",
    }
}

closed! {
    /// What happens to a proposal.
    ApprovalEvent {
        /// It is written down.
        Drafted = "drafted",
        /// It is put forward, or put forward again.
        Proposed = "proposed",
        /// Someone in between supports it.
        Recommended = "recommended",
        /// It is sent back to be mended.
        Returned = "returned",
        /// It is approved.
        Approved = "approved",
        /// It is refused.
        Refused = "refused",
        /// Its proposer takes it back.
        Withdrawn = "withdrawn",
        /// What was approved is lifted.
        Revoked = "revoked",
    }
}

/// One line of the history of a proposal.
#[derive(Clone, PartialEq, Eq)]
pub struct Entry {
    /// What happened.
    pub event: ApprovalEvent,
    /// By whom.
    pub actor: Actor,
    /// When.
    pub at: Instant,
    /// Why.
    pub reason: Option<String>,
    /// References to what proves it.
    pub evidence: Vec<String>,
    /// The first day of effect.
    pub effective: Option<Date>,
    /// The first day without effect.
    pub expiry: Option<Date>,
}

/// Without reason and evidence: what is debugged may be logged.
impl std::fmt::Debug for Entry {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} by {:?} at {}", self.event, self.actor, self.at)
    }
}

impl Entry {
    /// A line without reason, evidence and dates.
    #[must_use]
    pub const fn new(event: ApprovalEvent, actor: Actor, at: Instant) -> Self {
        Self {
            event,
            actor,
            at,
            reason: None,
            evidence: Vec::new(),
            effective: None,
            expiry: None,
        }
    }

    /// The same with a reason.
    #[must_use]
    pub fn because(self, reason: impl Into<String>) -> Self {
        Self {
            reason: Some(reason.into()),
            ..self
        }
    }
}
