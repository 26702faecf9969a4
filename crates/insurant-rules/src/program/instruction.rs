//! The instructions of a program, and the loop that runs them.
//!
//! A condition becomes a decision graph: each instruction asks one question and says where to go
//! on for either answer, always forward, until a jump leaves the code as [`YES`] or [`NO`]. With
//! `not` pushed down to the questions, Kleene's logic is monotone: a condition is *true* if it
//! still is with every unknown answer read as the adverse one, and *false* if it still is with
//! every unknown answer read as the favourable one. So one run suffices unless it ends in no and
//! met an unknown; then a second run, with unknown answers read the other way, settles it.

use super::index;
use crate::value::{Slot, State, Truth};
use std::cmp::Ordering;

/// Where to go on: the position of an instruction, or one of the two ends.
pub(super) type Target = u32;

/// The condition holds.
pub(super) const YES: Target = u32::MAX;

/// The condition does not hold.
pub(super) const NO: Target = u32::MAX - 1;

/// It cannot be told whether the condition holds.
const UNKNOWN: Target = u32::MAX - 2;

/// One question and where its answers lead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Instruction {
    pub(super) question: Question,
    pub(super) yes: Target,
    pub(super) no: Target,
}

/// A question about slots. `not` is already part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Question {
    /// Whether a whole value lies within `least..=most`; or, negated, does not. Every comparison
    /// of a whole value with a constant is one of these.
    Within {
        slot: u32,
        negated: bool,
        least: i64,
        most: i64,
    },
    /// Whether a quotient stands to a constant in one of the accepted ways.
    Ratio {
        slot: u32,
        accepted: Accepted,
        num: i64,
        den: i64,
    },
    /// Whether two whole values stand to each other in one of the accepted ways.
    Pair {
        left: u32,
        right: u32,
        accepted: Accepted,
    },
    /// The same for values of which at least one has a denominator.
    RatioPair {
        left: u32,
        right: u32,
        accepted: Accepted,
    },
    /// Whether a whole value below 64 is in a bit set.
    Bits { slot: u32, negated: bool, mask: u64 },
    /// Whether a whole value is in `sets[start..end]`.
    Set {
        slot: u32,
        negated: bool,
        start: u32,
        end: u32,
    },
    /// Whether there is a value.
    Known { slot: u32, negated: bool },
}

/// Which of less, equal and greater are accepted, as bits 0, 1 and 2.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Accepted(pub(super) u8);

impl Accepted {
    const fn holds(self, ordering: Ordering) -> bool {
        let bit = match ordering {
            Ordering::Less => 1,
            Ordering::Equal => 2,
            Ordering::Greater => 4,
        };
        self.0 & bit != 0
    }
}

/// Runs the code from `entry` to an end.
#[inline]
pub(super) fn run(code: &[Instruction], sets: &[i64], entry: Target, slots: &[Slot]) -> Truth {
    match follow(code, sets, entry, slots, false) {
        (YES, _) => Truth::True,
        (UNKNOWN, _) => Truth::Unknown,
        (_, false) => Truth::False,
        _ => match follow(code, sets, entry, slots, true) {
            (YES, _) => Truth::Unknown,
            _ => Truth::False,
        },
    }
}

/// One run, with unknown answers read as `favourable`: the end, and whether there were any.
#[inline]
fn follow(
    code: &[Instruction],
    sets: &[i64],
    entry: Target,
    slots: &[Slot],
    favourable: bool,
) -> (Target, bool) {
    let mut at = entry;
    let mut unknown_met = false;
    while let Some(instruction) = code.get(index(at)) {
        let answer = match instruction.question.answer(sets, slots) {
            Some(answer) => answer,
            // The last question, and nothing else can answer for it: no second run is needed.
            None if !favourable && instruction.yes == YES && instruction.no == NO => {
                return (UNKNOWN, true);
            }
            None => {
                unknown_met = true;
                favourable
            }
        };
        at = if answer {
            instruction.yes
        } else {
            instruction.no
        };
    }
    (at, unknown_met)
}

impl Question {
    /// The answer; `None` when a value that it needs is not known.
    #[inline(always)]
    fn answer(&self, sets: &[i64], slots: &[Slot]) -> Option<bool> {
        match *self {
            Self::Within {
                slot,
                negated,
                least,
                most,
            } => {
                let value = whole(slots, slot)?;
                Some((least <= value && value <= most) != negated)
            }
            Self::Ratio {
                slot,
                accepted,
                num,
                den,
            } => {
                let value = known(slots, slot)?;
                let ordering = value.compare(Slot::ratio(num, den))?;
                Some(accepted.holds(ordering))
            }
            Self::Pair {
                left,
                right,
                accepted,
            } => {
                let (left, right) = (whole(slots, left)?, whole(slots, right)?);
                Some(accepted.holds(left.cmp(&right)))
            }
            Self::RatioPair {
                left,
                right,
                accepted,
            } => {
                let ordering = known(slots, left)?.compare(*known(slots, right)?)?;
                Some(accepted.holds(ordering))
            }
            Self::Bits {
                slot,
                negated,
                mask,
            } => {
                let value = whole(slots, slot)?;
                let bit = u32::try_from(value).ok().and_then(|v| 1_u64.checked_shl(v));
                Some((mask & bit.unwrap_or(0) != 0) != negated)
            }
            Self::Set {
                slot,
                negated,
                start,
                end,
            } => {
                let value = whole(slots, slot)?;
                let set = sets.get(index(start)..index(end)).unwrap_or(&[]);
                Some(set.binary_search(&value).is_ok() != negated)
            }
            Self::Known { slot, negated } => {
                let there = slots
                    .get(index(slot))
                    .is_some_and(|slot| matches!(slot.state, State::Known));
                Some(there != negated)
            }
        }
    }
}

#[inline(always)]
fn known(slots: &[Slot], slot: u32) -> Option<&Slot> {
    slots
        .get(index(slot))
        .filter(|slot| matches!(slot.state, State::Known))
}

#[inline(always)]
fn whole(slots: &[Slot], slot: u32) -> Option<i64> {
    known(slots, slot).map(|slot| slot.num)
}
