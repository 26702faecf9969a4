//! A manager's file is the fold of the events of all their certifications.

use super::guard::CertificationGuard as Guard;
use super::outcome::{CertificationRefusal, Permitted, Step};
use super::table::{CERTIFICATION, CertificationRow, OPENING};
use super::terms::By;
use super::{CertificationEvent, CertificationState, Context, Event};
use crate::approval::Approval;
use crate::date::Date;
use crate::machine::{Allowed, Refusal, Why};
use crate::manager::{ManagerGrade, Posts};
use crate::organisation::Actor;
use std::collections::HashSet;
use std::fmt;

/// One certification: a proposal, what became of it, and from when on the grade counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certification {
    pub(super) id: String,
    pub(super) grade: ManagerGrade,
    /// Each grade that was proposed, with the day of it.
    pub(super) grades: Vec<(Date, ManagerGrade)>,
    /// Each state with the day from which it held.
    pub(super) states: Vec<(Date, CertificationState)>,
    /// When the last event of it happened, in seconds of the world's time.
    pub(super) last_occurred: i64,
    pub(super) approval: Approval,
    pub(super) proposed_on: Date,
    pub(super) approved_on: Option<Date>,
    /// The day from which the grade counted.
    pub(super) effective_from: Option<Date>,
    /// The end of validity, where it was said.
    pub(super) said_valid_to: Option<Date>,
    pub(super) revoked_on: Option<Date>,
}

/// Everything about the grade of one account manager: where they served, and the log of their
/// certifications.
///
/// A file changes only by [`ManagerFile::apply`], which either takes one more event or refuses it
/// and leaves everything as it was. Who was entitled is asked when an event is applied, and not
/// again when a log is replayed: units and terms change, and what happened has happened.
/// [`ManagerFile::findings`] tells what they do not allow.
///
/// # Example
/// ```
/// use insurant::manager::certification::{CertificationTerms, Context, Event, ManagerFile, details};
/// use insurant::manager::{ManagerGrade, Post, Posts};
/// use insurant::organisation::{Actor, OrgLevel, Organisation, Role, Unit};
/// use insurant::{Date, Instant};
///
/// let organisation = Organisation::new(vec![
///     Unit::new("ZJ", "Zhejiang", OrgLevel::Province),
///     Unit::new("JX", "Jiaxing", OrgLevel::City).under("ZJ"),
///     Unit::new("JX1", "Jiaxing, first desk", OrgLevel::FrontLine).under("JX"),
/// ])?;
/// let terms = CertificationTerms::example();
/// let context = Context { terms: &terms, organisation: &organisation };
/// let post = Post { unit_id: "JX1".into(), from: Date::parse("2024-03-01")?, to: None };
/// let mut file = ManagerFile::new("M1", Posts::new(vec![post])?);
///
/// let at = |day: u32| Instant::parse(&format!("2025-01-{day:02}T10:00:00+08:00"));
/// let leader = |person: &str, unit: &str| Actor::new(person, Role::Leader, unit);
/// let proposed = details::Proposed {
///     grade: ManagerGrade::Standard,
///     reason: "appraisal of 2024: 71 points".into(),
///     appraisal_id: None,
///     evidence: vec![],
///     planned_from: None,
/// };
/// file.apply(Event::new("1", "2025", at(6)?, leader("L1", "JX1"), proposed), context)?;
/// let recommended = details::Recommended { note: None };
/// file.apply(Event::new("2", "2025", at(7)?, leader("L2", "JX"), recommended), context)?;
///
/// // The leader who recommended may not approve as well, and the one of the desk not at all.
/// let approved = || details::Approved { planned_from: None, note: None };
/// let refusal = file
///     .apply(Event::new("3", "2025", at(8)?, leader("L2", "JX"), approved()), context)
///     .unwrap_err();
/// assert_eq!(refusal.refusal.why.codes(), ["not_oneself"]);
/// let refusal = file
///     .apply(Event::new("3", "2025", at(8)?, leader("L9", "JX1"), approved()), context)
///     .unwrap_err();
/// assert_eq!(refusal.refusal.why.codes(), ["may_decide"]);
///
/// file.apply(Event::new("3", "2025", at(8)?, leader("L3", "JX"), approved()), context)?;
/// let effect = details::TookEffect { valid_to: None };
/// let system = Actor::new("nightly", Role::System, "JX");
/// file.apply(Event::new("4", "2025", at(10)?, system, effect), context)?;
///
/// let on = |day| Date::parse(day).map(|day| file.grade_on(day, &terms).and_then(|s| s.grade));
/// assert_eq!(on("2025-01-09")?, None);
/// assert_eq!(on("2025-01-10")?, Some(ManagerGrade::Standard));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct ManagerFile {
    pub(super) manager_id: String,
    pub(super) posts: Posts,
    pub(super) log: Vec<Event>,
    pub(super) ids: HashSet<String>,
    /// In the order in which they were opened.
    pub(super) certifications: Vec<Certification>,
}

