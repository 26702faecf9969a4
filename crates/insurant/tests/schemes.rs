//! Value tiers and bonus-malus scales: what stands beside the category.

#![allow(
    clippy::expect_used,
    reason = "an answer that cannot be read fails the test"
)]

use insurant::Engine;
use insurant_rules::document::{Document, Json, Node};

fn outcome(rulebook: &str, currency: &str, premium: &str, paid: Option<&str>) -> Json {
    let claims = paid.map_or_else(String::new, |paid| {
        format!(
            r#","claims":[{{"claim_id":"L","policy_id":"P3","loss_date":"2024-02-01",
                "status":"settled","paid":"{paid}","reserve":"0"}}]"#
        )
    });
    let policy = |n: u32, from: u32| {
        format!(
            r#"{{"policy_id":"P{n}","line":"x","business_source":"direct","currency":"{currency}",
                "start":"{from}-01-01","end":"{}-01-01","written_premium":"{premium}"}}"#,
            from + 1
        )
    };
    let policies = [policy(1, 2022), policy(2, 2023), policy(3, 2024)].join(",");
    let input = format!(
        r#"{{"as_of":"2024-07-01","rulebook":"{rulebook}","customer":{{"customer_id":"C",
            "kind":"individual","policies":[{policies}]{claims}}}}}"#
    );
    let engine = Engine::builtin().expect("built-in rulebooks load");
    let answer = engine.call("assess", &input).expect("the input is right");
    let document = Document::parse_json("", &answer).expect("the answer is JSON");
    Node::to_json(document.root()).expect("the answer has no null")
}

fn tier(outcome: &Json) -> (Option<&str>, Option<&str>) {
    let tier = outcome.get("tier").expect("the rulebook has tiers");
    (
        tier.get("tier").and_then(Json::text),
        tier.get("points").and_then(Json::text),
    )
}

#[test]
fn a_tier_is_graded_by_weighted_points() {
    // 60,000 a year: 10 points x 2; two whole years: 3 x 1; no loss: 6 x 1.5. Together 32.
    let best = outcome("example-property-usd", "USD", "60000.00", None);
    assert_eq!(tier(&best), (Some("key_management"), Some("32.000000")));
    // 500 a year: 1 x 2; 3 x 1; 2,000 paid of 1,249.31 earned: nothing. Together 5.
    let worst = outcome("example-property-usd", "USD", "500.00", Some("2000.00"));
    assert_eq!(tier(&worst), (Some("renewal_assurance"), Some("5.000000")));
}

#[test]
fn a_scale_is_looked_up_by_claim_free_years() {
    let discount = |outcome: &Json| {
        let scale = outcome
            .get("bonus_malus")
            .and_then(|b| b.get("no_claim_discount"))
            .cloned();
        scale.and_then(|s| s.get("value").and_then(Json::text).map(str::to_owned))
    };
    let clean = outcome("example-motor-eur", "EUR", "500.00", None);
    assert_eq!(discount(&clean).as_deref(), Some("30%"));
    let claimed = outcome("example-motor-eur", "EUR", "500.00", Some("1.00"));
    assert_eq!(discount(&claimed).as_deref(), Some("0%"));
}
