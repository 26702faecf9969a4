//! The facts behind a figure: which policy gave what, which claim counted, and which did not.

use super::basis::{Basis, Filter, LossSum, Pass, PremiumSum};
use super::cover::Cover;
use super::dated::Span;
use super::kernel::DatedPlan;
use super::loss::Loss;
use super::plan::Fill;
use super::scratch::Scratch;
use crate::date::latest_anniversary;
use insurant_rules::order::InOrder;

/// One row's part in a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// A policy and the amount, days or units that it gave; by its position.
    Policy {
        position: u32,
        what: &'static str,
        amount: i128,
    },
    /// The same of a policy that somebody else wrote through this partner.
    Placed { position: u32, amount: i128 },
    /// A claim that counted, with its amount.
    Claim { position: u32, amount: i128 },
    /// A claim that counted as one.
    Counted { position: u32 },
    /// A claim of an event that counted as one with others.
    CountedWithEvent { position: u32 },
    /// A claim that did not count here, and why.
    NotCounted { position: u32, why: &'static str },
}

/// The id of a policy by its position.
pub(crate) type Ids<'f> = dyn Fn(u32) -> &'f str + 'f;

impl DatedPlan<'_> {
    /// The parts of the figures that fill a slot, after [`DatedPlan::compute`].
    pub(crate) fn evidence(&self, fill: Fill, scratch: &Scratch, ids: &Ids<'_>) -> Vec<Part> {
        if matches!(fill, Fill::DaysToRenewal | Fill::DaysSinceEnd) {
            return Self::last_covers(scratch);
        }
        let bases: &[usize] = match &fill {
            Fill::Basis(a) | Fill::Credibility { claims: a, .. } => &[*a],
            Fill::Quotient(a, b)
            | Fill::Frequency { claims: a, days: b }
            | Fill::ThinExposure { days: a, earned: b } => &[*a, *b],
            Fill::NeedsTransactions { earned } => &[*earned],
            _ => &[],
        };
        let bases = bases.iter().filter_map(|&at| self.plan.figures.get(at));
        bases
            .flat_map(|basis| self.parts(*basis, scratch, ids))
            .collect()
    }

    fn parts(&self, basis: Basis, scratch: &Scratch, ids: &Ids<'_>) -> Vec<Part> {
        match basis {
            Basis::Premium(at, sum) => {
                let Some(pass) = self.plan.premium_passes.get(at) else {
                    return Vec::new();
                };
                self.premium_parts(pass.pass, sum, scratch, ids)
            }
            Basis::Loss(at, sum) => {
                let Some(pass) = self.plan.loss_passes.get(at) else {
                    return Vec::new();
                };
                let span = self.span(pass.pass.window);
                let mut losses: Vec<&Loss> = scratch.losses.iter().collect();
                losses.order_by_key(|l| l.position);
                losses
                    .into_iter()
                    .map(|l| claim_part(l, pass.pass, span, sum, scratch))
                    .collect()
            }
            Basis::Placed(at) => {
                let Some(pass) = self.plan.placed_passes.get(at) else {
                    return Vec::new();
                };
                let span = self.span(pass.window);
                let amount =
                    |c: &Cover| c.part_of(span).map(|b| c.written_in(b, &scratch.movements));
                scratch
                    .placed
                    .iter()
                    .filter(|c| pass.filter.takes(c.line, c.source))
                    .filter_map(|c| {
                        Some(Part::Placed {
                            position: c.position,
                            amount: amount(c)?,
                        })
                    })
                    .collect()
            }
            Basis::Annual(filter) => {
                let recent = self.span(self.plan.started_within_a_year);
                each(scratch, "annual premium", |c| {
                    if filter.takes(c.line, c.source) {
                        c.annual(self.day, recent, &scratch.movements)
                    } else {
                        0
                    }
                })
            }
            Basis::Tender => each(scratch, "net premium under a tender", |c| {
                if c.tender != 0 && c.in_force(self.day) {
                    c.net(self.day, &scratch.movements)
                } else {
                    0
                }
            }),
            Basis::PoliciesInForce | Basis::LinesInForce => {
                each(scratch, "in force", |c| i128::from(c.in_force(self.day)))
            }
            Basis::ClaimFreeYears(line) => {
                let mut losses: Vec<&Loss> = scratch.losses.iter().collect();
                losses.order_by_key(|l| l.position);
                losses
                    .into_iter()
                    .map(|l| self.claim_free_part(l, line))
                    .collect()
            }
            Basis::CoveredYears(line) => {
                each(scratch, "days covered", |c| self.days_so_far(c, line))
            }
            Basis::TenureYears => each(scratch, "days covered", |c| self.days_so_far(c, None)),
        }
    }

    /// How long a policy has covered, up to the day.
    fn days_so_far(&self, cover: &Cover, line: Option<u32>) -> i128 {
        if line.is_some_and(|line| line != cover.line) {
            return 0;
        }
        i128::from((cover.stop.min(self.day) - cover.start).max(0))
    }

    /// The policies whose cover ends last.
    fn last_covers(scratch: &Scratch) -> Vec<Part> {
        let last = scratch.covers.iter().map(|c| c.stop).max();
        each(scratch, "days covered", |cover| {
            if Some(cover.stop) == last {
                i128::from(cover.stop - cover.start)
            } else {
                0
            }
        })
    }

    fn claim_free_part(&self, loss: &Loss, line: Option<u32>) -> Part {
        let position = loss.position;
        let of_line = Filter {
            line,
            ..Filter::default()
        };
        if !loss.passes(of_line) {
            Part::NotCounted {
                position,
                why: OTHER_LINE,
            }
        } else if loss.catastrophe && !self.constants.claim_free.catastrophe_breaks {
            Part::NotCounted {
                position,
                why: "coded as a catastrophe",
            }
        } else if loss.withdrawn {
            Part::NotCounted {
                position,
                why: "withdrawn",
            }
        } else if loss.paid > 0 {
            Part::Claim {
                position,
                amount: i128::from(loss.paid),
            }
        } else if loss.open {
            Part::NotCounted {
                position,
                why: "open and unpaid: pending",
            }
        } else {
            Part::NotCounted {
                position,
                why: "nothing paid",
            }
        }
    }

    fn premium_parts(
        &self,
        pass: Pass,
        sum: PremiumSum,
        scratch: &Scratch,
        ids: &Ids<'_>,
    ) -> Vec<Part> {
        let span = self.span(pass.window);
        if sum == PremiumSum::CoveredDays {
            return covered(pass, span, scratch, ids);
        }
        let what = match sum {
            PremiumSum::Earned | PremiumSum::CohortEarned => "earned",
            PremiumSum::Written => "written",
            PremiumSum::CoveredDays | PremiumSum::Units => "insured units",
        };
        each(scratch, what, |cover| {
            if !pass.filter.takes(cover.line, cover.source) {
                return 0;
            }
            let Some((from, to)) = cover.part_of(span) else {
                return 0;
            };
            let covered = i128::from(cover.stop.min(to)) - i128::from(cover.start.max(from));
            match sum {
                PremiumSum::Earned => cover.earned_in((from, to), &scratch.movements),
                PremiumSum::Written => cover.written_in((from, to), &scratch.movements),
                PremiumSum::CohortEarned if from <= cover.start && cover.start < to => {
                    cover.earned_in((i32::MIN, self.day), &scratch.movements)
                }
                PremiumSum::CohortEarned => 0,
                PremiumSum::Units if covered > 0 => i128::from(cover.units),
                PremiumSum::Units | PremiumSum::CoveredDays => 0,
            }
        })
    }
}

