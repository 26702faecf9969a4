//! How a condition is explained: all of it, named conditions included, as a list of nodes in which
//! the parts of a node stand before it.
//!
//! `not` is pushed down to the comparisons, and a named condition that is used twice stands once,
//! so the list is never longer than the rulebook however often conditions refer to each other.

use super::ComparisonId;
use crate::check::Condition;
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

/// A node of a plan. Positions count from the start of the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Node {
    /// Ask this, and take the contrary when negated.
    Ask {
        comparison: ComparisonId,
        negated: bool,
    },
    /// True when all the parts are; with no parts, always.
    All(Range<usize>),
    /// True when one of the parts is; with no parts, never.
    Any(Range<usize>),
}

/// The nodes of a condition, the whole of it last.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Plan {
    pub(crate) nodes: Vec<Node>,
    /// Positions of parts, by the ranges of the nodes.
    pub(crate) parts: Vec<usize>,
}

/// Conditions by name, with the number of the first comparison of each; the others follow in the
/// order of the text.
pub(super) type Library<'c> = BTreeMap<&'c str, (&'c Condition, u32)>;

/// Builds the plan of one condition.
pub(super) fn plan(condition: &Condition, first: u32, library: &Library<'_>) -> Plan {
    let mut builder = Builder {
        library,
        plan: Plan::default(),
        done: HashMap::new(),
    };
    let mut next = first;
    builder.add(condition, false, &mut next);
    builder.plan
}

struct Builder<'l, 'c> {
    library: &'l Library<'c>,
    plan: Plan,
    done: HashMap<(&'c str, bool), usize>,
}

impl Builder<'_, '_> {
    /// Adds a condition, or its contrary, and gives the position of its node. `next` is the number
    /// of the next comparison of the text that is being walked.
    fn add(&mut self, condition: &Condition, negated: bool, next: &mut u32) -> usize {
        match condition {
            Condition::Always => self.group(&[], negated, false, next),
            Condition::And(items) => self.group(items, negated, false, next),
            Condition::Or(items) => self.group(items, negated, true, next),
            Condition::Not(inner) => self.add(inner, !negated, next),
            Condition::Named(name) => self.named(name, negated),
            Condition::Leaf(_) => {
                let comparison = ComparisonId(*next);
                *next = next.saturating_add(1);
                self.push(Node::Ask {
                    comparison,
                    negated,
                })
            }
        }
    }

    fn group(&mut self, items: &[Condition], negated: bool, any: bool, next: &mut u32) -> usize {
        let parts: Vec<usize> = items
            .iter()
            .map(|item| self.add(item, negated, next))
            .collect();
        let start = self.plan.parts.len();
        self.plan.parts.extend(parts);
        let range = start..self.plan.parts.len();
        self.push(if any == negated {
            Node::All(range)
        } else {
            Node::Any(range)
        })
    }

    fn named(&mut self, name: &str, negated: bool) -> usize {
        let library = self.library;
        let Some((name, (condition, first))) = library.get_key_value(name) else {
            // The compiler has refused a name that is missing.
            return self.push(Node::Any(0..0));
        };
        if let Some(position) = self.done.get(&(*name, negated)) {
            return *position;
        }
        let mut next = *first;
        let position = self.add(condition, negated, &mut next);
        self.done.insert((*name, negated), position);
        position
    }

    fn push(&mut self, node: Node) -> usize {
        self.plan.nodes.push(node);
        self.plan.nodes.len() - 1
    }
}
