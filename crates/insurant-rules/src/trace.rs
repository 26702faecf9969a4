//! Why a condition holds or not.

use crate::program::{ComparisonId, ConditionId, Node, Plan, Program, Question, Term};
use crate::value::{Slot, Truth};

/// One comparison of a condition, with the values it met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// Which comparison; see [`Program::comparison`].
    pub comparison: ComparisonId,
    /// Its own answer, before any `not` around it.
    pub truth: Truth,
    /// Whether it counts the other way round, because an odd number of `not`s stand around it.
    pub negated: bool,
    /// The value asked about.
    pub left: Slot,
    /// What that was compared with; undefined where the comparison has no right side.
    pub right: Slot,
    /// Whether the outcome rests on it: had all decisive comparisons alone been asked, the outcome
    /// would be the same. Of several that would each have sufficed, the first is.
    pub decisive: bool,
}

impl Step {
    /// What it adds to the condition: its answer, turned round by a `not`.
    #[must_use]
    pub const fn effect(&self) -> Truth {
        if self.negated {
            self.truth.negate()
        } else {
            self.truth
        }
    }
}

/// Whether a condition came close: it is false, and exactly one of its comparisons says so. A
/// comparison under a `not` says so when it is true.
#[must_use]
pub fn came_close(truth: Truth, steps: &[Step]) -> bool {
    let against = |step: &&Step| step.effect() == Truth::False;
    truth == Truth::False && steps.iter().filter(against).count() == 1
}

/// Marks the steps of inner nodes until they are taken out.
const INNER: ComparisonId = ComparisonId(u32::MAX);

impl Program {
    /// Answers a condition like [`Answered::truth`](crate::program::Answered::truth), and appends to
    /// `steps` every comparison of it, those behind names included, in the order of the text. A named condition that is used
    /// several times is listed once for each of the two ways in which it can count.
    ///
    /// Nothing is allocated but what `steps` needs to grow.
    pub fn trace(&self, condition: ConditionId, slots: &[Slot], steps: &mut Vec<Step>) -> Truth {
        let Some(plan) = self.plan(condition) else {
            return Truth::Unknown;
        };
        let base = steps.len();
        for node in &plan.nodes {
            let step = match node {
                Node::Ask {
                    comparison,
                    negated,
                } => self.ask(*comparison, *negated, slots),
                Node::All(parts) => {
                    let truths = parts_of(plan, parts, base, steps).map(|(_, step)| step.effect());
                    inner(truths.min().unwrap_or(Truth::True))
                }
                Node::Any(parts) => {
                    let truths = parts_of(plan, parts, base, steps).map(|(_, step)| step.effect());
                    inner(truths.max().unwrap_or(Truth::False))
                }
            };
            steps.push(step);
        }
        let Some(whole) = steps.last_mut() else {
            return Truth::Unknown;
        };
        whole.decisive = true;
        let truth = whole.effect();
        // Parts stand before their whole, so backwards every whole is settled before its parts.
        for (position, node) in plan.nodes.iter().enumerate().rev() {
            settle(plan, node, position, base, steps);
        }
        // Take out the inner nodes. `retain` would walk over the steps of others before `base`.
        let mut kept = base;
        for position in base..steps.len() {
            if let Some(step) = steps.get(position).copied()
                && step.comparison != INNER
                && let Some(place) = steps.get_mut(kept)
            {
                *place = step;
                kept += 1;
            }
        }
        steps.truncate(kept);
        truth
    }

    fn ask(&self, id: ComparisonId, negated: bool, slots: &[Slot]) -> Step {
        let mut step = Step {
            comparison: id,
            truth: Truth::Unknown,
            negated,
            left: Slot::UNKNOWN,
            right: Slot::UNDEFINED,
            decisive: false,
        };
        let Some(comparison) = self.comparison(id) else {
            return step;
        };
        step.left = read(&comparison.left, slots);
        if let Some(right) = &comparison.right {
            step.right = read(right, slots);
        }
        let (left, right) = (step.left, step.right);
        let answer = match &comparison.question {
            Question::Known => Some(left.is_known()),
            Question::Holds => left.is_known().then_some(left.num == 1),
            Question::Compare(operator) => left
                .compare(right)
                .map(|ordering| operator.accepts(ordering)),
            Question::Among { negated, members } => {
                let mut found = Some(false);
                for member in members {
                    match left.compare(*member) {
                        Some(ordering) if ordering.is_eq() => found = Some(true),
                        Some(_) => {}
                        None => found = None,
                    }
                }
                found.map(|found| found != *negated)
            }
        };
        step.truth = answer.map_or(Truth::Unknown, Truth::from);
        step
    }
}

/// The value of a term; only quotients have a denominator, whatever the host left there.
fn read(term: &Term, slots: &[Slot]) -> Slot {
    let mut slot = term.source.read(slots);
    if !term.ty.has_denominator() {
        slot.den = 1;
    }
    slot
}

const fn inner(truth: Truth) -> Step {
    Step {
        comparison: INNER,
        truth,
        negated: false,
        left: Slot::UNKNOWN,
        right: Slot::UNDEFINED,
        decisive: false,
    }
}

/// The parts of a node: position among the steps, and step.
fn parts_of<'s>(
    plan: &'s Plan,
    parts: &std::ops::Range<usize>,
    base: usize,
    steps: &'s [Step],
) -> impl Iterator<Item = (usize, &'s Step)> {
    let parts = plan.parts.get(parts.clone()).unwrap_or(&[]);
    parts.iter().filter_map(move |part| {
        let position = base + part;
        steps.get(position).map(|step| (position, step))
    })
}

/// Passes on from a decisive node to the parts that made it what it is.
fn settle(plan: &Plan, node: &Node, position: usize, base: usize, steps: &mut [Step]) {
    let Some(step) = steps.get(base + position).copied() else {
        return;
    };
    let (parts, one_suffices) = match node {
        _ if !step.decisive => return,
        Node::Ask { .. } => return,
        Node::All(parts) => (parts, step.truth != Truth::True),
        Node::Any(parts) => (parts, step.truth != Truth::False),
    };
    if one_suffices {
        let first = parts_of(plan, parts, base, steps)
            .find(|(_, part)| part.effect() == step.truth)
            .map(|(position, _)| position);
        if let Some(part) = first.and_then(|position| steps.get_mut(position)) {
            part.decisive = true;
        }
    } else {
        for part in plan.parts.get(parts.clone()).unwrap_or(&[]) {
            if let Some(part) = steps.get_mut(base + part) {
                part.decisive = true;
            }
        }
    }
}
