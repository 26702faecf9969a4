//! The events of a complaint that are known at an asking time.

use super::moment::Moment;
use super::zone::Zone;
use crate::complaint::ComplaintEvent as Event;
use crate::complaint::Complexity;
use crate::date::Date;
use std::ops::Range;

/// Seconds within which every instant of the supported years lies.
pub(super) const LIMITS: Range<i64> = -2_300_000_000..7_300_000_000;

/// The events known at an asking time, in the order in which they count.
pub(super) struct Log<'m> {
    moments: &'m [Moment<'m>],
    /// When each counts, and its position. Empty when the events lie in order already.
    order: Vec<(i64, usize)>,
    as_of: i64,
}

impl<'m> Log<'m> {
    pub(super) fn new(moments: &'m [Moment<'m>], as_of: i64) -> Self {
        let mut order: Vec<(i64, usize)> = Vec::new();
        let known = |moment: &Moment<'_>| known(moment, as_of);
        let sorted = moments.is_sorted_by_key(counts);
        if !sorted || !moments.iter().all(known) {
            let all = moments
                .iter()
                .enumerate()
                .filter(|(_, moment)| known(moment));
            order.extend(all.map(|(at, moment)| (counts(moment), at)));
            order.sort_unstable();
        }
        Self {
            moments,
            order,
            as_of,
        }
    }

    pub(super) fn moments(&self) -> impl Iterator<Item = &'m Moment<'m>> {
        // One of the two is empty.
        let plain = if self.order.is_empty() {
            self.moments
        } else {
            &[]
        };
        let plain = plain.iter().filter(|moment| known(moment, self.as_of));
        let ordered = self
            .order
            .iter()
            .filter_map(|(_, at)| self.moments.get(*at));
        plain.chain(ordered)
    }

    /// The local day of the receipt.
    pub(super) fn received(&self, zone: Zone) -> Option<Date> {
        let mut moments = self.moments();
        let receipt = moments.find(|moment| moment.kind == Event::Received)?;
        Some(zone.date(receipt.occurred))
    }

    pub(super) fn classified(&self) -> impl Iterator<Item = (i64, Complexity)> {
        self.moments()
            .filter(|moment| moment.kind == Event::Classified)
            .filter_map(|moment| Some((moment.counts_from(), moment.complexity?)))
    }

    /// The classification that counts before an instant.
    pub(super) fn complexity(
        &self,
        at_receipt: Option<Complexity>,
        before: i64,
    ) -> Option<Complexity> {
        let earlier = self.classified().take_while(|(at, _)| *at < before);
        earlier
            .last()
            .map(|(_, complexity)| complexity)
            .or(at_receipt)
    }
}

fn known(moment: &Moment<'_>, as_of: i64) -> bool {
    let dated = LIMITS.contains(&moment.occurred) && LIMITS.contains(&moment.recorded);
    dated && moment.occurred <= as_of && moment.recorded <= as_of
}

/// When an event counts: what gives the firm more time, when it was entered.
fn counts(moment: &Moment<'_>) -> i64 {
    match moment.kind {
        Event::Paused
        | Event::NewFacts
        | Event::Reopened
        | Event::Classified
        | Event::ExtensionApproved
        | Event::ExtensionAsked
        | Event::DueSet
        | Event::Absorbed => moment.counts_from(),
        _ => moment.occurred,
    }
}
