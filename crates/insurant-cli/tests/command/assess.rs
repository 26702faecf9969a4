use crate::run::{POLICIES, assess, command, demo, dir, insurant};
use std::io::Read as _;
use std::process::Stdio;

#[test]
fn one_row_a_customer_in_the_order_of_the_file() {
    let dir = dir(&[]);
    let measures = [
        "--measure",
        "annual_premium",
        "--measure",
        "loss_ratio(12m)",
        "--measure",
        "claim_free_years",
        "--measure",
        "credit = good",
        "--measure",
        "credit",
    ];
    let ran = assess(dir.path(), &[&["--format", "csv"], &measures[..]].concat()).fine();
    assert_eq!(
        ran.text(),
        "customer_id,category,standing,alerts,findings,status,\
         annual_premium,loss_ratio(12m),claim_free_years,credit = good,credit\n\
         C1,preferred,clear,,,decided,1000.00,0.000000,3,true,good\n\
         C2,key,clear,,,decided,60000.00,0.000000,0,unknown,unknown\n\
         \"C,3\",standard,watch,high_loss_ratio;multi_claim,,decided,1100.00,2.933250,0,false,poor\n\
         B1,not_applicable,clear,,,decided,0.00,undefined,0,unknown,unknown\n"
    );
    assert_eq!(ran.err, "");
}

#[test]
fn the_summary_counts_and_says_whom_to_look_at() {
    let ran = assess(dir(&[]).path(), &[]).fine();
    let text = ran.text();
    for line in [
        "Assessed as of 2023-07-01 by cn-property@1.0.0 (CNY)",
        "4 customers, 3 policies, 3 claims",
        "  key                     1        0.000000             0.000000",
        "  standard                1        2.933250             2.933250",
        "  not_applicable          1       undefined            undefined",
        "  watch             1",
        "The customer to look at\n   1. C,3: standard, watch",
        "multi_claim: `claims_per_unit(12m, paid: yes)` is 2.000000, at least 2 (multi_claim)",
        "--customer 'C,3'",
    ] {
        assert!(text.contains(line), "no `{line}` in:\n{text}");
    }
}

#[test]
fn json_is_the_canonical_decision_line_by_line() {
    let dir = dir(&[]);
    let ran = assess(dir.path(), &["--format", "json"]).fine();
    assert_eq!(ran.text().lines().count(), 4);
    let line = ran.text().lines().nth(2).unwrap();
    let engine = insurant::Engine::builtin().unwrap();
    let facts = r#"{"customer_id": "C,3", "kind": "individual", "credit": "poor",
        "policies": [{"policy_id": "P3", "line": "motor", "business_source": "direct",
            "start": "2023-01-01", "end": "2024-01-01", "written_premium": "1100.00"}],
        "claims": [
            {"claim_id": "K1", "policy_id": "P3", "loss_date": "2023-02-01", "status": "settled", "paid": "1000.00", "reserve": "0"},
            {"claim_id": "K2", "policy_id": "P3", "loss_date": "2023-03-01", "status": "settled", "paid": "500.00", "reserve": "0"},
            {"claim_id": "K3", "policy_id": "P3", "loss_date": "2023-04-01", "status": "open", "paid": "0", "reserve": "100.00"}]}"#;
    let input = format!(r#"{{"as_of": "2023-07-01", "customer": {facts}}}"#);
    assert_eq!(line, engine.call("explain", &input).unwrap());
}

#[test]
fn any_number_of_threads_gives_the_same_bytes() {
    // More customers than one piece of work has.
    let dir = demo(9000, "csv");
    let path = dir.path().to_str().unwrap();
    for format in ["table", "csv", "parquet"] {
        let run = |threads| {
            let args = [
                "assess",
                path,
                "--as-of",
                "2025-07-01",
                "--format",
                format,
                "--threads",
                threads,
                "--measure",
                "earned_premium(12m)",
            ];
            insurant(args).fine().out
        };
        let one = run("1");
        assert!(!one.is_empty());
        assert!(one == run("2") && one == run("5"), "{format}");
    }
}

#[test]
fn the_order_of_rows_never_matters() {
    let turned = |text: &str| {
        let mut lines: Vec<&str> = text.lines().collect();
        lines[1..].reverse();
        lines.join("\n") + "\n"
    };
    let (policies, claims) = (turned(POLICIES), turned(crate::run::CLAIMS));
    let other = dir(&[
        ("policies.csv", policies.as_bytes()),
        ("claims.csv", claims.as_bytes()),
    ]);
    for format in ["csv", "json"] {
        let a = assess(dir(&[]).path(), &["--format", format]).fine().out;
        assert!(
            a == assess(other.path(), &["--format", format]).fine().out,
            "{format}"
        );
    }
}

