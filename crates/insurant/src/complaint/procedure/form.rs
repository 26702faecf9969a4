//! Forms and notices, as a procedure states them.

use super::Procedure;
use crate::complaint::clock::{Clock, Moment, Pattern, Status};
use crate::complaint::{COMPLAINT, ComplaintEvent, ComplaintStep};
use crate::machine::To;
use insurant_rules::ConditionId;
use insurant_rules::document::Json;
use insurant_rules::rulebook::CompiledRecord;
use std::collections::BTreeMap;

/// A form to be filed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// Its id, such as `registration`.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// The events with which it falls due, each time.
    pub on: Vec<ComplaintEvent>,
    /// The events after which it need not be filed any more.
    pub ends: Vec<ComplaintEvent>,
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
    /// The complaints that it is for.
    pub(in crate::complaint) when: Option<ConditionId>,
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

impl Procedure {
    /// Whether an event files a form of the procedure that lacks something it must say.
    pub(in crate::complaint) fn lacks(&self, moment: &Moment<'_>) -> bool {
        let filed = moment.subject.zip(moment.fields);
        filed.is_some_and(|(name, fields)| {
            let mut forms = self.forms.iter().filter(|form| form.id == name);
            forms.any(|form| !form.missing(fields).is_empty())
        })
    }
}

impl Form {
    /// A form that falls due with an event, and has some fields that must say something.
    #[must_use]
    pub fn new(
        id: impl Into<String>,
        on: ComplaintEvent,
        required: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        let id = id.into();
        let field = |name: String| FormField {
            name,
            kind: "text".to_owned(),
            required: true,
        };
        Self {
            title: id.clone(),
            id,
            on: vec![on],
            ends: Vec::new(),
            fields: required.into_iter().map(Into::into).map(field).collect(),
            clock: None,
            status: Status::Unverified,
            example: false,
        }
    }

    /// Required fields that say nothing, in the order of the form.
    ///
    /// # Example
    /// ```
    /// use insurant::complaint::{ComplaintEvent, Form};
    /// use std::collections::BTreeMap;
    /// let required = ["name", "contact", "request"];
    /// let form = Form::new("registration", ComplaintEvent::Registered, required);
    /// let filled = BTreeMap::from([("name".to_owned(), "Li".to_owned())]);
    /// assert_eq!(form.missing(&filled), ["contact", "request"]);
    /// ```
    #[must_use]
    pub fn missing(&self, fields: &BTreeMap<String, String>) -> Vec<&str> {
        let says = |name: &str| {
            let text = fields.get(name);
            text.is_some_and(|text| !text.trim().is_empty())
        };
        let required = self.fields.iter().filter(|field| field.required);
        let names = required.map(|field| field.name.as_str());
        names.filter(|name| !says(name)).collect()
    }

    /// A form as a procedure states it. Unless it says so itself, it falls due when its clock
    /// starts, and else with the event that leads to its step.
    pub(super) fn read(
        record: &CompiledRecord,
        own: Vec<ComplaintEvent>,
        clocks: &[Clock],
    ) -> Self {
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
        let clock_id = text(record, "clock");
        let clock = clocks
            .iter()
            .find(|clock| Some(&clock.id) == clock_id.as_ref());
        let kinds = |patterns: &[Pattern]| patterns.iter().map(Pattern::kind).collect();
        let step = text(record, "step");
        let step = step.as_deref().and_then(ComplaintStep::parse);
        let on = match (own.is_empty(), clock) {
            (false, _) => own,
            (true, Some(clock)) => kinds(&clock.starts),
            (true, None) => step.map_or_else(Vec::new, |step| vec![leads_to(step)]),
        };
        Self {
            id: record.id.clone(),
            title: text(record, "title").unwrap_or_default(),
            on,
            ends: clock.map_or_else(Vec::new, |clock| kinds(&clock.ends)),
            fields: fields.iter().filter_map(field).collect(),
            clock: clock_id,
            status: status(record),
            example: record.example,
        }
    }
}

/// The event that leads to a step, by the table.
fn leads_to(step: ComplaintStep) -> ComplaintEvent {
    let mut rows = COMPLAINT.rows.iter();
    let row = rows.find(|row| matches!(row.to, To::State(to) | To::Aside(to) if to == step));
    row.map_or(ComplaintEvent::Received, |row| row.on)
}

impl Notice {
    pub(super) fn new(record: &CompiledRecord, on: Vec<Pattern>) -> Self {
        Self {
            id: record.id.clone(),
            to: text(record, "to").unwrap_or_default(),
            on,
            when: record.attributes.condition("when").map(|c| c.when),
            contents: texts(record, "contents"),
            clock: text(record, "clock"),
            status: status(record),
        }
    }
}
