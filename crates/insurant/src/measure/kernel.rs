//! One customer's measures, computed in one visit to the facts.

use super::basis::{Basis, LossSum, PremiumSum};
use super::cover::{Cover, Supplied};
use super::dated::{Span, WindowKind};
use super::loss::{ClaimFree, Loss, LossSums, fate};
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
}

impl CoverStatus {
    #[inline]
    fn see(&mut self, cover: &Cover, day: i32) {
        self.in_force |= cover.in_force(day);
        self.bound |= cover.bound;
        self.ever = true;
        self.last_end = self.last_end.max(Some(cover.stop));
    }
}

/// What fills a slot beside the plan.
struct Context<'a> {
    profile: &'a Profile,
    status: &'a CoverStatus,
    /// Days since the last cover ended; negative while it lasts.
    since_end: Option<i32>,
    bases: &'a [Slot],
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

    /// Fills the slots of every request. The slots after them belong to named conditions.
    ///
    /// # Errors
    /// Some sum does not fit 64 bits.
    pub(crate) fn compute<V: CustomerView>(
        &self,
        view: &V,
        scratch: &mut Scratch,
        slot_count: usize,
    ) -> Result<(), Overflow> {
        let status = self.visit(view, scratch);
        let profile = view.profile();
        let history = profile.history_from.map(Date::days);
        self.passes(scratch);
        let mut bases = std::mem::take(&mut scratch.bases);
        bases.clear();
        let mut overflown = false;
        bases.extend(self.plan.bases.iter().map(|&basis| {
            self.basis(basis, history, &status, scratch)
                .unwrap_or_else(|| {
                    overflown = true;
                    OVERFLOWN
                })
        }));
        scratch.bases = bases;
        let slot_count = slot_count.max(self.plan.fills.len());
        if scratch.slots.len() != slot_count {
            scratch.slots.resize(slot_count, Slot::UNKNOWN);
        }
        let since_end = status.last_end.map(|end| self.day - end);
        let ctx = Context {
            profile: &profile,
            status: &status,
            since_end,
            bases: &scratch.bases,
        };
        for (slot, &fill) in scratch.slots.iter_mut().zip(&self.plan.fills) {
            *slot = self.fill(fill, view, &ctx);
            overflown |= slot.den == 0;
        }
        if overflown { Err(Overflow) } else { Ok(()) }
    }

    fn passes(&self, scratch: &mut Scratch) {
        scratch.premiums.clear();
        for pass in &self.plan.premium_passes {
            let sums = scratch.premium(pass, self.span(pass.pass.window), self.day);
            scratch.premiums.push(sums);
        }
        scratch.losses_by_pass.clear();
        for pass in &self.plan.loss_passes {
            let sums = if scratch.losses.is_empty() {
                LossSums::default()
            } else {
                scratch.losses(pass, self.span(pass.pass.window))
            };
            scratch.losses_by_pass.push(sums);
        }
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
        let mut sorted = true;
        for (i, policy) in (0_u32..).zip(view.policies()) {
            let range = append(
                &mut scratch.movements,
                view.movements(usize::try_from(i).unwrap_or(0)),
            );
            let supplied = match Cover::on(self.day, i, &policy, range) {
                Supplied::Known(cover) => {
                    status.see(&cover, self.day);
                    sorted &= scratch
                        .covers
                        .last()
                        .is_none_or(|last| last.start <= cover.start);
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

    /// One figure; `None` when it does not fit 64 bits.
    #[inline]
    fn basis(
        &self,
        basis: Basis,
        history: Option<i32>,
        status: &CoverStatus,
        scratch: &mut Scratch,
    ) -> Option<Slot> {
        if history.is_some_and(|history| self.opens_before(history, basis, scratch)) {
            return Some(Slot::UNKNOWN);
        }
        let sum = match basis {
            Basis::Premium(at, sum) => {
                let sums = scratch.premiums.get(at)?;
                match sum {
                    PremiumSum::Earned => sums.earned,
                    PremiumSum::Written => sums.written,
                    PremiumSum::CohortEarned => sums.cohort_earned,
                    PremiumSum::CoveredDays => return Some(Slot::whole(sums.covered_days)),
                    PremiumSum::Units => return Some(Slot::whole(i64::from(sums.units))),
                }
            }
            Basis::Loss(at, sum) => {
                let sums = scratch.losses_by_pass.get(at)?;
                match sum {
                    LossSum::Incurred => sums.paid + sums.reserve,
                    LossSum::Paid => sums.paid,
                    LossSum::Reserve => sums.reserve,
                    LossSum::Recovered => sums.recovered,
                    LossSum::CohortIncurred => sums.cohort_incurred,
                    LossSum::Claims => return Some(Slot::whole(sums.claims)),
                    LossSum::PaidClaims => return Some(Slot::whole(sums.paid_claims)),
                }
            }
            Basis::Placed(at) => {
                let pass = *self.plan.placed_passes.get(at)?;
                scratch.placed(pass, self.span(pass.window))
            }
            Basis::Annual => scratch.annual(self.day, self.span(self.plan.started_within_a_year)),
            Basis::Tender => scratch.tender(self.day),
            Basis::ClaimFreeYears(line) => {
                return Some(self.claim_free_years(line, history, status, scratch));
            }
            Basis::CoveredYears(line) => {
                let since = self.unbroken_since(line, status, scratch);
                return Some(Slot::whole(
                    since.map_or(0, |since| self.today.years_since(since)),
                ));
            }
            Basis::TenureYears => {
                let first = scratch.covers.first().filter(|cover| !cover.bound);
                return Some(Slot::whole(
                    first.map_or(0, |c| self.today.years_since(c.start)),
                ));
            }
            Basis::PoliciesInForce => scratch.policies_in_force(self.day),
            Basis::LinesInForce => scratch.lines_in_force(self.day),
        };
        i64::try_from(sum).ok().map(Slot::whole)
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
    ) -> Slot {
        let Some(since) = self.unbroken_since(line, status, scratch) else {
            return Slot::whole(0);
        };
        let since = history.map_or(since, |history| since.max(history));
        let (since, pending) = scratch.claim_free_since(since, line, self.constants.claim_free);
        let years = self.today.years_since(since);
        match pending {
            Some(pending) if pending > since && self.today.years_since(pending) != years => {
                Slot::UNKNOWN
            }
            _ => Slot::whole(years),
        }
    }

    /// Whether the records that a figure needs begin after its window opens.
    fn opens_before(&self, history: i32, basis: Basis, scratch: &Scratch) -> bool {
        let pass = match basis {
            Basis::Premium(at, _) => self.plan.premium_passes.get(at).map(|p| p.pass),
            Basis::Loss(at, _) => self.plan.loss_passes.get(at).map(|p| p.pass),
            Basis::Placed(at) => self.plan.placed_passes.get(at).copied(),
            _ => None,
        };
        let Some(pass) = pass else { return false };
        let span = self.span(pass.window);
        if !span.by_policy {
            return span.from < history;
        }
        scratch
            .policy_years_open(span, pass.filter.of_premium())
            .is_some_and(|open| open < history)
    }

    #[inline]
    fn fill<V: CustomerView>(&self, fill: Fill, view: &V, ctx: &Context<'_>) -> Slot {
        let Context {
            profile,
            status,
            since_end,
            bases,
        } = *ctx;
        let told = |fact: Option<bool>| fact.map_or(Slot::UNKNOWN, Slot::boolean);
        let base = |i: usize| bases.get(i).copied().unwrap_or(Slot::UNKNOWN);
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
            Fill::Input(position) => {
                let input = view.input(position);
                if input.den > 0 { input } else { Slot::UNKNOWN }
            }
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
            Fill::NeedsTransactions { earned } => match base(earned).state {
                State::Unknown => Slot::UNKNOWN,
                _ => Slot::UNDEFINED,
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
) -> (u32, u32) {
    let position = |all: &Vec<PremiumMovement>| u32::try_from(all.len()).unwrap_or(u32::MAX);
    let from = position(all);
    all.extend(some);
    (from, position(all))
}
