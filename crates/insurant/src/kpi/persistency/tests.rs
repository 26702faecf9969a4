//! Boundaries to the day, each exclusion, riders, groups, and what is refused.

use crate::Engine;
use insurant_rules::Problems;
use insurant_rules::document::{Document, Json};

fn ask(spec: &str, policies: &[&str]) -> Result<Json, Problems> {
    let engine = Engine::builtin()?;
    let input = format!(
        r#"{{"spec": {{{spec}}}, "policies": [{}]}}"#,
        policies.join(",")
    );
    let answer = engine.call("kpi_persistency", &input)?;
    Ok(Document::parse_json("", &answer)?.root().to_json().unwrap())
}

const SPEC: &str = r#""as_of": "2025-03-02", "period": "2024", "currency": "CNY""#;

/// A policy of 10 March 2023 that paid on a day for month 13.
fn paid(id: &str, on: &str, more: &str) -> String {
    format!(
        r#"{{"policy_id": "{id}", "effective": "2023-03-10", "premium": "1000.00",
        "received": [{{"month": 13, "on": "{on}", "amount": "1000.00"}}]{more}}}"#
    )
}

/// A policy of a day, of which nothing was received.
fn unpaid(id: &str, effective: &str, more: &str) -> String {
    format!(
        r#"{{"policy_id": "{id}", "effective": "{effective}", "premium": "500.00", "received": []{more}}}"#
    )
}

fn text<'a>(json: &'a Json, path: &str) -> Option<&'a str> {
    let mut json = json;
    for step in path.split('.') {
        json = match step.parse::<usize>() {
            Ok(index) => json.items().get(index)?,
            Err(_) => json.get(step)?,
        };
    }
    json.text()
}

/// Numerator, denominator and the reasons for which policies are left out.
#[track_caller]
fn figures(spec: &str, policies: &[&str]) -> (String, String, Vec<String>) {
    let answer = ask(spec, policies).unwrap_or_else(|problems| panic!("{problems}"));
    let side = |key: &str| match answer.get(key) {
        Some(Json::Integer(number)) => number.get().to_string(),
        Some(json) => json.text().unwrap_or_default().to_owned(),
        None => String::new(),
    };
    let left_out = answer.get("left_out").map_or(&[][..], Json::items);
    let reasons = left_out.iter().filter_map(|one| text(one, "reason"));
    (
        side("numerator"),
        side("denominator"),
        reasons.map(str::to_owned).collect(),
    )
}

fn none() -> Vec<String> {
    Vec::new()
}

#[test]
fn premium_counts_on_the_last_day_of_grace_and_not_on_the_next() {
    // Month 13 begins on 10 March 2024, and sixty days later it is the 9th of May.
    let last = paid("P", "2024-05-09", "");
    let next = paid("P", "2024-05-10", "");
    let early = paid("P", "2024-01-01", "");
    let all = ("1000.00".into(), "1000.00".into(), none());
    assert_eq!(figures(SPEC, &[&last]), all);
    assert_eq!(figures(SPEC, &[&early]), all);
    assert_eq!(
        figures(SPEC, &[&next]),
        ("0.00".into(), "1000.00".into(), none())
    );
    let answer = ask(SPEC, &[&next]).unwrap();
    assert_eq!(text(&answer, "late.amount"), Some("1000.00"));
    assert_eq!(text(&answer, "value.shown"), Some("0.000000"));
}

