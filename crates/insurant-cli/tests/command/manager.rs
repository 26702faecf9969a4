//! `insurant manager`: good runs to the letter, and bad input told with place and remedy.

use crate::run::{Ran, insurant};
use std::path::{Path, PathBuf};

fn example(name: &str) -> String {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/managers");
    dir.join(name).to_str().unwrap().to_owned()
}

fn run(what: &str, source: &str, more: &[&str]) -> Ran {
    insurant(["manager", what, source].iter().chain(more))
}

#[test]
fn who_is_certified_due_overdue_and_lapsed() {
    let more = ["--as-of", "2026-01-15", "--format", "csv"];
    let ran = run("certify", &example("managers.jsonl"), &more).fine();
    let rows: Vec<&str> = ran.text().lines().collect();
    let starts = [
        "manager,unit,standing,grade,last_grade,since,valid_to,grace_to,open,next",
        "M1,JX1,certified,senior,,2026-01-01,2027-01-01,2027-03-02,,",
        "M2,JX2,overdue,junior,,2025-12-15,2025-12-15,2026-02-13,,",
        "M3,JX2,due,standard,,2025-02-10,2026-02-10,2026-04-11,2025 standard recommended,",
        "M4,JX2,unrated,,,2025-12-01,,,,",
        "M5,JX2,lapsed,,standard,2025-04-02,2025-02-01,2025-04-02,,",
    ];
    assert_eq!(rows.len(), starts.len());
    for (row, start) in rows.iter().zip(starts) {
        assert!(row.starts_with(start), "{row}");
    }
    let more = ["--as-of", "2026-01-15", "--format", "csv", "--by", "unit"];
    let ran = run("certify", &example("managers.jsonl"), &more).fine();
    assert_eq!(
        ran.text(),
        "unit,managers,certified,due,overdue,lapsed,unrated\n\
         HO,5,1,1,1,1,1\nJX,5,1,1,1,1,1\nJX1,1,1,0,0,0,0\nJX2,4,0,1,1,1,1\nZJ,5,1,1,1,1,1\n"
    );
    let page = run(
        "certify",
        &example("managers.jsonl"),
        &["--as-of", "2026-01-15"],
    )
    .fine();
    assert!(
        page.text()
            .contains("approved by leader, head_office_senior (city JX)")
    );
}

