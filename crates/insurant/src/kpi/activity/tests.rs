//! Heads on the edges of the period, sales that do not count, groups.

use crate::Engine;
use insurant_rules::Problems;
use insurant_rules::document::{Document, Json};

fn ask(spec: &str, agents: &[&str], sales: &[&str]) -> Result<Json, Problems> {
    let input = format!(
        r#"{{"spec": {{"period": "2024-05"{spec}}}, "agents": [{}], "sales": [{}]}}"#,
        agents.join(","),
        sales.join(",")
    );
    let answer = Engine::builtin()?.call("kpi_activity", &input)?;
    Ok(Document::parse_json("", &answer)?.root().to_json().unwrap())
}

fn agent(id: &str, from: &str, to: &str, unit: &str) -> String {
    let to = match to {
        "" => String::new(),
        to => format!(r#", "to": "{to}""#),
    };
    format!(r#"{{"agent_id": "{id}", "from": "{from}"{to}, "groups": {{"unit": "{unit}"}}}}"#)
}

fn sale(id: &str, agent: &str, on: &str) -> String {
    format!(
        r#"{{"policy_id": "{id}", "agent_id": "{agent}", "issued_on": "{on}", "premium": "100.00"}}"#
    )
}

fn integer(json: Option<&Json>) -> i64 {
    match json {
        Some(Json::Integer(number)) => number.get(),
        other => panic!("{other:?}"),
    }
}

fn heads(json: &Json) -> [i64; 3] {
    let heads = json.get("heads").unwrap();
    ["begin", "end", "active"].map(|key| integer(heads.get(key)))
}

/// The figures as `numerator/denominator=shown`, or the reason.
fn kpis(json: &Json) -> Vec<String> {
    let one = |kpi: &Json| {
        let numerator = match kpi.get("numerator") {
            Some(Json::Integer(number)) => number.get().to_string(),
            text => text.and_then(Json::text).unwrap().to_owned(),
        };
        let value = kpi.get("value").unwrap();
        let shown = value.get("shown").or_else(|| value.get("reason"));
        let denominator = kpi.get("denominator").and_then(Json::text).unwrap();
        format!(
            "{numerator}/{denominator}={}",
            shown.and_then(Json::text).unwrap()
        )
    };
    json.get("kpis").unwrap().items().iter().map(one).collect()
}

const CNY: &str = r#", "currency": "CNY""#;

#[test]
fn heads_are_those_on_the_first_day_and_on_the_day_after() {
    let agents = [
        agent("joins on the first", "2024-05-01", "", "JX"),
        agent("leaves on the first", "2020-01-01", "2024-05-01", "JX"),
        agent("leaves after the last", "2020-01-01", "2024-06-01", "JX"),
        agent("stays", "2020-01-01", "2024-06-02", "JX"),
        agent("joins after", "2024-06-01", "", "JX"),
        agent("comes and goes", "2024-05-02", "2024-05-03", "JX"),
    ];
    let agents: Vec<&str> = agents.iter().map(String::as_str).collect();
    let answer = ask(CNY, &agents, &[]).unwrap();
    assert_eq!(heads(&answer), [3, 3, 0]);
    let visitor = sale("S", "comes and goes", "2024-05-02");
    let answer = ask(CNY, &agents, &[&visitor]).unwrap();
    assert_eq!(heads(&answer), [3, 3, 1]);
    assert_eq!(
        kpis(&answer),
        [
            "1/3=0.333333",
            "100.00/3=33.333333",
            "1/3=0.333333",
            "100.00/1=100.000000",
            "1/1=1.000000"
        ]
    );
}

#[test]
fn an_average_may_be_a_half_and_nobody_is_no_denominator() {
    let agents = [agent("A", "2024-05-02", "", "JX")];
    let answer = ask("", &[&agents[0]], &[]).unwrap();
    assert_eq!(
        kpis(&answer),
        ["0/0.5=0.000000", "0/0.5=0.000000", "0/0=nobody_active"]
    );
    let answer = ask("", &[], &[]).unwrap();
    assert_eq!(kpis(&answer)[0], "0/0=no_heads");
}

#[test]
fn sales_that_do_not_count_are_told() {
    let agents = [agent("A", "2024-05-02", "2024-05-20", "JX")];
    let bare = r#"{"policy_id": "5", "agent_id": "A", "issued_on": "2024-05-19"}"#;
    let sales = [
        sale("1", "A", "2024-06-01"),
        sale("2", "B", "2024-05-03"),
        sale("3", "A", "2024-05-20"),
        sale("4", "A", "2024-05-02"),
        bare.to_owned(),
    ];
    let sales: Vec<&str> = sales.iter().map(String::as_str).collect();
    let answer = ask(CNY, &[&agents[0]], &sales).unwrap();
    let told = answer.get("left_out").unwrap().items().iter().map(|one| {
        let text = |key| one.get(key).and_then(Json::text).unwrap();
        let rows = integer(one.get("policies"));
        format!("{} {rows} {}", text("reason"), text("amount"))
    });
    assert_eq!(
        told.collect::<Vec<_>>(),
        [
            "outside_period 1 100.00",
            "unknown_agent 1 100.00",
            "outside_service 1 100.00",
            "premium_missing 1 0.00"
        ]
    );
    let counted = answer.get("sales").unwrap();
    assert_eq!(integer(counted.get("policies")), 2);
    assert_eq!(counted.get("premium").and_then(Json::text), Some("100.00"));
}

#[test]
fn an_agent_who_changes_units_is_a_head_of_each() {
    let spec = r#", "currency": "CNY", "least_policies": 2, "by": ["unit"]"#;
    let agents = [
        agent("A", "2020-01-01", "2024-05-10", "JX"),
        agent("A", "2024-05-10", "", "HZ"),
        agent("B", "2020-01-01", "", "JX"),
    ];
    let sales = [
        sale("1", "A", "2024-05-09"),
        sale("2", "A", "2024-05-10"),
        sale("3", "B", "2024-05-10"),
    ];
    let (agents, sales): (Vec<&str>, Vec<&str>) = (
        agents.iter().map(String::as_str).collect(),
        sales.iter().map(String::as_str).collect(),
    );
    let answer = ask(spec, &agents, &sales).unwrap();
    // Two policies in two units: active as a whole, in neither unit.
    assert_eq!(heads(&answer), [2, 2, 1]);
    let groups = answer.get("by").unwrap().items()[0].get("groups").unwrap();
    let keys = groups
        .items()
        .iter()
        .map(|g| g.get("key").and_then(Json::text));
    assert_eq!(keys.collect::<Vec<_>>(), [Some("HZ"), Some("JX")]);
    assert_eq!(heads(&groups.items()[0]), [0, 1, 0]);
    assert_eq!(heads(&groups.items()[1]), [2, 1, 0]);
    let (mut agents, mut sales) = (agents, sales);
    agents.reverse();
    sales.reverse();
    assert_eq!(ask(spec, &agents, &sales).unwrap(), answer);
}

#[test]
fn services_that_overlap_or_have_no_day_are_refused() {
    let agents = [
        agent("A", "2020-01-01", "2024-05-10", "JX"),
        agent("A", "2024-05-09", "", "HZ"),
        agent("B", "2024-05-10", "2024-05-10", "JX"),
    ];
    let rows: Vec<&str> = agents.iter().map(String::as_str).collect();
    let twice = sale("1", "A", "2024-05-01");
    let told = |found: Result<Json, Problems>| -> Vec<String> {
        let problems = found.unwrap_err();
        let told = problems.iter();
        told.map(|p| format!("{} {}", p.code(), p.place().path))
            .collect()
    };
    assert_eq!(
        told(ask(CNY, &rows, &[])),
        [
            "service_overlap agents[1].from",
            "end_before_start agents[2].to"
        ]
    );
    assert_eq!(
        told(ask(CNY, &rows[..1], &[&twice, &twice])),
        ["duplicate_id sales[1].policy_id"]
    );
    assert_eq!(
        told(ask("", &rows[..1], &[&twice])),
        ["currency_missing sales[0].premium"]
    );
}
