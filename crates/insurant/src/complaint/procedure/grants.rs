//! What procedures let happen to a complaint: the terms that its events are judged by.

use super::set::AppliedProcedure;
use super::{Applied, Form, Procedure};
use crate::approval::Approver;
use crate::complaint::clock::{Clock, Duty, Extension, GrantLevel};
use crate::complaint::{ComplaintEvent, Complexity, ExtensionTerms, Terms};
use crate::organisation::{OrgLevel, Role, Roles};
use insurant_rules::{ConditionId, Instant, Truth};

/// The kind of approval that gives more time.
pub(super) const EXTENSION: &str = "complaint_extension";

/// Whoever runs the case asks for more time, unless the procedure says who.
const ASK: Roles = Roles::of(&[Role::Operator, Role::Handler, Role::Leader]);
/// Whoever may grant it, unless the procedure says who.
const GRANT: Roles = Roles::of(&[Role::Leader, Role::HeadOfficeSenior]);

/// What a procedure lets happen beside its clocks.
#[derive(Debug, Clone)]
pub(super) struct Grants {
    pub(super) verify_first: bool,
    pub(super) merge_within_days: Option<u32>,
    pub(super) authority: Vec<LevelAuthority>,
    pub(super) extensions: Vec<ExtensionApproval>,
    pub(super) approvals: Vec<EventApproval>,
}

/// What people of a level may do.
#[derive(Debug, Clone)]
pub(super) struct LevelAuthority {
    pub(super) level: OrgLevel,
    /// The events that they may bring about.
    pub(super) may: Vec<ComplaintEvent>,
    pub(super) when: Option<ConditionId>,
}

/// Who may bring about an event that is given to certain people.
#[derive(Debug, Clone)]
pub(super) struct EventApproval {
    pub(super) event: ComplaintEvent,
    pub(super) approver: Approver,
    pub(super) when: Option<ConditionId>,
}

/// The event that a kind of approval is about: `complaint_declining`, or an event by its word, with
/// `complaint_` before it or without.
pub(super) fn governed(kind: &str) -> Option<ComplaintEvent> {
    match kind {
        "complaint_declining" => Some(ComplaintEvent::Declined),
        "complaint_closing" => Some(ComplaintEvent::Closed),
        "complaint_reopening" => Some(ComplaintEvent::Reopened),
        "complaint_deciding" => Some(ComplaintEvent::Handled),
        "complaint_merging" => Some(ComplaintEvent::MergedInto),
        _ => ComplaintEvent::parse(kind.strip_prefix("complaint_").unwrap_or(kind)),
    }
}

/// Who decides on more time.
#[derive(Debug, Clone)]
pub(super) struct ExtensionApproval {
    pub(super) ask: Roles,
    pub(super) approver: Approver,
    pub(super) when: Option<ConditionId>,
}

impl AppliedProcedure<'_> {
    /// Whether it was asked for by its version, or is in force at an instant.
    pub(in crate::complaint) fn is_in_force(&self, at: Instant) -> bool {
        let procedure = self.procedure;
        let zone = procedure.clocks.first().map(|clock| clock.zone);
        let day = zone.map_or_else(|| at.date(), |zone| zone.date(at.seconds()));
        self.by_version || procedure.effective.contains(day)
    }
}

