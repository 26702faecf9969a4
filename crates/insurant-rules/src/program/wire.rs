//! From checked conditions to a circuit.

use super::circuit::{Circuit, Inputs, Literal, NO, WORD, YES};
use super::question::{Accepted, Known, Question, Range};
use super::{Comparison, Question as Asked, Source};
use crate::check::Condition;
use crate::order::InOrder;
use crate::syntax::Operator;
use crate::value::Slot;
use std::cmp::Ordering;
use std::collections::HashMap;

/// A question or a gate while the circuit grows; equal ones are one.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Part {
    Range(Range),
    Known(Known),
    Question(Question),
    /// All of these wires; with none, always.
    All(Vec<Wire>),
}

/// The answer of a part, or its contrary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Wire {
    part: usize,
    negated: bool,
}

impl Wire {
    const fn turned(self, by: bool) -> Self {
        Self {
            part: self.part,
            negated: self.negated != by,
        }
    }
}

/// Builds a circuit. Each part stands behind those that it reads.
pub(super) struct Wiring<'w> {
    /// All comparisons, in the order in which conditions are wired.
    comparisons: &'w [Comparison],
    parts: Vec<Part>,
    known: HashMap<Part, usize>,
    named: HashMap<&'w str, Wire>,
    sets: Vec<i64>,
}

impl<'w> Wiring<'w> {
    pub(super) fn new(comparisons: &'w [Comparison]) -> Self {
        Self {
            comparisons,
            parts: Vec::new(),
            known: HashMap::new(),
            named: HashMap::new(),
            sets: Vec::new(),
        }
    }

    /// Says what a name stands for in the conditions wired after it.
    pub(super) fn name(&mut self, name: &'w str, wire: Wire) {
        self.named.insert(name, wire);
    }

    /// Wires a condition whose comparisons start at `first`.
    pub(super) fn condition(&mut self, condition: &Condition, first: usize) -> Wire {
        let mut next = first;
        self.wire(condition, &mut next)
    }

    /// `next` is the number of the next comparison of the text.
    fn wire(&mut self, condition: &Condition, next: &mut usize) -> Wire {
        match condition {
            Condition::Always => self.constant(true),
            Condition::Not(inner) => self.wire(inner, next).turned(true),
            Condition::And(items) => self.group(items, false, next),
            Condition::Or(items) => self.group(items, true, next),
            Condition::Named(name) => {
                // The compiler has refused a name that is missing.
                let known = self.named.get(name.as_str()).copied();
                known.unwrap_or_else(|| self.constant(false))
            }
            Condition::Leaf(_) => {
                let comparison = self.comparisons.get(*next);
                *next += 1;
                match comparison {
                    Some(comparison) => self.comparison(comparison),
                    None => self.constant(false),
                }
            }
        }
    }

    fn group(&mut self, items: &[Condition], any: bool, next: &mut usize) -> Wire {
        let wires = items
            .iter()
            .map(|item| self.wire(item, next).turned(any))
            .collect();
        // `a or b` is `not (not a and not b)`.
        self.all(wires).turned(any)
    }

    fn all(&mut self, mut wires: Vec<Wire>) -> Wire {
        wires.order();
        wires.dedup();
        match wires.as_slice() {
            [one] => *one,
            _ => self.part(Part::All(wires)),
        }
    }

    fn constant(&mut self, answer: bool) -> Wire {
        self.all(Vec::new()).turned(!answer)
    }

    fn part(&mut self, part: Part) -> Wire {
        let position = match self.known.get(&part) {
            Some(position) => *position,
            None => {
                self.parts.push(part.clone());
                self.known.insert(part, self.parts.len() - 1);
                self.parts.len() - 1
            }
        };
        Wire {
            part: position,
            negated: false,
        }
    }

