use super::*;
use crate::organisation::{Actor, OrgLevel, Organisation, Role, Roles, Unit};
use crate::{Date, Instant};

fn tree() -> Organisation {
    Organisation::new(vec![
        Unit::new("HO", "Head office", OrgLevel::HeadOffice),
        Unit::new("P", "Province", OrgLevel::Province).under("HO"),
        Unit::new("C", "City", OrgLevel::City).under("P"),
        Unit::new("D", "Another city", OrgLevel::City).under("P"),
    ])
    .unwrap()
}

fn policy() -> Policy {
    Policy {
        kind: ApprovalKind::ManagerGrade,
        propose: Roles::of(&[Role::Leader, Role::Operator]),
        recommend: Roles::NONE,
        approvers: vec![
            Approver {
                roles: Roles::of(&[Role::Leader]),
                least_level: OrgLevel::Province,
                above: true,
            },
            Approver {
                roles: Roles::of(&[Role::HeadOfficeSenior]),
                least_level: OrgLevel::HeadOffice,
                above: false,
            },
        ],
        evidence: true,
        longest_days: Some(366),
    }
}

fn entry(event: ApprovalEvent, person: &str, role: Role, unit: &str, second: u32) -> Entry {
    let text = format!("2025-01-01T00:00:{second:02}Z");
    let at = Instant::parse(&text).unwrap();
    Entry {
        evidence: vec!["E-1".to_owned()],
        expiry: Date::parse("2026-01-01").ok(),
        ..Entry::new(event, Actor::new(person, role, unit), at).because("why")
    }
}

fn proposed(policy: &Policy, tree: &Organisation) -> Approval {
    let mut approval = Approval::draft("A", policy.kind);
    let context = Context {
        policy,
        organisation: tree,
    };
    let first = entry(ApprovalEvent::Proposed, "p", Role::Leader, "C", 1);
    approval.apply(first, context).unwrap();
    approval
}

/// The codes of the refusal of an entry on a proposal of the leader of C.
fn refused(entry: Entry) -> Vec<&'static str> {
    let (policy, tree) = (policy(), tree());
    let context = Context {
        policy: &policy,
        organisation: &tree,
    };
    let mut approval = proposed(&policy, &tree);
    let before = approval.clone();
    match approval.apply(entry, context) {
        Ok(()) => Vec::new(),
        Err(refusal) => {
            assert_eq!(approval, before);
            refusal.why.codes()
        }
    }
}

#[test]
fn the_table_has_no_faults() {
    assert_eq!(APPROVAL.faults(), []);
}

#[test]
fn who_may_approve() {
    use ApprovalEvent::Approved;
    let by = |person: &str, role, unit: &str| refused(entry(Approved, person, role, unit, 2));
    assert!(by("q", Role::Leader, "P").is_empty());
    assert!(by("s", Role::HeadOfficeSenior, "HO").is_empty());
    assert_eq!(by("p", Role::Leader, "P"), ["not_oneself"]);
    assert_eq!(by("q", Role::Leader, "C"), ["may_decide"]);
    assert_eq!(
        by("q", Role::Operator, "C"),
        ["may_decide", "not_subordinate"]
    );
    assert_eq!(by("q", Role::Leader, "D"), ["may_decide", "in_line"]);
    assert_eq!(by("q", Role::Leader, "?"), ["may_decide", "in_line"]);
    assert_eq!(by("q", Role::Auditor, "HO"), ["not_by_role"]);
}

#[test]
fn reasons_evidence_dates_and_order() {
    use ApprovalEvent::{Approved, Proposed, Recommended, Refused};
    let leader = |event, second| entry(event, "q", Role::Leader, "P", second);
    let blank = |event| Entry {
        reason: Some(" ".to_owned()),
        ..leader(event, 2)
    };
    assert_eq!(refused(blank(Refused)), ["reason"]);
    assert!(refused(blank(Approved)).is_empty());
    assert_eq!(refused(leader(Approved, 0)), ["in_order"]);
    assert_eq!(refused(leader(Proposed, 2)), ["not_in_state"]);
    assert_eq!(refused(leader(Recommended, 2)), ["may_recommend"]);
    let until = |day| Entry {
        expiry: Date::parse(day).ok(),
        ..leader(Approved, 2)
    };
    assert!(refused(until("2026-01-02")).is_empty());
    assert_eq!(refused(until("2026-01-03")), ["dates"]);
    assert_eq!(refused(until("2025-01-01")), ["dates"]);

    let (policy, tree) = (policy(), tree());
    let context = Context {
        policy: &policy,
        organisation: &tree,
    };
    let bare = Entry {
        evidence: Vec::new(),
        reason: None,
        ..leader(Proposed, 2)
    };
    let refusal = Approval::draft("A", policy.kind)
        .apply(bare, context)
        .unwrap_err();
    assert_eq!(refusal.why.codes(), ["reason", "evidence"]);
}

