//! The law of the register: everything that is wrong with facts, at once.

use super::facts::{Assignment, Customer, Manager};
use super::law::clashes;
use super::register::Facts;
use super::rules::MOST_EFFORT;
use crate::code;
use crate::organisation::OrgLevel;
use crate::rulebook::TIERS;
use insurant_rules::problem::nearest;
use insurant_rules::{Code, Place, Problem, Problems};
use std::collections::BTreeMap;

/// `front_line`: whether posts exist at front-line units only, as those of account managers do.
pub(super) fn check(facts: &Facts, front_line: bool) -> Result<(), Problems> {
    let mut check = Check {
        front_line,
        facts,
        customers: by_id(facts.customers.iter().map(|c| c.id.as_str())),
        managers: by_id(facts.managers.iter().map(|m| m.id.as_str())),
        problems: Problems::new(),
    };
    check.customers();
    check.managers();
    check.assignments();
    check.overlaps();
    check.contacts();
    check.distances();
    check.problems.or(())
}

/// The first position of each id.
fn by_id<'a>(ids: impl Iterator<Item = &'a str>) -> BTreeMap<&'a str, usize> {
    let mut first = BTreeMap::new();
    for (index, id) in ids.enumerate() {
        first.entry(id).or_insert(index);
    }
    first
}

struct Check<'a> {
    front_line: bool,
    facts: &'a Facts,
    customers: BTreeMap<&'a str, usize>,
    managers: BTreeMap<&'a str, usize>,
    problems: Problems,
}

impl<'a> Check<'a> {
    fn tell(&mut self, path: String, problem: Problem) {
        self.problems.push(problem.at(Place {
            path,
            ..Place::default()
        }));
    }

    fn twice(&mut self, list: &str, index: usize, field: &str, id: &str, first: usize) {
        let problem = Problem::new(code::DUPLICATE_ID, format!("`{id}` stands twice"))
            .remedy(format!("keep one of the two; the first is {list}[{first}]"));
        self.tell(format!("{list}[{index}].{field}"), problem);
    }

    fn unit(&mut self, path: impl Fn() -> String, unit: &str) -> bool {
        let known = self.facts.units.unit(unit).is_some();
        if !known {
            let problem = self.facts.units.unknown_unit(unit);
            self.tell(path(), problem);
        }
        known
    }

    fn manager(&mut self, path: impl Fn() -> String, id: &str) {
        if !self.managers.contains_key(id) {
            let problem = Problem::new(code::UNKNOWN_MANAGER, format!("no manager `{id}`"))
                .expected("the id of one of the managers")
                .nearest(nearest(id, self.managers.keys().copied()));
            self.tell(path(), problem);
        }
    }

    fn customer(&mut self, path: impl Fn() -> String, id: &str) {
        if !self.customers.contains_key(id) {
            let problem = Problem::new(code::UNKNOWN_CUSTOMER, format!("no customer `{id}`"))
                .expected("the id of one of the customers")
                .nearest(nearest(id, self.customers.keys().copied()));
            self.tell(path(), problem);
        }
    }

    fn positive(
        &mut self,
        code: Code,
        path: String,
        value: Option<i64>,
        (what, remedy): (&str, &str),
    ) {
        let wrong = value.filter(|value| !(1..=MOST_EFFORT).contains(value));
        if let Some(value) = wrong {
            let problem = Problem::new(code, format!("{what} of less than 1, or too large"))
                .found(value.to_string())
                .expected("a whole number from 1 to 1,000,000, or nothing for what the rules say")
                .remedy(remedy);
            self.tell(path, problem);
        }
    }

    fn customers(&mut self) {
        for (i, customer) in self.facts.customers.iter().enumerate() {
            let Customer { id, .. } = customer;
            match self.customers.get(id.as_str()) {
                Some(first) if *first != i => self.twice("customers", i, "customer_id", id, *first),
                _ => {}
            }
            if let Some(unit) = &customer.unit_id {
                self.unit(|| format!("customers[{i}].unit_id"), unit);
            }
            if let Some(tier) = customer
                .tier
                .as_deref()
                .filter(|tier| !TIERS.contains(tier))
            {
                let problem = Problem::new(
                    insurant_rules::code::UNKNOWN_MEMBER,
                    format!("no value tier `{tier}`"),
                )
                .expected(format!("one of {}", TIERS.join(", ")))
                .nearest(nearest(tier, TIERS.iter().copied()));
                self.tell(format!("customers[{i}].tier"), problem);
            }
            let path = format!("customers[{i}].effort");
            let remedy = "every customer is some work: leave the effort out for what the rules say";
            self.positive(
                code::NO_EFFORT,
                path,
                customer.effort,
                ("an effort", remedy),
            );
        }
    }

