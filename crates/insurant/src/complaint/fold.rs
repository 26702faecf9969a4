//! A complaint is the fold of its events.

use super::guard::{ComplaintCase, ComplaintEffect, ComplaintGuard};
use super::outcome::{ComplaintRefusal, Effect, FormStatus, Permitted, Step};
use super::procedure::Form;
use super::table::{COMPLAINT, ComplaintRow};
use super::terms::By;
use super::{
    ComplaintEvent, ComplaintOutcome, ComplaintStep, Complexity, Context, Details, Event, Terms,
};
use crate::approval::Approval;
use crate::machine::{Refusal, Why};
use crate::organisation::{Actor, Organisation};
use insurant_rules::Instant;
use std::collections::{BTreeMap, BTreeSet, HashSet, VecDeque};
use std::fmt;

/// A complaint: its log, and what follows from it.
///
/// A complaint changes only by [`Complaint::apply`], which either takes one more event or refuses
/// it and leaves everything as it was. Who was entitled is asked when an event is applied, and not
/// again when a log is replayed: units and procedures change, and what happened has happened.
///
/// # Example
/// ```
/// use insurant::complaint::{details, Complaint, Context, Event, Terms};
/// use insurant::organisation::{Actor, OrgLevel, Organisation, Role, Unit};
/// use insurant::Instant;
///
/// let organisation = Organisation::new(vec![Unit::new("JX", "Jiaxing", OrgLevel::City)])?;
/// let terms = Terms::default();
/// let context = Context { terms: &terms, organisation: &organisation };
/// let at = |day: u32| Instant::parse(&format!("2025-06-{day:02}T10:00:00+08:00"));
/// let desk = || Actor::new("E1", Role::Collector, "JX");
/// let leader = || Actor::new("E9", Role::Leader, "JX");
///
/// let about = details::Received { about: vec!["E9".into()], ..Default::default() };
/// let receipt = Event::new("1", at(2)?, desk(), Box::new(about).into());
/// let (mut complaint, _) = Complaint::open("C-1", receipt, context)?;
///
/// // It reached us on the 2nd and was registered on the 5th: clocks run from the 2nd.
/// let registered = details::Registered { register_id: None, cause: None };
/// complaint.apply(Event::new("2", at(5)?, desk(), registered.into()), context)?;
/// assert_eq!(complaint.received_at(), at(2)?);
///
/// // The leader is complained about, and cannot make the complaint go away.
/// let declined = details::Declined { reason: "nothing to see".into() };
/// let refusal = complaint
///     .apply(Event::new("3", at(6)?, leader(), declined.into()), context)
///     .unwrap_err();
/// assert_eq!(refusal.refusal.why.codes(), ["impartial"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct Complaint {
    pub(super) id: String,
    pub(super) log: Vec<Event>,
    pub(super) ids: HashSet<String>,
    pub(super) step: ComplaintStep,
    /// Steps left aside, the last on top.
    pub(super) aside: Vec<ComplaintStep>,
    pub(super) received_at: Instant,
    pub(super) owner: String,
    pub(super) offered_to: Option<String>,
    pub(super) handler: Option<String>,
    pub(super) about: BTreeSet<String>,
    pub(super) recused: BTreeSet<String>,
    pub(super) complexity: Option<Complexity>,
    pub(super) asked: BTreeSet<String>,
    pub(super) paused: Option<String>,
    pub(super) outcome: Option<ComplaintOutcome>,
    pub(super) decider: Option<Actor>,
    pub(super) told: bool,
    pub(super) rechecked: bool,
    pub(super) merged_into: Option<String>,
    pub(super) absorbed: BTreeSet<String>,
    pub(super) extension: Option<Approval>,
    pub(super) counts: [u32; ComplaintEvent::ALL.len()],
    pub(super) filed: BTreeMap<String, u32>,
    pub(super) notices_due: BTreeSet<String>,
}

/// Without persons: what is debugged may be logged.
impl fmt::Debug for Complaint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Complaint")
            .field("id", &self.id)
            .field("step", &self.step)
            .field("events", &self.log.len())
            .finish_non_exhaustive()
    }
}

