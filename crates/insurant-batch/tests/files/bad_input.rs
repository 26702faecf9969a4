//! Everything that can be wrong with files: a code, a place, a remedy, and never a panic.
use crate::common::{CLAIMS, CUSTOMERS, POLICIES, bytes, dir, only, problems, read};
use flate2::{Compression, write::GzEncoder};
use insurant_batch::portfolio::OnError;
use std::io::Write as _;

const POLICY_HEAD: &str = "policy_id,customer_id,line,business_source,start,end,written_premium,refunded,cancelled_on,insured_units,currency\n";

/// What is wrong with one policy.
fn policy(row: &str) -> String {
    only(&dir(&[
        ("policies.csv", &format!("{POLICY_HEAD}{row}\n")),
        (
            "claims.csv",
            "claim_id,policy_id,loss_date,status,paid,reserve\n",
        ),
    ]))
}

/// What is wrong with one claim.
fn claim(row: &str) -> String {
    let head = "claim_id,policy_id,customer_id,loss_date,status,paid,reserve\n";
    only(&dir(&[("claims.csv", &format!("{head}{row}\n"))]))
}

fn gzip(text: &str) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(text.as_bytes()).unwrap();
    encoder.finish().unwrap()
}

#[test]
fn policies_that_do_not_hold_together() {
    let cases = [
        (
            "P,C1,motor,direct,2023-02-01,2023-01-01,1,,,,",
            "end_before_start policies.csv:2:30",
        ),
        (
            "P,C1,motor,direct,2023-02-01,2023-02-01,1,,,,",
            "zero_length_term policies.csv:2:30",
        ),
        (
            "P,C1,motor,direct,2023-01-01,2024-01-01,1,2,2023-05-01,,",
            "refund_above_premium policies.csv:2:43",
        ),
        (
            "P,C1,motor,direct,2023-01-01,2024-01-01,1,1,,,",
            "refund_without_cancellation policies.csv:2:43",
        ),
        (
            "P,C1,motor,direct,2023-01-01,2024-01-01,-1,,,,",
            "negative_amount policies.csv:2:41",
        ),
        (
            "P,C1,motor,direct,2023-01-01,2024-01-01,1,,2024-01-01,,",
            "cancelled_after_end policies.csv:2:44",
        ),
        (
            "P,C1,motor,direct,2023-01-01,2024-01-01,1,,,0,",
            "bad_units policies.csv:2:45",
        ),
        (
            "P,C1,motor,direct,2023-01-01,2024-01-01,1,,,x,",
            "bad_units policies.csv:2:45",
        ),
        (
            "P,C1,motor,direkt,2023-01-01,2024-01-01,1,,,,",
            "unknown_member policies.csv:2:12",
        ),
        (
            "P,C1,motor,direct,2023-01-01,2024-01-01,1.001,,,,",
            "too_many_decimals policies.csv:2:41",
        ),
        (
            "P,C1,motor,direct,2023-01-01,2024-01-01,92233720368547758.08,,,,",
            "number_too_large policies.csv:2:41",
        ),
        (
            "P,C1,motor,direct,2023-01-01,2024-01-01,\"1,000\",,,,",
            "bad_decimal policies.csv:2:41",
        ),
        (
            "P,C1,motor,direct,2023-02-29,2024-01-01,1,,,,",
            "no_such_date policies.csv:2:19",
        ),
        (
            "P,C1,motor,direct,2023-01-01,9999-12-31,1,,,,",
            "year_out_of_range policies.csv:2:30",
        ),
        (
            "P,C1,motor,direct,1899-12-31,2024-01-01,1,,,,",
            "year_out_of_range policies.csv:2:19",
        ),
        (
            "P,C1,motor,direct,01/02/2023,2024-01-01,1,,,,",
            "bad_date policies.csv:2:19",
        ),
        (
            "P,C9,motor,direct,2023-01-01,2024-01-01,1,,,,",
            "unknown_customer policies.csv:2:3",
        ),
        (
            "P,C1,motor,direct,2023-01-01,2024-01-01,1.234,,,,EUR",
            "mixed_currency policies.csv:2:50",
        ),
        (
            "P,C1,motor,direct,2023-01-01,2024-01-01,1,,,,euro",
            "unknown_member policies.csv:2:46",
        ),
        (
            ",C1,motor,direct,2023-01-01,2024-01-01,1,,,,",
            "missing_field policies.csv:2:1",
        ),
        (
            "P,C1,,direct,2023-01-01,2024-01-01,1,,,,",
            "missing_field policies.csv:2:6",
        ),
        (
            "P,C1,motor,direct,2023-01-01,2024-01-01,1,,",
            "ragged_row policies.csv:2:44",
        ),
        (
            "P,C1,motor,direct,2023-01-01,2024-01-01,1,,,,,",
            "ragged_row policies.csv:2:47",
        ),
    ];
    for (row, expected) in cases {
        assert_eq!(policy(row), expected, "{row}");
    }
}

