//! What an accepted event changes.

use super::guard::CertificationEffect;
use super::judge::entry_of;
use super::outcome::{Effect, Step};
use super::table::{CERTIFICATION, CertificationRow};
use super::terms::By;
use super::{Certification, CertificationEvent, CertificationState, Details, Event, ManagerFile};
use crate::machine::To;
use crate::organisation::Role;

impl ManagerFile {
    /// Takes over an event that a row accepts, and tells what follows from it.
    pub(super) fn settle(&mut self, row: &CertificationRow, event: &Event, by: By<'_>) -> Step {
        let old = self.last_grade();
        let before = self.certification(&event.certification_id);
        let from = before.map(Certification::state);
        if before.is_none() {
            self.begin(event);
        }
        let to = match row.to {
            To::State(to) | To::Aside(to) => to,
            To::Stay | To::Back => from.unwrap_or(CERTIFICATION.start.1),
        };
        let concerned = self.concerned(event.day());
        let id = &event.certification_id;
        let mut grade = None;
        if let Some(known) = self.certifications.iter_mut().find(|c| c.id == *id) {
            known.take(to, event);
            if let Some(entry) = entry_of(event) {
                // The guards have seen to it that the approval takes the step.
                let mut approval = known.approval.clone().about(concerned);
                if approval.step(entry, None).is_ok() {
                    known.approval = approval;
                }
            }
            grade = Some(known.grade);
        }
        let replaced = match event.details {
            Details::TookEffect(_) => self.replace(event),
            _ => Vec::new(),
        };
        let mut effects = Vec::new();
        if let (Some(terms), Some(grade)) = (by.terms, grade) {
            for effect in row.effects {
                let mut push = |subject: Option<String>| {
                    effects.push(Effect {
                        effect: *effect,
                        subject,
                    });
                };
                let recommended =
                    terms.recommend.is_empty() || to == CertificationState::Recommended;
                match effect {
                    CertificationEffect::RecommendationDue if recommended => {}
                    CertificationEffect::DecisionDue if !recommended => {}
                    CertificationEffect::DecisionDue => {
                        let level = terms.authority(old, grade).least_level;
                        push(Some(level.as_str().to_owned()));
                    }
                    CertificationEffect::GradeSet => push(Some(grade.as_str().to_owned())),
                    CertificationEffect::Replaced => {
                        replaced.iter().for_each(|id| push(Some(id.clone())));
                    }
                    CertificationEffect::RecommendationDue
                    | CertificationEffect::CorrectionDue
                    | CertificationEffect::EffectDue
                    | CertificationEffect::ProposalDue => push(None),
                }
            }
        }
        Step {
            certification_id: id.clone(),
            from,
            to,
            effects,
        }
    }

    fn begin(&mut self, event: &Event) {
        let Details::Proposed(proposed) = &event.details else {
            return;
        };
        let approval = self.draft(&event.certification_id, event.day());
        self.certifications.push(Certification {
            id: event.certification_id.clone(),
            grade: proposed.grade,
            grades: Vec::new(),
            states: Vec::new(),
            last_occurred: event.occurred_at.seconds(),
            approval,
            proposed_on: event.day(),
            approved_on: None,
            effective_from: None,
            said_valid_to: None,
            revoked_on: None,
        });
    }

    /// The certifications that one taking effect replaces: the row of the table that nobody else
    /// can take.
    fn replace(&mut self, event: &Event) -> Vec<String> {
        let mut replaced = Vec::new();
        let others = self.certifications.iter_mut();
        for other in others.filter(|other| other.id != event.certification_id) {
            let row = CERTIFICATION.step(
                other.state(),
                CertificationEvent::Replaced,
                Role::System,
                |case| match case {},
                |_| true,
            );
            if let Ok(row) = row
                && let To::State(state) = row.to
            {
                // A lapse may have been recorded for a later day than this one.
                let last = other.states.last().map_or(event.day(), |(from, _)| *from);
                other.states.push((last.max(event.day()), state));
                replaced.push(other.id.clone());
            }
        }
        replaced
    }
}

impl Certification {
    fn take(&mut self, to: CertificationState, event: &Event) {
        let day = event.day();
        self.states.push((day, to));
        self.last_occurred = event.occurred_at.seconds();
        match &event.details {
            Details::Proposed(proposed) => {
                self.grade = proposed.grade;
                self.grades.push((day, proposed.grade));
            }
            Details::Approved(_) => self.approved_on = Some(day),
            Details::TookEffect(effect) => {
                self.effective_from = Some(day);
                self.said_valid_to = effect.valid_to;
            }
            Details::Revoked(_) => self.revoked_on = Some(day),
            Details::Recommended(_)
            | Details::Returned(_)
            | Details::Refused(_)
            | Details::Withdrawn(_)
            | Details::Lapsed(_)
            | Details::Replaced(_) => {}
        }
    }
}
