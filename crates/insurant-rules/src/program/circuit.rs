//! Conditions as a circuit: questions of the slots, and gates that join their answers.
//!
//! Every question and every gate answers once a subject, whatever the other answers are, so that
//! nothing depends on the data but the answers themselves: no jumps for a processor to guess.
//! An answer is two bits, *yes* and *no*; neither is Kleene's unknown. With both at hand `not` is
//! free (they change places), and one kind of gate, *all of these*, suffices: `a or b` is
//! `not (not a and not b)`, in three-valued logic as well.
//!
//! Answers lie in words of 32: the lower half of a word says yes, the upper half no. The gates of a
//! word read earlier words only, so they do not wait for each other.

use super::question::{Known, Question, Range};
use crate::value::{Slot, Truth};

/// How many answers a word holds.
pub(super) const WORD: usize = 32;

/// Yes at bit 0 of a word.
pub(super) const YES: u64 = 1;

/// No at bit 0 of a word.
pub(super) const NO: u64 = 1 << WORD;

/// The other half of each answer.
#[inline(always)]
const fn contrary(word: u64) -> u64 {
    word.rotate_left(32)
}

/// Memory for the answers of a program, kept from subject to subject.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answers {
    words: Vec<u64>,
}

/// An answer, or its contrary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Literal {
    pub(super) word: usize,
    pub(super) bit: u32,
    pub(super) negated: bool,
}

/// The inputs of a gate that lie in one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Inputs {
    pub(super) word: usize,
    /// Whether these are the last of their gate.
    pub(super) last: bool,
    /// What they must say.
    pub(super) wanted: u64,
}

impl Inputs {
    pub(super) const fn none(word: usize) -> Self {
        Self {
            word,
            last: false,
            wanted: 0,
        }
    }
}

/// Questions and gates, in the order in which they answer. The last answer of a word is its bit 0.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Circuit {
    /// The most frequent questions, each form by itself: a loop without a choice in it.
    pub(super) ranges: Vec<Range>,
    pub(super) known: Vec<Known>,
    /// All other questions.
    pub(super) questions: Vec<Question>,
    /// Lists for `in` that are too wide for a bit set, each in ascending order.
    pub(super) sets: Vec<i64>,
    /// How many words there are, those of questions first.
    pub(super) size: usize,
    /// For each word of gates, how many of `inputs` they have together.
    pub(super) words: Vec<usize>,
    pub(super) inputs: Vec<Inputs>,
}

impl Circuit {
    /// Answers everything.
    #[inline]
    pub(super) fn answer(&self, slots: &[Slot], answers: &mut Answers) {
        if answers.words.len() != self.size {
            answers.words.resize(self.size, 0);
        }
        let mut words = answers.words.iter_mut();
        for (ranges, place) in self.ranges.chunks(WORD).zip(&mut words) {
            let word = |word, range: &Range| word << 1 | range.answer(slots);
            *place = ranges.iter().fold(0, word);
        }
        for (known, place) in self.known.chunks(WORD).zip(&mut words) {
            let word = |word, known: &Known| word << 1 | known.answer(slots);
            *place = known.iter().fold(0, word);
        }
        for (questions, place) in self.questions.chunks(WORD).zip(&mut words) {
            let word = |word, question: &Question| word << 1 | question.answer(&self.sets, slots);
            *place = questions.iter().fold(0, word);
        }
        let mut at = self.size - self.words.len();
        let mut rest = self.inputs.as_slice();
        for &count in &self.words {
            let Some((own, behind)) = rest.split_at_checked(count) else {
                return;
            };
            rest = behind;
            let (mut word, mut missing, mut against) = (0, 0, 0);
            for inputs in own {
                let Some(&said) = answers.words.get(inputs.word) else {
                    continue;
                };
                missing |= inputs.wanted & !said;
                against |= inputs.wanted & contrary(said);
                if inputs.last {
                    let no = if against != 0 { NO } else { 0 };
                    word = word << 1 | no | u64::from(missing == 0);
                    (missing, against) = (0, 0);
                }
            }
            if let Some(place) = answers.words.get_mut(at) {
                *place = word;
            }
            at += 1;
        }
    }
}

impl Answers {
    #[inline]
    pub(super) fn truth(&self, literal: Literal) -> Truth {
        let word = self.words.get(literal.word).copied().unwrap_or_default();
        let word = if literal.negated {
            contrary(word)
        } else {
            word
        };
        match word >> (literal.bit & 31) & (YES | NO) {
            YES => Truth::True,
            NO => Truth::False,
            _ => Truth::Unknown,
        }
    }
}
