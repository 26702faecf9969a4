//! What a policy would block, or leave to a single person, among the people there are.

use super::{ApprovalKind, Context, Policy};
use crate::closed::closed;
use crate::organisation::{Actor, Organisation};
use std::collections::{BTreeMap, BTreeSet};

closed! {
    /// What is wrong with a policy among these people.
    FindingKind {
        /// Nobody could take the step: what is proposed would wait for ever.
        Unreachable = "unreachable",
        /// Only one person could: when they are away, or in conflict, it waits.
        OnePersonPath = "one_person_path",
        /// The unit is not part of the organisation.
        UnknownUnit = "unknown_unit",
    }
}

closed! {
    /// A step that people must take.
    Step {
        /// Putting forward.
        Propose = "propose",
        /// Supporting in between.
        Recommend = "recommend",
        /// Deciding.
        Approve = "approve",
    }
}

/// One finding.
#[derive(Clone, PartialEq, Eq)]
pub struct Finding {
    /// Of the policy for this kind.
    pub kind: ApprovalKind,
    /// What is wrong.
    pub finding: FindingKind,
    /// With which step.
    pub step: Step,
    /// For what this person proposes; absent when nobody can propose at all.
    pub proposer: Option<Actor>,
    /// The one person who could take the step.
    pub only: Option<String>,
}

/// Without persons: what is debugged may be logged.
impl std::fmt::Debug for Finding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (kind, finding, step) = (self.kind, self.finding, self.step);
        write!(f, "{finding}: {step} {kind} for {:?}", self.proposer)
    }
}

/// Findings about policies among people, each of whom may appear in several roles: by policy, then
/// in the order of the people.
#[must_use]
pub fn check(policies: &[Policy], organisation: &Organisation, people: &[Actor]) -> Vec<Finding> {
    let mut at_unit: BTreeMap<&str, Vec<&Actor>> = BTreeMap::new();
    for person in people {
        at_unit.entry(&person.unit_id).or_default().push(person);
    }
    let mut findings = Vec::new();
    for policy in policies {
        let context = Context {
            policy,
            organisation,
        };
        let finding = |finding, step, proposer: Option<&Actor>, only: Option<&str>| Finding {
            kind: policy.kind,
            finding,
            step,
            proposer: proposer.cloned(),
            only: only.map(str::to_owned),
        };
        let proposers = || people.iter().filter(|p| policy.propose.has(p.role));
        if proposers().next().is_none() {
            findings.push(finding(FindingKind::Unreachable, Step::Propose, None, None));
        }
        for proposer in proposers() {
            if organisation.unit(&proposer.unit_id).is_none() {
                let unknown = FindingKind::UnknownUnit;
                findings.push(finding(unknown, Step::Propose, Some(proposer), None));
                continue;
            }
            // Whoever may look at it sits at the same unit or above.
            let chain = organisation.chain(&proposer.unit_id);
            let line: Vec<&Actor> = chain
                .filter_map(|unit| at_unit.get(unit.id.as_str()))
                .flatten()
                .copied()
                .collect();
            let persons = |could: &dyn Fn(&Actor) -> bool| -> BTreeSet<&str> {
                let able = line.iter().filter(|actor| could(actor));
                able.map(|actor| actor.person_id.as_str()).collect()
            };
            let approvers = persons(&|actor| context.could_approve(actor, proposer));
            let mut steps = vec![(Step::Approve, approvers.clone())];
            if !policy.recommend.is_empty() {
                let recommenders = persons(&|actor| context.could_recommend(actor, proposer));
                // One person cannot take both steps.
                if approvers.len() == 1 && approvers == recommenders {
                    steps = vec![(Step::Approve, BTreeSet::new())];
                } else {
                    steps.insert(0, (Step::Recommend, recommenders));
                }
            }
            for (step, able) in steps {
                let mut able = able.into_iter();
                match (able.next(), able.next()) {
                    (None, _) => {
                        let none = FindingKind::Unreachable;
                        findings.push(finding(none, step, Some(proposer), None));
                    }
                    (only, None) => {
                        let one = FindingKind::OnePersonPath;
                        findings.push(finding(one, step, Some(proposer), only));
                    }
                    _ => {}
                }
            }
        }
    }
    findings
}
