//! What duties are worked out from.

use super::rule::DutyRule;
use crate::closed::closed;
use crate::date::Date;
use crate::manager::Posts;
use std::collections::BTreeMap;

closed! {
    /// A contact with a customer.
    ContactKind {
        /// In person.
        Visit = "visit",
        /// By telephone.
        Call = "call",
    }
}

/// Who is responsible for a customer on the days `[from, to)`; open-ended without `to`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assignment {
    /// The manager.
    pub manager_id: String,
    /// The first day.
    pub from: Date,
    /// The first day that is not part of it any more.
    pub to: Option<Date>,
}

/// A customer as far as duties look at them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Customer {
    /// The host's id.
    pub customer_id: String,
    /// The category on the day asked for.
    pub category: Option<String>,
    /// The value tier on the day asked for.
    pub tier: Option<String>,
    /// Who was responsible when; no two overlap.
    pub assignments: Vec<Assignment>,
}

impl Customer {
    /// Who is responsible on a day.
    #[must_use]
    pub fn manager_on(&self, day: Date) -> Option<&str> {
        let covers = |a: &&Assignment| a.from <= day && a.to.is_none_or(|to| day < to);
        let assigned = self.assignments.iter().find(covers);
        assigned.map(|assignment| assignment.manager_id.as_str())
    }

    /// The first day after another on which it is not the same one who is responsible, or not nobody
    /// any more; nothing where that never ends.
    pub(super) fn handed_over_after(&self, day: Date) -> Option<Date> {
        let now = self.manager_on(day);
        let ends = self.assignments.iter().filter_map(|a| a.to);
        let days = self.assignments.iter().map(|a| a.from).chain(ends);
        // One assignment may continue another of the same manager.
        days.filter(|other| *other > day && self.manager_on(*other) != now)
            .min()
    }

    /// Who was responsible last before a day on which nobody is, and the day on which they left.
    pub(super) fn last_before(&self, day: Date) -> Option<(&str, Date)> {
        let ended = |a: &Assignment| a.to.filter(|to| *to <= day);
        let left = self.assignments.iter().filter_map(|a| Some((ended(a)?, a)));
        let (left_on, last) = left.max_by_key(|(left_on, _)| *left_on)?;
        Some((last.manager_id.as_str(), left_on))
    }
}

/// Something big that happened to a customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MajorEvent {
    /// The host's id.
    pub event_id: String,
    /// The customer.
    pub customer_id: String,
    /// Of which kind, in the host's words.
    pub kind: String,
    /// When it happened.
    pub occurred_on: Date,
    /// When the insurer knew; when it happened, if absent.
    pub known_on: Option<Date>,
}

impl MajorEvent {
    /// The day from which its report is counted.
    #[must_use]
    pub fn counted_from(&self) -> Date {
        self.known_on.unwrap_or(self.occurred_on)
    }
}

/// Something that was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// The host's id.
    pub id: String,
    /// By whom.
    pub manager_id: String,
    /// When.
    pub done_on: Date,
    /// What.
    pub work: Work,
}

/// What was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Work {
    /// A report on a period.
    Report {
        /// The rule.
        duty: String,
        /// The first day of the period.
        period: Date,
    },
    /// A contact with a customer.
    Contact {
        /// The customer.
        customer_id: String,
        /// Of which kind.
        contact: ContactKind,
    },
    /// A report on a major event.
    EventReport {
        /// The event.
        event_id: String,
        /// The counter-measures that it names.
        counter_measures: Vec<String>,
    },
}

/// Rules, managers, customers, major events and what was done, checked against each other.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DutyBook {
    /// The rules.
    pub(super) rules: Vec<DutyRule>,
    /// The managers with their posts, by id.
    pub(super) managers: BTreeMap<String, Posts>,
    pub(super) customers: BTreeMap<String, Customer>,
    pub(super) events: Vec<MajorEvent>,
    pub(super) log: Vec<Done>,
}
