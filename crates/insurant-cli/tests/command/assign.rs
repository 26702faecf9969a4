//! `insurant assign`: the example of the README, every form, and files with mistakes.

use crate::run::{Ran, insurant};
use std::fs;
use std::path::{Path, PathBuf};

fn example() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/assign")
}

fn assign(dir: &Path, more: &[&str]) -> Ran {
    let args = ["assign", dir.to_str().unwrap(), "--as-of", "2026-07-01"];
    insurant(args.iter().chain(more))
}

/// The example with some files replaced.
fn with(files: &[(&str, &str)]) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    for entry in fs::read_dir(example()).unwrap() {
        let path = entry.unwrap().path();
        fs::copy(&path, dir.path().join(path.file_name().unwrap())).unwrap();
    }
    for (name, text) in files {
        fs::write(dir.path().join(name), text).unwrap();
    }
    dir
}

#[test]
fn the_example_of_the_readme_is_what_it_says() {
    let readme = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../README.md");
    let readme = fs::read_to_string(readme).unwrap();
    let commands: Vec<&str> = readme
        .lines()
        .filter_map(|line| {
            line.strip_prefix("$ insurant assign crates/insurant-cli/examples/assign ")
        })
        .collect();
    assert_eq!(commands.len(), 2);
    for command in commands {
        let words: Vec<&str> = command.split(' ').collect();
        let example = example();
        let ran = insurant(["assign", example.to_str().unwrap()].iter().chain(&words)).fine();
        assert!(readme.contains(ran.text()), "{command}:\n{}", ran.text());
    }
}