impl Complaint {
    /// A complaint from its receipt.
    ///
    /// # Errors
    /// The event is no receipt, is recorded before it happens, or comes from an unknown unit.
    pub fn open(
        id: impl Into<String>,
        event: Event,
        context: Context<'_>,
    ) -> Result<(Self, Step), ComplaintRefusal> {
        Self::begin(id.into(), event, context.into())
    }

    /// One more event.
    ///
    /// # Errors
    /// Why not, and what is allowed; the complaint is as it was.
    pub fn apply(&mut self, event: Event, context: Context<'_>) -> Result<Step, ComplaintRefusal> {
        self.advance(event, context.into())
    }

    /// The complaint of a log that was accepted event by event. What followed from the log alone is
    /// asked again; who was entitled then, and what the procedure of the day granted, is not:
    /// [`Applied::status`](super::procedure::Applied::status) finds who was not.
    ///
    /// # Errors
    /// The first event that could never have been accepted.
    pub fn replay(
        id: impl Into<String>,
        events: impl IntoIterator<Item = Event>,
    ) -> Result<Self, ComplaintRefusal> {
        let id = id.into();
        let mut events = events.into_iter();
        let Some(first) = events.next() else {
            return Err(ComplaintRefusal {
                event_id: Box::default(),
                refusal: no_receipt(ComplaintEvent::Received, crate::organisation::Role::System),
                missing: Vec::new(),
                nearest: None,
                level: None,
            });
        };
        let (mut complaint, _) = Self::begin(id, first, By::default())?;
        for event in events {
            complaint.advance(event, By::default())?;
        }
        Ok(complaint)
    }

