//! One decision: facts to category, standing and alerts; the same with its trace; the same as
//! bytes with its digests. `cargo bench --bench decision`.

#![allow(
    clippy::expect_used,
    missing_docs,
    reason = "a benchmark that cannot start has failed"
)]

mod customer;

use customer::{AS_OF, customer};
use divan::{Bencher, black_box};
use insurant::decision::Trace;
use insurant::{Date, Engine, Scratch};

fn main() {
    divan::main();
}

fn with(run: impl FnOnce(&insurant::DatedRules<'_>, &insurant::facts::CheckedCustomer)) {
    let engine = Engine::builtin().expect("built-in rulebooks load");
    let as_of = Date::parse(AS_OF).expect("a date");
    let rules = engine
        .rules("cn-property", as_of)
        .expect("cn-property is built in");
    let customer = rules
        .check(customer().expect("dates"))
        .expect("the facts hold together");
    run(&rules.on(as_of), &customer);
}

/// Facts to verdict, without explanation: at most 200 ns.
#[divan::bench(sample_size = 1000)]
fn verdict(bencher: Bencher<'_, '_>) {
    with(|rules, customer| {
        let mut scratch = Scratch::new();
        bencher.bench_local(|| rules.assess(black_box(customer), &mut scratch));
    });
}

/// Facts to verdict with every comparison kept: at most 1 µs.
#[divan::bench(sample_size = 1000)]
fn verdict_with_trace(bencher: Bencher<'_, '_>) {
    with(|rules, customer| {
        let (mut scratch, mut trace) = (Scratch::new(), Trace::new());
        bencher.bench_local(|| rules.trace(black_box(customer), &mut scratch, &mut trace));
    });
}

/// The whole decision: JSON with figures, and both digests.
#[divan::bench(sample_size = 10)]
fn decision_with_bytes_and_digests(bencher: Bencher<'_, '_>) {
    with(|rules, customer| {
        let mut scratch = Scratch::new();
        bencher.bench_local(|| {
            rules
                .explain(black_box(customer), &mut scratch)
                .json()
                .to_canonical_string()
        });
    });
}

/// The rulebook on a day: once for all customers.
#[divan::bench]
fn rulebook_on_a_day(bencher: Bencher<'_, '_>) {
    let engine = Engine::builtin().expect("built-in rulebooks load");
    let as_of = Date::parse(AS_OF).expect("a date");
    let rules = engine
        .rules("cn-property", as_of)
        .expect("cn-property is built in");
    bencher.bench_local(|| black_box(rules).on(as_of));
}
