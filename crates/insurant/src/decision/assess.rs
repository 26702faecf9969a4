//! From facts to a verdict: the hot path. Nothing here allocates once the scratch has grown.

use super::verdict::{Cause, RuleBits, Verdict};
use crate::category::Standing;
use crate::date::Date;
use crate::facts::CustomerView;
use crate::measure::Scratch;
use crate::measure::kernel::{DatedPlan, Overflow};
use crate::rulebook::{CustomerRules, Finding};
use insurant_rules::program::Answered;
use insurant_rules::{Slot, Truth};

/// A rulebook on a day: what can be worked out once for all customers has been.
#[derive(Debug, Clone)]
pub struct DatedRules<'a> {
    pub(crate) rules: &'a CustomerRules,
    pub(crate) dated: DatedPlan<'a>,
}

impl CustomerRules {
    /// The rulebook on a day.
    #[must_use]
    pub fn on(&self, as_of: Date) -> DatedRules<'_> {
        DatedRules {
            rules: self,
            dated: DatedPlan::new(&self.plan, self.constants, as_of),
        }
    }
}

impl<'a> DatedRules<'a> {
    /// The rulebook.
    #[must_use]
    pub const fn rules(&self) -> &'a CustomerRules {
        self.rules
    }

    /// The day.
    #[must_use]
    pub const fn as_of(&self) -> Date {
        self.dated.as_of
    }

    /// Decides on a customer. The order of facts never matters.
    pub fn assess<V: CustomerView>(&self, view: &V, scratch: &mut Scratch) -> Verdict {
        match self.measure(view, scratch) {
            Ok(()) => self.decide(view, self.answered(scratch)),
            Err(_) => self.undecided(Cause::Overflow, view),
        }
    }

    /// The value of an expression compiled beside the rulebook ([`CustomerRules::expressions`]), as
    /// the last assessment found it; a condition is a boolean. Only when that decided.
    #[must_use]
    pub fn expression(&self, position: usize, scratch: &Scratch) -> Slot {
        let expression = self.rules.expressions().get(position);
        expression.map_or(Slot::UNKNOWN, |expression| {
            self.answered(scratch).value(expression.value)
        })
    }

    /// The verdict on a customer whose facts cannot be used.
    pub fn undecided<V: CustomerView>(&self, cause: Cause, view: &V) -> Verdict {
        Verdict::undecided(cause, self.blacklisted(view))
    }

    /// Fills the slots and answers every condition.
    pub(crate) fn measure<V: CustomerView>(
        &self,
        view: &V,
        scratch: &mut Scratch,
    ) -> Result<(), Overflow> {
        let program = self.rules.program();
        self.dated.compute(view, scratch)?;
        program.answer(&scratch.slots, &mut scratch.answers);
        Ok(())
    }

    /// What the last [`Self::measure`] found.
    pub(crate) fn answered<'s>(&'s self, scratch: &'s Scratch) -> Answered<'s> {
        self.rules
            .program()
            .answered(&scratch.slots, &scratch.answers)
    }

    fn blacklisted<V: CustomerView>(&self, view: &V) -> bool {
        view.entries()
            .any(|entry| entry.in_effect(self.dated.as_of))
    }

    pub(crate) fn decide<V: CustomerView>(&self, view: &V, answered: Answered<'_>) -> Verdict {
        let (mut holds, mut unknown) = (RuleBits::default(), RuleBits::default());
        let mut category = None;
        for (i, rule) in self.rules.categories.iter().enumerate() {
            match answered.truth(rule.rule.when) {
                Truth::True => {
                    let outcome = category.is_none();
                    if outcome {
                        category = Some(rule.category);
                    }
                    let listed = |id| answered.truth(id) == Truth::True;
                    if outcome || rule.rule.holds.is_none_or(listed) {
                        holds.insert(i);
                    }
                }
                Truth::Unknown => unknown.insert(i),
                Truth::False => {}
            }
        }
        let (alerts, alerts_unknown) = collect(&self.rules.alerts, answered);
        let (proposals, proposals_unknown) = collect(&self.rules.criteria, answered);
        let standing = if self.blacklisted(view) {
            Standing::Blacklisted
        } else if alerts.meets(self.rules.watch) {
            Standing::Watch
        } else {
            Standing::Clear
        };
        let valued_on = view.profile().valued_on;
        Verdict {
            category,
            standing: Some(standing),
            cause: None,
            holds,
            unknown,
            alerts,
            alerts_unknown,
            proposals,
            proposals_unknown,
            hindsight: valued_on.is_some_and(|valued| self.dated.as_of < valued),
            projected: valued_on.is_some_and(|valued| self.dated.as_of > valued),
        }
    }
}

#[inline]
fn collect(findings: &[Finding], answered: Answered<'_>) -> (RuleBits, RuleBits) {
    let (mut raised, mut unknown) = (RuleBits::default(), RuleBits::default());
    for (i, finding) in findings.iter().enumerate() {
        match answered.truth(finding.rule.when) {
            Truth::True => raised.insert(i),
            Truth::Unknown => unknown.insert(i),
            Truth::False => {}
        }
    }
    (raised, unknown)
}
