//! Who was entitled to what a log says they did.

use super::guard::ComplaintGuard as Guard;
use super::terms::By;
use super::{Complaint, Event, Terms};
use crate::machine::Why;
use crate::organisation::{OrgLevel, Organisation};

/// What makes somebody entitled, of all that an event requires.
const AUTHORITY: [Guard; 7] = [
    Guard::RoleGranted,
    Guard::LevelGranted,
    Guard::OwnUnit,
    Guard::AtOfferedUnit,
    Guard::IsClassified,
    Guard::LevelSuffices,
    Guard::AboveDecider,
];

/// An event that is in the log although it would be refused.
pub(super) struct Unentitled<'a> {
    pub(super) event: &'a Event,
    /// What does not hold.
    pub(super) broken: Vec<Guard>,
    /// The least level that may, where it is the level that is in the way.
    pub(super) level: Option<OrgLevel>,
}

impl Complaint {
    /// The events of the log whose actor was not entitled to them, by terms and units.
    pub(super) fn unentitled(
        &self,
        terms: &Terms,
        units: Option<&Organisation>,
    ) -> Vec<Unentitled<'_>> {
        let mut found = Vec::new();
        let mut log = self.events().iter();
        let first = log.next().cloned();
        let begun = first.map(|first| Self::begin(self.id().to_owned(), first, By::default()));
        let Some(Ok((mut complaint, _))) = begun else {
            return found;
        };
        let by = By {
            terms: Some(terms),
            units,
        };
        for event in log {
            let known = |units: &Organisation| units.unit(&event.actor.unit_id).is_some();
            if units.is_none_or(known)
                && let Err(refusal) = complaint.row(event, by)
                && let Why::Guards(guards) = refusal.refusal.why
            {
                let broken = guards.into_iter().filter(|guard| AUTHORITY.contains(guard));
                let broken: Vec<Guard> = broken.collect();
                if !broken.is_empty() {
                    let level = complaint.level_needed(&broken, &event.actor, event.kind(), by);
                    found.push(Unentitled {
                        event,
                        broken,
                        level,
                    });
                }
            }
            if complaint.advance(event.clone(), By::default()).is_err() {
                break;
            }
        }
        found
    }
}