#[test]
fn claims_that_do_not_hold_together() {
    let cases = [
        ("K,P9,,2023-05-01,open,0,0", "unknown_policy claims.csv:2:3"),
        ("K,,,2023-05-01,open,0,0", "missing_field claims.csv:2:4"),
        (
            "K,,C9,2023-05-01,open,0,0",
            "unknown_customer claims.csv:2:4",
        ),
        (
            "K,P1,C2,2023-05-01,open,0,0",
            "customer_mismatch claims.csv:2:6",
        ),
        (
            "K,P1,,2023-05-01,opne,0,0",
            "unknown_member claims.csv:2:18",
        ),
        (
            "K,P1,,2023-05-01,open,-1,0",
            "negative_amount claims.csv:2:23",
        ),
        ("K,P1,,2023-05-01,open,0,", "missing_field claims.csv:2:25"),
        ("K,P1,,,open,0,0", "missing_field claims.csv:2:7"),
    ];
    for (row, expected) in cases {
        assert_eq!(claim(row), expected, "{row}");
    }
}

#[test]
fn a_slip_names_the_nearest_word() {
    let found = problems(&dir(&[(
        "customers.csv",
        "customer_id,kind\nC1,Individaul\nC2,partner\n",
    )]));
    assert_eq!(found.first().unwrap().nearest_text(), Some("individual"));
    let open_end = problems(&dir(&[(
        "policies.csv",
        &POLICIES.replace("2024-01-01,100", "9999-12-31,100"),
    )]));
    assert_eq!(
        open_end.first().unwrap().remedy_text(),
        Some(
            "a policy needs an end: write the real one, or the next anniversary for an open-ended policy"
        )
    );
    let open_start = problems(&dir(&[(
        "policies.csv",
        &POLICIES.replace("2023-01-01,2024-01-01,100", "0001-01-01,2024-01-01,100"),
    )]));
    assert_eq!(
        open_start.first().unwrap().remedy_text(),
        Some("write the real date: it may not be left out")
    );
    let entries = "entry_id,customer_id,state,reason,effective,expiry\nE1,C1,active,fraud,2023-01-01,9999-12-31\n";
    let open_expiry = problems(&dir(&[("entries.csv", entries)]));
    assert_eq!(
        open_expiry.first().unwrap().remedy_text(),
        Some("leave an open end empty")
    );
}

#[test]
fn identifiers_are_unique_in_every_table() {
    let twice = |text: &str| {
        let last = text.lines().last().unwrap();
        format!("{text}{last}\n")
    };
    assert_eq!(
        only(&dir(&[("customers.csv", &twice(CUSTOMERS))])),
        "duplicate_id customers.csv:5:1"
    );
    assert_eq!(
        only(&dir(&[("policies.csv", &twice(POLICIES))])),
        "duplicate_id policies.csv:4:1"
    );
    assert_eq!(
        only(&dir(&[("claims.csv", &twice(CLAIMS))])),
        "duplicate_id claims.csv:3:1"
    );
    let entries = "entry_id,customer_id,state,reason,effective\nE1,C1,active,fraud,2023-01-01\n";
    assert_eq!(
        only(&dir(&[("entries.csv", &twice(entries))])),
        "duplicate_id entries.csv:3:1"
    );
}

#[test]
fn endorsements_are_placed_in_their_own_file() {
    let movements = |rows: &str| {
        only(&dir(&[(
            "movements.csv",
            &format!("policy_id,effective,amount\n{rows}\n"),
        )]))
    };
    assert_eq!(
        movements("P1,2024-01-01,5"),
        "movement_outside_term movements.csv:2:1"
    );
    assert_eq!(
        movements("P9,2023-05-01,5"),
        "unknown_policy movements.csv:2:1"
    );
    assert_eq!(
        movements("P1,2023-05-01,"),
        "missing_field movements.csv:2:15"
    );
    assert_eq!(
        movements("P1,2023-05-01,-100.01"),
        "negative_net_premium movements.csv:2:1"
    );
}

