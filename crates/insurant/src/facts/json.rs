//! Facts from JSON and back. What comes in has passed its shape; what goes out is canonical.

use super::shape::CUSTOMER;
use super::{
    BusinessSource, ClaimFacts, ClaimStatus, Credit, CustomerFacts, CustomerKind, EntryFacts,
    EntryState, PolicyFacts, PremiumMovement, merge,
};
use crate::date::Date;
use crate::money;
use insurant_rules::document::{Document, Json, Node, Object, Path, Value};
use insurant_rules::order::InOrder;
use insurant_rules::{Currency, Problems};

/// Reads values that have passed their shape; only amounts can still be wrong, by their currency.
struct Reader<'a> {
    document: &'a Document,
    currency: Currency,
    problems: Problems,
}

impl Reader<'_> {
    fn amount(&mut self, node: &Node, field: &str, path: &Path<'_>) -> i64 {
        let Some(value) = node.get(field) else {
            return 0;
        };
        let text = match &value.value {
            Value::Text(text) => text.clone(),
            Value::Integer(number) => number.to_string(),
            _ => return 0,
        };
        money::parse(&text, self.currency).unwrap_or_else(|error| {
            let place = self.document.place_of(value, path.key(field));
            let problem = error.problem(&text, self.currency);
            self.problems.push(problem.at(place));
            0
        })
    }

    fn policies(&mut self, node: &Node, field: &str, path: &Path<'_>) -> Vec<PolicyFacts> {
        let list = path.key(field);
        let items = node.items_at(field).iter().enumerate();
        items
            .map(|(i, item)| self.policy(item, &list.index(i)))
            .collect()
    }

    fn policy(&mut self, node: &Node, path: &Path<'_>) -> PolicyFacts {
        let list = path.key("movements");
        let movements = node.items_at("movements").iter().enumerate();
        let movements = movements
            .map(|(i, item)| PremiumMovement {
                effective: date(item, "effective").unwrap_or(Date::MIN),
                amount: self.amount(item, "amount", &list.index(i)),
            })
            .collect();
        PolicyFacts {
            policy_id: text(node, "policy_id").unwrap_or_default(),
            line: text(node, "line").unwrap_or_default(),
            business_source: word(node, "business_source", BusinessSource::parse)
                .unwrap_or(BusinessSource::Direct),
            start: date(node, "start").unwrap_or(Date::MIN),
            end: date(node, "end").unwrap_or(Date::MIN),
            written_premium: self.amount(node, "written_premium", path),
            refunded: self.amount(node, "refunded", path),
            cancelled_on: date(node, "cancelled_on"),
            issued_on: date(node, "issued_on"),
            partner_id: text(node, "partner_id"),
            tender_id: text(node, "tender_id"),
            insured_units: node
                .integer_at("insured_units")
                // What does not fit is no number of units, and refused as such.
                .map_or(1, |units| u32::try_from(units).unwrap_or(0)),
            currency: text(node, "currency"),
            movements,
        }
    }

    fn claim(&mut self, node: &Node, path: &Path<'_>) -> ClaimFacts {
        ClaimFacts {
            claim_id: text(node, "claim_id").unwrap_or_default(),
            policy_id: text(node, "policy_id"),
            claimant_id: text(node, "claimant_id"),
            loss_date: date(node, "loss_date").unwrap_or(Date::MIN),
            reported_on: date(node, "reported_on"),
            status: word(node, "status", ClaimStatus::parse).unwrap_or(ClaimStatus::Open),
            paid: self.amount(node, "paid", path),
            reserve: self.amount(node, "reserve", path),
            recovered: self.amount(node, "recovered", path),
            catastrophe: node.boolean_at("catastrophe").unwrap_or(false),
            event_id: text(node, "event_id"),
        }
    }
}

fn text(node: &Node, field: &str) -> Option<String> {
    node.text_at(field).map(str::to_owned)
}

fn date(node: &Node, field: &str) -> Option<Date> {
    node.date_at(field)
}

fn word<T>(node: &Node, field: &str, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
    node.text_at(field).and_then(parse)
}

