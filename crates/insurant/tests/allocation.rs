//! The decision path allocates nothing once its memory has grown.

#![allow(clippy::expect_used, reason = "a test that cannot start has failed")]

#[path = "../../../benches/customer.rs"]
mod customer;

use insurant::decision::Trace;
use insurant::{Date, Engine, Scratch};

#[test]
fn a_verdict_allocates_nothing() {
    let engine = Engine::builtin().expect("built-in rulebooks load");
    let as_of = Date::parse(customer::AS_OF).expect("a date");
    let rules = engine
        .rules("cn-property", as_of)
        .expect("cn-property is built in");
    let facts = customer::customer().expect("dates");
    let customer = rules.check(facts).expect("the facts hold together");
    let dated = rules.on(as_of);
    let (mut scratch, mut trace) = (Scratch::new(), Trace::new());
    let first = dated.trace(&customer, &mut scratch, &mut trace);
    let counted = allocation_counter::measure(|| {
        assert_eq!(dated.assess(&customer, &mut scratch), first);
        assert_eq!(dated.trace(&customer, &mut scratch, &mut trace), first);
    });
    assert_eq!(counted.count_total, 0);
    let seen = allocation_counter::measure(|| drop(std::hint::black_box(Box::new(1))));
    assert_eq!(seen.count_total, 1, "the counter counts");
}
