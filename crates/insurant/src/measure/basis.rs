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
    /// Earned to date by the policies that start in the window.
    CohortEarned,
    CoveredDays,
    Units,
}

impl PremiumSum {
    pub(crate) const ALL: [Self; 5] = [
        Self::Earned,
        Self::Written,
        Self::CohortEarned,
        Self::CoveredDays,
        Self::Units,
    ];
}

/// A sum of a pass over claims.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum LossSum {
    Incurred,
    Paid,
    Reserve,
    Recovered,
    /// Incurred to date on the policies that start in the window.
    CohortIncurred,
    Claims,
    PaidClaims,
}

impl LossSum {
    pub(crate) const ALL: [Self; 7] = [
        Self::Incurred,
        Self::Paid,
        Self::Reserve,
        Self::Recovered,
        Self::CohortIncurred,
        Self::Claims,
        Self::PaidClaims,
    ];
}

/// Which sums of a pass somebody asks for: only those can overflow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Wanted(u8);

impl Wanted {
    pub(crate) const fn add(&mut self, sum: u8) {
        self.0 |= 1 << sum;
    }

    #[inline]
    pub(crate) const fn has(self, sum: u8) -> bool {
        self.0 >> sum & 1 == 1
    }
}

/// One figure that measures are made of. A pass is an index into the plan's passes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Basis {
    Premium(usize, PremiumSum),
    Loss(usize, LossSum),
    Placed(usize),
    Annual(Filter),
    Tender,
    ClaimFreeYears(Option<u32>),
    CoveredYears(Option<u32>),
    TenureYears,
    PoliciesInForce,
    LinesInForce,
}

/// The value of a figure for one customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Figure {
    pub(crate) value: i64,
    pub(crate) state: FigureState,
}

/// What is known of a figure. The order is that of precedence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
// As wide as the value beside it, so that copies are whole words.
#[repr(u64)]
pub(crate) enum FigureState {
    #[default]
    Known,
    /// The records begin too late, or a claim is pending.
    Unknown,
    /// It does not fit 64 bits.
    Overflown,
}

impl Figure {
    pub(crate) const UNKNOWN: Self = Self {
        value: 0,
        state: FigureState::Unknown,
    };

    #[inline]
    pub(crate) const fn known(value: i64) -> Self {
        Self {
            value,
            state: FigureState::Known,
        }
    }

    #[inline]
    pub(crate) fn sum(sum: i128) -> Self {
        match i64::try_from(sum) {
            Ok(value) => Self::known(value),
            Err(_) => Self {
                value: 0,
                state: FigureState::Overflown,
            },
        }
    }
}
