//! What a host tells about its rulebooks: subjects, sections, conventions.

use crate::document::Field;
use crate::vocabulary::Vocabulary;
use std::borrow::Cow;
use std::sync::Arc;

/// The version of the rule language that this crate reads. It changes whenever the same rulebook
/// could decide differently.
pub const LANGUAGE_VERSION: i64 = 1;

/// A vocabulary that can be shared between threads.
pub type SharedVocabulary = Arc<dyn Vocabulary + Send + Sync>;

/// Everything about rulebooks that is the host's: whom they speak of, which sections there are,
/// which conventions they may choose.
#[derive(Clone, Default)]
pub struct Language {
    subjects: Vec<SharedVocabulary>,
    sections: Vec<SectionSpec>,
    conventions: Vec<Convention>,
    parameters_read: Vec<Cow<'static, str>>,
}

/// A section that rulebooks may have. What it may hold stands side by side in it, each under a key
/// of its own: `rules`, `tables`, the name of each scorecard, the fields and lists of records. The
/// host sees to it that those keys differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SectionSpec {
    /// Its key in the document.
    pub name: Cow<'static, str>,
    /// The subject whose vocabulary its conditions use.
    pub subject: Cow<'static, str>,
    /// One sentence for people.
    pub doc: Cow<'static, str>,
    /// Whether it may hold rules, and which.
    pub rules: Option<RulesSpec>,
    /// The scorecards it may hold, each under its name.
    pub scorecards: Vec<ScorecardSpec>,
    /// Whether it may hold tables, and how many.
    pub tables: Option<TablesSpec>,
    /// Whether it holds records, and which.
    pub records: Option<RecordsSpec>,
}

/// Rules of a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RulesSpec {
    /// How rules become a result.
    pub mode: RulesMode,
    /// Fields of a rule beyond those that every rule has, such as a severity. A convention of
    /// the host's; this crate checks their shape and hands them back.
    pub attributes: Vec<Field>,
    /// The largest number of rules.
    pub max: usize,
}

/// How rules become a result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RulesMode {
    /// The first rule that is true decides; the last one is unconditional.
    FirstMatch {
        /// The outcomes there are.
        outcomes: Vec<Cow<'static, str>>,
    },
    /// Every rule that is true counts.
    CollectAll,
}

/// A scorecard of a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScorecardSpec {
    /// Its key in the section; `scorecard` in a section that has one alone.
    pub name: Cow<'static, str>,
    /// The grades there are, the best first.
    pub grades: Vec<Cow<'static, str>>,
    /// The largest number of characteristics, of vetoes, and of dimensions.
    pub max: usize,
}

/// Tables of a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TablesSpec {
    /// The largest number of tables.
    pub max: usize,
    /// The largest number of rows of a table.
    pub max_rows: usize,
}

/// Records of a section: lists of parts of the host's making.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordsSpec {
    /// Fields of the section itself. Those of [`crate::document::Shape::Condition`] are conditions
    /// on the subject; the shapes of the others are checked and their values handed back.
    pub fields: Vec<Field>,
    /// The lists there may be.
    pub lists: Vec<RecordListSpec>,
}

/// A list of records.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordListSpec {
    /// Its key in the section, such as `forms`.
    pub name: Cow<'static, str>,
    /// What one of its records is called in the schema, such as `Form`.
    pub item: Cow<'static, str>,
    /// One sentence for people.
    pub doc: Cow<'static, str>,
    /// The fields of a record beside its id, its source and what it is for. Those of
    /// [`crate::document::Shape::Condition`] are conditions on the subject.
    pub fields: Vec<Field>,
    /// The largest number of records.
    pub max: usize,
}

/// A question of definition that a rulebook may settle, such as the basis of a ratio.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Convention {
    /// Its key in the document.
    pub name: Cow<'static, str>,
    /// The answers there are.
    pub words: Vec<Cow<'static, str>>,
    /// The answer of a rulebook that says nothing.
    pub default: Cow<'static, str>,
    /// One sentence for people.
    pub doc: Cow<'static, str>,
}

impl Language {
    /// A language without subjects, sections or conventions.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// With one more subject. The first one is that of inputs and named conditions that name none.
    #[must_use]
    pub fn with_subject(mut self, vocabulary: SharedVocabulary) -> Self {
        self.subjects.push(vocabulary);
        self
    }

    /// With one more section. Its subject must be one of [`Self::subjects`].
    #[must_use]
    pub fn with_section(mut self, section: SectionSpec) -> Self {
        self.sections.push(section);
        self
    }

    /// With one more convention.
    #[must_use]
    pub fn with_convention(mut self, convention: Convention) -> Self {
        self.conventions.push(convention);
        self
    }

    /// With the name of a parameter that the host reads itself. Every other parameter of a rulebook
    /// must be used in the rulebook: what nothing uses is taken for a misspelt override.
    #[must_use]
    pub fn with_parameter_read(mut self, name: impl Into<Cow<'static, str>>) -> Self {
        self.parameters_read.push(name.into());
        self
    }

