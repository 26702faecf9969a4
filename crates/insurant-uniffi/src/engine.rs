//! The engine: where everything starts.

use crate::calendar::{CalendarInfo, WorkCalendar};
use crate::document::{DocumentText, bounded, parsed};
use crate::error::{InsurantError, Problem, records};
use crate::native::CivilDate;
use crate::rules::Rules;
use crate::words::{CustomerCategory, Movement, Standing};
use insurant::operation;
use std::sync::Arc;

/// Rulebooks, procedures and calendars, ready to use. It never changes, and any number of threads may
/// use it at once. Making one costs milliseconds: make one and share it.
#[derive(uniffi::Object)]
pub struct Engine(insurant::Engine);

impl Engine {
    pub(crate) const fn core(&self) -> &insurant::Engine {
        &self.0
    }
}

/// A rulebook of an engine.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct RulebookInfo {
    /// Its id.
    pub id: String,
    /// Its version.
    pub version: String,
    /// Its title.
    pub title: Option<String>,
    /// The first day on which it is in force.
    pub effective_from: CivilDate,
    /// The first day on which it no longer is.
    pub effective_to: Option<CivilDate>,
    /// The currency of its amounts, ISO 4217.
    pub currency: String,
    /// The digest of the resolved rulebook.
    pub fingerprint: String,
    /// The sections that it has, such as `categories`.
    pub sections: Vec<String>,
}

/// What is wrong with a rulebook.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct RulebookCheck {
    /// The rulebook as `id@version`, when nothing is wrong with it.
    pub rulebook: Option<String>,
    /// The digest of the resolved rulebook, when nothing is wrong with it.
    pub fingerprint: Option<String>,
    /// Everything that is wrong, each with line and column.
    pub problems: Vec<Problem>,
}

/// An operation of the one table that every language shares.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct OperationInfo {
    /// Its name.
    pub name: String,
    /// One sentence about it.
    pub doc: String,
    /// The JSON Schema of what it takes.
    pub input_schema: String,
    /// The JSON Schema of what it answers.
    pub output_schema: String,
}

/// What an assessment found, as far as it matters for a movement.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct AssessedAs {
    /// The category.
    pub category: CustomerCategory,
    /// The standing.
    #[uniffi(default = None)]
    pub standing: Option<Standing>,
}

#[uniffi::export]
impl Engine {
    /// An engine with what is built in.
    #[uniffi::constructor]
    pub fn new() -> Result<Arc<Self>, InsurantError> {
        Ok(Arc::new(Self(insurant::Engine::builtin()?)))
    }

    /// An engine with what is built in, and rulebooks and calendars of the insurer's own, which may
    /// extend the built-in ones and each other. Everything that is wrong with any of them is told at
    /// once.
    #[uniffi::constructor(default(rulebooks = [], calendars = []))]
    pub fn with_documents(
        rulebooks: Vec<DocumentText>,
        calendars: Vec<DocumentText>,
    ) -> Result<Arc<Self>, InsurantError> {
        let engine = insurant::Engine::builder()
            .rulebooks(parsed(&rulebooks)?)
            .calendars(parsed(&calendars)?)
            .build()?;
        Ok(Arc::new(Self(engine)))
    }

    /// The rulebooks, in order of id and version.
    pub fn rulebooks(&self) -> Result<Vec<RulebookInfo>, InsurantError> {
        let rulebooks = self.0.rulebooks().iter().map(|rulebook| {
            let effective = rulebook.effective();
            let sections = rulebook.sections().iter();
            RulebookInfo {
                id: rulebook.id().to_owned(),
                version: rulebook.version().to_owned(),
                title: rulebook.title().map(str::to_owned),
                effective_from: effective.from.into(),
                effective_to: effective.to.map(Into::into),
                currency: rulebook.currency().code().to_owned(),
                fingerprint: rulebook.fingerprint().to_owned(),
                sections: sections.map(|section| section.name.clone()).collect(),
            }
        });
        Ok(rulebooks.collect())
    }

