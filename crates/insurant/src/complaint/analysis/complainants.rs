//! Who complains again.

use super::names::Names;
use super::{Case, Period, Rate, Undefined};
use crate::date::Date;

/// Complainants of a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Complainants {
    /// How many different ones complained in it.
    pub complainants: u64,
    /// Of those, how many had complained before, within the months looked back, or did twice.
    pub repeat: u64,
    /// Complaints that do not say who complains.
    pub unnamed: u64,
}

impl Complainants {
    /// Those who complained again, of all.
    #[must_use]
    pub fn repeat_rate(&self) -> Rate {
        Rate::of(self.repeat, self.complainants, Undefined::NobodyNamed)
    }
}

/// Complaints by complainant, of both periods.
#[derive(Debug, Clone)]
pub(super) struct Seen {
    periods: [Window; 2],
    names: Names,
    /// By complainant, of each period: complaints in it, and in it or the months before.
    counts: Vec<[[u32; 2]; 2]>,
}

#[derive(Debug, Clone, Copy)]
struct Window {
    period: Period,
    since: Date,
    unnamed: u64,
}

impl Seen {
    pub(super) fn new(periods: [Period; 2], months: u32) -> Self {
        let months = i32::try_from(months).unwrap_or(i32::MAX);
        let periods = periods.map(|period| Window {
            period,
            since: period.from().add_months(-months),
            unnamed: 0,
        });
        Self {
            periods,
            names: Names::default(),
            counts: Vec::new(),
        }
    }

    /// Counts a complaint in those of the two periods that it stands for.
    pub(super) fn add(&mut self, case: &Case<'_>, sides: [bool; 2]) {
        let day = case.received_on;
        let within = |window: &Window| window.since <= day && day < window.period.to();
        if !self.periods.iter().any(within) {
            return;
        }
        let Some(id) = case.complainant_id else {
            for (window, _) in self.periods.iter_mut().zip(sides).filter(|(_, of)| *of) {
                window.unnamed += u64::from(window.period.has(day));
            }
            return;
        };
        let (number, new) = self.names.number(id);
        if new {
            self.counts.push([[0; 2]; 2]);
        }
        let Some(counts) = self.counts.get_mut(number) else {
            return;
        };
        let both = counts.iter_mut().zip(&self.periods).zip(sides);
        for (([now, all], window), _) in both.filter(|(_, of)| *of) {
            *now = now.saturating_add(u32::from(window.period.has(day)));
            *all = all.saturating_add(u32::from(within(window)));
        }
    }

    pub(super) fn complainants(&self) -> [Complainants; 2] {
        let mut found = self.periods.map(|window| Complainants {
            unnamed: window.unnamed,
            ..Complainants::default()
        });
        for counts in &self.counts {
            for (found, [now, all]) in found.iter_mut().zip(counts) {
                found.complainants += u64::from(*now > 0);
                found.repeat += u64::from(*now > 0 && *all > 1);
            }
        }
        found
    }
}
