//! The C interface beside the Rust call that it stands on: `cargo bench --bench capi`.
//!
//! `rust` assesses facts that were checked before; `rust_checked` checks rows of Rust and assesses
//! them, which is what the typed call does with rows of C: `typed` less `rust_checked` is what C
//! costs, `rust_checked` less `rust` what the checks do. `json` is the same question through the JSON
//! call.

#![allow(
    clippy::expect_used,
    missing_docs,
    reason = "a benchmark that cannot start has failed"
)]

mod customer;

use customer::{AS_OF, customer};
use divan::{Bencher, black_box, counter::ItemsCount};
use insurant::facts::{
    Claim, ClaimTerms, CustomerFacts, CustomerView, Entry, Policy, PolicyTerms, PremiumMovement,
    Profile,
};
use insurant::{Date, Engine, Scratch};
use insurant_c::*;
use insurant_rules::{Problems, Slot};
use std::ptr::{null, null_mut};

fn main() {
    divan::main();
}

fn text(text: &str) -> InsurantStr {
    InsurantStr {
        ptr: text.as_ptr(),
        len: text.len(),
    }
}

/// The customer of the benchmarks as C has it.
struct Rows {
    policies: Vec<InsurantPolicy>,
    claims: Vec<InsurantClaim>,
}

impl Rows {
    fn of(facts: &CustomerFacts, line: u32) -> Self {
        let day = |date: Option<Date>| date.map_or(INSURANT_NO_DAY, Date::days);
        let policies = facts.policies.iter().map(|policy| InsurantPolicy {
            id: text(""),
            line,
            source: 1,
            start: policy.start.days(),
            end: policy.end.days(),
            cancelled_on: day(policy.cancelled_on),
            issued_on: day(policy.issued_on),
            written_premium: policy.written_premium,
            refunded: policy.refunded,
            tender: 0,
            insured_units: policy.insured_units,
            movements: null(),
            movement_count: 0,
        });
        let claims = facts.claims.iter().map(|claim| InsurantClaim {
            id: text(""),
            policy: 2,
            status: 2,
            loss_date: claim.loss_date.days(),
            reported_on: day(claim.reported_on),
            paid: claim.paid,
            reserve: claim.reserve,
            recovered: claim.recovered,
            event: 0,
            catastrophe: 0,
        });
        Self {
            policies: policies.collect(),
            claims: claims.collect(),
        }
    }

    fn customer(&self) -> InsurantCustomer {
        InsurantCustomer {
            size: size_of::<InsurantCustomer>(),
            id: text(""),
            kind: 1,
            credit: 1,
            intends_to_insure: 0,
            fraud_signs: 0,
            hard_to_settle: 0,
            manager_assigned: 0,
            history_from: INSURANT_NO_DAY,
            valued_on: INSURANT_NO_DAY,
            next_review: INSURANT_NO_DAY,
            policies: self.policies.as_ptr(),
            policy_count: self.policies.len(),
            placed: null(),
            placed_count: 0,
            policy_stride: size_of::<InsurantPolicy>(),
            movement_stride: size_of::<InsurantMovement>(),
            claims: self.claims.as_ptr(),
            claim_count: self.claims.len(),
            claim_stride: size_of::<InsurantClaim>(),
            entries: null(),
            entry_count: 0,
            entry_stride: size_of::<InsurantEntry>(),
            inputs: null(),
            input_count: 0,
        }
    }
}

fn result() -> InsurantResult {
    InsurantResult {
        size: size_of::<InsurantResult>(),
        status: 0,
        category: 0,
        standing: 0,
        cause: 0,
        hindsight: 0,
        projected: 0,
        held: 0,
        holds: 0,
        unknown: 0,
        alerts: 0,
        alerts_unknown: 0,
        proposals: 0,
        proposals_unknown: 0,
        values: null_mut(),
        value_capacity: 0,
        value_count: 0,
    }
}

/// The library with the rules of the benchmarks.
struct Library {
    engine: *mut InsurantEngine,
    rules: *mut InsurantRules,
}

impl Library {
    fn open() -> Self {
        let (mut engine, mut rules) = (null_mut(), null_mut());
        let as_of = Date::parse(AS_OF).expect("a date").days();
        // SAFETY: every pointer is NULL or writable, and the texts live.
        unsafe {
            assert_eq!(
                insurant_engine_new(&raw mut engine, null_mut()),
                InsurantStatus::Ok
            );
            let made = insurant_rules_new(
                engine,
                text("cn-property"),
                as_of,
                null(),
                0,
                &raw mut rules,
                null_mut(),
            );
            assert_eq!(made, InsurantStatus::Ok);
        }
        Self { engine, rules }
    }

    fn rows(&self) -> Rows {
        let mut line = 0;
        // SAFETY: the rules live and `line` is writable.
        let status =
            unsafe { insurant_rules_line(self.rules, text("property"), &raw mut line, null_mut()) };
        assert_eq!(status, InsurantStatus::Ok);
        Rows::of(&customer().expect("dates"), line)
    }
}

impl Drop for Library {
    fn drop(&mut self) {
        // SAFETY: made by `open` and not used again.
        unsafe {
            insurant_rules_free(self.rules);
            insurant_engine_free(self.engine);
        }
    }
}

