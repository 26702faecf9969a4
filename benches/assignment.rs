//! A branch rebalanced: 20,000 customers, 200 managers. `cargo bench --bench assignment`.
//!
//! `python3 benches/peers/assignment.py` solves one instance with the built `insurant` command and with
//! OR-tools, in one run, and compares time and objective.

#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::expect_used,
    missing_docs,
    reason = "a benchmark that cannot start has failed, and its figures are small"
)]

use divan::{Bencher, black_box};
use insurant::assignment::{
    Assignment, AssignmentRules, Customer, Facts, Manager, Mode, Question, Register,
};
use insurant::manager::ManagerGrade;
use insurant::organisation::{OrgLevel, Organisation, Unit};
use insurant::{Category, Date, Engine, Unwatched};

#[global_allocator]
static MEMORY: divan::AllocProfiler = divan::AllocProfiler::system();

fn main() {
    divan::main();
}

fn day() -> Date {
    Date::parse("2026-07-01").expect("a date")
}

/// A made branch; efforts of 1, or as the rules say.
fn branch(managers: u64, customers: u64, equal: bool) -> Register {
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut random = |below: u64| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 11) % below
    };
    let units = vec![
        Unit::new("HO", "Head office", OrgLevel::HeadOffice),
        Unit::new("JX", "Jiaxing", OrgLevel::City).under("HO"),
        Unit::new("JX-1", "Jiaxing 1", OrgLevel::FrontLine).under("JX"),
    ];
    let places = 30;
    let distances = (0..places).flat_map(|a| {
        (a + 1..places).map(move |b| insurant::assignment::Distance {
            from: format!("p{a}"),
            to: format!("p{b}"),
            km: (a * 7 + b * 13) % 90,
        })
    });
    let grades = ManagerGrade::ALL.iter().cycle();
    let staff = (0..managers).zip(grades).map(|(i, grade)| Manager {
        lines: vec![format!("l{}", random(8)), format!("l{}", random(8))],
        languages: vec![format!("g{}", random(3))],
        place: Some(format!("p{}", random(30))),
        // Room for a few percent more than there is.
        capacity: Some(customers as i64 * if equal { 104 } else { 232 } / 100 / managers as i64),
        ..Manager::new(format!("M-{i:05}"), *grade, "JX-1")
    });
    let staff: Vec<Manager> = staff.collect();
    let categories = [
        Category::Key,
        Category::Preferred,
        Category::Standard,
        Category::Prospect,
    ];
    let tiers = ["key_development", "normal", "renewal_assurance", "shelved"];
    let people = (0..customers).map(|i| Customer {
        category: categories.get(random(9).min(3) as usize).copied(),
        tier: tiers.get(random(4) as usize).map(|tier| (*tier).to_owned()),
        line: Some(format!("l{}", random(8))),
        language: Some(format!("g{}", random(3))),
        place: Some(format!("p{}", random(30))),
        effort: equal.then_some(1),
        ..Customer::new(format!("C-{i:07}"))
    });
    let people: Vec<Customer> = people.collect();
    let held = (0..customers).filter(|i| i % 4 > 0);
    let held = held.map(|i| {
        let manager = format!("M-{:05}", i * 7 % managers);
        Assignment::new(
            format!("C-{i:07}"),
            manager,
            Date::parse("2025-01-01").expect("a date"),
        )
    });
    Register::new(Facts {
        units: Organisation::new(units).expect("a tree"),
        assignments: held.collect(),
        customers: people,
        managers: staff,
        contacts: vec![],
        distances: distances.collect(),
    })
    .expect("a register")
}

fn solve(bencher: Bencher<'_, '_>, managers: u64, customers: u64, equal: bool) {
    let engine = Engine::builtin().expect("built-in rulebooks load");
    let rules: &AssignmentRules = engine
        .assignment_rules("example-assignment", day())
        .expect("it is built in");
    let register = branch(managers, customers, equal);
    let question = Question {
        on: day(),
        mode: Mode::Rebalance,
        unit: None,
    };
    let plan = || {
        let plan = register.solve(rules, black_box(&question), &mut Unwatched);
        plan.expect("a plan").quality
    };
    let quality = plan();
    println!(
        "{managers} x {customers}: placed {} of at most {}, fit {} of at most {}, gap {:?}, {} moves",
        quality.placed,
        quality.placed_bound,
        quality.fit,
        quality.fit_bound,
        quality.gap(),
        quality.moves,
    );
    bencher.bench_local(plan);
}

/// Equal efforts, to the optimum: at most 10 s.
#[divan::bench(sample_count = 1, sample_size = 1)]
fn equal_efforts_200_by_20_000(bencher: Bencher<'_, '_>) {
    solve(bencher, 200, 20_000, true);
}

/// Unequal efforts, within one percent: at most 10 s.
#[divan::bench(sample_count = 1, sample_size = 1)]
fn unequal_efforts_200_by_20_000(bencher: Bencher<'_, '_>) {
    solve(bencher, 200, 20_000, false);
}

/// Eight times as many pairs.
#[divan::bench(sample_count = 1, sample_size = 1)]
fn unequal_efforts_400_by_80_000(bencher: Bencher<'_, '_>) {
    solve(bencher, 400, 80_000, false);
}
