//! The training plan of an agent by level (B-32).

use super::rules::{AgentRules, Course};
use crate::closed::closed;
use crate::date::{Date, add_months};

closed! {
    /// How a course stands.
    TrainingState {
        /// Taken, and not to be taken again by the day.
        Current = "current",
        /// To be taken on the day at the latest.
        Due = "due",
        /// To be taken later.
        Open = "open",
        /// It should have been taken.
        Overdue = "overdue",
    }
}

/// A course that was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// The course.
    pub course: String,
    /// When.
    pub on: Date,
    /// Whether its test was passed; none when there was no test, or nobody said.
    pub passed: Option<bool>,
}

/// An agent and what it has taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trainee {
    /// The host's id.
    pub agent_id: String,
    /// The level.
    pub level: String,
    /// Since when it is on that level.
    pub since: Date,
    /// What it has taken, in any order.
    pub done: Vec<Done>,
}

/// One course of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrainingItem {
    /// The course.
    pub course: Course,
    /// When it was last taken so that it counts.
    pub last: Option<Date>,
    /// The last day for the next time; none when there is none.
    pub due_on: Option<Date>,
    /// How it stands.
    pub state: TrainingState,
    /// Whether it was taken later than that without its test passed.
    pub not_passed: bool,
}

impl AgentRules {
    /// The plan of an agent on a day: the courses of its level, in the order of the rulebook. What
    /// is taken on the day or later does not count yet.
    #[must_use]
    pub fn training(&self, trainee: &Trainee, as_of: Date) -> Vec<TrainingItem> {
        let courses = self.courses.iter();
        let own = courses.filter(|course| course.levels.contains(&trainee.level));
        own.map(|course| item(course, trainee, as_of)).collect()
    }

    /// The levels that some course is for.
    pub(super) fn training_levels(&self) -> impl Iterator<Item = &str> {
        let courses = self.courses.iter();
        courses.flat_map(|course| course.levels.iter().map(String::as_str))
    }
}

fn item(course: &Course, trainee: &Trainee, as_of: Date) -> TrainingItem {
    let taken = || {
        let done = trainee.done.iter();
        done.filter(|done| done.course == course.id && done.on < as_of)
    };
    let counts = |done: &&Done| !course.test || done.passed == Some(true);
    let last = taken().filter(counts).map(|done| done.on).max();
    let months = |from: Date, months: i32| Date::from_days(add_months(from.days(), months)).ok();
    let due_on = match last {
        None => months(trainee.since, course.within_months),
        Some(last) => course.every_months.and_then(|every| months(last, every)),
    };
    let state = match due_on {
        Some(due) if due < as_of => TrainingState::Overdue,
        Some(due) if due == as_of => TrainingState::Due,
        _ if last.is_some() => TrainingState::Current,
        _ => TrainingState::Open,
    };
    TrainingItem {
        last,
        due_on,
        state,
        not_passed: taken().any(|done| !counts(&done) && last.is_none_or(|last| done.on > last)),
        course: course.clone(),
    }
}
