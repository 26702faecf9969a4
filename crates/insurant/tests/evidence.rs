//! The facts that a figure rests on: each row that gave something, and why the others did not.

#![allow(
    clippy::expect_used,
    reason = "an answer that cannot be read fails the test"
)]

use insurant::facts::{
    BusinessSource, ClaimFacts, ClaimStatus, CustomerFacts, CustomerKind, PolicyFacts,
};
use insurant::measure::Fate;
use insurant::{Date, Engine, Scratch};
use insurant_rules::document::Json;

const DAY: &str = "2024-07-01";

fn date(text: &str) -> Date {
    Date::parse(text).expect("a date")
}

/// 3.65 a day in a year of 365 days.
fn policy(id: &str, start: &str, end: &str) -> PolicyFacts {
    PolicyFacts {
        policy_id: id.to_owned(),
        line: "property".to_owned(),
        business_source: BusinessSource::Direct,
        start: date(start),
        end: date(end),
        written_premium: 133_225,
        refunded: 0,
        cancelled_on: None,
        issued_on: None,
        partner_id: None,
        tender_id: None,
        insured_units: 1,
        currency: None,
        movements: Vec::new(),
    }
}

/// A hundred paid and settled.
fn claim(id: &str, policy: &str, loss: &str) -> ClaimFacts {
    ClaimFacts {
        claim_id: id.to_owned(),
        policy_id: Some(policy.to_owned()),
        claimant_id: None,
        loss_date: date(loss),
        reported_on: None,
        status: ClaimStatus::Settled,
        paid: 10_000,
        reserve: 0,
        recovered: 0,
        catastrophe: false,
        event_id: None,
    }
}

fn of_event(mut claim: ClaimFacts) -> ClaimFacts {
    claim.event_id = Some("E".to_owned());
    claim
}

fn unpaid(mut claim: ClaimFacts, status: ClaimStatus) -> ClaimFacts {
    claim.paid = 0;
    claim.status = status;
    claim
}

fn customer(policies: &[PolicyFacts], claims: &[ClaimFacts]) -> CustomerFacts {
    let mut facts = CustomerFacts::new("C", CustomerKind::Organisation);
    facts.policies = policies.to_vec();
    facts.claims = claims.to_vec();
    facts
}

fn figure(facts: &CustomerFacts, text: &str) -> Json {
    let engine = Engine::builtin().expect("built-in rulebooks load");
    let rules = engine
        .rules_with("cn-property", date(DAY), &[text])
        .expect("it is a measure");
    let customer = rules.check(facts.clone()).expect("the facts hold together");
    let decision = rules.on(date(DAY)).explain(&customer, &mut Scratch::new());
    let figures = decision.json().get("figures").map_or(&[][..], Json::items);
    let found = figures
        .iter()
        .find(|figure| figure.get("text").and_then(Json::text) == Some(text));
    found.expect("it was asked for").clone()
}

/// The parts of a figure, one a line: `P1 days covered 365`, `K1 not counted: withdrawn`.
fn parts(facts: &CustomerFacts, text: &str) -> Vec<String> {
    let figure = figure(facts, text);
    let parts = figure.get("facts").map_or(&[][..], Json::items);
    let line = |part: &Json| {
        let word = |key| part.get(key).and_then(Json::text);
        let id = word("claim_id")
            .or(word("policy_id"))
            .expect("a part of something");
        let what = word("what").expect("it gave something");
        match (word("amount"), word("why")) {
            (Some(amount), _) => format!("{id} {what} {amount}"),
            (None, Some(why)) => format!("{id} {what}: {why}"),
            (None, None) => format!("{id} {what}"),
        }
    };
    parts.iter().map(line).collect()
}

