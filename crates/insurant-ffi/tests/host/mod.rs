//! A host in Rust that only uses the C interface.

#![allow(
    dead_code,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "what cannot be made fails the test that wants it"
)]

pub(crate) mod vectors;

use insurant_c::*;
use insurant_rules::document::{Json, Node, Object};
use insurant_rules::{Currency, Date};
use std::ptr::{null, null_mut};

/// A text as C passes it.
pub(crate) fn text(text: &str) -> InsurantStr {
    InsurantStr {
        ptr: text.as_ptr(),
        len: text.len(),
    }
}

/// A text as C gets it.
pub(crate) fn read(text: InsurantStr) -> String {
    // SAFETY: the library's texts are as long as they say.
    let bytes = unsafe { std::slice::from_raw_parts(text.ptr, text.len) };
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

/// One problem as C gets it.
#[derive(Debug)]
pub(crate) struct ToldProblem {
    pub(crate) code: String,
    pub(crate) message: String,
    pub(crate) path: String,
    pub(crate) found: String,
    pub(crate) expected: String,
    pub(crate) nearest: String,
    pub(crate) remedy: String,
}

/// What a call said that may have failed: its status, and every problem.
#[derive(Debug)]
pub(crate) struct Told {
    pub(crate) status: InsurantStatus,
    pub(crate) problems: Vec<ToldProblem>,
}

impl Told {
    /// Reads an error and frees it.
    pub(crate) fn of(status: InsurantStatus, err: *mut InsurantError) -> Self {
        let none = text("");
        let mut problems = Vec::new();
        if err.is_null() {
            return Self { status, problems };
        }
        let mut count = 0;
        // SAFETY: the error was just handed over, and the outputs are writable.
        unsafe {
            let counted = insurant_error_count(err, &raw mut count);
            assert_eq!(counted, InsurantStatus::Ok);
            for index in 0..count {
                let mut problem = InsurantProblem {
                    size: size_of::<InsurantProblem>(),
                    code: none,
                    message: none,
                    path: none,
                    source: none,
                    line: 0,
                    column: 0,
                    found: none,
                    expected: none,
                    nearest: none,
                    remedy: none,
                };
                let got = insurant_error_problem(err, index, &raw mut problem);
                assert_eq!(got, InsurantStatus::Ok);
                problems.push(ToldProblem {
                    code: read(problem.code),
                    message: read(problem.message),
                    path: read(problem.path),
                    found: read(problem.found),
                    expected: read(problem.expected),
                    nearest: read(problem.nearest),
                    remedy: read(problem.remedy),
                });
            }
            insurant_error_free(err);
        }
        Self { status, problems }
    }
}

/// The engine.
pub(crate) struct Library(*mut InsurantEngine);

impl Library {
    pub(crate) fn open() -> Self {
        let mut engine = null_mut();
        // SAFETY: `engine` is writable.
        let status = unsafe { insurant_engine_new(&raw mut engine, null_mut()) };
        assert_eq!(status, InsurantStatus::Ok);
        Self(engine)
    }

    pub(crate) fn engine(&self) -> *mut InsurantEngine {
        self.0
    }

    pub(crate) fn rules(&self, as_of: i32) -> *mut InsurantRules {
        let mut rules = null_mut();
        // SAFETY: the engine lives, the text as well, and `rules` is writable.
        let status = unsafe {
            insurant_rules_new(
                self.0,
                text("cn-property"),
                as_of,
                null(),
                0,
                &raw mut rules,
                null_mut(),
            )
        };
        assert_eq!(status, InsurantStatus::Ok);
        rules
    }

    /// What the typed call says, in the words of the JSON call.
    pub(crate) fn assess(&self, asked: &Asked) -> Json {
        let rules = self.rules(asked.as_of);
        let answer = asked.assess(rules);
        // SAFETY: made above and not used again.
        unsafe { insurant_rules_free(rules) };
        answer
    }
}

impl Drop for Library {
    fn drop(&mut self) {
        // SAFETY: made by `open` and not used again.
        unsafe { insurant_engine_free(self.0) };
    }
}

/// A policy with its endorsements and words.
pub(crate) struct AskedPolicy {
    row: InsurantPolicy,
    line: String,
    movements: Vec<InsurantMovement>,
}

/// A question as C states it.
pub(crate) struct Asked {
    pub(crate) as_of: i32,
    kind: i32,
    credit: i32,
    told: [i32; 4],
    days: [i32; 3],
    inputs: Vec<(String, String)>,
    policies: Vec<AskedPolicy>,
    placed: Vec<AskedPolicy>,
    claims: Vec<InsurantClaim>,
    entries: Vec<InsurantEntry>,
}

fn day(node: &Node, key: &str) -> Option<i32> {
    match node.get(key) {
        None => Some(INSURANT_NO_DAY),
        Some(value) => Some(Date::parse(value.text()?).ok()?.days()),
    }
}

fn amount(node: &Node, key: &str) -> Option<i64> {
    match node.get(key) {
        None => Some(0),
        Some(value) => insurant::money::parse(value.text()?, Currency::parse("CNY")?).ok(),
    }
}

/// The number of a word, from 1.
fn member(words: &[&str], node: &Node, key: &str) -> Option<i32> {
    let word = node.text_at(key)?;
    let position = words.iter().position(|known| *known == word)?;
    i32::try_from(position + 1).ok()
}

fn told(node: &Node, key: &str) -> i32 {
    match node.get(key).and_then(Node::boolean) {
        None => InsurantTold::Unknown as i32,
        Some(false) => InsurantTold::No as i32,
        Some(true) => InsurantTold::Yes as i32,
    }
}

/// Numbers for words, from 1.
#[derive(Default)]
struct Numbers(Vec<String>);

impl Numbers {
    fn of(&mut self, word: Option<&str>) -> u32 {
        let Some(word) = word else { return 0 };
        let known = self.0.iter().position(|known| known == word);
        let position = known.unwrap_or_else(|| {
            self.0.push(word.to_owned());
            self.0.len() - 1
        });
        u32::try_from(position + 1).expect("few words")
    }
}

impl Asked {
    /// The question of an `assess` input; `None` when C has no way to state it.
    pub(crate) fn read(input: &Node) -> Option<Self> {
        use insurant::facts::{ClaimStatus, Credit, CustomerKind, EntryState};
        let customer = input.get("customer")?;
        let id = customer.text_at("customer_id")?;
        let mut tenders = Numbers::default();
        let mut events = Numbers::default();
        let listed = |list: &str, tenders: &mut Numbers| -> Option<Vec<AskedPolicy>> {
            customer
                .items_at(list)
                .iter()
                .map(|policy| AskedPolicy::read(policy, tenders))
                .collect()
        };
        let policies = listed("policies", &mut tenders)?;
        let mut placed = listed("placed", &mut tenders)?;
        for policy in customer.items_at("policies") {
            if policy.text_at("partner_id") == Some(id) {
                placed.push(AskedPolicy::read(policy, &mut tenders)?);
            }
        }
        let claims: Option<Vec<InsurantClaim>> = customer
            .items_at("claims")
            .iter()
            .map(|claim| {
                let policy = claim.text_at("policy_id");
                let position = policy.map(|id| {
                    let mut ids = customer.items_at("policies").iter();
                    ids.position(|p| p.text_at("policy_id") == Some(id))
                });
                Some(InsurantClaim {
                    id: text(""),
                    policy: match position {
                        None => -1,
                        Some(Some(position)) => i32::try_from(position).ok()?,
                        Some(None) => i32::MAX,
                    },
                    status: member(ClaimStatus::WORDS, claim, "status")?,
                    loss_date: day(claim, "loss_date")?,
                    reported_on: day(claim, "reported_on")?,
                    paid: amount(claim, "paid")?,
                    reserve: amount(claim, "reserve")?,
                    recovered: amount(claim, "recovered")?,
                    event: events.of(claim.text_at("event_id")),
                    catastrophe: u32::from(claim.boolean_at("catastrophe").unwrap_or_default()),
                })
            })
            .collect();
        let entries: Option<Vec<InsurantEntry>> = customer
            .items_at("entries")
            .iter()
            .map(|entry| {
                Some(InsurantEntry {
                    id: text(""),
                    state: member(EntryState::WORDS, entry, "state")?,
                    effective: day(entry, "effective")?,
                    expiry: day(entry, "expiry")?,
                })
            })
            .collect();
        let inputs = customer.get("inputs").map_or(Some(Vec::new()), |inputs| {
            inputs
                .entries()
                .iter()
                .map(|entry| {
                    let written = match entry.node.boolean() {
                        Some(true) => "yes".to_owned(),
                        Some(false) => "no".to_owned(),
                        None => entry.node.text()?.to_owned(),
                    };
                    Some((entry.key.clone(), written))
                })
                .collect()
        })?;
        let manager = customer.get("manager_id").and_then(Node::text);
        Some(Self {
            as_of: day(input, "as_of")?,
            kind: member(CustomerKind::WORDS, customer, "kind")?,
            credit: match customer.get("credit") {
                None => 0,
                Some(_) => member(Credit::WORDS, customer, "credit")?,
            },
            told: [
                told(customer, "intends_to_insure"),
                told(customer, "fraud_signs"),
                told(customer, "hard_to_settle"),
                manager.map_or(0, |id| if id.is_empty() { 1 } else { 2 }),
            ],
            days: [
                day(customer, "history_from")?,
                day(customer, "valued_on")?,
                day(customer, "next_review")?,
            ],
            inputs,
            policies,
            placed,
            claims: claims?,
            entries: entries?,
        })
    }

    fn assess(&self, rules: *mut InsurantRules) -> Json {
        let rows = |policies: &[AskedPolicy]| -> Vec<InsurantPolicy> {
            policies.iter().map(|policy| policy.row(rules)).collect()
        };
        let (policies, placed) = (rows(&self.policies), rows(&self.placed));
        let inputs = self.values(rules);
        let customer = InsurantCustomer {
            size: size_of::<InsurantCustomer>(),
            id: text(""),
            kind: self.kind,
            credit: self.credit,
            intends_to_insure: self.told[0],
            fraud_signs: self.told[1],
            hard_to_settle: self.told[2],
            manager_assigned: self.told[3],
            history_from: self.days[0],
            valued_on: self.days[1],
            next_review: self.days[2],
            policies: policies.as_ptr(),
            policy_count: policies.len(),
            placed: placed.as_ptr(),
            placed_count: placed.len(),
            policy_stride: size_of::<InsurantPolicy>(),
            movement_stride: size_of::<InsurantMovement>(),
            claims: self.claims.as_ptr(),
            claim_count: self.claims.len(),
            claim_stride: size_of::<InsurantClaim>(),
            entries: self.entries.as_ptr(),
            entry_count: self.entries.len(),
            entry_stride: size_of::<InsurantEntry>(),
            inputs: inputs.as_ptr(),
            input_count: inputs.len(),
        };
        let mut result = empty_result();
        // SAFETY: everything lives until after the call, and is as it says.
        let status = unsafe {
            insurant_rules_assess(rules, &customer, null_mut(), &raw mut result, null_mut())
        };
        match status {
            InsurantStatus::Ok => outcome(rules, &result),
            InsurantStatus::BadFacts | InsurantStatus::OutOfRange | InsurantStatus::BadEnum => {
                Json::object([("refused", true.into())])
            }
            other => panic!("{other:?}"),
        }
    }

    fn values(&self, rules: *mut InsurantRules) -> Vec<InsurantValue> {
        let mut values = Vec::new();
        for (name, written) in &self.inputs {
            let mut position = 0;
            let mut value = UNKNOWN;
            // SAFETY: the texts live until after the calls, and the outputs are writable.
            unsafe {
                let found = insurant_rules_input(rules, text(name), &raw mut position, null_mut());
                assert_eq!(found, InsurantStatus::Ok, "{name}");
                let read = insurant_rules_read_input(
                    rules,
                    position,
                    text(written),
                    &raw mut value,
                    null_mut(),
                );
                assert_eq!(read, InsurantStatus::Ok, "{name}: {written}");
            }
            if values.len() <= position {
                values.resize(position + 1, UNKNOWN);
            }
            values[position] = value;
        }
        values
    }
}

const UNKNOWN: InsurantValue = InsurantValue {
    state: InsurantState::Unknown as i32,
    kind: 0,
    num: 0,
    den: 1,
};

/// A result as C begins it.
pub(crate) fn empty_result() -> InsurantResult {
    InsurantResult {
        size: size_of::<InsurantResult>(),
        status: 0,
        category: 0,
        standing: 0,
        cause: 0,
        hindsight: 0,
        projected: 0,
        held: 0,
        holds: 0,
        unknown: 0,
        alerts: 0,
        alerts_unknown: 0,
        proposals: 0,
        proposals_unknown: 0,
        values: null_mut(),
        value_capacity: 0,
        value_count: 0,
    }
}

impl AskedPolicy {
    fn read(policy: &Node, tenders: &mut Numbers) -> Option<Self> {
        use insurant::facts::BusinessSource;
        if policy.text_at("currency").is_some_and(|code| code != "CNY") {
            // The host of the C library passes amounts of one currency.
            return None;
        }
        let movements: Option<Vec<InsurantMovement>> = policy
            .items_at("movements")
            .iter()
            .map(|movement| {
                Some(InsurantMovement {
                    effective: day(movement, "effective")?,
                    amount: amount(movement, "amount")?,
                })
            })
            .collect();
        Some(Self {
            row: InsurantPolicy {
                id: text(""),
                line: 0,
                source: member(BusinessSource::WORDS, policy, "business_source")?,
                start: day(policy, "start")?,
                end: day(policy, "end")?,
                cancelled_on: day(policy, "cancelled_on")?,
                issued_on: day(policy, "issued_on")?,
                written_premium: amount(policy, "written_premium")?,
                refunded: amount(policy, "refunded")?,
                tender: tenders.of(policy.text_at("tender_id")),
                insured_units: match policy.get("insured_units") {
                    None => 1,
                    Some(units) => u32::try_from(units.integer()?).ok()?,
                },
                movements: null(),
                movement_count: 0,
            },
            line: policy.text_at("line")?.to_owned(),
            movements: movements?,
        })
    }

    fn row(&self, rules: *mut InsurantRules) -> InsurantPolicy {
        let mut line = 0;
        // SAFETY: the text lives until after the call, and `line` is writable.
        let status =
            unsafe { insurant_rules_line(rules, text(&self.line), &raw mut line, null_mut()) };
        assert_eq!(status, InsurantStatus::Ok);
        InsurantPolicy {
            line,
            movements: self.movements.as_ptr(),
            movement_count: self.movements.len(),
            ..self.row
        }
    }
}

type NameOf = unsafe extern "C" fn(*const InsurantRules, usize, *mut InsurantStr) -> InsurantStatus;

fn names(rules: *mut InsurantRules, bits: u64, name_of: NameOf) -> Json {
    let set = (0..64).filter(|bit| bits >> bit & 1 == 1);
    Json::list(set.map(|bit| {
        let mut name = text("");
        // SAFETY: the rules live and `name` is writable.
        let status = unsafe { name_of(rules, bit, &raw mut name) };
        assert_eq!(status, InsurantStatus::Ok);
        Json::from(read(name).as_str())
    }))
}

/// A result in the words of the JSON call.
fn outcome(rules: *mut InsurantRules, result: &InsurantResult) -> Json {
    let category = usize::try_from(result.category - 1).expect("a category");
    let category = insurant::Category::WORDS[category];
    let standing = usize::try_from(result.standing - 1).ok();
    let standing = standing.map(|standing| insurant::Standing::WORDS[standing]);
    let undecided = result.cause != InsurantCause::None as i32;
    // From the head of the ladder down, as the JSON call lists them.
    let held = (1..=insurant::Category::WORDS.len())
        .rev()
        .filter(|number| result.held >> number & 1 == 1)
        .map(|number| Json::from(insurant::Category::WORDS[number - 1]));
    let flag = |set: i32| (set == 1).then_some(true);
    Json::Object(
        Object::new()
            .with("category", category)
            .with_some("standing", standing)
            .with("status", if undecided { "undecided" } else { "decided" })
            .with("holds", Json::list(held))
            .with(
                "unknown",
                names(rules, result.unknown, insurant_rules_category_rule_id),
            )
            .with(
                "alerts",
                names(rules, result.alerts, insurant_rules_alert_id),
            )
            .with(
                "alerts_unknown",
                names(rules, result.alerts_unknown, insurant_rules_alert_id),
            )
            .with_some("hindsight", flag(result.hindsight))
            .with_some("projected", flag(result.projected)),
    )
}
