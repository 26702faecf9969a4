//! What is owed on a day.

use super::book::{Customer, Done, DutyBook, MajorEvent, Work};
use super::item::{DutyItem, DutyState};
use super::rule::{DutyRule, Every, Owed, is_asked};
use super::{ContactKind, DutyKind};
use crate::date::Date;
use crate::manager::Posts;
use insurant_rules::Problem;
use insurant_rules::order::InOrder;
use std::collections::{BTreeMap, BTreeSet};

/// What was done before the day asked for, by what it is about.
struct Log<'a> {
    reports: BTreeMap<(&'a str, &'a str, Date), Date>,
    contacts: BTreeMap<(&'a str, ContactKind), BTreeSet<Date>>,
    /// The first report, and the first with counter-measures.
    events: BTreeMap<&'a str, [Option<Date>; 2]>,
}

impl<'a> Log<'a> {
    fn before(log: &'a [Done], day: Date) -> Self {
        let mut before = Self {
            reports: BTreeMap::new(),
            contacts: BTreeMap::new(),
            events: BTreeMap::new(),
        };
        for done in log.iter().filter(|done| done.done_on < day) {
            let on = done.done_on;
            match &done.work {
                Work::Report { duty, period } => {
                    let key = (done.manager_id.as_str(), duty.as_str(), *period);
                    let first = before.reports.entry(key).or_insert(on);
                    *first = on.min(*first);
                }
                Work::Contact {
                    customer_id,
                    contact,
                } => {
                    let key = (customer_id.as_str(), *contact);
                    before.contacts.entry(key).or_default().insert(on);
                }
                Work::EventReport {
                    event_id,
                    counter_measures,
                } => {
                    let [any, complete] = before.events.entry(event_id).or_default();
                    let earlier = |first: Option<Date>| first.into_iter().chain([on]).min();
                    *any = earlier(*any);
                    if !counter_measures.is_empty() {
                        *complete = earlier(*complete);
                    }
                }
            }
        }
        before
    }

    /// The first contact of some kinds on a day or later.
    fn contact(&self, customer: &str, kinds: &BTreeSet<ContactKind>, from: Date) -> Option<Date> {
        let first = |kind: &ContactKind| {
            let days = self.contacts.get(&(customer, *kind))?;
            days.range(from..).next().copied()
        };
        kinds.iter().filter_map(first).min()
    }
}

/// What an item is about, before it is known how it stands.
struct Case<'a> {
    rule: &'a DutyRule,
    opens_on: Date,
    due_on: Result<Date, Problem>,
    done_on: Option<Date>,
    /// The day on which whoever should have done it handed the customer over.
    handed_on: Option<Date>,
    /// Whether it was overdue when it was taken over.
    taken_over: bool,
}

