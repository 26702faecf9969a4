//! What a program asks of its slots.

use super::circuit::{NO, YES};
use crate::value::{Slot, State};
use std::cmp::Ordering;

/// Whether a whole value lies within `least..=least + width`. Every comparison of a whole value
/// with a constant is one of these, or its contrary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Range {
    pub(super) slot: usize,
    pub(super) least: i64,
    pub(super) width: u64,
}

/// Whether there is a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Known {
    pub(super) slot: usize,
}

/// A question of another form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Question {
    /// Whether a quotient stands to a constant in one of the accepted ways.
    Ratio {
        slot: usize,
        accepted: Accepted,
        num: i64,
        den: i64,
    },
    /// Whether two whole values stand to each other in one of the accepted ways.
    Pair {
        left: usize,
        right: usize,
        accepted: Accepted,
    },
    /// The same for values of which at least one has a denominator.
    RatioPair {
        left: usize,
        right: usize,
        accepted: Accepted,
    },
    /// Whether a whole value below 64 is in a bit set.
    Bits { slot: usize, mask: u64 },
    /// Whether a whole value is in `sets[start..end]`.
    Set {
        slot: usize,
        start: usize,
        end: usize,
    },
}

/// Which of less, equal and greater are accepted, as bits 0, 1 and 2.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Accepted(pub(super) u8);

impl Accepted {
    pub(super) const fn holds(self, ordering: Ordering) -> bool {
        let bit = match ordering {
            Ordering::Less => 1,
            Ordering::Equal => 2,
            Ordering::Greater => 4,
        };
        self.0 & bit != 0
    }
}

impl Range {
    /// The bounds, both included, in this order.
    pub(super) const fn new(slot: usize, least: i64, most: i64) -> Self {
        Self {
            slot,
            least,
            width: most.wrapping_sub(least).cast_unsigned(),
        }
    }

    /// [`YES`], [`NO`], or 0 when the value is not known.
    #[inline(always)]
    pub(super) fn answer(&self, slots: &[Slot]) -> u64 {
        let Some(slot) = slots.get(self.slot) else {
            return 0;
        };
        let inside = slot.num.wrapping_sub(self.least).cast_unsigned() <= self.width;
        // A shift, since a jump would be guessed wrong as often as not.
        let answer = YES << (u32::from(!inside) * 32);
        if matches!(slot.state, State::Known) {
            answer
        } else {
            0
        }
    }
}

impl Known {
    /// [`YES`] or [`NO`].
    #[inline(always)]
    pub(super) fn answer(&self, slots: &[Slot]) -> u64 {
        match known(slots, self.slot) {
            Some(_) => YES,
            None => NO,
        }
    }
}

impl Question {
    /// [`YES`], [`NO`], or 0 when a value that it needs is not known.
    #[inline(always)]
    pub(super) fn answer(&self, sets: &[i64], slots: &[Slot]) -> u64 {
        match self.ask(sets, &|slot| slots.get(slot).copied()) {
            Some(true) => YES,
            Some(false) => NO,
            None => 0,
        }
    }

    /// Asks a subject, by its slots.
    #[inline(always)]
    pub(super) fn ask(&self, sets: &[i64], slots: &impl Fn(usize) -> Option<Slot>) -> Option<bool> {
        let known = |slot| slots(slot).filter(|slot| matches!(slot.state, State::Known));
        match *self {
            Self::Ratio {
                slot,
                accepted,
                num,
                den,
            } => {
                let value = known(slot)?;
                let ordering = value.compare(Slot::ratio(num, den))?;
                Some(accepted.holds(ordering))
            }
            Self::Pair {
                left,
                right,
                accepted,
            } => {
                let (left, right) = (known(left)?.num, known(right)?.num);
                Some(accepted.holds(left.cmp(&right)))
            }
            Self::RatioPair {
                left,
                right,
                accepted,
            } => {
                let ordering = known(left)?.compare(known(right)?)?;
                Some(accepted.holds(ordering))
            }
            Self::Bits { slot, mask } => {
                let value = known(slot)?.num;
                let bit = u32::try_from(value).ok().and_then(|v| 1_u64.checked_shl(v));
                Some(mask & bit.unwrap_or(0) != 0)
            }
            Self::Set { slot, start, end } => {
                let value = known(slot)?.num;
                let set = sets.get(start..end).unwrap_or(&[]);
                Some(set.binary_search(&value).is_ok())
            }
        }
    }
}

#[inline(always)]
fn known(slots: &[Slot], slot: usize) -> Option<&Slot> {
    slots
        .get(slot)
        .filter(|slot| matches!(slot.state, State::Known))
}
