//! The solver against every assignment there is.

#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    reason = "the figures of tests are small"
)]

use super::*;
use crate::progress::Unwatched;
use proptest::prelude::*;
use std::ops::ControlFlow;

/// Every assignment that breaks no rule.
fn all(instance: &Instance) -> Vec<Vec<Option<u32>>> {
    let mut all = vec![Vec::new()];
    for item in 0..instance.items.len() as u32 {
        let mut longer = Vec::new();
        for places in &all {
            let bins =
                (0..instance.bins.len() as u32).filter(|b| instance.points(item, *b).is_some());
            for place in std::iter::once(None).chain(bins.map(Some)) {
                let mut places: Vec<Option<u32>> = places.clone();
                places.push(place);
                longer.push(places);
            }
        }
        longer.retain(|places| instance.is_feasible(places));
        all = longer;
    }
    all
}

/// The best of all assignments, by its definition.
fn best(instance: &Instance) -> Measure {
    let measures = all(instance)
        .into_iter()
        .map(|places| instance.measure(&places));
    measures
        .reduce(|a, b| if b.is_better(&a) { b } else { a })
        .unwrap()
}

fn instance(items: Vec<(Vec<i32>, i64, u32, u32)>, bins: Vec<(i64, i64)>) -> Instance {
    let rows = items.iter().map(|(row, ..)| row.clone().into_boxed_slice());
    let rows: Vec<Box<[i32]>> = rows.collect();
    let count = bins.len() as u32;
    let items = items
        .into_iter()
        .enumerate()
        .map(|(i, (_, effort, present, class))| Item {
            row: i as u32,
            effort,
            // One more than there are bins: it is nowhere.
            present: (present % (count + 1) < count).then_some(present % (count + 1)),
            class,
        });
    let bins = bins
        .into_iter()
        .map(|(capacity, load)| Bin { capacity, load });
    Instance::new(items.collect(), bins.collect(), rows)
}

/// Few different points, so that there are many ties; one pair in five is forbidden.
fn points() -> impl Strategy<Value = i32> {
    prop_oneof![1 => Just(FORBIDDEN), 4 => -2..5_i32]
}

