//! Events of units that the organisation does not have: their level is nobody's.

use super::{Finding, FindingKind, FindingResult};
use crate::complaint::Event;
use crate::complaint::procedure::Applied;
use crate::organisation::Organisation;
use insurant_rules::problem::nearest;
use std::collections::BTreeMap;

const UNKNOWN: &str = "events are by people of a unit that is not among those given";

impl Applied<'_> {
    /// The units that acted and that the organisation does not have, each with its events and the
    /// unit that was probably meant. Such a log can be read, and no such event would be accepted.
    pub(super) fn strangers(&self, events: &[Event], units: &Organisation) -> Vec<Finding> {
        let mut unknown: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for event in events {
            let unit = event.actor.unit_id.as_str();
            if units.unit(unit).is_none() {
                let said = format!("{} {}", event.id, event.kind());
                unknown.entry(unit).or_default().push(said);
            }
        }
        let mut names: Vec<&str> = self.procedures().map(|procedure| procedure.id()).collect();
        names.dedup();
        let procedure = names.join(", ");
        let found = unknown.into_iter().map(|(unit, mut subjects)| {
            let ids = units.units().map(|unit| unit.id.as_str());
            if let Some(near) = nearest(unit, ids) {
                subjects.push(format!("did you mean `{near}`?"));
            }
            Finding {
                procedure: procedure.clone(),
                kind: FindingKind::Unit,
                id: unit.to_owned(),
                check: "known".to_owned(),
                result: FindingResult::Broken,
                subjects,
                doc: Some(UNKNOWN.to_owned()),
            }
        });
        found.collect()
    }
}
