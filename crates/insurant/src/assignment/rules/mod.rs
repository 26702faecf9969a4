//! Rules of assignment: hard rules say who may, points say who fits, capacities say how many.

mod judge;
mod read;
mod section;

pub use judge::{Bar, Component, Fit, Scored, Setting};
pub(crate) use judge::{Found, Part};
pub(crate) use section::{MOST_EFFORT, SECTION, section};

use crate::assignment::facts::Manager;
use crate::assignment::tasks::{Task, TaskKind};
use crate::category::Category;
use crate::manager::ManagerGrade;
use crate::organisation::OrgLevel;

/// The rules of a rulebook's section `assignment`, ready to be asked.
#[derive(Debug, Clone, Default)]
pub struct AssignmentRules {
    pub(super) reference: String,
    pub(super) fingerprint: String,
    pub(super) within: Option<OrgLevel>,
    pub(super) most_km: Option<i64>,
    /// Whether an unknown distance is within `most_km`.
    pub(super) unknown_allowed: bool,
    pub(super) least_grades: Vec<LeastGrade>,
    /// By the position of the grade.
    pub(super) capacities: [Option<i64>; 5],
    pub(super) efforts: Vec<Effort>,
    pub(super) grade_points: Vec<GradePoints>,
    pub(super) line_points: Vec<WordPoints>,
    pub(super) language_points: Vec<WordPoints>,
    pub(super) distance_points: Vec<DistancePoints>,
    pub(super) task_points: Vec<TaskPoints>,
}

/// Which customers a rule is for; an empty list is for all.
#[derive(Debug, Clone, Default)]
pub(super) struct For {
    pub(super) categories: Vec<Category>,
    pub(super) tiers: Vec<String>,
    pub(super) lines: Vec<String>,
}

#[derive(Debug, Clone)]
pub(super) struct LeastGrade {
    pub(super) id: String,
    pub(super) of: For,
    pub(super) grade: ManagerGrade,
    pub(super) supervised: Option<ManagerGrade>,
}

#[derive(Debug, Clone)]
pub(super) struct Effort {
    pub(super) of: For,
    pub(super) effort: i64,
}

#[derive(Debug, Clone)]
pub(super) struct GradePoints {
    pub(super) id: String,
    pub(super) of: For,
    pub(super) grades: Vec<ManagerGrade>,
    pub(super) points: i64,
}

/// Points for a word of the customer's that is among those of the manager: line, language.
#[derive(Debug, Clone)]
pub(super) struct WordPoints {
    pub(super) id: String,
    pub(super) words: Vec<String>,
    pub(super) points: i64,
    pub(super) required: bool,
}

#[derive(Debug, Clone)]
pub(super) struct DistancePoints {
    pub(super) id: String,
    pub(super) up_to_km: Option<i64>,
    pub(super) points: i64,
}

#[derive(Debug, Clone)]
pub(super) struct TaskPoints {
    pub(super) id: String,
    pub(super) kinds: Vec<TaskKind>,
    pub(super) when: Near,
    pub(super) points: i64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Near {
    OwnCustomer,
    OwnUnit,
    SamePlace,
}

impl AssignmentRules {
    /// The rulebook, as `id@version`; empty for rules that come from none.
    #[must_use]
    pub fn reference(&self) -> &str {
        &self.reference
    }

    /// The fingerprint of the rulebook.
    #[must_use]
    pub fn fingerprint(&self) -> &str {
        &self.fingerprint
    }
}

impl Near {
    pub(super) fn holds(self, task: &Task, owner: Option<&str>, person: &Manager) -> bool {
        match self {
            Self::OwnCustomer => owner == Some(person.id.as_str()),
            Self::OwnUnit => task.unit_id.as_deref() == Some(person.unit_id.as_str()),
            Self::SamePlace => task.place.is_some() && task.place == person.place,
        }
    }
}