impl DutyBook {
    /// Everything owed with a due day from `from` up to, or open on, a day, in order of manager and
    /// of the day from which it is counted.
    ///
    /// # Example
    /// ```
    /// use insurant::Date;
    /// use insurant::complaint::clock::Roll;
    /// use insurant::manager::duties::{DutyBook, DutyRule, DutyState, Every, Owed};
    /// use insurant::manager::{Post, Posts};
    ///
    /// let day = |text| Date::parse(text);
    /// let report = DutyRule {
    ///     id: "monthly_report".into(),
    ///     owed: Owed::Report { every: Every::Month, due_day: 10 },
    ///     roll: Roll::None,
    ///     calendar: None,
    ///     due_days: None,
    ///     missing_after_days: None,
    /// };
    /// let post = Post { unit_id: "JX1".into(), from: day("2025-01-01")?, to: None };
    /// let managers = vec![("M1".into(), Posts::new(vec![post])?)];
    /// let book = DutyBook::new(vec![report], managers, vec![], vec![], vec![])?;
    /// let states: Vec<DutyState> = book
    ///     .items(day("2025-04-05")?, day("2025-01-01")?)
    ///     .iter()
    ///     .map(|item| item.state)
    ///     .collect();
    /// // Of January, February and March.
    /// assert_eq!(states, [DutyState::Missing, DutyState::Overdue, DutyState::Due]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn items(&self, as_of: Date, from: Date) -> Vec<DutyItem> {
        let log = Log::before(&self.log, as_of);
        let mut items = Vec::new();
        for rule in &self.rules {
            match &rule.owed {
                Owed::Report { every, .. } => {
                    for (id, posts) in &self.managers {
                        let reports = Reports {
                            every: *every,
                            id,
                            posts,
                            log: &log,
                        };
                        items.extend(reports.items(rule, as_of, from));
                    }
                }
                Owed::Contact {
                    contacts,
                    categories,
                    tiers,
                    ..
                } => {
                    let asked = self.customers.values().filter(|customer| {
                        is_asked(categories.as_ref(), customer.category.as_deref())
                            && is_asked(tiers.as_ref(), customer.tier.as_deref())
                    });
                    for customer in asked {
                        items.extend(self.contacts(rule, contacts, customer, &log, as_of, from));
                    }
                }
                Owed::Event {
                    events,
                    counter_measures,
                    ..
                } => {
                    let asked = self.events.iter().filter(|event| {
                        event.occurred_on < as_of && is_asked(events.as_ref(), Some(&event.kind))
                    });
                    for event in asked {
                        let complete = *counter_measures;
                        items.extend(self.event(rule, event, complete, &log, as_of, from));
                    }
                }
            }
        }
        items.order_by(DutyItem::order);
        items
    }

    /// The contacts with one customer: each counts from the one before.
    fn contacts(
        &self,
        rule: &DutyRule,
        kinds: &BTreeSet<ContactKind>,
        customer: &Customer,
        log: &Log<'_>,
        as_of: Date,
        from: Date,
    ) -> Vec<DutyItem> {
        let mut items = Vec::new();
        let first = customer.assignments.iter().map(|a| a.from).min();
        let Some(mut opens_on) = first.filter(|first| *first <= as_of) else {
            return items;
        };
        // A contact on the first day counts; on the day of the one before it is the same contact.
        let mut after = opens_on;
        let mut taken_over = false;
        loop {
            let due_on = rule.due_after(opens_on);
            let handed_on = handed_over(customer, &due_on, as_of);
            let done_on = log.contact(&customer.customer_id, kinds, after);
            let done_on = before(done_on, handed_on);
            let case = Case {
                rule,
                opens_on,
                due_on,
                done_on,
                handed_on,
                taken_over,
            };
            if let Some(item) = case.item(as_of, from) {
                items.push(self.owed_by(item, customer));
            }
            (opens_on, after, taken_over) = match (done_on, handed_on) {
                (Some(done), _) => (done, done.add_days(1), false),
                // Whoever takes over starts as with a first assignment.
                (None, Some(handed)) => (handed, handed, true),
                (None, None) => return items,
            };
        }
    }

    /// The report on one event, and whoever it was handed over to while it was overdue.
    fn event(
        &self,
        rule: &DutyRule,
        event: &MajorEvent,
        complete: bool,
        log: &Log<'_>,
        as_of: Date,
        from: Date,
    ) -> Vec<DutyItem> {
        let mut items = Vec::new();
        let Some(customer) = self.customers.get(&event.customer_id) else {
            return items;
        };
        let reports = log.events.get(event.event_id.as_str());
        let [any, with_measures] = reports.copied().unwrap_or_default();
        let mut opens_on = event.counted_from();
        let mut taken_over = false;
        loop {
            let due_on = rule.due_after(opens_on);
            let handed_on = handed_over(customer, &due_on, as_of);
            let done_on = before(if complete { with_measures } else { any }, handed_on);
            let case = Case {
                rule,
                opens_on,
                due_on,
                done_on,
                handed_on,
                taken_over,
            };
            let lacks = complete && done_on.is_none() && before(any, handed_on).is_some();
            items.extend(case.item(as_of, from).map(|item| DutyItem {
                event_id: Some(event.event_id.clone()),
                lacks_counter_measures: lacks,
                ..self.owed_by(item, customer)
            }));
            let (None, Some(handed)) = (done_on, handed_on) else {
                return items;
            };
            (opens_on, taken_over) = (handed, true);
        }
    }

    /// The same, owed by whoever is responsible for a customer on the due day; where nobody is, by
    /// the unit of whoever was last.
    fn owed_by(&self, item: DutyItem, customer: &Customer) -> DutyItem {
        let day = *item.due_on.as_ref().unwrap_or(&item.opens_on);
        let manager = customer.manager_on(day);
        let last = || {
            let (manager, left_on) = customer.last_before(day)?;
            Some((manager, left_on.add_days(-1)))
        };
        let held = manager.map(|id| (id, day)).or_else(last);
        let unit = held.and_then(|(id, day)| self.managers.get(id)?.unit_on(day));
        DutyItem {
            manager_id: manager.map(str::to_owned),
            unit_id: unit.map(str::to_owned),
            customer_id: Some(customer.customer_id.clone()),
            ..item
        }
    }
}

