//! From a checked condition to instructions.

use super::instruction::{Accepted, Instruction, NO, Question, Target, YES};
use super::{Comparison, Question as Asked, Source};
use crate::check::Condition;
use crate::syntax::Operator;
use crate::value::Slot;
use std::cmp::Ordering;
use std::collections::HashMap;

/// What conditions refer to while they become instructions.
pub(super) struct Generator<'g> {
    /// All comparisons, in the order in which conditions are generated.
    pub(super) comparisons: &'g [Comparison],
    /// The slots of named conditions.
    pub(super) named: &'g HashMap<String, u32>,
    pub(super) code: Vec<Instruction>,
    pub(super) sets: Vec<i64>,
}

impl Generator<'_> {
    /// Generates a condition whose comparisons start at `first`; gives where it starts.
    pub(super) fn condition(&mut self, condition: &Condition, first: usize) -> Target {
        // Jumps go forward, so the end is generated first: backwards, then turned round.
        let mut backwards = Vec::new();
        let mut next = first + count(condition);
        let entry = self.part(condition, false, YES, NO, &mut next, &mut backwards);
        let base = position(self.code.len());
        let last = position(backwards.len().saturating_sub(1));
        let forward = |target: Target| match target {
            YES | NO => target,
            target => base + (last - target),
        };
        let turned = backwards.into_iter().rev().map(|instruction| Instruction {
            yes: forward(instruction.yes),
            no: forward(instruction.no),
            ..instruction
        });
        self.code.extend(turned);
        forward(entry)
    }

    /// Generates a part, or its contrary, that goes on at `yes` or `no`; gives where it starts.
    /// `next` is the number behind that of the part's last comparison, and moves to its first.
    fn part(
        &mut self,
        condition: &Condition,
        negated: bool,
        yes: Target,
        no: Target,
        next: &mut usize,
        code: &mut Vec<Instruction>,
    ) -> Target {
        match condition {
            Condition::Always => always(!negated, yes, no),
            Condition::Not(inner) => self.part(inner, !negated, yes, no, next, code),
            Condition::And(items) | Condition::Or(items) => {
                // By de Morgan, `not (a and b)` goes on like `or`.
                let all = matches!(condition, Condition::And(_)) != negated;
                let mut entry = if all { yes } else { no };
                for item in items.iter().rev() {
                    let (item_yes, item_no) = if all { (entry, no) } else { (yes, entry) };
                    entry = self.part(item, negated, item_yes, item_no, next, code);
                }
                entry
            }
            Condition::Named(name) => {
                let slot = self.named.get(name).copied().unwrap_or(u32::MAX);
                push(code, holds(slot, negated), yes, no)
            }
            Condition::Leaf(_) => {
                *next = next.saturating_sub(1);
                match self.comparisons.get(*next) {
                    Some(comparison) => self.comparison(comparison, negated, yes, no, code),
                    None => no,
                }
            }
        }
    }

    fn comparison(
        &mut self,
        comparison: &Comparison,
        negated: bool,
        yes: Target,
        no: Target,
        code: &mut Vec<Instruction>,
    ) -> Target {
        let left = comparison.left.source;
        let slot = match left {
            Source::Slot(slot) => position(slot),
            Source::Constant(value) => {
                return self.constant(comparison, value, negated, yes, no, code);
            }
        };
        let question = match &comparison.question {
            Asked::Holds => holds(slot, negated),
            Asked::Known => Question::Known { slot, negated },
            Asked::Compare(operator) => {
                let Some(right) = &comparison.right else {
                    return no;
                };
                let quotient = comparison.left.ty.has_denominator() || right.ty.has_denominator();
                let operator = if negated {
                    operator.negated()
                } else {
                    *operator
                };
                match (right.source, quotient) {
                    (Source::Constant(value), false) => within(slot, operator, value.num),
                    (Source::Constant(value), true) => ratio(slot, operator, value),
                    (Source::Slot(right), false) => Question::Pair {
                        left: slot,
                        right: position(right),
                        accepted: accepted(operator),
                    },
                    (Source::Slot(right), true) => Question::RatioPair {
                        left: slot,
                        right: position(right),
                        accepted: accepted(operator),
                    },
                }
            }
            Asked::Among {
                negated: not_in,
                members,
            } => {
                let negated = negated != *not_in;
                if comparison.left.ty.has_denominator() {
                    return ratio_among(slot, members, negated, yes, no, code);
                }
                self.among(slot, members, negated)
            }
        };
        push(code, question, yes, no)
    }

    /// A comparison whose left side is a constant.
    fn constant(
        &mut self,
        comparison: &Comparison,
        value: Slot,
        negated: bool,
        yes: Target,
        no: Target,
        code: &mut Vec<Instruction>,
    ) -> Target {
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
                    return self.comparison(&mirrored, negated, yes, no, code);
                }
            },
            (Asked::Compare(_), None) => false,
        };
        always(answer != negated, yes, no)
    }

    /// Membership of whole values: a range, a bit set or a sorted list, whichever is quickest.
    fn among(&mut self, slot: u32, members: &[Slot], negated: bool) -> Question {
        let mut values: Vec<i64> = members.iter().map(|member| member.num).collect();
        values.sort_unstable();
        values.dedup();
        if let (Some(&least), Some(&most)) = (values.first(), values.last()) {
            let width = i128::from(most) - i128::from(least) + 1;
            if i128::try_from(values.len()) == Ok(width) {
                return Question::Within {
                    slot,
                    negated,
                    least,
                    most,
                };
            }
            if least >= 0 && most < 64 {
                let bits = values.iter().filter_map(|v| u32::try_from(*v).ok());
                let mask = bits.fold(0_u64, |mask, bit| mask | (1 << bit));
                return Question::Bits {
                    slot,
                    negated,
                    mask,
                };
            }
        }
        let start = position(self.sets.len());
        self.sets.extend(values);
        Question::Set {
            slot,
            negated,
            start,
            end: position(self.sets.len()),
        }
    }
}

