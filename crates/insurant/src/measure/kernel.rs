//! One customer's measures, computed in one visit to the facts.

use super::basis::{Basis, Figure, FigureState, Pass};
use super::cover::{Cover, Supplied, policy_years_open};
use super::dated::{Span, WindowKind};
use super::loss::{ClaimFree, Loss, fate};
use super::plan::{Fill, Plan};
use super::scratch::Scratch;
use crate::date::{Date, Today};
use crate::facts::{CustomerView, PremiumMovement, Profile};
use insurant_rules::{Slot, State};

/// The constants of a rulebook that measures read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Constants {
    pub(crate) continuity_gap_days: i32,
    pub(crate) thin_days: i64,
    pub(crate) thin_premium: i64,
    pub(crate) claim_free: ClaimFree,
}

/// A plan on a day: every window's bounds, computed once for all customers.
#[derive(Debug, Clone)]
pub(crate) struct DatedPlan<'a> {
    pub(crate) plan: &'a Plan,
    pub(crate) constants: Constants,
    pub(crate) as_of: Date,
    pub(crate) day: i32,
    today: Today,
    pub(crate) spans: Vec<Span>,
}

/// A sum that does not fit 64 bits; [`DatedPlan::overflown`] finds the request that needs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Overflow;

/// What status the covers give a customer.
#[derive(Debug, Clone, Copy, Default)]
struct CoverStatus {
    in_force: bool,
    bound: bool,
    ever: bool,
    last_end: Option<i32>,
    unbroken_since: Option<i32>,
    /// Whether some policy belongs to a tender.
    tenders: bool,
}

impl CoverStatus {
    #[inline]
    fn see(&mut self, cover: &Cover, day: i32) {
        self.in_force |= cover.in_force(day);
        self.bound |= cover.bound;
        self.ever = true;
        self.tenders |= cover.tender != 0;
        self.last_end = self.last_end.max(Some(cover.stop));
    }
}

/// What fills a slot beside the plan.
struct Context<'a> {
    profile: &'a Profile,
    status: &'a CoverStatus,
    /// Days since the last cover ended; negative while it lasts.
    since_end: Option<i32>,
    figures: &'a [Figure],
}

impl<'a> DatedPlan<'a> {
    pub(crate) fn new(plan: &'a Plan, constants: Constants, as_of: Date) -> Self {
        let spans = plan
            .windows
            .iter()
            .map(|w: &WindowKind| w.on(as_of))
            .collect();
        Self {
            plan,
            constants,
            as_of,
            day: as_of.days(),
            today: Today::new(as_of),
            spans,
        }
    }

    /// Fills the slots of every request.
    ///
    /// # Errors
    /// Some sum does not fit 64 bits.
    pub(crate) fn compute<V: CustomerView>(
        &self,
        view: &V,
        scratch: &mut Scratch,
    ) -> Result<(), Overflow> {
        let (profile, status) = self.all_figures(view, scratch);
        let mut overflown = false;
        let slot_count = self.plan.fills.len();
        if scratch.slots.len() != slot_count {
            scratch.slots.resize(slot_count, Slot::UNKNOWN);
        }
        let since_end = status.last_end.map(|end| self.day - end);
        let ctx = Context {
            profile: &profile,
            status: &status,
            since_end,
            figures: &scratch.figures,
        };
        for (slot, &fill) in scratch.slots.iter_mut().zip(&self.plan.fills) {
            self.fill(fill, view, &ctx, slot);
            overflown |= slot.den == 0;
        }
        if overflown { Err(Overflow) } else { Ok(()) }
    }

    /// The same, each slot told as it is found.
    ///
    /// # Errors
    /// As [`Self::compute`]; every slot was told nevertheless.
    pub(crate) fn each_slot<V: CustomerView>(
        &self,
        view: &V,
        scratch: &mut Scratch,
        mut tell: impl FnMut(usize, Slot),
    ) -> Result<(), Overflow> {
        let (profile, status) = self.all_figures(view, scratch);
        let since_end = status.last_end.map(|end| self.day - end);
        let ctx = Context {
            profile: &profile,
            status: &status,
            since_end,
            figures: &scratch.figures,
        };
        let mut overflown = false;
        for (i, &fill) in self.plan.fills.iter().enumerate() {
            let mut slot = Slot::UNKNOWN;
            self.fill(fill, view, &ctx, &mut slot);
            overflown |= slot.den == 0;
            tell(i, slot);
        }
        if overflown { Err(Overflow) } else { Ok(()) }
    }

