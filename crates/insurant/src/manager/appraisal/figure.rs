//! Figures of a manager: what rules look at.

use super::facts::{ManagerFacts, Period, Results};
use crate::category::Category;
use crate::closed::closed;
use crate::date::{Date, whole_years};
use insurant_rules::Slot;

closed! {
    /// Figures in which managers can be compared with each other.
    Figure {
        /// New premium over its target.
        Attainment = "attainment",
        /// New premium, brought to a whole period.
        NewPremium = "new_premium",
        /// Renewed over due premium.
        Retention = "retention",
        /// Incurred over earned.
        LossRatio = "loss_ratio",
        /// Satisfied over asked customers.
        Satisfaction = "satisfaction",
        /// Visits made over visits due.
        VisitRate = "visit_rate",
        /// Reports in time over reports due.
        ReportRate = "report_rate",
        /// Customers looked after.
        Customers = "customers",
    }
}

/// A figure that does not fit 64 bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Overflow;

/// A manager with what follows of the period.
#[derive(Clone, Copy)]
pub(super) struct Served<'a> {
    pub(super) facts: &'a ManagerFacts,
    pub(super) period: Period,
    pub(super) days: i64,
}

impl<'a> Served<'a> {
    pub(super) fn new(facts: &'a ManagerFacts, period: Period) -> Self {
        Self {
            facts,
            period,
            days: facts.days_served(period),
        }
    }

    fn result(self, of: impl Fn(&Results) -> Option<i64>) -> Option<i64> {
        self.facts.results.as_ref().and_then(of)
    }

    fn ratio(
        self,
        num: impl Fn(&Results) -> Option<i64>,
        den: impl Fn(&Results) -> Option<i64>,
    ) -> Slot {
        match (self.result(num), self.result(den)) {
            (Some(num), Some(den)) => Slot::ratio(num, den),
            _ => Slot::UNKNOWN,
        }
    }

    /// What was done in the days of service, brought to the whole period and rounded down.
    fn whole_period(self, done: Option<i64>) -> Result<Option<i64>, Overflow> {
        let Some(done) = done else { return Ok(None) };
        let scaled = i128::from(done) * i128::from(self.period.days());
        // Rated managers have days of service, and 128 bits hold any product.
        let scaled = scaled.checked_div_euclid(i128::from(self.days));
        let scaled = scaled.and_then(|scaled| i64::try_from(scaled).ok());
        scaled.map(Some).ok_or(Overflow)
    }

    fn new_premium(self) -> Result<Option<i64>, Overflow> {
        self.whole_period(self.result(|r| r.new_premium))
    }

    /// Upheld complaints, brought to the whole period.
    pub(super) fn upheld_complaints(self) -> Result<Slot, Overflow> {
        let upheld = self.whole_period(self.result(|r| r.upheld_complaints))?;
        Ok(upheld.map_or(Slot::UNKNOWN, Slot::whole))
    }

    pub(super) fn premium_target(self) -> Slot {
        let target = self.result(|r| r.premium_target);
        target.map_or(Slot::UNKNOWN, Slot::whole)
    }

    /// Customers looked after: of a category, or all together.
    pub(super) fn customers(self, category: Option<Category>) -> Result<Slot, Overflow> {
        let Some(customers) = &self.facts.customers else {
            return Ok(Slot::UNKNOWN);
        };
        if let Some(category) = category {
            return Ok(Slot::whole(customers.get(&category).copied().unwrap_or(0)));
        }
        let mut counts = customers.values();
        let all = counts.try_fold(0_i64, |all, count| all.checked_add(*count));
        all.map(Slot::whole).ok_or(Overflow)
    }

    /// Whole years from a day to the end of the period.
    pub(super) fn years_since(self, day: Option<Date>) -> Slot {
        day.map_or(Slot::UNKNOWN, |day| {
            Slot::whole(whole_years(day.days(), self.period.to.days()))
        })
    }

    /// A figure.
    pub(super) fn figure(self, figure: Figure) -> Result<Slot, Overflow> {
        Ok(match figure {
            Figure::Attainment => match (self.new_premium()?, self.result(|r| r.premium_target)) {
                (Some(premium), Some(target)) => Slot::ratio(premium, target),
                _ => Slot::UNKNOWN,
            },
            Figure::NewPremium => self.new_premium()?.map_or(Slot::UNKNOWN, Slot::whole),
            Figure::Retention => self.ratio(|r| r.renewal_kept, |r| r.renewal_due),
            Figure::LossRatio => self.ratio(|r| r.incurred, |r| r.earned_premium),
            Figure::Satisfaction => self.ratio(|r| r.satisfied, |r| r.asked),
            Figure::VisitRate => self.ratio(|r| r.visits_done, |r| r.visits_due),
            Figure::ReportRate => self.ratio(|r| r.reports_on_time, |r| r.reports_due),
            Figure::Customers => self.customers(None)?,
        })
    }
}
