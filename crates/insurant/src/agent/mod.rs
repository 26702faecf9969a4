//! The insurer's own agents (B-28, B-32, B-33, B-38): admission, honours, training, support.
//!
//! - **Admission** asks for nothing about age or schooling unless the rulebook names the
//!   jurisdiction and the legal basis; interviews are held level by level, each once.
//! - A **title** is earned by quality beside volume: one that premium alone can earn never loads.
//!   China forbids such titles since April 2025.
//! - **Support** has a time limit by importance, and a degree of help by content.

mod admission;
mod honours;
pub(crate) mod read;
mod rules;
mod section;
pub(crate) mod shape;
mod support;
#[cfg(test)]
mod tests;
mod training;
mod vocabulary;
mod write;

pub use admission::{Admission, Agent, CheckState, Education, Interview, Outcome, StageState};
pub use honours::{HonourAnswer, Honours};
pub use rules::{
    AgentGrade, AgentRules, Allowance, Course, CourseFormat, Every, Help, Honour, Stage, TimeUnit,
};
pub(crate) use section::section;
pub use support::{Request, RequestState, Support};
pub use training::{Done, Trainee, TrainingItem, TrainingState};
pub(crate) use vocabulary::names;
