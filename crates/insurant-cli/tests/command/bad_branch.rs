//! Branches and rulebooks that cannot be: each told once, with file, line, what was expected and what
//! to do, and nothing answered.

use crate::run::{Ran, insurant};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// A branch that is fine, with some of its files replaced.
fn branch(replaced: &[(&str, &str)]) -> TempDir {
    let files = [
        (
            "units.csv",
            "id,name,level,parent\nHO,HO,head_office,\nJX,JX,front_line,HO\n",
        ),
        (
            "managers.csv",
            "manager_id,grade,unit_id,capacity,reports_to\nM-1,senior,JX,,\nM-2,senior,JX,,\n",
        ),
        ("customers.csv", "customer_id,category\nC-1,key\n"),
        ("assignments.csv", "customer_id,manager_id,from\n"),
    ];
    let dir = TempDir::new().unwrap();
    for (name, text) in files.iter().chain(replaced) {
        fs::write(dir.path().join(name), text).unwrap();
    }
    dir
}

fn assign(dir: &TempDir, more: &[&str]) -> Ran {
    let path = dir.path().to_str().unwrap();
    let fixed = ["assign", path, "--as-of", "2025-06-30"];
    insurant(fixed.iter().chain(more))
}

/// One line on standard error that says all of it, and no answer.
#[track_caller]
fn told(ran: Ran, says: &[&str]) {
    let ran = ran.wrong(1, says[0]);
    assert_eq!(ran.err.lines().count(), 1, "{}", ran.err);
    assert!(ran.out.is_empty(), "{}", ran.text());
    for says in says {
        assert!(ran.err.contains(says), "no `{says}` in:\n{}", ran.err);
    }
}

const MANAGERS: &str = "manager_id,grade,unit_id,capacity,reports_to\n";
const ASSIGNMENTS: &str =
    "customer_id,manager_id,from,to,supervised_by,exception_reason,exception_until\n";

#[test]
fn what_cannot_be_in_a_branch_is_told() {
    assign(&branch(&[]), &[]).fine();
    let one = "a second one under an exception; end the first, or give one of them an exception";
    let cases: [(&str, String, &[&str]); 8] = [
        (
            "managers.csv",
            format!("{MANAGERS}M-1,senior,JX,,M-1\n"),
            &[
                "managers.csv:2:16: `M-1` reports to themself [reports_to_self]",
                "expected the id of another manager, or nothing; name another manager",
            ],
        ),
        (
            "managers.csv",
            format!("{MANAGERS}M-1,senior,JX,,M-2\nM-2,senior,JX,,M-1\n"),
            &[
                "managers.csv:2:16: managers report to each other [report_cycle]",
                "found M-1 to M-2; let one of them report to nobody",
            ],
        ),
        (
            "units.csv",
            "id,name,level,parent\nHO,HO,head_office,\nA,A,province,B\nB,B,city,A\nJX,JX,front_line,HO\n".into(),
            &[
                "units.csv:3:14: units lie under each other [unit_cycle]",
                "give one of them a parent outside the circle, or none",
            ],
        ),
        (
            "managers.csv",
            format!("{MANAGERS}M-1,senior,JX,0,\n"),
            &[
                "managers.csv:2:15: a capacity of less than 1, or too large [no_capacity]",
                "found 0; expected a whole number from 1 to 1,000,000",
            ],
        ),
        (
            "assignments.csv",
            format!("{ASSIGNMENTS}C-1,M-1,2025-01-01,,,,\nC-1,M-2,2025-02-01,2025-05-01,,,\n"),
            &[
                "assignments.csv:3:9: `C-1` has two managers on one day [overlapping_assignments]",
                "`M-1` from 2025-01-01 to open (line 2)",
                one,
            ],
        ),
        (
            "assignments.csv",
            format!("{ASSIGNMENTS}C-1,M-1,2025-01-01,,,,\nC-1,M-1,2025-02-01,2025-05-01,,,\n"),
            &[
                "assignments.csv:3:9: `M-1` has `C-1` twice on one day [overlapping_assignments]",
                "(line 2)",
                "end the first on the day on which the second starts, or keep one of them",
            ],
        ),
        (
            "assignments.csv",
            format!("{ASSIGNMENTS}C-1,M-1,2025-01-01,,,\" \",2025-06-01\n"),
            &[
                "assignments.csv:2:",
                "an exception without a reason [missing_field]",
                "expected a reason that says something; say why",
            ],
        ),
        (
            "customers.csv",
            "customer_id\nC-1\nC-2\nC-1\n".into(),
            &[
                "customers.csv:4:1: `C-1` stands twice [duplicate_id]",
                "keep one of the two; the first is line 2",
            ],
        ),
    ];
    for (name, text, says) in &cases {
        told(assign(&branch(&[(name, text)]), &[]), says);
        told(
            assign(&branch(&[(name, text)]), &["--solve", "assign"]),
            says,
        );
    }
}

