//! From what somebody wrote to a calendar: every rule that one must keep.
//!
//! The problems carry paths such as `holidays[3].date`; whoever read the text knows the lines.

use super::data::{About, Calendar};
use super::day::Named;
use super::together::Ground;
use super::weekday::{Weekday, Weekend};
use crate::code;
use crate::date::Date;
use insurant_rules::code as rules;
use insurant_rules::problem::nearest;
use insurant_rules::{Place, Problem, Problems};
use std::collections::BTreeMap;
use std::fmt::Display;

/// What a calendar builds on.
#[derive(Debug)]
pub(super) enum Base<'a> {
    /// Nothing.
    Nothing,
    /// One calendar, whose days it may change.
    Extends(&'a Calendar),
    /// Several, open only when all are.
    AllOf(Vec<&'a Calendar>),
}

/// A calendar as written.
#[derive(Debug)]
pub(super) struct Spec<'a> {
    pub(super) about: About,
    pub(super) base: Base<'a>,
    pub(super) coverage: Option<[Date; 2]>,
    pub(super) weekend: Option<Weekend>,
    pub(super) holidays: Vec<Stated<'a>>,
    pub(super) working_weekends: Vec<Stated<'a>>,
    pub(super) removes: Vec<Stated<'a>>,
}

/// A day as written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stated<'a> {
    /// Where in its list.
    pub(super) at: usize,
    pub(super) date: Date,
    pub(super) name: Option<&'a str>,
}

/// A problem at a path.
pub(super) fn at(problem: Problem, path: impl Display) -> Problem {
    problem.at(Place {
        path: path.to_string(),
        ..Place::default()
    })
}

impl Spec<'_> {
    /// The calendar.
    ///
    /// # Errors
    /// Everything that is wrong with it, each with its path.
    pub(super) fn resolve(self) -> Result<Calendar, Problems> {
        let mut check = Check::default();
        let mut ground = check.ground(&self);
        check.removes(&self, &mut ground);
        check.holidays(&self, &mut ground);
        check.working_weekends(&self, &mut ground);
        check.problems.or(())?;
        let ([first, last], weekend) = (ground.coverage, ground.weekend);
        // A base may know days that are not covered here, and what it works on may be no weekend.
        let kept = |day: &Named| {
            let covered = first <= day.date && day.date <= last;
            covered && (!day.works || weekend.falls_on(day.date))
        };
        let named = ground.named.into_values().filter(kept).collect();
        let calendar = Calendar::new(self.about, ground.coverage, weekend, named);
        if calendar.days().total() == 0 {
            return Err(at(never_open(), "").into());
        }
        Ok(calendar)
    }
}

fn never_open() -> Problem {
    Problem::new(code::NO_WORKING_DAY, "nobody ever works by this calendar")
        .expected("at least one working day")
        .remedy("take a day out of the weekend or of the holidays")
}

#[derive(Default)]
struct Check {
    problems: Problems,
    /// What the days are held against, where it is known.
    coverage: Option<[Date; 2]>,
    weekend: Option<Weekend>,
}

impl Check {
    fn report(&mut self, path: impl Display, problem: Problem) {
        self.problems.push(at(problem, path));
    }

    /// Coverage and weekend, its own or those of what it builds on.
    fn ground(&mut self, spec: &Spec<'_>) -> Ground {
        let base = self.base(spec);
        let own = self.own_coverage(spec, base.as_ref());
        let inherited = base.as_ref().map(|base| base.coverage);
        self.coverage = own.or(inherited);
        if spec.weekend == Some(Weekend::ALL) {
            self.report("weekend", never_open().found("all seven days"));
        }
        self.weekend = spec.weekend.or(base.as_ref().map(|base| base.weekend));
        if matches!(spec.base, Base::Nothing) {
            self.missing("coverage", spec.coverage.is_none());
            self.missing("weekend", spec.weekend.is_none());
        }
        Ground {
            coverage: self.coverage.unwrap_or([Date::MIN, Date::MAX]),
            weekend: self.weekend.unwrap_or_default(),
            named: base.map(|base| base.named).unwrap_or_default(),
        }
    }

    fn base(&mut self, spec: &Spec<'_>) -> Option<Ground> {
        match &spec.base {
            Base::Nothing => None,
            Base::Extends(base) => Some(Ground::of(base)),
            Base::AllOf(parts) => {
                let ground = Ground::of_all(parts);
                if ground.is_none() {
                    let problem = nothing_in_common(parts);
                    self.report("all_of", problem);
                }
                ground
            }
        }
    }

    fn own_coverage(&mut self, spec: &Spec<'_>, base: Option<&Ground>) -> Option<[Date; 2]> {
        let [first, last] = spec.coverage?;
        if last < first {
            let problem = Problem::new(
                rules::EMPTY_DATE_RANGE,
                "the last day covered comes before the first",
            )
            .found(format!("{first} to {last}"))
            .expected("two days in order; both are covered");
            self.report("coverage.last", problem);
            return None;
        }
        if let (Base::AllOf(_), Some(base)) = (&spec.base, base) {
            // Whoever extends one calendar may add years to it; nobody knows what several others
            // would have said.
            let [least, most] = base.coverage;
            if first < least || most < last {
                let problem = Problem::new(
                    code::COVERAGE_TOO_WIDE,
                    "the coverage goes beyond that of the calendars it is made of",
                )
                .found(format!("{first} to {last}"))
                .expected(format!("days from {least} to {most}"));
                self.report("coverage", problem);
            }
        }
        Some([first, last])
    }

