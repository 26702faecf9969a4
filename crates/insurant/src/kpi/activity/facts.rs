//! Who was in service when, and what was sold.

use crate::code;
use crate::date::Date;
use insurant_rules::Problem;

/// A time in which an agent sold for the insurer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Service {
    /// The host's id of the agent; one agent may have several services.
    pub agent_id: String,
    /// The first day.
    pub from: Date,
    /// The first day after it; none while it lasts.
    pub to: Option<Date>,
    /// The groups that the agent belongs to in it: names and values.
    pub groups: Vec<(String, String)>,
}

impl Service {
    /// A service that lasts, of an agent of no group.
    #[must_use]
    pub fn since(agent_id: &str, from: Date) -> Self {
        Self {
            agent_id: agent_id.to_owned(),
            from,
            to: None,
            groups: Vec::new(),
        }
    }

    /// Whether the agent is in service on a day.
    #[must_use]
    pub fn holds(&self, day: Date) -> bool {
        self.from <= day && self.to.is_none_or(|to| day < to)
    }

    pub(super) fn groups(&self) -> Vec<(&str, &str)> {
        let groups = self.groups.iter();
        groups
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect()
    }

    pub(super) fn check(&self) -> Result<(), Problem> {
        match self.to.filter(|to| *to <= self.from) {
            None => Ok(()),
            Some(to) => Err(Problem::new(
                code::END_BEFORE_START,
                "the service has no day",
            )
            .found(to.to_string())
            .expected(format!("a day after {}", self.from))
            .remedy("`to` is the first day that is no longer part of it; leave it out while the service lasts")),
        }
    }
}

/// A policy that was sold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sale<'a> {
    /// The host's id, unique in the question.
    pub policy_id: &'a str,
    /// Who sold it.
    pub agent_id: &'a str,
    /// When it was issued.
    pub issued_on: Date,
    /// Its premium in minor units, standard or first-year as the insurer counts it; a reversal is
    /// negative.
    pub premium: Option<i64>,
}