#[test]
fn headers() {
    let customers = |text: &str| only(&dir(&[("customers.csv", text)]));
    assert_eq!(
        customers("customer_id\nC1\n"),
        "missing_column customers.csv:1:12"
    );
    assert_eq!(
        customers("customer_id,kind,kind\nC1,partner,partner\n"),
        "duplicate_column customers.csv:1:18"
    );
    assert_eq!(
        customers("customer_id,kind,brand_notabel\n"),
        "unknown_column customers.csv:1:18"
    );
    assert_eq!(
        customers("customer_id;kind\n"),
        "unknown_column customers.csv:1:1 missing_column customers.csv:1:17 missing_column customers.csv:1:17"
    );
    assert_eq!(customers(""), "empty_file customers.csv:0:0");
    assert_eq!(customers("\n\n"), "empty_file customers.csv:0:0");
    // Every header is checked before any row is read.
    let both = only(&dir(&[
        ("customers.csv", "customer_id\n"),
        ("claims.csv", ""),
    ]));
    assert_eq!(
        both,
        "empty_file claims.csv:0:0 missing_column customers.csv:1:12"
    );
}

#[test]
fn encodings() {
    let latin1 = b"customer_id,kind\nC1,individual\nC2,organisation\nB1,partner\nCaf\xe9,partner\n";
    assert_eq!(
        only(&bytes(&[("customers.csv", latin1)])),
        "not_utf8 customers.csv:5:1"
    );
    let utf16: Vec<u8> = CUSTOMERS
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let utf16 = [&[0xFF, 0xFE], utf16.as_slice()].concat();
    assert_eq!(
        only(&bytes(&[("customers.csv", &utf16)])),
        "not_utf8 customers.csv:0:0"
    );
    let bom = format!("\u{feff}{CUSTOMERS}");
    assert!(read(dir(&[("customers.csv", &bom)]).path(), OnError::Fail).is_ok());
    let crlf = CUSTOMERS.replace('\n', "\r\n");
    assert!(read(dir(&[("customers.csv", &crlf)]).path(), OnError::Fail).is_ok());
}

#[test]
fn places_hold_behind_quotations_and_line_ends() {
    let head = "\u{feff}customer_id,kind,segment\r\n";
    let text = format!(
        "{head}C1,individual,\"two\r\nlines, \"\"one\"\" cell\"\r\n\r\n\"C2\",\"é\",\"x\"\r\nB1,partner,\r\n"
    );
    assert_eq!(
        only(&dir(&[("customers.csv", &text)])),
        "unknown_member customers.csv:5:6"
    );
    let lf = text.replace("\r\n", "\n");
    assert_eq!(
        only(&dir(&[("customers.csv", &lf)])),
        "unknown_member customers.csv:5:6"
    );
    let fixed = text.replace('é', "partner");
    let (portfolio, _) = read(dir(&[("customers.csv", &fixed)]).path(), OnError::Fail).unwrap();
    let customer = portfolio.find("C1").unwrap();
    assert_eq!(customer.input_text(1), Some("two\r\nlines, \"one\" cell"));
}

#[test]
fn a_quotation_left_open_is_seen() {
    let open = format!("{CUSTOMERS}C4,\"partner\n");
    let found = only(&dir(&[("customers.csv", &open)]));
    assert!(
        found.contains("unclosed_quote customers.csv:5:1"),
        "{found}"
    );
    let text = "customer_id,kind,segment\nC1,individual,x\nC2,organisation,\"y\nB1,partner,z\n";
    let found = only(&dir(&[("customers.csv", text)]));
    assert!(
        found.contains("unclosed_quote customers.csv:3:1"),
        "{found}"
    );
}

#[test]
fn files_cut_short_are_no_short_files() {
    let long = format!(
        "{CUSTOMERS}{}",
        (0..50_000)
            .map(|i| format!("X{i},partner\n"))
            .collect::<String>()
    );
    let packed = gzip(&long);
    let dir = bytes(&[("customers.csv.gz", &packed)]);
    assert_eq!(read(dir.path(), OnError::Fail).unwrap().0.len(), 50_003);
    for len in [5, packed.len() / 2, packed.len() - 1] {
        let dir = bytes(&[("customers.csv.gz", packed.get(..len).unwrap())]);
        for mode in [OnError::Fail, OnError::Reject] {
            let failure = read(dir.path(), mode).err().unwrap();
            let last = failure.problems.iter().last().unwrap();
            assert_eq!(last.code().as_str(), "truncated_file", "{len}");
        }
    }
    let found = only(&bytes(&[(
        "customers.csv.gz",
        b"customer_id,kind\nC1,partner\n",
    )]));
    assert_eq!(found, "damaged_file customers.csv.gz:0:0");
}