#[test]
fn the_day_asked_about_and_what_was_known_then() {
    let standing = |more: &[&str]| {
        let args = [&["--format", "json"], more].concat();
        let ran = run("certify", &example("managers.jsonl"), &args).fine();
        let after = ran.text().split_once(r#""manager_id":"M1""#).unwrap().1;
        let after = after.split_once(r#""standing":""#).unwrap().1;
        after.split_once('"').unwrap().0.to_owned()
    };
    assert_eq!(standing(&["--as-of", "2025-12-31"]), "due");
    assert_eq!(standing(&["--as-of", "2026-01-01"]), "certified");
    let then = ["--as-of", "2026-01-01", "--known-on", "2025-12-31"];
    assert_eq!(standing(&then), "overdue");
}

#[test]
fn whoever_was_not_entitled_is_found() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("managers.jsonl");
    // The senior of M1 is approved by the city instead of the province.
    let good = std::fs::read_to_string(example("managers.jsonl")).unwrap();
    let (before, after) = good.split_once(r#""id": "b3""#).unwrap();
    let city = after.replacen(r#""unit_id": "ZJ""#, r#""unit_id": "JX""#, 1);
    std::fs::write(&file, format!("{before}\"id\": \"b3\"{city}")).unwrap();
    let units = example("units.json");
    let found = |more: &[&str]| {
        let args = [&["--units", &units, "--as-of", "2026-01-15"], more].concat();
        run("certify", file.to_str().unwrap(), &args).fine()
    };
    let csv = found(&["--by", "finding", "--format", "csv"]);
    assert_eq!(
        csv.text(),
        "manager,certification,event_id,event,by,role,unit,codes,entitled\n\
         M1,2025,b3,approved,L3,leader,JX,may_decide,\"leader, head_office_senior (province ZJ)\"\n\
         M3,2025,e2,recommended,L5,department,JX,not_subordinate,\"department, leader\"\n"
    );
    let json = found(&["--format", "json"]);
    let finding = r#""codes":["may_decide"],"entitled":{"least_level":"province","roles":["leader","head_office_senior"],"unit_id":"ZJ"},"event":"approved","event_id":"b3","manager_id":"M1""#;
    assert!(json.text().contains(finding), "{}", json.text());
    // It was not known then.
    let then = found(&[
        "--by",
        "finding",
        "--format",
        "csv",
        "--known-on",
        "2025-12-07",
    ]);
    assert_eq!(then.text().lines().count(), 1, "{}", then.text());
}

#[test]
fn a_line_that_is_wrong_is_told_and_the_others_are_answered() {
    let dir = tempfile::tempdir().unwrap();
    let good = std::fs::read_to_string(example("managers.jsonl")).unwrap();
    let first = good.lines().next().unwrap();
    let early = first.replacen(r#""kind": "approved""#, r#""kind": "took_effect""#, 1);
    let unit = first.replace("M1", "M8").replacen("\"JX1\"", "\"JX9\"", 1);
    let lines = [first, &early.replace("M1", "M7"), &unit, first].join("\n");
    std::fs::write(dir.path().join("files.jsonl"), lines).unwrap();
    std::fs::copy(example("units.json"), dir.path().join("units.json")).unwrap();
    let path = dir.path().to_str().unwrap();
    let more = ["--as-of", "2026-01-15", "--format", "csv"];
    let ran = run("certify", path, &more).wrong(1, "[refused_event]");
    assert!(ran.err.contains("files.jsonl:2:"), "{}", ran.err);
    assert!(
        ran.err
            .contains("`took_effect` has no place in the state `recommended`"),
        "{}",
        ran.err
    );
    assert!(
        ran.err.contains("files.jsonl:3:") && ran.err.contains("[unknown_unit]"),
        "{}",
        ran.err
    );
    assert!(
        ran.err.contains("files.jsonl:4:") && ran.err.contains("[duplicate_id]"),
        "{}",
        ran.err
    );
    assert_eq!(ran.text().lines().count(), 2);
}

#[test]
fn units_must_be_there_and_hold_together() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("files.jsonl");
    std::fs::copy(example("managers.jsonl"), &file).unwrap();
    let path = file.to_str().unwrap();
    let more = ["--as-of", "2026-01-15"];
    let ran = run("certify", path, &more).wrong(1, "[missing_file]");
    assert!(ran.err.contains("--units"), "{}", ran.err);
    let units = r#"{"units": [{"id": "HO", "name": "HO", "level": "head_office"}],
        "reporting": [{"person_id": "M1", "reports_to": "M1"}]}"#;
    std::fs::write(dir.path().join("units.json"), units).unwrap();
    run("certify", path, &more).wrong(1, "[reports_to_self]");
}

#[test]
fn what_managers_owe() {
    let more = [
        "--as-of",
        "2025-04-15",
        "--from",
        "2025-02-01",
        "--format",
        "csv",
    ];
    let ran = run("duties", &example("branch"), &more).fine();
    assert_eq!(
        ran.text(),
        "\
manager,unit,duty,about,opens_on,due_on,state,done_on,days_late,lacking
M1,JX1,key_visit,C1,2025-01-02,2025-02-02,done,2025-01-29,,
M1,JX1,key_visit,C1,2025-01-29,2025-02-28,done_late,2025-03-05,5,
M1,JX1,monthly_report,2025-01-01,2025-02-01,2025-02-10,done,2025-02-10,,
M1,JX1,monthly_report,2025-02-01,2025-03-01,2025-03-10,done_late,2025-03-12,2,
M1,JX1,key_visit,C1,2025-03-05,2025-04-05,overdue,,10,
M1,JX1,monthly_report,2025-03-01,2025-04-01,2025-04-10,overdue,,5,
M1,JX1,major_event,E1,2025-04-03,2025-04-09,done,2025-04-07,,
M2,JX2,preferred_contact,C2,2025-01-15,2025-04-15,due,,,
M2,JX2,monthly_report,2025-01-01,2025-02-01,2025-02-10,done,2025-02-08,,
M2,JX2,monthly_report,2025-02-01,2025-03-01,2025-03-10,missing,,36,
M2,JX2,key_visit,C3,2025-03-15,2025-04-15,due,,,
M2,JX2,monthly_report,2025-03-01,2025-04-01,2025-04-10,overdue,,5,
M2,JX2,major_event,E2,2025-04-08,2025-04-11,overdue,,4,counter_measures
M3,JX1,key_visit,C3,2025-01-02,2025-02-02,done,2025-02-02,,
M3,JX1,monthly_report,2025-01-01,2025-02-01,2025-02-10,missing,,64,
M3,JX1,key_visit,C3,2025-02-02,2025-03-02,missing,,13,
M3,JX1,monthly_report,2025-02-01,2025-03-01,2025-03-10,missing,,36,
"
    );
    let more = [&more[..], &["--by", "unit"]].concat();
    let ran = run("duties", &example("branch"), &more).fine();
    assert_eq!(
        ran.text(),
        "\
unit,due,overdue,missing,done,done_late,undetermined
HO,2,4,4,5,2,0
JX,2,4,4,5,2,0
JX1,0,2,3,4,2,0
JX2,2,2,1,1,0,0
ZJ,2,4,4,5,2,0
"
    );
}

/// The example with one table replaced.
fn branch(table: &str, text: &str) -> (tempfile::TempDir, String) {
    let dir = tempfile::tempdir().unwrap();
    for entry in std::fs::read_dir(example("branch")).unwrap() {
        let from: PathBuf = entry.unwrap().path();
        std::fs::copy(&from, dir.path().join(from.file_name().unwrap())).unwrap();
    }
    std::fs::write(dir.path().join(table), text).unwrap();
    let path = dir.path().to_str().unwrap().to_owned();
    (dir, path)
}

#[test]
fn wrong_rows_are_told_with_file_line_and_column() {
    let told = |table: &str, text: &str, says: &[&str]| {
        let (_dir, path) = branch(table, text);
        let ran = run("duties", &path, &["--as-of", "2025-04-15"]).wrong(1, "[");
        for says in says {
            assert!(ran.err.contains(says), "{says}\n{}", ran.err);
        }
        assert_eq!(ran.text(), "");
    };
    let managers =
        "manager_id,unit_id,from,to\nM1,JX1,2024-01-01,\nM1,JX2,2025-01-01,\nM2,JX7,2024-13-01,\n";
    told(
        "managers.csv",
        managers,
        &[
            "managers.csv:3:8: ",
            "[overlapping_ranges]",
            "managers.csv:4:4: ",
            "[unknown_unit]",
            "managers.csv:4:8: ",
        ],
    );
    let log = "id,kind,manager_id,done_on,duty,period,customer_id\n\
               1,report,M1,2025-02-10,monthly_report,2025-01-02,\n\
               2,visit,M9,2025-02-10,,,C1\n\
               2,visit,M1,2025-02-11,,,C9\n";
    told(
        "log.csv",
        log,
        &[
            "log.csv:2:39: ",
            "[not_period_start]",
            "log.csv:3:9: ",
            "[unknown_manager]",
            "[duplicate_id]",
            "log.csv:4:25: ",
            "[unknown_customer]",
        ],
    );
    let log = "id,kind,manager_id,done_on\n1,visti,M1,2025-02-10\n";
    told("log.csv", log, &["log.csv:2:3: ", "did you mean `visit`"]);
}

#[test]
fn the_picture_and_a_range_without_a_day() {
    let ran = insurant(["manager", "diagram", "--format", "dot"].iter()).fine();
    assert!(ran.text().starts_with("digraph certification {"));
    let more = ["--as-of", "2025-04-15", "--from", "2025-05-01"];
    run("duties", &example("branch"), &more).wrong(2, "--from");
}

/// A rulebook of the insurer's own, on top of the built-in one: head office decides on all grades.
const HOUSE: &str = r#"
id = "house"
version = "3"
language = 1
currency = "CNY"
effective.from = 2025-01-01

[managers]
validity_months = 24
grace_days = 0
due_days = 30
propose = ["leader"]
approvers = [
    { id = "principal", roles = ["leader"], least_level = "head_office" },
    { id = "senior", roles = ["leader"], least_level = "head_office" },
    { id = "standard", roles = ["leader"], least_level = "head_office" },
    { id = "junior", roles = ["leader"], least_level = "head_office" },
    { id = "trainee", roles = ["leader"], least_level = "head_office" },
]
duties = [{ id = "monthly_report", kind = "report", every = "month", due_day = 31 }]
"#;

#[test]
fn the_rulebook_decides_who_is_certified() {
    let page = |more: &[&str]| {
        let args = [&["--as-of", "2026-01-15"], more].concat();
        run("certify", &example("managers.jsonl"), &args).fine()
    };
    let built_in = page(&[]);
    let head = "  2026-01-15 by example-sales@1.0.0\n\n";
    assert!(built_in.text().starts_with(head), "{}", built_in.text());
    let named = page(&["--rulebook", "example-sales"]);
    assert_eq!(named.text(), built_in.text());

    let dir = tempfile::tempdir().unwrap();
    let house = dir.path().join("house.toml");
    std::fs::write(&house, HOUSE).unwrap();
    let house = house.to_str().unwrap();
    let own = page(&["--rulebook", house]);
    let text = own.text();
    assert!(text.starts_with("  2026-01-15 by house@3\n\n"), "{text}");
    assert!(text.contains("(head_office HO)"), "{text}");
    let csv = page(&["--rulebook", house, "--format", "csv"]);
    let second = csv.text().lines().nth(2).unwrap();
    let start = "M2,JX2,certified,junior,,2024-12-15,2026-12-15,2026-12-15,";
    assert!(second.starts_with(start), "{second}");
    let json = page(&["--rulebook", house, "--format", "json"]);
    assert!(json.text().contains(r#""rulebook":"house@3""#));
    assert!(json.text().contains(r#""fingerprint":"sha256:"#));

    let early = ["--as-of", "2024-12-31", "--rulebook", house];
    run("certify", &example("managers.jsonl"), &early).wrong(1, "[not_in_force]");
    let other = ["--as-of", "2026-01-15", "--rulebook", "cn-property"];
    run("certify", &example("managers.jsonl"), &other).wrong(1, "[unknown_rulebook]");
}

#[test]
fn what_is_owed_by_the_directory_a_rulebook_or_the_example() {
    let (dir, path) = branch("duties.toml", "");
    let day = ["--as-of", "2025-04-15"];
    std::fs::remove_file(dir.path().join("duties.toml")).unwrap();
    let page = run("duties", &path, &day).fine();
    let head = "  2025-04-15 by example-sales@1.0.0\n\n";
    assert!(page.text().starts_with(head), "{}", page.text());
    let csv = run("duties", &path, &[&day[..], &["--format", "csv"]].concat()).fine();
    assert!(csv.err.contains("by example-sales@1.0.0"), "{}", csv.err);
    assert!(csv.text().contains("M2,JX2,preferred_visit,C2,"));
    let json = run("duties", &path, &[&day[..], &["--format", "json"]].concat()).fine();
    assert!(json.text().contains(r#""rulebook":"example-sales@1.0.0""#));
    assert!(json.text().contains(r#""fingerprint":"sha256:"#));

    // A rulebook that is named comes before the rules of the directory.
    let (dir, path) = branch("house.toml", HOUSE);
    let own = run("duties", &path, &day).fine();
    assert!(own.text().contains("duties.toml\n\n"), "{}", own.text());
    let house = dir.path().join("house.toml");
    let house = ["--rulebook", house.to_str().unwrap()];
    let more = [&day[..], &house[..]].concat();
    let csv = run("duties", &path, &[&more[..], &["--format", "csv"]].concat()).fine();
    let first = csv.text().lines().nth(1).unwrap();
    let start = "M1,JX1,monthly_report,2024-03-01,2024-04-01,2024-04-30,";
    assert!(first.starts_with(start), "{first}");
    let done = "M1,JX1,monthly_report,2025-01-01,2025-02-01,2025-02-28,done,2025-02-10";
    assert!(csv.text().contains(done), "{}", csv.text());
    assert!(!csv.text().contains("key_visit"));
    let rules = dir.path().join("duties.toml");
    let both = [&more[..], &["--rules", rules.to_str().unwrap()]].concat();
    run("duties", &path, &both).wrong(2, "cannot be used with");
}

#[test]
fn the_readme_shows_what_certify_prints() {
    let readme = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../README.md");
    let readme = std::fs::read_to_string(readme).unwrap();
    let day = ["--as-of", "2026-01-15"];
    let page = run("certify", &example("managers.jsonl"), &day).fine();
    let (managers, rest) = page.text().split_once("\n\n  unit").unwrap();
    assert!(readme.contains(managers), "{managers}");
    let (_, found) = rest.split_once("\n\n  Not entitled").unwrap();
    let found = format!("  Not entitled{found}");
    assert!(readme.contains(&found), "{found}");
}
