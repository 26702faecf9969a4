use crate::run::{CUSTOMERS, POLICIES, dir, insurant};

#[test]
fn two_days_of_one_directory_are_hindsight() {
    let dir = dir(&[]);
    let path = dir.path().to_str().unwrap();
    let args = [
        "compare",
        path,
        "--from",
        "2022-12-31",
        "--to",
        "2023-07-01",
    ];
    let ran = insurant(args).fine();
    for part in [
        "From 2022-12-31 to 2023-07-01 by cn-property: 4 customers\nIn hindsight",
        "  growth                2\n",
        "  upgrade               1\n",
        "  unchanged             1\n",
    ] {
        assert!(ran.text().contains(part), "no `{part}` in:\n{}", ran.text());
    }
    let csv = insurant(args.iter().chain(&["--format", "csv"])).fine();
    assert_eq!(
        csv.text(),
        "from,to,movement,customers\nunattached,standard,growth,1\nunattached,key,growth,1\n\
         standard,preferred,upgrade,1\nnot_applicable,not_applicable,unchanged,1\n"
    );
    let json = insurant(args.iter().chain(&["--format", "json"])).fine();
    assert!(
        json.text()
            .starts_with(r#"{"hindsight":true,"movements":{"growth":"2","#),
        "{}",
        json.text()
    );
}

#[test]
fn two_directories_match_customers_by_identifier() {
    let (before, later) = (
        CUSTOMERS.replace("C1,individual,good\n", ""),
        CUSTOMERS.replace("B1,partner,\n", ""),
    );
    let policies = POLICIES.replace("P1,C1,", "P1,C2,");
    let before = dir(&[
        ("customers.csv", before.as_bytes()),
        ("policies.csv", policies.as_bytes()),
    ]);
    let later = dir(&[("customers.csv", later.as_bytes())]);
    let [before, later] = [&before, &later].map(|dir| dir.path().to_str().unwrap());
    let args = [
        "compare",
        before,
        later,
        "--from",
        "2023-07-01",
        "--to",
        "2023-07-01",
        "--format",
        "csv",
    ];
    let ran = insurant(args).fine();
    assert_eq!(
        ran.text(),
        "from,to,movement,customers\n,preferred,,1\nstandard,standard,unchanged,1\nkey,key,unchanged,1\nnot_applicable,,,1\n"
    );
}

#[test]
fn time_runs_forwards() {
    let args = ["compare", "x", "--from", "2023-07-01", "--to", "2023-06-30"];
    insurant(args).wrong(2, "lies before --from");
}

#[test]
fn of_two_directories_each_file_is_named_with_its_own() {
    let bad = CUSTOMERS.replace("organisation", "firm");
    let odd = crate::run::CLAIMS.replace("settled,500.00,0", "declined,0,5.00");
    let good = dir(&[("claims.csv", odd.as_bytes())]);
    let bad = dir(&[("customers.csv", bad.as_bytes())]);
    let [good, bad] = [&good, &bad].map(|dir| dir.path().to_str().unwrap());
    let days = ["--from", "2023-07-01", "--to", "2023-07-01"];
    let ran = insurant(["compare", good, bad].iter().chain(&days));
    let place = format!("error: {bad}/customers.csv:3:4");
    ran.wrong(1, &place);
    let ran = insurant(["compare", good, good].iter().chain(&days)).fine();
    let first = format!("first {good}/claims.csv:3");
    assert!(ran.err.contains(&first), "{}", ran.err);
    let reject = ["compare", good, bad, "--on-error", "reject"];
    let ran = insurant(reject.iter().chain(&days));
    ran.wrong(2, "are for one directory");
}
