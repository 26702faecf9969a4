//! What is wrong with the rows of a customer is told at once, each where it lies.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "what cannot be made fails the test that wants it"
)]

mod host;

use host::{Library, Told, text};
use insurant_c::*;
use std::ptr::{null, null_mut};

/// 2024-07-01.
const AS_OF: i32 = 19905;

fn policy(line: u32) -> InsurantPolicy {
    InsurantPolicy {
        id: text(""),
        line,
        source: InsurantBusinessSource::Direct as i32,
        start: AS_OF - 200,
        end: AS_OF + 166,
        cancelled_on: INSURANT_NO_DAY,
        issued_on: INSURANT_NO_DAY,
        written_premium: 480_000,
        refunded: 0,
        tender: 0,
        insured_units: 1,
        movements: null(),
        movement_count: 0,
    }
}

fn claim(policy: i32) -> InsurantClaim {
    InsurantClaim {
        id: text(""),
        policy,
        status: InsurantClaimStatus::Settled as i32,
        loss_date: AS_OF - 90,
        reported_on: INSURANT_NO_DAY,
        paid: 1,
        reserve: 0,
        recovered: 0,
        event: 0,
        catastrophe: 0,
    }
}

fn customer(policies: &[InsurantPolicy], claims: &[InsurantClaim]) -> InsurantCustomer {
    InsurantCustomer {
        size: size_of::<InsurantCustomer>(),
        id: text(""),
        kind: InsurantCustomerKind::Individual as i32,
        credit: 0,
        intends_to_insure: 0,
        fraud_signs: 0,
        hard_to_settle: 0,
        manager_assigned: 0,
        history_from: INSURANT_NO_DAY,
        valued_on: INSURANT_NO_DAY,
        next_review: INSURANT_NO_DAY,
        policies: policies.as_ptr(),
        policy_count: policies.len(),
        placed: null(),
        placed_count: 0,
        policy_stride: size_of::<InsurantPolicy>(),
        movement_stride: size_of::<InsurantMovement>(),
        claims: claims.as_ptr(),
        claim_count: claims.len(),
        claim_stride: size_of::<InsurantClaim>(),
        entries: null(),
        entry_count: 0,
        entry_stride: size_of::<InsurantEntry>(),
        inputs: null(),
        input_count: 0,
    }
}

/// Rules with what they say of a customer.
struct Rules(*mut InsurantRules);

impl Rules {
    fn new(library: &Library) -> Self {
        Self(library.rules(AS_OF))
    }

    fn line(&self, name: &str) -> u32 {
        let mut line = 0;
        // SAFETY: the rules and the text live, and `line` is writable.
        let status = unsafe { insurant_rules_line(self.0, text(name), &raw mut line, null_mut()) };
        assert_eq!(status, InsurantStatus::Ok);
        line
    }

    fn assess(&self, customer: &InsurantCustomer) -> Told {
        let mut result = host::empty_result();
        let mut err = null_mut();
        // SAFETY: everything lives until after the call, and is as it says.
        let status = unsafe {
            insurant_rules_assess(self.0, customer, null_mut(), &raw mut result, &raw mut err)
        };
        Told::of(status, err)
    }
}

impl Drop for Rules {
    fn drop(&mut self) {
        // SAFETY: made by `new` and not used again.
        unsafe { insurant_rules_free(self.0) };
    }
}