    /// Fills the slot of a request from figures that were found otherwise.
    #[inline]
    pub(crate) fn slot_of<V: CustomerView>(
        &self,
        fill: Fill,
        view: &V,
        profile: &Profile,
        last_end: Option<i32>,
        figures: &[Figure],
    ) -> Slot {
        let ctx = Context {
            profile,
            status: &CoverStatus::default(),
            since_end: last_end.map(|end| self.day - end),
            figures,
        };
        let mut slot = Slot::UNKNOWN;
        self.fill(fill, view, &ctx, &mut slot);
        slot
    }

    /// Visits the facts and finds every figure.
    #[inline]
    fn all_figures<V: CustomerView>(
        &self,
        view: &V,
        scratch: &mut Scratch,
    ) -> (Profile, CoverStatus) {
        let status = self.visit(view, scratch);
        let profile = view.profile();
        let history = profile.history_from.map(Date::days);
        self.figures(history, &status, scratch);
        (profile, status)
    }

    fn figures(&self, history: Option<i32>, status: &CoverStatus, scratch: &mut Scratch) {
        let plan = self.plan;
        if scratch.figures.len() != plan.figures.len() {
            scratch
                .figures
                .resize(plan.figures.len(), Figure::default());
        }
        // Out of the scratch, so that they are written where they stay while the facts are read.
        let mut figures = std::mem::take(&mut scratch.figures);
        let unknown = |pass: Pass, scratch: &Scratch| {
            history.is_some_and(|history| self.opens_before(history, pass, &scratch.covers))
        };
        for planned in &plan.premium_passes {
            let Some(places) = places(&mut figures, planned.at) else {
                continue;
            };
            if unknown(planned.pass, scratch) {
                *places = [Figure::UNKNOWN; 5];
            } else {
                scratch.premium(planned, self.span(planned.pass.window), self.day, places);
            }
        }
        for planned in &plan.loss_passes {
            let Some(places) = places(&mut figures, planned.at) else {
                continue;
            };
            if unknown(planned.pass, scratch) {
                *places = [Figure::UNKNOWN; 7];
            } else {
                scratch.losses(planned, self.span(planned.pass.window), places);
            }
        }
        for &(basis, at) in &plan.singles {
            if let Some(place) = figures.get_mut(at) {
                *place = self.single(basis, history, status, scratch);
            }
        }
        scratch.figures = figures;
    }

    /// Copies what is known on the day into the scratch.
    fn visit<V: CustomerView>(&self, view: &V, scratch: &mut Scratch) -> CoverStatus {
        let mut status = CoverStatus::default();
        scratch.covers.clear();
        scratch.supplied.clear();
        scratch.placed.clear();
        scratch.movements.clear();
        scratch.losses.clear();
        scratch.not_counted.clear();
        let (mut sorted, mut last) = (true, i32::MIN);
        for (i, policy) in (0_u32..).zip(view.policies()) {
            let range = append(
                &mut scratch.movements,
                view.movements(usize::try_from(i).unwrap_or(0)),
            );
            let supplied = match Cover::status(self.day, &policy) {
                Supplied::Known(()) => {
                    let cover = Cover::new(self.day, i, &policy, range);
                    status.see(&cover, self.day);
                    sorted &= last <= cover.start;
                    last = cover.start;
                    scratch.covers.push(cover);
                    Supplied::Known(scratch.covers.len() - 1)
                }
                Supplied::Void => Supplied::Void,
                Supplied::NotKnown => Supplied::NotKnown,
            };
            scratch.supplied.push(supplied);
        }
        let mut events = false;
        for (i, claim) in (0_u32..).zip(view.claims()) {
            let terms = claim.terms();
            let policy = terms
                .policy
                .and_then(|p| scratch.policy(usize::try_from(p).ok()?));
            match fate(self.day, terms, policy) {
                Ok(cover) => {
                    let loss = Loss::new(self.day, i, terms, cover);
                    events |= loss.event != 0;
                    scratch.losses.push(loss);
                }
                Err(fate) => scratch.not_counted.push((i, fate)),
            }
        }
        if !sorted {
            scratch.covers.sort_unstable_by_key(|c| c.start);
        }
        scratch.events = events;
        if events {
            scratch.losses.sort_unstable_by_key(|l| l.event);
        }
        for (i, policy) in (0_u32..).zip(view.placed()) {
            let movements = view.placed_movements(usize::try_from(i).unwrap_or(0));
            let range = append(&mut scratch.movements, movements);
            if let Supplied::Known(()) = Cover::status(self.day, &policy) {
                scratch.placed.push(Cover::new(self.day, i, &policy, range));
            }
        }
        status.unbroken_since =
            scratch.unbroken_since(self.day, None, self.constants.continuity_gap_days);
        status
    }

