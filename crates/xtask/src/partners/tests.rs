use super::{Mapped, Set, map};
use insurant::complaint::analysis::Period;
use insurant::partner::{Partner, PartnerCard, ScoreQuestion};
use insurant::{Date, Engine};
use insurant_rules::document::{Document, Json, Object};
use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::Path;

/// A data set; `None` where there are no data.
fn mapped(set: Set) -> Option<Mapped> {
    let Some(data) = std::env::var_os("INSURANT_DATA") else {
        assert!(std::env::var_os("CI").is_none(), "CI needs INSURANT_DATA");
        // Past the capture of the runner, which prints nothing of a test that passes.
        let line = format!("skipped: partners {set:?}: INSURANT_DATA is not set\n");
        std::io::stdout().write_all(line.as_bytes()).unwrap();
        return None;
    };
    Some(map(set, Path::new(&data)).unwrap())
}

/// The policies as `kpi_persistency` takes them.
fn policies(mapped: &Mapped) -> Json {
    let policy = |row: &Vec<String>| {
        let cell = |column: &str| {
            let position = mapped.columns.iter().position(|c| *c == column).unwrap();
            Some(row[position].as_str()).filter(|cell| !cell.is_empty())
        };
        let ceased = cell("ceased_by").map(|by| {
            Object::new()
                .with("by", by)
                .with("on", cell("ceased_on").unwrap())
        });
        let groups = mapped.columns[5..].iter().zip(&row[5..]);
        let groups = groups.map(|(name, value)| (*name, Json::from(value.as_str())));
        Object::new()
            .with("policy_id", cell("policy_id").unwrap())
            .with("effective", cell("effective").unwrap())
            .with_some("ceased", ceased)
            .with_some("known_until", cell("known_until"))
            .with("groups", Json::object_of(groups))
    };
    Json::list(mapped.rows.iter().map(policy))
}

fn persistency(policies: &Json, month: u32) -> Document {
    let spec = format!(
        r#"{{"as_of": "2010-05-12", "cohort": {{"from": "1995-01-01", "to": "2010-01-01"}}, "month": {month},
        "grace_days": 0, "basis": "count", "by": ["issue_year", "place", "age_class"]}}"#
    );
    let input = format!(
        r#"{{"spec": {spec}, "policies": {}}}"#,
        policies.to_canonical_string()
    );
    let engine = Engine::builtin().unwrap();
    let answer = engine.call("kpi_persistency", &input).unwrap();
    Document::parse_json("answer", &answer).unwrap()
}

/// The groups of a name as `key numerator/denominator`.
fn groups(answer: &Document, name: &str) -> Vec<String> {
    let by = answer.root().items_at("by").iter();
    let by = by.filter(|by| by.text_at("name") == Some(name));
    let groups = by.flat_map(|by| by.items_at("groups"));
    let shown = groups.map(|group| {
        let side = |key| group.integer_at(key).unwrap();
        let key = group.text_at("key").unwrap();
        format!("{key} {}/{}", side("numerator"), side("denominator"))
    });
    shown.collect()
}

fn left_out(answer: &Document) -> Vec<(&str, i64)> {
    let left_out = answer.root().items_at("left_out").iter();
    left_out
        .map(|one| {
            (
                one.text_at("reason").unwrap(),
                one.integer_at("policies").unwrap(),
            )
        })
        .collect()
}

#[test]
fn persistency_of_a_sales_force_by_count() {
    let Some(mapped) = mapped(Set::Lapse) else {
        return;
    };
    let policies = policies(&mapped);
    // Counted once more by a script of another language, from the published file.
    let month = persistency(&policies, 13);
    let root = month.root();
    let sides = |root: &insurant_rules::document::Node| {
        ["numerator", "denominator"].map(|key| root.integer_at(key).unwrap())
    };
    assert_eq!(sides(root), [26_551, 29_159]);
    assert_eq!(
        root.get("value").unwrap().text_at("shown"),
        Some("0.910559")
    );
    assert_eq!(left_out(&month), [("claim", 158)]);
    assert_eq!(
        groups(&month, "place"),
        [
            "EastCoast 5474/6013",
            "Other 19851/21805",
            "WestCoast 1226/1341"
        ]
    );
    assert_eq!(
        groups(&month, "age_class"),
        ["Middle 9006/9936", "Old 4929/5379", "Young 12616/13844"]
    );
    let years = groups(&month, "issue_year");
    assert_eq!((years.len(), years[0].as_str()), (15, "1995 4948/5694"));
    assert_eq!(years[13..], ["2008 259/295", "2009 1/1"]);
    let month = persistency(&policies, 25);
    assert_eq!(sides(month.root()), [24_434, 28_862]);
    // Sold after 12 May 2008: two years are not over when the observation ends.
    assert_eq!(left_out(&month), [("immature", 160), ("claim", 295)]);
    assert_eq!(
        groups(&month, "issue_year")[13..],
        ["2008 110/142", "2009 0/0"]
    );
}

