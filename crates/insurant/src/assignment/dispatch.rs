//! Tasks to people: the same solver, with priorities.

use super::assign::cancelled;
use super::facts::Manager;
use super::matrix::{number, small};
use super::plan::Plan;
use super::reasons::{self, Subjects};
use super::register::Register;
use super::rules::{AssignmentRules, Bar, Found};
use super::solve::{self, Bin, FORBIDDEN, Instance, Item};
use super::tasks::{Priority, Task};
use crate::code;
use crate::date::Date;
use crate::progress::Progress;
use insurant_rules::order::InOrder;
use insurant_rules::problem::nearest;
use insurant_rules::{Place, Problem, Problems};
use std::collections::HashMap;

impl Register {
    /// Who shall do what: the tasks of a higher priority are placed first, whatever that costs those
    /// of a lower one; see [`Task::priority`]. People take what their capacity allows, nothing else
    /// counts against it.
    ///
    /// # Errors
    /// Everything that is wrong with the tasks, at paths such as `tasks[2].unit_id`; that the caller
    /// ended the call (`cancelled`).
    pub fn dispatch<'r>(
        &'r self,
        rules: &'r AssignmentRules,
        tasks: &'r [Task],
        on: Date,
        progress: &mut dyn Progress,
    ) -> Result<Plan<'r>, Problems> {
        self.check_tasks(tasks)?;
        let mut tasks: Vec<&Task> = tasks.iter().collect();
        tasks.order_by(|a, b| a.id.cmp(&b.id));
        let work = Work {
            register: self,
            rules,
            on,
            owners: tasks.iter().map(|task| self.owner(task, on)).collect(),
            tasks,
        };
        let instance = work.instance();
        let solved = solve::solve(&instance, progress).map_err(|_| cancelled())?;
        Ok(reasons::plan(&work, &instance, &solved))
    }

    /// Who looks after the customer of a task.
    fn owner(&self, task: &Task, on: Date) -> Option<&str> {
        let customer = task.customer_id.as_deref()?;
        self.responsible(customer, on)
            .map(|a| a.manager_id.as_str())
    }

    fn check_tasks(&self, tasks: &[Task]) -> Result<(), Problems> {
        let mut problems = Problems::new();
        let mut tell = |i: usize, field: &str, problem: Problem| {
            problems.push(problem.at(Place {
                path: format!("tasks[{i}].{field}"),
                ..Place::default()
            }));
        };
        let mut known: HashMap<&str, usize> = HashMap::new();
        for (i, task) in tasks.iter().enumerate() {
            if let Some(first) = known.insert(&task.id, i) {
                let problem =
                    Problem::new(code::DUPLICATE_ID, format!("`{}` stands twice", task.id))
                        .remedy(format!("keep one of the two; the first is tasks[{first}]"));
                tell(i, "task_id", problem);
            }
            if !(1..=super::rules::MOST_EFFORT).contains(&task.effort) {
                let problem =
                    Problem::new(code::NO_EFFORT, "an effort of less than 1, or too large")
                        .found(task.effort.to_string())
                        .expected("a whole number from 1 to 1,000,000");
                tell(i, "effort", problem);
            }
            if let Some(unit) = &task.unit_id
                && self.units.unit(unit).is_none()
            {
                tell(i, "unit_id", self.units.unknown_unit(unit));
            }
            if let Some(customer) = &task.customer_id
                && self.customer(customer).is_none()
            {
                let ids = self.customers.iter().map(|c| c.id.as_str());
                let problem =
                    Problem::new(code::UNKNOWN_CUSTOMER, format!("no customer `{customer}`"))
                        .expected("the id of one of the customers")
                        .nearest(nearest(customer, ids));
                tell(i, "customer_id", problem);
            }
            if let Some(person) = &task.held_by
                && self.manager(person).is_none()
            {
                let ids = self.managers.iter().map(|m| m.id.as_str());
                let problem = Problem::new(code::UNKNOWN_MANAGER, format!("no manager `{person}`"))
                    .expected("the id of one of the people")
                    .nearest(nearest(person, ids));
                tell(i, "held_by", problem);
            }
        }
        problems.or(())
    }
}

struct Work<'r> {
    register: &'r Register,
    rules: &'r AssignmentRules,
    on: Date,
    tasks: Vec<&'r Task>,
    owners: Vec<Option<&'r str>>,
}

impl Work<'_> {
    fn instance(&self) -> Instance {
        let mut priorities: Vec<Priority> = self.tasks.iter().map(|t| t.priority()).collect();
        priorities.order();
        priorities.dedup();
        let class = |task: &Task| {
            let found = priorities.binary_search(&task.priority());
            number(found.unwrap_or_else(|at| at))
        };
        let managers = self.register.managers();
        let position = |id: &str| managers.binary_search_by(|m| m.id.as_str().cmp(id)).ok();
        let items = (0_u32..).zip(&self.tasks).map(|(row, task)| Item {
            row,
            effort: task.effort,
            present: task.held_by.as_deref().and_then(position).map(number),
            class: class(task),
        });
        let bins = managers.iter().map(|manager| Bin {
            capacity: self.rules.capacity(manager).unwrap_or(1),
            load: 0,
        });
        let rows = (0..number(self.tasks.len())).map(|item| {
            let bins = 0..number(managers.len());
            let points = bins.map(|bin| {
                let found = self.found(item, bin);
                if found.bars.is_empty() {
                    small(found.fit.total())
                } else {
                    FORBIDDEN
                }
            });
            points.collect()
        });
        Instance::new(items.collect(), bins.collect(), rows.collect())
    }

    fn load(&self, bin: u32) -> i64 {
        let person = self
            .register
            .managers()
            .get(bin as usize)
            .map(|m| m.id.as_str());
        let held = self
            .tasks
            .iter()
            .filter(|task| task.held_by.as_deref() == person);
        held.map(|task| task.effort).sum()
    }
}

impl<'r> Subjects<'r> for Work<'r> {
    fn managers(&self) -> &'r [Manager] {
        self.register.managers()
    }

    fn id(&self, item: u32) -> &'r str {
        self.tasks
            .get(item as usize)
            .map_or("", |task| task.id.as_str())
    }

    fn found(&self, item: u32, bin: u32) -> Found<'r> {
        let at = item as usize;
        let pair = self
            .tasks
            .get(at)
            .zip(self.register.managers().get(bin as usize));
        let Some((task, person)) = pair else {
            return Found::default();
        };
        let owner = self.owners.get(at).copied().flatten();
        let mut found = self
            .rules
            .judge_task(self.register, self.on, task, owner, person);
        if self.rules.capacity(person).is_none() {
            found.bars.push(Bar::NoCapacity);
        }
        found
    }

    fn points(&self, item: u32, into: &mut Vec<i32>) {
        into.clear();
        let bins = 0..number(self.register.managers().len());
        into.extend(bins.map(|bin| small(self.found(item, bin).fit.total())));
    }

    fn capacity(&self, bin: u32) -> Option<i64> {
        let person = self.register.managers().get(bin as usize)?;
        self.rules.capacity(person)
    }

    fn before(&self, bin: u32) -> i64 {
        self.load(bin)
    }

    fn kept(&self, _: u32) -> u64 {
        0
    }
}
