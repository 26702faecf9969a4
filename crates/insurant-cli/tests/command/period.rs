//! Periods are written alike wherever a command asks for one.

use crate::run::{Ran, insurant};
use std::fs;
use tempfile::TempDir;

const POLICIES: &str = "policy_id,effective,premium,received,received_on\n\
    P-1,2023-03-10,1000.00,1000.00,2024-05-09\nP-2,2023-08-10,1000.00,1000.00,2024-08-10\n";
const MANAGERS: &str = "manager_id,new_premium,premium_target\nM-1,100.00,200.00\n";
const COMPLAINTS: &str = r#"{"complaint_id": "A", "received_on": "2024-06-03", "line": "motor"}"#;

/// Every command that takes a period, with what it says of one.
fn all(period: &str) -> [Ran; 3] {
    let dir = TempDir::new().unwrap();
    let file = |name: &str, text: &str| {
        let path = dir.path().join(name);
        fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let policies = file("policies.csv", POLICIES);
    let managers = file("managers.csv", MANAGERS);
    let complaints = file("complaints.jsonl", COMPLAINTS);
    let commands: [&[&str]; 3] = [
        &[
            "kpi",
            "persistency",
            &policies,
            "--as-of",
            "2025-06-01",
            "--basis",
            "count",
        ],
        &["manager", "appraise", &managers],
        &["complaint", "analyse", &complaints],
    ];
    commands.map(|command| {
        insurant(
            command
                .iter()
                .chain(&["--format", "json", "--period", period]),
        )
    })
}

#[test]
fn a_name_and_two_days_are_the_same_period() {
    for (name, days) in [
        ("2024", "2024-01-01..2025-01-01"),
        ("2024-Q2", "2024-04-01..2024-07-01"),
        ("2024-06", "2024-06-01..2024-07-01"),
    ] {
        for (named, spelled) in all(name).into_iter().zip(all(days)) {
            assert_eq!(named.fine().text(), spelled.fine().text(), "{name}");
        }
    }
    // Days that no name has are a period of their own.
    for (half, year) in all("2024-01-01..2024-07-01").into_iter().zip(all("2024")) {
        assert_ne!(half.fine().text(), year.fine().text());
    }
}

#[test]
fn what_is_no_period_is_told_in_words_of_the_command_line() {
    for (bad, says) in [
        ("2024-13", "the text is not a period [bad_period]"),
        ("yesterday", "the text is not a period [bad_period]"),
        ("", "the text is not a period [bad_period]"),
        ("2199", "of 1900 to 2198"),
        ("2024-01-01..", "the first day after it ``: "),
        (
            "2024-02-30..2024-07-01",
            "the first day `2024-02-30`: no such day",
        ),
        ("2024-01-01..2024-01-01", "has no day [end_before_start]"),
        ("2024-07-01..2024-01-01", "has no day [end_before_start]"),
    ] {
        for ran in all(bad) {
            let ran = ran.wrong(2, "--period").wrong(2, says);
            let remedy = [
                "2025-01-01..2025-07-01",
                "`to` is the first day that is no longer",
            ];
            assert!(
                remedy.iter().any(|remedy| ran.err.contains(remedy)),
                "{}",
                ran.err
            );
        }
    }
}
