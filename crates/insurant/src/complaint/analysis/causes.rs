//! Complaints by cause.

use super::cause::Slot;
use super::groups::{Group, GroupKey, add};
use super::{Cause, CauseScheme, Counts};
use std::collections::BTreeMap;

/// A cause that the scheme does not know, in the words that were used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unclassified {
    /// The function.
    pub function: String,
    /// The reason.
    pub reason: Option<String>,
    /// How often it was received in the period.
    pub received: u64,
}

/// Counts by slot of the scheme.
#[derive(Debug, Clone)]
pub(super) struct Causes {
    slots: Vec<[Counts; 2]>,
    unknown: BTreeMap<String, BTreeMap<Option<String>, u64>>,
}

impl Causes {
    pub(super) fn new(scheme: &CauseScheme) -> Self {
        Self {
            slots: vec![[Counts::default(); 2]; scheme.slots()],
            unknown: BTreeMap::new(),
        }
    }

    pub(super) fn add(&mut self, slot: Slot, more: &[Counts; 2]) {
        let slot = usize::try_from(slot).unwrap_or_default();
        if let Some(counts) = self.slots.get_mut(slot) {
            add(counts, more);
        }
    }

    /// Remembers words that the scheme does not know.
    pub(super) fn add_unknown(&mut self, cause: Cause<'_>) {
        if !self.unknown.contains_key(cause.function) {
            self.unknown
                .insert(cause.function.to_owned(), BTreeMap::new());
        }
        if let Some(reasons) = self.unknown.get_mut(cause.function) {
            *reasons.entry(cause.reason.map(str::to_owned)).or_default() += 1;
        }
    }

    pub(super) fn unclassified(&self) -> Vec<Unclassified> {
        let functions = self.unknown.iter();
        let of = |(function, reasons): (&String, &BTreeMap<Option<String>, u64>)| {
            let row = |(reason, received): (&Option<String>, &u64)| Unclassified {
                function: function.clone(),
                reason: reason.clone(),
                received: *received,
            };
            reasons.iter().map(row).collect::<Vec<_>>()
        };
        functions.flat_map(of).collect()
    }

    /// The groups, in order of function and reason; the unclassified come last.
    pub(super) fn groups(&self, scheme: &CauseScheme) -> Vec<Group> {
        let numbered = self.slots.iter().enumerate();
        let group = |(slot, counts): (usize, &[Counts; 2])| {
            Group::some(GroupKey::cause(scheme.cause(slot)), *counts)
        };
        let mut groups: Vec<Group> = numbered.filter_map(group).collect();
        // The unclassified are slot 0.
        if groups
            .first()
            .is_some_and(|first| first.key == GroupKey::Unstated)
        {
            groups.rotate_left(1);
        }
        groups
    }
}
