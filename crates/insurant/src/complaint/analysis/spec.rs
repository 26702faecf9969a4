//! What is analysed, and against what.

use super::case::at;
use super::{CauseScheme, Exposure, Period};
use crate::code;
use crate::date::Date;
use insurant_rules::{Currency, Problem, Problems};

/// The period, the one it is compared with, and how to count.
#[derive(Debug, Clone)]
pub struct Spec {
    /// The period.
    pub period: Period,
    /// The one that it is compared with.
    pub previous: Period,
    /// The day on which the question is asked: the end of the period or later. Facts dated before
    /// it are known.
    pub as_of: Date,
    /// The currency of premium and redress.
    pub currency: Option<Currency>,
    /// The business of the period.
    pub exposure: Exposure,
    /// The business of the one before.
    pub previous_exposure: Exposure,
    /// The most days of each bucket of time to resolve but the last; ascending.
    pub bucket_days: Vec<u32>,
    /// The causes that are told apart.
    pub causes: CauseScheme,
    /// How many top causes and changes are listed; those that tie with the last are listed too.
    pub top: usize,
    /// How many late complaints are listed at most.
    pub list: usize,
    /// Someone complains again who did so within the period, or within this many months before.
    pub repeat_months: u32,
}

/// Four weeks and eight, as supervisors report.
const BUCKETS: [u32; 2] = [28, 56];

impl Spec {
    /// A period, compared with the one before, by the causes of the NAIC.
    ///
    /// # Errors
    /// The one before would begin before 1900.
    ///
    /// # Example
    /// ```
    /// use insurant::complaint::analysis::{Period, Spec};
    /// let spec = Spec::of(Period::parse("2025-06")?)?;
    /// assert_eq!((spec.previous, spec.bucket_days), (Period::parse("2025-05")?, vec![28, 56]));
    /// # Ok::<(), insurant::Problem>(())
    /// ```
    pub fn of(period: Period) -> Result<Self, Problem> {
        Ok(Self::against(period, period.before()?))
    }

    /// A period compared with another.
    #[must_use]
    pub fn against(period: Period, previous: Period) -> Self {
        Self {
            period,
            previous,
            as_of: period.to(),
            currency: None,
            exposure: Exposure::default(),
            previous_exposure: Exposure::default(),
            bucket_days: BUCKETS.to_vec(),
            causes: CauseScheme::naic(),
            top: 5,
            list: 50,
            repeat_months: 0,
        }
    }

    /// Whether it can be.
    ///
    /// # Errors
    /// Everything that cannot, with its path.
    pub fn check(&self) -> Result<(), Problems> {
        let mut problems = Problems::new();
        if self.previous.to() > self.period.from() {
            let problem = Problem::new(code::PREVIOUS_NOT_BEFORE, "the periods overlap")
                .found(format!("a previous period up to {}", self.previous.to()))
                .expected(format!(
                    "one that ends on {} or earlier",
                    self.period.from()
                ));
            problems.push(at(problem, "previous"));
        }
        if self.as_of < self.period.to() {
            let problem = Problem::new(code::AS_OF_BEFORE_END, "the period is not over")
                .found(self.as_of.to_string())
                .expected(format!("{} or later", self.period.to()))
                .remedy("end the period on that day");
            problems.push(at(problem, "as_of"));
        }
        let pairs = self.bucket_days.iter().zip(self.bucket_days.iter().skip(1));
        for (i, (lower, upper)) in pairs.enumerate() {
            if upper <= lower {
                let problem = Problem::new(code::NOT_ASCENDING, "the buckets do not ascend")
                    .found(upper.to_string())
                    .expected(format!("more than {lower}"));
                problems.push(at(problem, format!("bucket_days[{}]", i + 1)));
            }
        }
        if self.currency.is_none() {
            let given = [
                ("exposure.premium", self.exposure.premium),
                ("previous_exposure.premium", self.previous_exposure.premium),
            ];
            for (path, _) in given.into_iter().filter(|(_, premium)| premium.is_some()) {
                problems.push(at(no_currency(), path));
            }
        }
        problems.or(())
    }
}

/// An amount without a currency.
pub(super) fn no_currency() -> Problem {
    Problem::new(code::CURRENCY_MISSING, "an amount without a currency")
        .expected("`currency` beside it, such as `CNY`")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_that_is_wrong_is_told_at_once() {
        let june = Period::parse("2025-06").unwrap();
        let mut spec = Spec::against(june, june);
        spec.as_of = june.from();
        spec.bucket_days = vec![28, 28, 7, 9];
        spec.exposure.premium = Some(1);
        spec.previous_exposure.premium = Some(1);
        let problems = spec.check().unwrap_err();
        let found: Vec<_> = problems
            .iter()
            .map(|p| (p.place().path.as_str(), p.code()))
            .collect();
        let expected = [
            ("as_of", code::AS_OF_BEFORE_END),
            ("bucket_days[1]", code::NOT_ASCENDING),
            ("bucket_days[2]", code::NOT_ASCENDING),
            ("exposure.premium", code::CURRENCY_MISSING),
            ("previous", code::PREVIOUS_NOT_BEFORE),
            ("previous_exposure.premium", code::CURRENCY_MISSING),
        ];
        assert_eq!(found, expected);
        assert!(Spec::of(june).unwrap().check().is_ok());
    }
}