    /// Everything that is wrong with a rulebook, which may extend those of the engine. A bad rulebook
    /// is an answer, not an error.
    pub fn check(&self, document: DocumentText) -> Result<RulebookCheck, InsurantError> {
        bounded(&document.name, &document.text)?;
        let parsed = insurant_rules::document::Document::parse(&document.name, &document.text);
        let checked = parsed.and_then(|document| self.0.rules_of(document, &[]));
        Ok(match checked {
            Ok(rules) => RulebookCheck {
                rulebook: Some(rules.rulebook().reference()),
                fingerprint: Some(rules.fingerprint().to_owned()),
                problems: Vec::new(),
            },
            Err(problems) => RulebookCheck {
                rulebook: None,
                fingerprint: None,
                problems: records(problems),
            },
        })
    }

    /// The rules of a rulebook on a day: by its id the version in force, or by `id@version`. The
    /// expressions, such as `loss_ratio(12m)`, are measured by every assessment.
    #[uniffi::method(default(expressions = []))]
    pub fn rules(
        &self,
        rulebook: String,
        as_of: CivilDate,
        expressions: Vec<String>,
    ) -> Result<Arc<Rules>, InsurantError> {
        let as_of = day("as_of", as_of)?;
        let expressions: Vec<&str> = expressions.iter().map(String::as_str).collect();
        let rules = self.0.rules_with(&rulebook, as_of, &expressions)?;
        Ok(Rules::of(rules.into_owned(), as_of))
    }

    /// The rules of a document, which may extend a rulebook of the engine, on a day. Everything that
    /// is wrong with it is told at once, with line and column.
    #[uniffi::method(default(expressions = []))]
    pub fn rules_of(
        &self,
        document: DocumentText,
        as_of: CivilDate,
        expressions: Vec<String>,
    ) -> Result<Arc<Rules>, InsurantError> {
        let as_of = day("as_of", as_of)?;
        let expressions: Vec<&str> = expressions.iter().map(String::as_str).collect();
        let rules = self.0.rules_of(document.parse()?, &expressions)?;
        Ok(Rules::of(rules, as_of))
    }

    /// What became of a customer between two assessments.
    pub fn movement(&self, was: AssessedAs, now: AssessedAs) -> Result<Movement, InsurantError> {
        let side = |side: AssessedAs| (side.category, side.standing);
        Ok(Movement::between(side(was), side(now)))
    }

    /// The calendars, in order of id.
    pub fn calendars(&self) -> Result<Vec<CalendarInfo>, InsurantError> {
        let calendars = self.0.calendars().iter();
        Ok(calendars.map(CalendarInfo::from).collect())
    }

    /// A calendar by its id; several are open only when all of them are.
    pub fn calendar(&self, ids: Vec<String>) -> Result<Arc<WorkCalendar>, InsurantError> {
        let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
        let calendar = self.0.calendars().together(&ids)?;
        Ok(WorkCalendar::of(calendar.into_owned()))
    }

    /// Calls an operation of the one table that every language shares: JSON in, canonical JSON out,
    /// the same bytes everywhere. `operations` lists them.
    pub fn call(&self, operation: String, input: String) -> Result<String, InsurantError> {
        bounded("", &input)?;
        Ok(self.0.call(&operation, &input)?)
    }

    /// Every operation with its schemas, in order of name.
    pub fn operations(&self) -> Result<Vec<OperationInfo>, InsurantError> {
        let operations = operation::operations().into_iter();
        let operations = operations.map(|operation| OperationInfo {
            name: operation.name.to_owned(),
            doc: operation.doc.to_owned(),
            input_schema: (operation.input)().schema().to_canonical_string(),
            output_schema: (operation.output)().schema().to_canonical_string(),
        });
        Ok(operations.collect())
    }
}

/// A day that an argument names.
pub(crate) fn day(argument: &str, day: CivilDate) -> Result<insurant::Date, InsurantError> {
    day.date().map_err(|problem| {
        let place = insurant::Place {
            path: argument.to_owned(),
            ..insurant::Place::default()
        };
        problem.at(place).into()
    })
}