#[test]
fn a_recommendation_is_a_third_person() {
    let (mut policy, tree) = (policy(), tree());
    policy.recommend = Roles::of(&[Role::Leader]);
    let context = Context {
        policy: &policy,
        organisation: &tree,
    };
    let mut approval = proposed(&policy, &tree);
    let by = |event, person: &str, second| entry(event, person, Role::Leader, "P", second);
    let early = approval.apply(by(ApprovalEvent::Approved, "q", 2), context);
    assert_eq!(early.unwrap_err().why.codes(), ["recommended"]);
    approval
        .apply(by(ApprovalEvent::Recommended, "q", 3), context)
        .unwrap();
    let same = approval.apply(by(ApprovalEvent::Approved, "q", 4), context);
    assert_eq!(same.unwrap_err().why.codes(), ["not_oneself"]);
    approval
        .apply(by(ApprovalEvent::Approved, "r", 5), context)
        .unwrap();

    let day = |text| Date::parse(text).unwrap();
    assert!(approval.in_effect(day("2025-12-31")) && !approval.in_effect(day("2026-01-01")));
    let again = Approval::replay("A", policy.kind, approval.history().to_vec()).unwrap();
    assert_eq!(again, approval);

    let lifted = Instant::parse("2025-03-01T00:00:00Z").unwrap();
    let lift = Entry {
        at: lifted,
        expiry: None,
        ..by(ApprovalEvent::Revoked, "r", 6)
    };
    approval.apply(lift, context).unwrap();
    assert!(approval.in_effect(day("2025-02-28")) && !approval.in_effect(day("2025-03-01")));
}

#[test]
fn returned_and_put_forward_again() {
    let (policy, tree) = (policy(), tree());
    let context = Context {
        policy: &policy,
        organisation: &tree,
    };
    let mut approval = proposed(&policy, &tree);
    let returned = entry(ApprovalEvent::Returned, "q", Role::Leader, "P", 2);
    approval.apply(returned, context).unwrap();
    let other = entry(ApprovalEvent::Proposed, "x", Role::Leader, "C", 3);
    let refusal = approval.apply(other, context).unwrap_err();
    assert_eq!(refusal.why.codes(), ["own_proposal"]);
    let again = entry(ApprovalEvent::Proposed, "p", Role::Leader, "C", 4);
    approval.apply(again, context).unwrap();
    let back = entry(ApprovalEvent::Withdrawn, "p", Role::Leader, "C", 5);
    approval.apply(back, context).unwrap();
    assert_eq!(approval.state(), ApprovalState::Withdrawn);
    assert_eq!(approval.effect(), None);
}

fn findings(policy: &Policy, people: &[(&str, Role, &str)]) -> Vec<String> {
    let people: Vec<Actor> = people
        .iter()
        .map(|(person, role, unit)| Actor::new(*person, *role, *unit))
        .collect();
    check(std::slice::from_ref(policy), &tree(), &people)
        .iter()
        .map(|f| {
            let who = f.proposer.as_ref().map_or("-", |p| &p.person_id);
            let only = f.only.as_deref().unwrap_or("-");
            format!("{who}: {} {} {only}", f.step, f.finding)
        })
        .collect()
}

#[test]
fn approvals_that_nobody_or_only_one_could_give() {
    let mut policy = policy();
    let leader = |person, unit| (person, Role::Leader, unit);
    assert_eq!(findings(&policy, &[]), ["-: propose unreachable -"]);
    assert_eq!(
        findings(
            &policy,
            &[leader("c", "C"), leader("p", "P"), leader("x", "?")]
        ),
        [
            "c: approve one_person_path p",
            "p: approve unreachable -",
            "x: propose unknown_unit -"
        ]
    );
    // Someone who leads both units cannot approve what they proposed themself.
    assert_eq!(
        findings(&policy, &[leader("c", "C"), leader("c", "P")]),
        ["c: approve unreachable -", "c: approve unreachable -"]
    );
    let senior = ("s", Role::HeadOfficeSenior, "HO");
    let people = [leader("c", "C"), leader("p", "P"), senior];
    assert_eq!(findings(&policy, &people), ["p: approve one_person_path s"]);
    policy.recommend = Roles::of(&[Role::Leader]);
    assert_eq!(
        findings(&policy, &[leader("c", "C"), leader("p", "P")]),
        [
            "c: approve unreachable -",
            "p: recommend unreachable -",
            "p: approve unreachable -"
        ]
    );
}

#[test]
fn what_is_about_a_person_is_not_decided_by_them_or_by_those_under_them() {
    use crate::organisation::{Reporting, Reports};
    let line = Reports {
        person_id: "q".to_owned(),
        reports_to: "m".to_owned(),
    };
    let plain = tree();
    let tree = plain
        .clone()
        .with_reporting(Reporting::new(vec![line]).unwrap());
    let policy = policy();
    let refused = |organisation: &Organisation, person: &str, unit: &str, subject_unit: &str| {
        let subject = Actor::new("m", Role::AccountManager, subject_unit);
        let mut approval = proposed(&policy, organisation).about(subject);
        let context = Context {
            policy: &policy,
            organisation,
        };
        let decision = entry(ApprovalEvent::Approved, person, Role::Leader, unit, 2);
        let refusal = approval.apply(decision, context).err();
        refusal.map_or_else(Vec::new, |refusal| refusal.why.codes())
    };
    assert!(refused(&plain, "q", "P", "C").is_empty());
    // Of another city, but above both.
    assert!(refused(&plain, "q", "P", "D").is_empty());
    assert_eq!(refused(&plain, "m", "P", "C"), ["not_concerned"]);
    // By the lines of reporting alone.
    assert_eq!(refused(&tree, "q", "P", "C"), ["not_under_concerned"]);
    // The person concerned sits above the decider.
    assert_eq!(
        refused(&plain, "q", "P", "HO"),
        ["concerned_in_line", "not_under_concerned"]
    );
}
