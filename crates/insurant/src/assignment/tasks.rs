//! Work that comes in at one place, to be given to somebody (D-07, A-35).

use super::facts::Manager;
use super::register::Register;
use super::rules::{AssignmentRules, Bar, Component, Found};
use crate::category::Category;
use crate::closed::closed;
use crate::date::Date;
use crate::organisation::OrgLevel;
use insurant_rules::Instant;

closed! {
    /// What is to be done.
    TaskKind {
        /// A loss is to be surveyed.
        Survey = "survey",
        /// A customer is to be visited.
        Visit = "visit",
        /// A customer is to be called.
        Call = "call",
        /// A step of a complaint.
        ComplaintStep = "complaint_step",
        /// A change of data is to be reviewed.
        ChangeReview = "change_review",
    }
}

/// Something to be done by somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// The host's id.
    pub id: String,
    /// What is to be done.
    pub kind: TaskKind,
    /// The instant before which it must be done by law.
    pub due_before: Option<Instant>,
    /// The last day on which it must be done by law.
    pub due_on: Option<Date>,
    /// How severe it is; more is more.
    pub severity: i64,
    /// Whether somebody vulnerable is concerned.
    pub vulnerable: bool,
    /// The customer's category.
    pub category: Option<Category>,
    /// The customer.
    pub customer_id: Option<String>,
    /// Where it is to be done.
    pub place: Option<String>,
    /// The skills that it takes, all of them.
    pub skills: Vec<String>,
    /// The least level of the unit of whoever does it.
    pub level: Option<OrgLevel>,
    /// The unit whose people do it: those of it, and of the units below it.
    pub unit_id: Option<String>,
    /// How much work it is.
    pub effort: i64,
    /// Who has it now.
    pub held_by: Option<String>,
}

/// What comes first: the earlier legal deadline, the greater severity, the vulnerable. The category
/// of the customer only breaks ties. Smaller comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Priority {
    /// Seconds since 1970-01-01 UTC at which the legal deadline has passed; the largest without.
    pub deadline: i64,
    /// The severity, negated.
    pub severity: i64,
    /// 0 for the vulnerable, else 1.
    pub vulnerable: i64,
    /// The rung of the category, the key customer first; 4 when it is not known.
    pub category: i64,
}

impl Task {
    /// A task of an effort of 1, of which nothing else is known.
    #[must_use]
    pub fn new(id: impl Into<String>, kind: TaskKind) -> Self {
        Self {
            id: id.into(),
            kind,
            due_before: None,
            due_on: None,
            severity: 0,
            vulnerable: false,
            category: None,
            customer_id: None,
            place: None,
            skills: Vec::new(),
            level: None,
            unit_id: None,
            effort: 1,
            held_by: None,
        }
    }

    /// What it comes before. A last day ends at midnight UTC: a host that must be exact to the hour
    /// gives the instant, which knows its offset.
    ///
    /// # Example
    /// ```
    /// use insurant::assignment::{Task, TaskKind};
    /// use insurant::{Category, Date};
    /// let mut due = Task::new("T-1", TaskKind::Call);
    /// due.due_on = Some(Date::parse("2026-06-01")?);
    /// let mut key = Task::new("T-2", TaskKind::Survey);
    /// key.category = Some(Category::Key);
    /// // A deadline comes before any category.
    /// assert!(due.priority() < key.priority());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn priority(&self) -> Priority {
        let before = self.due_before.map(Instant::seconds);
        let on = self.due_on.map(|day| (i64::from(day.days()) + 1) * 86_400);
        let deadline = match (before, on) {
            (Some(before), Some(on)) => before.min(on),
            (before, on) => before.or(on).unwrap_or(i64::MAX),
        };
        let rung = |category: Category| match category {
            Category::Key => 0,
            Category::Preferred => 1,
            Category::Standard => 2,
            Category::Prospect => 3,
            _ => 4,
        };
        Priority {
            deadline,
            severity: self.severity.checked_neg().unwrap_or(i64::MAX),
            vulnerable: i64::from(!self.vulnerable),
            category: self.category.map_or(4, rung),
        }
    }
}

impl AssignmentRules {
    /// Every hard rule that keeps somebody from a task, or how well they fit.
    pub(crate) fn judge_task<'r>(
        &'r self,
        register: &Register,
        on: Date,
        task: &Task,
        owner: Option<&str>,
        person: &Manager,
    ) -> Found<'r> {
        let mut found = Found::default();
        if !person.is_there(on) {
            found.bars.push(Bar::Gone);
        }
        if !task
            .skills
            .iter()
            .all(|skill| person.skills.contains(skill))
        {
            found.bars.push(Bar::Skill);
        }
        let level = register.units.level(&person.unit_id);
        if task
            .level
            .is_some_and(|least| !level.is_some_and(|l| l.at_least(least)))
        {
            found.bars.push(Bar::Level);
        }
        if let Some(unit) = &task.unit_id
            && !register.units.is_or_above(unit, &person.unit_id)
        {
            found.bars.push(Bar::Unit);
        }
        for rule in &self.task_points {
            let kind = rule.kinds.is_empty() || rule.kinds.contains(&task.kind);
            if kind && rule.when.holds(task, owner, person) {
                found.score(Component::Task, &rule.id, rule.points);
            }
        }
        found
    }
}
