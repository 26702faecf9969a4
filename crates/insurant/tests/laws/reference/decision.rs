//! The decision of `cn-property`, with its outcome as JSON.

use super::measures::{Asked, Filter, Reference};
use super::time::{Window, chrono};
use crate::facts::Case;
use crate::sheet::Value;
use insurant::Category;
use insurant::facts::{Credit, CustomerKind, EntryState};
use insurant_rules::document::{Json, Object};

/// True, false or unknown, after Kleene.
type Truth = Option<bool>;

fn all(truths: &[Truth]) -> Truth {
    if truths.contains(&Some(false)) {
        return Some(false);
    }
    truths.iter().copied().collect::<Option<Vec<_>>>()?;
    Some(true)
}

fn any(truths: &[Truth]) -> Truth {
    not(all(&truths.iter().map(|&t| not(t)).collect::<Vec<_>>()))
}

fn not(truth: Truth) -> Truth {
    truth.map(|t| !t)
}

/// Against whole units, or against hundredths: never by dividing.
fn compared(value: Value, with: i128, scale: i128) -> Option<std::cmp::Ordering> {
    match value {
        Value::Known { num, den } => Some((num * scale).cmp(&(with * den))),
        _ => None,
    }
}

fn at_least(value: Value, with: i128) -> Truth {
    compared(value, with, 1).map(std::cmp::Ordering::is_ge)
}

fn above_percent(value: Value, percent: i128) -> Truth {
    compared(value, percent, 100).map(std::cmp::Ordering::is_gt)
}

fn truth(value: Value) -> Truth {
    match value {
        Value::Boolean(truth) => Some(truth),
        _ => None,
    }
}

