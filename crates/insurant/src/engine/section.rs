//! What sections of rulebooks say, compiled once for each rulebook: one mechanism for every section
//! that has rules of its own.

use super::{Engine, UNKNOWN_RULEBOOK};
use crate::agent::AgentRules;
use crate::assignment::{AssignmentRules, rules as assignment};
use crate::calendar::Calendars;
use crate::date::Date;
use crate::manager::appraisal::ManagerRules;
use crate::manager::section as managers;
use crate::partner::PartnerRules;
use insurant_rules::document::Document;
use insurant_rules::rulebook::{Language, Rulebook};
use insurant_rules::{Problem, Problems};
use std::collections::BTreeMap;

/// The rules of a section.
pub(crate) trait SectionRules: Clone + 'static {
    /// The section's key, by which people are told that a rulebook does not have it.
    const SECTION: &'static str;

    /// Compiles a rulebook; `None` when it does not have the section.
    ///
    /// # Errors
    /// Everything that is wrong with the rulebook.
    fn of_rulebook(
        rulebook: &Rulebook,
        language: &Language,
        calendars: &Calendars,
    ) -> Result<Option<Self>, Problems>;

    /// Where an engine keeps them.
    fn of_sections(sections: &Sections) -> &Compiled<Self>;
}

/// The rules of a section, by `id@version` of their rulebook.
pub(crate) type Compiled<R> = BTreeMap<String, R>;

/// The rules of every section that has rules of its own.
#[derive(Clone, Default)]
pub(crate) struct Sections {
    assignment: Compiled<AssignmentRules>,
    managers: Compiled<ManagerRules>,
    partners: Compiled<PartnerRules>,
    agents: Compiled<AgentRules>,
}

impl Sections {
    /// Compiles rulebooks, and adds what is wrong with them to `problems`.
    pub(super) fn compile<'a>(
        rulebooks: impl IntoIterator<Item = &'a Rulebook>,
        language: &Language,
        calendars: &Calendars,
        problems: &mut Problems,
    ) -> Self {
        let mut sections = Self::default();
        for book in rulebooks {
            add(
                &mut sections.assignment,
                book,
                language,
                calendars,
                problems,
            );
            add(&mut sections.managers, book, language, calendars, problems);
            add(&mut sections.partners, book, language, calendars, problems);
            add(&mut sections.agents, book, language, calendars, problems);
        }
        sections
    }

    /// Whether a rulebook is sound in every section.
    ///
    /// # Errors
    /// Everything that is wrong with the first section that is not.
    pub(super) fn check(
        rulebook: &Rulebook,
        language: &Language,
        calendars: &Calendars,
    ) -> Result<(), Problems> {
        ManagerRules::of_rulebook(rulebook, language, calendars)?;
        PartnerRules::of_rulebook(rulebook, language, calendars)?;
        AgentRules::of_rulebook(rulebook, language, calendars)?;
        Ok(())
    }
}

fn add<R: SectionRules>(
    compiled: &mut Compiled<R>,
    rulebook: &Rulebook,
    language: &Language,
    calendars: &Calendars,
    problems: &mut Problems,
) {
    match R::of_rulebook(rulebook, language, calendars) {
        Ok(rules) => compiled.extend(rules.map(|rules| (rulebook.reference(), rules))),
        Err(found) => problems.extend(found),
    }
}

impl Engine {
    /// What a rulebook says in a section: by its id the one in force on the day, or by `id@version`.
    ///
    /// # Errors
    /// No such rulebook, or none in force, or one without the section.
    pub(crate) fn section<R: SectionRules>(&self, name: &str, as_of: Date) -> Result<&R, Problems> {
        let rulebook = self.rulebook(name, as_of)?;
        let rules = R::of_sections(&self.sections).get(&rulebook.reference());
        rules.ok_or_else(|| silent::<R>(name).into())
    }

    /// What a document, which may extend the engine's rulebooks, says in a section.
    ///
    /// # Errors
    /// Everything that is wrong with the document, or that it does not have the section.
    pub(crate) fn section_of<R: SectionRules>(&self, document: Document) -> Result<R, Problems> {
        let (rulebooks, reference) = self.with(document)?;
        let Some(rulebook) = rulebooks.get(&reference) else {
            return Err(self.unknown(&reference).into());
        };
        let rules = R::of_rulebook(rulebook, &self.language, &self.calendars)?;
        rules.ok_or_else(|| silent::<R>(&reference).into())
    }
}

/// A rulebook that does not have what is asked of it.
fn silent<R: SectionRules>(name: &str) -> Problem {
    let section = R::SECTION;
    let message = format!("the rulebook `{name}` says nothing about {section}");
    Problem::new(UNKNOWN_RULEBOOK, message).remedy(format!("name one with a section `{section}`"))
}

impl SectionRules for AssignmentRules {
    const SECTION: &'static str = assignment::SECTION;

    fn of_rulebook(
        rulebook: &Rulebook,
        language: &Language,
        _: &Calendars,
    ) -> Result<Option<Self>, Problems> {
        Self::compile(rulebook, language)
    }

    fn of_sections(sections: &Sections) -> &Compiled<Self> {
        &sections.assignment
    }
}

impl SectionRules for ManagerRules {
    const SECTION: &'static str = managers::SECTION;

    fn of_rulebook(
        rulebook: &Rulebook,
        language: &Language,
        calendars: &Calendars,
    ) -> Result<Option<Self>, Problems> {
        Self::compile(rulebook, language, calendars)
    }

    fn of_sections(sections: &Sections) -> &Compiled<Self> {
        &sections.managers
    }
}

impl SectionRules for PartnerRules {
    const SECTION: &'static str = "partners";

    fn of_rulebook(
        rulebook: &Rulebook,
        language: &Language,
        _: &Calendars,
    ) -> Result<Option<Self>, Problems> {
        Self::compile(rulebook, language)
    }

    fn of_sections(sections: &Sections) -> &Compiled<Self> {
        &sections.partners
    }
}

impl SectionRules for AgentRules {
    const SECTION: &'static str = "agents";

    fn of_rulebook(
        rulebook: &Rulebook,
        language: &Language,
        calendars: &Calendars,
    ) -> Result<Option<Self>, Problems> {
        Self::compile(rulebook, language, calendars)
    }

    fn of_sections(sections: &Sections) -> &Compiled<Self> {
        &sections.agents
    }
}
