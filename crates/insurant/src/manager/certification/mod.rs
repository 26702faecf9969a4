//! Certification: how an account manager's grade comes to count, and for how long.
//!
//! A grade counts only once it is approved, at a level that suffices for the higher of the old and
//! the new grade, by someone who is neither the manager nor the proposer, nor under either of them.
//! It is certified anew every year; after that it is kept for a grace period, and then lapses.
//!
//! - [`CERTIFICATION`]: the one table of its life. It runs, it is drawn
//!   ([`CertificationMachine::mermaid`]) and it is explored by the tests.
//! - [`Event`] and [`details`]: what happened, typed by kind.
//! - [`ManagerFile`]: the fold of all certifications of one manager. What an approval decides, it
//!   asks an [`Approval`](crate::approval::Approval).
//! - [`CertificationTerms`]: validity, grace, steps, and who approves which grade.
//! - [`CertificationFinding`]: an event of a log that whoever did it was not entitled to.
//! - [`Segment`]: the grade on any day; [`Standing`]: who is due, overdue or lapsed on a day.

pub mod details;
mod entitled;
mod event;
mod file;
mod finding;
mod guard;
mod history;
pub(crate) mod json;
mod judge;
mod outcome;
mod read;
mod settle;
mod standing;
mod state;
mod table;
mod terms;

pub use details::Details;
pub use entitled::Entitled;
pub(crate) use event::EVENT;
pub use event::Event;
pub use file::{Certification, ManagerFile};
pub use finding::CertificationFinding;
pub(crate) use finding::FINDING;
pub use guard::{CertificationEffect, CertificationGuard};
pub use history::{GradeState, Segment, Span};
pub use outcome::{CertificationRefusal, Effect, Permitted, Step};
pub use standing::{Next, Open, Standing, StandingKind, UnitStanding, by_unit};
pub use state::{CertificationEvent, CertificationState};
pub use table::{CERTIFICATION, CertificationMachine, CertificationRow};
pub use terms::{Authority, CertificationTerms, Context, GradeAuthorities};
