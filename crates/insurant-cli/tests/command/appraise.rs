//! `insurant manager appraise`: a branch to the letter, and bad input told with place and remedy.

use crate::run::{Ran, insurant};
use arrow_array::{
    ArrayRef, BooleanArray, Date32Array, Decimal128Array, Int64Array, RecordBatch, StringArray,
};
use parquet::arrow::ArrowWriter;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tempfile::TempDir;

fn example() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/managers/appraisal")
}

fn run(source: &Path, more: &[&str]) -> Ran {
    let source = source.to_str().unwrap();
    let fixed = ["manager", "appraise", source, "--period", "2025"];
    insurant(fixed.iter().chain(more))
}

/// A directory with tables.
fn tables(files: &[(&str, &str)]) -> TempDir {
    let dir = TempDir::new().unwrap();
    for (name, text) in files {
        std::fs::write(dir.path().join(name), text).unwrap();
    }
    dir
}

/// `file:line:column code` of every problem, sorted.
fn told(ran: Ran) -> Vec<String> {
    let ran = ran.wrong(1, "error: ");
    let mut found: Vec<String> = ran
        .err
        .lines()
        .map(|line| {
            let rest = line.strip_prefix("error: ").unwrap();
            let (place, rest) = rest.split_once(": ").unwrap();
            let name = place.rsplit(['/', '\\']).next().unwrap();
            let (_, code) = rest.split_once('[').unwrap();
            format!("{name} {}", code.split(']').next().unwrap())
        })
        .collect();
    found.sort();
    found
}

#[test]
fn a_branch_is_appraised() {
    let ran = run(&example(), &["--format", "csv"]).fine();
    assert_eq!(
        ran.text(),
        "manager,unit,served,rating,grade,points,by_points,by_scorecard,proposed,change,why\n\
         M-1,JX-1,273,rated,standard,94.95,principal,principal,senior,promote,limited by steps_up\n\
         M-2,JX-1,365,rated,senior,69.25,standard,standard,standard,demote,\n\
         M-3,JX-2,334,rated,junior,73.65,senior,senior,standard,promote,limited by steps_up\n\
         M-4,JX-2,61,unrated,trainee,,,,,,too_short\n\
         M-5,JX-2,365,rated,standard,93.35,principal,trainee,trainee,demote,veto violation\n\
         M-6,JX-1,365,undecided,junior,,,,,,not known: examination\n"
    );
}

