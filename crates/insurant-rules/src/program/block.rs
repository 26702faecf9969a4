//! The answers of a program about 64 subjects at once.
//!
//! The circuit is the one that answers about one subject; here a word holds one answer about 64
//! subjects instead of 32 answers about one. An engine that has its values in columns anyway asks a
//! question of a whole column and joins answers by the word.

use super::circuit::{Circuit, Inputs, NO, WORD, YES};
use super::question::{Accepted, Question, Range};
use super::{ConditionId, Program, Source, Value, ValueId, index};
use crate::value::{Slot, State};
use std::cmp::Ordering;

/// How many subjects a block has.
pub const SUBJECTS: usize = 64;

/// The values of one slot for all subjects of a block, and for each whether there is one.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Column {
    nums: [i64; SUBJECTS],
    /// 1 but for quotients.
    dens: [i64; SUBJECTS],
    known: u64,
    undefined: u64,
}

impl Column {
    const UNKNOWN: Self = Self {
        nums: [0; SUBJECTS],
        dens: [1; SUBJECTS],
        known: 0,
        undefined: 0,
    };

    /// How known quotients stand to a constant, by cross-multiplication in 64 bits; `None` when that
    /// may not be enough.
    fn quotients(&self, accepted: Accepted, num: i64, den: i64) -> Option<Truths> {
        let values = || self.nums.iter().zip(&self.dens);
        let all = values().fold(0, |all, (num, den)| {
            all | num.unsigned_abs() | den.cast_unsigned()
        });
        let constant = num.unsigned_abs() | den.cast_unsigned();
        if den <= 0 || all.leading_zeros() + constant.leading_zeros() < 66 {
            return None;
        }
        let (mut less, mut greater) = (0_u64, 0_u64);
        for (subject, (&over, &under)) in values().enumerate() {
            let (left, right) = (over.wrapping_mul(den), num.wrapping_mul(under));
            less |= u64::from(left < right) << subject;
            greater |= u64::from(left > right) << subject;
        }
        let mut holds = 0;
        for (ordering, subjects) in [
            (Ordering::Less, less),
            (Ordering::Equal, !(less | greater)),
            (Ordering::Greater, greater),
        ] {
            if accepted.holds(ordering) {
                holds |= subjects;
            }
        }
        Some(split(holds, self.known))
    }

    fn slot(&self, subject: usize) -> Slot {
        let bit = 1_u64 << (subject & 63);
        if self.known & bit != 0 {
            Slot {
                num: self.nums.get(subject).copied().unwrap_or(0),
                den: self.dens.get(subject).copied().unwrap_or(1),
                state: State::Known,
            }
        } else if self.undefined & bit != 0 {
            Slot::UNDEFINED
        } else {
            Slot::UNKNOWN
        }
    }
}

/// The values of all subjects of a block: what [`Slot`] says of one.
#[derive(Debug, Clone, Copy)]
pub struct Values<'a> {
    /// Numerators, or the values themselves.
    pub nums: &'a [i64; SUBJECTS],
    /// Denominators; 1 unless the type is a ratio.
    pub dens: &'a [i64; SUBJECTS],
    /// Of whom there is a value.
    pub known: u64,
    /// Of whom there is none by definition.
    pub undefined: u64,
}

/// Of which subjects something holds, and of which not; of the others it cannot be said. Subject i is
/// bit i.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Truths {
    /// Where it holds.
    pub yes: u64,
    /// Where it does not.
    pub no: u64,
}

impl Truths {
    const fn turned(self, by: bool) -> Self {
        if by {
            Self {
                yes: self.no,
                no: self.yes,
            }
        } else {
            self
        }
    }
}

/// The values and the answers of 64 subjects; kept from block to block, so that nothing is allocated.
///
/// # Example
/// ```
/// use insurant_rules::program::{Block, Compiler};
/// use insurant_rules::{check, Scope, Signature, Slot, Type, Vocabulary};
/// struct Customer(Vec<Signature>);
/// impl Vocabulary for Customer {
///     fn subject(&self) -> &str { "customer" }
///     fn signatures(&self) -> &[Signature] { &self.0 }
/// }
/// let customer = Customer(vec![Signature {
///     name: "claims".into(),
///     ty: Type::Count(None),
///     arguments: vec![],
///     doc: "the number of claims".into(),
/// }]);
/// let scope = Scope::new(&customer);
/// let mut compiler = Compiler::new();
/// let many = compiler.condition(check::condition("claims >= 3", &scope).unwrap());
/// let program = compiler.finish().unwrap();
/// let mut block = Block::new(&program);
/// for subject in 0..8 {
///     block.set(0, subject, Slot::whole(i64::try_from(subject).unwrap()));
/// }
/// program.answer_block(&mut block);
/// let truths = block.truths(&program, many);
/// assert_eq!((truths.yes, truths.no), (0b1111_1000, 0b0000_0111));
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Block {
    columns: Vec<Column>,
    /// By word and bit of the circuit.
    answers: Vec<Truths>,
}

