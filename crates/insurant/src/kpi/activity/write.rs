//! The figures in canonical JSON.

use super::report::{Figures, Indicator, Report};
use crate::kpi::amount::{count, sum};
use crate::kpi::{groups, left_out};
use insurant_rules::document::{Json, Object};

impl Report {
    /// The report in canonical form.
    #[must_use]
    pub fn to_json(&self) -> Json {
        let period = Object::new()
            .with("from", self.spec.period.from().to_string())
            .with("to", self.spec.period.to().to_string());
        let currency = self.spec.currency;
        let left_out = left_out::list(&self.left_out, "policies", currency);
        let head = Object::new()
            .with("as_of", self.spec.period.to().to_string())
            .with("period", period)
            .with("least_policies", self.spec.least_policies)
            .with("left_out", left_out);
        let by = groups::list(&self.by, |object, figures| self.figures(object, figures));
        Json::Object(self.figures(head, &self.all).with_some("by", by))
    }

    fn figures(&self, object: Object, figures: &Figures) -> Object {
        let currency = self.spec.currency;
        let heads = Object::new()
            .with("begin", count(figures.begin))
            .with("end", count(figures.end))
            .with("active", count(figures.active));
        let sales = Object::new()
            .with("policies", count(figures.policies))
            .with_some("premium", currency.map(|c| sum(figures.premium, c)))
            .with_some(
                "without_premium",
                currency.map(|_| count(figures.without_premium)),
            );
        let indicators = figures.indicators(currency);
        object
            .with("heads", heads)
            .with("sales", sales)
            .with("kpis", Json::list(indicators.iter().map(indicator)))
    }
}

fn indicator(indicator: &Indicator) -> Object {
    let twice = indicator.twice_denominator;
    let half = if twice % 2 == 1 { ".5" } else { "" };
    let numerator: Json = match indicator.currency {
        Some(currency) => sum(indicator.numerator, currency),
        None => count(u64::try_from(indicator.numerator).unwrap_or(0)),
    };
    let unit = match indicator.currency {
        Some(currency) => currency.code(),
        None if indicator.id == "activity_rate" => "agents",
        None => "policies",
    };
    Object::new()
        .with("id", indicator.id)
        .with("basis", indicator.basis.as_str())
        .with("unit", unit)
        .with("numerator", numerator)
        .with("denominator", format!("{}{half}", twice / 2))
        .with("value", indicator.value.to_json())
}
