//! Which rulebooks a plain walk serves, and what it has to find for them.

use super::{Anniversaries, MOST, PlainPolicy};
use crate::facts::{BusinessSource, ClaimStatus};
use crate::measure::basis::{Basis, Filter, LossSum, PremiumSum};
use crate::measure::dated::Span;
use crate::measure::kernel::DatedPlan;
use crate::measure::loss::ClaimFree;

/// Where values lie that any rulebook may ask for.
pub(super) const IN_FORCE: usize = 0;
pub(super) const INSURED: usize = 1;
pub(super) const EVER: usize = 2;
/// Always 0.
const ZERO: usize = 3;
/// Always 1.
pub(super) const ONE: usize = 4;
/// Sums that nobody wants.
const NOWHERE: usize = MOST;
/// The first that the plan gives out.
const FIRST: usize = 5;

/// The earned premium of a window: the difference of two totals, by their positions.
#[derive(Debug, Clone, Copy)]
pub(super) struct Earned {
    pub(super) from: Option<usize>,
    pub(super) to: usize,
    pub(super) at: usize,
}

/// A sum over what starts, or lies, in a window.
#[derive(Debug, Clone, Copy)]
pub(super) struct Within {
    pub(super) filter: u32,
    pub(super) from: i32,
    pub(super) to: i32,
    pub(super) at: usize,
}

/// The sums over the losses of a window.
#[derive(Debug, Clone, Copy)]
pub(super) struct Losses {
    pub(super) filter: u32,
    pub(super) no_catastrophe: bool,
    pub(super) from: i32,
    pub(super) to: i32,
    pub(super) incurred: usize,
    pub(super) paid: usize,
    pub(super) reserve: usize,
    pub(super) claims: usize,
    pub(super) paid_claims: usize,
}

/// What a plain walk finds for a rulebook on a day.
#[derive(Debug, Clone)]
pub(crate) struct Fold {
    pub(super) day: i32,
    pub(super) gap: i32,
    /// The distinct days at which windows open and close.
    pub(super) bounds: Vec<i32>,
    /// The filters of which premium is earned, by their bits: one row of totals each.
    pub(super) earning: Vec<u32>,
    /// By line and source: which filters take such a policy. The last line stands for all others.
    taken: Vec<u32>,
    pub(super) earned: Vec<Earned>,
    pub(super) written: Vec<Within>,
    pub(super) covered: Vec<Within>,
    pub(super) annual: Vec<(u32, usize)>,
    pub(super) recent: Span,
    pub(super) in_force_count: Option<usize>,
    pub(super) passes: Vec<Losses>,
    pub(super) conventions: ClaimFree,
    pub(super) claim_free: Option<usize>,
    pub(super) covered_years: Option<usize>,
    pub(super) tenure: Option<usize>,
    /// Whether somebody asks since when cover is unbroken.
    pub(super) unbroken: bool,
    pub(super) anniversaries: Anniversaries,
    /// By position of a status: withdrawn, open.
    fates: Vec<(bool, bool)>,
    /// Where the values of the plan's figures lie.
    places: Vec<Option<usize>>,
}

const SOURCES: usize = BusinessSource::ALL.len();
const PAIRS: u16 = 3;
const _: () = assert!(SOURCES == PAIRS as usize);

impl PlainPolicy {
    /// A line, by its number among those of a rulebook, and the position of a source as one number.
    /// Lines beyond 20,000 are not told apart.
    #[must_use]
    #[inline]
    pub const fn pair(line: u16, source: u8) -> u16 {
        line.saturating_mul(PAIRS).saturating_add(source as u16)
    }

    /// The line and the source of a number.
    #[must_use]
    pub fn line_and_source(pair: u16) -> (u32, BusinessSource) {
        let pair = usize::from(pair);
        let source = BusinessSource::ALL.get(pair % SOURCES).copied();
        let line = u32::try_from(pair / SOURCES).unwrap_or(u32::MAX);
        (line, source.unwrap_or(BusinessSource::Direct))
    }
}

/// A plan in the making.
struct Planner {
    fold: Fold,
    filters: Vec<Filter>,
    /// The earned premiums by row of totals; their ends by position among the bounds.
    earned: Vec<(usize, Earned)>,
    next: usize,
}

