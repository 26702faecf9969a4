//! Two complaints about one matter become one.

use super::{Complaint, ComplaintRefusal, Context, Event, Step, details};
use crate::organisation::Actor;
use insurant_rules::Instant;

/// A merge: one event in each of the two logs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merge {
    /// The id of the event of the complaint that ends.
    pub merged_id: String,
    /// The id of the event of the one that goes on.
    pub absorbed_id: String,
    /// When it happened.
    pub occurred_at: Instant,
    /// When it was written down.
    pub recorded_at: Instant,
    /// Who did it.
    pub actor: Actor,
}

impl Merge {
    /// Lets a complaint go on as part of another, which takes over the earlier receipt. Both must
    /// accept it, or neither changes. That is what keeps two complaints from being merged into
    /// each other: one that is merged takes up nothing.
    ///
    /// # Errors
    /// The refusal of either.
    pub fn apply(
        self,
        ending: &mut Complaint,
        survivor: &mut Complaint,
        context: Context<'_>,
    ) -> Result<(Step, Step), ComplaintRefusal> {
        let event = |id, details| Event {
            id,
            occurred_at: self.occurred_at,
            recorded_at: self.recorded_at,
            actor: self.actor.clone(),
            details,
        };
        let merged = details::MergedInto {
            survivor_id: survivor.id().to_owned(),
        };
        let absorbed = details::Absorbed {
            complaint_id: ending.id().to_owned(),
            received_at: ending.received_at(),
        };
        let merged = event(self.merged_id.clone(), merged.into());
        let absorbed = event(self.absorbed_id.clone(), absorbed.into());
        ending.check(&merged, context)?;
        let went_on = survivor.apply(absorbed, context)?;
        let ended = ending.apply(merged, context)?;
        Ok((ended, went_on))
    }
}
