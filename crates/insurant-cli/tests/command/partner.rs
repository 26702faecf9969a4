//! `insurant partner` and `insurant kpi`: from files to answers, and what is told of wrong files.

use crate::run::insurant;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

const PARTNERS: &str = "partner_id,licence_from,licence_to,compliant,commission,premium,persistency_13,complaints,contribution,engagement\n\
    B-1,2019-01-01,,yes,15%,2000000.00,9/10,0,2%,30%\n\
    B-2,2019-01-01,2025-06-01,no,12%,99999.99,undefined,0,2%,30%\n\
    B-3,,,,,99999.99,70%,9,,\n";
const EVENTS: &str = "event_id,partner_id,code,act_on,decided_on\n\
    V-1,B-1,rebate,2022-05-31,2025-03-01\n";

fn files(partners: &str, events: &str) -> TempDir {
    let dir = TempDir::new().unwrap();
    fs::write(dir.path().join("partners.csv"), partners).unwrap();
    if !events.is_empty() {
        fs::write(dir.path().join("events.csv"), events).unwrap();
    }
    dir
}

fn args<'a>(what: &'a str, path: &'a Path, more: &[&'a str]) -> Vec<&'a str> {
    let mut args = vec!["partner", what, path.to_str().unwrap()];
    args.extend(["--rulebook", "example-distribution"]);
    args.extend(more);
    args
}

const HALF: [&str; 6] = [
    "--card",
    "periodic",
    "--from",
    "2025-01-01",
    "--to",
    "2025-07-01",
];

#[test]
fn partners_are_admitted_or_told_why_not() {
    let dir = files(PARTNERS, EVENTS);
    let ran = insurant(args(
        "admit",
        dir.path(),
        &["--as-of", "2025-06-01", "--format", "csv"],
    ))
    .fine();
    assert_eq!(
        ran.text(),
        "partner_id,outcome,reasons,preference_points\n\
        B-1,refused,major_violation V-1,25\n\
        B-2,refused,licence_not_valid; not_compliant,\n\
        B-3,review,licence_unknown; compliance_unknown,0\n"
    );
}

