//! Dates that someone outside set, such as a regulator or an older system.

use super::course::is_decided_outside;
use super::deadline::{Deadline, DeadlineState, Move, MoveReason, Refused, RefusedWhy, Rule};
use super::duty::Duty;
use super::moment::Moment;
use super::zone::Zone;
use crate::complaint::ComplaintEvent as Event;

/// The event that meets a duty whose date was set by hand.
fn meets(duty: Duty, moment: &Moment<'_>) -> bool {
    let kind = moment.kind;
    match duty {
        Duty::Acknowledge => matches!(kind, Event::Acknowledged),
        Duty::Decide => {
            matches!(kind, Event::Handled | Event::Declined | Event::Closed)
                || is_decided_outside(moment)
        }
        Duty::Inform => matches!(kind, Event::FedBack | Event::Closed),
        Duty::RecheckDecide => matches!(kind, Event::RecheckDecided),
        Duty::Archive => matches!(kind, Event::Archived),
        Duty::Transfer => matches!(kind, Event::TransferAccepted | Event::TransferReturned),
        Duty::Coordinate => matches!(kind, Event::CoordinationAnswered),
        Duty::Answer => matches!(kind, Event::InformationReceived),
        _ => matches!(kind, Event::Closed),
    }
}

/// The deadline of a duty by the dates set for it; `None` when none was.
pub(super) fn given<'m>(
    duty: Duty,
    moments: impl Iterator<Item = &'m Moment<'m>>,
    as_of: i64,
    zone: Zone,
) -> Option<Deadline<'static>> {
    let mut deadline: Option<Deadline<'static>> = None;
    let mut received = None;
    for moment in moments {
        let at = moment.counts_from();
        if moment.kind == Event::Received {
            received.get_or_insert(moment.occurred);
        }
        let on_this = moment.duty.unwrap_or(Duty::Decide) == duty;
        match (&mut deadline, moment.due) {
            (None, Some(due)) if moment.kind == Event::DueSet && on_this => {
                deadline = Some(Deadline {
                    rule: Rule::Given(duty),
                    run: 1,
                    started: received.unwrap_or(moment.occurred),
                    due: Some(due),
                    due_day: Some(zone.date(due - 1)),
                    original: None,
                    moves: Vec::new(),
                    refused: Vec::new(),
                    state: DeadlineState::Running,
                    ended: None,
                    undone: false,
                    days_left: None,
                    warning: false,
                    governing: false,
                    provisional: false,
                    assumed: false,
                    problem: None,
                    zone,
                });
            }
            (Some(set), Some(due))
                if set.ended.is_none() && moment.kind == Event::DueSet && on_this =>
            {
                reset(set, due, at);
            }
            (Some(set), _) if set.ended.is_none() && meets(duty, moment) => {
                set.ended = Some(moment.occurred);
                set.state = DeadlineState::Met;
            }
            (Some(set), _)
                if set.ended.is_none()
                    && matches!(moment.kind, Event::Withdrawn | Event::MergedInto) =>
            {
                set.ended = Some(moment.occurred);
                set.state = DeadlineState::Moot;
            }
            _ => {}
        }
    }
    let mut deadline = deadline?;
    let due = deadline.due.unwrap_or(i64::MAX);
    if deadline.ended.unwrap_or(as_of) >= due {
        deadline.undone = deadline.state == DeadlineState::Moot;
        deadline.state = DeadlineState::Missed;
    }
    Some(deadline)
}

/// Another date; one that comes when the first is over leaves the miss standing.
fn reset(set: &mut Deadline<'_>, due: i64, at: i64) {
    let before = set.due.unwrap_or(i64::MAX);
    let reason = MoveReason::DueSet;
    if due > before && at >= before {
        let why = RefusedWhy::TooLate;
        set.refused.push(Refused { reason, at, why });
    } else if due != before {
        set.moves.push(Move {
            reason,
            at,
            from: before,
            to: due,
        });
        set.original.get_or_insert(before);
        set.due = Some(due);
        set.due_day = Some(set.zone.date(due - 1));
    }
}
