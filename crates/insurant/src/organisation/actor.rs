//! Who acts.

use super::Role;

/// A person acting in a role at a unit.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Actor {
    /// The host's id of the person, the same in every role.
    pub person_id: String,
    /// What they act as.
    pub role: Role,
    /// The unit where they have that role.
    pub unit_id: String,
}

impl Actor {
    /// A person in a role at a unit.
    #[must_use]
    pub fn new(person_id: impl Into<String>, role: Role, unit_id: impl Into<String>) -> Self {
        Self {
            person_id: person_id.into(),
            role,
            unit_id: unit_id.into(),
        }
    }
}

/// Without the person: what is debugged may be logged.
impl std::fmt::Debug for Actor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} at {}", self.role, self.unit_id)
    }
}
