//! Policies as the kernel sees them on a day, and the sums over them.

use super::basis::{Figure, Filter, Pass, PremiumSum};
use super::dated::Span;
use super::plan::PlannedPass;
use super::scratch::Scratch;
use crate::date::{exact_years, latest_anniversary, whole_years};
use crate::facts::{BusinessSource, Policy, PremiumMovement};

/// A policy on a day: void ones and those not yet known are not among them.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cover {
    /// Among the supplied policies.
    pub(crate) position: u32,
    pub(crate) start: i32,
    /// The end of the original term.
    pub(crate) end: i32,
    /// The end of cover: the cancellation in effect, else the end of the term.
    pub(crate) stop: i32,
    pub(crate) cancelled: bool,
    pub(crate) bound: bool,
    written: i64,
    refunded: i64,
    pub(crate) line: u32,
    pub(crate) source: BusinessSource,
    pub(crate) tender: u32,
    pub(crate) units: u32,
    /// Range of its endorsements in the scratch.
    movements: (u32, u32),
}

/// What a supplied policy is on a day.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Supplied<T> {
    Known(T),
    /// Cancelled on or before its start.
    Void,
    /// Not started, and not bound.
    NotKnown,
}

impl Cover {
    /// What a policy is on a day, without making a cover of it.
    #[inline]
    pub(crate) fn status(day: i32, policy: &Policy) -> Supplied<()> {
        let terms = policy.terms();
        let start = terms.start.days();
        let void = terms
            .cancelled_on
            .is_some_and(|c| c.days() <= day && c.days() <= start);
        let issued = || terms.issued_on.is_some_and(|issued| issued.days() < day);
        if void {
            Supplied::Void
        } else if start > day && !issued() {
            Supplied::NotKnown
        } else {
            Supplied::Known(())
        }
    }

    /// The cover of a policy that is known and not void.
    #[inline]
    pub(crate) fn new(day: i32, position: u32, policy: &Policy, movements: (u32, u32)) -> Self {
        let terms = policy.terms();
        let cancelled = terms
            .cancelled_on
            .map(crate::Date::days)
            .filter(|&c| c <= day);
        Self {
            position,
            start: terms.start.days(),
            end: terms.end.days(),
            stop: cancelled.unwrap_or(terms.end.days()),
            cancelled: cancelled.is_some(),
            bound: terms.start.days() > day,
            written: terms.written_premium,
            refunded: terms.refunded,
            line: terms.line,
            source: terms.source,
            tender: terms.tender,
            units: terms.insured_units,
            movements,
        }
    }

    #[inline]
    pub(crate) const fn in_force(&self, day: i32) -> bool {
        self.start <= day && day < self.stop
    }

    /// The part of a window that this policy looks at: the window, or its own policy year.
    #[inline]
    pub(crate) fn part_of(&self, span: Span) -> Option<(i32, i32)> {
        if !span.by_policy {
            return Some((span.from, span.to));
        }
        self.in_force(span.to)
            .then(|| (latest_anniversary(self.start, span.to), span.to))
    }

