//! Events that whoever brought them about was not entitled to: a log is taken as it is, and authority
//! is asked again.

use super::{Finding, FindingKind, FindingResult};
use crate::complaint::procedure::Applied;
use crate::complaint::{Complaint, Terms};
use crate::machine::Guard;
use crate::organisation::Organisation;

impl Applied<'_> {
    /// The events that broke a rule on authority, each with the rule and the level that would do. Of
    /// people of units that the organisation does not have nothing can be said.
    pub(super) fn unentitled(
        &self,
        complaint: &Complaint,
        terms: &Terms,
        units: Option<&Organisation>,
    ) -> Vec<Finding> {
        let mut names: Vec<&str> = self.procedures().map(|procedure| procedure.id()).collect();
        names.dedup();
        let procedure = names.join(", ");
        let mut findings = Vec::new();
        for found in complaint.unentitled(terms, units) {
            let actor = &found.event.actor;
            let mut subjects = vec![format!(
                "{} by {}, {} of {}",
                found.event.kind(),
                actor.person_id,
                actor.role,
                actor.unit_id
            )];
            subjects.extend(found.level.map(|level| format!("at least {level}")));
            findings.extend(found.broken.iter().map(|guard| Finding {
                procedure: procedure.clone(),
                kind: FindingKind::Authority,
                id: found.event.id.clone(),
                check: guard.to_string(),
                result: FindingResult::Broken,
                subjects: subjects.clone(),
                doc: Some(guard.requires().to_owned()),
            }));
        }
        findings
    }
}
