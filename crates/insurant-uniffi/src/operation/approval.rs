//! What operations on approvals take and answer.
//!
//! Written by `cargo xtask schema` from the shapes of the operations.

use super::rooms::*;
use super::wire::*;

record! {
    /// A proposal and what is to happen to it.
    asked ApprovalApplyInput {
        /// The units of the organisation, in any order.
        units "units": Vec<OrganisationUnit>,
        /// Who reports to whom, where units and roles do not say it.
        #[uniffi(default = None)]
        reporting "reporting": Option<Vec<Reports>>,
        /// The rules.
        policy "policy": ApprovalPolicy,
        /// So far.
        approval "approval": Approval,
        /// What is to happen.
        entry "entry": ApprovalEntry,
    }
}

record! {
    /// The approval after the step, or the refusal.
    answered ApprovalApplyOutput {
        /// After the step.
        #[uniffi(default = None)]
        approval "approval": Option<Approval>,
        /// Why not, and what is allowed.
        #[uniffi(default = None)]
        refusal "refusal": Option<JsonText>,
    }
}

record! {
    /// Policies, and the people there are.
    asked ApprovalCheckInput {
        /// The units of the organisation, in any order.
        units "units": Vec<OrganisationUnit>,
        /// Who reports to whom, where units and roles do not say it.
        #[uniffi(default = None)]
        reporting "reporting": Option<Vec<Reports>>,
        /// Each person in each of their roles.
        people "people": Vec<Actor>,
        /// The policies to check.
        policies "policies": Vec<ApprovalPolicy>,
    }
}

record! {
    /// Findings.
    answered ApprovalCheckOutput {
        /// What was found.
        findings "findings": Vec<ApprovalFinding>,
    }
}

record! {
    /// What a policy would block, or leave to one person.
    answered ApprovalFinding {
        /// Of the policy for this.
        kind "kind": ApprovalKind,
        /// What is wrong.
        finding "finding": ApprovalFindingKind,
        /// With which step.
        step "step": ApprovalStep,
        /// For what this person proposes.
        #[uniffi(default = None)]
        proposer "proposer": Option<Actor>,
        /// The one person who could take the step.
        #[uniffi(default = None)]
        only "only": Option<String>,
    }
}

words! {
    /// What is wrong with a policy among these people.
    answered ApprovalFindingKind {
        /// Nobody could take the step: what is proposed would wait for ever.
        Unreachable = "unreachable",
        /// Only one person could: when they are away, or in conflict, it waits.
        OnePersonPath = "one_person_path",
        /// The unit is not part of the organisation.
        UnknownUnit = "unknown_unit",
    }
}

record! {
    /// The rules for one kind of approval.
    asked ApprovalPolicy {
        /// What is decided.
        kind "kind": ApprovalKind,
        /// Who may propose.
        propose "propose": Vec<Role>,
        /// Who recommends in between, if anyone.
        #[uniffi(default = None)]
        recommend "recommend": Option<Vec<Role>>,
        /// Who may approve: any of these.
        approvers "approvers": Vec<Approver>,
        /// Whether a proposal needs evidence.
        #[uniffi(default = None)]
        evidence "evidence": Option<bool>,
        /// The longest time of effect.
        #[uniffi(default = None)]
        longest_days "longest_days": Option<i64>,
    }
}

words! {
    /// A step that people must take.
    answered ApprovalStep {
        /// Putting forward.
        Propose = "propose",
        /// Supporting in between.
        Recommend = "recommend",
        /// Deciding.
        Approve = "approve",
    }
}