    /// The steps that the log led through, one an event, with what followed from the log alone.
    ///
    /// # Example
    /// ```
    /// use insurant::complaint::{Complaint, ComplaintStep, Event, details};
    /// use insurant::organisation::{Actor, Role};
    /// use insurant::Instant;
    ///
    /// let at = Instant::parse("2025-06-02T10:00:00+08:00")?;
    /// let desk = || Actor::new("E1", Role::Collector, "JX");
    /// let registered = details::Registered { register_id: None, cause: None };
    /// let complaint = Complaint::replay("C-1", [
    ///     Event::new("1", at, desk(), Box::new(details::Received::default()).into()),
    ///     Event::new("2", at, desk(), registered.into()),
    /// ])?;
    /// let steps: Vec<ComplaintStep> = complaint.retrace().iter().map(|step| step.to).collect();
    /// assert_eq!(steps, [ComplaintStep::Received, ComplaintStep::Registered]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn retrace(&self) -> Vec<Step> {
        let mut steps = Vec::with_capacity(self.log.len());
        let mut events = self.log.iter().cloned();
        let begun = events
            .next()
            .map(|e| Self::begin(self.id.clone(), e, By::default()));
        let Some(Ok((mut complaint, first))) = begun else {
            return steps;
        };
        steps.push(first);
        // The log was accepted, and is again.
        steps.extend(events.map_while(|event| complaint.advance(event, By::default()).ok()));
        steps
    }

    /// Whether an event would be accepted.
    ///
    /// # Errors
    /// Why not, and what is allowed.
    pub fn check(&self, event: &Event, context: Context<'_>) -> Result<(), ComplaintRefusal> {
        self.row(event, context.into()).map(|_| ())
    }

    /// What somebody may bring about now: every event that this step allows the role, each with
    /// what still stands in its way.
    #[must_use]
    pub fn allowed(&self, actor: &Actor, context: Context<'_>) -> Vec<Permitted> {
        self.allowed_by(actor, context.into())
    }

    /// The same, as far as units and terms are known.
    pub(crate) fn allowed_with(
        &self,
        actor: &Actor,
        terms: &Terms,
        units: Option<&Organisation>,
    ) -> Vec<Permitted> {
        let terms = Some(terms);
        self.allowed_by(actor, By { terms, units })
    }

    fn allowed_by(&self, actor: &Actor, by: By<'_>) -> Vec<Permitted> {
        let events = COMPLAINT.allowed_to(self.step, actor.role);
        events
            .map(|event| {
                let mut of_role = COMPLAINT.rows.iter().rev().filter(|row| {
                    row.on == event && row.by.has(actor.role) && row.from.contains(&self.step)
                });
                // Rows of one event differ in cases, which only its details can tell.
                let guards = of_role.next().map_or(&[][..], |row| row.guards);
                let guards = COMPLAINT.always.iter().chain(guards).copied();
                let lacking = guards.filter(|guard| !self.holds(*guard, actor, event, None, by));
                let lacking: Vec<ComplaintGuard> = lacking.collect();
                Permitted {
                    event,
                    level: self.level_needed(&lacking, actor, event, by),
                    lacking,
                }
            })
            .collect()
    }

    pub(super) fn begin(
        id: String,
        event: Event,
        by: By<'_>,
    ) -> Result<(Self, Step), ComplaintRefusal> {
        let refuse = |guards: Vec<ComplaintGuard>| {
            let mut refusal = no_receipt(event.kind(), event.actor.role);
            refusal.why = Why::Guards(guards);
            ComplaintRefusal {
                event_id: event.id.clone().into_boxed_str(),
                refusal,
                missing: Vec::new(),
                nearest: None,
                level: None,
            }
        };
        let Details::Received(received) = &event.details else {
            return Err(refuse(vec![ComplaintGuard::ReceiptFirst]));
        };
        let mut broken = Vec::new();
        if event.recorded_at.seconds() < event.occurred_at.seconds() {
            broken.push(ComplaintGuard::NotForetold);
        }
        if !by.units(|units| units.unit(&event.actor.unit_id).is_some()) {
            broken.push(ComplaintGuard::KnownUnit);
        }
        if !broken.is_empty() {
            return Err(refuse(broken));
        }
        let mut complaint = Self {
            id,
            log: Vec::new(),
            ids: HashSet::new(),
            step: ComplaintStep::Received,
            aside: Vec::new(),
            received_at: event.occurred_at,
            owner: event.actor.unit_id.clone(),
            offered_to: None,
            handler: None,
            about: received.about.iter().cloned().collect(),
            recused: BTreeSet::new(),
            complexity: None,
            asked: BTreeSet::new(),
            paused: None,
            outcome: None,
            decider: None,
            told: false,
            rechecked: false,
            merged_into: None,
            absorbed: BTreeSet::new(),
            extension: None,
            counts: [0; ComplaintEvent::ALL.len()],
            filed: BTreeMap::new(),
            notices_due: BTreeSet::new(),
        };
        let starts = [
            ComplaintEffect::ClocksStart,
            ComplaintEffect::RegistrationDue,
        ];
        let mut effects: Vec<Effect> = starts.into_iter().map(Effect::plain).collect();
        effects.extend(forms_due(event.kind(), by));
        complaint.record(event);
        let step = Step {
            from: ComplaintStep::Received,
            to: ComplaintStep::Received,
            effects,
        };
        Ok((complaint, step))
    }

    pub(super) fn row(
        &self,
        event: &Event,
        by: By<'_>,
    ) -> Result<&'static ComplaintRow, ComplaintRefusal> {
        COMPLAINT
            .step(
                self.step,
                event.kind(),
                event.actor.role,
                |case| self.applies(case, event),
                |guard| self.holds(guard, &event.actor, event.kind(), Some(event), by),
            )
            .map_err(|mut refusal| {
                // The same event once more, such as one delivered twice: what else would be in
                // its way now is beside the point.
                let told = refusal.why.codes().contains(&"new_id");
                if self.ids.contains(&event.id) && !told {
                    refusal.why = Why::Guards(vec![ComplaintGuard::NewId]);
                }
                ComplaintRefusal {
                    event_id: event.id.clone().into_boxed_str(),
                    missing: missing_fields(&refusal, event, by),
                    nearest: nearest_form(&refusal, event, by),
                    level: match &refusal.why {
                        Why::Guards(guards) => {
                            self.level_needed(guards, &event.actor, event.kind(), by)
                        }
                        _ => None,
                    },
                    refusal,
                }
            })
    }

    pub(super) fn advance(&mut self, event: Event, by: By<'_>) -> Result<Step, ComplaintRefusal> {
        let row = self.row(&event, by)?;
        let from = self.step;
        let mut effects = self.settle(row, &event, by);
        effects.extend(forms_due(event.kind(), by));
        self.record(event);
        Ok(Step {
            from,
            to: self.step,
            effects,
        })
    }

    fn record(&mut self, event: Event) {
        let index = usize::try_from(event.kind().position()).unwrap_or(usize::MAX);
        if let Some(count) = self.counts.get_mut(index) {
            *count = count.saturating_add(1);
        }
        self.ids.insert(event.id.clone());
        self.log.push(event);
    }

    /// Which of several rows is meant.
    pub(super) fn applies(&self, case: ComplaintCase, event: &Event) -> bool {
        use super::{RecheckOutcome, ReferralResult};
        match (case, &event.details) {
            (ComplaintCase::LastAnswer, Details::CoordinationAnswered(answer)) => {
                self.asked.len() == 1 && self.asked.contains(&answer.department)
            }
            (ComplaintCase::SentBack, Details::RecheckDecided(decision)) => {
                decision.result == RecheckOutcome::SentBack
            }
            (ComplaintCase::DecidedOutside, Details::ReferralEnded(end)) => matches!(
                end.result,
                ReferralResult::Decided | ReferralResult::Settled
            ),
            _ => false,
        }
    }

    /// The host's id.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The log, in the order in which it was recorded.
    #[must_use]
    pub fn events(&self) -> &[Event] {
        &self.log
    }

    /// Where it stands.
    #[must_use]
    pub const fn step(&self) -> ComplaintStep {
        self.step
    }

    /// When it was received, or the earliest complaint that it absorbed: clocks run from here.
    #[must_use]
    pub const fn received_at(&self) -> Instant {
        self.received_at
    }

    /// What its receipt said.
    #[must_use]
    pub fn received(&self) -> Option<&super::details::Received> {
        match &self.log.first()?.details {
            Details::Received(received) => Some(received),
            _ => None,
        }
    }

    /// The unit that owns it.
    #[must_use]
    pub fn owner(&self) -> &str {
        &self.owner
    }

    /// Who was made responsible for it.
    #[must_use]
    pub fn handler(&self) -> Option<&str> {
        self.handler.as_deref()
    }

    /// Who is complained about.
    #[must_use]
    pub const fn about(&self) -> &BTreeSet<String> {
        &self.about
    }

    /// Who stepped back.
    #[must_use]
    pub const fn recused(&self) -> &BTreeSet<String> {
        &self.recused
    }

    /// How hard it is, once that was said.
    #[must_use]
    pub const fn complexity(&self) -> Option<Complexity> {
        self.complexity
    }

    /// Why time is left out now.
    #[must_use]
    pub fn paused(&self) -> Option<&str> {
        self.paused.as_deref()
    }

    /// What was decided.
    #[must_use]
    pub const fn outcome(&self) -> Option<ComplaintOutcome> {
        self.outcome
    }

    /// Whether the complainant knows what was decided last.
    #[must_use]
    pub const fn is_told(&self) -> bool {
        self.told
    }

    /// Whether it is in the register.
    #[must_use]
    pub fn is_registered(&self) -> bool {
        self.count(ComplaintEvent::Registered) > 0
    }

    /// The complaint that it goes on as part of.
    #[must_use]
    pub fn merged_into(&self) -> Option<&str> {
        self.merged_into.as_deref()
    }

    /// The complaints that go on as part of this one.
    #[must_use]
    pub const fn absorbed(&self) -> &BTreeSet<String> {
        &self.absorbed
    }

    /// The request for more time that was made last.
    #[must_use]
    pub const fn extension(&self) -> Option<&Approval> {
        self.extension.as_ref()
    }

    /// Notices to the complainant that were not sent yet, by the event that they tell of.
    #[must_use]
    pub const fn notices_due(&self) -> &BTreeSet<String> {
        &self.notices_due
    }

    /// How often an event happened.
    #[must_use]
    pub fn count(&self, event: ComplaintEvent) -> u32 {
        let index = usize::try_from(event.position()).unwrap_or(usize::MAX);
        self.counts.get(index).copied().unwrap_or(0)
    }

    /// The forms that fell due so far, in the order of the procedure. When they were due at the
    /// latest, their clocks say: see [`super::Status`].
    #[must_use]
    pub fn forms(&self, terms: &Terms) -> Vec<FormStatus> {
        let fell_due = |form: &&Form| form.on.iter().any(|kind| self.count(*kind) > 0);
        let due = terms.forms.iter().filter(fell_due);
        due.map(|form| self.form(form)).collect()
    }

    /// How a form stands. One that was filed before it was asked for counts all the same; one that
    /// lacks a required field does not, until it is filed whole.
    pub(super) fn form(&self, form: &Form) -> FormStatus {
        let mut status = FormStatus {
            form: form.id.clone(),
            due: 0,
            filed: 0,
            due_since: None,
            due_before: None,
            overdue: false,
            incomplete: Vec::new(),
        };
        let mut open = VecDeque::new();
        let mut early = 0_u32;
        for event in &self.log {
            let kind = event.kind();
            let filed = match &event.details {
                Details::FormFiled(filed) if filed.form == form.id => Some(filed),
                _ => None,
            };
            if let Some(filed) = filed {
                let missing = form.missing(&filed.fields).into_iter();
                status.incomplete = missing.map(str::to_owned).collect();
            }
            if filed.is_some() && status.incomplete.is_empty() {
                status.filed = status.filed.saturating_add(1);
                if open.pop_front().is_none() {
                    early = early.saturating_add(1);
                }
            }
            if form.on.contains(&kind) {
                status.due = status.due.saturating_add(1);
                match early.checked_sub(1) {
                    Some(left) => early = left,
                    None => open.push_back(event.occurred_at),
                }
            }
            if form.ends.contains(&kind) {
                open.clear();
            }
        }
        status.due_since = open.front().copied();
        if status.due_since.is_none() {
            status.incomplete.clear();
        }
        status
    }
}