    pub(crate) fn span(&self, window: usize) -> Span {
        self.spans.get(window).copied().unwrap_or(Span {
            from: 0,
            to: 0,
            by_policy: false,
        })
    }

    /// A figure that needs no pass.
    #[inline]
    fn single(
        &self,
        basis: Basis,
        history: Option<i32>,
        status: &CoverStatus,
        scratch: &mut Scratch,
    ) -> Figure {
        let years = |since: Option<i32>| {
            Figure::known(since.map_or(0, |since| self.today.years_since(since)))
        };
        match basis {
            Basis::Annual(filter) => {
                let recent = self.span(self.plan.started_within_a_year);
                Figure::sum(scratch.annual(self.day, recent, filter))
            }
            Basis::Tender if status.tenders => Figure::sum(scratch.tender(self.day)),
            Basis::ClaimFreeYears(line) => self.claim_free_years(line, history, status, scratch),
            Basis::CoveredYears(line) => years(self.unbroken_since(line, status, scratch)),
            Basis::TenureYears => years(
                scratch
                    .covers
                    .first()
                    .filter(|cover| !cover.bound)
                    .map(|c| c.start),
            ),
            Basis::PoliciesInForce => Figure::sum(scratch.policies_in_force(self.day)),
            Basis::LinesInForce => Figure::sum(scratch.lines_in_force(self.day)),
            Basis::Placed(at) => match self.plan.placed_passes.get(at) {
                Some(&pass) => {
                    let opens = |h| self.opens_before(h, pass, &scratch.placed);
                    if history.is_some_and(opens) {
                        Figure::UNKNOWN
                    } else {
                        Figure::sum(scratch.placed(pass, self.span(pass.window)))
                    }
                }
                None => Figure::UNKNOWN,
            },
            Basis::Tender | Basis::Premium(..) | Basis::Loss(..) => Figure::known(0),
        }
    }

    fn unbroken_since(
        &self,
        line: Option<u32>,
        status: &CoverStatus,
        scratch: &Scratch,
    ) -> Option<i32> {
        match line {
            None => status.unbroken_since,
            Some(_) => scratch.unbroken_since(self.day, line, self.constants.continuity_gap_days),
        }
    }

    fn claim_free_years(
        &self,
        line: Option<u32>,
        history: Option<i32>,
        status: &CoverStatus,
        scratch: &Scratch,
    ) -> Figure {
        let Some(since) = self.unbroken_since(line, status, scratch) else {
            return Figure::known(0);
        };
        let since = history.map_or(since, |history| since.max(history));
        let (since, pending) = scratch.claim_free_since(since, line, self.constants.claim_free);
        let years = self.today.years_since(since);
        match pending {
            Some(pending) if pending > since && self.today.years_since(pending) != years => {
                Figure::UNKNOWN
            }
            _ => Figure::known(years),
        }
    }

    /// Whether the records begin after the window of a pass over these policies opens.
    fn opens_before(&self, history: i32, pass: Pass, covers: &[Cover]) -> bool {
        let span = self.span(pass.window);
        if !span.by_policy {
            return span.from < history;
        }
        policy_years_open(covers, span, pass.filter.of_premium()).is_some_and(|open| open < history)
    }

