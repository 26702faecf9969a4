//! One subject of a rulebook while it is compiled: its names, its conditions, its program.

use super::language::{Language, SharedVocabulary};
use super::model::{Body, Formula, Input, LiteralAt, NamedCondition, Origin, Part, Rulebook};
use crate::check::{self, Condition, Constant, Scope};
use crate::code;
use crate::currency::Currency;
use crate::problem::{Problem, Problems, nearest};
use crate::program::Compiler;
use crate::span::{Faults, Span};
use crate::syntax::{Kind, Literal};
use crate::types::Type;
use crate::vocabulary::{Request, Signature, Vocabulary};
use std::collections::{BTreeMap, BTreeSet};

/// The vocabulary of a subject with its amounts in the currency of the rulebook.
pub(super) struct Recast {
    vocabulary: SharedVocabulary,
    subject: String,
    signatures: Vec<Signature>,
    positions: BTreeMap<String, usize>,
}

impl Recast {
    pub(super) fn new(vocabulary: &SharedVocabulary, currency: Currency) -> Self {
        let recast = |signature: &Signature| Signature {
            ty: match &signature.ty {
                Type::Money(_) => Type::Money(currency),
                Type::MoneyRatio(_) => Type::MoneyRatio(currency),
                other => other.clone(),
            },
            ..signature.clone()
        };
        let signatures: Vec<Signature> = vocabulary.signatures().iter().map(recast).collect();
        let named = signatures.iter().enumerate();
        Self {
            vocabulary: vocabulary.clone(),
            subject: vocabulary.subject().to_owned(),
            positions: named.map(|(i, s)| (s.name.clone(), i)).collect(),
            signatures,
        }
    }
}

impl Vocabulary for Recast {
    fn subject(&self) -> &str {
        &self.subject
    }

    fn signatures(&self) -> &[Signature] {
        &self.signatures
    }

    fn signature(&self, name: &str) -> Option<&Signature> {
        self.signatures.get(*self.positions.get(name)?)
    }

    fn refuses(&self, request: &Request) -> Option<Problem> {
        self.vocabulary.refuses(request)
    }
}

/// What is known of a subject so far. Problems gather in `problems`; what is wrong is left out.
pub(super) struct SubjectCompiler<'a> {
    pub(super) name: &'a str,
    pub(super) scope: Scope<'a>,
    pub(super) compiler: Compiler,
    pub(super) problems: &'a mut Problems,
    /// Whether something was wrong, also where it was reported before.
    pub(super) failed: bool,
    /// The names of the parameters.
    parameters: Vec<String>,
    /// Names that several parts of the rulebook claim. Uses of them are not reported as well.
    contested: BTreeSet<&'a str>,
}

impl<'a> SubjectCompiler<'a> {
    /// Declares every name of the rulebook that concerns the subject, and defines its conditions.
    pub(super) fn new(
        rulebook: &'a Rulebook,
        language: &Language,
        vocabulary: &'a Recast,
        problems: &'a mut Problems,
    ) -> Self {
        let mut scope = Scope::new(vocabulary);
        if rulebook.currency != Currency::UNDECLARED {
            scope = scope.with_currency(rulebook.currency);
        }
        if rulebook.extends.is_some() {
            scope = scope.open();
        }
        let name = vocabulary.subject.as_str();
        let mut subject = Self {
            name,
            scope,
            compiler: Compiler::new(),
            problems,
            failed: false,
            parameters: rulebook.parameters.iter().map(|p| p.id.clone()).collect(),
            contested: BTreeSet::new(),
        };
        subject.contest(rulebook, language);
        subject.declare_parameters(rulebook);
        subject.declare_inputs(rulebook, language);
        let defined = subject.declare_conditions(rulebook);
        subject.report_cycles(&defined);
        for (id, condition) in defined {
            if let Some(checked) = subject.condition(&condition.when) {
                subject.compiler.define(id, checked);
            }
        }
        subject
    }

