//! The question: which policies, which month, how to count.

use crate::closed::closed;
use crate::code;
use crate::complaint::analysis::Period;
use crate::date::{Date, add_months};
use insurant_rules::{Currency, Problem};

closed! {
    /// Which exclusions hold.
    Variant {
        /// Those of the regulator: also policies that lapsed by suspension or conversion.
        Regulatory = "regulatory",
        /// The same, but lapses by suspension or conversion stay in.
        Management = "management",
    }
}

closed! {
    /// What is counted.
    Basis {
        /// Premium received over original premium.
        Premium = "premium",
        /// Policies, each once however many riders it has.
        Count = "count",
    }
}

/// The question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spec {
    /// The day on which it is asked.
    pub as_of: Date,
    /// The policies: those effective in it.
    pub cohort: Period,
    /// The policy month whose premium is asked for: 13 or 25, as a rule.
    pub month: u16,
    /// The days after the first day of the month on which its premium still counts.
    pub grace_days: u16,
    /// Riders added within so many months count.
    pub rider_months: u16,
    /// Which exclusions hold.
    pub variant: Variant,
    /// What is counted.
    pub basis: Basis,
    /// Of all amounts.
    pub currency: Option<Currency>,
    /// The names of the groups to tell apart.
    pub by: Vec<String>,
}

impl Spec {
    /// The usual days of grace.
    pub const GRACE_DAYS: u16 = 60;

    /// Persistency of a cohort at a month: regulatory, by premium, with sixty days of grace.
    #[must_use]
    pub const fn new(cohort: Period, month: u16, as_of: Date) -> Self {
        Self {
            as_of,
            cohort,
            month,
            grace_days: Self::GRACE_DAYS,
            rider_months: month,
            variant: Variant::Regulatory,
            basis: Basis::Premium,
            currency: None,
            by: Vec::new(),
        }
    }

    /// The policies that reach a month in an evaluation period: effective a year before it for
    /// month 13, two years before for month 25.
    ///
    /// # Errors
    /// They would have begun before 1900, or no day is left between the bounds.
    pub fn cohort_of(period: Period, month: u16) -> Result<Period, Problem> {
        let back = -(i32::from(month) - 1);
        let early = || {
            Problem::new(
                code::BAD_PERIOD,
                "the policies of the period would begin before 1900",
            )
        };
        let day = |date: Date| Date::from_days(add_months(date.days(), back)).map_err(|_| early());
        Period::new(day(period.from())?, day(period.to())?)
    }

    /// The first day of the month of a policy.
    pub(super) fn month_of(&self, effective: Date) -> i32 {
        add_months(effective.days(), i32::from(self.month) - 1)
    }
}
