//! Windows: where they open and close on a day.

use crate::date::{Date, add_months};

/// A window as a rulebook asks for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum WindowKind {
    /// `[D - (months + back), D - back)`.
    Trailing { months: i32, back: i32 },
    /// `[minus infinity, D - back)`.
    Lifetime { back: i32 },
    /// Each policy in force: from its latest anniversary to D.
    PolicyYear,
    /// The calendar year before D.
    LastCalendarYear,
    /// `(D - 12 months, D]`, for terms under a year; half-open as whole days.
    StartedWithinAYear,
}

/// A window on a day, in days since 1970. A policy year has bounds of its own for each policy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Span {
    pub(crate) from: i32,
    pub(crate) to: i32,
    pub(crate) by_policy: bool,
}

impl Span {
    #[inline]
    pub(crate) const fn holds(&self, day: i32) -> bool {
        self.from <= day && day < self.to
    }
}

impl WindowKind {
    /// The window's bounds on a day, each computed from that day.
    pub(crate) fn on(self, as_of: Date) -> Span {
        let day = as_of.days();
        let fixed = |from, to| Span {
            from,
            to,
            by_policy: false,
        };
        match self {
            Self::Trailing { months, back } => {
                fixed(add_months(day, -(months + back)), add_months(day, -back))
            }
            Self::Lifetime { back } => fixed(i32::MIN, add_months(day, -back)),
            Self::PolicyYear => Span {
                from: i32::MAX,
                to: day,
                by_policy: true,
            },
            Self::LastCalendarYear => {
                let (_, month, first) = as_of.ymd();
                let into_year = i32::try_from(month).unwrap_or(1) - 1;
                let month_start = day + 1 - i32::try_from(first).unwrap_or(1);
                let year_start = add_months(month_start, -into_year);
                fixed(add_months(year_start, -12), year_start)
            }
            Self::StartedWithinAYear => fixed(add_months(day, -12) + 1, day + 1),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bounds(kind: WindowKind, day: &str) -> (String, String) {
        let span = kind.on(Date::parse(day).unwrap());
        let show = |d| Date::from_days(d).unwrap().to_string();
        (show(span.from), show(span.to))
    }

    #[test]
    fn each_bound_is_computed_from_the_day_never_chained() {
        let quarter = |back| WindowKind::Trailing { months: 1, back };
        assert_eq!(
            bounds(quarter(0), "2024-03-31"),
            ("2024-02-29".into(), "2024-03-31".into())
        );
        assert_eq!(
            bounds(quarter(1), "2024-03-31"),
            ("2024-01-31".into(), "2024-02-29".into())
        );
        assert_eq!(
            bounds(WindowKind::LastCalendarYear, "2024-02-29"),
            ("2023-01-01".into(), "2024-01-01".into())
        );
    }

    #[test]
    fn windows_clamp_to_the_months_end() {
        let year = |back| WindowKind::Trailing { months: 12, back };
        let bounds = |kind, day| {
            let (from, to) = bounds(kind, day);
            format!("{from} {to}")
        };
        assert_eq!(bounds(year(0), "2024-02-29"), "2023-02-28 2024-02-29");
        assert_eq!(bounds(year(0), "2025-02-28"), "2024-02-28 2025-02-28");
        // From the day itself: 48 months before 29 February is 29 February.
        assert_eq!(bounds(year(36), "2024-02-29"), "2020-02-29 2021-02-28");
        let recent = WindowKind::StartedWithinAYear;
        assert_eq!(bounds(recent, "2024-02-29"), "2023-03-01 2024-03-01");
        assert_eq!(bounds(recent, "2023-02-28"), "2022-03-01 2023-03-01");
        let last_year = WindowKind::LastCalendarYear;
        assert_eq!(bounds(last_year, "2024-01-01"), "2023-01-01 2024-01-01");
        assert_eq!(bounds(last_year, "2024-12-31"), "2023-01-01 2024-01-01");
        let span = WindowKind::Lifetime { back: 1 }.on(Date::parse("2024-03-31").unwrap());
        assert_eq!(
            (span.from, span.to),
            (i32::MIN, year(1).on(Date::parse("2024-03-31").unwrap()).to)
        );
    }

    #[test]
    fn a_window_holds_its_first_day_and_not_its_last() {
        let span =
            WindowKind::Trailing { months: 1, back: 0 }.on(Date::parse("2024-03-31").unwrap());
        let day = |text: &str| Date::parse(text).unwrap().days();
        assert!(!span.holds(day("2024-02-28")) && span.holds(day("2024-02-29")));
        assert!(span.holds(day("2024-03-30")) && !span.holds(day("2024-03-31")));
    }
}
