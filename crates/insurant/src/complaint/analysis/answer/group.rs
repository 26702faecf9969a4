//! Counts and groups of complaints in the answer.

use super::super::{Cause, CountTrend, Counts, Form, Group, GroupKey, Rate, Undefined};
use super::value::{Line, Prose};
use super::{answer, parts};

// What is counted alike of months and groups.
parts! {
    Counts as counts {
        closed: u64 = counts.closed, "Closed.";
        due: u64 = counts.due, "Due; withdrawn or merged in time owes nothing.";
        on_time: u64 = counts.on_time, "Of those, answered by their day.";
        on_time_rate: Rate = counts.on_time_rate(), "The same as a share.";
        decided: u64 = counts.decided, "Decided on the merits, with a stated outcome.";
        upheld: u64 = counts.upheld, "Of those, for the complainant, wholly or in part.";
        upheld_rate: Rate = counts.upheld_rate(), "The same as a share.";
    }
}

// How a group is named. Without any of these, its complaints do not say, or the scheme does not
// know what they say.
parts! {
    GroupKey as key {
        key: Option<Prose<&str>> = key.as_word().map(Prose),
            "What they have in common; of causes see `function`.";
        function: Option<Prose<&str>> = key.as_cause().map(|cause| Prose(cause.function)),
            "The function of a cause.";
        reason: Option<Prose<&str>> = key.as_cause().and_then(|cause| cause.reason).map(Prose),
            "The reason of a cause.";
    }
}

impl GroupKey {
    fn as_word(&self) -> Option<&str> {
        match self {
            Self::Word(word) => Some(word),
            Self::Unstated | Self::Cause { .. } => None,
        }
    }

    /// The cause of those that have one in common.
    pub(super) fn as_cause(&self) -> Option<Cause<'_>> {
        match self {
            Self::Cause { function, reason } => Some(Cause {
                function,
                reason: reason.as_deref(),
            }),
            Self::Unstated | Self::Word(_) => None,
        }
    }
}

/// A group of a form.
pub(super) struct Grouped<'f>(pub(super) &'f Group, pub(super) &'f Form);

impl Grouped<'_> {
    pub(super) const fn received(&self) -> CountTrend {
        CountTrend {
            now: self.0.now.received,
            before: self.0.before.received,
        }
    }

    pub(super) fn share(&self) -> Rate {
        let Self(group, form) = self;
        let otherwise = Undefined::NothingReceived;
        Rate::of(group.now.received, form.now.received, otherwise)
    }
}

answer! {
    Grouped<'_> as group: "ComplaintGroup", "Complaints that have something in common." {
        ..GroupKey = group.0.key;
        received: CountTrend = group.received(), "Received.";
        share: Rate = group.share(), "Of all that was received in the period.";
        ..Counts = group.0.now;
        open: u64 = group.0.now.open, "Open at the end.";
        reopened: u64 = group.0.now.reopened, "Of those closed or open, reopened at least once.";
    }

    Cause<'_> as cause: "ComplaintCause", "What a complaint is about." {
        function: Line<&str> = Line(cause.function), "The part of the insurer's work.";
        reason: Option<Line<&str>> = cause.reason.map(Line), "What was wrong with it.";
    }
}
