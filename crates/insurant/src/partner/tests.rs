//! The clean years to the day, what refuses and what asks for a person, probation and exit.

use crate::Engine;
use insurant_rules::Problems;
use insurant_rules::document::{Document, Json};

fn call(operation: &str, input: &str) -> Result<Json, Problems> {
    let answer = Engine::builtin()?.call(operation, input)?;
    Ok(Document::parse_json("", &answer)?.root().to_json().unwrap())
}

fn text<'a>(json: &'a Json, key: &str) -> &'a str {
    json.get(key).and_then(Json::text).unwrap_or_default()
}

/// An admission on 1 June 2025, whose clean years begin on 1 June 2022.
fn admit(partner: &str) -> Json {
    admit_under(r#""example-distribution""#, partner)
        .unwrap_or_else(|problems| panic!("{problems}"))
}

fn admit_under(rulebook: &str, partner: &str) -> Result<Json, Problems> {
    let input = format!(
        r#"{{"rulebook": {rulebook}, "as_of": "2025-06-01", "partner": {{"partner_id": "B"{partner}}}}}"#
    );
    call("partner_admit", &input)
}

const SOUND: &str = r#", "licence": {"from": "2019-01-01"}, "compliant": true"#;

fn reasons(json: &Json) -> Vec<String> {
    let one = |reason: &Json| {
        let told = [
            text(reason, "reason"),
            text(reason, "effect"),
            text(reason, "event_id"),
        ];
        told.join(" ").trim_end().to_owned()
    };
    json.get("reasons")
        .unwrap()
        .items()
        .iter()
        .map(one)
        .collect()
}

fn with_event(event: &str) -> Json {
    admit(&format!(
        r#"{SOUND}, "events": [{{"event_id": "V", {event}}}]"#
    ))
}

fn finding(json: &Json) -> &str {
    text(&json.get("events").unwrap().items()[0], "finding")
}

#[test]
fn the_day_before_on_and_after_the_clean_years_begin() {
    for (day, outcome, found) in [
        ("2022-05-31", "admitted", "outside_window"),
        ("2022-06-01", "refused", "in_window"),
        ("2022-06-02", "refused", "in_window"),
        ("2025-05-31", "refused", "in_window"),
        ("2025-06-01", "admitted", "not_yet"),
    ] {
        let answer = with_event(&format!(r#""code": "fine", "decided_on": "{day}""#));
        assert_eq!(text(&answer, "outcome"), outcome, "{day}");
        assert_eq!(finding(&answer), found, "{day}");
    }
    // Three years before 29 February are 28 February.
    let input = r#"{"rulebook": "example-distribution", "as_of": "2024-02-29", "partner": {"partner_id": "B"}}"#;
    let answer = call("partner_admit", input).unwrap();
    assert_eq!(text(answer.get("window").unwrap(), "from"), "2021-02-28");
}

#[test]
fn the_decision_counts_and_both_dates_are_told() {
    let answer =
        with_event(r#""code": "rebate", "act_on": "2022-05-31", "decided_on": "2022-06-01""#);
    assert_eq!(reasons(&answer), ["major_violation refused V"]);
    let event = &answer.get("events").unwrap().items()[0];
    assert_eq!(event.get("acted_in_window"), Some(&Json::Boolean(false)));
    assert_eq!(event.get("decided_in_window"), Some(&Json::Boolean(true)));
    // Where the act counts, the same partner is admitted.
    let own = r#"{"id": "own", "version": "1", "language": 1, "currency": "CNY", "extends": "example-distribution",
        "effective": {"from": "2020-01-01"}, "partners": {"clean_date": "act"}}"#;
    let partner = format!(
        r#"{SOUND}, "events": [{{"event_id": "V", "code": "rebate", "act_on": "2022-05-31", "decided_on": "2022-06-01"}}]"#
    );
    let answer = admit_under(own, &partner).unwrap();
    assert_eq!(
        (text(&answer, "outcome"), finding(&answer)),
        ("admitted", "outside_window")
    );
    assert_eq!(text(&answer, "rulebook"), "own@1");
}

#[test]
fn what_is_not_known_asks_for_a_person_and_what_is_bad_refuses() {
    assert_eq!(
        reasons(&admit("")),
        [
            "events_unknown review",
            "licence_unknown review",
            "compliance_unknown review"
        ]
    );
    assert_eq!(text(&admit(""), "outcome"), "review");
    let unknown = with_event(r#""code": "rebates", "decided_on": "2024-01-01""#);
    assert_eq!(reasons(&unknown), ["unknown_code review V"]);
    let undated = with_event(r#""code": "fine", "act_on": "2024-01-01""#);
    assert_eq!(reasons(&undated), ["date_missing review V"]);
    assert_eq!(finding(&with_event(r#""code": "warning""#)), "not_major");
    let bad = r#", "licence": {"from": "2019-01-01", "to": "2025-06-01"}, "compliant": false, "events": []"#;
    let answer = admit(bad);
    assert_eq!(
        reasons(&answer),
        ["licence_not_valid refused", "not_compliant refused"]
    );
    assert_eq!(text(&answer, "outcome"), "refused");
    let last = bad
        .replace("2025-06-01", "2025-06-02")
        .replace("false", "true");
    assert_eq!(text(&admit(&last), "outcome"), "admitted");
}

#[test]
fn events_are_told_in_order_of_their_ids_whatever_their_order() {
    let events = |first: &str, second: &str| {
        let event = |id: &str| {
            format!(r#"{{"event_id": "{id}", "code": "fine", "decided_on": "2024-01-01"}}"#)
        };
        admit(&format!(
            r#"{SOUND}, "events": [{}, {}]"#,
            event(first),
            event(second)
        ))
    };
    assert_eq!(events("A", "B"), events("B", "A"));
    assert_eq!(
        reasons(&events("B", "A")),
        ["major_penalty refused A", "major_penalty refused B"]
    );
}

/// The states of periods of a year each, with these points; `-` for none, `!` for a veto.
fn track(rulebook: &str, points: &[&str]) -> (Vec<String>, Json) {
    let period = |(year, points): (u32, &&str)| {
        let more = match *points {
            "-" => String::new(),
            "!" => r#", "points": "99", "vetoes": ["V-1"]"#.to_owned(),
            points => format!(r#", "points": "{points}""#),
        };
        format!(
            r#"{{"from": "{year}-01-01", "to": "{}-01-01"{more}}}"#,
            year + 1
        )
    };
    let mut periods: Vec<String> = (2020..).zip(points).map(period).collect();
    let ask = |periods: &[String]| {
        let input = format!(
            r#"{{"rulebook": {rulebook}, "as_of": "2025-01-01", "partner_id": "B", "periods": [{}]}}"#,
            periods.join(",")
        );
        call("partner_track", &input).unwrap_or_else(|problems| panic!("{problems}"))
    };
    let answer = ask(&periods);
    periods.reverse();
    assert_eq!(ask(&periods), answer);
    let states = answer.get("periods").unwrap().items().iter();
    (
        states.map(|p| text(p, "state").to_owned()).collect(),
        answer,
    )
}

const EXAMPLE: &str = r#""example-distribution""#;

#[test]
fn one_period_below_the_line_is_probation_and_the_next_is_exit() {
    let (states, answer) = track(EXAMPLE, &["60", "59.999999", "60.0", "12", "59", "80"]);
    assert_eq!(
        states,
        ["good", "probation", "good", "probation", "exit", "not_over"]
    );
    let exit = answer.get("exit").unwrap();
    assert_eq!(
        (text(exit, "why"), text(exit, "from")),
        ("below_line", "2024-01-01")
    );
    assert_eq!(text(&answer, "state"), "exit");
    let (states, _) = track(EXAMPLE, &["59", "-", "59", "80"]);
    assert_eq!(states, ["probation", "review", "exit", "after_exit"]);
}

#[test]
fn a_veto_ends_it_whatever_the_points() {
    let (states, answer) = track(EXAMPLE, &["99", "!", "99"]);
    assert_eq!(states, ["good", "exit", "after_exit"]);
    let exit = answer.get("exit").unwrap();
    assert_eq!(text(exit, "why"), "veto");
    assert_eq!(exit.get("events").unwrap().items(), [Json::from("V-1")]);
}

#[test]
fn without_probation_the_first_period_below_is_exit() {
    let strict = r#"{"id": "own", "version": "1", "language": 1, "currency": "CNY", "extends": "example-distribution",
        "effective": {"from": "2020-01-01"}, "partners": {"probation_periods": 0}}"#;
    assert_eq!(track(strict, &["59"]).0, ["exit"]);
    let (states, answer) = track(EXAMPLE, &[]);
    assert!(states.is_empty());
    assert_eq!(text(&answer, "state"), "none");
}

/// Codes and paths of everything that is refused.
fn told(found: Result<Json, Problems>) -> Vec<String> {
    let problems = found.unwrap_err();
    let told = problems.iter();
    told.map(|p| format!("{} {}", p.code(), p.place().path))
        .collect()
}

#[test]
fn dates_that_cannot_be_are_refused() {
    let partner = r#", "licence": {"from": "2024-01-01", "to": "2024-01-01"}, "events": [
        {"event_id": "V", "code": "fine", "act_on": "2024-01-02", "decided_on": "2024-01-01"}]"#;
    assert_eq!(
        told(admit_under(EXAMPLE, partner)),
        [
            "end_before_start partner.licence.to",
            "out_of_order partner.events[0].decided_on"
        ]
    );
    let twice =
        r#", "events": [{"event_id": "V", "code": "fine"}, {"event_id": "V", "code": "fine"}]"#;
    assert_eq!(
        told(admit_under(EXAMPLE, twice))[0],
        "duplicate_id partner.events[1].event_id"
    );
    let input = r#"{"rulebook": "example-distribution", "as_of": "2025-01-01", "partner_id": "B", "periods": [
        {"from": "2024-01-01", "to": "2024-07-01"}, {"from": "2024-06-30", "to": "2024-12-31"},
        {"from": "2025-01-01", "to": "2025-01-01"}]}"#;
    assert_eq!(
        told(call("partner_track", input)),
        [
            "period_overlap periods[1].from",
            "end_before_start periods[2].to"
        ]
    );
    assert_eq!(
        told(admit_under(r#""cn-property""#, "")),
        ["unknown_rulebook rulebook"]
    );
}

#[test]
fn a_commission_above_the_filed_cap_never_loads() {
    let own = |partners: &str| {
        let rulebook = format!(
            r#"{{"id": "own", "version": "1", "language": 1, "currency": "CNY", "effective": {{"from": "2020-01-01"}}, "partners": {{{partners}}}}}"#
        );
        told(admit_under(&rulebook, SOUND))
    };
    let core = r#""resources": [{"id": "a", "grade": "core", "commission": "12.1%"}]"#;
    assert_eq!(
        own(&format!(r#""commission_cap": "12%", {core}"#)),
        ["commission_above_cap rulebook.partners.resources[0].commission"]
    );
    assert_eq!(
        own(core),
        ["missing_field rulebook.partners.resources[0].commission"]
    );
    let twice = r#""resources": [{"id": "a", "grade": "core"}, {"id": "b", "grade": "core"}], "commission_cap": "120%""#;
    assert_eq!(
        own(twice),
        [
            "duplicate_id rulebook.partners.resources[1].grade",
            "out_of_range rulebook.partners.commission_cap"
        ]
    );
}

const SOUND_FACTS: &str = r#""premium": "100000.00", "persistency_13": "9/10", "complaints": "0", "contribution": "2%", "engagement": "30%""#;

/// The periodic scorecard of the first half of 2025, asked on its last day but one.
fn score_with(partner: &str, facts: &str, more: &str) -> Result<Json, Problems> {
    let input = format!(
        r#"{{"rulebook": "example-distribution", "as_of": "2025-07-01", "card": "periodic",
        "period": {{"from": "2025-01-01", "to": "2025-07-01"}},
        "partner": {{"partner_id": "B"{partner}, "facts": {{{facts}}}}}{more}}}"#
    );
    call("partner_score", &input)
}

fn score(partner: &str, facts: &str, more: &str) -> Json {
    score_with(partner, facts, more).unwrap_or_else(|problems| panic!("{problems}"))
}

const CLEAN: &str = r#", "events": []"#;

#[test]
fn points_meet_the_line_and_the_grade_brings_its_resources() {
    let answer = score(CLEAN, SOUND_FACTS, "");
    // 35% of 60, 40% of 100, 25% of 100.
    assert_eq!(text(answer.get("pass").unwrap(), "points"), "86");
    assert_eq!(text(&answer, "outcome"), "continue");
    assert_eq!(text(&answer, "grade"), "core");
    assert_eq!(text(&answer, "commission"), "15%");
    // A cent less in volume is another band.
    let less = SOUND_FACTS.replace("100000.00", "99999.99");
    let answer = score(CLEAN, &less, "");
    assert_eq!(text(answer.get("pass").unwrap(), "points"), "72");
    assert_eq!(
        (text(&answer, "grade"), text(&answer, "commission")),
        ("standard", "11%")
    );
}

#[test]
fn below_the_line_is_probation_and_brings_nothing() {
    let facts = SOUND_FACTS
        .replace("9/10", "79.9999%")
        .replace("100000.00", "99999.99");
    let answer = score(CLEAN, &facts, "");
    assert_eq!(text(answer.get("pass").unwrap(), "points"), "42");
    assert_eq!(
        (text(&answer, "outcome"), text(&answer, "grade")),
        ("probation", "")
    );
    let unknown = SOUND_FACTS.replace("9/10", "undefined");
    let answer = score(CLEAN, &unknown, "");
    assert_eq!(text(&answer, "outcome"), "review");
    assert_eq!(text(answer.get("pass").unwrap(), "state"), "unknown");
}

#[test]
fn a_floor_of_quality_keeps_volume_from_buying_a_grade() {
    let facts = r#""premium": "9000000.00", "persistency_13": "85%", "complaints": "9", "contribution": "2%", "engagement": "30%""#;
    let answer = score(CLEAN, facts, "");
    // 35 + 40% of 45 + 25 is 78: preferred, but quality has only 45 of 50.
    let explained = answer.get("score").unwrap();
    assert_eq!(text(explained, "grade_by_score"), "preferred");
    assert_eq!(text(&answer, "grade"), "standard");
    let floor = explained.get("floor").unwrap();
    assert_eq!(
        (text(floor, "dimension"), text(floor, "missing")),
        ("quality", "5")
    );
}

#[test]
fn a_veto_is_beside_the_score_and_names_its_event() {
    let event = |code: &str, dates: &str| {
        format!(r#", "events": [{{"event_id": "V-9", "code": "{code}"{dates}}}]"#)
    };
    let veto = |partner: &str| {
        let answer = score(partner, SOUND_FACTS, "");
        let veto = answer.get("veto").unwrap();
        let reasons = veto.get("reasons").unwrap().items().iter();
        let reasons = reasons.map(|r| format!("{} {}", text(r, "why"), text(r, "event_id")));
        // Whatever happens to the partner, the points stay what they are.
        assert_eq!(text(answer.get("pass").unwrap(), "points"), "86");
        let told = [text(&answer, "outcome"), text(veto, "state")].map(str::to_owned);
        (
            told,
            reasons.collect::<Vec<_>>(),
            text(&answer, "grade").to_owned(),
        )
    };
    let is = |outcome: &str, state: &str, reasons: &[&str], grade: &str| {
        let reasons = reasons.iter().map(|&r| r.to_owned()).collect();
        (
            [outcome.to_owned(), state.to_owned()],
            reasons,
            grade.to_owned(),
        )
    };
    let decided = |day: &str| format!(r#", "decided_on": "{day}""#);
    let exit = is("exit", "vetoed", &["veto V-9"], "");
    let stays = is("continue", "clear", &[], "core");
    assert_eq!(veto(&event("rebate", &decided("2025-01-01"))), exit);
    assert_eq!(veto(&event("rebate", &decided("2025-06-30"))), exit);
    assert_eq!(veto(&event("rebate", &decided("2024-12-31"))), stays);
    assert_eq!(veto(&event("rebate", &decided("2025-07-01"))), stays);
    assert_eq!(veto(&event("fine", &decided("2025-03-01"))), stays);
    assert_eq!(
        veto(&event("rebates", &decided("2025-03-01"))),
        is("review", "review", &["unknown_code V-9"], "")
    );
    assert_eq!(veto(&event("rebates", &decided("2024-03-01"))), stays);
    assert_eq!(
        veto(&event("rebate", r#", "act_on": "2025-03-01""#)),
        is("review", "review", &["date_missing V-9"], "")
    );
    assert_eq!(veto(""), is("review", "review", &["events_unknown "], ""));
}

#[test]
fn commission_and_rewards_that_should_not_be_are_findings() {
    let rewards = r#", "commission": "15.5%", "rewards": [{"reward_id": "R-2", "to": "agent"},
        {"reward_id": "R-1", "to": "agent"}, {"reward_id": "R-0", "to": "partner"}]"#;
    let findings = |facts: &str, more: &str| -> Vec<String> {
        let answer = score(CLEAN, facts, more);
        let list = answer.get("findings").unwrap().items().iter();
        list.map(|f| {
            ["finding", "reward_id", "allowed"]
                .map(|key| text(f, key))
                .join(" ")
        })
        .collect()
    };
    assert_eq!(
        findings(SOUND_FACTS, rewards),
        [
            "commission_above_cap  15%",
            "commission_above_level  15%",
            "reward_not_through_partner R-1 ",
            "reward_not_through_partner R-2 "
        ]
    );
    let standard = SOUND_FACTS.replace("100000.00", "99999.99");
    assert_eq!(
        findings(&standard, r#", "commission": "0.1101""#),
        ["commission_above_level  11%"]
    );
    assert!(findings(&standard, r#", "commission": "11%""#).is_empty());
}

#[test]
fn a_question_that_cannot_be_answered_is_refused() {
    let input = r#"{"rulebook": "example-distribution", "as_of": "2025-06-30", "card": "annual",
        "period": {"from": "2025-01-01", "to": "2025-07-01"}, "commission": "101%",
        "partner": {"partner_id": "B", "facts": {}}}"#;
    assert_eq!(
        told(call("partner_score", input)),
        ["as_of_before_end as_of", "out_of_range commission"]
    );
    assert_eq!(
        told(score_with(CLEAN, r#""premiums": "1""#, "")),
        ["unknown_field partner.facts.premiums"]
    );
    let own = r#"{"id": "own", "version": "1", "language": 1, "currency": "CNY", "effective": {"from": "2020-01-01"}, "partners": {"clean_years": 3}}"#;
    let input = format!(
        r#"{{"rulebook": {own}, "as_of": "2025-07-01", "card": "annual", "period": {{"from": "2025-01-01", "to": "2025-07-01"}}, "partner": {{"partner_id": "B"}}}}"#
    );
    assert_eq!(told(call("partner_score", &input)), ["unknown_id card"]);
}

#[test]
fn preference_stands_beside_admission_and_never_changes_it() {
    let facts = r#", "events": [], "facts": {"life_years": "12", "persistency_13": "1/2"}"#;
    let answer = admit(&format!("{SOUND}{facts}"));
    assert_eq!(text(&answer, "outcome"), "admitted");
    let preference = answer.get("preference").unwrap();
    assert_eq!(
        (text(preference, "points"), text(preference, "grade")),
        ("20", "basic")
    );
}
