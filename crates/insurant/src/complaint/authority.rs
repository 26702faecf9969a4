//! Who may bring about an event: the level of their unit, and their role.

use super::Complexity;
use crate::approval::Approver;
use crate::organisation::{OrgLevel, Role};
use std::collections::BTreeMap;

/// What procedures ask of whoever brings about an event of one kind.
///
/// # Example
/// ```
/// use insurant::complaint::{ComplaintEvent, ComplaintFacts, Complexity, Trigger};
/// use insurant::organisation::{OrgLevel, Role};
/// use insurant::{Engine, Instant};
///
/// let engine = Engine::builtin()?;
/// let facts = ComplaintFacts { trigger: Some(Trigger::Complaint), ..Default::default() };
/// let house = engine.procedures().apply(&["house-complaints"], &facts)?;
/// let terms = house.terms(Instant::parse("2025-06-02T09:00:00+08:00")?);
/// let declining = &terms.authority[&ComplaintEvent::Declined];
/// assert!(declining.role_may(Role::Leader) && !declining.role_may(Role::HeadOfficeSenior));
/// let least = declining.least_level(Some(Complexity::Simple), Role::Leader);
/// assert_eq!(least, Some(OrgLevel::Province));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Authority {
    /// The least level, by class; without a class, while the complaint is not classified.
    pub levels: BTreeMap<Option<Complexity>, OrgLevel>,
    /// For each procedure that gives the event to certain people: any of these.
    pub approvers: Vec<Vec<Approver>>,
}

impl Authority {
    /// Whether the role may do it, at whatever level.
    #[must_use]
    pub fn role_may(&self, role: Role) -> bool {
        let mut lists = self.approvers.iter();
        lists.all(|list| list.iter().any(|approver| approver.roles.has(role)))
    }

    /// The least level of the unit; `None` where any will do. For a role that may not, the least
    /// level of those that may.
    #[must_use]
    pub fn least_level(&self, class: Option<Complexity>, role: Role) -> Option<OrgLevel> {
        let of_list = |list: &Vec<Approver>| {
            let level = |approver: &Approver| approver.least_level;
            let of_role = list.iter().filter(|approver| approver.roles.has(role));
            // The later word stands for the lower level.
            of_role.map(level).max().or(list.iter().map(level).max())
        };
        let by_list = self.approvers.iter().filter_map(of_list);
        by_list.chain(self.levels.get(&class).copied()).min()
    }

    /// Takes up what one more procedure asks: the higher level counts.
    pub(super) fn at_least(&mut self, class: Option<Complexity>, least: OrgLevel) {
        let known = self.levels.entry(class).or_insert(least);
        *known = least.min(*known);
    }
}
