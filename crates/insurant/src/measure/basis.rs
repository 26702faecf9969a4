//! The sums that measures are made of.

use crate::facts::BusinessSource;

/// Which policies a sum looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub(crate) struct Filter {
    pub(crate) line: Option<u32>,
    pub(crate) source: Option<BusinessSource>,
    /// Leave out catastrophe-coded claims.
    pub(crate) no_catastrophe: bool,
}

impl Filter {
    #[inline]
    pub(crate) fn takes(&self, line: u32, source: BusinessSource) -> bool {
        self.line.is_none_or(|l| l == line) && self.source.is_none_or(|s| s == source)
    }

    /// The same filter for premium, which knows no catastrophes.
    pub(crate) const fn of_premium(self) -> Self {
        Self {
            no_catastrophe: false,
            ..self
        }
    }
}

/// A window (an index into the plan's windows) and a filter: one pass over the policies, or over
/// the claims, finds all its sums.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Pass {
    pub(crate) window: usize,
    pub(crate) filter: Filter,
}

/// A sum of a pass over policies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum PremiumSum {
    Earned,
    Written,
    CoveredDays,
    Units,
    /// Earned to date by the policies that start in the window.
    CohortEarned,
}

/// A sum of a pass over claims.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum LossSum {
    Incurred,
    Paid,
    Reserve,
    Recovered,
    Claims,
    PaidClaims,
    /// Incurred to date on the policies that start in the window.
    CohortIncurred,
}

/// One figure that measures are made of. A pass is an index into the plan's passes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Basis {
    Premium(usize, PremiumSum),
    Loss(usize, LossSum),
    Placed(usize),
    Annual,
    Tender,
    ClaimFreeYears(Option<u32>),
    CoveredYears(Option<u32>),
    TenureYears,
    PoliciesInForce,
    LinesInForce,
}
