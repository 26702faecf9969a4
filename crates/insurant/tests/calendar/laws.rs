//! The laws of counting, on random calendars, against a loop over the days.

use super::date;
use insurant::Date;
use insurant::calendar::{Calendar, Calendars, Weekday, Weekend};
use insurant_rules::document::{Document, Json};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// A calendar as a loop sees it.
#[derive(Debug, Clone)]
struct Model {
    first: Date,
    last: Date,
    weekend: Vec<Weekday>,
    holidays: BTreeSet<Date>,
    working: BTreeSet<Date>,
}

fn day(days: i32) -> Date {
    Date::from_days(days).unwrap()
}

impl Model {
    fn works(&self, date: Date) -> bool {
        let weekend = self.weekend.contains(&Weekday::of(date));
        !self.holidays.contains(&date) && (!weekend || self.working.contains(&date))
    }

    fn dates(&self) -> impl DoubleEndedIterator<Item = Date> + use<> {
        (self.first.days()..=self.last.days()).map(day)
    }

    fn json(&self, id: &str) -> String {
        let text = |date: &Date| Json::from(date.to_string());
        let days = |dates: &BTreeSet<Date>| {
            let named = |date| Json::object([("date", text(date)), ("name", "x".into())]);
            Json::list(dates.iter().map(named))
        };
        let coverage = Json::object([("first", text(&self.first)), ("last", text(&self.last))]);
        Json::object([
            ("id", id.into()),
            ("version", "1".into()),
            ("source", "made up".into()),
            ("coverage", coverage),
            (
                "weekend",
                Json::list(self.weekend.iter().map(|day| day.as_str())),
            ),
            ("holidays", days(&self.holidays)),
            ("working_weekends", days(&self.working)),
        ])
        .to_canonical_string()
    }

    fn calendar(&self) -> Calendar {
        one(&self.json("model"))
    }
}

fn one(text: &str) -> Calendar {
    let document = Document::parse_json("model", text).unwrap();
    let id = document.root().text_at("id").unwrap().to_owned();
    let calendars = Calendars::builtin().with([document]);
    let calendars = calendars.unwrap_or_else(|problems| panic!("{problems}"));
    calendars.get(&id).unwrap().clone()
}

/// Calendars of up to half a year with few or many days off; at least one day is worked.
fn model() -> impl Strategy<Value = Model> {
    let starts = prop_oneof![
        Just(Date::MIN.days()),
        Just(Date::MAX.days() - 180),
        -20_000..60_000_i32
    ];
    let weekend = proptest::collection::vec(0..7_usize, 0..6);
    let marks = proptest::collection::vec(0..180_i32, 0..60);
    (starts, 0..180_i32, weekend, marks.clone(), marks).prop_filter_map(
        "nobody ever works",
        |(start, len, weekend, holidays, working)| {
            let weekend: BTreeSet<_> = weekend.into_iter().map(|i| Weekday::ALL[i]).collect();
            let within = |marks: Vec<i32>| {
                let marks = marks.into_iter().filter(|mark| *mark <= len);
                marks.map(|mark| day(start + mark)).collect::<BTreeSet<_>>()
            };
            let holidays = within(holidays);
            let working = within(working)
                .into_iter()
                .filter(|date| weekend.contains(&Weekday::of(*date)) && !holidays.contains(date));
            let model = Model {
                first: day(start),
                last: day(start + len),
                working: working.collect(),
                weekend: weekend.into_iter().collect(),
                holidays,
            };
            model.dates().any(|date| model.works(date)).then_some(model)
        },
    )
}

