//! What a policy is on a day, what it earned, what it is worth a year.

use super::time::{chrono, days, plus_months, term_in_years};
use ::chrono::NaiveDate;
use insurant::facts::PolicyFacts;

pub(crate) fn start(policy: &PolicyFacts) -> NaiveDate {
    chrono(policy.start)
}

fn end(policy: &PolicyFacts) -> NaiveDate {
    chrono(policy.end)
}

/// A cancellation dated after D is not yet known.
fn cancelled(policy: &PolicyFacts, day: NaiveDate) -> Option<NaiveDate> {
    policy.cancelled_on.map(chrono).filter(|&c| c <= day)
}

/// Cancelled on or before its start.
pub(crate) fn void(policy: &PolicyFacts, day: NaiveDate) -> bool {
    cancelled(policy, day).is_some_and(|c| c <= start(policy))
}

/// Begun and not void: what premium and cover are made of.
pub(crate) fn begun(policy: &PolicyFacts, day: NaiveDate) -> bool {
    start(policy) <= day && !void(policy, day)
}

/// Issued before D and starting after it.
pub(crate) fn bound(policy: &PolicyFacts, day: NaiveDate) -> bool {
    let issued = chrono(policy.issued_on.unwrap_or(policy.start));
    issued < day && start(policy) > day && !void(policy, day)
}

/// The first day without cover.
pub(crate) fn stop(policy: &PolicyFacts, day: NaiveDate) -> NaiveDate {
    cancelled(policy, day).unwrap_or(end(policy))
}

pub(crate) fn in_force(policy: &PolicyFacts, day: NaiveDate) -> bool {
    begun(policy, day) && day < stop(policy, day)
}

/// The written premium at the start, and the endorsements.
fn movements(policy: &PolicyFacts) -> Vec<(NaiveDate, i128)> {
    let endorsements = policy.movements.iter();
    let endorsements = endorsements.map(|m| (chrono(m.effective), i128::from(m.amount)));
    std::iter::once((start(policy), i128::from(policy.written_premium)))
        .chain(endorsements)
        .collect()
}

/// Down means towards minus infinity.
fn floor(num: i128, den: i128) -> i128 {
    let towards_zero = num / den;
    if towards_zero * den > num {
        towards_zero - 1
    } else {
        towards_zero
    }
}

/// E(t), as it is known on D.
pub(crate) fn earned_by(policy: &PolicyFacts, t: NaiveDate, day: NaiveDate) -> i128 {
    if cancelled(policy, day).is_some_and(|c| c <= t) {
        let all: i128 = movements(policy).iter().map(|(_, amount)| amount).sum();
        return all - i128::from(policy.refunded);
    }
    let share = |(effective, amount): &(NaiveDate, i128)| {
        if t < *effective {
            return 0;
        }
        let until = t.min(end(policy));
        floor(
            amount * days(*effective, until),
            days(*effective, end(policy)),
        )
    };
    movements(policy).iter().map(share).sum()
}

pub(crate) fn earned(policy: &PolicyFacts, bounds: (NaiveDate, NaiveDate), day: NaiveDate) -> i128 {
    if !begun(policy, day) {
        return 0;
    }
    earned_by(policy, bounds.1, day) - earned_by(policy, bounds.0, day)
}

pub(crate) fn written(
    policy: &PolicyFacts,
    (from, to): (NaiveDate, NaiveDate),
    day: NaiveDate,
) -> i128 {
    if !begun(policy, day) {
        return 0;
    }
    let inside = |at: NaiveDate| from <= at && at < to;
    let amounts = movements(policy).into_iter().filter(|(at, _)| inside(*at));
    let written: i128 = amounts.map(|(_, amount)| amount).sum();
    let refund = cancelled(policy, day).is_some_and(inside);
    written - if refund { policy.refunded.into() } else { 0 }
}

/// Written and endorsed on or before D, less the refund of a cancellation in effect.
pub(crate) fn net(policy: &PolicyFacts, day: NaiveDate) -> i128 {
    let known = movements(policy).into_iter().filter(|(at, _)| *at <= day);
    let refunded = match cancelled(policy, day) {
        Some(_) => policy.refunded,
        None => 0,
    };
    known.map(|(_, amount)| amount).sum::<i128>() - i128::from(refunded)
}

/// What a policy adds to the annual premium.
pub(crate) fn annual(policy: &PolicyFacts, day: NaiveDate) -> i128 {
    if !begun(policy, day) {
        return 0;
    }
    let net = net(policy, day);
    if let Some(k) = term_in_years(start(policy), end(policy)) {
        return if in_force(policy, day) {
            floor(net, k.into())
        } else {
            0
        };
    }
    if end(policy) > plus_months(start(policy), 12) {
        let term = days(start(policy), end(policy));
        return if in_force(policy, day) {
            floor(net * 365, term)
        } else {
            0
        };
    }
    if start(policy) > plus_months(day, -12) {
        net
    } else {
        0
    }
}

/// The start of the unbroken run of cover that reaches D: whoever can be reached from D by steps
/// of at most the gap.
pub(crate) fn unbroken_since(
    policies: &[&PolicyFacts],
    day: NaiveDate,
    gap: i128,
) -> Option<NaiveDate> {
    let covers: Vec<(NaiveDate, NaiveDate)> = policies
        .iter()
        .filter(|p| begun(p, day))
        .map(|p| (start(p), stop(p, day)))
        .collect();
    let mut reached = day;
    loop {
        let earlier = covers
            .iter()
            .filter(|(start, stop)| *start <= reached && days(*stop, reached) <= gap)
            .map(|(start, _)| *start)
            .min();
        match earlier {
            Some(start) if start < reached => reached = start,
            // Nothing reaches further back than what was reached already.
            since => return since,
        }
    }
}
