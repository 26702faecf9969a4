//! A portfolio in columns: the engine beside a loop written by hand for the same workload, in one
//! run. `cargo bench -p insurant-batch --bench portfolio -- [CUSTOMERS]`; with `--write FOLDER` the
//! tables and the answers as Parquet, for those of benches/peers, and with `--grouped` by customer; with
//! `--book` the kept book instead.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    clippy::float_arithmetic,
    missing_docs,
    reason = "a benchmark that cannot start has failed"
)]

mod hand;
mod kept;
mod workload;
mod write;

use arrow_array::cast::AsArray as _;
use arrow_array::types::{Int8Type, Int64Type, UInt64Type};
use arrow_array::{Array as _, RecordBatch};
use hand::Answer;
use insurant::{CustomerRules, Date, Engine};
use insurant_batch::assess::{Assessed, Options, Tables, Workspace, assess_in};
use insurant_rules::document::Document;
use std::time::{Duration, Instant};
use workload::{AS_OF, Workload};

const MEASURES: [&str; 16] = [
    "earned_premium(12m)",
    "earned_premium(36m)",
    "earned_premium(lifetime)",
    "incurred(12m)",
    "incurred(36m)",
    "incurred(lifetime)",
    "loss_ratio(12m)",
    "loss_ratio(36m)",
    "loss_ratio(lifetime)",
    "claim_count(12m)",
    "claim_count(36m)",
    "claim_count(lifetime)",
    "claim_free_years",
    "annual_premium(source: direct)",
    "annual_premium(source: intermediary)",
    "annual_premium(source: tender)",
];

struct Bench {
    rules: CustomerRules,
    plain: CustomerRules,
    as_of: Date,
    room: Workspace,
}

impl Bench {
    fn new() -> Self {
        let engine = Engine::builtin().expect("built-in rulebooks load");
        let compile = |measures: &[&str]| {
            let text = include_str!("workload.toml");
            let document =
                Document::parse_toml("workload.toml", text).expect("the workload is TOML");
            engine
                .rules_of(document, measures)
                .expect("the workload is a rulebook")
        };
        Self {
            rules: compile(&MEASURES),
            plain: compile(&[]),
            as_of: Date::from_days(AS_OF).expect("a day"),
            room: Workspace::new(),
        }
    }

    fn run(&mut self, tables: &[RecordBatch; 3], threads: usize) -> Assessed {
        let [customers, policies, claims] = tables;
        let tables = Tables {
            customers: std::slice::from_ref(customers),
            policies: std::slice::from_ref(policies),
            claims: std::slice::from_ref(claims),
            ..Tables::default()
        };
        let options = Options {
            threads,
            ..Options::default()
        };
        let Self {
            rules, plain, room, ..
        } = self;
        assess_in(room, rules, plain, self.as_of, &tables, &options)
            .map_err(|failure| failure.to_string())
            .expect("the workload has no fault")
    }
}

/// What the engine found, as the loop tells it.
fn answers(assessed: &Assessed) -> Vec<Answer> {
    let batch = &assessed.batches[0];
    let column = |name: &str| {
        batch
            .column_by_name(name)
            .expect("a column that was asked for")
    };
    let whole = |name: &str| column(name).as_primitive::<Int64Type>().values().to_vec();
    let word = |name: &str| {
        column(name)
            .as_dictionary::<Int8Type>()
            .keys()
            .values()
            .to_vec()
    };
    let bits = |name: &str| column(name).as_primitive::<UInt64Type>().values().to_vec();
    let three = |name: &str, of: [&str; 3]| of.map(|of| whole(&format!("{name}({of})")));
    let windows = ["12m", "36m", "lifetime"];
    let (earned, incurred) = (three("earned_premium", windows), three("incurred", windows));
    let claims = three("claim_count", windows);
    let sources = ["source: direct", "source: intermediary", "source: tender"];
    let annual = three("annual_premium", sources);
    let free = column("claim_free_years").as_primitive::<Int64Type>();
    let (category, standing) = (word("category"), word("standing"));
    let (alerts, proposals) = (bits("alerts"), bits("proposals"));
    let categories = ["unattached", "prospect", "standard", "preferred", "key"];
    let place = |key: i8| {
        let word = insurant::Category::WORDS[key as usize];
        categories
            .iter()
            .position(|known| *known == word)
            .unwrap_or(9) as u8
    };
    let watch = insurant::Standing::Watch.position() as i8;
    let at = |columns: &[Vec<i64>; 3], row: usize| [0, 1, 2].map(|i: usize| columns[i][row]);
    (0..batch.num_rows())
        .map(|row| Answer {
            category: place(category[row]),
            standing: u8::from(standing[row] == watch),
            alerts: alerts[row] as u8,
            proposals: proposals[row] as u8,
            earned: at(&earned, row),
            incurred: at(&incurred, row),
            claims: at(&claims, row),
            free_years: free.is_valid(row).then(|| free.value(row)),
            annual: at(&annual, row),
        })
        .collect()
}

