//! A rulebook compiled for a subject that is scored.

use super::Card;
use super::facts::{SubjectFacts, SubjectInputs};
use crate::Currency;
use crate::rulebook::read_input;
use insurant_rules::problem::nearest;
use insurant_rules::program::Answers;
use insurant_rules::rulebook::{CompiledRecords, CompiledSubject, Language, RuleSet, Rulebook};
use insurant_rules::vocabulary::Request;
use insurant_rules::{Place, Problem, Problems, Slot, Type, code};
use std::collections::BTreeMap;

/// What a rulebook says of one subject, such as account managers, ready to score. Immutable and
/// shareable between threads.
#[derive(Debug, Clone)]
pub struct ScoredSubject {
    reference: String,
    fingerprint: String,
    currency: Currency,
    subject: CompiledSubject,
    inputs: Vec<(String, Type)>,
}

impl ScoredSubject {
    /// Compiles a rulebook for a subject of the language.
    ///
    /// # Errors
    /// Everything that is wrong with the rulebook, and a subject that the language does not have.
    pub fn compile(
        rulebook: &Rulebook,
        language: &Language,
        subject: &str,
    ) -> Result<Self, Problems> {
        let compiled = rulebook.compile(language, &[])?;
        let Some(found) = compiled.subject(subject) else {
            let problem = Problem::new(
                code::UNKNOWN_NAME,
                format!("the language has no subject `{subject}`"),
            );
            return Err(problem.into());
        };
        let inputs = rulebook.inputs_of(subject);
        Ok(Self {
            reference: rulebook.reference(),
            fingerprint: compiled.fingerprint().to_owned(),
            currency: rulebook.currency(),
            inputs: inputs.map(|(name, ty)| (name.to_owned(), ty)).collect(),
            subject: found.clone(),
        })
    }

    /// The rulebook as `id@version`.
    #[must_use]
    pub fn reference(&self) -> &str {
        &self.reference
    }

    /// The fingerprint of the resolved rulebook.
    #[must_use]
    pub fn fingerprint(&self) -> &str {
        &self.fingerprint
    }

    /// The currency of every amount.
    #[must_use]
    pub const fn currency(&self) -> Currency {
        self.currency
    }

    /// The inputs that the rulebook declares for the subject, with their types.
    #[must_use]
    pub fn inputs(&self) -> &[(String, Type)] {
        &self.inputs
    }

    /// A scorecard: `card("managers", "appraisal")`.
    #[must_use]
    pub fn card(&self, section: &str, name: &str) -> Option<Card<'_>> {
        let card = self.subject.scorecard(section, name)?;
        Some(Card::new(card, self.subject.program()))
    }

    /// The records of a section, with the fields of its own.
    #[must_use]
    pub fn records(&self, section: &str) -> Option<&CompiledRecords> {
        self.subject.records(section)
    }

    /// The rules of a section.
    #[must_use]
    pub fn rules(&self, section: &str) -> Option<&RuleSet> {
        self.subject.rules(section)
    }

    /// What the rulebook asks of the host, inputs included: one slot each.
    #[must_use]
    pub fn requests(&self) -> &[Request] {
        self.subject.program().requests()
    }

    /// Reads inputs as written (`yes`, `12.50`, `2024-01-31`, a word), by name. What is left out or
    /// blank is unknown. `path` is where they stand, such as `managers[0].inputs`.
    ///
    /// # Errors
    /// Everything that is wrong with them, each at `path.NAME`: a name that the rulebook does not
    /// declare (`unknown_field`), a value that is not of its type (`type_clash`, `unknown_member`,
    /// `bad_date`, `no_such_date`, `year_out_of_range`).
    pub fn read_inputs(
        &self,
        given: &BTreeMap<String, String>,
        path: &str,
    ) -> Result<SubjectInputs, Problems> {
        let mut problems = Problems::new();
        let mut slots = vec![Slot::UNKNOWN; self.inputs.len()];
        for (name, written) in given {
            let at = |problem: Problem| {
                problem.at(Place {
                    path: format!("{path}.{name}"),
                    ..Place::default()
                })
            };
            let mut inputs = self.inputs.iter().zip(&mut slots);
            let Some(((_, ty), slot)) = inputs.find(|((known, _), _)| known == name) else {
                problems.push(at(self.unknown_input(name)));
                continue;
            };
            let text = |text: &str| self.subject.program().text(text);
            match read_input(name, ty, written, text) {
                Ok(value) => *slot = value,
                Err(problem) => problems.push(at(problem)),
            }
        }
        problems.or(SubjectInputs { slots })
    }

    fn unknown_input(&self, name: &str) -> Problem {
        let known: Vec<&str> = self.inputs.iter().map(|(name, _)| name.as_str()).collect();
        let expected = if known.is_empty() {
            "no input at all".to_owned()
        } else {
            known.join(", ")
        };
        Problem::new(
            code::UNKNOWN_FIELD,
            format!("the rulebook declares no input `{name}`"),
        )
        .expected(expected)
        .nearest(nearest(name, known.iter().copied()))
    }

    /// A text as the rulebook compares with it.
    #[must_use]
    pub fn text(&self, text: &str) -> Slot {
        self.subject.program().text(text)
    }

    /// The facts of one subject: its inputs, and the host's answer to every other request. Asked
    /// only for what the rulebook uses.
    pub fn facts(
        &self,
        inputs: &SubjectInputs,
        mut measure: impl FnMut(&Request) -> Slot,
    ) -> SubjectFacts<'_> {
        let program = self.subject.program();
        let slots = program.requests().iter().map(|request| {
            let mut own = self.inputs.iter().zip(&inputs.slots);
            match own.find(|((name, _), _)| *name == request.name) {
                Some((_, slot)) => *slot,
                None => measure(request),
            }
        });
        let slots: Vec<Slot> = slots.collect();
        let mut answers = Answers::default();
        program.answer(&slots, &mut answers);
        SubjectFacts {
            program,
            slots,
            answers,
        }
    }
}
