//! Policies: term, premium, endorsements, cancellation.

use crate::closed::closed;
use crate::code;
use crate::date::Date;
use insurant_rules::{Place, Problem, Problems};

closed! {
    /// How the business came (C-11).
    BusinessSource {
        /// From the customer.
        Direct = "direct",
        /// Through a partner.
        Intermediary = "intermediary",
        /// By tender.
        Tender = "tender",
    }
}

/// An endorsement: premium that changes from a date on. Negative amounts are allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PremiumMovement {
    /// The day from which it is earned.
    pub effective: Date,
    /// Minor units.
    pub amount: i64,
}

/// The terms of a policy as the host wrote them; [`Policy::check`] makes a policy of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PolicyTerms {
    /// First day of cover.
    pub start: Date,
    /// The day after the last day of cover.
    pub end: Date,
    /// Premium at the start, in minor units: before tax and commission, gross of reinsurance.
    pub written_premium: i64,
    /// What a cancellation gave back, in minor units.
    pub refunded: i64,
    /// The first day without cover, when cancelled.
    pub cancelled_on: Option<Date>,
    /// When it was issued; read only to tell whether a policy that has not started is bound.
    pub issued_on: Option<Date>,
    /// The line of business: a code that the engine gave (see [`crate::LineCodes`]).
    pub line: u32,
    /// How the business came.
    pub source: BusinessSource,
    /// The tender it belongs to: any number but 0 that is one tender's own among this customer's
    /// policies; 0 for none.
    pub tender: u32,
    /// Vehicles, persons or sites covered; at least 1.
    pub insured_units: u32,
}

impl PolicyTerms {
    /// Whether nothing is wrong with them, where there are no endorsements.
    #[inline]
    fn are_sound(&self) -> bool {
        let settled = match self.cancelled_on {
            None => self.refunded == 0,
            Some(cancelled) => {
                cancelled < self.end && (0..=self.written_premium).contains(&self.refunded)
            }
        };
        settled && self.start < self.end && self.written_premium >= 0 && self.insured_units >= 1
    }
}

/// A policy whose terms hold together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Policy(PolicyTerms);

impl Policy {
    /// Checks terms and their endorsements.
    ///
    /// # Errors
    /// Every rule that they break, each with the field as its path.
    #[inline]
    pub fn check(terms: PolicyTerms, movements: &[PremiumMovement]) -> Result<Self, Problems> {
        match Self::plain(terms) {
            Some(policy) if movements.is_empty() => Ok(policy),
            _ => Self::check_all(terms, movements),
        }
    }

    /// [`Policy::check`] of terms without endorsements, in a few comparisons: the way of almost every
    /// policy. It says nothing of what is wrong.
    #[inline]
    #[must_use]
    pub fn plain(terms: PolicyTerms) -> Option<Self> {
        terms.are_sound().then_some(Self(terms))
    }

