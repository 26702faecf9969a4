//! The laws of the core, on random customers: what must hold whatever the facts are.
//!
//! `facts` makes customers, nasty ones on purpose; `reference` measures and decides on them once
//! more, slowly, from the words of the definitions; the other files are one group of laws each. More
//! cases by hand: `PROPTEST_CASES=20000 cargo test -p insurant --test laws`.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]

mod category;
mod explain;
mod facts;
mod fold;
mod history;
mod measures;
mod order;
mod overflow;
mod reference;
mod roundtrip;
mod sheet;
mod thresholds;
mod view;
mod windows;

/// How many cases a law is tried on: so many, or `PROPTEST_CASES` times as many as usual.
fn cases(usual: u32) -> u32 {
    let asked = std::env::var("PROPTEST_CASES").ok();
    let asked = asked.and_then(|cases| cases.parse::<u64>().ok());
    asked.map_or(usual, |cases| {
        let share = u64::from(usual) * cases / 256;
        u32::try_from(share).unwrap_or(u32::MAX).max(1)
    })
}