impl Planner {
    fn place(&mut self) -> Option<usize> {
        let at = self.next;
        self.next += 1;
        (at < MOST).then_some(at)
    }

    fn filter(&mut self, filter: Filter) -> Option<u32> {
        let filter = filter.of_premium();
        let known = self.filters.iter().position(|known| *known == filter);
        let at = known.unwrap_or_else(|| {
            self.filters.push(filter);
            self.filters.len() - 1
        });
        u32::try_from(at).ok().filter(|at| *at < 32)
    }

    fn bound(&mut self, day: i32) -> usize {
        let bounds = &mut self.fold.bounds;
        let known = bounds.iter().position(|known| *known == day);
        known.unwrap_or_else(|| {
            bounds.push(day);
            bounds.len() - 1
        })
    }
}

impl Fold {
    /// What to find; `None` for a rulebook that asks for more than a plain walk finds.
    pub(crate) fn new(dated: &DatedPlan<'_>) -> Option<Self> {
        let status = |status: &ClaimStatus| {
            let open = matches!(status, ClaimStatus::Open | ClaimStatus::Reopened);
            (*status == ClaimStatus::Withdrawn, open)
        };
        let mut planner = Planner {
            fold: Self {
                day: dated.day,
                gap: dated.constants.continuity_gap_days,
                bounds: Vec::new(),
                earning: Vec::new(),
                taken: Vec::new(),
                earned: Vec::new(),
                written: Vec::new(),
                covered: Vec::new(),
                annual: Vec::new(),
                recent: dated.span(dated.plan.started_within_a_year),
                in_force_count: None,
                passes: Vec::new(),
                conventions: dated.constants.claim_free,
                claim_free: None,
                covered_years: None,
                tenure: None,
                unbroken: false,
                anniversaries: Anniversaries::new(dated.as_of),
                fates: ClaimStatus::ALL.iter().map(status).collect(),
                places: vec![None; dated.plan.figures.len()],
            },
            filters: Vec::new(),
            earned: Vec::new(),
            next: FIRST,
        };
        planner.premium(dated)?;
        planner.losses(dated)?;
        planner.singles(dated)?;
        let Planner {
            mut fold,
            filters,
            earned,
            ..
        } = planner;
        // The totals of a row lie together, and only now it is known how many there are.
        let bounds = fold.bounds.len();
        fold.earned
            .extend(earned.into_iter().map(|(filter, window)| {
                let total = |bound: usize| filter * bounds + bound;
                Earned {
                    from: window.from.map(total),
                    to: total(window.to),
                    ..window
                }
            }));
        let lines = filters.iter().filter_map(|filter| filter.line).max();
        let lines = lines.map_or(0, |line| line + 1);
        for line in 0..=lines {
            for &source in BusinessSource::ALL {
                let takes = (0..).zip(&filters).fold(0, |all, (at, filter)| {
                    all | u32::from(filter.takes(line, source)) << at
                });
                fold.taken.push(takes);
            }
        }
        Some(fold)
    }

    /// Which filters take a policy, a bit each.
    #[inline]
    pub(super) fn takes(&self, pair: u16) -> u32 {
        let pair = usize::from(pair);
        match self.taken.get(pair) {
            Some(takes) => *takes,
            None => {
                let last = self.taken.len().saturating_sub(SOURCES);
                let other = self.taken.get(last + pair % SOURCES);
                other.copied().unwrap_or(0)
            }
        }
    }

    /// Whether claims of a status are withdrawn, and whether open.
    #[inline]
    pub(super) fn fate(&self, status: u8) -> (bool, bool) {
        let fate = self.fates.get(usize::from(status));
        fate.copied().unwrap_or((true, false))
    }

    /// Where the value of a figure of the plan lies.
    pub(crate) fn place(&self, figure: usize) -> Option<usize> {
        self.places.get(figure).copied().flatten()
    }

    /// Where the values lie that say whether a customer is in force, insured, and ever was; and that of
    /// what no plain customer is.
    pub(crate) const fn status_places() -> [usize; 4] {
        [IN_FORCE, INSURED, EVER, ZERO]
    }
}

impl Planner {
    fn note(&mut self, figure: usize, place: usize) -> Option<()> {
        *self.fold.places.get_mut(figure)? = Some(place);
        Some(())
    }

