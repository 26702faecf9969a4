//! Who complains again.

use super::{Case, Period, Rate, Undefined};
use crate::date::Date;
use std::collections::HashMap;

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

/// Complaints by complainant, of one period.
#[derive(Debug, Clone)]
pub(super) struct Seen {
    period: Period,
    since: Date,
    unnamed: u64,
    /// Complaints in the period, and in the period or the months before.
    by: HashMap<Box<str>, [u32; 2]>,
}

impl Seen {
    pub(super) fn new(period: Period, months: u32) -> Self {
        let months = i32::try_from(months).unwrap_or(i32::MAX);
        let since = period.from().add_months(-months);
        Self {
            period,
            since,
            unnamed: 0,
            by: HashMap::new(),
        }
    }

    pub(super) fn add(&mut self, case: &Case<'_>) {
        let day = case.received_on;
        if day < self.since || day >= self.period.to() {
            return;
        }
        let inside = self.period.has(day);
        let Some(id) = case.complainant_id else {
            self.unnamed += u64::from(inside);
            return;
        };
        let more = |[now, all]: &mut [u32; 2]| {
            *now = now.saturating_add(u32::from(inside));
            *all = all.saturating_add(1);
        };
        match self.by.get_mut(id) {
            Some(seen) => more(seen),
            None => more(self.by.entry(id.into()).or_default()),
        }
    }

    pub(super) fn complainants(&self) -> Complainants {
        let now = || self.by.values().filter(|[now, _]| *now > 0);
        let count = |n: usize| u64::try_from(n).unwrap_or(u64::MAX);
        Complainants {
            complainants: count(now().count()),
            repeat: count(now().filter(|[_, all]| *all > 1).count()),
            unnamed: self.unnamed,
        }
    }
}
