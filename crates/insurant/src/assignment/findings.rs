//! Rules that what stands today breaks: a grade that is not enough any more, a book too large, a
//! post that has ended, a supervisor who has left.

use super::facts::{Assignment, Customer, Manager};
use super::plan::{Mode, Plan, Question};
use super::register::Register;
use super::rules::{AssignmentRules, Bar, Setting};
use crate::date::Date;
use std::collections::{BTreeMap, BTreeSet};

/// A present assignment that breaks a rule.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding<'r> {
    /// The customer; absent where the book as a whole is too large.
    pub customer_id: Option<&'r str>,
    /// The manager who holds the customer.
    pub manager_id: &'r str,
    /// The rule.
    pub rule: Bar<'r>,
    /// The supervisor that the assignment names, where the rule asks about supervision.
    pub supervised_by: Option<&'r str>,
    /// Who may supervise instead by the rules: the manager whom the holder reports to.
    pub instead: Option<&'r str>,
}

impl Register {
    /// Every rule that the assignments in force on a day break: by customer, then by manager, and
    /// books that are larger than their manager's capacity first. Whoever helps under an exception is
    /// judged as well; only the responsible manager's load counts the customer.
    ///
    /// # Example
    /// A junior looks after a key customer alone.
    /// ```
    /// use insurant::assignment::{Assignment, Customer, Facts, Manager, Register};
    /// use insurant::manager::ManagerGrade;
    /// use insurant::organisation::{OrgLevel, Organisation, Unit};
    /// use insurant::{Category, Date, Engine};
    ///
    /// let day = Date::parse("2026-07-01")?;
    /// let register = Register::new(Facts {
    ///     units: Organisation::new(vec![
    ///         Unit::new("HO", "Head office", OrgLevel::HeadOffice),
    ///         Unit::new("S1", "Service point 1", OrgLevel::FrontLine).under("HO"),
    ///     ])?,
    ///     customers: vec![Customer { category: Some(Category::Key), ..Customer::new("C-1") }],
    ///     managers: vec![Manager::new("bo", ManagerGrade::Junior, "S1")],
    ///     assignments: vec![Assignment::new("C-1", "bo", Date::parse("2026-01-01")?)],
    ///     contacts: vec![],
    ///     distances: vec![],
    /// })?;
    /// let engine = Engine::builtin()?;
    /// let rules = engine.assignment_rules("example-assignment", day)?;
    /// let findings = register.findings(rules, day);
    /// assert_eq!(findings.len(), 1);
    /// assert!(findings[0].rule.word().starts_with("least_grade:"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn findings<'r>(&'r self, rules: &'r AssignmentRules, on: Date) -> Vec<Finding<'r>> {
        let setting = Setting {
            register: self,
            on,
            leaver: None,
        };
        let mut found = self.broken(rules, &setting);
        let mut loads: BTreeMap<&str, i64> = BTreeMap::new();
        for customer in &self.customers {
            if let Some(held) = self.responsible(&customer.id, on) {
                *loads.entry(&held.manager_id).or_default() += rules.effort(customer);
            }
        }
        for manager in &self.managers {
            let load = loads.get(manager.id.as_str()).copied().unwrap_or(0);
            if rules.capacity(manager).is_some_and(|most| load > most) {
                found.push(too_much(&manager.id));
            }
        }
        found.sort();
        found
    }

    /// What a plan leaves as it is although a rule is broken: the plan places the others by the rules.
    pub(super) fn left_broken<'r>(
        &'r self,
        rules: &'r AssignmentRules,
        question: &'r Question,
        plan: &Plan<'r>,
    ) -> Vec<Finding<'r>> {
        let leaver = match &question.mode {
            Mode::Leaver(id) => Some(id.as_str()),
            Mode::Assign | Mode::Rebalance => None,
        };
        let setting = Setting {
            register: self,
            on: question.on,
            leaver,
        };
        let placed = plan.placements.iter().map(|p| p.id);
        let planned: BTreeSet<&str> = placed.chain(plan.unplaced.iter().map(|u| u.id)).collect();
        let mut found = self.broken(rules, &setting);
        found.retain(|finding| finding.customer_id.is_none_or(|id| !planned.contains(id)));
        for load in &plan.loads {
            if load.capacity.is_some_and(|most| load.after > most) {
                found.push(too_much(load.manager_id));
            }
        }
        found.sort();
        found
    }

    fn broken<'r>(&'r self, rules: &'r AssignmentRules, setting: &Setting<'r>) -> Vec<Finding<'r>> {
        let mut found = Vec::new();
        for customer in &self.customers {
            let all = self.of_customer(&customer.id).iter();
            for held in all.filter(|a| a.covers(setting.on)) {
                if let Some(manager) = self.manager(&held.manager_id) {
                    judge(rules, setting, customer, manager, held, &mut found);
                }
            }
        }
        found
    }
}

const fn too_much(manager_id: &str) -> Finding<'_> {
    Finding {
        customer_id: None,
        manager_id,
        rule: Bar::Capacity,
        supervised_by: None,
        instead: None,
    }
}

fn judge<'r>(
    rules: &'r AssignmentRules,
    setting: &Setting<'r>,
    customer: &'r Customer,
    manager: &'r Manager,
    held: &'r Assignment,
    into: &mut Vec<Finding<'r>>,
) {
    let plain = |rule| Finding {
        customer_id: Some(&customer.id),
        manager_id: &manager.id,
        rule,
        supervised_by: None,
        instead: None,
    };
    // Of a post that has ended, and of a book that is handed over, nothing more need be said.
    if let Some(absent) = setting.absent(manager) {
        into.push(plain(absent));
        return;
    }
    let mut bars = rules.found(setting, customer, manager).bars;
    bars.retain(|bar| !matches!(bar, Bar::LeastGrade(_)));
    into.extend(bars.into_iter().map(plain));
    // Who may supervise is asked of whoever does, else of whoever they report to.
    let by_report = rules.supervision(setting, customer, manager, manager.reports_to.as_deref());
    let Some(named) = held.supervised_by.as_deref() else {
        into.extend(by_report.err().map(plain));
        return;
    };
    let gone = setting
        .register
        .manager(named)
        .is_none_or(|above| setting.absent(above).is_some());
    let by_named = rules.supervision(setting, customer, manager, Some(named));
    let instead = by_report.ok().flatten().filter(|above| *above != named);
    let about = |rule| Finding {
        supervised_by: Some(named),
        instead,
        ..plain(rule)
    };
    into.extend(gone.then_some(Bar::Supervisor).map(about));
    into.extend(by_named.err().map(about));
}
