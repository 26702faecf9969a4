//! Who is due, overdue or lapsed on a day, and what may happen next.

use super::table::{CERTIFICATION, OPENING};
use super::{
    Certification, CertificationEvent, CertificationState, Context, GradeState, ManagerFile,
    Segment, Span,
};
use crate::closed::closed;
use crate::date::Date;
use crate::manager::ManagerGrade;
use crate::organisation::{OrgLevel, Organisation, Roles};
use std::collections::BTreeMap;

closed! {
    /// Where a manager stands on a day.
    StandingKind {
        /// The certificate is valid, and not due yet.
        Certified = "certified",
        /// It is valid, and due to be renewed.
        Due = "due",
        /// It is not valid any more; the grade is kept for a while.
        Overdue = "overdue",
        /// Nobody renewed it in time.
        Lapsed = "lapsed",
        /// Never certified, or the grade was lifted.
        Unrated = "unrated",
        /// The manager holds no post.
        NotInService = "not_in_service",
    }
}

/// Where a manager stands on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The host's id.
    pub manager_id: String,
    /// The unit of the post.
    pub unit_id: Option<String>,
    /// Where they stand.
    pub kind: StandingKind,
    /// The grade on the day, and since when; nothing outside service.
    pub segment: Option<Segment>,
    /// The days of the certification that this follows from.
    pub span: Option<Span>,
    /// The certification that is open.
    pub open: Option<Open>,
    /// What may happen next.
    pub next: Vec<Next>,
}

/// A certification that is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Open {
    /// The host's id.
    pub certification_id: String,
    /// Where it stands.
    pub state: CertificationState,
    /// The grade that was proposed.
    pub grade: ManagerGrade,
}

/// What may happen next, and by whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Next {
    /// The certification; nothing for a new one.
    pub certification_id: Option<String>,
    /// The event.
    pub event: CertificationEvent,
    /// The roles.
    pub roles: Roles,
    /// The least level of their unit, where one is needed.
    pub least_level: Option<OrgLevel>,
    /// The nearest unit at or above the manager's that has it.
    pub unit_id: Option<String>,
}

/// How many managers of a unit, and of those below, stand where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitStanding {
    /// The unit.
    pub unit_id: String,
    counts: [u32; StandingKind::ALL.len()],
}

impl UnitStanding {
    /// How many stand so.
    #[must_use]
    pub fn count(&self, kind: StandingKind) -> u32 {
        let index = usize::try_from(kind.position()).unwrap_or(usize::MAX);
        self.counts.get(index).copied().unwrap_or(0)
    }

    /// How many there are.
    #[must_use]
    pub fn managers(&self) -> u32 {
        self.counts.iter().sum()
    }
}

/// Standings by unit, each manager counted at their unit and all above it: every unit, in order of
/// id.
#[must_use]
pub fn by_unit(standings: &[Standing], organisation: &Organisation) -> Vec<UnitStanding> {
    let mut units: BTreeMap<&str, UnitStanding> = organisation
        .units()
        .map(|unit| {
            let counts = [0; StandingKind::ALL.len()];
            let unit_id = unit.id.clone();
            (unit.id.as_str(), UnitStanding { unit_id, counts })
        })
        .collect();
    for standing in standings {
        let Some(unit) = &standing.unit_id else {
            continue;
        };
        let index = usize::try_from(standing.kind.position()).unwrap_or(usize::MAX);
        for above in organisation.chain(unit) {
            let counts = units
                .get_mut(above.id.as_str())
                .map(|unit| &mut unit.counts);
            if let Some(count) = counts.and_then(|counts| counts.get_mut(index)) {
                *count = count.saturating_add(1);
            }
        }
    }
    units.into_values().collect()
}

impl ManagerFile {
    /// Where the manager stands on a day, by what was done by then.
    #[must_use]
    pub fn standing(&self, day: Date, context: Context<'_>) -> Standing {
        let terms = context.terms;
        let segment = self.grade_on(day, terms);
        let unit_id = self.posts.unit_on(day).map(str::to_owned);
        let of_segment = segment.as_ref().and_then(|s| s.certification_id.as_deref());
        let current = of_segment.and_then(|id| self.certification(id));
        let span = current.and_then(|certification| certification.effect(terms));
        let kind = match (&segment, span) {
            (None, _) => StandingKind::NotInService,
            (Some(segment), span) => match segment.state {
                GradeState::Rated => {
                    if span.is_some_and(|span| terms.due_from(span.valid_to) <= day) {
                        StandingKind::Due
                    } else {
                        StandingKind::Certified
                    }
                }
                GradeState::InGrace => StandingKind::Overdue,
                GradeState::Lapsed => StandingKind::Lapsed,
                GradeState::Unrated => StandingKind::Unrated,
            },
        };
        let state = |certification: &Certification| certification.state_on(day);
        let open = self.certifications().iter().find_map(|certification| {
            let state = state(certification).filter(|state| state.is_open())?;
            Some((certification, state))
        });
        let mut next = Vec::new();
        if let Some((certification, state)) = open {
            next.extend(self.next_of(certification, state, day, context));
        }
        let kept = |certification: &Certification| state(certification).filter(|s| !s.is_open());
        if let Some((certification, state)) = current.and_then(|c| Some((c, kept(c)?))) {
            let over = span.is_some_and(|span| span.grace_to <= day);
            let events = self.next_of(certification, state, day, context);
            let events = events.into_iter();
            next.extend(events.filter(|n| n.event != CertificationEvent::Lapsed || over));
        }
        if open.is_none() && segment.is_some() {
            next.push(Next {
                certification_id: None,
                event: OPENING.on,
                roles: OPENING.by.both(terms.propose),
                least_level: None,
                unit_id: None,
            });
        }
        Standing {
            manager_id: self.manager_id.clone(),
            unit_id,
            kind,
            segment,
            span,
            open: open.map(|(certification, state)| Open {
                certification_id: certification.id().to_owned(),
                state,
                grade: certification.grade_on(day).unwrap_or(certification.grade),
            }),
            next,
        }
    }

    /// What a state of a certification allows, and whom the terms let do it: by what was proposed
    /// and in effect on the day.
    fn next_of(
        &self,
        certification: &Certification,
        state: CertificationState,
        day: Date,
        context: Context<'_>,
    ) -> Vec<Next> {
        let grade = certification.grade_on(day);
        let grade = grade.unwrap_or_else(|| certification.grade());
        let old = self.last_grade_on(day);
        let allowed = CERTIFICATION.allowed(state).into_iter();
        // What has to be recommended first is not approved yet.
        let first = state == CertificationState::Proposed && !context.terms.recommend.is_empty();
        let allowed = allowed.filter(|allowed| match allowed.event {
            CertificationEvent::Replaced => false,
            CertificationEvent::Approved => !first,
            _ => true,
        });
        let next = allowed.filter_map(|allowed| {
            let whom = self.entitled(allowed.event, allowed.roles, (old, grade), day, context);
            (!whom.roles.is_empty()).then(|| Next {
                certification_id: Some(certification.id().to_owned()),
                event: allowed.event,
                roles: whom.roles,
                least_level: whom.least_level,
                unit_id: whom.unit_id,
            })
        });
        next.collect()
    }
}
