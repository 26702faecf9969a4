//! Sets of positions.

/// A set of positions, a bit each.
#[derive(Debug, Clone, Default)]
pub(super) struct Marks {
    words: Vec<u64>,
    any: bool,
}

const fn place(position: u32) -> (usize, u64) {
    ((position >> 6) as usize, 1 << (position & 63))
}

impl Marks {
    /// Room for so many positions, none of them marked.
    pub(super) fn new(positions: usize) -> Self {
        Self {
            words: vec![0; positions.div_ceil(64)],
            any: false,
        }
    }

    /// Marks a position; one beyond the room is nobody's.
    pub(super) fn mark(&mut self, position: u32) {
        let (word, bit) = place(position);
        if let Some(word) = self.words.get_mut(word) {
            *word |= bit;
            self.any = true;
        }
    }

    /// Takes a mark back.
    pub(super) fn unmark(&mut self, position: u32) {
        let (word, bit) = place(position);
        if let Some(word) = self.words.get_mut(word) {
            *word &= !bit;
        }
    }

    #[inline]
    pub(super) fn has(&self, position: u32) -> bool {
        let (word, bit) = place(position);
        self.words.get(word).is_some_and(|word| word & bit != 0)
    }

    /// Whether some position is marked.
    pub(super) const fn any(&self) -> bool {
        self.any
    }

    /// The marked positions, ascending.
    pub(super) fn positions(&self) -> impl Iterator<Item = u32> {
        (0_u32..).zip(&self.words).flat_map(|(i, &word)| {
            let mut left = word;
            std::iter::from_fn(move || {
                let bit = left.trailing_zeros();
                (left != 0).then(|| {
                    left &= left - 1;
                    i * 64 + bit
                })
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Marks;

    #[test]
    fn what_was_marked_is_there_in_order() {
        let mut marks = Marks::new(130);
        assert!(!marks.any());
        for position in [129, 0, 64, 63, 500, u32::MAX] {
            marks.mark(position);
        }
        assert!(marks.any() && marks.has(63) && !marks.has(1) && !marks.has(500));
        assert_eq!(marks.positions().collect::<Vec<_>>(), [0, 63, 64, 129]);
    }
}
