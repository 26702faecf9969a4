//! A portfolio larger than memory, from made-up streams through files on disk:
//! `cargo bench -p insurant-batch --bench spill -- --customers 20000000 --megabytes 1000 --dir FOLDER`.
//! With `--texts` identifiers are texts, with `--rare` no policy is plain. Prints the time and the most memory that the process had, and fails when that is more than allowed.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::float_arithmetic,
    missing_docs,
    reason = "a benchmark that cannot start has failed"
)]

mod feed;

use feed::{AS_OF, Portfolio, checksum, peak};
use insurant::{Date, Engine};
use insurant_batch::assess::Options;
use insurant_batch::spill::{Spill, Stream, Streams, stream};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

const MEASURES: [&str; 6] = [
    "earned_premium(12m)",
    "loss_ratio(36m)",
    "incurred(lifetime)",
    "claim_count(12m)",
    "claim_free_years",
    "placed_premium(12m)",
];

fn argument(name: &str) -> Option<String> {
    let mut all = std::env::args().skip_while(|argument| argument != name);
    all.nth(1)
}

fn main() -> ExitCode {
    let number = |name: &str, otherwise: u64| {
        argument(name).map_or(otherwise, |text| text.parse().expect("a number"))
    };
    let told = |name: &str| std::env::args().any(|argument| argument == name);
    let gate = told("--test");
    let customers = number("--customers", if gate { 10_000 } else { 1_000_000 });
    let megabytes = number("--megabytes", 128);
    let threads = usize::try_from(number("--threads", 2)).expect("few");
    let dir = argument("--dir").map_or_else(std::env::temp_dir, PathBuf::from);

    let engine = Engine::builtin().expect("built-in rulebooks load");
    let as_of = Date::from_days(AS_OF).expect("a day");
    let rules = engine
        .rules_with("cn-property", as_of, &MEASURES)
        .expect("measures");
    let plain = engine.rules("cn-property", as_of).expect("a rulebook");
    let portfolio = Portfolio {
        texts: told("--texts"),
        rare: told("--rare"),
        ..Portfolio::new(customers)
    };
    let [people, policies, movements, claims, entries] = portfolio
        .tables(65_536)
        .map(|table| -> Stream { Box::new(table) });
    let streams = Streams {
        customers: people,
        policies,
        movements: Some(movements),
        claims,
        entries: Some(entries),
    };
    let options = Options {
        threads,
        ..Options::default()
    };
    let spill = Spill::new(&dir, megabytes * 1_000_000);
    let before = peak();
    let begun = Instant::now();
    let streamed =
        stream(&rules, plain, as_of, streams, &options, &spill).expect("a good portfolio");
    let assessed = begun.elapsed();
    let (mut rows, mut sum) = (0, 0_u64);
    for batch in streamed.answers {
        let batch = batch.expect("an answer");
        sum = sum.wrapping_add(checksum(&batch, rows));
        rows += u64::try_from(batch.num_rows()).expect("few");
    }
    let taken = begun.elapsed();
    println!(
        "{rows} customers, {} policies, {} claims, {threads} threads: assessed in {:.1} s, answers taken by {:.1} s, checksum {sum:016x}",
        portfolio.policies(),
        portfolio.claims(),
        assessed.as_secs_f64(),
        taken.as_secs_f64(),
    );
    let (Some(before), Some(peak)) = (before, peak()) else {
        return ExitCode::SUCCESS;
    };
    println!(
        "most memory: {} MB of {megabytes} MB allowed, {} MB before the run",
        peak / 1_000_000,
        before / 1_000_000
    );
    if rows == customers && peak <= megabytes * 1_000_000 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
