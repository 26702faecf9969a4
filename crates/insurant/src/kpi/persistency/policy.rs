//! What persistency needs to know of a policy.

use crate::closed::closed;
use crate::code;
use crate::date::Date;
use crate::kpi::amount::at;
use insurant_rules::{Problem, Problems};

closed! {
    /// What ended the payment of premium.
    Ceasing {
        /// The customer took it back while it was free to.
        CoolingOff = "cooling_off",
        /// A claim ended the policy.
        Claim = "claim",
        /// Premium is waived.
        Waiver = "waiver",
        /// The contract was cancelled.
        Cancelled = "cancelled",
        /// It was moved to another insurer or branch.
        TransferredOut = "transferred_out",
        /// It lapsed because it was suspended.
        Suspended = "suspended",
        /// It lapsed because it was converted.
        Converted = "converted",
        /// The customer surrendered it.
        Surrendered = "surrendered",
        /// Premium was not paid.
        Lapsed = "lapsed",
        /// It came to its end.
        Matured = "matured",
    }
}

/// Premium received.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Receipt {
    /// The policy month that it pays for, from 1.
    pub month: u16,
    /// The day on which it came.
    pub on: Date,
    /// Minor units; a refund is negative.
    pub amount: i64,
}

/// Cover added to a policy after its first day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rider<'a> {
    /// The host's id, unique in the policy.
    pub rider_id: &'a str,
    /// When it was added.
    pub added_on: Date,
    /// The premium received for it.
    pub received: Vec<Receipt>,
}

/// A policy with what was received for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Policy<'a> {
    /// The host's id, unique in the question.
    pub policy_id: &'a str,
    /// The first day of cover.
    pub effective: Date,
    /// The original premium of one instalment in minor units, riders of the first day included.
    pub premium: Option<i64>,
    /// Whether it is paid for at once.
    pub single: bool,
    /// Whether it is one person's, not a group's.
    pub individual: bool,
    /// Whether it is long-term.
    pub long_term: bool,
    /// What was received for it; none when that is not known.
    pub received: Option<Vec<Receipt>>,
    /// Riders added after the first day.
    pub riders: Vec<Rider<'a>>,
    /// What ended the payment of premium, and when.
    pub ceased: Option<(Ceasing, Date)>,
    /// Nothing is known of this day and later ones.
    pub known_until: Option<Date>,
    /// The groups that it belongs to.
    pub groups: Vec<(&'a str, &'a str)>,
}

impl<'a> Policy<'a> {
    /// An individual, long-term policy with regular premium of which nothing more is known.
    #[must_use]
    pub const fn new(policy_id: &'a str, effective: Date) -> Self {
        Self {
            policy_id,
            effective,
            premium: None,
            single: false,
            individual: true,
            long_term: true,
            received: None,
            riders: Vec::new(),
            ceased: None,
            known_until: None,
            groups: Vec::new(),
        }
    }

    /// Whether it can be.
    ///
    /// # Errors
    /// Everything that cannot, with the field as path.
    pub fn check(&self) -> Result<(), Problems> {
        let mut problems = Problems::new();
        if self.premium.is_some_and(|premium| premium < 0) {
            let problem = Problem::new(code::NEGATIVE_AMOUNT, "the premium lies below zero");
            problems.push(at(problem, "premium"));
        }
        let order = |date: Date, first: Date, path: String, message: &str, remedy: &str| {
            (date < first).then(|| {
                let problem = Problem::new(code::OUT_OF_ORDER, message)
                    .found(date.to_string())
                    .expected(format!("{first} or later"))
                    .remedy(remedy);
                at(problem, path)
            })
        };
        let next = self.effective.add_days(1);
        let mut found: Vec<Problem> = Vec::new();
        found.extend(self.ceased.and_then(|(_, on)| {
            let message = "premium ceased before the policy began";
            order(
                on,
                self.effective,
                "ceased.on".into(),
                message,
                "correct one of the dates",
            )
        }));
        found.extend(self.known_until.and_then(|day| {
            let message = "nothing is known of the policy, not even its first day";
            order(
                day,
                next,
                "known_until".into(),
                message,
                "leave the row out",
            )
        }));
        for (i, rider) in self.riders.iter().enumerate() {
            let path = format!("riders[{i}].added_on");
            let message = "a rider was added on the first day, or before";
            let remedy = "its premium is part of the policy's original premium";
            found.extend(order(rider.added_on, next, path, message, remedy));
            let earlier = self.riders.iter().take(i);
            if earlier
                .into_iter()
                .any(|other| other.rider_id == rider.rider_id)
            {
                let message = format!("the rider `{}` is there twice", rider.rider_id);
                let problem = Problem::new(code::DUPLICATE_ID, message);
                found.push(at(problem, format!("riders[{i}].rider_id")));
            }
        }
        found.into_iter().for_each(|problem| problems.push(problem));
        problems.or(())
    }
}