    /// Reports every name that is declared as two things.
    fn contest(&mut self, rulebook: &'a Rulebook, language: &Language) {
        let parameters = rulebook
            .parameters
            .iter()
            .map(|p| (p.id.as_str(), "a parameter", &p.origin));
        let inputs = rulebook.inputs.iter().filter(|part| {
            part.given()
                .is_none_or(|input| self.concerns(&input.subject, language))
        });
        let inputs = inputs.map(|p| (p.id.as_str(), "an input", &p.origin));
        let conditions = rulebook.conditions.iter().filter(|part| {
            part.given()
                .is_none_or(|condition| self.concerns(&condition.subject, language))
        });
        let conditions = conditions.map(|p| (p.id.as_str(), "a condition", &p.origin));
        let mut claimed: BTreeMap<&str, &str> = BTreeMap::new();
        let mut found = Vec::new();
        for (name, what, origin) in parameters.chain(inputs).chain(conditions) {
            let Some(first) = claimed.get(name) else {
                claimed.insert(name, what);
                continue;
            };
            found.push((name, *first, origin));
        }
        for (name, first, origin) in found {
            let problem = Problem::new(code::DUPLICATE_ID, format!("`{name}` is already {first}"))
                .remedy("give one of the two another name");
            self.report(origin, problem);
            self.scope.refuse(name);
            self.contested.insert(name);
        }
    }

    fn declare_parameters(&mut self, rulebook: &Rulebook) {
        for part in &rulebook.parameters {
            if self.contested.contains(part.id.as_str()) {
                continue;
            }
            match part.given() {
                Some(parameter) => {
                    let value = &parameter.value;
                    if let Err(problem) = self.scope.parameter(&part.id, value.literal.clone()) {
                        let origin = if problem.code() == code::WRONG_CURRENCY {
                            &value.origin
                        } else {
                            &part.origin
                        };
                        self.report(origin, problem);
                    }
                }
                None => self.refuse(part),
            }
        }
    }

    fn declare_inputs(&mut self, rulebook: &Rulebook, language: &Language) {
        for part in &rulebook.inputs {
            if self.contested.contains(part.id.as_str()) {
                continue;
            }
            let Some(input) = part.given() else {
                self.refuse(part);
                continue;
            };
            if self.concerns(&input.subject, language) {
                self.input(part, input, rulebook.currency);
            }
        }
    }

    fn input(&mut self, part: &Part<Input>, input: &Input, currency: Currency) {
        let Some(ty) = input.ty.resolve(&part.id, currency) else {
            return self.refuse(part);
        };
        if let Err(problem) = self.scope.input(&part.id, ty) {
            self.report(&part.origin, problem);
        }
    }

    /// Whether something about `subject` is about this one. What names a subject that does not
    /// exist was reported, and is known everywhere.
    fn concerns(&self, subject: &str, language: &Language) -> bool {
        subject == self.name || language.subject(subject).is_none()
    }

