//! The kept book: a day's changes, another day, other rules; beside the loop by hand over all.

use crate::hand;
use crate::workload::Workload;
use crate::{Bench, answers};
use arrow_array::UInt32Array;
use arrow_select::take::take_record_batch;
use insurant_batch::assess::{Assessed, Options, Tables};
use insurant_batch::book::{Book, Changes};
use std::hint::black_box;
use std::time::Instant;

const TOUCHED: usize = 1_000;

pub(crate) fn run(bench: &Bench, count: usize, rounds: usize) {
    let work = Workload::new(count, false);
    let tables = work.tables();
    let [customers, policies, claims] = &tables;
    let whole = Tables {
        customers: std::slice::from_ref(customers),
        policies: std::slice::from_ref(policies),
        claims: std::slice::from_ref(claims),
        ..Tables::default()
    };
    let options = Options {
        threads: 2,
        ..Options::default()
    };
    let ms = |start: Instant| start.elapsed().as_secs_f64() * 1000.0;
    let start = Instant::now();
    let mut book = Book::open(&bench.rules, &bench.plain, bench.as_of, &whole, &options)
        .expect("the workload has no fault");
    println!(
        "{count} customers, 2 threads: the book opened in {:.0} ms",
        ms(start)
    );
    let stride = policies.num_rows() / TOUCHED.min(policies.num_rows());
    let (mut apply, mut refresh, mut rules, mut by_hand) = (vec![], vec![], vec![], vec![]);
    let mut touched = 0;
    for round in 0..rounds {
        let rows = (0..TOUCHED).map(|i| ((i * stride + round) % policies.num_rows()) as u32);
        let rows = take_record_batch(policies, &UInt32Array::from_iter_values(rows));
        let rows = [rows.expect("rows of the table")];
        let start = Instant::now();
        let changes = Changes {
            rows: Tables {
                policies: &rows,
                ..Tables::default()
            },
            ..Changes::default()
        };
        black_box(book.apply(&changes).expect("no fault"));
        let changed = book.changed().expect("rows");
        apply.push(ms(start));
        touched = changed.num_rows();
    }
    let own = book.answers().expect("rows");
    let own = Assessed {
        schema: own.schema(),
        batches: vec![own],
        report: book.refresh(bench.as_of).expect("no fault"),
    };
    assert!(answers(&own) == hand::run(&work, 2), "the answers differ");
    let grouped = Workload::new(count, true);
    for _ in 0..rounds.min(3) {
        let start = Instant::now();
        black_box(book.refresh(bench.as_of).expect("no fault"));
        refresh.push(ms(start));
        let start = Instant::now();
        black_box(
            book.with_rules(&bench.rules, &bench.plain)
                .expect("no fault"),
        );
        rules.push(ms(start));
        let start = Instant::now();
        black_box(hand::run_grouped(&grouped, 2));
        by_hand.push(ms(start));
    }
    let best = |times: &[f64]| times.iter().copied().fold(f64::INFINITY, f64::min);
    let hand = best(&by_hand);
    println!("  {touched} changed customers: {:.2} ms best", best(&apply));
    for (what, times) in [("another day", &refresh), ("other rules", &rules)] {
        let time = best(times);
        println!(
            "  {what}: {time:.0} ms best; by hand, by customer: {hand:.0} ms; ratio {:.1}",
            time / hand
        );
    }
}
