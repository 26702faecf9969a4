//! Claims as the kernel sees them on a day, and the sums over them.

use super::basis::{Figure, Filter, LossSum};
use super::cover::{Cover, Supplied};
use super::dated::Span;
use super::plan::PlannedPass;
use super::scratch::Scratch;
use crate::date::latest_anniversary;
use crate::facts::{BusinessSource, ClaimStatus, ClaimTerms};

/// What an open claim without payment does to claim-free years.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Pending {
    /// Unknown, if its payment would change the number.
    #[default]
    Unknown,
    Breaks,
    Kept,
}

/// The conventions of claim-free years.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct ClaimFree {
    pub(crate) pending: Pending,
    pub(crate) catastrophe_breaks: bool,
}

/// Why a claim counts nowhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fate {
    /// Reported, else occurred, on or after the day.
    NotKnown,
    /// It names no policy.
    NoPolicy,
    /// Its policy was cancelled before it started.
    VoidPolicy,
    /// The loss lies outside the cover of its policy.
    OutsideCover,
}

/// A known claim inside its cover.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Loss {
    /// Among the supplied claims.
    pub(crate) position: u32,
    pub(crate) event: u32,
    pub(crate) day: i32,
    /// Paid less recovered.
    pub(crate) paid: i64,
    pub(crate) reserve: i64,
    pub(crate) recovered: i64,
    /// Taken back: only the reserve counts.
    pub(crate) withdrawn: bool,
    pub(crate) open: bool,
    pub(crate) catastrophe: bool,
    line: u32,
    source: BusinessSource,
    pub(crate) policy_start: i32,
    pub(crate) in_force: bool,
}

/// One claim, or several of one event, after the filter.
struct Group {
    day: i32,
    paid: i128,
    reserve: i128,
    recovered: i128,
    counts: bool,
    any_paid: bool,
    any_open: bool,
}

/// What becomes of a claim on a day, given its policy; and its cover, when it counts.
#[inline]
pub(crate) fn fate<'a>(
    day: i32,
    claim: &ClaimTerms,
    policy: Option<Supplied<&'a Cover>>,
) -> Result<&'a Cover, Fate> {
    let loss = claim.loss_date.days();
    if loss >= day
        || claim
            .reported_on
            .is_some_and(|reported| reported.days() >= day)
    {
        return Err(Fate::NotKnown);
    }
    match policy {
        None => Err(Fate::NoPolicy),
        Some(Supplied::Void) => Err(Fate::VoidPolicy),
        Some(Supplied::Known(cover)) if cover.start <= loss && loss < cover.stop => Ok(cover),
        Some(_) => Err(Fate::OutsideCover),
    }
}

impl Loss {
    #[inline]
    pub(crate) fn new(day: i32, position: u32, claim: &ClaimTerms, cover: &Cover) -> Self {
        let withdrawn = claim.status == ClaimStatus::Withdrawn;
        // Neither is negative, so that their difference fits.
        let paid = claim.paid.saturating_sub(claim.recovered);
        Self {
            position,
            event: if withdrawn { 0 } else { claim.event },
            day: claim.loss_date.days(),
            paid: if withdrawn { 0 } else { paid },
            reserve: claim.reserve,
            recovered: if withdrawn { 0 } else { claim.recovered },
            withdrawn,
            open: matches!(claim.status, ClaimStatus::Open | ClaimStatus::Reopened),
            catastrophe: claim.catastrophe,
            line: cover.line,
            source: cover.source,
            policy_start: cover.start,
            in_force: cover.in_force(day),
        }
    }

    #[inline]
    pub(crate) fn passes(&self, filter: Filter) -> bool {
        filter.takes(self.line, self.source) && !(filter.no_catastrophe && self.catastrophe)
    }

    const fn group(&self) -> Group {
        Group {
            day: self.day,
            paid: self.paid as i128,
            reserve: self.reserve as i128,
            recovered: self.recovered as i128,
            counts: !self.withdrawn,
            any_paid: self.paid > 0,
            any_open: self.open,
        }
    }
}