proptest! {
    #[test]
    fn every_answer_is_that_of_a_loop(model in model(), n in 0..200_u32) {
        let calendar = model.calendar();
        let weekend: Weekend = model.weekend.iter().copied().collect();
        prop_assert_eq!(calendar.weekend(), weekend);
        let all: Vec<Date> = model.dates().collect();
        // Every seventh day is enough to meet every kind of neighbour in a hundred calendars.
        for &from in all.iter().step_by(7).chain(all.last()) {
            let after = all.iter().filter(|d| **d > from && model.works(**d));
            let before = all.iter().rev().filter(|d| **d < from && model.works(**d));
            let nth = |mut days: Box<dyn Iterator<Item = &Date> + '_>| match n {
                0 => Some(from),
                n => days.nth(n as usize - 1).copied(),
            };
            prop_assert_eq!(calendar.is_working(from).unwrap(), model.works(from));
            prop_assert_eq!(calendar.add_working_days(from, n).ok(), nth(Box::new(after)));
            prop_assert_eq!(calendar.subtract_working_days(from, n).ok(), nth(Box::new(before)));
            let next = all.iter().find(|d| **d >= from && model.works(**d));
            prop_assert_eq!(calendar.next_working(from).ok(), next.copied());
            let previous = all.iter().rev().find(|d| **d <= from && model.works(**d));
            prop_assert_eq!(calendar.previous_working(from).ok(), previous.copied());
            for &to in all.iter().step_by(11) {
                let (low, high) = (from.min(to), from.max(to));
                let between = all.iter().filter(|d| low < **d && **d <= high && model.works(**d));
                let between = i64::try_from(between.count()).unwrap();
                let signed = if from <= to { between } else { -between };
                prop_assert_eq!(calendar.working_days_between(from, to).unwrap(), signed);
            }
        }
    }

    #[test]
    fn adding_then_counting_gives_back_the_number(
        at in date("2004-01-01").days()..=date("2026-12-31").days(),
        n in 1..3000_u32,
        id in prop_oneof![Just("cn"), Just("hk"), Just("gb-sct"), Just("de-by-augsburg")],
    ) {
        let calendar = super::builtin(id);
        let from = day(at);
        if let Ok(to) = calendar.add_working_days(from, n) {
            prop_assert!(from < to && calendar.is_working(to).unwrap());
            prop_assert_eq!(calendar.working_days_between(from, to).unwrap(), i64::from(n));
            prop_assert_eq!(calendar.working_days_between(to, from).unwrap(), -i64::from(n));
            // In two parts it is the same day.
            let half = calendar.add_working_days(from, n / 2).unwrap();
            prop_assert_eq!(calendar.add_working_days(half, n - n / 2).unwrap(), to);
            // And back: the working day on or after the start, or the start's own.
            let back = calendar.subtract_working_days(to, n).ok();
            prop_assert_eq!(back, calendar.previous_working(from).ok());
        }
        if let Ok(next) = calendar.next_working(from) {
            prop_assert!(next >= from && calendar.is_working(next).unwrap());
        }
        if let Ok(previous) = calendar.previous_working(from) {
            prop_assert!(previous <= from && calendar.is_working(previous).unwrap());
        }
    }

    #[test]
    fn together_means_all_are_open(one in model(), other in model()) {
        let mut other = other;
        // Over the same days, so that there is something in common.
        let shift = one.first.days() - other.first.days();
        let moved = |date: Date| Date::from_days(date.days() + shift).ok();
        let weekend = other.weekend.clone();
        other.first = one.first;
        other.last = moved(other.last).unwrap_or(one.last).max(one.first);
        other.holidays = other.holidays.into_iter().filter_map(moved).filter(|d| *d <= other.last).collect();
        other.working = other.working.into_iter().filter_map(moved)
            .filter(|d| *d <= other.last && weekend.contains(&Weekday::of(*d)) && !other.holidays.contains(d))
            .collect();
        prop_assume!(other.dates().any(|d| other.works(d)));
        let documents = [one.json("one"), other.json("other")].map(|t| Document::parse_json("m", &t).unwrap());
        let set = Calendars::builtin().with(documents).unwrap();
        let last = one.last.min(other.last);
        let open = |d: Date| one.works(d) && other.works(d);
        let any = one.dates().filter(|d| *d <= last).any(open);
        match set.together(&["one", "other"]) {
            Ok(both) => {
                prop_assert!(any);
                prop_assert_eq!(both.coverage(), [one.first, last]);
                for d in one.dates().filter(|d| *d <= last) {
                    let found = both.day(d).unwrap();
                    prop_assert_eq!(found.kind.is_working(), open(d), "{}", d);
                }
                let turned = set.together(&["other", "one"]).unwrap();
                for d in one.dates().filter(|d| *d <= last) {
                    prop_assert_eq!(turned.day(d).unwrap().kind, both.day(d).unwrap().kind);
                }
            }
            Err(problem) => {
                prop_assert!(!any);
                prop_assert_eq!(problem.code().as_str(), "no_working_day");
            }
        }
    }

    #[test]
    fn a_resolved_calendar_is_a_document_of_itself(model in model()) {
        let calendar = model.calendar();
        let again = one(&Json::Object(calendar.to_json()).to_canonical_string());
        prop_assert_eq!(again.fingerprint(), calendar.fingerprint());
        prop_assert!(again == calendar);
    }
}

#[test]
fn every_built_in_calendar_is_a_document_of_itself() {
    for calendar in Calendars::builtin().iter() {
        let again = one(&Json::Object(calendar.to_json()).to_canonical_string());
        assert_eq!(again.fingerprint(), calendar.fingerprint());
    }
}