/// Ids of what is true, and of what is unknown.
fn ids(rules: &[(&'static str, Truth)]) -> (Vec<&'static str>, Vec<&'static str>) {
    let of = |truth| {
        let those = rules.iter().filter(move |(_, t)| *t == truth);
        those.map(|(id, _)| *id).collect()
    };
    (of(Some(true)), of(None))
}

impl Reference<'_> {
    fn measure(
        &self,
        name: &'static str,
        window: Option<Window>,
        last: Option<(&'static str, &'static str)>,
        no_catastrophe: bool,
    ) -> Value {
        let filter = Filter {
            no_catastrophe,
            ..Filter::default()
        };
        self.value(&Asked {
            name,
            window,
            filter,
            last,
        })
    }

    fn fact(&self, name: &'static str) -> Value {
        self.measure(name, None, None, false)
    }

    fn year(&self, name: &'static str, last: Option<(&'static str, &'static str)>) -> Value {
        self.measure(name, Some(YEAR), last, false)
    }

    fn input(&self, name: &str) -> Truth {
        self.facts.inputs.get(name).map(|v| v == "true")
    }

    /// The rules of categories, in their order: their truth, and whether they are listed.
    fn categories(&self) -> Vec<(Category, Truth, Truth)> {
        let partner = Some(self.facts.kind == CustomerKind::Partner);
        let insured = truth(self.fact("insured"));
        let placed = at_least(self.year("placed_premium", None), 50_000_000);
        let notable = ["position_notable", "brand_notable", "contribution_notable"]
            .iter()
            .all(|input| self.input(input) == Some(true));
        let key = any(&[
            at_least(self.fact("annual_premium"), 5_000_000),
            at_least(self.fact("tender_premium"), 5_000_000),
            Some(notable),
        ]);
        let ratio = self.measure("loss_ratio", Some(LIFETIME), None, false);
        let good_record = any(&[
            at_least(self.fact("claim_free_years"), 3),
            all(&[
                not(above_percent(ratio, 30)),
                at_least(self.fact("covered_years"), 3),
            ]),
        ]);
        let good_credit = self.facts.credit.map(|credit| credit == Credit::Good);
        let hopeful = any(&[
            self.facts.intends_to_insure,
            truth(self.fact("ever_insured")),
        ]);
        let uninsured = all(&[not(partner), not(insured)]);
        let yes = Some(true);
        vec![
            (
                Category::Key,
                any(&[all(&[partner, placed]), all(&[not(partner), insured, key])]),
                yes,
            ),
            (Category::NotApplicable, partner, not(placed)),
            (
                Category::Preferred,
                all(&[not(partner), insured, good_credit, good_record]),
                yes,
            ),
            (Category::Standard, all(&[not(partner), insured]), yes),
            (Category::Prospect, all(&[uninsured, hopeful]), yes),
            (Category::Unattached, yes, uninsured),
        ]
    }

    fn alerts(&self) -> Vec<(&'static str, Truth)> {
        let within = |value: Value, least, most| {
            let days = value.number();
            Some(days.is_some_and(|days| least <= days && days <= most))
        };
        let thin = truth(self.year("thin_exposure", None));
        let claims = self.year("claims_per_unit", Some(("paid", "yes")));
        let ratio = self.year("loss_ratio", Some(("basis", "paid/earned")));
        let manager = self.facts.manager_id.as_ref();
        let review = self.facts.next_review.map(chrono);
        vec![
            (
                "high_loss_ratio",
                all(&[above_percent(ratio, 100), not(thin)]),
            ),
            ("lapse", within(self.fact("days_since_end"), 1, 90)),
            ("manager_missing", manager.map(String::is_empty)),
            ("multi_claim", at_least(claims, 2)),
            ("renewal_due", within(self.fact("days_to_renewal"), 0, 60)),
            ("review_due", review.map(|review| review <= self.day)),
        ]
    }

    fn criteria(&self) -> Vec<(&'static str, Truth)> {
        let year = |name, last| self.measure(name, Some(YEAR), Some(last), true);
        let a = all(&[
            at_least(year("claims_per_unit", ("paid", "yes")), 3),
            above_percent(year("loss_ratio", ("basis", "paid/earned")), 150),
            not(truth(self.year("thin_exposure", None))),
        ]);
        vec![
            ("criterion_a", a),
            ("criterion_b", self.facts.fraud_signs),
            ("criterion_c", self.facts.hard_to_settle),
            ("criterion_d", self.input("pre_catastrophe_purchase")),
        ]
    }

    /// An entry in effect.
    pub(crate) fn blacklisted(&self) -> bool {
        self.facts.entries.iter().any(|entry| {
            matches!(entry.state, EntryState::Active | EntryState::UnderAppeal)
                && chrono(entry.effective) <= self.day
                && entry.expiry.is_none_or(|expiry| self.day < chrono(expiry))
        })
    }

    /// Every finding: criteria that propose, claims that count nowhere.
    fn findings(&self, proposed: &[&'static str]) -> Json {
        let mut claims: Vec<(&str, &str)> = self
            .facts
            .claims
            .iter()
            .filter_map(|claim| Some((self.finding(claim)?, claim.claim_id.as_str())))
            .collect();
        claims.sort_unstable();
        let proposed = proposed.iter().map(|&id| Json::object([("id", id.into())]));
        let claims = claims
            .iter()
            .map(|&(id, claim)| Json::object([("id", id.into()), ("claim_id", claim.into())]));
        Json::list(proposed.chain(claims))
    }

    /// The category: the first rule that is true.
    pub(crate) fn category(&self) -> Category {
        let rules = self.categories();
        let first = rules.iter().find(|(_, truth, _)| *truth == Some(true));
        first.expect("the last rule is always true").0
    }

    /// The outcome, as the library says it.
    pub(crate) fn outcome(&self, case: &Case) -> Json {
        let rules = self.categories();
        let category = self.category();
        let mut holds: Vec<Category> = rules
            .iter()
            .filter(|(c, truth, listed)| {
                *truth == Some(true) && (*listed == Some(true) || *c == category)
            })
            .map(|(category, ..)| *category)
            .collect();
        holds.sort_unstable_by(|a, b| b.cmp(a));
        let unknown = rules.iter().filter(|(_, truth, _)| truth.is_none());
        let (alerts, alerts_unknown) = ids(&self.alerts());
        let (proposed, findings_unknown) = ids(&self.criteria());
        let standing = if self.blacklisted() {
            "blacklisted"
        } else if alerts.contains(&"multi_claim") || alerts.contains(&"high_loss_ratio") {
            "watch"
        } else {
            "clear"
        };
        let valued = case.facts.valued_on;
        let flag = |holds: bool| holds.then_some(true);
        Json::Object(
            Object::new()
                .with("as_of", case.as_of.to_string())
                .with("customer_id", case.facts.customer_id.as_str())
                .with("category", category.as_str())
                .with("standing", standing)
                .with("status", "decided")
                .with("holds", Json::list(holds.into_iter().map(Category::as_str)))
                .with("unknown", Json::list(unknown.map(|(c, ..)| c.as_str())))
                .with("alerts", Json::list(alerts))
                .with("alerts_unknown", Json::list(alerts_unknown))
                .with("findings", self.findings(&proposed))
                .with("findings_unknown", Json::list(findings_unknown))
                .with_some("hindsight", flag(valued.is_some_and(|v| case.as_of < v)))
                .with_some("projected", flag(valued.is_some_and(|v| case.as_of > v))),
        )
    }

    /// Every sum that the rules of `cn-property` need, where the records are whole.
    pub(crate) fn sums(&self) -> Vec<Value> {
        let over = |window, names: &[&'static str], no_catastrophe| -> Vec<Value> {
            let measure = |&name| self.measure(name, Some(window), None, no_catastrophe);
            names.iter().map(measure).collect()
        };
        let mut sums = over(YEAR, &["earned_premium", "paid", "placed_premium"], false);
        sums.extend(over(YEAR, &["paid"], true));
        sums.extend(over(LIFETIME, &["earned_premium", "incurred"], false));
        sums.extend([self.fact("annual_premium"), self.fact("tender_premium")]);
        sums
    }
}

const YEAR: Window = Window::Months {
    months: 12,
    back: 0,
};
const LIFETIME: Window = Window::Lifetime { back: 0 };
