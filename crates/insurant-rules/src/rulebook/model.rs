//! A rulebook as read: its parts by id, each with its place in a document.

use super::parts::Section;
use crate::currency::Currency;
use crate::date::Date;
use crate::document::Document;
use crate::problem::Place;
use crate::span::{Faults, Span};
use crate::syntax::{Expression, Literal};
use crate::types::{DurationUnit, Enumeration, Type};
use std::fmt;
use std::sync::Arc;

/// Where a part of a rulebook is written. Parts of a rulebook that extends another come from
/// several documents.
#[derive(Clone, PartialEq, Eq)]
pub struct Origin {
    document: Arc<Document>,
    span: Span,
    path: Arc<str>,
}

impl Origin {
    pub(super) fn new(document: &Arc<Document>, span: Span, path: impl fmt::Display) -> Self {
        Self {
            document: Arc::clone(document),
            span,
            path: path.to_string().into(),
        }
    }

    /// The place of its first character.
    #[must_use]
    pub fn place(&self) -> Place {
        self.document.place(self.span.start, &self.path)
    }

    /// The place of the n-th byte of a text value.
    #[must_use]
    pub fn place_inside(&self, inner: usize) -> Place {
        self.document.place_in_span(self.span, inner, &self.path)
    }

    /// The path inside its document, such as `categories.rules[2].when`.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The text of its document.
    pub(super) fn text(&self) -> &str {
        self.document.text()
    }

    pub(super) fn locate(&self, faults: Faults) -> crate::problem::Problems {
        faults.locate(|inner| self.place_inside(inner))
    }
}

impl fmt::Debug for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = self.place();
        write!(f, "{}:{}:{}", self.path, place.line, place.column)
    }
}

/// A rulebook. From [`super::Rulebooks`] it is resolved: what it extends is part of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rulebook {
    pub(super) id: String,
    pub(super) version: String,
    pub(super) title: Option<String>,
    pub(super) doc: Option<String>,
    pub(super) effective: Effective,
    pub(super) currency: Currency,
    pub(super) extends: Option<Extends>,
    /// The subject of inputs and conditions that name none.
    pub(super) first_subject: String,
    /// What it was resolved from, the nearest first.
    pub(super) bases: Vec<String>,
    pub(super) conventions: Vec<ChosenConvention>,
    pub(super) parameters: Vec<Part<Parameter>>,
    pub(super) inputs: Vec<Part<Input>>,
    pub(super) conditions: Vec<Part<NamedCondition>>,
    pub(super) sections: Vec<Section>,
    pub(super) origin: Origin,
}

/// When a rulebook is in force: from a day, up to but without another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Effective {
    /// The first day.
    pub from: Date,
    /// The first day after; `None` when no end is known.
    pub to: Option<Date>,
}

impl Effective {
    /// Whether a day lies within.
    #[must_use]
    pub fn contains(self, date: Date) -> bool {
        self.from <= date && self.to.is_none_or(|to| date < to)
    }

    /// Whether the two have a day in common.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        let before = |to: Option<Date>, from: Date| to.is_some_and(|to| to <= from);
        !before(self.to, other.from) && !before(other.to, self.from)
    }
}

impl fmt::Display for Effective {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.to {
            Some(to) => write!(f, "{} up to {to}", self.from),
            None => write!(f, "{} on", self.from),
        }
    }
}

/// What a rulebook says it extends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extends {
    /// The id of the other rulebook.
    pub id: String,
    /// Its version; `None`: the one in force when this rulebook comes into force.
    pub version: Option<String>,
    pub(super) origin: Origin,
}

impl fmt::Display for Extends {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.id)?;
        match &self.version {
            Some(version) => write!(f, "@{version}"),
            None => Ok(()),
        }
    }
}

/// The answer to a question of definition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChosenConvention {
    /// The question.
    pub name: String,
    /// The answer.
    pub word: String,
    /// Whether the rulebook says so; else it is the default of the language.
    pub stated: bool,
}

/// A part with an id, by which a rulebook that extends this one overrides it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part<T> {
    /// Its id.
    pub id: String,
    /// Where it is written.
    pub origin: Origin,
    /// The part before which it goes, in a rulebook that extends another.
    pub before: Option<(String, Origin)>,
    /// What it says.
    pub body: Body<T>,
}

/// What a part says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Body<T> {
    /// This.
    Given(T),
    /// That the rulebook which is extended has it, and this one does not.
    Removed,
    /// Something that could not be read and was reported. Never in a rulebook handed out.
    Refused,
}

impl<T> Part<T> {
    /// What it says, if it says something.
    #[must_use]
    pub const fn given(&self) -> Option<&T> {
        match &self.body {
            Body::Given(body) => Some(body),
            Body::Removed | Body::Refused => None,
        }
    }
}

/// What a part says about itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct About {
    /// Where it comes from.
    pub source: Option<String>,
    /// What it is for.
    pub doc: Option<String>,
}

/// A literal and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LiteralAt {
    /// The literal.
    pub literal: Literal,
    /// Where it stands.
    pub origin: Origin,
}

