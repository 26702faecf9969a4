//! The list of bad input, from end to end: a code, a place, a remedy, exit code 1, no panic.

use crate::run::{CUSTOMERS, assess, dir, insurant};
use flate2::{Compression, write::GzEncoder};
use std::io::Write as _;

const HEAD: &str = "policy_id,customer_id,line,business_source,start,end,written_premium,refunded,cancelled_on,currency\n";
const NO_CLAIMS: &str = "claim_id,policy_id,loss_date,status,paid,reserve\n";

#[track_caller]
fn refused(files: &[(&str, &[u8])], code: &str, place: &str) {
    let ran = assess(dir(files).path(), &["--format", "csv"]);
    let ran = ran.wrong(1, &format!("[{code}]"));
    assert!(
        ran.err.contains(&format!("error: {place}: ")),
        "no `{place}` in:\n{}",
        ran.err
    );
    assert!(
        ran.err.contains("; "),
        "neither expected nor remedy in:\n{}",
        ran.err
    );
    assert_eq!(ran.text(), "", "nothing is half written");
}

#[track_caller]
fn policy(row: &str, code: &str, place: &str) {
    let text = format!("{HEAD}{row}\n");
    let files: [(&str, &[u8]); 2] = [
        ("policies.csv", text.as_bytes()),
        ("claims.csv", NO_CLAIMS.as_bytes()),
    ];
    refused(&files, code, place);
}

#[test]
fn policies() {
    let at = |column: u32| format!("policies.csv:2:{column}");
    policy(
        "P,C1,motor,direct,2023-02-01,2023-01-01,1,,,",
        "end_before_start",
        &at(30),
    );
    policy(
        "P,C1,motor,direct,2023-02-01,2023-02-01,1,,,",
        "zero_length_term",
        &at(30),
    );
    policy(
        "P,C1,motor,direct,2023-01-01,2024-01-01,1,2,2023-05-01,",
        "refund_above_premium",
        &at(43),
    );
    policy(
        "P,C1,motor,direkt,2023-01-01,2024-01-01,1,,,",
        "unknown_member",
        &at(12),
    );
    policy(
        "P,C1,motor,direct,2023-01-01,2024-01-01,1,,,USD",
        "mixed_currency",
        &at(45),
    );
    policy(
        "P,C1,motor,direct,2023-01-01,2024-01-01,1.001,,,",
        "too_many_decimals",
        &at(41),
    );
    policy(
        "P,C1,motor,direct,2023-01-01,2024-01-01,92233720368547758.08,,,",
        "number_too_large",
        &at(41),
    );
    policy(
        "P,C1,motor,direct,2023-02-29,2024-01-01,1,,,",
        "no_such_date",
        &at(19),
    );
    policy(
        "P,C1,motor,direct,2023-01-01,9999-12-31,1,,,",
        "year_out_of_range",
        &at(30),
    );
    policy(
        "P,C1,motor,direct,01/02/2023,2024-01-01,1,,,",
        "bad_date",
        &at(19),
    );
    policy(
        "P,C9,motor,direct,2023-01-01,2024-01-01,1,,,",
        "unknown_customer",
        &at(3),
    );
    policy(
        "P,C1,motor,direct,2023-01-01,2024-01-01",
        "ragged_row",
        "policies.csv:2:40",
    );
    let twice = "P,C1,motor,direct,2023-01-01,2024-01-01,1,,,\nP,C1,motor,direct,2023-01-01,2024-01-01,1,,,";
    policy(twice, "duplicate_id", "policies.csv:3:1");
}

#[test]
fn claims() {
    let unknown = format!("{NO_CLAIMS}K1,P9,2023-02-01,settled,1,0\n");
    refused(
        &[("claims.csv", unknown.as_bytes())],
        "unknown_policy",
        "claims.csv:2:4",
    );
    let twice = format!("{NO_CLAIMS}K1,P1,2023-02-01,settled,1,0\nK1,P1,2023-02-02,settled,1,0\n");
    refused(
        &[("claims.csv", twice.as_bytes())],
        "duplicate_id",
        "claims.csv:3:1",
    );
}

