//! The events of a complaint as clocks look at them.

use super::duty::Duty;
use super::moment::Moment;
use crate::complaint::{Details, Event};
use crate::date::Date;
use crate::organisation::{Actor, OrgLevel, Organisation, Role};
use insurant_rules::Instant;

/// The events of a complaint as clocks look at them, in the same order.
///
/// An event that grants more time names no clock itself: it answers the asking before it. One that
/// names none moves every clock that lets itself be extended, because deciding and telling often
/// share a limit.
pub(super) fn moments<'e>(
    events: &'e [Event],
    organisation: Option<&Organisation>,
) -> Vec<Moment<'e>> {
    let mut reader = Reader {
        organisation,
        owner: None,
        offered_to: None,
        asked: (None, None),
    };
    events.iter().map(|event| reader.moment(event)).collect()
}

/// What later events are understood by.
struct Reader<'e, 'o> {
    organisation: Option<&'o Organisation>,
    /// The unit that handles the complaint.
    owner: Option<&'e str>,
    offered_to: Option<&'e str>,
    /// What more time was asked for: a duty, or a clock by its id.
    asked: (Option<Duty>, Option<&'e str>),
}

impl<'e> Reader<'e, '_> {
    fn moment(&mut self, event: &'e Event) -> Moment<'e> {
        let at = event.occurred_at;
        let actor = &event.actor;
        let plain = Moment {
            recorded: event.recorded_at.seconds(),
            person: Some(&actor.person_id),
            role: Some(actor.role),
            ..Moment::new(event.kind(), at.seconds())
        };
        match &event.details {
            Details::Received(details) => {
                self.owner = Some(&actor.unit_id);
                Moment {
                    // At noon, which is on that day wherever the clock is kept.
                    sent: details.sent_on.and_then(|day| local(day, 12, at)),
                    ..plain
                }
            }
            Details::TransferOffered(details) => {
                self.offered_to = Some(&details.to_unit);
                plain
            }
            Details::TransferAccepted(_) => {
                self.owner = self.offered_to.take().or(self.owner);
                plain
            }
            Details::Classified(details) => Moment {
                complexity: Some(details.complexity),
                ..plain
            },
            Details::Paused(details) => Moment {
                subject: Some(&details.reason),
                ..plain
            },
            Details::NoticeSent(details) => Moment {
                subject: Some(&details.notice),
                ..plain
            },
            Details::RecheckDecided(details) => Moment {
                subject: Some(details.result.as_str()),
                ..plain
            },
            Details::ReferralEnded(details) => Moment {
                subject: Some(details.result.as_str()),
                ..plain
            },
            Details::FormFiled(details) => Moment {
                subject: Some(&details.form),
                fields: Some(&details.fields),
                ..plain
            },
            Details::Absorbed(details) => Moment {
                sent: Some(details.received_at.seconds()),
                ..plain
            },
            Details::ExtensionAsked(details) => {
                let named = details.clock.as_deref();
                let duty = named.and_then(Duty::parse);
                self.asked = (duty, named.filter(|_| duty.is_none()));
                Moment {
                    duty: self.asked.0,
                    clock: self.asked.1,
                    ..plain
                }
            }
            Details::ExtensionApproved(details) => Moment {
                duty: self.asked.0,
                clock: self.asked.1,
                due: details.until.and_then(|day| local(day.add_days(1), 0, at)),
                superior: self.superior(actor),
                head_office: self.head_office(actor),
                ..plain
            },
            Details::DueSet(details) => Moment {
                duty: details.duty.as_deref().and_then(Duty::parse),
                due: Some(details.due_at.seconds()),
                ..plain
            },
            _ => plain,
        }
    }

    /// Whether somebody's unit lies above the one that handles the complaint, where the units are
    /// known.
    fn superior(&self, actor: &Actor) -> Option<bool> {
        let (organisation, owner) = (self.organisation?, self.owner?);
        Some(organisation.is_above(&actor.unit_id, owner))
    }

    fn head_office(&self, actor: &Actor) -> Option<bool> {
        if actor.role == Role::HeadOfficeSenior {
            return Some(true);
        }
        let level = self.organisation?.level(&actor.unit_id);
        Some(level == Some(OrgLevel::HeadOffice))
    }
}

/// The instant of an hour of a day, at the offset of whoever wrote the event.
fn local(day: Date, hour: u32, at: Instant) -> Option<i64> {
    let instant = Instant::from_local(day, hour * 3_600, at.offset_minutes());
    instant.ok().map(Instant::seconds)
}
