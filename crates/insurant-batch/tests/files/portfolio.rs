//! What a portfolio holds once it is read, in all forms of its files.
use crate::common::{dir, read};
use insurant::facts::CustomerView as _;
use insurant_batch::portfolio::{OnError, Undecided};
use insurant_rules::Slot;

const CUSTOMERS: &str = "customer_id,kind,credit,intends_to_insure,manager_id,brand_notable,segment,history_from\n\
    C1,individual,good,yes,M7,TRUE,retail,2023-08-01\n\
    C2,organisation,unknown,,none,,,\n\
    B1,partner,,,,false,unknown,\n";
const POLICIES: &str = "policy_id,customer_id,line,business_source,start,end,written_premium,partner_id,tender_id,insured_units\n\
    P3,C2,property,tender,2023-01-01,2024-01-01,300.00,,T1,\n\
    P1,C1,motor,direct,2023-01-01,2024-01-01,100,B1,,2\n\
    P4,C2,motor,intermediary,2023-01-01,2024-01-01,400.5,B1,T2,\n\
    P2,C1,property,direct,2023-01-01,2024-01-01,200.00,B9,,\n\
    P5,B1,property,direct,2023-01-01,2024-01-01,50.00,B1,,\n";
const MOVEMENTS: &str =
    "policy_id,effective,amount\nP1,2023-06-01,-10.00\nP4,2023-03-01,5\nP1,2023-02-01,20.00\n";
const CLAIMS: &str = "claim_id,policy_id,customer_id,claimant_id,loss_date,reported_on,status,paid,reserve,event_id\n\
    K1,P2,,X,2023-05-01,2023-04-01,settled,10.00,0,E\n\
    K2,,C1,,2023-05-02,,withdrawn,0,3,E\n\
    K3,P4,C2,,2023-08-01,,open,0,0,\n";
const ENTRIES: &str = "entry_id,customer_id,state,reason,effective,expiry,review,lines\n\
    E1,C2,active,fraud,2023-01-01,,,motor; property\n";

fn whole() -> tempfile::TempDir {
    dir(&[
        ("customers.csv", CUSTOMERS),
        ("policies.csv", POLICIES),
        ("movements.csv", MOVEMENTS),
        ("claims.csv", CLAIMS),
        ("entries.csv", ENTRIES),
    ])
}

#[test]
fn rows_come_by_customer() {
    let (portfolio, report) = read(whole().path(), OnError::Fail).unwrap();
    let ids: Vec<&str> = portfolio.customers().map(|c| c.id()).collect();
    assert_eq!(ids, ["C1", "C2", "B1"]);
    let c1 = portfolio.find("C1").unwrap();
    assert_eq!(
        (c1.policy_id(0), c1.policy_id(1), c1.policy_id(2)),
        (Some("P1"), Some("P2"), None)
    );
    let amounts: Vec<i64> = c1.movements(0).map(|m| m.amount).collect();
    assert_eq!(amounts, [-1000, 2000]);
    assert_eq!(c1.movements(1).count(), 0);
    assert_eq!(
        (c1.claim_id(0), c1.claim_id(1), c1.claim_id(2)),
        (Some("K1"), Some("K2"), None)
    );
    let claims = c1.claim_slice();
    assert_eq!(claims[0].terms().policy, Some(1));
    assert_eq!(claims[1].terms().policy, None);
    assert_eq!(claims[0].terms().event, claims[1].terms().event);
    assert_ne!(claims[0].terms().event, 0);
    assert_eq!(c1.input(0), Slot::boolean(true));
    assert_eq!(c1.input(1), Slot::whole(6));
    assert_eq!(c1.input(2), Slot::UNKNOWN);
    assert_eq!(portfolio.find("B1").unwrap().input(1), Slot::UNKNOWN);
    let c2 = portfolio.find("C2").unwrap();
    assert_eq!(c2.policy_id(0), Some("P3"));
    assert_eq!(c2.input(0), Slot::UNKNOWN);
    assert_eq!(c2.profile().manager_assigned, Some(false));
    assert_eq!(c2.entry_reason(0), Some("fraud"));
    let tenders: Vec<u32> = c2.policies().map(|p| p.terms().tender).collect();
    assert!(tenders[0] != tenders[1] && !tenders.contains(&0));
    assert_eq!(report.counts.policies, 5);
}

