//! A made-up portfolio in columns: the same for the same number of customers.

use arrow_array::types::Int8Type;
use arrow_array::{
    ArrayRef, Date32Array, DictionaryArray, Int8Array, Int64Array, RecordBatch, StringArray,
};
use std::sync::Arc;

/// 2026-07-01, in days since 1970.
pub(crate) const AS_OF: i32 = 20_635;

/// A source of numbers.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % bound
    }

    fn shuffle<T>(&mut self, rows: &mut [T]) {
        for i in (1..rows.len()).rev() {
            let j = self.below(i as u64 + 1) as usize;
            rows.swap(i, j);
        }
    }
}

#[derive(Clone, Copy)]
pub(crate) struct Policy {
    pub(crate) id: i64,
    pub(crate) customer: i64,
    pub(crate) line: i8,
    pub(crate) source: i8,
    pub(crate) start: i32,
    pub(crate) end: i32,
    pub(crate) written: i64,
}

#[derive(Clone, Copy)]
pub(crate) struct Claim {
    pub(crate) id: i64,
    pub(crate) policy: i64,
    pub(crate) loss: i32,
    pub(crate) status: i8,
    pub(crate) paid: i64,
    pub(crate) reserve: i64,
}

/// Customers, policies over six years, claims on them: rows in no order, or by customer.
pub(crate) struct Workload {
    pub(crate) customers: Vec<i64>,
    pub(crate) policies: Vec<Policy>,
    pub(crate) claims: Vec<Claim>,
}

impl Workload {
    pub(crate) fn new(count: usize, grouped: bool) -> Self {
        let mut dice = Dice(2026);
        let first = 1_000_000;
        let mut customers: Vec<i64> = (0..count as i64).map(|n| first + n).collect();
        let (mut policies, mut claims) = (Vec::new(), Vec::new());
        for &customer in &customers {
            // Annual policies one after the other; some customers ended, some began late.
            let years = [0, 1, 2, 3, 3, 4, 5, 6, 4, 3][dice.below(10) as usize];
            let (line, source) = (dice.below(3) as i8, dice.below(3) as i8);
            let mut start = AS_OF - 365 * years - dice.below(300) as i32 + 150;
            for _ in 0..years {
                let id = policies.len() as i64;
                let end = start + 365;
                let written = 10_000 + dice.below(300_000) as i64;
                policies.push(Policy {
                    id,
                    customer,
                    line,
                    source,
                    start,
                    end,
                    written,
                });
                if dice.below(1000) < 325 {
                    let loss = start + dice.below(365) as i32;
                    let open = dice.below(8) == 0;
                    claims.push(Claim {
                        id: claims.len() as i64,
                        policy: id,
                        loss,
                        status: i8::from(!open),
                        paid: if open { 0 } else { dice.below(400_000) as i64 },
                        reserve: if open { dice.below(400_000) as i64 } else { 0 },
                    });
                }
                start = end;
            }
        }
        if !grouped {
            dice.shuffle(&mut customers);
            dice.shuffle(&mut policies);
            dice.shuffle(&mut claims);
        }
        Self {
            customers,
            policies,
            claims,
        }
    }

    pub(crate) fn tables(&self) -> [RecordBatch; 3] {
        let policies = |of: fn(&Policy) -> i64| numbers(self.policies.iter().map(of));
        let claims = |of: fn(&Claim) -> i64| numbers(self.claims.iter().map(of));
        let days = |days: Vec<i32>| -> ArrayRef { Arc::new(Date32Array::from(days)) };
        let customers = vec![
            ("customer_id", numbers(self.customers.iter().copied())),
            (
                "kind",
                words(vec![0; self.customers.len()], &["individual"]),
            ),
        ];
        let lines = self.policies.iter().map(|p| p.line).collect();
        let sources = self.policies.iter().map(|p| p.source).collect();
        let policies = vec![
            ("policy_id", policies(|p| p.id)),
            ("customer_id", policies(|p| p.customer)),
            ("line", words(lines, &["motor", "property", "liability"])),
            (
                "business_source",
                words(sources, &["direct", "intermediary", "tender"]),
            ),
            (
                "start",
                days(self.policies.iter().map(|p| p.start).collect()),
            ),
            ("end", days(self.policies.iter().map(|p| p.end).collect())),
            ("written_premium", policies(|p| p.written)),
        ];
        let statuses = self.claims.iter().map(|c| c.status).collect();
        let claims = vec![
            ("claim_id", claims(|c| c.id)),
            ("policy_id", claims(|c| c.policy)),
            (
                "loss_date",
                days(self.claims.iter().map(|c| c.loss).collect()),
            ),
            ("status", words(statuses, &["open", "settled"])),
            ("paid", claims(|c| c.paid)),
            ("reserve", claims(|c| c.reserve)),
        ];
        [customers, policies, claims]
            .map(|columns| RecordBatch::try_from_iter(columns).expect("columns of one length"))
    }
}

fn numbers(values: impl Iterator<Item = i64>) -> ArrayRef {
    Arc::new(Int64Array::from_iter_values(values))
}

fn words(keys: Vec<i8>, words: &[&str]) -> ArrayRef {
    let values = Arc::new(StringArray::from(words.to_vec()));
    let keys = Int8Array::from(keys);
    Arc::new(DictionaryArray::<Int8Type>::try_new(keys, values).expect("keys of the words"))
}