fn entry(node: &Node) -> EntryFacts {
    EntryFacts {
        entry_id: text(node, "entry_id").unwrap_or_default(),
        state: word(node, "state", EntryState::parse).unwrap_or(EntryState::Proposed),
        reason: text(node, "reason"),
        effective: date(node, "effective").unwrap_or(Date::MIN),
        expiry: date(node, "expiry"),
        review: date(node, "review"),
        lines: node
            .items_at("lines")
            .iter()
            .filter_map(|l| l.text().map(str::to_owned))
            .collect(),
    }
}

impl CustomerFacts {
    /// Reads a customer from a document, as the operations take one. Amounts are those of the
    /// currency. [`crate::CustomerRules::check`] tells what is wrong with what it says.
    ///
    /// # Errors
    /// Everything that is wrong with its form, each with its place.
    ///
    /// # Example
    /// ```
    /// use insurant::{Currency, facts::CustomerFacts};
    /// use insurant_rules::document::Document;
    /// let text = r#"{"customer_id": "C-1", "kind": "individual", "intends_to_insure": true}"#;
    /// let document = Document::parse_json("customer.json", text)?;
    /// let currency = Currency::parse("CNY").ok_or("no such currency")?;
    /// let facts = CustomerFacts::read(&document, currency)?;
    /// assert_eq!(facts.intends_to_insure, Some(true));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn read(document: &Document, currency: Currency) -> Result<Self, Problems> {
        let (root, mut problems) = (document.root(), Problems::new());
        CUSTOMER.check(document, root, &Path::ROOT, &mut problems);
        let (facts, amounts) = Self::from_node(document, root, &Path::ROOT, currency);
        merge(&mut problems, amounts);
        problems.or(facts)
    }

    /// Reads a customer; the amounts that the currency does not have are told beside it. What does
    /// not have its shape is read as absent: whoever calls has checked the shape.
    pub(crate) fn from_node(
        document: &Document,
        node: &Node,
        path: &Path<'_>,
        currency: Currency,
    ) -> (Self, Problems) {
        let mut reader = Reader {
            document,
            currency,
            problems: Problems::new(),
        };
        let kind = word(node, "kind", CustomerKind::parse).unwrap_or(CustomerKind::Individual);
        let mut facts = Self::new(text(node, "customer_id").unwrap_or_default(), kind);
        facts.credit = word(node, "credit", Credit::parse);
        facts.intends_to_insure = node.boolean_at("intends_to_insure");
        facts.fraud_signs = node.boolean_at("fraud_signs");
        facts.hard_to_settle = node.boolean_at("hard_to_settle");
        facts.history_from = date(node, "history_from");
        facts.valued_on = date(node, "valued_on");
        facts.manager_id = text(node, "manager_id");
        facts.next_review = date(node, "next_review");
        for input in node.get("inputs").map_or(&[][..], Node::entries) {
            let value = match &input.node.value {
                Value::Boolean(value) => value.to_string(),
                Value::Integer(value) => value.to_string(),
                Value::Text(value) => value.clone(),
                _ => continue,
            };
            facts.inputs.insert(input.key.clone(), value);
        }
        facts.policies = reader.policies(node, "policies", path);
        facts.placed = reader.policies(node, "placed", path);
        let claims = path.key("claims");
        for (i, item) in node.items_at("claims").iter().enumerate() {
            facts.claims.push(reader.claim(item, &claims.index(i)));
        }
        facts.entries = node.items_at("entries").iter().map(entry).collect();
        (facts, reader.problems)
    }

    /// The facts in canonical form: sorted by id, what is absent or a default left out. The facts
    /// fingerprint is taken of it.
    #[must_use]
    pub fn to_json(&self, currency: Currency) -> Json {
        let flag = |value: Option<bool>| value.map(Json::from);
        let day = |value: Option<Date>| value.map(|d| d.to_string());
        let inputs = (!self.inputs.is_empty()).then(|| {
            Json::object_of(
                self.inputs
                    .iter()
                    .map(|(name, v)| (name.clone(), Json::from(v.as_str()))),
            )
        });
        let policies =
            |list: &[PolicyFacts]| sorted(list, |p| &p.policy_id, |p| policy_to_json(p, currency));
        Json::Object(
            Object::new()
                .with("customer_id", self.customer_id.as_str())
                .with("kind", self.kind.as_str())
                .with_some("credit", self.credit.map(Credit::as_str))
                .with_some("intends_to_insure", flag(self.intends_to_insure))
                .with_some("fraud_signs", flag(self.fraud_signs))
                .with_some("hard_to_settle", flag(self.hard_to_settle))
                .with_some("history_from", day(self.history_from))
                .with_some("valued_on", day(self.valued_on))
                .with_some("manager_id", self.manager_id.as_deref())
                .with_some("next_review", day(self.next_review))
                .with_some("inputs", inputs)
                .with_some("policies", policies(&self.policies))
                .with_some("placed", policies(&self.placed))
                .with_some(
                    "claims",
                    sorted(
                        &self.claims,
                        |c| &c.claim_id,
                        |c| claim_to_json(c, currency),
                    ),
                )
                .with_some(
                    "entries",
                    sorted(&self.entries, |e| &e.entry_id, entry_to_json),
                ),
        )
    }
}

