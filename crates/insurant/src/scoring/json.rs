//! A score explained, as canonical JSON and as its shape.

use super::Scored;
use crate::decision::value_json;
use insurant_rules::document::{Decimal, Field, Json, Object, Shape};
use insurant_rules::rulebook::{BrokenFloor, CompiledCharacteristic, CompiledDimension, Earned};
use insurant_rules::{Slot, Truth, Type};

impl Scored<'_> {
    /// The score with everything it rests on: [`score_shape`].
    #[must_use]
    pub fn to_json(&self) -> Json {
        let card = self.card();
        let floor = self.score().floor.map(|floor| self.floor(floor));
        let ids = |answer: Truth| Json::list(self.vetoes(answer).map(|veto| veto.id.as_str()));
        let vetoes = Object::new()
            .with("holds", ids(Truth::True))
            .with("unknown", ids(Truth::Unknown));
        let undecided: Vec<&str> = self.undecided().map(|c| c.id.as_str()).collect();
        let missing = (!undecided.is_empty()).then(|| Json::list(undecided));
        let to_next = self.to_next().map(|next| {
            let floors = self.floors_to_meet(next).map(|floor| self.floor(floor));
            Object::new()
                .with_some("grade", card.grade_name(next.grade))
                .with("points_missing", self.decimal(next.missing))
                .with("floors_to_meet", Json::list(floors))
        });
        let characteristics = self.characteristics().zip(&self.values);
        let characteristics = characteristics.map(|((characteristic, earned), value)| {
            self.characteristic(characteristic, earned, *value)
        });
        let dimensions = card.dimensions().iter().enumerate();
        let dimensions =
            dimensions.map(|(position, dimension)| self.dimension(position, dimension));
        let dimensions: Vec<Object> = dimensions.collect();
        let dimensions = (!dimensions.is_empty()).then(|| Json::list(dimensions));
        Json::Object(
            Object::new()
                .with("status", self.status().as_str())
                .with_some("grade", self.grade())
                .with_some("grade_by_score", self.by_score())
                .with_some("floor", floor)
                .with_some("veto", self.veto().map(|veto| veto.id.as_str()))
                .with_some("missing", missing)
                .with_some("points", self.points())
                .with("vetoes", vetoes)
                .with_some("dimensions", dimensions)
                .with("characteristics", Json::list(characteristics))
                .with_some("to_next", to_next),
        )
    }

    fn floor(&self, broken: BrokenFloor) -> Object {
        let dimension = self.card().dimensions().get(broken.dimension);
        let floor = dimension.and_then(|dimension| dimension.floors.get(broken.floor));
        Object::new()
            .with_some(
                "dimension",
                dimension.map(|dimension| dimension.id.as_str()),
            )
            .with_some("least", floor.map(|floor| plain(floor.least)))
            .with_some("best", self.card().grade_name(broken.best))
            .with("missing", self.decimal(broken.missing))
    }

    fn dimension(&self, position: usize, dimension: &CompiledDimension) -> Object {
        let points = self.card().dimension_points(position, &self.earned);
        let broken = self.card().broken_floors(&self.earned);
        let broken = broken.filter(|floor| floor.dimension == position);
        Object::new()
            .with("id", dimension.id.as_str())
            .with("weight", percent(dimension.weight))
            .with_some("points", points.map(|points| self.decimal(points.into())))
            .with(
                "floors_broken",
                Json::list(broken.map(|floor| self.floor(floor))),
            )
    }

    fn characteristic(
        &self,
        characteristic: &CompiledCharacteristic,
        earned: Earned,
        value: Slot,
    ) -> Object {
        let program = self.card.program();
        let ty = program.value_type(characteristic.value);
        let texts = |at: i64| program.texts().get(usize::try_from(at).ok()?).cloned();
        let (how, band) = match earned {
            Earned::Band(band, _) => ("band", i64::try_from(band).ok()),
            Earned::Otherwise(_) => ("otherwise", None),
            Earned::Missing(_) => ("missing", None),
            Earned::Undecided => ("undecided", None),
        };
        let dimensions = self.card().dimensions();
        let dimension = characteristic.dimension.and_then(|at| dimensions.get(at));
        let weight = match dimension {
            Some(_) => percent(characteristic.weight),
            None => plain(characteristic.weight),
        };
        Object::new()
            .with("id", characteristic.id.as_str())
            .with_some(
                "dimension",
                dimension.map(|dimension| dimension.id.as_str()),
            )
            .with("value", characteristic.text.as_str())
            .with(
                "shown",
                value_json(value, ty.unwrap_or(&Type::Boolean), texts),
            )
            .with("earned", how)
            .with_some("band", band.and_then(Json::integer))
            .with_some("points", characteristic.plain_points(earned).map(plain))
            .with("weight", weight)
            .with_some(
                "weighted",
                earned.points().map(|points| self.decimal(points.into())),
            )
    }
}