#[test]
fn a_partner_has_what_it_placed() {
    let (portfolio, _) = read(whole().path(), OnError::Fail).unwrap();
    let partner = portfolio.find("B1").unwrap();
    let ids: Vec<&str> = (0..partner.placed().count())
        .filter_map(|i| partner.placed_policy_id(i))
        .collect();
    assert_eq!(ids, ["P1", "P4", "P5"]);
    assert_eq!(
        partner.placed_movements(1).map(|m| m.amount).sum::<i64>(),
        500
    );
    let facts = partner.facts();
    let placed: Vec<&str> = facts.placed.iter().map(|p| p.policy_id.as_str()).collect();
    assert_eq!(placed, ["P1", "P4"]);
    assert_eq!(facts.policies[0].partner_id.as_deref(), Some("B1"));
}

#[test]
fn facts_are_those_of_the_files() {
    let (portfolio, _) = read(whole().path(), OnError::Fail).unwrap();
    let c1 = portfolio.find("C1").unwrap().facts();
    assert_eq!(c1.manager_id.as_deref(), Some("M7"));
    assert_eq!(c1.inputs.get("brand_notable").unwrap(), "true");
    assert_eq!(c1.inputs.get("segment").unwrap(), "retail");
    assert_eq!(c1.policies[0].line, "motor");
    assert_eq!(c1.policies[0].movements.len(), 2);
    assert_eq!(c1.policies[1].partner_id.as_deref(), Some("B9"));
    assert_eq!(c1.claims[0].claimant_id.as_deref(), Some("X"));
    assert_eq!(c1.claims[0].policy_id.as_deref(), Some("P2"));
    assert_eq!(c1.claims[1].policy_id, None);
    assert_eq!(c1.claims[1].event_id.as_deref(), Some("E"));
    let c2 = portfolio.find("C2").unwrap().facts();
    assert_eq!(c2.manager_id.as_deref(), Some(""));
    assert_eq!(c2.policies[1].tender_id.as_deref(), Some("T2"));
    assert_eq!(c2.entries[0].lines, ["motor", "property"]);
    assert!(c2.inputs.is_empty());
}

#[test]
fn what_may_be_meant_so_is_a_warning() {
    let (_, report) = read(whole().path(), OnError::Fail).unwrap();
    let mut shown: Vec<String> = report.warnings.iter().map(ToString::to_string).collect();
    shown.sort();
    assert_eq!(
        shown,
        [
            "a claim that was declined or withdrawn has a reserve, which counts [reserve_on_closed], 1 row, first claims.csv:3",
            "a claim was reported before its loss [reported_before_loss], 1 row, first claims.csv:2",
            "a loss lies after the day of the decision [loss_after_as_of], 1 row, first claims.csv:4",
            "a policy carries the id of a partner who is not among the customers [unknown_partner], 1 row, first policies.csv:5",
            "the history begins after the day of the decision [history_after_as_of], 1 row, first customers.csv:2",
        ]
    );
}

/// Reads with one file replaced, rejecting: who is undecided, rows rejected, rows nobody is blamed for.
fn rejecting(file: &str, text: &str) -> (Vec<(String, Undecided)>, u64, u64) {
    let whole = whole();
    std::fs::write(whole.path().join(file), text).unwrap();
    let (portfolio, report) = read(whole.path(), OnError::Reject).unwrap();
    let undecided = portfolio
        .customers()
        .filter_map(|c| Some((c.id().to_owned(), c.undecided()?)));
    (undecided.collect(), report.rejected, report.unattributed)
}

fn names(undecided: &[(String, Undecided)]) -> Vec<&str> {
    undecided.iter().map(|(id, _)| id.as_str()).collect()
}

#[test]
fn a_rejected_row_makes_its_customer_undecided() {
    let (undecided, rejected, unattributed) = rejecting(
        "customers.csv",
        &CUSTOMERS.replace("C2,organisation", "C2,firm"),
    );
    assert_eq!(
        (names(&undecided), rejected, unattributed),
        (vec!["C2"], 1, 0)
    );
    let (undecided, rejected, unattributed) =
        rejecting("claims.csv", &CLAIMS.replace("K3,P4", "K3,P9"));
    assert_eq!(
        (names(&undecided), rejected, unattributed),
        (vec!["C2"], 1, 0)
    );
    let (undecided, rejected, unattributed) =
        rejecting("claims.csv", &CLAIMS.replace("K2,,C1", "K2,,"));
    assert_eq!((names(&undecided), rejected, unattributed), (vec![], 1, 1));
    let (undecided, rejected, unattributed) =
        rejecting("claims.csv", &CLAIMS.replace("K3,P4,C2", "K3,P4,C1"));
    assert_eq!(
        (names(&undecided), rejected, unattributed),
        (vec!["C1", "C2"], 1, 0)
    );
    let (undecided, rejected, unattributed) =
        rejecting("entries.csv", &ENTRIES.replace("active", "activ"));
    assert_eq!(
        (names(&undecided), rejected, unattributed),
        (vec!["C2"], 1, 0)
    );
}