impl Block {
    /// A block of a program, in which nothing is known.
    #[must_use]
    pub fn new(program: &Program) -> Self {
        Self {
            columns: vec![Column::UNKNOWN; program.requests.len()],
            answers: vec![Truths::default(); program.circuit.size * WORD],
        }
    }

    /// Gives a subject, from 0 to 63, its value of a slot. Others are nobody's.
    #[inline]
    pub fn set(&mut self, slot: usize, subject: usize, value: Slot) {
        let Some(column) = self.columns.get_mut(slot) else {
            return;
        };
        let (Some(num), Some(den)) = (column.nums.get_mut(subject), column.dens.get_mut(subject))
        else {
            return;
        };
        *num = value.num;
        // Whole values keep the 1 below them, also when some other value had none.
        *den = value.den.max(1);
        let bit = 1_u64 << (subject & 63);
        let state = |of: State| if value.state == of { bit } else { 0 };
        column.known = column.known & !bit | state(State::Known);
        column.undefined = column.undefined & !bit | state(State::Undefined);
    }

    /// Puts a whole value, or a numerator, where it goes; [`Self::settle`] says afterwards of whom
    /// such values are known. For those who have many subjects to tell of.
    #[inline]
    pub fn put(&mut self, slot: usize, subject: usize, num: i64) {
        if let Some(column) = self.columns.get_mut(slot)
            && let Some(place) = column.nums.get_mut(subject)
        {
            *place = num;
        }
    }

    /// Puts a denominator where it goes, for [`Self::settle_quotients`].
    #[inline]
    pub fn put_under(&mut self, slot: usize, subject: usize, den: i64) {
        if let Some(column) = self.columns.get_mut(slot)
            && let Some(place) = column.dens.get_mut(subject)
        {
            *place = den;
        }
    }

    /// Says of a whole value that it is known of some subjects and unknown of others.
    #[inline]
    pub fn settle(&mut self, slot: usize, known: u64, unknown: u64) {
        if let Some(column) = self.columns.get_mut(slot) {
            column.known = column.known & !unknown | known;
            column.undefined &= !(known | unknown);
        }
    }

    /// Says of a quotient that it is known of some subjects, undefined where its denominator is not
    /// positive.
    #[inline]
    pub fn settle_quotients(&mut self, slot: usize, subjects: u64) {
        let Some(column) = self.columns.get_mut(slot) else {
            return;
        };
        let positive = bits(&column.dens, |den| *den > 0);
        let without = subjects & !positive;
        column.known = column.known & !subjects | subjects & positive;
        column.undefined = column.undefined & !subjects | without;
        if without != 0 {
            let values = column.nums.iter_mut().zip(&mut column.dens);
            for (i, (num, den)) in values.enumerate() {
                if without >> i & 1 == 1 {
                    (*num, *den) = (0, 1);
                }
            }
        }
    }

    /// What [`Program::answer_block`] found of a condition. One of another program is unknown of all.
    #[must_use]
    #[inline]
    pub fn truths(&self, program: &Program, condition: ConditionId) -> Truths {
        let Some(literal) = program.truths.get(index(condition.0)) else {
            return Truths::default();
        };
        let at = literal.word * WORD + index(literal.bit);
        let truths = self.answers.get(at).copied().unwrap_or_default();
        truths.turned(literal.negated)
    }

    /// A value asked for with [`super::Compiler::value`], of all subjects, as it lies in its slot;
    /// `None` for one that lies in none, which [`Self::value`] gives.
    #[must_use]
    #[inline]
    pub fn column(&self, program: &Program, value: ValueId) -> Option<Values<'_>> {
        let Some(Value::Term(Source::Slot(slot), _)) = program.values.get(index(value.0)) else {
            return None;
        };
        self.columns.get(*slot).map(|column| Values {
            nums: &column.nums,
            dens: &column.dens,
            known: column.known,
            undefined: column.undefined,
        })
    }

    /// A value asked for with [`super::Compiler::value`], of one subject; a condition as a boolean.
    #[must_use]
    pub fn value(&self, program: &Program, value: ValueId, subject: usize) -> Slot {
        match program.values.get(index(value.0)) {
            Some(Value::Term(Source::Slot(slot), _)) => self
                .columns
                .get(*slot)
                .map_or(Slot::UNKNOWN, |column| column.slot(subject)),
            Some(Value::Term(Source::Constant(slot), _)) => *slot,
            Some(Value::Condition(condition)) => {
                let truths = self.truths(program, *condition);
                let bit = 1_u64 << (subject & 63);
                match (truths.yes & bit != 0, truths.no & bit != 0) {
                    (true, _) => Slot::boolean(true),
                    (_, true) => Slot::boolean(false),
                    _ => Slot::UNKNOWN,
                }
            }
            None => Slot::UNKNOWN,
        }
    }
}