    fn declare_conditions<'r>(
        &mut self,
        rulebook: &'r Rulebook,
    ) -> Vec<(&'r str, &'r NamedCondition)> {
        let mut defined = Vec::new();
        for part in &rulebook.conditions {
            if self.contested.contains(part.id.as_str()) {
                continue;
            }
            match part.given() {
                None => self.refuse(part),
                Some(condition) if condition.subject != self.name => {}
                Some(condition) => match self.scope.condition(&part.id) {
                    Ok(()) => defined.push((part.id.as_str(), condition)),
                    Err(problem) => self.report(&part.origin, problem),
                },
            }
        }
        defined
    }

    fn refuse<T>(&mut self, part: &Part<T>) {
        if matches!(part.body, Body::Refused) {
            self.failed = true;
            self.scope.refuse(&part.id);
        }
    }

    /// One problem for each circle of named conditions, at the first of them.
    fn report_cycles(&mut self, defined: &[(&str, &NamedCondition)]) {
        let needs: BTreeMap<&str, Vec<String>> = defined
            .iter()
            .map(|(id, condition)| {
                let found = check::references(&condition.when.tree, &self.scope);
                (*id, found.into_iter().map(|(name, _)| name).collect())
            })
            .collect();
        let mut told: BTreeSet<String> = BTreeSet::new();
        for (id, condition) in defined {
            if told.contains(*id) {
                continue;
            }
            let Some(circle) = circle_through(id, &needs) else {
                continue;
            };
            let chain: Vec<String> = circle.iter().map(|name| format!("`{name}`")).collect();
            told.extend(circle);
            let problem = Problem::new(
                code::CONDITION_CYCLE,
                format!("the condition `{id}` refers to itself"),
            )
            .found(chain.join(" -> "))
            .remedy("break the circle");
            self.problems
                .push(problem.at(condition.when.origin.place()));
        }
    }

    /// A condition of the rulebook; `None` when something is wrong with it.
    pub(super) fn condition(&mut self, formula: &Formula) -> Option<Condition> {
        match check::check(&formula.tree, &self.scope) {
            Ok(condition) => Some(condition),
            Err(faults) => self.fail(&formula.origin, faults),
        }
    }

    /// A value of the rulebook that is no condition, such as that of a characteristic.
    pub(super) fn operand(&mut self, formula: &Formula) -> Option<check::Operand> {
        match check::check_value(&formula.tree, &self.scope) {
            Ok(check::Value::Operand(operand)) => {
                if let check::Source::Request(_) = operand.source {
                    return Some(operand);
                }
                let problem =
                    Problem::new(code::TYPE_CLASH, format!("`{formula}` is always the same"))
                        .expected("a measure, a fact or an input");
                self.report(&formula.origin, problem);
                None
            }
            Ok(check::Value::Condition(_)) => {
                let problem = Problem::new(
                    code::CONDITION_AS_VALUE,
                    format!("`{formula}` is a condition, not a value"),
                )
                .expected("a measure, a fact or an input");
                self.report(&formula.origin, problem);
                None
            }
            Err(faults) => self.fail(&formula.origin, faults),
        }
    }

    /// A literal as a value of a type.
    pub(super) fn literal(&mut self, literal: &LiteralAt, ty: &Type) -> Option<Constant> {
        let value = match &literal.literal {
            // The name of a parameter stands for its value, as it does in conditions.
            Literal::Word(word) if !is_member(word, ty) => match self.scope.declared(word) {
                Some(check::Declared::Parameter(value)) => value.clone(),
                Some(check::Declared::Refused) => {
                    self.failed = true;
                    return None;
                }
                _ if matches!(ty, Type::Enumeration(e) if !self.scope.may_name(word, e)) => {
                    literal.literal.clone()
                }
                _ => return self.no_parameter(word, literal, ty),
            },
            other => other.clone(),
        };
        match check::check_literal(&value, Span::default(), ty, &self.scope) {
            Ok(constant) => Some(constant),
            Err(faults) => self.fail(&literal.origin, faults),
        }
    }

    /// A word where a value stands is the name of a parameter, and there is none of this name.
    fn no_parameter<T>(&mut self, word: &str, literal: &LiteralAt, ty: &Type) -> Option<T> {
        if self.scope.is_open() {
            self.failed = true;
            return None;
        }
        let problem = Problem::new(
            code::UNKNOWN_NAME,
            format!("there is no parameter `{word}`"),
        )
        .expected(format!("a value ({ty}), or the name of a parameter"))
        .nearest(nearest(word, self.parameters.iter().map(String::as_str)));
        self.report(&literal.origin, problem);
        None
    }

    /// Reports what is wrong with a text; nothing, when it was reported before.
    pub(super) fn fail<T>(&mut self, origin: &Origin, faults: Faults) -> Option<T> {
        self.failed = true;
        self.problems.extend(origin.locate(faults));
        None
    }

    pub(super) fn report(&mut self, origin: &Origin, problem: Problem) {
        self.failed = true;
        self.problems.push(problem.at(origin.place()));
    }

    /// Whether a formula is the word `always`.
    pub(super) fn is_always(formula: &Formula) -> bool {
        matches!(formula.tree.kind, Kind::Always)
    }
}

fn is_member(word: &str, ty: &Type) -> bool {
    matches!(ty, Type::Enumeration(e) if e.position(word).is_some())
}

/// The names on a way from `start` back to `start`, both ends included.
fn circle_through(start: &str, needs: &BTreeMap<&str, Vec<String>>) -> Option<Vec<String>> {
    // Each name is entered once, so that the walk ends; the way back is kept by predecessor.
    let mut from: BTreeMap<&str, &str> = BTreeMap::new();
    let mut waiting: Vec<&str> = vec![start];
    while let Some(name) = waiting.pop() {
        for next in needs.get(name).into_iter().flatten() {
            if next == start {
                let mut circle = vec![start.to_owned(), name.to_owned()];
                let mut at = name;
                while at != start {
                    at = from.get(at).copied().unwrap_or(start);
                    circle.push(at.to_owned());
                }
                circle.reverse();
                return Some(circle);
            }
            if !from.contains_key(next.as_str()) {
                from.insert(next, name);
                waiting.push(next);
            }
        }
    }
    None
}