/// What C stands on.
#[divan::bench(sample_size = 1000)]
fn rust(bencher: Bencher<'_, '_>) {
    let engine = Engine::builtin().expect("built-in rulebooks load");
    let as_of = Date::parse(AS_OF).expect("a date");
    let rules = engine
        .rules("cn-property", as_of)
        .expect("cn-property is built in");
    let customer = rules
        .check(customer().expect("dates"))
        .expect("the facts hold together");
    let dated = rules.on(as_of);
    let mut scratch = Scratch::new();
    bencher.bench_local(|| dated.assess(black_box(&customer), &mut scratch));
}

/// A customer as a host in Rust would keep it: rows that nobody has checked, and room for them.
#[derive(Default)]
struct Unchecked {
    policies: Vec<PolicyTerms>,
    claims: Vec<ClaimTerms>,
    checked_policies: Vec<Policy>,
    checked_claims: Vec<Claim>,
}

impl Unchecked {
    fn check(&mut self) -> Result<(), Problems> {
        self.checked_policies.clear();
        for terms in &self.policies {
            self.checked_policies.push(Policy::check(*terms, &[])?);
        }
        self.checked_claims.clear();
        for terms in &self.claims {
            self.checked_claims.push(Claim::check(*terms)?);
        }
        Ok(())
    }
}

/// The rows of [`Unchecked`] once they are checked.
struct View<'a> {
    profile: Profile,
    rows: &'a Unchecked,
}

impl CustomerView for View<'_> {
    fn profile(&self) -> Profile {
        self.profile
    }
    fn input(&self, _: usize) -> Slot {
        Slot::UNKNOWN
    }
    fn policies(&self) -> impl Iterator<Item = Policy> {
        self.rows.checked_policies.iter().copied()
    }
    fn movements(&self, _: usize) -> impl Iterator<Item = PremiumMovement> {
        std::iter::empty()
    }
    fn claims(&self) -> impl Iterator<Item = Claim> {
        self.rows.checked_claims.iter().copied()
    }
    fn placed(&self) -> impl Iterator<Item = Policy> {
        std::iter::empty()
    }
    fn placed_movements(&self, _: usize) -> impl Iterator<Item = PremiumMovement> {
        std::iter::empty()
    }
    fn entries(&self) -> impl Iterator<Item = Entry> {
        std::iter::empty()
    }
}

/// Rows of Rust, checked and assessed.
#[divan::bench(sample_size = 1000)]
fn rust_checked(bencher: Bencher<'_, '_>) {
    let engine = Engine::builtin().expect("built-in rulebooks load");
    let as_of = Date::parse(AS_OF).expect("a date");
    let rules = engine
        .rules("cn-property", as_of)
        .expect("cn-property is built in");
    let customer = rules
        .check(customer().expect("dates"))
        .expect("the facts hold together");
    let dated = rules.on(as_of);
    let mut rows = Unchecked {
        policies: customer.policies().map(|policy| *policy.terms()).collect(),
        claims: customer.claims().map(|claim| *claim.terms()).collect(),
        ..Unchecked::default()
    };
    let profile = customer.profile();
    let mut scratch = Scratch::new();
    bencher.bench_local(|| {
        black_box(&mut rows).check()?;
        let view = View {
            profile,
            rows: &rows,
        };
        Ok::<_, Problems>(dated.assess(&view, &mut scratch))
    });
}

/// From the host's arrays into the host's result, the facts checked.
#[divan::bench(sample_size = 1000)]
fn typed(bencher: Bencher<'_, '_>) {
    let library = Library::open();
    let rows = library.rows();
    let (customer, mut out) = (rows.customer(), result());
    let mut scratch = null_mut();
    // SAFETY: `scratch` is writable.
    unsafe { insurant_scratch_new(&raw mut scratch, null_mut()) };
    bencher.bench_local(|| {
        // SAFETY: everything lives and is as it says.
        unsafe {
            insurant_rules_assess(
                library.rules,
                black_box(&raw const customer),
                scratch,
                &raw mut out,
                null_mut(),
            )
        }
    });
    // SAFETY: made above and not used again.
    unsafe { insurant_scratch_free(scratch) };
}

/// The same question as JSON, answered as JSON.
#[divan::bench(sample_size = 10)]
fn json(bencher: Bencher<'_, '_>) {
    let library = Library::open();
    let currency = insurant::Currency::parse("CNY").expect("CNY");
    let facts = customer().expect("dates").to_json(currency);
    let input = format!(
        r#"{{"as_of":"{AS_OF}","customer":{}}}"#,
        facts.to_canonical_string()
    );
    bencher.bench_local(|| {
        let mut out = null_mut();
        // SAFETY: the engine and the texts live, and `out` is writable.
        unsafe {
            let status = insurant_call(
                library.engine,
                text("assess"),
                text(black_box(&input)),
                &raw mut out,
                null_mut(),
            );
            assert_eq!(status, InsurantStatus::Ok);
            insurant_text_free(out)
        }
    });
}

/// A hundred thousand customers in one call.
#[divan::bench(args = [1, 2], sample_count = 5, sample_size = 1)]
fn many(bencher: Bencher<'_, '_>, threads: usize) {
    const COUNT: usize = 100_000;
    let library = Library::open();
    let rows = library.rows();
    let customers = vec![rows.customer(); COUNT];
    let mut results = vec![result(); COUNT];
    bencher
        .counter(ItemsCount::new(COUNT))
        // SAFETY: everything lives and is as it says.
        .bench_local(|| unsafe {
            insurant_rules_assess_many(
                library.rules,
                customers.as_ptr(),
                size_of::<InsurantCustomer>(),
                results.as_mut_ptr(),
                size_of::<InsurantResult>(),
                COUNT,
                threads,
                None,
                null_mut(),
                null_mut(),
            )
        });
}
