//! Two units, or two managers, working one customer on a day.

use super::facts::{Assignment, Contact};
use super::register::Register;
use crate::date::Date;
use insurant_rules::order::InOrder;
use std::collections::BTreeSet;

/// Where a conflict shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Seen {
    /// Two assignments hold on the same days.
    Assignments,
    /// The contact log names somebody beside those who are assigned.
    Contacts,
}

impl Seen {
    /// The word.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Assignments => "assignments",
            Self::Contacts => "contacts",
        }
    }
}

/// Two units, or two managers, on one customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// The customer.
    pub customer_id: String,
    /// The first day.
    pub from: Date,
    /// The first day after it; absent: until further notice.
    pub to: Option<Date>,
    /// Where it shows.
    pub seen: Seen,
    /// The units, by id.
    pub units: Vec<String>,
    /// The managers, by id.
    pub managers: Vec<String>,
    /// The reason of the exception that allows it.
    pub excused: Option<String>,
}

impl Register {
    /// Every conflict from one day up to another, by customer, then by day.
    #[must_use]
    pub fn conflicts(&self, from: Date, to: Date) -> Vec<Conflict> {
        let mut all = Vec::new();
        for customer in &self.customers {
            let held = self.of_customer(&customer.id);
            for (i, a) in held.iter().enumerate() {
                let later = held.iter().skip(i + 1);
                all.extend(later.filter_map(|b| self.both(a, b, from, to)));
            }
        }
        let days = self
            .contacts
            .chunk_by(|a, b| a.customer_id == b.customer_id && a.on == b.on);
        all.extend(days.filter_map(|day| self.worked(day, from, to)));
        all.order_by(|a, b| {
            (&a.customer_id, a.from, a.seen, &a.managers).cmp(&(
                &b.customer_id,
                b.from,
                b.seen,
                &b.managers,
            ))
        });
        all
    }

    fn unit_of(&self, manager_id: &str) -> Option<&str> {
        self.manager(manager_id).map(|m| m.unit_id.as_str())
    }

    fn both(&self, a: &Assignment, b: &Assignment, from: Date, to: Date) -> Option<Conflict> {
        let start = a.from.max(b.from).max(from);
        let end = [a.end(), b.end()].into_iter().flatten().min();
        if !a.overlaps(b) || start >= to || end.is_some_and(|end| end <= start) {
            return None;
        }
        let managers = BTreeSet::from([a.manager_id.as_str(), b.manager_id.as_str()]);
        let units: BTreeSet<&str> = managers.iter().filter_map(|m| self.unit_of(m)).collect();
        let exceptions = [a, b].into_iter().filter_map(|x| x.exception.as_ref());
        Some(Conflict {
            customer_id: a.customer_id.clone(),
            from: start,
            to: end,
            seen: Seen::Assignments,
            units: owned(units),
            managers: owned(managers),
            excused: exceptions.map(|e| e.reason.clone()).next(),
        })
    }

    /// The contacts of one customer on one day, beside those who are assigned.
    fn worked(&self, day: &[Contact], from: Date, to: Date) -> Option<Conflict> {
        let first = day.first()?;
        if first.on < from || first.on >= to {
            return None;
        }
        let next = Some(first.on.add_days(1));
        let held = self.of_customer(&first.customer_id).iter();
        let held: Vec<&Assignment> = held.filter(|a| a.covers(first.on)).collect();
        let mut managers: BTreeSet<&str> = held.iter().map(|a| a.manager_id.as_str()).collect();
        let mut units: BTreeSet<&str> = managers.iter().filter_map(|m| self.unit_of(m)).collect();
        // A supervisor works beside the one who learns.
        let supervisors = held.iter().filter_map(|a| a.supervised_by.as_deref());
        let supervisors: BTreeSet<&str> = supervisors.collect();
        let (assigned_managers, assigned_units) = (managers.clone(), units.clone());
        for contact in day {
            match contact.manager_id.as_deref() {
                Some(manager) if supervisors.contains(manager) => continue,
                Some(manager) => managers.insert(manager),
                None => false,
            };
            units.insert(&contact.unit_id);
        }
        let stranger = managers != assigned_managers || units != assigned_units;
        if !stranger || managers.len() < 2 && units.len() < 2 {
            return None;
        }
        Some(Conflict {
            customer_id: first.customer_id.clone(),
            from: first.on,
            to: next,
            seen: Seen::Contacts,
            units: owned(units),
            managers: owned(managers),
            excused: None,
        })
    }
}

fn owned(ids: BTreeSet<&str>) -> Vec<String> {
    ids.into_iter().map(str::to_owned).collect()
}