#[test]
fn who_looks_after_whom_in_every_form() {
    let dir = example();
    let table = assign(&dir, &[]).fine();
    assert!(table.text().contains("Without a manager: C-08\n"));
    assert!(table.text().contains(
        "C-06: M-ann and M-bo of JX-1, seen in assignments, excused: tender at two sites"
    ));
    let csv = assign(&dir, &["--format", "csv"]).fine();
    let rows: Vec<&str> = csv.text().lines().collect();
    assert_eq!(rows.len(), 10);
    assert_eq!(
        rows[0],
        "customer_id,manager_id,since,until,supervised_by,exception"
    );
    assert!(rows.contains(&"C-06,M-bo,2025-06-01,,M-ann,") && rows.contains(&"C-08,,,,,"));
    let json = assign(&dir, &["--format", "json"]).fine();
    assert!(json.text().contains(r#""unassigned":["C-08"]"#));
}

#[test]
fn the_command_answers_as_the_operation_does() {
    let text = assign(
        &example(),
        &["--solve", "leaver", "M-bo", "--format", "json"],
    )
    .fine();
    assert!(
        text.text()
            .starts_with(r#"{"as_of":"2026-07-01","fingerprint":"sha256:"#)
    );
    let csv = assign(
        &example(),
        &["--solve", "leaver", "M-bo", "--format", "csv"],
    )
    .fine();
    let rows: Vec<&str> = csv.text().lines().collect();
    assert_eq!(rows.len(), 6);
    for row in &rows[1..] {
        let id = row.split(',').next().unwrap();
        assert!(text.text().contains(&format!("\"id\":\"{id}\"")), "{id}");
    }
}

#[test]
fn present_assignments_that_break_a_rule_are_named_in_every_form() {
    // Du, a trainee, has a key customer; Cai has more than a capacity of 1.
    let dir = with(&[
        (
            "assignments.csv",
            "customer_id,manager_id,from,to,supervised_by,exception_reason,exception_until\n\
             C-01,M-du,2024-03-01,,,,\nC-02,M-cai,2024-03-01,,,,\n",
        ),
        (
            "managers.csv",
            "manager_id,grade,unit_id,lines,languages,place,capacity,reports_to\n\
             M-ann,senior,JX-1,marine,zh,Jiaxing,12,\nM-cai,junior,JX-2,motor,zh,Haining,1,M-ann\n\
             M-du,trainee,JX-2,motor,zh,Haining,,M-cai\n",
        ),
        ("contacts.csv", "customer_id,unit_id,manager_id,on\n"),
    ]);
    let table = assign(dir.path(), &[]).fine();
    let title = "\nRules broken on the day, by example-assignment@1.0.0\n";
    let (_, broken) = table.text().split_once(title).expect("a table of findings");
    let rows: Vec<&str> = broken.lines().map(str::trim).collect();
    assert_eq!(rows.len(), 3, "{broken}");
    assert!(
        rows[1].starts_with("-         M-cai    capacity"),
        "{broken}"
    );
    assert!(
        rows[2].starts_with("C-01      M-du     least_grade:key "),
        "{broken}"
    );
    let json = assign(dir.path(), &["--format", "json"]).fine();
    assert!(json.text().contains(
        r#""findings":[{"manager_id":"M-cai","rule":"capacity"},{"customer_id":"C-01","manager_id":"M-du","rule":"least_grade:key"}]"#
    ));
    // Rows are of customers alone: what is broken goes to standard error, with a plan too.
    let said = "rule broken: capacity: the book of M-cai\n\
                rule broken: least_grade:key: customer C-01 of M-du\n";
    for more in [
        &["--format", "csv"][..],
        &["--format", "csv", "--solve", "assign"],
    ] {
        let ran = assign(dir.path(), more);
        assert_eq!((ran.code, ran.err.as_str()), (0, said));
    }
    // Other rules, other findings; and none where nothing is broken.
    assert!(
        !assign(&example(), &[])
            .fine()
            .text()
            .contains("Rules broken")
    );
}

#[test]
fn a_customer_nobody_may_take_is_said_so() {
    let dir = with(&[
        (
            "customers.csv",
            "customer_id,category,unit_id\nC-01,key,HO\nC-02,,JX-1\n",
        ),
        ("assignments.csv", "customer_id,manager_id,from\n"),
        ("contacts.csv", "customer_id,unit_id,on\n"),
    ]);
    let ran = assign(dir.path(), &["--solve", "assign"]).fine();
    assert!(ran.text().contains("Nobody for C-01:\n  least_grade:key forbids M-cai, M-du\n  within:city forbids M-ann, M-bo, M-cai, M-du\n"), "{}", ran.text());
    let ran = assign(dir.path(), &["--solve", "assign", "--explain", "C-01"]).fine();
    assert!(ran.text().starts_with("Nobody for C-01 (effort 5):\n"));
    let ran = assign(dir.path(), &["--solve", "assign", "--format", "csv"]).fine();
    assert!(ran.text().contains("C-01,,,unplaced,5,"));
}

#[test]
fn mistakes_have_their_file_line_and_column() {
    let dir = with(&[
        (
            "managers.csv",
            "unit_id,manager_id,grade,capacity,reports_to\nJX-1,M-1,senor,5,\nJX-1,M-2,senior,x,\n",
        ),
        (
            "assignments.csv",
            "customer_id,manager_id,from,to,exception_reason\nC-01,M-1,2026-13-01,,\nC-01,M-2,2026-01-01,,because\n",
        ),
    ]);
    let ran = assign(dir.path(), &[]).wrong(1, "managers.csv:2:10: ");
    for place in [
        "managers.csv:3:17: ",
        "assignments.csv:2:10: ",
        "assignments.csv:3:1: ",
    ] {
        assert!(ran.err.contains(place), "no {place} in\n{}", ran.err);
    }
    let dir = with(&[(
        "assignments.csv",
        "from,customer_id,manager_id\n2026-01-01,C-01,M-ann\n2026-02-01,C-01,M-bo\n2026-02-01,C-02,M-b\n",
    )]);
    let ran = assign(dir.path(), &[]).wrong(
        1,
        "assignments.csv:3:1: `C-01` has two managers on one day [overlapping_assignments]",
    );
    assert!(
        ran.err
            .contains("assignments.csv:4:17: no manager `M-b` [unknown_manager]"),
        "{}",
        ran.err
    );
    let dir = with(&[(
        "customers.csv",
        "customer_id,tier,unit_id\nC-01,nromal,JX\n",
    )]);
    assign(dir.path(), &[]).wrong(1, "customers.csv:2:6: no value tier `nromal`");
    let dir = with(&[(
        "units.csv",
        "id,name,level,parent\nHO,x,head_office,\nJX,x,city,JX-1\nJX-1,x,front_line,JX\n",
    )]);
    assign(dir.path(), &[]).wrong(1, "units.csv:3:11: units lie under each other [unit_cycle]");
    fs::remove_file(dir.path().join("units.csv")).unwrap();
    assign(dir.path(), &[]).wrong(1, "the table `units` is not there");
}

#[test]
fn command_lines_that_make_no_sense() {
    let dir = example();
    assign(&dir, &["--solve", "leaver"]).wrong(2, "needs the id of the manager who leaves");
    assign(&dir, &["--solve", "shuffle"]).wrong(2, "`assign`, `leaver ID` or `rebalance`");
    assign(&dir, &["--unit", "JX"]).wrong(2, "--solve");
    assign(&dir, &["--solve", "leaver", "M-b"]).wrong(1, "did you mean `M-bo`?");
    assign(&dir, &["--solve", "assign", "--unit", "JY"]).wrong(1, "no unit `JY`");
    assign(&dir, &["--solve", "assign", "--explain", "C-01"])
        .wrong(1, "the plan says nothing of `C-01`");
    assign(&dir, &["--solve", "assign", "--rulebook", "cn-property"]).wrong(1, "unknown_rulebook");
}