/// How many comparisons a condition holds, not counting those behind names.
fn count(condition: &Condition) -> usize {
    match condition {
        Condition::Always | Condition::Named(_) => 0,
        Condition::And(items) | Condition::Or(items) => items.iter().map(count).sum(),
        Condition::Not(inner) => count(inner),
        Condition::Leaf(_) => 1,
    }
}

fn always(answer: bool, yes: Target, no: Target) -> Target {
    if answer { yes } else { no }
}

fn push(code: &mut Vec<Instruction>, question: Question, yes: Target, no: Target) -> Target {
    code.push(Instruction { question, yes, no });
    position(code.len() - 1)
}

/// Programs are far below 2^32 slots and instructions; rule texts are bounded.
pub(super) fn position(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(NO - 1)
}

fn holds(slot: u32, negated: bool) -> Question {
    Question::Within {
        slot,
        negated,
        least: 1,
        most: 1,
    }
}

/// A comparison with a constant as a range; `x != 3` is `not (3 <= x <= 3)`.
fn within(slot: u32, operator: Operator, value: i64) -> Question {
    const EMPTY: (i64, i64) = (1, 0);
    let (least, most) = match operator {
        Operator::Equal | Operator::NotEqual => (value, value),
        Operator::Less => value.checked_sub(1).map_or(EMPTY, |most| (i64::MIN, most)),
        Operator::LessOrEqual => (i64::MIN, value),
        Operator::Greater => value
            .checked_add(1)
            .map_or(EMPTY, |least| (least, i64::MAX)),
        Operator::GreaterOrEqual => (value, i64::MAX),
    };
    Question::Within {
        slot,
        negated: operator == Operator::NotEqual,
        least,
        most,
    }
}

fn ratio(slot: u32, operator: Operator, value: Slot) -> Question {
    Question::Ratio {
        slot,
        accepted: accepted(operator),
        num: value.num,
        den: value.den,
    }
}

fn accepted(operator: Operator) -> Accepted {
    let bit = |ordering, bit| if operator.accepts(ordering) { bit } else { 0 };
    Accepted(bit(Ordering::Less, 1) | bit(Ordering::Equal, 2) | bit(Ordering::Greater, 4))
}

/// Membership of quotients, one comparison after the other.
fn ratio_among(
    slot: u32,
    members: &[Slot],
    negated: bool,
    yes: Target,
    no: Target,
    code: &mut Vec<Instruction>,
) -> Target {
    let operator = if negated {
        Operator::NotEqual
    } else {
        Operator::Equal
    };
    let mut entry = if negated { yes } else { no };
    for member in members.iter().rev() {
        let (this_yes, this_no) = if negated { (entry, no) } else { (yes, entry) };
        entry = push(code, ratio(slot, operator, *member), this_yes, this_no);
    }
    entry
}
