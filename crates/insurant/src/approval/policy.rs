//! Who may propose what, and who may approve it.

use super::ApprovalKind;
use crate::organisation::{Actor, OrgLevel, Organisation, Roles};

/// The rules for one kind of approval.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Policy {
    /// What is decided.
    pub kind: ApprovalKind,
    /// Who may propose.
    pub propose: Roles,
    /// Who recommends in between; none when nobody needs to.
    pub recommend: Roles,
    /// Who may approve: any of these.
    pub approvers: Vec<Approver>,
    /// Whether a proposal needs evidence.
    pub evidence: bool,
    /// The longest time of effect, in days; without it, an approval may be open-ended.
    pub longest_days: Option<u32>,
}

/// One way to be entitled to approve.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Approver {
    /// In one of these roles,
    pub roles: Roles,
    /// at a unit of at least this level,
    pub least_level: OrgLevel,
    /// which lies above the proposer's, when this is set, and else is it or lies above it.
    pub above: bool,
}

/// What a proposal is judged by.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The rules.
    pub policy: &'a Policy,
    /// The units.
    pub organisation: &'a Organisation,
}

impl Context<'_> {
    /// Whether someone has a role and a level with which they may approve what comes from a unit.
    #[must_use]
    pub fn may_approve(&self, actor: &Actor, from_unit: &str) -> bool {
        let Some(level) = self.organisation.level(&actor.unit_id) else {
            return false;
        };
        self.policy.approvers.iter().any(|approver| {
            approver.roles.has(actor.role)
                && level.at_least(approver.least_level)
                && (!approver.above || self.organisation.is_above(&actor.unit_id, from_unit))
        })
    }

    /// Whether someone's unit is the one that a proposal comes from, or lies above it.
    #[must_use]
    pub fn in_line(&self, actor: &Actor, from_unit: &str) -> bool {
        self.organisation.is_or_above(&actor.unit_id, from_unit)
    }

    /// Whether someone takes orders from the proposer, or from whomever it is about: at a unit below,
    /// at the same one in a role below, or by the lines of reporting.
    #[must_use]
    pub fn is_subordinate(&self, actor: &Actor, proposer: &Actor) -> bool {
        self.organisation.is_under(actor, proposer)
    }

    /// Whether someone could approve a proposal of someone else.
    #[must_use]
    pub fn could_approve(&self, actor: &Actor, proposer: &Actor) -> bool {
        actor.person_id != proposer.person_id
            && self.in_line(actor, &proposer.unit_id)
            && self.may_approve(actor, &proposer.unit_id)
            && !self.is_subordinate(actor, proposer)
    }

    /// Whether someone could recommend a proposal of someone else.
    #[must_use]
    pub fn could_recommend(&self, actor: &Actor, proposer: &Actor) -> bool {
        actor.person_id != proposer.person_id
            && self.policy.recommend.has(actor.role)
            && self.in_line(actor, &proposer.unit_id)
            && !self.is_subordinate(actor, proposer)
    }
}
