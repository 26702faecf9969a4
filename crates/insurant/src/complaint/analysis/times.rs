//! How long complaints took, from receipt to closing.

use super::{Rate, Undefined};
use std::collections::BTreeMap;

/// How long the complaints closed in a period took.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Times {
    /// How many there are of each bucket; the last has no upper end.
    pub buckets: Vec<u64>,
    /// The median of the days; of an even number, midway between the two in the middle.
    pub median: Rate,
    /// The mean of the days.
    pub mean: Rate,
    /// The most days.
    pub longest: Option<u32>,
}

/// Complaints by days, so that a median is exact and needs no list of them all.
#[derive(Debug, Clone, Default)]
pub(super) struct Days(BTreeMap<u32, u64>);

impl Days {
    pub(super) fn add(&mut self, days: u32) {
        *self.0.entry(days).or_default() += 1;
    }

    pub(super) fn times(&self, bucket_days: &[u32]) -> Times {
        let mut buckets = vec![0; bucket_days.len() + 1];
        let (mut count, mut sum) = (0_u64, 0_i128);
        for (days, n) in &self.0 {
            let bucket = bucket_days.partition_point(|most| most < days);
            if let Some(bucket) = buckets.get_mut(bucket) {
                *bucket += n;
            }
            count += n;
            sum += i128::from(*days) * i128::from(*n);
        }
        let middles = |count: u64| self.nth((count - 1) / 2).zip(self.nth(count / 2));
        let median = match count.checked_sub(1).and_then(|_| middles(count)) {
            Some((low, high)) if count.is_multiple_of(2) => {
                Rate::of(low + high, 2, Undefined::NothingClosed)
            }
            Some((middle, _)) => Rate::of(middle, 1, Undefined::NothingClosed),
            None => Rate::Undefined(Undefined::NothingClosed),
        };
        Times {
            buckets,
            median,
            mean: Rate::of(sum, count, Undefined::NothingClosed),
            longest: self.0.keys().next_back().copied(),
        }
    }

    /// The days of the n-th complaint, from 0, shortest first.
    fn nth(&self, n: u64) -> Option<u32> {
        let mut seen = 0;
        self.0.iter().find_map(|(days, count)| {
            seen += count;
            (seen > n).then_some(*days)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn times(days: &[u32]) -> Times {
        let mut all = Days::default();
        days.iter().for_each(|days| all.add(*days));
        all.times(&[28, 56])
    }

    #[test]
    fn the_last_day_of_a_bucket_belongs_to_it() {
        let found = times(&[0, 28, 29, 56, 57, 400]);
        assert_eq!(found.buckets, [2, 2, 2]);
        assert_eq!(found.longest, Some(400));
        assert_eq!(found.median, Rate::Known { num: 85, den: 2 });
        assert_eq!(found.mean, Rate::Known { num: 570, den: 6 });
    }

    #[test]
    fn the_median_of_an_odd_number_is_one_of_them() {
        assert_eq!(times(&[3, 1, 2]).median, Rate::Known { num: 2, den: 1 });
        assert_eq!(times(&[1, 1, 9]).median, Rate::Known { num: 1, den: 1 });
        assert_eq!(times(&[]).median, Rate::Undefined(Undefined::NothingClosed));
        assert_eq!(times(&[]).buckets, [0, 0, 0]);
    }
}