#[test]
fn directories_without_the_files() {
    let empty = tempfile::tempdir().unwrap();
    let found = problems(&empty);
    assert_eq!(found.len(), 3);
    assert!(found.iter().all(|p| p.code().as_str() == "missing_file"));
    let nowhere = read(&empty.path().join("nowhere"), OnError::Fail)
        .err()
        .unwrap();
    assert_eq!(
        nowhere.problems.iter().next().unwrap().code().as_str(),
        "missing_file"
    );
    let twice = dir(&[("customers.csv", CUSTOMERS), ("customers.csv.gz", "")]);
    assert_eq!(
        problems(&twice).first().unwrap().code().as_str(),
        "ambiguous_file"
    );
}

#[test]
fn a_header_alone_is_no_fault() {
    let head = |text: &str| format!("{}\n", text.lines().next().unwrap());
    let dir = dir(&[
        ("customers.csv", &head(CUSTOMERS)),
        ("policies.csv", &head(POLICIES)),
        ("claims.csv", &head(CLAIMS)),
    ]);
    let (portfolio, report) = read(dir.path(), OnError::Fail).unwrap();
    assert!(portfolio.is_empty());
    let codes: Vec<&str> = report.warnings.iter().map(|w| w.code.as_str()).collect();
    assert_eq!(codes, ["no_customers"]);
}

#[test]
fn all_rows_are_checked_and_a_hundred_problems_listed() {
    let rows: String = (0..250).map(|i| format!("X{i},nobody\n")).collect();
    let failure = read(
        dir(&[("customers.csv", &format!("{CUSTOMERS}{rows}"))]).path(),
        OnError::Fail,
    )
    .err()
    .unwrap();
    assert_eq!((failure.problems.len(), failure.more), (100, 150));
    assert!(failure.to_string().ends_with("and 150 more"));
}

#[test]
fn an_identifier_is_one_line_without_blanks_at_its_ends() {
    let customer = |id: &str| {
        let head = "customer_id,kind\n";
        only(&dir(&[
            ("customers.csv", &format!("{head}{id},individual\n")),
            ("policies.csv", POLICY_HEAD),
            (
                "claims.csv",
                "claim_id,policy_id,loss_date,status,paid,reserve\n",
            ),
        ]))
    };
    for id in ["\"C\n1\"", "\" C1\"", "\"C1 \"", "\"C\t1\""] {
        assert_eq!(customer(id), "bad_id customers.csv:2:1", "{id}");
    }
}

#[test]
fn an_entry_expires_after_it_takes_effect() {
    let head = "entry_id,customer_id,state,reason,effective,expiry\n";
    let entry = |expiry: &str| {
        let row = format!("{head}E1,C1,active,fraud,2024-01-01,{expiry}\n");
        dir(&[("entries.csv", &row)])
    };
    let problem = only(&entry("2024-01-01"));
    assert_eq!(problem, "expiry_before_effective entries.csv:2:31");
    read(entry("2024-01-02").path(), OnError::Fail).unwrap();
}

#[test]
fn rows_that_hang_on_a_lost_policy_are_told() {
    let dir = dir(&[
        (
            "policies.csv",
            &format!("{POLICIES}P3,Z,motor,direct,2023-01-01,2024-01-01,9.00\n"),
        ),
        (
            "claims.csv",
            &format!("{CLAIMS}K3,P3,2023-05-01,settled,1.00,0\n"),
        ),
        (
            "movements.csv",
            "policy_id,effective,amount\nP3,2023-05-01,1.00\n",
        ),
    ]);
    let (_, report) = read(dir.path(), OnError::Reject).unwrap();
    let file = dir.path().join("rejects.csv");
    report.rejects.write(&file).unwrap();
    let rejected = std::fs::read_to_string(file).unwrap();
    for row in ["policies.csv,4,", "movements.csv,2,", "claims.csv,3,"] {
        assert!(rejected.contains(row), "{row} in {rejected}");
    }
}

#[test]
fn a_second_row_of_a_policy_leaves_the_endorsements_of_the_first_alone() {
    let again = "P1,C9,motor,direct,2023-01-01,2024-01-01,100.00\n";
    let dir = dir(&[
        ("policies.csv", &format!("{POLICIES}{again}")),
        (
            "movements.csv",
            "policy_id,effective,amount\nP1,2023-05-01,5.00\n",
        ),
    ]);
    let codes: Vec<String> = problems(&dir).iter().map(crate::common::brief).collect();
    assert_eq!(
        codes,
        [
            "duplicate_id policies.csv:4:1",
            "unknown_customer policies.csv:4:4"
        ]
    );
}
