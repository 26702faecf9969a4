//! Compiled rules: the first that is true decides, or all that are true count.

use super::language::RulesSpec;
use super::model::{About, Origin, Part};
use super::parts::{Rule, Section};
use super::subject::SubjectCompiler;
use crate::code;
use crate::document::Json;
use crate::problem::Problem;
use crate::program::{Answered, ConditionId};
use crate::value::Truth;

/// The rules of a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleSet {
    rules: Vec<CompiledRule>,
    first_match: bool,
}

/// A rule of a [`RuleSet`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompiledRule {
    /// Its id.
    pub id: String,
    /// For first-match rules, the position of the outcome among those of the language's section.
    pub outcome: Option<usize>,
    /// Its condition.
    pub when: ConditionId,
    /// Its condition in canonical text.
    pub text: String,
    /// A further condition for being listed among the outcomes that hold.
    pub holds: Option<ConditionId>,
    /// The host's own fields.
    pub attributes: Vec<(String, Json)>,
    /// Source and purpose.
    pub about: About,
    /// Whether it is an example, to be replaced by the insurer's own.
    pub example: bool,
    /// Where it is written.
    pub origin: Origin,
}

impl CompiledRule {
    /// One of the host's own fields.
    #[must_use]
    pub fn attribute(&self, name: &str) -> Option<&Json> {
        self.attributes
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value)
    }
}

impl RuleSet {
    /// The rules, in order.
    #[must_use]
    pub fn rules(&self) -> &[CompiledRule] {
        &self.rules
    }

    /// Whether the first true rule decides; else all true rules count.
    #[must_use]
    pub const fn is_first_match(&self) -> bool {
        self.first_match
    }

    /// A rule by its id, with its position.
    #[must_use]
    pub fn rule(&self, id: &str) -> Option<(usize, &CompiledRule)> {
        let mut rules = self.rules.iter().enumerate();
        rules.find(|(_, rule)| rule.id == id)
    }

    /// The truth of the condition of each rule, in order, as far as `truths` reaches. Nothing is
    /// allocated.
    pub fn evaluate(&self, answered: Answered<'_>, truths: &mut [Truth]) {
        for (rule, truth) in self.rules.iter().zip(truths) {
            *truth = answered.truth(rule.when);
        }
    }

    /// The position of the first rule that is true. Of first-match rules there always is one.
    /// Nothing is allocated.
    #[must_use]
    pub fn first(&self, answered: Answered<'_>) -> Option<usize> {
        self.rules
            .iter()
            .position(|rule| answered.truth(rule.when) == Truth::True)
    }

    /// Whether a rule is to be listed among those that hold: its condition, and the further one
    /// if it has one.
    #[must_use]
    pub fn holds(&self, position: usize, answered: Answered<'_>) -> Truth {
        let Some(rule) = self.rules.get(position) else {
            return Truth::Unknown;
        };
        let when = answered.truth(rule.when);
        match rule.holds {
            Some(further) if when != Truth::False => when.min(answered.truth(further)),
            _ => when,
        }
    }
}

/// Compiles the rules of a section. With problems, rules may be missing.
pub(super) fn compile(
    subject: &mut SubjectCompiler<'_>,
    spec: &RulesSpec,
    section: &Section,
    parts: &[Part<Rule>],
) -> RuleSet {
    let mut rules = Vec::with_capacity(parts.len());
    for part in parts {
        let Some(rule) = part.given() else {
            continue;
        };
        let when = subject.condition(&rule.when);
        let holds = rule.holds.as_ref().map(|holds| subject.condition(holds));
        let (Some(when), Some(holds)) = (when, holds.map_or(Some(None), |holds| holds.map(Some)))
        else {
            continue;
        };
        let outcome = rule.outcome.as_deref().and_then(|word| {
            let mut outcomes = spec.outcomes().iter();
            outcomes.position(|outcome| outcome == word)
        });
        rules.push(CompiledRule {
            id: part.id.clone(),
            outcome,
            when: subject.compiler.condition(when),
            text: rule.when.to_string(),
            holds: holds.map(|holds| subject.compiler.condition(holds)),
            attributes: rule.attributes.clone(),
            about: rule.about.clone(),
            example: rule.example,
            origin: part.origin.clone(),
        });
    }
    // The order is that of the whole rulebook.
    if spec.is_first_match() && !subject.scope.is_open() {
        check_order(subject, section, parts);
    }
    RuleSet {
        rules,
        first_match: spec.is_first_match(),
    }
}

/// The last rule, and no other, must be unconditional.
fn check_order(subject: &mut SubjectCompiler<'_>, section: &Section, parts: &[Part<Rule>]) {
    let always = |part: &Part<Rule>| {
        part.given()
            .is_some_and(|rule| SubjectCompiler::is_always(&rule.when))
    };
    if let Some(first) = parts.iter().position(always) {
        let unconditional = parts.get(first).map_or("", |part| part.id.as_str());
        for part in parts.iter().skip(first + 1) {
            let problem = Problem::new(
                code::UNREACHABLE_RULE,
                format!("the rule `{}` can never decide", part.id),
            )
            .found(format!(
                "the unconditional rule `{unconditional}` before it"
            ))
            .remedy("move the unconditional rule to the end");
            subject.report(&part.origin, problem);
        }
        return;
    }
    let what = Problem::new(
        code::NO_UNCONDITIONAL_RULE,
        format!("the rules of `{}` may leave a case undecided", section.name),
    )
    .expected("a last rule with the condition `always`");
    match parts.last() {
        None => subject.report(&section.origin, what),
        Some(last) => {
            // A last rule that could not be read may have been the one.
            if let Some(rule) = last.given()
                && !has_missing(&rule.when.tree)
            {
                let problem = what.found(format!("`{}`", rule.when));
                subject.report(&rule.when.origin, problem);
            }
        }
    }
}

fn has_missing(tree: &crate::syntax::Expression) -> bool {
    matches!(tree.kind, crate::syntax::Kind::Missing)
}
