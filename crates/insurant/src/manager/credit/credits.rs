//! Results and days by manager.

use super::book::{CreditBook, CreditedAmount, Whose};
use super::clash::TwoManagers;
use super::days::Days;
use super::kind::CreditKind;
use super::sum::Sums;
use crate::complaint::analysis::Period;
use crate::date::Date;
use std::collections::{BTreeMap, BTreeSet};

/// Who is credited with what in a period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Credits<'a> {
    period: Period,
    managers: Vec<ManagerCredit<'a>>,
    amounts: Vec<(&'a CreditedAmount, Whose<'a>)>,
    totals: Vec<CreditTotal>,
    findings: Vec<TwoManagers<'a>>,
}

/// A manager's days and results.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ManagerCredit<'a> {
    /// The manager.
    pub manager_id: &'a str,
    /// What is their own; nothing without a day of the period on which they looked after a
    /// customer unsupervised.
    pub own: Option<OwnCredit>,
    /// What was done under supervision, named apart.
    pub supervised: Option<SupervisedCredit<'a>>,
}

/// A manager's own days and results.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnCredit {
    /// The days of the period on which they looked after a customer unsupervised.
    pub days: Days,
    sums: Sums,
}

impl OwnCredit {
    /// The sum of a kind in minor units; nothing where the table has no amount of the kind, for
    /// its silence is not zero.
    #[must_use]
    pub fn result(&self, kind: CreditKind) -> Option<i128> {
        self.sums.get(kind)
    }

    /// The sums by kind.
    pub fn results(&self) -> impl Iterator<Item = (CreditKind, i128)> {
        self.sums.iter()
    }
}

/// What a manager did under supervision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SupervisedCredit<'a> {
    /// The days of the period on which they looked after customers under supervision only.
    pub days: Days,
    by: BTreeMap<&'a str, Sums>,
}

impl SupervisedCredit<'_> {
    /// The supervisors, in order of id, with the sums by kind.
    pub fn by(&self) -> impl Iterator<Item = (&str, impl Iterator<Item = (CreditKind, i128)>)> {
        self.by.iter().map(|(by, sums)| (*by, sums.iter()))
    }
}

/// Where the amounts of a kind went. What was given is the sum of the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CreditTotal {
    /// The kind.
    pub kind: CreditKind,
    /// All amounts, in minor units.
    pub given: i128,
    /// The managers' own.
    pub own: i128,
    /// Under supervision.
    pub supervised: i128,
    /// Of customers that several looked after.
    pub shared: i128,
    /// Of customers that nobody looked after.
    pub nobody: i128,
    /// Not in the period.
    pub outside_period: i128,
}

impl CreditTotal {
    const fn none(kind: CreditKind) -> Self {
        Self {
            kind,
            given: 0,
            own: 0,
            supervised: 0,
            shared: 0,
            nobody: 0,
            outside_period: 0,
        }
    }

    fn add(&mut self, whose: &Whose<'_>, minor: i64) {
        let minor = i128::from(minor);
        let place = match whose {
            Whose::Own(_) => &mut self.own,
            Whose::Supervised { .. } => &mut self.supervised,
            Whose::Shared(_) => &mut self.shared,
            Whose::Nobody => &mut self.nobody,
            Whose::OutsidePeriod => &mut self.outside_period,
        };
        *place = place.saturating_add(minor);
        self.given = self.given.saturating_add(minor);
    }
}

impl<'a> Credits<'a> {
    /// The period.
    #[must_use]
    pub const fn period(&self) -> Period {
        self.period
    }

    /// The managers of all assignments, in order of id.
    #[must_use]
    pub fn managers(&self) -> &[ManagerCredit<'a>] {
        &self.managers
    }

    /// Every amount, in order of id, and whose it is.
    #[must_use]
    pub fn amounts(&self) -> &[(&'a CreditedAmount, Whose<'a>)] {
        &self.amounts
    }