#[test]
fn days_that_two_policies_cover_belong_to_the_same_one_in_any_order() {
    let year = |id| policy(id, "2024-01-01", "2025-01-01");
    let longer = |id| policy(id, "2024-01-01", "2026-01-01");
    for (one, two) in [
        (year("P1"), year("P2")),
        (year("P1"), longer("P2")),
        (longer("P1"), year("P2")),
    ] {
        for text in [
            "covered_days(12m)",
            "covered_days(lifetime)",
            "covered_days(policy_year)",
        ] {
            let in_order = customer(&[one.clone(), two.clone()], &[]);
            let turned = customer(&[two.clone(), one.clone()], &[]);
            assert_eq!(parts(&in_order, text), parts(&turned, text), "{text}");
        }
    }
    let facts = customer(&[year("P2"), year("P1")], &[]);
    assert_eq!(parts(&facts, "covered_days(12m)"), ["P1 days covered 182"]);
    assert_eq!(
        parts(&facts, "covered_days(policy_year)"),
        ["P1 days covered 182"]
    );
}

#[test]
fn a_day_is_covered_by_one_policy_and_none_by_what_ended_before() {
    let facts = customer(
        &[
            policy("P0", "2022-07-01", "2023-07-01"),
            policy("P1", "2023-05-01", "2024-05-01"),
            policy("P2", "2023-10-01", "2024-02-01"),
            policy("P3", "2024-04-01", "2025-04-01"),
        ],
        &[],
    );
    assert_eq!(
        parts(&facts, "covered_days(12m)"),
        ["P1 days covered 305", "P3 days covered 61"]
    );
    assert_eq!(
        parts(&facts, "covered_days(policy_year)"),
        ["P3 days covered 91"]
    );
}

#[test]
fn years_rest_on_the_days_that_each_policy_covered_so_far() {
    let mut motor = policy("P2", "2024-01-01", "2025-01-01");
    motor.line = "motor".to_owned();
    let mut bound = policy("P3", "2024-08-01", "2025-08-01");
    bound.issued_on = Some(date("2024-06-01"));
    let facts = customer(
        &[policy("P1", "2023-01-01", "2024-01-01"), motor, bound],
        &[],
    );
    let both = ["P1 days covered 365", "P2 days covered 182"];
    assert_eq!(parts(&facts, "covered_years"), both);
    assert_eq!(parts(&facts, "tenure_years"), both);
    assert_eq!(
        parts(&facts, "covered_years(line: motor)"),
        ["P2 days covered 182"]
    );
}

#[test]
fn renewal_rests_on_the_policies_that_end_last() {
    let facts = customer(
        &[
            policy("P1", "2024-01-01", "2025-01-01"),
            policy("P2", "2023-12-01", "2024-12-01"),
            policy("P3", "2024-01-02", "2025-01-01"),
        ],
        &[],
    );
    let last = ["P1 days covered 366", "P3 days covered 365"];
    assert_eq!(parts(&facts, "days_to_renewal"), last);
    assert_eq!(parts(&facts, "days_since_end"), last);
}

#[test]
fn a_tender_rests_on_its_policies_in_force() {
    let tender = |mut policy: PolicyFacts| {
        policy.tender_id = Some("T".to_owned());
        policy.business_source = BusinessSource::Tender;
        policy
    };
    let facts = customer(
        &[
            tender(policy("P1", "2024-01-01", "2025-01-01")),
            policy("P2", "2024-01-01", "2025-01-01"),
            tender(policy("P3", "2023-07-01", "2024-07-01")),
        ],
        &[],
    );
    assert_eq!(
        parts(&facts, "tender_premium"),
        ["P1 net premium under a tender 1332.25"]
    );
}

#[test]
fn a_ratio_that_needs_transactions_rests_on_what_is_known() {
    let facts = customer(&[policy("P1", "2023-01-01", "2024-01-01")], &[]);
    assert_eq!(
        parts(&facts, "loss_ratio(12m, basis: calendar_year)"),
        ["P1 earned 671.60"]
    );
}

#[test]
fn units_count_of_policies_with_a_day_in_the_window() {
    let facts = customer(
        &[
            policy("P1", "2022-07-01", "2023-07-01"),
            policy("P2", "2022-07-02", "2023-07-02"),
            policy("P3", "2024-06-30", "2025-06-30"),
        ],
        &[],
    );
    assert_eq!(
        parts(&facts, "claims_per_unit(12m)"),
        ["P2 insured units 1", "P3 insured units 1"]
    );
}

