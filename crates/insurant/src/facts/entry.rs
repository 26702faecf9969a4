//! Entries of the blacklist register, which the host keeps and supplies as facts.

use crate::closed::closed;
use crate::code;
use crate::date::Date;
use insurant_rules::{Place, Problem};

closed! {
    /// Where an entry stands.
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
    /// Checks that there is a day of effect.
    ///
    /// # Errors
    /// It expires on or before the day it takes effect.
    pub fn check(self) -> Result<Self, Problem> {
        match self.expiry {
            Some(expiry) if expiry <= self.effective => Err(Problem::new(
                code::EXPIRY_BEFORE_EFFECTIVE,
                "the entry expires before it is ever in effect",
            )
            .found(expiry.to_string())
            .expected(format!("a day after {}", self.effective))
            .remedy("leave the expiry out for an entry without one")
            .at(Place {
                path: "expiry".into(),
                ..Place::default()
            })),
            _ => Ok(self),
        }
    }

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_has_a_day_of_effect() {
        let check = |expiry: Option<&str>| {
            Entry {
                state: EntryState::Active,
                effective: Date::parse("2024-01-01").unwrap(),
                expiry: expiry.map(|day| Date::parse(day).unwrap()),
            }
            .check()
        };
        assert!(check(None).is_ok() && check(Some("2024-01-02")).is_ok());
        let problem = check(Some("2024-01-01")).unwrap_err();
        assert_eq!(problem.code(), code::EXPIRY_BEFORE_EFFECTIVE);
        assert_eq!(problem.place().path, "expiry");
    }

    #[test]
    fn an_entry_is_in_effect_from_its_first_day_to_before_its_expiry() {
        let date = |text| Date::parse(text).unwrap();
        let on = |state, day| {
            let entry = Entry {
                state,
                effective: date("2024-01-01"),
                expiry: Some(date("2027-01-01")),
            };
            entry.in_effect(date(day))
        };
        assert!(!on(EntryState::Active, "2023-12-31"));
        assert!(on(EntryState::Active, "2024-01-01"));
        assert!(on(EntryState::UnderAppeal, "2026-12-31"));
        assert!(!on(EntryState::Active, "2027-01-01"));
        let dormant = EntryState::ALL
            .iter()
            .filter(|&&state| !on(state, "2025-01-01"));
        assert_eq!(
            dormant.map(|state| state.as_str()).collect::<Vec<_>>(),
            ["proposed", "suspended", "expired", "removed"]
        );
    }
}