fn plain(decimal: Decimal) -> String {
    decimal.normal().to_string()
}

fn percent(weight: Decimal) -> String {
    let percent = weight.percent().map(|percent| format!("{percent}%"));
    percent.unwrap_or_else(|| plain(weight))
}

/// What [`Scored::to_json`] gives.
#[must_use]
pub fn score_shape() -> Shape {
    let text = Shape::line;
    let floor = Shape::object(
        "ScoreFloor",
        "A floor that is broken: too few points in a dimension.",
        [
            Field::required("dimension", text(), "The dimension."),
            Field::required(
                "least",
                text(),
                "The points from which on it does not bind.",
            ),
            Field::required("best", text(), "The best grade with fewer."),
            Field::required("missing", text(), "The points missing."),
        ],
    );
    let dimension = Shape::object(
        "ScoreDimension",
        "What a dimension came to.",
        [
            Field::required("id", text(), "The dimension."),
            Field::required("weight", text(), "Its share in the score, in percent."),
            Field::optional(
                "points",
                text(),
                "The sum of its weighted points; absent when one of its characteristics is undecided.",
            ),
            Field::required(
                "floors_broken",
                Shape::list(floor.clone()),
                "Its floors that are broken.",
            ),
        ],
    );
    let words = ["band", "otherwise", "missing", "undecided"];
    let characteristic = Shape::object(
        "ScoreCharacteristic",
        "What a characteristic earned.",
        [
            Field::required("id", text(), "The characteristic."),
            Field::optional("dimension", text(), "The dimension that it belongs to."),
            Field::required("value", Shape::prose(), "What is looked at."),
            Field::required(
                "shown",
                Shape::Any,
                "What was found there: kind, state, value.",
            ),
            Field::required(
                "earned",
                Shape::one_of(words),
                "Where its points come from.",
            ),
            Field::optional(
                "band",
                Shape::integer(),
                "The position of the band or case, from 0.",
            ),
            Field::optional("points", text(), "The points as the rulebook writes them."),
            Field::required("weight", text(), "By what they are multiplied."),
            Field::optional("weighted", text(), "The points times the weight."),
        ],
    );
    let vetoes = Shape::object(
        "ScoreVetoes",
        "The vetoes that do not fail.",
        [
            Field::required("holds", Shape::list(text()), "Those that hold."),
            Field::required("unknown", Shape::list(text()), "Those that are unknown."),
        ],
    );
    let to_next = Shape::object(
        "ScoreToNext",
        "What is missing to the next better grade.",
        [
            Field::required("grade", text(), "That grade."),
            Field::required("points_missing", text(), "The points that the score lacks."),
            Field::required(
                "floors_to_meet",
                Shape::list(floor.clone()),
                "The broken floors that do not allow it.",
            ),
        ],
    );
    let status = super::ScoreStatus::WORDS.iter().copied();
    Shape::object(
        "Score",
        "What a scorecard says, and why.",
        [
            Field::required("status", Shape::one_of(status), "What became of the grade."),
            Field::optional("grade", text(), "The grade, after floors and vetoes."),
            Field::optional("grade_by_score", text(), "The grade of the points alone."),
            Field::optional("floor", floor, "The floor that made the grade worse."),
            Field::optional("veto", text(), "The veto that decides, or sends to review."),
            Field::optional(
                "missing",
                Shape::list(text()),
                "The characteristics that are undecided.",
            ),
            Field::optional("points", text(), "The sum of all weighted points."),
            Field::required("vetoes", vetoes, "The vetoes that do not fail."),
            Field::optional("dimensions", Shape::list(dimension), "The dimensions."),
            Field::required(
                "characteristics",
                Shape::list(characteristic),
                "The characteristics.",
            ),
            Field::optional(
                "to_next",
                to_next,
                "What is missing to the next better grade.",
            ),
        ],
    )
}
