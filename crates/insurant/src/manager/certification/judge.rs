//! Whether what an event requires holds.

use super::details::Proposed;
use super::guard::CertificationGuard as Guard;
use super::terms::By;
use super::{Certification, CertificationEvent, Details, Event, ManagerFile};
use crate::approval::{self, Approval, ApprovalEvent, ApprovalKind, Entry};
use crate::date::Date;
use crate::machine::Why;
use crate::organisation::{Actor, Role};
use insurant_rules::Instant;

/// What is asked: an event, or without one what somebody might do on a day.
pub(super) struct Asked<'a> {
    certification: Option<&'a Certification>,
    actor: &'a Actor,
    event: Option<&'a Event>,
    day: Date,
    by: By<'a>,
    /// What the approval has against it.
    broken: Vec<Guard>,
}

impl ManagerFile {
    /// A question, with what the approval says to it.
    pub(super) fn asked<'a>(
        &self,
        certification: Option<&'a Certification>,
        kind: CertificationEvent,
        actor: &'a Actor,
        event: Option<&'a Event>,
        day: Date,
        by: By<'a>,
    ) -> Asked<'a> {
        let mut asked = Asked {
            certification,
            actor,
            event,
            day,
            by,
            broken: Vec::new(),
        };
        if let Some(step) = approval_event(kind) {
            asked.broken = self.broken_by_approval(step, &asked);
        }
        asked
    }

    /// Whether a guard holds. Without an event, what only its details can tell is taken to hold;
    /// without units or terms, so is what depends on them.
    pub(super) fn holds(&self, guard: Guard, asked: &Asked<'_>) -> bool {
        let (by, event, day) = (asked.by, asked.event, asked.day);
        let known = asked.certification;
        match guard {
            // Asked where there is no certification yet, and nowhere else.
            Guard::ProposalFirst => known.is_some(),
            Guard::NewId => event.is_none_or(|event| !self.ids.contains(&event.id)),
            Guard::InOrder => {
                let last = event.zip(self.log.last());
                last.is_none_or(|(e, l)| l.recorded_at.seconds() <= e.recorded_at.seconds())
            }
            Guard::NotForetold => {
                event.is_none_or(|e| e.occurred_at.seconds() <= e.recorded_at.seconds())
            }
            Guard::InSequence => {
                let last = event.zip(known);
                last.is_none_or(|(event, known)| {
                    known.last_occurred <= event.occurred_at.seconds()
                        && known.states.last().is_none_or(|(from, _)| *from <= day)
                })
            }
            Guard::KnownUnit => by.units(|units| units.unit(&asked.actor.unit_id).is_some()),
            Guard::NoOtherOpen => self.open().is_none(),
            Guard::InService => by.units(|units| {
                let unit = self.posts.unit_on(day);
                unit.is_some_and(|unit| units.unit(unit).is_some())
            }),
            Guard::WithinSteps => by.terms(|terms| {
                let proposed = match event.map(|event| &event.details) {
                    Some(Details::Proposed(Proposed { grade, .. })) => Some(*grade),
                    Some(_) => known.map(|known| known.grade),
                    // A proposal may yet be another; what was proposed is not.
                    None => known
                        .filter(|known| known.state() != super::CertificationState::Returned)
                        .map(|known| known.grade),
                };
                proposed.is_none_or(|grade| terms.steps_allow(self.last_grade(), grade))
            }),
            Guard::OwnOrLed => {
                let actor = asked.actor;
                let oneself = actor.person_id == self.manager_id;
                match actor.role {
                    Role::AccountManager => oneself,
                    _ => by.units(|units| units.is_or_above(&actor.unit_id, self.unit_near(day))),
                }
            }
            Guard::AfterApproval => {
                event.is_none()
                    || known.is_some_and(|known| {
                        let planned = planned_from(&known.approval);
                        known.approved_on.is_some_and(|approved| approved <= day)
                            && planned.is_none_or(|planned| planned <= day)
                    })
            }
            Guard::LaterThanLast => {
                let in_effect = self.certifications.iter().filter_map(|c| c.effective_from);
                event.is_none() || in_effect.max().is_none_or(|last| last < day)
            }
            Guard::ValidWithin => match event.map(|event| &event.details) {
                Some(Details::TookEffect(effect)) => effect
                    .valid_to
                    .is_none_or(|to| day < to && by.terms(|terms| to <= terms.valid_to(day))),
                _ => true,
            },
            Guard::GraceOver => by.terms(|terms| {
                let effect = known.and_then(|known| known.effect(terms));
                effect.is_some_and(|effect| effect.grace_to <= day)
            }),
            // Only the successor that takes effect brings this about; see `settle`.
            Guard::BySuccessor => false,
            // The approval asks for the unit as well; that is told by its own guard here.
            Guard::MayPropose => by.terms(|terms| terms.propose.has(asked.actor.role)),
            Guard::OwnProposal
            | Guard::Reason
            | Guard::Evidence
            | Guard::MayRecommend
            | Guard::MayDecide
            | Guard::Recommended
            | Guard::InLine
            | Guard::NotOneself
            | Guard::NotSubordinate
            | Guard::ConcernedInLine
            | Guard::NotConcerned
            | Guard::NotUnderConcerned => !asked.broken.contains(&guard),
        }
    }

    /// What the approval behind a certification has against a step, in the words of
    /// certifications.
    fn broken_by_approval(&self, step: ApprovalEvent, asked: &Asked<'_>) -> Vec<Guard> {
        let last = self.log.last().map_or(Instant::EPOCH, |e| e.recorded_at);
        let entry = asked.event.map_or_else(
            || Entry {
                evidence: vec!["as recorded".to_owned()],
                ..Entry::new(step, asked.actor.clone(), last).because("as recorded")
            },
            |event| entry(step, event),
        );
        let grade = match asked.event.map(|event| &event.details) {
            Some(Details::Proposed(proposed)) => Some(proposed.grade),
            _ => asked.certification.map(|known| known.grade),
        };
        let old = self.last_grade();
        // Who may propose does not depend on the grade.
        let grade = grade
            .or(old)
            .unwrap_or(crate::manager::ManagerGrade::Trainee);
        let policy = asked.by.terms.map(|terms| terms.policy(old, grade));
        let context = policy.as_ref().zip(asked.by.units);
        let context = context.map(|(policy, organisation)| approval::Context {
            policy,
            organisation,
        });
        let mut approval = match asked.certification {
            Some(known) => known.approval.clone().about(self.concerned(asked.day)),
            None => self.draft("", asked.day),
        };
        match approval.step(entry, context) {
            Ok(()) => Vec::new(),
            Err(refusal) => match refusal.why {
                Why::Guards(guards) => guards.into_iter().map(Guard::of_approval).collect(),
                // The table of certifications lets a step through only where this one has it, and
                // only for roles that this one knows.
                Why::NotInState | Why::NotByRole(_) | Why::NoCase => {
                    vec![Guard::MayPropose, Guard::MayRecommend, Guard::MayDecide]
                }
            },
        }
    }

    /// The manager concerned, at their post of a day.
    pub(super) fn concerned(&self, day: Date) -> Actor {
        Actor::new(&self.manager_id, Role::AccountManager, self.unit_near(day))
    }

    /// The unit of the post of a day; of the last one before it, else of the first.
    pub(super) fn unit_near(&self, day: Date) -> &str {
        let posts = self.posts.all();
        let before = posts.iter().rev().find(|post| post.from <= day);
        let post = before.or(posts.first());
        post.map_or("", |post| post.unit_id.as_str())
    }

    /// A proposal that nobody has made yet.
    pub(super) fn draft(&self, id: &str, day: Date) -> Approval {
        Approval::draft(id, ApprovalKind::ManagerGrade).about(self.concerned(day))
    }
}