    fn endorsements<'a>(&self, all: &'a [PremiumMovement]) -> &'a [PremiumMovement] {
        let index = |at| usize::try_from(at).unwrap_or(usize::MAX);
        all.get(index(self.movements.0)..index(self.movements.1))
            .unwrap_or(&[])
    }

    /// E(t): what was earned before the start of day t, each movement rounded down by itself.
    #[inline]
    fn earned_by(&self, t: i32, movements: &[PremiumMovement]) -> i128 {
        let endorsements = self.endorsements(movements);
        if self.cancelled && t >= self.stop {
            let written = endorsements
                .iter()
                .map(|m| i128::from(m.amount))
                .sum::<i128>();
            return i128::from(self.written) + written - i128::from(self.refunded);
        }
        let mut sum = i128::from(accrued(self.written, self.start, self.end, t));
        for movement in endorsements {
            sum += i128::from(accrued(
                movement.amount,
                movement.effective.days(),
                self.end,
                t,
            ));
        }
        sum
    }

    #[inline(always)]
    pub(crate) fn earned_in(&self, (from, to): (i32, i32), movements: &[PremiumMovement]) -> i128 {
        if to <= self.start || from >= self.stop || to <= from {
            return 0;
        }
        if !self.cancelled && self.movements.0 == self.movements.1 {
            // Most policies: one amount, earned over the term. Both shares lie between 0 and it.
            let share = |t| accrued(self.written, self.start, self.end, t);
            return i128::from(share(to).saturating_sub(share(from)));
        }
        self.earned_in_parts((from, to), movements)
    }

    /// The same for a policy with endorsements or a cancellation.
    #[inline(never)]
    fn earned_in_parts(&self, (from, to): (i32, i32), movements: &[PremiumMovement]) -> i128 {
        let before = if from <= self.start {
            0
        } else {
            self.earned_by(from, movements)
        };
        self.earned_by(to, movements) - before
    }

    pub(crate) fn written_in(&self, (from, to): (i32, i32), movements: &[PremiumMovement]) -> i128 {
        let holds = |day: i32| from <= day && day < to;
        let mut sum = if holds(self.start) {
            i128::from(self.written)
        } else {
            0
        };
        for movement in self.endorsements(movements) {
            if holds(movement.effective.days()) {
                sum += i128::from(movement.amount);
            }
        }
        if self.cancelled && holds(self.stop) {
            sum -= i128::from(self.refunded);
        }
        sum
    }

    /// Written and endorsed on or before the day, less the refund of a cancellation in effect.
    pub(crate) fn net(&self, day: i32, movements: &[PremiumMovement]) -> i128 {
        let endorsed: i128 = self
            .endorsements(movements)
            .iter()
            .filter(|m| m.effective.days() <= day)
            .map(|m| i128::from(m.amount))
            .sum();
        let refunded = if self.cancelled { self.refunded } else { 0 };
        i128::from(self.written) + endorsed - i128::from(refunded)
    }

    #[inline(always)]
    pub(crate) fn annual(
        &self,
        day: i32,
        started_within_a_year: Span,
        movements: &[PremiumMovement],
    ) -> i128 {
        let (recent, in_force) = (started_within_a_year.holds(self.start), self.in_force(day));
        if self.bound || !recent && !in_force {
            return 0;
        }
        self.annual_of(day, recent, in_force, movements)
    }

    fn annual_of(
        &self,
        day: i32,
        recent: bool,
        in_force: bool,
        movements: &[PremiumMovement],
    ) -> i128 {
        match AnnualPart::of((self.start, self.end), recent, in_force) {
            AnnualPart::Nothing => 0,
            AnnualPart::Whole => self.net(day, movements),
            AnnualPart::Years(years) => self.net(day, movements).div_euclid(i128::from(years)),
            AnnualPart::Days(days) => (self.net(day, movements) * 365).div_euclid(i128::from(days)),
        }
    }
}

/// What a term gives to the annual premium.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum AnnualPart {
    Nothing,
    /// A year, or less.
    Whole,
    /// So many whole years.
    Years(i64),
    /// More than a year, in days.
    Days(i32),
}

impl AnnualPart {
    #[inline]
    pub(crate) fn of((start, end): (i32, i32), recent: bool, in_force: bool) -> Self {
        let days = end - start;
        // No year is shorter than 365 days: most short terms need no calendar.
        let years = if days < 365 {
            None
        } else {
            exact_years(start, end)
        };
        let under_a_year = years.is_none() && (days < 365 || whole_years(start, end) == 0);
        match (under_a_year, years) {
            (true, _) if recent => Self::Whole,
            (true, _) => Self::Nothing,
            (false, _) if !in_force => Self::Nothing,
            (false, Some(1)) => Self::Whole,
            (false, Some(years)) => Self::Years(years),
            (false, None) => Self::Days(days),
        }
    }

    /// The part of an amount that is not negative and that 365 such fit 64 bits.
    #[inline]
    pub(crate) const fn small(self, net: i64) -> i64 {
        match self {
            Self::Nothing => 0,
            Self::Whole => net,
            Self::Years(years) => net.div_euclid(years),
            Self::Days(days) => (net * 365).div_euclid(days as i64),
        }
    }
}

/// `floor(amount x days(from, min(t, end)) / days(from, end))`, 0 before `from`.
#[inline(always)]
fn accrued(amount: i64, from: i32, end: i32, t: i32) -> i64 {
    if t >= end {
        return amount;
    }
    if t <= from || amount == 0 {
        return 0;
    }
    let (elapsed, term) = (i64::from(t - from), i64::from(end - from));
    match amount.checked_mul(elapsed) {
        Some(product) => product.div_euclid(term),
        None => {
            let wide = (i128::from(amount) * i128::from(elapsed)).div_euclid(i128::from(term));
            // The share of an amount is never larger than the amount.
            i64::try_from(wide).unwrap_or(amount)
        }
    }
}