#[test]
fn a_cohort_is_what_starts_in_the_window() {
    let facts = customer(
        &[
            policy("P1", "2022-12-31", "2023-12-31"),
            policy("P2", "2023-01-01", "2024-01-01"),
            policy("P3", "2023-12-31", "2024-12-31"),
            policy("P4", "2024-01-01", "2025-01-01"),
        ],
        &[
            claim("K1", "P1", "2023-06-01"),
            claim("K2", "P2", "2023-06-01"),
            claim("K3", "P3", "2024-03-01"),
            claim("K4", "P4", "2024-03-01"),
        ],
    );
    assert_eq!(
        parts(&facts, "loss_ratio(12m, back: 6m, basis: matured)"),
        [
            "K1 not counted: its policy starts before the window",
            "K2 counted 100.00",
            "K3 counted 100.00",
            "K4 not counted: its policy starts after the window",
            "P2 earned 1332.25",
            "P3 earned 666.12",
        ]
    );
}

#[test]
fn a_cohort_of_policy_years_is_of_policies_in_their_first() {
    let facts = customer(
        &[
            policy("P1", "2022-01-01", "2025-01-01"),
            policy("P2", "2024-01-01", "2025-01-01"),
            policy("P3", "2023-08-01", "2024-06-01"),
        ],
        &[
            unpaid(claim("K1", "P1", "2024-03-01"), ClaimStatus::Settled),
            claim("K2", "P2", "2024-03-01"),
            claim("K3", "P3", "2024-03-01"),
        ],
    );
    let text = "loss_ratio(policy_year, basis: matured)";
    let number = |key| {
        figure(&facts, text)
            .get(key)
            .and_then(Json::text)
            .map(str::to_owned)
    };
    // 182 of 366 days of 1,332.25.
    assert_eq!(number("num").as_deref(), Some("10000"));
    assert_eq!(number("den").as_deref(), Some("66248"));
    assert_eq!(
        parts(&facts, text),
        [
            "K1 not counted: its policy starts before the window",
            "K2 counted 100.00",
            "K3 not counted: its policy is not in force",
            "P2 earned 662.48",
        ]
    );
}

#[test]
fn claim_free_years_say_what_breaks_them() {
    let mut motor = policy("P2", "2024-01-01", "2025-01-01");
    motor.line = "motor".to_owned();
    let mut coded = claim("K2", "P1", "2024-02-01");
    coded.catastrophe = true;
    let mut recovered = claim("K5", "P1", "2024-02-01");
    recovered.recovered = recovered.paid;
    let mut withdrawn = claim("K6", "P1", "2024-02-01");
    withdrawn.status = ClaimStatus::Withdrawn;
    let facts = customer(
        &[policy("P1", "2024-01-01", "2025-01-01"), motor],
        &[
            claim("K1", "P1", "2024-02-01"),
            coded,
            claim("K3", "P2", "2024-02-01"),
            unpaid(claim("K4", "P1", "2024-02-01"), ClaimStatus::Open),
            recovered,
            withdrawn,
        ],
    );
    let of_property = |other: &str| {
        [
            "K1 counted 100.00".to_owned(),
            "K2 not counted: coded as a catastrophe".to_owned(),
            format!("K3 {other}"),
            "K4 not counted: open and unpaid: pending".to_owned(),
            "K5 not counted: nothing paid".to_owned(),
            "K6 not counted: withdrawn".to_owned(),
        ]
    };
    assert_eq!(
        parts(&facts, "claim_free_years(line: property)"),
        of_property("not counted: of another line or source")
    );
    assert_eq!(
        parts(&facts, "claim_free_years"),
        of_property("counted 100.00")
    );
}

#[test]
fn a_claim_of_the_day_that_opens_the_window_counts() {
    let facts = customer(
        &[policy("P1", "2023-01-01", "2024-01-01")],
        &[
            claim("K1", "P1", "2023-06-30"),
            claim("K2", "P1", "2023-07-01"),
        ],
    );
    assert_eq!(
        parts(&facts, "claim_count(12m)"),
        ["K1 not counted: before the window", "K2 counted"]
    );
}

