//! Entries of the blacklist register, which the host keeps and supplies as facts.

use crate::closed::closed;
use crate::date::Date;

closed! {
    /// Where an entry stands (DOMAIN 4).
    EntryState {
        /// Proposed by the claims department; not decided.
        Proposed = "proposed",
        /// In effect.
        Active = "active",
        /// In effect, and the customer objects.
        UnderAppeal = "under_appeal",
        /// Set aside for the time being.
        Suspended = "suspended",
        /// Past its expiry.
        Expired = "expired",
        /// Taken off.
        Removed = "removed",
    }
}

/// An entry of the register.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// Where it stands.
    pub state: EntryState,
    /// First day of effect.
    pub effective: Date,
    /// First day without effect.
    pub expiry: Option<Date>,
}

impl Entry {
    /// Whether the entry makes its customer `blacklisted` on a day. An appeal does not suspend.
    ///
    /// # Example
    /// ```
    /// use insurant::{Date, facts::{Entry, EntryState}};
    /// let day = |text| Date::parse(text);
    /// let entry = Entry {
    ///     state: EntryState::UnderAppeal,
    ///     effective: day("2024-01-01")?,
    ///     expiry: Some(day("2027-01-01")?),
    /// };
    /// assert!(entry.in_effect(day("2026-12-31")?));
    /// assert!(!entry.in_effect(day("2027-01-01")?));
    /// # Ok::<(), insurant::DateError>(())
    /// ```
    #[must_use]
    pub fn in_effect(&self, as_of: Date) -> bool {
        matches!(self.state, EntryState::Active | EntryState::UnderAppeal)
            && self.effective <= as_of
            && self.expiry.is_none_or(|expiry| as_of < expiry)
    }
}