/// The peak of memory so far, in MB.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM"));
    let number = line.and_then(|line| line.split_whitespace().nth(1)?.parse::<u64>().ok());
    number.unwrap_or(0) / 1024
}

fn resident() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS"));
    let number = line.and_then(|line| line.split_whitespace().nth(1)?.parse::<u64>().ok());
    number.unwrap_or(0) / 1024
}

fn main() {
    let count = std::env::args().skip(1).find_map(|word| word.parse().ok());
    let test = std::env::args().any(|word| word == "--test");
    let count: usize = count.unwrap_or(if test { 10_000 } else { 1_000_000 });
    let rounds = if test { 1 } else { 7 };
    let mut bench = Bench::new();
    if let Some(folder) = std::env::args().skip_while(|word| word != "--write").nth(1) {
        let grouped = std::env::args().any(|word| word == "--grouped");
        let tables = Workload::new(count, grouped).tables();
        write::write(
            std::path::Path::new(&folder),
            &tables,
            &bench.run(&tables, 2),
        );
        return;
    }
    if std::env::args().any(|word| word == "--book") {
        kept::run(&bench, count, rounds);
        return;
    }
    for grouped in [false, true] {
        let work = Workload::new(count, grouped);
        let tables = work.tables();
        let by_hand = if grouped {
            hand::run_grouped
        } else {
            hand::run
        };
        println!(
            "{count} customers, {} policies, {} claims, {}",
            work.policies.len(),
            work.claims.len(),
            if grouped {
                "by customer"
            } else {
                "in no order"
            }
        );
        for threads in [2, 1] {
            bench.room = Workspace::new();
            let before = resident();
            let start = Instant::now();
            let engine = bench.run(&tables, threads);
            let first = start.elapsed();
            let more = peak().saturating_sub(before);
            assert!(
                answers(&engine) == by_hand(&work, threads),
                "the answers differ"
            );
            drop(engine);
            let (mut by_engine, mut hand_times) = (Vec::new(), Vec::new());
            for _ in 0..rounds {
                let start = Instant::now();
                drop(bench.run(&tables, threads));
                by_engine.push(start.elapsed());
                let start = Instant::now();
                drop(by_hand(&work, threads));
                hand_times.push(start.elapsed());
            }
            by_engine.sort_unstable();
            hand_times.sort_unstable();
            let show = |times: &[Duration]| (times[0], times[times.len() / 2]);
            let ((engine, median), (hand, hand_median)) = (show(&by_engine), show(&hand_times));
            let ms = |time: Duration| time.as_secs_f64() * 1000.0;
            println!(
                "  engine, memory, {threads} threads: {:.1} ms best, {:.1} ms median; {:.1} ms the \
                 first time, {more} MB more",
                ms(engine),
                ms(median),
                ms(first)
            );
            println!(
                "  hand, memory, {threads} threads: {:.1} ms best, {:.1} ms median; ratio {:.2}",
                ms(hand),
                ms(hand_median),
                ms(engine) / ms(hand)
            );
        }
    }
}
