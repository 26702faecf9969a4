//! Complaints: a complaint is the fold of its events, and its clocks follow from them.
//!
//! - [`COMPLAINT`]: the one table of its life. It runs, it is drawn ([`ComplaintMachine::mermaid`])
//!   and it is explored by the tests.
//! - [`Event`] and [`details`]: what happened, typed by kind.
//! - [`Complaint`]: the fold. [`Complaint::apply`] takes one more event, with its [`Effect`]s, or
//!   refuses it with the reason and what is allowed; [`Complaint::allowed`] tells a user interface
//!   what to offer; [`Complaint::replay`] reads a log.
//! - [`Terms`]: what a procedure lets happen. Nothing beyond the plain way exists unless granted.
//! - [`Merge`]: two complaints become one, which is the only change that touches two logs.
//! - [`Merges`]: merges seen over many logs, which may go round in a ring, or of which the two sides
//!   do not go together ([`MergeFault`]).
//! - [`Status`]: everything that procedures say of a complaint at an asking time.
//! - [`Complaint::timeline`]: its events in order, with what the clocks did between them.
//! - [`procedure`]: what law and the insurer's own rules ask for, as data.
//! - [`clock`]: what is due by when.
//! - [`analysis`]: what many complaints say together.
//!
//! # From receipt to archive
//! One complaint under Chinese law, with its clocks after each event:
//! ```
//! use insurant::complaint::{Complaint, ComplaintFacts, ComplaintOutcome, ComplaintStep, Complexity};
//! use insurant::complaint::{Context, Details, Event, clock::{DeadlineState, Duty}, details};
//! use insurant::organisation::{Actor, OrgLevel, Organisation, Role, Unit};
//! use insurant::{Engine, Instant};
//!
//! let engine = Engine::builtin()?;
//! let received = details::Received {
//!     firm_kind: Some("insurer".into()),
//!     complainant_kind: Some("individual".into()),
//!     trigger: Some("complaint".into()),
//!     ..Default::default()
//! };
//! let law = engine.procedures().apply(&["cn-2020-3"], &ComplaintFacts::of_receipt(&received))?;
//! let organisation = Organisation::new(vec![Unit::new("JX", "Jiaxing", OrgLevel::City)])?;
//! let event = |id: &str, day: u32, person: &str, role, details: Details| {
//!     let at = Instant::parse(&format!("2025-06-{day:02}T10:00:00+08:00"))?;
//!     Ok::<_, Box<dyn std::error::Error>>(Event::new(id, at, Actor::new(person, role, "JX"), details))
//! };
//! let receipt = event("1", 3, "E1", Role::Collector, Box::new(received).into())?;
//! let terms = law.terms(receipt.occurred_at);
//! let context = Context { terms: &terms, organisation: &organisation };
//!
//! // It arrives, and a clock begins: not classified yet, it may be simple.
//! let (mut complaint, _, deadlines) = law.open("C-1", receipt, context)?;
//! let state = |deadlines: &[insurant::complaint::clock::Deadline<'_>], clock: &str| {
//!     deadlines.iter().find(|d| d.name().ends_with(&format!("/{clock}"))).map(|d| (d.state, d.due_day.map(|day| day.to_string())))
//! };
//! let due = || Some("2025-06-18".to_owned());
//! assert_eq!(state(&deadlines, "decide-simple"), Some((DeadlineState::Running, due())));
//!
//! let registered = details::Registered { register_id: None, cause: None };
//! let classified = details::Classified { complexity: Complexity::Simple, reason: None };
//! let assigned = details::HandlerAssigned { handler_id: "E2".into() };
//! let handled = details::Handled { outcome: ComplaintOutcome::Upheld, findings: None, redress: None };
//! let rest: [(u32, &str, Role, Details); 7] = [
//!     (3, "E1", Role::Collector, registered.into()),
//!     (3, "E9", Role::Leader, classified.into()),
//!     (3, "E9", Role::Leader, assigned.into()),
//!     (10, "E2", Role::Handler, handled.into()),
//!     (11, "E2", Role::Handler, details::FedBack { means: None }.into()),
//!     (12, "E2", Role::Handler, details::Closed { note: None }.into()),
//!     (13, "E5", Role::Archivist, details::Archived { archive_id: None }.into()),
//! ];
//! let mut last = deadlines;
//! for (number, (day, person, role, details)) in (2..).zip(rest) {
//!     let id = format!("{number}");
//!     (_, last) = law.advance(&mut complaint, event(&id, day, person, role, details)?, context)?;
//! }
//! // Decided on the eighth day of fifteen, told the day after, and what still runs is a right of the complainant.
//! assert_eq!(complaint.step(), ComplaintStep::Archived);
//! assert_eq!(state(&last, "decide-simple"), Some((DeadlineState::Met, due())));
//! assert_eq!(state(&last, "inform-simple").map(|(state, _)| state), Some(DeadlineState::Met));
//! let open: Vec<Duty> = last.iter().filter(|d| d.is_open()).map(|d| d.duty()).collect();
//! assert_eq!(open, [Duty::RecheckRequest]);
//!
//! // The log alone says the same, whenever it is asked.
//! let status = law.status(&complaint, Some(&organisation), Instant::parse("2025-12-01T10:00:00+08:00")?);
//! assert_eq!(status.deadlines.len(), last.len());
//! assert!(complaint.check(&event("9", 14, "E9", Role::Leader, details::Accepted {}.into())?, context).is_err());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub mod analysis;
mod authority;
pub mod clock;
pub mod details;
mod entitled;
pub(crate) mod event;
mod event_kind;
mod facts;
mod fold;
mod guard;
pub(crate) mod json;
mod judge;
mod merge;
mod merge_fault;
mod merges;
mod outcome;
pub mod procedure;
mod read;
mod rows;
mod settle;
mod status;
mod step;
mod table;
mod terms;
mod timeline;
pub(crate) mod vocabulary;
mod words;

pub use authority::Authority;
pub use details::Details;
pub use event::Event;
pub use event_kind::ComplaintEvent;
pub use facts::{BusinessClass, ComplainantKind, ComplaintFacts, FirmKind, IntakeChannel, Trigger};
pub use fold::Complaint;
pub use guard::{ComplaintCase, ComplaintEffect, ComplaintGuard};
pub use merge::Merge;
pub use merge_fault::{MergeFault, MergeFaultKind};
pub use merges::Merges;
pub use outcome::{ComplaintRefusal, Effect, FormStatus, Permitted, Step};
pub use procedure::{Form, FormField};
pub use status::{Finding, FindingKind, FindingResult, Obligation, ObligationKind, Status};
pub use step::ComplaintStep;
pub use table::{COMPLAINT, ComplaintMachine, ComplaintRow};
pub use terms::{Context, ExtensionTerms, Terms};
pub use timeline::{ClockChange, Happened, Tick};
pub use words::{ComplaintOutcome, Complexity, OutsideBody, RecheckOutcome, ReferralResult};
