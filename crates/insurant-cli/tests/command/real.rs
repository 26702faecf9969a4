//! Two portfolios of real insurers. Their rows are not part of the project: `INSURANT_DATA` says
//! where the data sets are.

use crate::run::{insurant, skip};
use std::path::Path;
use std::process::Command;

/// Maps a data set onto the layout of `insurant assess`; asserts its control totals on the way.
fn portfolio(test: &str, name: &str, dir: &Path) -> bool {
    if std::env::var_os("INSURANT_DATA").is_none() {
        skip(test, "INSURANT_DATA is not set");
        return false;
    }
    let made = Command::new(env!("CARGO"))
        .args([
            "run",
            "--quiet",
            "--package",
            "xtask",
            "--",
            "portfolio",
            name,
            "--out",
        ])
        .arg(dir)
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../.."))
        .output()
        .unwrap();
    assert!(
        made.status.success(),
        "{}",
        String::from_utf8_lossy(&made.stderr)
    );
    true
}

/// The summary has all these lines, cells apart by blanks.
#[track_caller]
fn says(text: &str, lines: &[&str]) {
    let squeezed = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    let all: Vec<String> = text.lines().map(squeezed).collect();
    for line in lines {
        assert!(
            all.iter().any(|other| other == line),
            "no `{line}` in:\n{text}"
        );
    }
}

fn explains(path: &str, as_of: &str, rulebook: &str, customer: &str, parts: &[&str]) {
    let args = [
        "explain",
        path,
        "--as-of",
        as_of,
        "--rulebook",
        rulebook,
        "--customer",
        customer,
    ];
    let ran = insurant(args).fine();
    for part in parts {
        assert!(ran.text().contains(part), "no `{part}` in:\n{}", ran.text());
    }
}

#[test]
fn a_property_fund() {
    let dir = tempfile::tempdir().unwrap();
    if !portfolio("a_property_fund", "lgpif", dir.path()) {
        return;
    }
    let path = dir.path().to_str().unwrap();
    let (as_of, rulebook) = ("2010-12-31", "example-property-usd");
    let args = ["assess", path, "--as-of", as_of, "--rulebook", rulebook];
    let ran = insurant(args).fine();
    says(ran.text(), LGPIF);
    let customer = ran
        .text()
        .lines()
        .find_map(|line| line.trim().strip_prefix("1. "));
    let customer = customer.unwrap().split(':').next().unwrap();
    explains(
        path,
        as_of,
        rulebook,
        customer,
        &[
            "criterion_a, by the rule",
            "Figures, and the facts behind them",
        ],
    );
}

#[test]
fn motor() {
    let dir = tempfile::tempdir().unwrap();
    if !portfolio("motor", "motor-fr", dir.path()) {
        return;
    }
    let path = dir.path().to_str().unwrap();
    let (as_of, rulebook) = ("2004-12-31", "example-motor-eur");
    let args = ["assess", path, "--as-of", as_of, "--rulebook", rulebook];
    let ran = insurant(args).fine();
    says(ran.text(), MOTOR);
    let customer = ran
        .text()
        .lines()
        .find_map(|line| line.trim().strip_prefix("1. "));
    let customer = customer.unwrap().split(':').next().unwrap();
    explains(
        path,
        as_of,
        rulebook,
        customer,
        &[
            "criterion_a, by the rule",
            "Figures, and the facts behind them",
        ],
    );
}

const LGPIF: &[&str] = &[
    "636 customers, 2,914 policies, 2,164 claims",
    "key 23 0.961809 0.658945",
    "preferred 330 0.106889 0.220957",
    "standard 228 2.102283 1.290887",
    "prospect 55 0.000000 0.367557",
    "all 636 1.093167 0.716858",
    "multi_claim 100 0 Several paid claims in a year.",
    "high_loss_ratio 86 0 More paid out in a year than earned.",
];

const MOTOR: &[&str] = &[
    "8,636 customers, 26,233 policies, 4,621 claims",
    "key 54 0.417370 0.373228",
    "preferred 6,258 0.019698 0.023906",
    "standard 1,687 2.041314 2.235253",
    "prospect 637 0.000000 0.054195",
    "all 8,636 0.459170 0.472626",
    "multi_claim 161 0 Several paid claims in a year.",
    "high_loss_ratio 759 0 More paid out in a year than earned.",
    "no_policy 630 673",
];