/// The days of a window that each policy covers and none before it does, so that they add up.
/// Of policies that start together the one with the first id goes before the others: the order of
/// the facts never matters.
fn covered(pass: Pass, span: Span, scratch: &Scratch, ids: &Ids<'_>) -> Vec<Part> {
    let takes = |c: &&Cover| pass.filter.takes(c.line, c.source);
    let mut covers: Vec<&Cover> = scratch.covers.iter().filter(takes).collect();
    covers.order_by_key(|c| (c.start, ids(c.position)));
    let mut reached = i32::MIN;
    let mut days: Vec<(u32, i32)> = Vec::new();
    for cover in covers {
        let Some((from, to)) = cover.part_of(span) else {
            continue;
        };
        let (first, until) = (cover.start.max(from).max(reached), cover.stop.min(to));
        if first < until {
            days.push((cover.position, until - first));
            if !span.by_policy {
                reached = until;
            }
        }
    }
    if span.by_policy {
        // They all end on the day, so that the longest holds the others: of several the first.
        let longest = days.iter().rev().max_by_key(|(_, days)| *days).copied();
        days = longest.into_iter().collect();
    }
    days.order();
    days.into_iter()
        .map(|(position, days)| Part::Policy {
            position,
            what: "days covered",
            amount: i128::from(days),
        })
        .collect()
}

