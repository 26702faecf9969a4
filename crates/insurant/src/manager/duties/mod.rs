//! Duties of account managers: periodic reports, visits and calls, reports on major events
//!
//!
//! - [`DutyRule`]: what is owed, and by when; records of a rulebook.
//! - [`DutyBook`]: rules, managers, customers with their assignments, major events and the log of
//!   what was done, checked against each other.
//! - [`DutyItem`]: one thing owed, with its due day and its [`DutyState`] on a day;
//!   [`DutyCounts`] by manager and by unit.
//!
//! A duty follows the manager on the due day: who left before it, or on it, owes nothing, who took
//! over owes it. A contact or an event report that is overdue when its customer is handed over stays
//! missing with whoever left, late by the days that were theirs; whoever took over owes it from the
//! day of the handover on, and its due day is counted from there, as with a first assignment. On
//! days without a manager the unit of the last one owes what is due. A day is read at its start: what was done before it counts. Days are counted and rolled as
//! the clocks of complaints do it; what lies outside a calendar is undetermined, never guessed.

mod book;
mod check;
mod count;
mod days;
mod item;
pub(crate) mod json;
mod owed;
mod rule;

pub use book::{Assignment, ContactKind, Customer, Done, DutyBook, MajorEvent, Work};
pub use count::{DutyCounts, ManagerDuties, UnitDuties};
pub use item::{DutyItem, DutyKind, DutyState};
pub use rule::{DutyRule, Every, Owed};
