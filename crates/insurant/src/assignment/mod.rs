//! Who looks after whom: the register, the rules, and the solver that assigns (A-19 to A-34, B-14).
//!
//! - A [`Register`] holds customers, managers and effective-dated [`Assignment`]s that keep the law:
//!   one manager a customer on any day, a second one only under an [`Exception`]. It says who looks
//!   after whom on a day, whose book is whose, who has nobody, what was handed over when, and where
//!   two units or two managers work one customer.
//! - [`AssignmentRules`] come from the section `assignment` of a rulebook: the least grade, alone or
//!   supervised; capacities; efforts; points for grade, line, language, distance.
//! - [`Register::solve`] answers a [`Question`] with a [`Plan`]: the unassigned assigned, a leaver's
//!   book handed over, or a branch rebalanced, each placement with its points, the next best, and
//!   what stood in the way of a better one. What cannot be placed is named with what forbids it.
//! - [`Register::findings`] names every rule that the assignments of a day break.
//! - [`Register::dispatch`] gives [`Task`]s to people by the same solver, the most urgent first.
//!
//! Of all plans that break no hard rule it takes the one that places as much as possible (by
//! priority), then has the most points, then moves the fewest, then has the most even loads: the
//! sum over all managers of `load² × ⌊1,000,000 / capacity⌋`. Where efforts are equal that is the proven
//! optimum, found as a minimum-cost flow; where they are not, [`Quality`] says how many points no
//! plan can exceed. Equal plans are told apart by the order of ids, so that the same facts give
//! the same plan in whatever order they came.
//!
//! Only the responsible manager's load counts a customer; whoever helps under an exception does so
//! beside their own book. A customer without a unit may be looked after from anywhere.
//!
//! # Example
//! Bo leaves. Ann is full after one of the two customers; Cai may take the other.
//! ```
//! use insurant::assignment::{
//!     Assignment, Customer, Facts, Manager, Mode, Question, Register, WhyNot,
//! };
//! use insurant::manager::ManagerGrade;
//! use insurant::organisation::{OrgLevel, Organisation, Unit};
//! use insurant::{Category, Date, Engine, Unwatched};
//!
//! let day = Date::parse("2026-07-01")?;
//! let since = Date::parse("2025-01-01")?;
//! let manager = |id: &str, grade, capacity| Manager {
//!     lines: vec!["property".into()],
//!     capacity: Some(capacity),
//!     ..Manager::new(id, grade, "JX-1")
//! };
//! let customer = |id: &str, category| Customer {
//!     category: Some(category),
//!     line: Some("property".into()),
//!     effort: Some(1),
//!     ..Customer::new(id)
//! };
//! let register = Register::new(Facts {
//!     units: Organisation::new(vec![
//!         Unit::new("HO", "Head office", OrgLevel::HeadOffice),
//!         Unit::new("JX-1", "Jiaxing 1", OrgLevel::FrontLine).under("HO"),
//!     ])?,
//!     managers: vec![
//!         manager("ann", ManagerGrade::Senior, 1),
//!         manager("bo", ManagerGrade::Senior, 9),
//!         manager("cai", ManagerGrade::Standard, 9),
//!     ],
//!     customers: vec![customer("C-1", Category::Key), customer("C-2", Category::Preferred)],
//!     assignments: vec![Assignment::new("C-1", "bo", since), Assignment::new("C-2", "bo", since)],
//!     contacts: vec![],
//!     distances: vec![],
//! })?;
//! let engine = Engine::builtin()?;
//! let rules = engine.assignment_rules("example-assignment", day)?;
//! let question = Question { on: day, mode: Mode::Leaver("bo".into()), unit: None };
//! let plan = register.solve(rules, &question, &mut Unwatched)?;
//! let [key, preferred] = &plan.placements[..] else { panic!("both are placed") };
//!
//! // The key customer goes to Ann: 30 points for her grade, and she masters the line.
//! assert_eq!((key.manager_id, key.fit.total()), ("ann", 55));
//! assert_eq!(key.fit.allowed_by, Some("key"));
//! // Cai is of too low a grade, and nobody supervises: for C-1 there is nobody else.
//! assert!(key.next.is_none());
//!
//! // The preferred customer fits both equally, and Cai has room.
//! assert_eq!((preferred.manager_id, preferred.fit.total()), ("cai", 45));
//! let next = preferred.next.as_ref().expect("Ann may, too");
//! assert_eq!((next.manager_id, next.difference, next.why_not), ("ann", 0, WhyNot::SameFit));
//! assert!(plan.quality.optimal && plan.quality.moves == 2);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod assign;
mod check;
mod conflict;
mod dispatch;
mod facts;
mod findings;
pub(crate) mod json;
pub(crate) mod law;
mod matrix;
mod plan;
mod reasons;
mod register;
pub(crate) mod rules;
pub(crate) mod shapes;
mod solve;
mod tasks;

pub use conflict::{Conflict, Seen};
pub use facts::{Assignment, Contact, Customer, Distance, Exception, Manager};
pub use findings::Finding;
pub use plan::{
    Cause, Change, Forbidden, Load, Mode, Next, Placement, Plan, Quality, Question, Unplaced,
    WhyNot,
};
pub use register::{Facts, Handover, Register};
pub use rules::{AssignmentRules, Bar, Component, Fit, Scored, Setting};
pub use tasks::{Priority, Task, TaskKind};
