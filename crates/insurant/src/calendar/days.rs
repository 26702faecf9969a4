//! Which days of a range are working days: one bit a day, with a running count.

/// The bits. A day is its offset from the first day of the range; every question about a day
/// takes the same time however long the range is, and finding the n-th working day as many steps
/// as halving the range takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Days {
    len: u32,
    words: Box<[u64]>,
    /// For each word, the working days before it; one more entry for all of them.
    before: Box<[u32]>,
}

const WORD: u32 = u64::BITS;

/// A length as a number of days: no range of dates has more than a few hundred thousand.
fn short(len: usize) -> u32 {
    u32::try_from(len).unwrap_or(u32::MAX)
}

impl Days {
    /// The range of these days, each a working day or not.
    pub(super) fn new(works: &[bool]) -> Self {
        let words: Box<[u64]> = works
            .chunks(WORD as usize)
            .map(|days| {
                let bit = |bits, &works| bits >> 1 | u64::from(works) << (WORD - 1);
                let bits: u64 = days.iter().fold(0, bit);
                bits.checked_shr(WORD - short(days.len())).unwrap_or(0)
            })
            .collect();
        let mut count = 0;
        let counted = words.iter().map(|word| {
            count += word.count_ones();
            count
        });
        let before = std::iter::once(0).chain(counted).collect();
        Self {
            len: short(works.len()),
            words,
            before,
        }
    }

    /// How many days the range has.
    pub(super) const fn len(&self) -> u32 {
        self.len
    }

    /// How many of them are working days.
    pub(super) fn total(&self) -> u32 {
        self.before.last().copied().unwrap_or(0)
    }

    /// Whether a day is a working day.
    pub(super) fn works(&self, day: u32) -> bool {
        let word = self.words.get((day / WORD) as usize);
        word.is_some_and(|bits| bits >> (day % WORD) & 1 == 1)
    }

    /// How many working days lie before a day.
    pub(super) fn before(&self, day: u32) -> u32 {
        let at = (day / WORD) as usize;
        let Some(&word) = self.words.get(at) else {
            return self.total();
        };
        let below = word & !(u64::MAX << (day % WORD));
        self.before.get(at).copied().unwrap_or(0) + below.count_ones()
    }

    /// The working day that has exactly so many before it.
    pub(super) fn nth(&self, before: u32) -> Option<u32> {
        if before >= self.total() {
            return None;
        }
        // The last word with at most so many before it; there is one, for the first has none.
        let at = self.before.partition_point(|&count| count <= before) - 1;
        let mut bits = *self.words.get(at)?;
        for _ in 0..before - self.before.get(at)? {
            bits &= bits - 1;
        }
        Some(short(at) * WORD + bits.trailing_zeros())
    }
}

#[cfg(test)]
mod tests {
    use super::Days;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn counting_is_what_a_loop_counts(works in proptest::collection::vec(any::<bool>(), 0..400)) {
            let len = u32::try_from(works.len()).unwrap();
            let days = Days::new(&works);
            let mut count = 0;
            for day in 0..len {
                prop_assert_eq!(days.works(day), works[day as usize]);
                prop_assert_eq!(days.before(day), count);
                if works[day as usize] {
                    prop_assert_eq!(days.nth(count), Some(day));
                    count += 1;
                }
            }
            prop_assert_eq!(days.total(), count);
            prop_assert_eq!(days.before(len), count);
            prop_assert_eq!(days.before(u32::MAX), count);
            prop_assert_eq!(days.nth(count), None);
            prop_assert!(!days.works(len) && !days.works(u32::MAX));
        }
    }
}