    fn premium(&mut self, dated: &DatedPlan<'_>) -> Option<()> {
        for planned in &dated.plan.premium_passes {
            let span = dated.span(planned.pass.window);
            if span.by_policy || span.from >= span.to || span.to > dated.day {
                return None;
            }
            let filter = self.filter(planned.pass.filter)?;
            let at = |sum: PremiumSum| planned.at + usize::from(sum as u8);
            let wants = |sum: PremiumSum| planned.wanted.has(sum as u8);
            if wants(PremiumSum::CohortEarned) {
                return None;
            }
            if wants(PremiumSum::Earned) {
                let place = self.place()?;
                let from = (span.from != i32::MIN).then(|| self.bound(span.from));
                let to = self.bound(span.to);
                let window = Earned {
                    from,
                    to,
                    at: place,
                };
                let earning = &mut self.fold.earning;
                let known = earning.iter().position(|known| *known == filter);
                let row = known.unwrap_or_else(|| {
                    earning.push(filter);
                    earning.len() - 1
                });
                self.earned.push((row, window));
                self.note(at(PremiumSum::Earned), place)?;
            }
            let within = |at| Within {
                filter,
                from: span.from,
                to: span.to,
                at,
            };
            if wants(PremiumSum::Written) {
                let place = self.place()?;
                self.fold.written.push(within(place));
                self.note(at(PremiumSum::Written), place)?;
            }
            if wants(PremiumSum::CoveredDays) {
                if planned.pass.filter != Filter::default() {
                    return None;
                }
                let place = self.place()?;
                self.fold.covered.push(within(place));
                self.note(at(PremiumSum::CoveredDays), place)?;
            }
            if wants(PremiumSum::Units) {
                self.note(at(PremiumSum::Units), ONE)?;
            }
        }
        Some(())
    }

    fn losses(&mut self, dated: &DatedPlan<'_>) -> Option<()> {
        for planned in &dated.plan.loss_passes {
            let span = dated.span(planned.pass.window);
            if span.by_policy || planned.wanted.has(LossSum::CohortIncurred as u8) {
                return None;
            }
            let filter = self.filter(planned.pass.filter)?;
            let mut place = |sum: LossSum| {
                if !planned.wanted.has(sum as u8) {
                    return Some(NOWHERE);
                }
                let place = self.place()?;
                self.note(planned.at + usize::from(sum as u8), place)?;
                Some(place)
            };
            let losses = Losses {
                filter,
                no_catastrophe: planned.pass.filter.no_catastrophe,
                from: span.from,
                to: span.to,
                incurred: place(LossSum::Incurred)?,
                paid: place(LossSum::Paid)?,
                reserve: place(LossSum::Reserve)?,
                claims: place(LossSum::Claims)?,
                paid_claims: place(LossSum::PaidClaims)?,
            };
            if planned.wanted.has(LossSum::Recovered as u8) {
                self.note(planned.at + usize::from(LossSum::Recovered as u8), ZERO)?;
            }
            self.fold.passes.push(losses);
        }
        Some(())
    }

    fn singles(&mut self, dated: &DatedPlan<'_>) -> Option<()> {
        for &(basis, figure) in &dated.plan.singles {
            let place = match basis {
                Basis::Tender | Basis::Placed(_) => ZERO,
                Basis::LinesInForce
                | Basis::ClaimFreeYears(Some(_))
                | Basis::CoveredYears(Some(_))
                | Basis::Premium(..)
                | Basis::Loss(..) => return None,
                Basis::Annual(filter) => {
                    let (filter, place) = (self.filter(filter)?, self.place()?);
                    self.fold.annual.push((filter, place));
                    place
                }
                Basis::ClaimFreeYears(None) => {
                    let place = self.place()?;
                    self.fold.claim_free = Some(place);
                    self.fold.unbroken = true;
                    place
                }
                Basis::CoveredYears(None) => {
                    let place = self.place()?;
                    self.fold.covered_years = Some(place);
                    self.fold.unbroken = true;
                    place
                }
                Basis::TenureYears => {
                    let place = self.place()?;
                    self.fold.tenure = Some(place);
                    place
                }
                Basis::PoliciesInForce => {
                    let place = self.place()?;
                    self.fold.in_force_count = Some(place);
                    place
                }
            };
            self.note(figure, place)?;
        }
        Some(())
    }
}