fn forms_due(kind: ComplaintEvent, by: By<'_>) -> Vec<Effect> {
    let forms = by.terms.map_or(&[][..], |terms| &terms.forms);
    let due = forms.iter().filter(|form| form.on.contains(&kind));
    due.map(|form| Effect::of(ComplaintEffect::FormDue, form.id.as_str()))
        .collect()
}

fn missing_fields(
    refusal: &Refusal<ComplaintStep, ComplaintEvent, ComplaintGuard>,
    event: &Event,
    by: By<'_>,
) -> Vec<String> {
    let (Why::Guards(_), Details::FormFiled(filed), Some(terms)) =
        (&refusal.why, &event.details, by.terms)
    else {
        return Vec::new();
    };
    let form = terms.form(&filed.form);
    let missing = form.map_or_else(Vec::new, |form| form.missing(&filed.fields));
    missing.into_iter().map(str::to_owned).collect()
}

/// The form that was probably meant.
fn nearest_form(
    refusal: &Refusal<ComplaintStep, ComplaintEvent, ComplaintGuard>,
    event: &Event,
    by: By<'_>,
) -> Option<Box<str>> {
    let (Why::Guards(guards), Details::FormFiled(filed), Some(terms)) =
        (&refusal.why, &event.details, by.terms)
    else {
        return None;
    };
    let unknown = guards.contains(&ComplaintGuard::KnownForm);
    let nearest = || terms.nearest_form(&filed.form).map(Box::from);
    unknown.then(nearest).flatten()
}

fn no_receipt(
    event: ComplaintEvent,
    role: crate::organisation::Role,
) -> Refusal<ComplaintStep, ComplaintEvent, ComplaintGuard> {
    Refusal {
        state: ComplaintStep::Received,
        event,
        role,
        why: Why::Guards(vec![ComplaintGuard::ReceiptFirst]),
        allowed: Vec::new(),
    }
}
