//! Records: lists of parts of the host's own making, such as time limits, forms, permissions.
//!
//! The crate knows of a record its id, its fields by the host's shapes, and which of those fields
//! are conditions; what the fields mean is the host's.

use super::model::{About, Formula, Origin, Part};
use super::subject::SubjectCompiler;
use crate::document::{Field, Json};
use crate::problem::Problems;
use crate::program::ConditionId;

/// Lists of records, and what the section says beside them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Records {
    /// The section's own fields.
    pub header: Attributes,
    /// The lists that are there, in the order of the host's language.
    pub lists: Vec<RecordList>,
}

/// A list of records.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordList {
    /// Its key in the section.
    pub name: String,
    /// Its records.
    pub records: Vec<Part<Record>>,
}

/// A record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// The host's own fields.
    pub attributes: Attributes,
    /// Source and purpose.
    pub about: About,
    /// Whether it is an example, to be replaced by the insurer's own.
    pub example: bool,
    /// The required fields that it does not state, with the places where they would stand: those
    /// that it may inherit.
    pub unstated: Vec<(Field, Origin)>,
}

/// Fields of the host's, those that are given, in the order of the host's language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Attributes {
    /// Fields that are plain values.
    pub fields: Vec<RecordField>,
    /// Fields that are conditions.
    pub conditions: Vec<RecordCondition>,
}

/// A field that is a plain value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordField {
    /// Its key.
    pub name: String,
    /// Its value.
    pub value: Json,
    /// Where the value is written.
    pub origin: Origin,
}

/// A field that is a condition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordCondition {
    /// Its key.
    pub name: String,
    /// The condition.
    pub when: Formula,
}

impl Records {
    /// The records of a list.
    #[must_use]
    pub fn list(&self, name: &str) -> &[Part<Record>] {
        let list = self.lists.iter().find(|list| list.name == name);
        list.map_or(&[], |list| &list.records)
    }
}

impl Record {
    /// What it states, and of `base` what it does not. It is an example only where it says so: what
    /// takes the place of an example is the insurer's own.
    pub(super) fn over(&self, base: &Self, fields: &[Field]) -> Self {
        let either = |own: &Option<String>, base: &Option<String>| own.clone().or(base.clone());
        Self {
            attributes: self.attributes.over(&base.attributes, fields),
            about: About {
                source: either(&self.about.source, &base.about.source),
                doc: either(&self.about.doc, &base.about.doc),
            },
            example: self.example,
            unstated: Vec::new(),
        }
    }

    /// Reports the required fields that it neither states nor inherits.
    pub(super) fn whole(&self, base: Option<&Self>, problems: &mut Problems) {
        for (field, origin) in &self.unstated {
            if !base.is_some_and(|base| base.attributes.has(&field.name)) {
                problems.push(field.missing().at(origin.place()));
            }
        }
    }
}

impl Attributes {
    /// A field that is a plain value.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&RecordField> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// Whether a field is given, plain value or condition.
    pub(super) fn has(&self, name: &str) -> bool {
        let mut conditions = self.conditions.iter();
        self.field(name).is_some() || conditions.any(|condition| condition.name == name)
    }

    /// These fields where given, else those of `base`; in the order of `fields`.
    pub(super) fn over(&self, base: &Self, fields: &[Field]) -> Self {
        let mut merged = Self::default();
        for field in fields {
            let name = &*field.name;
            let own = self.field(name).or_else(|| base.field(name));
            merged.fields.extend(own.cloned());
            let find = |of: &Self| of.conditions.iter().find(|c| c.name == name).cloned();
            merged.conditions.extend(find(self).or_else(|| find(base)));
        }
        merged
    }
}

/// The records of a section, ready for the host to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompiledRecords {
    header: CompiledAttributes,
    lists: Vec<CompiledRecordList>,
}

/// A list of [`CompiledRecords`].
#[derive(Debug, Clone, PartialEq, Eq)]
struct CompiledRecordList {
    name: String,
    records: Vec<CompiledRecord>,
}

/// A record of [`CompiledRecords`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompiledRecord {
    /// Its id.
    pub id: String,
    /// The host's own fields.
    pub attributes: CompiledAttributes,
    /// Source and purpose.
    pub about: About,
    /// Whether it is an example, to be replaced by the insurer's own.
    pub example: bool,
    /// Where it is written.
    pub origin: Origin,
}

/// Fields of the host's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompiledAttributes {
    fields: Vec<RecordField>,
    conditions: Vec<CompiledRecordCondition>,
}

/// A field that is a condition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompiledRecordCondition {
    /// Its key.
    pub name: String,
    /// The condition.
    pub when: ConditionId,
    /// The condition in canonical text.
    pub text: String,
}

impl CompiledRecords {
    /// The section's own fields.
    #[must_use]
    pub const fn header(&self) -> &CompiledAttributes {
        &self.header
    }

    /// The records of a list, in order; none when the rulebook does not have the list.
    #[must_use]
    pub fn list(&self, name: &str) -> &[CompiledRecord] {
        let list = self.lists.iter().find(|list| list.name == name);
        list.map_or(&[], |list| &list.records)
    }

    /// A record of a list.
    #[must_use]
    pub fn record(&self, list: &str, id: &str) -> Option<&CompiledRecord> {
        self.list(list).iter().find(|record| record.id == id)
    }
}

impl CompiledAttributes {
    /// The fields that are plain values.
    #[must_use]
    pub fn fields(&self) -> &[RecordField] {
        &self.fields
    }

    /// The fields that are conditions.
    #[must_use]
    pub fn conditions(&self) -> &[CompiledRecordCondition] {
        &self.conditions
    }

    /// The value of a field.
    #[must_use]
    pub fn value(&self, name: &str) -> Option<&Json> {
        self.field(name).map(|field| &field.value)
    }

    /// A field with its place.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&RecordField> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// A field that is a condition.
    #[must_use]
    pub fn condition(&self, name: &str) -> Option<&CompiledRecordCondition> {
        let mut conditions = self.conditions.iter();
        conditions.find(|condition| condition.name == name)
    }
}

/// Compiles the records of a section. With problems, records may be missing.
pub(super) fn compile(subject: &mut SubjectCompiler<'_>, records: &Records) -> CompiledRecords {
    let header = attributes(subject, &records.header);
    let lists = records.lists.iter().map(|list| {
        let given = list.records.iter().filter_map(|part| {
            let record = part.given()?;
            Some(CompiledRecord {
                id: part.id.clone(),
                attributes: attributes(subject, &record.attributes),
                about: record.about.clone(),
                example: record.example,
                origin: part.origin.clone(),
            })
        });
        CompiledRecordList {
            name: list.name.clone(),
            records: given.collect(),
        }
    });
    CompiledRecords {
        header,
        lists: lists.collect(),
    }
}

fn attributes(subject: &mut SubjectCompiler<'_>, attributes: &Attributes) -> CompiledAttributes {
    let conditions = attributes.conditions.iter().filter_map(|condition| {
        let checked = subject.condition(&condition.when)?;
        Some(CompiledRecordCondition {
            name: condition.name.clone(),
            when: subject.compiler.condition(checked),
            text: condition.when.to_string(),
        })
    });
    CompiledAttributes {
        conditions: conditions.collect(),
        fields: attributes.fields.clone(),
    }
}