    #[inline]
    fn fill<V: CustomerView>(&self, fill: Fill, view: &V, ctx: &Context<'_>, slot: &mut Slot) {
        // Each arm writes in place: a slot made elsewhere and copied stalls on its own stores.
        let Context {
            profile,
            status,
            since_end,
            figures,
        } = *ctx;
        let told = |fact: Option<bool>, slot: &mut Slot| match fact {
            Some(fact) => *slot = Slot::boolean(fact),
            None => *slot = Slot::UNKNOWN,
        };
        let figure = |i: usize| figures.get(i).copied().unwrap_or(Figure::UNKNOWN);
        match fill {
            Fill::Kind => *slot = Slot::whole(profile.kind.position()),
            Fill::Credit => match profile.credit {
                Some(credit) => *slot = Slot::whole(credit.position()),
                None => *slot = Slot::UNKNOWN,
            },
            Fill::IntendsToInsure => told(profile.intends_to_insure, slot),
            Fill::FraudSigns => told(profile.fraud_signs, slot),
            Fill::HardToSettle => told(profile.hard_to_settle, slot),
            Fill::ManagerAssigned => told(profile.manager_assigned, slot),
            Fill::NextReview => match profile.next_review {
                Some(review) => *slot = Slot::whole(i64::from(review.days())),
                None => *slot = Slot::UNKNOWN,
            },
            Fill::AsOf => *slot = Slot::whole(i64::from(self.day)),
            Fill::InForce => *slot = Slot::boolean(status.in_force),
            Fill::Bound => *slot = Slot::boolean(status.bound),
            Fill::EverInsured => *slot = Slot::boolean(status.ever),
            Fill::Insured => {
                let within_gap =
                    |since: i32| since >= 0 && since <= self.constants.continuity_gap_days;
                *slot = Slot::boolean(
                    status.in_force || status.bound || since_end.is_some_and(within_gap),
                );
            }
            Fill::DaysToRenewal => match since_end {
                Some(since) if since <= 0 => *slot = Slot::whole(i64::from(-since)),
                _ => *slot = Slot::UNDEFINED,
            },
            Fill::DaysSinceEnd => match since_end {
                Some(since) if since >= 0 => *slot = Slot::whole(i64::from(since)),
                _ => *slot = Slot::UNDEFINED,
            },
            Fill::Input(position) => {
                let input = view.input(position);
                *slot = if input.den > 0 { input } else { Slot::UNKNOWN };
            }
            Fill::Basis(i) => match figure(i) {
                Figure {
                    value,
                    state: FigureState::Known,
                } => *slot = Slot::whole(value),
                Figure { state, .. } => *slot = without(state),
            },
            Fill::Quotient(over, under) => {
                if let Some((over, under)) = both(figure(over), figure(under), slot) {
                    *slot = Slot::ratio(over, under);
                }
            }
            Fill::Frequency { claims, days } => {
                if let Some((claims, days)) = both(figure(claims), figure(days), slot) {
                    *slot = match claims.checked_mul(365) {
                        Some(year) => Slot::ratio(year, days),
                        None => OVERFLOWN,
                    };
                }
            }
            Fill::Credibility { claims, full } => {
                if let Some((claims, full)) = both(figure(claims), Figure::known(full), slot) {
                    *slot = credibility(claims, full);
                }
            }
            Fill::ThinExposure { days, earned } => {
                if let Some((days, earned)) = both(figure(days), figure(earned), slot) {
                    *slot = Slot::boolean(
                        days < self.constants.thin_days || earned < self.constants.thin_premium,
                    );
                }
            }
            Fill::NeedsTransactions { earned } => match figure(earned).state {
                FigureState::Unknown => *slot = Slot::UNKNOWN,
                _ => *slot = Slot::UNDEFINED,
            },
        }
    }

    /// The first request that reads an overflown sum.
    pub(crate) fn overflown(&self, scratch: &Scratch) -> Option<usize> {
        scratch.slots.iter().position(|slot| *slot == OVERFLOWN)
    }
}

/// A sum that did not fit: no other slot is unknown with a denominator of 0.
const OVERFLOWN: Slot = Slot {
    num: 0,
    den: 0,
    state: State::Unknown,
};

/// Both values, when both are known; else the slot says why not.
#[inline]
const fn both(a: Figure, b: Figure, slot: &mut Slot) -> Option<(i64, i64)> {
    match (a.state, b.state) {
        (FigureState::Known, FigureState::Known) => return Some((a.value, b.value)),
        (FigureState::Overflown, _) | (_, FigureState::Overflown) => *slot = OVERFLOWN,
        _ => *slot = Slot::UNKNOWN,
    }
    None
}

/// The slot of a figure that is not known.
const fn without(state: FigureState) -> Slot {
    match state {
        FigureState::Overflown => OVERFLOWN,
        _ => Slot::UNKNOWN,
    }
}

/// The places of the figures of a pass.
#[inline]
fn places<const N: usize>(all: &mut [Figure], at: usize) -> Option<&mut [Figure; N]> {
    all.get_mut(at..)?.first_chunk_mut()
}

/// `min(1, sqrt(claims / full))` to six places, down: the only root, of whole numbers.
fn credibility(claims: i64, full: i64) -> Slot {
    const PLACES: i64 = 1_000_000;
    if full <= 0 {
        return Slot::UNDEFINED;
    }
    let square = i128::from(claims.max(0)) * i128::from(PLACES) * i128::from(PLACES);
    let root = (square / i128::from(full)).isqrt().min(i128::from(PLACES));
    i64::try_from(root).map_or(Slot::UNDEFINED, |root| Slot::ratio(root, PLACES))
}

fn append(
    all: &mut Vec<PremiumMovement>,
    some: impl Iterator<Item = PremiumMovement>,
) -> (u32, u32) {
    let position = |all: &Vec<PremiumMovement>| u32::try_from(all.len()).unwrap_or(u32::MAX);
    let from = position(all);
    all.extend(some);
    (from, position(all))
}

#[cfg(test)]
mod tests;
