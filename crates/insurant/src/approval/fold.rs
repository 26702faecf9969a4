//! An approval is the fold of its history.

use super::{APPROVAL, ApprovalEvent, ApprovalGuard, ApprovalKind, ApprovalState, Context, Entry};
use crate::date::Date;
use crate::machine::{Refusal, To};
use crate::organisation::Actor;
use insurant_rules::Instant;

/// Why a step was refused, and what is allowed.
pub type ApprovalRefusal = Refusal<ApprovalState, ApprovalEvent, ApprovalGuard>;

/// A proposal with its history.
///
/// # Example
/// ```
/// use insurant::Instant;
/// use insurant::approval::{Approval, ApprovalEvent, ApprovalKind, Approver, Context, Entry, Policy};
/// use insurant::organisation::{Actor, OrgLevel, Organisation, Role, Roles, Unit};
///
/// let organisation = Organisation::new(vec![
///     Unit::new("HO", "Head office", OrgLevel::HeadOffice),
///     Unit::new("JX", "Jiaxing", OrgLevel::City).under("HO"),
/// ])?;
/// let policy = Policy {
///     kind: ApprovalKind::ComplaintExtension,
///     propose: Roles::of(&[Role::Handler]),
///     recommend: Roles::NONE,
///     approvers: vec![Approver {
///         roles: Roles::of(&[Role::Leader]),
///         least_level: OrgLevel::City,
///         above: false,
///     }],
///     evidence: false,
///     longest_days: None,
/// };
/// let context = Context { policy: &policy, organisation: &organisation };
/// let at = Instant::parse("2025-06-01T10:00:00+08:00")?;
/// let asker = Actor::new("E7", Role::Handler, "JX");
/// let mut approval = Approval::draft("A-1", ApprovalKind::ComplaintExtension);
/// let ask = Entry::new(ApprovalEvent::Proposed, asker, at).because("the appraisal is late");
/// approval.apply(ask, context)?;
///
/// // The same person, now acting as leader, may not approve.
/// let oneself = Actor::new("E7", Role::Leader, "JX");
/// let refusal = approval
///     .apply(Entry::new(ApprovalEvent::Approved, oneself, at), context)
///     .unwrap_err();
/// assert_eq!(refusal.why.codes(), ["not_oneself"]);
///
/// let leader = Actor::new("E1", Role::Leader, "JX");
/// approval.apply(Entry::new(ApprovalEvent::Approved, leader, at), context)?;
/// assert!(approval.in_effect(at.date()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Approval {
    id: String,
    kind: ApprovalKind,
    subject: Option<Actor>,
    state: ApprovalState,
    history: Vec<Entry>,
}

impl Approval {
    /// A proposal that nobody has put forward yet.
    #[must_use]
    pub fn draft(id: impl Into<String>, kind: ApprovalKind) -> Self {
        Self {
            id: id.into(),
            kind,
            subject: None,
            state: ApprovalState::Draft,
            history: Vec::new(),
        }
    }

    /// The same, about a person, such as the one whose grade is proposed: then neither they nor
    /// anyone under them may recommend or decide, nor anyone outside their line.
    #[must_use]
    pub fn about(self, subject: Actor) -> Self {
        Self {
            subject: Some(subject),
            ..self
        }
    }

    /// Whom it is about, if it is about a person.
    #[must_use]
    pub const fn subject(&self) -> Option<&Actor> {
        self.subject.as_ref()
    }

    /// The host's id.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// What is decided.
    #[must_use]
    pub const fn kind(&self) -> ApprovalKind {
        self.kind
    }

    /// Where it stands.
    #[must_use]
    pub const fn state(&self) -> ApprovalState {
        self.state
    }

    /// What happened, in order.
    #[must_use]
    pub fn history(&self) -> &[Entry] {
        &self.history
    }

    /// Who put it forward.
    #[must_use]
    pub fn proposer(&self) -> Option<&Actor> {
        self.last(ApprovalEvent::Proposed).map(|entry| &entry.actor)
    }

    /// The last line of an event.
    #[must_use]
    pub fn last(&self, event: ApprovalEvent) -> Option<&Entry> {
        self.history.iter().rev().find(|entry| entry.event == event)
    }

    /// One step further, if the policy allows it.
    ///
    /// # Errors
    /// Why not, and what is allowed; the approval is as it was.
    pub fn apply(&mut self, entry: Entry, context: Context<'_>) -> Result<(), ApprovalRefusal> {
        self.step(entry, Some(context))
    }

    /// The approval of a history that was accepted once: who was entitled then is not asked again.
    ///
    /// # Errors
    /// A line that no policy could have accepted.
    pub fn replay(
        id: impl Into<String>,
        kind: ApprovalKind,
        history: impl IntoIterator<Item = Entry>,
    ) -> Result<Self, ApprovalRefusal> {
        Self::draft(id, kind).resume(history)
    }

    /// The same after a history that was accepted once.
    pub(crate) fn resume(
        mut self,
        history: impl IntoIterator<Item = Entry>,
    ) -> Result<Self, ApprovalRefusal> {
        for entry in history {
            self.step(entry, None)?;
        }
        Ok(self)
    }

    /// One step; without a context, only what follows from the history alone must hold.
    pub(crate) fn step(
        &mut self,
        entry: Entry,
        context: Option<Context<'_>>,
    ) -> Result<(), ApprovalRefusal> {
        let row = APPROVAL.step(
            self.state,
            entry.event,
            entry.actor.role,
            |case| match case {},
            |guard| self.holds(guard, &entry, context),
        )?;
        if let To::State(state) = row.to {
            self.state = state;
        }
        self.history.push(entry);
        Ok(())
    }

