//! Where a complaint goes, as far as its clocks have to know.
//!
//! A pause is for somebody who works on the complaint. Whatever leaves nothing to resume ends it, so
//! that no clock stands still for ever. New facts that come in after the answer wait for the
//! complaint to be taken up again.

use super::moment::Moment;
use crate::complaint::{ComplaintEvent as Event, RecheckOutcome, ReferralResult};

/// The course of a complaint so far.
#[derive(Debug, Default)]
pub(super) struct Course {
    /// Since when it cannot be resumed; `None` while somebody works on it.
    left: Option<i64>,
    /// The same, before it went outside.
    before: Option<i64>,
    /// When the latest new facts came in that nobody has decided on.
    material: Option<i64>,
}

impl Course {
    pub(super) const fn new() -> Self {
        Self {
            left: None,
            before: None,
            material: None,
        }
    }

    /// The next event.
    pub(super) fn follow(&mut self, moment: &Moment<'_>) {
        let at = moment.occurred;
        match moment.kind {
            Event::Reopened | Event::RecheckRequested => self.left = None,
            Event::RecheckDecided if is_sent_back(moment) => self.left = None,
            Event::Referred => {
                self.before = self.left;
                self.left.get_or_insert(at);
            }
            Event::ReferralEnded if !is_decided_outside(moment) => self.left = self.before.take(),
            Event::Handled | Event::Declined | Event::RecheckDecided | Event::ReferralEnded => {
                self.left.get_or_insert(at);
                self.material = None;
            }
            Event::Withdrawn
            | Event::MergedInto
            | Event::FedBack
            | Event::Closed
            | Event::Archived => {
                self.left.get_or_insert(at);
            }
            _ => {}
        }
    }

    /// Since when the complaint cannot be resumed.
    pub(super) const fn left(&self) -> Option<i64> {
        self.left
    }

    /// New facts, which wait if nobody works on the complaint.
    pub(super) fn keep(&mut self, moment: &Moment<'_>) {
        if self.left.is_some() {
            self.material = Some(moment.occurred);
        }
    }

    /// The new facts that waited.
    pub(super) const fn take_material(&mut self) -> Option<i64> {
        self.material.take()
    }
}

/// Whether the decision is open again.
pub(super) const fn is_taken_up_again(kind: Event) -> bool {
    matches!(kind, Event::Reopened | Event::RecheckDecided)
}

/// Whether the superior unit sent it back.
fn is_sent_back(moment: &Moment<'_>) -> bool {
    moment.subject == Some(RecheckOutcome::SentBack.as_str())
}

/// Whether the body outside decided, or the parties agreed there.
pub(super) fn is_decided_outside(moment: &Moment<'_>) -> bool {
    let decided = [ReferralResult::Decided, ReferralResult::Settled];
    moment.kind == Event::ReferralEnded
        && decided
            .iter()
            .any(|result| moment.subject == Some(result.as_str()))
}