/// The day before which an approved grade may not take effect.
fn planned_from(approval: &Approval) -> Option<Date> {
    let said = |event| approval.last(event).and_then(|entry| entry.effective);
    said(ApprovalEvent::Approved).or_else(|| said(ApprovalEvent::Proposed))
}

/// The step that an approval takes with an event.
const fn approval_event(kind: CertificationEvent) -> Option<ApprovalEvent> {
    match kind {
        CertificationEvent::Proposed => Some(ApprovalEvent::Proposed),
        CertificationEvent::Recommended => Some(ApprovalEvent::Recommended),
        CertificationEvent::Returned => Some(ApprovalEvent::Returned),
        CertificationEvent::Approved => Some(ApprovalEvent::Approved),
        CertificationEvent::Refused => Some(ApprovalEvent::Refused),
        CertificationEvent::Withdrawn => Some(ApprovalEvent::Withdrawn),
        CertificationEvent::Revoked => Some(ApprovalEvent::Revoked),
        CertificationEvent::TookEffect
        | CertificationEvent::Lapsed
        | CertificationEvent::Replaced => None,
    }
}

/// The line that an event writes into the approval.
pub(super) fn entry_of(event: &Event) -> Option<Entry> {
    approval_event(event.kind()).map(|step| entry(step, event))
}

fn entry(step: ApprovalEvent, event: &Event) -> Entry {
    let (reason, effective, evidence) = match &event.details {
        Details::Proposed(d) => (Some(&d.reason), d.planned_from, d.evidence.clone()),
        Details::Recommended(d) => (d.note.as_ref(), None, Vec::new()),
        Details::Returned(d) => (Some(&d.reason), None, Vec::new()),
        Details::Approved(d) => (d.note.as_ref(), d.planned_from, Vec::new()),
        Details::Refused(d) => (Some(&d.reason), None, Vec::new()),
        Details::Withdrawn(d) => (d.reason.as_ref(), None, Vec::new()),
        Details::Revoked(d) => (Some(&d.reason), None, Vec::new()),
        Details::TookEffect(_) | Details::Lapsed(_) | Details::Replaced(_) => {
            (None, None, Vec::new())
        }
    };
    Entry {
        reason: reason.cloned(),
        effective,
        evidence,
        ..Entry::new(step, event.actor.clone(), event.recorded_at)
    }
}
