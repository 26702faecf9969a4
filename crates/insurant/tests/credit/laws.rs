//! Laws, on random books.

use insurant::Date;
use insurant::assignment::{Assignment, Exception};
use insurant::complaint::analysis::Period;
use insurant::manager::credit::{CreditBook, CreditKind, CreditedAmount, TwoManagers, Whose};
use insurant_rules::Currency;
use proptest::prelude::*;
use std::collections::BTreeMap;

fn day(n: i32) -> Date {
    Date::parse("2025-01-01").unwrap().add_days(n)
}

/// Random assignments of which none repeats a day for the same customer and manager.
fn assignments() -> impl Strategy<Value = Vec<Assignment>> {
    let one = (
        0..3_usize,
        0..3_usize,
        -50..380_i32,
        prop::option::of(1..200_i32),
        any::<bool>(),
        prop::option::weighted(0.3, 1..200_i32),
    );
    prop::collection::vec(one, 0..12).prop_map(|all| {
        let mut kept: Vec<Assignment> = Vec::new();
        for (customer, manager, from, length, supervised, excepted) in all {
            let one = Assignment {
                customer_id: format!("C{customer}"),
                manager_id: format!("M{manager}"),
                from: day(from),
                to: length.map(|length| day(from + length)),
                supervised_by: supervised.then(|| "S".to_owned()),
                exception: excepted.map(|length| Exception {
                    reason: "handover".to_owned(),
                    until: day(from + length),
                }),
            };
            let clash = |other: &&Assignment| {
                (&other.customer_id, &other.manager_id) == (&one.customer_id, &one.manager_id)
                    && other.overlaps(&one)
            };
            if !kept.iter().any(|other| clash(&other)) {
                kept.push(one);
            }
        }
        kept
    })
}

fn amounts() -> impl Strategy<Value = Vec<CreditedAmount>> {
    let one = (0..3_usize, 0..5_usize, -50..400_i32, any::<i64>());
    prop::collection::vec(one, 0..20).prop_map(|all| {
        let all = all.into_iter().enumerate();
        all.map(|(n, (customer, kind, on, minor))| CreditedAmount {
            amount_id: format!("A{n}"),
            customer_id: format!("C{customer}"),
            kind: CreditKind::ALL[kind],
            effective: day(on),
            minor,
        })
        .collect()
    })
}

proptest! {
    #[test]
    fn nothing_is_lost_and_nothing_is_counted_twice(assigned in assignments(), given in amounts()) {
        let period = Period::parse("2025").unwrap();
        let book = CreditBook::new(assigned.clone(), given.clone()).unwrap();
        let credits = book.credit(period);
        let mut own: BTreeMap<(&str, CreditKind), i128> = BTreeMap::new();
        let mut supervised: BTreeMap<(&str, CreditKind), i128> = BTreeMap::new();
        for (amount, whose) in credits.amounts() {
            // The same, by looking at every assignment.
            let covering: Vec<&Assignment> = assigned
                .iter()
                .filter(|a| a.customer_id == amount.customer_id && a.covers(amount.effective))
                .collect();
            let expected = match (period.has(amount.effective), covering.as_slice()) {
                (false, _) => "outside_period",
                (true, []) => "nobody",
                (true, [only]) if only.supervised_by.is_some() => "supervised",
                (true, [_]) => "own",
                (true, _) => "shared",
            };
            prop_assert_eq!(whose.word(), expected);
            match whose {
                Whose::Own(manager) => {
                    prop_assert_eq!(*manager, covering[0].manager_id.as_str());
                    *own.entry((manager, amount.kind)).or_default() += i128::from(amount.minor);
                }
                Whose::Supervised { manager, .. } => {
                    *supervised.entry((manager, amount.kind)).or_default() += i128::from(amount.minor);
                }
                _ => {}
            }
        }
        for total in credits.totals() {
            let parts = total.own + total.supervised + total.shared + total.nobody + total.outside_period;
            prop_assert_eq!(total.given, parts);
            let all = given.iter().filter(|a| a.kind == total.kind);
            prop_assert_eq!(total.given, all.map(|a| i128::from(a.minor)).sum::<i128>());
        }
        for manager in credits.managers() {
            for (kind, sum) in manager.own.iter().flat_map(|own| own.results()) {
                prop_assert_eq!(sum, own.remove(&(manager.manager_id, kind)).unwrap_or(0));
            }
            let by = manager.supervised.iter().flat_map(|s| s.by());
            for (kind, sum) in by.flat_map(|(_, sums)| sums) {
                prop_assert_eq!(sum, supervised.remove(&(manager.manager_id, kind)).unwrap_or(0));
            }
            let days = manager.own.as_ref().map_or(0, |own| own.days.count())
                + manager.supervised.as_ref().map_or(0, |s| s.days.count());
            prop_assert!(days <= period.days(), "no day counts twice");
        }
        prop_assert!(own.is_empty() && supervised.is_empty(), "every manager is listed");
    }

    #[test]
    fn two_managers_are_found_on_the_days_on_which_they_are(assigned in assignments()) {
        let period = Period::parse("2025").unwrap();
        let book = CreditBook::new(assigned.clone(), Vec::new()).unwrap();
        let credits = book.credit(period);
        for n in -50..430 {
            let on = day(n);
            let mut expected: Vec<(&str, [&str; 2])> = Vec::new();
            for (i, a) in assigned.iter().enumerate() {
                for b in assigned.iter().skip(i + 1) {
                    let both = a.customer_id == b.customer_id && a.covers(on) && b.covers(on);
                    if both && period.has(on) && a.exception.is_none() && b.exception.is_none() {
                        let mut pair = [a.manager_id.as_str(), b.manager_id.as_str()];
                        pair.sort_unstable();
                        expected.push((&a.customer_id, pair));
                    }
                }
            }
            expected.sort_unstable();
            let holds = |f: &&TwoManagers<'_>| f.from <= on && on < f.to;
            let found = credits.findings().iter().filter(holds);
            let mut found: Vec<_> = found.map(|f| (f.customer_id, f.managers)).collect();
            found.sort_unstable();
            prop_assert_eq!(found, expected);
        }
    }

    #[test]
    fn the_order_of_the_input_never_matters(
        (assigned, shuffled) in assignments().prop_flat_map(|a| (Just(a.clone()), Just(a).prop_shuffle())),
        (given, mixed) in amounts().prop_flat_map(|a| (Just(a.clone()), Just(a).prop_shuffle())),
    ) {
        let bytes = |assigned, given| {
            let book = CreditBook::new(assigned, given).unwrap();
            let credits = book.credit(Period::parse("2025").unwrap());
            credits.to_json(Currency::parse("CNY").unwrap()).to_canonical_string()
        };
        prop_assert_eq!(bytes(assigned, given), bytes(shuffled, mixed));
    }
}