#[test]
fn everything_that_is_wrong_with_a_customer_is_told_at_once() {
    let library = Library::open();
    let rules = Rules::new(&library);
    let motor = rules.line("motor");
    let movement = InsurantMovement {
        effective: i32::MAX,
        amount: 1,
    };
    let policies = [
        InsurantPolicy {
            source: 0,
            // What does not hang on the wrong number is told beside it.
            end: AS_OF - 300,
            ..policy(motor)
        },
        policy(motor),
        InsurantPolicy {
            start: i32::MAX,
            cancelled_on: i32::MAX,
            movements: &raw const movement,
            movement_count: 1,
            ..policy(motor)
        },
    ];
    let claims = [
        InsurantClaim {
            status: 9,
            paid: -1,
            catastrophe: 2,
            ..claim(7)
        },
        InsurantClaim {
            loss_date: i32::MAX,
            ..claim(0)
        },
    ];
    let entry = InsurantEntry {
        id: text(""),
        state: 0,
        effective: AS_OF,
        expiry: AS_OF,
    };
    let value = InsurantValue {
        state: 4,
        kind: 0,
        num: 0,
        den: 1,
    };
    let told = rules.assess(&InsurantCustomer {
        kind: 0,
        fraud_signs: 3,
        valued_on: i32::MAX,
        placed: null(),
        placed_count: 1,
        entries: &raw const entry,
        entry_count: 1,
        inputs: &raw const value,
        input_count: 1,
        ..customer(&policies, &claims)
    });
    let wrong: Vec<(&str, &str)> = told
        .problems
        .iter()
        .map(|problem| (problem.code.as_str(), problem.path.as_str()))
        .collect();
    assert_eq!(
        wrong,
        [
            ("null_pointer", "customer.placed"),
            ("bad_enum", "customer.kind"),
            ("bad_enum", "customer.fraud_signs"),
            ("out_of_range", "customer.valued_on"),
            ("bad_enum", "customer.policies[0].source"),
            ("end_before_start", "customer.policies[0].end"),
            ("out_of_range", "customer.policies[2].start"),
            ("out_of_range", "customer.policies[2].cancelled_on"),
            (
                "out_of_range",
                "customer.policies[2].movements[0].effective"
            ),
            ("out_of_range", "customer.claims[0].policy"),
            ("bad_enum", "customer.claims[0].status"),
            ("bad_enum", "customer.claims[0].catastrophe"),
            ("negative_amount", "customer.claims[0].paid"),
            ("out_of_range", "customer.claims[1].loss_date"),
            ("bad_enum", "customer.entries[0].state"),
            ("expiry_before_effective", "customer.entries[0].expiry"),
            ("bad_enum", "customer.inputs[0].state"),
        ]
    );
    // The status is that of the first problem that is no fact's own.
    assert_eq!(told.status, InsurantStatus::NullPointer);
}

#[test]
fn a_wrong_number_names_its_enumeration_and_the_members() {
    let library = Library::open();
    let rules = Rules::new(&library);
    let told = rules.assess(&InsurantCustomer {
        kind: 9,
        credit: 4,
        manager_assigned: -1,
        ..customer(&[], &[])
    });
    let said: Vec<(&str, &str, &str)> = told
        .problems
        .iter()
        .map(|p| (p.message.as_str(), p.found.as_str(), p.expected.as_str()))
        .collect();
    assert_eq!(
        said,
        [
            (
                "`customer.kind` is no InsurantCustomerKind",
                "9",
                "1 individual, 2 organisation, 3 partner"
            ),
            (
                "`customer.credit` is no InsurantCredit",
                "4",
                "0 unknown, 1 good, 2 fair, 3 poor"
            ),
            (
                "`customer.manager_assigned` is no InsurantTold",
                "-1",
                "0 unknown, 1 no, 2 yes"
            ),
        ]
    );
    assert_eq!(told.status, InsurantStatus::BadEnum);
}

#[test]
fn a_line_is_a_number_that_the_rules_gave_out() {
    let library = Library::open();
    let rules = Rules::new(&library);
    // A field that nobody set is found.
    let never = [policy(0), policy(4_000_000_000)];
    let told = rules.assess(&customer(&never, &[]));
    let said: Vec<(&str, &str, &str)> = told
        .problems
        .iter()
        .map(|p| (p.code.as_str(), p.path.as_str(), p.found.as_str()))
        .collect();
    assert_eq!(
        said,
        [
            ("out_of_range", "customer.policies[0].line", "0"),
            ("out_of_range", "customer.policies[1].line", "4000000000"),
        ]
    );
    assert_eq!(told.status, InsurantStatus::OutOfRange);
    assert!(told.problems[0].remedy.contains("insurant_rules_line"));
    // The number after the last that was given out is none until it is.
    let last = rules.line("a line of the host's");
    assert_ne!(last, 0);
    let next = [policy(last), policy(last + 1)];
    let told = rules.assess(&customer(&next, &[]));
    assert_eq!(told.problems.len(), 1, "{told:?}");
    assert_eq!(told.problems[0].path, "customer.policies[1].line");
    assert_eq!(rules.line("one more"), last + 1);
    let told = rules.assess(&customer(&next, &[]));
    assert_eq!(told.status, InsurantStatus::Ok, "{told:?}");
}
