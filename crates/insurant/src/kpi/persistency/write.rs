//! The figures in canonical JSON.

use super::report::{Figures, Report};
use super::spec::Basis;
use crate::kpi::amount::{count, sum};
use crate::kpi::{groups, left_out};
use insurant_rules::document::{Json, Object};

impl Report {
    /// The id of the figure: `persistency_13`.
    #[must_use]
    pub fn id(&self) -> String {
        format!("persistency_{}", self.spec.month)
    }

    /// What both sides are in: the code of the currency, or `policies`.
    #[must_use]
    pub fn unit(&self) -> &'static str {
        match (self.spec.basis, self.spec.currency) {
            (Basis::Premium, Some(currency)) => currency.code(),
            (Basis::Premium, None) => "minor_units",
            (Basis::Count, _) => "policies",
        }
    }

    /// The report in canonical form.
    #[must_use]
    pub fn to_json(&self) -> Json {
        let spec = &self.spec;
        let cohort = Object::new()
            .with("from", spec.cohort.from().to_string())
            .with("to", spec.cohort.to().to_string());
        let head = Object::new()
            .with("id", self.id())
            .with("as_of", spec.as_of.to_string())
            .with("basis", spec.basis.as_str())
            .with("variant", spec.variant.as_str())
            .with("unit", self.unit())
            .with("month", u32::from(spec.month))
            .with("grace_days", u32::from(spec.grace_days))
            .with("rider_months", u32::from(spec.rider_months))
            .with("cohort", cohort);
        let by = groups::list(&self.by, |object, figures| self.figures(object, figures));
        Json::Object(self.figures(head, &self.all).with_some("by", by))
    }

    fn figures(&self, object: Object, figures: &Figures) -> Object {
        let (basis, currency) = (self.spec.basis, self.spec.currency);
        let side = |number: i128| match (basis, currency) {
            (Basis::Premium, Some(currency)) => sum(number, currency),
            (Basis::Premium, None) => Json::exact(number),
            (Basis::Count, _) => count(u64::try_from(number).unwrap_or(0)),
        };
        let value = figures.value();
        let capped = value.is_above_one().then(|| value.capped().to_json());
        let amount = |minor| currency.map(|currency| sum(minor, currency));
        let riders = (basis == Basis::Premium).then(|| {
            Object::new()
                .with("policies", count(figures.rider_policies))
                .with_some("amount", amount(figures.rider_amount))
        });
        let late = Object::new()
            .with("receipts", count(figures.late_receipts))
            .with_some("amount", amount(figures.late_amount));
        object
            .with("numerator", side(figures.numerator))
            .with("denominator", side(figures.denominator))
            .with("value", value.to_json())
            .with_some("capped", capped)
            .with("policies", count(figures.policies))
            .with(
                "left_out",
                left_out::list(&figures.left_out, "policies", currency),
            )
            .with_some("riders", riders)
            .with("late", late)
    }
}
