//! An explained decision: every comparison with its values, every figure with its facts.

#![allow(
    clippy::expect_used,
    reason = "an answer that cannot be read fails the test"
)]

use insurant::decision::{Trace, kind, plain, shown, shown_sum};
use insurant::facts::{CustomerFacts, CustomerKind};
use insurant::{Date, Engine, Scratch};
use insurant_rules::document::{Document, Json, Node};
use insurant_rules::{Currency, Slot, State, Type};

const DAY: &str = "2024-07-01";

/// A year in force with a paid claim, an older year of three units, a claim without a policy and
/// one that is not known yet.
const CUSTOMER: &str = r#"{"customer_id":"C1","kind":"organisation","credit":"good",
    "policies":[
        {"policy_id":"P1","line":"property","business_source":"direct",
         "start":"2024-01-01","end":"2025-01-01","written_premium":"366.00"},
        {"policy_id":"P2","line":"motor","business_source":"intermediary","partner_id":"C1",
         "start":"2021-01-01","end":"2022-01-01","written_premium":"100.00","insured_units":3}],
    "placed":[
        {"policy_id":"P9","line":"motor","business_source":"intermediary","partner_id":"C1",
         "start":"2024-02-01","end":"2025-02-01","written_premium":"40.00"}],
    "claims":[
        {"claim_id":"K1","policy_id":"P1","loss_date":"2024-03-01","status":"settled",
         "paid":"50.00","reserve":"0"},
        {"claim_id":"K2","loss_date":"2024-03-02","status":"open","paid":"0","reserve":"5.00"},
        {"claim_id":"K3","policy_id":"P1","loss_date":"2025-03-02","status":"open",
         "paid":"1.00","reserve":"5.00"}]}"#;

fn call(operation: &str, fields: &str) -> Json {
    let engine = Engine::builtin().expect("built-in rulebooks load");
    let input = format!(r#"{{"as_of":"{DAY}",{fields}}}"#);
    let answer = engine.call(operation, &input).expect("the input is right");
    let document = Document::parse_json("", &answer).expect("the answer is JSON");
    Node::to_json(document.root()).expect("the answer has no null")
}

fn explained() -> Json {
    call("explain", &format!(r#""customer":{CUSTOMER}"#))
}

fn by<'a>(list: Option<&'a Json>, key: &str, value: &str) -> &'a Json {
    let items = list.map_or(&[][..], Json::items);
    let found = items
        .iter()
        .find(|item| item.get(key).and_then(Json::text) == Some(value));
    found.expect("the list has it")
}

fn rule<'a>(decision: &'a Json, section: &str, id: &str) -> &'a Json {
    by(
        decision.get("trace").and_then(|trace| trace.get(section)),
        "id",
        id,
    )
}

fn facts(decision: &Json, figure: &str) -> String {
    let facts = by(decision.get("figures"), "text", figure).get("facts");
    facts
        .expect("the figure rests on facts")
        .to_canonical_string()
}

#[test]
fn each_rule_stands_in_its_section_once() {
    let decision = explained();
    let trace = decision.get("trace").expect("a trace");
    let ids = |section| -> Vec<&str> {
        let rules = trace.get(section).map_or(&[][..], Json::items);
        rules
            .iter()
            .filter_map(|rule| rule.get("id").and_then(Json::text))
            .collect()
    };
    assert_eq!(
        ids("blacklist"),
        ["criterion_a", "criterion_b", "criterion_c", "criterion_d"]
    );
    assert_eq!(ids("categories").last(), Some(&"unattached"));
    assert_eq!(
        ids("alerts"),
        [
            "high_loss_ratio",
            "lapse",
            "manager_missing",
            "multi_claim",
            "renewal_due",
            "review_due"
        ]
    );
}