#[test]
fn an_event_happened_on_its_earliest_loss() {
    let policies = [policy("P1", "2023-01-01", "2024-01-01")];
    let later = of_event(claim("K2", "P1", "2023-08-01"));
    let before = of_event(claim("K1", "P1", "2023-06-30"));
    let facts = customer(&policies, &[before, later.clone()]);
    assert_eq!(
        parts(&facts, "claim_count(12m)"),
        [
            "K1 not counted: before the window",
            "K2 not counted: its event lies before the window",
        ]
    );
    let inside = of_event(claim("K1", "P1", "2023-07-01"));
    let facts = customer(&policies, &[inside, later]);
    assert_eq!(
        parts(&facts, "claim_count(12m)"),
        [
            "K1 counted as one with its event",
            "K2 counted as one with its event",
        ]
    );
}

#[test]
fn an_event_is_paid_when_one_of_its_claims_is() {
    let facts = customer(
        &[policy("P1", "2023-01-01", "2024-01-01")],
        &[
            unpaid(
                of_event(claim("K1", "P1", "2023-08-01")),
                ClaimStatus::Settled,
            ),
            of_event(claim("K2", "P1", "2023-08-02")),
            unpaid(claim("K3", "P1", "2023-08-03"), ClaimStatus::Settled),
        ],
    );
    assert_eq!(
        parts(&facts, "claim_count(12m, paid: yes)"),
        [
            "K1 counted as one with its event",
            "K2 counted as one with its event",
            "K3 not counted: nothing paid",
        ]
    );
    let neither = ["K1", "K2"].map(|id| {
        let claim = of_event(claim(id, "P1", "2023-08-01"));
        unpaid(claim, ClaimStatus::Settled)
    });
    let facts = customer(&[policy("P1", "2023-01-01", "2024-01-01")], &neither);
    assert_eq!(
        parts(&facts, "claim_count(12m, paid: yes)"),
        [
            "K1 not counted: nothing paid",
            "K2 not counted: nothing paid",
        ]
    );
}

#[test]
fn an_event_of_policy_years_is_what_lies_in_them() {
    let policies = [
        policy("P1", "2024-01-01", "2025-01-01"),
        policy("P2", "2023-02-01", "2025-02-01"),
        policy("P3", "2023-06-01", "2024-06-01"),
    ];
    let first = of_event(claim("K1", "P1", "2024-03-01"));
    // Before its own anniversary, and of a policy that has ended.
    let others = [
        of_event(claim("K2", "P2", "2024-01-31")),
        of_event(claim("K3", "P3", "2024-03-01")),
    ];
    let [early, ended] = others;
    let facts = customer(&policies, &[first.clone(), early, ended]);
    assert_eq!(
        parts(&facts, "claim_count(policy_year)"),
        [
            "K1 counted",
            "K2 not counted: before the window",
            "K3 not counted: its policy is not in force",
        ]
    );
    let second = of_event(claim("K2", "P2", "2024-02-01"));
    let facts = customer(&policies, &[first, second]);
    assert_eq!(
        parts(&facts, "claim_count(policy_year)"),
        [
            "K1 counted as one with its event",
            "K2 counted as one with its event",
        ]
    );
}

#[test]
fn records_that_begin_with_the_policy_year_hold_all_of_it() {
    let mut facts = customer(&[policy("P1", "2024-01-01", "2025-01-01")], &[]);
    let state = |facts: &CustomerFacts| {
        let figure = figure(facts, "claim_count(policy_year)");
        figure.get("state").and_then(Json::text).map(str::to_owned)
    };
    facts.history_from = Some(date("2024-01-01"));
    assert_eq!(state(&facts).as_deref(), Some("known"));
    facts.history_from = Some(date("2024-01-02"));
    assert_eq!(state(&facts).as_deref(), Some("unknown"));
}

#[test]
fn an_event_is_pending_while_one_of_its_claims_is_open() {
    let policies = [policy("P1", "2021-07-01", "2025-07-01")];
    let of = |id, status| unpaid(of_event(claim(id, "P1", "2023-03-01")), status);
    let state = |one, two| {
        let facts = customer(&policies, &[of("K1", one), of("K2", two)]);
        let figure = figure(&facts, "claim_free_years");
        figure.get("state").and_then(Json::text).map(str::to_owned)
    };
    let (open, settled) = (ClaimStatus::Open, ClaimStatus::Settled);
    assert_eq!(state(open, settled).as_deref(), Some("unknown"));
    assert_eq!(state(settled, open).as_deref(), Some("unknown"));
    assert_eq!(state(settled, settled).as_deref(), Some("known"));
}

