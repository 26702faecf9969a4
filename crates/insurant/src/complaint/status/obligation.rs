//! What is still to be done on a complaint, beside its next step.

use super::View;
use crate::closed::closed;
use crate::complaint::clock::{Deadline, DeadlineState, Duty, Pattern, Rule};
use crate::complaint::procedure::{Notice, Procedure};
use crate::complaint::{ComplaintEvent as On, ComplaintStep, Details};
use crate::date::Date;
use insurant_rules::Instant;
use insurant_rules::document::{Json, Object};

closed! {
    /// What is to be done.
    ObligationKind {
        /// Enter it into the register.
        Register = "register",
        /// Make somebody responsible.
        AssignHandler = "assign_handler",
        /// Tell the complainant the decision.
        FeedBack = "feed_back",
        /// Tell somebody that something happened.
        SendNotice = "send_notice",
        /// Gather forms and records.
        Archive = "archive",
        /// Keep the records.
        Retain = "retain",
    }
}

/// Something that is still to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Obligation {
    /// What.
    pub kind: ObligationKind,
    /// Which notice, or which rule on keeping records.
    pub subject: Option<String>,
    /// Under which procedure, as `id@version`.
    pub procedure: Option<String>,
    /// The first instant that is too late, where a clock says so.
    pub due_before: Option<Instant>,
    /// Whether it should have been done.
    pub overdue: bool,
    /// The last day on which records are kept, where the log tells.
    pub until: Option<Date>,
    /// The rule that it comes from.
    pub source: Option<String>,
}

impl Obligation {
    fn new(kind: ObligationKind) -> Self {
        Self {
            kind,
            subject: None,
            procedure: None,
            due_before: None,
            overdue: false,
            until: None,
            source: None,
        }
    }

    fn by(self, deadline: Option<&Deadline<'_>>) -> Self {
        Self {
            due_before: deadline.and_then(Deadline::due_instant),
            overdue: deadline.is_some_and(|d| d.state == DeadlineState::Missed),
            ..self
        }
    }

    /// The obligation in canonical form.
    #[must_use]
    pub fn to_json(&self) -> Json {
        Object::new()
            .with("duty", self.kind.as_str())
            .with_some("subject", self.subject.as_deref())
            .with_some("procedure", self.procedure.as_deref())
            .with_some("due_before", self.due_before.map(|at| at.to_string()))
            .with_some("overdue", self.overdue.then_some(true))
            .with_some("until", self.until.map(|day| day.to_string()))
            .with_some("source", self.source.as_deref())
            .into()
    }
}

impl View<'_, '_> {
    pub(super) fn obligations(&self, received: Instant) -> Vec<Obligation> {
        let complaint = self.complaint;
        let over = complaint.step().is_over();
        let mut todo = Vec::new();
        if !complaint.is_registered() {
            todo.push(Obligation::new(ObligationKind::Register));
        }
        let undecided = complaint.outcome().is_none() && !over;
        if complaint.is_registered() && undecided && complaint.handler().is_none() {
            todo.push(Obligation::new(ObligationKind::AssignHandler));
        }
        if complaint.outcome().is_some() && !complaint.is_told() && !over {
            let inform = self.governing(Duty::Inform);
            todo.push(Obligation::new(ObligationKind::FeedBack).by(inform));
        }
        self.notices(received, &mut todo);
        if over && complaint.step() != ComplaintStep::Archived {
            let archive = self.governing(Duty::Archive);
            todo.push(Obligation::new(ObligationKind::Archive).by(archive));
        }
        if over {
            self.retention(received, &mut todo);
        }
        todo
    }

    fn governing(&self, duty: Duty) -> Option<&Deadline<'_>> {
        let mut open = self.deadlines.iter().filter(|d| d.governing && d.is_open());
        open.find(|deadline| deadline.duty() == duty)
    }

    /// The notices of the procedures, and those of the plain way that none of them speaks of.
    fn notices(&self, received: Instant, todo: &mut Vec<Obligation>) {
        let mut spoken_of: Vec<On> = Vec::new();
        for applied in self.applied.in_force(received) {
            let procedure = applied.procedure;
            for notice in procedure.notices() {
                let class = self.complaint.complexity();
                if !self.applied.holds(procedure, notice.when, class) {
                    continue;
                }
                spoken_of.extend(notice.on.iter().map(Pattern::kind));
                let deadline = self.timed(procedure, notice);
                let pending = match &notice.clock {
                    Some(_) => deadline.is_some(),
                    None => self.unsent(notice),
                };
                if pending {
                    let mut obligation = Obligation::new(ObligationKind::SendNotice).by(deadline);
                    obligation.subject = Some(notice.id.clone());
                    obligation.procedure = Some(procedure.reference().to_owned());
                    todo.push(obligation);
                }
            }
        }
        for notice in self.complaint.notices_due() {
            let known = On::parse(notice).is_some_and(|event| spoken_of.contains(&event));
            if !known {
                let mut obligation = Obligation::new(ObligationKind::SendNotice);
                obligation.subject = Some(notice.clone());
                todo.push(obligation);
            }
        }
    }

    /// The open deadline of a notice that has a clock.
    fn timed(&self, procedure: &Procedure, notice: &Notice) -> Option<&Deadline<'_>> {
        let id = notice.clock.as_deref()?;
        let of_notice = |deadline: &&Deadline<'_>| match deadline.rule {
            Rule::Clock(of, clock) => of.reference() == procedure.reference() && clock.id() == id,
            Rule::Given(_) => false,
        };
        self.deadlines
            .iter()
            .filter(of_notice)
            .find(|d| d.is_open())
    }

    /// Whether what calls for a notice happened, and the notice was not sent since.
    fn unsent(&self, notice: &Notice) -> bool {
        let mut pending = false;
        for event in self.complaint.events() {
            let called = notice.on.iter().any(|on| on.kind() == event.kind());
            let sent =
                matches!(&event.details, Details::NoticeSent(sent) if sent.notice == notice.id);
            pending = !sent && (called || pending);
        }
        pending
    }

    fn retention(&self, received: Instant, todo: &mut Vec<Obligation>) {
        let mut events = self.complaint.events().iter().rev();
        let over = events.find(|event| {
            matches!(
                event.kind(),
                On::Closed | On::Withdrawn | On::Declined | On::MergedInto
            )
        });
        for applied in self.applied.in_force(received) {
            let procedure = applied.procedure;
            let records = procedure.records();
            for record in records.map_or(&[][..], |records| records.list("retention")) {
                let when = record.attributes.condition("when").map(|c| c.when);
                if !self
                    .applied
                    .holds(procedure, when, self.complaint.complexity())
                {
                    continue;
                }
                let value = |name: &str| record.attributes.value(name);
                let from = match value("from").and_then(Json::text) {
                    Some("received") => Some(received.date()),
                    Some("closed") => over.map(|event| event.occurred_at.date()),
                    // When the contract ends, no log of a complaint says.
                    _ => None,
                };
                let years = match value("years") {
                    Some(Json::Integer(years)) => i32::try_from(years.get()).ok(),
                    _ => None,
                };
                let mut obligation = Obligation::new(ObligationKind::Retain);
                obligation.subject = Some(record.id.clone());
                obligation.procedure = Some(procedure.reference().to_owned());
                let until = from.zip(years);
                obligation.until = until.map(|(from, years)| from.add_months(12 * years));
                obligation.source = record.about.source.clone();
                todo.push(obligation);
            }
        }
    }
}
