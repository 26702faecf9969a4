//! Floors that need a law, interviews in order, titles by quality, plans and limits to the day.

use crate::Engine;
use insurant_rules::Problems;
use insurant_rules::document::{Document, Json};

fn call(operation: &str, rulebook: &str, as_of: &str, more: &str) -> Result<Json, Problems> {
    let input = format!(r#"{{"rulebook": {rulebook}, "as_of": "{as_of}", {more}}}"#);
    let answer = Engine::builtin()?.call(operation, &input)?;
    Ok(Document::parse_json("", &answer)?.root().to_json().unwrap())
}

fn ask(operation: &str, as_of: &str, more: &str) -> Json {
    call(operation, EXAMPLE, as_of, more).unwrap_or_else(|problems| panic!("{problems}"))
}

fn text<'a>(json: &'a Json, key: &str) -> &'a str {
    json.get(key).and_then(Json::text).unwrap_or_default()
}

fn states(json: &Json, list: &str) -> Vec<String> {
    let items = json.get(list).unwrap().items().iter();
    items.map(|item| text(item, "state").to_owned()).collect()
}

/// Codes and paths of everything that is refused.
fn told(found: Result<Json, Problems>) -> Vec<String> {
    let problems = found.unwrap_err();
    let told = problems.iter();
    told.map(|p| format!("{} {}", p.code(), p.place().path))
        .collect()
}

const EXAMPLE: &str = r#""example-distribution""#;

/// A rulebook of its own with this section `agents`.
fn own(agents: &str) -> String {
    format!(
        r#"{{"id": "own", "version": "1", "language": 1, "currency": "CNY", "effective": {{"from": "2020-01-01"}},
        "inputs": {{"satisfaction": {{"type": "ratio", "subject": "agent"}}, "new_premium": {{"type": "money", "subject": "agent"}}}},
        "agents": {{{agents}}}}}"#
    )
}