impl Scratch {
    /// Visits the claims that pass, those of one event as one.
    #[inline]
    fn each_group(&self, takes: impl Fn(&Loss) -> bool, mut visit: impl FnMut(&Group)) {
        let mut losses = self.losses.iter().filter(|l| takes(l)).peekable();
        while let Some(loss) = losses.next() {
            let mut group = loss.group();
            if loss.event != 0 {
                while let Some(same) = losses.next_if(|next| next.event == loss.event) {
                    let one = same.group();
                    group.day = group.day.min(one.day);
                    group.paid += one.paid;
                    group.reserve += one.reserve;
                    group.recovered += one.recovered;
                    group.any_paid |= one.any_paid;
                    group.any_open |= one.any_open;
                }
            }
            visit(&group);
        }
    }

    #[inline]
    fn each_group_in(&self, span: Span, filter: Filter, mut visit: impl FnMut(&Group)) {
        if self.losses.is_empty() {
            return;
        }
        if span.by_policy {
            let own_year = |l: &Loss| {
                // It ends on the day itself, and no loss of that day is known.
                l.in_force && l.day >= latest_anniversary(l.policy_start, span.to)
            };
            self.each_group(|l| l.passes(filter) && own_year(l), visit);
        } else if !self.events {
            for loss in &self.losses {
                if span.holds(loss.day) && loss.passes(filter) {
                    visit(&loss.group());
                }
            }
        } else {
            self.each_group(
                |l| l.passes(filter),
                |group| {
                    if span.holds(group.day) {
                        visit(group);
                    }
                },
            );
        }
    }

    /// The sums of a pass, in the order of [`LossSum`]; those that nobody wants are 0.
    #[inline]
    pub(crate) fn losses(&self, planned: &PlannedPass, span: Span, places: &mut [Figure; 7]) {
        if self.losses.is_empty() {
            *places = [Figure::known(0); 7];
            return;
        }
        let (filter, wanted) = (planned.pass.filter, planned.wanted);
        let (mut paid, mut reserve, mut recovered) = (0_i128, 0_i128, 0_i128);
        let (mut claims, mut paid_claims) = (0_i64, 0_i64);
        self.each_group_in(span, filter, |group| {
            paid += group.paid;
            reserve += group.reserve;
            recovered += group.recovered;
            claims += i64::from(group.counts);
            paid_claims += i64::from(group.counts && group.any_paid);
        });
        let cohort = LossSum::CohortIncurred;
        let cohort = if wanted.has(cohort as u8) {
            self.cohort_incurred(span, filter)
        } else {
            0
        };
        let sum = |which: LossSum, sum| {
            if wanted.has(which as u8) {
                Figure::sum(sum)
            } else {
                Figure::known(0)
            }
        };
        *places = [
            sum(LossSum::Incurred, paid + reserve),
            sum(LossSum::Paid, paid),
            sum(LossSum::Reserve, reserve),
            sum(LossSum::Recovered, recovered),
            Figure::sum(cohort),
            Figure::known(claims),
            Figure::known(paid_claims),
        ];
    }

    /// Incurred to date on the policies that start in the window.
    fn cohort_incurred(&self, span: Span, filter: Filter) -> i128 {
        let in_cohort = |l: &&Loss| {
            l.passes(filter)
                && if span.by_policy {
                    l.in_force && l.policy_start >= latest_anniversary(l.policy_start, span.to)
                } else {
                    span.holds(l.policy_start)
                }
        };
        self.losses
            .iter()
            .filter(in_cohort)
            .map(|l| i128::from(l.paid) + i128::from(l.reserve))
            .sum()
    }

    /// The latest of the last breaking loss and `since` (the start of the unbroken
    /// cover, or `history_from`), and the last loss that would break if it were paid.
    pub(crate) fn claim_free_since(
        &self,
        since: i32,
        line: Option<u32>,
        conventions: ClaimFree,
    ) -> (i32, Option<i32>) {
        let (mut since, mut pending) = (since, None);
        let no_catastrophe = !conventions.catastrophe_breaks;
        let filter = Filter {
            line,
            source: None,
            no_catastrophe,
        };
        self.each_group(
            |l| l.passes(filter),
            |group| match conventions.pending {
                _ if group.any_paid => since = since.max(group.day),
                Pending::Breaks if group.any_open => since = since.max(group.day),
                Pending::Unknown if group.any_open => pending = pending.max(Some(group.day)),
                _ => {}
            },
        );
        (since, pending)
    }
}

#[cfg(test)]
mod tests;