    fn missing(&mut self, name: &str, missing: bool) {
        if missing {
            let message = format!("the field `{name}` is missing");
            let problem = Problem::new(rules::MISSING_FIELD, message)
                .remedy("state it; only a calendar that extends another may leave it out");
            self.report(name, problem);
        }
    }

    fn removes(&mut self, spec: &Spec<'_>, ground: &mut Ground) {
        if matches!(spec.base, Base::Nothing) {
            if !spec.removes.is_empty() {
                let message = "there is no calendar to remove days from";
                let problem = Problem::new(rules::NOTHING_EXTENDED, message)
                    .remedy("name it in `extends`, or leave `removes` out");
                self.report("removes", problem);
            }
            return;
        }
        let mut seen = BTreeMap::new();
        for day in &spec.removes {
            let path = format!("removes[{}]", day.at);
            if let Some(before) = seen.insert(day.date, day.at) {
                self.twice(path, day.date, &format!("removes[{before}]"));
            } else if ground.named.remove(&day.date).is_none() {
                let known: Vec<String> = ground.named.keys().map(Date::to_string).collect();
                let date = day.date.to_string();
                let message = format!("the calendar extended has no name for {date}");
                let problem = Problem::new(rules::UNKNOWN_ID, message)
                    .expected("one of its holidays or working weekends")
                    .nearest(nearest(&date, known.iter().map(String::as_str)));
                self.report(path, problem);
            }
        }
    }

    fn holidays(&mut self, spec: &Spec<'_>, ground: &mut Ground) {
        let mut seen = BTreeMap::new();
        for day in &spec.holidays {
            let path = format!("holidays[{}].date", day.at);
            self.inside(&path, day.date);
            if let Some(before) = seen.insert(day.date, day.at) {
                self.twice(path, day.date, &format!("holidays[{before}]"));
            }
            let named = Named::holiday(day.date, day.name.unwrap_or_default());
            ground.named.insert(day.date, named);
        }
    }

    fn working_weekends(&mut self, spec: &Spec<'_>, ground: &mut Ground) {
        let holidays: BTreeMap<Date, usize> =
            spec.holidays.iter().map(|day| (day.date, day.at)).collect();
        let mut seen = BTreeMap::new();
        for day in &spec.working_weekends {
            let path = format!("working_weekends[{}].date", day.at);
            self.inside(&path, day.date);
            if let Some(before) = seen.insert(day.date, day.at) {
                self.twice(path, day.date, &format!("working_weekends[{before}]"));
            } else if let Some(before) = holidays.get(&day.date) {
                self.twice(path, day.date, &format!("holidays[{before}]"));
            } else {
                self.on_weekend(path, day.date);
            }
            let named = Named::working(day.date, day.name);
            ground.named.insert(day.date, named);
        }
    }

    fn on_weekend(&mut self, path: String, date: Date) {
        let Some(weekend) = self.weekend.filter(|weekend| !weekend.falls_on(date)) else {
            return;
        };
        let days: Vec<_> = weekend.days().map(Weekday::as_str).collect();
        let problem = Problem::new(
            code::NOT_A_WEEKEND,
            format!("{date} is no weekend: people work on it anyway"),
        )
        .found(Weekday::of(date).as_str())
        .expected(if days.is_empty() {
            "no day, for there is no weekend".to_owned()
        } else {
            days.join(" or ")
        })
        .remedy("correct the date; to take a holiday back, name it in `removes`");
        self.report(path, problem);
    }

    fn inside(&mut self, path: &str, date: Date) {
        let Some([first, last]) = self.coverage else {
            return;
        };
        if date < first || last < date {
            let message = format!("{date} lies outside the coverage");
            let problem = Problem::new(code::DAY_OUTSIDE_COVERAGE, message)
                .expected(format!("a day from {first} to {last}"))
                .remedy("widen the coverage, or take the day out");
            self.report(path, problem);
        }
    }

    fn twice(&mut self, path: impl Display, date: Date, before: &str) {
        let message = format!("{date} is stated twice");
        let problem = Problem::new(code::DUPLICATE_DAY, message)
            .remedy(format!("keep one of the two; the first is `{before}`"));
        self.report(path, problem);
    }
}

/// Calendars that cannot be taken together.
pub(super) fn nothing_in_common(parts: &[&Calendar]) -> Problem {
    let each = parts.iter().map(|part| {
        let [first, last] = part.coverage();
        format!("`{}` from {first} to {last}", part.id())
    });
    let message = "the calendars cover no day in common";
    Problem::new(rules::EMPTY_DATE_RANGE, message).found(each.collect::<Vec<_>>().join(", "))
}
