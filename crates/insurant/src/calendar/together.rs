//! Several calendars as one: open only when all of them are.

use super::data::{About, Calendar};
use super::day::{DayKind, Named};
use super::weekday::Weekend;
use crate::date::Date;
use std::collections::BTreeMap;

/// What a calendar starts from before its own days are worked in.
#[derive(Debug, Clone)]
pub(super) struct Ground {
    pub(super) coverage: [Date; 2],
    pub(super) weekend: Weekend,
    pub(super) named: BTreeMap<Date, Named>,
}

impl Ground {
    /// That of one calendar.
    pub(super) fn of(calendar: &Calendar) -> Self {
        let named = calendar.named_days().filter_map(|day| {
            let named = calendar.named(day.date)?.clone();
            Some((day.date, named))
        });
        Self {
            coverage: calendar.coverage(),
            weekend: calendar.weekend(),
            named: named.collect(),
        }
    }

    /// That of several: the days that all of them cover, closed when one of them is. `None`
    /// when there is no such day.
    pub(super) fn of_all(calendars: &[&Calendar]) -> Option<Self> {
        let first = calendars.iter().map(|c| c.coverage()[0]).max()?;
        let last = calendars.iter().map(|c| c.coverage()[1]).min()?;
        if last < first {
            return None;
        }
        let weekend = calendars
            .iter()
            .fold(Weekend::default(), |all, c| all.or(c.weekend()));
        let mut named = BTreeMap::new();
        // A day without a name in any of them follows the weekend.
        let dates = calendars.iter().flat_map(|c| c.named_days());
        for date in dates.map(|day| day.date) {
            if date < first || last < date || named.contains_key(&date) {
                continue;
            }
            if let Some(day) = joined(calendars, weekend, date) {
                named.insert(date, day);
            }
        }
        Some(Self {
            coverage: [first, last],
            weekend,
            named,
        })
    }
}

/// A day that some of the calendars have a name for. `None` when it is an ordinary one after all:
/// a working weekend of one that is weekend of another.
fn joined(calendars: &[&Calendar], weekend: Weekend, date: Date) -> Option<Named> {
    let days: Vec<_> = calendars.iter().filter_map(|c| c.day(date).ok()).collect();
    let open = days.iter().all(|day| day.kind.is_working());
    let mut names: Vec<&str> = Vec::new();
    for day in &days {
        if day.kind.is_working() == open {
            names.extend(day.name.filter(|name| !names.contains(name)));
        }
    }
    let holiday = days.iter().any(|day| day.kind == DayKind::Holiday);
    if open {
        let name = (!names.is_empty()).then(|| names.join("; "));
        weekend
            .falls_on(date)
            .then(|| Named::working(date, name.as_deref()))
    } else {
        holiday.then(|| Named::holiday(date, &names.join("; ")))
    }
}

/// What several calendars are called together: `cn+gb-eng`.
pub(super) fn about(calendars: &[&Calendar]) -> About {
    let join = |part: fn(&About) -> &str, with| {
        let mut parts: Vec<&str> = Vec::new();
        for calendar in calendars {
            let part = part(calendar.about());
            if !parts.contains(&part) {
                parts.push(part);
            }
        }
        parts.join(with)
    };
    About {
        id: join(|about| &about.id, "+"),
        title: None,
        version: join(|about| &about.version, "+"),
        source: join(|about| &about.source, "; "),
        dated: calendars.iter().filter_map(|c| c.dated()).min(),
    }
}
