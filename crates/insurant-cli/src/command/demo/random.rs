//! Whole numbers by SplitMix64: a seed gives the same portfolio on every machine, for ever.

/// A sequence of numbers.
pub(super) struct Random(u64);

impl Random {
    /// The sequence of a seed.
    pub(super) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number from 0 to below `count`; 0 when there is none.
    pub(super) fn below(&mut self, count: u32) -> u32 {
        let number = u128::from(self.next()) * u128::from(count);
        u32::try_from(number >> 64).unwrap_or(0)
    }

    /// A number of a range, both ends included.
    pub(super) fn between(&mut self, from: i32, to: i32) -> i32 {
        let count = u32::try_from(i64::from(to) - i64::from(from) + 1).unwrap_or(1);
        from.saturating_add_unsigned(self.below(count))
    }

    /// Whether something happens that happens so often in a hundred.
    pub(super) fn chance(&mut self, percent: u32) -> bool {
        self.below(100) < percent
    }

    /// One of several; the first when there is none other.
    pub(super) fn pick<T: Copy>(&mut self, first: T, others: &[T]) -> T {
        let count = u32::try_from(others.len()).unwrap_or(0) + 1;
        match self.below(count).checked_sub(1) {
            Some(at) => usize::try_from(at)
                .ok()
                .and_then(|at| others.get(at))
                .copied()
                .unwrap_or(first),
            None => first,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sequence_is_that_of_splitmix64() {
        let mut random = Random::new(1_234_567);
        assert_eq!(random.next(), 6_457_827_717_110_365_317);
        assert_eq!(random.next(), 3_203_168_211_198_807_973);
    }

    #[test]
    fn numbers_stay_in_their_range() {
        let mut random = Random::new(1);
        assert!((0..1000).all(|_| (-3..=3).contains(&random.between(-3, 3))));
        assert_eq!(random.below(0), 0);
    }
}