/// The day, up to the one asked for, on which whoever owed something on its due day handed the
/// customer over.
fn handed_over(customer: &Customer, due_on: &Result<Date, Problem>, as_of: Date) -> Option<Date> {
    let handed = customer.handed_over_after(*due_on.as_ref().ok()?)?;
    (handed <= as_of).then_some(handed)
}

/// What was done before a handover: what is done from then on is of whoever took over.
fn before(done: Option<Date>, handed: Option<Date>) -> Option<Date> {
    done.filter(|done| handed.is_none_or(|handed| *done < handed))
}

/// The reports of one manager.
struct Reports<'a> {
    every: Every,
    id: &'a str,
    posts: &'a Posts,
    log: &'a Log<'a>,
}

impl Reports<'_> {
    fn items(&self, rule: &DutyRule, as_of: Date, from: Date) -> Vec<DutyItem> {
        let mut items = Vec::new();
        let Some(first) = self.posts.all().first() else {
            return items;
        };
        // Reports of periods that ended long before are due before `from` whatever the roll.
        let length = i32::try_from(self.every.months()).unwrap_or(12);
        let earliest = first.from.max(from.add_months(-length - 3));
        let mut start = self.every.start(earliest);
        while self.every.end(start) <= as_of && self.every.end(start) > start {
            let end = self.every.end(start);
            let due_on = rule.report_due(start);
            let day = *due_on.as_ref().unwrap_or(&end);
            let served = self
                .posts
                .all()
                .iter()
                .any(|post| post.from < end && post.to.is_none_or(|to| start < to));
            let unit = self.posts.unit_on(day).filter(|_| served);
            if let Some(unit) = unit {
                let key = (self.id, rule.id.as_str(), start);
                let case = Case {
                    rule,
                    opens_on: end,
                    due_on,
                    done_on: self.log.reports.get(&key).copied(),
                    handed_on: None,
                    taken_over: false,
                };
                items.extend(case.item(as_of, from).map(|item| DutyItem {
                    manager_id: Some(self.id.to_owned()),
                    unit_id: Some(unit.to_owned()),
                    period: Some(start),
                    ..item
                }));
            }
            start = end;
        }
        items
    }
}

impl Case<'_> {
    /// How it stands on a day; nothing where it is not listed.
    fn item(self, as_of: Date, from: Date) -> Option<DutyItem> {
        let (state, late) = match (&self.due_on, self.done_on, self.handed_on) {
            (Ok(due), _, _) if *due < from => return None,
            (_, None, _) if self.opens_on > as_of => return None,
            (Err(_), _, _) => (DutyState::Undetermined, None),
            (Ok(due), Some(done), _) if done <= *due => (DutyState::Done, None),
            (Ok(due), Some(done), _) => (DutyState::DoneLate, days(*due, done)),
            // Late as long as it was theirs to do.
            (Ok(due), None, Some(handed)) => (DutyState::Missing, days(*due, handed)),
            (Ok(due), None, None) if as_of <= *due => {
                // What was overdue already stays in view whatever the lead.
                let lead = self.rule.due_days.filter(|_| !self.taken_over);
                let lead = lead.map(|lead| due.add_days(-i32::try_from(lead).unwrap_or(i32::MAX)));
                if lead.is_some_and(|listed_from| as_of < listed_from) {
                    return None;
                }
                (DutyState::Due, None)
            }
            (Ok(due), None, None) => {
                let missing = self.rule.missing_after(self.opens_on, *due);
                let state = if missing.is_some_and(|missing| missing < as_of) {
                    DutyState::Missing
                } else {
                    DutyState::Overdue
                };
                (state, days(*due, as_of))
            }
        };
        Some(DutyItem {
            duty: self.rule.id.clone(),
            kind: self.kind(),
            manager_id: None,
            unit_id: None,
            customer_id: None,
            event_id: None,
            period: None,
            opens_on: self.opens_on,
            due_on: self.due_on.map_err(Box::new),
            state,
            done_on: self.done_on,
            lacks_counter_measures: false,
            days_late: late,
        })
    }

    const fn kind(&self) -> DutyKind {
        self.rule.kind()
    }
}

fn days(from: Date, to: Date) -> Option<u32> {
    u32::try_from(to.days() - from.days()).ok()
}
