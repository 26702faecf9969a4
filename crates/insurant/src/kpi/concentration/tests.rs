//! Ties, shares, and what is no part of the whole.

use super::{Report, Spec};
use crate::Engine;
use crate::kpi::{Share, Undefined, Value};
use proptest::prelude::*;

fn spec(top: &[u32], shares: &[&str]) -> Spec {
    Spec {
        top: top.to_vec(),
        shares: shares.iter().map(|s| Share::parse(s).unwrap()).collect(),
        ..Spec::default()
    }
}

#[test]
fn partners_of_the_source_give_its_shares() {
    // 213 partners of which 100 bring 98% and 20 bring 70%: B-39.
    let amounts = (0..213).map(|i| match i {
        0..20 => 3_500,
        20..100 => 350,
        100..212 => 17,
        _ => 96,
    });
    let report = Report::of(spec(&[100, 20, 20], &["98%", "0.7"]), amounts);
    assert_eq!((report.total, report.rows), (100_000, 213));
    let top: Vec<_> = report.top.iter().map(|t| (t.n, t.rows, t.amount)).collect();
    assert_eq!(top, [(20, 20, 70_000), (100, 100, 98_000)]);
    assert_eq!(report.top[1].share_of_rows.shown().unwrap(), "0.469484");
    let with: Vec<_> = report.shares.iter().map(|s| s.with.unwrap().rows).collect();
    assert_eq!(with, [20, 100]);
    assert_eq!(report.shares[0].share.written(), "0.7");
}

#[test]
fn rows_of_one_amount_stay_together() {
    let report = Report::of(spec(&[2, 9], &["50%"]), [10, 30, 10, 10, 40]);
    assert_eq!((report.top[0].rows, report.top[0].amount), (2, 70));
    let report = Report::of(spec(&[3], &["71%", "80%", "100%"]), [10, 30, 10, 10, 40]);
    assert_eq!((report.top[0].rows, report.top[0].amount), (5, 100));
    let with = |at: usize| report.shares[at].with.unwrap();
    assert_eq!((with(0).without_ties, with(0).rows), (3, 5));
    assert_eq!((with(1).without_ties, with(1).rows), (3, 5));
    assert_eq!((with(2).without_ties, with(2).rows), (5, 5));
}

#[test]
fn without_anything_to_share_there_is_no_share() {
    let report = Report::of(spec(&[1], &["80%"]), [0, 0, -5]);
    assert_eq!((report.total, report.rows), (0, 2));
    let none = Value::Undefined(Undefined::NothingToShare);
    assert_eq!(report.top[0].share, none);
    assert_eq!(report.shares[0].with, None);
    let left_out = report.left_out.unwrap();
    assert_eq!((left_out.rows, left_out.amount), (1, -5));
    let empty = Report::of(spec(&[1], &[]), []);
    assert_eq!((empty.top[0].rows, empty.top[0].share_of_rows), (0, none));
}

#[test]
fn a_share_is_above_nothing_and_at_most_everything() {
    for bad in ["100.1%", "1.01", "-5%", "x", "", "0.1234567"] {
        assert_eq!(Share::parse(bad), None, "{bad}");
    }
    assert_eq!(Share::parse("100%").unwrap().written(), "100%");
}

#[test]
fn bad_input_is_told_at_its_place() {
    let engine = Engine::builtin().unwrap();
    let input = r#"{"shares": ["120%"], "rows": [{"id": "A", "amount": "1.5"}, {"id": "A", "amount": "2"}]}"#;
    let told = |input| -> Vec<String> {
        let problems = engine.call("kpi_concentration", input).unwrap_err();
        let told = problems.iter();
        told.map(|p| format!("{} {}", p.code(), p.place().path))
            .collect()
    };
    assert_eq!(
        told(input),
        [
            "out_of_range shares[0]",
            "currency_missing rows[0].amount",
            "duplicate_id rows[1].id"
        ]
    );
    let cents = r#"{"currency": "JPY", "rows": [{"id": "A", "amount": "1.5"}]}"#;
    assert_eq!(told(cents), ["too_many_decimals rows[0].amount"]);
    let answer = engine.call(
        "kpi_concentration",
        r#"{"currency": "USD", "top": [1], "rows": [{"id": "A", "amount": "7.50"}, {"id": "B", "amount": "-2.00"}]}"#,
    );
    assert!(answer.unwrap().contains(r#""total":"7.50""#));
}

proptest! {
    /// The slow, obvious twin: sort, and add one row after the other.
    #[test]
    fn agrees_with_counting_by_hand(amounts in prop::collection::vec(-3_i64..12, 0..40), n in 1_u32..45, percent in 1_i128..101) {
        let share = format!("{percent}%");
        let report = Report::of(spec(&[n], &[&share]), amounts.iter().copied());
        let mut sorted: Vec<i128> = amounts.iter().filter(|a| **a >= 0).map(|a| i128::from(*a)).collect();
        sorted.sort_unstable_by(|a, b| b.cmp(a));
        let total: i128 = sorted.iter().sum();
        let with_ties = |k: usize| match sorted.get(k.max(1) - 1) {
            Some(last) => sorted.iter().filter(|a| *a >= last).count(),
            None => sorted.len(),
        };
        let rows = with_ties(n as usize);
        prop_assert_eq!(report.top[0].rows, rows as u64);
        prop_assert_eq!(report.top[0].amount, sorted.iter().take(rows).sum::<i128>());
        let fewest = (1..=sorted.len()).find(|k| sorted.iter().take(*k).sum::<i128>() * 100 >= percent * total);
        let found = report.shares[0].with.map(|with| (with.without_ties, with.rows));
        let expected = fewest.filter(|_| total > 0).map(|k| (k as u64, with_ties(k) as u64));
        prop_assert_eq!(found, expected);
    }
}
