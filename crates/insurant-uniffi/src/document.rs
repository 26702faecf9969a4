//! Documents of the host: rulebooks and calendars as text.

use crate::error::InsurantError;
use insurant::{Place, Problem, Problems};
use insurant_rules::document::Document;

/// The longest text that a call takes, in bytes: 64 MiB.
pub(crate) const MOST_TEXT: usize = 64 << 20;

/// A rulebook or a calendar as text, JSON or TOML.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct DocumentText {
    /// Its file name, for the messages; its ending tells JSON from TOML.
    pub name: String,
    /// The whole text.
    pub text: String,
}

/// Refuses a text that is longer than any call takes.
pub(crate) fn bounded(at: &str, text: &str) -> Result<(), InsurantError> {
    if text.len() <= MOST_TEXT {
        return Ok(());
    }
    let problem = Problem::new(insurant::code::NUMBER_TOO_LARGE, "the text is too long")
        .found(format!("{} bytes", text.len()))
        .expected(format!("at most {MOST_TEXT} bytes"))
        .remedy("hand it over in parts")
        .at(Place {
            path: at.to_owned(),
            ..Place::default()
        });
    Err(problem.into())
}

impl DocumentText {
    /// The document.
    pub(crate) fn parse(&self) -> Result<Document, InsurantError> {
        bounded(&self.name, &self.text)?;
        Ok(Document::parse(&self.name, &self.text)?)
    }
}

/// Documents; the problems of all of them at once.
pub(crate) fn parsed(given: &[DocumentText]) -> Result<Vec<Document>, InsurantError> {
    let mut documents = Vec::new();
    let mut problems = Problems::new();
    for document in given {
        bounded(&document.name, &document.text)?;
        match Document::parse(&document.name, &document.text) {
            Ok(document) => documents.push(document),
            Err(found) => problems.extend(found),
        }
    }
    Ok(problems.or(documents)?)
}