#[test]
fn a_comparison_shows_what_it_compared() {
    let renewal = explained();
    let renewal = rule(&renewal, "alerts", "renewal_due");
    assert_eq!(
        renewal
            .get("comparisons")
            .map(Json::to_canonical_string)
            .as_deref(),
        Some(concat!(
            r#"[{"left":{"kind":"count","state":"known","text":"days_to_renewal","value":184},"#,
            r#""result":"true","text":"is_known(days_to_renewal)"},"#,
            r#"{"decisive":true,"#,
            r#""left":{"kind":"count","state":"known","text":"days_to_renewal","value":184},"#,
            r#""result":"false","#,
            r#""right":{"kind":"count","parameter":"60d","state":"known","text":"renewal","#,
            r#""value":60},"text":"days_to_renewal <= renewal"}]"#
        ))
    );
}

#[test]
fn only_a_rule_that_one_comparison_kept_from_holding_came_close() {
    let decision = explained();
    let close = |section, id| rule(&decision, section, id).get("came_close").is_some();
    assert!(close("alerts", "renewal_due"));
    assert!(!close("alerts", "manager_missing"), "it is unknown");
    assert!(!close("categories", "standard"), "it holds");
}

#[test]
fn a_figure_names_its_facts() {
    let decision = explained();
    assert_eq!(
        facts(&decision, "loss_ratio(12m, basis: paid/earned)"),
        concat!(
            r#"[{"amount":"50.00","claim_id":"K1","loss_date":"2024-03-01","what":"counted"},"#,
            r#"{"amount":"182.00","policy_id":"P1","what":"earned"}]"#
        )
    );
    assert_eq!(
        facts(&decision, "thin_exposure(12m)"),
        concat!(
            r#"[{"amount":"182","policy_id":"P1","what":"days covered"},"#,
            r#"{"amount":"182.00","policy_id":"P1","what":"earned"}]"#
        )
    );
    assert_eq!(
        facts(&decision, "claims_per_unit(12m, paid: yes)"),
        concat!(
            r#"[{"claim_id":"K1","loss_date":"2024-03-01","what":"counted"},"#,
            r#"{"amount":"1","policy_id":"P1","what":"insured units"}]"#
        )
    );
    assert!(
        facts(&decision, "placed_premium(12m)").contains(concat!(
            r#"{"amount":"40.00","policy_id":"P9","#,
            r#""what":"written through this partner"}"#
        )),
        "{}",
        facts(&decision, "placed_premium(12m)")
    );
    let day = by(decision.get("figures"), "text", "as_of");
    assert!(day.get("facts").is_none() && day.get("reason").is_none());
}

#[test]
fn the_fingerprint_seals_the_decision() {
    let decision = explained();
    let engine = Engine::builtin().expect("built-in rulebooks load");
    let rules = engine
        .rules("cn-property", Date::parse(DAY).expect("a date"))
        .expect("cn-property is built in");
    let facts = CustomerFacts::new("C", CustomerKind::Individual);
    let customer = rules.check(facts).expect("the facts hold together");
    let day = rules.on(Date::parse(DAY).expect("a date"));
    let own = day.explain(&customer, &mut Scratch::new());
    let sealed = own.json().get("fingerprint").and_then(Json::text);
    assert_eq!(sealed, Some(own.fingerprint()));
    assert_eq!(own.fingerprint().len(), "sha256:".len() + 64);
    assert_ne!(decision.get("fingerprint"), own.json().get("fingerprint"));
}

#[test]
fn an_overflow_names_the_figure() {
    let policies: Vec<String> = (0..3)
        .map(|i| {
            format!(
                r#"{{"policy_id":"P{i}","line":"x","business_source":"direct","start":"2023-07-01",
                    "end":"2024-07-01","written_premium":"90000000000000000.00"}}"#
            )
        })
        .collect();
    let fields = format!(
        r#""customer":{{"customer_id":"C","kind":"individual","policies":[{}]}}"#,
        policies.join(",")
    );
    let decision = call("explain", &fields);
    let outcome = decision.get("outcome").expect("an outcome");
    assert_eq!(
        outcome.get("status").and_then(Json::text),
        Some("undecided")
    );
    let figures = decision.get("figures").map_or(&[][..], Json::items);
    assert_eq!(figures.len(), 1);
    let figure = figures.first().expect("one");
    assert_eq!(figure.get("state").and_then(Json::text), Some("overflow"));
    let text = figure.get("text").and_then(Json::text);
    assert_eq!(text, Some("loss_ratio(12m, basis: paid/earned)"));
}

