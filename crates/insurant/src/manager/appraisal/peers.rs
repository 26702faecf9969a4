//! Where a manager stands among peers.

use super::figure::{Figure, Overflow, Served};
use crate::closed::closed;
use crate::manager::ManagerGrade;
use insurant_rules::Slot;
use insurant_rules::order::InOrder;
use std::cmp::Ordering;
use std::collections::BTreeMap;

closed! {
    /// With whom managers are compared.
    PeerGroup {
        /// With every manager of the same call.
        All = "all",
        /// With those of the same grade.
        Grade = "grade",
        /// With those of the same unit.
        Unit = "unit",
    }
}

/// What peers have in common; `None` for whoever has no peers, since it is not known.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Group {
    All,
    Grade(ManagerGrade),
    Unit(String),
}

/// The known values of figures, ascending, by group: each place is found by halving.
pub(super) struct Peers {
    by: PeerGroup,
    values: BTreeMap<(Group, Figure), Vec<Slot>>,
}

impl Peers {
    /// The figures of all who are rated. What overflows is no value.
    pub(super) fn new(by: PeerGroup, figures: &[Figure], rated: &[Served<'_>]) -> Self {
        let mut values: BTreeMap<(Group, Figure), Vec<Slot>> = BTreeMap::new();
        for figure in figures {
            for manager in rated {
                let Some(group) = group(by, *manager) else {
                    continue;
                };
                if let Ok(value) = manager.figure(*figure)
                    && value.is_known()
                {
                    values.entry((group, *figure)).or_default().push(value);
                }
            }
        }
        for values in values.values_mut() {
            values.order_by(|a, b| a.compare(*b).unwrap_or(Ordering::Equal));
        }
        Self { by, values }
    }

    /// Peers with a lower value over peers with a value, the manager not counted.
    pub(super) fn percentile(&self, figure: Figure, of: Served<'_>) -> Result<Slot, Overflow> {
        let own = of.figure(figure)?;
        let Some(group) = group(self.by, of) else {
            return Ok(Slot::UNKNOWN);
        };
        if !own.is_known() {
            return Ok(own);
        }
        let values = self.values.get(&(group, figure)).map_or(&[][..], |all| all);
        let lower = values.partition_point(|value| value.compare(own) == Some(Ordering::Less));
        // The manager is among the values; nobody else leaves the percentile undefined.
        let count = |count: usize| i64::try_from(count).map_err(|_| Overflow);
        Ok(Slot::ratio(
            count(lower)?,
            count(values.len().saturating_sub(1))?,
        ))
    }
}

fn group(by: PeerGroup, manager: Served<'_>) -> Option<Group> {
    match by {
        PeerGroup::All => Some(Group::All),
        PeerGroup::Grade => manager.facts.grade.map(Group::Grade),
        PeerGroup::Unit => manager.facts.unit_id.clone().map(Group::Unit),
    }
}