/// Sums over the policies in a scratch.
impl Scratch {
    /// The sums of a pass, in the order of [`PremiumSum`].
    #[inline]
    pub(crate) fn premium(
        &self,
        planned: &PlannedPass,
        span: Span,
        day: i32,
        places: &mut [Figure; 5],
    ) {
        let (filter, wanted) = (planned.pass.filter, planned.wanted);
        let filtered = filter != Filter::default();
        let [earn, write, cohort] = [
            PremiumSum::Earned,
            PremiumSum::Written,
            PremiumSum::CohortEarned,
        ]
        .map(|sum| wanted.has(sum as u8));
        let (mut earned, mut written, mut cohort_earned) = (0_i128, 0_i128, 0_i128);
        let (mut covered_days, mut units) = (0_i64, 1_u32);
        let mut reached = span.from;
        for cover in &self.covers {
            if filtered && !filter.takes(cover.line, cover.source) {
                continue;
            }
            let Some((from, to)) = cover.part_of(span) else {
                continue;
            };
            if cohort && from <= cover.start && cover.start < to {
                cohort_earned += cover.earned_in((i32::MIN, day), &self.movements);
            }
            // The day of a cancellation takes its refund with it, though it is not covered.
            if cover.start >= to || cover.stop < from {
                continue;
            }
            if earn {
                earned += cover.earned_in((from, to), &self.movements);
            }
            if write {
                written += cover.written_in((from, to), &self.movements);
            }
            let (first, until) = (cover.start.max(from), cover.stop.min(to));
            if first < until {
                units = units.max(cover.units);
                // Policy years all end on the day itself, so that the earliest holds the others.
                if span.by_policy {
                    covered_days = covered_days.max(i64::from(until) - i64::from(first));
                } else if until > reached {
                    covered_days += i64::from(until) - i64::from(first.max(reached));
                    reached = until;
                }
            }
        }
        *places = [
            Figure::sum(earned),
            Figure::sum(written),
            Figure::sum(cohort_earned),
            Figure::known(covered_days),
            Figure::known(i64::from(units)),
        ];
    }

    pub(crate) fn placed(&self, pass: Pass, span: Span) -> i128 {
        self.placed
            .iter()
            .filter(|c| pass.filter.takes(c.line, c.source))
            .filter_map(|c| {
                c.part_of(span)
                    .map(|bounds| c.written_in(bounds, &self.movements))
            })
            .sum()
    }

    pub(crate) fn annual(&self, day: i32, started_within_a_year: Span, filter: Filter) -> i128 {
        self.covers
            .iter()
            .filter(|c| filter.takes(c.line, c.source))
            .map(|c| c.annual(day, started_within_a_year, &self.movements))
            .sum()
    }

    /// The largest total, over tenders, of the net premium of policies in force.
    pub(crate) fn tender(&mut self, day: i32) -> i128 {
        self.pairs.clear();
        for cover in self
            .covers
            .iter()
            .filter(|c| c.tender != 0 && c.in_force(day))
        {
            self.pairs
                .push((cover.tender, cover.net(day, &self.movements)));
        }
        self.pairs.sort_unstable();
        self.pairs
            .chunk_by(|a, b| a.0 == b.0)
            .map(|tender| tender.iter().map(|(_, net)| net).sum())
            .max()
            .unwrap_or(0)
    }

    pub(crate) fn policies_in_force(&self, day: i32) -> i128 {
        self.covers
            .iter()
            .map(|c| i128::from(c.in_force(day)))
            .sum()
    }

    pub(crate) fn lines_in_force(&mut self, day: i32) -> i128 {
        self.pairs.clear();
        self.pairs.extend(
            self.covers
                .iter()
                .filter(|c| c.in_force(day))
                .map(|c| (c.line, 0)),
        );
        self.pairs.sort_unstable();
        self.pairs.chunk_by(|a, b| a.0 == b.0).map(|_| 1).sum()
    }

    /// The first day of the unbroken cover that reaches the day, for all lines or one.
    pub(crate) fn unbroken_since(&self, day: i32, line: Option<u32>, gap_days: i32) -> Option<i32> {
        let mut run: Option<(i32, i32)> = None;
        for cover in &self.covers {
            if cover.bound || line.is_some_and(|l| l != cover.line) {
                continue;
            }
            run = match run {
                Some((since, until)) if cover.start - until <= gap_days => {
                    Some((since, until.max(cover.stop)))
                }
                _ => Some((cover.start, cover.stop)),
            };
        }
        run.filter(|(_, until)| day - until <= gap_days)
            .map(|(since, _)| since)
    }
}

/// The earliest anniversary that opens a policy year, when some policy is in force.
pub(crate) fn policy_years_open(covers: &[Cover], span: Span, filter: Filter) -> Option<i32> {
    covers
        .iter()
        .filter(|c| filter.takes(c.line, c.source))
        .filter_map(|c| c.part_of(span).map(|(from, _)| from))
        .min()
}

#[cfg(test)]
mod tests;
