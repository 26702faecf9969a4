//! Appraisals as JSON.

use super::facts::Period;
use super::judge::{Appraisal, Change, Limit, Unrated};
use super::rules::ManagerRules;
use crate::manager::ManagerGrade;
use crate::rulebook::DecidedBy;
use insurant_rules::document::{Json, Object};

impl ManagerRules {
    /// Appraisals in canonical form.
    #[must_use]
    pub fn appraisals_json(&self, appraisals: &[Appraisal], period: Period) -> Json {
        DecidedBy::new(self.reference(), self.fingerprint()).sign(
            Object::new()
                .with(
                    "managers",
                    Json::list(appraisals.iter().map(|a| appraisal(a, period))),
                )
                .with(
                    "period",
                    Json::object([
                        ("from", period.from.to_string().into()),
                        ("to", period.to.to_string().into()),
                    ]),
                ),
        )
    }
}

fn appraisal(appraisal: &Appraisal, period: Period) -> Json {
    let days = Json::object([
        (
            "period",
            Json::integer(period.days()).unwrap_or(Json::exact(period.days())),
        ),
        (
            "served",
            Json::integer(appraisal.days).unwrap_or(Json::exact(appraisal.days)),
        ),
    ]);
    Json::Object(
        Object::new()
            .with("manager_id", appraisal.manager_id.as_str())
            .with_some("unit_id", appraisal.unit_id.as_deref())
            .with("days", days)
            .with("rating", appraisal.rating.as_str())
            .with_some("reason", appraisal.reason.map(Unrated::as_str))
            .with_some("grade", appraisal.grade.map(ManagerGrade::as_str))
            .with_some("proposed", appraisal.proposed.map(ManagerGrade::as_str))
            .with_some("change", appraisal.change.map(Change::as_str))
            .with_some("limited_by", appraisal.limited_by.map(Limit::as_str))
            .with_some("score", appraisal.score.clone()),
    )
}
