//! The engine: resolved rulebooks, compiled once, and calendars. Everything starts here.

mod section;

pub(crate) use section::SectionRules;

use crate::agent::AgentRules;
use crate::assignment::{AssignmentRules, rules as assignment};
use crate::calendar::Calendars;
use crate::complaint::procedure::{PROCEDURES, Procedures};
use crate::date::Date;
use crate::manager::appraisal::ManagerRules;
use crate::measure::vocabulary::CUSTOMER;
use crate::partner::PartnerRules;
use crate::rulebook::{BUILTIN, CustomerRules, language};
use insurant_rules::document::Document;
use insurant_rules::rulebook::{Language, Rulebook, Rulebooks};
use insurant_rules::{Code, Problem, Problems};
use section::Sections;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// A rulebook that the engine does not have.
pub const UNKNOWN_RULEBOOK: Code = Code::new("unknown_rulebook");
/// A rulebook that is not in force on the day.
pub const NOT_IN_FORCE: Code = Code::new("not_in_force");

/// Rulebooks ready to decide, and calendars. Immutable; share one between all threads.
///
/// # Example
/// ```
/// use insurant::facts::{CustomerFacts, CustomerKind};
/// use insurant::{Category, Date, Engine, Scratch};
///
/// let engine = Engine::builtin()?;
/// let as_of = Date::parse("2024-07-01")?;
/// let rules = engine.rules("cn-property", as_of)?;
/// let mut facts = CustomerFacts::new("C-1", CustomerKind::Individual);
/// facts.intends_to_insure = Some(true);
/// let customer = rules.check(facts)?;
/// let verdict = rules.on(as_of).assess(&customer, &mut Scratch::new());
/// assert_eq!(verdict.category, Some(Category::Prospect));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct Engine {
    language: Language,
    rulebooks: Rulebooks,
    compiled: BTreeMap<String, CustomerRules>,
    calendars: Calendars,
    procedures: Procedures,
    sections: Sections,
}

/// What an engine is made of besides what is built in. Made by [`Engine::builder`].
///
/// # Example
/// ```
/// use insurant::Engine;
/// use insurant_rules::document::Document;
///
/// let office = Document::parse("office.json", r#"{
///     "id": "office", "version": "1", "source": "the board", "extends": "sg",
///     "holidays": [{"date": "2026-12-31", "name": "Stocktaking"}]
/// }"#)?;
/// let engine = Engine::builder().calendars([office]).build()?;
/// assert_eq!(engine.calendars().get("office")?.version(), "1");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct EngineBuilder {
    rulebooks: Vec<Document>,
    calendars: Vec<Document>,
}

impl EngineBuilder {
    /// More rulebooks, which may extend the built-in ones.
    #[must_use]
    pub fn rulebooks(mut self, documents: impl IntoIterator<Item = Document>) -> Self {
        self.rulebooks.extend(documents);
        self
    }

    /// More calendars, which may extend or replace the built-in ones.
    #[must_use]
    pub fn calendars(mut self, documents: impl IntoIterator<Item = Document>) -> Self {
        self.calendars.extend(documents);
        self
    }

    /// The engine.
    ///
    /// # Errors
    /// Everything that is wrong with any of the documents, each with file, line and column.
    pub fn build(self) -> Result<Engine, Problems> {
        let (calendars, mut problems) = match Calendars::builtin().with(self.calendars) {
            Ok(calendars) => (calendars, Problems::new()),
            Err(problems) => (Calendars::builtin(), problems),
        };
        match Engine::made_of(self.rulebooks, calendars) {
            Ok(engine) if problems.is_empty() => Ok(engine),
            Ok(_) => Err(problems),
            Err(more) => {
                problems.extend(more);
                Err(problems)
            }
        }
    }
}

impl Engine {
    /// An engine with documents of the insurer's own: rulebooks, calendars.
    #[must_use]
    pub fn builder() -> EngineBuilder {
        EngineBuilder::default()
    }

    /// The engine with the built-in rulebooks.
    ///
    /// # Errors
    /// None that a release ever has: its tests load every built-in rulebook.
    pub fn builtin() -> Result<Self, Problems> {
        Self::new([])
    }

    /// The engine with the built-in rulebooks and the insurer's own, which may extend them.
    ///
    /// # Errors
    /// Everything that is wrong with any of them, each with file, line and column. A rulebook that
    /// is wrong never loads.
    pub fn new(documents: impl IntoIterator<Item = Document>) -> Result<Self, Problems> {
        Self::made_of(documents, Calendars::builtin())
    }