impl Program {
    /// Answers every condition for all subjects of a block of this program.
    #[inline]
    pub fn answer_block(&self, block: &mut Block) {
        if block.columns.len() != self.requests.len() {
            block.columns.resize(self.requests.len(), Column::UNKNOWN);
        }
        let size = self.circuit.size * WORD;
        if block.answers.len() != size {
            block.answers.resize(size, Truths::default());
        }
        self.circuit
            .answer_block(&block.columns, &mut block.answers);
    }
}

/// Of which subjects something is so.
#[inline]
fn bits(values: &[i64; SUBJECTS], so: impl Fn(&i64) -> bool) -> u64 {
    let mut all = 0_u64;
    for (i, value) in values.iter().enumerate() {
        all |= u64::from(so(value)) << i;
    }
    all
}

/// Splits those of whom a value is known by a condition.
const fn split(holds: u64, known: u64) -> Truths {
    Truths {
        yes: holds & known,
        no: !holds & known,
    }
}

impl Range {
    #[inline]
    fn truths(&self, columns: &[Column]) -> Truths {
        let Some(column) = columns.get(self.slot) else {
            return Truths::default();
        };
        let mut inside = 0;
        for (subject, num) in column.nums.iter().enumerate() {
            let within = num.wrapping_sub(self.least).cast_unsigned() <= self.width;
            inside |= u64::from(within) << subject;
        }
        split(inside, column.known)
    }
}

impl Question {
    /// The same question of every subject: it is asked in one place only, but for quotients, which
    /// portfolios are full of.
    fn truths(&self, sets: &[i64], columns: &[Column]) -> Truths {
        if let Self::Ratio {
            slot,
            accepted,
            num,
            den,
        } = *self
            && let Some(column) = columns.get(slot)
            && let Some(truths) = column.quotients(accepted, num, den)
        {
            return truths;
        }
        let mut truths = Truths::default();
        for subject in 0..SUBJECTS {
            let slot = |slot: usize| columns.get(slot).map(|column| column.slot(subject));
            match self.ask(sets, &slot) {
                Some(true) => truths.yes |= 1 << subject,
                Some(false) => truths.no |= 1 << subject,
                None => {}
            }
        }
        truths
    }
}

impl Circuit {
    /// Answers everything about every subject: the answer at bit b of word w stands at
    /// `w * WORD + b`.
    fn answer_block(&self, columns: &[Column], answers: &mut [Truths]) {
        let mut words = answers.chunks_mut(WORD);
        // The last answer of a word is its bit 0.
        fn put<T>(items: &[T], place: &mut [Truths], truths: impl Fn(&T) -> Truths) {
            for (item, place) in items.iter().rev().zip(place) {
                *place = truths(item);
            }
        }
        for (ranges, place) in self.ranges.chunks(WORD).zip(&mut words) {
            put(ranges, place, |range| range.truths(columns));
        }
        for (known, place) in self.known.chunks(WORD).zip(&mut words) {
            put(known, place, |known| {
                let known = columns.get(known.slot).map_or(0, |column| column.known);
                split(known, !0)
            });
        }
        for (questions, place) in self.questions.chunks(WORD).zip(&mut words) {
            put(questions, place, |question| {
                question.truths(&self.sets, columns)
            });
        }
        let mut at = (self.size - self.words.len()) * WORD;
        let mut rest = self.inputs.as_slice();
        for &count in &self.words {
            let Some((own, behind)) = rest.split_at_checked(count) else {
                return;
            };
            rest = behind;
            let (before, here) = answers.split_at_mut_checked(at).unwrap_or_default();
            let gates = own.split_inclusive(|inputs| inputs.last).rev();
            for (gate, place) in gates.zip(here) {
                *place = all(gate, before);
            }
            at += WORD;
        }
    }
}

/// Of whom all inputs of a gate say what they must.
#[inline]
fn all(gate: &[Inputs], answers: &[Truths]) -> Truths {
    let mut truths = Truths { yes: !0, no: 0 };
    for inputs in gate {
        let mut wanted = inputs.wanted;
        while wanted != 0 {
            let bit = index(wanted.trailing_zeros());
            wanted &= wanted - 1;
            let said = answers.get(inputs.word * WORD + bit % WORD);
            let said = said.copied().unwrap_or_default().turned(bit >= WORD);
            truths.yes &= said.yes;
            truths.no |= said.no;
        }
    }
    truths
}

/// Yes lies in the lower half of a word, no in the upper, as [`all`] takes them.
const _: () = assert!(YES.trailing_zeros() == 0 && NO.trailing_zeros() == 32 && WORD == 32);
