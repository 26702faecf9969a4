//! Who looked after whom, and the amounts to be credited.

use super::kind::CreditKind;
use crate::assignment::Assignment;
use crate::complaint::analysis::Period;
use crate::date::Date;
use insurant_rules::order::InOrder;
use std::collections::BTreeMap;

/// An amount of a customer, on the day it took effect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CreditedAmount {
    /// The host's id.
    pub amount_id: String,
    /// The customer.
    pub customer_id: String,
    /// Of which kind.
    pub kind: CreditKind,
    /// The day it took effect.
    pub effective: Date,
    /// Minor units; below zero for what is given back.
    pub minor: i64,
}

/// To whom an amount goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Whose<'a> {
    /// To the manager who looked after the customer.
    Own(&'a str),
    /// To a manager who did so under supervision: never among their own results.
    Supervised {
        /// The manager.
        manager: &'a str,
        /// Who answered for it.
        by: &'a str,
    },
    /// To no one: several looked after the customer, in order of id.
    Shared(Vec<&'a str>),
    /// To no one: nobody did.
    Nobody,
    /// To no one: the day is not in the period.
    OutsidePeriod,
}

impl Whose<'_> {
    /// The words there are, in order.
    pub const WORDS: &'static [&'static str] =
        &["own", "supervised", "shared", "nobody", "outside_period"];

    /// The word.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Own(_) => "own",
            Self::Supervised { .. } => "supervised",
            Self::Shared(_) => "shared",
            Self::Nobody => "nobody",
            Self::OutsidePeriod => "outside_period",
        }
    }
}

/// Assignments and amounts, checked.
///
/// # Example
/// ```
/// use insurant::Date;
/// use insurant::assignment::Assignment;
/// use insurant::complaint::analysis::Period;
/// use insurant::manager::credit::{CreditBook, CreditKind, CreditedAmount, Whose};
/// let day = |text| Date::parse(text);
/// let assigned = |manager, from, to| Assignment {
///     to,
///     ..Assignment::new("C-1", manager, from)
/// };
/// let book = CreditBook::new(
///     vec![
///         assigned("M-1", day("2024-05-01")?, Some(day("2025-07-01")?)),
///         assigned("M-2", day("2025-07-01")?, None),
///     ],
///     vec![CreditedAmount {
///         amount_id: "A-1".into(),
///         customer_id: "C-1".into(),
///         kind: CreditKind::NewPremium,
///         effective: day("2025-06-30")?,
///         minor: 100_000,
///     }],
/// )?;
/// let credits = book.credit(Period::parse("2025")?);
/// assert_eq!(credits.amounts()[0].1, Whose::Own("M-1"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CreditBook {
    /// By customer, in order of day.
    pub(super) assigned: BTreeMap<String, Vec<Assignment>>,
    /// In order of id.
    pub(super) amounts: Vec<CreditedAmount>,
}

impl CreditBook {
    /// To whom an amount goes in a period.
    #[must_use]
    pub fn whose(&self, amount: &CreditedAmount, period: Period) -> Whose<'_> {
        if !period.has(amount.effective) {
            return Whose::OutsidePeriod;
        }
        let of_customer = self.assigned.get(&amount.customer_id);
        let covering = of_customer.into_iter().flatten();
        let mut covering = covering.filter(|assigned| assigned.covers(amount.effective));
        match (covering.next(), covering.next()) {
            (None, _) => Whose::Nobody,
            (Some(only), None) => match &only.supervised_by {
                Some(by) => Whose::Supervised {
                    manager: &only.manager_id,
                    by,
                },
                None => Whose::Own(&only.manager_id),
            },
            (Some(first), Some(second)) => {
                let all = [first, second].into_iter().chain(covering);
                let mut managers: Vec<&str> = all.map(|a| a.manager_id.as_str()).collect();
                managers.order();
                Whose::Shared(managers)
            }
        }
    }
}
