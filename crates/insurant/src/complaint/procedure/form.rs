//! Forms and notices, as a procedure states them.

use crate::complaint::clock::{Pattern, Status};
use insurant_rules::document::Json;
use insurant_rules::rulebook::CompiledRecord;

/// A form to be filed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// Its fields, in order.
    pub fields: Vec<FormField>,
    /// The clock of its time limit.
    pub clock: Option<String>,
    /// Whether its content was seen in its source.
    pub status: Status,
    /// Whether it is an example, to be replaced by the insurer's own.
    pub example: bool,
}

/// A field of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormField {
    /// Its name.
    pub name: String,
    /// What it holds: `text`, `date`, `instant`, `boolean`, `count`, `money` or `id`.
    pub kind: String,
    /// Whether it must be filled in.
    pub required: bool,
}

/// Something to be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Its id.
    pub id: String,
    /// Who is told.
    pub to: String,
    /// The events that call for it.
    pub on: Vec<Pattern>,
    /// What it must say.
    pub contents: Vec<String>,
    /// The clock of its time limit.
    pub clock: Option<String>,
    /// Whether its content was seen in its source.
    pub status: Status,
}

pub(super) fn text(record: &CompiledRecord, name: &str) -> Option<String> {
    let value = record.attributes.value(name)?;
    value.text().map(str::to_owned)
}

pub(super) fn texts(record: &CompiledRecord, name: &str) -> Vec<String> {
    let items = record.attributes.value(name).map_or(&[][..], Json::items);
    let texts = items.iter().filter_map(Json::text);
    texts.map(str::to_owned).collect()
}

pub(super) fn status(record: &CompiledRecord) -> Status {
    let word = record.attributes.value("status").and_then(Json::text);
    word.and_then(Status::parse).unwrap_or(Status::Unverified)
}

impl Form {
    pub(super) fn new(record: &CompiledRecord) -> Self {
        let fields = record
            .attributes
            .value("fields")
            .map_or(&[][..], Json::items);
        let field = |field: &Json| {
            let text = |key: &str| field.get(key).and_then(Json::text).map(str::to_owned);
            Some(FormField {
                name: text("name")?,
                kind: text("kind")?,
                required: field.get("required") != Some(&Json::Boolean(false)),
            })
        };
        Self {
            id: record.id.clone(),
            title: text(record, "title").unwrap_or_default(),
            fields: fields.iter().filter_map(field).collect(),
            clock: text(record, "clock"),
            status: status(record),
            example: record.example,
        }
    }
}

impl Notice {
    pub(super) fn new(record: &CompiledRecord, on: Vec<Pattern>) -> Self {
        Self {
            id: record.id.clone(),
            to: text(record, "to").unwrap_or_default(),
            on,
            contents: texts(record, "contents"),
            clock: text(record, "clock"),
            status: status(record),
        }
    }
}
