//! The customer side of an insurer: who is a good customer, who is a dangerous one, and why.
//!
//! ```text
//! facts  ->  measures  ->  rules  ->  decision (+ reasons)
//! ```
//!
//! - [`facts`]: what the host already has. Checked at the edge, trusted inside.
//! - [`measure`]: exact figures computed from facts for a day.
//! - [`rulebook`]: the rules, which are data; compiled once into [`CustomerRules`].
//! - [`decision`]: the verdict, and the whole decision with its reasons and fingerprints.
//! - [`calendar`]: working days, here and there.
//! - [`organisation`]: the tree of units, and who acts in which role.
//! - [`machine`]: what may happen next, as a table.
//! - [`approval`]: whatever a second person must agree to.
//! - [`assignment`]: who looks after whom, and a solver that says why.
//! - [`complaint`]: a complaint from receipt to archive.
//! - [`scoring`]: what a scorecard says of a subject, explained.
//! - [`manager`]: account managers: appraisal, certification, duties.
//! - [`kpi`]: figures of the people who sell, with both their sides.
//! - [`agent`]: the insurer's own agents: admission, honours, training, support.
//! - [`partner`]: agencies and brokers, their admission and how they do.
//! - [`many`]: much of the same on several threads.
//! - [`operation`]: every operation by name, JSON in and canonical JSON out.
//!
//! Everything starts at the [`Engine`]. There is no clock, no randomness, no I/O and no global
//! state here; amounts are whole minor units, and no float takes part in any decision.

pub mod agent;
pub mod approval;
pub mod assignment;
pub mod calendar;
mod category;
mod closed;
pub mod code;
mod codec;
pub mod complaint;
pub mod date;
pub mod decision;
mod engine;
mod error_kind;
pub mod facts;
pub mod kpi;
mod lines;
pub mod machine;
pub mod manager;
pub mod many;
pub mod measure;
pub mod money;
mod movement;
pub mod operation;
pub mod organisation;
pub mod partner;
mod progress;
pub mod rulebook;
pub mod scoring;

pub use category::{Category, Standing};
pub use closed::Closed;
pub use date::{Date, DateError};
pub use decision::{Cause, DatedRules, Verdict};
pub use engine::{Engine, EngineBuilder, NOT_IN_FORCE, UNKNOWN_RULEBOOK};
pub use error_kind::ErrorKind;
pub use insurant_rules::{Currency, Instant, InstantError, Place, Problem, Problems};
pub use lines::LineCodes;
pub use measure::Scratch;
pub use movement::{Movement, MovementMatrix, Side};
pub use progress::{Progress, Unwatched};
pub use rulebook::CustomerRules;

/// The first example of the README compiles and runs.
#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
struct Readme;