/// Rows in order of their id; `None` when there are none.
fn sorted<T>(rows: &[T], id: impl Fn(&T) -> &String, json: impl Fn(&T) -> Json) -> Option<Json> {
    let mut rows: Vec<&T> = rows.iter().collect();
    rows.order_by(|a, b| id(a).cmp(id(b)));
    (!rows.is_empty()).then(|| Json::list(rows.into_iter().map(json)))
}

fn unless_zero(amount: i64, currency: Currency) -> Option<String> {
    (amount != 0).then(|| money::format(amount, currency))
}

fn policy_to_json(policy: &PolicyFacts, currency: Currency) -> Json {
    let mut movements = policy.movements.clone();
    movements.order();
    let movements = (!movements.is_empty()).then(|| {
        Json::list(movements.iter().map(|m| {
            Json::object([
                ("amount", money::format(m.amount, currency).into()),
                ("effective", m.effective.to_string().into()),
            ])
        }))
    });
    Json::Object(
        Object::new()
            .with("policy_id", policy.policy_id.as_str())
            .with("line", policy.line.as_str())
            .with("business_source", policy.business_source.as_str())
            .with("start", policy.start.to_string())
            .with("end", policy.end.to_string())
            .with(
                "written_premium",
                money::format(policy.written_premium, currency),
            )
            .with_some("refunded", unless_zero(policy.refunded, currency))
            .with_some("cancelled_on", policy.cancelled_on.map(|d| d.to_string()))
            .with_some("issued_on", policy.issued_on.map(|d| d.to_string()))
            .with_some("partner_id", policy.partner_id.as_deref())
            .with_some("tender_id", policy.tender_id.as_deref())
            .with_some(
                "insured_units",
                (policy.insured_units != 1).then_some(policy.insured_units),
            )
            .with_some(
                "currency",
                policy.currency.as_deref().filter(|c| *c != currency.code()),
            )
            .with_some("movements", movements),
    )
}

fn claim_to_json(claim: &ClaimFacts, currency: Currency) -> Json {
    Json::Object(
        Object::new()
            .with("claim_id", claim.claim_id.as_str())
            .with_some("policy_id", claim.policy_id.as_deref())
            .with_some("claimant_id", claim.claimant_id.as_deref())
            .with("loss_date", claim.loss_date.to_string())
            .with_some("reported_on", claim.reported_on.map(|d| d.to_string()))
            .with("status", claim.status.as_str())
            .with("paid", money::format(claim.paid, currency))
            .with("reserve", money::format(claim.reserve, currency))
            .with_some("recovered", unless_zero(claim.recovered, currency))
            .with_some("catastrophe", claim.catastrophe.then_some(true))
            .with_some("event_id", claim.event_id.as_deref()),
    )
}

fn entry_to_json(entry: &EntryFacts) -> Json {
    let mut lines = entry.lines.clone();
    lines.order();
    lines.dedup();
    let lines = (!lines.is_empty()).then(|| Json::list(lines.iter().map(String::as_str)));
    Json::Object(
        Object::new()
            .with("entry_id", entry.entry_id.as_str())
            .with("state", entry.state.as_str())
            .with_some("reason", entry.reason.as_deref())
            .with("effective", entry.effective.to_string())
            .with_some("expiry", entry.expiry.map(|d| d.to_string()))
            .with_some("review", entry.review.map(|d| d.to_string()))
            .with_some("lines", lines),
    )
}
