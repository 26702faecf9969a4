use super::{Mapped, Set, map};
use insurant::Engine;
use insurant_rules::document::{Document, Json, Object};
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
            .with("amount", row[2].as_str())
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
    assert_eq!((undefined(3), undefined(4)), (112, 60));
}