#[test]
fn a_customer_whom_nobody_may_take_is_named_with_what_forbids_it() {
    let managers = format!("{MANAGERS}M-1,trainee,JX,,\n");
    let dir = branch(&[("managers.csv", &managers)]);
    let ran = assign(&dir, &["--solve", "assign"]).fine();
    assert!(
        ran.text()
            .contains("Nobody for C-1:\n  least_grade:key forbids M-1\n"),
        "{}",
        ran.text()
    );
}

/// A built-in rulebook with one place changed, in a directory with a table.
fn changed(builtin: &str, from: &str, to: &str, table: (&str, &str)) -> TempDir {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../insurant/rulebooks");
    let text = fs::read_to_string(path.join(format!("{builtin}.toml"))).unwrap();
    assert!(text.contains(from), "`{from}` is gone from {builtin}");
    let text = text.replacen(from, to, 1);
    let text = text.replacen(&format!("id = \"{builtin}\""), "id = \"ours\"", 1);
    let dir = TempDir::new().unwrap();
    fs::write(dir.path().join("ours.toml"), text).unwrap();
    fs::write(dir.path().join(table.0), table.1).unwrap();
    dir
}

#[test]
fn scorecards_that_cannot_be_are_told_before_anybody_is_scored() {
    let managers = ("managers.csv", "manager_id\nM-1\n");
    let partners = ("partners.csv", "partner_id\nB-1\n");
    let run = |dir: &TempDir, command: &[&str], source: &str, more: &[&str]| {
        let [source, rules] = [source, "ours.toml"].map(|name| dir.path().join(name));
        let files = [
            source.to_str().unwrap(),
            "--rulebook",
            rules.to_str().unwrap(),
        ];
        insurant(command.iter().chain(&files).chain(more))
    };
    let appraise = |from, to| {
        let dir = changed("example-sales", from, to, managers);
        run(
            &dir,
            &["manager", "appraise"],
            managers.0,
            &["--period", "2025"],
        )
    };
    let score = |from, to| {
        let dir = changed("example-distribution", from, to, partners);
        let more = [
            "--card",
            "annual",
            "--from",
            "2024-01-01",
            "--to",
            "2025-01-01",
        ];
        run(&dir, &["partner", "score"], partners.0, &more)
    };
    told(
        appraise("weight = \"15%\"", "weight = \"16%\""),
        &[
            "ours.toml:43:12: the weights of the dimensions do not add up to 100%",
            "found 101% (`ability` 20%, `experience` 16%,",
            "expected exactly 100%; change the weights so that together they make the whole",
        ],
    );
    told(
        appraise("{ from = 60, below = 75,", "{ from = 60, below = 80,"),
        &[
            "ours.toml:85:5: two bands have values in common [bands_overlap]",
            "found `from 75 below 90`, and `from 60 below 80` on line 84; let one begin where",
        ],
    );
    told(
        score("from = 75, below = 85 }", "from = 70, below = 85 }"),
        &[
            "two grades have values in common [bands_overlap]",
            "found `from 70 below 85`, and `from 60 below 75` on line",
        ],
    );
}
