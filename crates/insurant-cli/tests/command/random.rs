//! Random portfolios against the oracle, a second reading of the semantics in Python.

use crate::run::{insurant, skip};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Seeds and days; some where months and years have no such day.
const RUNS: [(u32, &str); 5] = [
    (1, "2024-07-01"),
    (2, "2024-02-29"),
    (3, "2023-02-28"),
    (4, "2021-12-31"),
    (5, "2025-03-31"),
];

fn oracle() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/oracle/random_portfolio.py")
}

#[test]
fn the_command_and_the_oracle_agree_on_every_cell() {
    if Command::new("python3").arg("--version").output().is_err() {
        return skip(
            "the_command_and_the_oracle_agree_on_every_cell",
            "python3 is not there",
        );
    }
    for (seed, as_of) in RUNS {
        let dir = tempfile::tempdir().unwrap();
        let made = Command::new("python3")
            .arg(oracle())
            .args([
                "--seed",
                &seed.to_string(),
                "--customers",
                "300",
                "--as-of",
                as_of,
                "--out",
            ])
            .arg(dir.path())
            .output()
            .unwrap();
        assert!(
            made.status.success(),
            "{}",
            String::from_utf8_lossy(&made.stderr)
        );
        let measures = std::fs::read_to_string(dir.path().join("measures.txt")).unwrap();
        let path = dir.path().to_str().unwrap();
        let mut args = vec!["assess", path, "--as-of", as_of, "--format", "csv"];
        for measure in measures.lines() {
            args.extend(["--measure", measure]);
        }
        let found = insurant(args).fine();
        let expected = std::fs::read(dir.path().join("expected.csv")).unwrap();
        compare(seed, &table(&expected), &table(&found.out));
    }
}

/// The header, and the rows by customer.
fn table(bytes: &[u8]) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(bytes);
    let mut rows: Vec<Vec<String>> = reader
        .records()
        .map(|row| row.unwrap().iter().map(str::to_owned).collect())
        .collect();
    rows[1..].sort();
    rows
}

fn compare(seed: u32, expected: &[Vec<String>], found: &[Vec<String>]) {
    assert_eq!(expected.len(), found.len(), "seed {seed}: rows");
    let mut wrong = Vec::new();
    for (row, other) in expected.iter().zip(found) {
        for ((title, cell), other) in expected[0].iter().zip(row).zip(other) {
            if cell != other {
                wrong.push(format!(
                    "{}: {title}: expected {cell}, found {other}",
                    row[0]
                ));
            }
        }
    }
    let first = wrong
        .iter()
        .take(20)
        .cloned()
        .collect::<Vec<_>>()
        .join("\n");
    assert!(
        wrong.is_empty(),
        "seed {seed}: {} cells differ\n{first}",
        wrong.len()
    );
}
