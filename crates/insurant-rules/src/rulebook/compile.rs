//! From a rulebook to programs, one a subject.

use super::language::Language;
use super::model::Rulebook;
use super::parts::SectionBody;
use super::records::{self, CompiledRecords};
use super::rules::{self, RuleSet};
use super::scorecard::CompiledScorecard;
use super::scorecard_compile;
use super::subject::{Recast, SubjectCompiler};
use super::table::{self, Tables};
use crate::check;
use crate::code;
use crate::currency::Currency;
use crate::problem::{Problem, Problems, nearest};
use crate::program::{Program, ValueId};
use crate::types::Type;

/// A rulebook ready to decide. Immutable, and as good in one thread as in many.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompiledRulebook {
    fingerprint: String,
    subjects: Vec<CompiledSubject>,
}

/// The part of a rulebook that speaks of one subject: one program, and what uses it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompiledSubject {
    name: String,
    program: Program,
    sections: Vec<(String, CompiledSection)>,
    expressions: Vec<ExpressionValue>,
}

/// A section of a [`CompiledSubject`].
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum CompiledSection {
    /// Rules.
    Rules(RuleSet),
    /// A scorecard.
    Scorecard(CompiledScorecard),
    /// Tables.
    Tables(Tables),
    /// Records.
    Records(CompiledRecords),
}

/// An expression that was compiled beside the rulebook, such as a column of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExpressionValue {
    /// The text as given.
    pub text: String,
    /// Its value: [`Answered::value`](crate::program::Answered::value).
    pub value: ValueId,
    /// Its type.
    pub ty: Type,
    /// Whether it is a condition, whose value is a boolean that may be unknown.
    pub is_condition: bool,
}

impl CompiledRulebook {
    /// The fingerprint of the rulebook.
    #[must_use]
    pub fn fingerprint(&self) -> &str {
        &self.fingerprint
    }

    /// The subjects, in the order of the language.
    #[must_use]
    pub fn subjects(&self) -> &[CompiledSubject] {
        &self.subjects
    }

    /// One subject.
    #[must_use]
    pub fn subject(&self, name: &str) -> Option<&CompiledSubject> {
        self.subjects.iter().find(|subject| subject.name == name)
    }
}

impl CompiledSubject {
    /// The name of the subject.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The program: which slots to fill, and the conditions.
    #[must_use]
    pub const fn program(&self) -> &Program {
        &self.program
    }

    /// The sections of the rulebook that speak of the subject.
    pub fn sections(&self) -> impl Iterator<Item = (&str, &CompiledSection)> {
        self.sections
            .iter()
            .map(|(name, section)| (name.as_str(), section))
    }

    /// A section.
    #[must_use]
    pub fn section(&self, name: &str) -> Option<&CompiledSection> {
        self.sections().find(|(key, _)| *key == name).map(|s| s.1)
    }

    /// The rules of a section.
    #[must_use]
    pub fn rules(&self, section: &str) -> Option<&RuleSet> {
        match self.section(section)? {
            CompiledSection::Rules(rules) => Some(rules),
            _ => None,
        }
    }

    /// The scorecard of a section.
    #[must_use]
    pub fn scorecard(&self, section: &str) -> Option<&CompiledScorecard> {
        match self.section(section)? {
            CompiledSection::Scorecard(scorecard) => Some(scorecard),
            _ => None,
        }
    }

    /// The tables of a section.
    #[must_use]
    pub fn tables(&self, section: &str) -> Option<&Tables> {
        match self.section(section)? {
            CompiledSection::Tables(tables) => Some(tables),
            _ => None,
        }
    }

    /// The records of a section.
    #[must_use]
    pub fn records(&self, section: &str) -> Option<&CompiledRecords> {
        match self.section(section)? {
            CompiledSection::Records(records) => Some(records),
            _ => None,
        }
    }

    /// The expressions compiled beside the rulebook, in the order given.
    #[must_use]
    pub fn expressions(&self) -> &[ExpressionValue] {
        &self.expressions
    }
}

impl Rulebook {
    /// Compiles the rulebook, and expressions of the host's beside it, each for a subject: the
    /// columns of a report, the operands of a search.
    ///
    /// # Errors
    /// Everything that is wrong with the rulebook or the expressions. A rulebook from
    /// [`super::Rulebooks`], or one that extends no other, has been checked when it was read, so
    /// only the expressions can be wrong.
    pub fn compile(
        &self,
        language: &Language,
        expressions: &[(&str, &str)],
    ) -> Result<CompiledRulebook, Problems> {
        if let Some(extends) = &self.extends {
            let problem = Problem::new(
                code::UNRESOLVED_RULEBOOK,
                format!("the rulebook `{}` extends `{extends}`", self.reference()),
            )
            .remedy("load both together, and compile what comes of it");
            return Err(problem.at(extends.origin.place()).into());
        }
        let mut problems = Problems::new();
        let compiled = compile(self, language, expressions, &mut problems);
        match compiled {
            Some(compiled) => problems.or(compiled),
            None => Err(problems.or(()).err().unwrap_or_default()),
        }
    }
}