/// Without persons: what is debugged may be logged.
impl fmt::Debug for ManagerFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ManagerFile")
            .field("events", &self.log.len())
            .field("certifications", &self.certifications.len())
            .finish_non_exhaustive()
    }
}

impl Certification {
    /// The host's id.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The grade, as proposed last.
    #[must_use]
    pub const fn grade(&self) -> ManagerGrade {
        self.grade
    }

    /// The grade as it was proposed by a day; nothing when it had not begun.
    #[must_use]
    pub fn grade_on(&self, day: Date) -> Option<ManagerGrade> {
        let until = self.grades.iter().take_while(|(from, _)| *from <= day);
        until.last().map(|(_, grade)| *grade)
    }

    /// Where it stands.
    #[must_use]
    pub fn state(&self) -> CertificationState {
        let last = self.states.last();
        last.map_or(CertificationState::Proposed, |(_, state)| *state)
    }

    /// Where it stood on a day; nothing when it had not begun.
    #[must_use]
    pub fn state_on(&self, day: Date) -> Option<CertificationState> {
        let until = self.states.iter().take_while(|(from, _)| *from <= day);
        until.last().map(|(_, state)| *state)
    }

    /// The approval behind it.
    #[must_use]
    pub const fn approval(&self) -> &Approval {
        &self.approval
    }

    /// The day on which it was proposed first.
    #[must_use]
    pub const fn proposed_on(&self) -> Date {
        self.proposed_on
    }

    /// The day on which it was approved.
    #[must_use]
    pub const fn approved_on(&self) -> Option<Date> {
        self.approved_on
    }

    /// The day from which the grade counted.
    #[must_use]
    pub const fn effective_from(&self) -> Option<Date> {
        self.effective_from
    }

    /// The day from which it was lifted.
    #[must_use]
    pub const fn revoked_on(&self) -> Option<Date> {
        self.revoked_on
    }
}

impl ManagerFile {
    /// A file without certifications.
    #[must_use]
    pub fn new(manager_id: impl Into<String>, posts: Posts) -> Self {
        Self {
            manager_id: manager_id.into(),
            posts,
            log: Vec::new(),
            ids: HashSet::new(),
            certifications: Vec::new(),
        }
    }

    /// The file of a log that was accepted event by event. What followed from the log alone is
    /// asked again; who was entitled then, and what the terms of the day allowed, is not.
    ///
    /// # Errors
    /// The first event that could never have been accepted.
    pub fn replay(
        manager_id: impl Into<String>,
        posts: Posts,
        events: impl IntoIterator<Item = Event>,
    ) -> Result<Self, Box<CertificationRefusal>> {
        let mut file = Self::new(manager_id, posts);
        for event in events {
            file.advance(event, By::default())?;
        }
        Ok(file)
    }

    /// One more event.
    ///
    /// # Errors
    /// Why not, and what is allowed; the file is as it was.
    pub fn apply(
        &mut self,
        event: Event,
        context: Context<'_>,
    ) -> Result<Step, Box<CertificationRefusal>> {
        self.advance(event, context.into())
    }

    /// Whether an event would be accepted.
    ///
    /// # Errors
    /// Why not, and what is allowed.
    pub fn check(
        &self,
        event: &Event,
        context: Context<'_>,
    ) -> Result<(), Box<CertificationRefusal>> {
        self.row(event, context.into()).map(|_| ())
    }

    /// What somebody may bring about on a day: every event that a certification allows their role,
    /// each with what still stands in its way; at last a new proposal.
    #[must_use]
    pub fn allowed(&self, actor: &Actor, day: Date, context: Context<'_>) -> Vec<Permitted> {
        let by = By::from(context);
        let mut all = Vec::new();
        let lacking = |certification: Option<&Certification>, row: &CertificationRow| {
            let guards = CERTIFICATION.always.iter().chain(row.guards).copied();
            let asked = self.asked(certification, row.on, actor, None, day, by);
            guards
                .filter(|guard| !self.holds(*guard, &asked))
                .collect::<Vec<_>>()
        };
        for certification in &self.certifications {
            let state = certification.state();
            for event in CERTIFICATION.allowed_to(state, actor.role) {
                let mut rows = CERTIFICATION.rows.iter();
                let row = rows.find(|row| {
                    row.on == event && row.by.has(actor.role) && row.from.contains(&state)
                });
                // What follows from another certification is nobody's to bring about.
                if let Some(row) = row.filter(|row| row.on != CertificationEvent::Replaced) {
                    all.push(Permitted {
                        certification_id: Some(certification.id.clone()),
                        event,
                        lacking: lacking(Some(certification), row),
                    });
                }
            }
        }
        if OPENING.by.has(actor.role) {
            all.push(Permitted {
                certification_id: None,
                event: OPENING.on,
                lacking: lacking(None, &OPENING),
            });
        }
        all
    }

