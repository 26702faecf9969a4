//! The roles in which people act (A-10 to A-14, A-56, DOMAIN 10).

use crate::closed::closed;

closed! {
    /// What someone acts as. One person may have several roles; each act is done in one of them.
    Role {
        /// Whoever complains, where the host lets them act themselves, such as in an app.
        Complainant = "complainant",
        /// Hotline and front desk: first to hear, and to pass on promptly (A-14).
        Collector = "collector",
        /// The back office that registers, reviews and passes on (A-13).
        Operator = "operator",
        /// Whoever was made responsible for one case.
        Handler = "handler",
        /// The account manager of a customer.
        AccountManager = "account_manager",
        /// A department that is asked for its part.
        Department = "department",
        /// The claims department, which names blacklist entries.
        Claims = "claims",
        /// Compliance.
        Compliance = "compliance",
        /// Keeps the archive and its files.
        Archivist = "archivist",
        /// Runs the system, and decides nothing in it.
        Administrator = "administrator",
        /// Reads everything, and changes nothing.
        Auditor = "auditor",
        /// Heads a unit.
        Leader = "leader",
        /// A senior manager of head office.
        HeadOfficeSenior = "head_office_senior",
        /// The host's own program, such as an import.
        System = "system",
    }
}

impl Role {
    /// Whether someone in this role takes orders from someone of the other role at the same unit:
    /// staff from its leader, everyone from the seniors of head office.
    #[must_use]
    pub const fn is_under(self, other: Self) -> bool {
        self.rank() < other.rank()
    }

    const fn rank(self) -> u8 {
        match self {
            Self::HeadOfficeSenior => 2,
            Self::Leader => 1,
            _ => 0,
        }
    }
}

/// A set of roles.
///
/// # Example
/// ```
/// use insurant::organisation::{Role, Roles};
/// const DECIDE: Roles = Roles::of(&[Role::Handler, Role::Leader]);
/// assert!(DECIDE.has(Role::Leader));
/// assert_eq!(DECIDE.to_string(), "handler, leader");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Roles(u32);

impl Roles {
    /// No role.
    pub const NONE: Self = Self(0);

    /// Every role.
    pub const ALL: Self = Self::of(Role::ALL);

    /// These roles.
    #[must_use]
    pub const fn of(roles: &[Role]) -> Self {
        let mut set = Self::NONE;
        let mut rest = roles;
        while let [role, more @ ..] = rest {
            set = set.with(*role);
            rest = more;
        }
        set
    }

    /// One more role.
    #[must_use]
    pub const fn with(self, role: Role) -> Self {
        Self(self.0 | 1 << role as u8)
    }

    /// The roles of both.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The roles that are in both.
    #[must_use]
    pub const fn both(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Whether a role is among them.
    #[must_use]
    pub const fn has(self, role: Role) -> bool {
        self.0 & 1 << role as u8 != 0
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The roles, in order.
    pub fn iter(self) -> impl Iterator<Item = Role> {
        Role::ALL
            .iter()
            .copied()
            .filter(move |role| self.has(*role))
    }
}

impl FromIterator<Role> for Roles {
    fn from_iter<I: IntoIterator<Item = Role>>(roles: I) -> Self {
        roles.into_iter().fold(Self::NONE, Self::with)
    }
}

impl std::fmt::Display for Roles {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (i, role) in self.iter().enumerate() {
            if i > 0 {
                f.write_str(", ")?;
            }
            f.write_str(role.as_str())?;
        }
        Ok(())
    }
}

impl std::fmt::Debug for Roles {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_has_what_was_put_in() {
        for role in Role::ALL {
            let one = Roles::of(&[*role]);
            assert_eq!(one.iter().collect::<Vec<_>>(), [*role]);
            assert_eq!(one.to_string(), role.as_str());
        }
        let all: Roles = Role::ALL.iter().copied().collect();
        assert_eq!(all.iter().count(), Role::ALL.len());
        assert!(Roles::NONE.is_empty() && !all.is_empty());
    }

    #[test]
    fn staff_is_under_its_leader_and_all_are_under_head_office() {
        assert!(Role::Handler.is_under(Role::Leader));
        assert!(Role::Leader.is_under(Role::HeadOfficeSenior));
        assert!(!Role::Handler.is_under(Role::Operator));
        assert!(!Role::Leader.is_under(Role::Leader));
    }
}
