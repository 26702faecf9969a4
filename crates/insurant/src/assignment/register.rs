//! The register: who looks after whom, on any day.

use super::check;
use super::facts::{Assignment, Contact, Customer, Distance, Manager};
use crate::date::Date;
use crate::organisation::Organisation;
use insurant_rules::Problems;
use insurant_rules::order::InOrder;
use std::collections::HashMap;

/// What a register is made of.
#[derive(Debug, Clone)]
pub struct Facts {
    /// The tree of units.
    pub units: Organisation,
    /// The customers, in any order.
    pub customers: Vec<Customer>,
    /// The managers, in any order.
    pub managers: Vec<Manager>,
    /// Who was assigned to whom, in any order.
    pub assignments: Vec<Assignment>,
    /// The contact log, in any order.
    pub contacts: Vec<Contact>,
    /// How far places are from each other.
    pub distances: Vec<Distance>,
}

/// Assignments that keep the law: one manager a customer on any day, a second one only under an
/// exception with a reason and an end (A-27).
///
/// # Example
/// ```
/// use insurant::Date;
/// use insurant::assignment::{Assignment, Customer, Facts, Manager, Register};
/// use insurant::manager::ManagerGrade;
/// use insurant::organisation::{OrgLevel, Organisation, Unit};
///
/// let day = |text| Date::parse(text).unwrap();
/// let facts = Facts {
///     units: Organisation::new(vec![
///         Unit::new("HO", "Head office", OrgLevel::HeadOffice),
///         Unit::new("S1", "Service point 1", OrgLevel::FrontLine).under("HO"),
///     ])?,
///     customers: vec![Customer::new("C-1"), Customer::new("C-2")],
///     managers: vec![Manager::new("M-1", ManagerGrade::Senior, "S1")],
///     assignments: vec![Assignment::new("C-1", "M-1", day("2026-01-01"))],
///     contacts: vec![],
///     distances: vec![],
/// };
/// let register = Register::new(facts)?;
/// let on = day("2026-03-01");
/// assert_eq!(register.responsible("C-1", on).unwrap().manager_id, "M-1");
/// assert_eq!(register.unassigned(on).map(|c| c.id.as_str()).collect::<Vec<_>>(), ["C-2"]);
/// # Ok::<(), insurant::Problems>(())
/// ```
#[derive(Debug, Clone)]
pub struct Register {
    pub(super) units: Organisation,
    /// By id.
    pub(super) customers: Vec<Customer>,
    /// By id.
    pub(super) managers: Vec<Manager>,
    /// By customer, then by the first day, then by manager.
    pub(super) assignments: Vec<Assignment>,
    pub(super) contacts: Vec<Contact>,
    /// By both places, the smaller first.
    pub(super) distances: HashMap<(String, String), i64>,
}

/// A customer passed from one manager to another, or to none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Handover<'a> {
    /// The first day of the new state.
    pub on: Date,
    /// Who looked after the customer the day before.
    pub from: Option<&'a str>,
    /// Who does from that day on.
    pub to: Option<&'a str>,
}

impl Register {
    /// Checks the facts.
    ///
    /// # Errors
    /// Everything that is wrong with them, at paths such as `assignments[3].to`.
    pub fn new(facts: Facts) -> Result<Self, Problems> {
        check::check(&facts, true)?;
        Ok(Self::checked(facts))
    }

    /// The same for people who take tasks, whose posts may be at any unit.
    ///
    /// # Errors
    /// Everything that is wrong with the facts.
    pub fn of_staff(facts: Facts) -> Result<Self, Problems> {
        check::check(&facts, false)?;
        Ok(Self::checked(facts))
    }

    fn checked(facts: Facts) -> Self {
        let Facts {
            units,
            mut customers,
            mut managers,
            mut assignments,
            mut contacts,
            distances,
        } = facts;
        customers.order_by(|a, b| a.id.cmp(&b.id));
        managers.order_by(|a, b| a.id.cmp(&b.id));
        assignments.order_by(|a, b| {
            let key = |x: &'_ Assignment| (x.from, x.exception.is_some());
            a.customer_id
                .cmp(&b.customer_id)
                .then_with(|| key(a).cmp(&key(b)))
                .then_with(|| a.manager_id.cmp(&b.manager_id))
        });
        contacts.order_by(|a, b| {
            (&a.customer_id, a.on, &a.unit_id, &a.manager_id).cmp(&(
                &b.customer_id,
                b.on,
                &b.unit_id,
                &b.manager_id,
            ))
        });
        let distances = distances.into_iter().map(|d| {
            let places = if d.from <= d.to {
                (d.from, d.to)
            } else {
                (d.to, d.from)
            };
            (places, d.km)
        });
        Self {
            units,
            customers,
            managers,
            assignments,
            contacts,
            distances: distances.collect(),
        }
    }

