//! The schemes beside the category: the value tier by scorecard, scales of discounts by table.
//! They stay separate and named.

use super::assess::DatedRules;
use super::value::shown;
use crate::measure::Scratch;
use crate::scoring::{Card, ScoreStatus, Scored};
use insurant_rules::document::{Json, Object};
use insurant_rules::rulebook::Lookup;

impl DatedRules<'_> {
    /// The value tier of the customer last assessed, in a rulebook that has tiers.
    pub(crate) fn tier(&self, scratch: &Scratch) -> Option<Json> {
        let card = self.rules.scorecard("tiers", "scorecard")?;
        let scored = Card::new(card, self.rules.program()).score(self.answered(scratch));
        Some(tier_json(&scored))
    }

    /// The answer of each scale for the customer last assessed.
    pub(crate) fn bonus_malus(&self, scratch: &Scratch) -> Option<Json> {
        let tables = self.rules.tables("bonus_malus")?;
        Some(Json::object_of(tables.tables().iter().map(|table| {
            let found = table.lookup(self.answered(scratch));
            let answer = table.answer(found).map(|answer| answer.text.as_str());
            let state = match found {
                Lookup::Unknown => "unknown",
                Lookup::Nothing => "undefined",
                Lookup::Row(_) | Lookup::Otherwise => "known",
            };
            let json = Object::new()
                .with("state", state)
                .with_some("value", answer);
            (table.id.as_str(), Json::Object(json))
        })))
    }
}

/// A tier is read beside a category, so it says in one word what became of it.
fn tier_json(scored: &Scored<'_>) -> Json {
    let tier = scored.grade().unwrap_or(scored.status().as_str());
    let missing = scored.undecided().next();
    let missing = missing.filter(|_| scored.status() == ScoreStatus::Undecided);
    let card = scored.card();
    let points = |points: i64| shown(points, card.denominator());
    let characteristics = scored.characteristics().map(|(characteristic, earned)| {
        Object::new()
            .with("id", characteristic.id.as_str())
            .with("value", characteristic.text.as_str())
            .with_some("points", earned.points().map(points))
    });
    Json::Object(
        Object::new()
            .with("tier", tier)
            .with_some("veto", scored.veto().map(|veto| veto.id.as_str()))
            .with_some("missing", missing.map(|missing| missing.id.as_str()))
            .with_some("points", scored.score().points.map(points))
            .with("characteristics", Json::list(characteristics)),
    )
}