#[test]
fn a_rejected_row_makes_its_customer_undecided_and_is_written_down() {
    let bad = POLICIES.replace(
        "2023-01-01,2024-01-01,1100.00",
        "2023-01-01,2022-01-01,1000.00",
    );
    let dir = dir(&[("policies.csv", bad.as_bytes())]);
    assess(dir.path(), &["--format", "csv"]).wrong(1, "policies.csv:4:");
    let rejects = dir.path().join("rejects");
    let reject = [
        "--on-error",
        "reject",
        "--rejects",
        rejects.to_str().unwrap(),
    ];
    let ran = assess(
        dir.path(),
        &[
            &["--format", "csv", "--measure", "annual_premium"],
            &reject[..],
        ]
        .concat(),
    )
    .fine();
    assert!(
        ran.text()
            .contains("\"C,3\",undecided,,,rejected_row,undecided,unknown\n"),
        "{}",
        ran.text()
    );
    assert!(ran.text().contains("C2,key,clear"));
    assert!(ran.err.contains("1 row was rejected"), "{}", ran.err);
    let written = std::fs::read_to_string(&rejects).unwrap();
    assert!(
        written.contains("policies.csv,4,") && written.contains("end_before_start"),
        "{written}"
    );
    let table = assess(dir.path(), &reject).fine();
    assert!(table.text().contains("1 row rejected"), "{}", table.text());
    assert!(
        table.text().contains("rejected_row          1"),
        "{}",
        table.text()
    );
    let json = assess(dir.path(), &[&["--format", "json"], &reject[..]].concat()).fine();
    assert!(
        json.text()
            .contains(r#""cause":"rejected_row","customer_id":"C,3""#),
        "{}",
        json.text()
    );
}

#[test]
fn a_row_that_nobody_can_be_blamed_for_taints_the_run() {
    let claims = "claim_id,policy_id,loss_date,status,paid,reserve\nK1,P9,2023-02-01,settled,1,0\n";
    let dir = dir(&[("claims.csv", claims.as_bytes())]);
    let rejects = dir.path().join("rejects.csv");
    let rejects = rejects.to_str().unwrap();
    let args = [
        "--format",
        "csv",
        "--on-error",
        "reject",
        "--rejects",
        rejects,
    ];
    let ran = assess(dir.path(), &args).wrong(3, "no customer can be blamed");
    assert_eq!(ran.text().lines().count(), 5);
}

#[test]
fn arguments_that_make_no_sense_are_usage() {
    let dir = dir(&[]);
    assess(dir.path(), &["--on-error", "reject"]).wrong(2, "--rejects");
    assess(dir.path(), &["--rejects", "x"]).wrong(2, "--on-error reject");
    assess(dir.path(), &["--threads", "0"]).wrong(2, "--threads");
    let twice = [
        "--measure",
        "annual_premium",
        "--measure",
        " annual_premium",
    ];
    assess(dir.path(), &twice).wrong(2, "twice");
    insurant(["assess", "x", "--as-of", "2023-02-29"]).wrong(2, "2023-02-29");
    insurant(["assess", "x"]).wrong(2, "--as-of");
}

#[test]
fn measures_are_checked_with_their_place() {
    let dir = dir(&[]);
    let ran = assess(dir.path(), &["--measure", "loss_ratoi(12m)"]);
    ran.wrong(1, "did you mean `loss_ratio`?");
}

#[test]
fn a_rulebook_of_ones_own_may_extend_a_built_in_one() {
    let own = "id = \"ours\"\nversion = \"1\"\nlanguage = 1\ncurrency = \"CNY\"\nextends = \"cn-property\"\n\
        effective = { from = \"2000-01-01\" }\n[inputs.segment]\ntype = \"text\"\n\
        [parameters.key_annual]\nvalue = \"1000.00 CNY\"\n[[alerts.rules]]\nid = \"gold\"\nseverity = \"notice\"\n\
        when = 'segment = \"gold\"'\n";
    let customers = "customer_id,kind,segment\nC1,individual,gold\nC2,organisation,\n\"C,3\",individual,silver\n";
    let dir = dir(&[
        ("customers.csv", customers.as_bytes()),
        ("ours.toml", own.as_bytes()),
    ]);
    let file = dir.path().join("ours.toml");
    let args = [
        "--rulebook",
        file.to_str().unwrap(),
        "--format",
        "csv",
        "--measure",
        "segment",
    ];
    let ran = assess(dir.path(), &args).fine();
    assert_eq!(
        ran.text(),
        "customer_id,category,standing,alerts,findings,status,segment\n\
         C1,key,clear,gold,,decided,gold\nC2,key,clear,,,decided,unknown\n\
         \"C,3\",key,watch,high_loss_ratio;multi_claim,,decided,silver\n"
    );
    assess(dir.path(), &["--rulebook", "example-property-usd"]).wrong(1, "unknown_column");
    assess(dir.path(), &["--rulebook", "our"]).wrong(1, "no rulebook `our`");
    assess(dir.path(), &["--rulebook", "none.toml"])
        .wrong(1, "none.toml: the rulebook cannot be read");
}

#[test]
fn a_sum_that_only_a_column_asks_for_makes_nobody_undecided() {
    let most = "92233720368547758.07";
    let policies = format!(
        "policy_id,customer_id,line,business_source,start,end,written_premium\n\
         P1,C1,motor,direct,2010-01-01,2011-01-01,{most}\nP2,C1,motor,direct,2011-01-01,2012-01-01,{most}\n"
    );
    let claims = "claim_id,policy_id,loss_date,status,paid,reserve\n";
    let files = [
        ("policies.csv", policies.as_bytes()),
        ("claims.csv", claims.as_bytes()),
    ];
    let dir = dir(&files);
    // `preferred` asks for the loss ratio of a lifetime.
    let plain = assess(dir.path(), &["--format", "csv"]).fine();
    assert!(
        plain.text().contains("C1,undecided,,,overflow,undecided\n"),
        "{}",
        plain.text()
    );
    let own = "id = \"ours\"\nversion = \"1\"\nlanguage = 1\ncurrency = \"CNY\"\n\
        effective = { from = \"2000-01-01\" }\n[[categories.rules]]\nid = \"standard\"\nwhen = \"always\"\n";
    let file = dir.path().join("ours.toml");
    std::fs::write(&file, own).unwrap();
    let file = file.to_str().unwrap();
    for format in ["csv", "table", "json"] {
        let args = [
            "--format",
            format,
            "--rulebook",
            file,
            "--measure",
            "earned_premium(lifetime)",
        ];
        let ran = assess(dir.path(), &args).fine();
        assert!(!ran.text().contains("undecided,"), "{}", ran.text());
        assert!(!ran.text().contains("overflow"), "{}", ran.text());
    }
}

#[test]
fn an_output_appears_whole_or_not_at_all() {
    let dir = dir(&[]);
    let out = dir.path().join("out.csv");
    std::fs::write(&out, "what was there").unwrap();
    let out_text = out.to_str().unwrap();
    assess(
        dir.path(),
        &["--format", "csv", "--out", out_text, "--measure", "oops"],
    )
    .wrong(1, "oops");
    assert_eq!(std::fs::read_to_string(&out).unwrap(), "what was there");
    assess(dir.path(), &["--format", "csv", "--out", out_text]).fine();
    assert!(
        std::fs::read_to_string(&out)
            .unwrap()
            .starts_with("customer_id,")
    );
    let names = std::fs::read_dir(dir.path()).unwrap().count();
    assert_eq!(names, 4, "nothing is left behind");
}

#[test]
fn an_output_that_cannot_be_written_is_said_with_a_remedy() {
    let dir = dir(&[]);
    let nowhere = dir.path().join("nowhere/out.csv");
    let args = ["--format", "csv", "--out", nowhere.to_str().unwrap()];
    let ran = assess(dir.path(), &args).wrong(1, "unwritable_file");
    assert!(
        ran.err.contains("nowhere/out.csv: ") && ran.err.contains("name a file"),
        "{}",
        ran.err
    );
    let args = ["--format", "csv", "--out", dir.path().to_str().unwrap()];
    assess(dir.path(), &args).wrong(1, "it is a directory");
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_an_error() {
    let dir = dir(&[]);
    for format in ["table", "csv", "json", "parquet"] {
        let args = ["--format", format, "--out", "/dev/full"];
        assess(dir.path(), &args).wrong(1, "unwritable_file");
    }
}

#[test]
fn a_reader_that_leaves_ends_the_run_quietly() {
    let dir = demo(3000, "csv");
    for format in ["csv", "json", "parquet"] {
        let mut child = command()
            .args([
                "assess",
                dir.path().to_str().unwrap(),
                "--as-of",
                "2025-07-01",
            ])
            .args(["--format", format])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut first = [0; 4];
        child.stdout.take().unwrap().read_exact(&mut first).unwrap();
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{format}");
        let err = String::from_utf8(output.stderr).unwrap();
        assert!(!err.contains("error") && !err.contains("panicked"), "{err}");
    }
}

#[test]
fn what_is_read_is_never_written_over() {
    let bad = POLICIES.replace("4000.00", "x");
    let dir = dir(&[("policies.csv", bad.as_bytes())]);
    let path = |name: &str| dir.path().join(name).to_str().unwrap().to_owned();
    let read = |name: &str| std::fs::read_to_string(path(name)).unwrap();
    let (policies, customers) = (read("policies.csv"), read("customers.csv"));
    let reject = |to: &str| {
        let args = ["--on-error", "reject", "--rejects", to];
        assess(dir.path(), &args)
    };
    std::fs::write(path("rules.toml"), "x").unwrap();
    let mut names = vec![path("policies.csv"), path("./policies.csv")];
    // A table that is not there yet would be read the next time.
    names.push(path("entries.parquet"));
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(path("policies.csv"), path("link")).unwrap();
        std::fs::hard_link(path("policies.csv"), path("hard")).unwrap();
        names.extend([path("link"), path("hard")]);
    }
    for name in &names {
        let ran = reject(name).wrong(1, "[overwrites_input]");
        assert!(ran.err.contains(name.as_str()), "{}", ran.err);
        assert!(
            ran.err.contains("name another file with --rejects"),
            "{}",
            ran.err
        );
    }
    assess(dir.path(), &["--out", &path("customers.csv")]).wrong(1, "[overwrites_input]");
    let (folder, out) = (dir.path().to_str().unwrap(), path("customers.csv"));
    let days = ["--from", "2023-07-01", "--to", "2023-07-01", "--out", &out];
    let two = ["compare", "none", folder];
    insurant(two.iter().chain(&days)).wrong(1, "[overwrites_input]");
    let explain = [
        "explain",
        folder,
        "--as-of",
        "2023-07-01",
        "--customer",
        "C1",
    ];
    let to = ["--on-error", "reject", "--rejects", &out];
    insurant(explain.iter().chain(&to)).wrong(1, "[overwrites_input]");
    let rules = path("rules.toml");
    assess(dir.path(), &["--out", &rules, "--rulebook", &rules]).wrong(1, "[overwrites_input]");
    let both = path("both.csv");
    let args = ["--on-error", "reject", "--rejects", &both, "--out", &both];
    assess(dir.path(), &args).wrong(2, "--out and --rejects name one file");
    assert!(!dir.path().join("both.csv").exists());
    assert_eq!(
        (policies, customers, "x".to_owned()),
        (
            read("policies.csv"),
            read("customers.csv"),
            read("rules.toml")
        )
    );
    assert_eq!(reject(&path("rejects.csv")).code, 0);
    assess(dir.path(), &["--on-error", "reject"]).wrong(2, "needs --rejects");
}

#[test]
fn a_day_of_the_command_line_is_never_left_empty() {
    let ran = insurant(["assess", "x", "--as-of", "9999-12-31"]);
    let ran = ran.wrong(2, "a year lies between 1900 and 2199");
    assert!(!ran.err.contains("empty"), "{}", ran.err);
}

#[cfg(target_os = "linux")]
#[test]
fn that_nobody_hears_it_is_no_crash() {
    let full = || {
        std::fs::File::options()
            .write(true)
            .open("/dev/full")
            .unwrap()
    };
    let gone = dir(&[]).path().join("none");
    let status = command()
        .args(["assess", gone.to_str().unwrap(), "--as-of", "2023-07-01"])
        .stdout(Stdio::null())
        .stderr(full())
        .status()
        .unwrap();
    assert_eq!(status.code(), Some(1));
    for args in [
        vec!["call", "none"],
        vec!["assess"],
        vec!["compare", "x", "--from", "2023-07-01", "--to", "2023-06-30"],
    ] {
        let status = command()
            .args(&args)
            .stdin(Stdio::null())
            .stderr(full())
            .status()
            .unwrap();
        assert!(matches!(status.code(), Some(1 | 2)), "{args:?}: {status}");
    }
}

#[test]
fn the_command_to_try_next_is_fit_for_a_shell() {
    let dir = dir(&[]);
    let spaced = dir.path().join("of 2023");
    std::fs::create_dir(&spaced).unwrap();
    for table in ["customers.csv", "policies.csv", "claims.csv"] {
        std::fs::copy(dir.path().join(table), spaced.join(table)).unwrap();
    }
    let next = format!("insurant explain '{}' --as-of", spaced.display());
    let ran = assess(&spaced, &[]).fine();
    assert!(ran.text().contains(&next), "{}", ran.text());
}

#[test]
fn a_line_that_no_policy_has_is_a_warning() {
    let measure = [
        "--format",
        "csv",
        "--measure",
        "earned_premium(12m, line: moter)",
    ];
    let ran = assess(dir(&[]).path(), &measure).fine();
    assert!(
        ran.err.contains("warning: no policy has the line `moter`")
            && ran.err.contains("did you mean `motor`?"),
        "{}",
        ran.err
    );
    let right = [
        "--format",
        "csv",
        "--measure",
        "earned_premium(12m, line: motor)",
    ];
    assert_eq!(assess(dir(&[]).path(), &right).fine().err, "");
}
