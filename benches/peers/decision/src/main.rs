//! One decision from ready-made measures, and one row of a large table, by insurant and its peers.
//!
//! `cargo xtask bench-peers --only decision`, or `--only table`; here `cargo run --release -- decision`.

mod contest;
mod customer;
mod own;
mod peers;
mod table;

use contest::{Contestant, Outcome, contest, tell};
use customer::{by_hand, customers};
use std::process::ExitCode;

const CUSTOMERS: usize = 1024;
const ROUNDS: usize = 15;

fn decision() -> Outcome {
    let customers = customers(CUSTOMERS);
    let wanted: Vec<u32> = customers.iter().map(by_hand).collect();
    let met = |bits: u32, of: u32| wanted.iter().filter(|&told| told & bits == of).count();
    let categories = [0, 1, 2, 3, 4].map(|category| met(7, category));
    println!(
        "{CUSTOMERS} customers by category {categories:?}; alerts {} and {}; criterion {}",
        met(8, 8),
        met(16, 16),
        met(32, 32)
    );
    let mut all: Vec<Box<dyn Contestant>> = vec![
        Box::new(own::Own::new(&customers)?),
        Box::new(peers::Hand(customers.clone())),
        Box::new(peers::DataLogic::new(&customers)?),
        Box::new(peers::ZenExpression::new(&customers)?),
        Box::new(peers::Cel::new(&customers)?),
        Box::new(peers::Rhai::new(&customers, true)?),
        Box::new(peers::Rhai::new(&customers, false)?),
        Box::new(peers::ZenEngine::new(&customers)?),
    ];
    let times = contest(&mut all, &wanted, ROUNDS)?;
    tell(
        "one decision from ready-made measures, one thread, all answers equal:",
        &times,
    );
    Ok(())
}

fn main() -> ExitCode {
    let only = std::env::args().nth(1);
    let asked = |what: &str| only.as_deref().is_none_or(|only| only == what);
    let mut outcome = Ok(());
    if asked("decision") {
        outcome = outcome.and_then(|()| decision());
    }
    if asked("table") {
        outcome = outcome.and_then(|()| table::tables(ROUNDS));
    }
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}
