//! From a rulebook to programs, one a subject.

use super::language::{Language, SectionSpec};
use super::model::Rulebook;
use super::parts::{NamedScorecard, Section};
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
    sections: Vec<CompiledSection>,
    expressions: Vec<ExpressionValue>,
}

/// A section of a [`CompiledSubject`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompiledSection {
    name: String,
    rules: Option<RuleSet>,
    scorecards: Vec<(String, CompiledScorecard)>,
    tables: Option<Tables>,
    records: Option<CompiledRecords>,
}

impl CompiledSection {
    /// Its name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its rules.
    #[must_use]
    pub const fn rules(&self) -> Option<&RuleSet> {
        self.rules.as_ref()
    }

    /// Its scorecards, each under its name.
    pub fn scorecards(&self) -> impl Iterator<Item = (&str, &CompiledScorecard)> {
        let cards = self.scorecards.iter();
        cards.map(|(name, card)| (name.as_str(), card))
    }

    /// Its tables.
    #[must_use]
    pub const fn tables(&self) -> Option<&Tables> {
        self.tables.as_ref()
    }

    /// Its records.
    #[must_use]
    pub const fn records(&self) -> Option<&CompiledRecords> {
        self.records.as_ref()
    }
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
    #[must_use]
    pub fn sections(&self) -> &[CompiledSection] {
        &self.sections
    }

    /// A section.
    #[must_use]
    pub fn section(&self, name: &str) -> Option<&CompiledSection> {
        self.sections.iter().find(|section| section.name == name)
    }

    /// The rules of a section.
    #[must_use]
    pub fn rules(&self, section: &str) -> Option<&RuleSet> {
        self.section(section)?.rules()
    }

    /// A scorecard of a section.
    #[must_use]
    pub fn scorecard(&self, section: &str, name: &str) -> Option<&CompiledScorecard> {
        let mut cards = self.section(section)?.scorecards();
        cards.find(|(key, _)| *key == name).map(|(_, card)| card)
    }

    /// The tables of a section.
    #[must_use]
    pub fn tables(&self, section: &str) -> Option<&Tables> {
        self.section(section)?.tables()
    }

    /// The records of a section.
    #[must_use]
    pub fn records(&self, section: &str) -> Option<&CompiledRecords> {
        self.section(section)?.records()
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

fn compile_section(
    subject: &mut SubjectCompiler<'_>,
    spec: &SectionSpec,
    section: &Section,
) -> CompiledSection {
    let rules = spec.rules.as_ref().zip(section.rules.as_ref());
    let rules = rules.map(|(spec, parts)| rules::compile(subject, spec, section, parts));
    let mut scorecards = Vec::with_capacity(section.scorecards.len());
    for NamedScorecard { name, card } in &section.scorecards {
        let Some(spec) = spec.scorecard_named(name) else {
            continue;
        };
        let compiled = scorecard_compile::compile(subject, spec, card);
        scorecards.extend(compiled.map(|card| (name.clone(), card)));
    }
    let tables = section.tables.as_ref();
    let tables = tables.map(|parts| table::compile(subject, parts));
    let records = section.records.as_ref();
    let records = records.map(|records| records::compile(subject, records));
    CompiledSection {
        name: section.name.clone(),
        rules,
        scorecards,
        tables,
        records,
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
        sections.push(compile_section(&mut subject, spec, section));
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
