//! A customer as C lays it out, any numbers in its rows: assessed alone, without a scratch, and among
//! others, now and then on two threads, which all say the same; a failure writes nothing.
//!
//! The input is the numbers one after another, little end first; those behind the end are 0.
#![no_main]

use insurant_c::*;
use libfuzzer_sys::fuzz_target;
use std::ptr::{null, null_mut};
use std::sync::LazyLock;

const AS_OF: i32 = 19_905;
const MEASURES: [&str; 2] = ["annual_premium", "loss_ratio(12m)"];

struct Rules(*mut InsurantRules);

// SAFETY: rules never change, and any number of threads may use them at once.
unsafe impl Send for Rules {}
// SAFETY: as above.
unsafe impl Sync for Rules {}

fn text(text: &str) -> InsurantStr {
    InsurantStr {
        ptr: text.as_ptr(),
        len: text.len(),
    }
}

static RULES: LazyLock<Rules> = LazyLock::new(|| {
    let (mut engine, mut rules) = (null_mut(), null_mut());
    let measures: Vec<InsurantStr> = MEASURES.iter().map(|measure| text(measure)).collect();
    // SAFETY: the outputs are writable and the texts live.
    unsafe {
        insurant_engine_new(&raw mut engine, null_mut());
        let status = insurant_rules_new(
            engine,
            text("cn-property"),
            AS_OF,
            measures.as_ptr(),
            measures.len(),
            &raw mut rules,
            null_mut(),
        );
        assert_eq!(status, InsurantStatus::Ok);
        insurant_engine_free(engine);
    }
    Rules(rules)
});

struct Numbers<'a>(&'a [u8]);

impl Numbers<'_> {
    fn bytes<const N: usize>(&mut self) -> [u8; N] {
        let mut bytes = [0; N];
        let (taken, rest) = self.0.split_at(N.min(self.0.len()));
        bytes[..taken.len()].copy_from_slice(taken);
        self.0 = rest;
        bytes
    }
    fn small(&mut self) -> i32 {
        i8::from_le_bytes(self.bytes()).into()
    }
    fn code(&mut self) -> u32 {
        u8::from_le_bytes(self.bytes()).into()
    }
    fn int(&mut self) -> i32 {
        i32::from_le_bytes(self.bytes())
    }
    fn long(&mut self) -> i64 {
        i64::from_le_bytes(self.bytes())
    }
    fn count(&mut self, most: usize) -> usize {
        usize::from(self.bytes::<1>()[0]) % (most + 1)
    }
    fn policies(&mut self, movements: &mut Vec<Vec<InsurantMovement>>) -> Vec<InsurantPolicy> {
        let count = self.count(12);
        (0..count)
            .map(|_| {
                let mut row = InsurantPolicy {
                    id: text(""),
                    line: self.code(),
                    source: self.small(),
                    start: self.int(),
                    end: self.int(),
                    cancelled_on: self.int(),
                    issued_on: self.int(),
                    written_premium: self.long(),
                    refunded: self.long(),
                    tender: self.code(),
                    insured_units: self.code(),
                    movements: null(),
                    movement_count: 0,
                };
                let list: Vec<InsurantMovement> = (0..self.count(4))
                    .map(|_| InsurantMovement {
                        effective: self.int(),
                        amount: self.long(),
                    })
                    .collect();
                row.movement_count = list.len();
                row.movements = list.as_ptr();
                movements.push(list);
                row
            })
            .collect()
    }
}

fn result(values: &mut [InsurantValue]) -> InsurantResult {
    InsurantResult {
        size: size_of::<InsurantResult>(),
        status: -7,
        category: -7,
        standing: -7,
        cause: -7,
        hindsight: -7,
        projected: -7,
        held: 7,
        holds: 7,
        unknown: 7,
        alerts: 7,
        alerts_unknown: 7,
        proposals: 7,
        proposals_unknown: 7,
        values: values.as_mut_ptr(),
        value_capacity: values.len(),
        value_count: 7,
    }
}

/// What a result says, without where its values lie.
fn said(result: &InsurantResult) -> ([i32; 6], [u64; 7], usize) {
    (
        [
            result.status,
            result.category,
            result.standing,
            result.cause,
            result.hindsight,
            result.projected,
        ],
        [
            result.held,
            result.holds,
            result.unknown,
            result.alerts,
            result.alerts_unknown,
            result.proposals,
            result.proposals_unknown,
        ],
        result.value_count,
    )
}

const NONE: InsurantValue = InsurantValue {
    state: 0,
    kind: 0,
    num: 0,
    den: 0,
};