    fn made_of(
        documents: impl IntoIterator<Item = Document>,
        calendars: Calendars,
    ) -> Result<Self, Problems> {
        let all = builtin_documents()?.into_iter().chain(documents);
        let language = language();
        let rulebooks = Rulebooks::read(all, &language)?;
        let mut problems = Problems::new();
        let mut compiled = BTreeMap::new();
        for rulebook in rulebooks
            .iter()
            .filter(|r| speaks_of_customers(r, &language))
        {
            match CustomerRules::compile(rulebook, &language, &[]) {
                Ok(rules) => {
                    compiled.insert(rulebook.reference(), rules);
                }
                Err(found) => problems.extend(found),
            }
        }
        let procedures = match Procedures::compile(&rulebooks, &language, &calendars) {
            Ok(procedures) => procedures,
            Err(found) => {
                problems.extend(found);
                Procedures::default()
            }
        };
        let sections = Sections::compile(&rulebooks, &language, &calendars, &mut problems);
        problems.or(Self {
            language,
            rulebooks,
            compiled,
            calendars,
            procedures,
            sections,
        })
    }

    /// The language of rulebooks.
    #[must_use]
    pub const fn language(&self) -> &Language {
        &self.language
    }

    /// The rulebooks.
    #[must_use]
    pub const fn rulebooks(&self) -> &Rulebooks {
        &self.rulebooks
    }

    /// The calendars.
    #[must_use]
    pub const fn calendars(&self) -> &Calendars {
        &self.calendars
    }

    /// The procedures for complaints.
    #[must_use]
    pub const fn procedures(&self) -> &Procedures {
        &self.procedures
    }

    /// The rules of a rulebook: by its id the one in force on the day, or by `id@version`.
    ///
    /// # Errors
    /// No such rulebook, or none in force.
    pub fn rules(&self, name: &str, as_of: Date) -> Result<&CustomerRules, Problems> {
        let rulebook = self.rulebook(name, as_of)?;
        self.compiled.get(&rulebook.reference()).ok_or_else(|| {
            Problem::new(
                UNKNOWN_RULEBOOK,
                format!("the rulebook `{name}` says nothing about customers"),
            )
            .remedy("name one that does; this one is a procedure for complaints")
            .into()
        })
    }

    /// What a rulebook says about account managers: by its id the one in force on the day, or by
    /// `id@version`.
    ///
    /// # Errors
    /// No such rulebook, or none in force, or one that says nothing about managers.
    pub fn manager_rules(&self, name: &str, as_of: Date) -> Result<&ManagerRules, Problems> {
        self.section(name, as_of)
    }

    /// What a document, which may extend the engine's rulebooks, says about account managers.
    ///
    /// # Errors
    /// Everything that is wrong with the document, or that it says nothing about managers.
    pub fn manager_rules_of(&self, document: Document) -> Result<ManagerRules, Problems> {
        self.section_of(document)
    }

    /// What a rulebook says about partners: by its id the one in force on the day, or by
    /// `id@version`.
    ///
    /// # Errors
    /// No such rulebook, or none in force, or one that says nothing about partners.
    pub fn partner_rules(&self, name: &str, as_of: Date) -> Result<&PartnerRules, Problems> {
        self.section(name, as_of)
    }

    /// What a document, which may extend the engine's rulebooks, says about partners.
    ///
    /// # Errors
    /// Everything that is wrong with the document, or that it says nothing about partners.
    pub fn partner_rules_of(&self, document: Document) -> Result<PartnerRules, Problems> {
        self.section_of(document)
    }

    /// What a rulebook says about agents: by its id the one in force on the day, or by
    /// `id@version`.
    ///
    /// # Errors
    /// No such rulebook, or none in force, or one that says nothing about agents.
    pub fn agent_rules(&self, name: &str, as_of: Date) -> Result<&AgentRules, Problems> {
        self.section(name, as_of)
    }

    /// What a document, which may extend the engine's rulebooks, says about agents.
    ///
    /// # Errors
    /// Everything that is wrong with the document, or that it says nothing about agents.
    pub fn agent_rules_of(&self, document: Document) -> Result<AgentRules, Problems> {
        self.section_of(document)
    }

    /// The rules of assignment of a rulebook: by its id the one in force on the day, or by
    /// `id@version`.
    ///
    /// # Errors
    /// No such rulebook, none in force, or one that says nothing about assignment.
    pub fn assignment_rules(&self, name: &str, as_of: Date) -> Result<&AssignmentRules, Problems> {
        self.section(name, as_of)
    }

    /// The rules of assignment of a document, which may extend the engine's rulebooks.
    ///
    /// # Errors
    /// Everything that is wrong with the document, or that it says nothing about assignment.
    pub fn assignment_rules_of(&self, document: Document) -> Result<AssignmentRules, Problems> {
        self.section_of(document)
    }

