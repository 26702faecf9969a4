//! Who looks after whom: the register, the rules, and the solver that assigns (A-19 to A-34, B-14).

mod assign;
mod check;
mod conflict;
mod dispatch;
mod facts;
pub(crate) mod json;
mod matrix;
mod plan;
mod reasons;
mod register;
pub(crate) mod rules;
mod shapes;
mod solve;
mod tasks;

pub use conflict::{Conflict, Seen};
pub use facts::{Assignment, Contact, Customer, Distance, Exception, Manager};
pub use plan::{
    Change, Forbidden, Load, Mode, Next, Placement, Plan, Quality, Question, Unplaced, WhyNot,
};
pub use register::{Facts, Handover, Register};
pub(crate) use rules::SECTION;
pub use rules::{AssignmentRules, Bar, Component, Fit, Scored, Setting};
pub use tasks::{Priority, Task, TaskKind};
