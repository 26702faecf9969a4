//! Where a complaint stands.

use crate::closed::closed;

closed! {
    /// Where a complaint stands (A-59, DOMAIN 8).
    ComplaintStep {
        /// It arrived; nothing was done yet.
        Received = "received",
        /// What it is about was confirmed with the complainant.
        Verified = "verified",
        /// It is in the register, and its unit works on it.
        Registered = "registered",
        /// Another unit was asked to take it over, and has not answered.
        TransferOffered = "transfer_offered",
        /// Another unit took it over, and works on it.
        Transferred = "transferred",
        /// Other departments were asked for their part.
        Coordinating = "coordinating",
        /// All of them answered.
        Coordinated = "coordinated",
        /// It was decided; the complainant does not know yet.
        Handled = "handled",
        /// The complainant was told.
        FedBack = "fed_back",
        /// Nothing is left to do but to keep it.
        Closed = "closed",
        /// It is kept.
        Archived = "archived",
        /// The complainant took it back.
        Withdrawn = "withdrawn",
        /// It was not taken up.
        Declined = "declined",
        /// It goes on as part of another.
        Merged = "merged",
        /// It was taken up again, and its unit works on it.
        Reopened = "reopened",
        /// The superior unit looks at it again.
        Rechecking = "rechecking",
        /// The superior unit decided; the complainant does not know yet.
        Rechecked = "rechecked",
        /// It is with a body outside.
        Referred = "referred",
    }
}

impl ComplaintStep {
    /// Whether nobody owes the complainant anything more, unless something new happens.
    #[must_use]
    pub const fn is_over(self) -> bool {
        matches!(
            self,
            Self::Closed | Self::Archived | Self::Withdrawn | Self::Declined | Self::Merged
        )
    }
}
