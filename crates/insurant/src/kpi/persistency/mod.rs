//! Persistency: of the premium that policies began with, how much still comes in their 13th or
//! 25th month (B-35).
//!
//! - Month `n` of a policy begins `n - 1` months after its first day. Premium of that month counts
//!   when it came on or before the last day of grace, so that a policy can be measured from the
//!   day after. What cannot be measured yet is on neither side.
//! - The **regulatory** variant leaves out single premium, policies taken back, ended by a claim,
//!   waived, cancelled, moved away, and lapses by suspension or conversion; the **management**
//!   variant keeps these lapses in. A policy surrendered, or simply not paid, is in both.
//! - Premium of riders added since counts above the line alone, so that more than everything can
//!   persist. By **count** a policy is one, however many riders it has.
//!
//! Source: the indicators that China's regulator monitors, as reported by the trade press; the
//! figures of a market are the caller's to set.

mod measure;
mod policy;
pub(crate) mod read;
mod report;
pub(crate) mod shape;
mod spec;
#[cfg(test)]
mod tests;
mod write;

pub use measure::Reason;
pub use policy::{Ceasing, Policy, Receipt, Rider};
pub use report::{Figures, Report};
pub use spec::{Basis, Spec, Variant};

use super::amount::at;
use super::groups::Grouped;
use crate::code;
use insurant_rules::{Problem, Problems};
use report::Sums;
use std::collections::HashSet;

/// Persistency in the making: policies go in one by one, in any order.
///
/// # Example
/// ```
/// use insurant::Date;
/// use insurant::complaint::analysis::Period;
/// use insurant::kpi::persistency::{Basis, Persistency, Policy, Receipt, Spec};
///
/// let as_of = Date::parse("2025-03-02")?;
/// let cohort = Spec::cohort_of(Period::parse("2024")?, 13)?;
/// let mut persistency = Persistency::new(Spec { basis: Basis::Count, ..Spec::new(cohort, 13, as_of) });
/// // The 13th month begins on 10 March 2024; sixty days of grace end on 9 May.
/// let effective = Date::parse("2023-03-10")?;
/// for (policy_id, on) in [("P-1", "2024-05-09"), ("P-2", "2024-05-10")] {
///     let receipt = Receipt { month: 13, on: Date::parse(on)?, amount: 100_000 };
///     let policy = Policy { received: Some(vec![receipt]), ..Policy::new(policy_id, effective) };
///     persistency.add(&policy)?;
/// }
/// let report = persistency.finish();
/// assert_eq!(report.all.value().shown().as_deref(), Some("0.500000"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Persistency {
    spec: Spec,
    seen: HashSet<Box<str>>,
    sums: Grouped<Sums>,
}

impl Persistency {
    /// Nothing counted yet.
    #[must_use]
    pub fn new(spec: Spec) -> Self {
        Self {
            sums: Grouped::new(&spec.by),
            seen: HashSet::new(),
            spec,
        }
    }

    /// Counts a policy. One that is not of the cohort is checked, and counts nowhere.
    ///
    /// # Errors
    /// A policy that cannot be, that was counted before, or that has no original premium where
    /// premium is counted; the path is the field.
    pub fn add(&mut self, policy: &Policy<'_>) -> Result<(), Problems> {
        let mut problems = policy.check().err().unwrap_or_default();
        if !self.seen.insert(policy.policy_id.into()) {
            let message = format!("the policy `{}` is there twice", policy.policy_id);
            let problem = Problem::new(code::DUPLICATE_ID, message);
            let problem = problem.remedy("a policy is one row, however many riders it has");
            problems.push(at(problem, "policy_id"));
        }
        if self.spec.basis == Basis::Premium && policy.premium.is_none() {
            let message = "persistency of premium needs the original premium of each policy";
            let problem = Problem::new(insurant_rules::code::MISSING_FIELD, message);
            let problem = problem.remedy("state it, or ask for the basis `count`");
            problems.push(at(problem, "premium"));
        }
        problems.or(())?;
        if self.spec.cohort.has(policy.effective) {
            let measured = measure::measure(&self.spec, policy);
            let premium = policy.premium;
            self.sums
                .each(&policy.groups, |sums| sums.add(measured, premium));
        }
        Ok(())
    }

    /// The figures.
    #[must_use]
    pub fn finish(self) -> Report {
        Report::new(self.spec, self.sums)
    }
}
