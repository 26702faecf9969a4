//! A unit of the organisation.

use super::OrgLevel;

/// A unit: head office, a branch, a front-line unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// The host's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its level.
    pub level: OrgLevel,
    /// The unit it belongs to; the topmost has none.
    pub parent: Option<String>,
    /// The complaint telephone that it shows to customers.
    pub complaint_phone: Option<String>,
}

impl Unit {
    /// A topmost unit.
    #[must_use]
    pub fn new(id: impl Into<String>, name: impl Into<String>, level: OrgLevel) -> Self {
        Self {
            id: id.into(),
            name: name.into(),
            level,
            parent: None,
            complaint_phone: None,
        }
    }

    /// The same under another unit.
    #[must_use]
    pub fn under(self, parent: impl Into<String>) -> Self {
        Self {
            parent: Some(parent.into()),
            ..self
        }
    }

    /// The same with a complaint telephone.
    #[must_use]
    pub fn phone(self, phone: impl Into<String>) -> Self {
        Self {
            complaint_phone: Some(phone.into()),
            ..self
        }
    }
}