#[test]
fn partners_are_scored_and_a_veto_is_named() {
    let dir = files(PARTNERS, EVENTS);
    let mut more = HALF.to_vec();
    more.extend(["--format", "csv"]);
    let ran = insurant(args("score", dir.path(), &more)).fine();
    assert_eq!(
        ran.text(),
        "partner_id,outcome,points,line,grade,commission,vetoes,findings,later_vetoes\n\
        B-1,exit,100,60,,,veto rebate V-1,,\n\
        B-2,review,,60,,,,,\n\
        B-3,probation,7,60,,,,,\n"
    );
    let table = insurant(args("score", dir.path(), &HALF)).fine();
    assert!(
        table
            .text()
            .ends_with("3 partners: 1 exit, 1 probation, 1 review\n"),
        "{}",
        table.text()
    );
    let mut json = HALF.to_vec();
    json.extend(["--format", "json"]);
    let ran = insurant(args("score", dir.path(), &json)).fine();
    assert_eq!(ran.text().lines().count(), 3);
    assert!(
        ran.text()
            .starts_with(r#"{"as_of":"2025-07-01","card":"periodic""#)
    );
    // Of a single file the events are not known, unless they are named.
    let file = dir.path().join("partners.csv");
    let ran = insurant(args("score", &file, &more)).fine();
    assert!(
        ran.text().contains("B-1,review,100,60,,,events_unknown,"),
        "{}",
        ran.text()
    );
    let events = dir.path().join("events.csv");
    more.extend(["--events", events.to_str().unwrap()]);
    let ran = insurant(args("score", &file, &more)).fine();
    assert!(ran.text().contains("B-1,exit,"), "{}", ran.text());
}

#[test]
fn a_veto_after_the_period_is_named_and_the_score_stays() {
    let events = "event_id,partner_id,code,act_on,decided_on,known_on\n\
        V-1,B-1,rebate,2025-06-01,2025-08-01,2025-07-20\n";
    let clean = files(PARTNERS, "event_id,partner_id,code\n");
    let dir = files(PARTNERS, events);
    let of = |dir: &TempDir, day: &'static str, format: &'static str| {
        let more = [&HALF[..], &["--as-of", day, "--format", format]].concat();
        insurant(args("score", dir.path(), &more)).fine()
    };
    let named = "rebate V-1, known since 2025-07-20, effective from 2025-08-01";
    // Before anybody knew of it the answer is that of a clean partner.
    for format in ["table", "csv", "json"] {
        let [before, without] = [&dir, &clean].map(|dir| of(dir, "2025-07-19", format));
        assert_eq!(before.text(), without.text());
    }
    let [table, plain] = [&dir, &clean].map(|dir| of(dir, "2025-07-20", "table"));
    assert!(table.text().contains(named) && table.text().contains("after the period"));
    assert!(
        !plain.text().contains("after the period"),
        "{}",
        plain.text()
    );
    let counts = |text: &str| text.lines().last().map(str::to_owned);
    assert_eq!(counts(table.text()), counts(plain.text()));
    let csv = of(&dir, "2025-07-20", "csv");
    assert!(
        csv.text().contains(&format!(",\"{named}\"\n")),
        "{}",
        csv.text()
    );
    let json = of(&dir, "2025-07-20", "json");
    let later = r#""later":[{"act_on":"2025-06-01","code":"rebate","decided_on":"2025-08-01","effective_from":"2025-08-01","event_id":"V-1","known_since":"2025-07-20"}]"#;
    assert!(json.text().contains(later), "{}", json.text());
    // Admission looks at the day: decided by then, it refuses.
    let admit = |day| {
        insurant(args(
            "admit",
            dir.path(),
            &["--as-of", day, "--format", "csv"],
        ))
        .fine()
    };
    assert!(admit("2025-08-01").text().contains("B-1,admitted,"));
    assert!(
        admit("2025-08-02")
            .text()
            .contains("B-1,refused,major_violation V-1,")
    );
    let early = files(PARTNERS, &events.replace("2025-07-20", "2025-05-31"));
    insurant(args("score", early.path(), &HALF)).wrong(
        1,
        "events.csv:2:38: known before it was done [out_of_order]",
    );
}

#[test]
fn partners_that_cannot_be_are_told_with_line_and_column() {
    let partners =
        "partner_id,licence_from,licence_to,commission,premiums\nB-1,2025-01-01,2025-01-01,x,1\n";
    let dir = files(partners, "");
    let ran = insurant(args("admit", dir.path(), &["--as-of", "2025-06-01"]));
    ran.wrong(
        1,
        "partners.csv:1:47: the table `partners` has no column `premiums` [unknown_column]",
    );
    let dir = files(
        &partners
            .replace("premiums", "premium")
            .replace(",1\n", ",1.001\n"),
        "",
    );
    let ran = insurant(args("admit", dir.path(), &["--as-of", "2025-06-01"]));
    assert!(
        ran.err
            .contains("partners.csv:2:16: the licence has no day [end_before_start]"),
        "{}",
        ran.err
    );
    ran.wrong(1, "partners.csv:2:27: no commission [out_of_range]");
    let events = "event_id,partner_id,code,act_on,decided_on\nV,B-9,fine,2025-01-02,2025-01-01\nV,B-1,fine,,\nV,B-1,fine,,\n";
    let dir = files(PARTNERS, events);
    let ran = insurant(args("admit", dir.path(), &["--as-of", "2025-06-01"]));
    for says in [
        "events.csv:2:3: there is no partner `B-9` [unknown_id]",
        "events.csv:2:23: decided before it was done [out_of_order]",
        "events.csv:3:1: the event `V` is there twice [duplicate_id]",
    ] {
        assert!(ran.err.contains(says), "no `{says}` in:\n{}", ran.err);
    }
    ran.wrong(1, "events.csv:4:1");
    let twice = format!("{PARTNERS}B-1,,,,,,,,,\n");
    let dir = files(&twice, EVENTS);
    insurant(args("admit", dir.path(), &["--as-of", "2025-06-01"])).wrong(
        1,
        "partners.csv:5:1: the partner `B-1` is there twice [duplicate_id]",
    );
}

#[test]
fn a_fact_of_another_form_names_its_partner() {
    let dir = files(&PARTNERS.replace("9/10", "9/x"), EVENTS);
    insurant(args("score", dir.path(), &HALF)).wrong(1, "[bad_decimal] at `B-1: persistency_13`");
}

#[test]
fn questions_that_make_no_sense_are_usage() {
    let dir = files(PARTNERS, EVENTS);
    let turned = [
        "--card",
        "annual",
        "--from",
        "2025-01-01",
        "--to",
        "2025-01-01",
    ];
    insurant(args("score", dir.path(), &turned)).wrong(2, "does not come after --from");
    let mut early = HALF.to_vec();
    early.extend(["--as-of", "2025-06-30"]);
    insurant(args("score", dir.path(), &early)).wrong(2, "the period is not over");
    let out = dir.path().join("partners.csv");
    let mut over = HALF.to_vec();
    over.extend(["--out", out.to_str().unwrap()]);
    insurant(args("score", dir.path(), &over)).wrong(1, "[overwrites_input]");
    assert_eq!(fs::read_to_string(&out).unwrap(), PARTNERS);
    let path = dir.path().to_str().unwrap();
    let day = ["--as-of", "2025-06-01"];
    let named = ["partner", "admit", path, "--rulebook", "cn-property"];
    insurant(named.iter().chain(&day))
        .wrong(1, "the rulebook `cn-property` says nothing about partners");
}

#[test]
fn without_a_rulebook_the_built_in_example_decides() {
    let dir = files(PARTNERS, EVENTS);
    for (what, more) in [("admit", &["--as-of", "2025-06-01"][..]), ("score", &HALF)] {
        let named = insurant(args(what, dir.path(), more)).fine();
        let bare = ["partner", what, dir.path().to_str().unwrap()];
        let bare = insurant(bare.iter().chain(more)).fine();
        assert_eq!(bare.text(), named.text());
    }
}

#[test]
fn what_is_not_there_is_named_with_what_was_expected() {
    let dir = TempDir::new().unwrap();
    let admit = |path: &Path, more: &[&str]| {
        let fixed = [
            "partner",
            "admit",
            path.to_str().unwrap(),
            "--as-of",
            "2025-06-01",
        ];
        insurant(fixed.iter().chain(more))
    };
    let table = "expected `partners.csv`, `partners.csv.gz` or `partners.parquet` in a directory; ";
    let there = "expected a file that ends in .csv, .csv.gz or .parquet; name a file that is there";
    admit(dir.path(), &[])
        .wrong(1, "the table `partners` is not there [missing_file]; ")
        .wrong(
            1,
            &format!("{table}add the file, or name the directory that has it"),
        );
    let nowhere = dir.path().join("nowhere");
    admit(&nowhere, &[])
        .wrong(1, "there is no directory")
        .wrong(
            1,
            &format!("{table}name a directory, or a file that ends in"),
        );
    admit(&dir.path().join("nobody.csv"), &[])
        .wrong(1, "the file is not there [missing_file]; ")
        .wrong(1, there);
    let dir = files(PARTNERS, "");
    let partners = dir.path().join("partners.csv");
    let missing = dir.path().join("none.csv");
    let events = ["--events", missing.to_str().unwrap()];
    admit(&partners, &events).wrong(1, there);
    let events = ["--events", dir.path().to_str().unwrap()];
    admit(&partners, &events)
        .wrong(1, "a directory is no table [missing_file]; ")
        .wrong(1, "; name a file that ends in .csv, .csv.gz or .parquet");
}

const POLICIES: &str = "policy_id,effective,premium,received,received_on,ceased_by,ceased_on,channel\n\
    P-1,2023-03-10,1000.00,1000.00,2024-05-09,,,agents\n\
    P-2,2023-03-10,1000.00,1000.00,2024-05-10,,,bank\n\
    P-3,2023-06-01,500.00,,,claim,2024-01-05,bank\n";

fn persistency(policies: &str, more: &[&str]) -> crate::run::Ran {
    let dir = TempDir::new().unwrap();
    let file = dir.path().join("policies.csv");
    fs::write(&file, policies).unwrap();
    let mut args = vec!["kpi", "persistency", file.to_str().unwrap()];
    args.extend(["--period", "2024", "--as-of", "2025-03-02"]);
    args.extend(more);
    insurant(args)
}

#[test]
fn persistency_of_a_file_by_channel() {
    let ran = persistency(POLICIES, &["--currency", "CNY", "--by", "channel"]).fine();
    assert_eq!(
        ran.text(),
        "persistency_13, regulatory, premium: policies effective from 2023-01-01 to 2023-12-31, asked on 2025-03-02\n\n\
        \x20                 persists        of  persistency  policies  left out\n\
        \x20 all             1,000.00  2,000.00     0.500000         2         1\n\
        \x20 channel agents  1,000.00  1,000.00     1.000000         1         0\n\
        \x20 channel bank        0.00  1,000.00     0.000000         1         1\n\
        \nOn neither side:\n\
        \x20 why    policies  premium\n\
        \x20 claim         1   500.00\n"
    );
    let ran = persistency(POLICIES, &["--basis", "count", "--format", "json"]).fine();
    assert!(ran.text().contains(r#""denominator":2,"#), "{}", ran.text());
    assert!(
        ran.err.contains("note: columns not looked at: channel"),
        "{}",
        ran.err
    );
}

/// Nothing, or less, came in: the policy does not persist, in whatever currency.
#[test]
fn persistency_by_count_is_the_same_without_a_currency() {
    let policies = "policy_id,effective,premium,received,received_on\n\
        P-1,2023-03-10,100.00,0.00,2024-03-20\n\
        P-2,2023-03-10,100.00,-40.00,2024-03-20\n\
        P-3,2023-03-10,100.00,100.00,2024-03-20\n";
    let by_count = ["--basis", "count", "--format", "json"];
    let without = persistency(policies, &by_count).fine();
    let with = persistency(policies, &[&by_count[..], &["--currency", "CNY"]].concat()).fine();
    for ran in [without, with] {
        let sides = [r#""denominator":3,"#, r#""numerator":1,"#];
        assert!(
            sides.iter().all(|side| ran.text().contains(side)),
            "{}",
            ran.text()
        );
    }
}

#[test]
fn policies_that_cannot_be_are_told_with_line_and_column() {
    let cny = ["--currency", "CNY"];
    persistency(POLICIES, &[]).wrong(2, "--currency is needed");
    persistency(POLICIES, &["--basis", "count", "--by", "chanel"])
        .wrong(1, "did you mean `channel`?");
    let wrong = "policy_id,effective,premium,received,received_on,ceased_by,ceased_on\n\
        P-1,2023-03-10,-1.00,5.00,,claim,2023-03-09\nP-1,2023-02-30,,,,dead,\n";
    let ran = persistency(wrong, &cny);
    for says in [
        "policies.csv:2:27: the other half is missing [missing_field] at `received_on`",
        "policies.csv:2:16: the premium lies below zero [negative_amount]",
        "policies.csv:2:34: premium ceased before the policy began [out_of_order]",
        "policies.csv:3:5:",
        "policies.csv:3:19: the word is not known here [unknown_member]",
    ] {
        assert!(ran.err.contains(says), "no `{says}` in:\n{}", ran.err);
    }
    ran.wrong(1, "[no_such_date]");
    let twice = format!("{POLICIES}P-1,2023-03-10,1.00,,,,,\n");
    persistency(&twice, &cny).wrong(
        1,
        "policies.csv:5:1: the policy `P-1` is there twice [duplicate_id]",
    );
    let bare = "policy_id,effective\nP-1,2023-03-10\n";
    persistency(bare, &cny).wrong(1, "[missing_field] at `premium`");
    persistency(bare, &["--basis", "count"]).fine();
}

#[test]
fn the_readme_shows_what_the_example_scores() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let readme = fs::read_to_string(root.join("README.md")).unwrap();
    let dir = root.join("crates/insurant-cli/examples/partners");
    let ran = insurant(args("score", &dir, &HALF)).fine();
    assert!(readme.contains(ran.text().trim_end()), "{}", ran.text());
}