    fn comparison(&mut self, comparison: &Comparison) -> Wire {
        let slot = match comparison.left.source {
            Source::Slot(slot) => slot,
            Source::Constant(value) => return self.constant_left(comparison, value),
        };
        match &comparison.question {
            Asked::Holds => self.within(slot, 1, 1),
            Asked::Known => self.part(Part::Known(Known { slot })),
            Asked::Compare(operator) => {
                let Some(right) = &comparison.right else {
                    return self.constant(false);
                };
                let quotient = comparison.left.ty.has_denominator() || right.ty.has_denominator();
                match right.source {
                    Source::Constant(value) if quotient => self.ratio(slot, *operator, value),
                    Source::Constant(value) => self.whole(slot, *operator, value.num),
                    Source::Slot(right) => {
                        let (left, right) = (slot, right);
                        let accepted = accepted(*operator);
                        self.part(Part::Question(if quotient {
                            Question::RatioPair {
                                left,
                                right,
                                accepted,
                            }
                        } else {
                            Question::Pair {
                                left,
                                right,
                                accepted,
                            }
                        }))
                    }
                }
            }
            Asked::Among { negated, members } => {
                let among = if comparison.left.ty.has_denominator() {
                    let equal =
                        |member: &Slot| self.ratio(slot, Operator::Equal, *member).turned(true);
                    let none = members.iter().map(equal).collect();
                    self.all(none).turned(true)
                } else {
                    self.among(slot, members)
                };
                among.turned(*negated)
            }
        }
    }

    /// A comparison whose left side is a constant.
    fn constant_left(&mut self, comparison: &Comparison, value: Slot) -> Wire {
        let answer = match (&comparison.question, &comparison.right) {
            (Asked::Holds, _) => value.num == 1,
            (Asked::Known, _) => true,
            (Asked::Among { negated, members }, _) => {
                let found = members
                    .iter()
                    .any(|m| value.compare(*m) == Some(Ordering::Equal));
                found != *negated
            }
            (Asked::Compare(operator), Some(right)) => match right.source {
                Source::Constant(other) => {
                    value.compare(other).is_some_and(|o| operator.accepts(o))
                }
                Source::Slot(_) => {
                    // With the sides exchanged, the constant is on the right.
                    let mirrored = Comparison {
                        question: Asked::Compare(operator.mirrored()),
                        left: right.clone(),
                        right: Some(comparison.left.clone()),
                        ..comparison.clone()
                    };
                    return self.comparison(&mirrored);
                }
            },
            (Asked::Compare(_), None) => false,
        };
        self.constant(answer)
    }

    fn within(&mut self, slot: usize, least: i64, most: i64) -> Wire {
        self.part(Part::Range(Range::new(slot, least, most)))
    }

    /// A comparison with a constant as a range: `x < 3` is `not x >= 3`, so that the two share
    /// their question.
    fn whole(&mut self, slot: usize, operator: Operator, value: i64) -> Wire {
        let from = |wiring: &mut Self, least: Option<i64>| match least {
            Some(least) => wiring.within(slot, least, i64::MAX),
            // Nothing is larger than the largest, but an unknown value stays unknown.
            None => wiring.within(slot, i64::MIN, i64::MAX).turned(true),
        };
        match operator {
            Operator::Equal => self.within(slot, value, value),
            Operator::NotEqual => self.within(slot, value, value).turned(true),
            Operator::GreaterOrEqual => from(self, Some(value)),
            Operator::Less => from(self, Some(value)).turned(true),
            Operator::Greater => from(self, value.checked_add(1)),
            Operator::LessOrEqual => from(self, value.checked_add(1)).turned(true),
        }
    }

    fn ratio(&mut self, slot: usize, operator: Operator, value: Slot) -> Wire {
        self.part(Part::Question(Question::Ratio {
            slot,
            accepted: accepted(operator),
            num: value.num,
            den: value.den,
        }))
    }

    /// Membership of whole values: a range, a bit set or a sorted list, whichever is quickest.
    fn among(&mut self, slot: usize, members: &[Slot]) -> Wire {
        let mut values: Vec<i64> = members.iter().map(|member| member.num).collect();
        values.order();
        values.dedup();
        if let (Some(&least), Some(&most)) = (values.first(), values.last()) {
            let width = i128::from(most) - i128::from(least) + 1;
            if i128::try_from(values.len()) == Ok(width) {
                return self.within(slot, least, most);
            }
            if least >= 0 && most < 64 {
                let bits = values.iter().filter_map(|v| u32::try_from(*v).ok());
                let mask = bits.fold(0_u64, |mask, bit| mask | (1 << bit));
                return self.part(Part::Question(Question::Bits { slot, mask }));
            }
        }
        let start = self.sets.len();
        self.sets.extend(values);
        let end = self.sets.len();
        self.part(Part::Question(Question::Set { slot, start, end }))
    }