    /// A rulebook: by its id the one in force on the day, or by `id@version`.
    ///
    /// # Errors
    /// No such rulebook, or none in force.
    pub fn rulebook(&self, name: &str, as_of: Date) -> Result<&Rulebook, Problem> {
        let found = if name.contains('@') {
            self.rulebooks.get(name)
        } else {
            self.rulebooks.at(name, as_of)
        };
        found.ok_or_else(|| match self.rulebooks.get(name) {
            Some(known) => {
                let effective = known.effective();
                let until = effective
                    .to
                    .map_or_else(String::new, |to| format!(" to {to}"));
                Problem::new(
                    NOT_IN_FORCE,
                    format!("the rulebook `{name}` is not in force on {as_of}"),
                )
                .expected(format!("a day from {}{until}", effective.from))
                .remedy("name the version to use it all the same, as `id@version`")
            }
            None => self.unknown(name),
        })
    }

    /// A rulebook whether in force or not: by its id alone, the one that comes into force last.
    ///
    /// # Errors
    /// No such rulebook.
    pub fn any_rulebook(&self, name: &str) -> Result<&Rulebook, Problem> {
        self.rulebooks.get(name).ok_or_else(|| self.unknown(name))
    }

    fn unknown(&self, name: &str) -> Problem {
        let ids = || self.rulebooks.iter().map(Rulebook::id);
        Problem::new(UNKNOWN_RULEBOOK, format!("no rulebook `{name}`"))
            .expected(ids().collect::<Vec<_>>().join(", "))
            .nearest(insurant_rules::problem::nearest(name, ids()))
    }

    /// The rules of a rulebook with expressions compiled beside it.
    ///
    /// # Errors
    /// No such rulebook, or everything that is wrong with the expressions.
    pub fn rules_with(
        &self,
        name: &str,
        as_of: Date,
        expressions: &[&str],
    ) -> Result<Cow<'_, CustomerRules>, Problems> {
        if expressions.is_empty() {
            return self.rules(name, as_of).map(Cow::Borrowed);
        }
        let rulebook = self.rulebook(name, as_of)?;
        CustomerRules::compile(rulebook, &self.language, expressions).map(Cow::Owned)
    }

    /// The rules of a document, which may extend the engine's rulebooks. They are used on any day, as a
    /// rulebook named `id@version` is: whoever hands a document over means it, so a draft can be tried
    /// on the facts of today. For one that must be in force, build the engine with it and ask
    /// [`Engine::rules`] by its id.
    ///
    /// # Errors
    /// Everything that is wrong with the document or the expressions.
    pub fn rules_of(
        &self,
        document: Document,
        expressions: &[&str],
    ) -> Result<CustomerRules, Problems> {
        let (rulebooks, reference) = self.with(document)?;
        match rulebooks.get(&reference) {
            Some(rulebook) => {
                Procedures::check(rulebook, &self.language, &self.calendars)?;
                Sections::check(rulebook, &self.language, &self.calendars)?;
                CustomerRules::compile(rulebook, &self.language, expressions)
            }
            None => Err(self.unknown(&reference).into()),
        }
    }

    /// The engine's rulebooks and one more, and what that one is called.
    ///
    /// # Errors
    /// Everything that is wrong with the document.
    pub fn with(&self, document: Document) -> Result<(Rulebooks, String), Problems> {
        let root = document.root();
        let text = |key| root.text_at(key).unwrap_or_default().to_owned();
        let reference = format!("{}@{}", text("id"), text("version"));
        Ok((self.rulebooks.with([document], &self.language)?, reference))
    }
}

/// Whether a rulebook says something about customers, or nothing at all yet.
fn speaks_of_customers(rulebook: &Rulebook, language: &Language) -> bool {
    let sections = rulebook.sections();
    let customers = |name: &str| {
        let section = language.section(name);
        // Who looks after customers is no verdict on them.
        name != assignment::SECTION && section.is_some_and(|section| section.subject == CUSTOMER)
    };
    sections.is_empty() || sections.iter().any(|section| customers(&section.name))
}

fn builtin_documents() -> Result<Vec<Document>, Problems> {
    BUILTIN
        .iter()
        .chain(PROCEDURES)
        .map(|(name, text)| Document::parse(name, text))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_built_in_rulebook_loads() {
        let engine = Engine::builtin().unwrap_or_else(|problems| panic!("{problems}"));
        let ids: Vec<_> = engine.compiled.keys().map(String::as_str).collect();
        assert_eq!(
            ids,
            [
                "cn-property@1.0.0",
                "example-motor-eur@1.0.0",
                "example-property-usd@1.0.0"
            ]
        );
        assert_eq!(engine.procedures().iter().count(), PROCEDURES.len());
    }
}