#[test]
fn the_nearest_word_is_named() {
    let text = CUSTOMERS.replace("organisation", "organization");
    let ran = assess(dir(&[("customers.csv", text.as_bytes())]).path(), &[]);
    ran.wrong(1, "did you mean `organisation`?");
}

#[test]
fn files() {
    refused(&[("customers.csv", b"")], "empty_file", "customers.csv");
    refused(
        &[("customers.csv", b"customer_id\nC1\n")],
        "missing_column",
        "customers.csv:1:12",
    );
    let latin: &[u8] = b"customer_id,kind\nC\xe9,individual\n";
    refused(&[("customers.csv", latin)], "not_utf8", "customers.csv:2:1");
    let mut gzip = GzEncoder::new(Vec::new(), Compression::default());
    gzip.write_all(CUSTOMERS.as_bytes()).unwrap();
    let gzip = gzip.finish().unwrap();
    let cut = &gzip[..gzip.len() - 9];
    let ran = assess(dir(&[("customers.csv.gz", cut)]).path(), &[]);
    ran.wrong(1, "[truncated_file]");
    let parquet: &[u8] = b"PAR1PAR1";
    let ran = assess(dir(&[("customers.parquet", parquet)]).path(), &[]);
    ran.wrong(1, "customers.parquet");
}

#[test]
fn what_is_odd_but_sound_is_read() {
    let marked = format!("\u{feff}{}", CUSTOMERS.replace('\n', "\r\n"));
    let quoted = "entry_id,customer_id,state,reason,effective\n\
        E1,C1,removed,\"two\nlines\",2023-01-01\n";
    let odd = dir(&[
        ("customers.csv", marked.as_bytes()),
        ("entries.csv", quoted.as_bytes()),
    ]);
    let plain = assess(dir(&[]).path(), &["--format", "csv"]).fine();
    assert_eq!(
        assess(odd.path(), &["--format", "csv"]).fine().text(),
        plain.text()
    );
    let empty = dir(&[
        ("policies.csv", HEAD.as_bytes()),
        ("claims.csv", NO_CLAIMS.as_bytes()),
    ]);
    let ran = assess(empty.path(), &["--format", "csv"]).fine();
    assert!(ran.text().contains("C1,unattached,"), "{}", ran.text());
}

#[test]
fn sums_beyond_64_bits_leave_their_customer_undecided() {
    let most = "92233720368547758.07";
    let policies = format!(
        "{HEAD}P1,C1,motor,direct,2021-01-01,2022-01-01,{most},,,\nP2,C1,motor,direct,2022-01-01,2023-01-01,{most},,,\n"
    );
    let files: [(&str, &[u8]); 2] = [
        ("policies.csv", policies.as_bytes()),
        ("claims.csv", NO_CLAIMS.as_bytes()),
    ];
    let dir = dir(&files);
    let ran = assess(dir.path(), &["--format", "csv"]).fine();
    assert!(
        ran.text().contains("C1,undecided,,,overflow,undecided\n"),
        "{}",
        ran.text()
    );
    assert!(
        ran.text().contains("C2,unattached,"),
        "the others are decided on"
    );
    let path = dir.path().to_str().unwrap();
    let ran = insurant(["explain", path, "--as-of", "2023-07-01", "--customer", "C1"]).fine();
    assert!(
        ran.text().contains("Undecided: overflow\n  `"),
        "{}",
        ran.text()
    );
    let check = "check the amounts of the customer's policies and claims";
    assert!(ran.text().contains(check), "{}", ran.text());
    let ran = assess(dir.path(), &[]).fine();
    let check =
        "` does not fit 64 bits for 1 customer: check the amounts of their policies and claims";
    assert!(ran.text().contains(check), "{}", ran.text());
}

#[test]
fn a_directory_without_the_files() {
    let dir = tempfile::tempdir().unwrap();
    let ran = assess(dir.path(), &[]).wrong(1, "[missing_file]");
    for table in ["customers", "policies", "claims"] {
        assert!(
            ran.err
                .contains(&format!("the table `{table}` is not there")),
            "{}",
            ran.err
        );
    }
    assess(&dir.path().join("none"), &[]).wrong(1, "there is no directory");
}