/// A condition or a value as parsed, and where it stands. Its canonical text is that of the tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Formula {
    /// The tree.
    pub tree: Expression,
    /// Where it stands.
    pub origin: Origin,
}

impl fmt::Display for Formula {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.tree.fmt(f)
    }
}

/// A value with a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parameter {
    /// The value.
    pub value: LiteralAt,
    /// Whether it is an example, to be replaced by the insurer's own.
    pub example: bool,
    /// Whether the value was checked against its source; `None` when nothing is said.
    pub verified: Option<bool>,
    /// Source and purpose.
    pub about: About,
}

/// A fact that the insurer supplies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// Its type.
    pub ty: ValueType,
    /// Whom it is about.
    pub subject: String,
    /// Source and purpose.
    pub about: About,
}

/// A type as a rulebook names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ValueType {
    /// The word.
    pub word: String,
    /// The members, for an enumeration.
    pub members: Vec<String>,
}

impl ValueType {
    /// The type, in a rulebook of a currency. The enumeration is called `name`.
    #[must_use]
    pub fn resolve(&self, name: &str, currency: Currency) -> Option<Type> {
        Some(match self.word.as_str() {
            "boolean" => Type::Boolean,
            "count" => Type::Count(None),
            "ratio" => Type::Ratio,
            "money" => Type::Money(currency),
            "date" => Type::Date,
            "text" => Type::Text,
            "days" => Type::Count(Some(DurationUnit::Days)),
            "months" => Type::Count(Some(DurationUnit::Months)),
            "years" => Type::Count(Some(DurationUnit::Years)),
            "enumeration" => Type::Enumeration(Arc::new(Enumeration {
                name: name.to_owned(),
                members: self.members.clone(),
            })),
            _ => return None,
        })
    }
}

/// A condition with a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedCondition {
    /// The condition.
    pub when: Formula,
    /// Whom it is about.
    pub subject: String,
    /// Source and purpose.
    pub about: About,
}

impl Rulebook {
    /// Its id.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Its version.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.version
    }

    /// Id and version: `cn-property@2026.1`.
    #[must_use]
    pub fn reference(&self) -> String {
        format!("{}@{}", self.id, self.version)
    }

    /// Its title.
    #[must_use]
    pub fn title(&self) -> Option<&str> {
        self.title.as_deref()
    }

    /// What it is about.
    #[must_use]
    pub fn doc(&self) -> Option<&str> {
        self.doc.as_deref()
    }

    /// When it is in force.
    #[must_use]
    pub const fn effective(&self) -> Effective {
        self.effective
    }

    /// The currency of its amounts.
    #[must_use]
    pub const fn currency(&self) -> Currency {
        self.currency
    }

    /// What it extends, until it is resolved.
    #[must_use]
    pub const fn extends(&self) -> Option<&Extends> {
        self.extends.as_ref()
    }

    /// The rulebooks it was resolved from, as `id@version`, the nearest first.
    #[must_use]
    pub fn bases(&self) -> &[String] {
        &self.bases
    }

    /// The answers to the questions of definition, stated or by default.
    #[must_use]
    pub fn conventions(&self) -> &[ChosenConvention] {
        &self.conventions
    }

    /// The answer to one question of definition.
    #[must_use]
    pub fn convention(&self, name: &str) -> Option<&str> {
        let convention = self.conventions.iter().find(|c| c.name == name)?;
        Some(&convention.word)
    }

    /// The parameters, by id.
    pub fn parameters(&self) -> impl Iterator<Item = (&str, &Parameter)> {
        given(&self.parameters)
    }

    /// One parameter.
    #[must_use]
    pub fn parameter(&self, id: &str) -> Option<&Parameter> {
        self.parameters().find(|(name, _)| *name == id).map(|p| p.1)
    }

    /// The inputs, by id.
    pub fn inputs(&self) -> impl Iterator<Item = (&str, &Input)> {
        given(&self.inputs)
    }

    /// The inputs of a subject, with their types.
    pub fn inputs_of(&self, subject: &str) -> impl Iterator<Item = (&str, Type)> {
        self.inputs()
            .filter(move |(_, input)| input.subject == subject)
            .filter_map(|(id, input)| Some((id, input.ty.resolve(id, self.currency)?)))
    }

    /// The named conditions, by id.
    pub fn conditions(&self) -> impl Iterator<Item = (&str, &NamedCondition)> {
        given(&self.conditions)
    }

    /// The sections.
    #[must_use]
    pub fn sections(&self) -> &[Section] {
        &self.sections
    }

    /// A section by its name.
    #[must_use]
    pub fn section(&self, name: &str) -> Option<&Section> {
        self.sections.iter().find(|section| section.name == name)
    }
}

/// The parts that say something, by id.
pub(super) fn given<T>(parts: &[Part<T>]) -> impl Iterator<Item = (&str, &T)> {
    parts
        .iter()
        .filter_map(|part| Some((part.id.as_str(), part.given()?)))
}