#[test]
fn one_manager_asked_about_has_the_same_peers() {
    let all = run(&example(), &["--format", "json"]).fine();
    for id in ["M-1", "M-3", "M-6"] {
        let one = run(&example(), &["--format", "json", "--manager", id]).fine();
        let (_, rest) = one.text().split_once(r#""managers":["#).unwrap();
        let (own, _) = rest.split_once(r#"],"period""#).unwrap();
        assert!(own.contains(&format!(r#""manager_id":"{id}""#)), "{own}");
        assert!(all.text().contains(own), "{own}");
    }
}

#[test]
fn the_order_of_rows_says_nothing() {
    let dir = TempDir::new().unwrap();
    for name in [
        "managers.csv",
        "served.csv",
        "assignments.csv",
        "amounts.csv",
    ] {
        let text = std::fs::read_to_string(example().join(name)).unwrap();
        let (header, rows) = text.split_once('\n').unwrap();
        let mut rows: Vec<&str> = rows.lines().collect();
        rows.reverse();
        let turned = format!("{header}\n{}\n", rows.join("\n"));
        std::fs::write(dir.path().join(name), turned).unwrap();
    }
    let there = run(&example(), &["--format", "json"]).fine();
    let turned = run(dir.path(), &["--format", "json"]).fine();
    assert_eq!(there.text(), turned.text());
}

#[test]
fn premium_goes_to_whoever_looked_after_the_customer_on_its_day() {
    let managers = "manager_id,premium_target,exam_score,joined_on,violation\n\
        M-1,100.00,90,2020-01-01,false\nM-2,100.00,90,2020-01-01,false\n";
    let amounts = "amount_id,customer_id,kind,effective,amount\n\
        A,C,new_premium,2025-06-30,70.00\nB,C,new_premium,2025-07-01,30.00\n";
    let attainment = |assignments: &str| {
        let head = "customer_id,manager_id,from,to\n";
        let dir = tables(&[
            ("managers.csv", managers),
            ("amounts.csv", amounts),
            ("assignments.csv", &format!("{head}{assignments}")),
        ]);
        let ran = run(dir.path(), &["--format", "json"]).fine();
        let shown = r#""shown":{"den":"10000","kind":"ratio","num":""#;
        let parts = ran.text().split(shown).skip(1);
        let nums: Vec<String> = parts
            .map(|part| part.split('"').next().unwrap().to_owned())
            .collect();
        nums
    };
    let handover = |day: &str| attainment(&format!("C,M-1,2020-01-01,{day}\nC,M-2,{day},\n"));
    assert_eq!(handover("2025-07-01"), ["7000", "3000"]);
    assert_eq!(handover("2025-06-30"), ["0", "10000"]);
    assert_eq!(handover("2025-07-02"), ["10000", "0"]);
}

#[test]
fn everything_wrong_in_any_table_is_told_at_once() {
    let dir = tables(&[
        (
            "managers.csv",
            "manager_id,grade,joined_on,grade_since,satisfied,asked,visits_due,new_premium,training_hours\n\
             M-1,boss,2019-03-01,,1,2,-1,,\n\
             M-2,senior,2026-01-01,,3,2,,,\n\
             M-2,senior,,,,,,,\n\
             M-3,,2020-01-01,2019-01-01,,,,5.00,x\n",
        ),
        (
            "served.csv",
            "manager_id,from,to\n\
             M-9,2025-01-01,2025-02-01\n\
             M-3,2025-01-01,2025-02-02\n\
             M-3,2025-02-01,2025-03-01\n\
             M-3,2024-12-01,2025-01-01\n\
             M-3,2025-12-01,2026-02-01\n\
             M-1,2025-06-01,2025-06-01\n",
        ),
        (
            "assignments.csv",
            "customer_id,manager_id,from,to,supervised_by\n\
             C,M-3,2025-01-01,,\nC,M-3,2025-05-01,,\nD,M-1,2025-01-01,,M-1\n",
        ),
        (
            "amounts.csv",
            "amount_id,customer_id,kind,effective,amount\n\
             A,C,new_premium,2025-03-01,1.00\n\
             A,C,new_premium,2025-03-01,2.00\n\
             B,C,nothing,2025-03-01,1.001\n",
        ),
    ]);
    assert_eq!(
        told(run(dir.path(), &[])),
        [
            "amounts.csv:3:1 duplicate_id",
            "amounts.csv:4:24 too_many_decimals",
            "amounts.csv:4:5 unknown_member",
            "assignments.csv:3:7 overlapping_ranges",
            "assignments.csv:4:19 supervised_by_self",
            "managers.csv:2:26 out_of_range",
            "managers.csv:2:5 unknown_member",
            "managers.csv:3:12 out_of_order",
            "managers.csv:3:24 above_total",
            "managers.csv:4:1 duplicate_id",
            "managers.csv:5:17 out_of_order",
            "managers.csv:5:36 bad_integer",
            "served.csv:2:1 unknown_manager",
            "served.csv:4:5 overlapping_ranges",
            "served.csv:5:5 outside_period",
            "served.csv:6:16 outside_period",
            "served.csv:7:16 end_before_start",
        ]
    );
}

#[test]
fn premium_of_a_manager_who_is_not_there_does_not_vanish_unsaid() {
    let dir = tables(&[
        ("managers.csv", "manager_id\nM-1\nM-2\n"),
        (
            "assignments.csv",
            // Whoever left before the period, or comes after it, need not be known.
            "customer_id,manager_id,from,to,supervised_by\n\
             A,M-3,2025-01-01,,\nB,M-1,2025-01-01,,X-9\n\
             C,GONE,2020-01-01,2025-01-01,\nC,NEXT,2026-01-01,,\n",
        ),
        (
            "amounts.csv",
            "amount_id,customer_id,kind,effective,amount\nA,A,new_premium,2025-03-01,1.00\n",
        ),
    ]);
    let ran = run(dir.path(), &[]);
    assert_eq!(
        told(ran),
        [
            "assignments.csv:2:3 unknown_manager",
            "assignments.csv:3:19 unknown_manager",
        ]
    );
}

#[test]
fn what_is_withheld_names_its_customers() {
    let dir = tables(&[
        ("managers.csv", "manager_id\nM-1\nM-2\n"),
        (
            "assignments.csv",
            "customer_id,manager_id,from\nA,M-1,2025-01-01\nA,M-2,2025-02-01\n",
        ),
        (
            "amounts.csv",
            "amount_id,customer_id,kind,effective,amount\n\
             1,A,new_premium,2025-03-01,7.00\n2,N6,new_premium,2025-03-01,1.00\n\
             3,N5,new_premium,2025-03-01,1.00\n4,N4,new_premium,2025-03-01,1.00\n\
             5,N3,new_premium,2025-03-01,1.00\n6,N2,new_premium,2025-03-01,1.00\n\
             7,N1,new_premium,2025-03-01,1.00\n8,Z,incurred,2025-03-01,5.00\n\
             9,Z,incurred,2025-04-01,-5.00\n",
        ),
    ]);
    let ran = run(dir.path(), &[]).fine();
    for line in [
        "new_premium 7.00 CNY is of customers that several looked after: A\n",
        "new_premium 6.00 CNY is of customers that nobody looked after: N1, N2, N3, N4, N5 and 1 more\n",
        "incurred 0.00 CNY is of customers that nobody looked after: Z\n",
    ] {
        assert!(ran.text().contains(line), "{}", ran.text());
    }
}

#[test]
fn two_managers_at_once_are_told_in_every_format() {
    let branch = |second: &str| {
        let assignments = format!(
            "customer_id,manager_id,from,to,exception_reason,exception_until\n\
             A,M-1,2024-06-01,,,\nA,M-2,2025-02-01,2025-04-01,{second}\n"
        );
        let amounts =
            "amount_id,customer_id,kind,effective,amount\n1,A,new_premium,2025-03-01,7.00\n";
        tables(&[
            ("managers.csv", "manager_id\nM-1\nM-2\n"),
            ("assignments.csv", &assignments),
            ("amounts.csv", amounts),
        ])
    };
    let words = "Two managers without an exception: A, M-1 and M-2 from 2025-02-01 to 2025-04-01\n";
    let json = r#""findings":[{"customer_id":"A","finding":"two_managers","from":"2025-02-01","managers":["M-1","M-2"],"to":"2025-04-01"}]"#;
    let shared = "new_premium 7.00 CNY is of customers that several looked after: A\n";
    let of = |dir: &TempDir, format| run(dir.path(), &["--format", format]).fine();
    let dir = branch(",");
    let table = of(&dir, "table");
    assert!(table.text().contains(words) && table.text().contains(shared));
    let csv = of(&dir, "csv");
    assert!(csv.err.contains(&format!("note: {words}")), "{}", csv.err);
    assert!(csv.err.contains(shared), "{}", csv.err);
    assert!(of(&dir, "json").text().contains(json));
    // Under an exception it is allowed; the premium is nobody's own all the same.
    let dir = branch("the line is new to M-1,2025-05-01");
    let table = of(&dir, "table");
    assert!(!table.text().contains("Two managers") && table.text().contains(shared));
    let csv = of(&dir, "csv");
    assert!(
        !csv.err.contains("Two managers") && csv.err.contains(shared),
        "{}",
        csv.err
    );
    assert!(!of(&dir, "json").text().contains("findings"));
    // Half an exception is none, and one has to have a reason and a day.
    for (second, says) in [
        (
            "why,",
            "assignments.csv:3:33: an exception without an end date [missing_field]",
        ),
        (
            ",2025-03-01",
            "assignments.csv:3:29: an exception without a reason [missing_field]",
        ),
        (
            "why,2025-02-01",
            "assignments.csv:3:33: the assignment ends on or before the day it starts",
        ),
        ("why,soon", "assignments.csv:3:33: "),
    ] {
        let ran = run(branch(second).path(), &[]).wrong(1, says);
        assert_eq!(ran.err.lines().count(), 1, "{}", ran.err);
    }
}

#[test]
fn a_figure_in_two_tables_is_refused() {
    let dir = tables(&[
        ("managers.csv", "manager_id,new_premium\nM-1,5.00\n"),
        (
            "assignments.csv",
            "customer_id,manager_id,from\nC,M-1,2025-01-01\n",
        ),
        (
            "amounts.csv",
            "amount_id,customer_id,kind,effective,amount\nA,C,new_premium,2025-03-01,1.00\n",
        ),
    ]);
    assert_eq!(
        told(run(dir.path(), &[])),
        ["managers.csv:2:5 conflicting_fields"]
    );
}

#[test]
fn what_is_not_there_is_named() {
    run(&example(), &["--manager", "M-7"]).wrong(1, "no manager `M-7` [unknown_manager]");
    run(&example(), &["--rulebook", "cn-property"]).wrong(1, "managers");
    run(&example(), &["--rulebook", "nowhere"]).wrong(1, "no rulebook `nowhere`");
    run(Path::new("nowhere"), &[]).wrong(1, "[missing_file]");
    let lonely = tables(&[(
        "amounts.csv",
        "amount_id,customer_id,kind,effective,amount\n",
    )]);
    run(lonely.path(), &[]).wrong(1, "the table `managers` is not there");
    let unassigned = tables(&[
        ("managers.csv", "manager_id\nM-1\n"),
        (
            "amounts.csv",
            "amount_id,customer_id,kind,effective,amount\n",
        ),
    ]);
    run(unassigned.path(), &[]).wrong(1, "the table `assignments` is not there");
    let strange = tables(&[("managers.csv", "manager_id,exam_scores\nM-1,5\n")]);
    run(strange.path(), &[]).wrong(1, "did you mean `exam_score`?");
}

#[test]
fn a_table_alone_says_what_it_knows_and_no_more() {
    let ran = run(&example().join("managers.csv"), &["--format", "csv"]).fine();
    let first = ran.text().lines().nth(1).unwrap();
    assert_eq!(
        first,
        "M-1,JX-1,365,undecided,standard,,,,,,not known: attainment"
    );
}

#[test]
fn parquet_with_typed_columns_says_what_csv_says() {
    let csv = tables(&[(
        "managers.csv",
        "manager_id,grade,joined_on,premium_target,new_premium,exam_score,violation,visits_due,visits_done\n\
         M-1,standard,2020-01-01,1000.00,1250.50,82,false,40,38\n\
         M-2,junior,2024-03-01,1000.00,600.00,91,true,,\n",
    )]);
    let amounts = |minor: [i128; 2]| -> ArrayRef {
        let array = Decimal128Array::from(minor.to_vec());
        Arc::new(array.with_precision_and_scale(18, 2).unwrap())
    };
    let numbers = |all: [Option<i64>; 2]| -> ArrayRef { Arc::new(Int64Array::from(all.to_vec())) };
    let texts = |all: [&str; 2]| -> ArrayRef { Arc::new(StringArray::from(all.to_vec())) };
    let columns: Vec<(&str, ArrayRef)> = vec![
        ("manager_id", texts(["M-1", "M-2"])),
        ("grade", texts(["standard", "junior"])),
        // 2020-01-01 and 2024-03-01.
        (
            "joined_on",
            Arc::new(Date32Array::from(vec![18_262, 19_783])),
        ),
        ("premium_target", amounts([100_000, 100_000])),
        ("new_premium", amounts([125_050, 60_000])),
        ("exam_score", numbers([Some(82), Some(91)])),
        ("violation", Arc::new(BooleanArray::from(vec![false, true]))),
        ("visits_due", numbers([Some(40), None])),
        ("visits_done", numbers([Some(38), None])),
    ];
    let columns = columns.into_iter().map(|(name, array)| (name, array, true));
    let batch = RecordBatch::try_from_iter_with_nullable(columns).unwrap();
    let dir = TempDir::new().unwrap();
    let path = dir.path().join("managers.parquet");
    let file = std::fs::File::create(&path).unwrap();
    let mut writer = ArrowWriter::try_new(file, batch.schema(), None).unwrap();
    writer.write(&batch).unwrap();
    writer.close().unwrap();
    let by_csv = run(csv.path(), &["--format", "json"]).fine();
    assert!(
        by_csv.text().contains(r#""rating":"rated""#),
        "{}",
        by_csv.text()
    );
    for source in [dir.path(), &path] {
        let by_parquet = run(source, &["--format", "json"]).fine();
        assert_eq!(by_csv.text(), by_parquet.text());
    }
}

#[test]
fn the_readme_shows_what_the_command_prints() {
    let readme = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../README.md");
    let readme = std::fs::read_to_string(readme).unwrap();
    for more in [&[][..], &["--manager", "M-2"]] {
        let ran = run(&example(), more).fine();
        let text = ran.text().split("\n  Among").next().unwrap();
        assert!(readme.contains(text), "{text}");
    }
}

#[test]
fn another_row_is_named_by_its_line() {
    let dir = TempDir::new().unwrap();
    for name in [
        "managers.csv",
        "assignments.csv",
        "amounts.csv",
        "served.csv",
    ] {
        let mut text = std::fs::read_to_string(example().join(name)).unwrap();
        if name != "amounts.csv" && name != "served.csv" {
            let last = text.lines().last().unwrap().to_owned();
            text = format!("{}\n{last}\n", text.trim_end());
        }
        std::fs::write(dir.path().join(name), text).unwrap();
    }
    let ran = run(dir.path(), &[]).wrong(1, "error: ");
    assert!(ran.err.contains("`M-6`, as in line 7"), "{}", ran.err);
    assert!(
        ran.err.contains("from 2022-06-01; line 8 is open-ended"),
        "{}",
        ran.err
    );
    assert!(
        ran.err.contains("end line 8 on 2022-06-01 at the latest"),
        "{}",
        ran.err
    );
}