    /// Where the amounts went, by kind.
    #[must_use]
    pub fn totals(&self) -> &[CreditTotal] {
        &self.totals
    }

    /// Two managers of one customer at once, neither under an exception, by customer, then by day.
    #[must_use]
    pub fn findings(&self) -> &[TwoManagers<'a>] {
        &self.findings
    }
}

/// The ranges of one manager, and their supervisors in the period.
#[derive(Default)]
struct Ranges<'a> {
    own: Vec<(Date, Option<Date>)>,
    supervised: Vec<(Date, Option<Date>)>,
    by: BTreeSet<&'a str>,
}

impl CreditBook {
    /// Credits the amounts of a period.
    #[must_use]
    pub fn credit(&self, period: Period) -> Credits<'_> {
        let kinds: BTreeSet<CreditKind> = self.amounts.iter().map(|amount| amount.kind).collect();
        let kinds: Vec<CreditKind> = kinds.into_iter().collect();
        let mut managers = self.days(period, &kinds);
        let mut totals: BTreeMap<CreditKind, CreditTotal> = kinds
            .iter()
            .map(|kind| (*kind, CreditTotal::none(*kind)))
            .collect();
        let mut amounts = Vec::with_capacity(self.amounts.len());
        for amount in &self.amounts {
            let whose = self.whose(amount, period);
            if let Some(total) = totals.get_mut(&amount.kind) {
                total.add(&whose, amount.minor);
            }
            let sums = match &whose {
                Whose::Own(manager) => {
                    let own = managers.get_mut(manager).and_then(|m| m.own.as_mut());
                    own.map(|own| &mut own.sums)
                }
                Whose::Supervised { manager, by } => {
                    let credit = managers.get_mut(manager);
                    let supervised = credit.and_then(|m| m.supervised.as_mut());
                    supervised.and_then(|supervised| supervised.by.get_mut(by))
                }
                Whose::Shared(_) | Whose::Nobody | Whose::OutsidePeriod => None,
            };
            if let Some(sums) = sums {
                sums.add(amount.kind, amount.minor);
            }
            amounts.push((amount, whose));
        }
        Credits {
            period,
            managers: managers.into_values().collect(),
            amounts,
            totals: totals.into_values().collect(),
            findings: self.clashes(period),
        }
    }

    /// Every manager with their days, and zero of every kind that there is.
    fn days(&self, period: Period, kinds: &[CreditKind]) -> BTreeMap<&str, ManagerCredit<'_>> {
        let mut ranges: BTreeMap<&str, Ranges<'_>> = BTreeMap::new();
        for one in self.assigned.values().flatten() {
            let of_manager = ranges.entry(&one.manager_id).or_default();
            match &one.supervised_by {
                None => of_manager.own.push((one.from, one.end())),
                Some(by) => {
                    of_manager.supervised.push((one.from, one.end()));
                    let touches =
                        one.from < period.to() && one.end().is_none_or(|to| period.from() < to);
                    if touches {
                        of_manager.by.insert(by);
                    }
                }
            }
        }
        let credits = ranges.into_iter();
        credits
            .map(|(manager_id, ranges)| (manager_id, ranges.credit(manager_id, period, kinds)))
            .collect()
    }
}

impl<'a> Ranges<'a> {
    fn credit(
        self,
        manager_id: &'a str,
        period: Period,
        kinds: &[CreditKind],
    ) -> ManagerCredit<'a> {
        let own = Days::within(period, self.own.into_iter());
        let supervised = Days::within(period, self.supervised.into_iter());
        let by = self.by.into_iter().map(|by| (by, Sums::of(kinds)));
        ManagerCredit {
            manager_id,
            supervised: (!supervised.is_empty()).then(|| SupervisedCredit {
                days: supervised.without(&own),
                by: by.collect(),
            }),
            own: (!own.is_empty()).then(|| OwnCredit {
                days: own,
                sums: Sums::of(kinds),
            }),
        }
    }
}