    /// Gives every part its place: questions first, then the gates, those that wait for nothing
    /// before those that wait for them.
    pub(super) fn finish(self) -> Layout {
        let mut layout = Layout {
            circuit: Circuit {
                sets: self.sets,
                ..Circuit::default()
            },
            places: vec![Place::default(); self.parts.len()],
        };
        let levels = levels(&self.parts);
        let of = |is: fn(&Part) -> bool| {
            let parts = self.parts.iter().enumerate();
            let some = parts.filter(move |(_, part)| is(part));
            some.map(|(i, _)| i).collect::<Vec<_>>()
        };
        layout.place(&of(|part| matches!(part, Part::Range(_))));
        layout.place(&of(|part| matches!(part, Part::Known(_))));
        layout.place(&of(|part| matches!(part, Part::Question(_))));
        for part in &self.parts {
            match part {
                Part::Range(range) => layout.circuit.ranges.push(*range),
                Part::Known(known) => layout.circuit.known.push(*known),
                Part::Question(question) => layout.circuit.questions.push(*question),
                Part::All(_) => {}
            }
        }
        for level in 1..=levels.iter().max().copied().unwrap_or(0) {
            let here = levels.iter().enumerate().filter(|(_, l)| **l == level);
            let here: Vec<usize> = here.map(|(i, _)| i).collect();
            layout.place(&here);
            for gates in here.chunks(WORD) {
                let before = layout.circuit.inputs.len();
                for &i in gates {
                    if let Some(Part::All(wires)) = self.parts.get(i) {
                        layout.gate(wires);
                    }
                }
                let count = layout.circuit.inputs.len() - before;
                layout.circuit.words.push(count);
            }
        }
        layout
    }
}

/// 0 for questions; gates are one above the highest that they read.
fn levels(parts: &[Part]) -> Vec<usize> {
    let mut levels: Vec<usize> = Vec::with_capacity(parts.len());
    for part in parts {
        levels.push(match part {
            Part::All(wires) => {
                let read = wires.iter().filter_map(|wire| levels.get(wire.part));
                1 + read.max().copied().unwrap_or(0)
            }
            _ => 0,
        });
    }
    levels
}

/// Where a part answers.
#[derive(Debug, Clone, Copy, Default)]
struct Place {
    word: usize,
    bit: u32,
}

/// A circuit, and where each part of it answers.
pub(super) struct Layout {
    pub(super) circuit: Circuit,
    places: Vec<Place>,
}

impl Layout {
    /// Where a wire answers.
    pub(super) fn literal(&self, wire: Wire) -> Literal {
        let Place { word, bit } = self.places.get(wire.part).copied().unwrap_or_default();
        Literal {
            word,
            bit,
            negated: wire.negated,
        }
    }

    /// Gives parts the next words. The last answer of a word is its bit 0.
    fn place(&mut self, parts: &[usize]) {
        for chunk in parts.chunks(WORD) {
            for (bit, &part) in chunk.iter().rev().enumerate() {
                if let Some(place) = self.places.get_mut(part) {
                    *place = Place {
                        word: self.circuit.size,
                        bit: position(bit),
                    };
                }
            }
            self.circuit.size += 1;
        }
    }

    /// Adds the inputs of a gate, those of one word together.
    fn gate(&mut self, wires: &[Wire]) {
        let mut own: Vec<Inputs> = Vec::new();
        for wire in wires {
            let Literal { word, bit, negated } = self.literal(*wire);
            let at = own.iter().position(|inputs| inputs.word == word);
            let at = at.unwrap_or_else(|| {
                own.push(Inputs::none(word));
                own.len() - 1
            });
            if let Some(inputs) = own.get_mut(at) {
                let wanted = if negated { NO } else { YES };
                inputs.wanted |= wanted << bit;
            }
        }
        if own.is_empty() {
            own.push(Inputs::none(0));
        }
        if let Some(last) = own.last_mut() {
            last.last = true;
        }
        self.circuit.inputs.extend(own);
    }
}

/// Programs are far below 2^32 slots and parts; rule texts are bounded.
pub(super) fn position(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

fn accepted(operator: Operator) -> Accepted {
    let bit = |ordering, bit| if operator.accepts(ordering) { bit } else { 0 };
    Accepted(bit(Ordering::Less, 1) | bit(Ordering::Equal, 2) | bit(Ordering::Greater, 4))
}
