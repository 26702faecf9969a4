//! The schemes beside the category: the value tier by scorecard, scales of discounts by table.
//! They stay separate and named.

use super::assess::DatedRules;
use super::value::shown;
use crate::measure::Scratch;
use crate::scoring::{Card, ScoreStatus, Scored};
use insurant_rules::State;
use insurant_rules::document::{Json, Object};
use insurant_rules::rulebook::Lookup;

/// Points of a scorecard, exactly: a quotient with a positive denominator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Points {
    /// Above the line.
    pub num: i64,
    /// Below the line.
    pub den: i64,
}

impl Points {
    fn shown(self) -> String {
        shown(self.num, self.den)
    }
}

/// The value tier. It is read beside a category, so it says in one word what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tier {
    /// The tier, or why there is none.
    pub tier: String,
    /// The veto that decided it.
    pub veto: Option<String>,
    /// When it is undecided, the first characteristic that could not be scored.
    pub missing: Option<String>,
    /// The points, when all could be given.
    pub points: Option<Points>,
    /// What each characteristic gave, in the scorecard's order.
    pub characteristics: Vec<TierPart>,
}

/// What one characteristic gave to a tier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TierPart {
    /// The characteristic.
    pub id: String,
    /// What it scores, in the rule language.
    pub value: String,
    /// Its points, if they could be given.
    pub points: Option<Points>,
}

/// The answer of a scale of discounts and surcharges.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scale {
    /// The scale.
    pub id: String,
    /// Whether it answers.
    pub state: State,
    /// Its answer.
    pub value: Option<String>,
}

impl DatedRules<'_> {
    /// The tier of the customer last assessed, in a rulebook that has tiers.
    pub(crate) fn tier(&self, scratch: &Scratch) -> Option<Tier> {
        let card = self.rules.scorecard("tiers", "scorecard")?;
        let scored = Card::new(card, self.rules.program()).score(self.answered(scratch));
        Some(Tier::of(&scored))
    }

    /// The answer of each scale for the customer last assessed.
    pub(crate) fn bonus_malus(&self, scratch: &Scratch) -> Option<Vec<Scale>> {
        let tables = self.rules.tables("bonus_malus")?.tables().iter();
        let scales = tables.map(|table| {
            let found = table.lookup(self.answered(scratch));
            Scale {
                id: table.id.clone(),
                state: match found {
                    Lookup::Unknown => State::Unknown,
                    Lookup::Nothing => State::Undefined,
                    Lookup::Row(_) | Lookup::Otherwise => State::Known,
                },
                value: table.answer(found).map(|answer| answer.text.clone()),
            }
        });
        Some(scales.collect())
    }
}

impl Tier {
    fn of(scored: &Scored<'_>) -> Self {
        let missing = scored.undecided().next();
        let missing = missing.filter(|_| scored.status() == ScoreStatus::Undecided);
        let points = |num: i64| Points {
            num,
            den: scored.card().denominator(),
        };
        let characteristics = scored
            .characteristics()
            .map(|(characteristic, earned)| TierPart {
                id: characteristic.id.clone(),
                value: characteristic.text.clone(),
                points: earned.points().map(points),
            });
        Self {
            tier: scored
                .grade()
                .unwrap_or(scored.status().as_str())
                .to_owned(),
            veto: scored.veto().map(|veto| veto.id.clone()),
            missing: missing.map(|missing| missing.id.clone()),
            points: scored.score().points.map(points),
            characteristics: characteristics.collect(),
        }
    }

    /// The tier as JSON.
    #[must_use]
    pub fn to_json(&self) -> Json {
        let characteristics = self.characteristics.iter().map(|part| {
            Object::new()
                .with("id", part.id.as_str())
                .with("value", part.value.as_str())
                .with_some("points", part.points.map(Points::shown))
        });
        Json::Object(
            Object::new()
                .with("tier", self.tier.as_str())
                .with_some("veto", self.veto.as_deref())
                .with_some("missing", self.missing.as_deref())
                .with_some("points", self.points.map(Points::shown))
                .with("characteristics", Json::list(characteristics)),
        )
    }
}

impl Scale {
    /// The answer as JSON.
    #[must_use]
    pub fn to_json(&self) -> Json {
        Json::Object(
            Object::new()
                .with("state", self.state.as_str())
                .with_some("value", self.value.as_deref()),
        )
    }
}
