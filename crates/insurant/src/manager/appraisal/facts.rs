//! What the host supplies of a manager and a period.

use crate::category::Category;
use crate::date::Date;
use crate::manager::ManagerGrade;
use std::collections::BTreeMap;
use std::fmt;

/// Days `[from, to)`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// The first day.
    pub from: Date,
    /// The first day after; later than `from`.
    pub to: Date,
}

impl Period {
    /// How many days it has.
    #[must_use]
    pub fn days(self) -> i64 {
        i64::from(self.to.days()) - i64::from(self.from.days())
    }
}

/// A manager in a period. Whatever is `None` was not told, which is never zero.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct ManagerFacts {
    /// The host's id.
    pub manager_id: String,
    /// The unit.
    pub unit_id: Option<String>,
    /// The grade that counts now.
    pub grade: Option<ManagerGrade>,
    /// The first day with the insurer.
    pub joined_on: Option<Date>,
    /// The day since which the grade counts.
    pub grade_since: Option<Date>,
    /// Days of service in the period, none twice; `None`: since joining, or the whole period. Days
    /// of leave and of service under supervision are none.
    pub served: Option<Vec<Period>>,
    /// What was achieved.
    pub results: Option<Results>,
    /// Customers looked after at the end of the period, by category.
    pub customers: Option<BTreeMap<Category, i64>>,
    /// The inputs that the rulebook declares, as written.
    pub inputs: Option<BTreeMap<String, String>>,
}

impl fmt::Debug for ManagerFacts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // What is said of a person's work never reaches a log.
        f.debug_struct("ManagerFacts")
            .field("grade", &self.grade)
            .finish_non_exhaustive()
    }
}

/// What a manager achieved in the days of service. Amounts are minor units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Results {
    /// Premium of new business.
    pub new_premium: Option<i64>,
    /// What it should be in a whole period.
    pub premium_target: Option<i64>,
    /// Premium of policies that came up for renewal.
    pub renewal_due: Option<i64>,
    /// Premium of those that were renewed.
    pub renewal_kept: Option<i64>,
    /// Earned premium of the book.
    pub earned_premium: Option<i64>,
    /// Incurred losses of the book; negative when more came back than was lost.
    pub incurred: Option<i64>,
    /// Visits that were due.
    pub visits_due: Option<i64>,
    /// Visits that were made.
    pub visits_done: Option<i64>,
    /// Reports that were due.
    pub reports_due: Option<i64>,
    /// Reports that came in time.
    pub reports_on_time: Option<i64>,
    /// Complaints about the manager that were upheld.
    pub upheld_complaints: Option<i64>,
    /// Customers who were satisfied.
    pub satisfied: Option<i64>,
    /// Customers who were asked.
    pub asked: Option<i64>,
}

impl ManagerFacts {
    /// The days of service in a period.
    pub(super) fn days_served(&self, period: Period) -> i64 {
        match &self.served {
            Some(ranges) => ranges.iter().map(|range| range.days()).sum(),
            None => {
                let from = self
                    .joined_on
                    .map_or(period.from, |day| day.max(period.from));
                let served = Period {
                    from,
                    to: period.to,
                };
                served.days().max(0)
            }
        }
    }
}
