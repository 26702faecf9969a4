//! Everything that can be said of a complaint at an asking time.

mod entitled;
mod finding;
mod gap;
mod obligation;
mod unit;

pub use finding::{Finding, FindingKind, FindingResult};
pub use obligation::{Obligation, ObligationKind};

use super::clock::{Deadline, DeadlineState, Duty, Rule};
use super::procedure::{Applied, Form};
use super::{Complaint, FormStatus, Terms};
use crate::organisation::Organisation;
use insurant_rules::Instant;

/// A complaint at an asking time, under the procedures that apply: what is due, what was not kept,
/// and what is still to be done.
#[derive(Debug, Clone)]
pub struct Status<'p> {
    /// What the procedures let happen.
    pub terms: Terms,
    /// The forms that fell due, with the instant at which it is too late for each.
    pub forms: Vec<FormStatus>,
    /// What is due by when.
    pub deadlines: Vec<Deadline<'p>>,
    /// Principles and recusals, then what [`Applied::gaps`] finds, then events that their actors
    /// were not entitled to, then units that nobody knows.
    pub findings: Vec<Finding>,
    /// What is still to be done.
    pub obligations: Vec<Obligation>,
}

impl Applied<'_> {
    /// Everything that the procedures say of a complaint at an asking time. The complaint is taken
    /// as it is: for a day that has passed, ask [`Complaint::at`] for what was known then.
    ///
    /// # Example
    /// ```
    /// use insurant::complaint::{Complaint, ComplaintFacts, Event, Trigger, details};
    /// use insurant::organisation::{Actor, Role};
    /// use insurant::{Engine, Instant};
    ///
    /// let at = Instant::parse("2025-06-02T10:00:00+08:00")?;
    /// let received = details::Received { trigger: Some("complaint".into()), ..Default::default() };
    /// let facts = ComplaintFacts::of_receipt(&received);
    /// let actor = Actor::new("E1", Role::Collector, "JX");
    /// let receipt = Event::new("1", at, actor, Box::new(received).into());
    /// let complaint = Complaint::replay("C-1", [receipt])?;
    ///
    /// let engine = Engine::builtin()?;
    /// let applied = engine.procedures().apply(&["house-complaints"], &facts)?;
    /// let status = applied.status(&complaint, None, Instant::parse("2025-06-05T10:00:00+08:00")?);
    /// let overdue = status.forms.iter().filter(|form| form.overdue);
    /// assert_eq!(overdue.map(|form| &*form.form).collect::<Vec<_>>(), ["registration", "verification"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn status<'s>(
        &'s self,
        complaint: &Complaint,
        organisation: Option<&Organisation>,
        as_of: Instant,
    ) -> Status<'s> {
        let received = complaint.received_at();
        let terms = self.terms(received);
        let deadlines = self.deadlines(complaint.events(), organisation, as_of);
        let forms = complaint.forms_by(&terms, &deadlines);
        let view = View {
            applied: self,
            complaint,
            terms: &terms,
            forms: &forms,
            deadlines: &deadlines,
        };
        let mut findings = view.findings(received);
        findings.extend(self.gaps(complaint.events(), organisation, as_of, view.deadlines));
        findings.extend(self.unentitled(complaint, &terms, organisation));
        let units = organisation.into_iter();
        findings.extend(units.flat_map(|units| self.strangers(complaint.events(), units)));
        let obligations = view.obligations(received);
        Status {
            findings,
            obligations,
            forms,
            deadlines,
            terms,
        }
    }
}

impl Complaint {
    /// The complaint as it was known at an instant; `None` before anything was written down.
    #[must_use]
    pub fn at(&self, instant: Instant) -> Option<Self> {
        let known = |event: &&super::Event| event.recorded_at.seconds() <= instant.seconds();
        let events = self.log.iter().take_while(known).cloned();
        Self::replay(self.id.clone(), events).ok()
    }
}

impl Complaint {
    /// The forms that fell due, with the time that their clocks leave.
    pub(crate) fn forms_by(&self, terms: &Terms, deadlines: &[Deadline<'_>]) -> Vec<FormStatus> {
        let mut forms = self.forms(terms);
        for status in &mut forms {
            let form = terms.form(&status.form);
            let Some((form, _)) = form.zip(status.due_since) else {
                continue;
            };
            let of_form = deadlines.iter().filter(|d| d.is_open() && times(d, form));
            let due = of_form.min_by_key(|deadline| deadline.due.unwrap_or(i64::MAX));
            status.due_before = due.and_then(Deadline::due_instant);
            status.overdue = due.is_some_and(|deadline| deadline.state == DeadlineState::Missed);
        }
        forms
    }
}

/// What findings and obligations look at.
struct View<'a, 'p> {
    applied: &'a Applied<'p>,
    complaint: &'a Complaint,
    terms: &'a Terms,
    forms: &'a [FormStatus],
    deadlines: &'a [Deadline<'a>],
}

/// Whether a deadline is the time limit of a form.
fn times(deadline: &Deadline<'_>, form: &Form) -> bool {
    let Rule::Clock(_, clock) = deadline.rule else {
        return false;
    };
    deadline.duty() == Duty::Form
        && (form.clock.as_deref() == Some(clock.id())
            || clock.stops().iter().any(|stop| stop.is_form(&form.id)))
}
