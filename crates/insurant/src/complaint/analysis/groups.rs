//! The ways in which complaints are told apart.

use super::{Case, Cause, Counts};
use crate::closed::closed;
use insurant_rules::order::InOrder;
use std::collections::HashMap;

closed! {
    /// A way in which complaints are told apart.
    Dimension {
        /// By what they are about.
        Cause = "cause",
        /// By line of business.
        Line = "line",
        /// By how they came in.
        Channel = "channel",
        /// By the unit that owns them.
        Unit = "unit",
        /// By the kind of complainant.
        ComplainantKind = "complainant_kind",
    }
}

/// What the complaints of a group have in common.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum GroupKey {
    /// They do not say; of causes, the scheme does not know what they say.
    Unstated,
    /// A function, perhaps with a reason.
    Cause {
        /// The function.
        function: String,
        /// The reason, when one is stated that the scheme knows.
        reason: Option<String>,
    },
    /// The host's word.
    Word(String),
}

impl GroupKey {
    pub(super) fn cause(cause: Option<Cause<'_>>) -> Self {
        match cause {
            Some(cause) => Self::Cause {
                function: cause.function.to_owned(),
                reason: cause.reason.map(str::to_owned),
            },
            None => Self::Unstated,
        }
    }
}

/// Complaints that have something in common: in the period, and in the one before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// What.
    pub key: GroupKey,
    /// In the period.
    pub now: Counts,
    /// In the one before.
    pub before: Counts,
}

/// Counts by a word of the host's; each word is kept once.
#[derive(Debug, Clone, Default)]
pub(super) struct Words {
    stated: HashMap<Box<str>, [Counts; 2]>,
    unstated: [Counts; 2],
}

impl Words {
    pub(super) fn add(&mut self, word: Option<&str>, more: &[Counts; 2]) {
        let Some(word) = word else {
            return add(&mut self.unstated, more);
        };
        match self.stated.get_mut(word) {
            Some(counts) => add(counts, more),
            None => {
                self.stated.insert(word.into(), *more);
            }
        }
    }

    /// The groups, in order of their words; those that do not say come last.
    pub(super) fn groups(self) -> Vec<Group> {
        let stated = self.stated.into_iter();
        let mut groups: Vec<Group> = stated
            .map(|(word, counts)| Group::new(GroupKey::Word(word.into_string()), counts))
            .collect();
        groups.order_by(|a, b| a.key.cmp(&b.key));
        groups.extend(Group::some(GroupKey::Unstated, self.unstated));
        groups
    }
}

impl Group {
    pub(super) const fn new(key: GroupKey, [now, before]: [Counts; 2]) -> Self {
        Self { key, now, before }
    }

    /// A group that has something in it.
    pub(super) fn some(key: GroupKey, counts: [Counts; 2]) -> Option<Self> {
        let empty = counts.iter().all(Counts::is_empty);
        (!empty).then(|| Self::new(key, counts))
    }
}

pub(super) const fn add(counts: &mut [Counts; 2], more: &[Counts; 2]) {
    let ([now, before], [more_now, more_before]) = (counts, more);
    now.add(more_now);
    before.add(more_before);
}

impl Dimension {
    /// The word of a complaint; causes have two, and their own scheme.
    pub(super) const fn word<'a>(self, case: &Case<'a>) -> Option<&'a str> {
        match self {
            Self::Cause => None,
            Self::Line => case.line,
            Self::Channel => case.channel,
            Self::Unit => case.unit_id,
            Self::ComplainantKind => case.complainant_kind,
        }
    }
}
