//! Whether what an event requires holds.

use super::guard::ComplaintGuard as Guard;
use super::terms::By;
use super::{Authority, Complaint, ComplaintEvent, Details, Event, RecheckOutcome};
use crate::approval::{self, Approval, ApprovalEvent, ApprovalGuard, ApprovalKind, Entry};
use crate::machine::Why;
use crate::organisation::{Actor, OrgLevel, Role};
use insurant_rules::Instant;

impl Complaint {
    /// Whether a guard holds for an actor. Without an event, what only its details can tell is
    /// taken to hold; without units or terms, so is what depends on them.
    pub(super) fn holds(
        &self,
        guard: Guard,
        actor: &Actor,
        on: ComplaintEvent,
        event: Option<&Event>,
        by: By<'_>,
    ) -> bool {
        let person = &actor.person_id;
        let details = event.map(|event| &event.details);
        match guard {
            Guard::ReceiptFirst => true,
            Guard::NewId => event.is_none_or(|event| !self.ids.contains(&event.id)),
            Guard::InOrder => event.is_none_or(|event| {
                let last = self.log.last();
                last.is_none_or(|l| l.recorded_at.seconds() <= event.recorded_at.seconds())
            }),
            Guard::NotForetold => {
                event.is_none_or(|e| e.occurred_at.seconds() <= e.recorded_at.seconds())
            }
            Guard::AfterReceipt => {
                let receipt = self.received_at.seconds();
                event.is_none_or(|event| receipt <= event.occurred_at.seconds())
            }
            Guard::KnownUnit => by.units(|units| units.unit(&actor.unit_id).is_some()),
            Guard::AssignedHandler => {
                actor.role != Role::Handler || self.handler.as_deref() == Some(person)
            }
            Guard::RoleGranted => {
                authority(actor, on, by).is_none_or(|authority| authority.role_may(actor.role))
            }
            Guard::LevelGranted => authority(actor, on, by).is_none_or(|authority| {
                let least = authority.least_level(self.complexity, actor.role);
                least.is_none_or(|least| stands_at_least(actor, least, by))
            }),
            Guard::Impartial => !self.is_partial(person),
            Guard::OneselfOrLed => match details {
                Some(Details::Recused(recused)) => {
                    recused.person_id == *person
                        || matches!(
                            actor.role,
                            Role::Leader | Role::Compliance | Role::HeadOfficeSenior
                        )
                }
                _ => true,
            },
            Guard::ImpartialHandler => match details {
                Some(Details::HandlerAssigned(to)) => !self.is_partial(&to.handler_id),
                _ => true,
            },
            Guard::VerifiedFirst => {
                by.terms(|terms| !terms.verify_first || self.count(ComplaintEvent::Verified) > 0)
            }
            Guard::NotVerified => self.count(ComplaintEvent::Verified) == 0,
            Guard::NotRegistered => !self.is_registered(),
            Guard::IsRegistered => self.is_registered(),
            Guard::OwnUnit => {
                actor.role == Role::Handler
                    || by.units(|units| units.is_or_above(&actor.unit_id, &self.owner))
            }
            Guard::OtherUnit => match details {
                Some(Details::TransferOffered(offer)) => {
                    offer.to_unit != self.owner
                        && by.units(|units| units.unit(&offer.to_unit).is_some())
                }
                _ => true,
            },
            Guard::AtOfferedUnit => by.units(|units| {
                let offered = self.offered_to.as_deref().unwrap_or_default();
                units.is_or_above(&actor.unit_id, offered)
            }),
            Guard::DepartmentAsked => match details {
                Some(Details::CoordinationAnswered(answer)) => {
                    self.asked.contains(&answer.department)
                }
                _ => true,
            },
            Guard::PauseGranted => by.terms(|terms| match details {
                Some(Details::Paused(pause)) => terms.pauses.contains(&pause.reason),
                _ => !terms.pauses.is_empty(),
            }),
            Guard::NotPaused => self.paused.is_none(),
            Guard::IsPaused => self.paused.is_some(),
            Guard::IsClassified => {
                by.terms(|terms| terms.decides.is_empty() || self.complexity.is_some())
            }
            Guard::LevelSuffices => by.terms(|terms| {
                let least = self.complexity.and_then(|class| terms.decides.get(&class));
                least.is_none_or(|least| stands_at_least(actor, *least, by))
            }),
            Guard::OutcomeGiven => match details {
                Some(Details::ReferralEnded(end)) => end.outcome.is_some(),
                Some(Details::RecheckDecided(decision)) => {
                    decision.result != RecheckOutcome::Changed || decision.outcome.is_some()
                }
                _ => true,
            },
            Guard::FormsFiled => by.terms(|terms| {
                let mut forms = terms.forms.iter();
                forms.all(|form| self.form(form).due_since.is_none())
            }),
            Guard::KnownForm => match details {
                Some(Details::FormFiled(filed)) => {
                    by.terms(|terms| terms.form(&filed.form).is_some())
                }
                _ => true,
            },
            Guard::FormComplete => match details {
                Some(Details::FormFiled(filed)) => by.terms(|terms| {
                    let form = terms.form(&filed.form);
                    form.is_none_or(|form| form.missing(&filed.fields).is_empty())
                }),
                _ => true,
            },
            Guard::AnotherComplaint => other(details).is_none_or(|id| *id != self.id),
            Guard::NotAbsorbed => other(details).is_none_or(|id| !self.absorbed.contains(id)),
            Guard::MergeGranted => by.terms(|terms| {
                terms.merge_within_days.is_some_and(|within| match details {
                    Some(Details::Absorbed(other)) => {
                        let apart = other.received_at.seconds() - self.received_at.seconds();
                        apart.unsigned_abs() <= u64::from(within) * 86_400
                    }
                    _ => true,
                })
            }),
            // What was withdrawn or not taken up holds no decision: it is reopened instead.
            Guard::RecheckGranted => self.outcome.is_some() && by.terms(|terms| terms.recheck),
            Guard::FirstRecheck => !self.rechecked,
            Guard::HasSuperior => by.units(|units| units.superior(self.deciding_unit()).is_some()),
            Guard::AboveDecider => {
                by.units(|units| units.is_above(&actor.unit_id, self.deciding_unit()))
            }
            Guard::NotDecider => {
                let decider = self.decider.as_ref();
                decider.is_none_or(|decider| decider.person_id != *person)
            }
            Guard::ExtensionGranted => by.terms(|terms| terms.extension.is_some()),
            Guard::NoExtensionAsked => self.extension_asked().is_none(),
            Guard::ExtensionAsked => self.extension_asked().is_some(),
            // Who may grant is not known where the procedure grants nothing.
            Guard::MayGrant if !by.terms(|terms| terms.extension.is_some()) => false,
            Guard::MayAsk
            | Guard::NotAsker
            | Guard::MayGrant
            | Guard::GrantsInLine
            | Guard::GrantsFromAbove => {
                let broken = self.broken_for_extension(actor, event, by);
                !broken.contains(&guard)
            }
        }
    }

