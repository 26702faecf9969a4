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
        ["commission_above_cap partners.resources[0].commission"]
    );
    assert_eq!(
        own(core),
        ["missing_field partners.resources[0].commission"]
    );
    let twice = r#""resources": [{"id": "a", "grade": "core"}, {"id": "b", "grade": "core"}], "commission_cap": "120%""#;
    assert_eq!(
        own(twice),
        [
            "duplicate_id partners.resources[1].grade",
            "out_of_range partners.commission_cap"
        ]
    );
}
