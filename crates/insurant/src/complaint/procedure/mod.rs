//! Procedures: what a law, or the insurer itself, asks for when someone complains, as data.
//!
//! A procedure is a rulebook with a section `complaints`: it has a version and a range of days in
//! force, extends others, is overridden by id, checked whole and fingerprinted like any rulebook.
//! Those of many countries come with the library, each figure with its source and whether it was seen
//! there. None of them is legal advice.
//!
//! ```
//! let engine = insurant::Engine::builtin()?;
//! let disp = engine.procedures().get("uk-disp@2018.1")?;
//! let response = disp.clock("final-response").expect("DISP has it");
//! assert_eq!((response.count(), response.unit().as_str()), (8, "week"));
//! assert!(response.source().is_some_and(|source| source.contains("DISP 1.6")));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod builtin;
mod form;
mod grants;
mod lines;
mod read;
mod section;
mod set;
#[cfg(test)]
mod tests;

pub(crate) use builtin::PROCEDURES;
pub use form::{Form, FormField, Notice};
pub(crate) use section::{SECTION, section};
pub(super) use set::AppliedProcedure;
pub use set::{Applied, Procedures};

use super::clock::{Clock, Status};
use crate::closed::closed;
use insurant_rules::rulebook::{CompiledRecords, CompiledSubject, Effective};
use insurant_rules::{ConditionId, Date};

/// A procedure, ready to be applied to complaints.
#[derive(Debug, Clone)]
pub struct Procedure {
    id: String,
    reference: String,
    title: Option<String>,
    doc: Option<String>,
    fingerprint: String,
    effective: Effective,
    follows: Option<String>,
    transition: Option<Transition>,
    status: Option<Status>,
    source: Option<String>,
    as_of: Option<Date>,
    applies_to: Option<(ConditionId, String)>,
    clocks: Vec<Clock>,
    /// The conditions of the clocks, by [`Clock::when`].
    conditions: Vec<ConditionId>,
    /// The lines of business that its conditions name.
    lines: Vec<String>,
    forms: Vec<Form>,
    notices: Vec<Notice>,
    grants: grants::Grants,
    subject: CompiledSubject,
}

closed! {
    /// What becomes of complaints that were received before a procedure ends, and are not over.
    Pending {
        /// They stay under it: also clocks that begin after its end are its own.
        Stay = "stay",
        /// They leave it: what begins after its end is for another procedure.
        Leave = "leave",
    }
}

/// A transition rule of a procedure that ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transition {
    /// What becomes of complaints that are not over.
    pub pending: Pending,
    /// Whether that was seen in its source.
    pub status: Status,
    /// The rule, or the reading.
    pub source: String,
}

impl Procedure {
    /// Its id.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Its id and version: `cn-2020-3@2020.1`.
    #[must_use]
    pub fn reference(&self) -> &str {
        &self.reference
    }

    /// Its title.
    #[must_use]
    pub fn title(&self) -> Option<&str> {
        self.title.as_deref()
    }

    /// What it is about.
    #[must_use]
    pub fn doc(&self) -> Option<&str> {
        self.doc.as_deref()
    }

    /// The fingerprint of the whole rulebook.
    #[must_use]
    pub fn fingerprint(&self) -> &str {
        &self.fingerprint
    }

    /// When it is in force.
    #[must_use]
    pub const fn effective(&self) -> Effective {
        self.effective
    }

    /// The procedure that it replaced, by its id.
    #[must_use]
    pub fn follows(&self) -> Option<&str> {
        self.follows.as_deref()
    }

    /// What becomes of complaints that are not over when it ends, where it says so.
    #[must_use]
    pub const fn transition(&self) -> Option<&Transition> {
        self.transition.as_ref()
    }

    /// Whether the whole was checked against its sources.
    #[must_use]
    pub const fn status(&self) -> Option<Status> {
        self.status
    }

    /// The law or the company rule.
    #[must_use]
    pub fn source(&self) -> Option<&str> {
        self.source.as_deref()
    }

    /// The day on which the sources were read.
    #[must_use]
    pub const fn as_of(&self) -> Option<Date> {
        self.as_of
    }

    /// The complaints that it is for, in canonical text; absent: all.
    #[must_use]
    pub fn applies_to(&self) -> Option<&str> {
        self.applies_to.as_ref().map(|(_, text)| text.as_str())
    }

    /// Its clocks, in order.
    #[must_use]
    pub fn clocks(&self) -> &[Clock] {
        &self.clocks
    }

    /// A clock.
    #[must_use]
    pub fn clock(&self, id: &str) -> Option<&Clock> {
        self.clocks.iter().find(|clock| clock.id() == id)
    }

    /// Its forms, in order.
    #[must_use]
    pub fn forms(&self) -> &[Form] {
        &self.forms
    }

    /// Its notices, in order.
    #[must_use]
    pub fn notices(&self) -> &[Notice] {
        &self.notices
    }

    /// The whole section as records: also authority, approvals, recusals, principles, retention
    /// and reports.
    #[must_use]
    pub fn records(&self) -> Option<&CompiledRecords> {
        self.subject.records(SECTION)
    }
}
