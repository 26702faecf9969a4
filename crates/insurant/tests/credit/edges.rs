//! The days at the edges.

use crate::call;

fn assigned(customer: &str, manager: &str, from: &str, rest: &str) -> String {
    format!(r#"{{"customer_id": "{customer}", "manager_id": "{manager}", "from": "{from}"{rest}}}"#)
}

fn amount(id: &str, customer: &str, effective: &str, amount: &str) -> String {
    format!(
        r#"{{"amount_id": "{id}", "customer_id": "{customer}", "kind": "new_premium",
            "effective": "{effective}", "amount": "{amount}"}}"#
    )
}

#[test]
fn a_handover_parts_the_year_on_its_day() {
    let assignments = [
        assigned("C-1", "M-1", "2024-05-01", r#", "to": "2025-07-01""#),
        assigned("C-1", "M-2", "2025-07-01", ""),
        assigned("C-2", "M-3", "2025-03-01", r#", "supervised_by": "M-1""#),
    ];
    let amounts = [
        amount("A-1", "C-1", "2025-06-30", "1000.00"),
        amount("A-2", "C-1", "2025-07-01", "250"),
        amount("A-3", "C-2", "2025-03-01", "80.00"),
    ];
    assert_eq!(
        call(&assignments.join(","), &amounts.join(",")).unwrap(),
        concat!(
            r#"{"amounts":[{"amount_id":"A-1","manager_id":"M-1","whose":"own"},"#,
            r#"{"amount_id":"A-2","manager_id":"M-2","whose":"own"},"#,
            r#"{"amount_id":"A-3","manager_id":"M-3","supervised_by":"M-1","whose":"supervised"}],"#,
            r#""currency":"CNY","managers":["#,
            r#"{"manager_id":"M-1","own":{"days":181,"ranges":[{"from":"2025-01-01","to":"2025-07-01"}],"results":{"new_premium":"1000.00"}}},"#,
            r#"{"manager_id":"M-2","own":{"days":184,"ranges":[{"from":"2025-07-01","to":"2026-01-01"}],"results":{"new_premium":"250.00"}}},"#,
            r#"{"manager_id":"M-3","supervised":{"by":[{"manager_id":"M-1","results":{"new_premium":"80.00"}}],"days":306,"ranges":[{"from":"2025-03-01","to":"2026-01-01"}]}}],"#,
            r#""period":{"from":"2025-01-01","to":"2026-01-01"},"#,
            r#""totals":[{"given":"1330.00","kind":"new_premium","nobody":"0.00","outside_period":"0.00","own":"1250.00","shared":"0.00","supervised":"80.00"}]}"#,
        )
    );
}

/// To whom one amount goes, as `whose` and the rest.
fn whose(assignments: &[String], effective: &str) -> String {
    let answer = call(&assignments.join(","), &amount("A", "C", effective, "1")).unwrap();
    let start = r#"{"amounts":[{"amount_id":"A","#;
    let rest = answer.strip_prefix(start).unwrap();
    rest.split("}]")
        .next()
        .unwrap()
        .replace(['"', '[', ']'], "")
}

#[test]
fn the_day_it_took_effect_decides() {
    let half_year = [assigned("C", "M", "2025-02-01", r#", "to": "2025-08-01""#)];
    assert_eq!(whose(&half_year, "2025-01-31"), "whose:nobody");
    assert_eq!(whose(&half_year, "2025-02-01"), "manager_id:M,whose:own");
    assert_eq!(whose(&half_year, "2025-07-31"), "manager_id:M,whose:own");
    assert_eq!(whose(&half_year, "2025-08-01"), "whose:nobody");
}

#[test]
fn the_period_has_its_first_day_and_not_the_one_after_it() {
    let always = [assigned("C", "M", "2020-01-01", "")];
    assert_eq!(whose(&always, "2024-12-31"), "whose:outside_period");
    assert_eq!(whose(&always, "2025-01-01"), "manager_id:M,whose:own");
    assert_eq!(whose(&always, "2025-12-31"), "manager_id:M,whose:own");
    assert_eq!(whose(&always, "2026-01-01"), "whose:outside_period");
}

#[test]
fn what_several_looked_after_is_credited_to_no_one() {
    let both = [
        assigned("C", "N", "2025-02-01", ""),
        assigned("C", "M", "2025-01-01", r#", "to": "2025-03-01""#),
        assigned("C", "L", "2025-02-15", r#", "to": "2025-02-16""#),
    ];
    assert_eq!(whose(&both, "2025-02-10"), "managers:M,N,whose:shared");
    assert_eq!(whose(&both, "2025-02-15"), "managers:L,M,N,whose:shared");
    assert_eq!(whose(&both, "2025-03-01"), "manager_id:N,whose:own");
}

/// The findings of an answer, as written.
fn findings(assignments: &[String]) -> String {
    let answer = call(&assignments.join(","), "").unwrap();
    let found = answer.split(r#""findings":"#).nth(1);
    found.map_or_else(String::new, |rest| {
        rest.split(r#","managers":[{"#)
            .next()
            .unwrap_or(rest)
            .replace('"', "")
    })
}

#[test]
fn two_managers_at_once_are_a_finding_unless_one_is_an_exception() {
    let under = |until: &str| {
        format!(r#", "exception": {{"reason": "the line is new to N", "until": "{until}"}}"#)
    };
    let first = assigned("C", "M", "2024-01-01", r#", "to": "2025-03-01""#);
    let beside = |rest: &str| [first.clone(), assigned("C", "N", "2025-02-01", rest)];
    assert_eq!(
        findings(&beside("")),
        "[{customer_id:C,finding:two_managers,from:2025-02-01,managers:[M,N],to:2025-03-01}]"
    );
    assert_eq!(findings(&beside(&under("2026-01-01"))), "");
    // The day on which one ends is the other's alone.
    let after = [first.clone(), assigned("C", "N", "2025-03-01", "")];
    assert_eq!(findings(&after), "");
    // An exception ends the assignment with it.
    let ended = beside(&under("2025-02-10"));
    assert_eq!(whose(&ended, "2025-02-09"), "managers:M,N,whose:shared");
    assert_eq!(whose(&ended, "2025-02-10"), "manager_id:M,whose:own");
    // Days outside the period are not of the question.
    let long = [
        assigned("C", "N", "2020-01-01", ""),
        assigned("C", "M", "2020-01-01", ""),
    ];
    assert_eq!(
        findings(&long),
        "[{customer_id:C,finding:two_managers,from:2025-01-01,managers:[M,N],to:2026-01-01}]"
    );
    let over = [
        first,
        assigned("C", "N", "2024-01-01", r#", "to": "2025-01-01""#),
    ];
    assert_eq!(findings(&over), "");
}

#[test]
fn the_finding_is_what_the_check_of_assignments_forbids() {
    let rows = |rest: &str| {
        [
            assigned("C", "M", "2025-01-01", ""),
            assigned("C", "N", "2025-02-01", rest),
        ]
    };
    let excepted = r#", "exception": {"reason": "r", "until": "2025-03-01"}"#;
    for (rest, lawful) in [("", false), (excepted, true)] {
        let all = rows(rest);
        let input = format!(
            r#"{{"units": [{{"id": "HO", "name": "HO", "level": "head_office"}},
                {{"id": "JX", "name": "JX", "level": "front_line", "parent": "HO"}}],
            "customers": [{{"customer_id": "C"}}], "from": "2025-01-01", "to": "2026-01-01",
            "managers": [{{"manager_id": "M", "grade": "senior", "unit_id": "JX"}},
                {{"manager_id": "N", "grade": "senior", "unit_id": "JX"}}],
            "assignments": [{}]}}"#,
            all.join(",")
        );
        let checked = insurant::Engine::builtin()
            .unwrap()
            .call("assignment_check", &input);
        let told = |problems: insurant::Problems| {
            let mut all = problems.iter();
            all.all(|p| p.code().as_str() == "overlapping_assignments")
        };
        assert_eq!(checked.is_ok(), lawful, "{checked:?}");
        if let Err(problems) = checked {
            assert!(told(problems));
        }
        assert_eq!(findings(&all).is_empty(), lawful);
    }
}

#[test]
fn another_customer_is_none_of_theirs() {
    let other = [assigned("D", "M", "2025-01-01", "")];
    assert_eq!(whose(&other, "2025-05-05"), "whose:nobody");
}

#[test]
fn a_day_with_an_own_customer_is_no_supervised_day() {
    let assignments = [
        assigned("C", "M", "2025-01-01", r#", "supervised_by": "S""#),
        assigned("D", "M", "2025-03-01", r#", "to": "2025-04-01""#),
    ];
    let answer = call(&assignments.join(","), "").unwrap();
    let expected = concat!(
        r#""own":{"days":31,"ranges":[{"from":"2025-03-01","to":"2025-04-01"}],"results":{}},"#,
        r#""supervised":{"by":[{"manager_id":"S","results":{}}],"days":334,"ranges":["#,
        r#"{"from":"2025-01-01","to":"2025-03-01"},{"from":"2025-04-01","to":"2026-01-01"}]}"#,
    );
    assert!(answer.contains(expected), "{answer}");
}

#[test]
fn silence_is_not_zero_and_a_kind_that_is_given_is() {
    let assignments = [
        assigned("C", "M", "2025-01-01", ""),
        assigned("D", "N", "2025-01-01", ""),
        assigned("D", "O", "2024-01-01", r#", "to": "2025-01-01""#),
    ];
    let answer = call(
        &assignments.join(","),
        &amount("A", "C", "2025-05-05", "-12.5"),
    )
    .unwrap();
    assert!(
        answer.contains(r#""results":{"new_premium":"-12.50"}"#),
        "{answer}"
    );
    assert!(
        answer.contains(r#""results":{"new_premium":"0.00"}"#),
        "{answer}"
    );
    assert!(!answer.contains("incurred"), "{answer}");
    assert!(answer.contains(r#",{"manager_id":"O"}],"#), "{answer}");
}

#[test]
fn sums_beyond_64_bits_are_exact() {
    let always = assigned("C", "M", "2025-01-01", "");
    let largest = "92233720368547758.07";
    let amounts = [
        amount("A", "C", "2025-05-05", largest),
        amount("B", "C", "2025-05-05", largest),
    ];
    let answer = call(&always, &amounts.join(",")).unwrap();
    assert!(
        answer.contains(r#""results":{"new_premium":"184467440737095516.14"}"#),
        "{answer}"
    );
}
