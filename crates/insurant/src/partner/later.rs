//! A veto that is effective after the period: the score of the period stays, and the event is named.

use super::event::Event;
use super::facts::Partner;
use super::rules::PartnerRules;
use crate::complaint::analysis::Period;
use crate::date::Date;
use insurant_rules::order::InOrder;

/// An event that is a veto, known on the day of the question, whose date that counts lies after the
/// period. The period is not scored by what came after it; whoever decides about the partner today
/// has to know of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LaterVeto {
    /// The event.
    pub event: Event,
    /// Since when the insurer knows of it.
    pub known_since: Date,
    /// The date that counts: from then on it is a veto.
    pub effective_from: Date,
}

impl PartnerRules {
    /// The vetoes after a period that are known on a day, by id.
    pub(super) fn later_vetoes(
        &self,
        partner: &Partner,
        period: Period,
        as_of: Date,
    ) -> Vec<LaterVeto> {
        let events = partner.events.iter().flatten();
        let later = events.filter_map(|event| {
            let severity = self.severity(&event.code)?;
            let effective_from = event.date(self.clean_date)?;
            let known_since = event.known_since()?;
            let named = severity.veto && effective_from >= period.to() && known_since <= as_of;
            named.then(|| LaterVeto {
                event: event.clone(),
                known_since,
                effective_from,
            })
        });
        let mut later: Vec<LaterVeto> = later.collect();
        later.order_by(|a, b| a.event.event_id.cmp(&b.event.event_id));
        later
    }
}