impl Applied<'_> {
    /// What the procedures let happen to a complaint received at an instant: the forms, the
    /// reasons for a pause, who may ask for more time and who may grant it, whether there is a
    /// recheck, how far apart complaints may be merged, and who decides.
    ///
    /// A pause, a recheck or more time exists when one of the procedures grants it, and moves only
    /// the clocks of those that do. What restricts is the strictest: the shortest time between
    /// complaints that are merged, the highest level for a class. Of a procedure asked for by its
    /// id, the version in force at the receipt counts.
    ///
    /// # Example
    /// ```
    /// use insurant::complaint::{ComplaintFacts, Complexity, FirmKind, Trigger};
    /// use insurant::organisation::OrgLevel;
    /// use insurant::{Engine, Instant};
    ///
    /// let engine = Engine::builtin()?;
    /// let facts = ComplaintFacts {
    ///     firm_kind: Some(FirmKind::Insurer),
    ///     trigger: Some(Trigger::Complaint),
    ///     ..ComplaintFacts::default()
    /// };
    /// let names = ["cn-2020-3", "house-complaints"];
    /// let applied = engine.procedures().apply(&names, &facts)?;
    /// let terms = applied.terms(Instant::parse("2025-06-02T09:00:00+08:00")?);
    /// assert!(terms.pauses.contains("external_appraisal") && terms.recheck);
    /// assert_eq!(terms.form("handling").map(|form| form.fields.len()), Some(10));
    /// assert_eq!(terms.decides.get(&Complexity::Special), Some(&OrgLevel::Province));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn terms(&self, received: Instant) -> Terms {
        let mut terms = Terms::default();
        let mut ask = Roles::NONE;
        let mut approvers: Vec<Approver> = Vec::new();
        for applied in self.in_force(received) {
            let procedure = applied.procedure;
            let grants = &procedure.grants;
            terms.verify_first |= grants.verify_first;
            for form in &procedure.forms {
                add(&mut terms.forms, form);
            }
            let clocks = procedure.clocks.iter();
            let pauses = clocks.flat_map(|clock| clock.pauses.iter().cloned());
            terms.pauses.extend(pauses);
            terms.recheck |= procedure.clocks.iter().any(is_recheck);
            terms.merge_within_days = match (terms.merge_within_days, grants.merge_within_days) {
                (Some(one), Some(other)) => Some(one.min(other)),
                (one, other) => one.or(other),
            };
            self.extensions(procedure, &mut ask, &mut approvers);
            self.authority(procedure, &mut terms);
            for class in Complexity::ALL {
                let decides = self.level(procedure, ComplaintEvent::Handled, Some(*class));
                if let Some(least) = decides {
                    let known = terms.decides.entry(*class).or_insert(least);
                    if least.at_least(*known) {
                        *known = least;
                    }
                }
            }
        }
        if !approvers.is_empty() {
            terms.extension = Some(ExtensionTerms::new(ask, approvers));
        }
        terms
    }

    /// The procedures in force at an instant, and those asked for by their version.
    pub(in crate::complaint) fn in_force(
        &self,
        at: Instant,
    ) -> impl Iterator<Item = &AppliedProcedure<'_>> {
        self.procedures
            .iter()
            .filter(move |applied| applied.is_in_force(at))
    }

    /// Whether a condition of a procedure holds for a complaint of a class; one that nobody can
    /// tell gives no authority.
    pub(in crate::complaint) fn holds(
        &self,
        procedure: &Procedure,
        when: Option<ConditionId>,
        class: Option<Complexity>,
    ) -> bool {
        self.truth(procedure, when, class) == Truth::True
    }

    fn truth(
        &self,
        procedure: &Procedure,
        when: Option<ConditionId>,
        class: Option<Complexity>,
    ) -> Truth {
        let Some(when) = when else {
            return Truth::True;
        };
        let class = class.or(self.facts.complexity);
        let answers = procedure.answers(std::iter::once(when), &self.facts, class);
        answers.first().copied().unwrap_or(Truth::Unknown)
    }

    /// Who may ask for more time and who may grant it: as the procedure says in so many words, and
    /// else as its clocks let it be extended.
    fn extensions(&self, procedure: &Procedure, ask: &mut Roles, approvers: &mut Vec<Approver>) {
        let mut clocks = procedure
            .clocks
            .iter()
            .filter_map(Clock::extension)
            .peekable();
        if clocks.peek().is_none() {
            return;
        }
        let mut add = |approver: Approver| {
            if !approvers.contains(&approver) {
                approvers.push(approver);
            }
        };
        let stated = procedure.grants.extensions.iter();
        let mut stated = stated
            .filter(|approval| self.holds(procedure, approval.when, None))
            .peekable();
        if stated.peek().is_some() {
            for approval in stated {
                *ask = ask.and(approval.ask);
                add(approval.approver);
            }
            return;
        }
        *ask = ask.and(ASK);
        for extension in clocks {
            for approver in entitled(extension).into_iter().flatten() {
                add(approver);
            }
        }
    }

    /// Who may bring about what: by the levels of the procedure, and by its approvals. Decisions
    /// are among [`Terms::decides`] already.
    fn authority(&self, procedure: &Procedure, terms: &mut Terms) {
        let classes = || std::iter::once(None).chain(Complexity::ALL.iter().copied().map(Some));
        for event in ComplaintEvent::ALL.iter().copied() {
            if !matches!(event, ComplaintEvent::Received | ComplaintEvent::Handled) {
                for class in classes() {
                    if let Some(least) = self.level(procedure, event, class) {
                        let authority = terms.authority.entry(event).or_default();
                        authority.at_least(class, least);
                    }
                }
            }
            let approvals = procedure.grants.approvals.iter();
            let approvals = approvals.filter(|approval| {
                approval.event == event
                    && self.truth(procedure, approval.when, None) != Truth::False
            });
            let approvers: Vec<Approver> = approvals.map(|approval| approval.approver).collect();
            if !approvers.is_empty() {
                terms
                    .authority
                    .entry(event)
                    .or_default()
                    .approvers
                    .push(approvers);
            }
        }
    }

    /// The least level that may bring about an event of complaints of a class; `None` where any
    /// may. While a complaint is not classified, whoever may for some class may.
    fn level(
        &self,
        procedure: &Procedure,
        event: ComplaintEvent,
        class: Option<Complexity>,
    ) -> Option<OrgLevel> {
        let named = procedure.grants.authority.iter();
        let mut named = named.filter(|part| part.may.contains(&event)).peekable();
        named.peek()?;
        let may = named.filter(|part| match self.truth(procedure, part.when, class) {
            Truth::True => true,
            Truth::False => false,
            Truth::Unknown => class.is_none(),
        });
        // The later word stands for the lower level; where none may, the head office does.
        Some(
            may.map(|part| part.level)
                .max()
                .unwrap_or(OrgLevel::HeadOffice),
        )
    }
}

/// A form that two procedures ask for is filed once, with the fields of both.
fn add(forms: &mut Vec<Form>, form: &Form) {
    let Some(known) = forms.iter_mut().find(|known| known.id == form.id) else {
        return forms.push(form.clone());
    };
    for field in &form.fields {
        match known
            .fields
            .iter_mut()
            .find(|other| other.name == field.name)
        {
            Some(other) => other.required |= field.required,
            None => known.fields.push(field.clone()),
        }
    }
}

fn is_recheck(clock: &Clock) -> bool {
    matches!(clock.duty, Duty::RecheckRequest | Duty::RecheckDecide)
}

/// Who may extend a clock, by its own words.
fn entitled(extension: &Extension) -> [Option<Approver>; 2] {
    let roles = if extension.roles.is_empty() {
        GRANT
    } else {
        Roles::of(&extension.roles)
    };
    let approver = |least_level, above| {
        Some(Approver {
            roles,
            least_level,
            above,
        })
    };
    let head_office = approver(OrgLevel::HeadOffice, false);
    match extension.level {
        GrantLevel::Any => [approver(OrgLevel::FrontLine, false), None],
        GrantLevel::Superior => [approver(OrgLevel::FrontLine, true), head_office],
        GrantLevel::HeadOffice => [head_office, None],
    }
}
