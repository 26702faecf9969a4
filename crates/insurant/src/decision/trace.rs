//! What was asked of the facts on the way to a verdict, before it is put into words.

use super::assess::DatedRules;
use super::explanation::RuleSection;
use super::verdict::{Cause, Verdict};
use crate::facts::CustomerView;
use crate::measure::Scratch;
use insurant_rules::trace::{Step, came_close};
use insurant_rules::{ConditionId, Truth};

/// One rule's answer, and its steps among those of the trace.
#[derive(Debug, Clone, Copy)]
pub(crate) struct RuleTrace {
    pub(crate) section: RuleSection,
    pub(crate) position: usize,
    pub(crate) truth: Truth,
    steps: (usize, usize),
}

/// Every comparison of every rule with its actual values. Kept from customer to customer, so that
/// nothing is allocated once it has grown.
#[derive(Debug, Clone, Default)]
pub struct Trace {
    steps: Vec<Step>,
    pub(crate) rules: Vec<RuleTrace>,
}

impl Trace {
    /// An empty trace.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    pub(crate) fn steps(&self, rule: &RuleTrace) -> &[Step] {
        self.steps.get(rule.steps.0..rule.steps.1).unwrap_or(&[])
    }

    /// False by exactly one comparison.
    pub(crate) fn came_close(&self, rule: &RuleTrace) -> bool {
        came_close(rule.truth, self.steps(rule))
    }

    /// How many comparisons it holds.
    #[must_use]
    pub fn len(&self) -> usize {
        self.steps.len()
    }

    /// Whether it holds none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }
}

impl DatedRules<'_> {
    /// Decides on a customer and keeps every comparison: the same verdict as
    /// [`DatedRules::assess`].
    pub fn trace<V: CustomerView>(
        &self,
        view: &V,
        scratch: &mut Scratch,
        trace: &mut Trace,
    ) -> Verdict {
        trace.steps.clear();
        trace.rules.clear();
        if self.measure(view, scratch).is_err() {
            return self.undecided(Cause::Overflow, view);
        }
        let rules = self.rules;
        let mut ask = |section, position, when: ConditionId| {
            let from = trace.steps.len();
            let truth = rules
                .program()
                .trace(when, &scratch.slots, &mut trace.steps);
            let steps = (from, trace.steps.len());
            trace.rules.push(RuleTrace {
                section,
                position,
                truth,
                steps,
            });
        };
        for (i, rule) in rules.categories.iter().enumerate() {
            ask(RuleSection::Categories, i, rule.rule.when);
        }
        for (i, alert) in rules.alerts.iter().enumerate() {
            ask(RuleSection::Alerts, i, alert.rule.when);
        }
        for (i, criterion) in rules.criteria.iter().enumerate() {
            ask(RuleSection::Blacklist, i, criterion.rule.when);
        }
        self.decide(view, self.answered(scratch))
    }
}