    pub(super) fn row(
        &self,
        event: &Event,
        by: By<'_>,
    ) -> Result<&'static CertificationRow, Box<CertificationRefusal>> {
        let certification = self.certification(&event.certification_id);
        let (kind, role) = (event.kind(), event.actor.role);
        let asked = self.asked(
            certification,
            kind,
            &event.actor,
            Some(event),
            event.day(),
            by,
        );
        let holds = |guard: Guard| self.holds(guard, &asked);
        let stepped = match certification {
            Some(known) => {
                CERTIFICATION.step(known.state(), kind, role, |case| match case {}, holds)
            }
            None => opening(kind, role, holds),
        };
        stepped.map_err(|refusal| {
            Box::new(CertificationRefusal {
                event_id: event.id.clone(),
                certification_id: event.certification_id.clone(),
                unknown: certification.is_none(),
                refusal,
            })
        })
    }

    pub(super) fn advance(
        &mut self,
        event: Event,
        by: By<'_>,
    ) -> Result<Step, Box<CertificationRefusal>> {
        let row = self.row(&event, by)?;
        let step = self.settle(row, &event, by);
        self.ids.insert(event.id.clone());
        self.log.push(event);
        Ok(step)
    }

    /// The host's id of the manager.
    #[must_use]
    pub fn manager_id(&self) -> &str {
        &self.manager_id
    }

    /// Where they served.
    #[must_use]
    pub const fn posts(&self) -> &Posts {
        &self.posts
    }

    /// The log, in the order in which it was recorded.
    #[must_use]
    pub fn events(&self) -> &[Event] {
        &self.log
    }

    /// The certifications, in the order in which they were opened.
    #[must_use]
    pub fn certifications(&self) -> &[Certification] {
        &self.certifications
    }

    /// A certification.
    #[must_use]
    pub fn certification(&self, id: &str) -> Option<&Certification> {
        self.certifications.iter().find(|known| known.id == id)
    }

    /// The certification that is open: proposed, and neither in effect nor given up.
    #[must_use]
    pub fn open(&self) -> Option<&Certification> {
        let mut all = self.certifications.iter();
        all.find(|certification| certification.state().is_open())
    }

    /// The grade that took effect last, whatever became of it. Steps and authority are judged by
    /// it, so that nobody gains by letting a grade lapse.
    #[must_use]
    pub fn last_grade(&self) -> Option<ManagerGrade> {
        self.last_grade_on(Date::MAX)
    }

    /// The grade that took effect last, by a day.
    #[must_use]
    pub fn last_grade_on(&self, day: Date) -> Option<ManagerGrade> {
        let in_effect = self.certifications.iter();
        let in_effect = in_effect.filter_map(|known| Some((known.effective_from?, known.grade)));
        let last = in_effect
            .filter(|(from, _)| *from <= day)
            .max_by_key(|(from, _)| *from);
        last.map(|(_, grade)| grade)
    }
}

/// The row with which a certification begins.
fn opening(
    event: CertificationEvent,
    role: crate::organisation::Role,
    holds: impl Fn(Guard) -> bool,
) -> Result<&'static CertificationRow, Refusal<CertificationState, CertificationEvent, Guard>> {
    let refuse = |why| Refusal {
        state: CERTIFICATION.start.1,
        event,
        role,
        why,
        allowed: vec![Allowed {
            event: OPENING.on,
            roles: OPENING.by,
        }],
    };
    if event != OPENING.on {
        return Err(refuse(Why::Guards(vec![Guard::ProposalFirst])));
    }
    if !OPENING.by.has(role) {
        return Err(refuse(Why::NotByRole(OPENING.by)));
    }
    let guards = || CERTIFICATION.always.iter().chain(OPENING.guards).copied();
    let broken: Vec<Guard> = guards().filter(|guard| !holds(*guard)).collect();
    if broken.is_empty() {
        return Ok(&OPENING);
    }
    Err(refuse(Why::Guards(broken)))
}
