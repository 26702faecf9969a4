//! The events of a complaint as clocks look at them.

use super::duty::Duty;
use super::moment::Moment;
use crate::complaint::{Details, Event};
use crate::date::Date;
use crate::organisation::Role;
use insurant_rules::Instant;

/// The events of a complaint as clocks look at them, in the same order.
///
/// An event that grants more time names no clock itself: it answers the asking before it. One that
/// names no duty moves every clock that lets itself be extended, because deciding and telling often
/// share a limit.
///
/// # Example
/// ```
/// use insurant::complaint::clock::moments;
/// use insurant::complaint::{Event, details};
/// use insurant::organisation::{Actor, Role};
/// use insurant::{Date, Instant};
///
/// let at = Instant::parse("2025-04-17T09:00:00+02:00")?;
/// let received = details::Received {
///     sent_on: Some(Date::parse("2025-04-14")?),
///     ..Default::default()
/// };
/// let actor = Actor::new("E1", Role::Collector, "PARIS");
/// let log = [Event::new("1", at, actor, Box::new(received).into())];
/// let moments = moments(&log);
/// assert_eq!(moments[0].occurred, at.seconds());
/// assert!(moments[0].sent.is_some_and(|sent| sent < at.seconds()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn moments(events: &[Event]) -> Vec<Moment<'_>> {
    let mut asked = None;
    let mut moments = Vec::with_capacity(events.len());
    for event in events {
        let moment = moment(event, asked);
        if let Details::ExtensionAsked(_) = &event.details {
            asked = moment.duty;
        }
        moments.push(moment);
    }
    moments
}

fn moment(event: &Event, asked: Option<Duty>) -> Moment<'_> {
    let at = event.occurred_at;
    let plain = Moment {
        recorded: event.recorded_at.seconds(),
        person: Some(&event.actor.person_id),
        role: Some(event.actor.role),
        // Whether a unit lies above another is for the complaint to check.
        head_office: (event.actor.role == Role::HeadOfficeSenior).then_some(true),
        ..Moment::new(event.kind(), at.seconds())
    };
    match &event.details {
        Details::Received(details) => Moment {
            // At noon, which is on that day wherever the clock is kept.
            sent: details.sent_on.and_then(|day| local(day, 12, at)),
            ..plain
        },
        Details::Classified(details) => plain.classed(details.complexity),
        Details::Paused(details) => plain.about(&details.reason),
        Details::NoticeSent(details) => plain.about(&details.notice),
        Details::FormFiled(details) => plain.about(&details.form),
        Details::Absorbed(details) => Moment {
            sent: Some(details.received_at.seconds()),
            ..plain
        },
        Details::ExtensionAsked(details) => Moment {
            duty: details.clock.as_deref().and_then(Duty::parse),
            ..plain
        },
        Details::ExtensionApproved(details) => Moment {
            duty: asked,
            due: details.until.and_then(|day| local(day.add_days(1), 0, at)),
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

/// The instant of an hour of a day, at the offset of whoever wrote the event.
fn local(day: Date, hour: u32, at: Instant) -> Option<i64> {
    let instant = Instant::from_local(day, hour * 3_600, at.offset_minutes());
    instant.ok().map(Instant::seconds)
}
