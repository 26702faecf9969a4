//! Civil dates, whole years and windows.

use super::policies::{in_force, start};
use chrono::{Datelike, Months, NaiveDate};
use insurant::Date;
use insurant::date::to_chrono;
use insurant::facts::PolicyFacts;

/// n months later, or earlier: the day is clamped to the month's end.
pub(crate) fn plus_months(day: NaiveDate, months: i32) -> NaiveDate {
    let by = Months::new(months.unsigned_abs());
    if months < 0 { day - by } else { day + by }
}

/// n whole years since X: X + 12n months, clamped, is on or before D.
pub(crate) fn whole_years(since: NaiveDate, day: NaiveDate) -> i32 {
    let mut years = 0;
    while plus_months(since, 12 * (years + 1)) <= day {
        years += 1;
    }
    years
}

/// A term of k whole years: start + 12k months, clamped, is its end.
pub(crate) fn term_in_years(start: NaiveDate, end: NaiveDate) -> Option<i32> {
    (1..=300).find(|k| plus_months(start, 12 * k) == end)
}

/// The latest anniversary on or before D.
fn anniversary(start: NaiveDate, day: NaiveDate) -> NaiveDate {
    plus_months(start, 12 * whole_years(start, day))
}

pub(crate) fn chrono(date: Date) -> NaiveDate {
    to_chrono(date)
}

/// Days from one to the other.
pub(crate) fn days(from: NaiveDate, to: NaiveDate) -> i128 {
    (to - from).num_days().into()
}

/// A window of the rule language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Window {
    Months { months: i32, back: i32 },
    Lifetime { back: i32 },
    PolicyYear,
    AccidentYear,
}

impl Window {
    /// As a rule writes it.
    pub(crate) fn text(self) -> String {
        let moved = |back| match back {
            0 => String::new(),
            back => format!(", back: {back}m"),
        };
        match self {
            Self::Months { months, back } => format!("{months}m{}", moved(back)),
            Self::Lifetime { back } => format!("lifetime{}", moved(back)),
            Self::PolicyYear => "policy_year".into(),
            Self::AccidentYear => String::new(),
        }
    }

    /// `[a, b)`, for a policy: the policy year is that of each policy in force.
    pub(crate) fn bounds(
        self,
        day: NaiveDate,
        policy: &PolicyFacts,
    ) -> Option<(NaiveDate, NaiveDate)> {
        match self {
            Self::PolicyYear => {
                in_force(policy, day).then(|| (anniversary(start(policy), day), day))
            }
            _ => Some(self.fixed(day)),
        }
    }

    fn fixed(self, day: NaiveDate) -> (NaiveDate, NaiveDate) {
        let new_year = |year| NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
        match self {
            Self::Months { months, back } => {
                (plus_months(day, -months - back), plus_months(day, -back))
            }
            Self::Lifetime { back } => (NaiveDate::MIN, plus_months(day, -back)),
            Self::AccidentYear => (new_year(day.year() - 1), new_year(day.year())),
            Self::PolicyYear => panic!("a policy year is each policy's own"),
        }
    }

    /// Whether the window opens before the records begin.
    pub(crate) fn opens_before(
        self,
        history: Option<NaiveDate>,
        day: NaiveDate,
        policies: &[&PolicyFacts],
    ) -> bool {
        let Some(history) = history else { return false };
        let opens = |policy: &&PolicyFacts| self.bounds(day, policy);
        match self {
            Self::PolicyYear => policies
                .iter()
                .filter_map(opens)
                .any(|(open, _)| open < history),
            _ => self.fixed(day).0 < history,
        }
    }
}
