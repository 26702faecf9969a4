//! The one root that measures take.

use super::*;
use proptest::prelude::*;

#[test]
fn credibility_is_exact_at_six_places_and_down() {
    let millionths = |claims, full| credibility(claims, full).num;
    assert_eq!(millionths(0, 5), 0);
    assert_eq!(millionths(1, 4), 500_000);
    // 0.7071067..., never 0.707107.
    assert_eq!(millionths(1, 2), 707_106);
    assert_eq!(millionths(999_999, 1_000_000), 999_999);
    assert_eq!(millionths(1_000_000, 1_000_000), 1_000_000);
    assert_eq!(millionths(9, 4), 1_000_000);
    // The root itself, and the least that is below it.
    assert_eq!(millionths(1, 1_000_000_000_000), 1);
    assert_eq!(millionths(1, 1_000_000_000_001), 0);
    assert_eq!(millionths(i64::MAX, i64::MAX), 1_000_000);
    assert_eq!(credibility(1, 0), Slot::UNDEFINED);
    assert_eq!(credibility(1, 1), Slot::ratio(1_000_000, 1_000_000));
}

proptest! {
    #[test]
    fn credibility_is_the_largest_root_that_is_not_above(claims in 0..i64::MAX, full in 1..i64::MAX) {
        let root = i128::from(credibility(claims, full).num);
        let (claims, full) = (i128::from(claims), i128::from(full));
        let square = claims * 1_000_000_000_000;
        prop_assert!(root * root * full <= square || root == 0);
        prop_assert!(root == 1_000_000 || (root + 1) * (root + 1) * full > square);
    }
}