    /// The vocabularies, one a subject.
    #[must_use]
    pub fn subjects(&self) -> &[SharedVocabulary] {
        &self.subjects
    }

    /// The vocabulary of a subject.
    #[must_use]
    pub fn subject(&self, name: &str) -> Option<&SharedVocabulary> {
        self.subjects
            .iter()
            .find(|vocabulary| vocabulary.subject() == name)
    }

    /// The name of the first subject; empty when there is none.
    #[must_use]
    pub fn first_subject(&self) -> &str {
        self.subjects.first().map_or("", |first| first.subject())
    }

    /// The sections.
    #[must_use]
    pub fn sections(&self) -> &[SectionSpec] {
        &self.sections
    }

    /// A section by its name.
    #[must_use]
    pub fn section(&self, name: &str) -> Option<&SectionSpec> {
        self.sections.iter().find(|section| section.name == name)
    }

    /// The conventions.
    #[must_use]
    pub fn conventions(&self) -> &[Convention] {
        &self.conventions
    }

    /// The names of the parameters that the host reads itself.
    #[must_use]
    pub fn parameters_read(&self) -> &[Cow<'static, str>] {
        &self.parameters_read
    }
}

impl SectionSpec {
    /// A section that may hold nothing yet.
    pub fn new(
        name: impl Into<Cow<'static, str>>,
        subject: impl Into<Cow<'static, str>>,
        doc: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self {
            name: name.into(),
            subject: subject.into(),
            doc: doc.into(),
            rules: None,
            scorecards: Vec::new(),
            tables: None,
            records: None,
        }
    }

    /// It may hold rules of which the first that is true decides.
    #[must_use]
    pub fn first_match<W: Into<Cow<'static, str>>>(
        mut self,
        outcomes: impl IntoIterator<Item = W>,
        attributes: impl IntoIterator<Item = Field>,
        max: usize,
    ) -> Self {
        let outcomes = outcomes.into_iter().map(Into::into).collect();
        self.rules = Some(RulesSpec {
            mode: RulesMode::FirstMatch { outcomes },
            attributes: attributes.into_iter().collect(),
            max,
        });
        self
    }

    /// It may hold rules of which all that are true count.
    #[must_use]
    pub fn collect_all(mut self, attributes: impl IntoIterator<Item = Field>, max: usize) -> Self {
        self.rules = Some(RulesSpec {
            mode: RulesMode::CollectAll,
            attributes: attributes.into_iter().collect(),
            max,
        });
        self
    }

    /// It may hold a scorecard of this name with these grades, the best first; beside others, if
    /// this is called again.
    #[must_use]
    pub fn scorecard<W: Into<Cow<'static, str>>>(
        mut self,
        name: impl Into<Cow<'static, str>>,
        grades: impl IntoIterator<Item = W>,
        max: usize,
    ) -> Self {
        let name = name.into();
        let grades = grades.into_iter().map(Into::into).collect();
        self.scorecards.push(ScorecardSpec { name, grades, max });
        self
    }

    /// The scorecard of a name.
    #[must_use]
    pub fn scorecard_named(&self, name: &str) -> Option<&ScorecardSpec> {
        self.scorecards.iter().find(|card| card.name == name)
    }

    /// It may hold tables.
    #[must_use]
    pub const fn tables(mut self, max: usize, max_rows: usize) -> Self {
        self.tables = Some(TablesSpec { max, max_rows });
        self
    }

    /// It holds records, and these fields of its own.
    #[must_use]
    pub fn records(
        mut self,
        fields: impl IntoIterator<Item = Field>,
        lists: impl IntoIterator<Item = RecordListSpec>,
    ) -> Self {
        self.records = Some(RecordsSpec {
            fields: fields.into_iter().collect(),
            lists: lists.into_iter().collect(),
        });
        self
    }
}

impl RecordListSpec {
    /// A list of at most `max` records; `item` is what the schema calls one.
    pub fn new(
        name: impl Into<Cow<'static, str>>,
        item: impl Into<Cow<'static, str>>,
        doc: impl Into<Cow<'static, str>>,
        fields: impl IntoIterator<Item = Field>,
        max: usize,
    ) -> Self {
        Self {
            name: name.into(),
            item: item.into(),
            doc: doc.into(),
            fields: fields.into_iter().collect(),
            max,
        }
    }
}

impl RulesSpec {
    /// The outcomes of first-match rules; none for others.
    #[must_use]
    pub fn outcomes(&self) -> &[Cow<'static, str>] {
        match &self.mode {
            RulesMode::FirstMatch { outcomes } => outcomes,
            RulesMode::CollectAll => &[],
        }
    }

    /// Whether the first true rule decides.
    #[must_use]
    pub const fn is_first_match(&self) -> bool {
        matches!(self.mode, RulesMode::FirstMatch { .. })
    }
}