    /// The least level that may, where it is the level that is in the way.
    pub(super) fn level_needed(
        &self,
        broken: &[Guard],
        actor: &Actor,
        on: ComplaintEvent,
        by: By<'_>,
    ) -> Option<OrgLevel> {
        let granted = broken.contains(&Guard::LevelGranted).then(|| {
            authority(actor, on, by)
                .and_then(|authority| authority.least_level(self.complexity, actor.role))
        });
        let decides = broken.contains(&Guard::LevelSuffices).then(|| {
            let terms = by.terms?;
            terms.decides.get(&self.complexity?).copied()
        });
        // The earlier word stands for the higher level.
        granted.flatten().into_iter().chain(decides.flatten()).min()
    }

    /// Whether somebody is complained about, or stepped back.
    fn is_partial(&self, person: &str) -> bool {
        self.about.contains(person) || self.recused.contains(person)
    }

    /// The unit whose decision a recheck is about.
    fn deciding_unit(&self) -> &str {
        let decider = self.decider.as_ref();
        decider.map_or(&self.owner, |decider| &decider.unit_id)
    }

    /// The request for more time that awaits its answer.
    pub(super) fn extension_asked(&self) -> Option<&Approval> {
        let open = |approval: &&Approval| approval.state() == approval::ApprovalState::Proposed;
        self.extension.as_ref().filter(open)
    }

    /// What an approval has against a step of an extension, in the words of complaints.
    fn broken_for_extension(&self, actor: &Actor, event: Option<&Event>, by: By<'_>) -> Vec<Guard> {
        let last = self
            .log
            .last()
            .map_or(Instant::EPOCH, |event| event.recorded_at);
        let at = event.map_or(last, |event| event.recorded_at);
        let entry = |kind| Entry::new(kind, actor.clone(), at).because("as recorded");
        let (mut approval, entry) = match self.extension_asked() {
            Some(asked) => (asked.clone(), entry(ApprovalEvent::Approved)),
            None => (self.extension_draft(), entry(ApprovalEvent::Proposed)),
        };
        let extension = by.terms.and_then(|terms| terms.extension.as_ref());
        let context = extension.zip(by.units);
        let context = context.map(|(extension, organisation)| approval::Context {
            policy: extension.policy(),
            organisation,
        });
        let asking = entry.event == ApprovalEvent::Proposed;
        match approval.step(entry, context) {
            Ok(()) => Vec::new(),
            Err(refusal) => match refusal.why {
                Why::Guards(guards) => guards
                    .into_iter()
                    .map(|guard| match guard {
                        ApprovalGuard::NotOneself => Guard::NotAsker,
                        ApprovalGuard::InLine => Guard::GrantsInLine,
                        ApprovalGuard::NotSubordinate => Guard::GrantsFromAbove,
                        _ if asking => Guard::MayAsk,
                        _ => Guard::MayGrant,
                    })
                    .collect(),
                Why::NotInState | Why::NotByRole(_) | Why::NoCase => {
                    vec![if asking {
                        Guard::MayAsk
                    } else {
                        Guard::MayGrant
                    }]
                }
            },
        }
    }

    /// A request for more time that nobody has made yet.
    pub(super) fn extension_draft(&self) -> Approval {
        let id = format!("{}/{}", self.id, self.log.len());
        Approval::draft(id, ApprovalKind::ComplaintExtension)
    }
}

/// What procedures ask of whoever brings about an event. A complainant has no level in the
/// organisation.
fn authority<'a>(actor: &Actor, on: ComplaintEvent, by: By<'a>) -> Option<&'a Authority> {
    let terms = by.terms.filter(|_| actor.role != Role::Complainant)?;
    terms.authority.get(&on)
}

fn stands_at_least(actor: &Actor, least: OrgLevel, by: By<'_>) -> bool {
    by.units(|units| {
        let level = units.level(&actor.unit_id);
        level.is_some_and(|level| level.at_least(least))
    })
}

/// The other complaint of a merge.
fn other(details: Option<&Details>) -> Option<&String> {
    match details? {
        Details::MergedInto(merge) => Some(&merge.survivor_id),
        Details::Absorbed(merge) => Some(&merge.complaint_id),
        _ => None,
    }
}
