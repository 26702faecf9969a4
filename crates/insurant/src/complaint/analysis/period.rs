//! The period of an analysis, and the one before it.

use crate::code;
use crate::date::Date;
use insurant_rules::Problem;

/// Days from `from` up to `to`, which is the first day no longer in it.
///
/// # Example
/// ```
/// use insurant::complaint::analysis::Period;
/// let february = Period::parse("2024-02")?;
/// assert_eq!((february.days(), february.before()?), (29, Period::parse("2024-01")?));
/// assert_eq!(Period::parse("2025-Q1")?.before()?, Period::parse("2024-Q4")?);
/// # Ok::<(), insurant::Problem>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    from: Date,
    to: Date,
}

impl Period {
    /// The days from one up to another, which is no longer in it.
    ///
    /// # Errors
    /// There is no day between them.
    pub fn new(from: Date, to: Date) -> Result<Self, Problem> {
        if from < to {
            return Ok(Self { from, to });
        }
        let message = format!("the period from {from} to {to} has no day");
        Err(Problem::new(code::END_BEFORE_START, message)
            .expected("`to` after `from`")
            .remedy("`to` is the first day that is no longer part of it"))
    }

    /// A month, quarter or year: `2025-06`, `2025-Q2`, `2025`.
    ///
    /// # Errors
    /// The text is none of these, or outside 1900 to 2199.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let spelled = |first: &str, months| {
            let from = Date::parse(first).ok()?;
            // The last month has no day behind it.
            Self::new(from, from.add_months(months))
                .ok()
                .filter(|_| from.ymd().0 < 2199)
        };
        let found = match text.split_once('-') {
            None => spelled(&format!("{text}-01-01"), 12),
            Some((year, quarter)) if quarter.starts_with('Q') => match quarter {
                "Q1" => spelled(&format!("{year}-01-01"), 3),
                "Q2" => spelled(&format!("{year}-04-01"), 3),
                "Q3" => spelled(&format!("{year}-07-01"), 3),
                "Q4" => spelled(&format!("{year}-10-01"), 3),
                _ => None,
            },
            Some(_) => spelled(&format!("{text}-01"), 1),
        };
        found.ok_or_else(|| {
            Problem::new(code::BAD_PERIOD, "the text is not a period")
                .expected("a month, quarter or year of 1900 to 2198: `2025-06`, `2025-Q2`, `2025`")
                .remedy("or give the first day, and the first day after it, as `from` and `to`")
        })
    }

    /// The first day.
    #[must_use]
    pub const fn from(self) -> Date {
        self.from
    }

    /// The first day after it.
    #[must_use]
    pub const fn to(self) -> Date {
        self.to
    }

    /// How many days it has.
    #[must_use]
    pub const fn days(self) -> i32 {
        self.to.days() - self.from.days()
    }

    /// Whether a day lies in it.
    #[must_use]
    pub fn has(self, date: Date) -> bool {
        self.from <= date && date < self.to
    }

    /// The period that ends where this one starts: as many months when this one is whole months,
    /// else as many days.
    ///
    /// # Errors
    /// It would begin before 1900.
    pub fn before(self) -> Result<Self, Problem> {
        let months = month(self.to) - month(self.from);
        let whole = self.from.ymd().2 == 1 && self.to.ymd().2 == 1;
        let from = if whole {
            self.from.add_months(-months)
        } else {
            self.from.add_days(-self.days())
        };
        let before = Self::new(from, self.from);
        let complete =
            |p: &Self| whole && month(p.to) - month(p.from) == months || p.days() == self.days();
        before.ok().filter(complete).ok_or_else(|| {
            let message = format!("the period before {} would begin before 1900", self.from);
            Problem::new(code::BAD_PERIOD, message).remedy("give the period to compare with")
        })
    }
}

/// Months since the year 0.
pub(super) const fn month(date: Date) -> i32 {
    let (year, month, _) = date.ymd();
    // A month is at most 12.
    year * 12 + month.cast_signed() - 1
}

/// `2025-06`, of months since the year 0.
pub(super) fn month_name(month: i32) -> String {
    format!(
        "{:04}-{:02}",
        month.div_euclid(12),
        month.rem_euclid(12) + 1
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    fn days(from: &str, to: &str) -> Period {
        Period::new(date(from), date(to)).unwrap()
    }

    #[test]
    fn months_quarters_and_years_are_half_open() {
        assert_eq!(
            Period::parse("2025-06").unwrap(),
            days("2025-06-01", "2025-07-01")
        );
        assert_eq!(
            Period::parse("2025-12").unwrap(),
            days("2025-12-01", "2026-01-01")
        );
        assert_eq!(
            Period::parse("2024-Q4").unwrap(),
            days("2024-10-01", "2025-01-01")
        );
        assert_eq!(
            Period::parse("2024").unwrap(),
            days("2024-01-01", "2025-01-01")
        );
        let june = Period::parse("2025-06").unwrap();
        assert!(june.has(date("2025-06-01")) && june.has(date("2025-06-30")));
        assert!(!june.has(date("2025-05-31")) && !june.has(date("2025-07-01")));
        for bad in [
            "2025-13",
            "2025-Q5",
            "June",
            "",
            "2199",
            "1899-12",
            "2025-6",
            "2025-06-01",
        ] {
            assert_eq!(
                Period::parse(bad).unwrap_err().code(),
                code::BAD_PERIOD,
                "{bad}"
            );
        }
    }

    #[test]
    fn the_period_before_is_as_long() {
        let before = |p: Period| p.before().unwrap();
        assert_eq!(
            before(Period::parse("2024-03").unwrap()),
            Period::parse("2024-02").unwrap()
        );
        assert_eq!(
            before(days("2024-03-31", "2024-04-30")),
            days("2024-03-01", "2024-03-31")
        );
        assert_eq!(
            before(days("2025-05-01", "2025-07-01")),
            days("2025-03-01", "2025-05-01")
        );
        assert!(Period::parse("1900-01").unwrap().before().is_err());
        assert!(Period::parse("1900-Q2").unwrap().before().is_ok());
        assert!(days("1900-01-20", "1900-02-20").before().is_err());
        assert!(days("1900-02-01", "1900-05-01").before().is_err());
        assert!(Period::new(date("2024-01-01"), date("2024-01-01")).is_err());
    }

    #[test]
    fn months_have_names() {
        assert_eq!(month_name(month(date("2025-12-31"))), "2025-12");
        assert_eq!(month_name(month(date("2025-12-31")) + 1), "2026-01");
    }
}
