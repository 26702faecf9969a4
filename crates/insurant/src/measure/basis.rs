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

/// Which amount of a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Amount {
    Incurred,
    Paid,
    Reserve,
    Recovered,
}

/// One sum, over a window (an index into the plan's windows) and a filter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Basis {
    Earned(usize, Filter),
    Written(usize, Filter),
    Placed(usize, Filter),
    Annual,
    Tender,
    Losses(Amount, usize, Filter),
    Claims {
        window: usize,
        filter: Filter,
        paid: bool,
    },
    CoveredDays(usize, Filter),
    Units(usize, Filter),
    /// Earned premium to date of the policies that start in the window.
    CohortEarned(usize, Filter),
    /// Incurred to date on those policies.
    CohortIncurred(usize, Filter),
    ClaimFreeYears(Option<u32>),
    CoveredYears(Option<u32>),
    TenureYears,
    PoliciesInForce,
    LinesInForce,
}

impl Basis {
    /// The window whose records must be whole, if the sum has one.
    pub(crate) const fn window(self) -> Option<usize> {
        match self {
            Self::Earned(w, _)
            | Self::Written(w, _)
            | Self::Placed(w, _)
            | Self::Losses(_, w, _)
            | Self::CoveredDays(w, _)
            | Self::Units(w, _)
            | Self::CohortEarned(w, _)
            | Self::CohortIncurred(w, _)
            | Self::Claims { window: w, .. } => Some(w),
            _ => None,
        }
    }
}
