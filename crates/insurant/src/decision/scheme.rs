//! The schemes beside the category: the value tier by scorecard, scales of discounts by table.
//! They stay separate and named.

use super::assess::DatedRules;
use super::value::shown;
use crate::measure::Scratch;
use insurant_rules::document::{Json, Object};
use insurant_rules::rulebook::{CompiledScorecard, Earned, Grading, Lookup};

impl DatedRules<'_> {
    /// The value tier of the customer last assessed, in a rulebook that has tiers.
    pub(crate) fn tier(&self, scratch: &Scratch) -> Option<Json> {
        let card = self.rules.scorecard("tiers", "scorecard")?;
        let mut earned = vec![Earned::default(); card.characteristics().len()];
        let score = card.evaluate(self.answered(scratch), &mut earned);
        let grade = |grade| self.rules.tier_name(grade);
        let object = match score.grading {
            Grading::Graded(tier) => Object::new().with_some("tier", grade(tier)),
            Grading::Vetoed { veto, grade: tier } => Object::new()
                .with_some("tier", grade(tier))
                .with_some("veto", card.vetoes().get(veto).map(|v| v.id.as_str())),
            Grading::Review { veto } => Object::new()
                .with("tier", "review")
                .with_some("veto", card.vetoes().get(veto).map(|v| v.id.as_str())),
            Grading::Undecided { characteristic } => {
                let missing = card.characteristics().get(characteristic);
                Object::new()
                    .with("tier", "undecided")
                    .with_some("missing", missing.map(|c| c.id.as_str()))
            }
        };
        let points = |points: i64| shown(points, card.denominator());
        Some(Json::Object(
            object
                .with_some("points", score.points.map(points))
                .with("characteristics", self.characteristics(card, &earned)),
        ))
    }

    fn characteristics(&self, card: &CompiledScorecard, earned: &[Earned]) -> Json {
        let points = |points: i64| shown(points, card.denominator());
        Json::list(
            card.characteristics()
                .iter()
                .zip(earned)
                .map(|(characteristic, earned)| {
                    Json::Object(
                        Object::new()
                            .with("id", characteristic.id.as_str())
                            .with("value", characteristic.text.as_str())
                            .with_some("points", earned.points().map(points)),
                    )
                }),
        )
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
