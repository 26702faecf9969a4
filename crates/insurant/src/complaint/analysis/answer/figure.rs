//! Rates, trends and periods in the answer.

use super::super::{CountTrend, Period, Rate, RateTrend, Undefined};
use super::{Answer, Parts, answer};
use crate::date::Date;
use insurant_rules::document::{Field, Json, Object, Shape};

impl Answer for Rate {
    fn shape() -> Shape {
        let states = Shape::one_of(["known", "undefined"]);
        let reasons = Shape::one_of(Undefined::WORDS.iter().copied());
        Shape::object(
            "ComplaintRate",
            "An exact quotient, or why there is none.",
            [
                Field::required("state", states, "Whether it exists."),
                Field::optional("num", Shape::line(), "The numerator."),
                Field::optional("den", Shape::line(), "The denominator."),
                Field::optional(
                    "shown",
                    Shape::line(),
                    "To six places, half to even; for reading only.",
                ),
                Field::optional("reason", reasons, "Why there is none."),
            ],
        )
    }

    fn json(&self) -> Option<Json> {
        Some(self.to_json())
    }
}

impl Rate {
    /// The rate in canonical form.
    #[must_use]
    pub fn to_json(self) -> Json {
        Json::Object(match self {
            Self::Known { num, den } => Object::new()
                .with("state", "known")
                .with("num", Json::exact(num))
                .with("den", Json::exact(den))
                .with_some("shown", self.shown()),
            Self::Undefined(reason) => Object::new()
                .with("state", "undefined")
                .with("reason", reason.as_str()),
        })
    }
}

answer! {
    CountTrend as trend: "CountTrend", "A count, and what it was before." {
        now: u64 = trend.now, "In the period.";
        before: u64 = trend.before, "In the one before.";
        difference: i64 = trend.difference(), "How many more; below zero when fewer.";
        ratio: Rate = trend.ratio(), "How many times as many.";
    }

    RateTrend as trend: "RateTrend", "A rate, and what it was before." {
        now: Rate = trend.now, "In the period.";
        before: Rate = trend.before, "In the one before.";
        difference: Rate = trend.difference(), "How much higher, in lowest terms.";
    }

    Period as period: "AnalysisPeriod", "Days from one up to another." {
        from: Date = period.from(), "The first day.";
        to: Date = period.to(), "The first day after it.";
    }
}

impl CountTrend {
    /// The trend in canonical form.
    #[must_use]
    pub fn to_json(self) -> Json {
        Json::Object(self.write(Object::new()))
    }
}

impl RateTrend {
    /// The trend in canonical form.
    #[must_use]
    pub fn to_json(self) -> Json {
        Json::Object(self.write(Object::new()))
    }
}
