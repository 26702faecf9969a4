//! What an event does to deadlines.

use super::deadline::{Deadline, Rule};
use crate::complaint::procedure::Applied;
use crate::complaint::{
    Complaint, ComplaintEffect, ComplaintRefusal, Context, Effect, Event, Step,
};

impl Applied<'_> {
    /// One more event of a complaint, and its deadlines after it. The effects of the step name the
    /// deadlines that were set, moved or stopped. Without a complaint so far, the event opens one.
    ///
    /// # Errors
    /// Why not, and what is allowed; the complaint is as it was.
    pub fn advance<'s>(
        &'s self,
        complaint: &mut Complaint,
        event: Event,
        context: Context<'_>,
    ) -> Result<(Step, Vec<Deadline<'s>>), ComplaintRefusal> {
        let at = event.recorded_at;
        let units = Some(context.organisation);
        let before = self.deadlines(complaint.events(), units, at);
        let mut step = complaint.apply(event, context)?;
        let after = self.deadlines(complaint.events(), units, at);
        step.effects.extend(changes(&before, &after));
        Ok((step, after))
    }

    /// A complaint from its receipt, with the deadlines that it sets.
    ///
    /// # Errors
    /// As [`Complaint::open`].
    pub fn open<'s>(
        &'s self,
        id: impl Into<String>,
        event: Event,
        context: Context<'_>,
    ) -> Result<(Complaint, Step, Vec<Deadline<'s>>), ComplaintRefusal> {
        let at = event.recorded_at;
        let (complaint, mut step) = Complaint::open(id, event, context)?;
        let after = self.deadlines(complaint.events(), Some(context.organisation), at);
        step.effects.extend(changes(&[], &after));
        Ok((complaint, step, after))
    }
}

/// What became of deadlines, by their names.
fn changes<'d>(
    before: &'d [Deadline<'_>],
    after: &'d [Deadline<'_>],
) -> impl Iterator<Item = Effect> + 'd {
    after.iter().filter_map(|deadline| {
        let known = before.iter().find(|other| is_same(other, deadline));
        let effect = match known {
            None if deadline.is_open() => ComplaintEffect::DeadlineSet,
            Some(known) if known.is_open() && !deadline.is_open() => {
                ComplaintEffect::DeadlineStopped
            }
            // One that was moot applies now, as another class of complaint.
            Some(known) if !known.is_open() && deadline.is_open() => ComplaintEffect::DeadlineSet,
            Some(known) if known.due != deadline.due => ComplaintEffect::DeadlineMoved,
            _ => return None,
        };
        Some(Effect::of(effect, deadline.name()))
    })
}

fn is_same(one: &Deadline<'_>, other: &Deadline<'_>) -> bool {
    let of_one_rule = match (one.rule, other.rule) {
        (Rule::Clock(a, one), Rule::Clock(b, other)) => {
            a.reference() == b.reference() && one.id() == other.id()
        }
        (Rule::Given(one), Rule::Given(other)) => one == other,
        _ => false,
    };
    of_one_rule && one.run == other.run
}
