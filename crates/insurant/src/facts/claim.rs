//! Claims: one row is one claim.

use crate::closed::closed;
use crate::code;
use crate::date::Date;
use insurant_rules::{Place, Problem, Problems};

closed! {
    /// Where a claim stands.
    ClaimStatus {
        /// Being handled.
        Open = "open",
        /// Closed with or without a payment.
        Settled = "settled",
        /// Refused.
        Declined = "declined",
        /// Taken back by the customer: counts nowhere, but for its reserve.
        Withdrawn = "withdrawn",
        /// Being handled again.
        Reopened = "reopened",
    }
}

/// A claim as the host wrote it; [`Claim::check`] makes a claim of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClaimTerms {
    /// Which of the customer's policies, counted from 0 in the order in which they are supplied.
    pub policy: Option<u32>,
    /// The day of the loss.
    pub loss_date: Date,
    /// The day on which it was reported.
    pub reported_on: Option<Date>,
    /// Where it stands.
    pub status: ClaimStatus,
    /// Total paid, minor units.
    pub paid: i64,
    /// Case reserve, minor units.
    pub reserve: i64,
    /// Recovered from others, minor units.
    pub recovered: i64,
    /// Whether it is coded as a catastrophe loss.
    pub catastrophe: bool,
    /// The event it belongs to: any number but 0 that is one event's own among this customer's
    /// claims; 0 for none.
    pub event: u32,
}

/// A claim whose amounts are possible.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Claim(ClaimTerms);

impl Claim {
    /// Checks a claim.
    ///
    /// # Errors
    /// Every amount below zero, with the field as its path.
    #[inline]
    pub fn check(terms: ClaimTerms) -> Result<Self, Problems> {
        match Self::plain(terms) {
            Some(claim) => Ok(claim),
            None => Self::check_all(terms),
        }
    }

    /// [`Claim::check`] without saying what is wrong.
    #[inline]
    #[must_use]
    pub fn plain(terms: ClaimTerms) -> Option<Self> {
        let possible = terms.paid >= 0 && terms.reserve >= 0 && terms.recovered >= 0;
        possible.then_some(Self(terms))
    }

    fn check_all(terms: ClaimTerms) -> Result<Self, Problems> {
        let mut problems = Problems::new();
        for (field, amount) in [
            ("paid", terms.paid),
            ("reserve", terms.reserve),
            ("recovered", terms.recovered),
        ] {
            if amount < 0 {
                problems.push(
                    Problem::new(code::NEGATIVE_AMOUNT, format!("`{field}` is negative"))
                        .expected("an amount of at least 0")
                        .remedy("give money that came back as `recovered`")
                        .at(Place {
                            path: field.into(),
                            ..Place::default()
                        }),
                );
            }
        }
        problems.or(Self(terms))
    }

    /// The terms.
    #[must_use]
    pub const fn terms(&self) -> &ClaimTerms {
        &self.0
    }
}
