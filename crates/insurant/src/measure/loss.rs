//! Claims as the kernel sees them on a day, and the sums over them.

use super::basis::{Amount, Filter};
use super::cover::{Cover, Supplied};
use super::dated::Span;
use super::scratch::Scratch;
use crate::date::{latest_anniversary, whole_years};
use crate::facts::{BusinessSource, ClaimStatus, ClaimTerms};
use insurant_rules::{Slot, State};

/// Why a claim counts nowhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fate {
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
    day: i32,
    /// Paid less recovered.
    paid: i128,
    reserve: i64,
    recovered: i64,
    /// Taken back: only the reserve counts.
    withdrawn: bool,
    open: bool,
    catastrophe: bool,
    line: u32,
    source: BusinessSource,
    policy_start: i32,
    in_force: bool,
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

impl Group {
    const fn amount(&self, amount: Amount) -> i128 {
        match amount {
            Amount::Incurred => self.paid + self.reserve,
            Amount::Paid => self.paid,
            Amount::Reserve => self.reserve,
            Amount::Recovered => self.recovered,
        }
    }
}

/// What becomes of a claim on a day, given its policy; and its cover, when it counts.
#[inline]
pub(crate) fn fate<'a>(
    day: i32,
    claim: &ClaimTerms,
    policy: Option<&'a Supplied>,
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
        let paid = i128::from(claim.paid) - i128::from(claim.recovered);
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
    fn passes(&self, filter: Filter) -> bool {
        filter.takes(self.line, self.source) && !(filter.no_catastrophe && self.catastrophe)
    }

    const fn group(&self) -> Group {
        Group {
            day: self.day,
            paid: self.paid,
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
                l.in_force
                    && l.day >= latest_anniversary(l.policy_start, span.to)
                    && l.day < span.to
            };
            self.each_group(|l| l.passes(filter) && own_year(l), visit);
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

    pub(crate) fn lost(&self, amount: Amount, span: Span, filter: Filter) -> i128 {
        let mut sum = 0;
        self.each_group_in(span, filter, |group| sum += group.amount(amount));
        sum
    }

    pub(crate) fn claims(&self, span: Span, filter: Filter, paid: bool) -> i128 {
        let mut count = 0;
        self.each_group_in(span, filter, |group| {
            count += i128::from(group.counts && (!paid || group.any_paid));
        });
        count
    }

    /// Incurred to date on the policies that start in the window.
    pub(crate) fn cohort_incurred(&self, span: Span, filter: Filter) -> i128 {
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
            .map(|l| l.paid + i128::from(l.reserve))
            .sum()
    }

    /// SEMANTICS 4: whole years from the latest of the last breaking loss, the start of the
    /// unbroken cover and `history_from`.
    pub(crate) fn claim_free_years(
        &self,
        day: i32,
        line: Option<u32>,
        gap_days: i32,
        history_from: Option<i32>,
    ) -> Slot {
        let Some(since) = self.unbroken_since(day, line, gap_days) else {
            return Slot::whole(0);
        };
        let mut since = history_from.map_or(since, |h| since.max(h));
        let mut pending = i32::MIN;
        let filter = Filter {
            line,
            source: None,
            no_catastrophe: true,
        };
        self.each_group(
            |l| l.passes(filter),
            |group| {
                if group.any_paid {
                    since = since.max(group.day);
                } else if group.any_open {
                    pending = pending.max(group.day);
                }
            },
        );
        let years = whole_years(since, day);
        if pending > since && whole_years(pending, day) != years {
            return Slot {
                num: 0,
                den: 1,
                state: State::Unknown,
            };
        }
        Slot::whole(years)
    }
}