    fn managers(&mut self) {
        for (i, manager) in self.facts.managers.iter().enumerate() {
            let Manager { id, unit_id, .. } = manager;
            match self.managers.get(id.as_str()) {
                Some(first) if *first != i => self.twice("managers", i, "manager_id", id, *first),
                _ => {}
            }
            if self.unit(|| format!("managers[{i}].unit_id"), unit_id) {
                let level = self.facts.units.level(unit_id);
                if self.front_line && !matches!(level, Some(OrgLevel::County | OrgLevel::FrontLine))
                {
                    let found = level.map_or("", OrgLevel::as_str);
                    let problem = Problem::new(
                        code::NOT_FRONT_LINE,
                        format!("the post of `{id}` is not at a front-line unit"),
                    )
                    .found(format!("`{unit_id}` of level {found}"))
                    .expected("a unit of level county or front_line")
                    .remedy("posts of account managers exist only at grassroots units (A-34)");
                    self.tell(format!("managers[{i}].unit_id"), problem);
                }
            }
            let path = format!("managers[{i}].capacity");
            let remedy = "whoever has left has `until`; whoever shall take on nobody more has the effort of their book as capacity";
            self.positive(
                code::NO_CAPACITY,
                path,
                manager.capacity,
                ("a capacity", remedy),
            );
            if let Some(above) = &manager.reports_to {
                let path = || format!("managers[{i}].reports_to");
                if above == id {
                    let problem =
                        Problem::new(code::REPORTS_TO_SELF, format!("`{id}` reports to themself"))
                            .expected("the id of another manager, or nothing")
                            .remedy("name another manager, or leave it out");
                    self.tell(path(), problem);
                } else {
                    self.manager(path, above);
                }
            }
        }
        self.circles();
    }

    /// Managers who report to each other, each circle told once, at its first member.
    fn circles(&mut self) {
        let facts = self.facts;
        let above = |i: usize| {
            let above = facts.managers.get(i)?.reports_to.as_deref()?;
            self.managers.get(above).copied()
        };
        let mut seen = vec![usize::MAX; facts.managers.len()];
        let mut found = Vec::new();
        for start in 0..facts.managers.len() {
            let mut path = Vec::new();
            let mut next = Some(start);
            while let Some(i) = next {
                match seen.get_mut(i) {
                    Some(mark) if *mark == usize::MAX => *mark = start,
                    Some(mark) if *mark == start => {
                        let from = path.iter().position(|j| *j == i).unwrap_or(0);
                        found.push(path.split_off(from));
                        break;
                    }
                    _ => break,
                }
                path.push(i);
                next = above(i);
            }
        }
        for circle in found.into_iter().filter(|circle| circle.len() > 1) {
            let names = circle.iter().filter_map(|i| self.facts.managers.get(*i));
            let names: Vec<&str> = names.map(|m| m.id.as_str()).collect();
            let problem = Problem::new(code::REPORT_CYCLE, "managers report to each other")
                .found(names.join(" to "))
                .remedy("let one of them report to nobody, or to somebody outside the circle");
            let first = circle.iter().min().copied().unwrap_or(0);
            self.tell(format!("managers[{first}].reports_to"), problem);
        }
    }

    fn assignments(&mut self) {
        for (i, a) in self.facts.assignments.iter().enumerate() {
            let path = |field: &str| format!("assignments[{i}].{field}");
            self.customer(|| path("customer_id"), &a.customer_id);
            self.manager(|| path("manager_id"), &a.manager_id);
            if let Some(supervisor) = a.supervised_by.as_ref().filter(|by| **by != a.manager_id) {
                self.manager(|| path("supervised_by"), supervisor);
            }
            for (field, problem) in a.faults() {
                self.tell(path(field), problem);
            }
        }
    }

    /// Two managers of one customer on a day, neither under an exception.
    fn overlaps(&mut self) {
        let all = &self.facts.assignments;
        for (first, second) in clashes(all) {
            let Some((a, b)) = all.get(first).zip(all.get(second)) else {
                continue;
            };
            let end = |x: &Assignment| x.end().map_or("open".to_owned(), |end| end.to_string());
            let same = a.manager_id == b.manager_id;
            let (message, expected, remedy) = if same {
                (
                    format!(
                        "`{}` has `{}` twice on one day",
                        a.manager_id, a.customer_id
                    ),
                    "days of one customer and one manager of which none overlaps another",
                    "end the first on the day on which the second starts, or keep one of them",
                )
            } else {
                (
                    format!("`{}` has two managers on one day", a.customer_id),
                    "one manager a customer, a second one under an exception",
                    "end the first, or give one of them an exception with a reason and an end date",
                )
            };
            let problem = Problem::new(code::OVERLAPPING_ASSIGNMENTS, message)
                .found(format!(
                    "`{}` from {} to {}, and `{}` from {} to {} (assignments[{first}])",
                    b.manager_id,
                    b.from,
                    end(b),
                    a.manager_id,
                    a.from,
                    end(a),
                ))
                .expected(expected)
                .remedy(remedy);
            self.tell(format!("assignments[{second}].from"), problem);
        }
    }

    fn contacts(&mut self) {
        for (i, contact) in self.facts.contacts.iter().enumerate() {
            let path = |field: &str| format!("contacts[{i}].{field}");
            self.customer(|| path("customer_id"), &contact.customer_id);
            self.unit(|| path("unit_id"), &contact.unit_id);
            if let Some(manager) = &contact.manager_id {
                self.manager(|| path("manager_id"), manager);
            }
        }
    }

    fn distances(&mut self) {
        let mut known: BTreeMap<(&str, &str), usize> = BTreeMap::new();
        for (i, d) in self.facts.distances.iter().enumerate() {
            let (a, b) = (d.from.as_str(), d.to.as_str());
            let places = if a <= b { (a, b) } else { (b, a) };
            if let Some(first) = known.insert(places, i) {
                self.twice("distances", i, "to", &format!("{a} - {b}"), first);
            }
            if d.km < 0 {
                let problem = Problem::new(code::NEGATIVE_AMOUNT, "a distance below zero")
                    .found(d.km.to_string())
                    .expected("kilometres, from 0 up");
                self.tell(format!("distances[{i}].km"), problem);
            }
        }
    }
}