    fn holds(&self, guard: ApprovalGuard, entry: &Entry, context: Option<Context<'_>>) -> bool {
        let actor = &entry.actor;
        let proposer = self.proposer();
        match guard {
            ApprovalGuard::NotOneself => {
                let first = [proposer, self.recommender()];
                first
                    .iter()
                    .flatten()
                    .all(|p| p.person_id != actor.person_id)
            }
            ApprovalGuard::OwnProposal => proposer.is_none_or(|p| p.person_id == actor.person_id),
            ApprovalGuard::Reason => entry
                .reason
                .as_deref()
                .is_some_and(|reason| !reason.trim().is_empty()),
            ApprovalGuard::InOrder => {
                let before = self.history.last();
                before.is_none_or(|before| before.at.seconds() <= entry.at.seconds())
            }
            ApprovalGuard::Dates => self.dates_hold(entry, context),
            // What follows depends on the policy of the day, which is not asked again in replay.
            ApprovalGuard::MayPropose => context.is_none_or(|c| {
                c.policy.propose.has(actor.role) && c.organisation.unit(&actor.unit_id).is_some()
            }),
            ApprovalGuard::MayRecommend => {
                context.is_none_or(|c| c.policy.recommend.has(actor.role))
            }
            ApprovalGuard::Recommended => context.is_none_or(|c| {
                c.policy.recommend.is_empty() || self.state == ApprovalState::Recommended
            }),
            ApprovalGuard::Evidence => {
                context.is_none_or(|c| !c.policy.evidence || !entry.evidence.is_empty())
            }
            ApprovalGuard::MayDecide => {
                self.judged(context, |c, p| c.may_approve(actor, &p.unit_id))
            }
            ApprovalGuard::InLine => self.judged(context, |c, p| c.in_line(actor, &p.unit_id)),
            ApprovalGuard::NotConcerned => {
                let subject = self.subject.as_ref();
                subject.is_none_or(|subject| subject.person_id != actor.person_id)
            }
            ApprovalGuard::ConcernedInLine => {
                self.judged_about(context, |c, s| c.in_line(actor, &s.unit_id))
            }
            ApprovalGuard::NotUnderConcerned => {
                self.judged_about(context, |c, s| !c.is_subordinate(actor, s))
            }
            ApprovalGuard::NotSubordinate => {
                self.judged(context, |c, p| !c.is_subordinate(actor, p))
            }
        }
    }

    /// Nothing is in the way where it is about nobody.
    fn judged_about(
        &self,
        context: Option<Context<'_>>,
        judge: impl FnOnce(Context<'_>, &Actor) -> bool,
    ) -> bool {
        match (context, &self.subject) {
            (Some(context), Some(subject)) => judge(context, subject),
            _ => true,
        }
    }

    fn judged(
        &self,
        context: Option<Context<'_>>,
        judge: impl FnOnce(Context<'_>, &Actor) -> bool,
    ) -> bool {
        match (context, self.proposer()) {
            (Some(context), Some(proposer)) => judge(context, proposer),
            (None, _) => true,
            (Some(_), None) => false,
        }
    }

    /// Who recommended the proposal as it stands now.
    fn recommender(&self) -> Option<&Actor> {
        let last = self.history.last()?;
        (last.event == ApprovalEvent::Recommended).then_some(&last.actor)
    }

    fn dates_hold(&self, entry: &Entry, context: Option<Context<'_>>) -> bool {
        let (from, to) = self.effect_with(Some(entry));
        let Some(to) = to else {
            // Without an end, nothing is too long only where nothing is limited.
            return context.is_none_or(|c| {
                c.policy.longest_days.is_none() || entry.event == ApprovalEvent::Proposed
            });
        };
        let from = from.unwrap_or_else(|| entry.at.date());
        let days = i64::from(to.days()) - i64::from(from.days());
        let longest = context.and_then(|c| c.policy.longest_days);
        days > 0 && longest.is_none_or(|longest| days <= i64::from(longest))
    }

    /// The dates of the approval, else those of the proposal.
    fn effect_with(&self, next: Option<&Entry>) -> (Option<Date>, Option<Date>) {
        let known = [
            next,
            self.last(ApprovalEvent::Approved),
            self.last(ApprovalEvent::Proposed),
        ];
        let first = |date: fn(&Entry) -> Option<Date>| known.iter().flatten().find_map(|e| date(e));
        (first(|e| e.effective), first(|e| e.expiry))
    }

    /// The days of effect `[from, to)` of something approved; open-ended without `to`. What was
    /// revoked had effect until the day of that.
    #[must_use]
    pub fn effect(&self) -> Option<(Date, Option<Date>)> {
        let approved = self.last(ApprovalEvent::Approved)?;
        let (from, expiry) = self.effect_with(None);
        let from = from.unwrap_or_else(|| approved.at.date());
        let revoked = self
            .last(ApprovalEvent::Revoked)
            .map(|entry| entry.at.date());
        Some((from, expiry.into_iter().chain(revoked).min()))
    }

    /// Whether what was approved has effect on a day.
    #[must_use]
    pub fn in_effect(&self, day: Date) -> bool {
        self.effect()
            .is_some_and(|(from, to)| from <= day && to.is_none_or(|to| day < to))
    }

    /// When the last line was written.
    #[must_use]
    pub fn last_at(&self) -> Option<Instant> {
        self.history.last().map(|entry| entry.at)
    }
}
