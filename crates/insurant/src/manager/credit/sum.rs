//! Sums of amounts by kind, exact.

use super::kind::CreditKind;
use std::collections::BTreeMap;

/// Sums in minor units by kind. Counts of rows and amounts both fit 64 bits, so that no sum
/// overflows 128.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Sums(BTreeMap<CreditKind, i128>);

impl Sums {
    /// Zero for each of some kinds.
    pub(super) fn of(kinds: &[CreditKind]) -> Self {
        Self(kinds.iter().map(|kind| (*kind, 0)).collect())
    }

    pub(super) fn add(&mut self, kind: CreditKind, minor: i64) {
        let sum = self.0.entry(kind).or_default();
        *sum = sum.saturating_add(i128::from(minor));
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (CreditKind, i128)> {
        self.0.iter().map(|(kind, sum)| (*kind, *sum))
    }

    pub(super) fn get(&self, kind: CreditKind) -> Option<i128> {
        self.0.get(&kind).copied()
    }
}