#[test]
fn insurer_groups_are_partners_and_few_bring_most() {
    let Some(mapped) = mapped(Set::Reserve) else {
        return;
    };
    let row = |row: &Vec<String>| {
        Object::new()
            .with("id", row[0].as_str())
            .with("amount", row[1].as_str())
    };
    let rows = Json::list(mapped.rows.iter().map(row)).to_canonical_string();
    let input =
        format!(r#"{{"currency": "USD", "top": [20, 100], "shares": ["80%"], "rows": {rows}}}"#);
    let engine = Engine::builtin().unwrap();
    let answer = engine.call("kpi_concentration", &input).unwrap();
    let answer = Document::parse_json("answer", &answer).unwrap();
    let root = answer.root();
    assert_eq!(root.text_at("total"), Some("25283927000.00"));
    assert_eq!(root.integer_at("rows"), Some(772));
    // Seven groups had to give premium back.
    let left_out = &root.items_at("left_out")[0];
    assert_eq!(left_out.text_at("amount"), Some("-2273000.00"));
    let top = root.items_at("top").iter();
    let top: Vec<_> = top.map(|top| top.text_at("amount").unwrap()).collect();
    assert_eq!(top, ["21196160000.00", "23952475000.00"]);
    let share = &root.items_at("shares")[0];
    assert_eq!(share.integer_at("rows"), Some(13));
    assert_eq!(share.text_at("amount"), Some("20330389000.00"));
    let undefined = |column: usize| {
        let rows = mapped.rows.iter();
        rows.filter(|row| row[column] == "undefined").count()
    };
    assert_eq!((undefined(2), undefined(3)), (112, 60));
}

#[test]
fn insurer_groups_are_scored_as_partners() {
    let Some(mapped) = mapped(Set::Reserve) else {
        return;
    };
    let document = Document::parse("reserve.toml", include_str!("reserve.toml")).unwrap();
    let engine = Engine::new([document]).unwrap();
    let day = |text| Date::parse(text).unwrap();
    let as_of = day("1998-01-01");
    let rules = engine.partner_rules("reserve-groups", as_of).unwrap();
    let period = Period::new(day("1997-01-01"), as_of).unwrap();
    let [mut outcomes, mut grades] = [BTreeMap::new(), BTreeMap::new()];
    let mut points = 0_i64;
    for row in &mapped.rows {
        let names = mapped.columns.iter().copied().skip(1);
        let facts: Vec<(&str, &str)> = names.zip(row.iter().skip(1).map(String::as_str)).collect();
        let partner = Partner {
            partner_id: row[0].clone(),
            licence: None,
            compliant: None,
            events: Some(Vec::new()),
        };
        let question = ScoreQuestion {
            card: PartnerCard::Annual,
            period,
            as_of,
            facts: &facts,
            commission: None,
            rewards: Vec::new(),
        };
        let score = rules.score(&partner, &question).unwrap().unwrap();
        *outcomes.entry(score.outcome.as_str()).or_insert(0) += 1;
        if let Some(grade) = score.grade {
            *grades.entry(grade.as_str()).or_insert(0) += 1;
        }
        // Every point of this scorecard is whole.
        points += score
            .scored
            .points()
            .map_or(0, |p| p.parse::<i64>().unwrap());
    }
    // Counted once more by a script of another language, from the published file.
    let expected = [("continue", 485), ("exit", 234), ("review", 60)];
    assert_eq!(outcomes, BTreeMap::from(expected));
    let expected = [("core", 57), ("preferred", 180), ("standard", 248)];
    assert_eq!(grades, BTreeMap::from(expected));
    assert_eq!(points, 38_964);
}
