//! Sets of days as ranges.

use crate::complaint::analysis::Period;
use crate::date::Date;
use insurant_rules::order::InOrder;

/// Days as ranges `[from, to)`, in order; no two overlap or touch.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Days(Vec<(Date, Date)>);

impl Days {
    /// The union of ranges, as far as they lie in a period.
    pub(super) fn within(
        period: Period,
        ranges: impl Iterator<Item = (Date, Option<Date>)>,
    ) -> Self {
        let clipped = ranges.map(|(from, to)| {
            let to = to.map_or(period.to(), |to| to.min(period.to()));
            (from.max(period.from()), to)
        });
        let mut ranges: Vec<(Date, Date)> = clipped.filter(|(from, to)| from < to).collect();
        ranges.order();
        let mut joined: Vec<(Date, Date)> = Vec::new();
        for (from, to) in ranges {
            match joined.last_mut() {
                Some((_, end)) if from <= *end => *end = to.max(*end),
                _ => joined.push((from, to)),
            }
        }
        Self(joined)
    }

    /// These days without others.
    pub(super) fn without(&self, others: &Self) -> Self {
        let mut left = Vec::new();
        for (from, to) in &self.0 {
            let mut from = *from;
            for (other_from, other_to) in &others.0 {
                if *other_to <= from || *other_from >= *to {
                    continue;
                }
                if from < *other_from {
                    left.push((from, *other_from));
                }
                from = *other_to;
            }
            if from < *to {
                left.push((from, *to));
            }
        }
        Self(left)
    }

    /// The ranges `[from, to)`.
    #[must_use]
    pub fn ranges(&self) -> &[(Date, Date)] {
        &self.0
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many there are.
    #[must_use]
    pub fn count(&self) -> i32 {
        self.0
            .iter()
            .map(|(from, to)| to.days() - from.days())
            .sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    /// The same sets, day by day.
    fn naive(days: &Days) -> BTreeSet<i32> {
        let ranges = days.ranges().iter();
        ranges
            .flat_map(|(from, to)| from.days()..to.days())
            .collect()
    }

    fn ranges() -> impl Strategy<Value = Vec<(Date, Option<Date>)>> {
        let range = (0..40_i32, prop::option::of(1..20_i32)).prop_map(|(from, length)| {
            let from = Date::from_days(from).unwrap();
            (from, length.map(|length| from.add_days(length)))
        });
        prop::collection::vec(range, 0..6)
    }

    proptest! {
        #[test]
        fn days_are_what_counting_them_one_by_one_says(a in ranges(), b in ranges()) {
            let period = Period::new(Date::from_days(5).unwrap(), Date::from_days(35).unwrap()).unwrap();
            let by_day = |ranges: &[(Date, Option<Date>)]| -> BTreeSet<i32> {
                let covered = |day: &i32| ranges.iter().any(|(from, to)| {
                    from.days() <= *day && to.is_none_or(|to| *day < to.days())
                });
                (5..35).filter(covered).collect()
            };
            let (one, other) = (Days::within(period, a.iter().copied()), Days::within(period, b.iter().copied()));
            prop_assert_eq!(naive(&one), by_day(&a));
            let left: BTreeSet<i32> = by_day(&a).difference(&by_day(&b)).copied().collect();
            let without = one.without(&other);
            prop_assert_eq!(usize::try_from(without.count()).unwrap(), left.len());
            prop_assert_eq!(naive(&without), left);
            prop_assert!(one.ranges().windows(2).all(|w| w[0].1 < w[1].0), "ranges that touch are one");
        }
    }
}
