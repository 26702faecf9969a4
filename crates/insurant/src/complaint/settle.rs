//! What an accepted event changes.

use super::guard::{ComplaintCase, ComplaintEffect};
use super::table::{COMPLAINT, ComplaintRow};
use super::terms::By;
use super::{Complaint, ComplaintEvent, Details, Effect, Event, RecheckOutcome};
use crate::approval::{ApprovalEvent, Entry};
use crate::machine::To;

impl Complaint {
    /// Takes over an event that a row accepts, and tells what follows from it.
    pub(super) fn settle(&mut self, row: &ComplaintRow, event: &Event, by: By<'_>) -> Vec<Effect> {
        let had_handler = self.handler.is_some();
        let was_paused = self.paused.is_some();
        let decided_by_one_of_them = self.decider_is_partial();
        match row.to {
            To::Stay => {}
            To::State(step) => {
                // What was left aside is abandoned.
                self.aside.clear();
                self.step = step;
            }
            To::Aside(step) => {
                self.aside.push(self.step);
                self.step = step;
            }
            To::Back => self.step = self.aside.pop().unwrap_or(self.step),
        }
        self.take(event);
        if self.step.is_over() {
            self.asked.clear();
            self.offered_to = None;
        }
        // Nobody could resume it there: the pause ends with what led there.
        if !self.may_resume() {
            self.paused = None;
        }
        let mut effects = Vec::new();
        for effect in row.effects {
            effects.push(match effect {
                ComplaintEffect::HandlerNeeded if self.handler.is_some() => continue,
                ComplaintEffect::NoticeDue => {
                    let notice = event.kind().as_str();
                    self.notices_due.insert(notice.to_owned());
                    Effect::of(*effect, notice)
                }
                ComplaintEffect::Escalated => self.escalated(by),
                _ => Effect::plain(*effect),
            });
        }
        if was_paused && self.paused.is_none() && event.kind() != ComplaintEvent::Resumed {
            effects.push(Effect::plain(ComplaintEffect::ClocksResume));
        }
        let needs_handler = Effect::plain(ComplaintEffect::HandlerNeeded);
        if had_handler
            && self.handler.is_none()
            && !self.step.is_over()
            && !effects.contains(&needs_handler)
        {
            effects.push(needs_handler);
        }
        if self.decider_is_partial() && !decided_by_one_of_them {
            effects.push(self.escalated(by));
        }
        if self.step.is_over()
            && !self.is_registered()
            && event.kind() != ComplaintEvent::Registered
        {
            effects.push(Effect::plain(ComplaintEffect::RegistrationDue));
        }
        effects
    }

    /// Whether a pause may last where the complaint stands.
    fn may_resume(&self) -> bool {
        let mut rows = COMPLAINT.rows.iter();
        rows.any(|row| row.on == ComplaintEvent::Resumed && row.from.contains(&self.step))
    }

    /// Whether whoever decided turned out to be complained about.
    fn decider_is_partial(&self) -> bool {
        let decider = self.decider.as_ref();
        decider.is_some_and(|decider| self.about.contains(&decider.person_id))
    }

    /// A higher unit has to look: which, where the units are known.
    fn escalated(&self, by: By<'_>) -> Effect {
        let superior = by.units.and_then(|units| units.superior(&self.owner));
        Effect {
            effect: ComplaintEffect::Escalated,
            subject: superior.map(|unit| unit.id.clone()),
        }
    }

