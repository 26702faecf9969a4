//! The customers of the vectors as the numbers that `capi_rows` reads, in its order.

use super::{Seeds, each, kept, vectors};
use crate::project::Project;
use crate::run::Outcome;
use insurant::Date;
use insurant::facts::{BusinessSource, ClaimStatus, Credit, CustomerKind, EntryState};
use insurant_rules::document::Node;
use std::collections::BTreeSet;

/// No day, as C says it.
const NO_DAY: i32 = i32::MIN;

/// Numbers that lie at an end of something.
const WORDS: &[i64] = &[
    0,
    1,
    2,
    -1,
    19_905,
    19_539,
    20_271,
    83_947,
    -25_567,
    84_006,
    -25_568,
    255,
    65_535,
    0x7fff_ffff,
    -0x8000_0000,
    i64::MAX,
    i64::MIN,
];

pub(super) fn write(project: &Project) -> Outcome<Seeds> {
    let mut customers = BTreeSet::new();
    for vector in vectors(project)? {
        each(vector.root(), &mut |node| {
            if node.get("kind").is_some() && node.text_at("customer_id").is_some() {
                customers.insert(customer(node));
            }
        });
    }
    let escaped = |bytes: &[u8]| {
        bytes
            .iter()
            .map(|b| format!("\\x{b:02x}"))
            .collect::<String>()
    };
    let mut words = String::new();
    for number in WORDS {
        let bytes = number.to_le_bytes();
        let (short, _) = bytes.split_at(4);
        words.push_str(&format!(
            "\"{}\"\n\"{}\"\n",
            escaped(&bytes),
            escaped(short)
        ));
    }
    kept(project, "capi_rows", &customers, &words)
}

fn customer(node: &Node) -> Vec<u8> {
    let mut to = Numbers(Vec::new());
    to.member(CustomerKind::WORDS, node.text_at("kind"));
    to.member(Credit::WORDS, node.text_at("credit"));
    for told in ["intends_to_insure", "fraud_signs", "hard_to_settle"] {
        to.byte(node.boolean_at(told).map_or(0, |yes| 1 + usize::from(yes)));
    }
    let manager = node.text_at("manager_id");
    to.byte(manager.map_or(0, |id| 1 + usize::from(!id.is_empty())));
    for day in ["history_from", "valued_on", "next_review"] {
        to.day(node, day);
    }
    for list in ["policies", "placed"] {
        to.list(node.items_at(list), 12, policy);
    }
    let policies = node.items_at("policies");
    to.list(node.items_at("claims"), 12, |to, claim| {
        let id = claim.text_at("policy_id");
        let position = policies.iter().position(|p| p.text_at("policy_id") == id);
        to.byte(position.unwrap_or(255));
        to.member(ClaimStatus::WORDS, claim.text_at("status"));
        to.day(claim, "loss_date");
        to.day(claim, "reported_on");
        for amount in ["paid", "reserve", "recovered"] {
            to.amount(claim, amount);
        }
        to.byte(usize::from(claim.text_at("event_id").is_some()));
        to.byte(usize::from(claim.boolean_at("catastrophe") == Some(true)));
    });
    to.list(node.items_at("entries"), 4, |to, entry| {
        to.member(EntryState::WORDS, entry.text_at("state"));
        to.day(entry, "effective");
        to.day(entry, "expiry");
    });
    to.0
}

fn policy(to: &mut Numbers, policy: &Node) {
    to.byte(1);
    to.member(BusinessSource::WORDS, policy.text_at("business_source"));
    for day in ["start", "end", "cancelled_on", "issued_on"] {
        to.day(policy, day);
    }
    to.amount(policy, "written_premium");
    to.amount(policy, "refunded");
    to.byte(usize::from(policy.text_at("tender_id").is_some()));
    let units = policy.integer_at("insured_units").unwrap_or(1);
    to.byte(usize::try_from(units).unwrap_or(1));
    to.list(policy.items_at("movements"), 4, |to, movement| {
        to.day(movement, "effective");
        to.amount(movement, "amount");
    });
}

struct Numbers(Vec<u8>);

impl Numbers {
    fn byte(&mut self, number: usize) {
        self.0.push(u8::try_from(number).unwrap_or(u8::MAX));
    }

    fn member(&mut self, words: &[&str], word: Option<&str>) {
        let position = word.and_then(|word| words.iter().position(|known| *known == word));
        self.byte(position.map_or(0, |position| position + 1));
    }

    fn day(&mut self, node: &Node, field: &str) {
        let day = node.text_at(field).and_then(|text| Date::parse(text).ok());
        let days = day.map_or(NO_DAY, Date::days);
        self.0.extend(days.to_le_bytes());
    }

    /// In minor units, of which a major has a hundred.
    fn amount(&mut self, node: &Node, field: &str) {
        let text = node.text_at(field).unwrap_or("0");
        let digits: String = text.chars().filter(|c| *c != '.').collect();
        let amount: i64 = digits.parse().unwrap_or(0);
        self.0.extend(amount.to_le_bytes());
    }

    fn list(&mut self, items: &[Node], most: usize, write: impl Fn(&mut Self, &Node)) {
        let count = items.len().min(most);
        self.byte(count);
        for item in items.iter().take(count) {
            write(self, item);
        }
    }
}
