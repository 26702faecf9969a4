//! A branch rebalanced: 20,000 customers, 200 managers. `cargo bench -p insurant --bench assignment`.
//!
//! For each size a line says what was placed, the points, the gap to the bound that is proved, and
//! the moves; `max alloc` in the table is the most memory that was held at a time. As a test
//! (`cargo test --benches`) each runs once on a branch of a thousandth of the pairs.
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
use std::cell::Cell;

#[global_allocator]
static MEMORY: divan::AllocProfiler = divan::AllocProfiler::system();

fn main() {
    divan::main();
}

fn day() -> Date {
    Date::parse("2026-07-01").expect("a date")
}

/// A made branch.
fn branch(managers: u64, customers: u64, efforts: &Efforts) -> Register {
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
    // Mixed, so that an effort goes with no other fact.
    let effort = |i: u64| {
        let mixed = i.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40;
        *efforts
            .of
            .get(mixed as usize % efforts.of.len())
            .expect("an effort")
    };
    let wanted: i64 = (0..customers).map(effort).sum();
    let staff = (0..managers).zip(grades).map(|(i, grade)| Manager {
        lines: vec![format!("l{}", random(8)), format!("l{}", random(8))],
        languages: vec![format!("g{}", random(3))],
        place: Some(format!("p{}", random(30))),
        capacity: Some((wanted * efforts.room / 100 / managers as i64).max(1)),
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
        effort: Some(effort(i)),
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

/// Whether each bench is to run once only, to see that it runs: then on a small branch.
fn is_test() -> bool {
    let mut said = (false, false);
    for word in std::env::args() {
        said = (said.0 || word == "--bench", said.1 || word == "--test");
    }
    !said.0 || said.1
}

fn solve(bencher: Bencher<'_, '_>, (managers, customers): (u64, u64), efforts: &Efforts) {
    let (managers, customers) = if is_test() {
        (managers / 10, customers / 100)
    } else {
        (managers, customers)
    };
    let engine = Engine::builtin().expect("built-in rulebooks load");
    let rules: &AssignmentRules = engine
        .assignment_rules("example-assignment", day())
        .expect("it is built in");
    let register = branch(managers, customers, efforts);
    let question = Question {
        on: day(),
        mode: Mode::Rebalance,
        unit: None,
    };
    let reached = Cell::new(None);
    bencher.bench_local(|| {
        let plan = register.solve(rules, black_box(&question), &mut Unwatched);
        reached.set(Some(plan.expect("a plan").quality));
    });
    let quality = reached.into_inner().expect("it ran");
    println!(
        "{managers} x {customers}: placed {} of at most {}, fit {} of at most {}, gap {}, {} moves",
        quality.placed,
        quality.placed_bound,
        quality.fit,
        quality.fit_bound,
        quality.gap().unwrap_or_default(),
        quality.moves,
    );
}

/// What customers take, and for how many in a hundred of it there is room.
struct Efforts {
    of: &'static [i64],
    room: i64,
}

const EQUAL: Efforts = Efforts {
    of: &[1],
    room: 104,
};

const fn spread(room: i64) -> Efforts {
    Efforts {
        of: &[1, 7, 30, 60],
        room,
    }
}

/// Equal efforts, to the optimum: at most 10 s.
#[divan::bench(sample_count = 1, sample_size = 1)]
fn equal_efforts_200_by_20_000(bencher: Bencher<'_, '_>) {
    solve(bencher, (200, 20_000), &EQUAL);
}

/// Efforts near one another, within one percent: at most 10 s.
#[divan::bench(sample_count = 1, sample_size = 1)]
fn unequal_efforts_200_by_20_000(bencher: Bencher<'_, '_>) {
    let near = Efforts {
        of: &[1, 2, 3, 5, 8],
        room: 104,
    };
    solve(bencher, (200, 20_000), &near);
}

/// Efforts far from one another, whatever the room in a hundred of what is wanted.
#[divan::bench(args = [50, 90, 99, 110], sample_count = 1, sample_size = 1)]
fn spread_efforts_200_by_20_000_room(bencher: Bencher<'_, '_>, room: i64) {
    solve(bencher, (200, 20_000), &spread(room));
}

/// Managers and customers grow together: four times as many pairs from line to line.
#[divan::bench(args = [(100, 10_000), (200, 20_000), (400, 40_000)], sample_count = 1, sample_size = 1)]
fn growth_spread_efforts(bencher: Bencher<'_, '_>, size: (u64, u64)) {
    solve(bencher, size, &spread(99));
}