    /// Takes over the details.
    fn take(&mut self, event: &Event) {
        match &event.details {
            Details::Received(_)
            | Details::Registered(_)
            | Details::Acknowledged(_)
            | Details::InformationAsked(_)
            | Details::InformationReceived(_)
            | Details::Accepted(_)
            | Details::Closed(_)
            | Details::Archived(_)
            | Details::Withdrawn(_)
            | Details::Declined(_)
            | Details::Referred(_)
            | Details::DueSet(_) => {}
            Details::Verified(verified) => self.complained_about(&verified.about),
            Details::NewFacts(facts) => self.complained_about(&facts.about),
            Details::Classified(class) => self.complexity = Some(class.complexity),
            Details::HandlerAssigned(to) => self.handler = Some(to.handler_id.clone()),
            Details::Recused(recused) => {
                self.recused.insert(recused.person_id.clone());
                self.without_partial_handler();
            }
            Details::TransferOffered(offer) => self.offered_to = Some(offer.to_unit.clone()),
            Details::TransferAccepted(_) => {
                if let Some(unit) = self.offered_to.take() {
                    self.owner = unit;
                }
                self.handler = None;
            }
            Details::TransferReturned(_) => self.offered_to = None,
            Details::CoordinationAsked(asked) => {
                self.asked.extend(asked.departments.iter().cloned());
            }
            Details::CoordinationAnswered(answer) => {
                self.asked.remove(&answer.department);
            }
            Details::Paused(pause) => self.paused = Some(pause.reason.clone()),
            Details::Resumed(_) => self.paused = None,
            Details::Handled(handled) => {
                self.outcome = Some(handled.outcome);
                self.decider = Some(event.actor.clone());
                self.undelivered();
            }
            Details::FedBack(_) => self.told = true,
            Details::MergedInto(merge) => self.merged_into = Some(merge.survivor_id.clone()),
            Details::Absorbed(other) => {
                self.absorbed.insert(other.complaint_id.clone());
                if other.received_at.seconds() < self.received_at.seconds() {
                    self.received_at = other.received_at;
                }
            }
            Details::Reopened(_) => self.handled_anew(),
            Details::RecheckRequested(_) => self.extension = None,
            Details::RecheckDecided(decision) => {
                self.rechecked = true;
                match decision.result {
                    RecheckOutcome::SentBack => self.handled_anew(),
                    RecheckOutcome::Changed => {
                        self.outcome = decision.outcome;
                        self.undelivered();
                    }
                    RecheckOutcome::Confirmed => self.undelivered(),
                }
            }
            Details::ReferralEnded(end) => {
                if self.applies(ComplaintCase::DecidedOutside, event) {
                    self.outcome = end.outcome;
                    self.decider = None;
                    self.offered_to = None;
                    self.asked.clear();
                    self.undelivered();
                }
            }
            Details::ExtensionAsked(asked) => {
                let draft = self.extension_draft();
                let entry = self.entry(event, ApprovalEvent::Proposed, &asked.reason);
                self.extension = Some(draft);
                self.extend(entry);
            }
            Details::ExtensionApproved(granted) => {
                let note = granted.note.as_deref().unwrap_or_default();
                let entry = self.entry(event, ApprovalEvent::Approved, note);
                self.extend(entry);
            }
            Details::ExtensionRefused(refused) => {
                let entry = self.entry(event, ApprovalEvent::Refused, &refused.reason);
                self.extend(entry);
            }
            Details::NoticeSent(sent) => {
                self.notices_due.remove(&sent.notice);
            }
            Details::FormFiled(filed) => {
                let count = self.filed.entry(filed.form.clone()).or_default();
                *count = count.saturating_add(1);
            }
        }
    }

    fn complained_about(&mut self, persons: &[String]) {
        self.about.extend(persons.iter().cloned());
        self.without_partial_handler();
    }

    fn without_partial_handler(&mut self) {
        let partial =
            |handler: &String| self.about.contains(handler) || self.recused.contains(handler);
        if self.handler.as_ref().is_some_and(partial) {
            self.handler = None;
        }
    }

    /// A decision that the complainant does not know yet.
    fn undelivered(&mut self) {
        self.told = false;
        self.paused = None;
        // A request that nobody answered before the decision has no object any more.
        if self.extension_asked().is_some() {
            self.extension = None;
        }
    }

    fn handled_anew(&mut self) {
        self.outcome = None;
        self.decider = None;
        self.undelivered();
        self.without_partial_handler();
    }

    fn entry(&self, event: &Event, kind: ApprovalEvent, reason: &str) -> Entry {
        let entry = Entry::new(kind, event.actor.clone(), event.recorded_at);
        if reason.is_empty() {
            entry
        } else {
            entry.because(reason)
        }
    }

    /// The guards have seen to it that the approval takes the step.
    fn extend(&mut self, entry: Entry) {
        if let Some(extension) = &mut self.extension {
            let _ = extension.step(entry, None);
        }
    }
}
