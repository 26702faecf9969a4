//! Where a certification stands, and what can happen to it.

use crate::closed::closed;

closed! {
    /// Where a certification stands.
    CertificationState {
        /// A grade was proposed.
        Proposed = "proposed",
        /// Someone in between supports it.
        Recommended = "recommended",
        /// It was sent back to be mended.
        Returned = "returned",
        /// It was approved, and does not count yet.
        Approved = "approved",
        /// It was refused.
        Refused = "refused",
        /// Whoever proposed it took it back.
        Withdrawn = "withdrawn",
        /// The grade counts.
        Effective = "effective",
        /// Nobody renewed it in time.
        Lapsed = "lapsed",
        /// The next certification of the manager took its place.
        Replaced = "replaced",
        /// It was lifted before its time.
        Revoked = "revoked",
    }
}

impl CertificationState {
    /// Whether somebody still has to decide something, or to put it into effect.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(
            self,
            Self::Proposed | Self::Recommended | Self::Returned | Self::Approved
        )
    }
}

closed! {
    /// What can happen to a certification.
    CertificationEvent {
        /// A grade is proposed, or proposed again.
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
        /// The grade begins to count.
        TookEffect = "took_effect",
        /// Validity and grace are over.
        Lapsed = "lapsed",
        /// It is lifted before its time.
        Revoked = "revoked",
        /// The next certification of the manager takes its place.
        Replaced = "replaced",
    }
}