    fn check_all(terms: PolicyTerms, movements: &[PremiumMovement]) -> Result<Self, Problems> {
        let mut problems = Problems::new();
        let mut wrong = |field: &str, problem: Problem| {
            problems.push(problem.at(Place {
                path: field.into(),
                ..Place::default()
            }));
        };
        if terms.end == terms.start {
            wrong(
                "end",
                Problem::new(
                    code::ZERO_LENGTH_TERM,
                    "the policy ends on the day it starts",
                )
                .found(terms.end.to_string())
                .expected("a day after `start`; the end is the first day without cover"),
            );
        } else if terms.end < terms.start {
            wrong(
                "end",
                Problem::new(code::END_BEFORE_START, "the policy ends before it starts")
                    .found(terms.end.to_string())
                    .expected(format!("a day after {}", terms.start)),
            );
        }
        if terms.written_premium < 0 {
            wrong(
                "written_premium",
                Problem::new(code::NEGATIVE_AMOUNT, "the written premium is negative")
                    .remedy("book reductions as endorsements (`movements`)"),
            );
        }
        if terms.refunded < 0 {
            wrong(
                "refunded",
                Problem::new(code::NEGATIVE_AMOUNT, "the refund is negative")
                    .remedy("give the refund as a positive amount"),
            );
        }
        if terms.insured_units < 1 {
            wrong(
                "insured_units",
                Problem::new(code::BAD_UNITS, "a policy insures at least one unit")
                    .expected("a whole number of at least 1"),
            );
        }
        if let Some(cancelled) = terms.cancelled_on
            && cancelled >= terms.end
            && terms.end > terms.start
        {
            wrong(
                "cancelled_on",
                Problem::new(
                    code::CANCELLED_AFTER_END,
                    "the policy is cancelled after its end",
                )
                .found(cancelled.to_string())
                .expected(format!("a day before {}", terms.end))
                .remedy("leave `cancelled_on` empty when the policy ran its term"),
            );
        }
        if terms.refunded > 0 && terms.cancelled_on.is_none() {
            wrong(
                "refunded",
                Problem::new(
                    code::REFUND_WITHOUT_CANCELLATION,
                    "a refund without a cancellation",
                )
                .remedy("give `cancelled_on`, or book the reduction as an endorsement"),
            );
        }
        let mut net = i128::from(terms.written_premium);
        for (i, movement) in movements.iter().enumerate() {
            let field = || format!("movements[{i}].effective");
            if movement.effective < terms.start || movement.effective >= terms.end {
                wrong(
                    &field(),
                    Problem::new(
                        code::MOVEMENT_OUTSIDE_TERM,
                        "an endorsement outside the term",
                    )
                    .found(movement.effective.to_string())
                    .expected(format!(
                        "a day from {} to before {}",
                        terms.start, terms.end
                    )),
                );
            } else if terms.cancelled_on.is_some_and(|c| movement.effective >= c) {
                wrong(
                    &field(),
                    Problem::new(
                        code::MOVEMENT_AFTER_CANCELLATION,
                        "an endorsement on or after the cancellation",
                    )
                    .found(movement.effective.to_string())
                    .remedy("book what the cancellation gives back as `refunded`"),
                );
            }
            net += i128::from(movement.amount);
        }
        if i128::from(terms.refunded) > net.max(0) && terms.cancelled_on.is_some() {
            wrong(
                "refunded",
                Problem::new(code::REFUND_ABOVE_PREMIUM, "the refund exceeds the premium")
                    .expected("at most the written premium and the endorsements"),
            );
        } else if negative_on_some_day(terms.written_premium, movements) {
            wrong(
                "movements",
                Problem::new(
                    code::NEGATIVE_NET_PREMIUM,
                    "endorsements take the premium below zero",
                )
                .expected("a premium of at least 0 on every day"),
            );
        }
        problems.or(Self(terms))
    }

    /// The terms.
    #[must_use]
    pub const fn terms(&self) -> &PolicyTerms {
        &self.0
    }
}

/// Whether the running premium is negative at the end of some day.
fn negative_on_some_day(written: i64, movements: &[PremiumMovement]) -> bool {
    if movements.iter().all(|m| m.amount >= 0) {
        return false;
    }
    let mut in_order = movements.to_vec();
    in_order.sort_unstable();
    let mut net = i128::from(written);
    in_order
        .chunk_by(|a, b| a.effective == b.effective)
        .any(|day| {
            net += day.iter().map(|m| i128::from(m.amount)).sum::<i128>();
            net < 0
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(days: i32) -> Date {
        Date::from_days(days).unwrap()
    }

    proptest! {
        /// The short way refuses and keeps exactly what the long one does.
        #[test]
        fn sound_terms_are_those_with_which_nothing_is_wrong(
            start in 0..4_i32,
            end in 0..4_i32,
            cancelled in proptest::option::of(0..5_i32),
            written_premium in -1..3_i64,
            refunded in -1..4_i64,
            insured_units in 0..2_u32,
        ) {
            let terms = PolicyTerms {
                start: day(start),
                end: day(end),
                written_premium,
                refunded,
                cancelled_on: cancelled.map(day),
                issued_on: None,
                line: 1,
                source: BusinessSource::Direct,
                tender: 0,
                insured_units,
            };
            prop_assert_eq!(terms.are_sound(), Policy::check_all(terms, &[]).is_ok());
        }
    }
}
