//! The figures in canonical JSON.

use super::{Reached, Report, Top};
use crate::kpi::amount::{count, sum};
use insurant_rules::document::{Json, Object};

impl Report {
    /// The report in canonical form.
    #[must_use]
    pub fn to_json(&self) -> Json {
        let left_out = self.left_out.map(|one| {
            Object::new()
                .with("reason", one.reason.as_str())
                .with("rows", count(one.rows))
                .with("amount", self.amount(one.amount))
        });
        let top = self.top.iter().map(|top| self.top(top));
        let shares = self.shares.iter().map(|reached| self.reached(reached));
        let unit = self.spec.currency.map_or("units", |c| c.code());
        Json::Object(
            Object::new()
                .with("id", "concentration")
                .with_some("as_of", self.spec.as_of.map(|day| day.to_string()))
                .with("basis", "ties_together")
                .with("unit", unit)
                .with("total", self.amount(self.total))
                .with("rows", count(self.rows))
                .with("left_out", Json::list(left_out))
                .with("top", Json::list(top))
                .with("shares", Json::list(shares)),
        )
    }

    fn amount(&self, amount: i128) -> Json {
        match self.spec.currency {
            Some(currency) => sum(amount, currency),
            None => Json::exact(amount),
        }
    }

    fn top(&self, top: &Top) -> Object {
        Object::new()
            .with("n", top.n)
            .with("rows", count(top.rows))
            .with("amount", self.amount(top.amount))
            .with("share", top.share.to_json())
            .with("share_of_rows", top.share_of_rows.to_json())
    }

    fn reached(&self, reached: &Reached) -> Object {
        let object = Object::new().with("share", reached.share.written());
        match &reached.with {
            None => object.with("state", "undefined"),
            Some(with) => object
                .with("state", "known")
                .with("rows", count(with.rows))
                .with("without_ties", count(with.without_ties))
                .with("amount", self.amount(with.amount))
                .with("reached", with.reached.to_json())
                .with("share_of_rows", with.share_of_rows.to_json()),
        }
    }
}