#[test]
fn of_a_withdrawn_claim_only_the_reserve_counts() {
    let withdrawn = |id, reserve| {
        let mut claim = claim(id, "P1", "2023-08-01");
        claim.status = ClaimStatus::Withdrawn;
        claim.reserve = reserve;
        claim
    };
    let facts = customer(
        &[policy("P1", "2023-01-01", "2024-01-01")],
        &[withdrawn("K2", 500), withdrawn("K1", 0)],
    );
    let nothing = ["K1 not counted: withdrawn", "K2 not counted: withdrawn"];
    for text in ["paid(12m)", "recovered(12m)", "claim_count(12m)"] {
        assert_eq!(parts(&facts, text), nothing, "{text}");
    }
    for text in ["incurred(12m)", "reserve(12m)"] {
        let reserved = ["K1 not counted: withdrawn", "K2 counted 5.00"];
        assert_eq!(parts(&facts, text), reserved, "{text}");
    }
}

#[test]
fn parts_stand_by_id_claims_before_policies() {
    let mut reserved = claim("K1", "P2", "2024-02-01");
    reserved.reserve = 2_500;
    let mut coded = claim("K2", "P1", "2024-02-01");
    coded.catastrophe = true;
    let facts = customer(
        &[
            policy("P2", "2024-01-01", "2025-01-01"),
            policy("P1", "2024-01-01", "2025-01-01"),
        ],
        &[coded, reserved],
    );
    let policies = ["P1 earned 662.48", "P2 earned 662.48"];
    let ratio = |text, claims: [&str; 2]| {
        assert_eq!(parts(&facts, text), [claims, policies].concat(), "{text}");
    };
    ratio(
        "loss_ratio(12m)",
        ["K1 counted 125.00", "K2 counted 100.00"],
    );
    ratio(
        "loss_ratio(12m, catastrophe: no)",
        [
            "K1 counted 125.00",
            "K2 not counted: coded as a catastrophe",
        ],
    );
}

#[test]
fn what_claims_of_an_event_recovered_adds_up() {
    let recovered = |id, amount| {
        let mut claim = of_event(claim(id, "P1", "2023-08-01"));
        claim.recovered = amount;
        claim
    };
    let facts = customer(
        &[policy("P1", "2023-01-01", "2024-01-01")],
        &[recovered("K1", 300), recovered("K2", 500)],
    );
    let value = figure(&facts, "recovered(12m)");
    assert_eq!(value.get("value").and_then(Json::text), Some("8.00"));
}

#[test]
fn lines_in_force_are_counted_once_each() {
    let of = |id, line: &str| {
        let mut policy = policy(id, "2024-01-01", "2025-01-01");
        policy.line = line.to_owned();
        policy
    };
    let policies = [
        of("P1", "motor"),
        of("P2", "property"),
        of("P3", "motor"),
        of("P4", "motor"),
    ];
    let value = figure(&customer(&policies, &[]), "lines_in_force");
    let number = value.get("value").map(Json::to_canonical_string);
    assert_eq!(number.as_deref(), Some("2"));
}

#[test]
fn a_host_can_ask_which_claims_counted_nowhere() {
    let engine = Engine::builtin().expect("built-in rulebooks load");
    let rules = engine
        .rules("cn-property", date(DAY))
        .expect("cn-property is built in");
    let facts = customer(
        &[policy("P1", "2023-01-01", "2024-01-01")],
        &[
            claim("K1", "P1", "2023-06-01"),
            claim("K2", "P1", "2024-03-01"),
            claim("K3", "P1", "2024-07-01"),
        ],
    );
    let customer = rules.check(facts).expect("the facts hold together");
    let mut scratch = Scratch::new();
    rules.on(date(DAY)).assess(&customer, &mut scratch);
    let nowhere: Vec<_> = scratch.not_counted().collect();
    assert_eq!(nowhere, [(1, Fate::OutsideCover), (2, Fate::NotKnown)]);
}