/// Compiles what can be compiled; `None` when there were problems.
pub(super) fn compile(
    rulebook: &Rulebook,
    language: &Language,
    expressions: &[(&str, &str)],
    problems: &mut Problems,
) -> Option<CompiledRulebook> {
    unknown_subjects(language, expressions, problems);
    sections_without_subject(rulebook, language, problems);
    let mut subjects = Vec::new();
    let mut failed = !problems.is_empty();
    for vocabulary in language.subjects() {
        let recast = Recast::new(vocabulary, rulebook.currency);
        let mut found = Problems::new();
        let subject = compile_subject(rulebook, language, &recast, expressions, &mut found);
        failed |= subject.is_none();
        subjects.extend(subject);
        // Parameters are declared for every subject; what is wrong with one is told once.
        for problem in found {
            // Without a currency, which was reported, no amount has the right one.
            if rulebook.currency == Currency::UNDECLARED && problem.code() == code::WRONG_CURRENCY {
                continue;
            }
            if !problems.iter().any(|told| *told == problem) {
                problems.push(problem);
            }
        }
    }
    (!failed).then(|| CompiledRulebook {
        fingerprint: rulebook.fingerprint(),
        subjects,
    })
}

fn unknown_subjects(language: &Language, expressions: &[(&str, &str)], problems: &mut Problems) {
    let names = || language.subjects().iter().map(|subject| subject.subject());
    for (subject, text) in expressions {
        if language.subject(subject).is_none() {
            let listed: Vec<&str> = names().collect();
            let problem = Problem::new(
                code::UNKNOWN_MEMBER,
                format!("the expression `{text}` is about no subject there is"),
            )
            .found(format!("`{subject}`"))
            .expected(crate::document::list_words(&listed))
            .nearest(nearest(subject, names()));
            problems.push(problem);
        }
    }
}

/// A section whose subject the host forgot would otherwise decide nothing, unseen.
fn sections_without_subject(rulebook: &Rulebook, language: &Language, problems: &mut Problems) {
    for section in &rulebook.sections {
        let spec = language.section(&section.name);
        let subject = spec.map_or("", |spec| &spec.subject);
        if language.subject(subject).is_none() {
            let problem = Problem::new(
                code::UNKNOWN_SECTION,
                format!(
                    "the section `{}` is about `{subject}`, which is no subject of the host",
                    section.name
                ),
            )
            .remedy("this is a fault of the program that reads the rulebook");
            problems.push(problem.at(section.origin.place()));
        }
    }
}

fn compile_subject(
    rulebook: &Rulebook,
    language: &Language,
    vocabulary: &Recast,
    expressions: &[(&str, &str)],
    problems: &mut Problems,
) -> Option<CompiledSubject> {
    let mut subject = SubjectCompiler::new(rulebook, language, vocabulary, problems);
    let mut sections = Vec::new();
    for section in &rulebook.sections {
        let Some(spec) = language.section(&section.name) else {
            continue;
        };
        if spec.subject != subject.name {
            continue;
        }
        let compiled = match &section.body {
            SectionBody::Rules(parts) => spec.rules.as_ref().map(|spec| {
                CompiledSection::Rules(rules::compile(&mut subject, spec, section, parts))
            }),
            SectionBody::Scorecard(card) => spec.scorecard.as_ref().and_then(|spec| {
                let card = scorecard_compile::compile(&mut subject, spec, section, card);
                card.map(CompiledSection::Scorecard)
            }),
            SectionBody::Tables(parts) => {
                Some(CompiledSection::Tables(table::compile(&mut subject, parts)))
            }
            SectionBody::Records(records) => {
                let records = records::compile(&mut subject, records);
                Some(CompiledSection::Records(records))
            }
        };
        sections.extend(compiled.map(|compiled| (section.name.clone(), compiled)));
    }
    let mut values = Vec::new();
    for (_, text) in expressions.iter().filter(|(name, _)| *name == subject.name) {
        match check::value(text, &subject.scope) {
            Err(faults) => {
                subject.failed = true;
                for problem in faults.in_text(text) {
                    subject.problems.push(problem.in_source(*text));
                }
            }
            Ok(value) => {
                let (ty, is_condition) = match &value {
                    check::Value::Operand(operand) => (operand.ty.clone(), false),
                    check::Value::Condition(_) => (Type::Boolean, true),
                };
                values.push(ExpressionValue {
                    text: (*text).to_owned(),
                    value: subject.compiler.value(value),
                    ty,
                    is_condition,
                });
            }
        }
    }
    let SubjectCompiler {
        name,
        compiler,
        problems,
        failed,
        ..
    } = subject;
    if failed {
        return None;
    }
    match compiler.finish() {
        Ok(program) => Some(CompiledSubject {
            name: name.to_owned(),
            program,
            sections,
            expressions: values,
        }),
        Err(found) => {
            for problem in found {
                problems.push(problem.at(rulebook.origin.place()));
            }
            None
        }
    }
}
