//! One customer's measures, computed in one visit to the facts.

use super::basis::{Basis, Filter};
use super::cover::{Cover, Supplied};
use super::dated::{Span, WindowKind};
use super::loss::{Loss, fate};
use super::plan::{Fill, Plan};
use super::scratch::Scratch;
use crate::date::Date;
use crate::facts::{CustomerView, PremiumMovement, Profile};
use insurant_rules::{Slot, State};

/// The constants of a rulebook that measures read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Constants {
    pub(crate) continuity_gap_days: i32,
    pub(crate) thin_days: i64,
    pub(crate) thin_premium: i64,
}

/// A plan on a day: every window's bounds, computed once for all customers.
#[derive(Debug, Clone)]
pub(crate) struct DatedPlan<'a> {
    pub(crate) plan: &'a Plan,
    pub(crate) constants: Constants,
    pub(crate) as_of: Date,
    pub(crate) day: i32,
    pub(crate) spans: Vec<Span>,
}

/// A sum that does not fit 64 bits: the index of the request that needs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Overflow {
    pub(crate) request: usize,
}

/// What status the covers give a customer.
#[derive(Debug, Clone, Copy, Default)]
struct CoverStatus {
    in_force: bool,
    bound: bool,
    ever: bool,
    last_end: Option<i32>,
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
            spans,
        }
    }

    /// Fills the slots of every request. The slots after them belong to named conditions.
    ///
    /// # Errors
    /// The first request whose sum does not fit 64 bits.
    pub(crate) fn compute<V: CustomerView>(
        &self,
        view: &V,
        scratch: &mut Scratch,
        slot_count: usize,
    ) -> Result<(), Overflow> {
        self.visit(view, scratch);
        scratch.bases.clear();
        let profile = view.profile();
        let history_from = profile.history_from.map(Date::days);
        let mut overflow = 0_usize;
        for &basis in &self.plan.bases {
            let slot = self.basis(basis, history_from, scratch).unwrap_or_else(|| {
                overflow += 1;
                OVERFLOWN
            });
            scratch.bases.push(slot);
        }
        scratch.slots.clear();
        let status = self.cover_status(scratch);
        for &fill in &self.plan.fills {
            let slot = self.fill(fill, &profile, view, status, &scratch.bases);
            scratch.slots.push(slot);
        }
        scratch
            .slots
            .resize(slot_count.max(self.plan.fills.len()), Slot::UNKNOWN);
        if overflow > 0 {
            Err(self.first_overflow(scratch))
        } else {
            Ok(())
        }
    }

    /// Copies what is known on the day into the scratch.
    fn visit<V: CustomerView>(&self, view: &V, scratch: &mut Scratch) {
        scratch.covers.clear();
        scratch.supplied.clear();
        scratch.placed.clear();
        scratch.movements.clear();
        scratch.losses.clear();
        scratch.not_counted.clear();
        let mut sorted = true;
        for (i, policy) in (0_u32..).zip(view.policies()) {
            let range = append(
                &mut scratch.movements,
                view.movements(usize::try_from(i).unwrap_or(0)),
            );
            let supplied = Cover::on(self.day, i, &policy, range);
            if let Supplied::Known(cover) = supplied {
                sorted &= scratch
                    .covers
                    .last()
                    .is_none_or(|last| last.start <= cover.start);
                scratch.covers.push(cover);
            }
            scratch.supplied.push(supplied);
        }
        if !sorted {
            scratch.covers.sort_unstable_by_key(|c| c.start);
        }
        let mut events = false;
        for (i, claim) in (0_u32..).zip(view.claims()) {
            let terms = claim.terms();
            let policy = terms
                .policy
                .and_then(|p| scratch.supplied.get(usize::try_from(p).ok()?));
            match fate(self.day, terms, policy) {
                Ok(cover) => {
                    let loss = Loss::new(self.day, i, terms, cover);
                    events |= loss.event != 0;
                    scratch.losses.push(loss);
                }
                Err(fate) => scratch.not_counted.push((i, fate)),
            }
        }
        if events {
            scratch.losses.sort_unstable_by_key(|l| l.event);
        }
        for (i, policy) in (0_u32..).zip(view.placed()) {
            let movements = view.placed_movements(usize::try_from(i).unwrap_or(0));
            let range = append(&mut scratch.movements, movements);
            if let Supplied::Known(cover) = Cover::on(self.day, i, &policy, range) {
                scratch.placed.push(cover);
            }
        }
    }

    fn span(&self, window: usize) -> Span {
        self.spans.get(window).copied().unwrap_or(Span {
            from: 0,
            to: 0,
            by_policy: false,
        })
    }

    /// One sum; `None` when it does not fit 64 bits.
    #[inline]
    fn basis(&self, basis: Basis, history: Option<i32>, scratch: &mut Scratch) -> Option<Slot> {
        if let (Some(history), Some(window)) = (history, basis.window())
            && self.opens_before(history, window, basis, scratch)
        {
            return Some(Slot::UNKNOWN);
        }
        let (day, gap) = (self.day, self.constants.continuity_gap_days);
        let sum = match basis {
            Basis::Earned(w, f) => scratch.earned(self.span(w), f),
            Basis::Written(w, f) => scratch.written(self.span(w), f),
            Basis::Placed(w, f) => scratch.placed(self.span(w), f),
            Basis::Annual => scratch.annual(day, self.span(self.plan.started_within_a_year)),
            Basis::Tender => scratch.tender(day),
            Basis::Losses(amount, w, f) => scratch.lost(amount, self.span(w), f),
            Basis::Claims {
                window,
                filter,
                paid,
            } => scratch.claims(self.span(window), filter, paid),
            Basis::CoveredDays(w, f) => scratch.covered_days(self.span(w), f),
            Basis::Units(w, f) => scratch.units(self.span(w), f),
            Basis::CohortEarned(w, f) => scratch.cohort_earned(day, self.span(w), f),
            Basis::CohortIncurred(w, f) => scratch.cohort_incurred(self.span(w), f),
            Basis::ClaimFreeYears(line) => {
                return Some(scratch.claim_free_years(day, line, gap, history));
            }
            Basis::CoveredYears(line) => scratch.covered_years(day, line, gap),
            Basis::TenureYears => scratch.tenure_years(day),
            Basis::PoliciesInForce => scratch.policies_in_force(day),
            Basis::LinesInForce => scratch.lines_in_force(day),
        };
        i64::try_from(sum).ok().map(Slot::whole)
    }

    fn opens_before(&self, history: i32, window: usize, basis: Basis, scratch: &Scratch) -> bool {
        let span = self.span(window);
        if !span.by_policy {
            return span.from < history;
        }
        let filter = match basis {
            Basis::Claims { filter, .. } => filter.of_premium(),
            Basis::Earned(_, f)
            | Basis::Written(_, f)
            | Basis::CoveredDays(_, f)
            | Basis::Units(_, f)
            | Basis::CohortEarned(_, f)
            | Basis::CohortIncurred(_, f)
            | Basis::Losses(_, _, f) => f.of_premium(),
            _ => Filter::default(),
        };
        scratch
            .policy_years_open(span, filter)
            .is_some_and(|open| open < history)
    }

    fn cover_status(&self, scratch: &Scratch) -> CoverStatus {
        let mut status = CoverStatus::default();
        for cover in &scratch.covers {
            status.in_force |= cover.in_force(self.day);
            status.bound |= cover.bound;
            status.ever = true;
            status.last_end = status.last_end.max(Some(cover.stop));
        }
        status
    }

    #[inline]
    fn fill<V: CustomerView>(
        &self,
        fill: Fill,
        profile: &Profile,
        view: &V,
        status: CoverStatus,
        bases: &[Slot],
    ) -> Slot {
        let told = |fact: Option<bool>| fact.map_or(Slot::UNKNOWN, Slot::boolean);
        let base = |i: usize| bases.get(i).copied().unwrap_or(Slot::UNKNOWN);
        let since_end = status.last_end.map(|end| self.day - end);
        match fill {
            Fill::Kind => Slot::whole(profile.kind.position()),
            Fill::Credit => profile
                .credit
                .map_or(Slot::UNKNOWN, |c| Slot::whole(c.position())),
            Fill::IntendsToInsure => told(profile.intends_to_insure),
            Fill::FraudSigns => told(profile.fraud_signs),
            Fill::HardToSettle => told(profile.hard_to_settle),
            Fill::ManagerAssigned => told(profile.manager_assigned),
            Fill::NextReview => profile
                .next_review
                .map_or(Slot::UNKNOWN, |d| Slot::whole(i64::from(d.days()))),
            Fill::AsOf => Slot::whole(i64::from(self.day)),
            Fill::InForce => Slot::boolean(status.in_force),
            Fill::Bound => Slot::boolean(status.bound),
            Fill::EverInsured => Slot::boolean(status.ever),
            Fill::Insured => {
                let within_gap =
                    |since: i32| since >= 0 && since <= self.constants.continuity_gap_days;
                Slot::boolean(status.in_force || status.bound || since_end.is_some_and(within_gap))
            }
            Fill::DaysToRenewal => match since_end {
                Some(since) if since <= 0 => Slot::whole(i64::from(-since)),
                _ => Slot::UNDEFINED,
            },
            Fill::DaysSinceEnd => match since_end {
                Some(since) if since >= 0 => Slot::whole(i64::from(since)),
                _ => Slot::UNDEFINED,
            },
            Fill::Input(position) => view.input(position),
            Fill::Basis(i) => base(i),
            Fill::Quotient(over, under) => both(base(over), base(under), Slot::ratio),
            Fill::Frequency { claims, days } => both(base(claims), base(days), |claims, days| {
                claims
                    .checked_mul(365)
                    .map_or(OVERFLOWN, |year| Slot::ratio(year, days))
            }),
            Fill::Credibility { claims, full } => {
                both(base(claims), Slot::whole(full), credibility)
            }
            Fill::ThinExposure { days, earned } => {
                both(base(days), base(earned), |days, earned| {
                    Slot::boolean(
                        days < self.constants.thin_days || earned < self.constants.thin_premium,
                    )
                })
            }
            Fill::NeedsTransactions => Slot::UNDEFINED,
        }
    }

    /// The first request that reads an overflown sum.
    fn first_overflow(&self, scratch: &Scratch) -> Overflow {
        let request = scratch
            .slots
            .iter()
            .position(|slot| *slot == OVERFLOWN)
            .unwrap_or(0);
        Overflow { request }
    }
}

/// A sum that did not fit: no other slot is unknown with a denominator of 0.
const OVERFLOWN: Slot = Slot {
    num: 0,
    den: 0,
    state: State::Unknown,
};

#[inline]
fn both(a: Slot, b: Slot, combine: impl FnOnce(i64, i64) -> Slot) -> Slot {
    if a == OVERFLOWN || b == OVERFLOWN {
        return OVERFLOWN;
    }
    match a.state.max(b.state) {
        State::Known => combine(a.num, b.num),
        State::Undefined => Slot::UNDEFINED,
        State::Unknown => Slot::UNKNOWN,
    }
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
) -> (usize, usize) {
    let from = all.len();
    all.extend(some);
    (from, all.len())
}
