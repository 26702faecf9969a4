//! How many duties stand where, by manager and by unit.

use super::book::DutyBook;
use super::item::{DutyItem, DutyState};
use crate::organisation::Organisation;
use std::collections::BTreeMap;

/// How many duties stand where.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct DutyCounts([u32; DutyState::ALL.len()]);

impl DutyCounts {
    /// How many stand so.
    #[must_use]
    pub fn of(&self, state: DutyState) -> u32 {
        let index = usize::try_from(state.position()).unwrap_or(usize::MAX);
        self.0.get(index).copied().unwrap_or(0)
    }

    fn add(&mut self, state: DutyState) {
        let index = usize::try_from(state.position()).unwrap_or(usize::MAX);
        if let Some(count) = self.0.get_mut(index) {
            *count = count.saturating_add(1);
        }
    }
}

/// The duties of a manager.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ManagerDuties {
    /// The manager.
    pub manager_id: String,
    /// How many stand where.
    pub counts: DutyCounts,
}

/// The duties of a unit and of those below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitDuties {
    /// The unit.
    pub unit_id: String,
    /// How many stand where.
    pub counts: DutyCounts,
}

impl DutyBook {
    /// Items by manager: every manager of the book, in order of id.
    #[must_use]
    pub fn by_manager(&self, items: &[DutyItem]) -> Vec<ManagerDuties> {
        let ids = self
            .managers
            .keys()
            .map(|id| (id.as_str(), DutyCounts::default()));
        let mut counts: BTreeMap<&str, DutyCounts> = ids.collect();
        for item in items {
            let counted = item.manager_id.as_deref().and_then(|id| counts.get_mut(id));
            if let Some(counted) = counted {
                counted.add(item.state);
            }
        }
        let counted = counts.into_iter().map(|(id, counts)| ManagerDuties {
            manager_id: id.to_owned(),
            counts,
        });
        counted.collect()
    }
}

impl UnitDuties {
    /// Items by unit, each counted at its unit and all above it: every unit, in order of id.
    #[must_use]
    pub fn of(items: &[DutyItem], organisation: &Organisation) -> Vec<Self> {
        let units = organisation.units();
        let mut counts: BTreeMap<&str, DutyCounts> = units
            .map(|unit| (unit.id.as_str(), DutyCounts::default()))
            .collect();
        for item in items {
            let chain = item.unit_id.iter().flat_map(|id| organisation.chain(id));
            for unit in chain {
                if let Some(counted) = counts.get_mut(unit.id.as_str()) {
                    counted.add(item.state);
                }
            }
        }
        let counted = counts.into_iter().map(|(id, counts)| Self {
            unit_id: id.to_owned(),
            counts,
        });
        counted.collect()
    }
}