fn small(
    efforts: std::ops::RangeInclusive<i64>,
    equal: bool,
    classes: u32,
) -> impl Strategy<Value = Instance> {
    (1..5_usize, 0..7_usize, efforts.clone()).prop_flat_map(move |(bins, items, one)| {
        let effort = if equal { one..=one } else { efforts.clone() };
        let item = (
            prop::collection::vec(points(), bins),
            effort,
            0..12_u32,
            0..classes,
        );
        let bin = (1..9_i64, 0..4_i64);
        (
            prop::collection::vec(item, items),
            prop::collection::vec(bin, bins),
        )
            .prop_map(|(items, bins)| instance(items, bins))
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn equal_efforts_are_solved_to_the_optimum(instance in small(1..=3, true, 1)) {
        let solved = solve(&instance, &mut Unwatched).unwrap();
        prop_assert!(instance.is_feasible(&solved.places));
        prop_assert_eq!(&solved.measure, &instance.measure(&solved.places));
        prop_assert_eq!(&solved.measure, &best(&instance));
        prop_assert!(solved.optimal);
    }

    #[test]
    fn equal_efforts_with_priorities_are_solved_to_the_optimum(instance in small(1..=2, true, 4)) {
        let solved = solve(&instance, &mut Unwatched).unwrap();
        prop_assert!(instance.is_feasible(&solved.places));
        prop_assert_eq!(&solved.measure, &best(&instance));
    }

    #[test]
    fn unequal_efforts_keep_their_rooms_and_their_bounds(instance in small(1..=5, false, 1)) {
        let solved = uneven::solve(&instance, &mut Unwatched).unwrap();
        prop_assert!(instance.is_feasible(&solved.places));
        prop_assert_eq!(&solved.measure, &instance.measure(&solved.places));
        let optimum = best(&instance);
        prop_assert!(!solved.measure.is_better(&optimum));
        prop_assert!(optimum.total() <= solved.bounds.placed);
        prop_assert!(solved.optimal);
        prop_assert_eq!(&solved.measure, &optimum);
        // Whatever places as many has no more points than the bound.
        let rivals = all(&instance).into_iter().map(|places| instance.measure(&places));
        let rivals = rivals.filter(|rival| rival.total() >= solved.measure.total());
        prop_assert!(rivals.map(|rival| rival.fit).max().unwrap() <= solved.bounds.fit);
    }

    #[test]
    fn unequal_efforts_are_never_worse_than_greedy(instance in small(1..=5, false, 3)) {
        let solved = uneven::solve(&instance, &mut Unwatched).unwrap();
        let simple = instance.measure(&greedy::greedy(&instance));
        prop_assert!(!simple.is_better(&solved.measure));
        prop_assert!(solved.optimal);
        prop_assert_eq!(solved.measure, best(&instance));
    }

    #[test]
    fn any_price_is_a_bound(
        instance in small(1..=5, false, 1),
        lambda in prop::collection::vec(0..40_i64, 5),
        scale in 1..9_i64,
    ) {
        let lambda = lambda[..instance.bins.len()].to_vec();
        let prices = bound::Prices { lambda, scale };
        for places in all(&instance) {
            let measure = instance.measure(&places);
            prop_assert!(measure.total() <= bound::placed(&instance, &prices));
            prop_assert!(measure.fit <= bound::fit(&instance, &prices, measure.total()));
        }
    }
}

/// A made instance of any size; `spread` is how many efforts there are.
fn large(items: u32, bins: u32, spread: i64) -> Instance {
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut random = move |below: u64| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 11) % below
    };
    // Some bins suit everybody better, so that there is not room for all where they fit best.
    let liked: Vec<u64> = (0..bins).map(|_| random(40)).collect();
    let mut effort = 0;
    let given: Vec<_> = (0..items)
        .map(|_| {
            let row = liked.iter().map(|liked| match random(10) {
                0 => FORBIDDEN,
                _ => (liked + random(60)) as i32,
            });
            let row: Vec<i32> = row.collect();
            let own = 1 + random(spread as u64) as i64;
            effort += own;
            (row, own, random(2 * u64::from(bins)) as u32, 0)
        })
        .collect();
    let each = effort * 21 / 20 / i64::from(bins) + 1;
    let spare = (0..bins)
        .map(|i| (each + i64::from(i % 3) - 1, 0))
        .collect();
    let mut made = instance(given, spare);
    for (i, item) in made.items.iter_mut().enumerate() {
        item.present = item.present.filter(|_| i % 3 > 0);
    }
    made
}

#[test]
fn many_unequal_efforts_are_better_than_greedy_and_within_one_percent() {
    let instance = large(2_000, 25, 6);
    let solved = solve(&instance, &mut Unwatched).unwrap();
    assert!(instance.is_feasible(&solved.places));
    let simple = instance.measure(&greedy::greedy(&instance));
    assert!(solved.measure.is_better(&simple));
    assert_eq!(solved.measure.total(), 2_000);
    assert!(solved.measure.fit <= solved.bounds.fit);
    assert!((solved.bounds.fit - solved.measure.fit) * 100 <= solved.bounds.fit);
}

#[test]
fn costs_as_one_number_order_as_their_components_do() {
    for seed in 1..6 {
        let instance = large(100 * seed, 3 * seed, 1);
        let solved = solve(&instance, &mut Unwatched).unwrap();
        let mut places = vec![None; instance.items.len()];
        let held = flow::by_components(&instance, 1);
        for (bin, held) in held.iter().enumerate().take(instance.bins.len()) {
            for piece in held {
                places[piece.item as usize] = Some(bin as u32);
            }
        }
        assert_eq!(instance.measure(&places), solved.measure);
    }
}

#[test]
fn a_caller_can_end_the_call() {
    let mut calls = 0;
    let mut stop = |_: &str, _: u64, _: u64| {
        calls += 1;
        ControlFlow::Break(())
    };
    for spread in [1, 4] {
        assert_eq!(solve(&large(50, 4, spread), &mut stop), Err(Cancelled));
    }
    assert_eq!(calls, 2);
}