fuzz_target!(|input: &[u8]| {
    // Threads are made anew by each call, and take longer than what they do.
    let sum = input.iter().fold(0_u8, |sum, byte| sum.wrapping_add(*byte));
    let threads = if sum.is_multiple_of(64) { 2 } else { 1 };
    let mut numbers = Numbers(input);
    let n = &mut numbers;
    let mut customer = InsurantCustomer {
        size: size_of::<InsurantCustomer>(),
        id: text(""),
        kind: n.small(),
        credit: n.small(),
        intends_to_insure: n.small(),
        fraud_signs: n.small(),
        hard_to_settle: n.small(),
        manager_assigned: n.small(),
        history_from: n.int(),
        valued_on: n.int(),
        next_review: n.int(),
        policies: null(),
        policy_count: 0,
        placed: null(),
        placed_count: 0,
        policy_stride: size_of::<InsurantPolicy>(),
        movement_stride: size_of::<InsurantMovement>(),
        claims: null(),
        claim_count: 0,
        claim_stride: size_of::<InsurantClaim>(),
        entries: null(),
        entry_count: 0,
        entry_stride: size_of::<InsurantEntry>(),
        inputs: null(),
        input_count: 0,
    };
    let mut movements = Vec::new();
    let policies = n.policies(&mut movements);
    let placed = n.policies(&mut movements);
    let claims: Vec<InsurantClaim> = (0..n.count(12))
        .map(|_| InsurantClaim {
            id: text(""),
            policy: n.small(),
            status: n.small(),
            loss_date: n.int(),
            reported_on: n.int(),
            paid: n.long(),
            reserve: n.long(),
            recovered: n.long(),
            event: n.code(),
            catastrophe: n.code(),
        })
        .collect();
    let entries: Vec<InsurantEntry> = (0..n.count(4))
        .map(|_| InsurantEntry {
            id: text(""),
            state: n.small(),
            effective: n.int(),
            expiry: n.int(),
        })
        .collect();
    let inputs: Vec<InsurantValue> = (0..n.count(4))
        .map(|_| InsurantValue {
            state: n.small(),
            kind: 0,
            num: n.long(),
            den: n.long(),
        })
        .collect();
    (customer.policies, customer.policy_count) = (policies.as_ptr(), policies.len());
    (customer.placed, customer.placed_count) = (placed.as_ptr(), placed.len());
    (customer.claims, customer.claim_count) = (claims.as_ptr(), claims.len());
    (customer.entries, customer.entry_count) = (entries.as_ptr(), entries.len());
    (customer.inputs, customer.input_count) = (inputs.as_ptr(), inputs.len());

    let mut values = [[NONE; 3]; 4];
    let [alone, fresh, first, second] = &mut values;
    let (mut one, mut other) = (result(alone), result(fresh));
    let mut both = [result(first), result(second)];
    let (untouched, mut scratch, mut err) = (said(&one), null_mut(), null_mut());
    // SAFETY: everything lives and is as it says; what is handed over is freed once.
    unsafe {
        insurant_scratch_new(&raw mut scratch, null_mut());
        let status = insurant_rules_assess(RULES.0, &customer, scratch, &raw mut one, &raw mut err);
        insurant_scratch_free(scratch);
        assert_ne!(status, InsurantStatus::Panic);
        assert_eq!(status == InsurantStatus::Ok, err.is_null());
        insurant_error_free(err);
        let again =
            insurant_rules_assess(RULES.0, &customer, null_mut(), &raw mut other, null_mut());
        assert_eq!(status, again);
        assert_eq!(said(&one), said(&other));
        let many = insurant_rules_assess_many(
            RULES.0,
            [customer, customer].as_ptr(),
            size_of::<InsurantCustomer>(),
            both.as_mut_ptr(),
            size_of::<InsurantResult>(),
            2,
            threads,
            None,
            null_mut(),
            null_mut(),
        );
        assert_eq!(many, InsurantStatus::Ok);
        assert_eq!(said(&both[0]), said(&both[1]));
        assert_eq!(both[0].status, status as i32);
        if status == InsurantStatus::Ok {
            assert_eq!(said(&one), said(&both[0]));
            assert!((0..=7).contains(&one.category) && (0..=3).contains(&one.standing));
            assert!(one.value_count == 2 || one.cause != 0);
        } else {
            assert_eq!(said(&one), untouched);
        }
    }
    assert_eq!(values[0], values[1]);
    assert_eq!(values[2], values[3]);
    drop(movements);
});
