//! The names that rulebooks may use of an agent, and which of them measure quality.

use crate::rulebook::names::Names;
use insurant_rules::{Currency, DurationUnit, Type};

/// The subject's name in rulebooks and messages.
pub(crate) const AGENT: &str = "agent";

/// The names that measure how well business is done, not how much.
pub(super) const QUALITY: &[&str] = &[
    "persistency_13",
    "persistency_25",
    "complaints",
    "violations",
    "cancellations",
    "training_passed",
];

/// The vocabulary of an agent. All of it is the host's to supply: most are figures of
/// [`crate::kpi`].
#[rustfmt::skip]
pub(crate) fn names() -> Names {
    let currency = Currency::any();
    let money = || Type::Money(currency);
    let count = || Type::Count(None);
    Names::new(AGENT, [
        ("premium", money(), "Premium of the period."),
        ("commission", money(), "Commission of the period."),
        ("income", money(), "Income of the period from insurance."),
        ("policies", count(), "Policies sold in the period."),
        ("customers", count(), "Distinct customers of the period."),
        ("service_months", Type::Count(Some(DurationUnit::Months)), "Whole months in service."),
        ("active_months", Type::Count(Some(DurationUnit::Months)), "Months of the period with at least one policy."),
        ("persistency_13", Type::Ratio, "Persistency at month 13; by count, or capped."),
        ("persistency_25", Type::Ratio, "Persistency at month 25; by count, or capped."),
        ("complaints", count(), "Complaints about the agent in the period."),
        ("violations", count(), "Violations found in the period."),
        ("cancellations", Type::Ratio, "Policies taken back in the cooling-off time, of those sold."),
        ("training_passed", Type::Boolean, "Passed the training that was due."),
    ])
}