    /// The units.
    #[must_use]
    pub const fn units(&self) -> &Organisation {
        &self.units
    }

    /// The customers, by id.
    #[must_use]
    pub fn customers(&self) -> &[Customer] {
        &self.customers
    }

    /// The managers, by id.
    #[must_use]
    pub fn managers(&self) -> &[Manager] {
        &self.managers
    }

    /// A manager.
    #[must_use]
    pub fn manager(&self, id: &str) -> Option<&Manager> {
        let found = self.managers.binary_search_by(|m| m.id.as_str().cmp(id));
        found.ok().and_then(|i| self.managers.get(i))
    }

    /// A customer.
    #[must_use]
    pub fn customer(&self, id: &str) -> Option<&Customer> {
        let found = self.customers.binary_search_by(|c| c.id.as_str().cmp(id));
        found.ok().and_then(|i| self.customers.get(i))
    }

    /// The assignments of a customer, by their first day.
    #[must_use]
    pub fn of_customer(&self, customer_id: &str) -> &[Assignment] {
        let from = self
            .assignments
            .partition_point(|a| a.customer_id.as_str() < customer_id);
        let to = self
            .assignments
            .partition_point(|a| a.customer_id.as_str() <= customer_id);
        self.assignments.get(from..to).unwrap_or_default()
    }

    /// Whoever is assigned on a day and still there: the responsible manager, and those under an
    /// exception; by customer, the responsible one first.
    pub fn at(&self, day: Date) -> impl Iterator<Item = &Assignment> {
        self.customers.iter().flat_map(move |customer| {
            let mut active: Vec<&Assignment> = self.active(&customer.id, day).collect();
            active.order_by_key(|a| (a.exception.is_some(), a.from));
            active
        })
    }

    fn active(&self, customer_id: &str, day: Date) -> impl Iterator<Item = &Assignment> {
        let all = self.of_customer(customer_id).iter();
        all.filter(move |a| {
            let there = self.manager(&a.manager_id).is_some_and(|m| m.is_there(day));
            there && a.covers(day)
        })
    }

    /// The one manager who answers for a customer on a day: the one without an exception, else the
    /// one who came first.
    #[must_use]
    pub fn responsible(&self, customer_id: &str, day: Date) -> Option<&Assignment> {
        self.active(customer_id, day)
            .min_by_key(|a| (a.exception.is_some(), a.from))
    }

    /// The customers that a manager answers for on a day, by id.
    pub fn book<'a>(
        &'a self,
        manager_id: &'a str,
        day: Date,
    ) -> impl Iterator<Item = &'a Customer> {
        self.customers.iter().filter(move |customer| {
            self.responsible(&customer.id, day)
                .is_some_and(|a| a.manager_id == manager_id)
        })
    }

    /// The customers that nobody answers for on a day, by id.
    pub fn unassigned(&self, day: Date) -> impl Iterator<Item = &Customer> {
        let free = move |c: &&Customer| self.responsible(&c.id, day).is_none();
        self.customers.iter().filter(free)
    }

    /// Every change of the responsible manager of a customer, in order of day.
    #[must_use]
    pub fn history(&self, customer_id: &str) -> Vec<Handover<'_>> {
        let all = self.of_customer(customer_id);
        let left = |a: &Assignment| self.manager(&a.manager_id).and_then(|m| m.until);
        let mut days: Vec<Date> = all
            .iter()
            .flat_map(|a| [Some(a.from), a.end(), left(a)])
            .flatten()
            .collect();
        days.order();
        days.dedup();
        let mut handovers = Vec::new();
        let mut before: Option<&str> = None;
        for on in days {
            let now = self
                .responsible(customer_id, on)
                .map(|a| a.manager_id.as_str());
            if now != before {
                handovers.push(Handover {
                    on,
                    from: before,
                    to: now,
                });
                before = now;
            }
        }
        handovers
    }

    /// Kilometres between two places; a place is at no distance from itself.
    #[must_use]
    pub fn distance(&self, one: &str, other: &str) -> Option<i64> {
        if one == other {
            return Some(0);
        }
        let (a, b) = if one <= other {
            (one, other)
        } else {
            (other, one)
        };
        self.distances.get(&(a.to_owned(), b.to_owned())).copied()
    }
}