fn candidate(rulebook: &str, more: &str) -> Result<Json, Problems> {
    let agent = format!(r#""agent": {{"agent_id": "A"{more}}}"#);
    call("agent_admit", rulebook, "2025-06-01", &agent)
}

#[test]
fn age_and_education_are_off_without_the_law_that_allows_them() {
    let unlawful = own(r#""age": {"least": 18}, "education": {"least": "bachelor"}"#);
    assert_eq!(
        told(candidate(&unlawful, "")),
        [
            "missing_field rulebook.agents.age.jurisdiction",
            "missing_field rulebook.agents.age.legal_basis",
            "missing_field rulebook.agents.education.jurisdiction",
            "missing_field rulebook.agents.education.legal_basis"
        ]
    );
    let answer = candidate(
        EXAMPLE,
        r#", "birth_date": "2020-01-01", "education": "none""#,
    )
    .unwrap();
    assert_eq!(states(&answer, "checks")[..3], ["off", "off", "off"]);
}

#[test]
fn an_age_is_whole_years_on_the_day() {
    let law = r#""jurisdiction": "XX", "legal_basis": "an act""#;
    let rules = own(&format!(
        r#""age": {{"least": 18, "most": 60, {law}}}, "education": {{"least": "vocational", {law}}}, "experience_months": 6"#
    ));
    let checks = |more: &str| {
        let answer = candidate(&rules, more).unwrap();
        (
            states(&answer, "checks"),
            text(&answer, "outcome").to_owned(),
        )
    };
    let person = |birth: &str| {
        format!(r#", "birth_date": "{birth}", "education": "vocational", "experience_months": 6"#)
    };
    for (birth, age, outcome) in [
        ("2007-06-01", "met", "admitted"),
        ("2007-06-02", "not_met", "refused"),
        ("1964-06-02", "met", "admitted"),
        ("1964-06-01", "not_met", "refused"),
        ("2025-06-02", "unknown", "review"),
    ] {
        let (states, found) = checks(&person(birth));
        assert_eq!(
            (states[0].as_str(), found.as_str()),
            (age, outcome),
            "{birth}"
        );
    }
    assert_eq!(checks("").0, ["unknown", "unknown", "unknown", "off"]);
    let less = person("2000-01-01")
        .replace("vocational", "upper_secondary")
        .replace(": 6", ": 5");
    assert_eq!(checks(&less).0, ["met", "not_met", "not_met", "off"]);
}

fn interviews(held: &[(&str, &str, &str)]) -> Result<Json, Problems> {
    let held: Vec<String> = held
        .iter()
        .map(|(level, on, result)| {
            format!(r#"{{"level": "{level}", "on": "{on}", "result": "{result}"}}"#)
        })
        .collect();
    candidate(EXAMPLE, &format!(r#", "interviews": [{}]"#, held.join(",")))
}

#[test]
fn interviews_are_held_level_by_level() {
    let stages = |held: &[(&str, &str, &str)]| {
        let answer = interviews(held).unwrap();
        let next = text(&answer, "next").to_owned();
        (
            states(&answer, "interviews").join(" "),
            text(&answer, "outcome").to_owned(),
            next,
        )
    };
    let all = |a: &str, b: &str, c: &str| (a.to_owned(), b.to_owned(), c.to_owned());
    let [team, branch, city] = ["front_line", "county", "city"];
    assert_eq!(
        stages(&[]),
        all("missing missing missing", "pending", "front_line")
    );
    let first = (team, "2025-05-01", "passed");
    assert_eq!(
        stages(&[first]),
        all("passed missing missing", "pending", "county")
    );
    // One after the other on one day is in order; the day itself is not over.
    let same = (branch, "2025-05-01", "passed");
    assert_eq!(
        stages(&[(city, "2025-06-01", "passed"), same, first]),
        all("passed passed missing", "pending", "city")
    );
    assert_eq!(
        stages(&[first, same, (city, "2025-05-31", "passed")]),
        all("passed passed passed", "admitted", "")
    );
    assert_eq!(
        stages(&[first, (branch, "2025-04-30", "passed")]),
        all("passed out_of_order missing", "refused", "")
    );
    assert_eq!(
        stages(&[
            (team, "2025-05-01", "failed"),
            (branch, "2025-05-02", "passed")
        ]),
        all("failed out_of_order missing", "refused", "")
    );
    assert_eq!(
        stages(&[(branch, "2025-05-02", "passed")]),
        all("missing out_of_order missing", "refused", "")
    );
}

#[test]
fn an_interview_twice_or_of_a_level_not_asked_for_is_refused() {
    let held = [
        ("front_line", "2025-05-01", "failed"),
        ("front_line", "2025-05-02", "passed"),
        ("province", "2025-05-03", "passed"),
    ];
    assert_eq!(
        told(interviews(&held)),
        [
            "duplicate_id agent.interviews[1].level",
            "unknown_id agent.interviews[2].level"
        ]
    );
    let twice = r#""interviews": [{"id": "a", "level": "city"}, {"id": "b", "level": "city"}]"#;
    assert_eq!(
        told(candidate(&own(twice), "")),
        ["duplicate_id rulebook.agents.interviews[1].level"]
    );
}

#[test]
fn a_title_that_premium_alone_can_earn_never_loads() {
    let title = |quality: &str| {
        let honour = format!(
            r#""quality_inputs": ["satisfaction"], "honours": [{{"id": "a", "title": "A", "volume": "premium >= 1.00 CNY", {quality}}}]"#
        );
        told(candidate(&own(&honour), ""))
    };
    assert_eq!(
        title(r#""doc": "none""#),
        ["missing_field rulebook.agents.honours[0].quality"]
    );
    for bad in [
        "premium >= 1.00 CNY",
        "persistency_13 >= 90% or premium >= 1.00 CNY",
        "new_premium >= 1.00 CNY",
        "always",
        "not is_known(persistency_13)",
    ] {
        let found = title(&format!(r#""quality": "{bad}""#));
        assert_eq!(
            found,
            ["premium_only_title rulebook.agents.honours[0].id"],
            "{bad}"
        );
    }
    let sound = own(
        r#""quality_inputs": ["satisfaction"], "honours": [{"id": "a", "title": "A", "quality": "satisfaction >= 80%"}]"#,
    );
    assert!(candidate(&sound, "").is_ok());
    let strangers = own(r#""quality_inputs": ["satisfactions", "premium"]"#);
    assert_eq!(
        told(candidate(&strangers, "")),
        [
            "unknown_name rulebook.agents.quality_inputs",
            "unknown_name rulebook.agents.quality_inputs"
        ]
    );
    let group = own(r#""allowances": [{"id": "g", "honours": ["nobody"], "amount": "1.001"}]"#);
    assert_eq!(
        told(candidate(&group, "")),
        [
            "unknown_id rulebook.agents.allowances[0].honours",
            "too_many_decimals rulebook.agents.allowances[0].amount"
        ]
    );
}

fn honours(facts: &str) -> (Vec<String>, String, bool) {
    let agent = format!(r#""agent": {{"agent_id": "A", "facts": {{{facts}}}}}"#);
    let answer = ask("agent_honours", "2025-06-01", &agent);
    let held = answer.get("honours").unwrap().items().iter();
    let held = held.map(|honour| text(honour, "held").to_owned()).collect();
    let group = answer
        .get("allowance")
        .map_or("", |group| text(group, "group"));
    let undecided = answer.get("undecided") == Some(&Json::Boolean(true));
    (held, group.to_owned(), undecided)
}

#[test]
fn titles_need_both_and_the_best_group_is_paid() {
    let held = |a: &str, b: &str, c: &str| [a, b, c].map(str::to_owned).to_vec();
    let clean = r#""complaints": "0", "violations": "0""#;
    let facts = |premium: &str, p13: &str| {
        format!(r#"{clean}, "premium": "{premium}", "persistency_13": "{p13}""#)
    };
    assert_eq!(
        honours(&facts("500000.00", "9/10")),
        (held("true", "true", "unknown"), "a".into(), false)
    );
    assert_eq!(
        honours(&facts("500000.00", "0.899999")),
        (held("false", "true", "unknown"), "b".into(), false)
    );
    // However much was sold.
    assert_eq!(
        honours(&facts("90000000.00", "84%")),
        (held("false", "false", "unknown"), String::new(), true)
    );
    // Persistency that is not known, or that nothing can be measured for, earns nothing.
    let unknown = format!(r#"{clean}, "premium": "500000.00""#);
    assert_eq!(
        honours(&unknown),
        (held("unknown", "unknown", "unknown"), String::new(), true)
    );
    assert_eq!(
        honours(&facts("199999.99", "undefined")).0,
        held("false", "false", "unknown")
    );
}

#[test]
fn facts_that_nobody_knows_are_refused() {
    let agent = r#""agent": {"agent_id": "A", "facts": {"premiums": "1", "persistency_13": "x/y", "complaints": "many"}}"#;
    assert_eq!(
        told(call("agent_honours", EXAMPLE, "2025-06-01", agent)),
        [
            "unknown_field agent.facts.premiums",
            "bad_decimal agent.facts.persistency_13",
            "type_clash agent.facts.complaints"
        ]
    );
}

fn plan(done: &str, as_of: &str) -> Vec<(String, String)> {
    let agents = format!(
        r#""agents": [{{"agent_id": "A", "level": "ordinary", "since": "2024-01-31", "done": [{done}]}}]"#
    );
    let answer = ask("agent_training", as_of, &agents);
    let courses = answer.get("agents").unwrap().items()[0]
        .get("courses")
        .unwrap();
    let courses = courses.items().iter();
    courses
        .map(|course| {
            (
                text(course, "state").to_owned(),
                text(course, "due_on").to_owned(),
            )
        })
        .collect()
}

#[test]
fn a_course_is_due_by_the_level_and_again_by_the_last_time() {
    let all = |list: [(&str, &str); 3]| list.map(|(a, b)| (a.to_owned(), b.to_owned())).to_vec();
    assert_eq!(
        plan("", "2024-02-29"),
        all([
            ("due", "2024-02-29"),
            ("open", "2024-04-30"),
            ("open", "2024-07-31")
        ])
    );
    assert_eq!(plan("", "2024-03-01")[0].0, "overdue");
    let done = r#"{"course": "compliance", "on": "2024-02-10", "passed": true},
        {"course": "good_cases", "on": "2024-02-10"}, {"course": "compliance", "on": "2025-02-09", "passed": false}"#;
    assert_eq!(
        plan(done, "2025-02-10"),
        all([
            ("due", "2025-02-10"),
            ("overdue", "2024-04-30"),
            ("current", "")
        ])
    );
    // What is taken on the day does not count before it is over.
    assert_eq!(
        plan(done, "2024-02-10")[0],
        ("open".into(), "2024-02-29".into())
    );
}

#[test]
fn a_level_or_course_that_there_is_not_is_refused() {
    let agents = r#""agents": [{"agent_id": "A", "level": "ordinal", "since": "2024-01-31", "done": [{"course": "complianse", "on": "2024-02-01"}]}]"#;
    assert_eq!(
        told(call("agent_training", EXAMPLE, "2025-06-01", agents)),
        [
            "unknown_id agents[0].level",
            "unknown_id agents[0].done[0].course"
        ]
    );
}

#[test]
fn support_is_due_in_working_days_by_importance() {
    let requests = |as_of: &str| {
        let request = |id: &str, importance: &str, more: &str| {
            format!(
                r#"{{"request_id": "{id}", "importance": "{importance}", "content": "large_case", "received_on": "2025-09-30"{more}}}"#
            )
        };
        let list = [
            request("R-2", "low", ""),
            request("R-1", "urgent", ""),
            request("R-3", "urgent", r#", "done_on": "2025-10-09""#),
            request("R-4", "urgent", r#", "done_on": "2025-10-10""#),
        ];
        let answer = ask(
            "agent_support",
            as_of,
            &format!(r#""requests": [{}]"#, list.join(",")),
        );
        let items = answer.get("requests").unwrap().items().iter();
        let lines = items.map(|item| {
            let told = ["request_id", "due_on", "help", "state"].map(|key| text(item, key));
            told.join(" ")
        });
        lines.collect::<Vec<_>>()
    };
    // From 1 to 8 October 2025 China is on holiday.
    assert_eq!(
        requests("2025-10-09"),
        [
            "R-1 2025-10-09 full due",
            "R-2 2025-10-15 full open",
            "R-3 2025-10-09 full due",
            "R-4 2025-10-09 full due"
        ]
    );
    assert_eq!(
        requests("2025-10-16"),
        [
            "R-1 2025-10-09 full overdue",
            "R-2 2025-10-15 full overdue",
            "R-3 2025-10-09 full done",
            "R-4 2025-10-09 full done_late"
        ]
    );
}

#[test]
fn requests_that_cannot_be_are_refused() {
    let requests = r#""requests": [
        {"request_id": "R", "importance": "urgend", "content": "x", "received_on": "2025-09-30", "done_on": "2025-09-29"},
        {"request_id": "S", "importance": "urgent", "content": "routine", "received_on": "1950-01-01"}]"#;
    assert_eq!(
        told(call("agent_support", EXAMPLE, "2025-10-01", requests)),
        [
            "unknown_id requests[0].importance",
            "unknown_id requests[0].content",
            "out_of_order requests[0].done_on",
            "outside_calendar requests[1].received_on"
        ]
    );
    let unfinished = own(
        r#""importance": [{"id": "a", "count": 1, "unit": "business_day"}, {"id": "b", "count": 1, "unit": "business_day", "calendar": "cm"}]"#,
    );
    assert_eq!(
        told(candidate(&unfinished, "")),
        [
            "missing_field rulebook.agents.importance[0].id",
            "unknown_calendar rulebook.agents.importance[1].calendar"
        ]
    );
}

#[test]
fn a_grade_needs_quality_and_a_violation_ends_it() {
    let grade = |facts: &str| {
        let agent = format!(r#""agent": {{"agent_id": "A", "facts": {{{facts}}}}}"#);
        let answer = ask("agent_grade", "2025-06-01", &agent);
        let score = answer.get("score").unwrap();
        [
            text(&answer, "grade"),
            text(score, "points"),
            text(score, "status"),
        ]
        .map(str::to_owned)
    };
    let facts = |p13: &str, violations: &str| {
        format!(
            r#""premium": "200000.00", "active_months": "10", "persistency_13": "{p13}", "complaints": "0", "violations": "{violations}""#
        )
    };
    assert_eq!(grade(&facts("90%", "0")), ["elite", "100", "graded"]);
    assert_eq!(grade(&facts("89.999999%", "0")), ["elite", "88", "graded"]);
    // Half of quality is gone: the points would do for senior, the floor does not.
    assert_eq!(grade(&facts("79%", "0")), ["standard", "70", "graded"]);
    assert_eq!(grade(&facts("90%", "1")), ["trainee", "100", "vetoed"]);
    let unknown = facts("90%", "0").replace(r#", "violations": "0""#, "");
    assert_eq!(grade(&unknown), ["", "100", "review"]);
}