#[test]
fn a_policy_is_measurable_from_the_day_after_its_grace() {
    let policy = paid("P", "2024-03-10", "");
    let on = |day: &str| {
        let spec = format!(r#""as_of": "{day}", "period": "2024", "currency": "CNY""#);
        figures(&spec, &[&policy])
    };
    let immature = ("0.00".into(), "0.00".into(), vec!["immature".into()]);
    assert_eq!(on("2024-05-09"), immature);
    assert_eq!(
        on("2024-05-10"),
        ("1000.00".into(), "1000.00".into(), none())
    );
    // What is known of the row ends before the question is asked.
    let known = |until: &str| {
        let more = format!(r#", "known_until": "{until}""#);
        figures(SPEC, &[&paid("P", "2024-03-10", &more)])
    };
    assert_eq!(known("2024-05-09"), immature);
    assert_eq!(known("2024-05-10").2, none());
    let answer = ask(
        r#""as_of": "2024-05-09", "period": "2024", "currency": "CNY""#,
        &[&policy],
    );
    let answer = answer.unwrap();
    assert_eq!(text(&answer, "value.reason"), Some("nothing_measurable"));
    assert_eq!(text(&answer, "left_out.0.amount"), Some("1000.00"));
}

#[test]
fn a_month_is_counted_from_the_first_day_and_clamped() {
    // 29 February 2024 plus a year is 28 February 2025; no grace.
    let spec = |day: &str| {
        format!(r#""as_of": "{day}", "period": "2025", "grace_days": 0, "basis": "count""#)
    };
    let policy = unpaid("P", "2024-02-29", "").replace(r#""premium": "500.00", "#, "");
    assert_eq!(figures(&spec("2025-02-28"), &[&policy]).2, ["immature"]);
    let measured = ("0".into(), "1".into(), none());
    assert_eq!(figures(&spec("2025-03-01"), &[&policy]), measured);
}

#[test]
fn the_cohort_began_a_year_or_two_before_the_period() {
    let first = unpaid("A", "2023-01-01", "");
    let last = unpaid("B", "2023-12-31", "");
    let before = unpaid("C", "2022-12-31", "");
    let after = unpaid("D", "2024-01-01", "");
    let all = [first.as_str(), &last, &before, &after];
    let spec = r#""as_of": "2026-03-02", "period": "2024", "currency": "CNY""#;
    assert_eq!(
        figures(spec, &all),
        ("0.00".into(), "1000.00".into(), none())
    );
    let month = r#""as_of": "2026-03-02", "period": "2024", "month": 25, "currency": "CNY""#;
    assert_eq!(
        figures(month, &all),
        ("0.00".into(), "500.00".into(), none())
    );
    let answer = ask(month, &all).unwrap();
    assert_eq!(text(&answer, "id"), Some("persistency_25"));
    assert_eq!(text(&answer, "cohort.from"), Some("2022-01-01"));
    let cohort = r#""as_of": "2026-03-02", "cohort": {"from": "2024-01-01", "to": "2024-01-02"}, "currency": "CNY""#;
    assert_eq!(figures(cohort, &all).1, "500.00");
}

#[test]
fn each_exclusion_takes_a_policy_from_both_sides_until_grace_ends() {
    let words = [
        ("cooling_off", true, true),
        ("claim", true, true),
        ("waiver", true, true),
        ("cancelled", true, true),
        ("transferred_out", true, true),
        ("suspended", true, false),
        ("converted", true, false),
        ("surrendered", false, false),
        ("lapsed", false, false),
        ("matured", false, false),
    ];
    let management = format!(r#"{SPEC}, "variant": "management""#);
    for (word, regulatory, managed) in words {
        let ceased = |on: &str| {
            let more = format!(r#", "ceased": {{"by": "{word}", "on": "{on}"}}"#);
            paid("P", "2024-03-10", &more)
        };
        for (spec, out) in [(SPEC, regulatory), (&*management, managed)] {
            let reasons = if out { vec![word.to_owned()] } else { none() };
            assert_eq!(figures(spec, &[&ceased("2024-05-09")]).2, reasons, "{word}");
            let after = figures(spec, &[&ceased("2024-05-10")]);
            assert_eq!(
                after,
                ("1000.00".into(), "1000.00".into(), none()),
                "{word}"
            );
        }
    }
    for (field, reason) in [
        (r#", "individual": false"#, "not_individual"),
        (r#", "long_term": false"#, "not_long_term"),
        (r#", "single": true"#, "single_premium"),
    ] {
        let policy = paid("P", "2024-03-10", field);
        assert_eq!(figures(SPEC, &[&policy]).2, [reason]);
    }
    let unknown = r#"{"policy_id": "P", "effective": "2023-03-10", "premium": "7.00"}"#;
    assert_eq!(figures(SPEC, &[unknown]).2, ["not_known"]);
}

#[test]
fn riders_of_the_first_months_lift_it_above_everything() {
    let rider = |added: &str| {
        let more = format!(
            r#", "riders": [{{"rider_id": "R", "added_on": "{added}",
            "received": [{{"month": 13, "on": "2024-05-09", "amount": "200.00"}}]}}]"#
        );
        paid("P", "2024-03-10", &more)
    };
    let answer = ask(SPEC, &[&rider("2024-04-09")]).unwrap();
    assert_eq!(text(&answer, "numerator"), Some("1200.00"));
    assert_eq!(text(&answer, "value.shown"), Some("1.200000"));
    assert_eq!(text(&answer, "capped.shown"), Some("1.000000"));
    assert_eq!(text(&answer, "riders.amount"), Some("200.00"));
    // Thirteen months end before 10 April 2024.
    assert_eq!(figures(SPEC, &[&rider("2024-04-10")]).0, "1000.00");
    let count = format!(r#"{SPEC}, "basis": "count""#);
    let one = ("1".into(), "1".into(), none());
    assert_eq!(figures(&count, &[&rider("2024-04-09")]), one);
}

#[test]
fn by_count_a_policy_persists_that_paid_or_of_which_nothing_else_is_told() {
    let count = format!(r#"{SPEC}, "basis": "count""#);
    let bare = |more: &str| format!(r#"{{"policy_id": "P", "effective": "2023-03-10"{more}}}"#);
    let persists = ("1".to_owned(), "1".to_owned(), none());
    let gone = ("0".to_owned(), "1".to_owned(), none());
    assert_eq!(figures(&count, &[&bare("")]), persists);
    let left = |on: &str| {
        bare(&format!(
            r#", "ceased": {{"by": "surrendered", "on": "{on}"}}"#
        ))
    };
    assert_eq!(figures(&count, &[&left("2024-05-09")]), gone);
    assert_eq!(figures(&count, &[&left("2024-05-10")]), persists);
    let refunded = r#"{"policy_id": "P", "effective": "2023-03-10", "received": [
        {"month": 13, "on": "2024-03-10", "amount": "5.00"},
        {"month": 13, "on": "2024-03-11", "amount": "-5.00"}]}"#;
    assert_eq!(figures(&count, &[refunded]), gone);
}

#[test]
fn groups_add_up_and_the_order_of_rows_changes_nothing() {
    let spec = format!(r#"{SPEC}, "by": ["channel", "channel"]"#);
    let rows = [
        paid("A", "2024-03-10", r#", "groups": {"channel": "bank"}"#),
        unpaid("B", "2023-06-01", r#", "groups": {"channel": "agents"}"#),
        paid("C", "2024-03-10", ""),
    ];
    let forth = ask(&spec, &[&rows[0], &rows[1], &rows[2]]).unwrap();
    let back = ask(&spec, &[&rows[2], &rows[1], &rows[0]]).unwrap();
    assert_eq!(forth, back);
    assert_eq!(forth.get("by").unwrap().items().len(), 1);
    assert_eq!(text(&forth, "by.0.groups.0.key"), Some("agents"));
    assert_eq!(text(&forth, "by.0.groups.0.value.shown"), Some("0.000000"));
    assert_eq!(text(&forth, "by.0.groups.1.key"), Some("bank"));
    assert_eq!(text(&forth, "by.0.groups.2.key"), None);
    assert_eq!(text(&forth, "by.0.groups.2.numerator"), Some("1000.00"));
    assert_eq!(text(&forth, "value.shown"), Some("0.800000"));
}

/// Codes and paths of everything that is refused.
#[track_caller]
fn refused(spec: &str, policies: &[&str]) -> Vec<(String, String)> {
    let problems = ask(spec, policies).expect_err("it should be refused");
    let told = problems
        .iter()
        .map(|p| (p.code().as_str().to_owned(), p.place().path.clone()));
    told.collect()
}

fn told(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    let owned = pairs
        .iter()
        .map(|(a, b)| ((*a).to_owned(), (*b).to_owned()));
    owned.collect()
}

#[test]
fn what_cannot_be_is_told_at_its_place_and_all_at_once() {
    let wrong = r#"{"policy_id": "P", "effective": "2023-03-10", "premium": "-1.00", "received": [],
        "ceased": {"by": "claim", "on": "2023-03-09"}, "known_until": "2023-03-10",
        "riders": [{"rider_id": "R", "added_on": "2023-03-10"}, {"rider_id": "R", "added_on": "2023-03-11"}]}"#;
    let bare = r#"{"policy_id": "P", "effective": "2023-03-10", "received": []}"#;
    assert_eq!(
        refused(SPEC, &[wrong, bare]),
        told(&[
            ("negative_amount", "policies[0].premium"),
            ("out_of_order", "policies[0].ceased.on"),
            ("out_of_order", "policies[0].known_until"),
            ("out_of_order", "policies[0].riders[0].added_on"),
            ("duplicate_id", "policies[0].riders[1].rider_id"),
            ("missing_field", "policies[1].premium"),
            ("duplicate_id", "policies[1].policy_id"),
        ])
    );
    let cents = r#"{"policy_id": "P", "effective": "2023-03-10", "premium": "1.005",
        "received": [{"month": 13, "on": "2024-03-10", "amount": "1.001"}]}"#;
    assert_eq!(
        refused(SPEC, &[cents]),
        told(&[
            ("too_many_decimals", "policies[0].premium"),
            ("too_many_decimals", "policies[0].received[0].amount"),
        ])
    );
}

#[test]
fn a_question_that_cannot_be_answered_is_refused() {
    let row = paid("P", "2024-03-10", "");
    let day = r#""as_of": "2025-03-02""#;
    let refused_spec = |more: &str| refused(&format!("{day}{more}"), &[&row]);
    assert_eq!(
        refused_spec(r#", "period": "2024""#),
        told(&[("currency_missing", "spec")])
    );
    assert_eq!(
        refused_spec(r#", "period": "2024", "basis": "count""#),
        told(&[
            ("currency_missing", "policies[0].premium"),
            ("currency_missing", "policies[0].received[0].amount"),
        ])
    );
    assert_eq!(
        refused_spec(r#", "period": "24", "currency": "XXQ""#),
        told(&[
            ("bad_period", "spec.period"),
            ("unknown_currency", "spec.currency")
        ])
    );
    let turned = r#", "cohort": {"from": "2024-01-02", "to": "2024-01-02"}, "currency": "CNY""#;
    assert_eq!(
        refused_spec(turned),
        told(&[("end_before_start", "spec.cohort")])
    );
    let both = r#", "period": "2024", "cohort": {"from": "2024-01-01", "to": "2024-01-02"}, "currency": "CNY""#;
    assert_eq!(refused_spec(both)[0].0, "conflicting_fields");
    assert_eq!(
        refused_spec(r#", "period": "1900", "currency": "CNY""#),
        told(&[("bad_period", "spec.period")])
    );
}