/// What each policy gave, in the order supplied; those that gave nothing are left out.
fn each(scratch: &Scratch, what: &'static str, amount: impl Fn(&Cover) -> i128) -> Vec<Part> {
    let mut covers: Vec<&Cover> = scratch.covers.iter().collect();
    covers.order_by_key(|c| c.position);
    covers
        .into_iter()
        .map(|c| (c.position, amount(c)))
        .filter(|(_, amount)| *amount != 0)
        .map(|(position, amount)| Part::Policy {
            position,
            what,
            amount,
        })
        .collect()
}

const OTHER_LINE: &str = "of another line or source";

/// The claims that count as one with a claim, after the filter: its event's, or only itself.
struct Happened {
    /// The earliest loss.
    day: i32,
    alone: bool,
    paid: bool,
}

impl Happened {
    fn with(loss: &Loss, pass: Pass, span: Span, scratch: &Scratch) -> Self {
        let mut happened = Self {
            day: loss.day,
            alone: true,
            paid: loss.paid > 0,
        };
        let same = |l: &&Loss| {
            loss.event != 0
                && l.event == loss.event
                && l.position != loss.position
                && l.passes(pass.filter)
                && (!span.by_policy || in_own_year(l, span))
        };
        for other in scratch.losses.iter().filter(same) {
            happened.day = happened.day.min(other.day);
            happened.alone = false;
            happened.paid |= other.paid > 0;
        }
        happened
    }
}

fn in_own_year(loss: &Loss, span: Span) -> bool {
    // It ends on the day itself, and no loss of that day is known.
    loss.in_force && loss.day >= latest_anniversary(loss.policy_start, span.to)
}

fn claim_part(loss: &Loss, pass: Pass, span: Span, sum: LossSum, scratch: &Scratch) -> Part {
    let position = loss.position;
    let happened = Happened::with(loss, pass, span, scratch);
    let cohort = sum == LossSum::CohortIncurred;
    let (from, to, day) = if span.by_policy {
        let from = latest_anniversary(loss.policy_start, span.to);
        (from, span.to, loss.day)
    } else {
        (span.from, span.to, happened.day)
    };
    let day = if cohort { loss.policy_start } else { day };
    // Of a withdrawn claim only the reserve counts.
    let reserved = matches!(
        sum,
        LossSum::Incurred | LossSum::Reserve | LossSum::CohortIncurred
    );
    let why = if pass.filter.no_catastrophe && loss.catastrophe {
        "coded as a catastrophe"
    } else if !loss.passes(pass.filter) {
        OTHER_LINE
    } else if span.by_policy && !loss.in_force {
        "its policy is not in force"
    } else if day < from {
        if cohort {
            "its policy starts before the window"
        } else if loss.day >= from {
            "its event lies before the window"
        } else {
            "before the window"
        }
    } else if day >= to {
        if cohort {
            "its policy starts after the window"
        } else {
            "after the window"
        }
    } else if loss.withdrawn && (!reserved || loss.reserve == 0) {
        "withdrawn"
    } else if sum == LossSum::PaidClaims && !happened.paid {
        "nothing paid"
    } else {
        let amount = match sum {
            LossSum::Incurred | LossSum::CohortIncurred => {
                i128::from(loss.paid) + i128::from(loss.reserve)
            }
            LossSum::Paid => i128::from(loss.paid),
            LossSum::Reserve => i128::from(loss.reserve),
            LossSum::Recovered => i128::from(loss.recovered),
            LossSum::Claims | LossSum::PaidClaims if happened.alone => {
                return Part::Counted { position };
            }
            LossSum::Claims | LossSum::PaidClaims => {
                return Part::CountedWithEvent { position };
            }
        };
        return Part::Claim { position, amount };
    };
    Part::NotCounted { position, why }
}