#[test]
fn a_rejected_policy_takes_its_partner_and_its_claims_along() {
    // P4 of C2 through B1, with a claim and an endorsement.
    let (undecided, rejected, unattributed) =
        rejecting("policies.csv", &POLICIES.replace("400.5", "x"));
    assert_eq!(
        (names(&undecided), rejected, unattributed),
        (vec!["C2", "B1"], 1, 0)
    );
    let (undecided, rejected, unattributed) = rejecting(
        "movements.csv",
        &MOVEMENTS.replace("P4,2023-03-01", "P4,2022-03-01"),
    );
    assert_eq!(
        (names(&undecided), rejected, unattributed),
        (vec!["C2", "B1"], 1, 0)
    );
    let (undecided, rejected, unattributed) = rejecting(
        "movements.csv",
        &MOVEMENTS.replace("P4,2023-03-01", "P9,2023-03-01"),
    );
    assert_eq!((names(&undecided), rejected, unattributed), (vec![], 1, 1));
    let (undecided, rejected, unattributed) = rejecting(
        "movements.csv",
        &MOVEMENTS.replace("P4,2023-03-01", "P9,2023-03-99"),
    );
    assert_eq!((names(&undecided), rejected, unattributed), (vec![], 1, 1));
    let (undecided, rejected, unattributed) = rejecting(
        "movements.csv",
        &MOVEMENTS.replace("P4,2023-03-01", "P4,2023-03-99"),
    );
    assert_eq!(
        (names(&undecided), rejected, unattributed),
        (vec!["C2", "B1"], 1, 0)
    );
    // A policy of nobody: its claim is no fault of its own, and its row taints the run.
    let (undecided, rejected, unattributed) =
        rejecting("policies.csv", &POLICIES.replace("P3,C2", "P3,C9"));
    assert_eq!((names(&undecided), rejected, unattributed), (vec![], 1, 1));
    let (undecided, rejected, unattributed) =
        rejecting("policies.csv", &POLICIES.replace("P1,C1", "P1,C1,"));
    assert_eq!((names(&undecided), rejected, unattributed), (vec![], 3, 3));
}

#[test]
fn another_currency_has_its_own_cause() {
    let currency = |text: &str| {
        let rows = text.lines().enumerate();
        let rows =
            rows.map(|(i, l)| format!("{l},{}\n", ["currency", "EUR"].get(i).unwrap_or(&"")));
        rows.collect::<String>()
    };
    let (undecided, rejected, _) = rejecting("policies.csv", &currency(POLICIES));
    assert_eq!(
        (undecided, rejected),
        (vec![("C2".to_owned(), Undecided::MixedCurrency)], 1)
    );
}

#[test]
fn rejects_keep_the_rows() {
    let whole = whole();
    std::fs::write(
        whole.path().join("policies.csv"),
        POLICIES.replace("400.5", "x").replace("P4,C2", "P4,C9"),
    )
    .unwrap();
    std::fs::write(
        whole.path().join("claims.csv"),
        CLAIMS.replace("K2,,C1", "K2,,"),
    )
    .unwrap();
    let (_, report) = read(whole.path(), OnError::Reject).unwrap();
    assert_eq!(
        (
            report.rejected,
            report.unattributed,
            report.counts.claims_set_aside
        ),
        (3, 3, 1)
    );
    let out = whole.path().join("rejects.csv");
    report.rejects.write(&out).unwrap();
    let text = std::fs::read_to_string(&out).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 4);
    // Nobody knows whose the claim on the lost policy is.
    assert!(text.contains(",rejected_policy,"), "{text}");
    assert!(
        lines[0].starts_with("file,line,column,code,reason,cell_1,"),
        "{}",
        lines[0]
    );
    assert!(
        lines[1].starts_with("policies.csv,4,4,unknown_customer,"),
        "{}",
        lines[1]
    );
    assert!(
        lines[1].contains("not an amount") && lines[1].contains(",P4,C9,motor,"),
        "{}",
        lines[1]
    );
    assert!(
        lines
            .iter()
            .any(|l| l.starts_with("claims.csv,3,5,missing_field,")),
        "{text}"
    );
    let nowhere = report
        .rejects
        .write(&whole.path().join("no/such/file.csv"))
        .unwrap_err();
    assert_eq!(
        nowhere.iter().next().unwrap().code().as_str(),
        "unwritable_file"
    );
}
