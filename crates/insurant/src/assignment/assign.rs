//! Customers to managers.

use super::facts::{Customer, Manager};
use super::matrix::{Matrix, number};
use super::plan::{Mode, Plan, Question};
use super::reasons::{self, Subjects};
use super::register::Register;
use super::rules::{AssignmentRules, Bar, Found, Setting};
use super::solve::{self, Bin, Instance, Item};
use crate::code;
use crate::progress::Progress;
use insurant_rules::problem::nearest;
use insurant_rules::{Place, Problem, Problems};

impl Register {
    /// Who shall look after whom, by the rules.
    ///
    /// # Errors
    /// A leaver or a branch that there is not; that the caller ended the call (`cancelled`).
    pub fn solve<'r>(
        &'r self,
        rules: &'r AssignmentRules,
        question: &'r Question,
        progress: &mut dyn Progress,
    ) -> Result<Plan<'r>, Problems> {
        self.check_question(question)?;
        let work = Work::new(self, rules, question);
        let instance = work.instance();
        let solved = solve::solve(&instance, progress).map_err(|_| cancelled())?;
        let mut plan = reasons::plan(&work, &instance, &solved);
        plan.findings = self.left_broken(rules, question, &plan);
        Ok(plan)
    }

    fn check_question(&self, question: &Question) -> Result<(), Problems> {
        let mut problems = Problems::new();
        let at = |path: &str| Place {
            path: path.to_owned(),
            ..Place::default()
        };
        if let Mode::Leaver(id) = &question.mode
            && self.manager(id).is_none()
        {
            let ids = self.managers.iter().map(|m| m.id.as_str());
            let problem = Problem::new(code::UNKNOWN_MANAGER, format!("no manager `{id}`"))
                .expected("the id of one of the managers")
                .nearest(nearest(id, ids));
            problems.push(problem.at(at("leaver")));
        }
        if let Some(unit) = &question.unit
            && self.units.unit(unit).is_none()
        {
            problems.push(self.units.unknown_unit(unit).at(at("unit")));
        }
        problems.or(())
    }
}

/// What to say of a call that was ended.
pub(super) fn cancelled() -> Problems {
    Problem::new(code::CANCELLED, "the call was cancelled")
        .remedy("ask again, and let it finish")
        .into()
}

/// The customers that may be moved, and everybody who may take them.
struct Work<'r> {
    customers: Vec<&'r Customer>,
    present: Vec<Option<u32>>,
    matrix: Matrix<'r>,
    /// By manager: the effort of customers that stay, and how many they are.
    kept: Vec<(i64, u64)>,
    before: Vec<i64>,
}

impl<'r> Work<'r> {
    fn new(register: &'r Register, rules: &'r AssignmentRules, question: &'r Question) -> Self {
        let leaver = match &question.mode {
            Mode::Leaver(id) => Some(id.as_str()),
            _ => None,
        };
        let setting = Setting {
            register,
            on: question.on,
            leaver,
        };
        let inside = |unit: &str| {
            let branch = question.unit.as_deref();
            branch.is_none_or(|branch| register.units.is_or_above(branch, unit))
        };
        let managers = register.managers();
        let position = |id: &str| managers.binary_search_by(|m| m.id.as_str().cmp(id)).ok();
        let (mut customers, mut present) = (Vec::new(), Vec::new());
        let mut kept = vec![(0_i64, 0_u64); managers.len()];
        let mut before = vec![0_i64; managers.len()];
        for customer in register.customers() {
            let held = register.responsible(&customer.id, question.on);
            let holder = held.and_then(|a| position(&a.manager_id));
            let manager = holder.and_then(|i| managers.get(i));
            let own_branch = || customer.unit_id.as_deref().is_none_or(inside);
            let free = match (&question.mode, manager) {
                (Mode::Assign, None) | (Mode::Rebalance, None) => own_branch(),
                (Mode::Leaver(id), Some(manager)) => manager.id == *id,
                (Mode::Rebalance, Some(manager)) => inside(&manager.unit_id),
                (Mode::Assign, Some(_)) | (Mode::Leaver(_), None) => false,
            };
            let effort = rules.effort(customer);
            if let Some(i) = holder {
                if let Some(before) = before.get_mut(i) {
                    *before += effort;
                }
                if let Some((load, count)) = kept.get_mut(i).filter(|_| !free) {
                    *load += effort;
                    *count += 1;
                }
            }
            if free {
                customers.push(customer);
                present.push(holder.map(number));
            }
        }
        let barred = managers.iter().map(|manager| {
            let outside = || (!inside(&manager.unit_id)).then_some(Bar::OutsideBranch);
            let unable = || rules.capacity(manager).is_none().then_some(Bar::NoCapacity);
            setting.absent(manager).or_else(outside).or_else(unable)
        });
        let barred = barred.collect();
        Self {
            matrix: Matrix::new(rules, setting, barred, &customers),
            customers,
            present,
            kept,
            before,
        }
    }

    fn instance(&self) -> Instance {
        let rules = self.matrix.rules;
        let items = self.customers.iter().zip(&self.present);
        let items = items
            .zip(&self.matrix.row_of)
            .map(|((customer, present), row)| Item {
                row: *row,
                effort: rules.effort(customer),
                present: *present,
                class: 0,
            });
        let bins = self.matrix.managers.iter().zip(&self.kept);
        let bins = bins.map(|(manager, (load, _))| Bin {
            // Of those without a capacity every pair is forbidden.
            capacity: rules.capacity(manager).unwrap_or(1),
            load: *load,
        });
        Instance::new(items.collect(), bins.collect(), self.matrix.rows.clone())
    }
}

impl<'r> Subjects<'r> for Work<'r> {
    fn managers(&self) -> &'r [Manager] {
        self.matrix.managers
    }

    fn id(&self, item: u32) -> &'r str {
        self.customers
            .get(item as usize)
            .map_or("", |c| c.id.as_str())
    }

    fn found(&self, item: u32, bin: u32) -> Found<'r> {
        let pair = self
            .customers
            .get(item as usize)
            .zip(self.matrix.managers.get(bin as usize));
        let Some((customer, manager)) = pair else {
            return Found::default();
        };
        let mut found = self
            .matrix
            .rules
            .found(&self.matrix.setting, customer, manager);
        let barred = self.matrix.barred.get(bin as usize).cloned().flatten();
        if let Some(bar) = barred.filter(|bar| !found.bars.contains(bar)) {
            found.bars.insert(0, bar);
        }
        found
    }

    fn points(&self, item: u32, into: &mut Vec<i32>) {
        into.clear();
        if let Some(profile) = self.matrix.profiles.get(item as usize) {
            into.extend(self.matrix.summed(*profile).map(|(points, _)| points));
        }
    }

    fn capacity(&self, bin: u32) -> Option<i64> {
        let manager = self.matrix.managers.get(bin as usize)?;
        self.matrix.rules.capacity(manager)
    }

    fn before(&self, bin: u32) -> i64 {
        self.before.get(bin as usize).copied().unwrap_or(0)
    }

    fn kept(&self, bin: u32) -> u64 {
        self.kept.get(bin as usize).map_or(0, |(_, count)| *count)
    }
}
