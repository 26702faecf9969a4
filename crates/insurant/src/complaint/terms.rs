//! What a procedure lets happen to a complaint: the little that the machine asks of it.

use super::procedure::Form;
use super::{Authority, ComplaintEvent, Complexity};
use crate::approval::{ApprovalKind, Approver, Policy};
use crate::organisation::{OrgLevel, Organisation, Roles};
use std::collections::{BTreeMap, BTreeSet};

/// What a procedure lets happen. By default nothing beyond the plain way: no pause, no extension,
/// no merging, no recheck, because each exists only where a procedure grants it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Terms {
    /// Whether a complaint is verified before it is registered.
    pub verify_first: bool,
    /// The forms.
    pub forms: Vec<Form>,
    /// The reasons for which time may be left out.
    pub pauses: BTreeSet<String>,
    /// Who may ask for more time, and who may grant it.
    pub extension: Option<ExtensionTerms>,
    /// Whether the superior unit may be asked to look again.
    pub recheck: bool,
    /// Complaints received at most so many days apart may be merged.
    pub merge_within_days: Option<u32>,
    /// The least level that decides complaints of a class; any level decides the others. With
    /// none, no complaint needs to be classified.
    pub decides: BTreeMap<Complexity, OrgLevel>,
    /// Who may bring about the events that procedures give to levels or to certain people; what is
    /// not here, anyone may whom the table lets. A receipt is never refused for it, because a
    /// complaint reaches the insurer wherever it arrives.
    pub authority: BTreeMap<ComplaintEvent, Authority>,
}

/// Who may ask for more time, and who may grant it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExtensionTerms(Policy);

impl ExtensionTerms {
    /// More time, asked for by some roles and granted by any of these approvers.
    #[must_use]
    pub const fn new(ask: Roles, approvers: Vec<Approver>) -> Self {
        Self(Policy {
            kind: ApprovalKind::ComplaintExtension,
            propose: ask,
            recommend: Roles::NONE,
            approvers,
            evidence: false,
            longest_days: None,
        })
    }

    /// The same as a policy, for [`crate::approval::check`].
    #[must_use]
    pub const fn policy(&self) -> &Policy {
        &self.0
    }
}

/// What an event is judged by, beside the log.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// What the procedure lets happen.
    pub terms: &'a Terms,
    /// The units.
    pub organisation: &'a Organisation,
}

impl Terms {
    /// The form whose name is nearest to one that there is not, when it is near enough to be meant.
    pub(super) fn nearest_form(&self, name: &str) -> Option<&str> {
        let names = self.forms.iter().map(|form| form.id.as_str());
        insurant_rules::problem::nearest(name, names)
    }

    /// A form.
    #[must_use]
    pub fn form(&self, id: &str) -> Option<&Form> {
        self.forms.iter().find(|form| form.id == id)
    }
}

/// What an event is judged by, as far as it is known: a log is replayed without either.
#[derive(Clone, Copy, Default)]
pub(super) struct By<'a> {
    pub(super) terms: Option<&'a Terms>,
    pub(super) units: Option<&'a Organisation>,
}

impl<'a> From<Context<'a>> for By<'a> {
    fn from(context: Context<'a>) -> Self {
        Self {
            terms: Some(context.terms),
            units: Some(context.organisation),
        }
    }
}

impl By<'_> {
    /// Whether something holds by the terms, or nobody can tell.
    pub(super) fn terms(&self, holds: impl FnOnce(&Terms) -> bool) -> bool {
        self.terms.is_none_or(holds)
    }

    /// Whether something holds for the units, or nobody can tell.
    pub(super) fn units(&self, holds: impl FnOnce(&Organisation) -> bool) -> bool {
        self.units.is_none_or(holds)
    }
}
