use crate::run::{assess, dir, insurant};

fn explain(dir: &std::path::Path, customer: &str, more: &[&str]) -> crate::run::Ran {
    let args = [
        "explain",
        dir.to_str().unwrap(),
        "--as-of",
        "2023-07-01",
        "--customer",
        customer,
    ];
    insurant(args.iter().chain(more))
}

#[test]
fn a_decision_in_words() {
    let dir = dir(&[]);
    let ran = explain(dir.path(), "C,3", &[]).fine();
    let text = ran.text();
    for part in [
        "C,3 as of 2023-07-01\nindividual with 1 policy and 3 claims, judged by cn-property@1.0.0 (CNY)\n",
        "\nCategory: standard\n  because of the rule `standard` (C-09)\n",
        "\nStanding: watch\n",
        "multi_claim, by the rule `multi_claim` (A-04)\n    `claims_per_unit(12m, paid: yes)` is 2.000000, at least 2 (multi_claim)\n",
        "policy P3: earned 545.47\n",
        "claim K1 of 2023-02-01: counted, 1,000.00\n",
        "claim K3 of 2023-04-01: not counted: nothing paid\n",
        "criterion_b: `fraud_signs` of the customer is not told\n",
        "criterion_d: the input `pre_catastrophe_purchase` is not told\n",
        "\nRests on\n  rulebook sha256:",
    ] {
        assert!(text.contains(part), "no `{part}` in:\n{text}");
    }
}

#[test]
fn what_is_unknown_names_the_fact_that_would_decide_it() {
    let customers = "customer_id,kind,history_from\nC1,individual,\nC2,organisation,2022-12-01\n\"C,3\",individual,\n";
    let dir = dir(&[("customers.csv", customers.as_bytes())]);
    let text = explain(dir.path(), "C1", &[]).fine();
    let wanted = "preferred: `credit` of the customer is not told";
    assert!(text.text().contains(wanted), "{}", text.text());
    let text = explain(dir.path(), "C2", &[]).fine();
    let wanted = "the records begin on 2022-12-01 (`history_from`)";
    assert!(text.text().contains(wanted), "{}", text.text());
}

#[test]
fn json_is_the_line_that_assess_writes() {
    let dir = dir(&[]);
    let lines = assess(dir.path(), &["--format", "json"]).fine();
    let one = explain(dir.path(), "C1", &["--format", "json"]).fine();
    assert_eq!(lines.text().lines().next(), one.text().lines().next());
}

#[test]
fn an_unknown_customer_is_told_no_other_identifiers() {
    let dir = dir(&[]);
    let ran = explain(dir.path(), "C9", &[]).wrong(1, "no customer `C9` among the 4 customers");
    assert!(!ran.err.contains("C1"), "{}", ran.err);
}

#[test]
fn an_undecided_customer_is_told_why() {
    let claims = "claim_id,policy_id,loss_date,status,paid,reserve\nK1,P1,2023-02-30,settled,1,0\n";
    let entries = "entry_id,customer_id,state,reason,effective\nR1,C1,active,fraud,2023-01-01\n";
    let files = [
        ("claims.csv", claims.as_bytes()),
        ("entries.csv", entries.as_bytes()),
    ];
    let dir = dir(&files);
    let rejects = dir.path().join("rejects");
    let reject = [
        "--on-error",
        "reject",
        "--rejects",
        rejects.to_str().unwrap(),
    ];
    let ran = explain(dir.path(), "C1", &reject).fine();
    for part in [
        "Undecided: rejected_row\n",
        "Standing: blacklisted\n  entry R1: active from 2023-01-01 (fraud)\n",
    ] {
        assert!(ran.text().contains(part), "no `{part}` in:\n{}", ran.text());
    }
}