#[test]
fn a_trace_holds_the_comparisons_of_the_last_customer() {
    let engine = Engine::builtin().expect("built-in rulebooks load");
    let day = Date::parse(DAY).expect("a date");
    let rules = engine
        .rules("cn-property", day)
        .expect("cn-property is built in");
    let facts = CustomerFacts::new("C", CustomerKind::Individual);
    let customer = rules.check(facts).expect("the facts hold together");
    let mut trace = Trace::new();
    assert!(trace.is_empty());
    assert_eq!(trace.len(), 0);
    let dated = rules.on(day);
    dated.trace(&customer, &mut Scratch::new(), &mut trace);
    assert!(!trace.is_empty());
    let asked = trace.len();
    assert!(asked > 20, "{asked} comparisons");
    dated.trace(&customer, &mut Scratch::new(), &mut trace);
    assert_eq!(trace.len(), asked);
}

#[test]
fn an_expression_has_the_value_of_the_last_assessment() {
    let engine = Engine::builtin().expect("built-in rulebooks load");
    let day = Date::parse(DAY).expect("a date");
    let rules = engine
        .rules_with("cn-property", day, &["as_of", "insured", "kind"])
        .expect("they are measures");
    let facts = CustomerFacts::new("C", CustomerKind::Partner);
    let customer = rules.check(facts).expect("the facts hold together");
    let mut scratch = Scratch::new();
    let dated = rules.on(day);
    dated.assess(&customer, &mut scratch);
    let value = |position| dated.expression(position, &scratch);
    assert_eq!(
        (value(0).state, value(0).num),
        (State::Known, day.days().into())
    );
    assert_eq!((value(1).state, value(1).num), (State::Known, 0));
    assert_eq!((value(2).state, value(2).num), (State::Known, 2));
    assert_eq!(value(3).state, State::Unknown);
}

#[test]
fn a_figure_that_needs_transactions_says_so() {
    let engine = Engine::builtin().expect("built-in rulebooks load");
    let day = Date::parse(DAY).expect("a date");
    let basis = "loss_ratio(12m, basis: calendar_year)";
    let rules = engine
        .rules_with("cn-property", day, &[basis])
        .expect("it is a measure");
    let facts = CustomerFacts::new("C", CustomerKind::Individual);
    let customer = rules.check(facts).expect("the facts hold together");
    let decision = rules.on(day).explain(&customer, &mut Scratch::new());
    let figures = decision.json().get("figures");
    let reason = |text| by(figures, "text", text).get("reason").and_then(Json::text);
    assert_eq!(reason(basis), Some("needs_transactions"));
    assert_eq!(reason("loss_ratio(12m, basis: paid/earned)"), None);
    assert_eq!(
        reason("days_to_renewal"),
        None,
        "undefined for another reason"
    );
}

#[test]
fn values_read_as_people_write_them() {
    let known = |num, den| Slot {
        num,
        den,
        state: State::Known,
    };
    let none = |_| None;
    assert_eq!(plain(known(1, 1), &Type::Boolean, none), "true");
    assert_eq!(plain(known(0, 1), &Type::Boolean, none), "false");
    let cny = Currency::parse("CNY").expect("a currency");
    assert_eq!(plain(known(150, 1), &Type::Money(cny), none), "1.50");
    assert_eq!(
        plain(known(150, 4), &Type::MoneyRatio(cny), none),
        "0.375000"
    );
    assert_eq!(plain(Slot::UNKNOWN, &Type::Ratio, none), "unknown");
    assert_eq!(plain(known(7, 1), &Type::Text, none), "other");
    assert_eq!(kind(&Type::MoneyRatio(cny)), "money_ratio");
    assert_eq!(shown_sum(3, 2), "1.500000");
    assert_eq!(shown(1, 0), "");
}
